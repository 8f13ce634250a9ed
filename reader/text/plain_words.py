"""The words of a text in a form that is the same for two printings of it."""

from __future__ import annotations

import re
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def plain_words(text: str) -> str:
    """Return the words of a text without case, accents, typography and spacing.

    A text without letters and digits is returned as it is.
    """
    letters = _ACCENTS.sub("", normalize("NFKD", text.casefold()))
    return " ".join(_WORD.findall(letters)) or text
