"""Whether the speakers of two quotes are the same."""

from __future__ import annotations

from functools import lru_cache

from reader.quote_versions.word_weights import without_stop_words
from reader.quotes.quote import Speaker, SpeakerKind
from reader.text.words import word_keys

CORRECTED_BY_USER = "corrected by you"
"""The resolution of a speaker whom the user named."""
_SPELLED_LETTERS = 5
"""Letters from which on a name is compared with another spelling of it."""
_LEAST_RATIO = 85.0
"""Similarity of two spellings of one name, in 0..100 (RapidFuzz's ratio), set by hand: it holds
"Papoulias" and "Papulias"."""
SURE_CONFIDENCE = 0.97
"""Confidence from which on a speaker's name is not doubted, whatever the words say: that of a name
right beside a reporting verb."""
_SPOKEN_FOR = frozenset(SpeakerKind) - {SpeakerKind.PERSON, SpeakerKind.UNKNOWN}
"""Speakers whose words another article may give to a person by name."""


def speakers_agree(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are known and share a name."""
    if one is None or other is None:
        return False
    return not _name_keys(one.name).isdisjoint(_name_keys(other.name))


def speakers_differ(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are certainly not the same; unknown and inferred ones may be."""
    if one is None or other is None or not (one.is_stated and other.is_stated):
        return False
    keys, other_keys = _name_keys(one.name), _name_keys(other.name)
    if not keys or not other_keys:
        return False
    return one.is_named and other.is_named and keys.isdisjoint(other_keys)


def are_surely_two_people(
    one: Speaker | None, other: Speaker | None, *, least: float = SURE_CONFIDENCE
) -> bool:
    """Whether two people are named, and either name has this confidence or more."""
    if one is None or other is None or not are_two_people(one, other):
        return False
    return min(one.confidence, other.confidence) >= least


def are_two_people(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are named, and named differently."""
    if one is None or other is None or _SPOKEN_FOR & {one.kind, other.kind}:
        return False
    if not speakers_differ(one, other):
        return False
    return not _are_spellings(_name_keys(one.name), _name_keys(other.name))


def _are_spellings(keys: frozenset[str], other_keys: frozenset[str]) -> bool:
    """Whether two names may be one that an outlet misspelled ("Papoulias", "Papulias")."""
    from rapidfuzz.fuzz import ratio

    return any(
        min(len(one), len(other)) >= _SPELLED_LETTERS and ratio(one, other) >= _LEAST_RATIO
        for one in keys
        for other in other_keys
    )


@lru_cache(maxsize=4_096)
def _name_keys(name: str) -> frozenset[str]:
    return without_stop_words(word_keys(name))
