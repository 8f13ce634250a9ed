"""Phrases that may be labels in languages whose clauses are not found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.story.labels.label_sentence import Stretch
from reader.story.labels.label_sources import LONGEST_LABEL
from reader.story.labels.phrase_bounds import rate_ends, rate_starts, turn_round

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

# What counts: how a phrase begins and ends, and how much of the telling words it has; and what it
# loses for its length, for stating what its sentence doesn't, for a name alone, for one word alone.
_START, _END, _TOLD = 0.3, 0.45, 0.8
_LENGTH, _TURNED, _NAMES, _LONE_WORD = 0.1, 1.0, 0.25, 0.3
_FEWEST_TELLING = 2
_NO_CLAUSE = 1.0
"""What it loses for being no sentence."""


def rate_phrases(
    words: Sequence[PhraseWord], telling: Mapping[str, float], most: float
) -> Iterator[Stretch]:
    """Yield the phrases of a sentence with what they are worth.

    Args:
        words: of the sentence.
        telling: the weights of the stems that count.
        most: the weight of the stretch that weighs most.
    """
    if words[-1].end - words[0].start <= LONGEST_LABEL:
        if any(telling.get(word.stem) for word in words if word.is_telling):
            yield Stretch(_rate(words, telling, most) + _END, 0, len(words) - 1)
        return
    ends, turned = rate_ends(words), turn_round(words)
    for first, start in enumerate(rate_starts(words)):
        if start is None:
            continue
        for last in range(first, len(words)):
            is_long = words[last].end - words[first].start > LONGEST_LABEL
            if is_long or (last > first and words[last].follows_pause):
                break
            end, phrase = ends[last], words[first : last + 1]
            if end is not None and any(telling.get(word.stem) for word in phrase):
                value = _START * start + _END * end - _NO_CLAUSE - _TURNED * turned[first]
                yield Stretch(value + _rate(phrase, telling, most), first, last)


def _rate(words: Sequence[PhraseWord], telling: Mapping[str, float], most: float) -> float:
    """Return what words are worth by what they tell, whatever they begin and end with."""
    told = {word.stem: word for word in words if word.is_telling and telling.get(word.stem)}
    value = _TOLD * sum(telling[stem] for stem in told) / most
    value -= _NAMES * all(word.has_capital for word in told.values())
    value -= _LONE_WORD * (len(told) < _FEWEST_TELLING)
    return value - _LENGTH * (words[-1].end - words[0].start) / LONGEST_LABEL
