"""Finding what changed between two versions of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.articles import Article, Passage, Place
from reader.linking.links import Level, Link
from reader.quotes import Quote
from reader.story.differences.difference import Difference, DifferenceKind
from reader.story.differences.difference_finding import find_differences
from reader.story.shared_copy.copied_words import quoted_spans
from reader.story.text_versions.aligned_paragraphs import align_paragraphs
from reader.story.text_versions.changed_facts import StatedFacts
from reader.story.text_versions.corrected_words import point_at_changes
from reader.story.text_versions.row_edits import JoinedParagraphs, find_row_edits
from reader.story.text_versions.text_change import (
    ChangeKind,
    ComparedRow,
    RowEdit,
    TextChange,
    TextChanges,
)
from reader.text.cleaning import Clean
from reader.text.words import word_keys

_FEWEST_MOVED = 5
"""Words that are moved and not merely the same ones elsewhere."""
_MOVABLE = (ChangeKind.QUOTE, ChangeKind.WORDING)


def find_text_changes(
    articles: Sequence[Article], here: int, there: int, quotes: Sequence[Sequence[Quote]]
) -> TextChanges:
    """Find what changed from one version of a text to another.

    Args:
        articles: the articles compared.
        here: the position of the one version, the earlier one where that is known.
        there: that of the other.
        quotes: the quotes of all articles.
    """
    pair = (articles[here], articles[there])
    rows = tuple(_compare_rows(pair))
    facts = _FactFinder((here, there), pair, rows)
    quoted = _Quoted(quotes)
    changes = [*_compare_headlines(*pair)]
    for number, row in enumerate(rows):
        sides = _Sides(
            JoinedParagraphs(pair[0], here, row.here_paragraphs),
            JoinedParagraphs(pair[1], there, row.there_paragraphs),
        )
        changes += _list_changes(number, row, sides, facts, quoted)
    changes = sorted(_join_moved(changes), key=lambda change: change.kind.rank)
    notes = _own_notes(*pair)
    pointed = point_at_changes(notes, [(change.old, change.new) for change in changes])
    return TextChanges(
        here,
        there,
        rows,
        tuple(
            replace(change, note=pointed[number]) if number in pointed else change
            for number, change in enumerate(changes)
        ),
        tuple(note for note in notes if note not in pointed.values()),
    )


def _join_moved(changes: Sequence[TextChange]) -> Iterator[TextChange]:
    """Yield changes; words removed in one place and added in another are one change: they moved."""
    added: dict[tuple[str, ...], list[TextChange]] = defaultdict(list)
    for change in changes:
        if not change.old and change.kind in _MOVABLE:
            added[tuple(word_keys(change.new))].append(change)
    joined: list[TextChange] = []
    moved: list[TextChange] = []
    for change in changes:
        keys = tuple(word_keys(change.old)) if change.kind in _MOVABLE and not change.new else ()
        if len(keys) >= _FEWEST_MOVED and added.get(keys):
            there = added[keys].pop(0)
            moved.append(there)
            joined.append(replace(there, kind=ChangeKind.MOVED, here=change.here, old=change.old))
        else:
            joined.append(change)
    left_out = set(map(id, moved))
    yield from (change for change in joined if id(change) not in left_out)


class _Sides(NamedTuple):
    here: JoinedParagraphs
    there: JoinedParagraphs


def _compare_rows(pair: tuple[Article, Article]) -> Iterator[ComparedRow]:
    one, other = pair
    for aligned in align_paragraphs(one, other):
        here = JoinedParagraphs(one, 0, aligned.here).text
        there = JoinedParagraphs(other, 1, aligned.there).text
        is_pair = bool(aligned.here and aligned.there)
        edits = find_row_edits(here, there, one.language) if is_pair else ()
        yield ComparedRow(*aligned, here, there, edits)


def _compare_headlines(one: Article, other: Article) -> Iterator[TextChange]:
    if not one.title or not other.title:
        return
    edits = find_row_edits(one.title, other.title, one.language)
    if edits:
        stated = StatedFacts(one.title, other.title, one.language)
        fact = next(filter(None, map(stated.find_changed, edits)), None)
        yield TextChange(ChangeKind.HEADLINE, fact, (), (), one.title, other.title, None)


def _list_changes(
    number: int, row: ComparedRow, sides: _Sides, facts: _FactFinder, quoted: _Quoted
) -> Iterator[TextChange]:
    whole = slice(0, len(row.here)), slice(0, len(row.there))
    if not row.here_paragraphs or not row.there_paragraphs:
        kind = ChangeKind.REMOVED if row.here_paragraphs else ChangeKind.ADDED
        yield _make_change(kind, None, sides, whole, number)
        return
    if row.is_moved:
        yield _make_change(ChangeKind.MOVED, None, sides, whole, number)
    for edit in row.edits:
        here, there = sides.here.passages(edit.here), sides.there.passages(edit.there)
        fact = facts.find(row, edit, here, there)
        kind = ChangeKind.FACT if fact else ChangeKind.WORDING
        if fact is None and quoted.has(here or there):
            kind = ChangeKind.QUOTE
        yield _make_change(kind, fact, sides, edit, number)


def _make_change(
    kind: ChangeKind,
    fact: DifferenceKind | None,
    sides: _Sides,
    parts: tuple[slice, slice],
    row: int,
) -> TextChange:
    return TextChange(
        kind,
        fact,
        sides.here.passages(parts[0]),
        sides.there.passages(parts[1]),
        Clean(sides.here.text[parts[0]].replace("\n", " ")),
        Clean(sides.there.text[parts[1]].replace("\n", " ")),
        row,
    )


class _FactFinder:
    """Says which edits change a fact.

    Args:
        positions: those of the two articles among the ones compared.
        pair: the articles.
        rows: their paragraphs side by side.
    """

    def __init__(
        self,
        positions: tuple[int, int],
        pair: tuple[Article, Article],
        rows: Sequence[ComparedRow],
    ) -> None:
        self._language = pair[0].language
        self._differences: dict[Place, list[Difference]] = defaultdict(list)
        for difference in find_differences(_link_rows(positions, pair, rows)):
            if difference.kind.is_fact:
                self._differences[difference.sides[0].passage.place].append(difference)
        self._read: tuple[ComparedRow, StatedFacts] | None = None

    def find(
        self, row: ComparedRow, edit: RowEdit, here: Sequence[Passage], there: Sequence[Passage]
    ) -> DifferenceKind | None:
        """Return what kind of fact an edit changes, None where none is known."""
        words = (*here, *there)
        for place in dict.fromkeys(passage.place for passage in words):
            for difference in self._differences.get(place, ()):
                sides = [side.passage for side in difference.sides]
                if all(any(_overlap(side, each) for each in words) for side in sides):
                    return difference.kind
        if self._read is None or self._read[0] is not row:
            self._read = row, StatedFacts(row.here, row.there, self._language)
        return self._read[1].find_changed(edit)


def _link_rows(
    positions: tuple[int, int], pair: tuple[Article, Article], rows: Sequence[ComparedRow]
) -> Iterator[Link]:
    """Yield the paragraphs that stand side by side as links, for what is found in links."""
    for row in rows:
        if not row.edits:
            continue
        for at in row.here_paragraphs:
            for other in row.there_paragraphs:
                ends = [
                    Passage(
                        article,
                        article.paragraphs[place.paragraph],
                        0,
                        len(article.paragraphs[place.paragraph].text),
                        place.article,
                    )
                    for article, place in zip(
                        pair, (Place(positions[0], at), Place(positions[1], other)), strict=True
                    )
                ]
                yield Link(ends[0], ends[1], 1.0, Level.SAME)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.place == other.place and one.start < other.end and other.start < one.end


class _Quoted:
    """The characters between quotation marks of all articles."""

    def __init__(self, quotes: Sequence[Sequence[Quote]]) -> None:
        self._spans = [quoted_spans(found) for found in quotes]

    def has(self, passages: Sequence[Passage]) -> bool:
        """Return whether the first of some words are inside of quotation marks."""
        if not passages:
            return False
        article, paragraph = passages[0].place
        spans = self._spans[article].get(paragraph, ())
        return any(start <= passages[0].start < end for start, end in spans)


def _own_notes(one: Article, other: Article) -> tuple[Clean, ...]:
    """Return the correction notes that only one of two versions has, those of the other first."""
    ours, theirs = dict.fromkeys(one.corrections), dict.fromkeys(other.corrections)
    return (
        *(note for note in theirs if note not in ours),
        *(note for note in ours if note not in theirs),
    )
