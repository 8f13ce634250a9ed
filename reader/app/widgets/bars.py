"""What the title bar, the pane headers and the key line say. Plain data, no widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.app.widgets.line_widget import Line, Part, fit, justify, parts_width
from reader.articles import Article


class Progress(NamedTuple):
    """What the program is busy with, and how far it is in 0..1 (None: unknown)."""

    doing: str
    share: float | None = None


def title_bar(
    *,
    width: int,
    subject: str,
    articles: int,
    same: int,
    related: int,
    follow: bool,
    floor: float,
    hits: str,
    progress: Progress | None,
    lens: str = "",
    signs: Signs,
) -> Line:
    """The first line of the screen.

    Args:
        width: cells.
        subject: what the coverage is about, as a title.
        articles: how many.
        same: links of that level above the floor.
        related: likewise.
        follow: whether the other panes follow.
        floor: the threshold of the links shown, in 0..1.
        hits: what the search found, or empty.
        lens: what the lens marks, or empty.
        progress: what is going on, if anything is.
        signs: the signs.
    """
    if progress is not None:
        right: list[Part] = [(f" {progress.doing} ", "strong")]
        if progress.share is not None:
            cells = 12 if width >= 80 else 6
            full = round(progress.share * cells)
            right.append((signs.full * full + signs.empty * (cells - full), "key"))
            right.append((f" {progress.share:4.0%} ", "strong"))
    else:
        state = "follow on" if follow else "follow OFF"
        right = [
            (f" {state}", "muted" if follow else "warning"),
            (f" {signs.rail} ", "muted"),
            ("links ≥ " if width >= 70 else "≥", "muted"),
            (printed_score(floor), "muted"),
            (f" {signs.rail} ? keys ", "muted"),
        ]
    if lens:
        right.insert(0, (f"lens: {lens}  ", "key"))
    if hits:
        right.insert(0, (f"{hits}  ", "key"))
    counts = f"{articles} article{'s' if articles != 1 else ''}" if articles else ""
    tail = f"   {counts}  {same} same  {related} related" if articles > 1 else f"   {counts}"
    left: list[Part] = [(" reader ", "strong")]
    if width - parts_width(right) > len(tail) + 16:
        room = width - parts_width(right) - len(tail) - 11
        left += [(f"{signs.rail} ", "muted"), *fit([(subject, "")], room), (tail, "muted")]
    elif width - parts_width(right) > len(tail) + 8:
        left.append((f" {tail.strip()}", "muted"))
    elif width - parts_width(right) > len(counts) + 10:
        left.append((f" {counts}", "muted"))
    return justify(left, right, width)


def header_height(screen_height: int) -> int:
    """Lines of a pane's header on a screen of so many rows."""
    if screen_height >= 32:
        return 3
    return 2 if screen_height >= 20 else 1


def pane_header(
    *,
    article: Article,
    position: int,
    reading: bool,
    same: int,
    related: int,
    pinned: bool,
    hits: str,
    story: int,
    folded: int,
    width: int,
    height: int,
    signs: Signs,
) -> list[Line]:
    """The header above a pane.

    Args:
        article: the article shown.
        position: its position in the coverage.
        reading: whether it is the one being read.
        same: links of that level to the article being read.
        related: likewise.
        pinned: whether the pane stays still.
        hits: what the search found here, or empty.
        story: paragraphs of the story.
        folded: paragraphs of furniture left out.
        width: cells.
        height: lines, 1 to 3.
        signs: the signs.
    """
    hue = f"hue-{position % 10}"
    mark: list[Part] = [
        (signs.focus if reading else " ", hue),
        (f"[{article_mark(position)}] ", f"{hue} strong"),
        (article.label, "strong"),
    ]
    right: list[Part] = [(f" {hits}", "key")] if hits else []
    if pinned:
        right.append((f" {signs.pinned} pinned", "warning"))
    if reading:
        right.append((" reading ", "muted"))
    elif width >= 48:
        right.append((f" {same} same {related} rel ", "muted"))
    else:
        right.append((f" {same}{signs.same} {related}{signs.related} ", "muted"))
    lines = [justify(mark, right, width)]
    if height >= 2:
        lines.append(justify([("    ", ""), (article.heading, "")], [(" ", "")], width))
    if height >= 3:
        facts = _facts(article, story, folded, signs)
        lines.append(justify([("    ", ""), (facts, "muted")], [(" ", "")], width))
    if reading:
        return [tuple((text, f"{style} bar") for text, style in line) for line in lines]
    return lines


def side_by_side(lines: Iterable[Line]) -> Line:
    """One line made of several, from left to right."""
    return tuple(part for line in lines for part in line)


def key_line(keys: Sequence[tuple[str, str]], width: int, message: str) -> Line:
    """The last line of the screen: a message if there is one, else the keys that work now.

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
    # The last one tells of all the others, so it is there however few fit.
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


def _facts(article: Article, story: int, folded: int, signs: Signs) -> str:
    facts = [
        article.dateline,
        article.byline,
        article.published,
        f"{story:,} ¶" + (f" + {folded} folded" if folded else ""),
    ]
    return f" {signs.dot} ".join(fact for fact in facts if fact)
