from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import compare
from reader.app.dialogs.passage_words import describe_passages
from reader.app.themes.signs import ASCII, UNICODE

WORDS = st.lists(
    st.sampled_from(["the", "ferry", "warden", "never", "–", "“nobody”", "crew,", "storm’s", "12"]),
    min_size=8,
    max_size=30,
)


def described(make_article, here: str, there: str, signs=UNICODE) -> str:
    coverage = compare([make_article("here", here), make_article("there", there)])
    link = next(iter(coverage.links(0.0)))
    return describe_passages(link, signs).plain


def test_what_only_one_has_is_in_brackets(make_article):
    text = described(
        make_article,
        "The warden of the ferry said on Monday that the crew had never been asked.",
        "The warden of the ferry said that the whole crew had never been asked.",
    )
    assert "said ⟦-on Monday-⟧ that" in text
    assert "the ⟦+whole+⟧ crew" in text


@given(WORDS, WORDS)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_word_is_changed(make_article, signs, here, there):
    common = "The warden of the ferry had been asked about the broken engine."
    texts = " ".join([common, *here]), " ".join([common, *there])
    text = described(make_article, *texts, signs)
    for bracket in (*signs.dropped, *signs.added):
        text = text.replace(bracket, "")
    assert [words for words in texts if words not in text] == []
