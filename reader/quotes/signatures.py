"""The name that a quote is signed with, after a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import Attribution, attribute
from reader.quotes.attribution_colon import can_speak
from reader.quotes.noun_phrases import NounPhrase, read_noun_phrase
from reader.quotes.sentence_tokens import Token, is_capital, is_handle, tokenize_sentence

DASHES = ("—", "–", "-", "--", "- -")
"""Signs before a name that signs."""
_SIGNATURE_WORDS = 16
_DASH = re.compile(r"(?P<sign>[—–―]|- ?-|-)[ \u00a0]{0,3}")
_LINKS = ("and", "&")
_BEHIND_SIGNER = frozenset((",", ".", "(", "of", "at", "for", "from", "in", "on", *_LINKS))
_NO_SIGNATURE = frozenset(".?!:;")
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
    if phrase.last < len(tokens) and tokens[phrase.last].word not in (",", ".", "(", *_LINKS):
        return None
    return attribute(rules.SIGNED_NAME, tokens, phrase)


def read_signature_line(
    text: str, line_end: int, *, begins_line: bool = False
) -> Attribution | None:
    """Read a line, blank lines skipped, that is a dash and a name or a role under a quote.

    Args:
        text: the text.
        line_end: the end of the quote's line.
        begins_line: whether the quote begins its line, as one that is set as a block does.
    """
    gap = text[line_end : line_end + _MOST_BLANK]
    begin = line_end + len(gap) - len(gap.lstrip())
    stop = text.find("\n", begin, begin + _LINE_REACH)
    stop = len(text) if stop < 0 else stop
    dash = _DASH.match(text, begin, stop)
    if dash is None or stop - begin > _LINE_REACH:
        return None
    tokens = tokenize_sentence(text, dash.end(), stop)
    phrase = read_noun_phrase(tokens, 0, len(tokens))
    is_read = phrase is not None and (
        phrase.last == len(tokens) or tokens[phrase.last].lower in _BEHIND_SIGNER
    )
    if phrase is not None and is_read and _is_signer(tokens, phrase, dash["sign"]):
        return attribute(rules.SIGNED_NAME, tokens, phrase)
    return _sign_with_line(tokens, dash["sign"]) if begins_line else None


def _sign_with_line(tokens: Sequence[Token], sign: str) -> Attribution | None:
    """Take a whole line that no name is read from as the words for who signs.

    It has a dash and a capital in front, and no end of a sentence, as dialogue and lists have.
    """
    if sign == "-" or not tokens or len(tokens) > _SIGNATURE_WORDS or not is_capital(tokens[0]):
        return None
    if any(token.word in _NO_SIGNATURE for token in tokens):
        return None
    return attribute(rules.SIGNED_NAME, tokens, NounPhrase(0, len(tokens), len(tokens)))


def _is_signer(tokens: Sequence[Token], phrase: NounPhrase, sign: str) -> bool:
    """Whether a phrase behind a dash is a whole name, or a line with one name or a role."""
    if phrase.has_name and phrase.last - phrase.name > 1:
        return True
    if is_handle(tokens[phrase.name if phrase.has_name else phrase.first]):
        return True
    # A list has plain hyphens in front of single words, dialogue has dashes before sentences.
    if sign == "-" or tokens[-1].word in ".?!":
        return False
    return phrase.has_name or can_speak(tokens, phrase)
