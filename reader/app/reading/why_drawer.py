"""What the drawer says of the paragraph being read: why it is linked, where else it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import Article
from reader.coverage import Evidence
from reader.linking import Level, Link
from reader.linking.links import LOWEST_FLOOR


class LinkedParagraph(NamedTuple):
    """The paragraph being read and the links it has, strongest first."""

    article: Article
    position: int
    paragraph: int
    links: tuple[Link, ...]
    furniture: bool = False


def drawer_height(screen_height: int, panes: int) -> int:
    """Lines of the drawer, its rule included."""
    if screen_height < 18:
        return min(4, max(2, screen_height // 3))
    if panes == 1:
        return min(9, max(4, screen_height // 4))
    return 5 if screen_height >= 32 else 4


def drawer_lines(
    told: LinkedParagraph,
    articles: Sequence[Article],
    explain: Callable[[Link], Evidence],
    *,
    visible: Sequence[int],
    floor: float,
    unlinked: str,
    width: int,
    height: int,
    signs: Signs,
) -> list[Line]:
    """The drawer's lines.

    Args:
        told: what is read and what it is linked to.
        articles: all articles.
        explain: why a link exists; asked for as many links as there is room for.
        visible: positions of the articles on the screen.
        floor: the threshold of the links shown.
        unlinked: why no links are known, or empty where they are.
        width: cells.
        height: lines, the rule included.
        signs: the signs.
    """
    number = told.article.paragraphs[told.paragraph].number
    lines: list[Line] = [_rule(f"why {signs.dot} ¶{number}", width, signs)]
    if unlinked:
        lines.append(((f" {unlinked}", "muted"),))
    elif not told.links:
        lines += _nothing(told, number, len(articles), floor, signs)
    elif len(visible) == 1:
        lines += _list_of_links(told.links, articles, height - 1, width, signs)
    else:
        lines += _explanation(told, articles, explain, visible, width, height, signs)
    return [fit(line, width) for line in lines[:height]]


def _explanation(
    told: LinkedParagraph,
    articles: Sequence[Article],
    explain: Callable[[Link], Evidence],
    visible: Sequence[int],
    width: int,
    height: int,
    signs: Signs,
) -> list[Line]:
    """The first link with its reasons, further ones if there is room, and those off the screen."""
    off_screen = _not_visible(told.links, visible)
    room = height - 1 - bool(off_screen)
    lines = [_head(told, articles, width, signs)]
    lines += _reasons(explain(told.links[0]), room - 1, width, signs)
    for link in told.links[1:]:
        if len(lines) >= room or link.there.article not in visible:
            break
        lines.append(_further(link, articles, explain(link), width, signs))
    if off_screen:
        lines = lines[: height - 2]
        lines.append(_off_screen(off_screen, articles, width, signs))
    return lines


def _rule(label: str, width: int, signs: Signs) -> Line:
    lead = signs.rule * 2 + " "
    rest = max(0, width - len(lead) - len(label) - 1)
    return ((lead, "muted"), (label, "key"), (" " + signs.rule * rest, "muted"))


def _nothing(
    told: LinkedParagraph, number: int, articles: int, floor: float, signs: Signs
) -> list[Line]:
    if told.furniture:
        aside = f" ¶{number} belongs to the page, not to the story; it is not compared"
        return [((aside, "muted"),)]
    if articles < 2:
        return [((" Open a second article to compare: python -m reader A.txt B.txt", "muted"),)]
    others = "the other article" if articles == 2 else f"none of the other {articles - 1} articles"
    have = "does not have" if articles == 2 else "has"
    below = "; press ( for more" if floor > LOWEST_FLOOR else ""
    return [
        (
            (f" {signs.only_here} ", "here"),
            ("only here", "strong"),
            (f": {others} {have} ¶{number}", ""),
        ),
        ((f"    no link ≥ {printed_score(floor)}{below}", "muted"),),
    ]


def _name(article: int) -> Part:
    return (f"[{article_mark(article)}]", f"hue-{article % 10} strong")


def _link_parts(link: Link, articles: Sequence[Article], signs: Signs) -> list[Part]:
    other = link.there
    paragraph = articles[other.article].paragraphs[other.paragraph]
    sign = signs.level(link.level is Level.SAME)
    return [
        (f"{sign} ", f"hue-{other.article % 10}"),
        _name(other.article),
        (f" ¶{paragraph.number}", "strong"),
    ]


def _head(told: LinkedParagraph, articles: Sequence[Article], width: int, signs: Signs) -> Line:
    first = told.links[0]
    level = "same moment" if first.level is Level.SAME else "related"
    left: list[Part] = [
        (" ", ""),
        _name(told.position),
        (f" ¶{told.article.paragraphs[told.paragraph].number} ", "strong"),
        *_link_parts(first, articles, signs),
        (f" {articles[first.there.article].label}", ""),
        (f"   {level} {signs.dot} {printed_score(first.score)}", "key"),
    ]
    right: list[Part] = []
    for link in told.links[1:]:
        more = [*_link_parts(link, articles, signs), (" ", "")]
        if parts_width(left) + parts_width(right) + parts_width(more) + 8 > width:
            break
        right += more
    if right:
        right.insert(0, ("also ", "muted"))
    return justify(left, right, width)


def _further(
    link: Link, articles: Sequence[Article], evidence: Evidence, width: int, signs: Signs
) -> Line:
    """Another link in one line: where to, how sure, and why."""
    reasons = f"  {signs.dot}  ".join(evidence.reasons)
    head: list[Part] = [
        ("    ", ""),
        *_link_parts(link, articles, signs),
        (f"  {printed_score(link.score)}  ", "key"),
    ]
    return fit([*head, (reasons, "")], width - 1)


def _reasons(evidence: Evidence, room: int, width: int, signs: Signs) -> list[Line]:
    """The reasons in as few lines as they need, at most `room`."""
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


def _not_visible(links: Sequence[Link], visible: Sequence[int]) -> list[Link]:
    """The strongest link to each article that is not on the screen."""
    best: dict[int, Link] = {}
    for link in links:
        if link.there.article not in visible:
            best.setdefault(link.there.article, link)
    return list(best.values())


def _off_screen(
    links: Sequence[Link], articles: Sequence[Article], width: int, signs: Signs
) -> Line:
    parts: list[Part] = [("    not on the screen: ", "muted")]
    for link in links:
        parts += [
            *_link_parts(link, articles, signs),
            (f" {articles[link.there.article].label}   ", ""),
        ]
    keys = " ".join(article_mark(link.there.article) for link in links[:9])
    parts.append((f"press {keys}", "key"))
    return fit(parts, width - 1)


def _list_of_links(
    links: Sequence[Link], articles: Sequence[Article], room: int, width: int, signs: Signs
) -> list[Line]:
    shown = links if len(links) <= room else links[: max(1, room - 1)]
    lines: list[Line] = []
    for link in shown:
        text = articles[link.there.article].paragraphs[link.there.paragraph].text
        parts = [
            (" ", ""),
            *_link_parts(link, articles, signs),
            (f" {printed_score(link.score)} ", "muted"),
            (text[: 2 * width], ""),
        ]
        lines.append(fit(parts, width - 1))
    if len(shown) < len(links) and len(shown) < room:
        lines.append(((f" and {len(links) - len(shown)} more (Enter lists them)", "muted"),))
    return lines
