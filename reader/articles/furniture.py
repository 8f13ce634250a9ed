"""Telling the story from what belongs to the site and the page.

The rules are general and look at a paragraph in its place: before the story or
after it, between two of its paragraphs, repeated, a known phrase, a line without a
sentence. None knows a site. In doubt a paragraph belongs to the story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto

from reader.articles import appearance
from reader.articles.article import ParagraphKind
from reader.articles.bylines import find_byline, is_credit
from reader.articles.datelines import find_dateline
from reader.articles.dates import find_date
from reader.articles.wordlists import words_by_section

_PARAGRAPHS_A_STEP = 500
_LONGEST_HEADING = 100
_LONGEST_HEADING_WORDS = 14
_LONGEST_TITLE = 250
_LONGEST_TITLE_WORDS = 40
_BULLETS = ("•", "-", "–", "*", "·", "◦", "‣", "▪", "●")


class Role(Enum):
    """What a paragraph does; finer than its kind, for finding the metadata."""

    BODY = auto()
    HEADING = auto()
    TITLE = auto()
    BYLINE = auto()
    DATE = auto()
    CREDIT = auto()
    CAPTION = auto()
    CHROME = auto()

    @property
    def kind(self) -> ParagraphKind:
        if self is Role.BODY:
            return ParagraphKind.BODY
        if self is Role.HEADING:
            return ParagraphKind.HEADING
        return ParagraphKind.FURNITURE


def assign_roles(
    paragraphs: Sequence[str],
    headings: Collection[int] = (),
    progress: Callable[[float], None] | None = None,
) -> list[Role]:
    """The role of each paragraph of an article, in order.

    `headings` are the positions of those that are marked as headings in the source.
    `progress` is told the share done in 0..1, often; it may raise to stop the work.
    """
    roles = _Roles(paragraphs, headings)
    roles.mark_by_appearance(progress)
    roles.mark_head()
    roles.mark_tail()
    roles.mark_middle()
    return roles.roles


class _Roles:
    """The paragraphs of one article and the roles found so far; BODY until shown otherwise."""

    def __init__(self, paragraphs: Sequence[str], headings: Collection[int]) -> None:
        self.texts = paragraphs
        self._headings = headings
        self.roles = [Role.BODY] * len(paragraphs)
        self._prose = [appearance.is_prose(text) for text in paragraphs]
        self._repeated = appearance.repeated(paragraphs)
        self._start = 0
        self._end = len(paragraphs)

    def mark_by_appearance(self, progress: Callable[[float], None] | None = None) -> None:
        """What can be told of a paragraph wherever it stands."""
        for position, text in enumerate(self.texts):
            if progress and position % _PARAGRAPHS_A_STEP == 0:
                progress(position / len(self.texts))
            if len(text) > 600:
                continue
            if is_credit(text):
                self.roles[position] = Role.CREDIT
            elif appearance.is_caption(text):
                self.roles[position] = Role.CAPTION
            elif (
                appearance.is_phrase(text)
                or appearance.is_fragment_of_page(text)
                or self._is_repeated(text)
            ):
                self.roles[position] = Role.CHROME

    def mark_head(self) -> None:
        """Everything before the story: title, byline, date, page header."""
        self._start = self._story_start()
        for position in range(self._start):
            text = self.texts[position]
            if self.roles[position] is not Role.BODY:
                continue
            date = find_date(text)
            if date and date.alone:
                self.roles[position] = Role.DATE
            elif find_byline(text):
                self.roles[position] = Role.BYLINE
            elif _is_breadcrumb(text, self.texts[: self._start]):
                self.roles[position] = Role.CHROME
        title = self._title()
        for position in range(self._start):
            if self.roles[position] is Role.BODY:
                self.roles[position] = Role.TITLE if position == title else Role.CHROME

    def mark_tail(self) -> None:
        """Everything after the story: from the credit line or the first closing label on."""
        long = [
            role is Role.BODY and appearance.is_long_prose(text)
            for role, text in zip(self.roles, self.texts, strict=True)
        ]
        total, before = sum(long), 0
        for position in range(self._start, len(self.texts)):
            before += long[position]
            after = total - before
            if self.roles[position] is Role.CREDIT:
                closes = after < max(before, 1) or after == 0
            else:
                closes = (
                    self.roles[position] is Role.CHROME
                    and appearance.is_closing_label(self.texts[position])
                    and after <= 3
                    and after * 4 <= max(before, 1)
                )
            if closes and position > self._start:
                self._fold_from(position)
                return
        self._fold_trailing_lines()

    def mark_middle(self) -> None:
        """Lines without a sentence between paragraphs of the story."""
        lines = [
            position
            for position in range(self._start, self._end)
            if self.roles[position] is Role.BODY and not self._prose[position]
        ]
        if len(lines) * 5 > (self._end - self._start) * 2 and len(lines) > 3:
            return
        for group in _neighbours(lines):
            self._mark_group(group)
        for position in range(self._start + 1, self._end - 1):
            if self._prose[position] and self._is_question_heading(position):
                self.roles[position] = Role.HEADING

    def _story_start(self) -> int:
        """The position of the first paragraph of the story; 0 where there is no prose."""
        first = None
        for position, text in enumerate(self.texts):
            if self.roles[position] is not Role.BODY:
                continue
            if find_dateline(text) and (self._prose[position] or len(text) > 80):
                return position
            if appearance.is_long_prose(text):
                first = position
                break
        if first is None:
            first = next(
                (
                    position
                    for position, role in enumerate(self.roles)
                    if role is Role.BODY and self._is_early_story(position)
                ),
                None,
            )
            if first is None:
                return 0
        return self._with_short_openers(first)

    def _with_short_openers(self, first: int) -> int:
        """Take the short sentences before the first long paragraph into the story."""
        start = first
        while start > 0 and self.roles[start - 1] is Role.BODY and self._is_early_story(start - 1):
            start -= 1
        return start

    def _is_early_story(self, position: int) -> bool:
        text = self.texts[position]
        if not self._prose[position] or find_byline(text):
            return False
        if text.endswith(("?", "!", ":")) and position == 0:
            return False
        date = find_date(text)
        return not (date and date.alone)

    def _title(self) -> int | None:
        candidates = [
            position
            for position in range(self._start)
            if self.roles[position] is Role.BODY and _can_be_title(self.texts[position])
        ]
        if not candidates:
            return None
        head = self.texts[: self._start]
        for position in candidates:
            if any(_is_cut_title(line, self.texts[position]) for line in head):
                return position
        story = _content_words(" ".join(self.texts[self._start : self._start + 6])[:3000])
        for position in candidates:
            if len(_content_words(self.texts[position]) & story) >= 2:
                return position
        for position in candidates:
            if appearance.word_count(self.texts[position]) >= 5:
                return position
        return max(candidates, key=lambda position: len(self.texts[position]))

    def _fold_from(self, first: int) -> None:
        self._end = first
        for position in range(first, len(self.texts)):
            if self.roles[position] is Role.BODY:
                self.roles[position] = Role.CHROME

    def _fold_trailing_lines(self) -> None:
        """From the end back: lines without a sentence, until the story's last paragraph."""
        position = len(self.texts) - 1
        while position > self._start and (
            self.roles[position] is not Role.BODY or self._is_trailing_line(position)
        ):
            position -= 1
        if position > self._start or self._prose[self._start]:
            self._fold_from(position + 1)

    def _is_trailing_line(self, position: int) -> bool:
        text = self.texts[position]
        return (
            not self._prose[position]
            and appearance.word_count(text) <= _LONGEST_HEADING_WORDS
            and not text.startswith(_BULLETS)
            and not appearance.ends_sentence(text)
        )

    def _mark_group(self, group: list[int]) -> None:
        """Name a run of neighbouring lines that are no sentences."""
        before = self.texts[group[0] - 1] if group[0] else ""
        listed = appearance.is_link_list_label(before)
        if not listed and len(group) > 2:
            return
        for position in group:
            text = self.texts[position]
            if listed:
                self.roles[position] = Role.CHROME
            elif appearance.is_cut_off(text) and not text.startswith(("“", '"')):
                continue
            elif _can_be_heading(text) and position + 1 < self._end and position > self._start:
                self.roles[position] = Role.HEADING

    def _is_question_heading(self, position: int) -> bool:
        text = self.texts[position]
        if not text.endswith("?") or len(text) > _LONGEST_HEADING or '"' in text or "“" in text:
            return False
        return (
            text.split(None, 1)[0].lower() in words_by_section("names")["question words"]
            and appearance.word_count(text) <= 10
            and text.count(".") == 0
            and self.roles[position] is Role.BODY
            and len(self.texts[position + 1]) > len(text)
        )

    def _is_repeated(self, text: str) -> bool:
        return bool(self._repeated) and len(text) <= 90 and appearance.bare(text) in self._repeated


def _can_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and appearance.word_count(text) <= _LONGEST_HEADING_WORDS
        and not text.startswith(_BULLETS)
        and not text[0].islower()
        and not text.endswith(",")
    )


def _can_be_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and 2 <= appearance.word_count(text) <= _LONGEST_TITLE_WORDS
        and not appearance.is_cut_off(text)
    )


def _is_breadcrumb(line: str, head: Sequence[str]) -> bool:
    return any(line is not title and _is_cut_title(line, title) for title in head)


def _is_cut_title(line: str, title: str) -> bool:
    """Is `line` the title cut off with an ellipsis, with or without words before it?"""
    if line is title or not appearance.is_cut_off(line):
        return False
    cut = line.rstrip(".…[] ")
    position = cut.find(title[:20])
    return position >= 0 and len(title) >= 20 and title.startswith(cut[position:])


def _content_words(text: str) -> set[str]:
    return {
        word
        for word in (token.strip(".,:;!?'\"“”‘’()").lower() for token in text.split())
        if len(word) >= 4
    }


def _neighbours(positions: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for position in positions:
        if groups and groups[-1][-1] == position - 1:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups
