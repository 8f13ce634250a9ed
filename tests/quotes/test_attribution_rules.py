"""Every rule of attribution attributes its own example."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.attribution_rules import ATTRIBUTION_RULES, AttributionRule


@pytest.mark.parametrize("rule", ATTRIBUTION_RULES, ids=lambda rule: rule.name)
def test_the_example_is_attributed_by_its_rule(rule: AttributionRule) -> None:
    quote = find_quotes(rule.example)[-1]
    assert quote.rule == rule.name
    assert (quote.speaker is not None) is rule.names_speaker


def test_names_are_unique() -> None:
    assert len({rule.name for rule in ATTRIBUTION_RULES}) == len(ATTRIBUTION_RULES) > 0


def test_a_quote_without_attribution_has_no_rule() -> None:
    assert find_quotes("“It is over for good.”")[0].rule == ""
