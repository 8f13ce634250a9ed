"""Assignment of a role to each paragraph of a text whose source marks no story.

The rules are general: they consider the place of a paragraph (before the story, after it,
between two of its paragraphs), repetition, known phrases, and whether it has a sentence.
None is about a particular site. In doubt a paragraph is part of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from reader.articles.furniture import boilerplate
from reader.articles.furniture.captions import is_caption, is_caption_label
from reader.articles.furniture.page_footer import mark_page_footer
from reader.articles.furniture.page_header import mark_page_header
from reader.articles.furniture.page_layout import LONGEST_FURNITURE, PageLayout
from reader.articles.furniture.prose import is_page_fragment
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.section_lines import mark_section_lines
from reader.articles.furniture.site_appeals import is_about_site
from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.correction_notes import is_correction
from reader.articles.metadata.credits import is_credit_line
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.header_fields import is_header_field, is_source_field
from reader.articles.metadata.outlet_lines import parse_outlet_with_agency
from reader.articles.metadata.post_times import is_date_label, is_post_time
from reader.text.quote_signs import ANY_OPENING

Progress = Callable[[float], None]
"""Called with the share of the work that is done, 0..1; may raise to stop the work."""

_PARAGRAPHS_PER_REPORT = 500
# The share of the work that the rules for single paragraphs are.
_SINGLE_PARAGRAPHS_SHARE = 0.8


def assign_roles(
    texts: Sequence[str],
    given_roles: Mapping[int, PageRole] | None = None,
    on_progress: Progress | None = None,
) -> list[PageRole]:
    """Return the role of each paragraph of an article, in order.

    Args:
        texts: the words of the paragraphs.
        given_roles: the roles that the source itself marks, by position.
        on_progress: called often with the share done in 0..1; may raise to stop the work.
    """
    layout = PageLayout(texts, given_roles or {})
    report = on_progress or ignore_progress
    mark_single_paragraphs(layout, lambda share: report(_SINGLE_PARAGRAPHS_SHARE * share))
    mark_beside_boilerplate(layout)
    marks = (mark_page_header, mark_page_footer, mark_section_lines)
    for done, mark in enumerate(marks, 1):
        mark(layout)
        report(_SINGLE_PARAGRAPHS_SHARE + (1 - _SINGLE_PARAGRAPHS_SHARE) * done / len(marks))
    return layout.roles


def mark_single_paragraphs(
    layout: PageLayout, on_progress: Progress | None = None, decided: Container[int] = ()
) -> None:
    """Assign the roles that paragraphs show by themselves, wherever they are.

    Args:
        layout: the page.
        on_progress: as for `assign_roles`.
        decided: the positions of paragraphs whose words need not be looked at.
    """
    report = on_progress or ignore_progress
    for position, text in enumerate(layout.texts):
        if position % _PARAGRAPHS_PER_REPORT == 0:
            report(position / len(layout.texts))
        if position in decided:
            continue
        if len(text) > LONGEST_FURNITURE and position not in layout.given_roles:
            continue
        is_labelled = position > 0 and is_caption_label(layout.texts[position - 1])
        layout.roles[position] = (
            PageRole.CAPTION if is_labelled else _single_role(layout, position, text)
        )


def mark_beside_boilerplate(layout: PageLayout) -> None:
    """Mark as boilerplate the neighbours of boilerplate that have words of a site."""
    for position, text in enumerate(layout.texts):
        if not layout.is_undecided(position) or position in layout.given_roles:
            continue
        if not layout.is_beside_boilerplate(position):
            continue
        if is_about_site(
            text, near_boilerplate=True, in_story=layout.in_story
        ) or boilerplate.starts_like_button(text):
            layout.roles[position] = PageRole.BOILERPLATE


def _single_role(layout: PageLayout, position: int, text: str) -> PageRole:
    given = layout.given_roles.get(position)
    if given not in (None, PageRole.HEADING):
        return PageRole.HEADER_FIELD if is_header_field(text) else PageRole.BOILERPLATE
    if is_source_field(text):
        return PageRole.HEADER_FIELD
    if is_credit_line(text):
        return PageRole.CREDIT
    if is_caption(text):
        return PageRole.CAPTION
    if (
        (
            boilerplate.is_boilerplate(text, in_story=layout.in_story)
            and not _introduces_quotation(layout, position)
        )
        or is_correction(text)
        or parse_outlet_with_agency(text) is not None
        or (is_page_fragment(text) and not find_byline(text))
        or (is_post_time(text) and not find_date(text))
        or is_date_label(text)
    ):
        return PageRole.BOILERPLATE
    if len(text) <= boilerplate.LABEL_WIDTH and layout.is_repeated(text):
        layout.only_repeated.add(position)
        return PageRole.BOILERPLATE
    return PageRole.BODY


def _introduces_quotation(layout: PageLayout, position: int) -> bool:
    """Return whether it ends with a colon above a paragraph in quotation marks."""
    below = layout.texts[position + 1 : position + 2]
    return layout.texts[position].endswith(":") and any(
        text.startswith(tuple(ANY_OPENING)) for text in below
    )


def ignore_progress(share: float) -> None:
    """Do nothing: the callback where none is given."""
