"""The sentences of a source around its words."""

from __future__ import annotations

from reader.quote_check.source_sentences import SENTENCE_CHARS, SourceSentences
from reader.quote_versions.quote_words import QuoteWord, read_quote_words

TEXT = "The quay is shut. Nobody at the pier knows why.\nThe bakery opens at six."


def read_words(text: str) -> list[QuoteWord]:
    return read_quote_words(text, [(0, len(text))], limit=None)


def test_every_word_has_its_sentence_whatever_was_read_before() -> None:
    words = read_words(TEXT)
    sentences = SourceSentences(TEXT)
    found = [sentences.read_sentence(word) for word in words]
    assert found == [SourceSentences(TEXT).read_sentence(word) for word in words]
    assert found == [sentences.read_sentence(word) for word in words]
    assert list(dict.fromkeys(found)) == [
        "The quay is shut.",
        "Nobody at the pier knows why.",
        "The bakery opens at six.",
    ]


def test_a_sentence_without_end_is_cut_on_both_sides() -> None:
    text = "row " * 400
    word = read_words(text)[200]
    sentence = SourceSentences(text).read_sentence(word)
    assert len(sentence) == 2 * SENTENCE_CHARS - 1
