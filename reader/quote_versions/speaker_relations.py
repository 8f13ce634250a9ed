"""How the speaker that a draft gives relates to the speaker in the source."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from reader.quote_versions.speaker_agreement import speakers_agree
from reader.quote_versions.word_weights import without_stop_words
from reader.quotes.quote import Speaker, SpeakerKind
from reader.text.sentences import find_sentence_end
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    PersonName,
    compare_values,
    find_person_names,
    parse_person_name,
)
from reader.text.values.value_lists import list_words
from reader.text.words import split_words, word_key

_DESCRIBED_WITHIN = 90
"""Characters on either side of a name in which its description is looked for."""
_TITLE_CHARS = 24
"""Characters before a name in which its title is looked for."""
_NEAR_LINES = 2
"""Lines up to that of a quotation in which its speaker may be named."""
_ARTICLES = frozenset(("the", "a", "an", "one", "another", "his", "her", "their", "its"))
_SPEAKS_FOR = re.compile(r"\s+(?:for|of)\s+([^,.;:!?\"“”\n]{2,60})")
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "who", "one", "no one", "some", "most", "both")
)
"""Words that name nobody."""
_RESPELLED = (ComparisonReason.TRANSLITERATION, ComparisonReason.NICKNAME)


class SpeakerRelation(Enum):
    """How two speakers relate."""

    SAME = "same"
    RESPELLED = "respelled"
    """One name in two spellings, or a name and what the source calls its bearer."""
    SPOKESPERSON = "spokesperson"
    """The source says that one speaks for the other, an institution."""
    UNSTATED = "unstated"
    """The source does not say whether they are one."""
    OTHER = "other"


class SpeakerMention(NamedTuple):
    """A speaker in the text that names him."""

    speaker: Speaker
    text: str
    """That text; empty where the name was given by itself."""

    @property
    def name(self) -> str:
        """The name without an article."""
        return _strip_article(self.speaker.name)

    @property
    def is_named(self) -> bool:
        """Whether it is a name and no description."""
        return self.speaker.kind is not SpeakerKind.ROLE and self.name[:1].isupper()

    @property
    def is_institution(self) -> bool:
        """Whether it is a body and no person, as far as the name shows."""
        if self.speaker.kind is SpeakerKind.ORGANISATION:
            return True
        return self.speaker.kind is SpeakerKind.UNKNOWN and not find_person_names(self.name)

    @property
    def represents(self) -> str | None:
        """Whom a spokesperson without a name speaks for; "" where that is not said, None for
        any other speaker."""
        words = self.speaker.name.split()
        if not words or _plain(words[-1]) not in list_words("person_titles", "representatives"):
            inside = _split_representative(self.speaker.name)
            return inside
        if len(words) > 1 and re.search("[’']s?$", words[-2]):
            return _strip_article(" ".join(words[:-1]))[:-2].rstrip("’'")
        if self.text:
            after = _SPEAKS_FOR.match(self.text, self.speaker.end)
            return _strip_article(after.group(1)) if after else ""
        return ""


def relate_speakers(
    given: SpeakerMention, source: SpeakerMention | None, place: tuple[str, int]
) -> SpeakerRelation:
    """Say how the speaker that a draft gives relates to the one in the source.

    Args:
        given: the speaker of the draft, stated there.
        source: that of the source, None where it has none.
        place: the text of the source and the offset of the quotation in it.
    """
    text, offset = place
    if given.speaker.name.lower() in _PRONOUNS:
        return SpeakerRelation.SAME
    if source is None or source.speaker.name.lower() in _PRONOUNS:
        return _relate_unstated(given, text, offset)
    relation = _relate_mentions(given, source, text)
    if source.speaker.is_stated:
        return relation
    if relation in (SpeakerRelation.SAME, SpeakerRelation.RESPELLED):
        return relation
    return _relate_unstated(given, text, offset)


def _relate_unstated(given: SpeakerMention, text: str, offset: int) -> SpeakerRelation:
    """Accept a speaker who is named beside the quotation, where nothing says who spoke."""
    start = offset
    for _ in range(_NEAR_LINES):
        start = text.rfind("\n", 0, max(0, start))
        if start < 0:
            break
    end = text.find("\n", offset)
    near = text[max(0, start) : end if end >= 0 else len(text)]
    keys = _keys(given.name)
    is_near = bool(keys) and not keys.isdisjoint(_keys(near))
    return SpeakerRelation.SAME if is_near else SpeakerRelation.UNSTATED


def _relate_mentions(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    if given.text is source.text and given.speaker == source.speaker:
        return SpeakerRelation.SAME
    represented = _relate_representatives(given, source, text)
    if represented is not None:
        return represented
    if given.is_named and source.is_named:
        return _relate_names(given, source, text)
    if given.is_named or source.is_named:
        named, described = (given, source) if given.is_named else (source, given)
        return _relate_description(named, described, text)
    shared = _keys(given.name) & _keys(source.name)
    is_same = shared or given.name.lower() == source.name.lower()
    return SpeakerRelation.SAME if is_same else SpeakerRelation.UNSTATED


def _relate_representatives(
    given: SpeakerMention, source: SpeakerMention, text: str
) -> SpeakerRelation | None:
    """Relate a spokesperson without a name to anybody; None where neither is one."""
    given_for, source_for = given.represents, source.represents
    if given_for is None and source_for is None:
        return None
    if given_for is not None and source_for is not None:
        if not given_for or not source_for:
            return SpeakerRelation.SAME
        shared = _keys(given_for) & _keys(source_for)
        return SpeakerRelation.SAME if shared else SpeakerRelation.OTHER
    other = source if given_for is not None else given
    principal = given_for if given_for is not None else source_for
    if principal and _keys(principal) & _keys(other.name):
        if other.is_institution or not other.is_named:
            return SpeakerRelation.SPOKESPERSON
        return SpeakerRelation.OTHER
    if other.is_named and _is_representative(other.name, text):
        return SpeakerRelation.SAME
    if not other.is_named and not principal:
        return SpeakerRelation.UNSTATED
    return SpeakerRelation.OTHER if principal else SpeakerRelation.UNSTATED


def _relate_names(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    one, other = _parse(given), _parse(source)
    if one is None or other is None:
        agree = speakers_agree(given.speaker, source.speaker)
        return SpeakerRelation.SAME if agree else SpeakerRelation.OTHER
    result = compare_values(one, other)
    if result.outcome is ComparisonOutcome.EQUAL:
        is_respelled = result.reason in _RESPELLED
        return SpeakerRelation.RESPELLED if is_respelled else SpeakerRelation.SAME
    if result.outcome is ComparisonOutcome.UNKNOWN:
        if result.reason is ComparisonReason.SPELLING:
            return SpeakerRelation.UNSTATED
        return SpeakerRelation.RESPELLED
    return _relate_bodies(given, source, text)


def _relate_bodies(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    """Relate two other names: an institution under its short name, or its spokesperson."""
    keys, others = _keys(given.name), _keys(source.name)
    if _is_acronym(given.name, source.name) or _is_acronym(source.name, given.name):
        return SpeakerRelation.RESPELLED
    one_is_body, other_is_body = given.is_institution, source.is_institution
    if one_is_body and other_is_body and (keys <= others or others <= keys):
        return SpeakerRelation.SAME
    if one_is_body != other_is_body:
        body, person = (given, source) if one_is_body else (source, given)
        if _speaks_for(person.name, body.name, text):
            return SpeakerRelation.SPOKESPERSON
    return SpeakerRelation.OTHER


def _relate_description(
    named: SpeakerMention, described: SpeakerMention, text: str
) -> SpeakerRelation:
    """Relate a name and a description: one where the source calls the bearer so."""
    words = _keys(described.name)
    if words & _keys(named.name):
        return SpeakerRelation.SAME
    for near in _find_surroundings(named.name, text):
        speaks = not named.is_institution and _has_representative(near)
        if speaks and _names_body(words):
            return SpeakerRelation.SPOKESPERSON
        if words and words <= _keys(near):
            return SpeakerRelation.RESPELLED
    is_body = named.is_institution and _names_body(words)
    if is_body and words <= _keys(text):
        return SpeakerRelation.RESPELLED
    return SpeakerRelation.UNSTATED


def _names_body(words: frozenset[str]) -> bool:
    return not words.isdisjoint(word_key(word) for word in list_words("person_titles", "bodies"))


def _find_surroundings(name: str, text: str) -> list[str]:
    """Return what is beside every place where a name's last word is printed, in its sentence."""
    last = name.split()[-1]
    found = []
    for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
        line = text.rfind("\n", 0, match.start()) + 1
        begin = max(line, match.start() - _DESCRIBED_WITHIN)
        limit = min(len(text), match.end() + _DESCRIBED_WITHIN)
        end = find_sentence_end(text, match.end(), limit)
        found.append(text[begin:end])
    return found


def _is_representative(name: str, text: str) -> bool:
    return any(_has_representative(near) for near in _find_surroundings(name, text))


def _has_representative(near: str) -> bool:
    known = list_words("person_titles", "representatives")
    return any(word.lower() in known for word in split_words(near))


def _speaks_for(person: str, body: str, text: str) -> bool:
    """Whether the source says that a person speaks for a body."""
    keys = _keys(body)
    return any(
        _has_representative(near) and not keys.isdisjoint(_keys(near))
        for near in _find_surroundings(person, text)
    )


def _is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    words = [word for word in split_words(long) if word[:1].isupper()]
    is_short = 2 <= len(letters) <= 6 and letters.isupper()
    return is_short and len(words) > 1 and "".join(word[0] for word in words) == letters


def _parse(mention: SpeakerMention) -> PersonName | None:
    """Read the name with the title that is printed before it."""
    speaker, text = mention.speaker, mention.text
    title = ""
    if text and speaker.start:
        before = text[max(0, speaker.start - _TITLE_CHARS) : speaker.start].split()[-1:]
        known = list_words("person_titles", "honorifics")
        title = before[0] if before and _plain(before[0]) in known else ""
    return parse_person_name(f"{title} {speaker.name}".strip())


def _split_representative(name: str) -> str | None:
    """Return whom "a spokesman for X" speaks for; None for any other name."""
    match = re.search(r"(\w+) (?:for|of) (.+)$", name)
    if match and _plain(match.group(1)) in list_words("person_titles", "representatives"):
        return _strip_article(match.group(2))
    return None


def _strip_article(name: str) -> str:
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.lower() in _ARTICLES else name.strip()


def _plain(word: str) -> str:
    return word.lower().strip(".,")


@lru_cache(maxsize=1 << 10)
def _keys(text: str) -> frozenset[str]:
    words = (re.sub("[’']s?$", "", word) for word in split_words(text))
    return without_stop_words(map(word_key, words))
