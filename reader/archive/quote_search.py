"""Where else a quotation stands in an archive, and how it was cut or changed.

Candidates are the utterances that share the rarest stems with it (BM25). Each is then compared
word by word, as the quotes of a comparison are, so that only versions of the same utterance stay.
The fullest version that was found is asked for once more: a cut version finds others through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import article_language
from reader.archive.index_set import IndexSet
from reader.archive.indexes import QuoteIndex
from reader.archive.search_index import NO_FILTER, SearchFilter
from reader.archive.utterance_words import choose_rarest, read_stems
from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean_line
from reader.errors import ReaderError
from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.version_groups import rate_certainty
from reader.quote_versions.versions import (
    SharedQuote,
    Version,
    VersionForm,
    compare_version,
    make_version,
)
from reader.quote_versions.word_weights import weigh_words
from reader.quotes import ArticleText, Quote, QuoteKind, Speaker, SpeakerKind, find_quotes
from reader.text.excerpts import excerpt
from reader.text.languages import guess_language

CANDIDATES = 50
"""So many utterances are compared word by word."""
FEWEST_WORDS = 2
"""A quotation of fewer words is too short to be looked for."""
_TRIED_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr", "ar")
"""Where the words do not show their language they are stemmed as of these, one after the other,
until versions are found; ISO 639-1 codes."""


class QuoteTooShortError(ReaderError):
    """A quotation that is looked for has too few words."""


@dataclass(frozen=True, slots=True)
class FoundVersion:
    """One article's version of a quotation that was looked for."""

    stored: StoredArticle
    article: Article
    version: Version
    """Compared with the fullest version that was found; `Version.article` is its position among
    the articles of the answer."""


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quotation and its versions in an archive."""

    asked: str
    versions: tuple[FoundVersion, ...]
    """The earliest first; those without a date last."""
    quote: SharedQuote | None
    """The versions from fullest to slightest, as the ladder has them; None if there is none. The
    first may be what was asked for, where no article has more of it."""
    articles: tuple[Article, ...]
    """Those that the positions of the versions count; the last may be what was asked for."""


def find_quote(
    text: str,
    store: ArticleStore,
    indexes: IndexSet,
    *,
    speaker: str = "",
    language: str | None = None,
    left_in: SearchFilter = NO_FILTER,
) -> FoundQuote:
    """Find the versions of a quotation in all articles.

    Args:
        text: its words, with or without quotation marks.
        store: the articles.
        indexes: their indexes.
        speaker: who said it, where known: it decides where few words are the same.
        language: ISO 639-1 code; guessed from the words if None.
        left_in: the days among which to look.

    Raises:
        QuoteTooShortError: it has fewer than `FEWEST_WORDS` words.
    """
    asked = _read_asked(clean_line(text, len(text) + 1), clean_line(speaker))
    if len(asked.words) < FEWEST_WORDS:
        raise QuoteTooShortError(
            f"“{excerpt(clean_line(text))}”: too short to be looked for; give two words or more"
        )
    search = _Search(store, indexes.quotes, left_in)
    language = language or guess_language(asked.text)
    for tried in [language] if language else _TRIED_LANGUAGES:
        search.find(asked, 1.0, read_stems(asked.text, tried))
        if search.matches:
            break
    if search.matches:
        fullest = max(search.matches.values(), key=_rank_match)
        found_in = search.texts[fullest.article_id].article
        stems = read_stems(" ".join(word.key for word in fullest.words), article_language(found_in))
        search.find(fullest.quotes[0], fullest.certainty, stems)
    return search.describe(asked)


class _Search:
    """What was found so far of one quotation."""

    def __init__(self, store: ArticleStore, index: QuoteIndex, left_in: SearchFilter) -> None:
        self._store = store
        self._index = index
        self._left_in = left_in
        self.matches: dict[tuple[int, int], _Match] = {}
        """By the numbers of the article and of the utterance in it."""
        self.texts: dict[int, ArticleText] = {}
        self._quotes: dict[int, list[ComparableQuote]] = {}

    def find(self, asked: ComparableQuote, certainty: float, stems: Sequence[str]) -> None:
        """Add the utterances that are versions of a quote.

        Args:
            asked: the quote.
            certainty: how sure it is that the quote is what is looked for, 0..1.
            stems: those of its words.
        """
        rarest = choose_rarest(stems, self._index.document_frequency)
        hits = self._index.search(((stem, 1.0) for stem in rarest), CANDIDATES, self._left_in)
        self._read(hit.article_id for hit in hits)
        for number in dict.fromkeys(hit.article_id for hit in hits):
            for quote in self._quotes.get(number, ()):
                rated = rate_certainty(asked, quote)
                if rated is not None:
                    self._add(number, quote, min(certainty, rated))

    def describe(self, asked: ComparableQuote) -> FoundQuote:
        """Return the versions, compared with the fullest, which may be what was asked for."""
        matches = sorted(self.matches.values(), key=lambda match: match.article_id)
        stored = self._store.read_many(match.article_id for match in matches)
        matches = [match for match in matches if match.article_id in stored]
        matches.sort(key=lambda match: _rank_date(stored[match.article_id]))
        position = {number: place for place, number in enumerate(_distinct(matches))}
        versions = [self._make_version(match, position[match.article_id]) for match in matches]
        if not versions:
            return FoundQuote(asked.text, (), None, ())
        articles = [self.texts[number].article for number in position]
        base = max(versions, key=_rank_base)
        if len(asked.words) > len(base.words):
            article = _asked_article(asked)
            base = replace(
                make_version(asked.text, [replace(asked, document=len(articles))]),
                passages=ArticleText(article, len(articles)).passages(asked.spans),
            )
            articles.append(article)
        compared = [compare_version(version, base) for version in versions]
        found = tuple(
            FoundVersion(stored[match.article_id], self.texts[match.article_id].article, version)
            for match, version in zip(matches, compared, strict=True)
        )
        others = sorted(
            (each for each in compared if each.spans != base.spans or each.article != base.article),
            key=lambda version: (-version.retained, version.article),
        )
        shared = SharedQuote(1, (compare_version(base, base), *others))
        return FoundQuote(asked.text, found, shared, tuple(articles))

    def _read(self, numbers: Iterable[int]) -> None:
        """Read articles and their quotes, each once."""
        new = [number for number in dict.fromkeys(numbers) if number not in self.texts]
        for number, article in self._store.read_articles(new).items():
            text = ArticleText(article)
            self.texts[number] = text
            self._quotes[number] = read_comparable_quotes(
                number, text.text, find_quotes(text.text), with_single_words=True
            )

    def _add(self, number: int, quote: ComparableQuote, certainty: float) -> None:
        key = number, quote.quotes[0].utterance
        before = self.matches.get(key)
        quotes = {each.span: each for each in (*(before.quotes if before else ()), quote)}
        best = max(certainty, before.certainty if before else 0.0)
        self.matches[key] = _Match(number, best, tuple(quotes.values()))

    def _make_version(self, match: _Match, position: int) -> Version:
        text = self.texts[match.article_id]
        quotes = [replace(quote, document=position) for quote in match.quotes]
        version = make_version(text.text, quotes, match.certainty)
        placed = ArticleText(text.article, position).passages(version.spans)
        return replace(version, passages=placed)


@dataclass(frozen=True, slots=True)
class _Match:
    """An utterance that is a version of what is looked for."""

    article_id: int
    certainty: float
    quotes: tuple[ComparableQuote, ...]

    @property
    def words(self) -> tuple[QuoteWord, ...]:
        """The words of all its parts."""
        return tuple(word for quote in self.quotes for word in quote.words)


def _read_asked(text: str, speaker: str) -> ComparableQuote:
    """Return a quotation that is looked for as one of a text that has nothing else."""
    span = (0, len(text))
    words = tuple(read_quote_words(text, [span]))
    stated = None
    if speaker:
        stated = Speaker(speaker, speaker, 0, 0, SpeakerKind.UNKNOWN, confidence=1.0)
    quote = Quote(*span, kind=QuoteKind.DIRECT, utterance=0, speaker=stated, text=text)
    weights = tuple(weigh_words(text, words))
    return ComparableQuote(-1, text, (span,), QuoteKind.DIRECT, words, weights, stated, (quote,))


def _asked_article(asked: ComparableQuote) -> Article:
    name = Clean("the words asked for")
    return Article(name, name, (Paragraph(1, ParagraphKind.BODY, Clean(asked.text)),))


def _distinct(matches: Sequence[_Match]) -> list[int]:
    return list(dict.fromkeys(match.article_id for match in matches))


def _rank_match(match: _Match) -> tuple[bool, int, float]:
    is_direct = any(quote.kind is QuoteKind.DIRECT for quote in match.quotes)
    return is_direct, len(match.words), match.certainty


def _rank_base(version: Version) -> tuple[bool, int, int]:
    return version.form is VersionForm.DIRECT, len(version.words), -version.article


def _rank_date(stored: StoredArticle) -> tuple[bool, date, int]:
    """Return the key by which the earliest is first and those without a date last."""
    return stored.date is None, stored.date or date.min, stored.id
