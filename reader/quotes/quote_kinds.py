"""Whether marks stand for speech: direct, partial, words set off, or the name of a work."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.quotes.attribution import Attribution
from reader.quotes.marks import Marked
from reader.quotes.quote import QuoteKind, Stance
from reader.quotes.quote_context import Occurrence
from reader.quotes.reporting_vocabulary import word_class

_WORDS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NAMING = word_class("naming")
_SELF = word_class("clause_subjects")
_BINDING = word_class("phrase_ends") - {"but", "then", "so", "yet", "nor"}
_SENTENCES = re.compile(r"[.?!] [^\sa-z]")
_SMALL = word_class("small_title_words")


class _Signs(NamedTuple):
    """What the kind of a quote is told by."""

    words: list[str]
    lead: str
    """The reporter's words before it, to the mark before."""
    first: str
    last: str
    opens_sentence: bool
    said_after: bool
    """An attribution follows, parted by a comma or a stop."""
    introduced: bool
    """A verb stands before it, parted by a comma or a colon."""
    cue_beside: bool
    """A verb stands before it with nothing between but the person spoken to."""

    @property
    def is_clause(self) -> bool:
        """Whether it begins as a clause of its own ("I", "it's", "there")."""
        return len(self.words) >= 3 and self.words[0].replace("’", "'").lower() in _SELF

    @property
    def ends(self) -> bool:
        """Whether it ends as speech before an attribution does."""
        return self.last in ",?!"


def kind_of(text: str, place: Occurrence) -> QuoteKind:
    """Judge one quote by its words, the marks beside it and the attribution found."""
    signs = _signs(text, place)
    if place.marked.resumed or not place.marked.closed:
        sentence = signs.opens_sentence and signs.last in ".?!,"
        long = len(signs.words) > 2 or sentence or place.before is not None
        return QuoteKind.DIRECT if long else QuoteKind.SCARE
    if signs.opens_sentence and (signs.said_after or _verb_follows(text, place, signs)):
        return QuoteKind.DIRECT
    if signs.opens_sentence and place.after and place.after.close and len(signs.words) >= 4:
        title = _capitals(text, place.marked, signs.words)
        return QuoteKind.TITLE if title else QuoteKind.DIRECT
    if _is_introduced(text, place, signs):
        title = _is_title(text, place.marked, signs.words, place)
        return QuoteKind.TITLE if title else QuoteKind.DIRECT
    if signs.opens_sentence:
        return _kind_alone(text, place, signs.words)
    return _kind_inside(text, place, signs)


def stands_apart(text: str, marked: Marked) -> bool:
    """Whether a comma or a stop parts the quote from what follows, as an attribution wants it."""
    following = text[marked.after : marked.after + 2].strip()
    return text[marked.end - 1] in ",?!…—–-." or following.startswith((",", "—", "–", "-"))


def _signs(text: str, place: Occurrence) -> _Signs:
    marked, before, after = place.marked, place.before, place.after
    lead = text[place.spans[-1][0] : place.spans[-1][1]].rstrip(" \u00a0")
    beside = before is not None and before.cue is not None
    return _Signs(
        words=_WORDS.findall(text, marked.start, min(marked.end, marked.start + 400)),
        lead=lead,
        first=text[marked.start],
        last=text[marked.end - 1],
        opens_sentence=not lead.strip(" \u00a0–—-([•*") and len(place.spans) == 1,
        said_after=bool(after and after.close and after.cue and stands_apart(text, marked)),
        introduced=lead.endswith((",", ":")) and before is not None and before.close,
        cue_beside=beside
        and before is not None
        and not text[_cue_end(before) : marked.opened].strip(" \u00a0,:"),
    )


def _verb_follows(text: str, place: Occurrence, signs: _Signs) -> bool:
    """Whether three words are followed at once by a verb ("“I am sad” said Smith")."""
    cue = place.after.cue if place.after else None
    beside = cue is not None and cue.start <= place.marked.after + 2
    return beside and len(signs.words) == 3 and not _capitals(text, place.marked, signs.words)


def _is_introduced(text: str, place: Occurrence, signs: _Signs) -> bool:
    """Whether a verb and a comma or colon before it announce an utterance."""
    if not signs.introduced:
        return False
    at_once = _cue_distance(text, place) <= 12
    return at_once or signs.lead.endswith(":") or signs.first.isupper() or not signs.first.isalpha()


def _kind_inside(text: str, place: Occurrence, signs: _Signs) -> QuoteKind:
    """A quote in the middle of the reporter's sentence."""
    words, first = signs.words, signs.first
    stance = place.before.cue.stance if place.before and place.before.cue else None
    if signs.cue_beside and len(words) >= 2 and stance is Stance.FEELING:
        return QuoteKind.DIRECT
    if _is_title(text, place.marked, words, place):
        return QuoteKind.TITLE
    if _is_whole(text, place, signs):
        return QuoteKind.DIRECT
    if _previous_word(text, place) in _NAMING and len(words) <= 3:
        return QuoteKind.TITLE if _capitals(text, place.marked, words) else QuoteKind.SCARE
    if signs.cue_beside and len(words) >= 2:
        upper = first.isupper() and len(words) >= 3
        if upper or signs.is_clause or stance is Stance.ASKING:
            return QuoteKind.DIRECT
    inside = text[place.marked.start : place.marked.end]
    if len(words) >= 4 and _SENTENCES.search(inside):
        return QuoteKind.DIRECT
    if len(words) == 1:
        return QuoteKind.SCARE
    after = place.after is not None and place.after.confidence > 0.5
    sourced = place.before is not None or after
    return QuoteKind.PARTIAL if sourced or len(words) >= 5 else QuoteKind.SCARE


def _is_whole(text: str, place: Occurrence, signs: _Signs) -> bool:
    """Whether it is an utterance of its own although it stands inside a sentence."""
    words, lead, upper = signs.words, signs.lead, signs.first.isupper()
    stops = signs.last in ".?!"
    if upper and len(words) >= 3 and (stops or signs.said_after):
        free = not lead or lead[-1] in ",:.?!—–-" or lead.endswith(" that")
        if signs.cue_beside or free:
            return True
    if lead.endswith(":") and len(words) >= 3 and (upper or stops):
        return True
    if upper and signs.cue_beside and len(words) >= 2 and (stops or signs.last == ","):
        return True
    if not (signs.said_after and signs.ends and len(words) >= 2):
        return False
    clause = signs.is_clause and _previous_word(text, place) not in _BINDING
    return upper or lead.endswith((",", ":")) or clause


def _kind_alone(text: str, place: Occurrence, words: list[str]) -> QuoteKind:
    """A quote that opens its sentence and has no attribution after it."""
    marked = place.marked
    rest = text[marked.after : place.next_mark].lstrip(" \u00a0")
    whole_line = not text[marked.after : place.line_end].strip()
    last = text[marked.end - 1]
    ends = last in ".?!…" or (last == "," and not rest)
    if ends:
        lower_follows = rest[:1].islower()
        if not lower_follows or last in "?!":
            return QuoteKind.DIRECT
    if whole_line and len(words) >= 4:
        return QuoteKind.DIRECT
    inside_stop = re.search(r"[.?!] ", text[marked.start : marked.end])
    if len(words) >= 7 and (inside_stop or last == ","):
        return QuoteKind.DIRECT
    if _capitals(text, marked, words):
        return QuoteKind.TITLE
    if len(words) >= 3 and words[0].replace("’", "'").lower() in _SELF:
        return QuoteKind.DIRECT
    if rest[:1] in (".",) and len(words) >= 4:
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if len(words) >= 4 else QuoteKind.SCARE


def _cue_end(attribution: Attribution) -> int:
    """Where the verb ends, or the person spoken to who follows it."""
    ends = [part.end for part in (attribution.cue, attribution.addressee) if part]
    return max(ends, default=0)


def _cue_distance(text: str, place: Occurrence) -> int:
    """Characters between the reporting verb before a quote and its opening mark."""
    cue = place.before.cue if place.before else None
    return place.marked.opened - cue.end if cue else 1_000


def _previous_word(text: str, place: Occurrence) -> str:
    """The reporter's last word before a quote, in lower case."""
    lead = text[max(place.line_start, place.marked.opened - 30) : place.marked.opened]
    words: list[str] = _WORDS.findall(lead)
    return words[-1].lower() if words else ""


def _capitals(text: str, marked: Marked, words: list[str]) -> bool:
    return bool(words) and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words
    )


def _is_title(text: str, marked: Marked, words: list[str], place: Occurrence) -> bool:
    if len(words) > 12 or not _capitals(text, marked, words) or words == ["I"]:
        return False
    if _previous_word(text, place) in _NAMING:
        return True
    last = text[marked.end - 1]
    lead = text[max(place.line_start, marked.opened - 40) : marked.opened].rstrip(" \u00a0")
    cue_before = place.before is not None and place.before.close and place.before.cue is not None
    if cue_before and lead.endswith((",", ":")):
        return False
    if last in ".?!" and len(words) < 3 and cue_before:
        return False
    previous = _WORDS.findall(lead)[-1:] or [""]
    if len(words) == 1:
        following = text[marked.after : marked.after + 2].strip()
        between = previous[0][:1].isupper() and following[:1].isupper()
        return between or previous[0] in _NAMING or previous[0] in ("as", "in")
    return True
