"""The passages from which a label may be taken, as the words of their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.story.labels.label_marks import skip_dateline
from reader.story.labels.phrase_bounds import PhraseWord

if TYPE_CHECKING:
    from reader.story.moment_words import Span, WordedPassage

MOST_PASSAGES = 3
"""So many passages of a moment are read for its label."""
LONGEST_LABEL = 60
"""Characters."""


class LabelSource(NamedTuple):
    """A passage from which a label may be taken."""

    worded: WordedPassage
    spans: Sequence[Span]
    """The stretches of its paragraph in which the label may be."""
    is_quoted: bool = False
    """Whether these are quotations."""


def split_words(source: LabelSource) -> Iterator[list[PhraseWord]]:
    """Yield the words of every sentence, as far as they are in the spans of a source."""
    passage, story_words, sentences = source.worded
    text = passage.paragraph.text
    for sentence in sentences:
        for span in source.spans:
            last = min(span[1], sentence[1])
            first = skip_dateline(text, max(span[0], sentence[0]), last)
            words = [word for word in story_words if first <= word.start and word.end <= last]
            if words:
                ends = [first, *(word.end for word in words)]
                yield [
                    PhraseWord.read(text, end, word) for end, word in zip(ends, words, strict=False)
                ]


def find_most_told(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> float:
    """Return the weight of the stretch of a label's length that weighs most."""
    most = 0.0
    for source in sources:
        first, told = 0, 0.0
        words = source.worded.words
        for at, word in enumerate(words):
            told += telling.get(word.stem, 0.0)
            while first < at and word.end - words[first].start > LONGEST_LABEL:
                told -= telling.get(words[first].stem, 0.0)
                first += 1
            most = max(most, told)
    return most or 1.0
