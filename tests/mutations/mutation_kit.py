"""A kit of altered quotations: from any article it makes drafts of which the outcome is known.

A `Kind` is one way to alter a quotation, harmful or harmless, with the function that makes each
`Change` of a `Story`; `make_drafts` puts each into a short draft. Everything follows from the seed:
the same article, kind and seed give the same drafts. Words that are inserted come from the lists of
the kit, never from another article. `all_kinds.ALL_KINDS` has all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice
from random import Random

from mutation_story import Story
from mutation_words import UNRELATED


class Effect(Enum):
    """What a change does to the quotation, and so what a check has to answer."""

    HARMFUL = "harmful"
    """A person has to look: exit code 1."""
    HARMLESS = "harmless"
    """Nobody has to look: exit code 0."""
    NO_QUOTATION = "no quotation"
    """There is nothing to check: exit code 3."""


@dataclass(frozen=True)
class Source:
    """A text that a draft may quote, and the suffix of its file."""

    text: str
    suffix: str = ".txt"


@dataclass(frozen=True)
class Change:
    """One altered quotation.

    Args:
        quotation: the words of the draft between the marks, without a stop at their end.
        speaker: who says them in the draft.
        origin: the sentence of the source that they were made of.
        note: what was changed.
        sources: what the draft is checked against, the story alone if none is given.
        body: the paragraphs of the draft where it is no plain sentence with attribution.
        suffix: that of the draft's file.
    """

    quotation: str
    speaker: str
    origin: str
    note: str
    sources: tuple[Source, ...] = ()
    body: str | None = None
    suffix: str = ".txt"


Make = Callable[[Story, Random], Iterator[Change]]


@dataclass(frozen=True)
class Kind:
    """One way to alter a quotation."""

    name: str
    effect: Effect
    description: str
    make: Make = field(repr=False)


@dataclass(frozen=True)
class Draft:
    """An altered draft: its text, its sources, what was changed, and the outcome to expect."""

    kind: Kind
    story: str
    text: str
    suffix: str
    sources: tuple[Source, ...]
    change: Change


def make_drafts(story: Story, kind: Kind, *, seed: int = 0, most: int = 10) -> tuple[Draft, ...]:
    """Make up to `most` different drafts of one kind; fewer where the story allows no more."""
    rng = Random(f"{seed}/{kind.name}/{story.name}")
    seen = set()
    drafts = []
    for change in islice(kind.make(story, rng), 20 * most):
        draft = _draft_of(story, kind, change, rng)
        key = (change.quotation, change.speaker, draft.sources, change.body)
        if key not in seen and _is_usable(change):
            seen.add(key)
            drafts.append(draft)
        if len(drafts) == most:
            break
    return tuple(drafts)


def _is_usable(change: Change) -> bool:
    return change.quotation.strip() != "" and change.quotation.strip(" .,") != ""


def _draft_of(story: Story, kind: Kind, change: Change, rng: Random) -> Draft:
    body = change.body or attribute(change.quotation, change.speaker, rng)
    if change.suffix == ".txt" and not change.body:
        body = "\n".join((rng.choice(HEADINGS), rng.choice(FILLERS), body))
    sources = change.sources or (Source(story.text),)
    if rng.random() < SHARE_WITH_MORE:
        sources = (
            (*sources, Source(UNRELATED)) if rng.random() < 0.5 else (Source(UNRELATED), *sources)
        )
    return Draft(kind, story.name, body, change.suffix, sources, change)


SHARE_WITH_MORE = 0.25
"""How many drafts have a source more, which does not matter."""
HEADINGS = (
    "Evening summary",
    "What was said today",
    "The week in words",
    "Reactions to the report",
    "Notes for the late edition",
)
FILLERS = (
    "The matter came up again on Tuesday, and this is how it was answered.",
    "Our desk has gone through the statements of the day.",
    "There was much talk in the corridors, and little of it was new.",
    "Readers had asked for the words as they were spoken.",
)
"""Lines of the draft's own, without quotation marks."""

_WHOLE_FRAMES = (
    "“{q},” said {s}.",
    "“{q},” {s} said.",
    "{S} said: “{q}.”",
    "{S} told reporters: “{q}.”",
)
_PART_FRAMES = (
    "{S} said that “{q}”, and went on to other matters.",
    "In the end, {s} said “{q}”.",
)


def attribute(quotation: str, speaker: str, rng: Random) -> str:
    """Return a sentence in which the speaker says the quotation."""
    words = quotation.strip()
    begins_inside = words[:1].islower()
    frame = rng.choice(_PART_FRAMES if begins_inside else _WHOLE_FRAMES)
    sentence = frame.format(q=words, s=speaker, S=capitalised(speaker))
    if words[-1:] in "?!.":
        sentence = sentence.replace(words + ",", words).replace(words + ".", words)
    return sentence


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def interleave(*makers: Iterable[Change]) -> Iterator[Change]:
    """Take one of each by turns, until all are at their end."""
    iterators = [iter(maker) for maker in makers]
    while iterators:
        for iterator in tuple(iterators):
            try:
                yield next(iterator)
            except StopIteration:
                iterators.remove(iterator)
