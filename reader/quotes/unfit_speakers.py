"""Speakers who can hardly have said a quote: things, and bodies where one person speaks of himself.

Who speaks is a person, a group, an office or a document that states something. Words whose head is
none of them refer to a thing, and a thing is no stated speaker.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.quotes.quote import Speaker, SpeakerKind, Strength
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.rule_confidence import limit_inferred
from reader.quotes.speaker_kinds import find_head
from reader.text.quote_signs import CLOSING_SIGNS, OPENING_SIGNS

_PERSON_ENDINGS = (
    *("-year-old", "man", "men", "woman", "women", "person", "people"),
    *("ist", "runner", "master", "keeper", "maker", "holder", "worker", "goer"),
    *("ian", "ican", "crat"),
)
"""Endings of nouns for persons that no list has."""
_MUTE_TEXTS = load_word_class("mute_texts")
_PERSONS = frozenset().union(
    *(load_word_class(name) for name in ("pronouns", "group_words", "relatives", "more_persons"))
)
_PLACES = load_word_class("place_names") | load_word_class("capitals")
_DIRECTIONS = frozenset(("New", "North", "South", "West", "East", "Los", "San", "Puerto"))
_BODIES = frozenset(
    (
        SpeakerKind.DOCUMENT,
        SpeakerKind.GROUP,
        SpeakerKind.JOINT,
        SpeakerKind.OFFICE,
        SpeakerKind.ORGANISATION,
    )
)
_NUMBERED = "".join(rf"(?<!{noun} )" for noun in ("War", "Title", "Part", "Type", "Phase", "Class"))
"""Not after a noun with a Roman number ("World War I")."""
_FIRST_PERSON = re.compile(
    _NUMBERED + r"\bI(?:[’'](?:m|ve|d|ll)\b| [a-z])|\b[Mm]y(?:self)?\b(?! [Gg]od)|\bme\b"
)
_NESTED = re.compile(f"[{OPENING_SIGNS}][^{OPENING_SIGNS}{CLOSING_SIGNS}]*[{CLOSING_SIGNS}]")


def limit_unfit(speaker: Speaker, quoted: str) -> Speaker:
    """Return the speaker, as no more than an inference where it can hardly have said the words.

    Args:
        speaker: whom the words beside a quote name.
        quoted: the words of the quote.
    """
    is_unfit = _is_thing(speaker) or (_is_no_person(speaker) and _has_first_person(quoted))
    return make_inferred(speaker) if is_unfit else speaker


def make_inferred(speaker: Speaker) -> Speaker:
    """Return the same speaker as one that the text does not state."""
    strength = min(speaker.strength, Strength.INFERRED)
    confidence = limit_inferred(speaker.confidence, strength)
    return replace(speaker, strength=strength, confidence=confidence)


def _is_thing(speaker: Speaker) -> bool:
    """Whether the words for a speaker without a name have a thing for their head."""
    head = find_head(speaker.name)
    if head in _MUTE_TEXTS:
        return speaker.kind in (SpeakerKind.DOCUMENT, SpeakerKind.ROLE)
    return speaker.kind is SpeakerKind.ROLE and (head == "it" or not _is_personal(head))


def _is_personal(head: str) -> bool:
    """Whether a noun is for a person or for several, as far as lists and its ending show."""
    words = load_vocabulary()
    # "Mayor-elect", "then-mayor": one of the parts is the noun.
    forms = (head, head.removesuffix("s"), *head.split("-"))
    return any(
        form in _PERSONS or form.endswith(_PERSON_ENDINGS) or form in words.roles | words.titles
        for form in forms
    )


def _is_no_person(speaker: Speaker) -> bool:
    """Whether a speaker is a body, a group, a text or a place."""
    words = speaker.name.split()
    if not words or words[0].lower().rstrip(".") in load_vocabulary().titles:
        return False
    if speaker.kind is SpeakerKind.UNKNOWN:
        return words[-1] in _PLACES and _DIRECTIONS.issuperset(words[:-1])
    return speaker.kind in _BODIES


def _has_first_person(quoted: str) -> bool:
    """Whether one person speaks of himself, in no words that he quotes."""
    return _FIRST_PERSON.search(_NESTED.sub(" ", quoted)) is not None
