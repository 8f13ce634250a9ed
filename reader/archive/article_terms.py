"""The terms of an article: by them an archive indexes it and finds others on the same event.

A term is the stem of a word that is not a stop word; scripts written without spaces give
pairs of characters. This module uses neither a store nor an index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import log, log1p
from typing import NamedTuple

from reader.articles import Article, ParagraphKind
from reader.text.languages import guess_language
from reader.text.stop_words import stop_words
from reader.text.words import is_unspaced, split_words, stem_word, word_key

LEAD_WORDS = 60
"""The printed words of the body that, with the title and the standfirst, are the lead."""
LEAD_WEIGHT = 1.5
"""The weight of a term in the lead, against 1 for one further down."""
QUERY_TERMS = 50
"""The number of terms of an article in a query. On labelled events in 10^5 other articles in their
words 12 terms found .959 of the articles on the event among the first 20, 30 terms .967 and 50
terms .968; ranked by the linker 30 terms gave .970 and 50 terms .975."""
LONGEST_TERM = 64
"""Characters."""
_LANGUAGE_SAMPLE = 3000
"""Characters of an article by which its language is guessed."""


class ArticleTerms(NamedTuple):
    """The terms of the parts of an article, each in the order of the text, repeated ones too."""

    language: str | None
    """ISO 639-1 code of the language for stemming; None if unknown."""
    title: tuple[str, ...]
    lead: tuple[str, ...]
    """Of the standfirst and of the first `LEAD_WORDS` words of the body."""
    body: tuple[str, ...]
    """Of the rest."""

    def __bool__(self) -> bool:
        return bool(self.title or self.lead or self.body)


class WeightedTerm(NamedTuple):
    """A term of an article that is asked for."""

    term: str
    weight: float
    """Its frequency, the lead counted more, times its rarity in the archive."""
    frequency_weight: float
    """Its frequency alone, on a logarithmic scale, without its rarity."""


def article_language(article: Article) -> str | None:
    """Return the ISO 639-1 code of an article's language as stated, else guessed; None if unknown.

    A regional form (`en-GB`) is its language.
    """
    if article.language:
        return article.language.partition("-")[0].lower()
    bodies: list[str] = []
    length = 0
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.BODY and length < _LANGUAGE_SAMPLE:
            bodies.append(paragraph.text)
            length += len(paragraph.text)
    return guess_language("\n".join(bodies))


def read_article_terms(article: Article) -> ArticleTerms:
    """Read the terms of an article; its furniture is left out."""
    language = article_language(article)
    body: list[str] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.FURNITURE and paragraph.text != article.standfirst:
            body += split_words(paragraph.text)
    standfirst = split_words(article.standfirst or "")
    return ArticleTerms(
        language,
        tuple(make_terms(split_words(article.title or ""), language)),
        tuple(make_terms([*standfirst, *body[:LEAD_WORDS]], language)),
        tuple(make_terms(body[LEAD_WORDS:], language)),
    )


def read_terms(text: str, language: str | None) -> tuple[str, ...]:
    """Read the terms of any text, in order, as those of an article in that language."""
    return tuple(make_terms(split_words(text), language))


def make_terms(words: Iterable[str], language: str | None) -> Iterator[str]:
    """Yield the terms of printed words, in order; stop words and single letters have none."""
    for printed in words:
        yield from _terms(printed, language)


def count_terms(terms: ArticleTerms) -> dict[str, float]:
    """Return how often an article has each of its terms, those of the lead weighted more."""
    head, rest = Counter((*terms.title, *terms.lead)), Counter(terms.body)
    return {
        term: LEAD_WEIGHT * head[term] + rest[term] if term in head else float(rest[term])
        for term in head | rest
    }


def weigh_terms(
    terms: ArticleTerms,
    document_frequency: Callable[[str], int],
    documents: int,
    limit: int = QUERY_TERMS,
) -> list[WeightedTerm]:
    """Return the terms that distinguish an article from others, the weightiest first.

    Args:
        terms: those of the article.
        document_frequency: returns the number of articles that contain a term.
        documents: the number of articles.
        limit: at most so many terms; those that no article has are left out.
    """
    counts = count_terms(terms).items()
    counted = ((term, count, document_frequency(term)) for term, count in counts)
    return weigh_counted_terms(counted, documents, limit)


def weigh_counted_terms(
    counted: Iterable[tuple[str, float, int]], documents: int, limit: int = QUERY_TERMS
) -> list[WeightedTerm]:
    """Return the terms that distinguish an article from others, the weightiest first.

    Args:
        counted: each term, its count as `count_terms` gives it, and in how many articles it is.
        documents: the number of articles.
        limit: at most so many terms; those that no article has are left out.
    """
    weighted = []
    for term, count, frequency in counted:
        if frequency > 0:
            rarity = log(1.0 + (documents - frequency + 0.5) / (frequency + 0.5))
            weighted.append(WeightedTerm(term, log1p(count) * rarity, log1p(count)))
    weighted.sort(key=lambda each: (-each.weight, each.term))
    return weighted[:limit]


@lru_cache(maxsize=1 << 17)
def _terms(printed: str, language: str | None) -> tuple[str, ...]:
    if is_unspaced(printed):
        return tuple(_pairs_of_characters(printed))
    key = word_key(printed)
    if len(key) < 2 or key in stop_words(language):
        return ()
    term = stem_word(printed, language)[:LONGEST_TERM]
    return (term,) if term else ()


def _pairs_of_characters(run: str) -> Iterator[str]:
    key = word_key(run)
    if len(key) < 2:
        yield key
    for first in range(len(key) - 1):
        yield key[first : first + 2]
