"""Draws the title of the screen of the collated story, and its lines above the key line."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.collated.collated_state import CollatedState, Entry
from reader.app.collated.moment_block import FULLEST, BlockLayout, BlockView, draw_fold, draw_moment
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import pad, rule_line
from reader.app.widgets.line_widget import Line, Part, justify, parts_width
from reader.articles import clean_line
from reader.reports.collated_report import count_moments, describe_one_article
from reader.story import CollatedMoment

_FULL_FROM = 100
"""The width in cells from which on the title is written in full."""
_NARROW_BELOW = 60
_FOOT_FROM = 12
"""Lines from which on the selected moment is explained below."""
_LONGEST_FILTER = 30
_PROMISE = "every paragraph as printed; no word is added"
_SHORT_PROMISE = "as printed"


@dataclass(frozen=True, slots=True)
class CollatedPage:
    """The lines between title and key line, each as wide as the screen."""

    lines: tuple[Line, ...]
    rows: tuple[Entry | None, ...]
    """For each line its moment, or its folded moments."""
    top: int
    """The first line of the story that is shown."""
    room: int
    """How many lines of the story fit."""


class StoryLines:
    """The lines of the moments of a story at a width; each moment is drawn once.

    Args:
        layout: the widths.
    """

    def __init__(self, layout: BlockLayout) -> None:
        self.layout = layout
        self._blocks: dict[int, list[Line]] = {}

    def draw(self, entry: Entry, view: BlockView | None = None) -> list[Line]:
        """Return the lines of a moment (by default its fullest version) or of a fold."""
        if isinstance(entry, tuple):
            return draw_fold(entry, self.layout)
        if view is not None and view != FULLEST:
            return draw_moment(entry, self.layout, view)
        block = self._blocks.get(entry.number)
        if block is None:
            block = self._blocks[entry.number] = draw_moment(entry, self.layout)
        return block


def draw_page(state: CollatedState, story: StoryLines, height: int) -> CollatedPage:
    """Draw everything between the title and the key line.

    Args:
        state: what is listed and selected.
        story: its lines.
        height: lines.
    """
    layout = story.layout
    above = _draw_heads(layout) if layout.is_wide and height >= _FOOT_FROM else []
    has_foot = height >= _FOOT_FROM
    room = max(1, height - len(above) - 2 * has_foot)
    selected = state.selected
    view = BlockView(state.article, state.is_open, is_selected=True)
    entries = state.entries
    blocks = [story.draw(entry, view if entry is selected else None) for entry in entries]
    firsts = [0]
    for block in blocks:
        firsts.append(firsts[-1] + len(block))
    at = next(number for number, entry in enumerate(entries) if entry is selected)
    top = _find_top(state, firsts[at], firsts[at + 1], firsts[-1], room)
    lines: list[Line] = []
    rows: list[Entry | None] = []
    bar: Part = (layout.signs.here, "here")
    for number, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
        if firsts[number + 1] <= top or firsts[number] >= top + room:
            continue
        for line_number, line in enumerate(block, firsts[number]):
            if top <= line_number < top + room:
                is_last = line_number + 1 == firsts[number + 1]
                lines.append((bar, *line[1:]) if entry is selected and not is_last else line)
                rows.append(entry)
    empty = room - len(lines)
    lines += [pad([], layout.width)] * empty
    rows += [None] * empty
    foot = _draw_foot(state, layout, top, firsts[-1] - top - room) if has_foot else []
    shown = (None,) * len(above) + tuple(rows) + (None,) * len(foot)
    return CollatedPage((*above, *lines, *foot), shown, top, room)


def draw_title(state: CollatedState, width: int, signs: Signs) -> Line:
    """Return the first line of the screen: the number of moments, or the words of the filter."""
    moments = count_moments(state.story)
    if width < _NARROW_BELOW:
        left: list[Part] = [(" One story ", "strong"), (f"{signs.dot} ", "muted")]
    else:
        left = [(" reader ", "strong"), (f"{signs.rail} One story {signs.rail} ", "muted")]
    if state.filter:
        typed = clean_line(state.filter, _LONGEST_FILTER)
        left.append(
            (f"{len(state.listed)} of {len(state.story.moments)} moments with “{typed}”", "key")
        )
    elif width < _FULL_FROM:
        left.append((f"{moments}, {describe_one_article(state.story)}", ""))
    else:
        once = describe_one_article(state.story)
        left.append((f"{moments}, each once {signs.dot} {once}", ""))
    right: list[Part] = [("? keys ", "muted")]
    if width >= _FULL_FROM:
        right.insert(0, (f"order: {name_order(state)} {signs.rail} ", "muted"))
    return pad(justify(left, right, width), width)


def name_order(state: CollatedState) -> str:
    """Return the order of the moments in words."""
    return "the story’s" if state.order is None else f"that of [{article_mark(state.order)}]"


def sign_meanings(signs: Signs) -> list[tuple[str, str]]:
    """Return the signs of the screen with their meanings."""
    opening, closing = signs.dropped[0].rstrip("-"), signs.dropped[1].lstrip("-")
    return [
        (f"{signs.dot} {signs.perhaps}", "surely not told; perhaps, in other words or language"),
        (signs.probably, "probably told: a passage of it is probably the same"),
        (signs.only_here, "in one article only: surely no other has it"),
        (f"{signs.perhaps} 1", "before the articles: in one article, perhaps elsewhere"),
        (signs.shared_copy, "an article shares a run of words with another, beside quotations"),
        (signs.differs, "states a fact otherwise"),
        (signs.other_words, "other words in one place"),
        (f"{signs.cut} {signs.ellipsis}", "words cut inside the quotation, without or with a sign"),
        (f"{signs.trimmed_start} {signs.trimmed_end}", "words left out at its start, at its end"),
        ("~ =", "other or more words in it; the same words"),
        (f"{opening} {closing}", "stands in no other version of the quotation"),
        (" ".join(signs.added), "in a version: words that are not in the fullest"),
    ]


def _find_top(state: CollatedState, first: int, last: int, count: int, room: int) -> int:
    """Return the first line shown: where the user scrolled to, or one that shows the selection."""
    top = max(0, min(state.top, count - room))
    if state.is_scrolled:
        return top
    return min(max(top, last - 1 - room), first)


def _draw_heads(layout: BlockLayout) -> list[Line]:
    rail: Part = (layout.signs.rail, "rail")
    heads: Line = (
        *pad([(" told by", "muted")], layout.carriers),
        rail,
        *pad([(" in the fullest words", "muted")], layout.words + 2),
        rail,
        *pad([(" otherwise", "muted")], layout.variants + 2),
    )
    return [heads, rule_line("", layout.width, layout.signs)]


def _draw_foot(state: CollatedState, layout: BlockLayout, above: int, below: int) -> list[Line]:
    """Return a rule that counts the lines off the screen, and details of the selected moment."""
    signs = layout.signs
    hidden = f" {signs.dot} ".join(
        f"{count} line{'s' if count > 1 else ''} {where}"
        for count, where in ((above, "above"), (below, "below"))
        if count > 0
    )
    moment = state.selected
    parts: list[Part] = [(f" {state.index + 1} of {len(state.listed)} {signs.dot} ", "muted")]
    parts += _mark_carriers(moment, signs)
    shown = moment.article if state.article is None else state.article
    mark: Part = (article_mark(shown), f"{hue_name(shown)} strong")
    if state.article is not None:
        fullest: Part = (article_mark(moment.article), f"{hue_name(moment.article)} strong")
        parts += [(" the words of ", ""), mark, ("; fullest in ", ""), fullest]
    elif not moment.is_in_one_article:
        fullest_here: list[Part] = [(" fullest here in ", ""), mark]
        parts += fullest_here if parts_width([*parts, *fullest_here]) <= layout.width else []
    room = layout.width - parts_width(parts) - len(f" {signs.dot} ")
    if promise := next((each for each in (_PROMISE, _SHORT_PROMISE) if len(each) <= room), ""):
        parts.append((f" {signs.dot} {promise}", "muted"))
    return [rule_line(hidden, layout.width, signs), pad(parts, layout.width)]


def _introduce_articles(moment: CollatedMoment) -> str:
    """Return the words before the names of the articles that report a moment."""
    if moment.is_only_here:
        return "only in "
    return "only in " if moment.is_in_one_article else "told by "


def _mark_carriers(moment: CollatedMoment, signs: Signs) -> list[Part]:
    parts: list[Part] = [(_introduce_articles(moment), "")]
    for article in moment.articles:
        copy = signs.shared_copy if article in moment.copy else ""
        parts.append((f"{article_mark(article)}{copy} ", f"{hue_name(article)} strong"))
    return parts
