"""Confidences are computed from the uses of rules on labelled articles."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.attribution_rules import ATTRIBUTION_RULES
from reader.quotes.quote import Strength
from reader.quotes.resolution_rules import RESOLUTION_RULES
from reader.quotes.rule_confidence import (
    MOST_OF_INFERRED,
    MOST_OF_PRIOR,
    PRIOR_STRENGTH,
    combine_confidences,
    load_rule_uses,
)

TABLES = {"attribution": ATTRIBUTION_RULES, "resolution": RESOLUTION_RULES}


@pytest.mark.parametrize("table", TABLES)
def test_the_uses_of_every_rule_are_stored(table: str) -> None:
    uses = load_rule_uses(table)
    assert set(uses) == {rule.name for rule in TABLES[table]}
    assert sum(counts.uses for counts in uses.values()) > 100
    assert all(0 <= counts.right <= counts.uses for counts in uses.values())


@pytest.mark.parametrize("table", TABLES)
def test_a_rule_without_uses_has_a_limited_confidence(table: str) -> None:
    uses = load_rule_uses(table)
    unused = [rule for rule in TABLES[table] if not uses[rule.name].uses]
    assert unused
    assert all(rule.confidence <= MOST_OF_PRIOR for rule in unused)


def test_the_rate_of_a_rule_is_smoothed_by_its_group() -> None:
    uses = load_rule_uses("attribution")
    (rule,) = (rule for rule in ATTRIBUTION_RULES if rule.name == "speaker verb, beside")
    group = [uses[each.name] for each in ATTRIBUTION_RULES if each.group is rule.group]
    mean = (sum(each.right for each in group) + 1) / (sum(each.uses for each in group) + 2)
    own = uses[rule.name]
    expected = (own.right + PRIOR_STRENGTH * min(mean, MOST_OF_PRIOR)) / (own.uses + PRIOR_STRENGTH)
    assert rule.confidence == pytest.approx(expected)


def test_an_inferred_speaker_has_less_than_half() -> None:
    pairs = [(a, r) for a in ATTRIBUTION_RULES for r in RESOLUTION_RULES if a.names_speaker]
    assert pairs
    for attribution, resolution in pairs:
        strength = min(attribution.strength, resolution.strength)
        confidence = combine_confidences(attribution.confidence, resolution.confidence, strength)
        assert confidence <= (1 if strength >= Strength.IMPLIED else MOST_OF_INFERRED)


def test_the_confidence_of_a_speaker_is_that_of_both_rules() -> None:
    speaker = find_quotes("Mr Smith came late. “It is over for good,” he said.")[0].speaker
    assert speaker is not None
    rules = {rule.name: rule for rule in (*ATTRIBUTION_RULES, *RESOLUTION_RULES)}
    both = rules["speaker verb, after"].confidence * rules[speaker.resolution].confidence
    assert speaker.confidence == round(both, 2)
