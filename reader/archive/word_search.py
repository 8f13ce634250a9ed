"""Full text: the articles of an archive that have some words, and phrases in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import make_terms, read_terms
from reader.archive.index_set import IndexSet
from reader.archive.readable_articles import read_readable
from reader.archive.search_index import NO_FILTER, SearchFilter
from reader.articles import Article, Clean, ParagraphKind
from reader.errors import ReaderError
from reader.text.excerpts import excerpt
from reader.text.languages import guess_language
from reader.text.words import split_words

_PHRASE = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]|(\S+)")
_LONGEST_QUESTION = 1_000
"""Characters."""
_EXCERPT = 160
"""Characters of the sentence that has most of the words."""


class NoWordsError(ReaderError):
    """There is no word to look for."""


@dataclass(frozen=True, slots=True)
class WordHit:
    """An article of the archive that has all words that were asked for."""

    stored: StoredArticle
    article: Article
    excerpt: Clean
    """The sentence that has most of the words; empty where only the title has them."""


def find_words(
    words: str,
    store: ArticleStore,
    indexes: IndexSet,
    *,
    top: int = 20,
    language: str | None = None,
    left_in: SearchFilter = NO_FILTER,
) -> tuple[WordHit, ...]:
    """Find the articles that have all of some words, the best first.

    Inflection, case and accents don't matter; stop words are left out. Words in quotation marks
    are a phrase.

    Args:
        words: the words to find.
        store: the articles.
        indexes: their indexes.
        top: at most so many are returned.
        language: ISO 639-1 code of the words; guessed if None.
        left_in: the days, outlets and language searched.

    Raises:
        NoWordsError: there are none but stop words.
    """
    asked = words[:_LONGEST_QUESTION]
    language = language or guess_language(asked)
    phrases = list(_read_phrases(asked, language))
    if not phrases:
        raise NoWordsError(
            f"“{excerpt(words)}”: nothing to look for; give a word that is not one of the commonest"
        )
    hits = indexes.articles.search_words(phrases, top, left_in)
    stored = store.read_many(hit.article_id for hit in hits)
    articles = read_readable(store, (hit.article_id for hit in hits))
    show = _sentence_finder([term for phrase in phrases for term in phrase], language)
    return tuple(
        WordHit(stored[number], articles[number], show(articles[number]))
        for number in dict.fromkeys(hit.article_id for hit in hits)
        if number in stored and number in articles
    )


def _read_phrases(words: str, language: str | None) -> Iterator[Sequence[str]]:
    """Yield the terms of every word, and together those of words in quotation marks."""
    for match in _PHRASE.finditer(words):
        if terms := read_terms(match[1] or match[2], language):
            yield terms


def _sentence_finder(terms: Sequence[str], language: str | None) -> Callable[[Article], Clean]:
    """Return a function that finds the sentence of an article with most of some terms."""
    wanted = frozenset(terms)

    def find(article: Article) -> Clean:
        best, most = "", 0
        for paragraph in article.paragraphs:
            if paragraph.kind is ParagraphKind.FURNITURE:
                continue
            for sentence in paragraph.sentences:
                words = paragraph.text[sentence]
                count = len(wanted.intersection(make_terms(split_words(words), language)))
                if count > most:
                    best, most = words, count
        return excerpt(best, _EXCERPT)

    return find
