"""Words that are written with a full stop."""

from __future__ import annotations

import pytest

from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.abbreviations import ABBREVIATIONS, is_abbreviation, known_abbreviations


@pytest.mark.parametrize("word", ["Sen", "U.S", "Ph.D", "D-N.Y", "R-Ky", "J", "a.m", "Lt-Col"])
def test_the_full_stop_of_an_abbreviation_belongs_to_it(word: str) -> None:
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", ["no", "art", "over", "example.com", "5.9", "j", ""])
def test_other_words_are_no_abbreviations(word: str) -> None:
    assert not is_abbreviation(word)


def test_quotes_and_sentences_know_the_same_abbreviations() -> None:
    assert load_vocabulary().abbreviations == known_abbreviations()


def test_every_word_is_listed_once() -> None:
    sections = [ABBREVIATIONS.words[name] for name in ("before a name", "before a number")]
    sections.append(ABBREVIATIONS.words["anywhere"])
    words = [word for section in sections for word in section]
    assert len(words) > 200
    assert sorted(words) == sorted(set(words))
    assert ABBREVIATIONS.words["ordinary words too"] <= set(words)
