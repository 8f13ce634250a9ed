"""Messages that are longer than the last line."""

from __future__ import annotations

from reader.app.widgets.long_message import wrap_message

LONG = "The mill report of the Tolmouth council was saved as /home/mara/reports/mill.html."


def lines_of(message: str, width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in wrap_message(message, width)]


def test_a_message_that_fits_needs_no_lines_of_its_own() -> None:
    assert not lines_of("Copied.", 40)
    assert not lines_of("x" * 39, 40)


def test_a_longer_one_is_whole_on_several_lines() -> None:
    lines = lines_of(LONG, 40)
    assert " ".join(line.strip() for line in lines) == LONG
    assert max(map(len, lines)) < 40


def test_a_very_long_one_is_cut_at_its_end() -> None:
    lines = lines_of(f"{LONG} {LONG} {LONG}", 40)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert max(map(len, lines)) <= 40
