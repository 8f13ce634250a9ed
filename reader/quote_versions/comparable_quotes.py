"""Quotes with all that is compared of them: words, weights, context, sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.word_weights import is_content_key, weigh_words
from reader.quotes.quote import Quote, QuoteKind, Speaker, group_utterances
from reader.quotes.quote_finder import find_quotes
from reader.text.sentences import ends_sentence
from reader.text.words import word_keys

_LEAST_WORDS = 2
_LEAST_TITLE_WORDS = 5
_LEAST_SENTENCE_WORDS = 4
_CONTEXT_CHARS = 600
"""Characters on either side of a quote, in its paragraph, that are its context."""


@dataclass(frozen=True)
class ComparableQuote:
    """The quoted words that one paragraph of a text has of one utterance."""

    document: int
    """Position of the text, from 0."""
    text: str = field(repr=False)
    """The whole text."""
    spans: tuple[tuple[int, int], ...]
    kind: QuoteKind
    words: tuple[QuoteWord, ...]
    weights: tuple[float, ...]
    """Those of the words, 0..1."""
    speaker: Speaker | None
    quotes: tuple[Quote, ...]
    inner: tuple[tuple[int, int], ...] = ()
    """The spans of what its speaker quotes of somebody's words, in marks inside its own."""

    @property
    def span(self) -> tuple[int, int]:
        """The span from the first to the last quoted word."""
        return self.spans[0][0], self.spans[-1][1]

    @cached_property
    def keys(self) -> list[str]:
        """The keys of its words."""
        return [word.key for word in self.words]

    @cached_property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(self.weights)

    @cached_property
    def context(self) -> frozenset[str]:
        """The content words of its paragraph around it."""
        text, (first, last) = self.text, self.span
        begin = max(text.rfind("\n", 0, first) + 1, first - _CONTEXT_CHARS)
        end = text.find("\n", last)
        end = min(last + _CONTEXT_CHARS, end if end >= 0 else len(text))
        keys = word_keys(text, begin, first) + word_keys(text, last, end)
        return frozenset(filter(is_content_key, keys))

    @cached_property
    def inner_words(self) -> tuple[slice, ...]:
        """The positions of the words that its speaker quotes."""
        return tuple(
            slice(numbers[0], numbers[-1] + 1)
            for start, end in self.inner
            if (numbers := self._find_words(start, end))
        )

    def _find_words(self, start: int, end: int) -> list[int]:
        """Return the positions of the words in a span of the text."""
        return [n for n, word in enumerate(self.words) if start <= word.start and word.end <= end]

    @cached_property
    def sentences(self) -> tuple[slice, ...]:
        """The positions of the words of its sentences, those of a few words left out."""
        return tuple(_find_sentences(self.text, self.words))


def read_comparable_quotes(
    document: int,
    text: str,
    quotes: Sequence[Quote] | None = None,
    *,
    with_titles: bool = False,
    with_single_words: bool = False,
) -> list[ComparableQuote]:
    """Read the quotes of a text that can be compared: speech of two words and more.

    Args:
        document: the position of the text among those compared.
        text: paragraphs separated by line breaks.
        quotes: those of the text, if they are known.
        with_titles: whether to read also the names of works that are as long as a sentence.
        with_single_words: whether to read also single words.
    """
    found = find_quotes(text) if quotes is None else quotes
    inner = [(quote.start, quote.end) for quote in found if quote.depth > 0]
    result: list[ComparableQuote] = []
    for parts in _split_by_paragraph(text, found):
        words = tuple(read_quote_words(text, [(part.start, part.end) for part in parts]))
        is_title = all(part.kind is QuoteKind.TITLE for part in parts)
        least = _LEAST_TITLE_WORDS if is_title else 1 if with_single_words else _LEAST_WORDS
        if len(words) >= least and (with_titles or not is_title):
            result.append(_make_comparable(document, text, parts, words, inner))
    return result


def _split_by_paragraph(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """Yield the parts of every utterance by paragraph; quotes in quotes are left out."""
    for utterance in group_utterances(quotes):
        if utterance.first.depth > 0:
            continue
        parts: list[Quote] = []
        for part in utterance.parts:
            if parts and text.find("\n", parts[-1].end, part.start) >= 0:
                yield tuple(parts)
                parts = []
            parts.append(part)
        yield tuple(parts)


def _make_comparable(
    document: int,
    text: str,
    parts: tuple[Quote, ...],
    words: tuple[QuoteWord, ...],
    inner: Sequence[tuple[int, int]],
) -> ComparableQuote:
    first, last = parts[0].start, parts[-1].end
    is_direct = any(part.kind is QuoteKind.DIRECT for part in parts)
    return ComparableQuote(
        document=document,
        text=text,
        spans=tuple((part.start, part.end) for part in parts),
        kind=QuoteKind.DIRECT if is_direct else parts[0].kind,
        words=words,
        weights=tuple(weigh_words(text, words)),
        speaker=parts[0].speaker,
        quotes=parts,
        inner=tuple((start, end) for start, end in inner if first <= start and end <= last),
    )


def _find_sentences(text: str, words: Sequence[QuoteWord]) -> Iterator[slice]:
    begin = 0
    for position in range(1, len(words) + 1):
        is_last = position == len(words)
        if is_last or ends_sentence(text, words[position - 1].end, words[position].start):
            if position - begin >= _LEAST_SENTENCE_WORDS:
                yield slice(begin, position)
            begin = position
