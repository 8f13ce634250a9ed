"""Statements that come before verb and speaker, and verbs that have an object and no statement."""

from __future__ import annotations

import re

from reader.quotes import Cue, Speaker
from reader.story.reported_speech.statement_ends import AUXILIARIES

Span = tuple[int, int]

LEAST_HEAD = 4
"""Words before a verb and speaker that are a clause."""
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|he|she|it|they|we|that|\w{{3,}}ed)\b|n[’']t\b")
_ADVERBIAL = re.compile(
    r"[\s,]*(?:familiar|with|in|on|at|to|of|for|from|during|after|before|by|filed|who|whose)\b"
)
"""What follows a verb and a speaker and is no statement, where that comes before them."""
_ATTRIBUTE = re.compile(
    r"\s(?:for|of|from|in|at|with|on|by|issued|published|released|familiar|who|close|filed)\b"
)
_OBJECT = re.compile(
    r"\s*(?:(?:more|another|further|new|fresh|an?|some|few|any|his|her|its|their|to|fuel|weight)\b)"
)
_TALE = re.compile(
    r"\s(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:story|stories|jokes?|tales?|anecdotes?|truth"
    r"|lies?)\b"
)
_RELATIVE_THAT = re.compile(
    rf"[^.;:,]*?\bthat (?:\w+ly )?(?:{AUXILIARIES}|said|says|appeals?|came|made|gave|led)\b"
)
_OF_OBJECT = re.compile(
    r"\s*(?:few|some|several|no|any|new|more|an?|many) (?:[\w-]+ ){1,4}?(?:for|of|about|on|over)?"
    r"\s?(?:how|why|that)\b"
    r"|.{0,40}?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day an? (?:[\w-]+ ){1,3}that\b"
)
"""An object that a clause describes: "few ideas for how to go on", "a message that appeals"."""


def find_fronted_clause(
    text: str, head: Span, tail: Span, speaker: Speaker, cue: Cue
) -> Span | None:
    """Return the statement that stands before verb and speaker; None where it follows them.

    ("The bridge is shut, said Ann Lee, who built it.", "…, according to people familiar with it",
    "…, the office said in a December memo"). After "According to a report in the Herald, …" it is
    what follows the comma.

    Args:
        text: the text of the article.
        head: from the start of the sentence to the last comma before both.
        tail: from the end of both to the end of the sentence.
        speaker: the speaker.
        cue: the verb.
    """
    start, comma = head
    is_head = comma > start and len(text[start:comma].split()) >= LEAST_HEAD
    is_head = is_head and _FINITE.search(text, start, comma) is not None
    if cue.lemma == "according to":
        return head if is_head else _follow_source(text, tail)
    is_inverted = cue.end <= speaker.start and not text[comma + 1 : cue.start].strip()
    is_adverbial = _ADVERBIAL.match(text, *tail) and not _FINITE.search(text, *tail)
    return head if is_head and (is_inverted or is_adverbial) else None


def _follow_source(text: str, tail: Span) -> Span | None:
    """Return what follows the words for a source and a comma."""
    begin, end = tail
    if not _ATTRIBUTE.match(text, begin, end):
        return None
    comma = text.find(",", begin, end)
    if comma < 0 or comma + 1 >= end:
        return None
    return comma + 1, end


def is_object(text: str, clause: Span, cue: Cue) -> bool:
    """Return whether what follows a verb is what is added or told of, and no statement.

    ("The report added another jolt to the week", "Ann Lee told a story about the ferry")
    """
    begin, end = clause
    if cue.lemma == "tell" and _TALE.match(text, cue.end):
        return True
    return (
        cue.lemma == "add"
        and bool(_OBJECT.match(text, begin, end))
        and not _FINITE.search(text, begin, end)
    )


def describes_object(following: str) -> bool:
    """Return whether the clause after a verb belongs to an object of it."""
    return bool(_OF_OBJECT.match(following) or _RELATIVE_THAT.match(following))


def has_finite_verb(words: str) -> bool:
    """Return whether words may be a clause, and are no phrase such as "on Monday"."""
    return _FINITE.search(words) is not None
