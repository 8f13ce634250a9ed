"""Telling the story from what belongs to the site and the page.

The rules are general and look at a paragraph in its place: before the story or
after it, between two of its paragraphs, repeated, a known phrase, a line without a
sentence. None knows a site. In doubt a paragraph belongs to the story.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.captions import is_caption, labels_caption
from reader.articles.furniture.page_footer import mark_tail
from reader.articles.furniture.page_header import mark_head
from reader.articles.furniture.roles import LONGEST_FURNITURE, Layout, Role
from reader.articles.furniture.section_lines import mark_middle
from reader.articles.metadata.bylines import find_byline, is_credit
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.header_fields import is_label, is_source
from reader.articles.metadata.post_times import is_post_time

__all__ = ["Role", "assign_roles", "mark_asides", "mark_by_appearance"]

_PARAGRAPHS_A_STEP = 500
_APPEARANCE = 0.8


def assign_roles(
    paragraphs: Sequence[str],
    marked: Mapping[int, Role] | None = None,
    progress: Callable[[float], None] | None = None,
) -> list[Role]:
    """The role of each paragraph of an article, in order.

    `marked` are the roles that the source itself gives to paragraphs, by position.
    `progress` is told the share done in 0..1, often; it may raise to stop the work.
    """
    layout = Layout(paragraphs, marked or {})
    step = progress or _unheard
    mark_by_appearance(layout, lambda share: step(_APPEARANCE * share))
    mark_asides(layout)
    for done, mark in enumerate((mark_head, mark_tail, mark_middle)):
        mark(layout)
        step(_APPEARANCE + (1 - _APPEARANCE) * (done + 1) / 3)
    return layout.roles


def mark_by_appearance(layout: Layout, step: Callable[[float], None] | None = None) -> None:
    """What can be told of a paragraph wherever it stands."""
    step = step or _unheard
    for position, text in enumerate(layout.texts):
        if position % _PARAGRAPHS_A_STEP == 0:
            step(position / len(layout.texts))
        if len(text) > LONGEST_FURNITURE and position not in layout.marked:
            continue
        labelled = position > 0 and labels_caption(layout.texts[position - 1])
        layout.roles[position] = (
            Role.CAPTION if labelled else _role_by_appearance(layout, position, text)
        )


def mark_asides(layout: Layout) -> None:
    """What stands beside the site's lines and has its words."""
    for position, text in enumerate(layout.texts):
        if not layout.is_free(position) or position in layout.marked:
            continue
        if not (layout.is_chrome(position - 1) or layout.is_chrome(position + 1)):
            continue
        if boilerplate.speaks_of_site(
            text, near=True, in_story=layout.in_story
        ) or boilerplate.begins_like_button(text):
            layout.roles[position] = Role.CHROME


def _role_by_appearance(layout: Layout, position: int, text: str) -> Role:
    marked = layout.marked.get(position)
    if marked not in (None, Role.HEADING):
        return Role.LABEL if is_label(text) else Role.CHROME
    if is_source(text):
        return Role.LABEL
    if is_credit(text):
        return Role.CREDIT
    if is_caption(text):
        return Role.CAPTION
    if boilerplate.is_phrase(text, in_story=layout.in_story):
        return Role.CHROME
    if prose.is_fragment_of_page(text) and not find_byline(text):
        return Role.CHROME
    if is_post_time(text) and not find_date(text):
        return Role.CHROME
    if len(text) <= boilerplate.LABEL_WIDTH and layout.is_repeated(text):
        layout.only_repeated.add(position)
        return Role.CHROME
    return Role.BODY


def _unheard(share: float) -> None:
    """What is told of the progress when nobody asked."""
