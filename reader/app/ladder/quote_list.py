"""The shared quotes of a coverage, and where their versions stand in the articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reader.articles import Article
from reader.linking.links import Place
from reader.quotes import ArticlePlaces, join_paragraphs
from reader.shared_quotes import SharedQuote, Version, VersionForm, all_quotes


class Outcome(Enum):
    """What happened to a shared quote; of several things, what most wants a look."""

    CUT = "words cut inside, no ellipsis"
    REWORDED = "other wording, or paraphrased"
    TRIMMED = "trimmed at an end"
    FRAGMENT = "only a fragment is left"
    SAME = "word for word the same"
    ALONE = "in one article only"


class Order(Enum):
    """In which order the shared quotes are listed."""

    OUTLETS = "most outlets"
    CHANGES = "most changed"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Rung:
    """One version of a shared quote as a rung of the ladder."""

    version: Version
    number: int
    """Its place on the ladder, from 0."""
    place: Place
    """The paragraph it begins in."""
    paragraphs: str
    """The numbers of its paragraphs: `¶3`, `¶7–8`."""
    same_words_as: int | None
    """The rung further up that has the very same words, if there is one."""

    @property
    def article(self) -> int:
        """The position of its article."""
        return self.version.article


class QuoteCoverage:
    """The shared quotes of some articles.

    Args:
        articles: the articles, in the order of the coverage.
        quotes: those that several articles carry.
        alone: those that one article alone carries.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        quotes: Sequence[SharedQuote],
        alone: Sequence[SharedQuote] = (),
    ) -> None:
        self.articles = tuple(articles)
        self.quotes = tuple(quotes)
        self.alone = tuple(alone)
        self.everything = self.quotes + self.alone
        self.text = lru_cache(maxsize=None)(self._text)
        self.outcome = lru_cache(maxsize=None)(self._outcome)
        self.disputed = lru_cache(maxsize=None)(self._disputed)
        self.rungs = lru_cache(maxsize=256)(self._rungs)
        self._places = lru_cache(maxsize=None)(self._places_of)

    def find(self, place: Place) -> tuple[int, int] | None:
        """The shared quote and its rung that stand in a paragraph, marked ones first."""
        standing = [
            (version.form is VersionForm.INDIRECT, quote, number)
            for quote, shared in enumerate(self.quotes)
            for number, version in enumerate(shared.versions)
            if version.article == place.article and place.paragraph in self._paragraphs(version)
        ]
        return min(standing)[1:] if standing else None

    def count_in(self, place: Place) -> int:
        """How many shared quotes stand in a paragraph."""
        return sum(
            any(v.article == place.article and place.paragraph in self._paragraphs(v)
                for v in shared.versions)
            for shared in self.quotes
        )  # fmt: skip

    def sorted_by(self, order: Order) -> QuoteCoverage:
        """The same quotes in another order; those of one article only stay as they are."""
        if order is Order.OUTLETS:
            quotes = sorted(self.quotes, key=lambda quote: quote.number)
        elif order is Order.SPEAKER:
            quotes = sorted(self.quotes, key=lambda quote: (_family_name(quote), quote.number))
        else:
            worst = list(Outcome)
            changed = [worst.index(self.outcome(number)) for number in range(len(self.quotes))]
            ranked = sorted(range(len(changed)), key=lambda n: (changed[n], self.quotes[n].number))
            quotes = [self.quotes[number] for number in ranked]
        return QuoteCoverage(self.articles, quotes, self.alone)

    def not_in(self, quote: SharedQuote) -> tuple[int, ...]:
        """The positions of the articles that do not carry it."""
        carrying = set(quote.articles)
        return tuple(number for number in range(len(self.articles)) if number not in carrying)

    def _outcome(self, quote: int) -> Outcome:
        base, *others = self.everything[quote].versions
        if len(self.everything[quote].articles) == 1:
            return Outcome.ALONE
        quoted = [version for version in others if version.form is not VersionForm.INDIRECT]
        if any(version.count_cuts(signed=False) for version in quoted):
            return Outcome.CUT
        if any(version.inserted_count or version.changed_count for version in quoted) or not quoted:
            return Outcome.REWORDED
        whole = [version for version in quoted if version.form is VersionForm.DIRECT]
        if any(any(version.trimmed_counts) for version in whole):
            return Outcome.TRIMMED
        shorter = [version for version in quoted if len(version.words) < len(base.words)]
        return Outcome.FRAGMENT if shorter else Outcome.SAME

    def _disputed(self, quote: int) -> bool:
        """Whether articles give its words to different speakers."""
        return any(version.same_speaker is False for version in self.everything[quote].versions)

    def _rungs(self, quote: int, base: int | None) -> tuple[Rung, ...]:
        """The rungs of a shared quote, compared with one of them (None: the fullest)."""
        shared = self.everything[quote]
        versions = shared.versions if base is None else shared.compare_with(shared.versions[base])
        first_with: dict[tuple[VersionForm, tuple[str, ...]], int] = {}
        rungs = []
        for number, version in enumerate(versions):
            words = (version.form, tuple(word.key for word in version.words))
            earlier = first_with.setdefault(words, number)
            paragraphs = self._paragraphs(version)
            rungs.append(
                Rung(
                    version=version,
                    number=number,
                    place=Place(version.article, paragraphs[0]),
                    paragraphs=self._numbers(version.article, paragraphs),
                    same_words_as=earlier if earlier != number else None,
                )
            )
        return tuple(rungs)

    def _paragraphs(self, version: Version) -> list[int]:
        places = self._places(version.article)
        return [places.place(start).paragraph for start, _ in version.spans]

    def _numbers(self, article: int, paragraphs: Sequence[int]) -> str:
        numbers = [self.articles[article].paragraphs[position].number for position in paragraphs]
        first, last = min(numbers), max(numbers)
        return f"¶{first}" if first == last else f"¶{first}–{last}"

    def _text(self, article: int) -> str:
        return join_paragraphs(self.articles[article])

    def _places_of(self, article: int) -> ArticlePlaces:
        return ArticlePlaces(self.articles[article])


def _family_name(quote: SharedQuote) -> tuple[bool, str]:
    """What speakers are sorted by; those who are not known come last."""
    speaker = quote.speaker
    return speaker is None, speaker.name.split()[-1].casefold() if speaker else ""


def find_shared_quotes(
    articles: tuple[Article, ...],
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> QuoteCoverage:
    """The quotes of some articles; takes a while. As of `all_quotes`."""
    found = all_quotes(articles, progress=progress, cancelled=cancelled)
    shared = [quote for quote in found if len(quote.articles) > 1]
    return QuoteCoverage(articles, shared, found[len(shared) :])
