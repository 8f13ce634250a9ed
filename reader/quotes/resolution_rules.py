"""The rules by which the words for a speaker are resolved to a name, as a table.

The functions that apply them are in `speakers` and `utterance_attribution`. The test of this
module runs the example of every rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reader.quotes.quote import Strength
from reader.quotes.rule_confidence import compute_confidences, load_rule_uses


class ResolutionGroup(str, Enum):
    """What is resolved."""

    PRINTED = "a name or a role"
    PRONOUN = "a pronoun"
    SPEAKER = "the speaker or the addressee of the quote before"


@dataclass(frozen=True, slots=True)
class ResolutionRule:
    """One way in which the words that refer to a speaker become a name."""

    name: str
    group: ResolutionGroup
    pattern: str
    example: str
    """A text whose last quote has a speaker that is resolved by this rule."""
    strength: Strength
    """The most that a speaker can have which it resolves."""

    @property
    def confidence(self) -> float:
        """How often it is right where the attribution is, on labelled articles, 0..1."""
        return _compute_confidences()[self.name]


_PRINTED, _PRONOUN, _SPEAKER = (
    ResolutionGroup.PRINTED,
    ResolutionGroup.PRONOUN,
    ResolutionGroup.SPEAKER,
)


NAME = ResolutionRule(
    "name",
    _PRINTED,
    "a name, as printed or in the fullest form of the article",
    "“It is over for good,” Jo Smith said.",
    Strength.ADJACENT,
)
PRONOUN_OF_SPEAKER = ResolutionRule(
    "pronoun of the speaker before",
    _PRONOUN,
    "he or she, after the name of the person who speaks the quote before",
    "“It is over,” Jo Smith said. “It is over for good,” she added.",
    Strength.STATED,
)
PRONOUN_OF_ONE_PERSON = ResolutionRule(
    "pronoun of one of several persons",
    _PRONOUN,
    "he or she, after the names of two persons in one sentence, either of whom may be meant",
    "Mr Smith met Mr Jones. “It is over for good,” he said.",
    Strength.STATED,
)
PRONOUN_OF_HOLDER = ResolutionRule(
    "pronoun of the holder of a role",
    _PRONOUN,
    "he or she, after a sentence about a role whose holder is named elsewhere",
    "Mayor Jo Smith came late.\nThe mayor was angry. “It is over for good,” she said.",
    Strength.STATED,
)
PRONOUN_OF_PERSON = ResolutionRule(
    "pronoun of a person",
    _PRONOUN,
    "he or she, after the name of one person",
    "Mr Smith came late. “It is over for good,” he said.",
    Strength.STATED,
)
PRONOUN_OF_NAME = ResolutionRule(
    "pronoun of a name",
    _PRONOUN,
    "he or she, after a name that may be a person's",
    "Xerlo Brando came late. “It is over for good,” he said.",
    Strength.IMPLIED,
)
PRONOUN_OF_UNNAMED = ResolutionRule(
    "pronoun of an unnamed speaker",
    _PRONOUN,
    "he or she, after what a person without a name said",
    "Smith’s lawyer denied the report. “It is over for good,” he said.",
    Strength.LOOSE,
)
PRONOUN_OF_PREVIOUS = ResolutionRule(
    "pronoun of the previous speaker",
    _PRONOUN,
    "he or she, after a quote of somebody without a name",
    "“It is over,” the mayor said. “It is over for good,” he added later.",
    Strength.LOOSE,
)
PRONOUN_OF_ROLE = ResolutionRule(
    "pronoun of a role",
    _PRONOUN,
    "he or she, after a sentence that reports speech of somebody without a name",
    "The mayor denied the report. “It is over for good,” he said.",
    Strength.IMPLIED,
)
PRONOUN_OF_SUBJECT = ResolutionRule(
    "pronoun of the subject before",
    _PRONOUN,
    "he or she, after a sentence about somebody with a role or a name that nothing else shows",
    "The minister resigned on Monday. “It is over for good,” he said.",
    Strength.LOOSE,
)
PRONOUN_ALONE = ResolutionRule(
    "pronoun alone",
    _PRONOUN,
    "he or she, after nobody",
    "“It is over for good,” she said.",
    Strength.GUESSED,
)
GROUP_PRONOUN_OF_SUBJECT = ResolutionRule(
    "group pronoun of a subject",
    _PRONOUN,
    "it or they, after a sentence with a subject",
    "The firm would not discuss the case. “It is over for good,” it said.",
    Strength.LOOSE,
)
GROUP_PRONOUN_OF_PREVIOUS = ResolutionRule(
    "group pronoun of the previous speaker",
    _PRONOUN,
    "it, they or who, after a quote",
    "“It is over,” police said. “It is over for good,” they said.",
    Strength.LOOSE,
)
HOLDER_OF_ROLE = ResolutionRule(
    "holder of a role",
    _PRINTED,
    "a role whose holder is named elsewhere",
    "District Attorney Steve Cooley came late.\n“It is over for good,” the District Attorney said.",
    Strength.STATED,
)
ROLE = ResolutionRule(
    "role",
    _PRINTED,
    "a role, as printed",
    "“It is over for good,” a senior official said.",
    Strength.STATED,
)
CONTINUED = ResolutionRule(
    "continued",
    _SPEAKER,
    "the speaker of the quote before, whose sentence alone is between",
    "Jo Smith called the vote “a bad idea.”\n“It is over for good.”",
    Strength.LOOSE,
)
CARRIED = ResolutionRule(
    "carried on",
    _SPEAKER,
    "the speaker of the quote before, where nothing attributes a quote after other sentences",
    "“It is over,” Jo Smith said.\nThe town slept. “It is over for good.”",
    Strength.INFERRED,
)
REPLY = ResolutionRule(
    "reply",
    _SPEAKER,
    "he or she who replies to the quote before: its addressee",
    "“It is over,” Jones told Smith. “It is not over yet,” he replied.",
    Strength.IMPLIED,
)

RESOLUTION_RULES = (
    NAME,
    PRONOUN_OF_UNNAMED,
    PRONOUN_OF_HOLDER,
    PRONOUN_OF_SPEAKER,
    PRONOUN_OF_ONE_PERSON,
    PRONOUN_OF_PERSON,
    PRONOUN_OF_NAME,
    PRONOUN_OF_PREVIOUS,
    PRONOUN_OF_ROLE,
    PRONOUN_OF_SUBJECT,
    PRONOUN_ALONE,
    GROUP_PRONOUN_OF_SUBJECT,
    GROUP_PRONOUN_OF_PREVIOUS,
    HOLDER_OF_ROLE,
    ROLE,
    CONTINUED,
    CARRIED,
    REPLY,
)
"""All rules, in the order in which they are tried."""


@cache
def _compute_confidences() -> Mapping[str, float]:
    groups = {rule.name: rule.group.value for rule in RESOLUTION_RULES}
    return compute_confidences(load_rule_uses("resolution"), groups)
