"""The lines of the title bar, the pane headers and the key line. Plain data, no widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from reader.app.themes.signs import Signs, article_name, printed_score
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.app.widgets.text_wrapping import wrap
from reader.articles import Article
from reader.linking.links import LinkCounts

KEYS_OFFER = "? keys"
"""The key that lists all keys, and its word, at the end of a title bar."""
_WIDE_HEADER = 48
"""Cells from which on the counts of a header have words."""
_LEAST_NAME = 14
"""Cells of an article's name to which the counts beside it give way."""
_LEAST_HEADING = 12
"""Cells of a heading beside the name from which on it says something."""
_ALL_COUNTS, _COUNTS_ABOVE_NONE = 4, 3
"""Counts of links in a header: all, or those of any links."""


class Progress(NamedTuple):
    """The progress of a computation: its name and the share done."""

    activity: str
    share: float | None = None
    """The share done, 0..1; None: unknown."""


class TitleBar(NamedTuple):
    """The content of the first line of the screen."""

    subject: str
    """The subject of the coverage, as a title."""
    articles: int
    """How many there are."""
    links: LinkCounts
    """The links at or above the floor."""
    is_following: bool
    """Whether the other panes follow the paragraph being read."""
    floor: float
    """The threshold of the links shown, 0..1."""
    hits: str = ""
    """The number of hits, as text; empty: nothing was searched."""
    lens: str = ""
    """What the lens marks; empty: nothing."""
    origins: int = 0
    """The number of origins of the copy, where it is shown; else 0."""
    progress: Progress | None = None
    """The running computation, if there is one."""


class PaneHeader(NamedTuple):
    """The content of the header above a pane."""

    article: Article
    position: int
    """The position of the article in the coverage."""
    is_reading: bool
    """Whether it is the one being read."""
    links: LinkCounts
    """The links to the article being read."""
    is_pinned: bool
    """Whether the pane stays still."""
    hits: str
    """The number of hits in it, as text; empty: nothing was searched."""
    story: int
    """Paragraphs of the story."""
    folded: int
    """Paragraphs of furniture left out."""
    lens: str = ""
    """The findings of a lens in it, as text; empty: no lens."""
    news: str = ""
    """Whether it is new or changed since the last time; empty: neither."""


def title_line(title: TitleBar, width: int, signs: Signs) -> Line:
    """Return the first line of the screen, of `width` cells."""
    right = _title_right(title, width, signs)
    room = width - parts_width(right)
    name = " reader "
    left: list[Part] = [(name if room > len(name) else " ", "strong")]
    counts = _count_articles(title)
    tail = f"   {counts}{_count_links(title, room - len(counts), signs)}"
    if title.origins and not title.lens and room <= len(tail) + 8:
        # Links are more useful than origins, unless the lens is of shared copy.
        counts = _count_articles(title._replace(origins=0))
        tail = f"   {counts}{_count_links(title, room - len(counts), signs)}"
    if room > len(tail) + 16:
        subject = fit([(title.subject, "")], room - len(tail) - 11)
        left += [(f"{signs.rail} ", "muted"), *subject, (tail, "muted")]
    elif room > len(tail) + 8:
        left.append((f" {tail.strip()}", "muted"))
    elif room > len(counts) + 10:
        left.append((f" {counts}", "muted"))
    return justify(left, right, width)


def _count_articles(title: TitleBar) -> str:
    """Return how many articles there are, and of how many origins where that is known."""
    counts = ""
    if title.articles:
        counts = f"{title.articles} article{'s' if title.articles != 1 else ''}"
    if title.origins:
        counts += f", {title.origins} origin{'s' if title.origins != 1 else ''}"
    return counts


def _count_links(title: TitleBar, room: int, signs: Signs) -> str:
    """Return how many links there are, in words where the room is enough for them."""
    if title.articles < 2:
        return ""
    same, probably, related, _ = title.links
    links = f"  {same} same  {probably} probably  {related} related"
    if room <= len(links) + 11:
        links = f"  {same}{signs.same} {probably}{signs.probably} {related}{signs.related}"
    return links


def _title_right(title: TitleBar, width: int, signs: Signs) -> list[Part]:
    """Return the right end of the title bar: the progress, or the state of links and panes.

    Where not all of it fits, the threshold goes first, then that the others follow, as they
    usually do.
    """
    parts: list[Part] = []
    if title.hits:
        parts.append((f"{title.hits}  ", "key"))
    if title.lens:
        parts.append((f"lens: {title.lens}  ", "key"))
    if title.progress is not None:
        return [*parts, *_progress_parts(title.progress, width, signs)]
    state = "follow on" if title.is_following else "follow OFF"
    follow: Part = (f" {state}", "muted" if title.is_following else "warning")
    rail: Part = (f" {signs.rail} ", "muted")
    threshold: list[Part] = [
        (f"links {signs.at_least} " if width >= 70 else signs.at_least, "muted"),
        (printed_score(title.floor), "muted"),
    ]
    keys: Part = (f" {signs.rail} {KEYS_OFFER} ", "muted")
    every = [*parts, follow, rail, *threshold, keys]
    if parts_width(every) < width:
        return every
    with_follow = [*parts, follow, keys]
    if not title.is_following or parts_width(with_follow) < width:
        return with_follow
    return [*parts, keys]


def _progress_parts(progress: Progress, width: int, signs: Signs) -> list[Part]:
    parts: list[Part] = [(f" {progress.activity} ", "strong")]
    if progress.share is not None:
        cells = 12 if width >= 80 else 6
        full = round(progress.share * cells)
        parts.append((signs.full * full + signs.empty * (cells - full), "key"))
        parts.append((f" {progress.share:4.0%} ", "strong"))
    return parts


def header_height(screen_height: int) -> int:
    """Return the lines of a pane's header on a screen of so many rows."""
    if screen_height >= 45:
        return 3
    return 2 if screen_height >= 32 else 1


def header_lines(header: PaneHeader, width: int, height: int, signs: Signs) -> list[Line]:
    """Return the lines of a header, 1 to 3 of them as `height` says, of `width` cells."""
    hue = hue_name(header.position)
    mark: list[Part] = [
        (signs.focus if header.is_reading else " ", hue),
        (f"[{article_name(header.position)}] ", f"{hue} strong"),
    ]
    counts = _fitting_counts(header, width, signs)
    name, below = _names(
        header.article, width - parts_width(mark) - parts_width(counts) - 1, height
    )
    mark.append((name, "strong"))
    if height == 1 and not header.article.is_called_by_heading:
        room = width - parts_width(mark) - parts_width(counts) - 3
        if room >= min(_LEAST_HEADING, cell_len(header.article.heading)):
            mark.append((f"  {header.article.heading}", "muted"))
    lines = [justify(mark, counts, width)]
    # Beside the indentation, a gap and the space at the right end.
    room = width - 6
    if height == 2 and header.article.is_called_by_heading:
        between = f"  {signs.dot} " if below else ""
        facts = _facts(header, room - cell_len(below + between), signs)
        below += between + facts if facts else ""
    if height >= 2:
        lines.append(justify([("    ", ""), (below, "")], [(" ", "")], width))
    if height >= 3:
        facts = _facts(header, room, signs)
        lines.append(justify([("    ", ""), (facts, "muted")], [(" ", "")], width))
    if header.is_reading:
        return [tuple((text, f"{style} bar") for text, style in line) for line in lines]
    return lines


def _fitting_counts(header: PaneHeader, width: int, signs: Signs) -> list[Part]:
    """Return the right end of a header: as much of it as leaves its name room to be known."""
    name = min(_LEAST_NAME, cell_len(header.article.label)) + len(f"▶[{header.position}] ") + 1
    counts: list[Part] = []
    for most in (_ALL_COUNTS, _COUNTS_ABOVE_NONE, 1):
        counts = _header_counts(header, width, signs, most)
        if parts_width(counts) + name <= width:
            break
    return counts


def _header_counts(header: PaneHeader, width: int, signs: Signs, most: int) -> list[Part]:
    """Return the right end of a header: hits, whether it is pinned, links to the pane read.

    Args:
        header: the header.
        width: cells of the pane.
        signs: the signs of this terminal.
        most: how many counts of links; those of no links only with `_ALL_COUNTS`.
    """
    parts: list[Part] = [(f" {header.hits}", "key")] if header.hits else []
    if header.news:
        parts.append((f" {header.news}", "warning"))
    if header.is_pinned:
        parts.append((f" {signs.pinned} pinned", "warning"))
    if header.lens:
        links = f" {header.lens} "
    elif header.is_reading:
        links = " reading "
    else:
        counted = [(header.links.same, signs.same, "same")]
        counted.append((header.links.probably, signs.probably, "prob"))
        counted.append((header.links.related, signs.related, "rel"))
        if most != _ALL_COUNTS:
            counted = [each for each in counted if each[0]][:most]
        is_wide = width >= _WIDE_HEADER
        printed = (f"{n} {word}" if is_wide else f"{n}{sign}" for n, sign, word in counted)
        links = f" {' '.join(printed)} " if counted else " "
    gap: list[Part] = [(" ", "")] if parts and links.strip() else []
    return [*parts, *gap, (links, "muted")]


def _names(article: Article, room: int, height: int) -> tuple[str, str]:
    """Return the first line of an article's name and the line below it.

    Below a name stands the heading. An article called by its heading has as much of it in the
    first line as fits, and the rest below, or the source where none is left in a high header.

    Args:
        article: the article.
        room: cells for the name.
        height: lines of the header.
    """
    if not article.is_called_by_heading:
        return article.label, article.heading
    if height == 1:
        return article.label, ""
    heading = article.label_and_heading
    (start, end), *others = wrap(heading, room)
    below = heading[others[0][0] :] if others else ""
    return heading[start:end], below or ("" if height == 2 else article.source)


def side_by_side(lines: Iterable[Line]) -> Line:
    """Return one line made of several, from left to right."""
    return tuple(part for line in lines for part in line)


def key_line(keys: Sequence[tuple[str, str]], width: int, message: str) -> Line:
    """Return the last line of the screen: a message if there is one, else the keys that work.

    Args:
        keys: (keys with spaces between, what they do), the most useful first and the key for
            all keys last; as many as fit are shown.
        width: cells.
        message: what just happened, or empty.
    """
    if message:
        return fit([(f" {message}", "strong")], width)
    if not keys:
        return ()
    # The last one leads to all the others, so it is shown however few fit.
    *others, last = [_key_parts(key, word) for key, word in keys]
    room = width - parts_width(last) - 1
    parts: list[Part] = [(" ", "")]
    for more in others:
        if parts_width(more) + 2 <= room:
            parts += [*more, ("  ", "")]
            room -= parts_width(more) + 2
    return fit([*parts, *last], width)


def _key_parts(keys: str, word: str) -> list[Part]:
    parts: list[Part] = []
    for key in keys.split(" "):
        parts += [(key, "key"), (" ", "")]
    return [*parts, (word, "muted")]


def _facts(header: PaneHeader, room: int, signs: Signs) -> str:
    """Return what is known of an article in `room` cells, each fact whole.

    Where not all fit, those that say most stay: date, paragraphs, byline, dateline, and how many
    paragraphs are folded.
    """
    # Reading dates takes long to import, and the first frame waits for it.
    from reader.articles import show_date

    article = header.article
    date = show_date(article.published) if article.published else None
    facts = [article.dateline, article.byline, date, f"{header.story:,} ¶"]
    dot = f" {signs.dot} "
    kept: set[int] = set()
    for place in (2, 3, 1, 0):
        chosen = [facts[each] for each in sorted({*kept, place})]
        if facts[place] and cell_len(dot.join(filter(None, chosen))) <= room:
            kept.add(place)
    shown = dot.join(filter(None, (facts[place] for place in sorted(kept))))
    folded = f" + {header.folded} folded" if header.folded else ""
    return shown + folded if cell_len(shown + folded) <= room else shown
