"""Finds other versions of a quotation in an archive, cut or changed.

Candidates are the utterances that share the rarest stems with it (BM25). Each is then compared
word by word, as the quotes of a comparison are, so that only versions of the same utterance stay.
The fullest version that was found is asked for once more: a cut version finds others through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from math import log

from reader.archive.article_store import ArticleStore, StoredArticle
from reader.archive.article_terms import article_language
from reader.archive.index_set import IndexSet
from reader.archive.indexes import QuoteIndex
from reader.archive.readable_articles import read_readable
from reader.archive.search_index import NO_FILTER, SearchFilter
from reader.archive.utterance_words import choose_rarest, read_stems
from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean_line
from reader.errors import ReaderError
from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.speaker_agreement import speakers_differ
from reader.quote_versions.version_groups import rate_certainty
from reader.quote_versions.versions import (
    SharedQuote,
    Version,
    VersionForm,
    compare_version,
    make_version,
)
from reader.quote_versions.word_overlap import measure_overlap
from reader.quote_versions.word_weights import weigh_words
from reader.quotes import ArticleText, Quote, QuoteKind, Speaker, SpeakerKind, find_quotes
from reader.text.excerpts import excerpt
from reader.text.languages import guess_language

CANDIDATES = 50
"""Most utterances that are compared word by word."""
LEAST_SCORE = 0.15
"""Utterances with a lower part of the best score, 0..1, are not compared."""
PERHAPS = 0.5
"""The certainty of a version that shares runs of words and what is rare, and that no condition of
`same_utterance` accepts: one that was trimmed, cut and changed at once."""
_ALIKE_SHARE = 0.3
"""The part that such a version shares of the lighter quotation, and of the weight of the rarest
stems, 0..1. Of 2,880 other utterances none had more than .27."""
_CLEARLY_ALIKE = 0.4
"""From this part on it needs no long run."""
_LONG_RUN = 4
"""Words."""
_ALIKE_WORDS = 2
"""Content words that such a version shares in runs."""
_MOST_ALIKE = 10
"""So many of these are returned."""
FEWEST_WORDS = 2
"""A quotation of fewer words is too short to be looked for."""
_TRIED_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr", "ar")
"""Where the words do not show their language they are stemmed as of these, one after the other,
until versions are found; ISO 639-1 codes."""

Weights = Mapping[str, float]


class AskedMatch(str, Enum):
    """The relation of a version's words to the words of the query."""

    EXACT = "exact"
    FULLER = "fuller"
    """All of them in their order, and others."""
    CUT = "cut"
    """Some of them in their order, and no other."""
    CHANGED = "changed"
    """Others in the place of some."""


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
    match: AskedMatch
    """The relation of its words to the words of the query."""


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
    alike: tuple[FoundVersion, ...] = ()
    """What is perhaps a much altered version, and perhaps another quotation, compared with the
    words that were asked for; the most alike first."""


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
    search = _QuoteSearch(store, indexes.quotes, left_in)
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


class _QuoteSearch:
    """The versions of one quotation found so far."""

    def __init__(self, store: ArticleStore, index: QuoteIndex, left_in: SearchFilter) -> None:
        self._store = store
        self._index = index
        self._left_in = left_in
        self.matches: dict[tuple[int, int], _QuoteMatch] = {}
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
        least = LEAST_SCORE * hits[0].score if hits else 0.0
        hits = [hit for hit in hits if hit.score >= least]
        self._read(hit.article_id for hit in hits)
        weight_of = {stem: self._weigh(stem) for stem in rarest}
        for number in dict.fromkeys(hit.article_id for hit in hits):
            for quote in self._quotes.get(number, ()):
                rated = rate_certainty(asked, quote)
                if rated is None and self._is_alike(asked, quote, number, weight_of):
                    rated = PERHAPS
                if rated is not None:
                    self._add(number, quote, min(certainty, rated))

    def _weigh(self, stem: str) -> float:
        """Return how rare a stem is among all utterances, as BM25 counts it."""
        frequency = self._index.document_frequency(stem)
        return log(1.0 + (self._index.document_count - frequency + 0.5) / (frequency + 0.5))

    def _is_alike(
        self, asked: ComparableQuote, quote: ComparableQuote, number: int, weight_of: Weights
    ) -> bool:
        """Whether a quote that no condition accepts is perhaps a much altered version.

        It has some runs of the words, and much of what is rare among all utterances.
        """
        language = article_language(self.texts[number].article)
        stems = frozenset(read_stems(" ".join(quote.keys), language))
        shared = sum(weight for stem, weight in weight_of.items() if stem in stems)
        if shared < _ALIKE_SHARE * sum(weight_of.values()):
            return False
        found = measure_overlap(asked, quote)
        return (
            found.share >= _ALIKE_SHARE
            and (found.share >= _CLEARLY_ALIKE or found.run >= _LONG_RUN)
            and found.content_words >= _ALIKE_WORDS
            and not speakers_differ(asked.speaker, quote.speaker)
        )

    def describe(self, asked: ComparableQuote) -> FoundQuote:
        """Return the versions, compared with the fullest, which may be what was asked for."""
        matches = [match for match in self.matches.values() if match.certainty > PERHAPS]
        alike = [match for match in self.matches.values() if match.certainty <= PERHAPS]
        stored = self._store.read_many(match.article_id for match in self.matches.values())
        matches = [match for match in matches if match.article_id in stored]
        matches.sort(key=lambda match: _rank_date(stored[match.article_id]))
        position = {number: place for place, number in enumerate(_distinct(matches))}
        articles = [self.texts[number].article for number in position]
        found = FoundQuote(asked.text, (), None, (), self._describe_alike(asked, alike, stored))
        versions = [self._make_version(match, position[match.article_id]) for match in matches]
        if not versions:
            return found
        base = max(versions, key=_rank_base)
        if len(asked.words) > len(base.words):
            base = _version_of_asked(asked, len(articles))
            articles.append(_asked_article(asked))
        compared = [compare_version(version, base) for version in versions]
        others = sorted(
            (each for each in compared if each.spans != base.spans or each.article != base.article),
            key=lambda version: (-version.retained, version.article),
        )
        return replace(
            found,
            versions=tuple(
                FoundVersion(
                    stored[match.article_id],
                    articles[version.article],
                    version,
                    match_asked(asked.words, version.words),
                )
                for match, version in zip(matches, compared, strict=True)
            ),
            quote=SharedQuote(1, (compare_version(base, base), *others)),
            articles=tuple(articles),
        )

    def _describe_alike(
        self,
        asked: ComparableQuote,
        matches: Sequence[_QuoteMatch],
        stored: Mapping[int, StoredArticle],
    ) -> tuple[FoundVersion, ...]:
        base = _version_of_asked(asked, 1)
        found = [
            FoundVersion(
                stored[match.article_id],
                self.texts[match.article_id].article,
                compare_version(self._make_version(match, 0), base),
                AskedMatch.CHANGED,
            )
            for match in matches
            if match.article_id in stored
        ]
        found.sort(key=lambda each: (-each.version.retained, each.stored.id))
        return tuple(found[:_MOST_ALIKE])

    def _read(self, numbers: Iterable[int]) -> None:
        """Read articles and their quotes, each once."""
        new = [number for number in dict.fromkeys(numbers) if number not in self.texts]
        for number, article in read_readable(self._store, new).items():
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
        self.matches[key] = _QuoteMatch(number, best, tuple(quotes.values()))

    def _make_version(self, match: _QuoteMatch, position: int) -> Version:
        text = self.texts[match.article_id]
        quotes = [replace(quote, document=position) for quote in match.quotes]
        version = make_version(text.text, quotes, match.certainty)
        placed = ArticleText(text.article, position).passages(version.spans)
        return replace(version, passages=placed)


@dataclass(frozen=True, slots=True)
class _QuoteMatch:
    """An utterance that is a version of what is looked for."""

    article_id: int
    certainty: float
    quotes: tuple[ComparableQuote, ...]

    @property
    def words(self) -> tuple[QuoteWord, ...]:
        """The words of all its parts."""
        return tuple(word for quote in self.quotes for word in quote.words)


def match_asked(asked: Sequence[QuoteWord], printed: Sequence[QuoteWord]) -> AskedMatch:
    """Return the relation of a version's words to the words of the query."""
    wanted, found = ([word.key for word in words] for words in (asked, printed))
    if wanted == found:
        return AskedMatch.EXACT
    if _is_in_order(wanted, found):
        return AskedMatch.FULLER
    return AskedMatch.CUT if _is_in_order(found, wanted) else AskedMatch.CHANGED


def _is_in_order(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are among others in their order."""
    rest = iter(others)
    return all(word in rest for word in words)


def _read_asked(text: str, speaker: str) -> ComparableQuote:
    """Return the query as a quotation of a text with no other words."""
    span = (0, len(text))
    words = tuple(read_quote_words(text, [span]))
    stated = None
    if speaker:
        stated = Speaker(speaker, speaker, 0, 0, SpeakerKind.UNKNOWN, confidence=1.0)
    quote = Quote(*span, kind=QuoteKind.DIRECT, utterance=0, speaker=stated, text=text)
    weights = tuple(weigh_words(text, words))
    return ComparableQuote(-1, text, (span,), QuoteKind.DIRECT, words, weights, stated, (quote,))


def _version_of_asked(asked: ComparableQuote, position: int) -> Version:
    """Return the query as the version of a separate article."""
    version = make_version(asked.text, [replace(asked, document=position)])
    placed = ArticleText(_asked_article(asked), position).passages(asked.spans)
    return replace(version, passages=placed)


def _asked_article(asked: ComparableQuote) -> Article:
    name = Clean("the words asked for")
    return Article(name, name, (Paragraph(1, ParagraphKind.BODY, Clean(asked.text)),))


def _distinct(matches: Sequence[_QuoteMatch]) -> list[int]:
    return list(dict.fromkeys(match.article_id for match in matches))


def _rank_match(match: _QuoteMatch) -> tuple[bool, int, float]:
    is_direct = any(quote.kind is QuoteKind.DIRECT for quote in match.quotes)
    return is_direct, len(match.words), match.certainty


def _rank_base(version: Version) -> tuple[bool, int, int]:
    return version.form is VersionForm.DIRECT, len(version.words), -version.article


def _rank_date(stored: StoredArticle) -> tuple[bool, date, int]:
    """Return the key by which the earliest is first and those without a date last."""
    return stored.published is None, stored.published or date.min, stored.id
