"""Building the coverage matrix: a row for every moment and for what only one article has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.articles import ParagraphKind, Passage, Place
from reader.quotes.quote import QuoteKind
from reader.story.labels.label_names import is_less_named
from reader.story.labels.label_sources import LabelSource
from reader.story.labels.moment_labels import choose_label
from reader.story.labels.passage_beginnings import first_words
from reader.story.matrix.article_sections import SectionFinder
from reader.story.matrix.coverage_matrix import (
    Absences,
    CoverageMatrix,
    MatrixCell,
    MatrixRow,
    MomentForm,
)
from reader.story.matrix.moment_forms import FORM_RANKS, judge_form, share_told
from reader.story.matrix.story_order import merge_orders
from reader.story.moment_words import PassageReader, WordedPassage
from reader.story.shared_copy.copied_passages import CopyFinder
from reader.story.shared_copy.lazy_sequence import LazySequence
from reader.story.shared_copy.origins import find_origins

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.quotes.quote import Quote
    from reader.story.differences.difference import Difference
    from reader.story.moments import Moment
    from reader.story.shared_copy.shared_runs import SharedCopy
    from reader.text.word_alignment import Word

_FEWEST_QUOTED = 3
"""Words from which on those of a quotation label a moment: "47 percent" alone says too little."""


@dataclass(frozen=True, slots=True)
class MatrixSources:
    """What a matrix is built from."""

    articles: tuple[Article, ...]
    moments: Sequence[Moment]
    differences: Sequence[Difference]
    quotes: Sequence[Sequence[Quote]]
    """Those of every article, with their passages."""
    copies: Sequence[SharedCopy]
    """What pairs of articles share word for word."""
    find_words: Callable[[Place], Sequence[Word]]
    """Returns the words of a paragraph."""
    find_absences: Callable[[Sequence[Passage]], Absences]
    """Returns of the passages of a row the articles that are not known to report it."""


def build_matrix(sources: MatrixSources) -> CoverageMatrix:
    """Return the moments by articles, with the paragraphs that only one article has."""
    builder = _RowBuilder(sources)
    grouped = {passage.place for moment in sources.moments for passage in moment.passages}
    rows = [builder.build(moment.passages, moment.number) for moment in sources.moments]
    rows += [builder.build((passage,)) for passage in _in_one_article(sources.articles, grouped)]
    order = merge_orders(list(_orders(rows, len(sources.articles))))
    ordered = (replace(rows[at], number=number) for number, at in enumerate(order, 1))
    origins = find_origins(sources.articles, sources.copies)
    return CoverageMatrix(sources.articles, tuple(ordered), origins)


def _in_one_article(articles: tuple[Article, ...], grouped: set[Place]) -> Iterator[Passage]:
    """Yield the paragraphs of the story of which no sentence is in a moment."""
    for position, article in enumerate(articles):
        for number, paragraph in enumerate(article.paragraphs):
            place = Place(position, number)
            is_story = paragraph.kind is ParagraphKind.BODY and any(
                map(str.isalnum, paragraph.text)
            )
            if is_story and place not in grouped:
                yield Passage.of_paragraph(articles, place)


def _orders(rows: Sequence[MatrixRow], count: int) -> Iterator[list[int]]:
    """Yield for every article the positions of the rows that it reports, in its order."""
    for article in range(count):
        placed = []
        for position, row in enumerate(rows):
            if (cell := row.cell(article)) is not None:
                first = cell.passages[0]
                placed.append((first.place, first.start, position))
        yield [position for *_, position in sorted(placed)]


class _RowBuilder:
    """Builds the rows of a matrix one by one."""

    def __init__(self, sources: MatrixSources) -> None:
        self._sources = sources
        self._words = PassageReader(sources.articles, sources.find_words)
        self._sections = SectionFinder(sources.articles)
        self._quotes: dict[Place, list[Quote]] = defaultdict(list)
        for quote in (quote for quotes in sources.quotes for quote in quotes):
            if quote.passage is not None:
                self._quotes[quote.passage.place].append(quote)
        self._differences: dict[Place, list[Difference]] = defaultdict(list)
        for difference in sources.differences:
            for side in difference.sides:
                self._differences[side.passage.place].append(difference)

    @cached_property
    def _copies(self) -> CopyFinder:
        return CopyFinder(self._sources.copies)

    def _find_copy(self, passages: Sequence[Passage]) -> tuple[int, ...]:
        return self._copies.find(passages)

    def build(self, passages: Sequence[Passage], moment: int | None = None) -> MatrixRow:
        """Return the row of a moment, or of a paragraph; its number is 0."""
        by_article: dict[int, list[WordedPassage]] = defaultdict(list)
        for passage in passages:
            by_article[passage.article_position].append(self._words.read(passage))
        differences = self._find_differences(passages)
        telling = _weigh_stems(by_article)
        cells = self._build_cells(by_article, telling, differences)
        absences = self._sources.find_absences(passages)
        worded = [each for own in by_article.values() for each in own]
        label, is_quotation = self._choose_label(worded, cells, telling)
        return MatrixRow(
            0,
            label,
            cells,
            absences.left_out_by,
            absences.perhaps_in,
            differences,
            is_quotation,
            moment,
            absences.probably_in,
        )

    def _build_cells(
        self,
        by_article: Mapping[int, Sequence[WordedPassage]],
        telling: Mapping[str, float],
        differences: Sequence[Difference],
    ) -> tuple[MatrixCell, ...]:
        stating = {
            side.passage.article_position
            for difference in differences
            if difference.kind.is_fact
            for side in difference.sides
        }
        fullest = max(share_told(each, telling) for own in by_article.values() for each in own)
        return tuple(
            MatrixCell(
                article,
                min(
                    (
                        judge_form(each, telling, self._quotes.get(each.passage.place, ()), fullest)
                        for each in own
                    ),
                    key=FORM_RANKS.__getitem__,
                ),
                self._sections.find(own[0].passage),
                tuple(each.passage for each in own),
                article in stating,
                LazySequence(partial(self._find_copy, [each.passage for each in own])),
            )
            for article, own in sorted(by_article.items())
        )

    def _choose_label(
        self,
        worded: Sequence[WordedPassage],
        cells: Sequence[MatrixCell],
        telling: Mapping[str, float],
    ) -> tuple[Passage, bool]:
        """Return the label of a row, and whether it is words of a quotation."""
        sources = [LabelSource(each, self._quoted_spans(each.passage)) for each in worded]
        stated = choose_label(sources, telling)
        quoting = sum(cell.form is MomentForm.QUOTED for cell in cells)
        if 2 * quoting >= len(cells):
            quoted = [source._replace(is_quotation=True) for source in sources]
            label = choose_label(quoted, telling)
            is_long = label is not None and len(label.text.split()) >= _FEWEST_QUOTED
            if label is not None and is_long and not (stated and is_less_named(label, stated)):
                return label, True
        return stated or first_words(*worded), False

    def _quoted_spans(self, passage: Passage) -> list[tuple[int, int]]:
        return [
            (quote.passage.start, quote.passage.end)
            for quote in self._quotes.get(passage.place, ())
            if quote.kind is QuoteKind.DIRECT and quote.passage
        ]

    def _find_differences(self, passages: Sequence[Passage]) -> tuple[Difference, ...]:
        """Return the differences of which two articles state their sides in the passages."""
        found: dict[int, tuple[Difference, set[int]]] = {}
        for passage in passages:
            for difference in self._differences.get(passage.place, ()):
                for side in difference.sides:
                    if _holds(passage, side.passage):
                        stating = found.setdefault(id(difference), (difference, set()))[1]
                        stating.add(passage.article_position)
        return tuple(difference for difference, stating in found.values() if len(stating) > 1)


def _holds(passage: Passage, part: Passage) -> bool:
    return passage.place == part.place and passage.start <= part.start and part.end <= passage.end


def _weigh_stems(by_article: Mapping[int, Sequence[WordedPassage]]) -> dict[str, float]:
    """Return how much the stems tell that several articles have; all, of one article."""
    holders: Counter[str] = Counter()
    for own in by_article.values():
        holders.update({word.stem for each in own for word in each.words})
    needed = 1 if len(by_article) == 1 else 2
    return {
        word.stem: word.weight * (holders[word.stem] - needed + 1)
        for own in by_article.values()
        for each in own
        for word in each.words
        if word.weight and holders[word.stem] >= needed
    }
