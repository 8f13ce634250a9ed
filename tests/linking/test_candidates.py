"""Overlaps are the same whether they are summed in cells or sorted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import candidates
from reader.linking.candidates import find_candidates
from reader.linking.sentence_terms import read_sentence_terms

words = st.lists(
    st.sampled_from(["ash", "birch", "cedar", "Elm", "fir", "of", "the", "12"]), max_size=6
)


@given(st.lists(st.lists(words, max_size=5), min_size=2, max_size=4))
def test_shared_words_weigh_the_same_in_cells_and_sorted(articles: list[list[list[str]]]) -> None:
    documents = [[" ".join(sentence) for sentence in article] for article in articles]
    terms = read_sentence_terms(documents, ["en"] * len(documents))
    all_articles = np.ones((len(documents),) * 2, bool)
    found = []
    for cells in (0, 10**9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "CELLS_PER_WORD_PAIR", cells)
            patch.setattr(candidates, "CHUNK", 5)
            found.append(find_candidates(terms, all_articles))
    assert len(found) == 2
    for name in ("here", "there", "plain_overlap", "name_overlap", "overlap"):
        np.testing.assert_array_equal(getattr(found[0], name), getattr(found[1], name))


def test_only_rows_of_compared_articles_with_a_common_word_are_candidates() -> None:
    documents = [["Storm in Riga."], ["Riga mourns.", "Nothing else."], ["Riga again."]]
    terms = read_sentence_terms(documents, ["en"] * 3)
    is_compared = np.ones((3, 3), bool)
    is_compared[0, 2] = is_compared[2, 0] = False
    pairs = find_candidates(terms, is_compared)
    assert list(zip(pairs.here.tolist(), pairs.there.tolist(), strict=True)) == [(0, 1), (1, 3)]


def test_what_two_articles_share_hardly_weighs_less_when_another_is_opened() -> None:
    text = ["A storm tore the roof off the fish market.", "Nobody was hurt, the mayor wrote."]
    copies = [[*text, f"Weather in Riga was {kind}."] for kind in ("mild", "grey", "cold")]

    def overlap(count: int) -> float:
        terms = read_sentence_terms(copies[:count], ["en"] * count)
        pairs = find_candidates(terms, np.ones((count, count), bool))
        first = (pairs.here == 0) & (pairs.there == 3)
        return float(pairs.overlap[first][0])

    whole = np.log((candidates.SMOOTHING + 6) / 2), np.log((candidates.SMOOTHING + 9) / 3)
    assert 1.0 > overlap(3) / overlap(2) > (1.0 + whole[1] / whole[0]) / 2 - 0.02
