"""The joins of `reader archive spark` as a plain loop in one process, for comparison.

It reads articles, works out what is joined, and joins in dictionaries, with the functions that the
archive has for one article, two utterances and one group. What it holds grows with the articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from reader.archive import copy_prints, quote_shingles
from reader.archive.article_dates import day_number
from reader.archive.article_terms import count_terms, read_article_terms, weigh_counted_terms
from reader.archive.date_windows import DAYS_AROUND
from reader.archive.event_groups import group_articles, read_event_sentences
from reader.archive.near_articles import DatedVector, find_near_pairs
from reader.archive.quote_shingles import rate_versions, read_joinable_quotes
from reader.archive.reading_jobs import Item, LineItem, Problem, ReadingJob, read_job
from reader.archive.record_articles import ReadArticle
from reader.archive.story_hash import hash_story, number_article
from reader.archive.term_vectors import VECTOR_TERMS, TermVector, TermVectors, make_vector
from reader.text.cleaning import Clean

Utterance = tuple[int, int]
"""The number of its article, and its own in the article."""
Holder = TypeVar("Holder", int, Utterance)


class Joins(NamedTuple):
    """All that was joined."""

    articles: set[int]
    quote_pairs: dict[tuple[Utterance, Utterance], tuple[int, float]]
    """Shared shingles and certainty."""
    quote_groups: set[frozenset[Utterance]]
    copy_pairs: dict[tuple[int, int], int]
    """Shared prints."""
    event_pairs: dict[tuple[int, int], float]
    """Cosines."""
    events: set[frozenset[int]]


class _Kept(NamedTuple):
    """What is kept of an article."""

    day: int | None
    language: str | None
    counts: dict[str, float]
    prints: tuple[int, ...]
    quotes: tuple[quote_shingles.JoinableQuote, ...]
    sentences: list[str]


def join_plainly(path: Path) -> Joins:
    """Join the articles of a file of JSON lines."""
    articles: dict[int, _Kept] = {}
    for read in _read(path):
        number = number_article(hash_story(read.article), read.article.outlet)
        if number not in articles:
            articles[number] = _keep(read)
    quotes = {
        (number, quote.number): quote for number, kept in articles.items() for quote in kept.quotes
    }
    quote_pairs = _pair_quotes(quotes)
    cosines, vectors = _pair_near(articles)
    return Joins(
        set(articles),
        quote_pairs,
        connect(quote_pairs),
        pair_holders(
            {number: kept.prints for number, kept in articles.items()},
            copy_prints.MOST_HOLDERS,
            copy_prints.FEWEST_SHARED,
        ),
        cosines,
        _group_events(articles, vectors, cosines),
    )


def pair_holders(
    keys_of: Mapping[Holder, Iterable[int]], most_holders: int, fewest_shared: int
) -> dict[tuple[Holder, Holder], int]:
    """Return the pairs that share keys which few have, with the number of these."""
    holders: dict[int, list[Holder]] = defaultdict(list)
    for holder in sorted(keys_of):
        for key in keys_of[holder]:
            holders[key].append(holder)
    shared: Counter[tuple[Holder, Holder]] = Counter()
    for held in holders.values():
        if 2 <= len(held) <= most_holders:
            shared.update(combinations(held, 2))
    return {pair: count for pair, count in shared.items() if count >= fewest_shared}


def connect(pairs: Iterable[tuple[Holder, Holder]]) -> set[frozenset[Holder]]:
    """Return what pairs connect."""
    root_of: dict[Any, Any] = {}

    def find(node: Any) -> Any:
        while root_of.setdefault(node, node) != node:
            root_of[node] = node = root_of[root_of[node]]
        return node

    for one, other in pairs:
        here, there = sorted((find(one), find(other)))
        root_of[there] = here
    groups: dict[Any, set[Any]] = defaultdict(set)
    for node in list(root_of):
        groups[find(node)].add(node)
    return {frozenset(group) for group in groups.values()}


def _read(path: Path) -> Iterator[ReadArticle]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            item: Item = LineItem(number, line)
            for read in read_job(ReadingJob(Clean(str(path)), (item,), 0)):
                assert not isinstance(read, Problem), read.message
                yield read


def _keep(read: ReadArticle) -> _Kept:
    terms = read_article_terms(read.article)
    return _Kept(
        None if read.date.day is None else day_number(read.date.day),
        terms.language,
        count_terms(terms),
        copy_prints.read_prints(read.article),
        read_joinable_quotes(read.article),
        read_event_sentences(read.article),
    )


def _pair_quotes(
    quotes: Mapping[Utterance, quote_shingles.JoinableQuote],
) -> dict[tuple[Utterance, Utterance], tuple[int, float]]:
    pairs = pair_holders(
        {name: quote.shingles for name, quote in quotes.items()},
        quote_shingles.MOST_HOLDERS,
        quote_shingles.FEWEST_SHARED,
    )
    rated = {}
    for (one, other), shared in pairs.items():
        if one[0] != other[0]:
            certainty = rate_versions(quotes[one].parts, quotes[other].parts)
            if certainty is not None:
                rated[one, other] = (shared, certainty)
    return rated


def _pair_near(
    articles: Mapping[int, _Kept],
) -> tuple[dict[tuple[int, int], float], dict[int, TermVector]]:
    frequency: Counter[str] = Counter()
    for kept in articles.values():
        frequency.update(kept.counts.keys())
    vectors = {}
    dated: list[DatedVector] = []
    for number, kept in articles.items():
        counted = ((term, count, frequency[term]) for term, count in kept.counts.items())
        vector = make_vector(weigh_counted_terms(counted, len(articles), VECTOR_TERMS))
        vectors[number] = vector
        if kept.day is not None:
            dated.append(DatedVector(number, kept.day, kept.language, vector))
    return find_near_pairs(dated), vectors


def _group_events(
    articles: Mapping[int, _Kept],
    vectors: Mapping[int, TermVector],
    cosines: Mapping[tuple[int, int], float],
) -> set[frozenset[int]]:
    order: Sequence[int] = sorted(articles)
    place_of = {number: place for place, number in enumerate(order)}

    def is_near(one: int, other: int) -> bool:
        here, there = articles[order[one]].day, articles[order[other]].day
        return here is not None and there is not None and abs(here - there) <= DAYS_AROUND

    edges = {(place_of[one], place_of[other]): cosine for (one, other), cosine in cosines.items()}
    groups = group_articles(
        TermVectors(vectors[number] for number in order),
        edges,
        is_near,
        lambda place: articles[order[place]].sentences,
    )
    return {frozenset(order[place] for place in group) for group in groups}
