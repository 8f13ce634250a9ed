"""Whether sources give a person the title that is right before the name in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quote_check.office_names import PARTY, find_office, spell_office, title_parts
from reader.quote_check.printed_descriptions import (
    PersonDescription,
    describe_person,
    read_descriptions,
)
from reader.quote_check.speaker_mentions import SpeakerMention
from reader.text.values.value_lists import list_words
from reader.text.words import word_key


def gives_same_words(given: SpeakerMention, source: str) -> bool:
    """Return whether a source has every description of a draft beside the name, word by word."""
    printed = {one.text.lower() for one in describe_person(given.name, source).descriptions}
    return all(one.text.lower() in printed for one in _read(given))


def find_unknown_title(given: SpeakerMention, sources: Sequence[str]) -> tuple[str, str] | None:
    """Return a title of a draft that no source has beside the name, and one that a source has.

    Nothing where the sources give the person no title at all.

    Args:
        given: the speaker as the draft names him.
        sources: the texts of all sources.
    """
    known = [describe_person(given.name, source) for source in sources]
    held = [other for person in known for other in person.descriptions if _is_office(other)]
    near = frozenset[str]().union(*(person.near for person in known))
    for one in _read(given):
        is_before = given.text.endswith(f"{one.text} ", 0, given.speaker.start)
        names = {one.head, *map(word_key, spell_office(one.head))}
        if not (held and is_before and _is_office(one)) or not names.isdisjoint(near):
            continue
        if one.head in list_words("person_titles", "lawmakers"):
            continue
        if all(other.head != one.head for person in known for other in person.descriptions):
            return one.text, held[0].text
    return None


def _read(given: SpeakerMention) -> Iterator[PersonDescription]:
    return read_descriptions(given.text, given.speaker.start, given.speaker.end)


def _is_office(one: PersonDescription) -> bool:
    return one.head != PARTY and one.head in _offices()


def _offices() -> frozenset[str]:
    return frozenset(map(find_office, title_parts()))
