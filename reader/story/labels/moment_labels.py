"""Labels of moments: the shortest printed words of a passage that tell what it is about.

A label is a clause of one sentence, from its subject on, that ends where a phrase does; a quotation
may be its own, from its beginning. Of all such stretches the one is taken that has most of what the
articles share. Where no clause fits it is what the passage begins with; in languages whose clauses
are not found, a phrase.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.story.differences.difference import COMPARED_LANGUAGES
from reader.story.labels.label_marks import (
    closes_quotation,
    find_closing_mark,
    follows_sign,
    leaves_open,
)
from reader.story.labels.label_sentence import LabelSentence
from reader.story.labels.label_sources import (
    MOST_PASSAGES,
    LabelSource,
    find_most_told,
    split_words,
)

if TYPE_CHECKING:
    from reader.articles import Passage

_LATER = 0.1
"""What a label loses for every sentence before it."""
_LATER_AT_MOST = 3


class _Label(NamedTuple):
    value: float
    passage: Passage
    start: int
    end: int


def choose_label(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> Passage | None:
    """Return the words of one of the passages that say most, None where there are none.

    Args:
        sources: the passages of a moment.
        telling: the weights of the stems that count.
    """
    sources = sources[:MOST_PASSAGES]
    most = find_most_told(sources, telling)
    best = max(
        (
            label
            for source in sources
            if (label := _best_of_passage(source, telling, most)) is not None
        ),
        key=lambda label: label.value,
        default=None,
    )
    return best and replace(best.passage, start=best.start, end=best.end)


def _best_of_passage(
    source: LabelSource, telling: Mapping[str, float], most: float
) -> _Label | None:
    best: _Label | None = None
    is_english = source.worded.passage.article.language in COMPARED_LANGUAGES
    for number, words in enumerate(split_words(source)):
        late = _LATER * min(number, _LATER_AT_MOST)
        after = source.worded.passage.paragraph.text[words[-1].end :][:2]
        is_closed = closes_quotation(after[:1]) or closes_quotation(after)
        sentence = LabelSentence(words, telling, most, is_english, is_closed, source.is_quoted)
        rated = list(sentence.rate_clauses())
        if source.is_quoted:
            rated += sentence.rate_beginnings()
        if not (rated or is_english):
            rated = list(sentence.rate_stretches())
        text = source.worded.passage.paragraph.text
        for value, first, last in rated:
            start, end = words[first].start, words[last].end
            is_better = best is None or value - late > best.value
            if is_better and not leaves_open(text[start:end]):
                start -= follows_sign(text, start, end)
                end += find_closing_mark(text, start, end)
                best = _Label(value - late, source.worded.passage, start, end)
    return best
