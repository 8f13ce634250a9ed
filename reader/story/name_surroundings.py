"""The titles and descriptions that stand beside a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.quote_versions.naming import is_several
from reader.quotes import SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.speaker_kinds import classify_role, find_head
from reader.story.people import COURTESY_TITLES
from reader.text.calendar_words import english_month_names, english_weekday_names
from reader.text.values import PersonName
from reader.text.values.value_lists import list_words, title_words

Span = tuple[int, int]

_MOST_TITLE_WORDS = 7
_MOST_QUALIFIERS = 3
"""Words between a title and what shows that they belong to it."""
_TITLE_CHARS = 90
"""Characters before a name in which its title is read."""
_MOST_WORDS = 20
"""Words of a description."""
_CHARS = 200
"""Characters beside a name in which a description is read."""
_LEAST_QUALIFIER = 4
"""Letters of a lower-case word that may be part of a title: "fire" in "fire chief"."""
_WORD_BEFORE = re.compile(r"(?<![\w’'.&-])([\w’'.&-]+)[ \u00a0]$")
_OFFICE_OF = re.compile(
    r"(?<![\w-])([A-Z]\w+) of (?:the )?[A-Z][\w-]+(?:,? (?:and )?[A-Z][\w-]+){0,2}[ \u00a0]$"
)
"""An office, as its first group, with the field that it is of."""
_AFTER = re.compile(r",[ \u00a0](?:\d{1,3},[ \u00a0])?")
_PARTY = re.compile(
    r"(?:,[ \u00a0]|[ \u00a0]\()([RDI][-–][A-Z][\w. ]{0,18}?\.?)(?=[,)]|\.?[ \u00a0]\w)"
)
_PARTY_OF = re.compile(
    r",[ \u00a0]((?:a |the )?(?:Republican|Democrat|independent)s? (?:of|from) "
    r"[A-Z][\w.]+(?: [A-Z][\w.]+)?)"
)
_DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|one)\b", re.IGNORECASE)
_WHOSE = re.compile(r"(?:[A-Z][\w.-]*[ \u00a0]){0,4}[A-Z][\w.-]*(?:[’']s|s[’'])[ \u00a0]\w")
"""Whose person somebody is: "President Obama’s adviser"."""
_TOKEN = re.compile(r"\S+")
_ENDS = ',;:—–()“”"'
_TEXTS = frozenset(
    ("interview", "conference", "speech", "program", "programme", "show", "page", "commentary")
)
"""Further nouns for what is said or written."""
_RELATIVES = ("who", "which", "whose", "whom")
_VERBS_TOO = frozenset(
    (
        *("coach", "convict", "doctor", "father", "guard", "head", "host", "judge", "model"),
        *("mother", "nurse", "pilot", "witness"),
    )
)
"""Nouns for persons that are verbs as well."""
_NO_PERSON_ENDINGS = ("tion", "sion", "ment", "utility")
"""Of nouns listed as speakers that are acts, bodies or things."""
_ODD_QUALIFIERS = frozenset(("fire", "lead", "police", "home", "party", "state’s"))
"""Qualifiers of a role in lower case that are verbs or nouns before a title with a capital."""
_SAYING_FIRST = re.compile(r"[A-Z][a-z]+ing$")
"""A participle that opens a sentence: "Saying President Obama …"."""
_COPULAS = frozenset(
    ("is", "was", "be", "been", "being", "became", "become", "becomes", "remains", "remained")
)
"""Verbs before what their subject is, not the name after it."""
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
    return (begin, first - 1) if 0 <= begin < first else None


def _extend_left(text: str, first: int) -> int:
    """Return where the title before a position begins; the position itself if there is none."""
    lowest = max(text.rfind("\n", 0, first) + 1, first - _TITLE_CHARS)
    begin = _find_office_of(text, lowest, first)
    follows_role, title = False, ""
    for count in range(begin < first, _MOST_TITLE_WORDS):
        match = _WORD_BEFORE.search(text[lowest:begin])
        if match is None:
            break
        word = match.group(1)
        if count and _is_courtesy(title):
            break
        if not (_is_role(word) if count == 0 else _may_belong(word, follows_role=follows_role)):
            break
        is_former = title.lower() in list_words("person_titles", "other holders")
        if (word in _ODD_QUALIFIERS and title[:1].isupper()) or (is_former and word.islower()):
            break
        # "Help Mr. Lee": only a common noun has others before it.
        follows_role = word.islower() and _is_role(word)
        begin, title = lowest + match.start(1), word
    begin = _extend_qualifiers(text, lowest, begin, first)
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
    for _ in range(_MOST_QUALIFIERS):
        match = _WORD_BEFORE.search(text[lowest:at])
        if match is None:
            return begin
        word, at = match.group(1), lowest + match.start(1)
        if word.lower() in list_words("person_titles", "other holders"):
            return at
        if word[0].isupper():
            return at if word.isupper() and len(word) > 1 else begin
        if word in _stop_words() or _is_saying(word) or not word.isalpha():
            return begin
    return begin


def _is_verb_here(text: str, lowest: int, begin: int) -> bool:
    """Return whether the word at a position is a verb: "tried to convict Ida Vance"."""
    word = text[begin:].split(None, 1)[0]
    before = text[lowest:begin].split()[-1:]
    return word in _VERBS_TOO and bool(before) and before[0].lower() in _BEFORE_VERBS


def _without_body(text: str, lowest: int, begin: int, first: int) -> int:
    """Return where a title begins without the end of a body's name before it.

    ("National Union for Roads President Ida Vance": "President")
    """
    before = text[lowest:begin].split()[-2:]
    is_of_body = len(before) == 2 and before[1] in ("for", "of") and before[0][0].isupper()
    if not is_of_body or _is_role(text[begin:first].split()[0]):
        return begin
    at = begin
    for word in text[begin:first].split():
        if _is_role(word):
            return at
        at += len(word) + 1
    return begin


def _is_courtesy(title: str) -> bool:
    """Return whether a title says nothing but man or woman, so that no other precedes it."""
    return title.rstrip(".").lower() in COURTESY_TITLES


def _find_office_of(text: str, lowest: int, first: int) -> int:
    """Return where an office and what it is of begin before a name ("Secretary of State")."""
    match = _OFFICE_OF.search(text, lowest, first)
    if match is None or not _is_role(match.group(1)):
        return first
    return match.start(1)


def _is_role(word: str) -> bool:
    """Return whether a word is a title, or a noun for one person and no verb ("accused")."""
    if word.endswith(".") and word[0].islower():
        return False
    lower = word.rstrip(".").lower().removesuffix("-elect")
    tail = lower.rpartition("-")[2]
    return any(map(is_person_noun, (lower, tail))) and not _is_saying(word)


@lru_cache(maxsize=4_096)
def is_person_noun(word: str) -> bool:
    """Return whether a word in lower case is a title or a noun for one person."""
    known = load_vocabulary()
    if word in title_words() or word in PARTISANS or word in load_word_class("relatives"):
        return True
    if (word not in known.titles and word not in known.roles) or word in _no_persons():
        return False
    if word.endswith(_NO_PERSON_ENDINGS):
        return False
    is_person = classify_role(word) in (SpeakerKind.ROLE, SpeakerKind.SPOKESPERSON)
    return is_person and not is_several(word) and word not in text_nouns()


def _no_persons() -> frozenset[str]:
    """Return nouns listed as roles that are bodies or several persons."""
    return list_words("person_titles", "bodies") | {"pair", "panel", "jury", "alliance", "defence"}


def text_nouns() -> frozenset[str]:
    """Return nouns for what is said or written, some of which are listed as roles."""
    words = load_word_class("words_said") | load_word_class("mute_texts")
    return words | load_word_class("documents") | load_word_class("other_documents") | _TEXTS


def _may_belong(word: str, *, follows_role: bool) -> bool:
    """Return whether a word before a title or role is a part of it."""
    lower = word.rstrip(".").lower()
    if word.endswith(("’s", "'s", "’", "'")) or lower in _stop_words():
        return False
    if word.endswith(".") and not (_is_abbreviation(word) or lower in title_words()):
        return False
    if _SAYING_FIRST.match(word) and (_is_saying(lower) or lower in load_vocabulary().cues):
        return False
    if word[0].isupper() or _is_role(word):
        return True
    known = list_words("person_titles", "title qualifiers")
    if lower in known | list_words("person_titles", "other holders"):
        return True
    is_verb = _is_saying(lower) or lower.endswith(("ed", "ing"))
    return follows_role and len(lower) >= _LEAST_QUALIFIER and not is_verb


def _stop_words() -> frozenset[str]:
    return (
        load_word_class("phrase_ends")
        | load_word_class("determiners")
        | load_word_class("pronouns")
        | load_word_class("auxiliaries")
        | load_word_class("adverbial_starts")
        | frozenset(map(str.lower, english_weekday_names() | english_month_names()))
        | {"and", "or", "plus"}
    )


def find_descriptions(text: str, name: PersonName) -> Iterator[Span]:
    """Yield the spans of what is said of a person between commas beside the name.

    ("Ida Vance, the owner of the ferry,", "the owner, Ida Vance,", "Ann Lee, R-Ohio,")
    """
    end = _skip_suffix(text, name)
    for pattern in (_PARTY, _PARTY_OF):
        if match := pattern.match(text, end):
            begin, stop = match.span(1)
            # "Democrat of Ohio." ends the sentence.
            ends = pattern is _PARTY_OF and text[stop - 1] == "."
            is_cut = ends and not _is_abbreviation(text[begin:stop].split()[-1])
            yield begin, stop - is_cut
            return
    if match := _AFTER.match(text, end):
        found = _read_after(text, match.end())
        if found:
            yield found
    before = _read_before(text, name.start)
    if before:
        yield before


def _skip_suffix(text: str, name: PersonName) -> int:
    end = name.end
    return end + 2 if text.startswith(("’s", "'s"), end) else end


def _read_after(text: str, begin: int) -> Span | None:
    """Return the description that begins at a position, up to the next sign."""
    limit = text.find("\n", begin)
    limit = min(begin + _CHARS, limit if limit >= 0 else len(text))
    end = begin
    for count, match in enumerate(_TOKEN.finditer(text, begin, limit)):
        word = match.group()
        bare = word.rstrip(_ENDS + ".")
        # "Vance, the mayor said, is ill": they are the subject of a clause.
        if count >= _MOST_WORDS or (count and _is_saying(bare)):
            return None
        if word[0] in _ENDS or bare.lower() in _RELATIVES:
            break
        end = match.start() + len(bare)
        if word[-1] in _ENDS or (word[-1] == "." and not _is_abbreviation(word)):
            break
    words = text[begin:end]
    first = words.split(None, 1)[0] if words.strip() else ""
    is_lower = first.islower() and (_is_role(first) or first in _openers())
    opens = _DETERMINER.match(words) or _WHOSE.match(words) or is_lower
    if not opens or not _has_role_head(words):
        return None
    return begin, end


def _openers() -> frozenset[str]:
    known = list_words("person_titles", "other holders")
    return known | list_words("person_titles", "title qualifiers")


def _read_before(text: str, start: int) -> Span | None:
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
        if any(map(_is_saying, words.split())):
            return None
        opens = _DETERMINER.match(words) or (_WHOSE.match(words) and not _is_inside(text, begin))
        if opens and _has_role_head(words):
            is_other = _follows_name(text, lowest, begin) or _is_predicate(text, lowest, begin)
            return None if is_other else (begin, stop)
    return None


def _follows_name(text: str, lowest: int, begin: int) -> bool:
    """Return whether a description may be that of a name before it: "by Mr. Lee, the mayor,"."""
    before = text[lowest:begin].split()[-1:]
    if not before or not before[0].endswith(",") or not before[0][0].isupper():
        return False
    return before[0].rstrip(",").lower() not in _stop_words()


def _is_inside(text: str, begin: int) -> bool:
    """Return whether a word with a capital is right before: "Obama’s" of "President Obama’s"."""
    before = text[:begin].rpartition("\n")[2].split()[-1:]
    if not before or not before[0][0].isupper() or before[0][-1] in _ENDS:
        return False
    return before[0][-1] != "." or _is_abbreviation(before[0])


def _is_predicate(text: str, lowest: int, begin: int) -> bool:
    """Return whether a description is of who comes before it: "when he was a senator, Mr. Lee"."""
    before = text[lowest:begin].split()[-1:]
    if not before or before[0][-1] in _ENDS + ".!?":
        return False
    return before[0].lower() in _COPULAS


def _has_sentence_end(words: str) -> bool:
    return any(word[-1] in ".?!" and not _is_abbreviation(word) for word in words.split())


def _is_abbreviation(word: str) -> bool:
    bare = word.rstrip(".")
    is_initials = all(len(part) == 1 for part in bare.split(".")) and bare[:1].isupper()
    return is_initials or bare in load_vocabulary().abbreviations


def _has_role_head(words: str) -> bool:
    """Return whether the noun that a phrase is about is a role, a title or a relative.

    It is none in "her last speech as mayor".
    """
    if " as " in words.split(" of ")[0]:
        return False
    return is_person_noun(find_head(words).rpartition("-")[2])


def _is_saying(word: str) -> bool:
    """Return whether a word is an inflected form of a verb of saying."""
    cue = load_vocabulary().cues.get(word)
    return cue is not None and not cue.weak and word != cue.lemma
