"""Pieces of the lines of the drawer: the paragraph being read, names of links, and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, parts_width
from reader.app.widgets.text_wrapping import wrap
from reader.articles import Article, Paragraph, Place
from reader.linking import Link

INDENT = "    "
LABEL_CHARACTERS = 30
"""Characters of an article's label."""
_GOES_ON: Part = ("", "")
"""The first part of a line that goes on with the words of the line above."""


class LinkedParagraph(NamedTuple):
    """The paragraph being read and its links."""

    place: Place
    articles: tuple[Article, ...]
    """All articles."""
    links: tuple[Link, ...]
    """The links of the paragraph: on the screen first, then strongest first."""
    visible: tuple[int, ...]
    """The positions of the articles on the screen."""
    floor: float
    """The threshold of the links shown, 0..1."""
    nearest: Link | None = None
    """The most alike passage of a paragraph without links, where there is one."""
    differences: tuple[str, ...] = ()
    """The differences between it and other articles: "12 / 14"."""
    notes: tuple[tuple[str, str], ...] = ()
    """The user's entries about it: each a sign and a line of words."""
    no_links_reason: str = ""
    """Why no links are known; empty where they are."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph being read."""
        return self.articles[self.place.article].paragraphs[self.place.paragraph]


def name_article_part(article: int) -> Part:
    """Return the mark of an article in its colour: `[2]`."""
    return (f"[{article_mark(article)}]", f"{hue_name(article)} strong")


def link_parts(link: Link, signs: Signs) -> list[Part]:
    """Return the sign of a link, and where it leads: `═ [2] ¶4`."""
    article = link.there.article_position
    sign = signs.level(link.level)
    return [
        (f"{sign} ", hue_name(article)),
        name_article_part(article),
        (f" ¶{link.there.number}", "strong"),
    ]


def reason_lines(reasons: Sequence[str], width: int, signs: Signs) -> list[Line]:
    """Return the reasons in as few lines as they need; a long one is wrapped, none is cut."""
    room = max(10, width - len(INDENT) - 1)
    between = f"  {signs.dot}  "
    lines: list[tuple[str, bool]] = []
    for reason in reasons:
        if lines and cell_len(lines[-1][0] + between + reason) <= room:
            lines[-1] = (lines[-1][0] + between + reason, lines[-1][1])
        else:
            pieces = [reason[start:end] for start, end in wrap(reason, room)]
            lines += [(piece, number > 0) for number, piece in enumerate(pieces)]
    return [(*([_GOES_ON] if goes_on else ()), (INDENT, ""), (line, "")) for line, goes_on in lines]


def cut_reasons(lines: Sequence[Line], count: int, width: int, signs: Signs) -> list[Line]:
    """Return the first lines; the last ends in an ellipsis where the next goes on."""
    if not 0 < count < len(lines) or lines[count][0] != _GOES_ON:
        return list(lines[: max(0, count)])
    *parts, (words, style) = lines[count - 1]
    end = f" {signs.ellipsis}"
    while words and parts_width([*parts, (words + end, style)]) > width - 1:
        words = words.rpartition(" ")[0]
    return [*lines[: count - 1], (*parts, (words + end, style))]
