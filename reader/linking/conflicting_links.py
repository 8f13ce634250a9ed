"""Lowering links whose two ends state something that makes them two moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from reader.linking.conflicts import Conflict, find_conflict_signs, find_separating_conflicts
from reader.linking.links import CONFLICT_CEILING, RELATED_FLOOR
from reader.linking.paragraph_linking import LinkBasis
from reader.linking.scored_links import LinkColumns
from reader.linking.sentence_rows import Numbers, SentenceRows
from reader.linking.speaker_conflicts import (
    SpokenWords,
    find_speaker_conflict,
    share_certain_run,
)
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS

Spoken = Mapping[tuple[int, int], Sequence[SpokenWords]]
"""What is quoted in sentences, by the position of the article and that of the sentence in it."""
_SPEAKER_SIGN = 1 << 7
"""The sign of a sentence with a quotation, beside those of `find_conflict_signs`."""


def limit_conflicting(
    links: LinkColumns,
    basis: LinkBasis,
    rows: SentenceRows,
    languages: Sequence[str | None],
    spoken: Spoken,
) -> LinkColumns:
    """Find the conflicts of all links that are shown, and lower the scores of these.

    Args:
        links: the links.
        basis: for each whether a quotation ties its ends: then they are one moment, unless it is
            a phrase of two people.
        rows: the sentences of all articles.
        languages: ISO 639-1 code of every article, or None.
        spoken: what is quoted in the sentences.
    """
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= RELATED_FLOOR)
        & (basis.is_best_tied | ~basis.is_tied)
        & is_read[links.article_here]
        & is_read[links.article_there]
    )
    here = rows.find(links.article_here, links.paragraph_here, links.sentence_here, some)
    there = rows.find(links.article_there, links.paragraph_there, links.sentence_there, some)
    sides = _SpokenRows(rows, spoken)
    is_end = np.zeros(len(rows), bool)
    is_end[here] = is_end[there] = True
    signs = sides.read_signs(np.flatnonzero(is_end))
    may_conflict = np.flatnonzero(signs[here] & signs[there])
    score, conflicts = links.score.copy(), links.conflicts.copy()
    for number in may_conflict.tolist():
        link = some[number]
        is_tied = bool(basis.is_tied[link])
        for conflict in sides.compare(int(here[number]), int(there[number]), is_tied=is_tied):
            conflicts[link] |= conflict.kind.bit
    limited = np.where(conflicts > 0, np.minimum(score, CONFLICT_CEILING), score)
    return links._replace(score=limited.astype(score.dtype), conflicts=conflicts)


class _SpokenRows:
    """What can conflict in the sentences of all articles."""

    def __init__(self, rows: SentenceRows, spoken: Spoken) -> None:
        self._rows = rows
        self._spoken = spoken
        self._read_rows: dict[int, tuple[str, Sequence[SpokenWords]]] = {}

    def read_signs(self, rows: Numbers) -> Numbers:
        """For every row the bits of what it has that can conflict; 0 for rows not given."""
        signs = np.zeros(len(self._rows), np.uint8)
        for row in rows.tolist():
            text, spoken = self._read(row)
            signs[row] = find_conflict_signs(text) | (_SPEAKER_SIGN if spoken else 0)
        return signs

    def compare(self, here: int, there: int, *, is_tied: bool) -> Iterator[Conflict]:
        """Yield the conflicts of two rows.

        Args:
            here: a row.
            there: that of a sentence of another article.
            is_tied: whether they share a quotation, which makes them one moment unless it is a
                phrase of two people.
        """
        (one, spoken), (other, spoken_there) = self._read(here), self._read(there)
        conflict = find_speaker_conflict(one, spoken, other, spoken_there)
        if is_tied and (conflict is None or share_certain_run(one, other)):
            return
        if conflict is not None:
            yield conflict
        yield from find_separating_conflicts(one, other)

    def _read(self, row: int) -> tuple[str, Sequence[SpokenWords]]:
        found = self._read_rows.get(row)
        if found is None:
            spoken = self._spoken.get(self._rows.locate(row), ())
            found = self._read_rows[row] = self._rows.text(row), spoken
        return found
