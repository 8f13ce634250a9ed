"""Articles of different languages are not compared, and nothing is said to be only in one."""

from __future__ import annotations

from reader import Place, article_from_text, compare
from reader.coverage.comparable_articles import (
    explain_silence,
    find_comparable,
    name_languages_apart,
)

ENGLISH = """The ferry ran aground

The ferry ran aground off the coast on Tuesday with all of its passengers, the guard said.

The captain said that the steering had failed and that nobody had been hurt in the accident.
"""
FRENCH = """Le ferry s'est échoué

Le ferry s'est échoué mardi au large de la côte avec tous ses passagers, selon la police.

Le capitaine a déclaré que la barre ne répondait plus et que personne n'avait été blessé.
"""


def test_nothing_is_only_here_where_the_others_are_in_another_language() -> None:
    articles = [article_from_text(text, name=text[3:8]) for text in (ENGLISH, FRENCH)]
    assert [article.language for article in articles] == ["en", "fr"]
    coverage = compare(articles)
    places = [Place(article, paragraph) for article in (0, 1) for paragraph in (1, 2)]
    assert not any(coverage.is_only_here(place) for place in places)
    assert not any(coverage.nearest(place) for place in places)
    assert name_languages_apart(articles).startswith("[1] English, [2] French:")


def test_articles_of_one_language_are_comparable() -> None:
    other = ENGLISH.replace("ferry", "tram").replace("coast", "square")
    texts = (ENGLISH, FRENCH, other)
    articles = [article_from_text(text, name=str(at)) for at, text in enumerate(texts)]
    assert find_comparable(articles, 0) == (2,)
    assert find_comparable(articles, 1) == ()
    assert name_languages_apart([articles[0], articles[2]]) == ""


def test_nothing_is_only_in_an_article_whose_language_is_not_known(make_article) -> None:
    articles = [make_article("a", ENGLISH), make_article("b", "Gulls.", "Rain fell on Ainaži.")]
    coverage = compare(articles)
    assert not any(coverage.is_only_here(Place(*at)) for at in ((0, 0), (1, 0), (1, 1)))
    assert explain_silence(articles, 0) == (
        "the language of [1] is not known, so what only it has is unknown"
    )


def test_an_article_is_compared_with_those_that_are_known_to_be_in_its_language(
    make_english, make_article
) -> None:
    known = [make_english("a", ENGLISH), make_english("b", "Gulls sat on a roof in the rain.")]
    assert compare(known).is_only_here(Place(1, 0))
    assert explain_silence(known, 0) == ""
    other = make_article("c", "Rain.")
    assert explain_silence([known[0], other], 0).startswith("no other article is known")
