"""Alignment of two passages word by word: the words and runs of words that both have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from reader.text.stop_words import stop_words as known_stop_words
from reader.text.words import is_unspaced, stem_word, word_key, word_spans

WORDS_ALIGNED = 600
"""Most words of a passage, from its beginning, that are aligned."""
OCCURRENCES_ALIGNED = 64
"""A word is aligned at so many pairs of places at most, so that repetition stays cheap."""
NEAR_PREFIX = 5
"""Words with so many first letters in common that differ in endings only are near-equal."""
_FIRST_LETTERS = 3
"""Only words with stems that begin with the same letters, so many, are compared as near-equal."""
SLIP_LETTERS = 8
"""Words of so many letters are near-equal, too, if they differ by one slip of the pen."""


class Word(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    key: str
    is_common: bool
    """Whether it is a stop word, or one character of unspaced writing."""
    has_capital: bool
    """Whether it is printed with a capital letter, or in a script without them."""


class Run(NamedTuple):
    """Words that are in a row on both sides, as positions in the lists of words."""

    here: int
    there: int
    length: int


def find_words(text: str, stop_words: Container[str] | None = None) -> list[Word]:
    """Find the words of a text.

    Args:
        text: the text.
        stop_words: their keys, those of English if None.

    Returns:
        The first `WORDS_ALIGNED` words, in order.
    """
    if stop_words is None:
        stop_words = known_stop_words()
    found: list[Word] = []
    for start, end in islice(word_spans(text), WORDS_ALIGNED):
        printed = text[start:end]
        key = word_key(printed)
        is_common = key in stop_words or (len(key) == 1 and not key.isdigit())
        found.append(Word(start, end, key, is_common, not printed[0].islower()))
    return found


class WordIndex:
    """The words of a text as they are aligned: indexed once, aligned with many others.

    Args:
        words: those of `find_words`.
    """

    __slots__ = ("beginnings", "keys", "places", "starts", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.keys = [word.key for word in words]
        self.places: dict[str, list[int]] = {}
        """The positions of every key."""
        self.starts: dict[str, list[int]] = {}
        """Those of the words that begin no run by chance: not of stop words."""
        self.beginnings: dict[str, list[str]] = {}
        """The keys of words that are not common, by the first letters of their stems, in order."""
        said = set()
        for place, word in enumerate(words):
            self.places.setdefault(word.key, []).append(place)
            if not word.is_common:
                said.add(word.key)
            if not word.is_common or is_unspaced(word.key):
                self.starts.setdefault(word.key, []).append(place)
        for key in sorted(said):
            self.beginnings.setdefault(stem_word(key)[:_FIRST_LETTERS], []).append(key)


def align(here: WordIndex, there: WordIndex) -> tuple[Run, ...]:
    """The words and runs of words that both sides have, in any order, longest first.

    The longest run is taken first and its words are used up (greedy string tiling;
    Wise 1993), so passages in another order align as well as those in the same.
    Words are equal whatever their case, accents and typography, and so are near-equal
    ones (stabilise, stabilising). A stop word is aligned only inside a run.
    """
    words = here.words
    runs = []
    used_here: set[int] = set()
    used_there: set[int] = set()
    for run in sorted(_candidates(here, there), key=lambda r: (-r.length, r)):
        for tile in _unused(run, used_here, used_there):
            places = range(tile.here, tile.here + tile.length)
            if all(words[place].is_common for place in places) and not _unspaced_run(words, tile):
                continue
            runs.append(tile)
            used_here.update(places)
            used_there.update(range(tile.there, tile.there + tile.length))
    return tuple(sorted(runs, key=lambda r: (-r.length, r)))


def highlighted_slices(words: Sequence[Word], runs: Iterable[tuple[int, int]]) -> tuple[slice, ...]:
    """The slices of the text to highlight for runs of words (first word, length), in order.

    What is between two words of a run belongs to it, and so does what is between two runs
    without a word between them.
    """
    slices: list[slice] = []
    before = -1
    for first, length in sorted(runs):
        end = words[first + length - 1].end
        if slices and first == before:
            slices[-1] = slice(slices[-1].start, end)
        else:
            slices.append(slice(words[first].start, end))
        before = first + length
    return tuple(slices)


def _candidates(here: WordIndex, there: WordIndex) -> Iterator[Run]:
    """The longest runs through every two equal words that are not common."""
    equal = _equal_keys(here, there)
    keys = [equal.get(key, key) for key in here.keys] if equal else here.keys
    shared = here.starts.keys() & there.places.keys() | equal.keys()
    reached: dict[int, int] = {}
    for i in sorted(place for key in shared for place in here.starts[key]):
        key = here.keys[i]
        others = there.places[equal.get(key, key)]
        if len(others) * len(here.places[key]) > OCCURRENCES_ALIGNED:
            others = others[:1]
        for j in others:
            if reached.get(i - j, -1) >= i:
                continue
            start, end = _extended(keys, there.keys, i, j)
            reached[i - j] = end - 1
            yield Run(start, start - i + j, end - start)


def _extended(keys: list[str], other_keys: list[str], i: int, j: int) -> tuple[int, int]:
    start, other = i, j
    while start and other and keys[start - 1] == other_keys[other - 1]:
        start, other = start - 1, other - 1
    end, other = i + 1, j + 1
    while end < len(keys) and other < len(other_keys) and keys[end] == other_keys[other]:
        end, other = end + 1, other + 1
    return start, end


def _unused(run: Run, used_here: set[int], used_there: set[int]) -> Iterator[Run]:
    """The parts of a run of which no word is used up on either side."""
    start = 0
    for offset in range(run.length + 1):
        free = offset < run.length and not (
            run.here + offset in used_here or run.there + offset in used_there
        )
        if not free:
            if offset > start:
                yield Run(run.here + start, run.there + start, offset - start)
            start = offset + 1


def _equal_keys(here: WordIndex, there: WordIndex) -> dict[str, str]:
    """For words of `here` that `there` has only nearly: the key they have there."""
    near = {}
    for letters in here.beginnings.keys() & there.beginnings.keys():
        own, others = here.beginnings[letters], there.beginnings[letters]
        new = [other for other in others if other not in own]
        for key in own if new else ():
            if key not in others:
                found = next((other for other in new if are_near_equal(key, other)), None)
                if found is not None:
                    near[key] = found
    return near


@lru_cache(maxsize=16384)
def are_near_equal(key: str, other: str) -> bool:
    """Whether two different words are one word inflected, spelled or typed in two ways."""
    key, other = stem_word(key), stem_word(other)
    if key == other:
        return True
    shorter, longer = sorted((key, other), key=len)
    if len(shorter) < 4 or any(character.isdigit() for character in longer):
        return False
    prefix = 0
    while prefix < len(shorter) and shorter[prefix] == longer[prefix]:
        prefix += 1
    endings = shorter[prefix:], longer[prefix:]
    if prefix > NEAR_PREFIX and _ENDINGS.issuperset(endings):
        return True
    # Short words, names above all, are too often one slip from another: Jining, Jinping.
    return len(shorter) >= SLIP_LETTERS and _one_slip_apart(shorter[prefix:], longer[prefix:])


def _one_slip_apart(rest: str, longer: str) -> bool:
    """Whether one letter more, another letter or two letters exchanged is all the difference."""
    if len(rest) < len(longer):
        return rest == longer[1:]
    return rest[1:] == longer[1:] or (rest[1::-1] == longer[:2] and rest[2:] == longer[2:])


def _unspaced_run(words: Sequence[Word], run: Run) -> bool:
    return run.length > 1 and all(
        is_unspaced(words[place].key) for place in range(run.here, run.here + run.length)
    )


_ENDINGS = frozenset(
    {
        *("", "e", "s", "es", "ed", "d", "ing", "ings", "er", "ers"),
        *("y", "ies", "ied", "or", "ors", "ion", "ions", "ation", "ations", "ly", "al", "ally"),
        *("ic", "ical", "ment", "ments", "ise", "ize", "ises", "izes", "ised", "ized", "ising"),
        *("izing", "isation", "ization", "ity", "ness", "ance", "ence", "ant", "ent", "ese"),
        *("ian", "ians", "n", "ns", "en"),
    }
)
