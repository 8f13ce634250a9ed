"""The coverage matrix for people: as lines of text, as a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.coverage import Coverage
from reader.reports.difference_words import join_sides
from reader.reports.form_signs import FORM_SIGNS, FORM_WORDS
from reader.reports.only_here_words import count_only_here
from reader.reports.origin_words import count_origins, describe_origins, list_joint_origins
from reader.reports.place_names import name_article
from reader.reports.possible_articles import list_possible
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from reader.story import CoverageMatrix, MatrixCell, MatrixRow

NOTHING_REPORTED = "No moment found: the articles have no paragraph of a story."
_ABSENT, _UNKNOWN, _LIKELY, _DIFFERS, _COPY = "·", "?", "≈", "▲", "░"
_MOST_NUMBERS = 2
"""Most paragraphs that are named in a cell of the table."""
_KEY = (
    "  ".join(f"{FORM_SIGNS[form]} {words}" for form, words in FORM_WORDS.items())
    + f"  {_ABSENT} not told  {_LIKELY} probably told  {_UNKNOWN} perhaps told"
    + f"  {_COPY} shared copy  {_DIFFERS} states something otherwise"
)


def format_matrix_as_text(coverage: Coverage) -> Iterator[str]:
    """Yield what each article reports, then a line for every row, its parts apart by tabs.

    The parts of a line: the number in the story's order, the label, who reports it in which form
    and paragraph, who leaves it out, who probably and perhaps has it, of whom it is not known, and
    what differs.
    """
    matrix = coverage.matrix
    if not matrix.rows:
        yield NOTHING_REPORTED
        return
    yield _summarise(matrix)
    for position in range(len(matrix.articles)):
        yield f"{name_article(position)} {_describe_share(matrix, position)}"
    yield from _list_origins(matrix)
    yield ""
    for row in matrix.rows:
        parts = [str(row.number), show_label(row)]
        parts.append("; ".join(_describe_cell(cell) for cell in row.cells))
        if row.left_out_by:
            parts.append(f"not in {_name_articles(row.left_out_by)}")
        unknown = [at for at in row.perhaps_in if matrix.articles[at].language is None]
        for level, positions in list_possible(row):
            if known := [at for at in positions if at not in unknown]:
                parts.append(f"{level.value} in {_name_articles(known)}")
        if unknown:
            parts.append(f"not known of {_name_articles(unknown)}, whose language is not known")
        if row.differences:
            parts.append(f"differs: {_list_differences(row)}")
        yield "\t".join(parts)


def build_matrix_tables(coverage: Coverage) -> Iterator[Table | Text]:
    """Yield the articles, the moments of several, those in one only, and a key of signs."""
    from rich.text import Text

    matrix = coverage.matrix
    if not matrix.rows:
        yield Text(NOTHING_REPORTED)
        return
    yield Text(_summarise(matrix))
    for position in range(len(matrix.articles)):
        yield Text(f"{name_article(position)} {_describe_share(matrix, position)}")
    yield from map(Text, _list_origins(matrix))
    shared = [row for row in matrix.rows if not row.is_in_one_article]
    sure = [row for row in matrix.rows if row.is_only_here]
    lone = [row for row in matrix.rows if row.is_in_one_article and not row.is_only_here]
    tables = (("moment", shared), ("only here", sure), ("only here, perhaps elsewhere", lone))
    for heading, rows in tables:
        if rows:
            yield _build_table(heading, rows, len(matrix.articles))
    yield Text(_KEY)


def show_label(row: MatrixRow) -> str:
    """Return the label of a row, between marks where it is words of a quotation."""
    return f"“{row.label.text}”" if row.is_quotation else row.label.text


def _build_table(heading: str, rows: Sequence[MatrixRow], count: int) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(heading, ratio=3, min_width=20)
    for position in range(count):
        table.add_column(name_article(position), no_wrap=True)
    has_differences = any(row.differences for row in rows)
    if has_differences:
        table.add_column("differs in", ratio=2)
    for row in rows:
        signs = [Text(_show_cell(row, position)) for position in range(count)]
        label = Text(show_label(row), style="italic" if row.is_quotation else "")
        differing = [Text(_list_differences(row))] if has_differences else []
        table.add_row(Text(str(row.number)), label, *signs, *differing)
    return table


def _summarise(matrix: CoverageMatrix) -> str:
    lone = sum(row.is_in_one_article for row in matrix.rows)
    sure = sum(row.is_only_here for row in matrix.rows)
    shared = len(matrix.rows) - lone
    moments = "1 moment" if shared == 1 else f"{shared} moments"
    only_here = count_only_here(sure, lone - sure)
    return f"{moments} in several articles, {only_here}; in the story's order."


def _describe_share(matrix: CoverageMatrix, position: int) -> str:
    label = matrix.articles[position].label
    return f"{label}: reports {print_share(matrix.share_reported(position))} of all"


def _list_origins(matrix: CoverageMatrix) -> Iterator[str]:
    """Yield how many origins the articles have and why; nothing where each has its own."""
    if list_joint_origins(matrix.origins):
        yield f"{count_origins(matrix.origins)}:"
        yield from (f"  {line}" for line in describe_origins(matrix.origins))


def _show_cell(row: MatrixRow, position: int) -> str:
    cell = row.cell(position)
    if cell is None:
        if position in row.probably_in:
            return _LIKELY
        return _ABSENT if position in row.left_out_by else _UNKNOWN
    numbers = cell.paragraph_numbers
    more = "+" if len(numbers) > _MOST_NUMBERS else ""
    places = " ".join(map(str, numbers[:_MOST_NUMBERS]))
    signs = f"{_COPY if cell.copy else ''}{_DIFFERS if cell.differs else ''}"
    return f"{FORM_SIGNS[cell.form]} {places}{more}{signs}"


def _describe_cell(cell: MatrixCell) -> str:
    places = " ".join(f"¶{number}" for number in cell.paragraph_numbers)
    copy = f", copy shared with {_name_articles(cell.copy)}" if cell.copy else ""
    return f"{name_article(cell.article)} {FORM_WORDS[cell.form]} {places}{copy}"


def _list_differences(row: MatrixRow) -> str:
    return "; ".join(
        join_sides(difference.sides)
        for difference in sorted(row.differences, key=lambda each: not each.kind.is_fact)
    )


def _name_articles(positions: Sequence[int]) -> str:
    return " ".join(map(name_article, positions))
