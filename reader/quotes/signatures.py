"""The name that a quote is signed with, after a dash."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import Attribution, attribute
from reader.quotes.noun_phrases import read_noun_phrase
from reader.quotes.sentence_tokens import Token, is_handle, tokenize_sentence

DASHES = ("—", "–", "-", "--", "- -")
"""Signs before a name that signs."""
_SIGNATURE_WORDS = 16
_LINE_REACH = 200
"""Characters of the longest line that is a signature."""
_MOST_BLANK = 8
"""Spaces and line breaks before it."""


def read_signature(tokens: Sequence[Token]) -> Attribution | None:
    """Read the name that a quote is signed with (“Never again.” — Jo Smith, goalkeeper)."""
    phrase = read_noun_phrase(tokens, 0, len(tokens))
    if phrase is None or not phrase.has_name or len(tokens) > _SIGNATURE_WORDS:
        return None
    if phrase.last - phrase.name < 2 and not is_handle(tokens[phrase.name]):
        return None
    if phrase.last < len(tokens) and tokens[phrase.last].word not in ",.(":
        return None
    return attribute(rules.SIGNED_NAME, tokens, phrase)


def read_signature_line(text: str, line_end: int) -> Attribution | None:
    """Read a line, blank lines skipped, that is a dash and a name under a quote."""
    gap = text[line_end : line_end + _MOST_BLANK]
    begin = line_end + len(gap) - len(gap.lstrip())
    stop = text.find("\n", begin, begin + _LINE_REACH)
    stop = len(text) if stop < 0 else stop
    if stop - begin > _LINE_REACH or text[begin : begin + 1] not in DASHES:
        return None
    tokens = tokenize_sentence(text, begin, stop)
    is_signed = len(tokens) > 1 and tokens[0].word in DASHES
    return read_signature(tokens[1:]) if is_signed else None
