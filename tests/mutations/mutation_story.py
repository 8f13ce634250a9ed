"""An article as the mutation kit sees it: its text, its quotations, the reporter's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from reader import Quote, QuoteKind, SpeakerKind, find_quotes

_MARKS = '“”„«»"‹›'
_ENDS = ".,;:!?…–—- "
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|al|bin|de|van|von)){0,3}")
_SENTENCE_END = re.compile(r"(?<=[.!?…]) (?=[A-Z“\"])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|No|U\.S|U\.K|[A-Z])\.$")
_DECLARATIVE = re.compile(
    r"(?:I|We|You|He|She|It|They|This|That|These|Those|There|The|Our|My|His|Her|Their|A|An)\b"
)
_NO_PERSON = {"Police", "Officials", "Residents", "Page", "Watergate", "Per", "But", "And", "The"}


@dataclass(frozen=True)
class Quotation:
    """What is between two marks, with its offsets in the story's text, and who said it.

    Args:
        core: the words without the stop at their end.
        speaker: a person's name, or empty.
    """

    start: int
    end: int
    core: str
    speaker: str
    is_whole: bool


@dataclass(frozen=True)
class Host:
    """A place in a story where words can be put between the marks of a quotation.

    Args:
        before, after: the text around what is between the marks.
        core: the words that are there now.
        stop: the sign that has to be at the end of what is put there.
    """

    before: str
    after: str
    core: str
    stop: str
    speaker: str

    def with_words(self, words: str) -> str:
        """Return the text of the story with other words between the marks."""
        return f"{self.before}{words}{'' if words[-1:] in '?!' else self.stop}{self.after}"


class Story:
    """An article to make drafts of.

    Args:
        name: a short name; drafts are drawn by it.
        text: the paragraphs, one a line.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = "\n".join(line.strip() for line in text.splitlines() if line.strip())

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Closed quotations outside others, in order."""
        return tuple(
            _quotation_of(quote)
            for quote in find_quotes(self.text)
            if quote.closed and not quote.depth and _is_plain(quote)
        )

    @cached_property
    def statements(self) -> tuple[Quotation, ...]:
        """Quotations of whole clauses, of five words or more, said by a person with a name.

        Those that the story has at second hand are left out: a draft of "…, said X" changes that.
        """
        return tuple(
            quote
            for quote in self.quotations
            if quote.is_whole
            and quote.speaker
            and len(quote.core.split()) >= 5
            and self.text.count(quote.core) == 1
            and "according to" not in self.paragraph_of(quote)
        )

    def paragraph_of(self, quote: Quotation) -> str:
        """The paragraph that a quotation is in."""
        start = self.text.rfind("\n", 0, quote.start) + 1
        end = self.text.find("\n", quote.end)
        return self.text[start : end if end >= 0 else len(self.text)]

    @cached_property
    def complete_statements(self) -> tuple[Quotation, ...]:
        """Statements in paragraphs without any other quotation mark, so that nothing that limits
        them is in a second part, before or after the attribution."""
        return tuple(quote for quote in self.statements if self._is_alone(quote))

    def _is_alone(self, quote: Quotation) -> bool:
        start = self.text.rfind("\n", 0, quote.start) + 1
        end = self.text.find("\n", quote.end)
        before = self.text[start : quote.start - 1]
        after = self.text[quote.end + 1 : end if end >= 0 else len(self.text)]
        return not any(mark in before + after for mark in f"{_MARKS}‘")

    @cached_property
    def quoted_text(self) -> str:
        """All words between marks, also of quotations that are left out of `quotations`."""
        return "\n".join(quote.text for quote in find_quotes(self.text))

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The reporter's sentences that hold no quotation mark, without their stop."""
        found = []
        for paragraph in self.text.split("\n")[1:]:
            if not any(mark in paragraph for mark in _MARKS):
                found.extend(sentences_of(paragraph))
        return tuple(
            sentence.rstrip(_ENDS)
            for sentence in found
            if len(sentence.split()) >= 7 and sentence[-1:] == "." and sentence[:1].isupper()
        )

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Names of persons who are quoted, each once."""
        return tuple(dict.fromkeys(quote.speaker for quote in self.quotations if quote.speaker))

    def hosts(self, rng: Random, *, complete: bool = False) -> list[Host]:
        """Where words can be planted: quotations of the story, else one of the kit's at its end.

        Args:
            rng: puts them in order.
            complete: whether only `complete_statements` may be used.
        """
        quotes = self.complete_statements if complete else self.statements
        own = [self._host_of(quote) for quote in quotes]
        return rng.sample(own, len(own)) or [self.added_host(rng)]

    def added_host(self, rng: Random) -> Host:
        """A quotation of the kit in a paragraph at the end of the story."""
        from mutation_words import FULL_NAMES, NEUTRAL_SENTENCES

        speaker, core = rng.choice(FULL_NAMES), rng.choice(NEUTRAL_SENTENCES)
        return Host(f"{self.text}\n“", f"” said {speaker}.", core, ",", speaker)

    def without(self, quotation: Quotation) -> str:
        """Return the text without the paragraph of a quotation."""
        start = self.text.rfind("\n", 0, quotation.start) + 1
        end = self.text.find("\n", quotation.end)
        rest = self.text[end + 1 :] if end >= 0 else ""
        return (self.text[:start] + rest).strip("\n")

    def _host_of(self, quotation: Quotation) -> Host:
        before, after = self.text[: quotation.start], self.text[quotation.end :]
        last = self.text[quotation.end - 1]
        following = after[1:].lstrip(" ")
        if last.isalnum():
            stop = ""
        elif last == "." or not following or following[0] == "\n":
            stop = "."
        else:
            stop = ","
        return Host(before, after, quotation.core, stop, quotation.speaker)


def _is_plain(quote: Quote) -> bool:
    return not any(sign in quote.text for sign in _MARKS + "\n[]‘…") and "..." not in quote.text


def _quotation_of(quote: Quote) -> Quotation:
    speaker = quote.speaker
    is_person = speaker is not None and speaker.kind is SpeakerKind.PERSON
    name = str(speaker.name) if speaker is not None and is_person else ""
    is_name = _FULL_NAME.fullmatch(name) and not re.search(r"\b[A-Z]{2,}\b", name)
    if not is_name or name.split()[0] in _NO_PERSON:
        name = ""
    return Quotation(
        quote.start,
        quote.end,
        quote.text.strip().rstrip(_ENDS),
        name,
        quote.kind is QuoteKind.DIRECT,
    )


def sentences_of(text: str) -> list[str]:
    """Split at stops before a capital; titles and initials end nothing."""
    sentences: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if sentences and _ABBREVIATION.search(sentences[-1]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return [sentence.strip() for sentence in sentences if sentence.strip()]


def is_declarative(sentence: str) -> bool:
    """Whether a sentence can follow *that*: it begins like a statement and asks nothing."""
    words = sentence.split()
    return (
        len(words) >= 5 and _DECLARATIVE.match(sentence) is not None and sentence[-1:] not in "?!"
    )


def lower_first(sentence: str) -> str:
    """Return a sentence as it is written after *that*: `I` and names stay as they are."""
    first = sentence.split(" ", 1)[0]
    if first == "I" or first.startswith(("I'", "I’")):
        return sentence
    return sentence[:1].lower() + sentence[1:] if _DECLARATIVE.match(sentence) else sentence


def upper_first(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def surname(name: str) -> str:
    return name.split()[-1]


def occurs(words: str, text: str) -> bool:
    """Whether words are in a text, whatever the case and the signs between them."""
    return _plain(words) in _plain(text)


def _plain(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    return f" {' '.join(words)} "


def shuffled(rng: Random, values: Sequence[str]) -> Iterator[str]:
    yield from rng.sample(list(values), len(values))
