"""Changes of a notebook as values."""

from __future__ import annotations

from reader.articles import Article, ParagraphKind
from reader.notebook import Notebook, hash_text
from reader.notebook.notebook_changes import KindChange, NotebookChange, join_changes


def test_joined_changes_have_the_effect_of_all_in_their_order(
    notebook: Notebook, make_entry, article: Article
) -> None:
    first, second, key = make_entry("one"), make_entry("two"), hash_text(article)
    changes = [
        NotebookChange((first,), kinds=(KindChange(key, 1, ParagraphKind.HEADING),)),
        NotebookChange((second,), retired=(first.id,)),
        NotebookChange(kinds=(KindChange(key, 2, ParagraphKind.BODY), KindChange(key, 1, None))),
    ]
    notebook.write_change(join_changes(changes))
    assert notebook.read_entries() == (second,)
    assert notebook.read_corrections(key) == {2: ParagraphKind.BODY}


def test_writing_a_change_twice_is_as_once(notebook: Notebook, make_entry) -> None:
    gone, entry = make_entry("gone"), make_entry("one")
    notebook.write_change(NotebookChange((gone,)))
    change = NotebookChange((entry,), retired=(gone.id,))
    assert len(notebook.write_change(change)) == 1
    assert not notebook.write_change(change)
    assert notebook.read_entries() == (entry,)


def test_a_change_of_nothing_is_none() -> None:
    assert not NotebookChange()
    assert not join_changes([])
    assert NotebookChange(retired=("0" * 32,))
