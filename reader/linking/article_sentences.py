"""The sentences of one article as the linker counts them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import overload

from reader.linking.linker_input import LinkerInput
from reader.linking.statements import SentenceOffsets
from reader.text.sentences import split_sentences

IDENTICAL_WORDS = 6
"""A shorter sentence, in words, is never taken for identical to another."""

_NO_LETTERS = re.compile(r"[\W_]+")


class ArticleSentences(Sequence[str]):
    """The sentences of all paragraphs that may be linked, cut from the text at each access.

    A heading is one sentence.
    """

    def __init__(self, article: LinkerInput) -> None:
        self._texts = article.texts
        self._text_number = array("i")
        self._start = array("i")
        self._stop = array("i")
        self.paragraph = array("i")
        """For every sentence the position of its paragraph in the article."""
        self.position = array("i")
        """For every sentence its position in the paragraph, from 0."""
        self.share = array("f")
        """For every sentence the part, 0..1, that it is of its paragraph."""
        self.letters = array("q")
        """Equal for sentences with the same letters; 0 for one of less than `IDENTICAL_WORDS`."""
        for number, (paragraph, text, is_heading) in enumerate(article.texts):
            spans = (slice(0, len(text)),) if is_heading else split_sentences(text)
            whole = sum(span.stop - span.start for span in spans)
            for position, span in enumerate(spans):
                self._text_number.append(number)
                self._start.append(span.start)
                self._stop.append(span.stop)
                self.paragraph.append(paragraph)
                self.position.append(position)
                self.share.append((span.stop - span.start) / whole)
                self.letters.append(_hash_letters(text[span]))

    def offsets(self, paragraph_starts: Sequence[int]) -> SentenceOffsets:
        """The sentences by their offsets in the joined paragraphs of the article.

        Args:
            paragraph_starts: those of all paragraphs in the joined text.
        """
        starts, ends = array("q"), array("q")
        for paragraph, start, stop in zip(self.paragraph, self._start, self._stop, strict=True):
            starts.append(paragraph_starts[paragraph] + start)
            ends.append(paragraph_starts[paragraph] + stop)
        return SentenceOffsets(starts, ends)

    def __len__(self) -> int:
        return len(self._text_number)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        text = self._texts[self._text_number[place]][1]
        return text[self._start[place] : self._stop[place]]


def _hash_letters(sentence: str) -> int:
    if sentence.count(" ") < IDENTICAL_WORDS - 1:
        return 0
    return hash(_NO_LETTERS.sub("", sentence.casefold()))
