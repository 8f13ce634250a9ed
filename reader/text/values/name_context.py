"""Reads the words beside a name: role, suffix, and whom a spokesman speaks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.values.lexemes import APART, GLUED, SPACED, WORD, lexeme_at
from reader.text.values.name_runs import name_run
from reader.text.values.person_names import PersonName, gender_of
from reader.text.values.value_lists import list_words, words_of_no_person

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.name_runs import NameWord

_MOST_ROLE_WORDS = 6
_MOST_PRINCIPAL_WORDS = 3
_LONGEST_SMALL_WORD = 3
"""Letters of words such as "the" and "new", which are no part of a role."""
_AFTER_ROLE = frozenset(("of", "for", "at", "in", "who", "with", "and", "said", "told"))


def role_before(lexemes: list[Lexeme], index: int) -> str:
    """Return the role in lower case in front of a name: "fire chief"."""
    role, before = lexeme_at(lexemes, index - 1), lexeme_at(lexemes, index - 2)
    if index < 1 or lexemes[index].gap != SPACED or not role.raw.islower():
        return ""
    if role.lower not in list_words("person_titles", "roles"):
        return ""
    is_qualified = role.gap == SPACED and before.kind == WORD and _may_qualify_role(before)
    return f"{before.lower} {role.lower}" if is_qualified else role.lower


def _may_qualify_role(lexeme: Lexeme) -> bool:
    """Return whether a word may be part of a role: the "fire" of "fire chief"."""
    if not lexeme.raw.islower() or len(lexeme.lower) <= _LONGEST_SMALL_WORD:
        return False
    common = list_words("counting", "phrase ends") | words_of_no_person()
    return lexeme.lower not in common and not lexeme.lower.endswith("'s")


def with_suffix(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
    """Take the suffix after a comma: "Owen Marsh, Jr."."""
    rest = lexemes[after : after + 3]
    if len(rest) < 2 or rest[0].raw != "," or rest[1].lower not in ("jr", "sr"):
        return person
    stop = len(rest) == 3 and rest[2].raw == "." and rest[2].gap == GLUED
    return replace(person, end=rest[2].end if stop else rest[1].end, suffix=rest[1].lower)


def with_apposition(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
    """Read the role after a comma: "Ida Vance, the treasury minister", and who it is for."""
    if lexeme_at(lexemes, after).raw != ",":
        return person
    words = _small_words(lexemes, after + 1)
    at = after + 1 + len(words)
    # Where the words go on, more than a role was read.
    is_whole = len(words) < _MOST_ROLE_WORDS
    if words and words[0] in ("a", "an", "the", "his", "her"):
        words = words[1:]
    if not words or words[-1] not in list_words("person_titles", "roles"):
        return person
    role = " ".join(words)
    gender = person.gender or gender_of([], role, "")
    represents = ""
    if is_whole and words[-1] in list_words("person_titles", "representatives"):
        represents = _principal(lexemes, at)[0]
    return replace(person, role=person.role or role, gender=gender, represents=represents)


def _small_words(lexemes: list[Lexeme], index: int) -> list[str]:
    """Return the words in lower case from `index` on, up to a preposition and the like."""
    words: list[str] = []
    for lexeme in lexemes[index : index + _MOST_ROLE_WORDS]:
        is_word = lexeme.kind == WORD and lexeme.gap != APART and lexeme.raw.islower()
        if not is_word or lexeme.lower in _AFTER_ROLE:
            break
        words.append(lexeme.lower)
    return words


def unnamed_representative(lexemes: list[Lexeme], index: int) -> tuple[PersonName, int] | None:
    """Read "a spokesman for the board" that names no spokesman."""
    lexeme = lexemes[index]
    if lexeme.lower not in list_words("person_titles", "representatives"):
        return None
    if index > 1 and lexemes[index - 1].lower in ("a", "an", "the", "another"):
        # After "Tom Wiech, a spokesman" it is what he is.
        if lexemes[index - 2].raw == "," and index > 2 and lexemes[index - 3].raw[:1].isupper():
            return None
    elif index and lexemes[index - 1].raw == "," and lexemes[index - 2].raw[:1].isupper():
        return None
    principal, end, after = _principal(lexemes, index + 1)
    if not principal:
        return None
    gender = gender_of([], lexeme.lower, "")
    person = PersonName(lexeme.start, end, role=lexeme.lower, gender=gender, represents=principal)
    return person, after


def _principal(lexemes: list[Lexeme], index: int) -> tuple[str, int, int]:
    """Read "for the board": the words without an article, their end, and the index after."""
    nothing = "", 0, index
    if lexeme_at(lexemes, index).lower not in ("for", "of"):
        return nothing
    at = index + 1
    if lexeme_at(lexemes, at).lower in ("the", "a", "an"):
        at += 1
    if run := name_run(lexemes, at):
        return " ".join(word.raw for word in run), run[-1].end, run[-1].after
    words: list[str] = []
    ends = list_words("counting", "phrase ends") | list_words("person_titles", "speaking")
    for lexeme in lexemes[at : at + _MOST_PRINCIPAL_WORDS]:
        if lexeme.kind != WORD or lexeme.gap != SPACED or lexeme.lower in ends:
            break
        words.append(lexeme.lower)
    at += len(words)
    return (" ".join(words), lexemes[at - 1].end, at) if words else nothing


def possessive_representative(lexemes: list[Lexeme], words: list[NameWord]) -> PersonName | None:
    """Read "Ida Vance's spokesman"."""
    after = words[-1].after
    if after >= len(lexemes) or lexemes[after].gap == APART:
        return None
    role = lexemes[after].lower
    if role not in list_words("person_titles", "representatives"):
        return None
    following = lexemes[after + 1] if after + 1 < len(lexemes) else None
    if following is not None and following.raw[0].isupper() and following.gap == SPACED:
        return None
    principal = " ".join(word.raw for word in words)
    end = lexemes[after].end
    gender = gender_of([], role, "")
    return PersonName(words[0].start, end, role=role, gender=gender, represents=principal)
