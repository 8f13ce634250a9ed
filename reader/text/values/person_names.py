"""Names of persons: title, given name, surname, role, and whom a spokesman speaks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.text.values.lexemes import APART, GLUED, NUMBER, SPACED, WORD, cut_lexemes, is_whole
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.spans import ValueSpan
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.text.values.lexemes import Lexeme

_HYPHENS = "-‐‑"
_MOST_WORDS = 9
_MOST_PARTICLES = 3
_MOST_ROLE_WORDS = 6
_MOST_NAMES = 5
_MOST_PRINCIPAL_WORDS = 3
_STATES = ("us", "uk", "un", "eu")
"""Bodies that are written as initials: "U.S. Secretary"."""


@dataclass(frozen=True, slots=True)
class PersonName(ValueSpan):
    """A person as named at one place."""

    given: str = ""
    """The given name or its initial, as written; "" where none stands."""
    middle: tuple[str, ...] = ()
    """Names between the given name and the surname."""
    surname: str = ""
    """With its particles ("von der Leyen"); also a name that stands alone ("Ada")."""
    title: str = ""
    """The titles before the name, in lower case without full stops ("mr", "vice president")."""
    role: str = ""
    """What the person is called beside the name, in lower case ("fire chief")."""
    suffix: str = ""
    """jr, sr, ii, iii, iv or ""."""
    gender: str = ""
    """m, f or "": from the title, the role or the given name."""
    represents: str = ""
    """Whom the person speaks for: "the board" in "a spokesman for the board"."""
    is_order_uncertain: bool = False
    """The family name may stand first, as in "Kim Jong Un"."""

    @property
    def is_unnamed(self) -> bool:
        """Whether there is no name, only whom the person speaks for."""
        return not self.surname and not self.given

    @property
    def words(self) -> tuple[str, ...]:
        """The name as written, without title and suffix."""
        return tuple(word for word in (self.given, *self.middle, self.surname) if word)


class _NameWord(NamedTuple):
    """One word of a name: "Jean-Luc", "J.", "al-Masri"."""

    raw: str
    """Without a full stop or possessive."""
    start: int
    end: int
    after: int
    """Index of the lexeme after it."""
    is_possessive: bool

    @property
    def lower(self) -> str:
        return self.raw.lower()


def parse_person_name(text: str) -> PersonName | None:
    """Read a text that is a person's name and nothing else, such as a speaker's.

    Titles, roles in front and "a spokesman for ..." are read, too. None for a text without a
    capitalised word, and for more than nine words.
    """
    lexemes = cut_lexemes(text)
    if not lexemes:
        return None
    for index in range(min(len(lexemes), _MOST_WORDS)):
        if spoken_for := _represented(lexemes, index):
            return spoken_for[0]
        words = _name_run(lexemes, index)
        if not words:
            continue
        found = _build(words, _role_before(lexemes, index))
        if words[-1].is_possessive:
            found = _of_possessive(lexemes, words) or found
        return found and _with_suffix(lexemes, found, words[-1].after)
    return None


def find_person_names(text: str) -> list[PersonName]:
    """Return the persons named in an English text, in order. Linear in its length.

    A run of capitalised words is a person's name where a title, a role, a known given name or
    a verb of saying shows it; a single word is one where the text has it as a surname. What
    nothing shows to be a person is left out.
    """
    lexemes = cut_lexemes(text)
    found: list[PersonName] = []
    singles: list[_NameWord] = []
    index = 0
    while index < len(lexemes):
        person, index, single = _person_at(lexemes, index)
        if person is not None:
            found.append(person)
        elif single is not None:
            singles.append(single)
    known = {person.surname for person in found if person.given and person.surname}
    given = {person.given: person.gender for person in found if person.surname}
    for word in singles:
        if word.raw in known or word.raw in given:
            found.append(
                PersonName(word.start, word.end, surname=word.raw, gender=given.get(word.raw, ""))
            )
    return sorted(found, key=lambda person: person.start)


def _person_at(
    lexemes: list[Lexeme], index: int
) -> tuple[PersonName | None, int, _NameWord | None]:
    """Return the person that begins at `index`, the index to go on from, or a lone word."""
    lexeme = lexemes[index]
    if lexeme.kind != WORD or (lexeme.gap == GLUED and index and lexemes[index - 1].raw in "@#/_"):
        return None, index + 1, None
    if spoken_for := _represented(lexemes, index):
        return spoken_for[0], spoken_for[1], None
    if not lexeme.raw[0].isupper():
        return None, index + 1, None
    words = _name_run(lexemes, index)
    after = words[-1].after if words else index + 1
    words, skipped = _without_leading(words)
    if not words:
        return None, after, None
    start = index if not skipped else -1
    role = _role_before(lexemes, start) if start >= 0 else ""
    if words[-1].is_possessive and (spoken_for_by := _of_possessive(lexemes, words)):
        return spoken_for_by, words[-1].after + 1, None
    person = _build(words, role)
    if person is None or not _is_person(lexemes, start, words, person):
        return None, after, words[0] if len(words) == 1 else None
    person = _with_suffix(lexemes, person, after)
    return _with_apposition(lexemes, person, after), after, None


# Runs of words ------------------------------------------------------------------------------


def _name_run(lexemes: list[Lexeme], index: int) -> list[_NameWord]:
    """Return the capitalised words from `index` on, with the particles between them."""
    words: list[_NameWord] = []
    pending: list[_NameWord] = []
    known = list_words("person_titles", "particles")
    while index < len(lexemes) and len(words) < _MOST_WORDS:
        word = _name_word(lexemes, index)
        if word is None or (words and not _continues(lexemes, index)):
            break
        if word.raw[0].isupper() or ("-" in word.raw and word.raw.partition("-")[2][:1].isupper()):
            words += [*pending, word]
            pending = []
        elif word.lower in known and word.raw.islower() and len(pending) < _MOST_PARTICLES:
            pending.append(word)
        else:
            break
        index = word.after
        if word.is_possessive:
            break
    return words


def _continues(lexemes: list[Lexeme], index: int) -> bool:
    before, lexeme = lexemes[index - 1], lexemes[index]
    return lexeme.gap == SPACED or (lexeme.gap == GLUED and before.raw == ".")


def _name_word(lexemes: list[Lexeme], index: int) -> _NameWord | None:
    lexeme = lexemes[index]
    if lexeme.kind != WORD or not is_whole(lexeme):
        return None
    raw, start, end, after = lexeme.raw, lexeme.start, lexeme.end, index + 1
    while (
        after + 1 < len(lexemes)
        and after < index + 6
        and lexemes[after].gap == lexemes[after + 1].gap == GLUED
        and lexemes[after].raw in _HYPHENS
        and lexemes[after + 1].kind == WORD
    ):
        raw, end, after = f"{raw}-{lexemes[after + 1].raw}", lexemes[after + 1].end, after + 2
    possessive = raw.lower().endswith(("'s", "’s"))
    if possessive:
        raw, end = raw[:-2], end - 2
    elif _has_stop(lexemes, raw, after):
        end, after = lexemes[after].end, after + 1
    return _NameWord(raw, start, end, after, possessive) if raw else None


def _has_stop(lexemes: list[Lexeme], raw: str, after: int) -> bool:
    """Return whether a full stop after the word belongs to it: an initial, "Dr.", "Jr."."""
    if after >= len(lexemes) or lexemes[after].raw != "." or lexemes[after].gap != GLUED:
        return False
    initial = len(raw) == 1 and raw.isupper()
    return initial or _is_title(raw.lower()) or raw.lower() in ("jr", "sr")


def _is_title(word: str) -> bool:
    return any(word in list_words("person_titles", name) for name in ("men", "women", "any"))


def _without_leading(words: list[_NameWord]) -> tuple[list[_NameWord], int]:
    """Drop the words at the start of a sentence that begin no name: "On Monday Ada Brandt"."""
    dropped = 0
    family = list_words("given_names", "family first")
    if len(words) > 1 and f"{words[0].lower}{words[1].lower}" in _STATES:
        words, dropped = words[2:], 2
    while words and words[0].lower in list_words("not_persons", ""):
        if words[0].lower in family and len(words) > 1 and "-" in words[1].raw:
            break
        words, dropped = words[1:], dropped + 1
    return words, dropped


# Building a name ----------------------------------------------------------------------------


def _build(words: list[_NameWord], role: str) -> PersonName | None:
    """Split the words of a run into titles, names and suffix; None where no name is left."""
    count = 0
    roles = list_words("person_titles", "roles")
    qualifiers = list_words("person_titles", "title qualifiers")
    while count < len(words) - 1:
        word = words[count].lower
        if not _is_title(word) and word not in roles and word not in qualifiers:
            break
        count += 1
    titles = [word.lower for word in words[:count]]
    names = words[count:]
    suffix = ""
    while len(names) > 1 and names[-1].lower in list_words("person_titles", "suffixes"):
        suffix, names = names[-1].lower, names[:-1]
    if not names or _is_title_alone(titles, names):
        return None
    raw = [word.raw for word in names]
    given, middle, surname = _split(raw, titles)
    gender = _gender(titles, role, given or (raw[0] if len(raw) == 1 and not titles else ""))
    return PersonName(
        words[0].start,
        words[-1].end,
        given,
        middle,
        surname,
        " ".join(titles),
        role,
        {"junior": "jr", "senior": "sr"}.get(suffix, suffix),
        gender,
        "",
        _is_order_uncertain(raw),
    )


def _is_title_alone(titles: list[str], names: list[_NameWord]) -> bool:
    """Return whether a run is a title without a name: "Prime Minister", but not "Mr King"."""
    if len(names) > 1 or not _is_title(names[0].lower):
        return False
    return not titles or titles[-1] not in list_words("person_titles", "honorifics")


def _split(names: list[str], titles: list[str]) -> tuple[str, tuple[str, ...], str]:
    if len(names) == 1:
        by_given = bool(titles) and titles[-1] in list_words("person_titles", "before given names")
        return (names[0], (), "") if by_given else ("", (), names[0])
    known = list_words("person_titles", "particles")
    for at, name in enumerate(names[:-1]):
        if name in known or (name.lower() in known and at and len(name) > 1):
            given = names[:at]
            return (given[0] if given else "", tuple(given[1:]), " ".join(names[at:]))
    return names[0], tuple(names[1:-1]), names[-1]


def _gender(titles: list[str], role: str, given: str) -> str:
    for section, gender in (("men", "m"), ("women", "f")):
        if any(title in list_words("person_titles", section) for title in titles):
            return gender
    words = {*titles, *role.split()}
    for section, gender in (("men's roles", "m"), ("women's roles", "f")):
        if words & list_words("person_titles", section):
            return gender
    return given_name_gender(given)


def _is_order_uncertain(names: list[str]) -> bool:
    """Return whether the first word is an East Asian family name."""
    return len(names) > 1 and names[0].lower() in list_words("given_names", "family first")


def _is_person(
    lexemes: list[Lexeme], index: int, words: list[_NameWord], person: PersonName
) -> bool:
    """Return whether anything shows that a run of capitalised words is a person's name."""
    no_person = list_words("not_persons", "")
    last_title = person.title.rpartition(" ")[2]
    titled = _is_title(last_title)
    if last_title not in list_words("person_titles", "honorifics"):
        names = [word.lower() for word in person.words]
        if any(word in no_person for word in (names if len(names) == 1 else names[1:])):
            return False
    if len(person.words) > _MOST_NAMES or all(len(word) == 1 for word in person.words):
        return False
    if titled or person.role:
        return True
    if not person.given:
        return False
    if person.title in list_words("person_titles", "roles"):
        return True
    if given_name_gender(person.given) or person.given.lower() in list_words("given_names", "any"):
        return True
    # "J. Smith"; without the full stop the letter may be anything.
    initial = len(person.given) == 1 and words[0].end > words[0].start + 1
    if initial or (person.is_order_uncertain and "-" in words[1].raw):
        return True
    after = words[-1].after
    return _is_followed_as_person(lexemes, after) or _follows_saying(lexemes, index)


def _follows_saying(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a quotation and "said" stand before: '"It is over," said'."""
    if index < 2 or lexemes[index].gap != SPACED:
        return False
    saying = lexemes[index - 1].lower in list_words("person_titles", "speaking")
    return saying and lexemes[index - 2].raw in "\"”’'»,"


def _is_followed_as_person(lexemes: list[Lexeme], after: int) -> bool:
    """Return whether "said", ", who" or an age between commas follows."""
    rest = lexemes[after : after + 3]
    if not rest:
        return False
    if rest[0].gap == SPACED and rest[0].lower in list_words("person_titles", "speaking"):
        return True
    if len(rest) < 3 or rest[0].raw != ",":
        return False
    aged = rest[1].kind == NUMBER and len(rest[1].raw) <= 3 and rest[2].raw == ","
    return aged or rest[1].lower == "who"


# What stands beside a name ------------------------------------------------------------------


def _role_before(lexemes: list[Lexeme], index: int) -> str:
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
        common = list_words("counting", "phrase ends") | list_words("not_persons", "")
        if before.lower not in common and not before.lower.endswith("'s"):
            role = f"{before.lower} {role}"
    return role


def _with_suffix(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
    """Take the suffix after a comma: "Owen Marsh, Jr."."""
    rest = lexemes[after : after + 3]
    if len(rest) < 2 or rest[0].raw != "," or rest[1].lower not in ("jr", "sr"):
        return person
    stop = len(rest) == 3 and rest[2].raw == "." and rest[2].gap == GLUED
    return replace(person, end=rest[2].end if stop else rest[1].end, suffix=rest[1].lower)


def _with_apposition(lexemes: list[Lexeme], person: PersonName, after: int) -> PersonName:
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
    gender = person.gender or _gender([], role, "")
    represents = ""
    if words[-1] in list_words("person_titles", "representatives") and at < len(lexemes):
        represents = _principal(lexemes, at)[0]
    return replace(person, role=person.role or role, gender=gender, represents=represents)


def _represented(lexemes: list[Lexeme], index: int) -> tuple[PersonName, int] | None:
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
    gender = _gender([], lexeme.lower, "")
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
    run = _name_run(lexemes, at) if at < len(lexemes) else []
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


def _of_possessive(lexemes: list[Lexeme], words: list[_NameWord]) -> PersonName | None:
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
    gender = _gender([], role, "")
    return PersonName(words[0].start, end, role=role, gender=gender, represents=principal)
