"""How the lines of the ladder are laid out, and the parts that all of them use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.app.ladder.version_text import EditBrackets
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.line_widget import Line, Part, fit, parts_width

HUE_COUNT = 10
"""Article colours of a theme; they repeat after the last one."""


@dataclass(frozen=True, slots=True)
class LadderLayout:
    """The room and the signs of this terminal."""

    width: int
    """Cells of a line."""
    signs: Signs
    brackets: EditBrackets
    """What is written around words that differ."""
    is_roomy: bool = False
    """Whether there are empty lines between the rungs."""

    def narrower(self, cells: int) -> LadderLayout:
        """Return the same layout with so many cells less."""
        return replace(self, width=self.width - cells)


def hue(article: int) -> str:
    """Return the name of the style with an article's colour."""
    return f"hue-{article % HUE_COUNT}"


def article_tag(article: int) -> Part:
    """Return an article's mark in brackets, in its colour."""
    return (f"[{article_mark(article)}]", f"{hue(article)} strong")


def count_words(count: int) -> str:
    """Return a number of words as printed: `1 word`, `3 words`."""
    return f"{count} word{'' if count == 1 else 's'}"


def pad(parts: Sequence[Part], width: int, style: str = "") -> Line:
    """Return a line of exactly `width` cells; `style` is laid over every part of it."""
    line = fit(parts, width)
    line = (*line, (" " * (width - parts_width(line)), ""))
    if not style:
        return line
    return tuple((text, f"{names} {style}".strip()) for text, names in line)


def indent(line: Iterable[Part], cells: int) -> Line:
    """Return a line that begins with so many empty cells."""
    return ((" " * cells, ""), *line)


def draw_rule(label: str, layout: LadderLayout) -> Line:
    """Return a horizontal line with a label near its left end."""
    rule = layout.signs.rule
    parts: list[Part] = [(rule * 2 + (" " if label else rule), "rail"), (label, "muted")]
    rest = layout.width - parts_width(parts) - 1
    parts.append((" " if label else rule, "rail"))
    parts.append((rule * max(0, rest), "rail"))
    return pad(parts, layout.width)
