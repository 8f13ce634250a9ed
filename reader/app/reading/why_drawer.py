"""The drawer: why the paragraph being read is linked, and which other articles have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.app.themes.signs import Signs, article_key, article_mark, printed_score
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import Article, Paragraph, ParagraphKind, Place
from reader.coverage import Evidence
from reader.linking import Level, Link
from reader.linking.links import LOWEST_FLOOR

_KEYS_NAMED = 9
"""Articles off the screen whose keys the drawer names."""


@dataclass(frozen=True, slots=True)
class LinkedParagraph:
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
    no_links_reason: str = ""
    """Why no links are known; empty where they are."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph being read."""
        return self.articles[self.place.article].paragraphs[self.place.paragraph]


def drawer_height(screen_height: int, panes: int) -> int:
    """Return the lines of the drawer, its rule included."""
    if screen_height < 18:
        return min(4, max(2, screen_height // 3))
    if panes == 1:
        return min(9, max(4, screen_height // 4))
    return 5 if screen_height >= 32 else 4


def drawer_lines(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    width: int,
    height: int,
    signs: Signs,
) -> list[Line]:
    """Return the drawer's lines.

    Args:
        read: what is read and what it is linked to.
        explain: gives the reasons of a link; called for as many links as there is room for.
        width: cells.
        height: lines, the rule included.
        signs: the signs.
    """
    lines: list[Line] = [_rule(f"why {signs.dot} ¶{read.paragraph.number}", width, signs)]
    if read.no_links_reason:
        lines.append(((f" {read.no_links_reason}", "muted"),))
    elif not read.links:
        lines += _without_links(read, signs)
    elif len(read.visible) == 1:
        lines += _list_of_links(read, height - 1, width, signs)
    else:
        lines += _explanation(read, explain, width, height, signs)
    return [fit(line, width) for line in lines[:height]]


def _explanation(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    width: int,
    height: int,
    signs: Signs,
) -> list[Line]:
    """Return the first link with its reasons, further ones if they fit, and those off screen."""
    off_screen = _links_off_screen(read)
    room = height - 1 - bool(off_screen)
    lines = [_head(read, width, signs)]
    lines += _reasons(explain(read.links[0]), room - 1, width, signs)
    for link in read.links[1:]:
        if len(lines) >= room or link.there.article_position not in read.visible:
            break
        lines.append(_further_link(link, explain(link), width, signs))
    if off_screen:
        lines = lines[: height - 2]
        lines.append(_off_screen_line(off_screen, width, signs))
    return lines


def _rule(label: str, width: int, signs: Signs) -> Line:
    lead = signs.rule * 2 + " "
    rest = max(0, width - len(lead) - len(label) - 1)
    return ((lead, "muted"), (label, "key"), (" " + signs.rule * rest, "muted"))


def _without_links(read: LinkedParagraph, signs: Signs) -> list[Line]:
    number, articles = read.paragraph.number, len(read.articles)
    if read.paragraph.kind is ParagraphKind.FURNITURE:
        aside = f" ¶{number} belongs to the page, not to the story; it is not compared"
        return [((aside, "muted"),)]
    if articles < 2:
        return [((" Open a second article to compare: python -m reader A.txt B.txt", "muted"),)]
    others = "the other article" if articles == 2 else f"none of the other {articles - 1} articles"
    have = "does not have" if articles == 2 else "has"
    below = "; press ( for more" if read.floor > LOWEST_FLOOR else ""
    return [
        (
            (f" {signs.only_here} ", "here"),
            ("only here", "strong"),
            (f": {others} {have} ¶{number}", ""),
        ),
        ((f"    no link ≥ {printed_score(read.floor)}{below}", "muted"),),
    ]


def _name(article: int) -> Part:
    return (f"[{article_mark(article)}]", f"{hue_name(article)} strong")


def _link_parts(link: Link, signs: Signs) -> list[Part]:
    article = link.there.article_position
    sign = signs.level(link.level is Level.SAME)
    return [
        (f"{sign} ", hue_name(article)),
        _name(article),
        (f" ¶{link.there.number}", "strong"),
    ]


def _head(read: LinkedParagraph, width: int, signs: Signs) -> Line:
    """Return the line with both ends of the first link, and the other links at the right."""
    first = read.links[0]
    level = "same moment" if first.level is Level.SAME else "related"
    left: list[Part] = [
        (" ", ""),
        _name(read.place.article),
        (f" ¶{read.paragraph.number} ", "strong"),
        *_link_parts(first, signs),
        (f" {first.there.article.label}", ""),
        (f"   {level} {signs.dot} {printed_score(first.score)}", "key"),
    ]
    right: list[Part] = []
    for link in read.links[1:]:
        more = [*_link_parts(link, signs), (" ", "")]
        if parts_width(left) + parts_width(right) + parts_width(more) + 8 > width:
            break
        right += more
    if right:
        right.insert(0, ("also ", "muted"))
    return justify(left, right, width)


def _further_link(link: Link, evidence: Evidence, width: int, signs: Signs) -> Line:
    """Return another link in one line: where it leads, how sure it is, and why."""
    reasons = f"  {signs.dot}  ".join(evidence.reasons)
    head: list[Part] = [
        ("    ", ""),
        *_link_parts(link, signs),
        (f"  {printed_score(link.score)}  ", "key"),
    ]
    return fit([*head, (reasons, "")], width - 1)


def _reasons(evidence: Evidence, room: int, width: int, signs: Signs) -> list[Line]:
    """Return the reasons in as few lines as they need, at most `room`."""
    lines: list[Line] = []
    parts: list[Part] = [("    ", "")]
    for reason in evidence.reasons:
        more = f"  {signs.dot}  {reason}" if len(parts) > 1 else reason
        if len(parts) > 1 and parts_width(parts) + parts_width([(more, "")]) > width - 1:
            lines.append(tuple(parts))
            parts = [("    ", ""), (reason, "")]
        else:
            parts.append((more, ""))
    lines.append(fit(parts, width - 1))
    return lines[: max(0, room)]


def _links_off_screen(read: LinkedParagraph) -> list[Link]:
    """Return the strongest link to each article that is not on the screen."""
    best: dict[int, Link] = {}
    for link in read.links:
        if link.there.article_position not in read.visible:
            best.setdefault(link.there.article_position, link)
    return list(best.values())


def _off_screen_line(links: Sequence[Link], width: int, signs: Signs) -> Line:
    parts: list[Part] = [("    not on the screen: ", "muted")]
    for link in links:
        parts += [
            *_link_parts(link, signs),
            (f" {link.there.article.label}   ", ""),
        ]
    keys = " ".join(article_key(link.there.article_position) for link in links[:_KEYS_NAMED])
    parts.append((f"press {keys}", "key"))
    return fit(parts, width - 1)


def _list_of_links(read: LinkedParagraph, room: int, width: int, signs: Signs) -> list[Line]:
    """Return one line for each link with the beginning of its text, as many as fit."""
    links = read.links
    shown = links if len(links) <= room else links[: max(1, room - 1)]
    lines: list[Line] = []
    for link in shown:
        parts = [
            (" ", ""),
            *_link_parts(link, signs),
            (f" {printed_score(link.score)} ", "muted"),
            (link.there.text[: 2 * width], ""),
        ]
        lines.append(fit(parts, width - 1))
    if len(shown) < len(links) and len(shown) < room:
        lines.append(((f" and {len(links) - len(shown)} more (Enter lists them)", "muted"),))
    return lines
