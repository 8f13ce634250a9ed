"""The differences between articles: as JSON lines, as CSV, as lines of text, as tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.coverage import Coverage
from reader.reports.csv_rows import format_csv_row
from reader.reports.passage_excerpts import excerpt_words
from reader.reports.place_names import name_article, name_paragraph
from reader.story.differences.difference import (
    COMPARED_LANGUAGES,
    Difference,
    DifferenceKind,
    DifferenceSide,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from reader.articles import Article, Passage, Place

_LABELLED, _MOST_NUMBERS = 3, 12
"""Articles that are named with their labels; of more, so many by their numbers."""
_COLUMNS = ("kind", "sure", "about", "article", "paragraph", "start", "end", "text", "value")

_NOT_JUDGED = "They differ; which is right is not known."


def list_differences(coverage: Coverage) -> Sequence[Difference]:
    """Return the differences as they are listed: facts first, then wording."""
    return sorted(coverage.differences, key=lambda difference: difference.kind.rank)


def explain_nothing(articles: Sequence[Article]) -> str:
    """Return a message that no difference was found, and where none was searched for."""
    unread = _list_unread(articles)
    if len(articles) - len(unread) < 2:
        return "No difference was looked for: that is done in English only."
    nothing = "No difference found in the linked passages."
    return f"{nothing} {_explain_unread(unread)}".rstrip()


def explain_unread(articles: Sequence[Article]) -> str:
    """Return a message about articles that were not searched for differences; empty: none."""
    unread = _list_unread(articles)
    if len(articles) - len(unread) < 2:
        return "Only quotations are compared: what is stated is compared in English only."
    return _explain_unread(unread)


def _list_unread(articles: Sequence[Article]) -> list[int]:
    languages = (article.language for article in articles)
    return [at for at, language in enumerate(languages) if language not in COMPARED_LANGUAGES]


def _explain_unread(unread: Sequence[int]) -> str:
    """Return which articles were not searched, and why; empty where all were."""
    if not unread:
        return ""
    more = len(unread) - _MOST_NUMBERS
    named = " ".join(map(name_article, unread[:_MOST_NUMBERS]))
    rest = f" and {more} more" if more > 0 else ""
    return f"Not in {named}{rest}: only English is searched."


def format_differences_as_json(coverage: Coverage) -> Iterator[str]:
    """Yield a JSON object for every difference.

    The keys: `moment`, the number of the moment or null; `kind`; `spelling`, whether it is
    one name spelled in two ways; `sure`, 0..1; `about`, the words that the articles share around
    it; `sides`, each with `article` (its source), `paragraph`, `start` and `end` in the text of
    that paragraph, `text` and `value`; `silent`, the sources of the articles that report the
    moment and don't state it.
    """
    moments = _moments_by_place(coverage)
    for difference in list_differences(coverage):
        words = difference.sides[0].passage
        yield json.dumps(
            {
                "moment": _find_moment(moments.get(words.place, []), words),
                "kind": difference.kind.in_records,
                "spelling": difference.kind is DifferenceKind.SPELLING,
                "sure": difference.certainty,
                "about": difference.about,
                "sides": [_side_record(side) for side in difference.sides],
                "silent": [coverage.articles[position].source for position in difference.silent],
            }
        )


def _moments_by_place(coverage: Coverage) -> dict[Place, list[tuple[Passage, int]]]:
    """Return the passages of moments with the number of the moment, by their paragraph."""
    found: dict[Place, list[tuple[Passage, int]]] = defaultdict(list)
    for moment in coverage.moments:
        for passage in moment.passages:
            found[passage.place].append((passage, moment.number))
    return found


def _find_moment(moments: Sequence[tuple[Passage, int]], words: Passage) -> int | None:
    """Return the number of the moment that has some words, else the first of their paragraph."""
    covering = (
        number
        for passage, number in moments
        if passage.start < words.end and words.start < passage.end
    )
    return next(covering, moments[0][1] if moments else None)


def format_differences_as_csv(coverage: Coverage) -> Iterator[str]:
    """Yield a heading and a row for every side of every difference, for a spreadsheet."""
    yield format_csv_row(_COLUMNS)
    for difference in list_differences(coverage):
        first = (difference.kind.in_records, difference.certainty, difference.about)
        for side in difference.sides:
            yield format_csv_row((*first, *_side_record(side).values()))


def format_differences_as_text(coverage: Coverage) -> Iterator[str]:
    """Yield a block of lines for every difference: what it is about, then each article's words."""
    differences = list_differences(coverage)
    if not differences:
        yield explain_nothing(coverage.articles)
        return
    yield f"{_count(differences)} {_NOT_JUDGED}"
    for difference in differences:
        yield ""
        yield _describe(difference)
        for side in difference.sides:
            before, words, after = excerpt_side(side)
            label = side.passage.article.label
            yield f"    {name_paragraph(side.passage)} {label}: {before}[{words}]{after}"
        for line in _name_others(coverage, difference):
            yield f"    {line}"


def build_difference_tables(coverage: Coverage) -> Iterator[RenderableType]:
    """Yield what a terminal shows: a heading for each difference, and a table of its sides.

    A side is a row of its own, so that its place stands beside its words however those are
    wrapped. The words that differ stand out.
    """
    from rich.padding import Padding
    from rich.text import Text

    differences = list_differences(coverage)
    if not differences:
        yield Text(explain_nothing(coverage.articles))
        return
    yield Text(f"{_count(differences)} {_NOT_JUDGED}")
    sides = [side for difference in differences for side in difference.sides]
    width = max(len(name_paragraph(side.passage)) for side in sides)
    for difference in differences:
        yield Text("")
        yield Text(_describe(difference), style="bold")
        yield _build_table(difference, width)
        for line in _name_others(coverage, difference):
            yield Padding(Text(line, style="dim"), (0, 0, 0, 2))


def _build_table(difference: Difference, width: int) -> Table:
    """Return a row for every side: its place, then its words.

    Args:
        difference: whose sides are shown.
        width: cells for the place, the same in all tables.
    """
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=width + 2, no_wrap=True)
    table.add_column(ratio=1)
    for side in difference.sides:
        before, words, after = excerpt_side(side)
        label = f"{side.passage.article.label}: "
        row = Text.assemble((label, "dim"), before, (f"[{words}]", "bold"), after)
        table.add_row(Padding(Text(name_paragraph(side.passage)), (0, 0, 0, 2)), row)
    return table


def _name_others(coverage: Coverage, difference: Difference) -> Iterator[str]:
    """Yield which other articles report the moment, without it or in words not compared."""
    if silent := name_silent(coverage, difference):
        yield f"reported without it: {silent}"
    if uncompared := name_uncompared(coverage, difference):
        yield f"not compared: {uncompared}"


def _side_record(side: DifferenceSide) -> dict[str, Any]:
    passage = side.passage
    return {
        "article": passage.article.source,
        "paragraph": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "value": side.value,
    }


def _count(differences: Sequence[Difference]) -> str:
    ranks = [difference.kind.rank for difference in differences]
    facts, quotes, wording = (ranks.count(rank) for rank in range(3))
    noun = "difference" if len(differences) == 1 else "differences"
    parts = [f"{facts} of facts", *([f"{quotes} of quotations"] if quotes else [])]
    return f"{len(differences)} {noun}: {', '.join(parts)}, {wording} of wording."


def _describe(difference: Difference) -> str:
    words = f"{difference.kind.value}, {difference.certainty:.2f}"
    return f"{words}: {difference.about}" if difference.about else words


def excerpt_side(side: DifferenceSide) -> tuple[str, str, str]:
    """Return the words that differ and the words before and after them."""
    return excerpt_words(side.passage)


def name_silent(coverage: Coverage, difference: Difference) -> str:
    """Name the articles that report the moment of a difference and don't state it."""
    return _name_articles(coverage, difference.silent)


def name_uncompared(coverage: Coverage, difference: Difference) -> str:
    """Name the articles that report the moment in words that could not be compared."""
    telling = {
        link.there.article_position
        for side in difference.sides
        for link in coverage.links_from(side.passage)
    }
    uncompared = telling - set(difference.articles) - set(difference.silent)
    return _name_articles(coverage, sorted(uncompared))


def _name_articles(coverage: Coverage, positions: Iterable[int]) -> str:
    named = list(positions)
    if len(named) > _LABELLED:
        first = " ".join(map(name_article, named[:_MOST_NUMBERS]))
        more = len(named) - _MOST_NUMBERS
        return f"{first} and {more} more" if more > 0 else first
    return ", ".join(f"{name_article(at)} {coverage.articles[at].label}" for at in named)
