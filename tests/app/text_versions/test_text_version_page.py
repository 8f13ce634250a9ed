"""The lines of the screen of text versions."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader import compare
from reader.app.ladder.version_text import NO_BRACKETS, EditBrackets
from reader.app.text_versions.changed_lines import write_row
from reader.app.text_versions.text_version_page import draw_page, draw_title
from reader.app.text_versions.text_version_state import TextVersionState
from reader.app.themes.signs import ASCII, UNICODE
from reader.story.text_versions.text_change import ComparedRow
from tests.story.worded_versions import FIRST, NOTE, SECOND, make_version

BRACKETS = EditBrackets(ASCII.dropped, ASCII.added)


def make_state(*dates: str) -> TextVersionState:
    articles = [
        make_version(text, **({"published": date} if date else {}))
        for text, date in zip((FIRST, SECOND), dates, strict=True)
    ]
    coverage = compare(articles)
    return TextVersionState.of(coverage.articles, coverage.text_versions, coverage.text_changes)


@pytest.fixture(scope="module")
def state() -> TextVersionState:
    return make_state("4 May 2031", "5 May 2031")


def text_of(state: TextVersionState, width: int = 100, height: int = 40) -> list[str]:
    page = draw_page(state, width, height, ASCII, BRACKETS)
    return ["".join(text for text, _ in line) for line in page.lines]


@pytest.mark.parametrize("width", [24, 40, 80, 200])
@pytest.mark.parametrize("height", [6, 15, 40])
@pytest.mark.parametrize("is_whole", [False, True])
def test_every_line_is_as_wide_as_the_screen(
    state: TextVersionState, width: int, height: int, is_whole: bool
) -> None:
    shown = state.toggle_text() if is_whole else state
    page = draw_page(shown, width, height, UNICODE, BRACKETS)
    widths = {sum(cell_len(text) for text, _ in line) for line in page.lines}
    assert widths == {width}
    assert len(page.lines) == len(page.rows) == height
    assert sum(cell_len(text) for text, _ in draw_title(shown, width, UNICODE)) == width


def test_the_versions_come_first_then_facts(state: TextVersionState) -> None:
    lines = text_of(state)
    assert lines[0].startswith("  [1] published 2031-05-04 . base")
    assert lines[1].startswith("> [2] published 2031-05-05")
    assert "from [1] to [2]" in lines[3]
    assert "number" in lines[4]
    assert "[-12-]{+21+} passengers" in " ".join(" ".join(lines).split())
    assert NOTE in " ".join(" ".join(lines).split())


def test_where_the_order_is_not_known_it_is_said() -> None:
    from_plain = compare([make_version(SECOND.rpartition("\n\n")[0]), make_version(FIRST)])
    state = TextVersionState.of(
        from_plain.articles, from_plain.text_versions, from_plain.text_changes
    )
    lines = text_of(state)
    assert "whether it is later is not known" in lines[1]
    assert "[2] compared with [1]" in lines[3]


def test_the_whole_text_is_that_of_the_other_version_without_what_was_dropped(
    state: TextVersionState,
) -> None:
    rows = state.changes.rows
    assert [_read_shown(row) for row in rows] == [row.there.replace("\n", " ") for row in rows]


def _read_shown(row: ComparedRow) -> str:
    """The text of a row without what the other version does not have."""
    styled = write_row(row, NO_BRACKETS)
    shown = list(styled.text)
    for start, end, style in styled.styles:
        if style in ("dropped", "edit-sign"):
            shown[start:end] = [""] * (end - start)
    return "".join(shown)
