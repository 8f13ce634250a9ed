"""The first words of a text, for the `repr` of values."""

from __future__ import annotations

from reader.text.cleaning import Clean, clean_line

EXCERPT_CHARACTERS = 48
"""Characters of an excerpt: with what is named beside it, it fits on a line of 80."""
# White space may take as much room again before it is joined.
_READ_PER_SHOWN = 4


def excerpt(text: str, characters: int = EXCERPT_CHARACTERS) -> Clean:
    """Return the beginning of a text on one line, with an ellipsis where it is cut.

    Args:
        text: the words, raw or clean.
        characters: the length of the result at most.
    """
    return clean_line(text[: _READ_PER_SHOWN * characters], characters)
