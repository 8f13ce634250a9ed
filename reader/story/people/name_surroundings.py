"""The titles right before a person's name, and the nouns for persons that they are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.quote_versions.naming import is_several
from reader.quotes import SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.speaker_kinds import classify_role
from reader.story.people.coverage_people import COURTESY_TITLES
from reader.story.people.same_person import find_offices
from reader.text.calendar_words import english_month_names, english_weekday_names
from reader.text.values import PersonName
from reader.text.values.value_lists import list_words, title_words

Span = tuple[int, int]

_MOST_TITLE_WORDS = 7
_MOST_QUALIFIERS = 3
"""Words between a title and what shows that they belong to it."""
_TITLE_CHARS = 90
"""Characters before a name in which its title is read."""
_LEAST_QUALIFIER = 4
"""Letters of a lower-case word that may be part of a title: "fire" in "fire chief"."""
_YEAR_DIGITS = 4
_LEAST_IST = 7
"""Letters of a noun for a person that ends in "ist"."""
_WORD_BEFORE = re.compile(r"(?<![\w’'.&-])([\w’'.&-]+)[ \u00a0]$")
_OFFICE_OF = re.compile(
    r"(?<![\w-])([A-Z]\w+) of (?:the )?[A-Z][\w-]+(?:,? (?:and )?[A-Z][\w-]+){0,2}[ \u00a0]$"
)
"""An office, as its first group, with the field that it is of."""
_ROLE_OF = re.compile(r"(?<![\w’'-])([a-z]+) of [a-z]{4,}[ \u00a0]$")
"""The same in lower case: "chief of staff"."""
_BODY_BEFORE = re.compile(r"(?<![\w’'-])([A-Za-z]+) of the $")
"""A role before a body that precedes a title: "chairman of the House Board Rep."."""
_BODY_OF = re.compile(r"(?<![\w’'.&-])(?:[A-Z][\w&-]* ){0,4}[A-Z][\w&-]* of (?:the )?$")
"""The beginning of a body's name before the rest: "District of" Ashford Council."""
_HEDGE = re.compile(r"\b(?:[Aa]lleged|[Aa]ccused|[Ss]uspected|[Pp]urported|[Ss]elf-\w{4,12}) $")
"""A word before a role without which somebody is said to be what he may not be."""
_BODY_AND = re.compile(
    r"(?<![\w’'.&-])(?:[A-Z][\w&-]* ){0,3}[A-Z][\w&-]* (?:for|of) (?:the )?"
    r"(?:[A-Z][\w-]*,? ){1,4}(?:and|&) $"
)
_BODY_HEADS = re.compile(
    r"\b(?:Agency|Board|Bureau|Center|Centre|Commission|Committee|Council|Department|Institute"
    r"|Ministry|Office|Service|Union) (?:for|of) "
)
"""Nouns for bodies with what they are for."""
_OWNED_BODY = re.compile(r"(?<![\w’'.&-])(?:[A-Z][\w.&-]* ){0,4}[A-Z][\w&-]*[’']s $")
_AND_FIELD = re.compile(
    r"(?:(?:House|Senate) )?\b(?:Ways|Health|Housing|Oversight|Energy|Education|Science|Security"
    r"|Agriculture|Trade|Culture|Food|Research|Labor|Labour|Employment|Work|Environment|Business"
    r"|Commerce|Finance|Foreign|Transport|Transportation|Justice|Policy|Homeland Security) and $"
)
"""The first field of an office that has two: "Housing and Town Development Secretary"."""
_OWNER_BEFORE = re.compile(r"(?:(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w-]+|\bthe [a-z-]+)[’']s $")
"""Whose relative somebody is: "Mr. Vance’s daughter", "the mayor’s daughter"."""
_FIRST_ROLE = re.compile(
    r"(?<![\w’'.-])(?:former |then-)?(?:[A-Z][\w.’'-]* ){1,3}(\w+) and (?:former )?$"
)
"""The first of two roles: "former Ohio governor and Harbour News contributor"."""
_ADJECTIVE = re.compile(r"(?:ic|al|ous|ive|ful|able|ary|ent|ant)$")
"""The end of an adjective that opens a sentence, and is no name."""
_EARLIER_ADJECTIVE = re.compile(r"(?:ex|then)-[a-z]{4,}")
"""The first word of a role that somebody had: "ex-national security adviser"."""
_RANKS = frozenset(("chief", "head", "lead", "senior", "top"))
"""Words for a rank before a role."""
_JOINED_SENTENCES = re.compile(r"[a-z]\.[A-Z][a-z]")
"""Two sentences without a space between: "spoke to Lee.Mayor Vance"."""
_ORDINALS = frozenset(("first", "second", "third"))
"""Which holder of a role somebody is: "Lee's first national security adviser"."""
_TENURES = frozenset(("longtime", "long-time", "current"))
"""Words for how long somebody has a role, before it."""
_WORK_BEFORE = re.compile(r"[“\"](?:[^“”\"\n]{0,38} )?[A-Z\d][^“”\"\n ,.!?]*[”\"] $")
"""A work right before a role: “Today” show host."""
_EARLIER = re.compile(r"(?:[Tt]hen|[Ee]x)-(?=[A-Z])")
"""Before a title that somebody had: "then-Rep."."""
_LATER = re.compile(r"-(?:elect|to-be|designate)$")
"""After a title that somebody will have: "Speaker-to-be"."""
_POSSESSIVES = ("his", "her", "their", "its")
_TEXTS = frozenset(
    (
        "testimony",
        "interview",
        "conference",
        "speech",
        "program",
        "programme",
        "show",
        "page",
        "commentary",
    )
)
"""Further nouns for what is said or written."""
_VERBS_TOO = frozenset(
    (
        *("coach", "convict", "doctor", "father", "guard", "head", "host", "judge", "model"),
        *("mother", "nurse", "pilot", "vet", "witness"),
    )
)
"""Nouns for persons that are verbs as well."""
_NO_PERSON_ENDINGS = ("tion", "sion", "ment", "utility")
"""Of nouns listed as speakers that are acts, bodies or things."""
_BODIES_AND_TEXTS = frozenset(
    (
        *("abstract", "academy", "alliance", "assembly", "audit", "automaker", "billboard", "bloc"),
        *("body", "brand", "brief", "bulletin", "card", "carmaker", "catalogue", "chain"),
        *(
            "chamber",
            "chipmaker",
            "clip",
            "commercial",
            "count",
            "crew",
            "crown",
            "daily",
            "decree",
        ),
        *("defence", "diary", "dossier", "drugmaker", "enquiry", "factsheet", "fax", "feed"),
        *("fund", "graffiti", "guide", "guidebook", "handbook", "homepage", "inquiry", "journal"),
        *("jury", "kremlin", "lab", "label", "laboratory", "league", "manifesto", "mob"),
        *("newswire", "op-ed", "order", "outlet", "pair", "panel", "pentagon", "placard"),
        *("postcard", "probe", "profile", "recording", "secretariat", "start-up", "startup"),
        *("store", "subpoena", "tabloid", "tape", "telegram", "thread", "trust", "vatican"),
        *("video", "voicemail", "warrant"),
    )
)
"""Further nouns listed as speakers that are no persons."""
_ODD_QUALIFIERS = frozenset(("fire", "lead", "police", "home", "party", "state’s"))
"""Qualifiers of a role in lower case that are verbs or nouns before a title with a capital."""
_SAYING_FIRST = re.compile(r"[A-Z][a-z]+ing$")
"""A participle that opens a sentence: "Saying President Obama …"."""
_BEFORE_VERBS = frozenset(
    ("to", "will", "would", "can", "could", "must", "should", "may", "might", "not", "cannot")
)
PARTISANS = frozenset(("republican", "democrat", "independent", "conservative", "liberal"))
"""Nouns for a member of a party."""


def find_title(text: str, name: PersonName) -> Span | None:
    """Return the span of the title right before a name: "Sen.", "former fire chief".

    Args:
        text: the text of the name.
        name: the name with its place.
    """
    if not name.words:
        return None
    first = text.find(name.words[0], name.start, name.end)
    begin = _extend_left(text, first)
    if not 0 <= begin < first or _is_qualifier_only(text[begin:first]):
        return None
    words = text[begin : first - 1].split()
    is_bare = not name.given and len(words) == 1 and text[:begin].endswith(("the ", "The "))
    if is_bare and words[0].islower() and find_offices(words[0]):
        # "the president Lee worked for": before a name an office has a capital.
        return None
    return _extend_beside(text, begin, is_role=words[-1].islower()), first - 1


def _is_qualifier_only(words: str) -> bool:
    """Return whether no title is left: "former" of "former Vance aide Al Lee"."""
    known = list_words("person_titles", "other holders") | {"senior", "elder"}
    return all(word.lower() in known for word in words.split())


def _extend_beside(text: str, begin: int, *, is_role: bool) -> int:
    """Return where a title begins with whose it is, what body it is of, and which work.

    After "and" a title in lower case is the second of one person.

    ("his friend", "chairman of the House Board Rep.", "“Today” show host")
    """
    line = text[max(text.rfind("\n", 0, begin) + 1, begin - _TITLE_CHARS) : begin]
    if match := _AND_FIELD.search(line):
        return begin - len(match.group())
    first = _FIRST_ROLE.search(line)
    if first and is_role and is_role_word(first.group(1)):
        return begin - len(first.group())
    if text[begin].isupper():
        match = _BODY_BEFORE.search(line)
        if match is not None and is_role_word(match.group(1)):
            return begin - len(match.group())
        is_office = is_role_word(text[begin:].split(None, 1)[0])
        return begin if is_office else _extend_body(text, begin, line)
    if match := _WORK_BEFORE.search(line):
        return begin - len(match.group())
    if owner := _OWNER_BEFORE.search(line):
        is_relative = text[begin:].split(None, 1)[0] in load_word_class("relatives")
        return begin - len(owner.group()) if is_relative else begin
    last = line.split()[-1:]
    is_whose = bool(last) and last[0].lower() in _POSSESSIVES and line.endswith(" ")
    return begin - len(last[0]) - 1 if is_whose else begin


def _extend_body(text: str, begin: int, line: str) -> int:
    """Return where the body begins whose last words open a title, with what is before them.

    ("Office of Harbours and" Budget director, "Ashford County Sheriff’s" Department spokesman)
    """
    is_body = text[begin:].split(None, 1)[0] in load_vocabulary().organisation_words
    match = _BODY_AND.search(line)
    if match is not None and not _BODY_HEADS.search(match[0]):
        # "Sen. Ned Lee of Ohio and Gov. Ida Vance"
        match = None
    match = match or (_OWNED_BODY.search(line) if is_body else None)
    if match is None:
        return begin
    opener = match.group().split()[0]
    skipped = len(opener) + 1 if opener.lower() in stop_words() else 0
    return begin - len(match.group()) + skipped


def _extend_left(text: str, first: int) -> int:
    """Return where the title before a position begins; the position itself if there is none."""
    lowest = max(text.rfind("\n", 0, first) + 1, first - _TITLE_CHARS)
    begin = _find_office_of(text, lowest, first)
    follows_role, title = begin < first and text[begin].islower(), ""
    for count in range(begin < first, _MOST_TITLE_WORDS):
        match = _WORD_BEFORE.search(text[lowest:begin])
        if match is None:
            break
        word = match.group(1)
        is_label = word.isupper() and word.lower() in load_word_class("page_labels")
        if is_label or (count and _is_courtesy(title)):
            break
        if title == "lady" and word in ("first", "First", "second", "Second"):
            return lowest + match.start(1)
        if not (is_role_word(word) if count == 0 else _may_belong(word, follows_role=follows_role)):
            break
        is_former = title.lower() in list_words("person_titles", "other holders")
        is_former = is_former and title.islower()
        if (word in _ODD_QUALIFIERS and title[:1].isupper()) or (is_former and word.islower()):
            break
        # "Help Mr. Lee": only a common noun has others before it.
        follows_role = word.islower() and is_role_word(word)
        begin, title = lowest + match.start(1), word
    begin = _extend_qualifiers(text, lowest, begin, first)
    if begin < first and (hedge := _HEDGE.search(text, lowest, begin)):
        begin = hedge.start()
    if begin == first or _is_verb_here(text, lowest, begin):
        return first
    return _without_body(text, lowest, begin, first)


def _extend_qualifiers(text: str, lowest: int, begin: int, first: int) -> int:
    """Return where a title begins with the words before it up to who employs, or "former".

    ("former national security adviser", "AARP legislative policy director")
    """
    if begin == first or not text[begin].islower():
        return begin
    at = begin
    for _ in range(_MOST_QUALIFIERS + 1):
        match = _WORD_BEFORE.search(text[lowest:at])
        if match is None:
            return begin
        after, word, at = at, match.group(1), lowest + match.start(1)
        if word.lower() in list_words("person_titles", "other holders") or _is_year(word):
            return at
        if word in _ORDINALS:
            continue
        if _opens_phrase(word) or word.endswith(("'s", "’s")):
            return after
        if word[0].isupper():
            if word.isupper() and len(word) > 1:
                return _with_former(text, lowest, at)
            # "Bombastic talk show host": the word that opens the sentence is an adjective.
            opens = not text[lowest:at].strip() and text[at - 1 : at] in "\n"
            if opens and _ADJECTIVE.search(word):
                return after
            if not all(map(_is_adjective, text[after:begin].split())):
                return begin
            return _extend_employer(text, lowest, at, after)
        if _EARLIER_ADJECTIVE.fullmatch(word):
            return at
        if word in stop_words() or is_saying(word) or not word.isalpha():
            return begin
    return begin


def _is_adjective(word: str) -> bool:
    """Return whether a word in lower case may describe a role, and is no verb before it."""
    return word in _RANKS or _ADJECTIVE.search(word) is not None


def _extend_employer(text: str, lowest: int, begin: int, after: int) -> int:
    """Return where a body's name before a title begins, with "former": "White House top adviser".

    Args:
        text: the text.
        lowest: where the title may begin at the earliest.
        begin: where the last word of the name begins.
        after: where the rest of the title begins, which is returned where there is no such name.
    """
    word = text[begin:after].strip()
    if word.lower() in stop_words():
        return after
    if word not in load_vocabulary().organisation_words and word != "House":
        return after
    while match := _WORD_BEFORE.search(text[lowest:begin]):
        before = match.group(1)
        if not before[0].isupper() or not before.isalpha() or before.lower() in stop_words():
            break
        begin = lowest + match.start(1)
    return _with_former(text, lowest, begin)


def _with_former(text: str, lowest: int, begin: int) -> int:
    """Return where a title begins with "former" before it."""
    match = _WORD_BEFORE.search(text[lowest:begin])
    is_former = match and match.group(1).lower() in list_words("person_titles", "other holders")
    return lowest + match.start(1) if match and is_former else begin


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == _YEAR_DIGITS


def _opens_phrase(word: str) -> bool:
    """Return whether the words after a word are one phrase with a title: "the", "his"."""
    return word.lower() in load_word_class("determiners") or word.endswith(("’s", "'s"))


def _is_verb_here(text: str, lowest: int, begin: int) -> bool:
    """Return whether the word at a position is a verb: "tried to convict Ida Vance"."""
    words = text[begin : begin + _TITLE_CHARS].split()
    word = words[1] if words[0].endswith("ly") and len(words) > 1 else words[0]
    before = text[lowest:begin].split()[-1:]
    return word in _VERBS_TOO and bool(before) and before[0].lower() in _BEFORE_VERBS


def _without_body(text: str, lowest: int, begin: int, first: int) -> int:
    """Return where a title begins with the whole of a body's name before it, or without its end.

    ("Chamber of Ferries head Ida Vance": all of it; "Union for Roads President": "President")
    """
    before = text[lowest:begin].split()[-2:]
    is_of_body = len(before) == 2 and before[1] in ("for", "of") and before[0][0].isupper()
    if not is_of_body or is_role_word(text[begin:first].split()[0]):
        return begin
    if whole := _BODY_OF.search(text, lowest, begin):
        words = whole.group().split()
        at = whole.start()
        if words[0].lower() in stop_words():
            at += len(words.pop(0)) + 1
        if words[0] != "of" and not is_role_word(words[0]):
            return at
    at = begin
    for word in text[begin:first].split():
        if is_role_word(word):
            return at
        at += len(word) + 1
    return begin


def _is_courtesy(title: str) -> bool:
    """Return whether a title says nothing but man or woman, so that no other precedes it."""
    return title.rstrip(".").lower() in COURTESY_TITLES


def _find_office_of(text: str, lowest: int, first: int) -> int:
    """Return where an office and what it is of begin before a name ("Secretary of State")."""
    match = _OFFICE_OF.search(text, lowest, first) or _ROLE_OF.search(text, lowest, first)
    # "Democrat of Ohio, and Representative": that is somebody else.
    if match is None or not is_role_word(match.group(1)) or match.group(1).lower() in PARTISANS:
        return first
    return match.start(1)


def is_role_word(word: str) -> bool:
    """Return whether a word is a title, or a noun for one person and no verb ("accused")."""
    word = _EARLIER.sub("", word)
    if word.endswith(".") and (word[0].islower() or not is_abbreviation(word)):
        return False
    lower = _LATER.sub("", word.rstrip(".").lower())
    tail = lower.rpartition("-")[2]
    return any(map(is_person_noun, (lower, tail))) and not is_saying(word)


@lru_cache(maxsize=4_096)
def is_person_noun(word: str) -> bool:
    """Return whether a word in lower case is a title or a noun for one person."""
    known = load_vocabulary()
    if word in title_words() or word in PARTISANS or word in load_word_class("relatives"):
        return True
    if word.endswith("ist") and len(word) >= _LEAST_IST:
        return True
    if (word not in known.titles and word not in known.roles) or word in _no_persons():
        return False
    if word.endswith(_NO_PERSON_ENDINGS):
        return False
    is_person = classify_role(word) in (SpeakerKind.ROLE, SpeakerKind.SPOKESPERSON)
    return is_person and not is_several(word) and word not in text_nouns()


def _no_persons() -> frozenset[str]:
    """Return nouns listed as roles that are bodies or several persons."""
    return list_words("person_titles", "bodies") | _BODIES_AND_TEXTS


def is_body_or_text(noun: str) -> bool:
    """Return whether a noun that is listed as a speaker is one for a body or a text that speaks."""
    return noun in _BODIES_AND_TEXTS - {"video"}


def text_nouns() -> frozenset[str]:
    """Return nouns for what is said or written, some of which are listed as roles."""
    words = load_word_class("words_said") | load_word_class("mute_texts")
    return words | load_word_class("documents") | load_word_class("other_documents") | _TEXTS


def _may_belong(word: str, *, follows_role: bool) -> bool:
    """Return whether a word before a title or role is a part of it."""
    lower = word.rstrip(".").lower()
    # "NOW President": in capitals it is a body's name.
    if word.isalpha() and word.isupper() and len(word) > 1:
        return True
    if lower == "unlike" or _JOINED_SENTENCES.search(word):
        return False
    if word.endswith(("’s", "'s", "’", "'")) or lower in stop_words():
        return False
    if word.endswith(".") and not (is_abbreviation(word) or lower in title_words()):
        return False
    if _SAYING_FIRST.match(word) and (is_saying(lower) or lower in load_vocabulary().cues):
        return False
    if word[0].isupper() or is_role_word(word) or _EARLIER.match(word):
        return True
    known = list_words("person_titles", "title qualifiers")
    if lower in known | list_words("person_titles", "other holders") | _TENURES:
        return True
    is_verb = is_saying(lower) or lower.endswith(("ed", "ing"))
    return follows_role and len(lower) >= _LEAST_QUALIFIER and not is_verb


def stop_words() -> frozenset[str]:
    return (
        load_word_class("phrase_ends")
        | load_word_class("determiners")
        | load_word_class("pronouns")
        | load_word_class("auxiliaries")
        | load_word_class("adverbial_starts")
        | frozenset(map(str.lower, english_weekday_names() | english_month_names()))
        | {"and", "or", "plus"}
        | {"away", "back", "down", "forward", "off", "out"}
    )


def is_abbreviation(word: str) -> bool:
    bare = word.rstrip(".")
    is_initials = all(len(part) == 1 for part in bare.split(".")) and bare[:1].isupper()
    return is_initials or bare in load_vocabulary().abbreviations


def is_saying(word: str) -> bool:
    """Return whether a word is an inflected form of a verb of saying."""
    cue = load_vocabulary().cues.get(word)
    return cue is not None and not cue.weak and word != cue.lemma
