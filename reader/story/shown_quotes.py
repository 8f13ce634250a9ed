"""The quotations in what is shown of a moment, with their versions in its other passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.articles import Passage, Place
from reader.quote_versions import EditKind, SharedQuote, Version, VersionForm
from reader.quote_versions.versions import compare_version
from reader.story.quote_differences import LEAST_CERTAINTY


class ShownQuotes:
    """The quotations of several articles by the paragraphs that have them.

    Args:
        quotes: those that several articles carry.
    """

    def __init__(self, quotes: Iterable[SharedQuote]) -> None:
        self._by_place: dict[Place, list[tuple[SharedQuote, Version]]] = defaultdict(list)
        for quote in quotes:
            for version in quote.versions:
                if version.passages:
                    self._by_place[version.passages[0].place].append((quote, version))

    def find(
        self, shown: Sequence[Passage], others: Sequence[Passage]
    ) -> tuple[list[tuple[int, Version]], tuple[Passage, ...]]:
        """Find the versions of the quotations that are shown.

        Args:
            shown: the passages shown.
            others: the other passages of the moment.

        Returns:
            The versions, each with the position of the passage in `others` that has it, compared
            with what is shown; and the words shown that are in none of them.
        """
        found: list[tuple[int, Version]] = []
        only_shown: list[Passage] = []
        for quote, base in self._list_shown(shown):
            versions = [
                (at, compare_version(version, base))
                for at, passage in enumerate(others)
                for other, version in self._by_place.get(passage.place, ())
                if other is quote
                and version.article != base.article
                and _has(passage, version)
                and _is_sure(version)
            ]
            found += versions
            only_shown += _list_only_shown(base, [version for _, version in versions])
        return found, tuple(only_shown)

    def list_numbers(self, passage: Passage) -> set[int]:
        """Return the numbers of the quotations of which a passage surely has words in marks."""
        return {
            quote.number
            for quote, version in self._by_place.get(passage.place, ())
            if version.form is VersionForm.DIRECT
            and version.certainty >= LEAST_CERTAINTY
            and _has(passage, version)
        }

    def _list_shown(self, shown: Sequence[Passage]) -> Iterator[tuple[SharedQuote, Version]]:
        """Yield the quotations of passages, each once, in the fullest version there."""
        seen: set[int] = set()
        for passage in shown:
            for quote, version in self._by_place.get(passage.place, ()):
                is_quoted = version.form is not VersionForm.INDIRECT
                if is_quoted and quote.number not in seen and _has(passage, version):
                    seen.add(quote.number)
                    yield quote, version


def _has(passage: Passage, version: Version) -> bool:
    first = version.passages[0]
    return passage.place == first.place and passage.start <= first.start < passage.end


def _is_sure(version: Version) -> bool:
    return version.form is VersionForm.INDIRECT or version.certainty >= LEAST_CERTAINTY


def _list_only_shown(base: Version, versions: Sequence[Version]) -> Iterator[Passage]:
    """Yield the words of a quotation that none of its other direct versions has."""
    direct = [version for version in versions if version.form is VersionForm.DIRECT]
    if base.form is not VersionForm.DIRECT or not direct:
        return
    missing = set(range(len(base.words)))
    for version in direct:
        missing &= {
            at
            for edit in version.edits
            if edit.kind in (EditKind.DROPPED, EditKind.CHANGED)
            for at in range(edit.base.start, edit.base.stop)
        }
    # Words in a row have one distance to their rank.
    for _, row in groupby(enumerate(sorted(missing)), lambda each: each[1] - each[0]):
        positions = [at for _, at in row]
        for part, run in groupby(positions, lambda at: base.words[at].part):
            words = [base.words[at] for at in run]
            span, passage = base.spans[part][0], base.passages[part]
            shift = passage.start - span
            yield replace(passage, start=words[0].start + shift, end=words[-1].end + shift)
