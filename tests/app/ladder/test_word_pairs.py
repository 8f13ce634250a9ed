"""The words of a version beside those of the base."""

from __future__ import annotations

from reader.app.ladder.version_text import NO_BRACKETS, EditBrackets
from reader.app.ladder.word_pairs import (
    break_into_rows,
    draw_base_row,
    draw_version_row,
    pair_words,
)
from reader.app.widgets.line_widget import parts_width

FULL = "We must meet again before the winter, in the old capital, and settle the border for good"
CUT = FULL.replace("before the winter, ", "")


def pairs_of(make_ladders, print_version, *, brackets=NO_BRACKETS):
    ladders = make_ladders(FULL, CUT)
    base, other = print_version(ladders, 0), print_version(ladders, 1)
    return pair_words(other, base, brackets=brackets)


def test_every_word_of_both_is_there_once(make_ladders, print_version):
    pairs = pairs_of(make_ladders, print_version)
    assert "".join(pair.base.text + pair.base.gap for pair in pairs).strip() == f"“{FULL},”"
    assert "".join(pair.version.text + pair.version.gap for pair in pairs).strip() == f"“{CUT},”"
    assert [pair.base.text for pair in pairs if not pair.is_same] == ["before", "the", "winter,"]


def test_brackets_are_around_each_run(make_ladders, print_version):
    pairs = pairs_of(make_ladders, print_version, brackets=EditBrackets(("[-", "-]")))
    brackets = [(pair.base.opening, pair.base.closing) for pair in pairs if not pair.is_same]
    assert brackets == [("[-", ""), ("", ""), ("", "-]")]


def test_rows_keep_within_the_width_and_lose_nothing(make_ladders, print_version):
    pairs = pairs_of(make_ladders, print_version)
    rows = list(break_into_rows(pairs, 30))
    assert len(rows) > 1
    assert [pair for row in rows for block in row for pair in block.pairs] == pairs
    for row in rows:
        base, version = draw_base_row(row), draw_version_row(row)
        assert parts_width(base) <= 30
        assert parts_width(version) <= 30


def test_differing_words_are_marked_in_their_style(make_ladders, print_version):
    (row,) = break_into_rows(pairs_of(make_ladders, print_version), 200)
    assert [style for _, style in draw_base_row(row) if style] == ["dropped"] * 5
    assert not any(style for _, style in draw_base_row(row, is_marked=False))
    assert not any(style for _, style in draw_version_row(row))
