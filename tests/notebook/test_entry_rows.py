"""Entries in the file: added, retired, found by words, merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from reader.articles import Article, Clean
from reader.notebook import Notebook
from reader.notebook.entries import Entry
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex
from reader.notebook.text_keys import hash_paragraphs, hash_words

MakeEntry = Callable[..., Entry]


def test_an_entry_is_read_as_it_was_written(
    notebook: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    entry = make_entry("two\nlines", 3, kind=EntryKind.REJECTED, subject=Subject.DIFFERENCE)
    known = TextIndex([article]).describe_articles()
    assert notebook.write_entries([entry], articles=known) == 1
    assert notebook.read_entries() == (entry,)
    assert notebook.read_entries()[0].story == entry.story
    assert notebook.read_articles() == {known[0].text_key: known[0]}


def test_nothing_is_read_where_nothing_was_written(notebook: Notebook) -> None:
    assert notebook.read_entries() == ()
    assert notebook.find_entries(["0"]) == ()
    assert notebook.read_articles() == {}
    assert not notebook.exists


def test_entries_are_found_by_the_words_of_paragraphs(
    notebook: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    first, third = make_entry("one", 1), make_entry("three", 3)
    notebook.write_entries([third, first])
    keys = hash_paragraphs(article)
    assert notebook.find_entries(keys[:1]) == (first,)
    assert set(notebook.find_entries(keys)) == {first, third}
    assert notebook.find_entries([hash_words("other words")]) == ()
    assert notebook.find_entries(f"{number:032x}" for number in range(2_000)) == ()


def test_a_retired_entry_leaves_only_its_id_and_never_comes_back(
    notebook: Notebook, make_entry: MakeEntry, tmp_path: Path
) -> None:
    entry, other = make_entry("a secret"), make_entry("another")
    notebook.write_entries([entry])
    assert notebook.write_entries([other], retired=[entry.id]) == 1
    assert notebook.read_entries() == (other,)
    assert notebook.write_entries([entry]) == 0, "as an older export would have it"
    assert notebook.read_entries() == (other,)
    with sqlite3.connect(notebook.path) as rows:
        assert rows.execute("SELECT count(*) FROM anchors").fetchone() == (1,)
    rows.close()


def test_adding_an_entry_twice_adds_it_once(notebook: Notebook, make_entry: MakeEntry) -> None:
    entry = make_entry()
    assert notebook.write_entries([entry, entry]) == 1
    assert notebook.write_entries([entry]) == 0
    assert notebook.read_entries() == (entry,)


def test_what_is_read_is_cleaned_and_what_makes_no_sense_left_out(
    notebook: Notebook, make_entry: MakeEntry
) -> None:
    entry, poem, nowhere = make_entry("one"), make_entry("two"), make_entry("three")
    notebook.write_entries([entry, poem, nowhere])
    with sqlite3.connect(notebook.path) as rows:
        rows.execute("UPDATE entries SET text = ? WHERE id = ?", ("a\x1b]52;c;x\x07b", entry.id))
        rows.execute("UPDATE entries SET kind = 'poem' WHERE id = ?", (poem.id,))
        rows.execute("UPDATE anchors SET number = 'x' WHERE entry = ?", (nowhere.id,))
    rows.close()
    [read] = notebook.read_entries()
    assert read.id == entry.id
    assert read.text == "a␛]52;c;x␇b"


def test_two_claims_of_the_same_words_are_one_claim(make_entry: MakeEntry) -> None:
    one, other = make_entry("", kind=EntryKind.REJECTED), make_entry("", kind=EntryKind.REJECTED)
    assert one != other
    assert one.claim == other.claim
    assert one.claim != make_entry("", 3, kind=EntryKind.REJECTED).claim
    assert one.claim != make_entry("", kind=EntryKind.REJECTED, detail=Clean("date")).claim
