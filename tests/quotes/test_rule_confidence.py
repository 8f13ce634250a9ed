"""Confidences are computed from the uses of rules on labelled articles."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.attribution_rules import ATTRIBUTION_RULES
from reader.quotes.quote import Strength
from reader.quotes.resolution_rules import RESOLUTION_RULES
from reader.quotes.rule_confidence import (
    FEW_USES,
    MOST_OF_FEW,
    MOST_OF_INFERRED,
    PRIOR_STRENGTH,
    combine_confidences,
    load_rule_uses,
)

TABLES = {"attribution": ATTRIBUTION_RULES, "resolution": RESOLUTION_RULES}


@pytest.mark.parametrize("table", TABLES)
def test_the_uses_of_every_rule_are_stored(table: str) -> None:
    uses = load_rule_uses(table)
    assert set(uses) == {rule.name for rule in TABLES[table]}
    assert sum(counts.uses for counts in uses.values()) > FEW_USES
    assert all(0 <= counts.right <= counts.uses for counts in uses.values())


@pytest.mark.parametrize("table", TABLES)
def test_a_rule_with_few_uses_has_a_limited_confidence(table: str) -> None:
    uses = load_rule_uses(table)
    few = [rule for rule in TABLES[table] if uses[rule.name].uses < FEW_USES]
    assert few
    assert all(rule.confidence <= MOST_OF_FEW for rule in few)


def test_the_rate_of_a_rule_is_smoothed_by_its_group() -> None:
    uses = load_rule_uses("attribution")
    (rule,) = (rule for rule in ATTRIBUTION_RULES if rule.name == "speaker verb, beside")
    group = [uses[each.name] for each in ATTRIBUTION_RULES if each.group is rule.group]
    mean = (sum(each.right for each in group) + 1) / (sum(each.uses for each in group) + 2)
    own = uses[rule.name]
    assert own.uses >= FEW_USES
    expected = (own.right + PRIOR_STRENGTH * mean) / (own.uses + PRIOR_STRENGTH)
    assert rule.confidence == pytest.approx(expected)


def test_a_stated_speaker_has_half_and_an_inferred_one_less() -> None:
    pairs = [(a, r) for a in ATTRIBUTION_RULES for r in RESOLUTION_RULES if a.names_speaker]
    assert pairs
    for attribution, resolution in pairs:
        strength = min(attribution.strength, resolution.strength)
        confidence = combine_confidences(attribution.confidence, resolution.confidence, strength)
        assert (confidence >= 0.5) is (strength >= Strength.IMPLIED)
        assert confidence <= (1 if strength >= Strength.IMPLIED else MOST_OF_INFERRED)


def test_the_confidence_of_a_speaker_is_that_of_both_rules() -> None:
    speaker = find_quotes("Mr Smith came late. “It is over for good,” he said.")[0].speaker
    assert speaker is not None
    rules = {rule.name: rule for rule in (*ATTRIBUTION_RULES, *RESOLUTION_RULES)}
    both = rules["speaker verb, after"].confidence * rules[speaker.resolution].confidence
    assert speaker.confidence == round(both, 2)
