"""A report as plain text, for a pipe, a file or a screen reader.

It has only words: no colours, no signs to learn, no columns to follow. Every moment is printed
once, each wording of it once, and each link once, at the later of its two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from textwrap import wrap

from reader.articles import ParagraphKind, Passage, Place
from reader.linking import Link
from reader.reports.collated_report import (
    describe_versions,
    mark_only_shown,
    name_shown,
    summarize_collated,
)
from reader.reports.difference_report import (
    excerpt_side,
    explain_nothing,
    explain_unread,
    name_silent,
    name_uncompared,
)
from reader.reports.documents.near_copy_sections import write_plain_copies
from reader.reports.documents.near_copy_words import count_copies, list_copy_sources
from reader.reports.documents.passage_groups import (
    MOST_ARTICLES,
    choose_differences,
    group_cells,
    group_passages,
    group_statements,
    group_versions,
    list_outside_moments,
)
from reader.reports.documents.report import Report, ReportedQuote, ReportPart, list_passages
from reader.reports.documents.report_method import describe_method, list_source_fields
from reader.reports.documents.report_summary import SummaryTopic, summarize
from reader.reports.documents.reported_copy import (
    COPY_LEAD,
    NO_SHARED_COPY,
    choose_copies,
    describe_run,
    list_origin_lines,
)
from reader.reports.documents.wording import (
    NOT_JUDGED,
    count,
    describe_difference,
    explain_numbers,
    name_places,
)
from reader.reports.people_report import (
    NOBODY_NAMED,
    describe_cell,
    list_groups,
    name_row,
    summarize_people,
)
from reader.reports.place_names import name_article, name_paragraph
from reader.reports.quote_phrases import describe_speaker
from reader.reports.shared_quote_report import describe_version
from reader.story import Difference, MatrixRow, PeopleCell, PeopleRow

_NARROWEST_TEXT = 20
"""Characters of text in a line at least, however narrow the report."""
_MOST_LINKS = 3
"""Most links that are listed below one passage, the strongest; the others are counted."""
_MOST_LINKS_OF_MANY = 1
"""The same among many articles, where each passage has dozens."""

_IndentedLine = tuple[int, str]
"""The spaces before a line, and its text."""


def format_report_as_plain(
    report: Report, parts: Collection[ReportPart] | None = None, *, width: int | None = None
) -> Iterator[str]:
    """Yield the lines of a report, without line ends.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None.
        width: characters of a line; None prints every paragraph in one line.
    """
    for indent, text in _list_lines(report, parts):
        if width is None or not text:
            yield " " * indent + text
        else:
            room = max(width - indent, _NARROWEST_TEXT)
            for line in wrap(text, room, break_on_hyphens=False) or [""]:
                yield " " * indent + line


def _list_lines(report: Report, parts: Collection[ReportPart] | None) -> Iterator[_IndentedLine]:
    yield 0, _name_report(report)
    if len(report.articles) == 1:
        yield from _write_sources(report)
        yield from _write_text(report)
        return
    text = _TextWriter(report)
    writers: dict[ReportPart, Callable[[], Iterable[_IndentedLine]]] = {
        ReportPart.SUMMARY: lambda: _write_summary(report),
        ReportPart.DIFFERENCES: lambda: (
            *_write_differences(report),
            *write_plain_copies(report),
        ),
        ReportPart.QUOTES: lambda: _write_quotes(report),
        ReportPart.PEOPLE: lambda: _write_people(report),
        ReportPart.COPY: lambda: _write_copy(report),
        ReportPart.MATRIX: text.write_moments,
        ReportPart.ONLY: text.write_outside,
        ReportPart.NOTES: lambda: _write_notes(report),
        ReportPart.SOURCES: lambda: _write_sources(report),
        ReportPart.METHOD: lambda: _write_method(report),
    }
    if parts is not None:
        writers[ReportPart.STORY] = lambda: _write_story(report)
    for part, write in writers.items():
        if parts is None or part in parts:
            yield from write()


def _name_report(report: Report) -> str:
    articles = len(report.articles)
    if articles == 1:
        return "1 article; name a second one to compare it with"
    subject = f", {report.subject}" if report.subject else ""
    copies = f", {count_copies(report)}" if report.copies else ""
    return f"{articles} articles compared{copies}: {report.title}{subject}"


def _head(title: str) -> Iterator[_IndentedLine]:
    yield 0, ""
    yield 0, title.upper()


def _write_summary(report: Report) -> Iterator[_IndentedLine]:
    if report.subject:
        return
    is_named = len(report.articles) <= MOST_ARTICLES
    if is_named:
        yield from ((0, _name_whole(report, at)) for at in range(len(report.articles)))
        yield 0, ""
    for line in summarize(report):
        if not is_named or line.topic is not SummaryTopic.ARTICLES:
            yield (4, line.text) if line.is_detail else (0, f"{line.topic.value}: {line.text}")


def _write_differences(report: Report) -> Iterator[_IndentedLine]:
    if report.subject and not report.differences:
        return
    yield from _head("Differences")
    if not report.differences:
        yield 0, explain_nothing(report.articles)
        return
    head = f"{count(len(report.differences), 'difference')}. {NOT_JUDGED}"
    yield 0, " ".join(filter(None, (head, explain_unread(report.articles))))
    differences, others = choose_differences(report)
    for number, difference in enumerate(differences, 1):
        yield 0, ""
        yield 0, f"{number}. {describe_difference(difference)}"
        yield from _list_sides(report, difference)
        if silent := name_silent(report.coverage, difference):
            yield 4, f"reported without it: {silent}"
        if uncompared := name_uncompared(report.coverage, difference):
            yield 4, f"not compared: {uncompared}"
    if others:
        yield 0, ""
        yield 0, others


def _list_sides(report: Report, difference: Difference) -> Iterator[_IndentedLine]:
    stated = group_statements(report, difference.sides)
    for sides in stated.shown:
        before, words, after = excerpt_side(sides[0])
        place = _name_source(sides[0].passage)
        yield 4, f"{place}: {before}[{words}]{after}"
        if more := [side.passage for side in sides[1:]]:
            yield 8, f"the same in {name_places(more)}"
    if others := [side.passage for side in stated.others]:
        yield 4, f"otherwise in {name_places(others)}"


def _write_quotes(report: Report) -> Iterator[_IndentedLine]:
    if report.subject and not report.quotes:
        return
    yield from _head("Quotations")
    if not report.quotes:
        yield 0, "none that several articles carry"
    for quote in report.quotes:
        yield 0, ""
        speaker = describe_speaker(quote.quote.speaker)
        yield 0, f"{quote.quote.number}. {speaker}, in {len(quote.quote.articles)} articles"
        yield from _list_versions(report, quote)


def _list_versions(report: Report, quote: ReportedQuote) -> Iterator[_IndentedLine]:
    wordings = group_versions(report, quote)
    for versions in wordings.shown:
        first = versions[0]
        words = " ".join(first.version.text.split())
        yield 4, f"{_name_source(first.passage)}, {describe_version(first.version)}:"
        yield 8, f"“{words}”" if first.is_quoted else words
        yield from ((8, note) for note in first.notes)
        if more := [version.passage for version in versions[1:]]:
            yield 8, f"the same in {name_places(more)}"
    if others := [version.passage for version in wordings.others]:
        yield 4, f"in other words in {name_places(others)}"


def _write_people(report: Report) -> Iterator[_IndentedLine]:
    if report.subject:
        return
    yield from _head("People")
    people = report.coverage.people
    if not people.persons and not people.others:
        yield 0, NOBODY_NAMED
        return
    yield from ((0, line) for line in summarize_people(people))
    for heading, rows in list_groups(people):
        yield 0, ""
        yield 0, heading
        for row in rows:
            yield 0, name_row(row)
            yield from _list_cells(report, row)


def _list_cells(report: Report, row: PeopleRow) -> Iterator[_IndentedLine]:
    found = group_cells(report, row.cells)
    for first, *more in found.shown:
        yield 4, describe_cell(first)
        if more:
            yield 8, f"the same in {_name_cells(more)}"
    if found.others:
        yield 4, f"otherwise in {_name_cells(found.others)}"


def _name_cells(cells: Sequence[PeopleCell]) -> str:
    return name_places([cell.first_spoken or cell.first for cell in cells])


def _write_story(report: Report) -> Iterator[_IndentedLine]:
    if report.subject:
        return
    story = report.coverage.collated
    yield from _head("The story once")
    yield 0, summarize_collated(story)
    for moment in story.moments:
        carriers = " ".join(map(name_article, moment.articles))
        copy = ", shared copy" if moment.copy else ""
        yield 0, ""
        yield 0, f"told by {carriers}{copy}; the words of {name_shown(moment)}"
        yield from ((4, mark_only_shown(passage, moment)) for passage in moment.shown)
        yield from ((8, line) for line in describe_versions(moment))


def _write_copy(report: Report) -> Iterator[_IndentedLine]:
    if report.subject:
        return
    yield from _head("Shared copy")
    if not report.shared_copy:
        yield 0, NO_SHARED_COPY
        return
    yield 0, COPY_LEAD
    yield from ((0, line) for line in list_origin_lines(report))
    pairs, more = choose_copies(report)
    for pair in pairs:
        yield 0, ""
        yield 0, pair.words
        yield from ((4, describe_run(run)) for run in pair.runs)
        if pair.more:
            yield 4, pair.more
    if more:
        yield 0, ""
        yield 0, more


class _TextWriter:
    """Writes the words of the articles, and each link at the later of its two ends.

    Of many articles only links to passages that are written out.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._written: set[Place] = set()
        self._links: set[frozenset[Place]] = set()

    def write_moments(self) -> Iterator[_IndentedLine]:
        """Yield every moment in all its wordings."""
        report = self._report
        if report.subject and not report.moments:
            return
        yield from _head("Shared moments")
        if not report.moments:
            yield 0, "none"
        if not report.subject and (explained := explain_numbers(report.moments)):
            yield 0, explained
        for moment in report.moments:
            yield 0, ""
            yield 0, f"{moment.number}. in {_count_articles(report, moment)}"
            yield from self._list_wordings(moment)

    def write_outside(self) -> Iterator[_IndentedLine]:
        """Yield the passages in no moment, article by article."""
        report = self._report
        if report.subject:
            return
        yield from _head("In no shared moment")
        unlinked = {each.passage.place: each.nearest for each in report.unlinked}
        position = -1
        for passage in list_outside_moments(report):
            if passage.article_position != position:
                position = passage.article_position
                yield 0, ""
                yield 0, f"{name_article(position)} {passage.article.label}"
            yield 4, f"¶{passage.number} {_print_passage(passage)}"
            if passage.place not in unlinked:
                yield from self._list_links(passage)
            elif nearest := unlinked[passage.place]:
                reason = report.evidence(nearest).reasons[0]
                named = f"{name_paragraph(nearest.there)} {nearest.score:.2f}"
                yield 8, f"perhaps elsewhere, nearest {named}: {reason}"
            else:
                yield 8, "only here"
        if position < 0:
            yield 0, "nothing"

    def _list_wordings(self, moment: MatrixRow) -> Iterator[_IndentedLine]:
        wordings = group_passages(self._report, list_passages(moment))
        for first, *more in wordings.shown:
            yield 4, f"{_name_source(first)}: {_print_passage(first)}"
            if more:
                yield 8, f"in the same words in {name_places(more)}"
            yield from self._list_links(first)
            if len(self._report.articles) <= MOST_ARTICLES:
                self._written.update(passage.place for passage in more)
        if wordings.others:
            yield 4, f"in other words in {name_places(wordings.others)}"

    def _list_links(self, passage: Passage) -> Iterator[_IndentedLine]:
        """Yield the links of a paragraph to those that are written before it."""
        links = [
            link
            for link in self._report.links_from(passage.place)
            if link.there.place in self._written
            and frozenset((link.here.place, link.there.place)) not in self._links
        ]
        self._written.add(passage.place)
        self._links.update(frozenset((link.here.place, link.there.place)) for link in links)
        is_few = len(self._report.articles) <= MOST_ARTICLES
        most = _MOST_LINKS if is_few else _MOST_LINKS_OF_MANY
        for link in links[:most]:
            yield 8, _describe_link(self._report, link)
        if len(links) > most:
            yield 8, f"and {count(len(links) - most, 'more link')}"


def _write_notes(report: Report) -> Iterator[_IndentedLine]:
    if not report.notes:
        return
    yield from _head("Notes")
    for note in report.notes:
        yield 0, ""
        yield 0, note.name
        for about in note.about:
            yield 4, f"{_name_source(about.passage)}: {' '.join(about.words.split())}"
        yield from ((8, line) for line in note.text.split("\n") if line.strip())


def _write_sources(report: Report) -> Iterator[_IndentedLine]:
    yield from _head("Articles")
    is_described = len(report.articles) <= MOST_ARTICLES
    for position, article in enumerate(report.articles):
        named = _name_whole(report, position)
        yield 0, named if is_described else f"{named} ({article.source})"
        if is_described:
            yield from ((4, f"{name}: {value}") for name, value in list_source_fields(article))
    yield from ((0, line) for line in list_copy_sources(report))


def _write_text(report: Report) -> Iterator[_IndentedLine]:
    """Yield the paragraphs of an article that is alone."""
    [article] = report.articles
    yield from _head("Text")
    furniture = 0
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            furniture += 1
            continue
        heading = "heading: " if paragraph.kind is ParagraphKind.HEADING else ""
        yield 0, ""
        yield 0, f"¶{paragraph.number} {heading}{paragraph.text}"
    if furniture:
        yield 0, ""
        yield 0, f"({count(furniture, 'paragraph')} of the page around the story left out)"


def _write_method(report: Report) -> Iterator[_IndentedLine]:
    yield from _head("How this was made")
    yield from ((0, line) for line in describe_method(report))


def _describe_link(report: Report, link: Link) -> str:
    reason = report.evidence(link).reasons[0]
    return f"{link.level.words} {link.score:.2f} {name_paragraph(link.there)}: {reason}"


def _count_articles(report: Report, moment: MatrixRow) -> str:
    """Return how many articles report a moment, and which surely do not."""
    said = f"{len(moment.cells)} of {len(report.articles)} articles"
    missing = ", ".join(map(name_article, moment.left_out_by))
    return f"{said}, not in {missing}" if missing else said


def _name_source(passage: Passage) -> str:
    return f"{name_paragraph(passage)} {passage.article.label}"


def _name_whole(report: Report, position: int) -> str:
    """Return the number of an article, what it is called, and its title."""
    return f"{name_article(position)} {report.articles[position].label_and_heading}"


def _print_passage(passage: Passage) -> str:
    """Return the words of a passage, with an ellipsis where its paragraph goes on."""
    length = len(passage.paragraph.text)
    return f"{'… ' if passage.start else ''}{passage.text}{' …' if passage.end < length else ''}"
