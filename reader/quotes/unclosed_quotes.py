"""Quotes whose closing mark is missing: the attribution after them is no part of the quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.quotes.quotation_marks import MarkedSpan
from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.sentences import find_sentence_end

_READ_SENTENCES = 4
"""Sentences of such a quote in which an attribution is searched."""
_TAIL_CHARS = 90
"""Characters at the end of a sentence that an attribution can fill."""
_WORD = r"(?:[A-Z][a-z]{0,3}\.|[^\s,.!?\"“”]+)"
"""A word, or an abbreviation with its full stop ("Mr.")."""
_TAIL = re.compile(rf",\s(?P<words>{_WORD}(?: {_WORD}){{1,8}})\.?\s*$")
_PRONOUNS = ("he", "she", "they")


def cut_attributions(text: str, spans: Iterable[MarkedSpan]) -> Iterator[MarkedSpan]:
    """Yield the spans; those that are not closed end before their attribution."""
    for span in spans:
        end = None if span.closed or span.resumed else _find_attribution(text, span)
        yield span if end is None else span._replace(end=end, after=end)


def _find_attribution(text: str, span: MarkedSpan) -> int | None:
    """Return the start of the attribution that ends a sentence of a quote, if one does."""
    begin = span.start
    for _ in range(_READ_SENTENCES):
        end = find_sentence_end(text, begin, span.end)
        tail = _TAIL.search(text, max(begin, end - _TAIL_CHARS), end)
        if tail and _is_attribution(tail.group("words").split()):
            return tail.start() + 1
        begin = end
        if begin >= span.end:
            break
    return None


def _count_opening_name(words: list[str]) -> int:
    """Return the number of words with capitals, or of pronouns, that begin a part."""
    count = 0
    while count < len(words) - 1 and (words[count][0].isupper() or words[count] in _PRONOUNS):
        count += 1
    return count


def _is_attribution(words: list[str]) -> bool:
    """Whether a few words have a reporting verb at an end, and a name or a pronoun.

    "I will say that" is part of what is quoted.
    """
    cues = load_vocabulary().cues
    for position in (len(words) - 1, 0, len(words) - 2, _count_opening_name(words)):
        cue = cues.get(words[position].lower())
        if cue and not cue.weak and not cue.gerund:
            named = [word for word in words if word[0].isupper() or word in _PRONOUNS]
            return bool(named) and named[0] != "I"
    return False
