"""Signs beside a label that belong to it: of a currency, and those of a quotation."""

from __future__ import annotations

from unicodedata import category

from reader.story.labels.phrase_bounds import QUOTE_MARKS


def is_whole(words: str) -> bool:
    """Return whether every quotation and bracket that is opened is closed, too."""
    marks = sum(sign in QUOTE_MARKS for sign in words)
    return marks % 2 == 0 and words.count("(") == words.count(")")


def follows_sign(text: str, start: int, end: int) -> bool:
    """Return whether a mark before a label belongs to it: of a currency, or a quotation's first."""
    if not start:
        return False
    if category(text[start - 1]) == "Sc":
        return True
    is_mark = text[start - 1] in QUOTE_MARKS
    return is_mark and sum(sign in QUOTE_MARKS for sign in text[start:end]) % 2 == 1


def find_closing_mark(text: str, start: int, end: int) -> int:
    """Return how many characters behind a label are the mark that closes its quotation."""
    if sum(sign in QUOTE_MARKS for sign in text[start:end]) % 2 == 0:
        return 0
    return next((at for at in (1, 2) if closes_quotation(text[end : end + at])), 0)


def closes_quotation(signs: str) -> bool:
    """Return whether a mark that ends a quotation is the last of one or two signs after a word."""
    return signs[-1:] in QUOTE_MARKS and not signs[0].isspace()
