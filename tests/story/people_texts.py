"""Made-up stories of one event, and their people."""

from __future__ import annotations

from dataclasses import replace

from reader import article_from_text, find_quotes
from reader.articles import Article
from reader.story import CoveragePeople, PeopleCell, PeopleRow
from reader.story.people.people_rows import build_people

HERALD = """\
Harbour hearing opens

Ferry owner Ida Vance told the hearing on Monday that nobody had come to the quay on the night of \
the flood, and that twelve boats had been lost.

“Nobody warned us,” Vance said. “Nobody came down to the quay, and when the water came it came all \
at once.”

Engineer Tom Wiech, who built the gauges in 2009, said that they had been working. He called the \
reports of broken gauges “pure invention” and left.

“The line was down,” the harbour board said in a statement. “We have nothing to hide.”

Judge Marian Teague listened. Arlo Pym, the board’s lawyer, did not speak."""

COURIER = """\
Twelve boats, four dead

“Nobody warned us, nobody came down to the quay,” insisted Ida Vance, the owner of the only ferry.

Ms. Vance lost two boats herself. Judge Teague will hear Ned Ross, the chairman of the harbour \
board, on Thursday.

“It will be a long week,” Mayor Lena Brodt warned.

Officials said the line had been down since the autumn."""


def article(text: str, name: str = "a") -> Article:
    return replace(article_from_text(text, name=name), language="en")


def people_of(*texts: str) -> CoveragePeople:
    articles = [article(text, f"article {at}") for at, text in enumerate(texts)]
    return build_people(articles, [find_quotes(each) for each in articles])


def row_of(people: CoveragePeople, name: str) -> PeopleRow:
    (row,) = [row for row in (*people.persons, *people.others) if row.name == name]
    return row


def cell_of(people: CoveragePeople, name: str, position: int = 0) -> PeopleCell:
    cell = row_of(people, name).cell(position)
    assert cell is not None
    return cell


def names_of(people: CoveragePeople) -> list[str]:
    return sorted(row.name for row in people.persons)
