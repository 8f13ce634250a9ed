"""The words of a quotation as its sources write them."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quote
from reader.quote_check.source_spelling import SourceSpelling
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words

KEYS = frozenset(
    ["we", "dont", "know", "the", "harbour", "is", "grey", "it", "organised", "cannot", "i", "will"]
)


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("We do not know", "we dont know"),
        ("The harbor is gray", "the harbour is grey"),
        ("It organized", "it organised"),
        ("I'll know", "i will know"),
        ("We dont know", None),
        ("The zebra is grey", None),
    ],
)
def test_words_are_rewritten_as_the_sources_have_them(text: str, rewritten: str | None) -> None:
    printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
    words = SourceSpelling(KEYS).rewrite(printed)
    assert (words and " ".join(word.key for word in words)) == rewritten


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("We don't know.", "We do not know"),
        ("The colour was grey.", "The color was gray"),
        ("We travelled.", "We traveled"),
    ],
)
def test_a_short_quotation_is_found_in_another_spelling(said: str, quoted: str) -> None:
    check = check_quote(quoted, f"“{said}” said Ada Quill.")
    assert check.source == 0
    assert not check.needs_review
