from __future__ import annotations

import pickle

from reader.archive.quote_shingles import (
    FEWEST_SHARED,
    rate_versions,
    read_joinable_quotes,
    read_shingles,
)
from reader.quote_versions.comparable_quotes import read_comparable_quotes
from reader.quote_versions.version_groups import rate_certainty
from reader.quotes import find_quotes
from reader.quotes.offsets import ArticleText
from tests.conftest import ASKED


def test_shingles_are_of_three_stems_and_each_once():
    assert read_shingles(["a", "b"]) == ()
    one = read_shingles(["a", "b", "c", "a", "b", "c"])
    assert len(one) == 3
    assert list(one) == sorted(set(one))
    assert set(read_shingles(["x", "a", "b", "c"])) & set(one)
    assert not set(read_shingles(["ab", "c", "x"])) & set(read_shingles(["a", "bc", "x"]))


def test_versions_of_one_utterance_share_shingles_and_are_rated_as_in_a_comparison():
    here, there, _, fire = (read_joinable_quotes(article) for article in ASKED[:4])
    assert fire == ()
    shared = set(here[0].shingles) & set(there[0].shingles)
    assert len(shared) >= FEWEST_SHARED
    whole = [
        read_comparable_quotes(0, ArticleText(article).text, find_quotes(article))[0]
        for article in ASKED[:2]
    ]
    assert rate_versions(here[0].parts, there[0].parts) == rate_certainty(*whole)


def test_a_part_knows_the_words_around_it_and_nothing_else_of_its_article():
    article = ASKED[0]
    (quote,) = read_joinable_quotes(article)
    (whole,) = read_comparable_quotes(0, ArticleText(article).text, find_quotes(article))
    (part,) = pickle.loads(pickle.dumps(quote.parts))
    assert part.text == article.paragraphs[1].text
    assert (part.context, part.sentences, part.keys) == (whole.context, whole.sentences, whole.keys)
    assert [part.text[word.start : word.end] for word in part.words] == [
        whole.text[word.start : word.end] for word in whole.words
    ]
    assert quote.speaker == "Mara Lind"
    assert quote.text.startswith("We shall mend the old harbour wall")


def test_quotations_of_other_things_are_not_one_utterance():
    here, other = read_joinable_quotes(ASKED[0]), read_joinable_quotes(ASKED[6])
    assert rate_versions(here[0].parts, other[0].parts) is None
