"""Who of an article holds an office that it names without a person: "the Secretary of State"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from reader.quotes import Speaker
from reader.story.people.article_person import ArticlePerson
from reader.story.people.epithets import PARTY_WORDS
from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import find_title
from reader.story.people.same_person import find_offices
from reader.text.values import PersonName

MOST_PARAGRAPHS = 3
"""Paragraphs from a name, or from what somebody says, to a pronoun for the person."""
_LEAST_ROLE_WORDS = 3
"""Words of a role that tells who holds it, "the" counted: "the president" may be any."""
_MOST_AHEAD = 2
"""Line breaks from a role to the title that tells who holds it."""


class OfficeHolders:
    """The persons of an article by the offices and roles that it gives them.

    Args:
        text: the text of the article.
        placed: the names with their persons, by place.
    """

    def __init__(self, text: str, placed: Sequence[tuple[PersonName, ArticlePerson]]) -> None:
        self._text = text
        self._placed = placed
        self._starts = [name.start for name, _ in placed]
        self._holders: dict[str, dict[int, tuple[ArticlePerson, int]]] | None = None

    def find(self, role: str, position: int) -> ArticlePerson | None:
        """Return the only person to whom the article gives a role: "the Secretary of State".

        "Mr. Vance's lawyer" is one, too. A role that is given to somebody only long after it is of
        somebody else.

        Args:
            role: the words.
            position: where they are.
        """
        words = _plain_words(role)
        owners = [at for at, word in enumerate(words[:-1]) if word.endswith("'s")]
        if owners:
            key = _role_key(words[owners[-1] :])
        elif len(words) < 2 or words[0] != "the" or words[1] in PARTY_WORDS:
            return None
        elif len(words) < _LEAST_ROLE_WORDS:
            key = " ".join(words)
        else:
            key = _role_key(words[2:] if words[1] == "new" else words[1:])
        if self._holders is None:
            self._holders = self._list_holders()
        holders = self._holders.get(key, {})
        if len(holders) != 1:
            return None
        ((person, first),) = holders.values()
        return person if self._text.count("\n", position, first) <= _MOST_AHEAD else None

    def find_last(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the holder of an office who is named last before a role, and not far from it.

        None where the paragraph of that name names another holder, too.
        """
        offices = find_offices(speaker.mention.lower())
        last = bisect_left(self._starts, speaker.start)
        lowest = find_paragraph_start(self._text, speaker.start, MOST_PARAGRAPHS - 1)
        holders = [pair for pair in self._placed[:last] if pair[1].offices & offices]
        if not holders or holders[-1][0].start < lowest:
            return None
        begin = find_paragraph_start(self._text, holders[-1][0].start, 0)
        near = {id(each) for name, each in holders if name.start >= begin}
        return holders[-1][1] if len(near) == 1 else None

    def has_rivals(self, speaker: Speaker, person: ArticlePerson) -> bool:
        role = speaker.mention.lower()
        offices = find_offices(role)
        if not any(each is not person and each.offices & offices for _, each in self._placed):
            return False
        return self.find(role, speaker.start) is not person

    def is_shared(self, speaker: Speaker, person: ArticlePerson) -> bool:
        """Return whether a role may be that of another holder of the office.

        It is surely of the person who alone is given it in full ("the chief justice"), or who of
        all holders is named last, in the paragraph of the role or in the ones right before.
        """
        return self.has_rivals(speaker, person) and self.find_last(speaker) is not person

    def _list_holders(self) -> dict[str, dict[int, tuple[ArticlePerson, int]]]:
        """Return the persons, with the first place, by the last words of what they are called."""
        holders: dict[str, dict[int, tuple[ArticlePerson, int]]] = defaultdict(dict)
        for name, person in self._placed:
            title = find_title(self._text, name)
            spans = [*([title] if title else []), *find_descriptions(self._text, name)]
            for begin, end in spans:
                words = _plain_words(self._text[begin:end])
                for first in range(len(words)):
                    role = _role_key(words[first:])
                    holders[role].setdefault(id(person), (person, begin))
        return holders


def find_paragraph_start(text: str, position: int, back: int) -> int:
    """Return where the paragraph of a position begins, or one so many before it."""
    begin = text.rfind("\n", 0, position)
    for _ in range(back):
        begin = text.rfind("\n", 0, max(0, begin))
    return begin + 1


def _plain_words(role: str) -> list[str]:
    return role.lower().replace("’", "'").split()


def _role_key(words: Sequence[str]) -> str:
    """Return the words of a role with one form for each office: "alaska gov." as "governor"."""
    return " ".join(
        str(min(offices)) if (offices := find_offices(word.rstrip("."))) else word for word in words
    )
