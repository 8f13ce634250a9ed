"""The lines of one difference: what is compared, then each article's own words in context."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import clean_line
from reader.reports.difference_words import join_sides
from reader.story.differences.difference import Difference, DifferenceSide

_INDENT = 3
_WIDEST_PLACES = 3
"""The share of a line, as a divisor, that the places of the articles may take."""
_LONGEST_CONTEXT = 200
"""Characters of a passage that are read on each side of the words that differ."""
_LEAST_CONTEXT = 12
"""Fewest cells for the context beside very long words."""


def count_lines(difference: Difference, *, is_selected: bool) -> int:
    """Return how many lines a difference takes: one for wording that is not selected."""
    if not difference.kind.is_fact and not is_selected:
        return 1
    return 1 + len(difference.sides) + bool(difference.silent)


def draw_difference(
    difference: Difference,
    articles: int,
    width: int,
    signs: Signs,
    selected: int | None,
    *,
    is_noted: bool = False,
) -> Iterator[Line]:
    """Yield the lines of a difference.

    Args:
        difference: the difference.
        articles: how many articles there are.
        width: cells of a line.
        signs: the signs of this terminal.
        selected: the position of the selected side; None where another is selected.
        is_noted: whether there is a note on it.
    """
    is_open = difference.kind.is_fact or selected is not None
    note: Part = (f"{signs.note} " if is_noted else "", "key")
    yield _draw_head(difference, articles, width, signs, note, is_open=is_open, selected=selected)
    if not is_open:
        return
    for position, side in enumerate(difference.sides):
        yield _draw_side(side, width, signs, is_selected=position == selected)
    if difference.silent:
        marks: list[Part] = []
        for article in difference.silent:
            marks += [article_tag(article), (" ", "")]
        is_one = len(difference.silent) == 1
        words = "has this and does not say" if is_one else "have this and do not say"
        yield pad([(" " * (_INDENT + 1), ""), *marks, (words, "muted")], width)


def _draw_head(
    difference: Difference,
    articles: int,
    width: int,
    signs: Signs,
    note: Part,
    *,
    is_open: bool,
    selected: int | None,
) -> Line:
    is_fact = difference.kind.is_fact
    sign = signs.differs if is_fact else signs.other_words
    focus = signs.focus if selected is not None else " "
    left: list[Part] = [(focus, "here"), (f"{sign} ", "warning" if is_fact else "muted")]
    left += [note, (f"{difference.kind.value}  ", "key")]
    about = clean_line(difference.about)
    if is_open:
        left.append((about, "strong"))
    else:
        left.append((join_sides(difference.sides), ""))
        left.append((f"  {about}", "muted"))
    right = _draw_places(difference, articles, width, signs)
    return pad(justify(left, [*right, (" ", "")], width), width)


def _draw_places(difference: Difference, articles: int, width: int, signs: Signs) -> list[Part]:
    """Return the mark of each article that states it, at its place, and how many do."""
    stating = {side.passage.article_position for side in difference.sides}
    count: Part = (f" {len(stating)}/{articles}", "muted")
    if 2 * articles + 4 > width // _WIDEST_PLACES:
        return [count]
    parts: list[Part] = []
    for article in range(articles):
        if article in stating:
            parts.append((f"{article_mark(article)} ", f"{hue_name(article)} strong"))
        else:
            parts.append((f"{signs.dot} ", "muted"))
    return [*parts, count]


def _draw_side(side: DifferenceSide, width: int, signs: Signs, *, is_selected: bool) -> Line:
    """Return the words of one article, the differing ones in brackets, with context as it fits."""
    passage = side.passage
    article = passage.article_position
    pointer = signs.here if is_selected else " "
    head: list[Part] = [
        (" " * (_INDENT - 1) + pointer + " ", "here"),
        (article_mark(article), f"{hue_name(article)} strong"),
        (f" ¶{passage.number}".ljust(6), "muted"),
    ]
    room = max(1, width - parts_width(head) - 1)
    words: str = clean_line(passage.text)
    words_room = max(1, room - 2 - (2 * _LEAST_CONTEXT if room > 4 * _LEAST_CONTEXT else 0))
    if cell_len(words) > words_room:
        words = set_cell_size(words, max(0, words_room - len(signs.ellipsis))) + signs.ellipsis
    before, after = _read_context(side)
    rest = max(0, room - cell_len(words) - 2)
    after_room = max(rest // 2, rest - cell_len(before))
    before = _keep_end(before, rest - min(cell_len(after), after_room), signs)
    tail = fit([(after, "")], max(0, rest - cell_len(before)), signs.ellipsis)
    marked: list[Part] = [(before, ""), ("[", "muted"), (words, "warning strong"), ("]", "muted")]
    return pad([*head, *marked, *tail], width)


def _read_context(side: DifferenceSide) -> tuple[str, str]:
    passage = side.passage
    text, start, end = passage.paragraph.text, passage.start, passage.end
    before = text[max(0, start - _LONGEST_CONTEXT) : start]
    after = text[end : end + _LONGEST_CONTEXT]
    # Spaces beside the words stay: "[12] people", "-[12]-".
    left = clean_line(before) + (" " if before[-1:].isspace() else "")
    right = (" " if after[:1].isspace() else "") + clean_line(after)
    return (left if before.strip() else ""), (right if after.strip() else "")


def _keep_end(text: str, cells: int, signs: Signs) -> str:
    """Return the end of a text that fits, from a word on, after an ellipsis where it is cut."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(signs.ellipsis)
    while text and cell_len(text) > room:
        text = text[1:]
    end = text.partition(" ")[2] if " " in text.strip() else text
    return signs.ellipsis + end if cells > cell_len(signs.ellipsis) else ""
