"""The events of some days that several outlets of an archive report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from reader.archive.article_dates import day_number
from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import read_article_terms, weigh_terms
from reader.archive.copy_prints import FEWEST_SHARED, read_prints
from reader.archive.date_windows import DAYS_AROUND
from reader.archive.event_groups import find_components, group_articles, read_event_sentences
from reader.archive.index_set import IndexSet
from reader.archive.near_articles import DatedVector, find_near_pairs
from reader.archive.readable_articles import read_readable
from reader.archive.story_hash import number_article
from reader.archive.term_vectors import VECTOR_TERMS, TermVectors, make_vector
from reader.articles import Article, Clean
from reader.errors import StoppedError
from reader.quotes import find_quotes
from reader.story.shared_copy.origins import Origin, find_origins
from reader.story.shared_copy.shared_runs import find_shared_copy
from reader.text.excerpts import excerpt

_READ_AT_ONCE = 200
_LABEL = 80
"""Characters."""

OnProgress = Callable[[int, int], None]
"""Called with the number of articles read and of all."""


@dataclass(frozen=True, slots=True)
class ArchiveEvent:
    """An event and the articles of an archive that report it."""

    label: Clean
    """The heading of the article that is most like the others, as printed."""
    articles: tuple[StoredArticle, ...]
    """The earliest first."""
    outlets: tuple[str, ...]
    """Those that report it, by the number of their articles; articles of no known outlet have
    none."""

    @property
    def first_day(self) -> date:
        """The day of its earliest article."""
        return min(each.date for each in self.articles if each.date)

    @property
    def last_day(self) -> date:
        """The day of its latest article."""
        return max(each.date for each in self.articles if each.date)


@dataclass(frozen=True, slots=True)
class ArchiveEvents:
    """The events of some days, those of most outlets first, and how many articles were read."""

    events: tuple[ArchiveEvent, ...]
    articles_read: int
    """Articles without a date are not among them."""


def find_events(
    store: ArticleStore,
    indexes: IndexSet,
    *,
    since: date,
    until: date | None = None,
    fewest_outlets: int = 2,
    on_progress: OnProgress | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> ArchiveEvents:
    """Find the events that several outlets report.

    Args:
        store: the articles.
        indexes: their indexes.
        since: articles before that day, and those without a date, are left out.
        until: articles after that day are left out.
        fewest_outlets: events of fewer outlets are left out.
        on_progress: called often.
        is_cancelled: called often.

    Raises:
        StoppedError: `is_cancelled` returned true.
    """
    search = EventSearch(store, indexes, list(store.iterate(since=since, until=until)))
    search.read(on_progress, is_cancelled)
    found = map(search.describe, search.group())
    events = [event for event in found if len(event.outlets) >= fewest_outlets]
    events.sort(key=lambda event: (-len(event.outlets), -len(event.articles), event.first_day))
    return ArchiveEvents(tuple(events), len(search.stored))


class EventSearch:
    """The articles of some days and how near they are to each other.

    Args:
        store: the articles.
        indexes: their indexes.
        stored: the articles of these days; they are numbered by their words and outlets, so that
            the events do not depend on the order in which articles were added.
    """

    def __init__(
        self, store: ArticleStore, indexes: IndexSet, stored: Sequence[StoredArticle]
    ) -> None:
        self.stored = sorted(
            stored, key=lambda each: (number_article(each.words_hash, each.outlet), each.id)
        )
        self._store = store
        self._index = indexes.articles
        self._vectors = [make_vector(())] * len(self.stored)
        self._language_of: dict[int, str | None] = {}
        """By the numbers here of the articles that have a date."""
        self._frequency = lru_cache(maxsize=1 << 18)(indexes.articles.document_frequency)

    def read(self, on_progress: OnProgress | None, is_cancelled: Callable[[], bool]) -> None:
        """Read the terms of all articles."""
        in_store = sorted(range(len(self.stored)), key=lambda number: self.stored[number].id)
        for first in range(0, len(in_store), _READ_AT_ONCE):
            if is_cancelled():
                raise StoppedError
            part = in_store[first : first + _READ_AT_ONCE]
            articles = read_readable(self._store, (self.stored[number].id for number in part))
            for number in part:
                article = articles.get(self.stored[number].id)
                if article is not None:
                    self._read_article(number, article)
            if on_progress is not None:
                on_progress(first + len(part), len(in_store))

    @cached_property
    def edges(self) -> dict[tuple[int, int], float]:
        """The cosines of articles and their nearest ones, by their numbers here."""
        return find_near_pairs(map(self._date_vector, self._language_of))

    def group(self) -> Iterator[list[int]]:
        """Yield the groups of articles that report one event, by their numbers here."""
        vectors = TermVectors(self._vectors)
        return group_articles(vectors, self.edges, self._is_near, self._read_sentences)

    def describe(self, group: Sequence[int]) -> ArchiveEvent:
        """Return a group as an event."""
        cosines = TermVectors(self._vectors[number] for number in group).cosines(range(len(group)))
        central = group[int(cosines.sum(axis=1).argmax())]
        articles = [self.stored[number] for number in group]
        articles.sort(key=lambda each: (each.date or date.max, each.id))
        counts: dict[str, int] = {}
        for each in articles:
            if each.outlet:
                counts[each.outlet] = counts.get(each.outlet, 0) + 1
        outlets = sorted(counts, key=lambda outlet: (-counts[outlet], outlet))
        heading = self._store.read_article(self.stored[central].id).heading
        return ArchiveEvent(excerpt(heading, _LABEL), tuple(articles), tuple(outlets))

    def _read_article(self, number: int, article: Article) -> None:
        terms = read_article_terms(article)
        weighted = weigh_terms(
            terms, self._frequency, self._index.document_count, limit=VECTOR_TERMS
        )
        self._vectors[number] = make_vector(weighted)
        if self.stored[number].date is not None:
            self._language_of[number] = terms.language

    def _date_vector(self, number: int) -> DatedVector:
        day = self.stored[number].date
        assert day is not None
        language = self._language_of[number]
        return DatedVector(number, day_number(day), language, self._vectors[number])

    def _is_near(self, one: int, other: int) -> bool:
        here, there = self.stored[one].published, self.stored[other].published
        if here is None or there is None:
            return False
        return abs(there - here) <= timedelta(days=DAYS_AROUND)

    def _read_sentences(self, number: int) -> list[str]:
        return read_event_sentences(self._store.read_article(self.stored[number].id))


def find_event_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Return which articles of an event carry one copy, as `reader.story.shared_copy.origins` does.

    Only articles that share prints are compared word by word.
    """
    prints = [set(read_prints(article)) for article in articles]
    pairs = {
        (one, other): 1.0
        for other in range(len(articles))
        for one in range(other)
        if len(prints[one] & prints[other]) >= FEWEST_SHARED
    }
    copies = []
    for group in find_components(len(articles), pairs, 1.0):
        found = find_shared_copy(
            [articles[number] for number in group],
            [find_quotes(articles[number]) for number in group],
        )
        copies += [replace(each, here=group[each.here], there=group[each.there]) for each in found]
    return find_origins(articles, copies)
