"""The confidence of a rule: how often it is right, smoothed by group.

Uses and right ones are in `data/rule_uses.txt`, which tests/benchmarks/attribution_rules.py
measures on labelled articles, and in `data/read_rule_uses.txt`, counted by a person who read
articles without labels. A rule with few uses says little alone, so two beta distributions are
used: the rate of a group of rules has the uniform prior (Laplace's rule of succession: a group
without uses has 0.5), and the rate of a rule has a prior with the mean of its group, but no more
than `MOST_OF_PRIOR`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.quotes.quote import Strength
from reader.text.word_lists import WordLists

PRIOR_STRENGTH = 10
"""Uses that the mean of the group counts for."""
MOST_OF_PRIOR = 0.85
"""A rule without uses is not said to be surer, however sure its group is."""
MOST_OF_INFERRED = 0.3
"""An inferred speaker has this confidence at most: of 22 whom a person judged 5 were right."""
_DECIMALS = 2
_USES = (WordLists(__file__, "rule_uses"), WordLists(__file__, "read_rule_uses"))


class RuleUses(NamedTuple):
    """How often a rule was used, and was right."""

    uses: int
    right: int


def load_rule_uses(table: str) -> Mapping[str, RuleUses]:
    """Read the uses of the rules of a table ("attribution", "resolution"), by name."""
    uses: dict[str, RuleUses] = {}
    for lists in _USES:
        for line in lists.lines[table]:
            name, _, counts = line.rpartition(":")
            used, right = map(int, counts.split())
            before = uses.get(name, RuleUses(0, 0))
            uses[name] = RuleUses(before.uses + used, before.right + right)
    return uses


def compute_confidences(
    measured: Mapping[str, RuleUses], groups: Mapping[str, str]
) -> dict[str, float]:
    """Compute the confidences of the rules of a table, 0..1.

    Args:
        measured: the uses of the rules, by name; one that is not measured yet has none.
        groups: the group of every rule, by name.
    """
    uses = {name: measured.get(name, RuleUses(0, 0)) for name in groups}
    means = {
        group: _estimate_mean([uses[name] for name in groups if groups[name] == group])
        for group in groups.values()
    }
    return {name: _compute_confidence(uses[name], means[groups[name]]) for name in groups}


def combine_confidences(attribution: float, resolution: float, strength: Strength) -> float:
    """Compute the confidence of a speaker from those of the two rules that found it.

    The confidence of a resolution is that of its being right where the attribution is.
    """
    return limit_inferred(round(attribution * resolution, _DECIMALS), strength)


def limit_inferred(confidence: float, strength: Strength) -> float:
    """Return the confidence, or `MOST_OF_INFERRED` if that is less and the speaker is inferred."""
    is_inferred = strength < Strength.IMPLIED
    return min(confidence, MOST_OF_INFERRED) if is_inferred else confidence


def _estimate_mean(members: Sequence[RuleUses]) -> float:
    """Return the mean of the rate of a group, 0..1."""
    uses = sum(each.uses for each in members)
    return (sum(each.right for each in members) + 1) / (uses + 2)


def _compute_confidence(own: RuleUses, mean: float) -> float:
    """Return the mean of the rate of a rule in a group with this mean, 0..1."""
    prior = min(mean, MOST_OF_PRIOR)
    return (own.right + PRIOR_STRENGTH * prior) / (own.uses + PRIOR_STRENGTH)
