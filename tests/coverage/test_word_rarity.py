"""The rarity of words in some articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.articles import Article
from reader.coverage.word_rarity import WordRarity

PARAGRAPHS = (
    "The café closed.",
    "Two cafés burnt.",
    "A party met.",
    "Parties argued.",
    "It ended.",
)


@pytest.mark.parametrize(
    ("word", "as_rare_as"),
    [("cafe", "party"), ("art", "zebra"), ("argue", "burn")],
    ids=["accents and inflection", "a part of a word is no word", "one paragraph each"],
)
def test_a_word_is_as_rare_as_the_paragraphs_that_have_it(
    make_article: Callable[..., Article], word: str, as_rare_as: str
) -> None:
    rarity = WordRarity([make_article("one", *PARAGRAPHS)])
    assert rarity.weight(word) == rarity.weight(as_rare_as)


def test_a_word_of_more_paragraphs_weighs_less(make_article: Callable[..., Article]) -> None:
    rarity = WordRarity([make_article("one", *PARAGRAPHS)])
    assert 0 < rarity.weight("cafe") < rarity.weight("argue")
