"""The utterances of several articles, each with its versions.

Versions are found by words and not by marks: the quotes of all articles are grouped round the
fullest version of each utterance, fragments and indirect speech are added with their lower
certainty, and every version is compared with the base word by word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from reader.articles import Article
from reader.errors import StoppedError
from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.fragments import add_fragments
from reader.quote_versions.indirect_speech import add_indirect_versions
from reader.quote_versions.version_groups import VersionGroups
from reader.quote_versions.versions import SharedQuote, Version, VersionForm, compare_version
from reader.quotes import find_quotes
from reader.quotes.offsets import ArticleText

_FOUND, _MATCHED, _EXTENDED = 0.5, 0.65, 0.95
"""Shares of the work, 0..1, that are done when the quotes are found, matched, and extended by
fragments and indirect speech; measured on the seeds."""
_CHECK_EVERY = 64
"""Utterances between two checks for cancellation."""

Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


class ReportStep(Protocol):
    """Report the share done (0..1) and, where it is new, the activity."""

    def __call__(self, done: float, doing: str = "", /) -> None: ...


def shared_quotes(
    articles: Sequence[Article],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Find the utterances that at least two of the articles carry, in most articles first.

    Args:
        articles: any number, in any order.
        progress: called with the share done (0..1) and the activity.
        cancelled: called often; `StoppedError` is raised once it returns true.
    """
    found = all_quotes(articles, progress=progress, cancelled=cancelled)
    return tuple(quote for quote in found if len(quote.articles) > 1)


def shared_quotes_of_texts(
    texts: Sequence[str],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Find the `shared_quotes` of plain texts, paragraphs separated by line breaks."""
    found = _UtteranceFinder(texts, _make_step(progress, cancelled)).find_utterances()
    return tuple(quote for quote in found if len(quote.articles) > 1)


def all_quotes(
    articles: Sequence[Article],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Find every utterance of two words and more, those of several articles first.

    Those that one article alone carries follow, in the order of the articles and of their
    text. Titles of works are left out. Numbers go on from 1 over all of them.
    """
    texts = [ArticleText(article, position) for position, article in enumerate(articles)]
    finder = _UtteranceFinder([each.text for each in texts], _make_step(progress, cancelled))
    return tuple(_add_passages(quote, texts) for quote in finder.find_utterances())


def find_versions(
    texts: Sequence[str],
    report_step: ReportStep,
    *,
    indirect: bool = True,
    sentences: Sequence[Sequence[tuple[int, int]]] | None = None,
) -> list[list[Version]]:
    """Find the versions of every utterance of plain texts, compared with nothing yet.

    Args:
        texts: paragraphs separated by line breaks.
        report_step: called often, with the share done and the activity.
        indirect: whether to find those in the reporters' words too.
        sentences: the spans of the sentences of every text, in order, if they are known.
    """
    return _UtteranceFinder(texts, report_step, sentences).find_versions(indirect=indirect)


def _add_passages(quote: SharedQuote, texts: Sequence[ArticleText]) -> SharedQuote:
    versions = (
        replace(version, passages=texts[version.article].passages(version.spans))
        for version in quote.versions
    )
    return SharedQuote(quote.number, tuple(versions))


def _make_step(progress: Progress | None, cancelled: Cancelled | None) -> ReportStep:
    def report_step(done: float, doing: str = "") -> None:
        if cancelled is not None and cancelled():
            raise StoppedError
        if progress is not None and doing:
            progress(done, doing)

    return report_step


class _UtteranceFinder:
    """The way from texts to utterances.

    Args:
        texts: those of the articles.
        report_step: called often, with the share done and the activity.
        sentences: the spans of the sentences of every text, in order, if they are known.
    """

    def __init__(
        self,
        texts: Sequence[str],
        report_step: ReportStep,
        sentences: Sequence[Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self._texts = texts
        self._report_step = report_step
        self._sentences = sentences

    def find_utterances(self) -> tuple[SharedQuote, ...]:
        """Find all utterances and compare the versions of each."""
        versions = self.find_versions()
        self._report_step(_EXTENDED, "telling the versions apart")
        shared: list[tuple[Version, ...]] = []
        alone: list[tuple[Version, ...]] = []
        for number, group in enumerate(versions):
            if number % _CHECK_EVERY == 0:
                self._report_step(_EXTENDED)
            if group:
                ordered = _order_versions(group)
                several = any(version.article != ordered[0].article for version in ordered)
                (shared if several else alone).append(ordered)
        shared.sort(key=lambda vs: (-len({v.article for v in vs}), -len(vs[0].words)))
        alone.sort(key=lambda vs: (vs[0].article, vs[0].spans))
        return tuple(SharedQuote(number, group) for number, group in enumerate(shared + alone, 1))

    def find_versions(self, *, indirect: bool = True) -> list[list[Version]]:
        """Find the versions of all utterances; fragments that are tied leave an empty list."""
        texts = self._texts

        def check_cancelled() -> None:
            self._report_step(_MATCHED)

        quotes_of = self._read_quotes()
        groups = VersionGroups(
            quotes_of,
            check_cancelled=lambda: self._report_step(_FOUND),
            on_matching=lambda: self._report_step(_FOUND, "comparing the quotes"),
        )
        self._report_step(_MATCHED, "comparing the quotes")
        versions = []
        for number in range(len(groups.groups)):
            if number % _CHECK_EVERY == 0:
                check_cancelled()
            versions.append(groups.make_versions(texts, number))
        add_fragments(texts, quotes_of, groups.groups, versions, check_cancelled)
        if indirect:
            self._report_step(_MATCHED, "looking for quotes in the reporters’ words")
            add_indirect_versions(texts, versions, check_cancelled, self._sentences)
        return versions

    def _read_quotes(self) -> list[list[ComparableQuote]]:
        """Find the quotes of every text and read what is compared of them."""
        whole = sum(len(text) for text in self._texts) or 1
        found = []
        before = 0
        for text in self._texts:
            self._report_step(_FOUND * before / whole, "finding the quotes")
            found.append(find_quotes(text))
            before += len(text)
        comparable = []
        for number, text in enumerate(self._texts):
            self._report_step(_FOUND)
            comparable.append(
                read_comparable_quotes(number, text, found[number], with_single_words=True)
            )
        return comparable


def _order_versions(group: Sequence[Version]) -> tuple[Version, ...]:
    """Put the fullest version of an utterance first and compare the others with it."""
    base = max(group, key=lambda v: (v.form is VersionForm.DIRECT, len(v.words), -v.article))
    others = [compare_version(version, base) for version in group if version is not base]
    return (compare_version(base, base), *sorted(others, key=_rank_version))


def _rank_version(version: Version) -> tuple[bool, float, bool, int]:
    """Return the key that orders versions from fullest to slightest."""
    is_indirect = version.form is VersionForm.INDIRECT
    return is_indirect, -version.retained, version.form is VersionForm.PARTIAL, version.article
