"""Assignment of a role to each paragraph of a story that the source itself marks as one.

Here the place of a line is weak evidence: a short one before the first long paragraph is more
often a summary than boilerplate. A line is furniture by its wording, by its neighbours, or
because it repeats the metadata of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reader.articles.furniture.boilerplate import is_closing_label
from reader.articles.furniture.classification import (
    mark_beside_boilerplate,
    mark_single_paragraphs,
)
from reader.articles.furniture.page_layout import PageLayout
from reader.articles.furniture.prose import count_words, ends_sentence
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.section_lines import mark_link_lists
from reader.articles.furniture.site_appeals import is_about_site
from reader.articles.furniture.writer_lines import is_about_writer, presents_writer
from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.quote_sources import is_below_quotation

# Paragraphs at the end among which the end of the story is searched.
_FOOTER_REACH = 8
# Paragraphs after the first one among which the byline is searched.
_BYLINE_REACH = 4
# A page with more bylines is a list of stories.
_MOST_BYLINES = 2
# Characters.
_LONGEST_STATED_BYLINE = 300
_LONGEST_SIGNATURE = 90
_LONGEST_SUMMARY = 300
_SHORTEST_TITLE = 20
_FEWEST_SUMMARY_WORDS = 6
# So often a page prints a notice beside everything that it embeds, and no story a paragraph.
_FEWEST_REPEATS = 3
_FEWEST_NOTICE_WORDS = 6
_QUESTION_MARKS = ("?", "？", "؟")


def assign_story_roles(
    given_roles: Sequence[PageRole | None],
    texts: Sequence[str],
    stated: Mapping[str, str] = MappingProxyType({}),
) -> list[PageRole]:
    """Return the role of each paragraph.

    Args:
        given_roles: the roles that the source marks, None where it marks none.
        texts: the words of the paragraphs.
        stated: what the page states of the article beside its text, by the names of the fields.
    """
    layout = PageLayout(texts, {}, in_story=True)
    _mark_single_paragraphs(layout, given_roles)
    layout.writers.update(_stated_writers(stated))
    _mark_notices(layout)
    mark_beside_boilerplate(layout)
    mark_link_lists(layout, _lines_without_sentence(layout))
    _mark_header(layout, given_roles, stated)
    _mark_footer(layout)
    for position, role in enumerate(given_roles):
        if role is not None and role is not PageRole.HEADING:
            layout.roles[position] = role
    _keep_first_title(layout)
    return layout.roles


def _mark_single_paragraphs(layout: PageLayout, given_roles: Sequence[PageRole | None]) -> None:
    decided = {
        position
        for position, role in enumerate(given_roles)
        if role not in (None, PageRole.HEADING)
    }
    mark_single_paragraphs(layout, decided=decided)
    for position in layout.only_repeated:
        layout.roles[position] = PageRole.BODY
    for position, role in enumerate(given_roles):
        if role is not None:
            layout.roles[position] = role


def _mark_notices(layout: PageLayout) -> None:
    """Mark paragraphs that the page prints again and again, with the lines repeated beside them.

    Sites put one notice in the place of each thing that is not loaded or that is sold.
    """
    # Counted one by one: a single call on 100,000 texts would keep keys waiting.
    counts: Counter[str] = Counter()
    for text in layout.texts:
        counts[text] += 1
    repeated = [
        position for position, text in enumerate(layout.texts) if counts[text] >= _FEWEST_REPEATS
    ]
    if len(repeated) * 2 > len(layout.texts):
        return
    notices = {
        position
        for position in repeated
        if count_words(layout.texts[position]) >= _FEWEST_NOTICE_WORDS
        and not _is_answered(layout, position, counts)
    }
    for position in repeated:
        if layout.roles[position] is PageRole.BODY and notices & {
            position - 1,
            position,
            position + 1,
        }:
            layout.roles[position] = PageRole.BOILERPLATE


def _is_answered(layout: PageLayout, position: int, counts: Mapping[str, int]) -> bool:
    """Return whether it is a question, put to several people, with one's answer below it."""
    if not layout.texts[position].endswith(_QUESTION_MARKS):
        return False
    below = layout.texts[position + 1 : position + 2]
    return any(layout.is_prose[position + 1] and counts[text] == 1 for text in below)


def _stated_writers(stated: Mapping[str, str]) -> list[str]:
    names = stated.get("byline", "")[:_LONGEST_STATED_BYLINE].lower().split(",")
    return [name.strip() for name in names if name.strip()]


def _lines_without_sentence(layout: PageLayout) -> set[int]:
    return {
        position
        for position, text in enumerate(layout.texts)
        if layout.roles[position] is PageRole.BODY
        and not layout.is_prose[position]
        and not ends_sentence(text)
    }


def _keep_first_title(layout: PageLayout) -> None:
    """Mark titles below the first as headings, as on pages where both have the same rank."""
    titles = [at for at, role in enumerate(layout.roles) if role is PageRole.TITLE]
    start = _find_first_prose(layout)
    for position in titles[1:]:
        if position > start:
            layout.roles[position] = PageRole.HEADING


def _mark_header(
    layout: PageLayout,
    given_roles: Sequence[PageRole | None],
    stated: Mapping[str, str],
) -> None:
    """Fold the title where it is repeated and the writers' names; mark a summary above them."""
    title = stated.get("title", "")
    start = _find_first_prose(layout)
    for position in range(start):
        text = layout.texts[position]
        if layout.roles[position] is PageRole.HEADING and _repeats_title(text, title):
            layout.roles[position] = PageRole.TITLE
        elif layout.is_undecided(position) and given_roles[position] is None:
            layout.roles[position] = _header_role(text, stated)
    last = None
    for position in range(start, min(start + _BYLINE_REACH, len(layout.texts))):
        if layout.is_undecided(position) and not layout.is_prose[position]:
            role = _header_role(layout.texts[position], stated)
            if role in (PageRole.BYLINE, PageRole.DATE):
                layout.roles[position] = role
        if layout.roles[position] in (PageRole.BYLINE, PageRole.DATE) and not is_below_quotation(
            layout.texts, position
        ):
            last = position
    if PageRole.STANDFIRST in given_roles:
        return
    if last is not None:
        _mark_summary(layout, start, last)
    if PageRole.STANDFIRST not in layout.roles:
        _mark_summary_heading(layout)


def _mark_summary(layout: PageLayout, start: int, signed: int) -> None:
    """Mark the summary of the story between its title and the byline or date at `signed`.

    A summary is one short paragraph above a longer story. Several paragraphs are the story's
    own, and so is one in a list of stories, where each has a summary and a byline.
    """
    above = [at for at in range(start, signed) if layout.roles[at] is PageRole.BODY]
    if (
        layout.roles.count(PageRole.BYLINE) <= _MOST_BYLINES
        and sum(layout.is_prose[at] for at in above) <= 1
        and sum(layout.is_prose[signed:]) > len(above)
        and all(len(layout.texts[at]) <= _LONGEST_SUMMARY for at in above)
    ):
        for position in above:
            layout.roles[position] = PageRole.STANDFIRST


def _mark_summary_heading(layout: PageLayout) -> None:
    """Mark a long heading above the first paragraph, if it is the only one and signed below."""
    start = _find_first_prose(layout)
    headings = [at for at in range(start) if layout.roles[at] is PageRole.HEADING]
    if len(headings) != 1:
        return
    heading = headings[0]
    header_roles = (PageRole.BYLINE, PageRole.DATE, PageRole.BOILERPLATE)
    is_signed = any(layout.roles[at] in header_roles for at in range(heading, start))
    if is_signed and len(layout.texts[heading].split()) >= _FEWEST_SUMMARY_WORDS:
        layout.roles[heading] = PageRole.STANDFIRST


def _header_role(text: str, stated: Mapping[str, str]) -> PageRole:
    date = find_date(text)
    if date and date.is_alone:
        return PageRole.DATE
    if find_byline(text) or _begins_with_writer(text, stated.get("byline", "")):
        return PageRole.BYLINE
    is_title = _repeats_title(text, stated.get("title", ""))
    return PageRole.TITLE if is_title else PageRole.BODY


def _begins_with_writer(text: str, byline: str) -> bool:
    """Return whether it reads `Ewan ReidIsle News, Stornoway`, boxes without space between."""
    name = byline.split(",")[0].strip().lower()
    return (
        len(name.split()) > 1
        and len(text) <= _LONGEST_SIGNATURE
        and text.lower().startswith(name)
        and not ends_sentence(text)
    )


def _repeats_title(text: str, title: str) -> bool:
    """Return whether the text is the title, or ends with it after the name of a section."""
    return len(title) >= _SHORTEST_TITLE and text.endswith(title) and len(text) < 2 * len(title)


def _find_first_prose(layout: PageLayout) -> int:
    """Return the position of the first paragraph of the story that is prose, or 0."""
    return next(
        (
            position
            for position, role in enumerate(layout.roles)
            if role is PageRole.BODY and layout.is_prose[position]
        ),
        0,
    )


def _mark_footer(layout: PageLayout) -> None:
    """Fold everything after the story."""
    story_roles = (PageRole.BODY, PageRole.HEADING)
    for position in range(_find_story_end(layout), len(layout.texts)):
        if layout.roles[position] in story_roles:
            layout.roles[position] = PageRole.BOILERPLATE
    if PageRole.BODY not in layout.roles:
        return
    position = len(layout.texts) - 1
    while position > 0 and (
        layout.roles[position] is not PageRole.BODY or _is_of_site(layout, position)
    ):
        if layout.roles[position] in story_roles:
            layout.roles[position] = PageRole.BOILERPLATE
        position -= 1


def _is_of_site(layout: PageLayout, position: int) -> bool:
    text = layout.texts[position]
    return layout.is_undecided(position) and (
        is_about_writer(text, layout.writers)
        or presents_writer(text)
        or is_about_site(text)
        or (_is_signature(text) and not layout.is_prose[position])
    )


def _is_signature(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and find_byline(text) is not None


def _find_story_end(layout: PageLayout) -> int:
    """Return the position of the credit line or closing label with nothing but lines after it."""
    for position in range(max(len(layout.roles) - _FOOTER_REACH, 1), len(layout.roles)):
        is_end = layout.roles[position] is PageRole.CREDIT or (
            layout.is_boilerplate(position) and is_closing_label(layout.texts[position])
        )
        if is_end and not any(
            layout.is_prose[at] and layout.roles[at] is PageRole.BODY
            for at in range(position + 1, len(layout.roles))
        ):
            return position
    return len(layout.roles)
