"""The links of a coverage one by one: as JSON lines, as lines of text, as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Passage
from reader.coverage import Coverage
from reader.reports.place_names import name_paragraph

if TYPE_CHECKING:
    from rich.table import Table

EXCERPT_CHARACTERS = 90
"""The most characters of a passage in the table."""


def format_links_as_json(coverage: Coverage, floor: float) -> Iterator[str]:
    """Yield a JSON object for every link.

    The keys: `a`, `b` the sources; `i`, `j` the paragraph numbers; `a_text`, `b_text`;
    `score` in 0..1; `level`, the value of a `Level`; `conflicts`, how the statements differ,
    each with `kind`, `here` and `there` as printed, and `is_other_moment`, whether it makes them
    two moments; `evidence`, the reasons in words, strongest first; `spans`, two lists of
    [start, end) with the shared words, in `a_text` and in `b_text`.

    Args:
        coverage: the comparison.
        floor: the lowest score of a link, in 0..1.
    """
    for link in coverage.links(floor):
        evidence = coverage.evidence(link)
        yield json.dumps(
            {
                "a": link.here.article.source,
                "i": link.here.number,
                "a_text": link.here.paragraph.text,
                "b": link.there.article.source,
                "j": link.there.number,
                "b_text": link.there.paragraph.text,
                "score": round(link.score, 4),
                "level": link.level.value,
                "conflicts": [
                    {
                        "kind": conflict.kind.value,
                        "here": conflict.printed_here,
                        "there": conflict.printed_there,
                        "is_other_moment": conflict.is_other_moment,
                    }
                    for conflict in coverage.conflicts(link)
                ],
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
                _name_source(link.here),
                _name_source(link.there),
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
        evidence = coverage.evidence(link)
        table.add_row(
            link.level.value,
            f"{link.score:.2f}",
            Text(_excerpt(link.here, evidence.passage_here)),
            Text(_excerpt(link.there, evidence.passage_there)),
            Text("\n".join(evidence.reasons)),
        )
    return table


def _name_source(end: Passage) -> str:
    return f"{end.article.source} ¶{end.number}"


def _excerpt(end: Passage, sentences: Sequence[slice]) -> str:
    """Return the name of one end of a link and the first words of what matched there.

    Args:
        end: the paragraph.
        sentences: those that matched.
    """
    text = end.paragraph.text
    words = text[sentences[0]] if sentences else text
    if len(words) > EXCERPT_CHARACTERS:
        words = words[: EXCERPT_CHARACTERS - 1].rstrip() + "…"
    return f"{name_paragraph(end)} {end.article.label}\n{words}"
