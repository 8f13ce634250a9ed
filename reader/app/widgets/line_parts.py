"""Lines of a fixed width, and the parts that several screens show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, parts_width

_ARTICLE = re.compile(r"(?:The|An?) (?=\S)")


def article_tag(article: int) -> Part:
    """Return an article's mark in brackets, in its colour."""
    return (f"[{article_mark(article)}]", f"{hue_name(article)} strong")


def column_head(label: str, width: int) -> str:
    """Return the name of an article for a column: without an article before it where it is cut."""
    article = _ARTICLE.match(label) if cell_len(label) > width else None
    return label[article.end() :] if article else label


def pad(parts: Sequence[Part], width: int, style: str = "") -> Line:
    """Return a line of exactly `width` cells; `style` is laid over every part of it."""
    line = fit(parts, width)
    line = (*line, (" " * (width - parts_width(line)), ""))
    if not style:
        return line
    return tuple((text, f"{names} {style}".strip()) for text, names in line)


def rule_line(label: str, width: int, signs: Signs) -> Line:
    """Return a horizontal line of `width` cells with a label near its left end."""
    rule = signs.rule
    parts: list[Part] = [(rule * 2 + (" " if label else rule), "rail"), (label, "muted")]
    rest = width - parts_width(parts) - 1
    parts.append((" " if label else rule, "rail"))
    parts.append((rule * max(0, rest), "rail"))
    return pad(parts, width)
