"""What stands after a story: credits, notes on the text and its writer, appeals, lists."""

from __future__ import annotations

from reader.articles.furniture import boilerplate, prose
from reader.articles.furniture.roles import LONGEST_FURNITURE, Layout, Role
from reader.articles.furniture.writer_lines import is_about_writer, presents_writer
from reader.articles.metadata.bylines import is_wire_credit
from reader.articles.metadata.header_fields import is_source

# A site may follow a story with so many paragraphs about itself.
_APPEALS = 3
_MOST_APPEALS = 12
_LONGEST_TRAILING_WORDS = 14
_BULLETS = ("•", "-", "–", "*", "·", "◦", "‣", "▪", "●")
_FEWEST_NUMBERS = 3
_MOST_WORDS_BELOW_ROW = 3
_END_MARKS = ("♦", "■", "∎", "◼", "⬛", "●", "◆")
_LONGEST_BIOGRAPHY = 2


def mark_tail(layout: Layout) -> None:
    """Fold everything after the story: from the credit line or the first closing label on."""
    long = [
        role is Role.BODY and prose.is_long_prose(text)
        for role, text in zip(layout.roles, layout.texts, strict=True)
    ]
    total, before = sum(long), 0
    going_on = _story_after(layout)
    for position in range(layout.start, len(layout.texts)):
        before += long[position]
        if _ends_story(layout, position, total - before):
            layout.end = position + 1
            break
        if position > layout.start and _closes(
            layout, position, before, total - before, going_on[position]
        ):
            layout.end = position
            break
    _fold_trailing_lines(layout)


def _ends_story(layout: Layout, position: int, after: int) -> bool:
    """Has it the mark that magazines set at the end of a story?"""
    return layout.texts[position].endswith(_END_MARKS) and after <= _APPEALS


def _closes(layout: Layout, position: int, before: int, after: int, going_on: int) -> bool:
    """Does the story end here, with so many long paragraphs before and after?

    `going_on` are the paragraphs after it, long or short, that are neither the site's nor
    about the writer.
    """
    role, text = layout.roles[position], layout.texts[position]
    if len(text) > LONGEST_FURNITURE:
        return False
    if is_about_writer(text, layout.writers):
        return after == 0 and going_on <= _LONGEST_BIOGRAPHY
    if role is Role.CREDIT and not is_wire_credit(text):
        return after == 0
    if role is Role.CREDIT:
        return after <= min(max(before, _APPEALS), max(before // 4, _APPEALS), _MOST_APPEALS)
    if role is not Role.CHROME:
        return False
    if boilerplate.opens_comments(text):
        return before > 1 and after <= before
    if boilerplate.is_link_list_label(text) and going_on:
        return False
    return boilerplate.is_closing_label(text) and after <= min(before // 4, _APPEALS)


def _story_after(layout: Layout) -> list[int]:
    """For every position the number of paragraphs after it that look like a story's."""
    counts = [0] * len(layout.texts)
    count = 0
    for position in range(len(layout.texts) - 1, -1, -1):
        counts[position] = count
        text = layout.texts[position]
        if layout.roles[position] is Role.BODY and layout.prose[position] and text[-1] != "?":
            told = layout.is_free(position) and (
                boilerplate.addresses_reader(text) or is_about_writer(text, layout.writers)
            )
            count += not told
    return counts


def _fold_trailing_lines(layout: Layout) -> None:
    """From the end back: what is no sentence or no story's, until the story's last paragraph."""
    position = layout.end - 1
    while position > layout.start and (
        layout.roles[position] is not Role.BODY or _is_trailing(layout, position)
    ):
        position -= 1
    if position > layout.start or layout.prose[layout.start : layout.start + 1] == [True]:
        layout.end = position + 1
    for folded in range(layout.end, len(layout.texts)):
        if is_source(layout.texts[folded]):
            layout.roles[folded] = Role.LABEL
        elif layout.roles[folded] is Role.BODY:
            layout.roles[folded] = Role.CHROME


def _is_trailing(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    if len(text) > LONGEST_FURNITURE:
        return False
    if layout.prose[position]:
        return _is_trailing_prose(layout, position)
    if prose.is_cut_off(text) and layout.prose[position - 1]:
        return False
    return (
        prose.word_count(text) <= _LONGEST_TRAILING_WORDS
        and not text.startswith(_BULLETS)
        and not prose.ends_sentence(text)
        and not is_row(text)
        and not (
            is_row(layout.texts[position - 1]) and prose.word_count(text) <= _MOST_WORDS_BELOW_ROW
        )
    )


def _is_trailing_prose(layout: Layout, position: int) -> bool:
    text = layout.texts[position]
    if boilerplate.speaks_of_site(text) or presents_writer(text):
        return True
    beside = layout.is_chrome(position - 1) or layout.is_chrome(position + 1)
    return beside and boilerplate.speaks_of_site(text, near=True)


def is_row(text: str) -> bool:
    """Is it a row of a table, with words and several numbers, or a line of facts of a match?"""
    words = text.split()
    numbers = sum(word.strip(".,;:()+%-–").replace(",", "").isdigit() for word in words)
    return numbers >= _FEWEST_NUMBERS or (numbers > 0 and ". " in text and ":" in text)
