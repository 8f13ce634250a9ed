"""Shingles (three stems in a row), by which quotations of many articles are joined.

Two utterances are compared where they share two shingles that few others have, and then word by
word, as the quotes of a comparison are. This module uses neither a store nor an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from reader.archive.article_terms import article_language
from reader.archive.utterance_words import utterances_of_quotes
from reader.articles import Article
from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.version_groups import rate_certainty
from reader.quotes import find_quotes
from reader.quotes.offsets import ArticleText

SHINGLE_WORDS = 3
"""Stems in a row that one shingle is made of."""
MOST_HOLDERS = 50
"""A shingle that more utterances have than this is a turn of phrase."""
FEWEST_SHARED = 2
"""Utterances that share at least this many shingles are compared word by word."""


class JoinableQuote(NamedTuple):
    """One utterance of an article with all that is needed to compare it with others."""

    number: int
    """From 0, in the order of the article: `Quote.utterance`."""
    text: str
    """Its words as printed, the parts in a row."""
    speaker: str
    """As shown; empty where the article states none."""
    shingles: tuple[int, ...]
    """Each once, in ascending order; 64 bits each."""
    parts: tuple[ComparableQuote, ...]
    """What each paragraph has of it, with nothing of the article but that paragraph."""


def read_joinable_quotes(article: Article) -> tuple[JoinableQuote, ...]:
    """Read the utterances of an article, with those shingles that it is joined to others by."""
    text, quotes = ArticleText(article).text, find_quotes(article)
    parts: dict[int, list[ComparableQuote]] = defaultdict(list)
    for part in read_comparable_quotes(0, text, quotes, with_single_words=True):
        parts[part.quotes[0].utterance].append(_isolate(part))
    printed: dict[int, list[str]] = defaultdict(list)
    for quote in quotes:
        printed[quote.utterance].append(quote.text)
    return tuple(
        JoinableQuote(
            each.number,
            " ".join(printed[each.number]),
            each.speaker,
            read_shingles(each.stems),
            tuple(parts[each.number]),
        )
        for each in utterances_of_quotes(quotes, article_language(article))
    )


def read_shingles(stems: Sequence[str]) -> tuple[int, ...]:
    """Return the shingles of stems in a row, each once, in ascending order."""
    runs = (stems[at : at + SHINGLE_WORDS] for at in range(len(stems) - SHINGLE_WORDS + 1))
    return tuple(sorted({_number_run(" ".join(run)) for run in runs}))


def rate_versions(one: Sequence[ComparableQuote], other: Sequence[ComparableQuote]) -> float | None:
    """Return how sure it is that two utterances of two articles are one, 0..1; None if they differ.

    Args:
        one: the parts of an utterance.
        other: those of another.
    """
    rated = (rate_certainty(here, there) for here in one for there in other)
    return max((certainty for certainty in rated if certainty is not None), default=None)


def _number_run(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _isolate(quote: ComparableQuote) -> ComparableQuote:
    """Return a quote as one of a text that has only its paragraph."""
    first, last = quote.span
    start = quote.text.rfind("\n", 0, first) + 1
    end = quote.text.find("\n", last)
    return replace(
        quote,
        text=quote.text[start : end if end >= 0 else len(quote.text)],
        spans=tuple((begin - start, after - start) for begin, after in quote.spans),
        words=tuple(
            word._replace(start=word.start - start, end=word.end - start) for word in quote.words
        ),
        quotes=(),
    )
