"""The text that is copied for a moment: each article's words with the sources."""

from __future__ import annotations

from reader.app.matrix.cell_text import SECTION_WORDS
from reader.app.matrix.detail_lines import describe_sides, join_passages, name_paragraphs
from reader.app.matrix.listed_rows import rank_differences
from reader.app.themes.signs import article_mark
from reader.reports.citations import CitedQuote, cite_quote
from reader.reports.form_signs import FORM_WORDS
from reader.reports.matrix_report import show_label
from reader.reports.possible_articles import list_possible
from reader.story.matrix.coverage_matrix import CoverageMatrix, MatrixCell, MatrixRow


def cite_row(matrix: CoverageMatrix, row: MatrixRow) -> str:
    """Return the label, each article's words with source, the articles without, and differences."""
    blocks = [show_label(row), *(_cite_cell(matrix, cell) for cell in row.cells)]
    return "\n\n".join([*blocks, *filter(None, ["\n".join(_list_facts(row))])])


def _cite_cell(matrix: CoverageMatrix, cell: MatrixCell) -> str:
    facts = (FORM_WORDS[cell.form], SECTION_WORDS[cell.section])
    quote = CitedQuote(
        words=join_passages(cell),
        paragraphs=name_paragraphs(cell),
        differences=(", ".join(facts),),
        is_marked=False,
    )
    return f"[{article_mark(cell.article)}] {cite_quote(matrix.articles[cell.article], quote)}"


def _list_facts(row: MatrixRow) -> list[str]:
    """Return lines about articles without the moment, those that may have it, and differences."""
    lines = []
    if row.left_out_by:
        lines.append(f"Left out by {_name_articles(row.left_out_by)}.")
    for level, articles in list_possible(row):
        lines.append(f"{level.value.capitalize()} in {_name_articles(articles)}.")
    for difference in rank_differences(row):
        sides = "".join(text for text, _ in describe_sides(difference))
        lines.append(f"Differs ({difference.kind.value}): {sides}")
    return lines


def _name_articles(articles: tuple[int, ...]) -> str:
    return " ".join(f"[{article_mark(article)}]" for article in articles)
