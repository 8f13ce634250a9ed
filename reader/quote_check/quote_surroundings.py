"""What a reporter says in the sentence of a quotation, and who speaks by it."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.quotes.attribution_rules import find_rule
from reader.quotes.quote import LEAST_STATED, Quote, Speaker, SpeakerKind, Strength
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.sentences import find_sentence_end, find_sentence_start

_REACH = 200
"""Characters on either side of a quotation in which its sentence is read."""
_SIGNS = "\"'“”‘’«»„‚‹›「」『』"
_MARKS = re.compile('["“”«»„]')
# A full stop inside the marks ends the sentence: an attribution would have a comma.
_ENDED = re.compile(r"\w?\.[\"”»’']+\s+[^\W\d_a-z]")
_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,3}")
"""Words with capitals."""
_SAID_BEHIND = re.compile(
    r"[,”\"’'] ((?:[Tt]he )?[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,3}) ([a-z]+)[.!]?\s*$"
)
"""Who says a sentence, with the verb, at its end."""


def read_reporter_words(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the reporter's words of a sentence right before and right after a quotation in it.

    Args:
        text: the whole text.
        start: the offset of the quotation's first word.
        end: the offset after its last one.
    """
    first, last = _find_sentence(text, start, end)
    before = _MARKS.split(text[first:start].rstrip("\"“«„‘' "))[-1]
    is_closed = _ENDED.match(text, max(0, end - 1)) is not None
    after = "" if is_closed else _MARKS.split(text[end:last].lstrip("\"”»’',.!? "))[0]
    return before.strip(), after.strip()


def read_sentence_behind(text: str, start: int, end: int) -> str:
    """Return the sentence behind that of a quotation in its paragraph, up to any mark in it.

    Args:
        text: the whole text.
        start: the offset of the quotation's first word.
        end: the offset after its last one.
    """
    _, last = _find_sentence(text, start, end)
    line_end = text.find("\n", last)
    limit = min(line_end if line_end >= 0 else len(text), last + _REACH)
    following = text[last : find_sentence_end(text, last + 1, limit)] if last < limit else ""
    return _MARKS.split(following)[0].strip()


def read_line(text: str, offset: int) -> str:
    """Return the line of a text that has an offset: its paragraph."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]


def has_marks(text: str, quote: Quote) -> bool:
    """Whether a quotation has quotation marks, as a turn of a transcript and a block have not."""
    before = text[max(0, quote.start - 3) : quote.start].rstrip()[-1:]
    after = text[quote.end : quote.end + 3].lstrip()[:1]
    return any(sign and sign in _SIGNS for sign in (before, after))


def read_speaker_around(text: str, quote: Quote) -> Speaker | None:
    """Return the speaker of a quotation; where it has none, the person of "…, said Ann Lee"."""
    if quote.speaker is not None:
        return quote.speaker
    _, after = (
        read_reporter_words(text, quote.start, quote.end) if has_marks(text, quote) else ("", "")
    )
    verb, _, rest = after.partition(" ")
    named = _NAME.match(rest)
    if verb not in load_reporting_verbs().single or named is None:
        return None
    name = named.group().rstrip(".")
    start = text.find(name, quote.end)
    return Speaker(name, name, start, start + len(name), SpeakerKind.PERSON, 0.5)


def read_claimed_speaker(text: str, quote: Quote) -> Speaker | None:
    """Return whom a draft says to have spoken: whom its words name, may it be true or not.

    A body that says "I", or a name of two people, is no more than an inference of who spoke, and
    the draft gives the words to it all the same.
    """
    speaker = read_speaker_around(text, quote) or _read_speaker_behind(text, quote)
    if speaker is None or speaker.is_stated or not speaker.mention:
        return speaker
    rule = find_rule(quote.rule)
    if rule is None or rule.strength < Strength.STATED:
        return speaker
    confidence = max(speaker.confidence, LEAST_STATED)
    return replace(speaker, name=speaker.mention, strength=rule.strength, confidence=confidence)


def _read_speaker_behind(text: str, quote: Quote) -> Speaker | None:
    """Return who says a whole sentence of a draft: "It was “too late” to meet, Ann Lee said."."""
    _, last = _find_sentence(text, quote.start, quote.end)
    match = _SAID_BEHIND.search(text, quote.end, last)
    if match is None or match.group(2) not in load_reporting_verbs().single:
        return None
    name, start = match.group(1), match.start(1)
    return Speaker(name, name, start, match.end(1), SpeakerKind.UNKNOWN, 0.5)


def _find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the reporter's sentence around a quotation."""
    lowest = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    limit = min(line_end if line_end >= 0 else len(text), end + _REACH)
    return find_sentence_start(text, lowest, start), find_sentence_end(text, end, limit)
