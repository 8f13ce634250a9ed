"""Labels of moments: the shortest printed words of a passage that tell what it is about.

A label is a sentence, or a main clause of one from its subject on that ends where nothing is
missing; a quotation may be its own. Of all such stretches the one is taken that has most of what
the articles share, and of every article. In languages whose clauses are not found it is a phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.story.differences.difference import COMPARED_LANGUAGES
from reader.story.labels.label_marks import add_signs, is_whole
from reader.story.labels.label_sentence import LabelSentence, Stretch
from reader.story.labels.label_sources import (
    MOST_PASSAGES,
    LabelSource,
    LabelWords,
    find_most_told,
    split_words,
)
from reader.story.labels.phrase_stretches import rate_phrases

if TYPE_CHECKING:
    from reader.articles import Passage

_LATER, _MUCH_LATER = 0.2, 0.3
"""What a label loses that is of the second sentence of its passage, and of a later one."""
_NOT_HELD = 1.0
"""What it loses where no article but its own has two of its words, in shares of these."""
_FEWEST_SHARED = 2


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
    stems: dict[int, set[str]] = defaultdict(set)
    for source in sources:
        position = source.worded.passage.article_position
        stems[position].update(word.stem for word in source.worded.words)
    sources = _take_of_each_article(sources)
    most = find_most_told(sources, telling)
    labels = (
        label
        for source in sources
        for label in _rate_passage(source, telling, most, tuple(stems.values()))
    )
    best = max(labels, key=lambda label: label.value, default=None)
    return best and replace(best.passage, start=best.start, end=best.end)


def _take_of_each_article(sources: Sequence[LabelSource]) -> list[LabelSource]:
    """Return so many passages as are read, the first ones of every article before others."""
    ranked, seen = [], defaultdict[int, int](int)
    for source in sources:
        position = source.worded.passage.article_position
        ranked.append((seen[position], source))
        seen[position] += 1
    return [source for _, source in sorted(ranked, key=lambda each: each[0])][:MOST_PASSAGES]


def _rate_passage(
    source: LabelSource, telling: Mapping[str, float], most: float, stems: Sequence[set[str]]
) -> Iterator[_Label]:
    """Yield the stretches of a passage that may be a label.

    Args:
        source: the passage.
        telling: the weights of the stems that count.
        most: the weight of the stretch that weighs most.
        stems: those of the passages of every article.
    """
    passage = source.worded.passage
    text = passage.paragraph.text
    for number, sentence in enumerate(split_words(source)):
        late = (0.0, _LATER, _MUCH_LATER)[min(number, 2)]
        for value, first, last in _rate_sentence(source, sentence, telling, most):
            words = sentence.words[first : last + 1]
            told = {word.stem for word in words if word.is_telling and word.stem in telling}
            start, end = add_signs(text, words[0].start, words[-1].end)
            if told and is_whole(text[start:end]):
                value -= late + _NOT_HELD * _find_lacking(told, stems)
                yield _Label(value, passage, start, end)


def _rate_sentence(
    source: LabelSource, sentence: LabelWords, telling: Mapping[str, float], most: float
) -> Iterable[Stretch]:
    words, is_quoted = sentence.words, source.is_quotation
    if source.worded.passage.article.language not in COMPARED_LANGUAGES:
        return rate_phrases(words, telling, most)
    is_spoken = sentence.is_spoken and not is_quoted
    return LabelSentence(words, telling, most, is_quoted, is_spoken).rate()


def _find_lacking(told: set[str], stems: Sequence[set[str]]) -> float:
    """Return in what share of the articles, 0..1, words of a label are missing."""
    if len(stems) == 1:
        return 0.0
    held = sum(min(_FEWEST_SHARED, len(told & own)) for own in stems)
    return 1 - held / (_FEWEST_SHARED * len(stems))
