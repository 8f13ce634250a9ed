"""The user's notes and rejections about a moment, beside its row and below the table."""

from __future__ import annotations

import pytest

from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.matrix_layout import lay_out
from reader.app.matrix.matrix_page import draw_page
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.row_lines import TableLines
from reader.app.matrix.row_notes import draw_entries, entries_of_row, row_sign
from reader.app.themes.signs import ASCII, UNICODE
from reader.articles import Clean, Passage, Place
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_index import TextIndex

ROWS = ("r3 . r5", "r17! r8! .", "r1 r2 .")


@pytest.fixture
def state(make_matrix):
    return MatrixState(ListedRows(make_matrix(*ROWS)))


@pytest.fixture
def place(state):
    """Makes an entry about paragraphs of the matrix, by (article, number), both from 1."""
    articles = state.rows.articles
    index = TextIndex(articles)

    def make(kind, text, *numbers, subject=Subject.PARAGRAPH):
        places = tuple(Place(article - 1, number - 1) for article, number in numbers)
        entry = Entry(new_entry_id(), kind, subject, (), Clean(text))
        passages = [Passage.of_paragraph(articles, each) for each in places]
        return PlacedEntry(index.make_entry(entry, passages), places)

    return make


def lines_of(state, size, signs=UNICODE):
    page = draw_page(state, TableLines(lay_out(state.rows.matrix, size[0], signs)), size[1] - 2)
    return ["".join(text for text, _ in line) for line in page.lines]


def test_a_note_goes_before_a_rejection_and_an_added_link_has_no_sign(state, place) -> None:
    first, second, third = state.rows.matrix.rows
    note = place(EntryKind.NOTE, "look", (3, 5))
    rejected = place(EntryKind.REJECTED, "", (1, 3), (2, 9), subject=Subject.LINK)
    added = place(EntryKind.ADDED, "", (1, 1), (3, 40), subject=Subject.LINK)
    notes = PlacedEntries([rejected, note, added])
    assert entries_of_row(first, notes) == (rejected, note)
    assert row_sign(first, notes, UNICODE) == "✎"
    assert row_sign(first, PlacedEntries([rejected]), ASCII) == "x"
    assert row_sign(second, notes, UNICODE) == ""
    assert row_sign(third, notes, UNICODE) == ""


def test_the_words_name_the_paragraph_of_this_moment(state, place) -> None:
    row = state.rows.matrix.rows[0]
    notes = PlacedEntries(
        [
            place(EntryKind.NOTE, "ask [b]them[/b]\nagain", (3, 5)),
            place(EntryKind.REJECTED, "", (2, 9), (1, 3), subject=Subject.LINK),
        ]
    )
    lines = ["".join(text for text, _ in line) for line in draw_entries(row, notes, UNICODE)]
    assert lines == [
        " ✎ [3] ¶5 ask [b]them[/b] again",
        " ✗ [1] ¶3 link with [2] ¶9: rejected by you",
    ]


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (40, 15)])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_the_signs_are_beside_the_rows_at_every_size(state, place, size, signs) -> None:
    notes = PlacedEntries([place(EntryKind.NOTE, "look here", (1, 3))])
    before, after = lines_of(state, size, signs), lines_of(state.with_notes(notes), size, signs)
    table = next(y for y, line in enumerate(before) if line.startswith(signs.focus))
    assert f" {signs.note} " in after[table]
    assert len(after[table]) == len(before[table])
    assert [y for y in range(table) if before[y] != after[y]] == []
    assert any("look here" in line for line in after)


def test_a_row_that_is_not_selected_gets_its_sign_too(state, place) -> None:
    lines = TableLines(lay_out(state.rows.matrix, 120, UNICODE))
    without = lines.draw(state, 1)
    notes = PlacedEntries([place(EntryKind.NOTE, "look", (2, 8))])
    with_sign = lines.draw(state.with_notes(notes), 1)
    assert ("✎", "key") not in without
    assert ("✎", "key") in with_sign
    assert lines.draw(state, 1) == without
