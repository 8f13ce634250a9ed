"""The kind of a speaker without a person's name: a group, a document, an office, a spokesperson."""

from __future__ import annotations

import re

from reader.quotes.quote import SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class

_SPOKESPERSONS = load_word_class("spokespersons")
_DOCUMENTS = load_word_class("documents") | load_word_class("other_documents")
_OFFICES = load_word_class("offices")
_BODIES = load_word_class("speaking_nouns")
_GROUP_WORDS = load_word_class("group_words")
_NAMED_OFFICES = load_word_class("named_offices")
_HEAD_ENDS = re.compile(r",? (?:for|of|from|at|in|on|with|who|that|which|to|by) ")


def classify_role(words: str) -> SpeakerKind:
    """Return the kind of a speaker without a name, from the words for it."""
    whole = words.lower().strip()
    last = find_head(words)
    if whole in _GROUP_WORDS or not last:
        return SpeakerKind.GROUP if whole else SpeakerKind.ROLE
    if last in _SPOKESPERSONS:
        return SpeakerKind.SPOKESPERSON
    if last in _DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if last in _OFFICES:
        return SpeakerKind.OFFICE
    if last in _BODIES:
        return SpeakerKind.ORGANISATION
    is_plural = last.endswith("s") and not last.endswith("ss")
    is_group = last in _GROUP_WORDS or (is_plural and last in load_vocabulary().roles)
    return SpeakerKind.GROUP if is_group else SpeakerKind.ROLE


def find_head(words: str) -> str:
    """Return the noun that the words for a speaker are about, in lower case; empty for none."""
    head = _HEAD_ENDS.split(words.lower().strip(), maxsplit=1)[0].split()[-1:]
    return head[0].strip(".’'") if head else ""


def is_office_word(words: str) -> bool:
    """Whether a word that begins a sentence is a common noun for an office ("Police")."""
    return words.lower() in _OFFICES and words[1:].islower()


def is_named_office(name: str) -> bool:
    """Whether a name is that of an office of state or of a police ("White House")."""
    words = name.removeprefix("The ").removeprefix("the ")
    return words in _NAMED_OFFICES or (" " in words and words.split()[-1] in _NAMED_OFFICES)
