"""Reporting verbs, and words that only have their form."""

from __future__ import annotations

import pytest

from reader.quotes.cues import is_gerund_noun, is_noun, make_cue, match_cue
from reader.quotes.sentence_tokens import tokenize_sentence


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("he said no", "said"),
        ("he pointed out that", "pointed out"),
        ("he was quoted as saying", "was quoted as saying"),
        ("he was quoted by a paper as saying", "was quoted by a paper as saying"),
        ("it added to the trouble", None),
        ("he is said to be ill", None),
        ("the added trouble", None),
        ("he walked away", None),
    ],
)
def test_a_verb_is_found_with_all_its_words(text: str, cue: str | None) -> None:
    tokens = tokenize_sentence(text, 0, len(text))
    found = next((m for n in range(len(tokens)) if (m := match_cue(tokens, n))), None)
    made = make_cue(text, tokens, found.first, found.last, found.word).text if found else None
    assert made == cue


@pytest.mark.parametrize(
    ("text", "position", "noun"),
    [
        ("they report a crime", 1, False),
        ("a report of the crime", 1, True),
        ("claims of racism", 0, False),
        ("the claims of racism", 1, True),
        ("police reports from the town", 1, True),
        ("he had to report it", 3, False),
        ("Vance questions is it over", 1, True),
        ("what Vance claims is a risk", 2, False),
        ("the board he reports is late", 3, False),
        ("the crew hauled signs", 3, True),
    ],
)
def test_the_words_beside_a_form_show_that_it_is_a_noun(
    text: str, position: int, noun: bool
) -> None:
    tokens = tokenize_sentence(text, 0, len(text))
    match = match_cue(tokens, position)
    assert match is not None
    assert is_noun(tokens, position, match.word) is noun


def test_a_gerund_after_an_article_is_a_noun() -> None:
    text = "a regular briefing"
    assert is_gerund_noun(tokenize_sentence(text, 0, len(text)), 2)
    text = "he left, briefing"
    assert not is_gerund_noun(tokenize_sentence(text, 0, len(text)), 3)
