"""The drawer: why the paragraph being read is linked, and which other articles have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.reading.link_parts import (
    INDENT,
    LABEL_CHARACTERS,
    LinkedParagraph,
    cut_reasons,
    link_parts,
    reason_lines,
)
from reader.app.reading.unlinked_lines import describe_unlinked, name_unlinked_articles
from reader.app.themes.signs import Signs, article_key, article_mark, printed_score
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import clean_line
from reader.linking import Level, Link

if TYPE_CHECKING:
    from reader.coverage import Evidence

MORE_OFFER = "w more"
"""The key that shows more of the drawer, and its word."""
_LEVEL_WORDS = {
    Level.SAME: "same moment",
    Level.PROBABLY: "probably the same moment",
    Level.RELATED: "related",
    Level.PERHAPS: "perhaps",
}
_NAMED_PLACE = re.compile(r"\[(?P<mark>\w)\] ¶(?P<number>\d{1,9})")
_KEYS_NAMED = 9
"""Articles off the screen whose keys the drawer names."""


def drawer_lines(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    width: int,
    height: int,
    signs: Signs,
    *,
    is_whole: bool = False,
) -> list[Line]:
    """Return the drawer's lines.

    Args:
        read: what is read and what it is linked to.
        explain: gives the reasons of a link; called for as many links as there is room for.
        width: cells.
        height: lines, the rule included.
        signs: the signs.
        is_whole: whether no key shows more of the drawer.
    """
    title: list[Part] = [(f"why {signs.dot} ¶{read.paragraph.number}", "key")]
    lines = _note_lines(read, max(1, (height - 1) // 2), width)
    room = max(1, height - 1 - len(lines))
    named = _links_off_screen(read)
    if read.no_links_reason:
        lines.append(((f" {read.no_links_reason}", "muted"),))
    elif not read.links:
        lines += describe_unlinked(read, explain, width, room, signs)
    elif len(read.visible) == 1:
        lines += _list_of_links(read, explain, room, width, signs)
    else:
        title += _first_link(read, signs)
        lines += _explanation(read, explain, width, room, signs)
        # The one line that notes leave has no room for the links off the screen.
        named = named if room > 1 or len(lines) < height else []
    is_cut = len(lines) > height - 1
    more: list[Part] = [(MORE_OFFER, "key")] if is_cut and not is_whole else []
    also: list[Part] = []
    if not more or not named:
        below = _find_named(lines[: height - 1])
        named = [*named, *(link for link in read.links if _place_of(link) in below)]
        also = _also(read, named, title, width, signs)
    if len(read.visible) > 1 and (is_whole or not is_cut):
        more += _count_unnamed(read, [tuple(title), tuple(also), *lines[: height - 1]])
    rule = _rule(title, [*also, *more], width, signs)
    return [fit(line, width) for line in [rule, *lines][:height]]


def _count_unnamed(read: LinkedParagraph, lines: Sequence[Line]) -> list[Part]:
    """Return how many links no line names, and the key that lists them; of none nothing."""
    named = _find_named(lines)
    count = sum(_place_of(link) not in named for link in read.links)
    return [(f"{count} more: Enter", "key")] if count else []


def _find_named(lines: Sequence[Line]) -> set[tuple[str, int]]:
    """Return the places that lines name."""
    texts = ("".join(part for part, _ in line) for line in lines)
    return {
        (found["mark"], int(found["number"]))
        for text in texts
        for found in _NAMED_PLACE.finditer(text)
    }


def _place_of(link: Link) -> tuple[str, int]:
    return article_mark(link.there.article_position), link.there.number


def find_named_place(line: Line, column: int) -> tuple[str, int] | None:
    """Return the mark of an article and the number of a paragraph that a cell names, if any.

    Args:
        line: a line of the drawer.
        column: a cell of it, from 0.
    """
    text = "".join(part for part, _ in line)
    for named in _NAMED_PLACE.finditer(text):
        if cell_len(text[: named.start()]) <= column < cell_len(text[: named.end()]):
            return named["mark"], int(named["number"])
    return None


def _explanation(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    width: int,
    room: int,
    signs: Signs,
) -> list[Line]:
    """Return the reasons of the first link, then the links off the screen, then the others.

    At least one line more than `room` is returned where there are more; not all are computed.
    """
    first = _difference_lines(read, width, signs)
    first += reason_lines(explain(read.links[0]).reasons, width, signs)
    tail = [_off_screen_line(read, width, signs)] if _further_off_screen(read) else []
    before = room - 1 if tail and room > 1 else room
    lines = [*cut_reasons(first, before, width, signs), *tail, *first[before:]]
    off_screen = _further_off_screen(read)
    for link in read.links[1:]:
        if len(lines) > room:
            break
        if link not in off_screen:
            further = _further_link(link, explain(link), width, signs)
            left = max(0, room - len(lines))
            lines += [*cut_reasons(further, left, width, signs), *further[left:]]
    return lines if len(lines) >= room else [*lines, *name_unlinked_articles(read, signs)]


def _note_lines(read: LinkedParagraph, room: int, width: int) -> list[Line]:
    """Return the user's entries about the paragraph, the last first, a line each.

    Where there is no room for all of it, the first line says so.
    """
    count = len(read.notes)
    lines = [
        fit(((f" {sign} ", "here"), (words, "strong")), width - 1)
        for sign, words in read.notes[::-1][:room]
    ]
    if count > room:
        shows = "w shows" if room == 1 else "E lists"
        more: Part = (f" {count} notes: {shows} {'both' if count == 2 else 'all'}", "key")
        lines[0] = justify(fit(lines[0], width - 1 - parts_width([more])), [more], width - 1)
    return lines


def _rule(left: Sequence[Part], right: Sequence[Part], width: int, signs: Signs) -> Line:
    """Return the line above the drawer: its subject, and how much more there is."""
    lead: Part = (signs.rule * 2 + " ", "muted")
    end = [(" ", ""), *right, (f" {signs.rule * 2}", "muted")] if right else []
    shown = (*fit([lead, *left], max(0, width - parts_width(end) - 1)), (" ", ""))
    rest = width - parts_width(shown) - parts_width(end)
    return (*shown, (signs.rule * max(0, rest), "muted"), *end)


def _first_link(read: LinkedParagraph, signs: Signs) -> list[Part]:
    """Return the surest link, for the rule above the drawer."""
    first = read.links[0]
    article = first.there.article_position
    key: list[Part] = []
    if article not in read.visible:
        key = [(" press ", "muted"), (f"{article_key(article)} ", "key")]
    return [
        (" ", ""),
        *link_parts(first, signs),
        (f" {_LEVEL_WORDS[first.level]} {signs.dot} {printed_score(first.score)} ", "key"),
        *key,
        (f" {clean_line(first.there.article.label, LABEL_CHARACTERS)}", ""),
    ]


def _also(
    read: LinkedParagraph, named: Sequence[Link], title: Sequence[Part], width: int, signs: Signs
) -> list[Part]:
    """Return the links that no line below names, as many as fit beside the title.

    For a single pane how many there are: each has a line below.

    Args:
        read: what is read and what it is linked to.
        named: the links off the screen that a line below names.
        title: the parts before them.
        width: cells of the whole line.
        signs: the signs.
    """
    if len(read.visible) == 1:
        count = len(read.links)
        return [(f"{count} link{'s' if count != 1 else ''}", "muted")] if count else []
    right: list[Part] = []
    for link in read.links[1:]:
        if link in named or link.there.article_position in read.visible:
            continue
        more = [*link_parts(link, signs), (" ", "")]
        if parts_width(title) + parts_width(right) + parts_width(more) + 14 > width:
            break
        right += more
    return [("also ", "muted"), *right] if right else []


def _further_link(link: Link, evidence: Evidence, width: int, signs: Signs) -> list[Line]:
    """Return another link: where it leads, how sure it is, and why."""
    head: list[Part] = [
        (" ", ""),
        *link_parts(link, signs),
        (f" {printed_score(link.score)} ", "key"),
        (f" {clean_line(link.there.article.label, LABEL_CHARACTERS)}", ""),
    ]
    return [tuple(head), *reason_lines(evidence.reasons, width, signs)]


def _difference_lines(read: LinkedParagraph, width: int, signs: Signs) -> list[Line]:
    """Return the differences between the paragraph and other articles, in one line."""
    if not read.differences:
        return []
    words = f"  {signs.dot}  ".join(read.differences)
    line = fit(((f" {signs.differs} ", "here"), (words, "strong")), width - 10)
    return [(*line, ("  D lists", "muted"))]


def _links_off_screen(read: LinkedParagraph) -> list[Link]:
    """Return the strongest link to each article that is not on the screen."""
    best: dict[int, Link] = {}
    for link in read.links:
        if link.there.article_position not in read.visible:
            best.setdefault(link.there.article_position, link)
    return list(best.values())


def _further_off_screen(read: LinkedParagraph) -> list[Link]:
    """Return the links off the screen that the rule above the drawer does not name."""
    return [link for link in _links_off_screen(read) if link != read.links[0]]


def _off_screen_line(read: LinkedParagraph, width: int, signs: Signs) -> Line:
    """Return the links off the screen that the rule does not name, and their keys."""
    links = _further_off_screen(read)
    keys = " ".join(article_key(link.there.article_position) for link in links[:_KEYS_NAMED])
    press: Line = (("press ", "muted"), (keys, "key"))
    room = width - 1 - parts_width(press)
    parts: list[Part] = [(f"{INDENT}not on the screen: ", "muted")]
    for link in links:
        place = link_parts(link, signs)
        # A place is named whole or not at all; the name behind it may be cut.
        if link is not links[0] and parts_width([*parts, *place]) > room - 2:
            parts.append((f"{signs.ellipsis} ", ""))
            break
        parts += [*place, (f" {link.there.article.label}   ", "")]
    if parts_width(parts) > room:
        parts = [*fit(parts, room - 1), (" ", "")]
    return (*parts, *press)


def _list_of_links(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    room: int,
    width: int,
    signs: Signs,
) -> list[Line]:
    """Return a line for each link with the beginning of its text, as many as fit.

    Behind the surest is a line of its reasons; in the room left are more of them, those of the
    others, and which articles have no link.
    """
    heads = [
        fit(
            (
                (" ", ""),
                *link_parts(link, signs),
                (f" {printed_score(link.score)} ", "muted"),
                (link.there.text[: 2 * width], ""),
            ),
            width - 1,
        )
        for link in read.links[: room + 1]
    ]
    count = len(read.links)
    # A reason says why: the first link has one, though fewer links are named then.
    first = reason_lines(explain(read.links[0]).reasons, width, signs)
    reasons = cut_reasons(first, min(len(first), max(room > 1, room - count)), width, signs)
    shown = min(count, room - len(reasons))
    rest: list[Line] = []
    if shown < count and shown > 1:
        shown -= 1
        rest = [((f" and {count - shown} more (Enter lists them)", "muted"),)]
    lines = [heads[0], *reasons]
    left = room - len(reasons) - shown - len(rest)
    for head, link in zip(heads[1:shown], read.links[1:shown], strict=True):
        lines.append(head)
        if left > 0:
            more = reason_lines(explain(link).reasons, width, signs)
            lines += cut_reasons(more, min(left, len(more)), width, signs)
            left -= min(left, len(more))
    lines += rest
    return lines if len(lines) >= room else [*lines, *name_unlinked_articles(read, signs)]
