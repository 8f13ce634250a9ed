"""The whole words for a speaker without a person's name: "the mayor of Velmont"."""

from __future__ import annotations

import re

from reader.quotes import Cue, Speaker, SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.speaker_kinds import find_head
from reader.story.people.name_surroundings import (
    is_abbreviation,
    is_body_or_text,
    is_person_noun,
)
from reader.text.calendar_words import english_month_names, english_weekday_names

_HEADING_WORDS = 3
"""Words in capitals alone that are a heading, and no name."""
_MOST_WORDS = 8
"""Words that belong to a role and follow it."""
_CHARS = 120
"""Characters beside the words in which further ones are read."""
_BELONGS = re.compile(r"[ \u00a0](?:of|for|from|at|in|with|on|to|close|familiar|who|called)\b")
_CLOSING = re.compile(
    r"[ \u00a0](?:who (?:know|knew|have|has|were|was|are|is)|with knowledge|familiar|close"
    r"|briefed)\b[^,;:.()“”\"\n]*(?=[.,\n]|$)"
)
"""What belongs to a role after its verb, up to the end: "people who know both of them"."""
_WHOSE = re.compile(
    r"[ \u00a0](?:of|for|at|from)[ \u00a0](?:the[ \u00a0])?"
    r"[A-Z][\w’'.-]*(?:[ \u00a0](?:(?:of|for|and)[ \u00a0](?:the[ \u00a0])?)?[A-Z][\w’'-]*){0,5}"
)
_DAYS = "|".join(word.title() for word in sorted(english_weekday_names() | english_month_names()))
_OF_PRINCIPAL = re.compile(
    r"(?<=\battorney)[ \u00a0]general\b|(?<=(?:secretary|minister ))[ \u00a0]of[ \u00a0][a-z]+\b"
    r"|[ \u00a0](?:in|of|at)[ \u00a0](?:the[ \u00a0])?"
    rf"(?!(?:{_DAYS})\b)[A-Z][\w.’'-]*(?:[ \u00a0][A-Z][\w’'-]*){{0,3}}"
)
"""What belongs to whom a spokesman is for: "the attorney in Ashford", "the secretary of state"."""
_NAME_AFTER = re.compile(
    r"(?:[ \u00a0](?:(?:of|for|and)[ \u00a0])?(?:the[ \u00a0])?"
    rf"(?!(?:{_DAYS})\b)[A-Z][\w’'&-]*){{1,6}}"
)
_WITHOUT_END = re.compile(
    r"(?:[ \u00a0](?:\w+ly|who|that|also|first|now|then|has|have|had"
    rf"|on (?:{_DAYS})|(?:{_DAYS})|this week|last week))+$"
)
"""Words between those for a speaker and the verb that belong to the verb."""
_FIRST_OF_TWO = re.compile(r"\b[Tt]he [A-Z][\w-]+ and $")
"""What opens a body's name of two parts: "the Road and Harbour Alliance"."""
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.&-]*[ \u00a0]|[A-Z][\w.]*-)+$")
_PLACE_AFTER = re.compile(r",[ \u00a0](?:[A-Z][a-z]*\.){1,3}|,[ \u00a0][A-Z]\w+,")
"""What follows a place: "Brooklyn, N.Y.", which is no speaker."""
_ADJECTIVES = ("-run", "-based", "-owned", "-backed", "-led")
_OPENING = frozenset(
    (
        *("the", "a", "an", "but", "and", "as", "in", "on", "yet", "so", "while", "now", "when"),
        *("after", "although", "because", "before", "if", "once", "since", "though", "until"),
    )
)
_PERSONS_ENDINGS = (
    *("ers", "ors", "ists", "ants", "ents", "ians", "crats", "cans", "men", "people", "ees"),
    *("ives", "ics", "als", "ees"),
)
"""Endings of nouns for several persons that no list has."""
_QUANTITIES = frozenset(
    (
        *("couple", "dozen", "dozens", "handful", "hundreds", "majority", "number", "pair"),
        *("scores", "thousands", "one", "two", "three", "four", "five", "six", "several", "many"),
        *("most", "few", "some", "both", "all", "none"),
    )
)
_SOME = frozenset(("some", "those", "others", "many", "several"))
_OF_PERSONS = re.compile(r"[ \u00a0]of(?:[ \u00a0][\w’'-]+){1,6}")
_CLOSE = re.compile(
    r"[ \u00a0](?:close to|familiar with|near)"
    r"(?:[ \u00a0](?:the|an?|his|her|[A-Z][\w’'.-]*|[a-z]{4,})){1,4}?"
    r"(?= (?:say|said|tell|told|think|believe|have|has|had)\b)"
)
"""Whom some are close to, before the verb."""
_NOUN = re.compile(r"[\w’'-]+")
_MOST_IN_EPITHET = 5
_EPITHETS = frozenset(
    (
        *("billionaire", "businessman", "candidate", "congressman", "congresswoman", "contender"),
        *(
            "democrat",
            "front-runner",
            "frontrunner",
            "governor",
            "hopeful",
            "host",
            "incumbent",
            "lawmaker",
        ),
        *("leader", "mayor", "mogul", "native", "nominee", "president", "republican", "senator"),
        *("veteran", "chairman", "chairwoman", "star"),
    )
)
"""Nouns by which an article calls somebody whom it also names."""
_KINDS_OF_NAMES = (SpeakerKind.UNKNOWN, SpeakerKind.ORGANISATION, SpeakerKind.OFFICE)


def read_whole_words(text: str, speaker: Speaker, cue: Cue | None) -> str:
    """Return the words for a speaker with those that belong to them; empty for a place.

    Args:
        text: the text of the article.
        speaker: the speaker, no person with a name.
        cue: the verb, if there is one.
    """
    name = speaker.display_name
    if speaker.represents and text.startswith(name, speaker.start):
        end = speaker.start + len(name)
        while match := _OF_PRINCIPAL.match(text, end):
            end = match.end()
        return text[speaker.start : end]
    if speaker.start >= speaker.end or name not in text[speaker.start : speaker.end]:
        return name
    begin, end = speaker.start, speaker.end
    is_of = " " not in name and name.endswith("s") and _BELONGS.match(text, end) is not None
    if speaker.kind in _KINDS_OF_NAMES and name[:1].isupper() and not is_of:
        if _PLACE_AFTER.match(text, end) and speaker.kind is SpeakerKind.UNKNOWN:
            return ""
        return _read_name(text, begin + text[begin:end].index(name), end)
    if cue is not None and end < cue.start and _BELONGS.match(text, end):
        further = _WITHOUT_END.sub("", text[end : cue.start].rstrip())
        is_near = len(further.split()) <= _MOST_WORDS and not re.search(r"[,;:“”\"]", further)
        return text[begin:end] + further if is_near else name
    if match := _WHOSE.match(text, end):
        return text[begin : match.end()]
    closing = _CLOSING.match(text, end) if cue is not None and cue.end <= begin else None
    if closing is not None and len(closing.group().split()) <= _MOST_WORDS:
        return text[begin : closing.end()]
    return name


def read_partitive(text: str, speaker: Speaker) -> str:
    """Return the words for some of several persons; empty for other speakers.

    ("Two of the people", "A handful of insiders", "Some close to the mayor")

    Args:
        text: the text of the article.
        speaker: the speaker, no person with a name.
    """
    begin, end = speaker.start, speaker.end
    words = text[begin:end].lower().removeprefix("a ").removeprefix("at least ").split()
    if not words or words[0] not in _QUANTITIES | _SOME:
        return ""
    if len(words) > 1:
        is_some = words[0] in _SOME and words[1:] in (["close"], ["familiar"])
        end -= len(words[-1]) + 1 if is_some else 0
        if not is_some:
            return ""
    if words[0] in _SOME and (match := _CLOSE.match(text, end)):
        return text[begin : match.end()]
    if match := _OF_PERSONS.match(text, end):
        for noun in _NOUN.finditer(match.group()):
            word = noun.group().lower()
            if word == "people" or (word.endswith("s") and _is_persons_noun(word)):
                return text[begin : end + noun.end()]
    return ""


def _is_persons_noun(noun: str) -> bool:
    """Return whether a plural is one for persons."""
    one = noun.removesuffix("s")
    return is_person_noun(one) or one in load_word_class("more_persons")


def _read_name(text: str, begin: int, end: int) -> str:
    before = text[max(0, begin - _CHARS) : begin].rpartition("\n")[2]
    if before.endswith(" and ") and before[:-5].split()[-1:] and before.split()[-2][0].isupper():
        return ""
    if match := _NAME_BEFORE.search(before):
        words = match.group().split()
        ends = [at for at, word in enumerate(words) if _ends_sentence(word)]
        words = words[ends[-1] + 1 :] if ends else words
        while words and (words[0].lower() in _OPENING or words[0].endswith(_ADJECTIVES)):
            words.pop(0)
        if sum(map(str.isupper, words)) >= _HEADING_WORDS:
            # "FERRY SINKS AGAIN But Vance’s office": a heading that runs into the sentence.
            words = []
        begin -= sum(map(len, words)) + len(words) - match.group().endswith("-")
    if match := _FIRST_OF_TWO.search(text, max(0, begin - _CHARS), begin):
        is_body = not load_vocabulary().organisation_words.isdisjoint(text[begin:end].split())
        begin = match.start() if is_body else begin
    if match := _NAME_AFTER.match(text, end, end + _CHARS):
        end = match.end()
    return text[begin:end]


def _ends_sentence(word: str) -> bool:
    """Return whether a sentence ends with a word: "in Ashford. The Harbour Board"."""
    return word.endswith(".") and len(word) > 2 and not is_abbreviation(word)


def is_epithet(name: str) -> bool:
    """Return whether words for one speaker may be of somebody whom the article also names.

    ("the 43-year-old", "the presidential hopeful", "the Fox host")
    """
    words = name.lower().split()
    if not words or words[0] in ("a", "an", "one", "another"):
        return False
    is_whole = len(words) <= _MOST_IN_EPITHET and not {"of", "for", "from"} & set(words)
    return is_whole and (words[-1].endswith("-year-old") or words[-1] in _EPITHETS)


def is_plain_noun(name: str, kind: SpeakerKind) -> bool:
    """Return whether words without a name are those for no persons: "a worker's contributions"."""
    head = find_head(name)
    if kind is SpeakerKind.ROLE:
        return not is_person_noun(head) and not is_body_or_text(head)
    if kind is not SpeakerKind.GROUP:
        return False
    known = load_word_class("group_words")
    is_known = head in known or is_person_noun(head.removesuffix("s"))
    return not is_known and not head.endswith(_PERSONS_ENDINGS)
