"""The words of a quotation as printed."""

from __future__ import annotations

import pytest

from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words

INTERRUPTED = "“The pier will open,” she said, “and the band will play in May.”"
PARAGRAPHS = "“The pier will open.\n\n“And the band will play.”"


def print_parts(text: str, *parts: str) -> PrintedWords:
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    return PrintedWords(text, read_quote_words(text, spans))


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (slice(0, 11), "The pier will open,” … “and the band will play in May"),
        (slice(2, 6), "will open,” … “and the"),
        (slice(0, 4), "The pier will open"),
        (slice(4, 7), "and the band"),
        (slice(4, 4), ""),
    ],
)
def test_shows_where_the_reporter_interrupts(part, shown):
    printed = print_parts(INTERRUPTED, "The pier will open,", "and the band will play in May.")
    assert printed.print_words(part, with_stop=True) == shown


def test_compares_words_without_the_sign():
    printed = print_parts(INTERRUPTED, "The pier will open,", "and the band will play in May.")
    assert printed.print_words(slice(2, 6)) == "will open and the"


def test_joins_paragraphs_of_one_speech():
    printed = print_parts(PARAGRAPHS, "The pier will open.", "And the band will play.")
    assert printed.print_words(slice(0, 9), with_stop=True) == (
        "The pier will open And the band will play"
    )


@pytest.mark.parametrize(
    ("part", "shown"),
    [(slice(0, 2), "[The] mill"), (slice(1, 5), "mill feeds u[s]"), (slice(0, 1), "The")],
)
def test_prints_no_half_of_brackets(part, shown):
    text = "[The] mill feeds u[s] all"
    printed = PrintedWords(text, read_quote_words(text, [(0, len(text))]))
    assert printed.print_words(part) == shown
