"""Of what somebody is the head: "the head of the miners' union", "the bakers' guild president"."""

from __future__ import annotations

from functools import lru_cache

from reader.quote_check.printed_descriptions import describe, describe_person
from reader.quote_check.speaker_mentions import name_keys
from reader.quote_check.speaking_bodies import find_surroundings
from reader.text.values.value_lists import list_words
from reader.text.words import word_key


def heads_other_body(name: str, description: str, source: str) -> bool:
    """Return whether a description has its noun of another body than the source each time.

    "The head of the miners' union" is not "Quill, the head of the teachers' union": each has a
    word that the other lacks, and that is nowhere else beside the name.

    Args:
        name: the name of the person; its last word is looked for.
        description: what the draft calls the speaker.
        source: the text of the source.
    """
    one = describe(description)
    alike = [
        other
        for other in describe_person(name, source).descriptions
        if other.head == one.head and other.keys - _bodies()
    ]
    beside = [name_keys(near) for near in find_surroundings(name, source)]
    known = frozenset[str]().union(_bodies(), *beside)
    if not one.head or not alike or one.keys <= known:
        return False
    return all(one.keys - other.keys - known and other.keys - one.keys for other in alike)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Return the keys of nouns for bodies, by which any of them may be meant: "the group"."""
    return frozenset(map(word_key, list_words("person_titles", "bodies")))
