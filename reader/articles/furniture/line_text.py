"""The forms of a line in which its words are compared with word lists."""

from __future__ import annotations

import re

from reader.text.quote_signs import UNMISTAKABLE_SIGNS

BULLETS = " •·*#>-–—_|(["
"""Characters before the first word of a line that do not belong to it."""

LIST_MARKS = ("•", "-", "–", "*", "·", "◦", "‣", "▪", "●")
"""Characters that begin an item of a list."""

_LINE_MARKS = " •·*#>-–—_|:.!?…→›»+▼▶■□►"
_WORD_MARKS = ".,:;!?…()[]{}|*•·→»›+’'\"-–—/"
_QUOTATION_MARKS = re.compile(f"[{UNMISTAKABLE_SIGNS}]")


def normalize_line(line: str) -> str:
    """Return the line with `straighten` applied, without bullets and marks at its ends."""
    return straighten(line).strip(_LINE_MARKS)


def straighten(line: str) -> str:
    """Return the line in lower case with straight quotation marks and single spaces."""
    line = line.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(line.split())


def split_words(line: str) -> list[str]:
    """Return the words of a line without the marks around them."""
    return [word for part in line.split() if (word := part.strip(_WORD_MARKS))]


def strip_word(word: str) -> str:
    """Return a word without the marks around it."""
    return word.strip(_WORD_MARKS)


def outside_quotations(line: str) -> str:
    """Return the parts of a line that are not inside quotation marks."""
    return " ".join(_QUOTATION_MARKS.split(line)[::2])


def before_quotation(line: str) -> str:
    """Return the text before the first quotation mark of a line."""
    return _QUOTATION_MARKS.split(line, maxsplit=1)[0]


def starts_with_phrase(line: str, phrases: tuple[str, ...]) -> bool:
    """Return whether a line, bullets aside, begins with one of the phrases as whole words."""
    return has_phrase_at_start(straighten(line).lstrip(BULLETS), phrases)


def has_phrase_at_start(straightened: str, phrases: tuple[str, ...]) -> bool:
    """Return whether a line already straightened begins with a phrase as whole words."""
    if not straightened.startswith(phrases):
        return False
    return any(
        straightened.startswith(phrase)
        and not (
            phrase[-1].isascii()
            and phrase[-1].isalnum()
            and straightened[len(phrase) : len(phrase) + 1].isalnum()
        )
        for phrase in phrases
    )
