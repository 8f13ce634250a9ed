"""A version of a quote as its article prints it: words, marks and the sentence around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.quote_versions import Version
from reader.text.quote_signs import ANGLES, ANY_CLOSING, ANY_OPENING
from reader.text.sentences import split_sentences

BETWEEN_PARTS = " … "
"""What is printed in place of the reporter's words between two pairs of marks."""
_LAST_SPACE = re.compile(r"\s+(?=\S*$)")
_DOUBLED = ("''", "``")
"""Quotation marks of two characters."""
_OPENING, _CLOSING = ANY_OPENING + "`", ANY_CLOSING
_SPACES_IN_MARKS = " \u00a0\u202f\u2009"
"""Spaces that French sets inside its marks."""


class PrintedWord(NamedTuple):
    """A word of a version with the characters printed around it."""

    before: str
    """Marks, brackets and signs that belong to the word and are printed before it."""
    word: str
    after: str
    """Commas, hyphens, brackets and marks that are printed after it."""
    gap: str
    """The white space between it and the next word; empty in “well-being” and in Chinese."""

    @property
    def text(self) -> str:
        """The word with the characters around it, without the gap."""
        return self.before + self.word + self.after


class PrintedVersion(NamedTuple):
    """A version with the text of its article, which its offsets refer to.

    Typography is never changed: only words are compared, marks and commas are the article's.
    """

    version: Version
    text: str

    def marks(self, part: int) -> tuple[str, str]:
        """Return the (opening, closing) mark around a part, each empty where there is none.

        A space between mark and words (« so ») belongs to the mark.
        """
        start, end = self.version.spans[part]
        return self._opening_mark(start), self._closing_mark(end)

    def _opening_mark(self, start: int) -> str:
        first = start
        while first and self.text[first - 1] in _SPACES_IN_MARKS:
            first -= 1
        if not first or self.text[first - 1] not in (_OPENING if first == start else ANGLES):
            return ""
        length = 2 if self.text[first - 2 : first] in _DOUBLED else 1
        return self.text[first - length : start]

    def _closing_mark(self, end: int) -> str:
        last = end
        while last < len(self.text) and self.text[last] in _SPACES_IN_MARKS:
            last += 1
        if self.text[last : last + 1] not in (*(_CLOSING if last == end else ANGLES),):
            return ""
        length = 2 if self.text[last : last + 2] in _DOUBLED else 1
        return self.text[end : last + length]

    def words(self) -> list[PrintedWord]:
        """Return every word with what is printed around it, without the marks of the version.

        The words of a part with their gaps are its text, character for character; the gap
        between two parts is `BETWEEN_PARTS`.
        """
        printed: list[PrintedWord] = []
        words = self.version.words
        before = ""
        for number, word in enumerate(words):
            if self.begins_part(number):
                before = self.text[self.version.spans[word.part][0] : word.start]
            after, gap, following = self._split_after(number)
            printed.append(PrintedWord(before, self.text[word.start : word.end], after, gap))
            before = following
        return printed

    def words_in_marks(self) -> list[PrintedWord]:
        """Return `words` with the marks joined to the first and the last word of each part."""
        printed, words = self.words(), self.version.words
        for number, word in enumerate(words):
            opening, closing = self.marks(word.part)
            if self.begins_part(number):
                printed[number] = printed[number]._replace(before=opening + printed[number].before)
            if self.begins_part(number + 1):
                printed[number] = printed[number]._replace(after=printed[number].after + closing)
        return printed

    def begins_part(self, number: int) -> bool:
        """Whether a word is the first one between its marks; also true of the one past the last."""
        words = self.version.words
        if number in (0, len(words)):
            return True
        return words[number].part != words[number - 1].part

    def _split_after(self, number: int) -> tuple[str, str, str]:
        """Return what is printed after a word, the gap, and what belongs to the next word."""
        words = self.version.words
        word = words[number]
        if self.begins_part(number + 1):
            after = self.text[word.end : self.version.spans[word.part][1]]
            return after, "" if number + 1 == len(words) else BETWEEN_PARTS, ""
        between = self.text[word.end : words[number + 1].start]
        space = _LAST_SPACE.search(between)
        if space is None:
            return between, "", ""
        return between[: space.start()], space.group(), between[space.end() :]

    def context(self, limit: int) -> tuple[str, str]:
        """Return the reporter's words (before, after) the version in its sentence.

        Args:
            limit: characters on either side, cut to whole words; 0 gives none.
        """
        if not limit:
            return "", ""
        spans = self.version.spans
        first = spans[0][0] - len(self.marks(0)[0])
        last = spans[-1][1] + len(self.marks(len(spans) - 1)[1])
        begin, end = self._sentence_around(first, last)
        return _last_words(self.text[begin:first], limit), _first_words(self.text[last:end], limit)

    def _sentence_around(self, first: int, last: int) -> tuple[int, int]:
        """Return the sentence that holds a span, or its paragraph where no sentence does."""
        begin = self.text.rfind("\n", 0, first) + 1
        end = self.text.find("\n", last)
        paragraph = self.text[begin : end if end >= 0 else len(self.text)]
        for sentence in split_sentences(paragraph):
            if begin + sentence.start <= first and last <= begin + sentence.stop:
                return begin + sentence.start, begin + sentence.stop
        return begin, begin + len(paragraph)


def _last_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[-limit:]
    return "… " + (cut.partition(" ")[2] or cut)


def _first_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return (cut.rpartition(" ")[0] or cut) + " …"
