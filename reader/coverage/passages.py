"""A paragraph taken apart for its evidence: its quoted words, names, figures and speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.coverage.word_rarity import Rarity
from reader.linking.sentence_terms import family_and_stem
from reader.text.word_alignment import Run, Word

MOST_CAPITALS = 0.9
"""In a passage with a larger part of its words in capitals these are no sign of a name."""
_SPEAKS = frozenset(
    {
        *("said", "says", "told", "added", "stressed", "emphasized", "emphasised", "insisted"),
        *("continued", "warned", "claimed", "noted", "announced", "stated", "argued", "promised"),
        *("explained", "replied"),
    }
)
_SPEAKS_BEFORE_NAME = frozenset({"said", "says"})
_NOT_NAMES = frozenset({"he", "she", "they", "it", "we", "i", "the", "a", "an", "this", "that"})
_WITHIN = (" ", ". ", "-")
_BEFORE_SENTENCE = " \u00a0\"“”„«»'‘’([—–-"
DATES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    }
)
_OPENING, _CLOSING = "“„«「『", "”»」』"


class Side(NamedTuple):
    """One paragraph taken apart."""

    text: str
    words: Sequence[Word]
    quoted: Sequence[bool]
    """For every word whether it stands inside quotation marks."""
    sentences: Sequence[slice]
    sentence_of: Sequence[int]
    """For every word the position of its sentence."""
    weights: Sequence[float]
    """For every sentence how much its words say."""
    passage: Sequence[Word] = ()
    """The words of the sentences that match."""

    def within(self, sentences: set[int]) -> Side:
        """The same with the words of these sentences as its passage."""
        numbered = zip(self.words, self.sentence_of, strict=True)
        return self._replace(passage=[word for word, number in numbered if number in sentences])


def names_in(side: Side, rarity: Rarity) -> Iterator[list[Word]]:
    """Words in a row that are names, as far as capitals tell.

    A word that is printed without its capital elsewhere ("Court") can be part of a name,
    but not where a sentence begins or a heading has capitals throughout.
    """
    telling = [word for word in side.passage if not word.common]
    heading = sum(word.capital for word in telling) > MOST_CAPITALS * len(telling)
    sequence: list[Word] = []
    for word in side.passage:
        printed = side.text[word.start : word.end]
        named = (
            printed[0].isupper()
            and not word.common
            and word.key not in DATES
            and (rarity.is_name(printed) or not (heading or _opens_sentence(side.text, word)))
        )
        if sequence and not (named and side.text[sequence[-1].end : word.start] in _WITHIN):
            yield sequence
            sequence = []
        if named:
            sequence.append(word)
    if sequence:
        yield sequence


def is_named(word: Word) -> bool:
    """Whether it is printed as a name or a number is."""
    return word.capital or word.key[0].isdigit()


def _opens_sentence(text: str, word: Word) -> bool:
    """Whether a word is the first of its sentence, where every word has a capital."""
    before = text[max(0, word.start - 8) : word.start].rstrip(_BEFORE_SENTENCE)
    return not before or before[-1] in ".?!:…\n"


def in_both(sequence: Sequence[Word], passage: Sequence[Word]) -> Iterator[list[Word]]:
    """The longest parts of a name that stand in a row in the other passage too."""
    keys = [word.key for word in passage]
    begin = 0
    while begin < len(sequence):
        length = 0
        for place in range(len(keys)):
            size = 0
            while (
                begin + size < len(sequence)
                and place + size < len(keys)
                and sequence[begin + size].key == keys[place + size]
                and passage[place + size].capital
            ):
                size += 1
            length = max(length, size)
        if length:
            yield list(sequence[begin : begin + length])
        begin += max(length, 1)


def families_in(
    side: Side, language: str | None, shared: set[int]
) -> tuple[dict[int, dict[str, Word]], set[int]]:
    """The words of a passage by family and stem; families with a word that both sides have."""
    families: dict[int, dict[str, Word]] = {}
    told = set()
    passage = {word.start for word in side.passage}
    for number, word in enumerate(side.words):
        if word.common or word.start not in passage:
            continue
        found = family_and_stem(side.text[word.start : word.end], language)
        if found is not None:
            families.setdefault(found[0], {}).setdefault(found[1], word)
            if number in shared:
                told.add(found[0])
    return families, told


def speakers_in(side: Side) -> dict[str, str]:
    """Names that stand beside a reporting verb: how they are printed, by their keys."""
    found = {}
    for word, following in pairwise(side.words):
        if word.capital and following.key in _SPEAKS:
            name = word
        elif word.key in _SPEAKS_BEFORE_NAME and following.capital:
            name = following
        else:
            continue
        if name.key not in _NOT_NAMES and not name.key[0].isdigit():
            found[name.key] = side.text[name.start : name.end]
    return found


def is_figure(word: Word) -> bool:
    """Whether it is a number, a day or a month."""
    return word.key[0].isdigit() or (word.capital and word.key in DATES)


def quoted_words(text: str, words: Sequence[Word]) -> list[bool]:
    """For every word whether it stands between quotation marks of the paragraph."""
    flags = []
    depth, straight, position = 0, False, 0
    for word in words:
        for character in text[position : word.start]:
            if character in _OPENING:
                depth += 1
            elif character in _CLOSING:
                depth = max(0, depth - 1)
            elif character == '"':
                straight = not straight
        position = word.start
        flags.append(depth > 0 or straight)
    return flags


def quoted_on_both(here: Side, there: Side, run: Run) -> int:
    """How many words of a run stand in quotation marks on both sides."""
    return sum(
        here.quoted[run.here + offset] and there.quoted[run.there + offset]
        for offset in range(run.length)
    )
