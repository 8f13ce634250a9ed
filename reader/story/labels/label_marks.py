"""Signs beside a label: those that belong to it, and a dateline, which does not."""

from __future__ import annotations

import re
from unicodedata import category

from reader.story.labels.phrase_bounds import QUOTE_MARKS

_INNER_END = re.compile(r"’(?!\w)")
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]+(?:, [A-Z][\w.]+)?(?: \(\w+\))? [-–—―]{1,3} (?=[A-Z“])")


def skip_dateline(text: str, start: int, end: int) -> int:
    """Return where the words after the dateline begin, for the start of a paragraph; else `start`.

    It is `start`, too, where these words are not before `end`. (A dateline is a place
    in capitals up to a dash: "AINAZI, L.V. — The ferry sank".)
    """
    match = None if start else _DATELINE.match(text)
    return match.end() if match and match.end() < end else start


def is_whole(words: str) -> bool:
    """Return whether every quotation and bracket that is opened is closed, too."""
    marks = sum(sign in QUOTE_MARKS for sign in words)
    return marks % 2 == 0 and words.count("(") == words.count(")")


def leaves_open(words: str) -> bool:
    """Return whether a quotation within a quotation is opened and not closed."""
    return words.count("‘") > len(_INNER_END.findall(words))


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
