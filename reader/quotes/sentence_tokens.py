"""The words and signs of a sentence, and what the form of a word shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.text.abbreviations import is_abbreviation
from reader.text.words import WORD_PATTERN

# A name or a compound is one token: al-Assad, AT&T, Ph.D.
_TOKEN = re.compile(rf"{WORD_PATTERN}(?:[.&-]{WORD_PATTERN})*|(?<!\w)@\w+|[^\w\s]|_")
_IN_LY = load_word_class("ends_in_ly")
_NAME_PREFIXES = ("al-", "el-", "bin-")
_PLACE_WORD = r"(?:[A-Z][\w.’'-]{0,30}|\d{1,2}|de|la|al|and|of)"
_DATELINE = re.compile(
    rf"[A-Z][\w.’'-]{{0,30}}(?:[ ,/]{{1,2}}{_PLACE_WORD}){{0,8}},? ?"
    r"(?:\([A-Z][^()\n]{1,30}\)[.,:]? ?(?:--|[-–—])"
    r"|(?<=[A-Z]{3}) (?:--|[–—]))[ \u00a0]"
)
"""A place, with an agency in brackets or in capitals, and a dash, at the start of a paragraph."""
_LONGEST_DATELINE = 120
_LABELS = load_word_class("page_labels")
_HEADING_WORDS = 3
"""Words in capitals at the start of a sentence that are a heading."""


class Token(NamedTuple):
    """A word or a sign of the article; `lower` is the word in lower case."""

    start: int
    end: int
    word: str
    lower: str


def tokenize_sentence(text: str, start: int, end: int) -> list[Token]:
    """Split `text[start:end]` into words and signs; abbreviations keep their full stop.

    A dateline or a heading in capitals, which is no part of the sentence behind it, has none.
    """
    found: list[Token] = []
    if start == 0 or text.startswith("\n", start - 1):
        dateline = _DATELINE.match(text, start, min(end, start + _LONGEST_DATELINE))
        start = dateline.end() if dateline else start
    for match in _TOKEN.finditer(text, start, end):
        # An ending may be printed apart: Lohan ’ s.
        word = match.group().replace(" ", "")
        begin, stop = match.span()
        if found:
            last = found[-1]
            if word == "." and begin == last.end and is_abbreviation(last.word):
                found[-1] = Token(last.start, stop, last.word + ".", last.lower)
                continue
        found.append(Token(begin, stop, word, word.lower()))
    return _without_heading(_without_labels(found))


def _without_labels(tokens: list[Token]) -> list[Token]:
    """Leave out words of the page around a sentence ("ADVERTISEMENT Lee said", "Image Lee said").

    One that is not in capitals opens a sentence, and a name follows it.
    """
    labels = [
        at
        for at, token in enumerate(tokens)
        if token.lower in _LABELS and (token.word.isupper() or _opens_name(tokens, at))
    ]
    return [token for at, token in enumerate(tokens) if at not in labels] if labels else tokens


def _opens_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word with a capital opens a sentence and comes before a name of a person."""
    following = tokens[position + 1 : position + 3]
    if not following or not is_capital(tokens[position]) or not is_capital(following[0]):
        return False
    is_first = not any(map(is_word, tokens[:position]))
    is_body = any(each.word in load_vocabulary().organisation_words for each in following)
    return is_first and not is_body


def _without_heading(tokens: list[Token]) -> list[Token]:
    """Leave out a heading in capitals before a sentence ("FERRY SINKS AGAIN The board said").

    A page that was copied without its lines has them in the text.
    """
    if not tokens or not tokens[0].word.isupper():
        return tokens
    end = next((at for at, token in enumerate(tokens) if token.word != token.word.upper()), 0)
    # The article before a noun is a capital alone: "AGAIN A spokesman said".
    end -= end > 0 and tokens[end - 1].word == "A"
    words = sum(len(token.word) > 1 and token.word.isalpha() for token in tokens[:end])
    return tokens[end:] if words >= _HEADING_WORDS and tokens[end].word[0].isupper() else tokens


def is_word(token: Token) -> bool:
    """Whether it is a word or a number and no sign."""
    return token.word[0].isalnum() or is_handle(token)


def is_capital(token: Token) -> bool:
    """Whether it is written with a capital, as a name is."""
    return token.word[0].isupper() or is_handle(token) or token.lower.startswith(_NAME_PREFIXES)


def is_acronym(token: Token) -> bool:
    """Whether it is written in capitals alone ("NOW")."""
    return len(token.word) > 1 and token.word.isalpha() and token.word.isupper()


def is_handle(token: Token) -> bool:
    """Whether it is the name of an account ("@harbourwatch")."""
    return len(token.word) > 1 and token.word[0] == "@"


def is_compound(word: str) -> bool:
    """Whether it is an adjective with a capital ("State-run", "London-based")."""
    head, hyphen, tail = word.rpartition("-")
    is_joined = bool(hyphen and head) and tail[:1].islower()
    return is_joined and not word.lower().startswith(("al-", "el-"))


def is_possessive(token: Token) -> bool:
    """Whether it ends in a genitive ("China's")."""
    return token.lower.endswith(("’s", "'s", "s’", "s'"))


def is_adverb(token: Token) -> bool:
    """Whether it has the form of one ("angrily", not "family")."""
    lower = token.lower
    return lower.endswith("ly") and len(lower) > 4 and lower not in _IN_LY and not is_capital(token)


def has_words_at(tokens: Sequence[Token], position: int, *words: str) -> bool:
    """Whether these words, in lower case, are the tokens from a position on."""
    if position >= len(tokens) or tokens[position].lower != words[0]:
        return False
    following = tokens[position : position + len(words)]
    return [token.lower for token in following] == list(words)


def find_token_from(tokens: Sequence[Token], offset: int) -> int:
    """Return the position of the first token that starts at an offset or later."""
    for position, token in enumerate(tokens):
        if token.start >= offset:
            return position
    return len(tokens)
