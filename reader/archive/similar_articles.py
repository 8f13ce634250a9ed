"""The articles of an archive on the same event as one article.

Candidates are the best by BM25 for the weightiest terms of the article, in its language and on
the days around it. They are ranked by the probability that both articles report one event, as the
linker estimates it: it discounts words that all candidates share, and so distinguishes two events
of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.archive.article_dates import ArticleDate
from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import (
    WeightedTerm,
    article_language,
    make_terms,
    read_article_terms,
    weigh_terms,
)
from reader.archive.date_windows import (
    DAYS_AROUND,
    DateWindow,
    count_days_apart,
    describe_distance,
)
from reader.archive.index_set import IndexSet
from reader.archive.indexes import ArticleIndex
from reader.archive.readable_articles import read_readable
from reader.archive.stored_dates import find_known_date
from reader.archive.story_hash import hash_story
from reader.articles import Article, Clean, ParagraphKind, clean_line
from reader.text.words import split_words

CANDIDATES = 39
"""Most articles that are ranked by the linker, which compares parts of long articles among forty at
most. Of 30 candidates .973 of the articles on the event came among the first 20, of 39 .975."""
SENTENCES_COMPARED = 120
"""The sentences of an article, from its beginning, by which it is ranked."""
LEAST_PROBABILITY = 0.5
"""From this on an article is taken to report the same event; below it perhaps does."""
_SHARED_WORDS = 5
"""Most shared words that are given as a reason."""
_LONGEST_REASON = 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article of the archive that may report the same event."""

    stored: StoredArticle
    article: Article
    probability: float
    """That both report one event, 0..1."""
    reasons: tuple[Clean, ...]
    """In words, the strongest first."""
    days_apart: int | None = None
    """Between the dates of both, None where one is unknown."""

    @property
    def is_likely(self) -> bool:
        """Whether their words make it more likely than not that both report one event."""
        return self.probability >= LEAST_PROBABILITY

    @property
    def is_same_event(self) -> bool:
        """Whether both are taken for articles of one event.

        Words alone do not distinguish two events of one kind: only articles whose dates
        are known to be near are taken for those of one event.
        """
        is_near = self.days_apart is not None and self.days_apart <= DAYS_AROUND
        return is_near and self.is_likely


@dataclass(frozen=True, slots=True)
class SimilarArticles:
    """The articles found for an article, the surest first, and the days that were searched."""

    found: tuple[SimilarArticle, ...]
    window: DateWindow
    language: str | None
    """ISO 639-1 code of the language whose articles were searched; None for all."""


def find_similar(
    article: Article,
    store: ArticleStore,
    indexes: IndexSet,
    *,
    days: int | None = DAYS_AROUND,
    top: int = 20,
    outlets: tuple[str, ...] = (),
) -> SimilarArticles:
    """Find the articles on the same event as one article, which need not be in the archive.

    Args:
        article: the article asked about; the same words in the archive are left out.
        store: the articles.
        indexes: their indexes.
        days: how many days before and after it are searched, where its date is known; None for all.
        top: at most so many are returned.
        outlets: only these, in lower case, if any is named.
    """
    window = DateWindow(find_known_date(article, store), days)
    language = article_language(article)
    terms = weigh_article(article, indexes.articles)
    limit = max(CANDIDATES, top) + 1
    query = [(each.term, each.frequency_weight) for each in terms]
    hits = indexes.articles.search(query, limit, window.to_filter(language, outlets))
    stored = store.read_many(hit.article_id for hit in hits)
    own = hash_story(article)
    numbers = [
        hit.article_id
        for hit in hits
        if hit.article_id in stored and stored[hit.article_id].words_hash != own
    ][: limit - 1]
    articles = read_readable(store, numbers)
    numbers = [number for number in numbers if number in articles]
    rated = rate_same_event([article, *(articles[number] for number in numbers)])
    explain = _explainer(article, terms, window.date)
    ranked = sorted(zip(rated, numbers, strict=True), key=lambda each: -sum(each[0]))
    return SimilarArticles(
        tuple(
            SimilarArticle(
                stored[number],
                articles[number],
                round(probability, 4),
                explain(articles[number], stored[number]),
                count_days_apart(window.date.published, stored[number].published),
            )
            for (probability, _), number in ranked[:top]
        ),
        window,
        language,
    )


def weigh_article(article: Article, index: ArticleIndex) -> list[WeightedTerm]:
    """Return the terms of an article that are asked for."""
    return weigh_terms(read_article_terms(article), index.document_frequency, index.document_count)


def rate_same_event(
    articles: Sequence[Article], weights: tuple[float, float] | None = None
) -> list[tuple[float, float]]:
    """Rate how likely the first article and each of the others report one event.

    Args:
        articles: the article asked about, then the others.
        weights: of the similarity and an offset, as `estimate_same_event` takes them; the
            linker's if None.

    Returns:
        For each of the others the probability, 0..1, and a tiny part of the similarity, which
        orders those of one probability.
    """
    if len(articles) < 2:
        return []
    # NumPy takes a tenth of a second to load.
    from reader.linking.same_event import estimate_same_event, measure_similarity
    from reader.linking.score_model import load_weights
    from reader.linking.sentence_terms import read_sentence_terms

    sentences = [list(islice(_sentences(each), SENTENCES_COMPARED)) for each in articles]
    terms = read_sentence_terms(sentences, [article_language(each) for each in articles])
    similarity = measure_similarity(terms, len(articles))
    probability = estimate_same_event(similarity.excess, *(weights or load_weights().same_event))
    return [
        (float(probability[0, other]), 1e-6 * float(similarity.excess[0, other]))
        for other in range(1, len(articles))
    ]


def _sentences(article: Article) -> Iterator[str]:
    if article.title:
        yield article.title
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.FURNITURE:
            yield from (paragraph.text[sentence] for sentence in paragraph.sentences)


def _explainer(
    article: Article, terms: Sequence[WeightedTerm], date: ArticleDate
) -> Callable[[Article, StoredArticle], tuple[Clean, ...]]:
    """Return a function that gives the reasons why an article of the archive was found."""
    printed = _print_terms(article, terms)

    def explain(other: Article, stored: StoredArticle) -> tuple[Clean, ...]:
        of_other = set(_all_terms(other))
        shared = [printed[term] for term in printed if term in of_other]
        reasons = []
        if shared:
            more = len(shared) - _SHARED_WORDS
            also = f" and {more} more" if more > 0 else ""
            reasons.append(f"both have {', '.join(shared[:_SHARED_WORDS])}{also}")
        if distance := describe_distance(date.published, stored.published):
            reasons.append(distance)
        if stored.duplicate_of is not None:
            reasons.append(f"nearly the same words as article {stored.duplicate_of}")
        return tuple(clean_line(reason, _LONGEST_REASON) for reason in reasons)

    return explain


def _print_terms(article: Article, terms: Sequence[WeightedTerm]) -> dict[str, str]:
    """Return the weightiest terms with a word of the article that is printed for each."""
    language = article_language(article)
    words: dict[str, str] = {}
    for text in _texts(article):
        for word in split_words(text):
            for term in make_terms([word], language):
                words.setdefault(term, word if len(term) > 2 or len(word) < 12 else term)
    return {each.term: words[each.term] for each in terms if each.term in words}


def _all_terms(article: Article) -> tuple[str, ...]:
    terms = read_article_terms(article)
    return (*terms.title, *terms.lead, *terms.body)


def _texts(article: Article) -> list[str]:
    texts = [article.title or "", article.standfirst or ""]
    return texts + [
        each.text for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE
    ]
