"""The passages from which a label may be taken, as the words of their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.story.labels.label_marks import skip_dateline
from reader.story.labels.phrase_bounds import PhraseWord

if TYPE_CHECKING:
    from reader.story.moment_words import Span, WordedPassage

MOST_PASSAGES = 4
"""So many passages of a moment are read for its label."""
LONGEST_LABEL = 60
"""Characters of a label that is not long."""


class LabelSource(NamedTuple):
    """A passage from which a label may be taken."""

    worded: WordedPassage
    quoted: Sequence[Span] = ()
    """The stretches of its paragraph that are quotations."""
    is_quotation: bool = False
    """Whether the label is to be words of these."""


class LabelWords(NamedTuple):
    """The words of a sentence, or of what a quotation has of one."""

    words: list[PhraseWord]
    is_spoken: bool = False
    """Whether all of them are in a quotation."""


def split_words(source: LabelSource) -> Iterator[LabelWords]:
    """Yield the words of every sentence of a source, of its quotations where they are asked for.

    A sentence that is quoted in two pieces is no single quotation's.
    """
    passage, story_words, sentences = source.worded
    text = passage.paragraph.text
    for sentence in sentences:
        quoted = [span for span in source.quoted if span[0] < sentence[1] and sentence[0] < span[1]]
        if source.is_quotation and len(quoted) != 1:
            continue
        span = quoted[0] if source.is_quotation else sentence
        last = min(span[1], sentence[1])
        first = skip_dateline(text, max(span[0], sentence[0]), last)
        words = [word for word in story_words if first <= word.start and word.end <= last]
        if not words:
            continue
        ends = [first, *(word.end for word in words)]
        read = [PhraseWord.read(text, end, word) for end, word in zip(ends, words, strict=False)]
        within = any(start <= words[0].start and words[-1].end <= end for start, end in quoted)
        yield LabelWords(read, within)


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
