"""The rules by which a quote is attributed to a speaker, as a table.

A rule is found by its name, which every quote carries. What a rule matches is written twice: as
a pattern for people, and as a function in the module of its group (`attribution_before`,
`attribution_after`, `attribution_nearby`), which tries the rules in the order of this table.
The test of this module runs the example of every rule. Its confidence is measured
(`rule_confidence`); tests/benchmarks/attribution_rules.py prints how often each is used and right.

In patterns “…” is the quote, SPEAKER a noun phrase, VERB a verb of `load_reporting_verbs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reader.quotes.quote import Strength
from reader.quotes.rule_confidence import compute_confidences, load_rule_uses


class RuleGroup(str, Enum):
    """Where the words are by which a rule attributes a quote."""

    BEFORE = "before the quote"
    AFTER = "after the quote"
    NEARBY = "in a neighbouring sentence that reports speech"
    SUBJECT = "in a neighbouring sentence that may report no speech"


@dataclass(frozen=True, slots=True)
class AttributionRule:
    """One way in which the words of an article attribute a quote."""

    name: str
    group: RuleGroup
    pattern: str
    example: str
    """A text whose last quote of several words is attributed by this rule."""
    strength: Strength
    names_speaker: bool = True
    """Whether it finds a speaker; otherwise it finds a verb alone."""

    @property
    def confidence(self) -> float:
        """How often its speaker is right on labelled articles, 0..1, smoothed by group."""
        return _compute_confidences()[self.name]


_BEFORE, _AFTER = RuleGroup.BEFORE, RuleGroup.AFTER
_NEARBY, _SUBJECT = RuleGroup.NEARBY, RuleGroup.SUBJECT

IN_THE_WORDS_OF = AttributionRule(
    "in the words of",
    _BEFORE,
    "in the words of SPEAKER … “…”",
    "It was, in the words of one analyst, “a perfect storm for us all.”",
    Strength.STATED,
)
ACCORDING_TO_NEAR_BEFORE = AttributionRule(
    "according to, before",
    _BEFORE,
    "according to SPEAKER … “…”, fewer than 20 words between",
    "According to Jo Smith, “it is over for good.”",
    Strength.STATED,
)
ACCORDING_TO_FAR_BEFORE = AttributionRule(
    "according to, far before",
    _BEFORE,
    "according to SPEAKER … “…”, 20 words and more between",
    "According to Jo Smith the bridge over the river in the north of the old town of Ashford in "
    "the county of Kent is “a danger to everybody.”",
    Strength.STATED,
)
TO_QUOTE = AttributionRule(
    "to quote",
    _BEFORE,
    "to quote SPEAKER … “…”",
    "To quote Jo Smith: “You cannot fix this.”",
    Strength.STATED,
)
PER = AttributionRule(
    "per, before",
    _BEFORE,
    "Per SPEAKER, “…”",
    "Per the sheriff's office, “no shots were fired.”",
    Strength.STATED,
)
QUOTED_AS_SAYING_BEFORE = AttributionRule(
    "quoted as saying, before",
    _BEFORE,
    "quoted SPEAKER as saying … “…”",
    "State TV quoted Jo Smith as saying, “It is over for good.”",
    Strength.STATED,
)
VERB_SPEAKER_BEFORE = AttributionRule(
    "verb speaker, before",
    _BEFORE,
    "VERB SPEAKER: “…”",
    "Said Smith: “It is over for good.”",
    Strength.STATED,
)
CLAUSE_BEFORE = AttributionRule(
    "verb speaker in a clause, before",
    _BEFORE,
    "…, VERB SPEAKER, “…”",
    "It was, said one lawmaker, “the worst speech in years.”",
    Strength.STATED,
)
PASSIVE_BEFORE = AttributionRule(
    "passive verb, before",
    _BEFORE,
    "ADDRESSEE was told … “…”",
    "Jo Smith was told: “It is over for good.”",
    Strength.GUESSED,
    names_speaker=False,
)
DENIED_BEFORE = AttributionRule(
    "denied verb, before",
    _BEFORE,
    "SPEAKER did not VERB … “…”",
    "Jo Smith would not say whether it was “over for good.”",
    Strength.GUESSED,
    names_speaker=False,
)
OWNED_CLAIM = AttributionRule(
    "owner of a claim",
    _BEFORE,
    "SPEAKER’s claim that … “…”",
    "The mayor laughed at Jo Smith’s claim that it was “over for good.”",
    Strength.STATED,
)
REJECTED_CLAIM = AttributionRule(
    "rejected claim",
    _BEFORE,
    "… denounced the claim that … “…”",
    "Jo Smith denounced the claim that it was “over for good.”",
    Strength.GUESSED,
    names_speaker=False,
)
SPEAKER_VERB_BESIDE_BEFORE = AttributionRule(
    "speaker verb, beside",
    _BEFORE,
    "SPEAKER VERB “…”, at most one word between",
    "Jo Smith said, “It is over for good.”",
    Strength.ADJACENT,
)
SPEAKER_VERB_NEAR_BEFORE = AttributionRule(
    "speaker verb, near",
    _BEFORE,
    "SPEAKER VERB … “…”, at most 12 words between",
    "Jo Smith told reporters on Monday that it was “over for good.”",
    Strength.STATED,
)
SPEAKER_VERB_FAR_BEFORE = AttributionRule(
    "speaker verb, far",
    _BEFORE,
    "SPEAKER VERB … “…”, more than 12 words between",
    "Jo Smith said the plan for the bridge over the river in the north of the town was “over for "
    "good.”",
    Strength.STATED,
)
SUBJECT_COLON = AttributionRule(
    "subject colon",
    _BEFORE,
    "SPEAKER …: “…”",
    "Jo Smith was blunt: “It is over for good.”",
    Strength.LOOSE,
)
INTRODUCED_FROM = AttributionRule(
    "from a speaker, colon",
    _BEFORE,
    "From SPEAKER, …: “…”",
    "From Jo Smith, of the harbour union: “It is over for good.”",
    Strength.STATED,
)
OBJECT_COLON = AttributionRule(
    "object colon",
    _BEFORE,
    "… SPEAKER: “…”, after a subject that can't speak",
    "The low price does not surprise analyst Jo Smith: “It is over for good.”",
    Strength.IMPLIED,
)
ACCORDING_TO_BESIDE_AFTER = AttributionRule(
    "according to, beside",
    _AFTER,
    "“…,” according to SPEAKER; “…,” per SPEAKER",
    "“It is over for good,” according to Jo Smith.",
    Strength.ADJACENT,
)
SIGNED_NAME = AttributionRule(
    "signed name",
    _AFTER,
    "“…” — SPEAKER",
    "“It must never happen again.” — Jo Smith, goalkeeper",
    Strength.STATED,
)
ANSWER_FROM = AttributionRule(
    "answer from",
    _AFTER,
    "“…” was the answer from SPEAKER",
    "“Absolutely not now,” was the reply from Jo Smith.",
    Strength.STATED,
)
VERB_SPEAKER_AFTER = AttributionRule(
    "verb speaker, after",
    _AFTER,
    "“…,” VERB SPEAKER",
    "“It is over for good,” said Jo Smith.",
    Strength.ADJACENT,
)
VERB_ALONE_AFTER = AttributionRule(
    "verb alone, after",
    _AFTER,
    "“…,” VERB",
    "“It is over for good,” said with a smile.",
    Strength.LOOSE,
    names_speaker=False,
)
QUOTED_AS_SAYING_AFTER = AttributionRule(
    "quoted as saying, after",
    _AFTER,
    "“…,” … quoted SPEAKER as saying",
    "“It is over for good,” state TV quoted Jo Smith as saying.",
    Strength.STATED,
)
CLAUSE_AFTER = AttributionRule(
    "verb speaker in a clause, after",
    _AFTER,
    "“…” …, VERB SPEAKER.",
    "“It is over for good,” that is the word in town, said Jo Smith.",
    Strength.STATED,
)
PASSIVE_AFTER = AttributionRule(
    "passive verb, after",
    _AFTER,
    "“…,” ADDRESSEE was told",
    "“It is over for good,” Jo Smith was told.",
    Strength.GUESSED,
    names_speaker=False,
)
BY_AFTER = AttributionRule(
    "by a speaker, after",
    _AFTER,
    "was VERB “…” by SPEAKER",
    "The plan was called “a danger to everybody” by Jo Smith.",
    Strength.STATED,
)
PARTICIPLE_BEFORE = AttributionRule(
    "participle before, speaker after",
    _AFTER,
    "VERBing … “…,” SPEAKER, at the start of a sentence",
    "Calling the plan “a danger to everybody,” Jo Smith left.",
    Strength.STATED,
)
SPEAKER_VERB_AFTER = AttributionRule(
    "speaker verb, after",
    _AFTER,
    "“…,” SPEAKER VERB",
    "“It is over for good,” Jo Smith said.",
    Strength.ADJACENT,
)
ACCORDING_TO_NEAR_AFTER = AttributionRule(
    "according to, after",
    _AFTER,
    "“…” … according to SPEAKER, at most two words between",
    "“It is over for good”, partly according to Jo Smith.",
    Strength.STATED,
)
ACCORDING_TO_FAR_AFTER = AttributionRule(
    "according to, far after",
    _AFTER,
    "“…” … according to SPEAKER, more than two words between",
    "“It is over for good” is the word in town, according to Jo Smith.",
    Strength.LOOSE,
)
SHORT_SENTENCE_AFTER = AttributionRule(
    "short sentence after",
    _AFTER,
    "“….” SPEAKER VERB.",
    "“It is over for good.” Jo Smith said.",
    Strength.LOOSE,
)
UNPUNCTUATED_AFTER = AttributionRule(
    "no punctuation, after",
    _AFTER,
    "“…” … SPEAKER VERB, no comma between",
    "“It is over for good” was not what the mayor of the town, Jo Smith, said.",
    Strength.LOOSE,
)
NEXT_LINE = AttributionRule(
    "next line",
    _AFTER,
    "“…,” line break, SPEAKER VERB.",
    "“It is over for good,”\nJo Smith said.",
    Strength.LOOSE,
)
ANNOUNCED = AttributionRule(
    "announced in the sentence before",
    _NEARBY,
    "SPEAKER VERB …: line break, “…”",
    "Jo Smith said in a letter:\n“It is over for good.”",
    Strength.STATED,
)
ACCORDING_TO_NEARBY = AttributionRule(
    "according to, in the sentence before",
    _NEARBY,
    "… according to SPEAKER. “….”",
    "The plan was dropped, according to Jo Smith. “It is over for good.”",
    Strength.LOOSE,
)
SPEAKER_VERB_NEARBY = AttributionRule(
    "speaker verb, in the sentence before",
    _NEARBY,
    "SPEAKER VERB …. “….”",
    "Jo Smith denied the report. “It is not the right thing to do.”",
    Strength.LOOSE,
)
SPEAKER_WEAK_VERB_NEARBY = AttributionRule(
    "speaker weak verb, in the sentence before",
    _SUBJECT,
    "SPEAKER VERB …. “….”, where VERB reports speech only beside a quotation",
    "Jo Smith described the plan. “It is the right thing to do.”",
    Strength.IMPLIED,
)
SUBJECT_NEARBY = AttributionRule(
    "subject of the sentence before",
    _SUBJECT,
    "SPEAKER …. “….”",
    "Jo Smith smiled. “It is the right thing to do.”",
    Strength.INFERRED,
)
SUBJECT_OF_PARAGRAPH_BEFORE = AttributionRule(
    "subject of the paragraph before",
    _SUBJECT,
    "SPEAKER …. line break, “….”",
    "Jo Smith smiled.\n“It is the right thing to do.”",
    Strength.GUESSED,
)
SPEAKER_VERB_FOLLOWING = AttributionRule(
    "speaker verb, in the sentence after",
    _NEARBY,
    "“….” SPEAKER VERB …., at the start of an article",
    "“It is the right thing to do.” The mayor of the old town, Jo Smith, confirmed the plan for "
    "the bridge.",
    Strength.INFERRED,
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
    PASSIVE_BEFORE,
    DENIED_BEFORE,
    OWNED_CLAIM,
    REJECTED_CLAIM,
    SPEAKER_VERB_BESIDE_BEFORE,
    SPEAKER_VERB_NEAR_BEFORE,
    SPEAKER_VERB_FAR_BEFORE,
    INTRODUCED_FROM,
    SUBJECT_COLON,
    OBJECT_COLON,
    ACCORDING_TO_BESIDE_AFTER,
    SIGNED_NAME,
    ANSWER_FROM,
    VERB_SPEAKER_AFTER,
    VERB_ALONE_AFTER,
    QUOTED_AS_SAYING_AFTER,
    CLAUSE_AFTER,
    PASSIVE_AFTER,
    BY_AFTER,
    PARTICIPLE_BEFORE,
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


def find_rule(name: str) -> AttributionRule | None:
    """Return the rule of a name, as quotes carry it; None for the empty one."""
    return next((rule for rule in ATTRIBUTION_RULES if rule.name == name), None)


@cache
def _compute_confidences() -> Mapping[str, float]:
    """Compute the confidences of all rules; those that name no speaker have none."""
    groups = {rule.name: rule.group.value for rule in ATTRIBUTION_RULES if rule.names_speaker}
    silent = {rule.name: 0.0 for rule in ATTRIBUTION_RULES if not rule.names_speaker}
    return {**silent, **compute_confidences(load_rule_uses("attribution"), groups)}
