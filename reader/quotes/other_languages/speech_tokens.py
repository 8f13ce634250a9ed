"""The words of a sentence in a language whose words are parted by spaces."""

from __future__ import annotations

import re
from typing import NamedTuple

_PRONOUNS = "il|elle|ils|elles|on|je|nous|vous|ce"
_TOKEN = re.compile(
    r"(?:[ldcsmntj]|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|sull|dall)['’](?=[^\W_])"
    rf"|[^\W_]+(?:['’][^\W_]+|-(?!(?:t-)?(?:{_PRONOUNS})\b)[^\W_]+)*",
    re.IGNORECASE,
)
_MOST_TOKENS = 60


class SpeechToken(NamedTuple):
    """One word of a text: `source[start:end]`."""

    text: str
    lower: str
    """In lower case, with a curly apostrophe."""
    start: int
    end: int
    gap: str
    """What is printed between the token before, or the start of the stretch, and it."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenize_speech(text: str, start: int, end: int) -> list[SpeechToken]:
    """Return the first words of `text[start:end]`; French pronouns after a verb are words."""
    tokens: list[SpeechToken] = []
    at = start
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lower = word.lower().replace("'", "’")
        gap = text[at : match.start()].replace("\u00a0", " ").replace("\u202f", " ")
        tokens.append(SpeechToken(word, lower, match.start(), match.end(), gap))
        at = match.end()
        if len(tokens) == _MOST_TOKENS:
            break
    return tokens
