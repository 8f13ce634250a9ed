"""A version of a quote as its article prints it: words, marks and the sentence around them."""

from __future__ import annotations

from typing import NamedTuple

from reader.quote_versions import Version
from reader.text.quote_signs import ANY_CLOSING, ANY_OPENING
from reader.text.sentences import split_sentences


class PrintedVersion(NamedTuple):
    """A version with the text of its article, which its offsets refer to.

    Typography is never changed: only words are compared, marks and commas are the article's.
    """

    version: Version
    text: str

    def marks(self, part: int) -> tuple[str, str]:
        """Return the (opening, closing) mark around a part, each empty where there is none."""
        start, end = self.version.spans[part]
        opening = self.text[start - 1] if start and self.text[start - 1] in ANY_OPENING else ""
        has_closing = end < len(self.text) and self.text[end] in ANY_CLOSING
        return opening, self.text[end] if has_closing else ""

    def opening(self, part: int) -> str:
        """Return the mark before a part and what is printed between it and the first word."""
        start, _ = self.version.spans[part]
        first = next((word.start for word in self.version.words if word.part == part), start)
        return self.marks(part)[0] + self.text[start:first]

    def after_word(self, number: int) -> str:
        """Return what is printed between a word and the next one, or the end of its part."""
        words = self.version.words
        word = words[number]
        end = self.version.spans[word.part][1]
        if number + 1 < len(words) and words[number + 1].part == word.part:
            end = words[number + 1].start
        return self.text[word.end : end]

    def words(self) -> list[str]:
        """Return every word with the commas, brackets and signs printed next to it."""
        printed = []
        before = ""
        for number, word in enumerate(self.version.words):
            between = self.after_word(number)
            cut = between.rfind(" ") + 1
            after, following = (between[:cut].rstrip(), between[cut:]) if cut else (between, "")
            printed.append(before + self.text[word.start : word.end] + after)
            before = following
        return printed

    def words_in_marks(self) -> list[str]:
        """Return `words` with the marks joined to the first and the last word of each part."""
        printed, words = self.words(), self.version.words
        for number, word in enumerate(words):
            if number == 0 or words[number - 1].part != word.part:
                printed[number] = self.opening(word.part) + printed[number]
            if number == len(words) - 1 or words[number + 1].part != word.part:
                printed[number] += self.marks(word.part)[1]
        return printed

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
    return "… " + cut[cut.find(" ") + 1 :]


def _first_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return cut[: max(0, cut.rfind(" "))] + " …"
