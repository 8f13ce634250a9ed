"""The report of a comparison as a value: what every form of it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from reader.articles import Article, Clean, ParagraphKind, Passage, Place
from reader.coverage import Coverage, Evidence
from reader.linking import RELATED_FLOOR, Link, LinkCounts
from reader.notebook.placed_entries import PlacedEntry
from reader.quote_versions import SharedQuote, Version, VersionForm
from reader.reports.difference_report import list_differences
from reader.reports.documents.report_notes import ReportedNote, describe_notes
from reader.reports.quote_alterations import Alteration
from reader.reports.report_names import name_story
from reader.reports.shared_quote_report import VersionReport
from reader.reports.version_differences import EditPiece
from reader.story import CoverageMatrix, Difference, MatrixRow, NearCopy, SharedCopy


class ReportPart(str, Enum):
    """A part of a report that can be chosen. The values are stable: users type them."""

    SUMMARY = "summary"
    DIFFERENCES = "differences"
    QUOTES = "quotes"
    PEOPLE = "people"
    """Who is named and who is quoted, in which article."""
    COPY = "copy"
    """The copy that articles share, and its origins."""
    MATRIX = "matrix"
    STORY = "story"
    """Each moment once, in its fullest version; no table of CSV. Plain text has it only where it is
    asked for: its moments have the same words."""
    ONLY = "only"
    NOTES = "notes"
    """The user's notes and rejections, if they are asked for."""
    SOURCES = "sources"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class ReportedVersion:
    """One article's version of a quotation, compared with the fullest."""

    version: Version
    pieces: tuple[EditPiece, ...]
    """Its words in order, with those of the fullest version that it leaves out."""
    notes: tuple[str, ...]
    """How it differs from the fullest version, in words; of that "fullest here"."""
    alterations: tuple[Alteration, ...]
    """What no sign in the article betrays, the gravest first: words changed, those cut or added
    between words that both have, and another speaker. Words that an end lacks do not count."""
    lost: tuple[str, ...] = ()
    """The negations, conditions and numbers that it lost or added, in words."""

    @property
    def passage(self) -> Passage:
        """Where it begins."""
        return self.version.passages[0]

    @property
    def is_quoted(self) -> bool:
        """Whether the words are in quotation marks."""
        return self.version.form is not VersionForm.INDIRECT


@dataclass(frozen=True, slots=True)
class ReportedQuote:
    """A quotation that several articles carry."""

    quote: SharedQuote
    versions: tuple[ReportedVersion, ...]
    """From fullest to slightest."""

    @property
    def places(self) -> frozenset[Place]:
        """The paragraphs that carry it."""
        return frozenset(
            passage.place for each in self.versions for passage in each.version.passages
        )


@dataclass(frozen=True, slots=True)
class UnlinkedParagraph:
    """A paragraph of a story that has no link."""

    passage: Passage
    nearest: Link | None
    """The most alike passage where the paragraph is *perhaps* elsewhere; None where it is *only
    here*."""


class Exclusivity(str, Enum):
    """How sure it is that one article alone reports a paragraph."""

    ONLY_HERE = "only here"
    PERHAPS = "perhaps elsewhere"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class ExclusiveParagraph:
    """A paragraph of a story that is in no moment, so that one article alone may report it."""

    passage: Passage
    state: Exclusivity
    nearest: Link | None
    """The most alike passage; None where it is only here."""


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison as it is reported. Evidence is worked out when a form prints it."""

    coverage: Coverage
    floor: float
    """The lowest score, 0..1, of the links that are reported."""
    matrix: CoverageMatrix
    """In a report about one moment its row alone."""
    differences: tuple[Difference, ...]
    """Facts first."""
    quotes: tuple[ReportedQuote, ...]
    unlinked: tuple[UnlinkedParagraph, ...]
    """In the order of the articles."""
    notes: tuple[ReportedNote, ...] = ()
    """The user's notes and rejections; empty if they are not asked for."""
    copies: tuple[NearCopy, ...] = ()
    """Near copies of the articles, which are compared no further; none in a report about a part."""
    subject: str = ""
    """The part that the report is limited to, in words; empty for the whole comparison."""
    subject_passages: tuple[Passage, ...] = ()
    """The passages of that part, between which its links are; none for the whole comparison."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order in which they were compared."""
        return self.coverage.articles

    @property
    def title(self) -> Clean:
        """The title of the story."""
        return name_story(self.articles)

    @property
    def link_counts(self) -> LinkCounts:
        """How many links of each level there are."""
        return self.coverage.total_link_counts(self.floor)

    @property
    def only_here(self) -> tuple[Passage, ...]:
        """The paragraphs that surely no other article has."""
        return tuple(each.passage for each in self.unlinked if each.nearest is None)

    @property
    def shared_copy(self) -> tuple[SharedCopy, ...]:
        """The copy that pairs of articles share; empty in a report about a part."""
        return () if self.subject else self.coverage.shared_copy

    @property
    def exclusives(self) -> tuple[ExclusiveParagraph, ...]:
        """The paragraphs that one article alone reports, surely or perhaps, in order."""
        if self.subject:
            return ()
        found = {
            each.passage.place: ExclusiveParagraph(
                each.passage,
                Exclusivity.PERHAPS if each.nearest else Exclusivity.ONLY_HERE,
                each.nearest,
            )
            for each in self.unlinked
        }
        for row in self.matrix.rows:
            passage = row.cells[0].passages[0]
            if row.is_in_one_article and passage.place not in found:
                surest = next(self.each_link_from(passage.place), None)
                if surest is not None:
                    found[passage.place] = ExclusiveParagraph(passage, Exclusivity.RELATED, surest)
        return tuple(found[place] for place in sorted(found))

    def links(self) -> Iterator[Link]:
        """Yield every link of the subject once, the earlier article first."""
        return filter(self._is_of_subject, self.coverage.links(self.floor))

    def links_from(self, place: Place) -> tuple[Link, ...]:
        """The links of a paragraph, strongest first."""
        return tuple(self.each_link_from(place))

    def each_link_from(self, place: Place) -> Iterator[Link]:
        """Yield the links of a paragraph, strongest first, each when it is asked for."""
        return filter(self._is_of_subject, self.coverage.each_link_from(place, self.floor))

    def _is_of_subject(self, link: Link) -> bool:
        """Whether both ends of a link are in the part that the report is limited to."""
        passages = self.subject_passages
        return not self.subject or (_is_in(link.here, passages) and _is_in(link.there, passages))

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists."""
        return self.coverage.evidence(link)

    @property
    def moments(self) -> tuple[MatrixRow, ...]:
        """The moments of several articles, in the story's order."""
        return tuple(row for row in self.matrix.rows if not row.is_in_one_article)

    def moment_of(self, passage: Passage) -> MatrixRow | None:
        """The first moment that a passage shares words with, also one that is in one article."""
        rows = self.matrix.rows
        return next((row for row in rows if _is_in(passage, list_passages(row))), None)

    def of_moment(self, number: int) -> Report:
        """The part of the report that is about one moment.

        Raises:
            ValueError: there is no moment of that number.
        """
        row = next((each for each in self.matrix.rows if each.number == number), None)
        if row is None:
            last = _count_up_to(len(self.matrix.rows))
            raise ValueError(f"there is no moment {number}: {last}")
        passages = list_passages(row)
        places = {passage.place for passage in passages}
        return replace(
            self,
            matrix=replace(self.matrix, rows=(row,)),
            differences=tuple(
                difference
                for difference in self.differences
                if any(_is_in(side.passage, passages) for side in difference.sides)
            ),
            quotes=tuple(quote for quote in self.quotes if quote.places & places),
            unlinked=(),
            notes=tuple(note for note in self.notes if note.places & places),
            copies=(),
            subject=f"moment {number}",
            subject_passages=tuple(passages),
        )

    def of_quote(self, number: int) -> Report:
        """The part of the report that is about one quotation.

        Raises:
            ValueError: there is no quotation of that number.
        """
        quote = next((each for each in self.quotes if each.quote.number == number), None)
        if quote is None:
            raise ValueError(f"there is no quotation {number}: {_count_up_to(len(self.quotes))}")
        return replace(
            self,
            matrix=replace(self.matrix, rows=()),
            differences=(),
            quotes=(quote,),
            unlinked=(),
            notes=tuple(note for note in self.notes if note.places & quote.places),
            copies=(),
            subject=f"quotation {number}",
            subject_passages=tuple(
                passage for each in quote.versions for passage in each.version.passages
            ),
        )


def build_report(
    coverage: Coverage,
    floor: float | None = None,
    notes: Iterable[PlacedEntry] = (),
    copies: Iterable[NearCopy] = (),
) -> Report:
    """Return the report of a comparison.

    Args:
        coverage: the comparison.
        floor: the lowest score, 0..1, of a link; `RELATED_FLOOR` if None.
        notes: the entries of the notebook about the articles, to be part of the report.
        copies: near copies of the articles, which are not compared.
    """
    lowest = RELATED_FLOOR if floor is None else floor
    return Report(
        coverage,
        lowest,
        matrix=coverage.matrix,
        differences=tuple(list_differences(coverage)),
        quotes=tuple(_describe_quotes(coverage.articles, coverage.shared_quotes)),
        unlinked=tuple(_list_unlinked(coverage, lowest)),
        notes=tuple(describe_notes(coverage, notes)),
        copies=tuple(copies),
    )


def _describe_quotes(
    articles: Sequence[Article], shared: Sequence[SharedQuote]
) -> Iterator[ReportedQuote]:
    describer = VersionReport(articles)
    for quote in shared:
        versions = tuple(
            ReportedVersion(
                version,
                tuple(describer.split_version(version, quote.base)),
                tuple(describer.list_notes(version, quote.base)),
                tuple(describer.list_alterations(version, quote.base)),
                tuple(describer.list_lost(version, quote.base)),
            )
            for version in quote.versions
        )
        yield ReportedQuote(quote, versions)


def _list_unlinked(coverage: Coverage, floor: float) -> Iterator[UnlinkedParagraph]:
    if len(coverage.articles) < 2:
        return
    for position, article in enumerate(coverage.articles):
        for index, paragraph in enumerate(article.paragraphs):
            if paragraph.kind is not ParagraphKind.BODY:
                continue
            place = Place(position, index)
            if coverage.is_only_here(place, floor):
                yield UnlinkedParagraph(coverage.passage(place), None)
            elif nearest := coverage.nearest(place, floor):
                yield UnlinkedParagraph(coverage.passage(place), nearest)


def list_passages(row: MatrixRow) -> tuple[Passage, ...]:
    """Return the passages that report a moment, in the order of the articles."""
    return tuple(passage for cell in row.cells for passage in cell.passages)


def _is_in(passage: Passage, others: Sequence[Passage]) -> bool:
    """Whether a passage shares characters with one of others."""
    return any(passage.overlaps(other) for other in others)


def _count_up_to(count: int) -> str:
    return f"the last is {count}" if count else "there is none"
