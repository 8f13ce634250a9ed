"""Which reading of a single mark is the cheapest."""

from __future__ import annotations

import pytest

from reader.quotes.mark_costs import MarkCosts, compute_mark_costs
from reader.quotes.mark_signs import find_marks


def costs(text: str, *, german_style: bool = False) -> MarkCosts:
    """The costs of the mark at the bar, which is left out."""
    position = text.index("|")
    line = text.replace("|", "")
    (mark,) = (mark for mark in find_marks(line, 0, len(line)) if mark.start == position)
    return compute_mark_costs(line, 0, len(line), mark, german_style=german_style)


@pytest.mark.parametrize(
    ("text", "cheapest"),
    [
        ('He said, |"We go', "opening"),
        ('He said: |"we go', "opening"),
        ('We go,|" he said', "closing"),
        ('We go.|"', "closing"),
        ('We go, |", he said', "closing"),
        ("He said |“We go", "opening"),
        ("We go,|” he said", "closing"),
        ("Er sagte |„Wir gehen", "opening"),
        ("dit-il |« Oui", "opening"),
        ("the workers|' right", "nothing"),
        ("back in the |'90s", "nothing"),
        ("tell |'em so", "nothing"),
        ("He said |‘We go", "opening"),
    ],
)
def test_spacing_and_sign_show_what_a_mark_is(text: str, cheapest: str) -> None:
    found = costs(text)
    ways = {name: getattr(found, name) for name in ("opening", "closing", "nothing")}
    assert min(ways, key=lambda name: ways[name]) == cheapest


def test_german_style_turns_the_direction_round() -> None:
    text = "Wir gehen|“ sagte er"
    assert costs(text, german_style=True).closing < costs(text).closing
    assert costs(text, german_style=True).opening > costs(text).opening


def test_a_mark_repeated_at_the_start_of_a_paragraph_is_cheapest() -> None:
    repeated = [costs(text).repeated for text in ('|"We', 'gone. |"We', 'gone |"we')]
    assert repeated == sorted(repeated)
    assert repeated[0] < repeated[-1]


def test_a_mark_after_a_figure_is_rather_a_sign_of_measure() -> None:
    assert costs('a 5|" pipe').nothing < costs('a go|" pipe').nothing


def test_straight_marks_hardly_nest() -> None:
    assert costs('He said |"We go').inner > costs("He said |“We go").inner
