"""Bodies of a source, and who it says speaks for them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reader.quote_check.office_names import find_office
from reader.quote_check.printed_descriptions import describe_person
from reader.quote_check.speaker_mentions import SpeakerMention, last_name, name_keys
from reader.text.sentences import find_sentence_end
from reader.text.values import find_person_names
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.value_lists import list_words
from reader.text.words import split_words, word_key

_DESCRIBED_WITHIN = 90
"""Characters on either side of a name in which its description is looked for."""
_TITLE_CHARS = 24
"""Characters before a surname in which a given name is read."""
_GIVEN_NAME = re.compile(r"(?<![\w’'])([^\W\d_a-z][\w’'-]+) $")
_PRESS_OFFICE = (
    r"(?:press|media|communications) (?:officer|secretary|director|chief|manager)"
    r"|(?:director|head|chief) of (?:communications|press|media|public relations)"
)
_SPEAKING_FOR = re.compile(
    rf"\b(?:speaks?|spoke|speaking) for\b|\bon behalf of\b|\b(?:{_PRESS_OFFICE})\b", re.IGNORECASE
)
_OFFICE_CHARS = 60
"""Characters between a name and the office that it has elsewhere in the text."""


def is_body(mention: SpeakerMention, text: str) -> bool:
    """Return whether a name is a body's: a word, too, that the source gives to no person."""
    if " " not in mention.name and _has_given_name(mention.name, text):
        return False
    if mention.is_institution:
        return True
    if " " in mention.name:
        return _has_article(mention.name, text) or _has_spokesperson(mention.name, text)
    return mention.name.lower() not in find_name_words(text)


@lru_cache(maxsize=1 << 10)
def _has_given_name(surname: str, text: str) -> bool:
    """Whether a word is printed behind a given name: "Samantha Power"."""
    given = re.findall(rf"(?<![\w’'])([A-Z][a-z]+) {re.escape(surname)}(?!\w)", text)
    return any(given_name_gender(name) for name in given)


@lru_cache(maxsize=1 << 10)
def _has_article(name: str, text: str) -> bool:
    """Whether a text has a name with "the" before it."""
    return re.search(rf"(?<!\w)[Tt]he {re.escape(name)}(?!\w)", text) is not None


@lru_cache(maxsize=1 << 10)
def _has_spokesperson(name: str, text: str) -> bool:
    """Whether a name begins that of a body in a title: "Mill Owners of Riga spokesman"."""
    known = "|".join(map(re.escape, sorted(list_words("person_titles", "representatives"))))
    rest = r"(?: (?:of|for|and|the|[A-Z][\w.’'-]*)){0,5}"
    return re.search(rf"(?<!\w){re.escape(name)}{rest} (?:{known})\b", text) is not None


@lru_cache(maxsize=16)
def find_name_words(text: str) -> frozenset[str]:
    """Return the words of the names of all persons in a text, in lower case."""
    return frozenset(word.lower() for person in find_person_names(text) for word in person.words)


def represents_otherwise(name: str, role: str, text: str) -> bool:
    """Return whether somebody is a lawyer, and none of those who are called a spokesman."""
    representatives = {find_office(one) for one in list_words("person_titles", "representatives")}
    heads = {one.head for one in describe_person(name, text).descriptions} & representatives
    return bool(heads) and role in representatives and role not in heads


def represents_others(name: str, principal: str, text: str) -> bool:
    """Return whether the source says for whom somebody speaks, and names another one each time."""
    representatives = {find_office(one) for one in list_words("person_titles", "representatives")}
    described = describe_person(name, text).descriptions
    bodies = frozenset(map(word_key, list_words("person_titles", "bodies")))
    whose = [one.keys - bodies or one.keys for one in described if one.head in representatives]
    whose = [keys for keys in whose if keys]
    keys = name_keys(principal) - bodies or name_keys(principal)
    return bool(whose) and all(keys.isdisjoint(one) for one in whose)


def names_body(words: frozenset[str]) -> bool:
    return not words.isdisjoint(word_key(word) for word in list_words("person_titles", "bodies"))


@lru_cache(maxsize=1 << 8)
def find_surroundings(name: str, text: str) -> tuple[str, ...]:
    """Return what is beside every place where a name's last word is printed, in its sentence."""
    last = last_name(name)
    found = []
    for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
        if _has_other_given_name(text, match.start(), name):
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        begin = max(line, match.start() - _DESCRIBED_WITHIN)
        limit = min(len(text), match.end() + _DESCRIBED_WITHIN)
        end = find_sentence_end(text, match.end(), limit)
        found.append(text[begin:end])
    return tuple(found)


def _has_other_given_name(text: str, start: int, name: str) -> bool:
    """Whether a surname is printed behind a given name that the person does not have."""
    given = _GIVEN_NAME.search(text, max(0, start - _TITLE_CHARS), start)
    if " " not in name or given is None or given.group(1) in name.split():
        return False
    return bool(given_name_gender(given.group(1)))


@lru_cache(maxsize=1 << 10)
def is_representative(name: str, text: str) -> bool:
    """Return whether a source has "spokesman Lee", "Lee, an aide to" for the bearer of a name."""
    known = "|".join(map(re.escape, sorted(list_words("person_titles", "representatives"))))
    known = f"{_PRESS_OFFICE}|{known}"
    last = re.escape(name.split()[-1])
    whose = rf"(?: (?:for|of|to) [^,.;\n]{{2,{_OFFICE_CHARS}}})?"
    title = (
        rf"(?i:\b(?:{known})\b)(?! [Gg]eneral){whose},? (?:[^\W\d_a-z][\w.’'-]* ){{0,2}}{last}\b"
    )
    if re.search(title, text):
        return True
    apposition = rf"(?!while|whose|as|when|after|and|but)([^.;\n“”\"]{{0,{_OFFICE_CHARS}}})"
    behind = re.compile(rf"\b{last}(?:,| is| was| –| —) {apposition}")
    return any(has_representative(match.group(1)) for match in behind.finditer(text))


def has_representative(near: str) -> bool:
    known = list_words("person_titles", "representatives")
    words = [word.lower() for word in split_words(near)]
    # An attorney general speaks for himself.
    is_called_so = any(
        word in known and after != "general" for word, after in pairwise([*words, ""])
    )
    return is_called_so or _SPEAKING_FOR.search(near) is not None


def speaks_for(person: str, body: str, text: str) -> bool:
    """Return whether the source says that a person speaks for a body."""
    keys = name_keys(body)
    return is_representative(person, text) and any(
        has_representative(near) and not keys.isdisjoint(name_keys(near))
        for near in find_surroundings(person, text)
    )


def is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    words = [word for word in split_words(long) if word[:1].isupper()]
    is_short = 2 <= len(letters) <= 6 and letters.isupper()
    return is_short and len(words) > 1 and "".join(word[0] for word in words) == letters
