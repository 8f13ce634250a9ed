"""What stands before a story: page header, title, summary, byline, date."""

from __future__ import annotations

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.roles import Layout, Role
from reader.articles.furniture.writer_lines import presents_writer
from reader.articles.metadata.bylines import (
    are_writers,
    find_byline,
    is_credit,
    is_post,
    is_signed,
    writers_named,
)
from reader.articles.metadata.datelines import find_dateline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.header_fields import is_label, is_source
from reader.articles.metadata.post_times import is_post_time
from reader.articles.metadata.titles import find_title

# More lines without a sentence than this, before fewer paragraphs than that, are no head.
_LONGEST_PLAIN_HEAD = 10
_FEWEST_STORY_PARAGRAPHS = 3
_SUMMARY_REACH = 6
_LONGEST_SUMMARY = 2
_MOST_WRITERS = 8
_TAIL_REACH = 12
_LONG_LINE = 80
_MOST_UNSIGNED_WORDS = 4
_POST_REACH = 3
_SIGNED_REACH = 2
_BYLINE_REACH = 60


def mark_head(layout: Layout) -> None:
    """Name everything before the story, and find where the story starts."""
    layout.start = _story_start(layout)
    for position in range(layout.start):
        if layout.roles[position] is Role.BODY:
            layout.roles[position] = _role_in_head(layout.texts[position])
    title = _title(layout)
    for position in range(layout.start):
        if position == title:
            layout.roles[position] = Role.TITLE
        elif layout.roles[position] is Role.BODY:
            opens = position in layout.marked and title is not None and position > title
            layout.roles[position] = Role.HEADING if opens else Role.CHROME
    if title is not None:
        _mark_unsigned_byline(layout, title)
        _give_back_heading(layout, title)
    _remember_writers(layout)


def _give_back_heading(layout: Layout, title: int) -> None:
    """The line between a time and the first paragraph heads the first post of a live page."""
    above = layout.start - 1
    if (
        above - 1 > title
        and layout.roles[above] is Role.CHROME
        and is_post_time(layout.texts[above - 1])
        and not any(find_date(text) for text in layout.texts[above - 1 : above + 1])
        and not boilerplate.is_phrase(layout.texts[above])
    ):
        layout.roles[above] = Role.HEADING


def _role_in_head(text: str) -> Role:
    if is_label(text):
        return Role.LABEL
    date = find_date(text)
    if date and not is_signed(text) and (date.alone or _is_place_and_date(text[: date.span.start])):
        return Role.DATE
    if date and is_source((text[: date.span.start] + text[date.span.stop :]).strip()):
        return Role.DATE
    return Role.BYLINE if find_byline(text) else Role.BODY


def _remember_writers(layout: Layout) -> None:
    for position in range(layout.start):
        if layout.roles[position] is Role.BYLINE and len(layout.writers) < _MOST_WRITERS:
            text = layout.texts[position]
            names = (find_byline(text) or writers_named(text)).writers or text
            layout.writers.add(names.lower())
            for name in names.replace(" and ", ", ").split(", "):
                if len(name.split()) > 1:
                    layout.writers.add(name.lower())


def _mark_unsigned_byline(layout: Layout, title: int) -> None:
    """Names that stand below the title and beside the date are those of the writers."""
    head = range(title + 1, min(layout.start, title + _BYLINE_REACH))
    if Role.BYLINE in layout.roles[title : layout.start]:
        return
    for position in head:
        byline = (
            find_byline(layout.texts[position]) if layout.roles[position] is Role.DATE else None
        )
        if byline and byline.writers:
            layout.roles[position] = Role.BYLINE
            return
    possible = [
        position
        for position in head
        if layout.roles[position] is Role.CHROME
        and not boilerplate.is_phrase(layout.texts[position])
        and are_writers(layout.texts[position])
    ]
    for position in possible:
        beside = layout.roles[max(position - 1, 0) : position + 2]
        below = layout.texts[position + 1]
        posted = position + 1 < layout.start and (is_post(below) or below.startswith("@"))
        if (
            posted
            or Role.DATE in beside
            or Role.LABEL in beside
            or _signs_again(layout, layout.texts[position])
        ):
            layout.roles[position] = Role.BYLINE
            return
    last = layout.start - 1
    if last in possible and len(layout.texts[last].split()) <= _MOST_UNSIGNED_WORDS:
        layout.roles[last] = Role.BYLINE


def _signs_again(layout: Layout, names: str) -> bool:
    """Do the names stand once more in the last lines of the page?"""
    lowered = names.lower()
    return any(
        lowered in text[:300].lower() for text in layout.texts[layout.start :][-_TAIL_REACH:]
    )


def _story_start(layout: Layout) -> int:
    """The position of the first paragraph of the story; 0 where there is no prose."""
    start = _first_story_paragraph(layout)
    if start is None:
        early = (at for at in range(len(layout.texts)) if _is_early_story(layout, at))
        start = next(early, 0)
    else:
        start = _after_byline(layout, start)
    start = _at_dateline(layout, _with_short_openers(layout, start))
    few = sum(layout.prose[start:]) < _FEWEST_STORY_PARAGRAPHS
    return 0 if start > _LONGEST_PLAIN_HEAD and few else start


def _at_dateline(layout: Layout, start: int) -> int:
    """Go on to an agency's dateline that follows soon: a caption or a summary stands above it."""
    reach = range(start, min(start + _SUMMARY_REACH, len(layout.texts)))
    if not reach or find_dateline(layout.texts[start]):
        return start
    for position in reach:
        dateline = find_dateline(layout.texts[position])
        if dateline and dateline.agency and dateline.place:
            return position
    return start


def _first_story_paragraph(layout: Layout) -> int | None:
    """The first that is long, or follows a dateline, or is a sentence before another one."""
    before = None
    for position, text in enumerate(layout.texts):
        if layout.roles[position] is not Role.BODY or _presents_writer(layout, position):
            continue
        if _is_after_dateline(layout, position) or prose.is_long_prose(text):
            return position
        early = position if _is_early_story(layout, position) else None
        if early is not None and before is not None:
            return before
        # Below a byline a heading may follow the first paragraph at once.
        if (
            early is not None
            or before is None
            or position > before + 1
            or not _below_byline(layout, before)
        ):
            before = early
    return None


def _below_byline(layout: Layout, position: int) -> bool:
    above = layout.texts[max(position - _SIGNED_REACH, 0) : position]
    return any(find_byline(text) or ((date := find_date(text)) and date.alone) for text in above)


def _presents_writer(layout: Layout, position: int) -> bool:
    """Does it say who the writer is, below the byline?"""
    return presents_writer(layout.texts[position]) and any(
        find_byline(text) for text in layout.texts[max(position - _POST_REACH, 0) : position]
    )


def _is_after_dateline(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    return (layout.prose[position] or len(text) > _LONG_LINE) and find_dateline(text) is not None


def _after_byline(layout: Layout, start: int) -> int:
    """Go on past a summary that stands above the byline or the date."""
    if _is_after_dateline(layout, start):
        return start
    for position in range(start + 1, min(start + _SUMMARY_REACH, len(layout.texts))):
        text = layout.texts[position]
        date = find_date(text)
        if not ((date and date.alone) or (find_byline(text) and not is_credit(text))):
            continue
        rest = [
            at
            for at in range(position + 1, len(layout.texts))
            if layout.roles[at] is Role.BODY and layout.prose[at]
        ]
        above = sum(layout.prose[start:position])
        if above <= _LONGEST_SUMMARY and len(rest) > above:
            return rest[0]
    return start


def _with_short_openers(layout: Layout, first: int) -> int:
    """Take the short sentences before the first long paragraph into the story."""
    start = first
    while start > 0 and _is_early_story(layout, start - 1):
        start -= 1
    return start


def _is_early_story(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    if layout.roles[position] is not Role.BODY or _presents_writer(layout, position):
        return False
    if not layout.prose[position] and not _is_short_sentence(text):
        return False
    if find_byline(text):
        return False
    if text.endswith(("?", "!", ":")) and position == 0:
        return False
    date = find_date(text)
    return not (date and date.alone)


def _title(layout: Layout) -> int | None:
    for position in range(layout.start):
        if position in layout.marked and layout.roles[position] is Role.BODY:
            return position
    free = [
        position
        for position in range(layout.start)
        if layout.roles[position] is Role.BODY or position in layout.only_repeated
    ]
    # A title that ends like a sentence is rarer than a summary that does.
    free.sort(key=lambda position: layout.prose[position])
    return find_title(layout.texts, free, layout.start)


def _is_short_sentence(text: str) -> bool:
    """`Let me explain.`"""
    return prose.word_count(text) >= 2 and text[-1] in ".”" and prose.ends_sentence(text)


def _is_place_and_date(before: str) -> bool:
    """Is only a place before the date, as in `Madrid - 23 abr 2024`?"""
    words = before.strip(" -–—|,").split()
    return 0 < len(words) <= 3 and all(word[0].isupper() for word in words)
