"""The links one by one: as JSON lines, as plain lines, as a table on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.coverage import Coverage
from reader.linking import Link, Place
from reader.reports.plain_text import paragraph_mark

if TYPE_CHECKING:
    from rich.table import Table

EXCERPT_CHARACTERS = 90


def json_links(coverage: Coverage, floor: float) -> Iterator[str]:
    """One JSON object a line for every link scored at least `floor`.

    The keys: `a`, `b` the sources; `i`, `j` the paragraph numbers; `a_text`, `b_text`;
    `score` in 0..1; `level`; `evidence`, the reasons in words, strongest first; `spans`,
    two lists of [start, end) with the shared words, in `a_text` and in `b_text`.
    Only ASCII characters, so that no reader of the line can misread it.
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


def plain_links(coverage: Coverage, floor: float) -> Iterator[str]:
    """One line for every link: level, score, both paragraphs, the reasons; tabs between."""
    for link in coverage.links(floor):
        yield "\t".join(
            (
                link.level.value,
                f"{link.score:.2f}",
                _named(coverage, link.here),
                _named(coverage, link.there),
                "; ".join(coverage.evidence(link).reasons),
            )
        )


def links_table(coverage: Coverage, floor: float) -> Table:
    """The links as a table for a terminal, the strongest of each pair of articles first."""
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
    article = coverage.articles[place.article]
    paragraph = article.paragraphs[place.paragraph]
    return article.source, paragraph.number, paragraph.text


def _named(coverage: Coverage, place: Place) -> str:
    article = coverage.articles[place.article]
    return f"{article.source} ¶{article.paragraphs[place.paragraph].number}"


def _excerpt(coverage: Coverage, link: Link, place: Place) -> str:
    article = coverage.articles[place.article]
    text = article.paragraphs[place.paragraph].text
    evidence = coverage.evidence(link)
    passage = evidence.passage_here if place == link.here else evidence.passage_there
    words = text[passage[0]] if passage else text
    if len(words) > EXCERPT_CHARACTERS:
        words = words[: EXCERPT_CHARACTERS - 1].rstrip() + "…"
    return f"{paragraph_mark(coverage, place)} {article.label}\n{words}"
