"""Names and figures that one article alone has."""

from __future__ import annotations

import pytest

from reader.articles import Place
from reader.coverage import Coverage, own_details
from reader.coverage.own_details import OwnDetails
from reader.linking import LinkTable
from reader.linking.scored_links import ScoredPair
from reader.text.word_alignment import find_words

HERE = Place(0, 0)
OTHER = (
    "The council of Liepaja closed the old ferry line on 4 May.",
    "Sailors and painters of the town blamed Mayor Olsen for the closure.",
)
SUMMARY = "Relations of sailors with the mayor have suffered badly since the decision in Liepaja."


@pytest.fixture
def ask(make_english):
    """Whether a paragraph has a detail that is not in some other articles."""

    def ask(paragraph: str, *others: tuple[str, ...], beside: int | None = None) -> bool:
        articles = [make_english("a", paragraph)]
        articles += [make_english(str(number), *other) for number, other in enumerate(others)]
        details = OwnDetails(
            articles, lambda at: find_words(articles[at.article].paragraphs[at.paragraph].text)
        )
        return details.has_own_detail(HERE, beside)

    return ask


@pytest.mark.parametrize(
    "paragraph",
    [
        "Anger has grown in Ventspils since the decision.",
        "Anger has grown among 700 sailors since the decision.",
        "Anger has grown. It has grown in Ventspils.",
    ],
)
def test_a_name_or_figure_of_no_other_article_is_a_detail(ask, paragraph: str) -> None:
    assert ask(paragraph, OTHER)


@pytest.mark.parametrize(
    "paragraph",
    [
        SUMMARY,
        "Olsen has lost the trust of sailors. Anger has grown since 4 May.",
        "Anger has grown over “Wasteful” plans of Olsen.",
    ],
)
def test_words_that_open_a_sentence_and_names_of_others_are_none(ask, paragraph: str) -> None:
    assert not ask(paragraph, OTHER)


def test_beside_one_article_only_its_names_count(ask) -> None:
    others = (OTHER, ("Voters of the district will choose a clerk in spring.",))
    assert not ask(SUMMARY, *others)
    assert not ask(SUMMARY, *others, beside=1)
    assert ask(SUMMARY, *others, beside=2)


def test_beside_a_very_long_article_nothing_is_counted(ask, monkeypatch) -> None:
    monkeypatch.setattr(own_details, "PARAGRAPHS_READ", 1)
    assert ask(SUMMARY, OTHER)


def test_what_has_no_detail_of_its_own_is_perhaps_elsewhere(make_english, monkeypatch) -> None:
    beside = "Bakers in Cesis gave away forty loaves after an oven was mended overnight."

    def is_only_here(paragraph: str, score: float = 0.05) -> bool:
        articles = [make_english("a", paragraph, beside), make_english("b", *OTHER)]
        table = LinkTable.build((2, 2), [ScoredPair(HERE, Place(1, 1), score)])
        return Coverage(articles, table).is_only_here(HERE)

    assert not is_only_here(SUMMARY)
    assert is_only_here(SUMMARY.replace("Liepaja", "Ventspils"))
    assert is_only_here(f"“{SUMMARY[:-1]},” said a sailor who was asked.")
    assert is_only_here("Relations with the mayor have suffered badly since then, many say.")
    monkeypatch.setattr(own_details, "PARAGRAPHS_READ", 1)
    assert is_only_here(SUMMARY)
