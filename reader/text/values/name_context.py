"""What stands beside a name: role, suffix, and whom a spokesman speaks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.values.lexemes import APART, GLUED, SPACED, WORD
from reader.text.values.name_runs import name_run
from reader.text.values.person_names import PersonName, gender_of
from reader.text.values.value_lists import list_words, words_of_no_person

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme
    from reader.text.values.name_runs import NameWord

_MOST_ROLE_WORDS = 6
_MOST_PRINCIPAL_WORDS = 3


def role_before(lexemes: list[Lexeme], index: int) -> str:
    """Return the role in lower case in front of a name: "fire chief"."""
    at = index - 1
    if at < 0 or lexemes[index].gap != SPACED or not lexemes[at].raw.islower():
        return ""
    if lexemes[at].lower not in list_words("person_titles", "roles"):
        return ""
    role = lexemes[at].lower
    before = lexemes[at - 1] if at else None
    plain = before is not None and before.kind == WORD and before.raw.islower()
    if before is not None and plain and lexemes[at].gap == SPACED and len(before.lower) > 3:
        common = list_words("counting", "phrase ends") | words_of_no_person()
        if before.lower not in common and not before.lower.endswith("'s"):
            role = f"{before.lower} {role}"
    return role


def with_suffix(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
    """Take the suffix after a comma: "Owen Marsh, Jr."."""
    rest = lexemes[after : after + 3]
    if len(rest) < 2 or rest[0].raw != "," or rest[1].lower not in ("jr", "sr"):
        return person
    stop = len(rest) == 3 and rest[2].raw == "." and rest[2].gap == GLUED
    return replace(person, end=rest[2].end if stop else rest[1].end, suffix=rest[1].lower)


def with_apposition(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
    """Read the role after a comma: "Ida Vance, the treasury minister", and who it is for."""
    if after >= len(lexemes) or lexemes[after].raw != ",":
        return person
    roles = list_words("person_titles", "roles")
    words: list[str] = []
    for at in range(after + 1, min(after + 1 + _MOST_ROLE_WORDS, len(lexemes))):
        lexeme = lexemes[at]
        if lexeme.kind != WORD or lexeme.gap == APART or not lexeme.raw.islower():
            break
        if lexeme.lower in ("of", "for", "at", "in", "who", "with", "and", "said", "told"):
            break
        words.append(lexeme.lower)
    else:
        at = len(lexemes)
    words = words[1:] if words[:1] and words[0] in ("a", "an", "the", "his", "her") else words
    if not words or words[-1] not in roles:
        return person
    role = " ".join(words)
    gender = person.gender or gender_of([], role, "")
    represents = ""
    if words[-1] in list_words("person_titles", "representatives") and at < len(lexemes):
        represents = _principal(lexemes, at)[0]
    return replace(person, role=person.role or role, gender=gender, represents=represents)


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
    if index + 1 >= len(lexemes) or lexemes[index].lower not in ("for", "of"):
        return nothing
    at = index + 1
    if lexemes[at].lower in ("the", "a", "an"):
        at += 1
    run = name_run(lexemes, at) if at < len(lexemes) else []
    if run:
        return " ".join(word.raw for word in run), run[-1].end, run[-1].after
    words: list[str] = []
    ends = list_words("counting", "phrase ends") | list_words("person_titles", "speaking")
    while at < len(lexemes) and len(words) < _MOST_PRINCIPAL_WORDS:
        lexeme = lexemes[at]
        if lexeme.kind != WORD or lexeme.gap != SPACED or lexeme.lower in ends:
            break
        words.append(lexeme.lower)
        at += 1
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
