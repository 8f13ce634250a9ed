from __future__ import annotations

from dataclasses import replace

import pytest

from reader.archive.article_terms import (
    LEAD_WEIGHT,
    article_language,
    count_terms,
    read_article_terms,
    read_terms,
    weigh_terms,
)
from reader.articles import Clean
from reader.text.words import stem_word

LONG = "Filler words stand here. " * 20


def test_terms_are_stems_without_stop_words_and_furniture(make_article):
    article = make_article(
        "a", "Menu harbour", "The ferries were late.", LONG, "A lighthouse fell.", furniture=(1,)
    )
    article = replace(article, title=Clean("Ferries stop"))
    terms = read_article_terms(article)
    assert terms.title == tuple(stem_word(word) for word in ("Ferries", "stop"))
    assert terms.lead[:2] == (stem_word("ferries"), "late")
    assert stem_word("lighthouse") in terms.body
    assert stem_word("harbour") not in (*terms.title, *terms.lead, *terms.body)


def test_a_standfirst_is_read_once(make_article):
    article = replace(
        make_article("a", "Tolmouth waits.", "Ferries are late."),
        standfirst=Clean("Tolmouth waits."),
    )
    assert read_article_terms(article).lead.count(stem_word("Tolmouth")) == 1


def test_terms_of_the_lead_count_more(make_article):
    article = make_article("a", "Ferries are late.", LONG, "Lighthouse keepers saw lighthouses.")
    counts = count_terms(read_article_terms(article))
    assert counts[stem_word("ferries")] == LEAD_WEIGHT
    assert counts[stem_word("lighthouse")] == 2.0


def test_rare_terms_weigh_most_and_unknown_ones_are_left_out(make_article):
    article = make_article("a", "Tolmouth ferries late grumble.")
    frequency = {"tolmouth": 1, stem_word("ferries"): 20, "late": 90}
    terms = read_article_terms(article)
    weighted = weigh_terms(terms, lambda term: frequency.get(term, 0), 100)
    assert [each.term for each in weighted] == ["tolmouth", stem_word("ferries"), "late"]
    assert weigh_terms(terms, lambda term: frequency.get(term, 0), 100, limit=1) == weighted[:1]


@pytest.mark.parametrize(
    ("stated", "language"), [("en-GB", "en"), ("DE", "de"), (None, "fr"), ("xx", "xx")]
)
def test_the_language_is_stated_or_guessed(make_article, stated, language):
    text = "Le maire a dit que les bateaux ne sont pas dans le port et que la ville est calme."
    assert article_language(replace(make_article("a", text), language=stated)) == language


def test_unspaced_script_gives_pairs_of_characters():
    assert read_terms("東京都 知事", "ja") == ("東京", "京都", "知事")


def test_an_article_without_words_has_no_terms(make_article):
    assert not read_article_terms(make_article("a", "… — !"))
