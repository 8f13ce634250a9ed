"""What a quote is: spans of an article's text, with who said it and how it was introduced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

STATED_CONFIDENCE = 0.5
"""A speaker with less confidence is an inference."""


class QuoteKind(str, Enum):
    """What the marks stand for."""

    DIRECT = "direct"
    """An utterance of its own: whole clauses, or words introduced as they were spoken."""
    PARTIAL = "partial"
    """Words of a speaker that complete a clause of the reporter."""
    SCARE = "scare"
    """A word or a term of art that the reporter sets off; nobody need have said it."""
    TITLE = "title"
    """The name of a work, a programme, a nickname: not speech."""


class Stance(str, Enum):
    """What a reporting verb adds to the mere fact that something was said."""

    NEUTRAL = "neutral"
    """said, told, according to"""
    ASSERTING = "asserting"
    """insisted, stressed, emphasized"""
    DOUBTING = "doubting"
    """claimed, alleged, purported"""
    CONCEDING = "conceding"
    """admitted, acknowledged, confessed"""
    OPPOSING = "opposing"
    """denied, rejected, criticized"""
    AGREEING = "agreeing"
    """agreed, praised, welcomed"""
    URGING = "urging"
    """urged, demanded, called for"""
    WARNING = "warning"
    """warned, threatened, cautioned"""
    ASKING = "asking"
    """asked, wondered"""
    REPLYING = "replying"
    """answered, replied, countered"""
    FEELING = "feeling"
    """joked, complained, screamed: how it was said"""
    THINKING = "thinking"
    """believed, thought, hoped"""
    PROMISING = "promising"
    """promised, vowed, pledged"""


class SpeakerKind(str, Enum):
    """What sort of source a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ROLE = "role"
    """A person or group known by what they are only ("a senior official", "police")."""
    UNKNOWN = "unknown"
    """A name, and the article does not tell whether a person's or an organisation's."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the article and where they stand: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is given as the source of a quote."""

    name: str
    """The fullest form of the name in the article, or else the words that stand for it."""
    mention: str
    """The words the speaker was read from, `text[start:end]`."""
    start: int
    end: int
    kind: SpeakerKind
    confidence: float
    """In 0..1: at .9 and above the words stand beside the quote, below .5 it is an inference."""

    @property
    def is_stated(self) -> bool:
        """Whether the text states who speaks; otherwise the speaker is an inference."""
        return self.confidence >= STATED_CONFIDENCE

    @property
    def display_name(self) -> str:
        """The name as it is shown to people: with "probably" where it is an inference."""
        return self.name if self.is_stated else f"probably {self.name}"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report the speaking: a verb mostly, or "according to"."""

    text: str
    """As printed, `text[start:end]`."""
    lemma: str
    stance: Stance
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of words between two marks.

    An utterance that its attribution splits, or that runs over several paragraphs,
    is several quotes with the same `utterance` number; they carry the same speaker
    and cue.
    """

    start: int
    end: int
    """`text[start:end]` is what stands between the marks, without white space at either end."""
    kind: QuoteKind
    utterance: int
    """From 0, in the order of the article."""
    depth: int = 0
    """How many other quotes this one stands in."""
    closed: bool = True
    """False where the closing mark is missing, as before a paragraph that goes on."""
    speaker: Speaker | None = None
    cue: Cue | None = None
    addressee: Phrase | None = None
    """Who is spoken to, where stated ("told Chen")."""
    setting: Phrase | None = None
    """Where, when or how it was said, where stated ("in a statement to the press")."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said in one go: the quotes that belong together, in order."""

    number: int
    parts: tuple[Quote, ...]

    @property
    def first(self) -> Quote:
        """The part it begins with."""
        return self.parts[0]

    @property
    def kind(self) -> QuoteKind:
        """Direct where any part is, else the kind of the first part."""
        if any(part.kind is QuoteKind.DIRECT for part in self.parts):
            return QuoteKind.DIRECT
        return self.first.kind

    def words(self, text: str) -> str:
        """The quoted words of all parts, joined by a space."""
        return " ".join(text[part.start : part.end] for part in self.parts)


def group_utterances(quotes: Sequence[Quote]) -> tuple[Utterance, ...]:
    """Put the quotes of one article together into utterances, in the order they begin."""
    parts: dict[int, list[Quote]] = {}
    for quote in quotes:
        parts.setdefault(quote.utterance, []).append(quote)
    return tuple(Utterance(number, tuple(found)) for number, found in parts.items())
