"""The quotations in what is shown of a moment, with their versions in its other passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.articles import Passage, Place
from reader.quote_versions import Edit, EditKind, SharedQuote, Version, VersionForm
from reader.quote_versions.versions import compare_version
from reader.quote_versions.word_edits import count_same_words
from reader.story.differences.quote_differences import LEAST_CERTAINTY
from reader.text.words import word_spans

_TOLD_AGAIN = 0.6
"""A sentence is a version of quoted words if at least this part, 0..1, of its words is one."""


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
            here = _list_positions(base, shown)
            carried = [
                (at, version)
                for at, passage in enumerate(others)
                for other, version in self._by_place.get(passage.place, ())
                if other is quote
                and version.article != base.article
                and _is_sure(version)
                and _list_positions(version, [passage])
            ]
            versions = [
                (at, _compare(version, base, here, _list_positions(version, others)))
                for at, version in _join_versions(carried)
            ]
            found += versions
            only_shown += _list_only_shown(base, here, [version for _, version in versions])
        return found, tuple(only_shown)

    def find_base(self, runs: Sequence[Sequence[Passage]], least: float) -> int | None:
        """Return which of several runs of passages has the fullest version of a quotation.

        Most of that version is in the run, and at least `least` words; of several quotations the
        one with most words there counts. None where no run has one.
        """
        found: list[tuple[int, int]] = []
        for at, run in enumerate(runs):
            for quote, version in self._list_shown(run):
                count = len(_list_positions(version, run))
                is_base = version is quote.base and _is_quoted(version)
                if is_base and count >= max(least, len(version.words) / 2):
                    found.append((count, -at))
        return -max(found)[1] if found else None

    def list_numbers(self, passage: Passage) -> set[int]:
        """Return the numbers of the quotations of which a passage surely has words in marks."""
        return {
            quote.number
            for quote, version in self._by_place.get(passage.place, ())
            if version.form is VersionForm.DIRECT
            and version.certainty >= LEAST_CERTAINTY
            and _has(passage, version)
        }

    def tells_again(self, sentence: Passage, shown: Sequence[Passage]) -> bool:
        """Return whether a sentence is, by its edits, a version of quoted words that are shown.

        Words in the place of others count: they are what the version has there. Who says it, and
        with which verb, does not.
        """
        for quote, base in self._list_shown(shown):
            here = _list_positions(base, shown)
            for other, version in self._by_place.get(sentence.place, ()):
                if other is quote and version.article != base.article and _is_quoted(version):
                    own = _list_positions(version, [sentence])
                    told = _count_told(compare_version(version, base).edits, here, own)
                    if told and told >= _TOLD_AGAIN * _count_beside_attribution(sentence, version):
                        return True
        return False

    def _list_shown(self, shown: Sequence[Passage]) -> Iterator[tuple[SharedQuote, Version]]:
        """Yield the quotations of passages, each once, in the fullest version there."""
        seen: set[int] = set()
        for passage in shown:
            for quote, version in self._by_place.get(passage.place, ()):
                is_quoted = version.form is not VersionForm.INDIRECT
                if is_quoted and quote.number not in seen and _list_positions(version, shown):
                    seen.add(quote.number)
                    yield quote, version


def _is_quoted(version: Version) -> bool:
    return version.form is VersionForm.DIRECT and version.certainty >= LEAST_CERTAINTY


def _count_beside_attribution(sentence: Passage, version: Version) -> int:
    """Count the words of a sentence that don't say who says a version of a quotation, and how."""
    phrases = [
        phrase.text for phrase in (version.cue, version.addressee, version.setting) if phrase
    ]
    if version.speaker:
        phrases.append(version.speaker.mention)
    said = sum(_count_words(phrase) for phrase in phrases if phrase in sentence.text)
    return _count_words(sentence.text) - said


def _count_words(text: str) -> int:
    return sum(1 for _ in word_spans(text))


def _count_told(edits: Sequence[Edit], here: Collection[int], own: Collection[int]) -> int:
    """Count the words of a version, among its own, that are shown or are in the place of others.

    None is where no word is the same.
    """
    same = changed = 0
    for edit in edits:
        is_here = any(at in here for at in range(edit.base.start, edit.base.stop))
        count = sum(at in own for at in range(edit.version.start, edit.version.stop))
        if is_here and edit.kind is EditKind.SAME:
            same += count
        elif is_here and edit.kind is EditKind.CHANGED:
            changed += count
    return same + changed if same > changed else 0


def _has(passage: Passage, version: Version) -> bool:
    return any(passage.overlaps(each) for each in version.passages)


def _list_positions(version: Version, passages: Sequence[Passage]) -> frozenset[int]:
    """Return which words of a version, by position, are in some passages."""
    found: set[int] = set()
    for at, word in enumerate(version.words):
        span, passage = version.spans[word.part], version.passages[word.part]
        start = word.start - span[0] + passage.start
        if any(each.place == passage.place and each.start <= start < each.end for each in passages):
            found.add(at)
    return frozenset(found)


def _compare(version: Version, base: Version, here: frozenset[int], own: frozenset[int]) -> Version:
    """Return a version with what its edits from the whole base did to the words shown of that.

    Whole versions are compared, as on the ladder: words that are in another moment are not left
    out here, nor put in.

    Args:
        version: the version.
        base: the version shown.
        here: the positions of its words that are shown.
        own: the positions of the words of `version` that are in passages of the moment.
    """
    if version.form is VersionForm.INDIRECT:
        taken = tuple(base.words[at] for at in sorted(here))
        words = tuple(version.words[at] for at in sorted(own))
        return compare_version(replace(version, words=words), replace(base, words=taken))
    compared = compare_version(version, base)
    edits = tuple(part for edit in compared.edits for part in _restrict(edit, here, own))
    retained = count_same_words(edits) / max(1, len(here))
    return replace(compared, edits=edits, retained=min(1.0, retained))


def _restrict(edit: Edit, here: frozenset[int], own: frozenset[int]) -> Iterator[Edit]:
    """Yield what an edit does to the words shown; words in no place of theirs are put in."""
    shown = list(_split_runs(at for at in range(edit.base.start, edit.base.stop) if at in here))
    words = list(
        _split_runs(at for at in range(edit.version.start, edit.version.stop) if at in own)
    )
    if edit.kind is EditKind.SAME:
        yield from (replace(edit, base=run) for run in shown)
    elif shown and (words or not edit.version_count):
        yield replace(edit, base=slice(shown[0].start, shown[-1].stop))
    elif words and not shown:
        start = edit.base.start
        yield replace(edit, kind=EditKind.INSERTED, base=slice(start, start), version=words[0])
    # Otherwise what stands in the place of the words shown is in another moment.


def _split_runs(positions: Iterable[int]) -> Iterator[slice]:
    """Yield positions in order as slices; those in a row are one."""
    # Positions in a row have one distance to their rank.
    for _, row in groupby(enumerate(positions), lambda each: each[1] - each[0]):
        run = [at for _, at in row]
        yield slice(run[0], run[-1] + 1)


def _join_versions(carried: Sequence[tuple[int, Version]]) -> list[tuple[int, Version]]:
    """Return versions, those in quotation marks of one article as one.

    What one of them lacks, another may have.
    """
    joined: dict[tuple[int, bool], tuple[int, Version]] = {}
    seen: set[tuple[int, tuple[tuple[int, int], ...]]] = set()
    for at, version in carried:
        if (version.article, version.spans) in seen:
            continue
        seen.add((version.article, version.spans))
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


def _list_only_shown(
    base: Version, here: frozenset[int], versions: Sequence[Version]
) -> Iterator[Passage]:
    """Yield the words shown of a quotation that none of its other direct versions has."""
    direct = [version for version in versions if version.form is VersionForm.DIRECT]
    if base.form is not VersionForm.DIRECT or not direct:
        return
    missing = set(here)
    for version in direct:
        missing &= {
            at
            for edit in version.edits
            if edit.kind in (EditKind.DROPPED, EditKind.CHANGED)
            for at in range(edit.base.start, edit.base.stop)
        }
    for run in _split_runs(sorted(missing)):
        for part, row in groupby(base.words[run], lambda word: word.part):
            words = list(row)
            span, passage = base.spans[part][0], base.passages[part]
            shift = passage.start - span
            yield replace(passage, start=words[0].start + shift, end=words[-1].end + shift)
