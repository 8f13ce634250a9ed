"""The notebook as a document: stable, merged without loss, hostile ones refused in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, Clean, ParagraphKind
from reader.notebook import Notebook, hash_text
from reader.notebook.entries import Entry
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.exchange import (
    NotesDocument,
    NotesFileError,
    format_document,
    parse_document,
    print_time,
)
from reader.notebook.text_index import TextIndex

MakeEntry = Callable[..., Entry]


@pytest.fixture
def other(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "other" / "notebook.sqlite3")


def exported(notebook: Notebook) -> bytes:
    return "\n".join(format_document(notebook.read_document())).encode()


def fill(notebook: Notebook, article: Article, *entries: Entry) -> None:
    notebook.write_entries(entries, articles=TextIndex([article]).describe_articles())


def test_what_is_exported_and_imported_is_the_same(
    notebook: Notebook, other: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    claim = make_entry(
        "", 3, kind=EntryKind.REJECTED, subject=Subject.DIFFERENCE, detail=Clean("number")
    )
    fill(notebook, article, make_entry("two\nlines ☃"), claim)
    notebook.save_correction(hash_text(article), 2, ParagraphKind.FURNITURE)
    result = other.merge_document(parse_document(exported(notebook)))
    assert (result.added, result.known, result.removed, result.corrections) == (2, 0, 0, 1)
    assert other.read_document() == notebook.read_document()
    assert exported(other) == exported(notebook), "in the same order, byte for byte"


def test_merging_again_and_in_any_order_gives_the_same(
    notebook: Notebook, other: Notebook, article: Article, make_entry: MakeEntry, tmp_path: Path
) -> None:
    fill(notebook, article, make_entry("mine"), make_entry("both"))
    fill(other, article, make_entry("theirs", 3))
    mine, theirs = parse_document(exported(notebook)), parse_document(exported(other))
    assert notebook.merge_document(theirs).added == 1
    assert other.merge_document(mine).added == 2
    assert notebook.merge_document(theirs).known == 1
    assert exported(notebook) == exported(other)


def test_a_removal_elsewhere_takes_nothing_away_unless_asked(
    notebook: Notebook, other: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    entry = make_entry("mine")
    fill(notebook, article, entry)
    other.merge_document(parse_document(exported(notebook)))
    other.write_entries(retired=[entry.id])
    document = parse_document(exported(other))
    assert notebook.merge_document(document).removed == 0
    assert notebook.read_entries() == (entry,)
    assert notebook.merge_document(document, removes=True).removed == 1
    assert notebook.read_entries() == ()
    other.merge_document(NotesDocument(entries=(entry,)))
    assert other.read_entries() == (), "what was removed here does not come back"


def test_a_correction_of_ones_own_is_not_replaced(
    notebook: Notebook, other: Notebook, article: Article
) -> None:
    key = hash_text(article)
    notebook.save_correction(key, 2, ParagraphKind.FURNITURE)
    other.save_correction(key, 2, ParagraphKind.HEADING)
    assert notebook.merge_document(parse_document(exported(other))).corrections == 0
    assert notebook.read_corrections(key) == {2: ParagraphKind.FURNITURE}


def test_control_characters_of_a_document_are_cleaned(
    notebook: Notebook, other: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    fill(notebook, article, make_entry("plain"))
    hostile = exported(notebook).replace(b"plain", b"\\u001b]52;c;x\\u0007 \\u202e[/b]")
    hostile = hostile.replace(b'"label": "', b'"label": "\\u009b1m')
    other.merge_document(parse_document(hostile))
    [entry] = other.read_entries()
    assert entry.text == "␛]52;c;x␇ \ufffd[/b]"
    [known] = other.read_articles().values()
    assert known.label.startswith("\ufffd1m")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "not in UTF-8"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no notes"),
        (b"{}", "no notes"),
        (b'{"format": "reader-notes"}', "no version"),
        (b'{"format": "reader-notes", "version": 2}', "newer version"),
        (b'{"format": "reader-notes", "version": 1, "entries": {}}', "entries is no list"),
        (b'{"format": "reader-notes", "version": 1, "entries": [7]}', "entries.0.: it is no"),
        (b'{"format": "reader-notes", "version": 1, "retired": ["x"]}', "retired.0.: an id"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(NotesFileError, match=reason) as refused:
        parse_document(data)
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../x"),
        ("kind", "poem"),
        ("subject", None),
        ("created", 10**400),
        ("created", "yesterday"),
        ("text", ["a"]),
        ("text", "x" * 20_001),
        ("anchors", []),
        ("anchors", [{"text_key": "0", "paragraph_key": "0", "number": True}]),
        ("anchors", [{"text_key": "", "paragraph_key": "0", "number": 1}]),
        ("story", "0"),
    ],
)
def test_one_part_that_is_not_valid_refuses_the_whole(
    field: str, value: object, notebook: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    fill(notebook, article, make_entry("one"), replace(make_entry("two"), created=5))
    record = json.loads(exported(notebook))
    assert len(parse_document(json.dumps(record).encode()).entries) == 2
    record["entries"][1][field] = value
    with pytest.raises(NotesFileError, match=r"not valid at entries\[1\]"):
        parse_document(json.dumps(record).encode())


def test_two_entries_of_one_id_are_refused_and_one_twice_is_one(
    notebook: Notebook, article: Article, make_entry: MakeEntry
) -> None:
    fill(notebook, article, make_entry("one"))
    record = json.loads(exported(notebook))
    record["entries"].append(dict(record["entries"][0]))
    assert len(parse_document(json.dumps(record).encode()).entries) == 1
    record["entries"][1]["text"] = "two"
    with pytest.raises(
        NotesFileError, match=r"not valid at entries\[1\]: another entry has its id"
    ):
        parse_document(json.dumps(record).encode())


def test_a_part_that_is_no_list_is_named_in_a_sentence() -> None:
    record = {"format": "reader-notes", "version": 1, "entries": {}}
    with pytest.raises(NotesFileError, match=r"^is not valid: entries is no list$"):
        parse_document(json.dumps(record).encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
PARTS = st.fixed_dictionaries(
    {"format": st.just("reader-notes"), "version": st.just(1)},
    optional=dict.fromkeys(("entries", "articles", "retired", "corrections"), JSON),
)


def parse_or_refuse(data: bytes) -> NotesDocument | NotesFileError:
    try:
        return parse_document(data)
    except NotesFileError as error:
        return error


@given(PARTS)
def test_no_document_does_anything_but_parse_or_be_refused(record: object) -> None:
    outcome = parse_or_refuse(json.dumps(record).encode())
    assert isinstance(outcome, (NotesDocument, NotesFileError))


def test_times_are_printed_whatever_they_are() -> None:
    assert print_time(1_764_408_600_123) == "2025-11-29T09:30:00.123Z"
    assert print_time(-5) == "1970-01-01T00:00:00.000Z"
    assert print_time(10**30) == "9999-12-31T23:59:59.000Z"
