"""The copy that articles share, and their origins: as JSON lines, CSV, lines of text, tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.articles import Passage
from reader.coverage import Coverage
from reader.reports.csv_rows import format_csv_row
from reader.reports.origin_words import count_origins, describe_origins
from reader.reports.place_names import name_article, name_paragraph
from reader.story.shared_copy.origins import Origin, find_direction
from reader.story.shared_copy.shared_runs import SharedCopy
from reader.text.excerpts import excerpt
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_COLUMNS = (
    "a", "b", "share_a", "share_b", "paragraph_a", "paragraph_b", "words", "text_a", "text_b",
    "from", "why",
)  # fmt: skip
_EXCERPT = 100
"""Characters of a run that lines and tables show."""
NOTHING_SHARED = "No copy: no two articles share a run of words beside what they quote."


def format_copy_as_json(coverage: Coverage) -> Iterator[str]:
    """Yield a JSON object for every pair of articles that share copy, then one of the origins.

    A pair has `a` and `b`, the sources of the two articles; `share_a` and `share_b`, 0..1; `words`;
    `runs`, each with `a` and `b` (`paragraph`, `start`, `end`) and `words`; and `direction`, null
    or `from` and `why`. The last object has `origins`, each with `articles`, `name` and `why`.
    """
    for copy in coverage.shared_copy:
        here, there = coverage.articles[copy.here], coverage.articles[copy.there]
        yield json.dumps(
            {
                "a": here.source,
                "b": there.source,
                "share_a": round(copy.share_here, 3),
                "share_b": round(copy.share_there, 3),
                "words": copy.words,
                "runs": [
                    {"a": _place(run.here), "b": _place(run.there), "words": run.words}
                    for run in copy.runs
                ],
                "direction": _direction_record(coverage, copy),
            }
        )
    yield json.dumps({"origins": [_origin_record(coverage, each) for each in coverage.origins]})


def format_copy_as_csv(coverage: Coverage) -> Iterator[str]:
    """Yield a heading and a row for every run of words that two articles share."""
    yield format_csv_row(_COLUMNS)
    for copy in coverage.shared_copy:
        direction = _direction_record(coverage, copy) or {}
        for run in copy.runs:
            yield format_csv_row(
                (
                    run.here.article.source,
                    run.there.article.source,
                    f"{copy.share_here:.3f}",
                    f"{copy.share_there:.3f}",
                    run.here.number,
                    run.there.number,
                    run.words,
                    run.here.text,
                    run.there.text,
                    direction.get("from"),
                    direction.get("why"),
                )
            )


def format_copy_as_text(coverage: Coverage) -> Iterator[str]:
    """Yield the origins, then for every pair how much it shares and every run."""
    yield from _describe_origins(coverage)
    for copy in coverage.shared_copy:
        yield ""
        yield describe_pair(coverage, copy)
        for run in copy.runs:
            places = f"{name_paragraph(run.here)} {name_paragraph(run.there)}"
            yield f"    {places} {run.words} words: {excerpt(run.here.text, _EXCERPT)}"


def build_copy_tables(coverage: Coverage) -> Iterator[Table | Text]:
    """Yield the origins, then a table of the runs for every pair that shares some."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    for line in _describe_origins(coverage):
        yield Text(line)
    for copy in coverage.shared_copy:
        yield Text("")
        yield Text(describe_pair(coverage, copy), style="bold")
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        table.add_column(name_article(copy.here), no_wrap=True)
        table.add_column(name_article(copy.there), no_wrap=True)
        table.add_column("words", justify="right", no_wrap=True)
        table.add_column("copy", ratio=1)
        for run in copy.runs:
            places = Text(f"¶{run.here.number}"), Text(f"¶{run.there.number}")
            table.add_row(*places, Text(str(run.words)), Text(excerpt(run.here.text, _EXCERPT)))
        yield table


def _describe_origins(coverage: Coverage) -> Iterator[str]:
    """Yield the count of articles and origins, then every origin of several articles."""
    if not coverage.shared_copy:
        yield NOTHING_SHARED
        return
    origins = coverage.origins
    yield count_origins(origins)
    yield from (f"  {line}" for line in describe_origins(origins))


def describe_pair(coverage: Coverage, copy: SharedCopy) -> str:
    """Return how much two articles share, and whose copy it is where a credit says so."""
    shares: Sequence[tuple[int, float]] = (
        (copy.here, copy.share_here),
        (copy.there, copy.share_there),
    )
    parts = [
        f"{print_share(share)} of {name_article(position)} {coverage.articles[position].label}"
        for position, share in shares
    ]
    direction = find_direction(coverage.articles, copy)
    first = f"from {name_article(direction.article)}: {direction.reason}" if direction else "shared"
    return f"{' and '.join(parts)} · {copy.words} words · {first}"


def _direction_record(coverage: Coverage, copy: SharedCopy) -> dict[str, str] | None:
    direction = find_direction(coverage.articles, copy)
    if direction is None:
        return None
    return {"from": coverage.articles[direction.article].source, "why": direction.reason}


def _origin_record(coverage: Coverage, origin: Origin) -> dict[str, Any]:
    return {
        "articles": [coverage.articles[position].source for position in origin.articles],
        "name": origin.name,
        "why": origin.reason,
    }


def _place(passage: Passage) -> dict[str, int]:
    return {"paragraph": passage.number, "start": passage.start, "end": passage.end}
