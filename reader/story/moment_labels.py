"""Labels of moments: the shortest printed words of a passage that tell what it is about.

A label is a stretch of one sentence that begins and ends where a phrase does. Of all such
stretches the one is taken that has most of what the articles share and is most like a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from reader.story.phrase_bounds import (
    PhraseWord,
    has_verb,
    is_finite,
    rate_ends,
    rate_starts,
    reports_speech,
    turn_round,
)

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import Span, WordedPassage

LONGEST_LABEL = 60
"""Characters."""
_MOST_PASSAGES = 3
"""So many passages of a moment are read for its label."""

# What counts: how much of the telling words a stretch has, of what one of this length can have; how
# well it begins and ends; a verb; its length, in labels; commas in it; and sentences before it.
# Chosen on stories of three outlets, by reading the labels.
_TOLD, _START, _END, _VERB, _LENGTH, _COMMA, _LATER = 1.0, 0.3, 0.3, 0.5, 0.2, 0.15, 0.1
_LATER_AT_MOST = 3
_WHOLE = 0.15
"""What a whole sentence gains."""
_NAMES = 0.25
"""What a stretch loses whose telling words are names."""
_FEWEST_TELLING = 2
_SAYING = 0.25
"""What a stretch loses that has a reporting verb: what is said tells more than that it is."""
_CUT = 0.3
"""What a stretch loses that has a verb and not its subject."""
_SUBJECT = 0.15
"""What a stretch gains that has a word before its first verb: its subject, mostly."""
_TURNED = 0.5
"""What a stretch loses that states as a fact what its sentence doesn't."""
_LONE_WORD = 0.4
"""What a stretch with fewer telling words than two loses."""


class _Label(NamedTuple):
    value: float
    passage: Passage
    start: int
    end: int


class LabelSource(NamedTuple):
    """A passage from which a label may be taken."""

    worded: WordedPassage
    spans: Sequence[Span]
    """The stretches of its paragraph in which the label may be."""


def choose_label(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> Passage | None:
    """Return the words of one of the passages that tell most, None where there are none.

    Args:
        sources: the passages of a moment.
        telling: the weights of the stems that count.
    """
    sources = sources[:_MOST_PASSAGES]
    most = _most_told(sources, telling)
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


def first_words(worded: WordedPassage) -> Passage:
    """Return the words with which a passage begins, as many as a label may have.

    What is longer and no word of any language is cut.
    """
    passage = worded.passage
    if not worded.words:
        return replace(passage, end=min(passage.end, passage.start + LONGEST_LABEL))
    start = worded.words[0].start
    last = start + LONGEST_LABEL
    end = max((word.end for word in worded.words if word.end <= last), default=last)
    return replace(passage, start=start, end=end)


def _best_of_passage(
    source: LabelSource, telling: Mapping[str, float], most: float
) -> _Label | None:
    best: _Label | None = None
    for number, words in enumerate(_split_words(source)):
        late = _LATER * min(number, _LATER_AT_MOST)
        for value, first, last in _rate_stretches(words, telling, most):
            if best is None or value - late > best.value:
                start, end = words[first].start, words[last].end
                start -= _follows_currency_sign(source.worded.passage.paragraph.text, start)
                best = _Label(value - late, source.worded.passage, start, end)
    return best


def _split_words(source: LabelSource) -> Iterator[list[PhraseWord]]:
    """Yield the words of every sentence, as far as they are in the spans of a source."""
    passage, story_words, sentences = source.worded
    text = passage.paragraph.text
    for sentence in sentences:
        for span in source.spans:
            first, last = max(span[0], sentence[0]), min(span[1], sentence[1])
            words = [word for word in story_words if first <= word.start and word.end <= last]
            if words:
                ends = [first, *(word.end for word in words)]
                yield [
                    PhraseWord.read(text, end, word) for end, word in zip(ends, words, strict=False)
                ]


def _rate_stretches(
    words: Sequence[PhraseWord], telling: Mapping[str, float], most: float
) -> Iterator[tuple[float, int, int]]:
    """Yield the value of every stretch, with the positions of its first and last words."""
    starts, ends = rate_starts(words), rate_ends(words)
    opening = int(words[0].joins and len(words) > 1)
    if words[-1].end - words[opening].start <= LONGEST_LABEL:
        # A whole sentence may begin and end with any word that joins it to no other.
        starts[opening] = ends[-1] = 1.0
    verbs = [has_verb(word) for word in words]
    finite = [is_finite(word) for word in words]
    reporting = [reports_speech(word) for word in words]
    turned = turn_round(words)
    signs = list(accumulate(word.quote_signs for word in words))
    for first, start in enumerate(starts):
        if start is None:
            continue
        told = 0.0
        counted: set[str] = set()
        commas, verb, subject, reports, is_name, is_cut = 0, False, False, False, True, False
        begin = words[first].start
        for last in range(first, len(words)):
            word = words[last]
            length = word.end - begin
            if length > LONGEST_LABEL or (last > first and word.is_apart):
                break
            commas += last > first and word.follows_pause
            # The subject of a finite verb is cut off where a preposition governs the first noun.
            is_cut = is_cut or (start < 0 and (finite[last] or (commas > 0 and verbs[last])))
            verb = not is_cut and (verb or verbs[last])
            subject = subject or (verb and start > 0 and not (commas or verbs[first]))
            reports = reports or reporting[last]
            if word.stem in telling and word.stem not in counted:
                counted.add(word.stem)
                told += telling[word.stem]
                is_name = is_name and word.has_capital
            end = ends[last]
            crossed = signs[last] - signs[first]
            # A quotation is in a label as a whole, or the label in it.
            is_parted = crossed % 2 or (crossed and signs[first] % 2)
            if end is None or not counted or is_parted:
                continue
            value = _TOLD * told / most + _START * start + _END * end + _VERB * verb
            value -= _LENGTH * length / LONGEST_LABEL + _COMMA * commas
            value += _WHOLE * (first == opening and last == len(words) - 1) - _NAMES * is_name
            value -= _SAYING * reports + _CUT * is_cut
            value += _SUBJECT * subject - _TURNED * turned[first]
            yield value - _LONE_WORD * (len(counted) < _FEWEST_TELLING), first, last


def _follows_currency_sign(text: str, start: int) -> bool:
    return start > 0 and category(text[start - 1]) == "Sc"


def _most_told(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> float:
    """Return the weight of the stretch of a label's length that tells most."""
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
