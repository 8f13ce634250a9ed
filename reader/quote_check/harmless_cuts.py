"""Words inside a sentence whose cut is known to change nothing.

All that is not recognised here needs a look: another claim added by "and", a time or a place in
front, words by which a speaker turns to the listeners, a parenthesis between two commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.quote_check.joined_ends import turns_statement
from reader.quote_check.noun_fragments import (
    is_restricted_subject,
    names_stated_thing,
    restricts_thing,
)
from reader.quote_check.office_names import title_parts
from reader.quote_check.parentheses import describes
from reader.quote_versions.clause_signs import has_verb, is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import (
    read_marks_after,
    read_separator,
    read_stretch,
    split_clause,
)

_LISTS = GOVERNING_LISTS
_MARKS = ",;:—–-()…."
_STRONG_MARKS = ";—–"
_SEGMENT_END = re.compile(r"[,;:—–…!?()]+|\.\.+|--+|\s-\s")
_CLAUSE_START = re.compile(
    r"[;—–]|--|[,.…]\s*(?:and|but|yet|so)\b|(?<!anything )\bbut\b|\byet\b(?! to\b)|\bbecause\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'-]+")
_PAIR = 2
"""Words of a day with its part: "yesterday morning"."""
_MOST_FRAGMENT_WORDS = 4
"""Words that are a sentence of a draft and claim nothing without a verb: "a cruel joke"."""
_MOST_SUBJECT_WORDS = 6
"""Words of a subject before its verb."""
_MOST_PHRASE_WORDS = 8
"""Words of a time or a place."""
_MOST_LISTED = 5
"""Words of a list that goes on: ", tulips and lilies"."""
_SHORT_LIST = 3
"""Words of "and" with a thing or a person."""
_HEARING = frozenset(
    ("hear", "heard", "gather", "believe", "think", "guess", "hope", "suppose", "understand", "say")
)
_ARTICLES = frozenset(("the", "a", "an", "my", "our", "your", "their"))
"""Words that a noun is always behind: "this" may be a subject by itself."""
_ADJECTIVE_ENDINGS = ("able", "ible", "ful", "ous", "ive", "less", "ical", "ual")
"""Endings that hardly a noun or a verb of some length has."""
_SHORTEST_ADJECTIVE = 5
_SUBJECTS_ALONE = (("i",), ("we",), ("you",), ("they",), ("he",), ("she",))
"""Clauses that have nothing but a subject before their verb."""
_MOST_NAME_WORDS = 3
"""Words of a person or a group that is spoken to."""


def is_harmless_tail(printed: PrintedWords, tail: slice, rest: slice, lead: str) -> bool:
    """Whether the words left out at the end of a sentence are known to be no loss to the rest.

    Args:
        printed: the words of the passage.
        tail: those that were left out.
        rest: those of the sentence that are quoted before them.
        lead: the draft's words before the quotation, in its sentence.
    """
    if tail.start == tail.stop or not is_claim(printed, rest, lead):
        return True
    text = read_stretch(printed, tail)
    words = split_clause(text)
    if not words or " ".join(words) in _LISTS.lines["affirming tails"]:
        return True
    separator = read_separator(printed, tail.start)
    has_mark = any(mark in separator for mark in _MARKS)
    stated = split_clause(read_stretch(printed, rest))
    if _is_listed(words) or turns_statement(words, stated):
        return False
    if words[0] == "and" or (words[0] in ("so", "then") and _begins_result(words[1:])):
        return True
    is_tag = "?" in read_marks_after(printed, tail.stop)
    is_address = _is_address(text, has_mark=has_mark) or (has_mark and _is_name(text))
    is_address = is_address and not is_tag
    # A year or a date that is to come limits what is said of now.
    timed = _read_times(text) if _is_of_the_past(stated) else words
    if is_time(timed, stated) or is_address:
        return True
    if not has_mark:
        return False
    if ";" in separator or (words[0] == "as" and has_verb(words[1:2])):
        return True
    if _is_statement_verb(words):
        return True
    is_free = words[0] in _LISTS.words["free clause"] and has_verb(words)
    return is_free or _begins_clause(words)


def is_harmless_head(printed: PrintedWords, head: slice, rest: slice, lead: str) -> bool:
    """Whether the words left out at the start of a sentence are known to be no loss to the rest.

    Args:
        printed: the words of the passage.
        head: those that were left out.
        rest: those of the sentence that are quoted behind them.
        lead: the draft's words before the quotation, in its sentence.
    """
    if head.start == head.stop:
        return True
    text = read_stretch(printed, head)
    if not is_claim(printed, rest, lead):
        return not restricts_thing(split_clause(text), split_clause(read_stretch(printed, rest)))
    separator = read_separator(printed, head.stop)
    words = split_clause(text)
    kept = split_clause(read_stretch(printed, rest))
    joins = _LISTS.words["joining"]
    if not words or kept[0] in joins or words[-1] in joins:
        return True
    if any(mark in separator for mark in _STRONG_MARKS):
        return True
    starts = [match.end() for match in _CLAUSE_START.finditer(text)]
    own = text[starts[-1] :] if starts else text
    before = split_clause(own)
    is_stress = " ".join(before).removesuffix(" that") in _LISTS.lines["affirming heads"]
    if is_stress or before == kept[: len(before)]:
        return True
    if _is_embedded(lead) and before and before[-1] in _LISTS.words["going on"]:
        return True
    if names_stated_thing(text, before, kept) or before in _SUBJECTS_ALONE:
        return True
    if _is_predicate(kept) and len(before) <= _MOST_SUBJECT_WORDS:
        return _is_embedded(lead) or not has_verb(before)
    segments = [segment.strip() for segment in _SEGMENT_END.split(own) if segment.strip()]
    return all(_is_opener(segment, kept) for segment in segments)


def is_harmless_inside(printed: PrintedWords, cut: slice, sentence: slice) -> bool:
    """Whether words left out between two others of a sentence are known to be no loss to them.

    Args:
        printed: the words of the passage.
        cut: those that were left out.
        sentence: those of the whole sentence.
    """
    text = read_stretch(printed, cut)
    words = split_clause(text)
    before, after = read_separator(printed, cut.start), read_separator(printed, cut.stop)
    joins = _LISTS.words["joining"]
    following = split_clause(read_stretch(printed, slice(cut.stop, cut.stop + 1)))
    is_set_off = any(mark in before for mark in _MARKS) or words[:1] == ("and",)
    is_closed = any(mark in after for mark in _MARKS) or not joins.isdisjoint(following)
    is_list = "and" in words and "," in before and len(words) <= _MOST_LISTED
    is_list = is_list and not has_verb(words)
    if not words or is_list or is_time(_read_times(text)):
        return True
    if not is_set_off or not is_closed or _limits_inside(words):
        return False
    sides = slice(sentence.start, cut.start), slice(cut.stop, sentence.stop)
    stated = [word for side in sides for word in split_clause(read_stretch(printed, side))]
    if words[0] in _LISTS.words["phrase starts"] and _is_of_the_past(stated):
        # How and where something happened limits nothing: "sang, in their red robes, for us".
        return words[-1] not in _LISTS.words["closing limits"]
    named = printed.text[printed.words[cut.start - 1].start].isupper()
    return _is_opener(text, ()) or _adds_clause(words) or describes(text, words, named=named)


def _adds_clause(words: Sequence[str]) -> bool:
    """Whether words add a claim of their own: "I saw it myself", "and we paid them"."""
    if words[-1] in _LISTS.words["closing limits"]:
        return False
    return words[0] in ("and", "with") or _begins_clause(words)


def _limits_inside(words: Sequence[str]) -> bool:
    """Whether words between two commas say when, where or for whom alone something holds."""
    if not words:
        return False
    clauses = _LISTS.words["time clause"] | _LISTS.words["limiting clause"]
    if words[0] in clauses or (_comes_again(words) and words[-1] not in ("them", "us")):
        return not _is_of_the_past(words[1:])
    if words[0] in ("as", "like"):
        return not _is_statement_verb(words)
    is_short = len(words) <= _MOST_NAME_WORDS and words[0] in _LISTS.words["afterthoughts"]
    return is_short and not is_time(words)


def is_claim(printed: PrintedWords, part: slice, lead: str) -> bool:
    """Return whether words may state something: without a verb in a sentence they do not.

    Args:
        printed: the words of the passage.
        part: those that are quoted.
        lead: the draft's words before them, in its sentence.
    """
    words = split_clause(read_stretch(printed, part))
    if words and _is_noun_phrase(words):
        return False
    if has_verb(words) or not _LISTS.words["subjects"].isdisjoint(words):
        return True
    if not words or _is_embedded(lead):
        return False
    # Where, when or whose something is claims nothing alone: "on its roof".
    if words[0] in _LISTS.words["phrase starts"] and len(words) <= _MOST_FRAGMENT_WORDS:
        return False
    # Hardly a verb shows by itself that it is one: "the police knock first".
    return len(words) > _MOST_FRAGMENT_WORDS or not _goes_on(printed, part.start)


def _is_noun_phrase(words: Sequence[str]) -> bool:
    """Whether words are nouns that prepositions join, with no room for a verb: "the will of all".

    Behind each preposition, and in front, there is one word beside its article and adjectives.
    """
    determiners, prepositions = _ARTICLES, _LISTS.words["naming prepositions"]
    if words[0] not in determiners:
        return False
    nouns = 0
    for before, word in pairwise(("of", *words)):
        if word in prepositions:
            nouns = 0
        elif not (word in determiners and before in prepositions) and not _is_adjective(word):
            nouns += 1
        if nouns > 1:
            return False
    return nouns == 1


def _is_adjective(word: str) -> bool:
    return len(word) > _SHORTEST_ADJECTIVE and word.endswith(_ADJECTIVE_ENDINGS)


def _goes_on(printed: PrintedWords, number: int) -> bool:
    """Whether a word goes on with a clause whose verb is before it: "it was [[a cruel joke]]"."""
    if number == 0 or any(mark in read_separator(printed, number) for mark in _MARKS):
        return False
    return printed.words[number - 1].key in _LISTS.words["going on"]


def _is_embedded(lead: str) -> bool:
    """Whether a quotation goes on in a sentence of the draft: "She spoke of", not "She said"."""
    said = lead.rstrip(' "“‘')
    words = split_clause(said)
    if not words or said[-1] in ":,":
        return False
    return words[-1] != "that" and words[-1] not in _LISTS.words["stating"]


def _is_predicate(words: Sequence[str]) -> bool:
    """Whether words begin with a verb, whose subject is before them: "never met", "support"."""
    if len(words) > 1 and words[0] in _LISTS.words["adverbs beside verbs"]:
        words = words[1:]
    return bool(words) and has_verb(words[:1]) and words[0] not in _LISTS.words["subjects"]


def _begins_clause(words: Sequence[str]) -> bool:
    """Whether words are a clause with a subject of its own in front."""
    if not words:
        return False
    first = words[0].partition("'")[0]
    if first in _LISTS.words["subjects"]:
        return len(words) > 1
    is_noun = first in _LISTS.words["determiners"]
    return is_noun and has_verb(words[: _MOST_SUBJECT_WORDS + 1])


def _is_listed(words: Sequence[str]) -> bool:
    """Whether "and" joins a thing or a person, and no clause: "and my best friend"."""
    if words[0] != "and" or not _SHORT_LIST <= len(words) <= _MOST_LISTED:
        return False
    return words[1] in _LISTS.words["determiners"] and not has_verb(words[2:])


def _begins_result(words: Sequence[str]) -> bool:
    """Whether a clause behind "so" is a claim: "so we left", not "so that we leave"."""
    # "So I hear" is no result, whatever goes on behind it.
    is_hearsay = words[1:2] != () and words[1] in _HEARING
    return words[:1] != ("that",) and _begins_clause(words) and not is_hearsay


def is_time(words: Sequence[str], rest: Sequence[str] = ()) -> bool:
    """Return whether words only say when something is: "on Monday", "in the year it was built".

    A time that comes again limits what is said of now: "at night", "every winter".
    """
    times = _LISTS.words["times"]
    if not words or (_comes_again(words) and not _is_of_the_past(rest)):
        return False
    if words[-1] == "time":
        # "At the time" it was so, and perhaps at no other.
        return False
    if len(words) == 1:
        return words[0] in times or words[0] in _LISTS.words["time adverbs"]
    if words[0] in _LISTS.words["time adverbs"] and len(words) == _PAIR and words[1] in times:
        return True
    if words[-1] == "ago":
        return len(words) <= _MOST_SUBJECT_WORDS
    if words[0] not in _LISTS.words["time starts"] or len(words) > _MOST_PHRASE_WORDS:
        return False
    if not _LISTS.words["joining"].isdisjoint(words):
        return False
    # "May" behind "in" is no verb.
    is_month = words[-1] == "may" and words[-2] in ("in", "of", "last", "this", "next", "early")
    said = has_verb(words[:-1] if is_month else words)
    is_clause = said and (words[1] != "the" or words[2:3] == ())
    is_clause = is_clause or (said and words[2] not in times)
    is_timed = not times.isdisjoint(words) or any(word[0].isdigit() for word in words)
    return is_timed and not is_clause


def _is_of_the_past(words: Sequence[str]) -> bool:
    """Whether words say what was: a verb in the past and none in the present."""
    present = _LISTS.words["present"]
    return any(map(is_past, words)) and present.isdisjoint(words)


def _comes_again(words: Sequence[str]) -> bool:
    """Whether a time is on no date: "at night", "in winter", "on Sundays", "each day"."""
    if words[0] in ("every", "each"):
        return True
    last, times = words[-1], _LISTS.words["times"]
    # "On a good day", "one day": any day.
    is_any = not {"a", "an", "any", "some", "one"}.isdisjoint(words[:2])
    is_any = is_any and times.isdisjoint(words[:-1])
    if is_any and last in times and words[0] in ("on", "in", "one", "some", "any", "at"):
        return True
    is_plural = last.endswith("s") and last[:-1] in times
    is_plural = is_plural and words[0] in ("in", "on", "at", "during")
    is_plural = is_plural and _LISTS.words["determiners"].isdisjoint(words)
    return is_plural or (len(words) == 2 and last in _LISTS.words["seasons"])


def _read_times(text: str) -> tuple[str, ...]:
    """Return the words and the figures of a text."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def _is_later(words: Sequence[str]) -> bool:
    """Whether words in front say what came when: "two years later", "the next day"."""
    starts = _LISTS.words["quantities"] | {"the", "that", "a"}
    is_counted = words[-1] in ("later", "earlier")
    is_time = is_counted or (words[-1] in _LISTS.words["times"] and words[0] in ("the", "that"))
    return 1 < len(words) <= _MOST_NAME_WORDS + 1 and words[0] in starts and is_time


def _is_period(words: Sequence[str]) -> bool:
    """Whether a phrase in front says since when or how long: "throughout my years in office"."""
    times = _LISTS.words["times"] | _LISTS.words["periods"]
    starts = _LISTS.words["period starts"] | _LISTS.words["time starts"]
    # "For one night" is no longer than that.
    if words[0] == "for" and words[1:2] in (("one",), ("a",), ("an",)):
        return False
    if words[0] not in starts or has_verb(words):
        return False
    found = [number for number, word in enumerate(words) if word in times]
    # Behind "of" anything may be claimed: "after years of neglect".
    return bool(found) and "of" not in words[found[0] :] and len(words) <= _MOST_PHRASE_WORDS


def _is_place(text: str, words: Sequence[str]) -> bool:
    """Whether a phrase in front only says where: "In Riga", "Here in the hall"."""
    if words[0] in _LISTS.words["place adverbs"]:
        return len(words) <= _MOST_PHRASE_WORDS and not has_verb(words)
    if words[0] not in _LISTS.words["place starts"] or len(words) > _MOST_NAME_WORDS + 1:
        return False
    names = [word for word in text.split()[1:] if word.lower() not in _LISTS.words["determiners"]]
    return bool(names) and all(word[0].isupper() for word in names)


def _is_address(text: str, *, has_mark: bool) -> bool:
    """Whether words turn to the listeners: "you know", "my friends", "Mr President"."""
    words = split_clause(text)
    if " ".join(words) in _LISTS.lines["openers"]:
        return True
    if len(words) > _MOST_NAME_WORDS:
        return False
    is_many = words[-1].endswith("s") or words[-1] in _LISTS.words["addressed"]
    if has_mark and len(words) == 1 and words[0] in title_parts():
        return True
    is_group = words[0] in ("my", "dear") and is_many and not has_verb(words)
    # A capital in front says nothing of the first word: "Officially, …", "Under Ottar, …".
    sections = ("naming starts", "afterthoughts", "limiting starts")
    is_phrase = any(words[0] in _LISTS.words[section] for section in sections)
    is_person = len(words) > 1 and _is_name(text) and not is_phrase
    return has_mark and (is_group or is_person)


def _is_name(text: str) -> bool:
    """Whether all of a few words have capitals."""
    words = text.split()
    return len(words) <= _MOST_NAME_WORDS and all(word[0].isupper() for word in words)


def _is_opener(segment: str, rest: Sequence[str]) -> bool:
    """Whether a stretch between two marks leads to a statement without bearing on it."""
    words = split_clause(segment)
    joined = words[1:] if words and words[0] in _LISTS.words["joining"] else words
    if not joined:
        return True
    timed = tuple(word for word in _read_times(segment) if word not in _LISTS.words["joining"])
    text = " ".join(joined)
    openers = _LISTS.lines["openers"]
    if text in openers or is_time(timed, rest) or _is_place(segment, joined):
        return True
    if len(joined) == 2 and joined[0] == "as" and joined[1].endswith("s"):
        return True
    if _is_later(timed) or (_is_period(timed) and not _comes_again(timed)):
        return True
    parts = [text[: -len(phrase)].strip() for phrase in openers if text.endswith(f" {phrase}")]
    if any(_is_opener(part, rest) for part in parts):
        return True
    return _is_statement_verb(joined) or _is_address(segment, has_mark=True)


def _is_statement_verb(words: Sequence[str]) -> bool:
    """Whether words say that the speaker states what follows: "We know that", "as I said"."""
    is_cleft = words[0] == "what" and "is" in words[-2:]
    if not is_cleft and (words[0] in _LISTS.words["question starts"] or words[0] == "little"):
        return False
    if is_restricted_subject(words):
        return False
    stating, nouns = _LISTS.words["stating"], _LISTS.words["stating nouns"]
    said = [number for number, word in enumerate(words) if word in stating or word in nouns]
    if not said or not (is_cleft or _has_own_subject(words, said[0])):
        return False
    is_own = any(word.partition("'")[0] in ("i", "me", "we") for word in words[:3])
    ends = words[-1] in ("that", "is", "was") or words[-1] in stating
    is_short = is_own and len(words) <= _MOST_SUBJECT_WORDS
    return ends or is_short or words[0] == "as"


def _has_own_subject(words: Sequence[str], verb: int) -> bool:
    """Whether it is the speaker who states something, or the matter: "It is clear that".

    Args:
        words: the words in front of a statement.
        verb: the position of the one by which it is stated.
    """
    others = _LISTS.words["other persons"]
    if words[0] == "as":
        return not {"i", "we", "you", "it"}.isdisjoint(words[1:3])
    if words[0] == "let":
        return words[1:2] in (("me",), ("us",))
    if words[0].partition("'")[0] in ("i", "we", "you", "it", "there"):
        return others.isdisjoint(words[1:verb])
    is_noun = not _LISTS.words["stating nouns"].isdisjoint(words[:_MOST_NAME_WORDS])
    return is_noun or words[0] in _LISTS.words["noting"]
