"""The end of a page, after the story: credits, notes on the text and its writer, lists."""

from __future__ import annotations

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.line_text import LIST_MARKS
from reader.articles.furniture.page_layout import LONGEST_FURNITURE, PageLayout
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.site_appeals import addresses_reader, is_about_site
from reader.articles.furniture.writer_lines import is_about_writer, presents_writer
from reader.articles.metadata.credits import is_agency_credit
from reader.articles.metadata.header_fields import is_source_field

# Long paragraphs about itself with which a site may follow a story: always, and at most.
_FEWEST_APPEALS = 3
_MOST_APPEALS = 12
_MOST_TRAILING_WORDS = 14
_MOST_BIOGRAPHY_PARAGRAPHS = 2
_FEWEST_ROW_NUMBERS = 3
_MOST_WORDS_BELOW_ROW = 3
# Marks that magazines set after the last word of a story.
_END_MARKS = ("♦", "■", "∎", "◼", "⬛", "●", "◆")


def mark_page_footer(layout: PageLayout) -> None:
    """Find the end of the story, and fold everything after it."""
    is_long = [
        role is PageRole.BODY and prose.is_long_prose(text)
        for role, text in zip(layout.roles, layout.texts, strict=True)
    ]
    total, before = sum(is_long), 0
    story_after = _count_story_after(layout)
    for position in range(layout.story_start, len(layout.texts)):
        before += is_long[position]
        after = total - before
        if _has_end_mark(layout, position, after):
            layout.story_end = position + 1
            break
        if position > layout.story_start and _begins_footer(
            layout, position, before, after, story_after[position]
        ):
            layout.story_end = position
            break
    _fold_trailing_lines(layout)


def is_table_row(text: str) -> bool:
    """Return whether it is a row of a table, or a line of facts of a match.

    It has several numbers, or one number, a colon and a full stop.
    """
    numbers = sum(word.strip(".,;:()+%-–").replace(",", "").isdigit() for word in text.split())
    return numbers >= _FEWEST_ROW_NUMBERS or (numbers > 0 and ". " in text and ":" in text)


def _has_end_mark(layout: PageLayout, position: int, after: int) -> bool:
    return layout.texts[position].endswith(_END_MARKS) and after <= _FEWEST_APPEALS


def _begins_footer(
    layout: PageLayout, position: int, before: int, after: int, story_after: int
) -> bool:
    """Return whether the story ends before this paragraph.

    Args:
        layout: the page.
        position: of the paragraph.
        before: long paragraphs of the story before it.
        after: long paragraphs of the story after it.
        story_after: paragraphs after it, long or short, that are neither boilerplate nor
            about the writer.
    """
    role, text = layout.roles[position], layout.texts[position]
    if len(text) > LONGEST_FURNITURE:
        return False
    if is_about_writer(text, layout.writers):
        return after == 0 and story_after <= _MOST_BIOGRAPHY_PARAGRAPHS
    if role is PageRole.CREDIT:
        if not is_agency_credit(text):
            return after == 0
        most = min(max(before, _FEWEST_APPEALS), max(before // 4, _FEWEST_APPEALS), _MOST_APPEALS)
        return after <= most
    if role is not PageRole.BOILERPLATE:
        return False
    if boilerplate.is_comments_label(text):
        return before > 1 and after <= before
    if boilerplate.is_link_list_label(text) and story_after:
        return False
    return boilerplate.is_closing_label(text) and after <= min(before // 4, _FEWEST_APPEALS)


def _count_story_after(layout: PageLayout) -> list[int]:
    """Return for every position the number of paragraphs after it that seem to be a story's."""
    counts = [0] * len(layout.texts)
    count = 0
    for position in range(len(layout.texts) - 1, -1, -1):
        counts[position] = count
        text = layout.texts[position]
        if (
            layout.roles[position] is PageRole.BODY
            and layout.is_prose[position]
            and text[-1] != "?"
        ):
            is_other = layout.is_undecided(position) and (
                addresses_reader(text) or is_about_writer(text, layout.writers)
            )
            count += not is_other
    return counts


def _fold_trailing_lines(layout: PageLayout) -> None:
    """Move the end of the story back over lines that are no sentence or no story's."""
    position = layout.story_end - 1
    while position > layout.story_start and (
        layout.roles[position] is not PageRole.BODY or _is_trailing(layout, position)
    ):
        position -= 1
    first_is_prose = layout.is_prose[layout.story_start : layout.story_start + 1] == [True]
    if position > layout.story_start or first_is_prose:
        layout.story_end = position + 1
    for folded in range(layout.story_end, len(layout.texts)):
        if is_source_field(layout.texts[folded]):
            layout.roles[folded] = PageRole.HEADER_FIELD
        elif layout.roles[folded] is PageRole.BODY:
            layout.roles[folded] = PageRole.BOILERPLATE


def _is_trailing(layout: PageLayout, position: int) -> bool:
    text, above = layout.texts[position], layout.texts[position - 1]
    if len(text) > LONGEST_FURNITURE:
        return False
    if layout.is_prose[position]:
        return _is_trailing_prose(layout, position)
    if prose.is_cut_off(text) and layout.is_prose[position - 1]:
        return False
    words = prose.count_words(text)
    return (
        words <= _MOST_TRAILING_WORDS
        and not text.startswith(LIST_MARKS)
        and not prose.ends_sentence(text)
        and not is_table_row(text)
        and not (is_table_row(above) and words <= _MOST_WORDS_BELOW_ROW)
    )


def _is_trailing_prose(layout: PageLayout, position: int) -> bool:
    text = layout.texts[position]
    if is_about_site(text) or presents_writer(text):
        return True
    return layout.is_beside_boilerplate(position) and is_about_site(text, near_boilerplate=True)
