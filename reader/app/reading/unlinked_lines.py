"""What the drawer says of a paragraph without links, and of articles without a link to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.app.reading.link_parts import (
    INDENT,
    LABEL_CHARACTERS,
    LinkedParagraph,
    name_article_part,
    reason_lines,
)
from reader.app.themes.signs import Signs, printed_score
from reader.app.widgets.line_widget import Line, Part, parts_width
from reader.articles import ParagraphKind, clean_line
from reader.coverage.comparable_articles import (
    explain_silence,
    find_comparable,
    find_surely_comparable,
)
from reader.linking import Link
from reader.linking.links import LOWEST_FLOOR
from reader.text.words import word_keys

if TYPE_CHECKING:
    from reader.coverage import Evidence

_ROOM_FOR_THRESHOLD = 64
"""The width in cells from which on the drawer names the threshold beside *perhaps*."""
_MARKS_NAMED = 12
"""Articles without a link that are named; of more, how many they are."""


def describe_unlinked(
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
        name_article_part(article),
        (f" ¶{nearest.there.number}", "strong"),
        (f" {printed_score(nearest.score)}", "key"),
        *where,
        (f"  {clean_line(nearest.there.article.label, LABEL_CHARACTERS)}", "muted"),
    )
    lines = [head, *reason_lines(explain(nearest).reasons, width, signs)]
    is_full = says_threshold or len(lines) >= room
    return lines if is_full else [*lines, *name_unlinked_articles(read, signs)]


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
        return [claim, *name_unlinked_articles(read, signs)]
    below = ", ( for more" if read.floor > LOWEST_FLOOR else ""
    return [
        (*claim, (f"  nothing {signs.at_least} {printed_score(read.floor)}{below}", "muted")),
    ]


def name_unlinked_articles(read: LinkedParagraph, signs: Signs) -> list[Line]:
    """Return the line that names the articles without a link to the paragraph, if any."""
    linked = {link.there.article_position for link in read.links}
    compared = find_comparable(read.articles, read.place.article)
    others = [article for article in compared if article not in linked]
    if not others:
        return []
    names = [part for article in others for part in (name_article_part(article), (" ", ""))]
    if len(others) > _MARKS_NAMED:
        names = [(f"{len(others)} articles ", "")]
    nothing = f"{INDENT}nothing {signs.at_least} {printed_score(read.floor)} in "
    below = " ( for more" if read.floor > LOWEST_FLOOR else ""
    return [((nothing, "muted"), *names, (below, "muted"))]
