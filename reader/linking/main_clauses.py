"""Which parts of an English sentence are its main clause, and which give the background.

Background is the place and agency before a sentence, the source at its end, what is in brackets,
clauses before, after and inside the main one, appositions, relative clauses that say which thing is
meant, and phrases of the occasion ("during", "in response to"). It is found by words and commas
alone; where these do not show it, words count as the main clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text.reporting_verbs import load_reporting_verbs

LEAST_LEFT = 15
"""A main clause has at least so many characters beside a source or an opening."""

_CONJUNCTION = (
    r"(?:after|before|while|although|though|because|since|until|when|whenever|if|unless|amid|"
    r"following|despite|whereas|as(?! (?:\S+ ){1,4}(?:said|says|told|warned)\b)|once)"
)
_OCCASION = (
    r"(?:during|amid|following|ahead of|in response to|in the (?:aftermath|wake) of|as part of|"
    r"in connection with|along with|according to|in addition to|because of|in exchange for)"
)
_AGO = r"\w+ (?:years?|months?|weeks?|days?|hours?|minutes?) (?:after|before|later|earlier|ago)"
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]+(?:, [A-Z][\w.]+)?(?: \(\w+\))? ?[–—―-]+ ?")
_OPENING = re.compile(
    rf"[“\"]?(?:{_CONJUNCTION}|{_OCCASION}|in|on|at|with|for|over|under|by|to|from|among|{_AGO})"
    r"\b[^,“”\"]*, (?=\S)",
    re.IGNORECASE,
)
"""A clause or phrase before the main clause."""
_SOURCE = re.compile(
    r",(?: (?:[^,“\"]{0,60} )?|[”\"] (?:[^“\"]{0,80} )?)(?:said|says|told|"
    r"added|wrote|tweeted|reported|announced|according to)\b(?:(?! that\b)[^“\"]){0,60}$"
)
"""Who says it, at the end."""
_IN_PART = r"(?:[^,;–—―]|,(?! ))*"
_BESIDE = re.compile(
    rf" ?\([^)]*\)|(?:, (?:who|whom|whose|which|where)\b|, {_CONJUNCTION}\b|, \w+ing\b|"
    r" (?:after|before|while|although|though|because|since|until|amid|following|despite|"
    rf"whereas)\b| [–—―] ){_IN_PART}|"
    rf" {_OCCASION}\b(?:(?! that\b)[^,;–—―]|,(?! ))*|"
    r", (?:an?|the|former|then|now)\b[^,;]{3,80}(?=, )",
    re.IGNORECASE,
)
"""What is said besides, up to the next comma."""
_WHICH_ONE = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|your|this|these|those) (?:\w+[ -]){0,2}?"
    rf"(?P<noun>\w+)(?P<clause> that (?:I|you|he|she|it|we|they)\b{_IN_PART})",
    re.IGNORECASE,
)
"""Which thing is meant: "the file that it gave to the office"."""
_CONTENT_NOUNS = re.compile(
    r"\w+(?:ion|ment|ief|cern|ance|ence)s?|facts?|ideas?|news|hopes?|signs?|words?|argu\w+",
    re.IGNORECASE,
)
"""Nouns whose clause gives what they are about: "the accusation that it lied". Others are forms of
verbs of saying ("the claim that")."""


def find_background(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the parts of an English sentence that are not its main clause.

    They may overlap, and may be nearly all of it.
    """
    dateline = _DATELINE.match(sentence)
    begin = dateline.end() if dateline else 0
    opening = _OPENING.match(sentence, begin)
    if opening and len(sentence) - opening.end() >= LEAST_LEFT:
        begin = opening.end()
    if begin:
        yield 0, begin
    source = _SOURCE.search(sentence, begin + LEAST_LEFT)
    if source:
        yield source.span()
    end = source.start() if source else len(sentence)
    for found in _BESIDE.finditer(sentence, begin, end):
        yield found.span()
    for found in _WHICH_ONE.finditer(sentence, begin, end):
        # What opens a sentence is its subject, and its verb may follow without a comma.
        if found.start() > begin and not _tells_content(found["noun"]):
            yield found.span("clause")


def _tells_content(noun: str) -> bool:
    """Whether a clause behind a noun gives its content, or the noun is a verb of saying."""
    is_verb = noun.lower() in load_reporting_verbs().single
    return is_verb or _CONTENT_NOUNS.fullmatch(noun) is not None
