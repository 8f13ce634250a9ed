"""Runs of words that two English sentences share and that are no more than a name.

"The attorney general of Norland, Ann Lee" is a long run, yet says no more than one name: of whom
or what both sentences speak, and not what happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.text.stop_words import is_stop_word
from reader.text.words import stem_word, word_spans

CHARACTERS_READ = 1_000
"""Only so many characters of a sentence are read."""
LONG_NAME = 4
"""A run of names with so many content words looks like evidence."""
SHORT_NAME = 2
"""Beside one, runs of so many are names too."""


class _Word(NamedTuple):
    stem: str
    is_common: bool
    is_name: bool
    """Whether it has a capital inside the sentence."""


def find_shared_names(here: str, there: str) -> frozenset[str]:
    """Return the stems of the content words in shared runs of names.

    A word is of a name if either sentence prints it with a capital. Empty where no run is long.
    """
    words, others = _read_words(here), _read_words(there)
    runs = [frozenset(run) for run in _find_runs(words, others)]
    if all(len(run) < LONG_NAME for run in runs):
        return frozenset()
    return frozenset().union(*(run for run in runs if len(run) >= SHORT_NAME))


def _find_runs(words: Sequence[_Word], others: Sequence[_Word]) -> list[list[str]]:
    """The content words of every run of names that both sentences have."""
    positions: dict[str, list[int]] = {}
    for position, other in enumerate(others):
        positions.setdefault(other.stem, []).append(position)
    runs = []
    for start, word in enumerate(words):
        for start_there in positions.get(word.stem, ()) if not word.is_common else ():
            run = []
            for one, other in zip(words[start:], others[start_there:], strict=False):
                is_name = one.is_name or other.is_name
                if one.stem != other.stem or not (is_name or one.is_common):
                    break
                if not one.is_common:
                    run.append(one.stem)
            runs.append(run)
    return runs


@lru_cache(maxsize=1 << 12)
def _read_words(text: str) -> tuple[_Word, ...]:
    text = text[:CHARACTERS_READ]
    words: list[_Word] = []
    for start, end in word_spans(text):
        printed = text[start:end]
        opens = not words or text[start - 1] in '“"‘'
        is_name = printed[0].isupper() and not opens
        words.append(_Word(stem_word(printed), is_stop_word(printed), is_name))
    return tuple(words)
