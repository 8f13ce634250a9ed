"""The shortened output paints the same screen, on an emulated terminal."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.app.terminal.style_codes import StyleCodes

COLORS = ["31", "39", "97", "38;5;208", "38;2;214;217;222", "48;2;20;23;27", "44", "49", "103"]
ATTRIBUTES = ["1", "3", "4", "5", "7", "9", "22", "23", "24", "27", "29"]
codes = st.lists(st.sampled_from([*COLORS, *ATTRIBUTES, "0", ""]), min_size=0, max_size=4).map(
    lambda parts: f"\x1b[{';'.join(parts)}m"
)
pieces = st.one_of(
    codes,
    st.sampled_from(["\x1b[0m", "\x1b[2;3H", "\x1b[H", "\r\n", " ", "text", "│", "\x1b[K"]),
)
outputs = st.lists(st.lists(pieces, max_size=12).map("".join), min_size=1, max_size=4)


def painted(outputs: list[str]) -> list[list[tuple[object, ...]]]:
    """Every cell of the screen as one sees it, and what the cursor would paint with next."""
    screen = pyte.Screen(20, 6)
    stream = pyte.Stream(screen)
    for output in outputs:
        stream.feed(output)
    rows = [[seen(screen.buffer[y][x]) for x in range(20)] for y in range(6)]
    return [*rows, [tuple(screen.cursor.attrs)]]


def seen(cell) -> tuple[object, ...]:
    """What one sees of a cell: of a space without a line, the background alone."""
    if cell.data == " " and not (
        cell.underscore or cell.blink or cell.reverse or cell.strikethrough
    ):
        return (" ", cell.bg)
    return tuple(cell)


@given(outputs)
@example(["\x1b[1;31mtext\x1b[0m\x1b[31mtext\x1b[0m", "\x1b[22mtext"])
@example(["\x1b[44m\x1b[2;3H\x1b[K"])
def test_the_screen_is_the_same(outputs):
    filter_ = StyleCodes()
    assert painted([filter_.shorten(output) for output in outputs]) == painted(outputs)


@pytest.mark.parametrize("unknown", ["\x1b[58;5;1m", "\x1b[38;9m", "\x1b[21m", "\x1b[38;2;1m"])
def test_codes_that_are_not_known_are_passed_on(unknown):
    filter_ = StyleCodes()
    output = f"\x1b[0m\x1b[31mred{unknown}more\x1b[0mplain"
    shortened = filter_.shorten(output)
    assert unknown in shortened
    assert shortened.endswith("\x1b[0mplain") or shortened.endswith("\x1b[mplain")


def test_what_repeats_is_not_written_again():
    color = "\x1b[38;2;214;217;222;48;2;20;23;27m"
    output = "".join(f"{color}word \x1b[0m" for _ in range(50))
    filter_ = StyleCodes()
    filter_.shorten("\x1b[0m")
    shortened = filter_.shorten(output)
    assert shortened.count("\x1b[") == 2
    assert shortened.endswith("\x1b[m"), "nothing is left switched on"


def test_spaces_change_no_colour_of_letters():
    filter_ = StyleCodes()
    filter_.shorten("\x1b[0m")
    grey, white = "\x1b[38;2;146;153;164m", "\x1b[38;2;214;217;222m"
    output = "".join(f"{white}  {grey}·\x1b[0m" for _ in range(20))
    assert filter_.shorten(output) == f"  {grey}·" + "  ·" * 19 + "\x1b[m"


def test_a_move_that_the_next_one_overrules_is_not_written():
    filter_ = StyleCodes()
    assert filter_.shorten("\x1b[2;3Hone\x1b[2;6H\r\n\x1b[4;1Htwo") == "\x1b[2;3Hone\x1b[4;1Htwo"
    assert filter_.shorten("\x1b[2;3Hone\r\n\x1b[Htwo") == "\x1b[2;3Hone\r\n\x1b[Htwo"


def test_other_sequences_are_untouched():
    filter_ = StyleCodes()
    for output in ("\x1b[?1049h", "\x1b]52;c;QQ==\x07", "\x1b[?2026h", "plain", "", "\x1b[>4;1m"):
        assert filter_.shorten(output) == output
