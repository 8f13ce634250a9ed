"""The utterances of several articles, each with its versions.

Versions are found by words and not by marks: the quotes of all articles are grouped round the
fullest version of each utterance, fragments and indirect speech are added with their lower
certainty, and every version is compared with the base word by word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from reader.errors import StoppedError
from reader.quote_versions.versions import SharedQuote, Version, VersionForm, compare_version

if TYPE_CHECKING:
    from reader.quote_versions.comparable_quotes import ComparableQuote
    from reader.quotes import Quote

_FOUND, _MATCHED, _EXTENDED = 0.5, 0.65, 0.95
"""Shares of the work, 0..1, that are done when the quotes are found, matched, and extended by
fragments and indirect speech; measured on the seeds."""
_CHECK_EVERY = 64
"""Utterances between two checks for cancellation."""

OnProgress = Callable[[float, str], None]
"""Called with the share done, 0..1, and the activity."""
IsCancelled = Callable[[], bool]


class ReportStep(Protocol):
    """Report the share done (0..1) and, where it is new, the activity."""

    def __call__(self, done: float, doing: str = "", /) -> None: ...


def shared_quotes_of_texts(
    texts: Sequence[str],
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> tuple[SharedQuote, ...]:
    """Find the utterances that at least two texts carry, as `shared_quotes` does for articles.

    Args:
        texts: paragraphs separated by line breaks.
        on_progress: called with the share done (0..1) and the activity.
        is_cancelled: called often; `StoppedError` is raised once it returns true.
    """
    report_step = make_step(on_progress, is_cancelled)
    versions = find_versions(texts, find_quotes_of_texts(texts, report_step), report_step)
    found = compare_versions(versions, report_step)
    return tuple(quote for quote in found if len(quote.articles) > 1)


def find_quotes_of_texts(texts: Sequence[str], report_step: ReportStep) -> list[list[Quote]]:
    """Find the quotes of every text."""
    # A process that is given the quotes of its articles never needs what finds them.
    from reader.quotes.quote_finder import find_quotes

    whole = sum(map(len, texts)) or 1
    found: list[list[Quote]] = []
    before = 0
    for text in texts:
        report_step(_FOUND * before / whole, "finding the quotes")
        found.append(find_quotes(text))
        before += len(text)
    return found


def find_versions(
    texts: Sequence[str],
    quotes_of: Sequence[Sequence[Quote]],
    report_step: ReportStep,
    *,
    indirect: bool = True,
) -> list[list[Version]]:
    """Find the versions of every utterance, compared with nothing yet.

    The same for every order of the texts, but for the order in one utterance.

    Args:
        texts: paragraphs separated by line breaks.
        quotes_of: the quotes of every text.
        report_step: called often, with the share done and the activity.
        indirect: whether to find those in the reporters' words too.
    """
    # Of equal matches the first is taken, so the texts are always matched in one order.
    order = sorted(range(len(texts)), key=texts.__getitem__)
    ordered = [texts[position] for position in order]
    versions = _match_quotes(ordered, [quotes_of[position] for position in order], report_step)
    if indirect:
        from reader.quote_versions.indirect_speech import add_indirect_versions

        report_step(_MATCHED, "looking for quotes in the reporters’ words")
        add_indirect_versions(ordered, versions, lambda: report_step(_MATCHED))
    return [
        [replace(version, article=order[version.article]) for version in group]
        for group in versions
        if group
    ]


def compare_versions(
    versions: Sequence[Sequence[Version]], report_step: ReportStep
) -> tuple[SharedQuote, ...]:
    """Order the versions of every utterance and compare them with the fullest.

    Utterances of several articles come first, those in most articles before the others; those
    of one article follow, in the order of the articles and of their texts.
    """
    report_step(_EXTENDED, "telling the versions apart")
    shared: list[tuple[Version, ...]] = []
    alone: list[tuple[Version, ...]] = []
    for number, group in enumerate(versions):
        if number % _CHECK_EVERY == 0:
            report_step(_EXTENDED)
        ordered = _order_versions(group)
        several = any(version.article != ordered[0].article for version in ordered)
        (shared if several else alone).append(ordered)
    shared.sort(key=lambda vs: (-len({v.article for v in vs}), -len(vs[0].words)))
    alone.sort(key=lambda vs: (vs[0].article, vs[0].spans))
    return tuple(SharedQuote(number, group) for number, group in enumerate(shared + alone, 1))


def make_step(
    on_progress: OnProgress | None = None, is_cancelled: IsCancelled | None = None
) -> ReportStep:
    """Return what reports a step, and raises `StoppedError` once the work is cancelled."""

    def report_step(done: float, doing: str = "") -> None:
        if is_cancelled is not None and is_cancelled():
            raise StoppedError
        if on_progress is not None and doing:
            on_progress(done, doing)

    return report_step


def _match_quotes(
    texts: Sequence[str], quotes_of: Sequence[Sequence[Quote]], report_step: ReportStep
) -> list[list[Version]]:
    """Find the versions in quotation marks; fragments that are tied leave an empty list."""
    # Imported here for the reason given in `find_quotes_of_texts`.
    from reader.quote_versions.comparable_quotes import read_comparable_quotes
    from reader.quote_versions.fragments import add_fragments
    from reader.quote_versions.version_groups import VersionGroups

    def check_cancelled() -> None:
        report_step(_MATCHED)

    comparable: list[list[ComparableQuote]] = []
    for number, (text, quotes) in enumerate(zip(texts, quotes_of, strict=True)):
        report_step(_FOUND)
        comparable.append(read_comparable_quotes(number, text, quotes, with_single_words=True))
    groups = VersionGroups(
        comparable,
        check_cancelled=lambda: report_step(_FOUND),
        on_matching=lambda: report_step(_FOUND, "comparing the quotes"),
    )
    report_step(_MATCHED, "comparing the quotes")
    versions = []
    for number in range(len(groups.groups)):
        if number % _CHECK_EVERY == 0:
            check_cancelled()
        versions.append(groups.make_versions(texts, number))
    add_fragments(texts, comparable, groups.groups, versions, check_cancelled)
    return versions


def _order_versions(group: Sequence[Version]) -> tuple[Version, ...]:
    """Put the fullest version of an utterance first and compare the others with it."""
    base = max(group, key=_rank_base)
    others = [version for version in group if version is not base]
    if base.certainty < 1.0:
        # It was tied to the version that is certain: that one is as sure of it.
        sure = base.certainty
        others = [replace(v, certainty=min(v.certainty, sure)) for v in others]
        base = replace(base, certainty=1.0)
    compared = sorted((compare_version(version, base) for version in others), key=_rank_version)
    return (compare_version(base, base), *compared)


def _rank_base(version: Version) -> tuple[bool, bool, int, int]:
    """Return the key that is highest for the fullest version; quoted words are before others."""
    is_quoted = version.form is not VersionForm.INDIRECT
    is_direct = version.form is VersionForm.DIRECT
    return is_direct, is_quoted, len(version.words), -version.article


def _rank_version(version: Version) -> tuple[bool, float, bool, int]:
    """Return the key that orders versions from fullest to slightest."""
    is_indirect = version.form is VersionForm.INDIRECT
    return is_indirect, -version.retained, version.form is VersionForm.PARTIAL, version.article
