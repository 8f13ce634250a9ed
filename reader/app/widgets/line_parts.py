"""Lines of a fixed width, and the parts that several screens show."""

from __future__ import annotations

from collections.abc import Sequence

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, parts_width


def article_tag(article: int) -> Part:
    """Return an article's mark in brackets, in its colour."""
    return (f"[{article_mark(article)}]", f"{hue_name(article)} strong")


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
