"""The quotes of some articles, each as a ladder of its versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from reader.articles import Article, Passage, Place
from reader.quote_versions import ArticleQuotes, SharedQuote, Version, VersionForm
from reader.quote_versions.printed_words import PrintedWords
from reader.quotes import join_paragraphs
from reader.text.words import strip_accents

if TYPE_CHECKING:
    from reader.quote_versions.lost_meaning import LostMeaning


class QuoteOutcome(Enum):
    """The most serious change that any article made to a quote, most serious first."""

    CUT = "words cut inside, no ellipsis"
    REWORDED = "other wording, or paraphrased"
    TRIMMED = "left out at an end or a break"
    FRAGMENT = "only a fragment is left"
    SAME = "word for word the same"
    SINGLE = "in one article only"


class QuoteOrder(Enum):
    """An order of the list of quotes."""

    OUTLETS = "most outlets"
    CHANGES = "most changed"
    SPEAKER = "speaker, most quoted first"
    OUTLET = "outlet"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Rung:
    """One version of a quote as a rung of the ladder."""

    version: Version
    number: int
    """Its position on the ladder, from 0."""
    place: Place
    """The paragraph it begins in."""
    paragraphs: str
    """The numbers of its paragraphs: `¶3`, `¶7–8`."""
    same_words_as: int | None
    """The number of a fuller rung with the very same words, or None."""
    lost: tuple[LostMeaning, ...] = ()
    """The negations, conditions and numbers that it lost or added."""

    @property
    def article(self) -> int:
        """The position of its article."""
        return self.version.article

    @property
    def is_indirect(self) -> bool:
        """Whether the reporter puts it into indirect speech."""
        return self.version.form is VersionForm.INDIRECT


class QuoteLadders:
    """The quotes of some articles.

    Args:
        articles: the articles, in the order of the coverage.
        shared: the quotes that several articles carry.
        single: the quotes that one article alone carries.
        speaker_counts: how many quotes every speaker has; counted in these quotes if None.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        shared: Sequence[SharedQuote],
        single: Sequence[SharedQuote] = (),
        speaker_counts: Mapping[str, int] | None = None,
    ) -> None:
        self.articles = tuple(articles)
        self.shared = tuple(shared)
        self.single = tuple(single)
        self.quotes = self.shared + self.single
        if speaker_counts is None:
            speakers = (quote.speaker for quote in self.quotes)
            speaker_counts = Counter(speaker.name for speaker in speakers if speaker)
        self.speaker_counts = speaker_counts
        self.text = lru_cache(maxsize=None)(self._text)
        self.outcome = lru_cache(maxsize=None)(self._outcome)
        self.has_several_speakers = lru_cache(maxsize=None)(self._has_several_speakers)
        self.rungs = lru_cache(maxsize=256)(self._rungs)
        self.find_lost = lru_cache(maxsize=None)(self._find_lost)

    def find(self, place: Place) -> tuple[int, int] | None:
        """Return the (quote, rung) that a paragraph carries, or None.

        Of several, one that other articles carry goes first, then a quotation in marks, then the
        first quote.
        """
        carried = [
            (quote >= len(self.shared), version.form is VersionForm.INDIRECT, quote, number)
            for quote, shared in enumerate(self.quotes)
            for number, version in enumerate(shared.versions)
            if _is_in(version, place)
        ]
        return min(carried)[2:] if carried else None

    def find_again(self, rung: Rung, rungs: Sequence[Rung]) -> tuple[int, int]:
        """Return the quote and the number here of a rung from other ladders of the same articles.

        Where its version is now the only one of its quote, another rung of `rungs` is taken.

        Args:
            rung: the rung.
            rungs: all rungs of its quote.
        """
        versions = [each.version for each in (rung, *rungs)]
        wanted = [(version.article, version.spans) for version in versions]
        found = {
            (version.article, version.spans): (number, position)
            for number, quote in enumerate(self.quotes)
            for position, version in enumerate(quote.versions)
        }
        places = [found[key] for key in wanted if key in found]
        shared = [place for place in places if place[0] < len(self.shared)]
        return next(iter((*shared, *places)), (0, 0))

    def count_in(self, place: Place) -> int:
        """Count the quotes that a paragraph carries: the shared ones, else those it has alone."""
        counts = (
            sum(any(_is_in(version, place) for version in quote.versions) for quote in quotes)
            for quotes in (self.shared, self.single)
        )
        return next(filter(None, counts), 0)

    def sorted_by(self, order: QuoteOrder) -> QuoteLadders:
        """Return the same quotes, the shared ones and those of one article each in an order."""
        return self._with_quotes(
            sorted(self.shared, key=partial(self._sort_key, order)),
            sorted(self.single, key=partial(self._sort_key, order)),
        )

    def filtered(self, words: str) -> QuoteLadders:
        """Return the quotes that have all these words, in this order.

        Args:
            words: parts of words of any version, of its speaker or the kind of that, its outlet or
                its form, parted by spaces; case and accents do not matter.
        """
        wanted = strip_accents(words.casefold()).split()
        return self._with_quotes(
            [quote for quote in self.shared if self._matches(quote, wanted)],
            [quote for quote in self.single if self._matches(quote, wanted)],
        )

    def count_of_speaker(self, quote: SharedQuote) -> int:
        """Return how many quotes of all articles the speaker of a quote has; 0 if unknown."""
        return self.speaker_counts.get(quote.speaker.name, 0) if quote.speaker else 0

    def _with_quotes(
        self, shared: Sequence[SharedQuote], single: Sequence[SharedQuote]
    ) -> QuoteLadders:
        return QuoteLadders(self.articles, shared, single, self.speaker_counts)

    def _matches(self, quote: SharedQuote, wanted: Sequence[str]) -> bool:
        """Whether each of these parts of words is somewhere in a quote or beside it."""
        fields = [
            field
            for version in quote.versions
            for field in (
                version.text,
                version.speaker.display_name if version.speaker else "",
                version.speaker.kind.value if version.speaker else "",
                self.articles[version.article].label,
                version.form.value,
            )
        ]
        searched = strip_accents("\n".join(fields).casefold())
        return all(word in searched for word in wanted)

    def _sort_key(self, order: QuoteOrder, quote: SharedQuote) -> tuple[object, ...]:
        if order is QuoteOrder.SPEAKER:
            return -self.count_of_speaker(quote), *_family_name(quote), quote.number
        if order is QuoteOrder.OUTLET:
            label = self.articles[quote.base.article].label.casefold()
            return label, quote.base.article, quote.number
        if order is QuoteOrder.KIND:
            return list(VersionForm).index(quote.base.form), quote.number
        if order is QuoteOrder.CHANGES:
            outcome = list(QuoteOutcome).index(self._outcome_of(quote))
            return not self._loses_meaning(quote), outcome, quote.number
        return (quote.number,)

    def articles_without(self, quote: SharedQuote) -> tuple[int, ...]:
        """Return the positions of the articles that do not carry a quote."""
        carrying = set(quote.articles)
        return tuple(number for number in range(len(self.articles)) if number not in carrying)

    def _outcome(self, quote: int) -> QuoteOutcome:
        return self._outcome_of(self.quotes[quote])

    @staticmethod
    def _outcome_of(quote: SharedQuote) -> QuoteOutcome:
        if len(quote.articles) == 1:
            return QuoteOutcome.SINGLE
        base, *others = quote.versions
        quoted = [version for version in others if version.form is not VersionForm.INDIRECT]
        return _outcome_in_marks(base, quoted) if quoted else QuoteOutcome.REWORDED

    def loses_meaning(self, quote: int) -> bool:
        """Return whether a version lost or added a negation, a condition or a number."""
        return self._loses_meaning(self.quotes[quote])

    def _loses_meaning(self, quote: SharedQuote) -> bool:
        if len(quote.articles) == 1:
            return False
        return any(self.find_lost(version, quote.base) for version in quote.versions)

    def _has_several_speakers(self, quote: int) -> bool:
        """Return whether articles give the words of a quote to different speakers."""
        return any(version.same_speaker is False for version in self.quotes[quote].versions)

    def _rungs(self, quote: int, base: int | None) -> tuple[Rung, ...]:
        """Return the rungs of a quote, compared with one of them (None: the fullest)."""
        shared = self.quotes[quote]
        compared = shared.versions[base or 0]
        versions = shared.versions if base is None else shared.compare_with(compared)
        first_with: dict[tuple[VersionForm, tuple[str, ...]], int] = {}
        rungs = []
        for number, version in enumerate(versions):
            words = (version.form, tuple(word.key for word in version.words))
            fuller = first_with.setdefault(words, number)
            rungs.append(
                Rung(
                    version=version,
                    number=number,
                    place=version.passages[0].place,
                    paragraphs=_name_paragraphs(version.passages),
                    same_words_as=fuller if fuller != number else None,
                    lost=self.find_lost(version, compared),
                )
            )
        return tuple(rungs)

    def _find_lost(self, version: Version, base: Version) -> tuple[LostMeaning, ...]:
        # Only the ladder needs it, so the start does not import what it is found with.
        from reader.quote_versions.lost_meaning import find_version_loss

        printed_base = PrintedWords(self.text(base.article), base.words)
        printed = PrintedWords(self.text(version.article), version.words)
        return find_version_loss(version, base, printed_base, printed)

    def _text(self, article: int) -> str:
        """Return the text of an article that the offsets of its versions refer to."""
        return join_paragraphs(self.articles[article])


def _is_in(version: Version, place: Place) -> bool:
    return any(passage.place == place for passage in version.passages)


def _name_paragraphs(passages: Sequence[Passage]) -> str:
    numbers = [passage.number for passage in passages]
    first, last = min(numbers), max(numbers)
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def _outcome_in_marks(base: Version, quoted: Sequence[Version]) -> QuoteOutcome:
    """Return the most serious change among the versions in quotation marks."""
    if any(version.count_cuts(signed=False) for version in quoted):
        return QuoteOutcome.CUT
    if any(version.inserted_count or version.changed_count for version in quoted):
        return QuoteOutcome.REWORDED
    whole = [version for version in quoted if version.form is VersionForm.DIRECT]
    if any(any(version.trimmed_counts) or version.dropped_between_count for version in whole):
        return QuoteOutcome.TRIMMED
    is_shortened = any(version.retained < 1 for version in quoted)
    return QuoteOutcome.FRAGMENT if is_shortened else QuoteOutcome.SAME


def _family_name(quote: SharedQuote) -> tuple[bool, str]:
    """Return the sort key of a quote's speaker; unknown speakers come last."""
    speaker = quote.speaker
    return speaker is None, speaker.name.split()[-1].casefold() if speaker else ""


def find_quote_ladders(
    quotes: ArticleQuotes,
    on_progress: Callable[[float, str], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> QuoteLadders:
    """Compare the versions of all quotes; takes seconds on a large coverage.

    Args:
        quotes: those of the articles, in the order of the coverage.
        on_progress: called with the share done (0..1) and the name of the step.
        is_cancelled: called often; once it is true, `StoppedError` is raised.
    """
    found = quotes.find_utterances(on_progress, is_cancelled)
    shared = [quote for quote in found if len(quote.articles) > 1]
    return QuoteLadders(quotes.articles, shared, found[len(shared) :])
