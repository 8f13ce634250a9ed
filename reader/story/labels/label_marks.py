"""Signs beside a label: those that belong to it, and a dateline, which does not."""

from __future__ import annotations

import re
from unicodedata import category

from reader.story.labels.phrase_bounds import QUOTE_MARKS

_INNER_START = re.compile(r"(?<!\w)['‘](?=\w)")
_INNER_END = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_SENTENCE_SIGNS = frozenset(".,!?…'’)]")
_ADDRESS = "://"
_BRACKETS = (("(", ")"), ("[", "]"))
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]+(?:, [A-Z][\w.]+)?(?: \(\w+\))? [-–—―]{1,3} (?=[A-Z“])")


def skip_dateline(text: str, start: int, end: int) -> int:
    """Return where the words after the dateline begin, for the start of a paragraph; else `start`.

    It is `start`, too, where these words are not before `end`. (A dateline is a place
    in capitals up to a dash: "AINAZI, L.V. — The ferry sank".)
    """
    match = None if start else _DATELINE.match(text)
    return match.end() if match and match.end() < end else start


def is_whole(words: str) -> bool:
    """Return whether every quotation and bracket that is opened is closed; no address is whole."""
    if _ADDRESS in words:
        return False
    return sum(sign in QUOTE_MARKS for sign in words) % 2 == 0 and not leaves_open(words)


def leaves_open(words: str) -> bool:
    """Return whether a bracket or a quotation within a quotation is opened and not closed."""
    if any(words.count(opening) != words.count(closing) for opening, closing in _BRACKETS):
        return True
    return len(_INNER_START.findall(words)) > len(_INNER_END.findall(words))


def add_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of a label with the signs right beside it that belong to it.

    They are that of a currency, and the mark of a quotation of which it has the other one.
    """
    before, after = text[start - 1 : start], text[end : end + 2]
    marks = [at for at in range(start, end) if text[at] in QUOTE_MARKS]
    closes_first = bool(marks) and not _opens(text, marks[0])
    if before and (category(before) == "Sc" or (before in QUOTE_MARKS and closes_first)):
        start -= 1
    if any(
        before == opening and _lacks(text[start:end], closing) for opening, closing in _BRACKETS
    ):
        start -= 1
    if leaves_open(text[start:end]) and after[:1] in ("'", "’", "]", ")"):
        return start, end + 1
    if marks and _opens(text, marks[-1]):
        end += next((at for at in (1, 2) if closes_quotation(after[:at])), 0)
    return start, end


def _lacks(words: str, closing: str) -> bool:
    """Return whether a bracket is closed in some words that is not opened there."""
    opening = next(one for one, other in _BRACKETS if other == closing)
    return closing in words and words.count(closing) > words.count(opening)


def _opens(text: str, at: int) -> bool:
    """Return whether a mark begins a quotation."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in _SENTENCE_SIGNS)


def closes_quotation(signs: str) -> bool:
    """Return whether a mark that ends a quotation is the last of one or two signs after a word."""
    return bool(signs) and signs[-1] in QUOTE_MARKS and not signs[0].isspace()
