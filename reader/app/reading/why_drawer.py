"""The drawer: why the paragraph being read is linked, and which other articles have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from reader.app.themes.signs import Signs, article_key, article_mark, printed_score
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.app.widgets.text_wrapping import wrap
from reader.articles import Article, Paragraph, ParagraphKind, Place, clean_line
from reader.coverage.comparable_articles import (
    explain_silence,
    find_comparable,
    find_surely_comparable,
)
from reader.linking import Level, Link
from reader.linking.links import LOWEST_FLOOR
from reader.text.words import word_keys

if TYPE_CHECKING:
    from reader.coverage import Evidence

_LEVEL_WORDS = {
    Level.SAME: "same moment",
    Level.PROBABLY: "probably the same moment",
    Level.RELATED: "related",
    Level.PERHAPS: "perhaps",
}
_NAMED_PLACE = re.compile(r"\[(?P<mark>\w)\] ¶(?P<number>\d{1,9})")
_INDENT = "    "
_GOES_ON: Part = ("", "")
"""The first part of a line that goes on with the words of the line above."""
_LABEL_CHARACTERS = 30
"""Characters of an article's label."""
_ROOM_FOR_THRESHOLD = 64
"""The width in cells from which on the drawer names the threshold beside *perhaps*."""
_KEYS_NAMED = 9
"""Articles off the screen whose keys the drawer names."""
_MARKS_NAMED = 12
"""Articles without a link that are named; of more, how many they are."""


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


class WhySize(Enum):
    """How much of the drawer is shown."""

    CLOSED = "closed"
    BRIEF = "brief"
    """The surest link and its first reasons."""
    WHOLE = "whole"
    """Every link with all reasons, up to half of the screen."""

    def next(self) -> WhySize:
        """Return the size that the key leads to: brief, whole, closed, brief."""
        sizes = (WhySize.BRIEF, WhySize.WHOLE, WhySize.CLOSED)
        return sizes[(sizes.index(self) + 1) % len(sizes)]


def drawer_height(screen_height: int, panes: int) -> int:
    """Return the lines of the brief drawer, its rule included."""
    if panes == 1:
        return min(4, max(2, screen_height // 3))
    return 3 if screen_height >= 32 else 2


def whole_drawer_height(lines: int, screen_height: int) -> int:
    """Return the lines of the drawer that shows all its `lines`, up to half of the screen."""
    return max(2, min(lines, screen_height // 2))


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
        lines += _without_links(read, explain, width, room, signs)
    elif len(read.visible) == 1:
        lines += _list_of_links(read, explain, room, width, signs)
    else:
        title += _first_link(read, signs)
        lines += _explanation(read, explain, width, room, signs)
        # The one line that notes leave has no room for the links off the screen.
        named = named if room > 1 or len(lines) < height else []
    is_cut = len(lines) > height - 1
    more: list[Part] = [("w more", "key")] if is_cut and not is_whole else []
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
    first += _reason_lines(explain(read.links[0]).reasons, width, signs)
    tail = [_off_screen_line(read, width, signs)] if _further_off_screen(read) else []
    before = room - 1 if tail and room > 1 else room
    lines = [*_cut(first, before, width, signs), *tail, *first[before:]]
    off_screen = _further_off_screen(read)
    for link in read.links[1:]:
        if len(lines) > room:
            break
        if link not in off_screen:
            further = _further_link(link, explain(link), width, signs)
            left = max(0, room - len(lines))
            lines += [*_cut(further, left, width, signs), *further[left:]]
    return lines if len(lines) >= room else [*lines, *_without_others(read, signs)]


def _without_others(read: LinkedParagraph, signs: Signs) -> list[Line]:
    """Return the line that names the articles without a link to the paragraph, if any."""
    linked = {link.there.article_position for link in read.links}
    compared = find_comparable(read.articles, read.place.article)
    others = [article for article in compared if article not in linked]
    if not others:
        return []
    names = [part for article in others for part in (_name(article), (" ", ""))]
    if len(others) > _MARKS_NAMED:
        names = [(f"{len(others)} articles ", "")]
    nothing = f"{_INDENT}nothing {signs.at_least} {printed_score(read.floor)} in "
    below = " ( for more" if read.floor > LOWEST_FLOOR else ""
    return [((nothing, "muted"), *names, (below, "muted"))]


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
    shown = fit([lead, *left, (" ", "")], max(0, width - parts_width(end)))
    rest = width - parts_width(shown) - parts_width(end)
    return (*shown, (signs.rule * max(0, rest), "muted"), *end)


def _without_links(
    read: LinkedParagraph,
    explain: Callable[[Link], Evidence],
    width: int,
    room: int,
    signs: Signs,
) -> list[Line]:
    """Return that no article has the paragraph, or which passage is most alike and why."""
    nearest = read.nearest
    if nearest is None:
        return _claim(read, room, signs)
    article = nearest.there.article_position
    where: list[Part] = []
    if article not in read.visible:
        off = "not on the screen: " if width >= _ROOM_FOR_THRESHOLD else ""
        where = [(f"  {off}press ", "muted"), ("Enter", "key")]
    nothing = f"elsewhere: nothing {signs.at_least} {printed_score(read.floor)};"
    says_threshold = width >= _ROOM_FOR_THRESHOLD + parts_width(where)
    head: Line = (
        (f" {signs.perhaps} ", "here"),
        ("perhaps ", "strong"),
        (nothing if says_threshold else "", ""),
        (" nearest ", ""),
        _name(article),
        (f" ¶{nearest.there.number}", "strong"),
        (f" {printed_score(nearest.score)}", "key"),
        *where,
        (f"  {clean_line(nearest.there.article.label, _LABEL_CHARACTERS)}", "muted"),
    )
    lines = [head, *_reason_lines(explain(nearest).reasons, width, signs)]
    is_full = says_threshold or len(lines) >= room
    return lines if is_full else [*lines, *_without_others(read, signs)]


def _claim(read: LinkedParagraph, room: int, signs: Signs) -> list[Line]:
    """Return why the paragraph has neither a link nor a similar passage."""
    number, articles = read.paragraph.number, len(read.articles)
    if read.paragraph.kind is ParagraphKind.FURNITURE:
        title = read.articles[read.place.article].title
        is_title = title is not None and word_keys(read.paragraph.text) == word_keys(title)
        if is_title:
            what = "is the headline (H compares those); only paragraphs of the story are linked"
        else:
            what = "is not taken for text of the story; only that is linked (, corrects it)"
        return [((f" ¶{number} {what}", "muted"),)]
    if articles < 2:
        return [((" Open a second article to compare: python -m reader A.txt B.txt", "muted"),)]
    silence = explain_silence(read.articles, read.place.article)
    if silence:
        return [((f" {silence}", "muted"),)]
    comparable = len(find_surely_comparable(read.articles, read.place.article))
    others = "the other article" if comparable == 1 else f"none of the other {comparable} articles"
    if comparable < articles - 1:
        others += " in its language"
    have = "does not have" if comparable == 1 else "has"
    claim: Line = (
        (f" {signs.only_here} ", "here"),
        ("only here", "strong"),
        (f": {others} {have} ¶{number}", ""),
    )
    if room > 1:
        return [claim, *_without_others(read, signs)]
    below = ", ( for more" if read.floor > LOWEST_FLOOR else ""
    return [
        (*claim, (f"  nothing {signs.at_least} {printed_score(read.floor)}{below}", "muted")),
    ]


def _name(article: int) -> Part:
    return (f"[{article_mark(article)}]", f"{hue_name(article)} strong")


def _link_parts(link: Link, signs: Signs) -> list[Part]:
    article = link.there.article_position
    sign = signs.level(link.level)
    return [
        (f"{sign} ", hue_name(article)),
        _name(article),
        (f" ¶{link.there.number}", "strong"),
    ]


def _first_link(read: LinkedParagraph, signs: Signs) -> list[Part]:
    """Return the surest link, for the rule above the drawer."""
    first = read.links[0]
    article = first.there.article_position
    key: list[Part] = []
    if article not in read.visible:
        key = [(" press ", "muted"), (f"{article_key(article)} ", "key")]
    return [
        (" ", ""),
        *_link_parts(first, signs),
        (f" {_LEVEL_WORDS[first.level]} {signs.dot} {printed_score(first.score)} ", "key"),
        *key,
        (f" {clean_line(first.there.article.label, _LABEL_CHARACTERS)}", ""),
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
        more = [*_link_parts(link, signs), (" ", "")]
        if parts_width(title) + parts_width(right) + parts_width(more) + 14 > width:
            break
        right += more
    return [("also ", "muted"), *right] if right else []


def _further_link(link: Link, evidence: Evidence, width: int, signs: Signs) -> list[Line]:
    """Return another link: where it leads, how sure it is, and why."""
    head: list[Part] = [
        (" ", ""),
        *_link_parts(link, signs),
        (f" {printed_score(link.score)} ", "key"),
        (f" {clean_line(link.there.article.label, _LABEL_CHARACTERS)}", ""),
    ]
    return [tuple(head), *_reason_lines(evidence.reasons, width, signs)]


def _reason_lines(reasons: Sequence[str], width: int, signs: Signs) -> list[Line]:
    """Return the reasons in as few lines as they need; a long one is wrapped, none is cut."""
    room = max(10, width - len(_INDENT) - 1)
    between = f"  {signs.dot}  "
    lines: list[tuple[str, bool]] = []
    for reason in reasons:
        if lines and cell_len(lines[-1][0] + between + reason) <= room:
            lines[-1] = (lines[-1][0] + between + reason, lines[-1][1])
        else:
            pieces = [reason[start:end] for start, end in wrap(reason, room)]
            lines += [(piece, number > 0) for number, piece in enumerate(pieces)]
    return [
        (*([_GOES_ON] if goes_on else ()), (_INDENT, ""), (line, "")) for line, goes_on in lines
    ]


def _cut(lines: Sequence[Line], count: int, width: int, signs: Signs) -> list[Line]:
    """Return the first lines; the last ends in an ellipsis where the next goes on."""
    if not 0 < count < len(lines) or lines[count][0] != _GOES_ON:
        return list(lines[: max(0, count)])
    *parts, (words, style) = lines[count - 1]
    end = f" {signs.ellipsis}"
    while words and parts_width([*parts, (words + end, style)]) > width - 1:
        words = words.rpartition(" ")[0]
    return [*lines[: count - 1], (*parts, (words + end, style))]


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
    parts: list[Part] = [(f"{_INDENT}not on the screen: ", "muted")]
    for link in links:
        parts += [*_link_parts(link, signs), (f" {link.there.article.label}   ", "")]
    keys = " ".join(article_key(link.there.article_position) for link in links[:_KEYS_NAMED])
    press: Line = (("press ", "muted"), (keys, "key"))
    room = width - 1 - parts_width(press)
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
                *_link_parts(link, signs),
                (f" {printed_score(link.score)} ", "muted"),
                (link.there.text[: 2 * width], ""),
            ),
            width - 1,
        )
        for link in read.links[: room + 1]
    ]
    count = len(read.links)
    # A reason says why: the first link has one, though fewer links are named then.
    first = _reason_lines(explain(read.links[0]).reasons, width, signs)
    reasons = _cut(first, min(len(first), max(room > 1, room - count)), width, signs)
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
            more = _reason_lines(explain(link).reasons, width, signs)
            lines += _cut(more, min(left, len(more)), width, signs)
            left -= min(left, len(more))
    lines += rest
    return lines if len(lines) >= room else [*lines, *_without_others(read, signs)]
