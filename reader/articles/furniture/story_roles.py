"""The roles of paragraphs which something else, a page's marks, has told to be a story's.

There the place of a line says little: a short one before the first long paragraph is more
often a summary than chrome. Only what gives itself away is taken for furniture: by its
wording, by what stands beside it, by repeating what the page says of itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.classification import mark_asides, mark_by_appearance
from reader.articles.furniture.roles import Layout, Role
from reader.articles.furniture.section_lines import mark_link_lists
from reader.articles.furniture.writer_lines import is_about_writer, presents_writer
from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.dates import find_date

_MOST_AFTER_END = 8
_SUMMARY_REACH = 4
_LONGEST_BYLINE = 300
_LONGEST_SIGNATURE = 90
_SHORTEST_TITLE = 20
_LONGEST_SUMMARY = 300
_MOST_BYLINES = 2
_FEWEST_SUMMARY_WORDS = 6


def roles_of_story(
    marked: Sequence[Role | None],
    paragraphs: Sequence[str],
    told: Mapping[str, str] = MappingProxyType({}),
) -> list[Role]:
    """The role of each paragraph.

    Args:
        marked: the roles that the source gives, None where it gives none.
        paragraphs: the words.
        told: what the page says of the article beside its text, by the names of the fields.
    """
    layout = Layout(paragraphs, {}, in_story=True)
    mark_by_appearance(layout)
    for position in layout.only_repeated:
        layout.roles[position] = Role.BODY
    for position, role in enumerate(marked):
        if role is not None:
            layout.roles[position] = role
    if byline := told.get("byline"):
        names = byline[:_LONGEST_BYLINE].lower().split(",")
        layout.writers.update(name.strip() for name in names if name.strip())
    mark_asides(layout)
    lines = {
        position
        for position, text in enumerate(paragraphs)
        if layout.roles[position] is Role.BODY
        and not layout.prose[position]
        and not prose.ends_sentence(text)
    }
    mark_link_lists(layout, lines)
    _mark_head(layout, marked, told)
    _mark_tail(layout)
    for position, role in enumerate(marked):
        if role not in (None, Role.HEADING):
            layout.roles[position] = role
    _mark_headings_of_first_rank(layout)
    return layout.roles


def _mark_headings_of_first_rank(layout: Layout) -> None:
    """A page that has its headings in the rank of the title has but one title."""
    titles = [at for at, role in enumerate(layout.roles) if role is Role.TITLE]
    start = _first_prose(layout)
    for position in titles[1:]:
        if position > start:
            layout.roles[position] = Role.HEADING


def _mark_head(layout: Layout, marked: Sequence[Role | None], told: Mapping[str, str]) -> None:
    """Fold the title once more, the writers' names, and a summary above them."""
    start = _first_prose(layout)
    for position in range(start):
        text = layout.texts[position]
        if layout.roles[position] is Role.HEADING and _repeats(text, told.get("title", "")):
            layout.roles[position] = Role.TITLE
        elif layout.is_free(position) and marked[position] is None:
            layout.roles[position] = _role_in_head(text, told)
    last = None
    for position in range(start, min(start + _SUMMARY_REACH, len(layout.texts))):
        text = layout.texts[position]
        if layout.is_free(position) and not layout.prose[position]:
            role = _role_in_head(text, told)
            if role in (Role.BYLINE, Role.DATE):
                layout.roles[position] = role
        if layout.roles[position] in (Role.BYLINE, Role.DATE):
            last = position
    if last is not None:
        _fold_summary(layout, start, last)
    _fold_heading_summary(layout)


def _fold_summary(layout: Layout, start: int, signed: int) -> None:
    """Fold what sums up the story between its title and the byline or the date at `signed`.

    That is one short paragraph, and the story below is longer. More of them are the story's
    own, and so is one in a list of stories, where each has a summary and a byline.
    """
    above = [at for at in range(start, signed) if layout.roles[at] is Role.BODY]
    if (
        layout.roles.count(Role.BYLINE) <= _MOST_BYLINES
        and sum(layout.prose[at] for at in above) <= 1
        and sum(layout.prose[signed:]) > len(above)
        and all(len(layout.texts[at]) <= _LONGEST_SUMMARY for at in above)
    ):
        for position in above:
            layout.roles[position] = Role.CHROME


def _fold_heading_summary(layout: Layout) -> None:
    """A heading above the first paragraph that is alone there, and long, sums up the story."""
    start = _first_prose(layout)
    above = [at for at in range(start) if layout.roles[at] is Role.HEADING]
    if len(above) != 1:
        return
    signed = any(
        layout.roles[at] in (Role.BYLINE, Role.DATE, Role.CHROME) for at in range(above[0], start)
    )
    if signed and len(layout.texts[above[0]].split()) >= _FEWEST_SUMMARY_WORDS:
        layout.roles[above[0]] = Role.CHROME


def _role_in_head(text: str, told: Mapping[str, str]) -> Role:
    date = find_date(text)
    if date and date.alone:
        return Role.DATE
    if find_byline(text) or _begins_with_writer(text, told.get("byline", "")):
        return Role.BYLINE
    return Role.TITLE if _repeats(text, told.get("title", "")) else Role.BODY


def _begins_with_writer(text: str, byline: str) -> bool:
    """`Ewan ReidIsle News, Stornoway`: boxes of a page that had no space between them."""
    name = byline.split(",")[0].strip().lower()
    return (
        len(name.split()) > 1
        and len(text) <= _LONGEST_SIGNATURE
        and text.lower().startswith(name)
        and not prose.ends_sentence(text)
    )


def _repeats(text: str, title: str) -> bool:
    """Is it the title, or does it end with it, after the name of a section?"""
    return len(title) >= _SHORTEST_TITLE and text.endswith(title) and len(text) < 2 * len(title)


def _first_prose(layout: Layout) -> int:
    return next(
        (
            position
            for position, role in enumerate(layout.roles)
            if role is Role.BODY and layout.prose[position]
        ),
        0,
    )


def _mark_tail(layout: Layout) -> None:
    for position in range(_end(layout), len(layout.texts)):
        if layout.roles[position] in (Role.BODY, Role.HEADING):
            layout.roles[position] = Role.CHROME
    if Role.BODY not in layout.roles:
        return
    position = len(layout.texts) - 1
    while position > 0 and (
        layout.roles[position] is not Role.BODY or _is_of_site(layout, position)
    ):
        if layout.roles[position] in (Role.BODY, Role.HEADING):
            layout.roles[position] = Role.CHROME
        position -= 1


def _is_of_site(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    return layout.is_free(position) and (
        is_about_writer(text, layout.writers)
        or presents_writer(text)
        or boilerplate.speaks_of_site(text)
        or (_begins_with_by(text) and not layout.prose[position])
    )


def _begins_with_by(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and find_byline(text) is not None


def _end(layout: Layout) -> int:
    """Where the story ends: at a credit line or a closing label with but lines after it."""
    for position in range(max(len(layout.roles) - _MOST_AFTER_END, 1), len(layout.roles)):
        closes = layout.roles[position] is Role.CREDIT or (
            layout.roles[position] is Role.CHROME
            and boilerplate.is_closing_label(layout.texts[position])
        )
        rest = range(position + 1, len(layout.roles))
        if closes and not any(layout.prose[at] and layout.roles[at] is Role.BODY for at in rest):
            return position
    return len(layout.roles)
