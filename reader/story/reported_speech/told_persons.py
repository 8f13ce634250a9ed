"""Whom somebody tells something, before a clause without "that": "told the board she would go"."""

from __future__ import annotations

import re

from reader.quotes import Cue
from reader.story.reported_speech.said_words import DAY
from reader.story.reported_speech.statement_ends import AUXILIARIES, Span

_TELLING = frozenset(
    (
        *("tell", "assure", "reassure", "inform", "remind", "convince", "persuade", "notify"),
        "caution",
    )
)
"""Verbs that have whom somebody tells as their object."""
_SUBJECT = re.compile(r"[ \u00a0](?:he|she|they|it|we|I|there|one of)\b")
_THAT = re.compile(r"[ \u00a0](?=that (?:he|she|they|it|we|I|there|the|an?|his|her|their)\b)")
_STARTS = (
    r"how|what|why|when|where|whether|if|the|an?|his|her|its|their|no|some|many|most|all|[\d,]+"
    r"|two|three|four|five|six|seven|eight|nine|ten"
)
"""What begins the clause of what is told, besides a pronoun."""
_NAME_STARTS = rf"[A-Z][\w’'-]+(?: [\w’'-]+)? {AUXILIARIES}"
_OBJECT = re.compile(
    r"[ \u00a0](?:(?:him|her|them|us|me|[a-z]+s|(?:the|an?|his|her|its|their) [a-z]+)"
    rf"(?: (?:on )?{DAY})?(?=[ \u00a0](?:{_STARTS}|{_NAME_STARTS})[ \u00a0])"
    r"|(?:[Tt]he )?[A-Z][\w’'.-]*(?: (?:&|of|and|[A-Z][\w’'.-]*)){0,5}?"
    rf"(?: (?:on )?{DAY})?(?=[ \u00a0](?:{_STARTS})[ \u00a0]))"
)
"""Whom somebody tells, right before a subject that is no pronoun."""
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|\w{{3,}}ed)\b|[,;:]")
_MOST_BEFORE_THAT = 25
_MOST_WORDS = 14
"""Words from the verb to the subject of what is told."""


def skip_told_person(text: str, clause: Span, cue: Cue) -> tuple[Span, bool]:
    """Return the words that are told, without whom they are told to, and whether that is sure.

    Args:
        text: the text of the article.
        clause: what follows the verb and has no "that" first.
        cue: the verb.
    """
    begin, end = clause
    if cue.lemma not in _TELLING or begin != cue.end or text.startswith(" that ", begin):
        return clause, True
    that = _find_near(_THAT, text, clause, _MOST_BEFORE_THAT)
    if that is not None:
        return (that, end), True
    if told := _OBJECT.match(text, begin, end):
        return (told.end(), end), True
    subject = _find_near(_SUBJECT, text, clause, _MOST_WORDS)
    return (clause, False) if subject is None else ((subject, end), True)


def _find_near(pattern: re.Pattern[str], text: str, clause: Span, most: int) -> int | None:
    """Return where a clause begins after few words without a verb; None where none does."""
    begin, end = clause
    match = pattern.search(text, begin, end)
    between = text[begin : match.start()] if match else ""
    is_near = len(between.split()) <= most and not _FINITE.search(between)
    return match.start() if match and between.strip() and is_near else None
