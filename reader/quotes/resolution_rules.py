"""The rules by which the words for a speaker are resolved to a name, as a table.

The functions that apply them are in `speakers` and `utterance_attribution`. The test of this
module runs the example of every rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.quotes.quote import Strength


@dataclass(frozen=True, slots=True)
class ResolutionRule:
    """One way in which the words that refer to a speaker become a name."""

    name: str
    pattern: str
    example: str
    """A text whose last quote has a speaker that is resolved by this rule."""
    strength: Strength
    confidence: float
    """In 0..1."""
    replaces: bool = False
    """Whether strength and confidence take the place of those of the attribution; otherwise they
    are upper limits."""


NAME = ResolutionRule(
    "name",
    "a name, as printed or in the fullest form of the article",
    "“It is over for good,” Jo Smith said.",
    Strength.ADJACENT,
    1.0,
)
PRONOUN_OF_PERSON = ResolutionRule(
    "pronoun of a person",
    "he or she, after the name of a person",
    "Mr Smith came late. “It is over for good,” he said.",
    Strength.STATED,
    0.8,
)
PRONOUN_OF_NAME = ResolutionRule(
    "pronoun of a name",
    "he or she, after a name that may be a person's",
    "Xerlo Brando came late. “It is over for good,” he said.",
    Strength.IMPLIED,
    0.5,
)
PRONOUN_OF_PREVIOUS = ResolutionRule(
    "pronoun of the previous speaker",
    "he or she, after a quote of somebody without a name",
    "“It is over,” the mayor said. “It is over for good,” he added later.",
    Strength.LOOSE,
    0.6,
    replaces=True,
)
PRONOUN_OF_ROLE = ResolutionRule(
    "pronoun of a role",
    "he or she, after a sentence that reports speech of somebody without a name",
    "The mayor denied the report. “It is over for good,” he said.",
    Strength.IMPLIED,
    0.5,
    replaces=True,
)
PRONOUN_ALONE = ResolutionRule(
    "pronoun alone",
    "he or she, after nobody",
    "“It is over for good,” she said.",
    Strength.GUESSED,
    0.3,
    replaces=True,
)
GROUP_PRONOUN_OF_SUBJECT = ResolutionRule(
    "group pronoun of a subject",
    "it or they, after a sentence with a subject",
    "The firm would not discuss the case. “It is over for good,” it said.",
    Strength.LOOSE,
    0.55,
    replaces=True,
)
GROUP_PRONOUN_OF_PREVIOUS = ResolutionRule(
    "group pronoun of the previous speaker",
    "it, they or who, after a quote",
    "“It is over,” police said. “It is over for good,” they said.",
    Strength.LOOSE,
    0.55,
    replaces=True,
)
HOLDER_OF_ROLE = ResolutionRule(
    "holder of a role",
    "a role whose holder is named elsewhere",
    "District Attorney Steve Cooley came late.\n“It is over for good,” the District Attorney said.",
    Strength.STATED,
    0.85,
)
ROLE = ResolutionRule(
    "role",
    "a role, as printed",
    "“It is over for good,” a senior official said.",
    Strength.STATED,
    0.85,
)
CARRIED = ResolutionRule(
    "carried on",
    "the speaker of the quote before, where nothing attributes a quote",
    "“It is over,” Jo Smith said.\nThe town slept. “It is over for good.”",
    Strength.INFERRED,
    0.4,
)
REPLY = ResolutionRule(
    "reply",
    "he or she who replies to the quote before: its addressee",
    "“It is over,” Jones told Smith. “It is not over yet,” he replied.",
    Strength.IMPLIED,
    0.5,
    replaces=True,
)

RESOLUTION_RULES = (
    NAME,
    PRONOUN_OF_PERSON,
    PRONOUN_OF_NAME,
    PRONOUN_OF_PREVIOUS,
    PRONOUN_OF_ROLE,
    PRONOUN_ALONE,
    GROUP_PRONOUN_OF_SUBJECT,
    GROUP_PRONOUN_OF_PREVIOUS,
    HOLDER_OF_ROLE,
    ROLE,
    CARRIED,
    REPLY,
)
"""All rules, in the order in which they are tried."""
