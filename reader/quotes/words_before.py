"""The reporter's words before a quote in its sentence, as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.quotes.attribution import MOST_SUBJECTS, is_according_to
from reader.quotes.sentence_tokens import Token, is_word, tokenize_sentence


@dataclass(slots=True)
class WordsBefore:
    """The reporter's words before a quote in its sentence."""

    text: str
    tokens: Sequence[Token]
    end: int
    """Position after the last word; signs may follow it."""
    subjects_left: int = MOST_SUBJECTS

    @property
    def introduces(self) -> bool:
        """Whether a comma or a colon comes before the quote."""
        return self.end < len(self.tokens) and self.tokens[-1].word in ",:"

    @property
    def ends_in_colon(self) -> bool:
        """Whether a colon comes before the quote."""
        return self.end < len(self.tokens) and self.tokens[-1].word == ":"

    def has_preposition_at(self, position: int) -> bool:
        """Whether "according to", or "per" at the start, is at a position."""
        opens_with_per = position == 0 and self.introduces and self.tokens[0].lower == "per"
        return opens_with_per or is_according_to(self.tokens, position)


def read_words_before(text: str, spans: Sequence[tuple[int, int]]) -> WordsBefore | None:
    """Tokenize the words before a quote; a comma replaces each quote among them."""
    tokens: list[Token] = []
    for begin, stop in spans:
        if tokens:
            tokens.append(Token(begin, begin, ",", ","))
        tokens += tokenize_sentence(text, begin, stop)
    end = len(tokens)
    while end and not is_word(tokens[end - 1]):
        end -= 1
    return WordsBefore(text, tokens, end) if end else None
