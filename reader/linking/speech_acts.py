"""What kinds of speech act a text tells, and whose: denying, promising, demanding, opposing.

A statement and its summary in the reporter's words often share nothing but the speaker and the
kind of act. The words of every kind are in `data/speech_acts.txt`. English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.text.word_alignment import Word
from reader.text.word_lists import WordLists
from reader.text.words import stem_word

LANGUAGES_WITH_SPEECH_ACTS = (None, "en")
"""The list is English; it is also used where the language is not known."""
SPEAKER_WORDS = 12
"""The name of the speaker is looked for among so many words before the act, and as many after."""

_ACTS = WordLists(__file__, "speech_acts")
_NO_SPEAKERS = frozenset(
    {"he", "she", "they", "it", "we", "i", "this", "that", "who", "but", "and"}
)


class SpeechAct(NamedTuple):
    """What a speaker does by saying something."""

    kind: str
    """A section of `data/speech_acts.txt`."""
    speaker: str
    """The key of the last word of the nearest name."""


def find_speech_acts(words: Sequence[Word]) -> frozenset[SpeechAct]:
    """Find the speech acts that English words in a row tell, with the name nearest to each.

    Args:
        words: those of a paragraph, in order.

    Returns:
        Every act of which a name stands near; before it rather than behind.
    """
    stems = [stem_word(word.key, "en") for word in words]
    found = set()
    for position, kind in _find_kinds(stems):
        speaker = _find_speaker(words, position)
        if speaker is not None:
            found.add(SpeechAct(kind, speaker))
    return frozenset(found)


def _find_kinds(stems: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the positions at which words of a kind begin, and the kind."""
    known = _kinds()
    for position, stem in enumerate(stems):
        for phrase, kind in known.get(stem, ()):
            if tuple(stems[position : position + len(phrase)]) == phrase:
                yield position, kind


def _find_speaker(words: Sequence[Word], position: int) -> str | None:
    """The last word of the name nearest before a position, else of the next one behind."""
    for number in range(position - 1, max(position - 1 - SPEAKER_WORDS, -1), -1):
        if _may_be_name(words[number]):
            return words[number].key
    name = None
    for word in words[position + 1 : position + 1 + SPEAKER_WORDS]:
        if _may_be_name(word):
            name = word.key
        elif name is not None:
            break
    return name


def _may_be_name(word: Word) -> bool:
    is_word = word.key not in _NO_SPEAKERS and not word.key[0].isdigit()
    return word.has_capital and is_word and not word.is_common


@lru_cache(maxsize=1)
def _kinds() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases of all kinds, stemmed, with their kind, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, lines in _ACTS.lines.items():
        for entry in " ".join(lines).split(", "):
            phrase = tuple(stem_word(word, "en") for word in entry.rstrip(",").split())
            if phrase:
                found.setdefault(phrase[0], []).append((phrase, kind))
    return found
