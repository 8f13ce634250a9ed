"""The description of the selected line of the matrix, below the table."""

from __future__ import annotations

from reader.app.matrix.cell_text import SECTION_WORDS
from reader.app.matrix.listed_rows import count_cell_words, longest_cell, rank_differences
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.row_lines import difference_sign
from reader.app.matrix.row_notes import draw_entries
from reader.app.themes.signs import Signs
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.app.widgets.text_wrapping import wrap
from reader.articles import clean_line, show_date
from reader.reports.form_signs import FORM_SIGNS, FORM_WORDS
from reader.reports.matrix_report import show_label
from reader.reports.possible_articles import list_possible
from reader.story.differences.difference import Difference
from reader.story.matrix.coverage_matrix import MatrixCell, MatrixRow

_SECTION_FROM, _BESIDE_FROM, _NAME_FROM = 64, 100, 150
"""Cells from which on a line says the section, has words in several lines beside that, and names
the outlet."""
_FORM_CELLS, _SECTION_CELLS, _COUNT_CELLS, _NAME_CELLS = 19, 14, 10, 30
_LONGEST_NUMBERS = 5
"""Paragraphs of a cell that are listed; more are counted."""
_MOST_COPY = 5
"""Articles with the same copy that are named."""
_LONGEST_WORDS = 60
"""Characters of the words of one side of a difference."""


def draw_detail(state: MatrixState, width: int, height: int, signs: Signs) -> list[Line]:
    """Return exactly `height` lines about the selected row, or about the rows in one article."""
    if height <= 0:
        return []
    row = state.row
    if row is None:
        lines = _describe_single(state, width)
    else:
        lines = _describe_row(state, row, width, height, signs)
    lines = lines[:height]
    return [pad(line, width) for line in lines] + [pad([], width)] * (height - len(lines))


def name_paragraphs(cell: MatrixCell) -> str:
    """Return the numbers of the paragraphs of a cell, each once: `¶3 7 9`."""
    numbers = [str(number) for number in cell.paragraph_numbers]
    more = len(numbers) - _LONGEST_NUMBERS
    named = f"¶{' '.join(numbers[:_LONGEST_NUMBERS])}"
    return f"{named} and {more} more" if more > 0 else named


def join_passages(cell: MatrixCell) -> str:
    """Return the words of a cell, with an ellipsis between passages."""
    return " … ".join(passage.text for passage in cell.passages)


def describe_sides(difference: Difference) -> list[Part]:
    """Return what each article states, in its own words: `12 [1] · fifteen [2] [4]`."""
    articles: dict[str, list[int]] = {}
    for side in difference.sides:
        words: str = clean_line(side.passage.text, _LONGEST_WORDS)
        articles.setdefault(words, []).append(side.passage.article_position)
    parts: list[Part] = []
    for words, positions in articles.items():
        parts.append((f"{' / ' if parts else ''}", "muted"))
        parts.append((words, "strong"))
        for position in dict.fromkeys(positions):
            parts += [(" ", ""), article_tag(position)]
    return parts


def _describe_row(
    state: MatrixState, row: MatrixRow, width: int, height: int, signs: Signs
) -> list[Line]:
    """Return the label, the user's notes, a line for each article that fits, and differences."""
    absent = _describe_absent(state, row, signs)
    differences = [_describe_difference(each, signs) for each in rank_differences(row)]
    room = height - 1
    entries = draw_entries(row, state.notes, signs)
    entries = entries[: max(1, room // 3)] if room > 1 else []
    room -= len(entries)
    shown_differences = min(len(differences), max(1, room // 3)) if room > 1 else 0
    room -= shown_differences
    has_own_line = bool(absent) and len(row.cells) + 1 <= room
    room -= has_own_line
    lines: list[Line] = [_draw_title(state, row, width)]
    lines += [fit(line, width - 1) for line in entries]
    articles = _choose_articles(state, row, room)
    whole = [
        _describe_article(state, row, article, width, max(1, room), signs) for article in articles
    ]
    for article, most in zip(articles, _share_lines([*map(len, whole)], room), strict=True):
        lines += _describe_article(state, row, article, width, most, signs)
    if has_own_line:
        lines.append(fit(absent, width - 1))
    if shown_differences:
        lines += [fit(line, width - 1) for line in differences[:shown_differences]]
        hidden = len(differences) - shown_differences
        if hidden:
            more: list[Part] = [
                (f" {hidden} more: ", "muted"),
                ("D", "key"),
                (" lists all", "muted"),
            ]
            lines[-1] = justify(lines[-1], more, width - 1)
    return lines


def _draw_title(state: MatrixState, row: MatrixRow, width: int) -> Line:
    """Return the label, in how many articles the moment is, and where it has most words."""
    label: list[Part] = [(f" {show_label(row)}", "strong")]
    count = _count_articles(state, row)
    longest = longest_cell(row)
    words = count_cell_words(longest)
    where: list[Part] = [
        *count,
        (", most words: ", "muted"),
        article_tag(longest.article),
        (f" {name_paragraphs(longest)}, {words} words", "muted"),
    ]
    has_room = parts_width([*label, *where]) < width - 1
    return justify(label, count if row.is_in_one_article or not has_room else where, width - 1)


def _count_articles(state: MatrixState, row: MatrixRow) -> list[Part]:
    if row.is_in_one_article:
        return [(" only here" if row.is_only_here else " perhaps only here", "muted")]
    return [(f" in {len(row.cells)} of {state.article_count} articles", "muted")]


def _choose_articles(state: MatrixState, row: MatrixRow, room: int) -> list[int]:
    """Return the articles that have a line: those with the moment around the selected one.

    The selected article always has one, also where it does not have the moment.
    """
    having = [cell.article for cell in row.cells]
    articles = sorted({*having, state.article})
    if len(articles) <= room:
        return articles
    at = articles.index(state.article)
    first = max(0, min(at - room // 2, len(articles) - room))
    return articles[first : first + max(0, room)]


def _share_lines(wanted: list[int], room: int) -> list[int]:
    """Return the number of lines for each article: one each, the rest shared evenly on demand."""
    given = [1] * len(wanted)
    left = room - len(wanted)
    while left > 0 and given != wanted:
        for article, most in enumerate(wanted):
            if left > 0 and given[article] < most:
                given[article] += 1
                left -= 1
    return given


def _describe_article(
    state: MatrixState, row: MatrixRow, article: int, width: int, most: int, signs: Signs
) -> list[Line]:
    """Return the lines of an article: where it has the moment, in which form, in which words.

    There are at most so many of them, at least one.
    """
    is_selected = article == state.article
    parts: list[Part] = [
        (signs.here if is_selected else " ", hue_name(article)),
        article_tag(article),
    ]
    if width >= _NAME_FROM:
        label = state.rows.articles[article].label
        parts += pad(fit([(f" {label}", "")], _NAME_CELLS - 1), _NAME_CELLS)
    cell = row.cell(article)
    if cell is None:
        lines = [(*parts, (f" {_explain_absence(state, row, article)}", ""))]
    else:
        parts += _describe_cell(row, cell, width)
        if width >= _BESIDE_FROM:
            parts += _describe_copy(row, cell, signs)
        lines = _add_words(parts, join_passages(cell), width, most)
    style = "bar" if is_selected else ""
    return [pad(fit(line, width - 1), width, style) for line in lines]


def _describe_cell(row: MatrixRow, cell: MatrixCell, width: int) -> list[Part]:
    """Return paragraphs, form, section and number of words, each as wide as in the other lines."""
    widest = min(20, max(len(name_paragraphs(each)) for each in row.cells))
    form = f"{FORM_SIGNS[cell.form]} {FORM_WORDS[cell.form]}"
    parts: list[Part] = [(f" {name_paragraphs(cell):<{widest}}  ", "strong")]
    if width < _SECTION_FROM:
        return [*parts, (f"{form}  ", "")]
    parts.append((f"{form:<{_FORM_CELLS}}", ""))
    parts.append((f"{SECTION_WORDS[cell.section]:<{_SECTION_CELLS}}", "muted"))
    words = f"{count_cell_words(cell)} words"
    return [*parts, (f"{words:<{_COUNT_CELLS}}", "muted")]


def _describe_copy(row: MatrixRow, cell: MatrixCell, signs: Signs) -> list[Part]:
    """Name the articles that share its copy, as wide as in the other lines of the row."""
    widest = max(len(each.copy) for each in row.cells)
    if not 0 < widest <= _MOST_COPY:
        return [(f"{signs.shared_copy} copy ", "muted")] if cell.copy else []
    parts: list[Part] = [(f"{signs.shared_copy} copy", "muted")] if cell.copy else []
    for article in cell.copy:
        parts += [(" ", ""), article_tag(article)]
    return list(pad(parts, len(f"{signs.shared_copy} copy") + 4 * widest + 2))


def _add_words(parts: list[Part], words: str, width: int, most: int) -> list[Line]:
    """Return the facts with the words beside them, or below them where there is little room."""
    words = words[: most * width]
    if most == 1:
        return [(*parts, (words, ""))]
    indent = parts_width(parts) if width >= _BESIDE_FROM else 6
    room = max(8, width - 1 - indent)
    wrapped = [words[start:end] for start, end in wrap(words, room)]
    lines: list[Line] = [((" " * indent, ""), (line, "")) for line in wrapped]
    if width >= _BESIDE_FROM:
        lines[0] = (*parts, (wrapped[0], ""))
    else:
        lines.insert(0, tuple(parts))
    if len(lines) > most:
        text, style = lines[most - 1][-1]
        lines[most - 1] = (*lines[most - 1][:-1], (f"{text} …", style))
    return lines[:most]


def _explain_absence(state: MatrixState, row: MatrixRow, article: int) -> str:
    """Return whether an article surely leaves a moment out, and when it was published."""
    if article not in row.left_out_by:
        if state.rows.articles[article].language is None:
            return "not known whether it has it: its language is not known"
        if article in row.probably_in:
            return "probably has it: a passage of it is probably the same"
        return "perhaps has it, in other words or another language"
    published = show_date(state.rows.articles[article].published)
    return f"does not have it (published {published})" if published else "does not have it"


def _describe_absent(state: MatrixState, row: MatrixRow, signs: Signs) -> list[Part]:
    """Return the articles that do not have the moment, but for the selected one."""
    parts: list[Part] = []
    groups = (
        (f"{signs.dot} not in", row.left_out_by),
        *((f"{signs.level(level)} {level.value} in", each) for level, each in list_possible(row)),
    )
    for words, articles in groups:
        others = [article for article in articles if article != state.article]
        if others:
            parts.append((f"  {words}" if parts else f" {words}", "muted"))
            for article in others:
                parts += [(" ", ""), article_tag(article)]
    return parts


def _describe_difference(difference: Difference, signs: Signs) -> list[Part]:
    kind = difference.kind.value
    about = f"  ({difference.about})" if difference.about else ""
    return [
        (" ", ""),
        difference_sign(difference, signs),
        (f" {kind}: ", "muted"),
        *describe_sides(difference),
        (about, "muted"),
    ]


def _describe_single(state: MatrixState, width: int) -> list[Line]:
    """Return how many moments each article alone reports, surely or perhaps, a line for each."""
    key = "hides" if state.lists_single else "lists"
    hint: list[Part] = [(" o", "key"), (f" {key} them", "muted")]
    lines: list[Line] = [justify([(f" {state.rows.only_here}", "strong")], hint, width - 1)]
    for article, each in enumerate(state.rows.articles):
        own = state.rows.describe_single(article)
        if own:
            label = f"  {each.label}: {own}"
            lines.append(fit([(" ", ""), article_tag(article), (label, "")], width - 1))
    return lines
