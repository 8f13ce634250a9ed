"""The links of a coverage one by one: as JSON lines, as lines of text, as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.articles import Place
from reader.coverage import Coverage
from reader.linking import Link
from reader.reports.place_names import name_paragraph

if TYPE_CHECKING:
    from rich.table import Table

EXCERPT_CHARACTERS = 90
"""The most characters of a passage in the table."""


def format_links_as_json(coverage: Coverage, floor: float) -> Iterator[str]:
    """Yield a JSON object for every link.

    The keys: `a`, `b` the sources; `i`, `j` the paragraph numbers; `a_text`, `b_text`;
    `score` in 0..1; `level`; `evidence`, the reasons in words, strongest first; `spans`,
    two lists of [start, end) with the shared words, in `a_text` and in `b_text`.

    Args:
        coverage: the comparison.
        floor: the lowest score of a link, in 0..1.
    """
    for link in coverage.links(floor):
        evidence = coverage.evidence(link)
        (a, i, a_text), (b, j, b_text) = _end(coverage, link.here), _end(coverage, link.there)
        yield json.dumps(
            {
                "a": a,
                "i": i,
                "a_text": a_text,
                "b": b,
                "j": j,
                "b_text": b_text,
                "score": round(link.score, 4),
                "level": link.level.value,
                "evidence": list(evidence.reasons),
                "spans": [
                    [[span.start, span.stop] for span in spans]
                    for spans in (evidence.shared_here, evidence.shared_there)
                ],
            }
        )


def format_links_as_text(coverage: Coverage, floor: float) -> Iterator[str]:
    """Yield a line for every link: level, score, both paragraphs, the reasons; by tabs.

    Args:
        coverage: the comparison.
        floor: the lowest score of a link, in 0..1.
    """
    for link in coverage.links(floor):
        yield "\t".join(
            (
                link.level.value,
                f"{link.score:.2f}",
                _name_source(coverage, link.here),
                _name_source(coverage, link.there),
                "; ".join(coverage.evidence(link).reasons),
            )
        )


def build_link_table(coverage: Coverage, floor: float) -> Table:
    """Return the links as a table for a terminal, the strongest of each pair of articles first.

    Args:
        coverage: the comparison.
        floor: the lowest score of a link, in 0..1.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True)
    for heading in ("", "score", "", "", "why"):
        table.add_column(heading)
    for link in coverage.links(floor):
        table.add_row(
            link.level.value,
            f"{link.score:.2f}",
            Text(_excerpt(coverage, link, link.here)),
            Text(_excerpt(coverage, link, link.there)),
            Text("\n".join(coverage.evidence(link).reasons)),
        )
    return table


def _end(coverage: Coverage, place: Place) -> tuple[str, int, str]:
    """Return the (source, paragraph number, text) of one end of a link."""
    article = coverage.articles[place.article]
    paragraph = article.paragraphs[place.paragraph]
    return article.source, paragraph.number, paragraph.text


def _name_source(coverage: Coverage, place: Place) -> str:
    source, number, _ = _end(coverage, place)
    return f"{source} ¶{number}"


def _excerpt(coverage: Coverage, link: Link, place: Place) -> str:
    """Return the name of one end of a link and the first words of the passage that matched."""
    article = coverage.articles[place.article]
    text = article.paragraphs[place.paragraph].text
    evidence = coverage.evidence(link)
    passage = evidence.passage_here if place == link.here else evidence.passage_there
    words = text[passage[0]] if passage else text
    if len(words) > EXCERPT_CHARACTERS:
        words = words[: EXCERPT_CHARACTERS - 1].rstrip() + "…"
    return f"{name_paragraph(coverage, place)} {article.label}\n{words}"
