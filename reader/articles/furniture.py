"""Telling the story from what belongs to the site and the page.

The rules are general and look at a paragraph in its place: before the story or
after it, between two of its paragraphs, repeated, a known phrase, a line without a
sentence. None knows a site. In doubt a paragraph belongs to the story.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from reader.articles import appearance, wording
from reader.articles.article import ParagraphKind
from reader.articles.bylines import are_writers, find_byline, is_credit, is_post
from reader.articles.captions import is_caption
from reader.articles.datelines import find_dateline
from reader.articles.dates import find_date
from reader.articles.titles import find_title
from reader.articles.wordlists import words_by_section

_PARAGRAPHS_A_STEP = 500
_APPEARANCE = 0.8
_LONGEST_FURNITURE = 600
# A site may follow a story with so many paragraphs about itself.
_APPEALS = 3
_MOST_APPEALS = 12
# More lines without a sentence than this, before fewer paragraphs than that, are no head.
_LONGEST_PLAIN_HEAD = 10
_FEWEST_STORY_PARAGRAPHS = 3
_SUMMARY_REACH = 6
_LONGEST_SUMMARY = 2
_MOST_WRITERS = 8
_LONGEST_HEADING = 100
_LONGEST_HEADING_WORDS = 14
_LONGEST_LABEL = 250
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
    LABEL = auto()
    """A field of a header: `Author: Simon Lewis`."""
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
    marked: Mapping[int, Role] | None = None,
    progress: Callable[[float], None] | None = None,
) -> list[Role]:
    """The role of each paragraph of an article, in order.

    `marked` are the roles that the source itself gives to paragraphs, by position.
    `progress` is told the share done in 0..1, often; it may raise to stop the work.
    """
    roles = _Roles(paragraphs, marked or {})
    step = progress or _unheard
    roles.mark_by_appearance(lambda share: step(_APPEARANCE * share))
    for done, mark in enumerate((roles.mark_head, roles.mark_tail, roles.mark_middle)):
        step(_APPEARANCE + (1 - _APPEARANCE) * done / 3)
        mark()
    step(1.0)
    return roles.roles


def _unheard(share: float) -> None:
    """What is told of the progress when nobody asked."""


class _Roles:
    """The paragraphs of one article and the roles found so far; BODY until shown otherwise."""

    def __init__(self, paragraphs: Sequence[str], marked: Mapping[int, Role]) -> None:
        self.texts = paragraphs
        self._marked = marked
        self.roles = [Role.BODY] * len(paragraphs)
        self._prose = [
            position not in marked and appearance.is_prose(text)
            for position, text in enumerate(paragraphs)
        ]
        self._repeated = wording.repeated(paragraphs)
        self._only_repeated: set[int] = set()
        self._writers: set[str] = set()
        self._start = 0
        self._end = len(paragraphs)

    def mark_by_appearance(self, step: Callable[[float], None]) -> None:
        """What can be told of a paragraph wherever it stands."""
        for position, text in enumerate(self.texts):
            if position % _PARAGRAPHS_A_STEP == 0:
                step(position / len(self.texts))
            if len(text) > _LONGEST_FURNITURE and position not in self._marked:
                continue
            self.roles[position] = self._role_by_appearance(position, text)

    def mark_head(self) -> None:
        """Everything before the story: title, byline, date, page header."""
        self._start = self._story_start()
        for position in range(self._start):
            text = self.texts[position]
            if self.roles[position] is not Role.BODY:
                continue
            date = find_date(text)
            if is_label(text):
                self.roles[position] = Role.LABEL
            elif date and (date.alone or _is_place_and_date(text[: date.span.start])):
                self.roles[position] = Role.DATE
            elif find_byline(text):
                self.roles[position] = Role.BYLINE
        title = self._title()
        for position in range(self._start):
            if position == title:
                self.roles[position] = Role.TITLE
            elif self.roles[position] is Role.BODY:
                opens = position in self._marked and title is not None and position > title
                self.roles[position] = Role.HEADING if opens else Role.CHROME
        if title is not None:
            self._mark_unsigned_byline(title)
        for position in range(self._start):
            if self.roles[position] is Role.BYLINE and len(self._writers) < _MOST_WRITERS:
                byline = find_byline(self.texts[position])
                self._writers.add(((byline and byline.writers) or self.texts[position]).lower())

    def mark_tail(self) -> None:
        """Everything after the story: from the credit line or the first closing label on."""
        long = [
            role is Role.BODY and appearance.is_long_prose(text)
            for role, text in zip(self.roles, self.texts, strict=True)
        ]
        total, before = sum(long), 0
        for position in range(self._start, len(self.texts)):
            before += long[position]
            if position > self._start and self._closes(position, before, total - before):
                self._end = position
                break
        self._fold_trailing_lines()

    def mark_middle(self) -> None:
        """Lines without a sentence between paragraphs of the story."""
        lines = [
            position
            for position in range(self._start, self._end)
            if self.roles[position] is Role.BODY
            and not self._prose[position]
            and (
                not appearance.ends_sentence(self.texts[position])
                or self.texts[position][-1] == ":"
            )
        ]
        for position in self._marked:
            if self._start <= position < self._end and self.roles[position] is Role.BODY:
                self.roles[position] = Role.HEADING
        if len(lines) * 5 > (self._end - self._start) * 2 and len(lines) > 3:
            return
        listed = self._mark_link_lists(set(lines))
        for group in _neighbours([position for position in lines if position not in listed]):
            self._mark_group(group)
        questions = [
            position
            for position in range(self._start + 1, self._end - 1)
            if self._is_question_heading(position)
        ]
        # One question alone may be the writer's own.
        if len(questions) > 1 or Role.HEADING in self.roles:
            for position in questions:
                self.roles[position] = Role.HEADING

    def _role_by_appearance(self, position: int, text: str) -> Role:
        marked = self._marked.get(position)
        if marked not in (None, Role.HEADING):
            return Role.LABEL if is_label(text) else Role.CHROME
        if is_credit(text):
            return Role.CREDIT
        if is_caption(text):
            return Role.CAPTION
        if wording.is_phrase(text) or appearance.is_fragment_of_page(text):
            return Role.CHROME
        if self._is_repeated(text):
            self._only_repeated.add(position)
            return Role.CHROME
        return Role.BODY

    def _mark_unsigned_byline(self, title: int) -> None:
        """Names that stand below the title and beside the date are those of the writers."""
        for position in range(title + 1, self._start):
            beside = self.roles[max(position - 1, 0) : position + 2]
            if position + 2 < self._start and is_post(self.texts[position + 1]):
                beside.append(self.roles[position + 2])
            if (
                self.roles[position] is Role.CHROME
                and Role.DATE in beside
                and not wording.is_phrase(self.texts[position])
                and are_writers(self.texts[position])
            ):
                self.roles[position] = Role.BYLINE
                return

    def _closes(self, position: int, before: int, after: int) -> bool:
        """Does the story end here, with so many long paragraphs before and after?"""
        role = self.roles[position]
        if self._is_about_writer(position):
            return after == 0
        if role is Role.CREDIT:
            return after <= min(max(before, _APPEALS), max(before // 4, _APPEALS), _MOST_APPEALS)
        return (
            role is Role.CHROME
            and wording.is_closing_label(self.texts[position])
            and after <= min(before // 4, _APPEALS)
        )

    def _is_about_writer(self, position: int) -> bool:
        """Is it the name of a writer once more, or a line about one, below the story?"""
        text = self.texts[position]
        if len(text) > _LONGEST_FURNITURE or not self._writers:
            return False
        lowered = text.lower()
        return any(
            lowered == name
            or lowered.startswith((f"{name} is ", f"{name} has ", f"{name} covers "))
            for name in self._writers
        )

    def _story_start(self) -> int:
        """The position of the first paragraph of the story; 0 where there is no prose."""
        start = self._first_story_paragraph()
        if start is None:
            early = (at for at in range(len(self.texts)) if self._is_early_story(at))
            start = next(early, 0)
        else:
            start = self._after_byline(start)
        start = self._with_short_openers(start)
        if start > _LONGEST_PLAIN_HEAD and sum(self._prose[start:]) < _FEWEST_STORY_PARAGRAPHS:
            return 0
        return start

    def _first_story_paragraph(self) -> int | None:
        """The first that is long, or follows a dateline, or is a sentence before another one."""
        before = None
        for position, text in enumerate(self.texts):
            if self.roles[position] is not Role.BODY:
                continue
            if self._is_after_dateline(position) or appearance.is_long_prose(text):
                return position
            early = position if self._is_early_story(position) else None
            if early is not None and before is not None:
                return before
            before = early
        return None

    def _is_after_dateline(self, position: int) -> bool:
        text = self.texts[position]
        return (self._prose[position] or len(text) > 80) and find_dateline(text) is not None

    def _after_byline(self, start: int) -> int:
        """Go on past a summary that stands above the byline or the date."""
        if self._is_after_dateline(start):
            return start
        for position in range(start + 1, min(start + _SUMMARY_REACH, len(self.texts))):
            text = self.texts[position]
            date = find_date(text)
            if not ((date and date.alone) or (find_byline(text) and not is_credit(text))):
                continue
            rest = [
                at
                for at in range(position + 1, len(self.texts))
                if self.roles[at] is Role.BODY and self._prose[at]
            ]
            above = sum(self._prose[start:position])
            if above <= _LONGEST_SUMMARY and len(rest) > above:
                return rest[0]
        return start

    def _with_short_openers(self, first: int) -> int:
        """Take the short sentences before the first long paragraph into the story."""
        start = first
        while start > 0 and self._is_early_story(start - 1):
            start -= 1
        return start

    def _is_early_story(self, position: int) -> bool:
        text = self.texts[position]
        if self.roles[position] is not Role.BODY or find_byline(text):
            return False
        if not self._prose[position] and not _is_short_sentence(text):
            return False
        if text.endswith(("?", "!", ":")) and position == 0:
            return False
        date = find_date(text)
        return not (date and date.alone)

    def _title(self) -> int | None:
        for position in range(self._start):
            if position in self._marked and self.roles[position] is Role.BODY:
                return position
        free = [
            position
            for position in range(self._start)
            if self.roles[position] is Role.BODY or position in self._only_repeated
        ]
        # A title that ends like a sentence is rarer than a summary that does.
        free.sort(key=lambda position: self._prose[position])
        return find_title(self.texts, free, self._start)

    def _fold_trailing_lines(self) -> None:
        """From the end back: lines without a sentence, until the story's last paragraph."""
        position = self._end - 1
        while position > self._start and (
            self.roles[position] is not Role.BODY or self._is_trailing_line(position)
        ):
            position -= 1
        if position > self._start or self._prose[self._start : self._start + 1] == [True]:
            self._end = position + 1
        for folded in range(self._end, len(self.texts)):
            if is_source(self.texts[folded]):
                self.roles[folded] = Role.LABEL
            elif self.roles[folded] is Role.BODY:
                self.roles[folded] = Role.CHROME

    def _is_trailing_line(self, position: int) -> bool:
        text = self.texts[position]
        if appearance.is_cut_off(text) and self._prose[position - 1]:
            return False
        return (
            not self._prose[position]
            and appearance.word_count(text) <= _LONGEST_HEADING_WORDS
            and not text.startswith(_BULLETS)
            and not appearance.ends_sentence(text)
        )

    def _mark_link_lists(self, lines: set[int]) -> set[int]:
        """Fold the lines that follow a label like `Related stories`; give their positions."""
        listed: set[int] = set()
        in_list = False
        for position in range(self._start, self._end):
            text = self.texts[position]
            if self.roles[position] is Role.CHROME:
                starts = wording.is_link_list_label(text)
                in_list = starts or (in_list and not wording.is_list_end(text))
            elif position not in lines:
                in_list = in_list and self.roles[position] is not Role.BODY
            elif in_list:
                listed.add(position)
                self.roles[position] = Role.CHROME
        return listed

    def _mark_group(self, group: list[int]) -> None:
        """Name a run of neighbouring lines that are no sentences."""
        if len(group) > 2:
            return
        for position in group:
            text = self.texts[position]
            if _can_be_heading(text) and position + 1 < self._end and position > self._start:
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
        return bool(self._repeated) and len(text) <= 90 and wording.bare(text) in self._repeated


def is_label(text: str) -> bool:
    """Is it a field of a header, `Author: Simon Lewis`?"""
    key, colon, value = text.partition(":")
    return (
        bool(colon and value.strip())
        and len(text) <= _LONGEST_LABEL
        and key.strip().lower() in words_by_section("names")["labels"]
    )


def _is_short_sentence(text: str) -> bool:
    """`Let me explain.`"""
    return appearance.word_count(text) >= 3 and text[-1] in ".”" and appearance.ends_sentence(text)


def is_source(text: str) -> bool:
    """Is it the line `Source: Daily Star` below a story?"""
    return is_label(text) and text.lower().startswith("source") and len(text) <= 60


def _is_place_and_date(before: str) -> bool:
    """Is only a place before the date, as in `Madrid - 23 abr 2024`?"""
    words = before.strip(" -–—|,").split()
    return 0 < len(words) <= 3 and all(word[0].isupper() for word in words)


def _can_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and appearance.word_count(text) <= _LONGEST_HEADING_WORDS
        and not text.startswith((*_BULLETS, "(", "["))
        and not text[0].islower()
        and not text.endswith(",")
        and not appearance.is_cut_off(text)
        and not (text[0] in '“"«„' and text[-1] not in '”"»“')
    )


def _neighbours(positions: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for position in positions:
        if groups and groups[-1][-1] == position - 1:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups
