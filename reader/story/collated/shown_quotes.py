"""The quotations in what is shown of a moment, with their versions in its other passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.articles import Passage, Place
from reader.quote_versions import EditKind, QuoteWord, SharedQuote, Version, VersionForm
from reader.quote_versions.versions import compare_version
from reader.story.differences.quote_differences import LEAST_CERTAINTY


class ShownQuotes:
    """The quotations of several articles by the paragraphs that have them.

    Args:
        quotes: those that several articles carry.
    """

    def __init__(self, quotes: Iterable[SharedQuote]) -> None:
        self._by_place: dict[Place, list[tuple[SharedQuote, Version]]] = defaultdict(list)
        for quote in quotes:
            for version in quote.versions:
                for place in dict.fromkeys(passage.place for passage in version.passages):
                    self._by_place[place].append((quote, version))

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
            carried = [
                (at, own)
                for at, passage in enumerate(others)
                for other, version in self._by_place.get(passage.place, ())
                if other is quote
                and version.article != base.article
                and _is_sure(version)
                and (own := _take_words(version, [passage])) is not None
            ]
            versions = [(at, compare_version(each, base)) for at, each in _join_versions(carried)]
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
                own = _take_words(version, shown) if is_quoted else None
                if own is not None and quote.number not in seen:
                    seen.add(quote.number)
                    yield quote, own


def _has(passage: Passage, version: Version) -> bool:
    return any(passage.overlaps(each) for each in version.passages)


def _take_words(version: Version, passages: Sequence[Passage]) -> Version | None:
    """Return a version with those of its words alone that are in some passages; None if none is.

    The rest of an utterance may be in other moments.
    """
    taken: list[QuoteWord] = []
    for word in version.words:
        span, passage = version.spans[word.part], version.passages[word.part]
        start = word.start - span[0] + passage.start
        if any(each.place == passage.place and each.start <= start < each.end for each in passages):
            taken.append(word)
    if len(taken) == len(version.words):
        return version
    return replace(version, words=tuple(taken)) if taken else None


def _join_versions(carried: Sequence[tuple[int, Version]]) -> list[tuple[int, Version]]:
    """Return versions, those in quotation marks of one article as one.

    What one of them lacks, another may have.
    """
    joined: dict[tuple[int, bool], tuple[int, Version]] = {}
    for at, version in carried:
        key = version.article, version.form is VersionForm.INDIRECT
        before = joined.get(key)
        if before is None:
            joined[key] = (at, version)
        elif not key[1]:
            joined[key] = (before[0], _join(before[1], version))
    return list(joined.values())


def _join(one: Version, other: Version) -> Version:
    """Return a version with the words of two."""
    parts = len(one.spans)
    return replace(
        one,
        form=VersionForm.DIRECT if VersionForm.DIRECT in (one.form, other.form) else one.form,
        spans=(*one.spans, *other.spans),
        passages=(*one.passages, *other.passages),
        words=(*one.words, *(word._replace(part=word.part + parts) for word in other.words)),
        text=f"{one.text} {other.text}",
    )


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
