"""To whom, where and when something was said, from the words after a reporting verb."""

from __future__ import annotations

from reader.quotes.phrases import Token, noun_phrase
from reader.quotes.quote import Phrase
from reader.quotes.reporting_vocabulary import CueWord, word_class

ADDRESSED = word_class("addressing")
_SETTINGS = word_class("setting_starts")
_AFTER_COMMA = word_class("setting_after_comma")
_AFTER_COMMA_ALONE = _AFTER_COMMA - {"while", "when"}


def addressee_of(text: str, tokens: list[Token], last: int, word: CueWord) -> Phrase | None:
    if word.lemma not in ADDRESSED or word.gerund:
        return None
    if last < len(tokens) and tokens[last].lower in ("that", "of", "about", "for", "if", "whether"):
        return None
    if last < len(tokens) and tokens[last].lower in ("me", "him", "her", "them", "us", "you"):
        return Phrase(tokens[last].word, tokens[last].start, tokens[last].end)
    phrase = noun_phrase(tokens, last, len(tokens))
    if phrase is None:
        return None
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    return Phrase(text[start:end], start, end)


def setting_of(text: str, tokens: list[Token], first: int, stop: int) -> Phrase | None:
    """The phrase that says where or when, right after the verb or after a comma."""
    for position in range(first, min(len(tokens), first + 40)):
        lower = tokens[position].lower
        beside = position == first or (position == first + 1 and tokens[first].word == ",")
        after_comma = position > 0 and tokens[position - 1].word == ","
        if (beside and lower in _SETTINGS) or (after_comma and lower in _AFTER_COMMA):
            return _clause(text, tokens, position)
        if lower in ("that", "because", "and", "but"):
            return None
        if position >= first and lower in _SETTINGS and _only_days(tokens, first, position):
            return _clause(text, tokens, position)
    return None


def leading_setting(text: str, tokens: list[Token], verb: int) -> Phrase | None:
    """An adverbial before the verb: "In a statement, the company said"."""
    starts = [0] + [i + 1 for i in range(verb) if tokens[i].word == ","]
    for position in starts:
        if position < verb and tokens[position].lower in _AFTER_COMMA_ALONE:
            last = position
            while last < verb and tokens[last].word != ",":
                last += 1
            if last < verb and 2 <= last - position <= 12:
                start, end = tokens[position].start, tokens[last - 1].end
                return Phrase(text[start:end], start, end)
    return None


def position_after(tokens: list[Token], end: int) -> int:
    for position, token in enumerate(tokens):
        if token.start >= end:
            return position
    return len(tokens)


def _only_days(tokens: list[Token], first: int, position: int) -> bool:
    return position - first <= 2 and all(
        token.lower.endswith("day") or token.lower == "on" for token in tokens[first:position]
    )


def _clause(text: str, tokens: list[Token], position: int) -> Phrase | None:
    last = position
    while last < len(tokens) and tokens[last].word not in ",;:.?!" and last - position < 20:
        if last > position and tokens[last].lower in ("that", "and"):
            break
        last += 1
    if last - position < 2:
        return None
    start, end = tokens[position].start, tokens[last - 1].end
    if last == len(tokens) and text[end - 1] == ".":
        end -= 1
    if text[start:end].endswith(("’s", "'s")):
        return None
    return Phrase(text[start:end], start, end)
