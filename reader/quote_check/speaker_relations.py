"""How the speaker that a draft gives relates to the speaker in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from reader.quote_check.bare_surnames import find_introduced
from reader.quote_check.office_complements import heads_other_body
from reader.quote_check.office_names import find_office
from reader.quote_check.speaker_descriptions import is_described_so, names_other_place
from reader.quote_check.speaker_mentions import SpeakerMention, last_name, name_keys, parse_mention
from reader.quote_check.speaking_bodies import (
    find_name_words,
    find_surroundings,
    has_representative,
    is_acronym,
    is_body,
    is_representative,
    names_body,
    represents_others,
    represents_otherwise,
    speaks_for,
)
from reader.quote_check.transliterated_names import differ_in_vowels, drop_articles, have_articles
from reader.quote_versions.naming import is_called, is_said_to_speak, is_several
from reader.quote_versions.speaker_agreement import speakers_agree
from reader.quotes.quote import Speaker, SpeakerKind
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    PersonName,
    compare_values,
    find_person_names,
    parse_person_name,
)
from reader.text.values.value_lists import list_lines, list_words
from reader.text.words import split_words

_LIST_CHARS = 160
"""Characters of a list of speakers."""
_OFFICE_CHARS = 60
"""Characters between a name and the office that it has elsewhere in the text."""
_MOST_RELATIONS = 4_096
"""Relations that are kept of each source, at most."""
_NEAR_LINES = 2
"""Lines up to that of a quotation in which its speaker may be named."""
_JOINS = " and "
"""Between the names of those who say something together."""
_LEARNED = frozenset(("dr", "doctor", "prof", "professor"))
"""Titles that are no office: who has one may hold an office that the source names."""
PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "who", "one", "no one", "some", "most", "both")
)
"""Words that name nobody."""
_BELONGING = re.compile(
    r"\s+(?:of|for|from|to|at|in|against|with|investigating|accusing)\s|[’']s?\s"
)
"""Behind the head of a description: whom or what somebody is of."""
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


class SpeakerRelations:
    """The relations of speakers to those of one source, each found out once.

    Safe to use from several threads.

    Args:
        text: the text of the source.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._of_mentions: dict[tuple[SpeakerMention, SpeakerMention], SpeakerRelation] = {}
        self._unstated: dict[tuple[SpeakerMention, str], SpeakerRelation] = {}

    def relate(
        self, given: SpeakerMention, source: SpeakerMention | None, offset: int
    ) -> SpeakerRelation:
        """Say how the speaker that a draft gives relates to the one in the source.

        Args:
            given: the speaker of the draft, stated there.
            source: that of the source, None where it has none.
            offset: of the quotation in the source.
        """
        if given.speaker.name.lower() in PRONOUNS or _is_nobody(given, self._text):
            return SpeakerRelation.SAME
        is_same_name = source is not None and source.name == given.name
        if source and not is_same_name and _has_other_gender(given, source.speaker.mention):
            return SpeakerRelation.OTHER
        if source and (_is_misread(source.speaker) or _is_thing(source)):
            return self._relate_unstated(given, offset)
        if source is None or source.speaker.name.lower() in PRONOUNS:
            return self._relate_unstated(given, offset)
        relation = self._relate_mentions(given, source)
        if source.speaker.is_stated:
            return relation
        if relation in (SpeakerRelation.SAME, SpeakerRelation.RESPELLED):
            return relation
        if relation is SpeakerRelation.OTHER and given.is_named and source.is_named:
            return SpeakerRelation.UNSTATED
        return self._relate_unstated(given, offset)

    def _relate_mentions(self, given: SpeakerMention, source: SpeakerMention) -> SpeakerRelation:
        known = self._of_mentions
        if (given, source) not in known:
            if len(known) >= _MOST_RELATIONS:
                known.clear()
            known[given, source] = _relate_mentions(given, source, self._text)
        return known.get((given, source)) or _relate_mentions(given, source, self._text)

    def _relate_unstated(self, given: SpeakerMention, offset: int) -> SpeakerRelation:
        near = _read_near(self._text, offset)
        known = self._unstated
        if (given, near) not in known:
            if len(known) >= _MOST_RELATIONS:
                known.clear()
            known[given, near] = _relate_unstated(given, near)
        return known.get((given, near)) or _relate_unstated(given, near)


def _has_other_gender(given: SpeakerMention, pronoun: str) -> bool:
    """Whether a pronoun can't be that of a person by the given name: "he" of "Ada Quill"."""
    person = parse_mention(given) if given.is_named else None
    gender = person.gender if person and (person.given or person.title) else ""
    return (gender, pronoun.lower()) in (("f", "he"), ("m", "she"))


def _is_nobody(given: SpeakerMention, text: str) -> bool:
    """Whether a pronoun of the draft was taken for that of a thing or a place: "he", Texas."""
    if given.speaker.mention.lower() not in PRONOUNS or " " in given.name:
        return False
    name = given.name.lower()
    if given.speaker.kind is SpeakerKind.ROLE:
        sections = ("roles", "any", "men", "women", "representatives")
        people = frozenset().union(*(list_words("person_titles", one) for one in sections))
        return name not in people and not names_body(name_keys(name))
    is_printed = re.search(rf"(?<!\w){re.escape(given.name)}(?!\w)", text) is not None
    return is_printed and name not in find_name_words(text)


def _is_misread(source: Speaker) -> bool:
    """Whether a pronoun was taken for that of a role that it can't be of: "she", the chairman."""
    role = source.name.lower()
    is_woman = role.endswith("woman")
    is_man = role.endswith("man") and not is_woman
    pronoun = source.mention.lower()
    return (pronoun == "she" and is_man) or (pronoun == "he" and is_woman)


def _is_thing(source: SpeakerMention) -> bool:
    """Whether "it" was taken for a person: a sign, a letter."""
    return source.speaker.mention.lower() == "it" and not source.is_institution


def _read_near(text: str, offset: int) -> str:
    """Return the line of an offset, with the one before."""
    start = offset
    for _ in range(_NEAR_LINES):
        start = text.rfind("\n", 0, max(0, start))
        if start < 0:
            break
    end = text.find("\n", offset)
    return text[max(0, start) : end if end >= 0 else len(text)]


def _relate_unstated(given: SpeakerMention, near: str) -> SpeakerRelation:
    """Accept a speaker who is named beside the quotation, where nothing says who spoke."""
    keys, known = name_keys(given.description), name_keys(near)
    is_near = not keys.isdisjoint(known) if given.is_named else bool(keys) and keys <= known
    if is_near and given.is_named:
        is_near = is_said_to_speak(given.name, near)
    if not is_near:
        return SpeakerRelation.UNSTATED
    person = parse_person_name(given.name) if given.is_named else None
    if person is None or not person.given:
        return SpeakerRelation.SAME
    named = find_person_names(near)
    alike = [name for name in named if name.surname == person.surname and name.given]
    same = [compare_values(name, person).outcome for name in alike]
    is_other = bool(same) and ComparisonOutcome.EQUAL not in same
    return SpeakerRelation.UNSTATED if is_other else SpeakerRelation.SAME


def _relate_mentions(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    if given.text is source.text and given.speaker == source.speaker:
        return SpeakerRelation.SAME
    if _is_body_of(given, source) or _is_body_of(source, given):
        return SpeakerRelation.OTHER
    represented = _relate_representatives(given, source, text)
    if represented is not None:
        return represented
    if _belongs_to(given, source) or _belongs_to(source, given):
        return SpeakerRelation.OTHER
    if given.is_named and source.is_named:
        return _relate_names(given, source, text)
    if given.is_named or source.is_named:
        named, described = (given, source) if given.is_named else (source, given)
        return _relate_description(named, described, text)
    one, other = name_keys(given.description), name_keys(source.description)
    if _find_holder_words(given.description) != _find_holder_words(source.description):
        return SpeakerRelation.OTHER
    is_same = (one <= other or other <= one) and bool(one) and bool(other)
    is_same = is_same or given.description.lower() == source.description.lower()
    return SpeakerRelation.SAME if is_same else SpeakerRelation.UNSTATED


def _is_body_of(body: SpeakerMention, person: SpeakerMention) -> bool:
    """Whether one is the campaign or the office of the other, and not the other itself."""
    owner = name_keys(body.owner)
    return bool(owner) and not person.owner and name_keys(last_name(person.name)) <= owner


def _belongs_to(one: SpeakerMention, other: SpeakerMention) -> bool:
    """Whether one is the wife, the lawyer or the like of the other, a person or a body."""
    principal = one.principal
    if not principal or one.speaker.name == other.speaker.name:
        return False
    keys, owners = name_keys(other.name), name_keys(principal)
    is_surname = other.is_named and name_keys(last_name(other.name)) <= owners
    return bool(keys) and (keys <= owners or is_surname)


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
        shared = name_keys(given_for) & name_keys(source_for)
        return SpeakerRelation.SAME if shared else SpeakerRelation.OTHER
    spokesman, other = (given, source) if given_for is not None else (source, given)
    principal = given_for if given_for is not None else source_for
    if principal and name_keys(principal) & name_keys(other.name):
        is_of_person = spokesman.is_possessive or spokesman.serves_person
        speaks_for_body = is_body(other, text) and not is_of_person
        if not other.is_named:
            speaks_for_body = names_body(name_keys(other.name))
        return SpeakerRelation.SPOKESPERSON if speaks_for_body else SpeakerRelation.OTHER
    if other.is_named and is_representative(other.name, text):
        role = find_office(spokesman.name.split()[-1].lower())
        is_others = bool(principal) and (
            represents_others(other.name, principal or "", text)
            or represents_otherwise(other.name, role, text)
        )
        return SpeakerRelation.UNSTATED if is_others else SpeakerRelation.SAME
    if not other.is_named and not principal:
        return SpeakerRelation.UNSTATED
    # "The representative" is a member of parliament where the source has "Rep. Quill".
    if not principal and is_described_so(other.name, spokesman.description, text):
        return SpeakerRelation.RESPELLED
    return SpeakerRelation.OTHER if principal else SpeakerRelation.UNSTATED


def _relate_names(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    if given.name.count(_JOINS) > source.name.count(_JOINS):
        are_listed = _are_listed(re.split(r", (?:and )?| and ", given.name), source)
        return SpeakerRelation.SAME if are_listed else SpeakerRelation.UNSTATED
    one, other = parse_mention(given), parse_mention(source)
    is_one = given.speaker.kind is not SpeakerKind.JOINT and _JOINS not in given.name
    if one is not None and is_one and source.speaker.kind is SpeakerKind.JOINT:
        return _relate_to_each(one, source, text)
    if one is None or other is None:
        agree = speakers_agree(given.speaker, source.speaker)
        return SpeakerRelation.SAME if agree else SpeakerRelation.OTHER
    result = compare_values(one, other)
    if result.outcome is not ComparisonOutcome.DIFFERS and _hold_other_offices(one, other, text):
        return SpeakerRelation.OTHER
    if result.outcome is ComparisonOutcome.EQUAL:
        if find_introduced(given, source):
            return SpeakerRelation.OTHER
        is_respelled = result.reason in _RESPELLED
        return SpeakerRelation.RESPELLED if is_respelled else SpeakerRelation.SAME
    if result.outcome is ComparisonOutcome.UNKNOWN:
        if result.reason is ComparisonReason.SPELLING and not differ_in_vowels(one, other):
            return SpeakerRelation.UNSTATED
        return SpeakerRelation.RESPELLED
    if have_articles(one, other) and drop_articles(one) == drop_articles(other):
        return SpeakerRelation.RESPELLED
    return _relate_bodies(given, source, text)


def _relate_to_each(one: PersonName, source: SpeakerMention, text: str) -> SpeakerRelation:
    """Relate a person to those who said something together: each of them said it."""
    relation = SpeakerRelation.OTHER
    for name in source.name.split(_JOINS):
        other = parse_person_name(name)
        if other is None or _hold_other_offices(one, other, text):
            continue
        outcome = compare_values(one, other).outcome
        if outcome is ComparisonOutcome.EQUAL:
            return SpeakerRelation.RESPELLED
        if outcome is ComparisonOutcome.UNKNOWN:
            relation = SpeakerRelation.UNSTATED
    return relation


def _are_listed(names: Sequence[str], source: SpeakerMention) -> bool:
    """Whether a source has several names right before its speaker: "Ann Lee, R-Utah; and Bo Hill".

    The last of them is the speaker's; no verb of reporting may be in between.
    """
    end = source.speaker.end
    near = source.text[max(source.text.rfind("\n", 0, end) + 1, end - _LIST_CHARS) : end]
    places = [near.find(name) for name in names]
    verbs = load_reporting_verbs().single
    return (
        min(places) >= 0
        and near.endswith(names[-1])
        and verbs.keys().isdisjoint(word.lower() for word in split_words(near[min(places) :]))
    )


def _hold_other_offices(given: PersonName, source: PersonName, text: str) -> bool:
    """Whether two titles are of different offices, and the source gives the first to nobody of
    the surname."""
    office, other = _find_office(given.title), _find_office(source.title)
    if not office or office == other or not (other or source.title in _LEARNED):
        return False
    return not _has_office_beside(given.surname, office, text)


@lru_cache(maxsize=1 << 8)
def _has_office_beside(surname: str, office: tuple[str, ...], text: str) -> bool:
    """Whether a text has one of the names of an office near a surname."""
    titles = "|".join(map(re.escape, office))
    name = re.escape(surname)
    titled = rf"(?i:\b(?:{titles})\b)"
    before = rf"{titled}[^.;\n]{{0,{_OFFICE_CHARS}}}\b{name}\b"
    after = rf"\b{name}\b[^.;\n]{{0,{_OFFICE_CHARS}}}{titled}"
    beside = f"{before}|{after}"
    return re.search(beside, text) is not None


def _find_office(title: str) -> tuple[str, ...]:
    """Return the names of the office that a title is of; nothing for "Dr" and the like."""
    words = title.split()
    for line in list_lines("person_titles")["offices"]:
        names = tuple(line.split())
        if not set(names).isdisjoint(words):
            return names
    return ()


def _relate_bodies(given: SpeakerMention, source: SpeakerMention, text: str) -> SpeakerRelation:
    """Relate two other names: an institution under its short name, or its spokesperson."""
    keys, others = name_keys(given.name), name_keys(source.name)
    if is_acronym(given.name, source.name) or is_acronym(source.name, given.name):
        return SpeakerRelation.RESPELLED
    one_is_body, other_is_body = (is_body(who, text) for who in (given, source))
    if one_is_body and other_is_body and (keys <= others or others <= keys):
        return SpeakerRelation.SAME
    if one_is_body != other_is_body:
        body, person = (given, source) if one_is_body else (source, given)
        if speaks_for(person.name, body.name, text):
            return SpeakerRelation.SPOKESPERSON
    return SpeakerRelation.OTHER


def _relate_description(
    named: SpeakerMention, described: SpeakerMention, text: str
) -> SpeakerRelation:
    """Relate a name and a description: one where the source calls the bearer so."""
    words = name_keys(described.name)
    head = _BELONGING.split(described.description)[0]
    if name_keys(last_name(head)) & name_keys(named.name):
        return SpeakerRelation.SAME
    if words & name_keys(named.name):
        return SpeakerRelation.UNSTATED
    description = described.description
    if names_other_place(named.name, description, text):
        return SpeakerRelation.UNSTATED
    if heads_other_body(named.name, description, text):
        return SpeakerRelation.UNSTATED
    # "A campaign source" is of a body, and none.
    is_of_body = names_body(name_keys(described.name.split()[-1]))
    for near in find_surroundings(named.name, text):
        speaks = not named.is_institution and has_representative(near)
        if speaks and is_of_body and is_representative(named.name, text):
            return SpeakerRelation.SPOKESPERSON
        is_other = _is_other_holder(described.name, near)
        is_group = is_several(described.name) and not named.is_institution
        if words and not (is_other or is_group) and is_called(named.name, described.name, near):
            return SpeakerRelation.RESPELLED
    is_institution = named.is_institution and names_body(words)
    if is_institution and words <= name_keys(text):
        return SpeakerRelation.RESPELLED
    if not is_several(described.name) and is_described_so(named.name, described.description, text):
        return SpeakerRelation.RESPELLED
    return SpeakerRelation.UNSTATED


def _other_holders() -> frozenset[str]:
    return list_words("person_titles", "other holders")


def _find_holder_words(role: str) -> frozenset[str]:
    """Return the words of a role such as "former" and "then", which is a stop word otherwise."""
    return _other_holders().intersection(word.lower() for word in re.split(r"[\s-]+", role))


def _is_other_holder(role: str, near: str) -> bool:
    """Whether a role is always printed with a word such as "former" that it lacks."""
    printed = [word.lower() for word in split_words(near)]
    words = [word.lower() for word in split_words(role)]
    if not words or not _other_holders().isdisjoint(words):
        return False
    before = [printed[at - 1] for at, word in enumerate(printed) if at and word == words[0]]
    return bool(before) and all(word in _other_holders() for word in before)
