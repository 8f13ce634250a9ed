"""Names of several words that are those of bodies: "America Rising, a committee"."""

from __future__ import annotations

import re

from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.speaker_kinds import find_head
from reader.story.people.name_surroundings import is_person_noun
from reader.story.people.same_person import NameWords, is_given_name
from reader.text.values import PersonName
from reader.text.values.value_lists import list_phrases

_CHARS = 80
"""Characters beside a name in which the words that show what it is are read."""
_LEAST_PLURAL = 5
"""Letters of a plural that is no given name or surname for sure."""
_MOST_PLACES = 20
"""Places of a name that are looked at."""
_OF_LONGER = re.compile(
    r"\b[A-Z]\w+ (?:of|on|for|against)(?: the)? (?:[A-Z][\w-]+,? (?:and |& )?)*$"
)
"""The beginning of a longer name: "the Center on Budget and"."""
_IS_ACRONYM = re.compile(r"[A-Z]{3,}$")
_NOUN_CHARS = 30
_NOUN_BEFORE = re.compile(r"\b([A-Za-z-]{3,})[ \u00a0]$")
_LOWER_AFTER = re.compile(r"[ \u00a0]([a-z]+)")
_LANDS = frozenset(("America", "India", "China", "Georgia", "Virginia", "Florida", "Carolina"))
"""Given names that open the names of bodies more often."""
_BODY_NOUNS = frozenset(
    (
        *(
            "agency",
            "alliance",
            "arm",
            "association",
            "bank",
            "bar",
            "caucus",
            "bill",
            "book",
            "chain",
        ),
        *("church", "city", "club", "coalition", "committee", "company", "country", "film", "firm"),
        *("foundation", "group", "hospital", "hotel", "institute", "island", "lobby", "magazine"),
        *("movement", "movie", "network", "newspaper", "nonprofit", "organisation"),
        *("organization", "pac", "party", "program", "project", "publication", "restaurant"),
        *("school", "service", "show", "site", "song", "store", "tank", "team", "think-tank"),
        *("town", "union", "unit", "university", "village", "website"),
    )
)
"""Nouns for what is no person."""
_MODELS = frozenset(
    (
        *("administration", "amendment", "campaign", "catholic", "church", "doctrine"),
        *("chronicle", "examiner", "gazette", "sentinel", "tribune"),
    )
)
"""Last words of names that begin as a person's: "Bush Doctrine", "Diego Union-Tribune"."""
_THINGS = frozenset(
    (
        *("act", "action", "administration", "amendment", "avenue", "campaign", "doctrine"),
        *("courier", "herald", "journal", "plan", "post", "retreat", "street", "times", "tower"),
        *("university", "way", "workshop"),
    )
)
"""Last words of names that no surname is, where no given name is before."""
_BODY_OPENERS = frozenset(
    ("camp", "club", "hotel", "operation", "planet", "project", "radio", "studio", "team")
)
"""First words of names that no given name is."""
_APPOSED = re.compile(r",[ \u00a0]((?:an?|the|its)[ \u00a0][^,.;:()“”\n]{3,70})")


def has_model_ending(words: NameWords) -> bool:
    """Return whether the last word of a name makes it none: "Bush Doctrine", "Union-Tribune"."""
    last = words[-1].lower()
    is_thing = last.rpartition("-")[2] in _BODY_NOUNS | _THINGS
    is_shown = is_given_name(words[0]) and words[0] not in _LANDS
    return is_model_word(last) or ((is_thing or is_person_noun(last)) and not is_shown)


def opens_as_body(words: NameWords) -> bool:
    """Return whether the first word of a name makes it that of a body: "Project Vance"."""
    return len(words) > 1 and words[0].lower() in _BODY_OPENERS


def is_listed_body(words: NameWords) -> bool:
    """Return whether a name is that of a known body or place: "Wells Fargo", "Ann Arbor"."""
    return " ".join(words).lower() in list_phrases("not_persons", "bodies and places")


def is_model_word(word: str) -> bool:
    """Return whether a word in lower case is named after a person: "doctrine"."""
    return word.rpartition("-")[2] in _MODELS


def is_common_plural(text: str, word: str) -> bool:
    """Return whether a plural is printed as a common noun, too: "Alder Ferries … the ferry"."""
    lower = word.lower()
    if not lower.endswith("s") or lower.endswith("ss") or len(lower) < _LEAST_PLURAL:
        return False
    one = lower.removesuffix("ies") + "y" if lower.endswith("ies") else lower.removesuffix("s")
    return re.search(rf"\b(?:{re.escape(lower)}|{re.escape(one)})\b", text) is not None


def is_called_body(text: str, name: PersonName) -> bool:
    """Return whether a noun for a body is right before a name: "the newspaper Ida Vance".

    Not where a clause with the name as its subject describes the noun ("the paper Ida Vance owns").
    """
    lowest = max(0, name.start - _NOUN_CHARS)
    noun = _NOUN_BEFORE.search(text, lowest, name.start)
    if noun is None or noun.group(1).lower() not in _BODY_NOUNS:
        return False
    follows = _LOWER_AFTER.match(text, name.end)
    return follows is None or follows.group(1) in load_word_class("phrase_ends")


def is_name_of_body(text: str, words: NameWords) -> bool:
    """Return whether an article shows a name that may be a person's to be a body's.

    It is never one that begins with a given name or an initial.

    Args:
        text: the text of the article.
        words: the words of the name.
    """
    if has_model_ending(words) or is_listed_body(words) or opens_as_body(words):
        return True
    if (is_given_name(words[0]) and words[0] not in _LANDS) or len(words[0].rstrip(".")) == 1:
        return False
    if words[-1].lower() in _BODY_NOUNS | _THINGS:
        return True
    if _IS_ACRONYM.match(words[0]) or words[0].lower() in load_word_class("phrase_ends"):
        return True
    if is_common_plural(text, words[-1]):
        return True
    name = re.compile(r"(?<!\w)" + r"\s".join(map(re.escape, words)) + r"(?!\w)")
    for count, match in enumerate(name.finditer(text)):
        if count >= _MOST_PLACES:
            break
        before = text[max(0, match.start() - _CHARS) : match.start()].rpartition("\n")[2]
        if _OF_LONGER.search(before):
            return True
        apposed = _APPOSED.match(text, match.end(), match.end() + _CHARS)
        if apposed and find_head(apposed.group(1)).rpartition("-")[2] in _BODY_NOUNS:
            return True
    return False
