"""The values of a quote: spans of an article's text, speaker, cue and utterance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from reader.articles import Passage
from reader.text.excerpts import excerpt


class QuoteKind(str, Enum):
    """What the quotation marks set off."""

    DIRECT = "direct"
    """An utterance of its own: whole clauses, or words introduced as they were spoken."""
    PARTIAL = "partial"
    """Words of a speaker that complete a clause of the reporter."""
    SCARE = "scare"
    """A word or a term of art that the reporter sets off; it need not be anybody's speech."""
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
    """A person without a name ("a senior official")."""
    GROUP = "group"
    """Several people without names ("they", "critics")."""
    JOINT = "joint"
    """Several named speakers together ("A and B said in a joint statement")."""
    DOCUMENT = "document"
    """A text ("the report said")."""
    OFFICE = "office"
    """An office or a body of state ("the White House", "police")."""
    SPOKESPERSON = "spokesperson"
    """Somebody without a name who speaks for another ("a spokesman for the board")."""
    UNKNOWN = "unknown"
    """A name, and the article does not show whether a person's or an organisation's."""

    @property
    def is_body(self) -> bool:
        """Whether it is an organisation or an office, and no person."""
        return self in (SpeakerKind.ORGANISATION, SpeakerKind.OFFICE)


_UNNAMED_KINDS = frozenset(
    (SpeakerKind.ROLE, SpeakerKind.GROUP, SpeakerKind.DOCUMENT, SpeakerKind.SPOKESPERSON)
)
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))


class Strength(IntEnum):
    """How directly the words of an article tie a quote to its speaker, weakest first.

    Every rule of attribution has one. Decisions compare strengths and not confidences, so that
    new measurements of the confidences change no decision.
    """

    GUESSED = 0
    """The reporter's words point to somebody, and nothing says that it is the speaker."""
    INFERRED = 1
    """The subject of a neighbouring sentence, or the speaker of the quote before."""
    IMPLIED = 2
    """A verb in a neighbouring sentence that may report speech."""
    LOOSE = 3
    """A reporting verb in a neighbouring sentence, or one without the usual punctuation."""
    STATED = 4
    """A reporting verb in the sentence of the quote."""
    ADJACENT = 5
    """A reporting verb right beside the quote."""


LEAST_STATED = 0.5
"""A speaker who is less likely than this is shown as unknown."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the article with their position: `text[start:end]`."""

    text: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"<Phrase {excerpt(self.text)!r}>"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a quote."""

    name: str
    """The fullest form of the name in the article, or else the words that refer to the speaker."""
    mention: str
    """The words from which the speaker was read, `text[start:end]`."""
    start: int
    end: int
    kind: SpeakerKind
    confidence: float
    """In 0..1, how often the rules that found the speaker are right; below 0.5 where the speaker is
    an inference."""
    strength: Strength = Strength.STATED
    resolution: str = ""
    """Name of the resolution rule by which the name was found for the mention."""
    represents: str = ""
    """Whom a spokesperson without a name speaks for ("the harbour board")."""

    @property
    def is_stated(self) -> bool:
        """Whether the text states who speaks; otherwise the speaker is an inference."""
        return self.strength >= Strength.IMPLIED and self.confidence >= LEAST_STATED

    @property
    def is_named(self) -> bool:
        """Whether it has a name, and is no role at the start of a sentence ("The company")."""
        if self.kind in _UNNAMED_KINDS or not self.name[:1].isupper():
            return False
        return self.name.split()[0].lower() not in _ARTICLES or self.kind is SpeakerKind.UNKNOWN

    @property
    def display_name(self) -> str:
        """The name as it is shown to people: "unknown, perhaps …" where it is an inference."""
        name = f"{self.name} for {self.represents}" if self.represents else self.name
        return name if self.is_stated else f"unknown, perhaps {name}"

    def __repr__(self) -> str:
        return f"<Speaker {excerpt(self.display_name)}, {self.kind.value}>"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report the speaking: a verb mostly, or "according to"."""

    text: str
    """As printed, `text[start:end]`."""
    lemma: str
    stance: Stance
    start: int
    end: int

    def __repr__(self) -> str:
        return f"<Cue {excerpt(self.text)!r}, {self.stance.value}>"


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of words between two marks.

    An utterance that its attribution splits, or that runs over several paragraphs,
    is several quotes with the same `utterance` number; they carry the same speaker
    and cue.
    """

    start: int
    end: int
    """`text[start:end]` are the words between the marks, without white space at either end."""
    kind: QuoteKind
    utterance: int
    """From 0, in the order of the article."""
    depth: int = 0
    """Number of other quotes around this one."""
    closed: bool = True
    """False where the closing mark is missing, as before a paragraph that goes on."""
    speaker: Speaker | None = None
    cue: Cue | None = None
    addressee: Phrase | None = None
    """Who is spoken to, where stated ("told Chen")."""
    setting: Phrase | None = None
    """Where, when or how it was said, where stated ("in a statement to the press")."""
    rule: str = ""
    """Name of the attribution rule that found speaker and cue, empty where none did."""
    text: str = ""
    """The words between the marks, in one line."""
    passage: Passage | None = field(default=None, compare=False)
    """Its position in the article; None where the quote was found in a plain text."""

    def __repr__(self) -> str:
        speaker = f" of {excerpt(self.speaker.display_name)}" if self.speaker else ""
        return f"<Quote, {self.kind.value}{speaker}: {excerpt(self.text)!r}>"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said in one go: the quotes that belong together, in order."""

    number: int
    parts: tuple[Quote, ...]

    @property
    def first(self) -> Quote:
        """The first part."""
        return self.parts[0]

    @property
    def kind(self) -> QuoteKind:
        """Direct if any part is, else the kind of the first part."""
        if any(part.kind is QuoteKind.DIRECT for part in self.parts):
            return QuoteKind.DIRECT
        return self.first.kind

    def words(self, text: str) -> str:
        """Join the quoted words of all parts by a space."""
        return " ".join(text[part.start : part.end] for part in self.parts)


def group_utterances(quotes: Sequence[Quote]) -> tuple[Utterance, ...]:
    """Group the quotes of one article by utterance, in the order in which utterances begin."""
    parts: dict[int, list[Quote]] = {}
    for quote in quotes:
        parts.setdefault(quote.utterance, []).append(quote)
    return tuple(Utterance(number, tuple(found)) for number, found in parts.items())
