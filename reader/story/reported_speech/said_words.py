"""The words of a clause of indirect speech: without whom somebody tells it, when, and where."""

from __future__ import annotations

import re

from reader.quotes import Cue, Speaker
from reader.story.reported_speech.statement_ends import AUXILIARIES, Span

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:(?:late |early |on |this |last |earlier )*{DAY}(?: (?:morning|afternoon|evening|night))?"
    r"|(?:earlier |later )?(?:this|last) (?:week|month|year|weekend)|over the weekend|recently"
    r"|today|yesterday|in [A-Z][a-z]+(?: \d{4})?|later|earlier|though|however"
    r"|(?:in|during|at) (?:an?|the|his|her|its) (?:\w+ ){0,2}?"
    r"(?:statement|interview|speech|tweet|letter|e-?mail|conference|post|call|hearing)"
    r"(?: (?:on|with|to|at) (?:[A-Z]\w*[ ]?){1,4})?)"
)
_ADVERBIALS = re.compile(rf"[\s,]*(?:{_WHEN}[\s,]+)+", re.UNICODE)
_THAT = re.compile(r"\bthat\b")
_MOST_BEFORE_THAT = 25
"""Words between a verb and "that": whom somebody tells, when, and where."""
TITLES = re.compile(r"(?:(?:[A-Z][\w.’'-]*|former|then|the|an?)(?: |$))*")
"""What may be between a comma and the name of a speaker."""
_LAST_COMMA = re.compile(rf",[ \u00a0]?{TITLES.pattern}$")
_TELLING = frozenset(
    (
        *("tell", "assure", "reassure", "inform", "warn", "remind", "convince", "persuade"),
        *("advise", "notify", "caution"),
    )
)
"""Verbs that have an object: whom somebody tells."""
_PREPOSITIONS = frozenset(
    (
        "before",
        "after",
        "following",
        "to",
        "in",
        "on",
        "at",
        "during",
        "from",
        "through",
        "via",
        "with",
        "for",
        "over",
        "by",
    )
)
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "for", "his", "her", "in", "of", "on", "the", "to")
)
_MOST_CONTENT = 3
"""Words that are no names between a verb and "that": "reporters in a conference call"."""
_MOST_WITH_OBJECT = 8
"""The same after a verb that has an object: "told a class of new officers at the school"."""
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|he|she|they|it|we|I|who|which)\b|[;:]")
_GOES_ON = re.compile(rf",\s{AUXILIARIES}\b")
_VERB_NEXT = re.compile(
    r",\s(?!(?:and|but|or|so|who|which|when|while|as|after|before|if|because|in|on|at|with|an?|the)\b"
    r"|\w+(?:ing|ly)\b)[a-z]"
)
"""What may be the verb of a subject before verb and speaker: "The roads, he said, need"."""
_THAT_AFTER = re.compile(r",\sthat\b")
_MOST_IN_SUBJECT = 7
"""Words of a clause that ends before its verb does, at a relative clause."""
_JOINED = re.compile(rf"(?: {_WHEN})?, (?:and|but) ")
"""After verb and speaker in commas: another clause, whose that is is not sure."""
_ADDRESSEE = re.compile(r"(?: (?:an?|the|his|her|its|their))?(?: [\w.’'-]+){1,6}(?=,)")
"""Whom somebody tells: "it is late, he told the harbour board, and"."""
_RELATIVE = re.compile(r",\s(?:which|who|whose|one of)\b")
_RESTRICTING = re.compile(r"\s*\b(?:which|who|whose|whom|where)\b")
"""Without a comma: "a law that allows people who …"."""
_ATTRIBUTED = re.compile(
    r",\saccording to\b[^,]*(?:,\s(?:an?|the)\b.*)?$"
    r"|,\s(?:(?!(?:when|that|who|which|as|if|and|but)\b)[\w.’'-]+ ){1,6}?"
    r"(?:said|says|told|wrote|reported)\b(?! that\b)[^,]*[.]?$"
)
"""Another speaker at the end of a sentence."""


def trim_clause(text: str, clause: Span, stop: int, cue: Cue) -> Span:
    """Return the words that are said of a clause that follows a reporting verb.

    Args:
        text: the text of the article.
        clause: from the end of the verb and its subject.
        stop: the end of the sentence.
        cue: the verb.
    """
    begin, end = clause
    if begin < cue.end:
        return clause
    that = _THAT.search(text, begin, end)
    adverbials = _ADVERBIALS.match(text, begin, end)
    if that is not None and is_governed(text[begin : that.start()], cue):
        begin = that.start()
    elif adverbials is not None:
        begin = adverbials.end()
    is_subject = len(text[begin:end].split()) <= _MOST_IN_SUBJECT
    if _RESTRICTING.match(text, end) or (is_subject and _RELATIVE.match(text, end)):
        end = stop
    if match := _ATTRIBUTED.search(text[begin:end]):
        end = begin + match.start()
    return begin, end


def is_governed(before: str, cue: Cue) -> bool:
    """Return whether the words between a verb and "that" are an adverbial, or who is told."""
    if not before.strip():
        return True
    when = _ADVERBIALS.match(before + " ")
    rest = before[when.end() :] if when else before
    return not rest.strip() or any(_is_adverbial(each, cue) for each in {before, rest})


def _is_adverbial(before: str, cue: Cue) -> bool:
    """Return whether words after a verb say when, where or to whom something is said."""
    words = before.replace("\u00a0", " ").split()
    if len(words) > _MOST_BEFORE_THAT or _FINITE.search(before):
        return False
    content = [word for word in words if word.islower() and word not in _SMALL_WORDS]
    if len(content) > (_MOST_WITH_OBJECT if cue.lemma in _TELLING else _MOST_CONTENT):
        return False
    is_adverb = words[0].endswith("ly") and (len(words) == 1 or words[1] in _PREPOSITIONS)
    is_adverbial = words[0].lower().rstrip(",") in _PREPOSITIONS or is_adverb
    return cue.lemma in _TELLING or is_adverbial or _ADVERBIALS.fullmatch(before + " ") is not None


def read_joined_clause(
    text: str, sentence: Span, speaker: Speaker, cue: Cue
) -> tuple[Span, ...] | None:
    """Return the part of a sentence before "he said" between commas that "and" follows.

    ("Memories fade, he said, and papers are lost": whose the rest is, is not sure.)

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        speaker: the speaker.
        cue: the verb.
    """
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    head = _read_head(text, sentence[0], begin)
    is_joined = head.endswith(",") and _JOINED.match(text, stop) is not None
    if not is_joined or not _FINITE.search(head):
        return None
    return ((sentence[0], sentence[0] + len(head) - 1),)


def _read_head(text: str, start: int, begin: int) -> str:
    """Return the words before verb and speaker without the titles of the speaker."""
    head = text[start:begin]
    comma = _LAST_COMMA.search(head)
    return head[: comma.start() + 1] if comma else head.rstrip()


def read_split_clause(
    text: str, sentence: Span, speaker: Speaker, cue: Cue, *, is_plain: bool
) -> tuple[Span, ...] | None:
    """Return both parts of a sentence that "he said" between commas splits; None for another.

    ("The real problem, he said, is the sand.", "Was he sure, he asked, that it was late?")

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        speaker: the speaker.
        cue: the verb.
        is_plain: whether a clause needs no "that" after the verb.
    """
    start, end = sentence
    begin, stop = min(speaker.start, cue.start), max(speaker.end, cue.end)
    told = _ADDRESSEE.match(text, stop, end) if cue.lemma == "tell" else None
    stop = told.end() if told and stop == cue.end else stop
    head = _read_head(text, start, begin)
    is_split = head.endswith(",") and text.startswith(",", stop)
    is_open = not _FINITE.search(head) and _VERB_NEXT.match(text, stop, end)
    goes_on = is_plain and (_GOES_ON.match(text, stop, end) or is_open)
    if not is_split or not (goes_on or _THAT_AFTER.match(text, stop, end)):
        return None
    return (start, start + len(head)), (stop + 1, end)
