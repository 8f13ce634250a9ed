"""A report in Markdown, for a colleague: the summary first, then part by part.

Words of articles are escaped: nothing in them is read as markup, wherever the file is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

from reader.articles import Passage
from reader.linking import Link
from reader.reports.collated_report import (
    describe_versions,
    group_moments,
    mark_carriers,
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
from reader.reports.documents.markdown_escaping import escape_inline, escape_markdown
from reader.reports.documents.markdown_people import write_people
from reader.reports.documents.matrix_words import (
    MATRIX_SIGNS,
    describe_cell,
    name_row,
)
from reader.reports.documents.near_copy_sections import write_markdown_copies
from reader.reports.documents.near_copy_words import list_copy_sources
from reader.reports.documents.passage_groups import (
    MOST_ARTICLES,
    MOST_WORDINGS,
    choose_differences,
    group_statements,
    group_versions,
)
from reader.reports.documents.report import (
    ExclusiveParagraph,
    Report,
    ReportedQuote,
    ReportedVersion,
    ReportPart,
    list_passages,
)
from reader.reports.documents.report_method import describe_method, list_source_fields
from reader.reports.documents.report_summary import summarize
from reader.reports.documents.reported_copy import (
    COPY_LEAD,
    NO_SHARED_COPY,
    choose_copies,
    describe_run,
    list_origin_lines,
)
from reader.reports.documents.wording import (
    EXCLUSIVITY_WORDS,
    NOT_JUDGED,
    count,
    excerpt_words,
    explain_numbers,
    name_places,
)
from reader.reports.form_signs import FORM_WORDS
from reader.reports.place_names import name_article, name_paragraph
from reader.reports.quote_phrases import describe_speaker
from reader.reports.shared_quote_report import describe_version
from reader.reports.version_differences import EditPiece
from reader.story import Difference, MatrixRow

_LABEL_WORDS = 14
"""The first words of a paragraph that name it."""
_ADDRESS = re.compile(r"https?://[^\s<>\\]+", re.IGNORECASE)


def format_report_as_markdown(
    report: Report, parts: Collection[ReportPart] | None = None
) -> Iterator[str]:
    """Yield the lines of a report.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None.
    """
    yield f"# {escape_markdown(_name_title(report))}"
    for part, write in _PARTS.items():
        if parts is None or part in parts:
            lines = list(write(report))
            if lines:
                yield ""
                yield from lines


def _name_title(report: Report) -> str:
    return f"{report.title}: {report.subject}" if report.subject else report.title


def _write_summary(report: Report) -> Iterator[str]:
    if report.subject:
        return
    for line in summarize(report):
        if line.is_detail:
            yield f"  - {escape_markdown(line.text)}"
        else:
            yield f"- **{line.topic.value}:** {escape_markdown(line.text)}"


def _write_differences(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or (report.subject and not report.differences):
        return
    yield "## Differences"
    yield ""
    if not report.differences:
        yield explain_nothing(report.articles)
        return
    head = f"{count(len(report.differences), 'difference')}. {NOT_JUDGED}"
    yield " ".join(filter(None, (head, explain_unread(report.articles))))
    differences, others = choose_differences(report)
    for number, difference in enumerate(differences, 1):
        yield ""
        yield f"{number}. **{difference.kind.value}**{_describe_topic(difference)}"
        yield from _list_sides(report, difference)
        if silent := name_silent(report.coverage, difference):
            yield f"   - reported without it: {escape_markdown(silent)}"
        if uncompared := name_uncompared(report.coverage, difference):
            yield f"   - not compared: {escape_markdown(uncompared)}"
    if others:
        yield ""
        yield others


def _list_sides(report: Report, difference: Difference) -> Iterator[str]:
    stated = group_statements(report, difference.sides)
    for first, *more in stated.shown:
        before, words, after = map(escape_inline, excerpt_side(first))
        yield f"   - {_name_source(first.passage)}: {before}**{words}**{after}"
        if more:
            yield f"     - the same in {_name_places([side.passage for side in more])}"
    if stated.others:
        yield f"   - otherwise in {_name_places([side.passage for side in stated.others])}"


def _describe_topic(difference: Difference) -> str:
    about = f", {escape_markdown(difference.about)}" if difference.about else ""
    return f"{about} (sure {difference.certainty:.2f})"


def _write_quotes(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or (report.subject and not report.quotes):
        return
    yield "## Quotations"
    yield ""
    if not report.quotes:
        yield "None that several articles carry."
        return
    yield (
        f"{count(len(report.quotes), 'quotation')} in several articles, each version beside the "
        "fullest here: ~~left out~~, **other words**."
    )
    for quote in report.quotes:
        yield ""
        speaker = escape_markdown(describe_speaker(quote.quote.speaker))
        yield f"### {quote.quote.number}. {speaker}, in {len(quote.quote.articles)} articles"
        yield ""
        yield from _list_versions(report, quote)


def _list_versions(report: Report, quote: ReportedQuote) -> Iterator[str]:
    wordings = group_versions(report, quote)
    for first, *more in wordings.shown:
        yield from _write_version(first)
        if more:
            yield f"  - the same in {_name_places([version.passage for version in more])}"
    if wordings.others:
        yield f"- in other words in {_name_places([each.passage for each in wordings.others])}"


def _write_version(reported: ReportedVersion) -> Iterator[str]:
    words = " ".join(filter(None, (_mark_piece(piece) for piece in reported.pieces)))
    yield f"- {_name_source(reported.passage)}, {_describe_reporting(reported)}:"
    yield f"  {'“' * reported.is_quoted}{words}{'”' * reported.is_quoted}"
    for note in reported.notes:
        yield f"  - {escape_markdown(note)}"


def _mark_piece(piece: EditPiece) -> str:
    dropped, words = escape_inline(piece.dropped).strip(), escape_inline(piece.words).strip()
    if piece.is_same:
        return words
    return " ".join(filter(None, (dropped and f"~~{dropped}~~", words and f"**{words}**")))


def _describe_reporting(reported: ReportedVersion) -> str:
    return escape_markdown(describe_version(reported.version))


def _write_copy(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or report.subject:
        return
    yield "## Shared copy"
    yield ""
    if not report.shared_copy:
        yield NO_SHARED_COPY
        return
    yield COPY_LEAD
    head, *joint = list_origin_lines(report) or [""]
    if head:
        yield ""
        yield escape_markdown(head)
        yield ""
        yield from (f"- {escape_markdown(line)}" for line in joint)
    yield ""
    pairs, more = choose_copies(report)
    for pair in pairs:
        yield f"- {escape_markdown(pair.words)}"
        yield from (f"  - {escape_markdown(describe_run(run))}" for run in pair.runs)
        if pair.more:
            yield f"  - {pair.more}"
    if more:
        yield ""
        yield more


def _write_matrix(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or (report.subject and not report.matrix.rows):
        return
    yield "## Who has what"
    yield ""
    if report.subject:
        yield from _write_passages(report.matrix.rows[0])
    elif not report.moments:
        yield "No moment is in several articles."
    elif len(report.articles) > MOST_ARTICLES:
        for row in report.moments:
            # Markdown would renumber the rows of an ordered list.
            yield f"- {row.number}\\. {_name_row(row)}"
            yield f"  - {_name_places(list_passages(row))}"
    else:
        yield from _write_table(report)


def _write_passages(row: MatrixRow) -> Iterator[str]:
    for cell in row.cells:
        for passage in cell.passages:
            words = escape_inline(passage.text).strip()
            yield f"- {_name_source(passage)}, {FORM_WORDS[cell.form]}: {words}"


def _write_table(report: Report) -> Iterator[str]:
    explained = explain_numbers(report.moments)
    yield f"{MATRIX_SIGNS} {explained or 'What one article alone has is not in the table.'}"
    yield ""
    names = (f"{name_article(at)} {each.label}" for at, each in enumerate(report.articles))
    yield f"| Moment | {' | '.join(map(escape_inline, names))} |"
    yield "|---|" + "---|" * len(report.articles)
    for row in report.moments:
        cells = (escape_inline(describe_cell(row, at)) for at in range(len(report.articles)))
        yield f"| {row.number}. {_name_row(row)} | {' | '.join(cells)} |"


def _name_row(row: MatrixRow) -> str:
    return escape_inline(name_row(row)).strip()


def _write_story(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or report.subject:
        return
    story = report.coverage.collated
    is_many = len(report.articles) > MOST_ARTICLES
    yield "## The story once"
    yield ""
    yield escape_markdown(summarize_collated(story))
    for group in group_moments(story.moments, is_whole=False):
        yield ""
        if isinstance(group, str):
            yield escape_markdown(group)
            continue
        carriers = mark_carriers(story.articles, group).strip()
        if is_many:
            carriers = f"in {len(group.articles)} of {len(report.articles)}"
        yield f"**{escape_inline(carriers)}** {escape_inline(name_shown(group))}"
        for passage in group.shown:
            yield ""
            yield f"> {escape_markdown(mark_only_shown(passage, group))}"
        lines = list(describe_versions(group))
        more = len(lines) - MOST_WORDINGS if is_many else 0
        if more > 0:
            lines = [*lines[:MOST_WORDINGS], f"and {count(more, 'more line')} of other versions"]
        yield from ("", *(f"- {escape_markdown(line)}" for line in lines)) if lines else ()


def _write_only(report: Report) -> Iterator[str]:
    if len(report.articles) < 2 or report.subject:
        return
    yield "## Only in one"
    exclusives = report.exclusives
    if not exclusives:
        yield ""
        yield "Every paragraph is in a moment that several articles have."
    for position, article in enumerate(report.articles):
        here = [each for each in exclusives if each.passage.article_position == position]
        if here:
            yield ""
            yield f"### {escape_markdown(f'{name_article(position)} {article.label}')}"
            yield from _list_exclusives(here)


def _list_exclusives(exclusives: Sequence[ExclusiveParagraph]) -> Iterator[str]:
    for state, heading in EXCLUSIVITY_WORDS.items():
        of_state = [each for each in exclusives if each.state is state]
        if of_state:
            yield ""
            yield f"**{heading}**"
            yield ""
        for each in of_state:
            words = escape_inline(each.passage.text).strip()
            nearest = f" (nearest {_name_nearest(each.nearest)})" if each.nearest else ""
            yield f"- ¶{each.passage.number} {words}{nearest}"


def _name_nearest(link: Link) -> str:
    return f"{escape_inline(name_paragraph(link.there))}, {link.score:.2f}"


def _write_notes(report: Report) -> Iterator[str]:
    if not report.notes:
        return
    yield "## Notes"
    yield ""
    for note in report.notes:
        yield f"- {escape_markdown(note.name)}"
        for about in note.about:
            words = "" if about.is_whole else f" “{excerpt_words(about.words, _LABEL_WORDS)}”"
            yield f"  - {_name_source(about.passage)}{escape_inline(words)}"
        lines = [escape_markdown(line) for line in note.text.split("\n") if line.strip()]
        yield from (f"  > {line}\\" for line in lines[:-1])
        yield from (f"  > {line}" for line in lines[-1:])


def _write_sources(report: Report) -> Iterator[str]:
    yield "## Sources"
    if len(report.articles) > MOST_ARTICLES:
        yield ""
        for position, article in enumerate(report.articles):
            source = _write_field("source", article.source)
            yield f"- {escape_inline(f'{name_article(position)} {article.label}')}: {source}"
    else:
        yield from _describe_sources(report)
    if report.copies:
        yield ""
        yield from (f"- {escape_inline(line)}" for line in list_copy_sources(report))


def _describe_sources(report: Report) -> Iterator[str]:
    for position, article in enumerate(report.articles):
        yield ""
        yield f"### {escape_markdown(f'{name_article(position)} {article.label}')}"
        yield ""
        for field, value in list_source_fields(article):
            yield f"- {field}: {_write_field(field, value)}"


def _write_field(field: str, value: str) -> str:
    """Return the value of a field; a web address as one that can be followed."""
    if field == "source" and _ADDRESS.fullmatch(value):
        return f"<{value}>"
    return escape_inline(value).strip()


def _write_method(report: Report) -> Iterator[str]:
    yield "## How this was made"
    yield ""
    for line in describe_method(report):
        yield f"- {escape_markdown(line)}"


def _name_places(passages: Sequence[Passage]) -> str:
    return escape_inline(name_places(passages))


def _name_source(passage: Passage) -> str:
    return escape_inline(f"{name_paragraph(passage)} {passage.article.label}")


_PARTS: dict[ReportPart, Callable[[Report], Iterator[str]]] = {
    ReportPart.SUMMARY: _write_summary,
    ReportPart.DIFFERENCES: lambda report: chain(
        _write_differences(report), write_markdown_copies(report)
    ),
    ReportPart.QUOTES: _write_quotes,
    ReportPart.PEOPLE: write_people,
    ReportPart.COPY: _write_copy,
    ReportPart.MATRIX: _write_matrix,
    ReportPart.STORY: _write_story,
    ReportPart.ONLY: _write_only,
    ReportPart.NOTES: _write_notes,
    ReportPart.SOURCES: _write_sources,
    ReportPart.METHOD: _write_method,
}
