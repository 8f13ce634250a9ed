"""Runs of capitalised words, in which names are looked for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.abbreviations import known_abbreviations
from reader.text.values.lexemes import GLUED, HYPHENS, SPACED, WORD, is_whole
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.value_lists import list_words, title_words, words_of_no_person

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme

_MOST_WORDS = 9
_MOST_PARTICLES = 3
_STATES = ("us", "uk", "un", "eu")
"""Bodies that are written as initials: "U.S. Secretary"."""

_MODIFIER_ENDS = frozenset(
    (
        *("aligned", "appointed", "backed", "based", "born", "controlled", "educated", "elected"),
        *("endorsed", "era", "funded", "held", "led", "like", "linked", "made", "majority"),
        *("nominated", "owned", "run", "sponsored", "style", "supported", "trained"),
    )
)
"""Second words of compounds that describe a noun: "Vance-backed"."""


class NameWord(NamedTuple):
    """One word of a name: "Jean-Luc", "J.", "al-Masri"."""

    raw: str
    """Without a full stop or possessive."""
    start: int
    end: int
    after: int
    """Index of the lexeme after it."""
    is_possessive: bool
    suffix: str = ""
    """Of a surname alone with "Jr.": jr, or another one in lower case."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.raw.lower()

    @property
    def is_initial(self) -> bool:
        """Whether it is a letter with a full stop."""
        return len(self.raw) == 1 and self.end > self.start + 1


def name_run(lexemes: list[Lexeme], index: int) -> list[NameWord]:
    """Return the capitalised words from `index` on, with the particles between them."""
    words: list[NameWord] = []
    pending: list[NameWord] = []
    while index < len(lexemes) and len(words) < _MOST_WORDS:
        word = _name_word(lexemes, index)
        if word is None or (words and not _continues(lexemes, index)):
            break
        if _has_capital(word):
            words += [*pending, word]
            pending = []
        elif _is_particle(word) and len(pending) < _MOST_PARTICLES:
            pending.append(word)
        else:
            break
        index = word.after
        if word.is_possessive:
            break
    return words


def _has_capital(word: NameWord) -> bool:
    """Return whether a word or its second part has a capital: "Brandt", "al-Masri"."""
    return word.raw[0].isupper() or word.raw.partition("-")[2][:1].isupper()


def _is_particle(word: NameWord) -> bool:
    return word.raw.islower() and word.lower in list_words("person_titles", "particles")


def _continues(lexemes: list[Lexeme], index: int) -> bool:
    before, lexeme = lexemes[index - 1], lexemes[index]
    return lexeme.gap == SPACED or (lexeme.gap == GLUED and before.raw == ".")


def _name_word(lexemes: list[Lexeme], index: int) -> NameWord | None:
    lexeme = lexemes[index]
    if lexeme.kind != WORD or not is_whole(lexeme):
        return None
    raw, start, end, after = lexeme.raw, lexeme.start, lexeme.end, index + 1
    while (
        after + 1 < len(lexemes)
        and after < index + 6
        and lexemes[after].gap == lexemes[after + 1].gap == GLUED
        and lexemes[after].raw in HYPHENS
        and lexemes[after + 1].kind == WORD
    ):
        raw, end, after = f"{raw}-{lexemes[after + 1].raw}", lexemes[after + 1].end, after + 2
    possessive = raw.lower().endswith(("'s", "’s"))
    if possessive:
        raw, end = raw[:-2], end - 2
    elif _has_stop(lexemes, raw, after):
        end, after = lexemes[after].end, after + 1
    return NameWord(raw, start, end, after, possessive) if raw else None


def _has_stop(lexemes: list[Lexeme], raw: str, after: int) -> bool:
    """Return whether a full stop after the word belongs to it: an initial, "Dr.", "Jr."."""
    if after >= len(lexemes) or lexemes[after].raw != "." or lexemes[after].gap != GLUED:
        return False
    if len(raw) == 1:
        return raw.isupper()
    is_title_or_suffix = is_title(raw.lower()) or raw.lower() in ("jr", "sr")
    return is_title_or_suffix and raw.capitalize() in known_abbreviations()


def is_compound_modifier(word: str) -> bool:
    """Return whether a word describes what follows by another one: "Ohio-based"."""
    return word.rpartition("-")[2] in _MODIFIER_ENDS and "-" in word


def is_title(word: str) -> bool:
    """Return whether a word in lower case, without a full stop, is a title: "mr", "senator"."""
    return word in title_words()


def is_state(letters: str) -> bool:
    """Return whether letters are the initials of a state or union: "US"."""
    return letters.lower() in _STATES


def count_saint_words(lexemes: list[Lexeme], index: int) -> int:
    """Return how many words of the run at an index belong to a place such as "St. Louis"."""
    if lexemes[index].raw == "St":
        return 2
    is_after = index > 1 and lexemes[index - 1].raw == "." and lexemes[index - 2].raw == "St"
    return 1 if is_after else 0


@lru_cache(maxsize=1)
def _states_of_two_words() -> frozenset[str]:
    """Return the states whose first word begins no name: "south-carolina"."""
    states = (entry.partition("=")[0] for entry in list_words("person_titles", "states"))
    return frozenset(state for state in states if "-" in state)


def without_leading(words: list[NameWord]) -> tuple[list[NameWord], int]:
    """Drop the words at the start of a sentence that begin no name: "On Monday Ada Brandt"."""
    dropped = 0
    family = list_words("given_names", "family first")
    if len(words) > 1 and is_state(words[0].raw + words[1].raw):
        words, dropped = words[2:], 2
    while words and words[0].lower in words_of_no_person():
        if len(words) > 1 and f"{words[0].lower}-{words[1].lower}" in _states_of_two_words():
            words, dropped = words[2:], dropped + 2
            continue
        # "A. Barry Brandt": the article has no full stop.
        if words[0].is_initial and len(words) > 2:
            break
        if words[0].lower in family and len(words) > 1 and "-" in words[1].raw:
            break
        if len(words) > 1 and given_name_gender(words[0].raw):
            break
        words, dropped = words[1:], dropped + 1
    return words, dropped
