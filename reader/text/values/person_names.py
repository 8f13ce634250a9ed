"""Names of persons as values, and how a run of words is split into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.values.name_runs import is_title
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.spans import ValueSpan
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.text.values.name_runs import NameWord


_PRO_TEM = (["pro", "tem"], ["pro", "tempore"])
"""Words of an office after it: "Senate President Pro Tem Ann Lee"."""


@dataclass(frozen=True, slots=True)
class PersonName(ValueSpan):
    """A person as named at one place."""

    given: str = ""
    """The given name or its initial, as written; "" without one."""
    middle: tuple[str, ...] = ()
    """Names between the given name and the surname."""
    surname: str = ""
    """With its particles ("von der Leyen"); also a single name ("Ada")."""
    title: str = ""
    """The titles before the name, in lower case without full stops ("mr", "vice president")."""
    role: str = ""
    """The role of the person, in lower case ("fire chief")."""
    suffix: str = ""
    """jr, sr, ii, iii, iv or ""."""
    gender: str = ""
    """m, f or "": from the title, the role or the given name."""
    represents: str = ""
    """Whom the person speaks for: "the board" in "a spokesman for the board"."""
    is_order_uncertain: bool = False
    """The family name may come first, as in "Kim Jong Un"."""

    @property
    def is_unnamed(self) -> bool:
        """Whether there is no name, only whom the person speaks for."""
        return not self.surname and not self.given

    @property
    def words(self) -> tuple[str, ...]:
        """The name as written, without title and suffix."""
        return tuple(filter(None, (self.given, *self.middle, self.surname)))


def build_name(words: list[NameWord], role: str) -> PersonName | None:
    """Split the words of a run into titles, names and suffix; None where no name is left."""
    count = _count_titles(words)
    titles = [word.lower for word in words[:count]]
    names = words[count:]
    if titles and [word.lower for word in names[:2]] in _PRO_TEM:
        titles, names = [*titles, *(word.lower for word in names[:2])], names[2:]
    suffix = ""
    while len(names) > 1 and names[-1].lower in list_words("person_titles", "suffixes"):
        suffix, names = names[-1].lower, names[:-1]
    if not names or _is_title_alone(titles, names):
        return None
    raw = [word.raw for word in names]
    given, middle, surname = _split(raw, titles)
    gender = gender_of(titles, role, given or (raw[0] if len(raw) == 1 and not titles else ""))
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


def _count_titles(words: list[NameWord]) -> int:
    """Return how many words at the start are titles; the last word never is."""
    roles = list_words("person_titles", "roles")
    known = roles | list_words("person_titles", "title qualifiers")
    for count, word in enumerate(words[:-1]):
        if not is_title(word.lower) and word.lower not in known:
            return count
    return max(len(words) - 1, 0)


def _is_title_alone(titles: list[str], names: list[NameWord]) -> bool:
    """Return whether a run is a title without a name: "Prime Minister", but not "Mr King"."""
    if len(names) > 1 or not is_title(names[0].lower):
        return False
    return not titles or titles[-1] not in list_words("person_titles", "honorifics")


_PARTICLES_AND_NAME = 3
"""Words of a surname that begins with two particles."""


def _split(names: list[str], titles: list[str]) -> tuple[str, tuple[str, ...], str]:
    if len(names) == 1:
        by_given = bool(titles) and titles[-1] in list_words("person_titles", "before given names")
        return (names[0], (), "") if by_given else ("", (), names[0])
    known = list_words("person_titles", "particles")
    if len(names) > _PARTICLES_AND_NAME - 1 and names[0].lower() in known and names[1] in known:
        # "Mr. Van der Berg"
        return "", (), " ".join(names)
    for at, name in enumerate(names[:-1]):
        if name in known or (name.lower() in known and at and len(name) > 1):
            given = names[:at]
            return (given[0] if given else "", tuple(given[1:]), " ".join(names[at:]))
    return names[0], tuple(names[1:-1]), names[-1]


def gender_of_title(title: str) -> str:
    """Return "m", "f" or "" as a title in lower case says: "mr", "lady"."""
    for section, gender in (("men", "m"), ("women", "f")):
        if title in list_words("person_titles", section):
            return gender
    return ""


def gender_of(titles: list[str], role: str, given: str) -> str:
    """Return "m", "f" or "" as titles, then the role, then the given name say."""
    if gender := next(filter(None, map(gender_of_title, titles)), ""):
        return gender
    words = {*titles, *role.split()}
    for section, gender in (("men's roles", "m"), ("women's roles", "f")):
        if words & list_words("person_titles", section):
            return gender
    return given_name_gender(given)


def _is_order_uncertain(names: list[str]) -> bool:
    """Return whether the first word is an East Asian family name."""
    return len(names) > 1 and names[0].lower() in list_words("given_names", "family first")
