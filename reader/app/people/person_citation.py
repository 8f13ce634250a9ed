"""The text that is copied for a person: each article's quotations with the sources."""

from __future__ import annotations

from reader.app.themes.signs import article_mark
from reader.quote_versions import VersionForm
from reader.reports.citations import CitedQuote, cite_quote
from reader.reports.people_report import describe_cell
from reader.story.people.coverage_people import CoveragePeople, PeopleCell, PeopleRow


def cite_person(people: CoveragePeople, row: PeopleRow) -> str:
    """Return the name, and for every article how it names and quotes the person, with quotes."""
    blocks = [row.name, *(_cite_cell(people, row, cell) for cell in row.cells)]
    return "\n\n".join(blocks)


def _cite_cell(people: CoveragePeople, row: PeopleRow, cell: PeopleCell) -> str:
    article = people.articles[cell.article]
    lines = [f"[{article_mark(cell.article)}] {describe_cell(cell).partition(' ')[2]}"]
    quoted = [each for each in cell.speeches if each.form is not VersionForm.INDIRECT]
    for speech in quoted:
        name = row.name if speech.is_stated else f"unknown, perhaps {row.name}"
        number = f"¶{speech.passage.number}"
        lines.append(cite_quote(article, CitedQuote(speech.passage.text, number, name)))
    if not quoted:
        number = f"¶{(cell.first_spoken or cell.first).number}"
        text = (cell.first_spoken or cell.first).paragraph.text
        lines.append(cite_quote(article, CitedQuote(text, number, is_marked=False)))
    return "\n".join(lines)
