"""Every rule of resolution resolves the speaker of its own example."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.resolution_rules import RESOLUTION_RULES, ResolutionRule


@pytest.mark.parametrize("rule", RESOLUTION_RULES, ids=lambda rule: rule.name)
def test_the_example_is_resolved_by_its_rule(rule: ResolutionRule) -> None:
    speaker = find_quotes(rule.example)[-1].speaker
    assert speaker is not None
    assert speaker.resolution == rule.name
    assert speaker.strength <= rule.strength


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RESOLUTION_RULES}) == len(RESOLUTION_RULES) > 0


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ms. von der Halde said.", "von der Halde"),
        ("Gen. de la Roca said.", "de la Roca"),
        ("said Mr. van den Dijk.", "van den Dijk"),
        ("Mrs. de los Pinos said.", "de los Pinos"),
        ("Ida de la Roca said.", "Ida de la Roca"),
        ("said Ida de la Roca.", "Ida de la Roca"),
    ],
)
def test_a_name_may_have_two_particles(sentence: str, name: str) -> None:
    (quote,) = find_quotes(f"“We have agreed on the quota for the whole of next year,” {sentence}")
    assert quote.speaker is not None
    assert quote.speaker.name == name
