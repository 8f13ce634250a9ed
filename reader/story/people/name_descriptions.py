"""The descriptions that stand beside a person's name, between commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.speaker_kinds import find_head
from reader.story.people.coverage_people import COURTESY_TITLES
from reader.story.people.name_surroundings import (
    Span,
    find_title,
    is_abbreviation,
    is_person_noun,
    is_role_word,
    is_saying,
    stop_words,
)
from reader.text.values import PersonName
from reader.text.values.value_lists import list_words

_MOST_WORDS = 30
"""Words of a description."""
_CHARS = 250
"""Characters beside a name in which a description is read."""
_AFTER = re.compile(r" ?,[ \u00a0](?:\d{1,3},[ \u00a0])?")
_PARTY = re.compile(
    r"(?:,[ \u00a0]|[ \u00a0]\()([RDI][-–](?:(?:New|North|South|West|Rhode)[ \u00a0])?"
    r"[A-Z][\w. ]{0,18}?\.?)(?=[,;)]|\.?(?:[ \u00a0][\w“\"]|\n|$))"
)
_PARTY_OF = re.compile(
    r",[ \u00a0]((?:a |the )?(?:Republican|Democrat|independent)s? (?:of|from) "
    r"[A-Z][\w.]+(?:(?<!\.) [A-Z][\w.]+)?)"
)
_ONE_OF = re.compile(r"one of (?:an? [a-z]+ of |several |only [a-z]+ )?", re.IGNORECASE)
_AND_ROLE = re.compile(r" and (?=(?:the|an?)\b)")
_PARTICIPLE = re.compile(
    r"(?<=[a-z]{4})(?: (?:perhaps|best|now|also|long|once|still))*"
    r" (?:[a-z]{3,}ing|[a-z]{3,}ed|known)"
    r"(?: [a-z]+ly)?"
    r"(?= (?:to|for|by|in|on|at|with|as|the|an?|his|her)\b)"
)
"""What describes a noun after it: "a Democrat running for Senate", "the aide accused of it"."""
_AIM = re.compile(r"[ \u00a0]to (?:succeed|replace|become)\b")
"""Before what somebody is named for: "tapped Ann Lee, a former senator, to succeed him"."""
_OF_OWNER = re.compile(r" (?:to|for|with) (?:[Tt]he )?[A-Z][\w’' -]*[’']s [a-z]+$")
"""Of "an aide to the Herald’s publisher, Ann Lee" she is the publisher, and no aide."""
_DETERMINER = re.compile(r"(?:the|an?|another|his|her|its|their|one)\b", re.IGNORECASE)
_WHOSE = re.compile(r"(?:[A-Z][\w.-]*[ \u00a0]){0,4}[A-Z][\w.-]*(?:[’']s|s[’'])[ \u00a0]\w")
"""Whose person somebody is: "President Obama’s adviser"."""
_TOKEN = re.compile(r"\S+")
_FROM_PLACE = re.compile(
    r"[ \u00a0](?:of|from)[ \u00a0](?:the[ \u00a0])?[A-Z][\w.’'-]*(?:[ \u00a0][A-Z][\w.’'-]*){0,3}"
    r"(?:,[ \u00a0][A-Z][\w.]+(?=,[ \u00a0](?:an?|the|one|who)\b))?(?=,[ \u00a0])"
)
"""Where a person is from, before the comma of a description."""
_ENDS = ',;:—–()“”"'
_ROLE_FOR = re.compile(
    r"(?:[a-z]{4,} ){1,2}(?:director|manager|adviser|advisor|officer|secretary"
    r"|counsel|coordinator|editor|chief|analyst|professor) (?:for|of|at|with) "
)
"""A description without an article: "communications director for the board"."""
_PLACE = re.compile(r"[ \u00a0]((?:[A-Z][\w.]*[ \u00a0]?){1,2})(?=[,;]|$)")
_INNER_PLACE = re.compile(r"(?:\b(?:the|its|their|his|her)|[’']s?) (?:[A-Z][\w.-]* ?){1,3},$")
"""A town inside a noun phrase: "the Ashford, Ohio, branch"."""
_NOUN_AFTER = re.compile(r"[ \u00a0](?!(?:and|or|but|who|which|whose|said|says)\b)[a-z]{3,}\b")
_WORD_AFTER = re.compile(r"[ \u00a0]([a-z]+)")
_IS = re.compile(r"[ \u00a0]is[ \u00a0](?:also[ \u00a0])?(?=(?:an?|the)[ \u00a0])")
_DEGREE = re.compile(
    r"\b(?:most|least|best|worst|only|first|last|[a-z]{3,}est)\b|\bof (?:his|her)\b"
)
"""In what is said of a person by way of comparison: "the best mayor"."""
_SENTENCE_SIGNS = 3
"""Characters in which a sentence ends before the next one."""
_SENTENCE_BEFORE = re.compile(r"(?<=[a-z][.?!]|[.?!][”\"]) $")
_NEXT_OF_LIST = re.compile(r"(?:[’']s|,)?[ \u00a0](?:and|or)\b|,[ \u00a0][A-Z]")
_JOINED_SENTENCES = re.compile(r"[a-z]\.[A-Z][a-z]")
"""Two sentences without a space between: "the head of the board.They left"."""
_RELATIVES = ("who", "which", "whose", "whom")
_SUBJECT_AFTER = re.compile(r",[ \u00a0](?:[A-Z][\w.’'-]*[ \u00a0]?){2,4},[ \u00a0](\w+)")
_LINKS = frozenset(("as", "and", "but", "that"))
"""Words before a description that no verb or preposition governs."""
_COPULAS = frozenset(
    ("is", "was", "be", "been", "being", "became", "become", "becomes", "remains", "remained")
)
"""Verbs before what their subject is, not the name after it."""


def find_descriptions(text: str, name: PersonName) -> Iterator[Span]:
    """Yield the spans of what is said of a person between commas beside the name.

    ("Ida Vance, the owner of the ferry,", "the owner, Ida Vance,", "Ann Lee, R-Ohio,", "Ann Lee
    is the owner of the ferry")
    """
    yield from _find_after(text, _skip_place(text, _skip_suffix(text, name)))
    before = _read_before(text, name.start, name.end) or _read_before_title(text, name)
    if before and not _is_next_of_list(text, name, before):
        yield before
    if predicate := _read_predicate(text, name):
        yield predicate


def _find_after(text: str, end: int) -> Iterator[Span]:
    """Yield the descriptions that follow a name that ends at a position."""
    for pattern in (_PARTY, _PARTY_OF):
        if match := pattern.match(text, end):
            begin, stop = match.span(1)
            # "Democrat of Ohio." ends the sentence, and so does "D-Ohio.".
            last = text[begin:stop].split()[-1].removeprefix(text[begin : begin + 2])
            is_cut = last.endswith(".") and not is_abbreviation(last)
            yield begin, _extend_party(text, stop - is_cut)
            further = _AFTER.match(text, stop + text.startswith(")", stop))
            if further and (found := _read_after(text, further.end())):
                yield found
            return
    if match := _AFTER.match(text, end):
        found = _read_after(text, match.end())
        if found and not _is_of_subject_after(text, found[1]):
            yield found


def _is_of_subject_after(text: str, end: int) -> bool:
    """Return whether the name after a description is in commas and speaks.

    ("After meeting Mr. Lee, the mayor, Ida Vance, said": no list, which would have "and".)
    """
    match = _SUBJECT_AFTER.match(text, end)
    return match is not None and is_saying(match.group(1))


def _extend_party(text: str, stop: int) -> int:
    """Return the end of "Democrat of Ohio" with what follows: "and the chairman of the board"."""
    match = _AND_ROLE.match(text, stop)
    found = _read_after(text, match.end()) if match else None
    return found[1] if found else stop


def _skip_suffix(text: str, name: PersonName) -> int:
    end = name.end
    return end + 2 if text.startswith(("’s", "'s"), end) else end


def _skip_place(text: str, end: int) -> int:
    """Return the end of where somebody is from: "Ida Vance of Ohio", "of Ob County, Ohio"."""
    match = _FROM_PLACE.match(text, end)
    return match.end() if match else end


def _read_after(text: str, begin: int) -> Span | None:
    """Return the description that begins at a position, up to the next sign."""
    limit = text.find("\n", begin)
    limit = min(begin + _CHARS, limit if limit >= 0 else len(text))
    end, inner = begin, False
    for count, match in enumerate(_TOKEN.finditer(text, begin, limit)):
        word = match.group()
        bare = word.rstrip(_ENDS + ".")
        # "Vance, the mayor said, is ill": they are the subject of a clause.
        if count >= _MOST_WORDS or (count and is_saying(bare)):
            return None
        if word[0] in _ENDS or bare.lower() in _RELATIVES:
            break
        if joined := _JOINED_SENTENCES.search(word):
            end = match.start() + joined.start() + 1
            break
        whole = word.rstrip(_ENDS)
        end = match.start() + len(whole if is_abbreviation(whole) else bare)
        if word[-1] == "," and count and _is_place(text, match.end(), limit):
            inner = _INNER_PLACE.search(text[begin : match.end()]) is not None
            continue
        if inner and word[-1] == "," and _NOUN_AFTER.match(text, match.end(), limit):
            inner = False
            end = match.end()
            continue
        if word[-1] in _ENDS or (word[-1] == "." and not is_abbreviation(word)):
            break
    if aim := _AIM.search(text, begin, end):
        end = aim.start()
    words = text[begin:end]
    first = words.split(None, 1)[0] if words.strip() else ""
    is_lower = first.islower() and (
        is_role_word(first) or first in _openers() or _ROLE_FOR.match(words) is not None
    )
    opens = _DETERMINER.match(words) or _WHOSE.match(words) or is_lower
    if words.endswith(("’s", "'s")) and text.startswith((" “", ' "'), end):
        # "co-anchor of the channel’s “Today” show": what is quoted belongs to it.
        return None
    if not opens or not _has_role_head(words):
        return None
    return begin, end


def _is_place(text: str, begin: int, limit: int) -> bool:
    """Return whether a state between commas follows: "a student in Ashford, Wash., left"."""
    match = _PLACE.match(text, begin, limit)
    if match is None:
        return False
    words = match.group(1).split()
    return is_abbreviation(words[-1]) or words[-1] in load_word_class("place_names")


def _openers() -> frozenset[str]:
    known = list_words("person_titles", "other holders")
    return known | list_words("person_titles", "title qualifiers")


def _read_before(text: str, start: int, end: int) -> Span | None:
    """Return the description that ends in a comma before a name: "the mayor, Ida Vance"."""
    stop = start - 2
    if stop < 0 or text[stop:start] not in (", ", ",\u00a0"):
        return None
    lowest = max(text.rfind("\n", 0, stop) + 1, stop - _CHARS)
    starts = [match.start() for match in _TOKEN.finditer(text, lowest, stop)][-_MOST_WORDS:]
    for begin in reversed(starts):
        words = text[begin:stop]
        if any(sign in words for sign in _ENDS) or _has_sentence_end(words):
            return None
        if any(map(is_saying, words.split())):
            return None
        if _OF_OWNER.search(words):
            return None
        # "A baker who had served as the mayor’s cook, Ann Lee": the cook is part of it.
        if text[:begin].endswith((" as ", " as\u00a0")):
            continue
        opens = _DETERMINER.match(words) or (_WHOSE.match(words) and not _is_inside(text, begin))
        if opens and _has_role_head(words):
            is_other = _follows_name(text, lowest, begin) or _is_predicate(text, lowest, begin)
            is_other = is_other or _is_in_adverbial(text, lowest, begin, end)
            return None if is_other else (begin, stop)
    return None


def _read_before_title(text: str, name: PersonName) -> Span | None:
    """Return the description before a comma and a title: "a friend of the mayor, Sen. Ann Lee".

    None before "Mr.", which begins a clause or the next of several persons.
    """
    title = find_title(text, name)
    if title is None or text[slice(*title)].rstrip(".").lower() in COURTESY_TITLES:
        return None
    return _read_before(text, title[0], name.end)


def _is_next_of_list(text: str, name: PersonName, before: Span) -> bool:
    """Return whether a name with a title is another person than the one before its comma.

    ("They met the governor, Sen. Ann Lee and Bo Roe")
    """
    is_role = text[before[0] : before[1]].startswith("the ") and bool(name.title)
    return is_role and _NEXT_OF_LIST.match(text, name.end) is not None


def _read_predicate(text: str, name: PersonName) -> Span | None:
    """Return what a sentence that begins with a name says its person is: "Lee is a pilot"."""
    title = find_title(text, name)
    begin = title[0] if title else name.start
    line = text[text.rfind("\n", 0, begin) + 1 : begin]
    is_quoted = line.rfind("“") > line.rfind("”") or line.count('"') % 2 == 1
    is_first = not line.strip() or _SENTENCE_BEFORE.search(line[-_SENTENCE_SIGNS:])
    match = _IS.match(text, name.end) if is_first and not is_quoted else None
    found = _read_after(text, match.end()) if match else None
    words = text[slice(*found)] if found else ""
    is_plain = bool(words) and " and " not in words and not _DEGREE.search(words)
    return found if is_plain and is_person_noun(find_head(words)) else None


def _follows_name(text: str, lowest: int, begin: int) -> bool:
    """Return whether a description may be that of a name before it: "by Mr. Lee, the mayor,"."""
    before = text[lowest:begin].split()[-1:]
    if not before or not before[0].endswith(",") or not before[0][0].isupper():
        return False
    return before[0].rstrip(",").lower() not in stop_words()


def _is_inside(text: str, begin: int) -> bool:
    """Return whether a word with a capital is right before: "Obama’s" of "President Obama’s"."""
    before = text[:begin].rpartition("\n")[2].split()[-1:]
    if not before or not before[0][0].isupper() or before[0][-1] in _ENDS:
        return False
    return before[0][-1] != "." or is_abbreviation(before[0])


def _is_in_adverbial(text: str, lowest: int, begin: int, end: int) -> bool:
    """Return whether a phrase is part of what opens a sentence before its subject.

    ("After the death of the ambassador a month ago, Ann Lee spoke": a verb follows the name at
    once, where a description would be between commas.)
    """
    before = text[lowest:begin].split()[-1:]
    is_governed = bool(before) and before[0][-1] not in _ENDS + ".!?"
    is_governed = is_governed and before[0].lower() not in _LINKS
    follows = _WORD_AFTER.match(text, end)
    is_verb = follows is not None and follows.group(1) not in load_word_class("phrase_ends")
    return is_governed and is_verb


def _is_predicate(text: str, lowest: int, begin: int) -> bool:
    """Return whether a description is of who comes before it: "when he was a senator, Mr. Lee"."""
    before = text[lowest:begin].split()[-1:]
    if not before or before[0][-1] in _ENDS + ".!?":
        return False
    return before[0].lower() in _COPULAS


def _has_sentence_end(words: str) -> bool:
    return any(word[-1] in ".?!" and not is_abbreviation(word) for word in words.split())


def _is_person(noun: str) -> bool:
    """Return whether a noun in lower case is one for a person."""
    return is_person_noun(noun) or noun in load_word_class("more_persons") - {"one"}


def _has_role_head(words: str) -> bool:
    """Return whether the noun that a phrase is about is a role, a title or a relative.

    "Her last speech as mayor" has none.
    """
    words = words.split(" who ", maxsplit=1)[0]
    if " as " in words.split(" of ")[0]:
        return False
    words = _PARTICIPLE.split(words, maxsplit=1)[0]
    several = _ONE_OF.match(words)
    head = find_head(words[several.end() :]).removesuffix("s") if several else find_head(words)
    if any(map(_is_person, (head, head.rpartition("-")[2]))):
        return True
    # "a University of Ob law professor": a body's name comes before the role.
    last = words.split()[-1]
    has_body = re.match(r"(?:the|an?) [A-Z][\w-]* of (?:the )?[A-Z]", words) is not None
    return has_body and last.islower() and is_person_noun(last)
