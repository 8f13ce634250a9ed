"""The rules by which a quote is attributed to a speaker, as a table.

A rule is found by its name, which every quote carries. What a rule matches is written twice: as
a pattern for people, and as a function in the module of its group (`attribution_before`,
`attribution_after`, `attribution_nearby`), which tries the rules in the order of this table.
The test of this module runs the example of every rule.

In patterns “…” is the quote, SPEAKER a noun phrase, VERB a verb of `load_reporting_verbs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.quotes.quote import Strength


class RuleGroup(str, Enum):
    """Where the words are by which a rule attributes a quote."""

    BEFORE = "before the quote"
    AFTER = "after the quote"
    NEARBY = "in a neighbouring sentence"


@dataclass(frozen=True, slots=True)
class AttributionRule:
    """One way in which the words of an article attribute a quote."""

    name: str
    group: RuleGroup
    pattern: str
    example: str
    """A text whose last quote of several words is attributed by this rule."""
    strength: Strength
    confidence: float
    """In 0..1."""
    names_speaker: bool = True
    """Whether it finds a speaker; otherwise it finds a verb alone."""


_BEFORE, _AFTER, _NEARBY = RuleGroup.BEFORE, RuleGroup.AFTER, RuleGroup.NEARBY

IN_THE_WORDS_OF = AttributionRule(
    "in the words of",
    _BEFORE,
    "in the words of SPEAKER … “…”",
    "It was, in the words of one analyst, “a perfect storm for us all.”",
    Strength.STATED,
    0.9,
)
ACCORDING_TO_NEAR_BEFORE = AttributionRule(
    "according to, before",
    _BEFORE,
    "according to SPEAKER … “…”, fewer than 20 words between",
    "According to Jo Smith, “it is over for good.”",
    Strength.STATED,
    0.9,
)
ACCORDING_TO_FAR_BEFORE = AttributionRule(
    "according to, far before",
    _BEFORE,
    "according to SPEAKER … “…”, 20 words and more between",
    "According to Jo Smith the bridge over the river in the north of the old town of Ashford in "
    "the county of Kent is “a danger to everybody.”",
    Strength.STATED,
    0.7,
)
TO_QUOTE = AttributionRule(
    "to quote",
    _BEFORE,
    "to quote SPEAKER … “…”",
    "To quote Jo Smith: “You cannot fix this.”",
    Strength.STATED,
    0.9,
)
PER = AttributionRule(
    "per, before",
    _BEFORE,
    "Per SPEAKER, “…”",
    "Per the sheriff's office, “no shots were fired.”",
    Strength.STATED,
    0.85,
)
QUOTED_AS_SAYING_BEFORE = AttributionRule(
    "quoted as saying, before",
    _BEFORE,
    "quoted SPEAKER as saying … “…”",
    "State TV quoted Jo Smith as saying, “It is over for good.”",
    Strength.STATED,
    0.9,
)
VERB_SPEAKER_BEFORE = AttributionRule(
    "verb speaker, before",
    _BEFORE,
    "VERB SPEAKER: “…”",
    "Said Smith: “It is over for good.”",
    Strength.STATED,
    0.9,
)
CLAUSE_BEFORE = AttributionRule(
    "verb speaker in a clause, before",
    _BEFORE,
    "…, VERB SPEAKER, “…”",
    "It was, said one lawmaker, “the worst speech in years.”",
    Strength.STATED,
    0.85,
)
SPEAKER_VERB_BESIDE_BEFORE = AttributionRule(
    "speaker verb, beside",
    _BEFORE,
    "SPEAKER VERB “…”, at most one word between",
    "Jo Smith said, “It is over for good.”",
    Strength.ADJACENT,
    0.95,
)
SPEAKER_VERB_NEAR_BEFORE = AttributionRule(
    "speaker verb, near",
    _BEFORE,
    "SPEAKER VERB … “…”, at most 12 words between",
    "Jo Smith told reporters on Monday that it was “over for good.”",
    Strength.STATED,
    0.85,
)
SPEAKER_VERB_FAR_BEFORE = AttributionRule(
    "speaker verb, far",
    _BEFORE,
    "SPEAKER VERB … “…”, more than 12 words between",
    "Jo Smith said the plan for the bridge over the river in the north of the town was “over for "
    "good.”",
    Strength.STATED,
    0.7,
)
SUBJECT_COLON = AttributionRule(
    "subject colon",
    _BEFORE,
    "SPEAKER …: “…”",
    "Jo Smith was blunt: “It is over for good.”",
    Strength.LOOSE,
    0.6,
)
ACCORDING_TO_BESIDE_AFTER = AttributionRule(
    "according to, beside",
    _AFTER,
    "“…,” according to SPEAKER; “…,” per SPEAKER",
    "“It is over for good,” according to Jo Smith.",
    Strength.ADJACENT,
    0.95,
)
SIGNED_NAME = AttributionRule(
    "signed name",
    _AFTER,
    "“…” — SPEAKER",
    "“It must never happen again.” — Jo Smith, goalkeeper",
    Strength.STATED,
    0.8,
)
ANSWER_FROM = AttributionRule(
    "answer from",
    _AFTER,
    "“…” was the answer from SPEAKER",
    "“Absolutely not now,” was the reply from Jo Smith.",
    Strength.STATED,
    0.9,
)
VERB_SPEAKER_AFTER = AttributionRule(
    "verb speaker, after",
    _AFTER,
    "“…,” VERB SPEAKER",
    "“It is over for good,” said Jo Smith.",
    Strength.ADJACENT,
    0.95,
)
VERB_ALONE_AFTER = AttributionRule(
    "verb alone, after",
    _AFTER,
    "“…,” VERB",
    "“It is over for good,” said with a smile.",
    Strength.LOOSE,
    0.5,
    names_speaker=False,
)
QUOTED_AS_SAYING_AFTER = AttributionRule(
    "quoted as saying, after",
    _AFTER,
    "“…,” … quoted SPEAKER as saying",
    "“It is over for good,” state TV quoted Jo Smith as saying.",
    Strength.STATED,
    0.9,
)
CLAUSE_AFTER = AttributionRule(
    "verb speaker in a clause, after",
    _AFTER,
    "“…” …, VERB SPEAKER.",
    "“It is over for good,” that is the word in town, said Jo Smith.",
    Strength.STATED,
    0.85,
)
PASSIVE_AFTER = AttributionRule(
    "passive verb, after",
    _AFTER,
    "“…,” ADDRESSEE was told",
    "“It is over for good,” Jo Smith was told.",
    Strength.GUESSED,
    0.2,
    names_speaker=False,
)
SPEAKER_VERB_AFTER = AttributionRule(
    "speaker verb, after",
    _AFTER,
    "“…,” SPEAKER VERB",
    "“It is over for good,” Jo Smith said.",
    Strength.ADJACENT,
    0.95,
)
ACCORDING_TO_NEAR_AFTER = AttributionRule(
    "according to, after",
    _AFTER,
    "“…” … according to SPEAKER, at most two words between",
    "“It is over for good”, partly according to Jo Smith.",
    Strength.STATED,
    0.9,
)
ACCORDING_TO_FAR_AFTER = AttributionRule(
    "according to, far after",
    _AFTER,
    "“…” … according to SPEAKER, more than two words between",
    "“It is over for good” is the word in town, according to Jo Smith.",
    Strength.LOOSE,
    0.6,
)
SHORT_SENTENCE_AFTER = AttributionRule(
    "short sentence after",
    _AFTER,
    "“….” SPEAKER VERB.",
    "“It is over for good.” Jo Smith said.",
    Strength.LOOSE,
    0.7,
)
UNPUNCTUATED_AFTER = AttributionRule(
    "no punctuation, after",
    _AFTER,
    "“…” … SPEAKER VERB, no comma between",
    "“It is over for good” was not what the mayor of the town, Jo Smith, said.",
    Strength.LOOSE,
    0.6,
)
NEXT_LINE = AttributionRule(
    "next line",
    _AFTER,
    "“…,” line break, SPEAKER VERB.",
    "“It is over for good,”\nJo Smith said.",
    Strength.LOOSE,
    0.7,
)
ANNOUNCED = AttributionRule(
    "announced in the sentence before",
    _NEARBY,
    "SPEAKER VERB …: line break, “…”",
    "Jo Smith said in a letter:\n“It is over for good.”",
    Strength.STATED,
    0.8,
)
ACCORDING_TO_NEARBY = AttributionRule(
    "according to, in the sentence before",
    _NEARBY,
    "… according to SPEAKER. “….”",
    "The plan was dropped, according to Jo Smith. “It is over for good.”",
    Strength.LOOSE,
    0.55,
)
SPEAKER_VERB_NEARBY = AttributionRule(
    "speaker verb, in the sentence before",
    _NEARBY,
    "SPEAKER VERB …. “….”",
    "Jo Smith denied the report. “It is not the right thing to do.”",
    Strength.LOOSE,
    0.6,
)
SPEAKER_WEAK_VERB_NEARBY = AttributionRule(
    "speaker weak verb, in the sentence before",
    _NEARBY,
    "SPEAKER VERB …. “….”, where VERB reports speech only beside a quotation",
    "Jo Smith described the plan. “It is the right thing to do.”",
    Strength.IMPLIED,
    0.5,
)
SUBJECT_NEARBY = AttributionRule(
    "subject of the sentence before",
    _NEARBY,
    "SPEAKER …. “….”",
    "Jo Smith smiled. “It is the right thing to do.”",
    Strength.INFERRED,
    0.4,
)
SUBJECT_OF_PARAGRAPH_BEFORE = AttributionRule(
    "subject of the paragraph before",
    _NEARBY,
    "SPEAKER …. line break, “….”",
    "Jo Smith smiled.\n“It is the right thing to do.”",
    Strength.GUESSED,
    0.35,
)
SPEAKER_VERB_FOLLOWING = AttributionRule(
    "speaker verb, in the sentence after",
    _NEARBY,
    "“….” SPEAKER VERB …., at the start of an article",
    "“It is the right thing to do.” The mayor of the old town, Jo Smith, confirmed the plan for "
    "the bridge.",
    Strength.INFERRED,
    0.45,
)

ATTRIBUTION_RULES = (
    IN_THE_WORDS_OF,
    ACCORDING_TO_NEAR_BEFORE,
    ACCORDING_TO_FAR_BEFORE,
    TO_QUOTE,
    PER,
    QUOTED_AS_SAYING_BEFORE,
    VERB_SPEAKER_BEFORE,
    CLAUSE_BEFORE,
    SPEAKER_VERB_BESIDE_BEFORE,
    SPEAKER_VERB_NEAR_BEFORE,
    SPEAKER_VERB_FAR_BEFORE,
    SUBJECT_COLON,
    ACCORDING_TO_BESIDE_AFTER,
    SIGNED_NAME,
    ANSWER_FROM,
    VERB_SPEAKER_AFTER,
    VERB_ALONE_AFTER,
    QUOTED_AS_SAYING_AFTER,
    CLAUSE_AFTER,
    PASSIVE_AFTER,
    SPEAKER_VERB_AFTER,
    ACCORDING_TO_NEAR_AFTER,
    ACCORDING_TO_FAR_AFTER,
    SHORT_SENTENCE_AFTER,
    UNPUNCTUATED_AFTER,
    NEXT_LINE,
    ANNOUNCED,
    ACCORDING_TO_NEARBY,
    SPEAKER_VERB_NEARBY,
    SPEAKER_WEAK_VERB_NEARBY,
    SUBJECT_NEARBY,
    SUBJECT_OF_PARAGRAPH_BEFORE,
    SPEAKER_VERB_FOLLOWING,
)
"""All rules, in the order in which those of a group are tried."""
