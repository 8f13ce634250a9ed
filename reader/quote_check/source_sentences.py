"""The sentences of a source around its words, each found once."""

from __future__ import annotations

from reader.quote_versions.quote_words import QuoteWord
from reader.text.sentences import find_sentence_end, find_sentence_start

SENTENCE_CHARS = 300
"""Characters of a sentence of the source that are shown, and searched on either side."""


class SourceSentences:
    """The sentences of a source's words.

    Many quotations begin with the same word of one source, so what is found is remembered. Safe to
    use from several threads.

    Args:
        text: the text of the source.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[int, tuple[int, int]] = {}

    def read_sentence(self, word: QuoteWord) -> str:
        """Return the sentence that a word is in, without white space at its ends."""
        span = self._spans.get(word.start)
        if span is None:
            span = self._spans[word.start] = self._find_sentence(word)
        return self._text[span[0] : span[1]].strip()

    def _find_sentence(self, word: QuoteWord) -> tuple[int, int]:
        text, first = self._text, word.start
        lowest = max(text.rfind("\n", 0, first) + 1, first - SENTENCE_CHARS)
        start = find_sentence_start(text, lowest, first)
        return start, find_sentence_end(text, word.end, min(len(text), first + SENTENCE_CHARS))
