"""Notes of open dossiers: they are used, and not written into the notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Article, Clean, ParagraphKind, parse_article
from reader.errors import ReaderError, SourceError
from reader.notebook import Notebook, apply_corrections, hash_text
from reader.notebook.dossier_notes import select_notes
from reader.notebook.entries import Entry, now
from reader.notebook.entry_kinds import EntryKind
from reader.notebook.exchange import Correction, NotesDocument, document_record
from reader.notebook.held_notes import held_places, holding_notes, release_notes
from reader.notebook.text_index import TextIndex
from reader.sources.formats.dossiers import Dossier

SOURCE = Clean("ferry.dossier")
Hold = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def own_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield
    release_notes()


@pytest.fixture
def hold(article: Article) -> Hold:
    """Opens a dossier of the article with some entries; what is said of it."""

    def hold(*entries: Entry, **fields: object) -> list[str]:
        index = TextIndex([article])
        document = NotesDocument(entries, index.describe_articles(), **fields)  # type: ignore[arg-type]
        said: list[ReaderError] = []
        dossier = Dossier((article,), document_record(document), (2,), 0)
        holding_notes(said.append)(dossier, SOURCE)
        return [each.message for each in said]

    return hold


def keys(article: Article) -> tuple[str, ...]:
    return TextIndex([article]).paragraph_keys


def test_its_notes_hold_and_nothing_is_written(article, make_entry, hold: Hold) -> None:
    entry = make_entry("look here")
    [said] = hold(entry)
    assert "ferry.dossier: 1 note; it is used while the dossier is open (" in said
    notebook = Notebook()
    assert notebook.exists
    assert [each.id for each in notebook.find_entries(keys(article))] == [entry.id]
    assert [each.id for each in notebook.read_entries()] == [entry.id]
    assert notebook.read_articles()[hash_text(article)].source == str(Path(SOURCE).absolute())
    assert not notebook.path.exists()
    assert Notebook(Path("other.sqlite3")).read_entries() == ()
    assert held_places() == {hash_text(article): 2}


def test_what_the_user_took_back_stays_away(article, make_entry, hold: Hold) -> None:
    one, two = make_entry("one"), make_entry("two")
    hold(one, two)
    Notebook().write_entries(retired=[one.id])
    assert [each.id for each in Notebook().read_entries()] == [two.id]
    assert [each.id for each in Notebook().find_entries(keys(article))] == [two.id]


def test_an_entry_of_both_is_there_once_and_the_users_correction_holds(
    article, make_entry, hold: Hold
) -> None:
    entry, key = make_entry(), hash_text(article)
    Notebook().write_entries([entry])
    Notebook().save_correction(key, 1, ParagraphKind.HEADING)
    hold(
        entry,
        corrections=(
            Correction(key, 1, ParagraphKind.FURNITURE),
            Correction(key, 3, ParagraphKind.FURNITURE),
        ),
    )
    assert len(Notebook().read_entries()) == 1
    [corrected] = apply_corrections([article], Notebook(), pytest.fail)
    kinds = [paragraph.kind for paragraph in corrected.paragraphs]
    assert kinds[0] is ParagraphKind.HEADING
    assert kinds[2] is ParagraphKind.FURNITURE


def test_what_is_about_other_articles_does_not_hold(article, make_entry, hold: Hold) -> None:
    other = parse_article("Another text.\n\nOf two lines.", source=Clean("b"), name=Clean("b"))
    anchors = tuple(
        replace(
            anchor, text_key=hash_text(other), paragraph_key=TextIndex([other]).paragraph_keys[0]
        )
        for anchor in make_entry().anchors
    )
    foreign = replace(make_entry("planted"), anchors=anchors)
    correction = Correction(hash_text(other), 1, ParagraphKind.FURNITURE)
    [said] = hold(foreign, corrections=(correction,))
    assert "2 entries about other articles left out" in said
    assert Notebook().read_entries() == ()
    assert Notebook().read_corrections(hash_text(other)) == {}


def test_a_correction_beyond_the_article_does_not_hold(article, hold: Hold) -> None:
    key, count = hash_text(article), len(article.paragraphs)
    [said] = hold(
        corrections=(
            Correction(key, count, ParagraphKind.FURNITURE),
            Correction(key, count + 1, ParagraphKind.FURNITURE),
            Correction(key, 10**9 - 1, ParagraphKind.HEADING),
        )
    )
    assert "1 corrected paragraph; it is used" in said
    assert "2 corrections of paragraphs that no article has left out" in said
    assert Notebook().read_corrections(key) == {count: ParagraphKind.FURNITURE}


def test_no_claim_comes_from_the_future(make_entry, hold: Hold) -> None:
    hold(make_entry(created=253_402_300_000_000))
    assert Notebook().read_entries()[0].created <= now()


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"format": "reader-notes", "version": 2},
        {"format": "reader-notes", "version": 1, "entries": [{"id": "x"}]},
        {"format": "reader-notes", "version": 1, "entries": {}},
        {"format": "reader-notes", "version": 1, "corrections": [{"paragraph": 10**12}]},
    ],
)
def test_a_dossier_with_notes_that_are_not_valid_is_refused(article, record) -> None:
    with pytest.raises(SourceError, match=r"ferry\.dossier: the document of its notes (is|has|w)"):
        holding_notes(lambda _: None)(Dossier((article,), record), SOURCE)
    assert not Notebook().exists


def test_only_what_is_about_the_articles_is_taken_along(article, make_entry) -> None:
    other = parse_article("Another text.\n\nOf two lines.", source=Clean("b"), name=Clean("b"))
    both, mine = TextIndex([article, other]), make_entry("mine", story=("f" * 64,))
    link = replace(
        make_entry(kind=EntryKind.REJECTED),
        anchors=(*make_entry().anchors, *_note_on(other).anchors),
    )
    known = {each.text_key: each for each in both.describe_articles()}
    corrections = {hash_text(article): {2: ParagraphKind.FURNITURE}, "f" * 64: {}}
    chosen = select_notes([article], [mine, link, _note_on(other)], known, corrections)
    assert [entry.id for entry in chosen.document.entries] == [mine.id]
    assert chosen.document.entries[0].story == ()
    assert [each.text_key for each in chosen.document.articles] == [hash_text(article)]
    assert chosen.document.corrections == (
        Correction(hash_text(article), 2, ParagraphKind.FURNITURE),
    )
    assert chosen.left_out == 1


def test_the_folders_of_this_machine_stay_here(article, make_entry, tmp_path) -> None:
    file = tmp_path / "secret" / "a.txt"
    file.parent.mkdir()
    file.write_text("x")
    here = replace(article, source=Clean(str(file)))
    known = {each.text_key: each for each in TextIndex([here]).describe_articles()}
    chosen = select_notes([here], [make_entry()], known, {})
    assert [each.source for each in chosen.document.articles] == ["a.txt"]


def _note_on(article: Article) -> Entry:
    from reader.articles import Passage, Place
    from reader.notebook.entries import new_entry_id
    from reader.notebook.entry_kinds import Subject

    entry = Entry(new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (), Clean("on the other"))
    passage = Passage.of_paragraph((article,), Place(0, 0))
    return TextIndex([article]).make_entry(entry, [passage])
