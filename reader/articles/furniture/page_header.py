"""The start of a page, before the story: navigation, title, summary, byline, date."""

from __future__ import annotations

from reader.articles.furniture.boilerplate import is_boilerplate
from reader.articles.furniture.captions import is_caption
from reader.articles.furniture.page_layout import PageLayout
from reader.articles.furniture.prose import count_words, ends_sentence, is_long_prose
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.writer_lines import presents_writer
from reader.articles.metadata.bylines import (
    are_writers,
    find_byline,
    is_job_title,
    is_signed,
    parse_names,
)
from reader.articles.metadata.credits import is_credit_line
from reader.articles.metadata.datelines import find_dateline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.header_fields import is_header_field, is_source_field
from reader.articles.metadata.post_times import is_post_time
from reader.articles.metadata.titles import find_title, is_first_line_headline

# More lines than this before fewer paragraphs of prose than that are no page header.
_LONGEST_PLAIN_HEADER = 10
_FEWEST_STORY_PARAGRAPHS = 3
# Paragraphs after the first one in which a byline or a dateline shows that it was a summary.
_SUMMARY_REACH = 6
_MOST_SUMMARY_PARAGRAPHS = 2
_MOST_WRITERS = 8
# Lines below the title in which the writers are named; lines above a paragraph with a byline.
_BYLINE_REACH = 60
_BYLINE_ABOVE_REACH = 2
_BIOGRAPHY_REACH = 3
# Lines at the end of the page that may repeat the names of the writers; characters of each.
_SIGNATURE_REACH = 12
_SIGNATURE_WIDTH = 300
# Characters of a paragraph that is taken for the story after a dateline though it is no prose.
_LONG_LINE = 80
_MOST_NAME_WORDS = 4
# Of a standfirst that is no sentence.
_FEWEST_STANDFIRST_WORDS = 7
# Of the words of a line without a sentence and of the title: as many in both is the title again.
_REPEATED_SHARE = 0.75
# Of a title; beside it a long paragraph is no title.
_FEWEST_TITLE_WORDS = 3
_MOST_PLACE_WORDS = 3


def mark_page_header(layout: PageLayout) -> None:
    """Find the start of the story, and assign a role to everything before it."""
    layout.story_start = _find_story_start(layout)
    for position in range(layout.story_start):
        if layout.roles[position] is PageRole.BODY:
            layout.roles[position] = _header_role(layout.texts[position])
    _unmark_first_line(layout)
    title = _find_title_position(layout)
    if title is None and _is_first_line_headline(layout):
        title = 0
    for position in range(layout.story_start):
        if position == title:
            layout.roles[position] = PageRole.TITLE
        elif layout.roles[position] is PageRole.BODY:
            is_heading = position in layout.given_roles and title is not None and position > title
            layout.roles[position] = PageRole.HEADING if is_heading else PageRole.BOILERPLATE
    if title is not None:
        _mark_standfirst(layout, title)
        _mark_unsigned_byline(layout, title)
        _mark_heading_of_first_post(layout, title)
    _remember_writers(layout)


def _unmark_first_line(layout: PageLayout) -> None:
    """Take the first line for no byline where it is unsigned and a signed one follows."""
    if layout.story_start and layout.roles[0] is PageRole.BYLINE and not is_signed(layout.texts[0]):
        below = range(1, layout.story_start)
        if any(layout.roles[at] is PageRole.BYLINE and is_signed(layout.texts[at]) for at in below):
            layout.roles[0] = PageRole.BODY


def _is_first_line_headline(layout: PageLayout) -> bool:
    start = layout.story_start
    return start > 0 and is_first_line_headline(
        layout.texts[0], layout.roles[0], layout.texts[start:]
    )


def _mark_standfirst(layout: PageLayout, title: int) -> None:
    """Mark the paragraphs right below the title, a byline or date between them left out.

    They are sentences, or one line of as many words as a label or a name has not.
    """
    found: list[int] = []
    for position in range(title + 1, layout.story_start):
        role = layout.roles[position]
        if role is PageRole.BOILERPLATE and _may_be_standfirst(layout, position, title):
            if found and not layout.is_prose[position]:
                break
            found.append(position)
        elif found or role not in (PageRole.BYLINE, PageRole.DATE):
            break
    if len(found) <= _MOST_SUMMARY_PARAGRAPHS:
        for position in found:
            layout.roles[position] = PageRole.STANDFIRST


def _may_be_standfirst(layout: PageLayout, position: int, title: int) -> bool:
    text = layout.texts[position]
    is_line = count_words(text) >= _FEWEST_STANDFIRST_WORDS and find_date(text) is None
    return (
        (layout.is_prose[position] or is_line)
        and position not in layout.given_roles
        and not is_boilerplate(text)
        and not is_caption(text)
        and not presents_writer(text)
        and text not in layout.texts[:position]
        and not _is_title_again(text, layout.texts[title])
    )


def _is_title_again(text: str, title: str) -> bool:
    """Return whether a line that is no sentence has nearly the words of the title."""
    if ends_sentence(text):
        return False
    words, others = set(text.lower().split()), set(title.lower().split())
    return len(words & others) >= _REPEATED_SHARE * max(len(words), len(others))


def _mark_heading_of_first_post(layout: PageLayout, title: int) -> None:
    """Mark the line between a time and the first paragraph, as on a live page, as a heading."""
    last = layout.story_start - 1
    if (
        last - 1 > title
        and layout.roles[last] is PageRole.BOILERPLATE
        and is_post_time(layout.texts[last - 1])
        and not any(find_date(text) for text in layout.texts[last - 1 : last + 1])
        and not is_boilerplate(layout.texts[last])
    ):
        layout.roles[last] = PageRole.HEADING


def _header_role(text: str) -> PageRole:
    if is_header_field(text):
        return PageRole.HEADER_FIELD
    date = find_date(text)
    if date:
        before, after = text[: date.span.start], text[date.span.stop :]
        if not is_signed(text) and (date.is_alone or _is_place(before)):
            return PageRole.DATE
        if is_source_field((before + after).strip()):
            return PageRole.DATE
    return PageRole.BYLINE if find_byline(text) else PageRole.BODY


def _remember_writers(layout: PageLayout) -> None:
    for position in range(layout.story_start):
        is_byline = layout.roles[position] is PageRole.BYLINE
        if is_byline and len(layout.writers) < _MOST_WRITERS:
            text = layout.texts[position]
            names = (find_byline(text) or parse_names(text)).writers or text
            layout.writers.add(names.lower())
            for name in names.replace(" and ", ", ").split(", "):
                if len(name.split()) > 1:
                    layout.writers.add(name.lower())


def _mark_unsigned_byline(layout: PageLayout, title: int) -> None:
    """Mark the names of the writers below the title where no line begins with "by"."""
    if PageRole.BYLINE in layout.roles[title : layout.story_start]:
        return
    position = _find_byline_with_date(layout, title)
    if position is None:
        position = _find_names(layout, title)
    if position is not None:
        layout.roles[position] = PageRole.BYLINE


def _find_byline_with_date(layout: PageLayout, title: int) -> int | None:
    for position in range(title + 1, min(layout.story_start, title + _BYLINE_REACH)):
        if layout.roles[position] is PageRole.DATE:
            byline = find_byline(layout.texts[position])
            if byline and byline.writers:
                return position
    return None


def _find_names(layout: PageLayout, title: int) -> int | None:
    """Return the line of nothing but names that something beside it shows to be the writers'."""
    candidates = [
        position
        for position in range(title + 1, min(layout.story_start, title + _BYLINE_REACH))
        if layout.roles[position] is PageRole.BOILERPLATE
        and not is_boilerplate(layout.texts[position])
        and are_writers(layout.texts[position])
    ]
    for position in candidates:
        if (
            _is_above_job_title(layout, position)
            or _is_beside_date_or_field(layout, position)
            or _is_repeated_at_end(layout, layout.texts[position])
        ):
            return position
    last = layout.story_start - 1
    if last in candidates and len(layout.texts[last].split()) <= _MOST_NAME_WORDS:
        return last
    return None


def _is_above_job_title(layout: PageLayout, position: int) -> bool:
    below = layout.texts[position + 1]
    return position + 1 < layout.story_start and (is_job_title(below) or below.startswith("@"))


def _is_beside_date_or_field(layout: PageLayout, position: int) -> bool:
    beside = layout.roles[max(position - 1, 0) : position + 2]
    return PageRole.DATE in beside or PageRole.HEADER_FIELD in beside


def _is_repeated_at_end(layout: PageLayout, names: str) -> bool:
    """Return whether the names occur once more in the last lines of the page."""
    lowered = names.lower()
    last = layout.texts[layout.story_start :][-_SIGNATURE_REACH:]
    return any(lowered in text[:_SIGNATURE_WIDTH].lower() for text in last)


def _find_story_start(layout: PageLayout) -> int:
    """Return the position of the first paragraph of the story; 0 where there is no prose."""
    start = _find_first_story_paragraph(layout)
    if start is None:
        early = (at for at in range(len(layout.texts)) if _may_begin_story(layout, at))
        start = next(early, 0)
    else:
        start = _skip_summary(layout, start)
    start = _skip_to_dateline(layout, _include_short_sentences(layout, start))
    is_short_story = sum(layout.is_prose[start:]) < _FEWEST_STORY_PARAGRAPHS
    return 0 if start > _LONGEST_PLAIN_HEADER and is_short_story else start


def _skip_to_dateline(layout: PageLayout, start: int) -> int:
    """Return the position of an agency's dateline that follows soon, or else `start`.

    The paragraphs above it are a caption or a summary.
    """
    reach = range(start, min(start + _SUMMARY_REACH, len(layout.texts)))
    if not reach or find_dateline(layout.texts[start]):
        return start
    for position in reach:
        dateline = find_dateline(layout.texts[position])
        if dateline and dateline.agency and dateline.place:
            return position
    return start


def _find_first_story_paragraph(layout: PageLayout) -> int | None:
    """Return the first paragraph that is long, has a dateline, or is a sentence before another."""
    previous = None
    for position, text in enumerate(layout.texts):
        if layout.roles[position] is not PageRole.BODY or _is_biography(layout, position):
            continue
        if _has_dateline(layout, position) or is_long_prose(text):
            return position
        candidate = position if _may_begin_story(layout, position) else None
        if candidate is not None and previous is not None:
            return previous
        # Below a byline a heading may follow the first paragraph at once.
        if (
            candidate is not None
            or previous is None
            or position > previous + 1
            or not _is_below_byline(layout, previous)
        ):
            previous = candidate
    return None


def _is_below_byline(layout: PageLayout, position: int) -> bool:
    above = layout.texts[max(position - _BYLINE_ABOVE_REACH, 0) : position]
    return any(find_byline(text) or _is_date_line(text) for text in above)


def _is_biography(layout: PageLayout, position: int) -> bool:
    """Return whether it presents the writer, below the byline."""
    above = layout.texts[max(position - _BIOGRAPHY_REACH, 0) : position]
    return presents_writer(layout.texts[position]) and any(find_byline(text) for text in above)


def _has_dateline(layout: PageLayout, position: int) -> bool:
    text = layout.texts[position]
    return (layout.is_prose[position] or len(text) > _LONG_LINE) and find_dateline(text) is not None


def _skip_summary(layout: PageLayout, start: int) -> int:
    """Return the first paragraph below a byline or a date that follows soon, or else `start`.

    The paragraphs above it are a summary.
    """
    if _has_dateline(layout, start):
        return start
    for position in range(start + 1, min(start + _SUMMARY_REACH, len(layout.texts))):
        text = layout.texts[position]
        if not (_is_date_line(text) or (find_byline(text) and not is_credit_line(text))):
            continue
        below = [
            at
            for at in range(position + 1, len(layout.texts))
            if layout.roles[at] is PageRole.BODY and layout.is_prose[at]
        ]
        above = sum(layout.is_prose[start:position])
        if above <= _MOST_SUMMARY_PARAGRAPHS and len(below) > above:
            return below[0]
    return start


def _include_short_sentences(layout: PageLayout, first: int) -> int:
    """Return the start of the story with the short sentences before its first long paragraph."""
    start = first
    while start > 0 and _may_begin_story(layout, start - 1):
        start -= 1
    return start


def _may_begin_story(layout: PageLayout, position: int) -> bool:
    text = layout.texts[position]
    if layout.roles[position] is not PageRole.BODY or _is_biography(layout, position):
        return False
    if not layout.is_prose[position] and not _is_short_sentence(text):
        return False
    if find_byline(text):
        return False
    if text.endswith(("?", "!", ":")) and position == 0:
        return False
    return not _is_date_line(text)


def _find_title_position(layout: PageLayout) -> int | None:
    for position in range(layout.story_start):
        if position in layout.given_roles and layout.roles[position] is PageRole.BODY:
            return position
    candidates = [
        position
        for position in range(layout.story_start)
        if layout.roles[position] is PageRole.BODY or position in layout.only_repeated
    ]
    # A title that ends like a sentence is rarer than a summary that does, and a long one is none
    # below another line that can be it.
    short = [at for at in candidates if not _is_long_sentence(layout, at)]
    if any(count_words(layout.texts[at]) >= _FEWEST_TITLE_WORDS for at in short):
        candidates = short
    candidates.sort(key=lambda position: layout.is_prose[position])
    return find_title(layout.texts, candidates, layout.story_start)


def _is_long_sentence(layout: PageLayout, position: int) -> bool:
    return layout.is_prose[position] and len(layout.texts[position]) > _LONG_LINE


def _is_date_line(text: str) -> bool:
    date = find_date(text)
    return date is not None and date.is_alone


def _is_short_sentence(text: str) -> bool:
    """Return whether it is a sentence of at least two words: `Let me explain.`"""
    return count_words(text) >= 2 and text[-1] in ".”" and ends_sentence(text)


def _is_place(before: str) -> bool:
    """Return whether only a place precedes the date, as in `Madrid - 23 abr 2024`."""
    words = before.strip(" -–—|,").split()
    return 0 < len(words) <= _MOST_PLACE_WORDS and all(word[0].isupper() for word in words)
