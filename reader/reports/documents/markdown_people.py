"""The people of a report in Markdown: a table, or of many articles a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.reports.documents.markdown_escaping import escape_inline, escape_markdown
from reader.reports.documents.passage_groups import MOST_ARTICLES
from reader.reports.documents.people_words import (
    PEOPLE_SIGNS,
    describe_speech,
    list_called,
    name_callers,
)
from reader.reports.documents.report import Report
from reader.reports.people_report import NOBODY_NAMED, list_groups, summarize_people
from reader.reports.place_names import name_article
from reader.story import PeopleRow


def write_people(report: Report) -> Iterator[str]:
    """Yield a heading, counts, and persons quoted or named, with their words in each article."""
    if report.subject:
        return
    people = report.coverage.people
    yield "## People"
    yield ""
    if not people.persons and not people.others:
        yield NOBODY_NAMED
        return
    is_many = len(report.articles) > MOST_ARTICLES
    for line in summarize_people(people):
        yield escape_markdown(line)
    yield f"Words in quotation marks and in indirect speech. {PEOPLE_SIGNS}"
    for heading, rows in list_groups(people):
        yield ""
        if is_many:
            yield f"**{heading.capitalize()}**"
            yield ""
            yield from map(_write_row, rows)
        else:
            yield from _write_table(report, heading, rows)


def _write_row(row: PeopleRow) -> str:
    heard = f", heard in {len(row.heard_in)}" if row.is_heard else ""
    more = f" and {row.spoken.uncounted}× not counted" if row.spoken.uncounted else ""
    words = f", {row.spoken.words} words{more}" if row.spoken else ""
    named = f"named in {len(row.named_in)} articles"
    return f"- {escape_inline(row.name).strip()}: {named}{heard}{words}"


def _write_table(report: Report, heading: str, rows: Sequence[PeopleRow]) -> Iterator[str]:
    names = [f"{name_article(at)} {each.label}" for at, each in enumerate(report.articles)]
    heads = (heading.capitalize(), *names, "Called")
    yield f"| {' | '.join(map(escape_inline, heads))} |"
    yield "|---" * len(heads) + "|"
    for row in rows:
        cells = [describe_speech(row.cell(at)) for at in range(len(names))]
        called = "; ".join(f"{name_callers(at)} {words}" for words, at in list_called(row))
        fields = (f"{row.number}. {row.name}", *cells, called)
        yield f"| {' | '.join(escape_inline(each).strip() for each in fields)} |"
