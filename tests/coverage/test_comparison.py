"""Comparing articles: the links, and that the order of the files does not matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import Article
from reader.coverage import Coverage, compare
from reader.errors import StoppedError
from reader.linking import Level, Place, features
from reader.linking.links import LOWEST_FLOOR
from reader.linking.lowered_scores import Lowering
from reader.linking.paragraph_linking import LINKS_PER_ARTICLE
from reader.quotes import Quote, find_quotes, join_paragraphs
from reader.sources import open_articles

MakeArticle = Callable[..., Article]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

STORY = (
    "The harbour bridge at Ventspils reopened on Monday after nine years of repairs.",
    "Mayor Ilze Kalnina cut a blue ribbon before four hundred cyclists rode across.",
    "“We have waited long enough for this crossing,” she told the crowd at the quay.",
    "The work cost 84 million euros, a third more than the council had planned in 2016.",
)
SAME_STORY = (
    "Cyclists were the first to use the reopened harbour bridge at Ventspils on Monday.",
    "Repairs cost 84 million euros, far above the plan the council made in 2016.",
    "Ferries to Gotland sail from another pier until the autumn storms are over.",
)
OPERA = (
    "Opera tickets in Oslo will cost a fifth more because the roof has to be mended.",
    "Director Randi Stene said the marble let in rain over the stage in March.",
    "The ballet moves to a circus tent in Bergen while masons are at work.",
)

Row = tuple[str, int, str, int, float]


def rows(coverage: Coverage) -> set[Row]:
    """Every link with its articles by name, however the articles are ordered."""
    found = set()
    for link in coverage.links(0.0):
        here, there = sorted((end.article.name, end.place.paragraph) for end in link.passages)
        found.add((*here, *there, link.score))
    return found


def groups(coverage: Coverage) -> set[frozenset[tuple[str, int]]]:
    return {
        frozenset((end.article.name, end.place.paragraph) for end in moment.passages)
        for moment in coverage.moments
    }


def test_one_article_alone_has_no_links(make_article: MakeArticle) -> None:
    coverage = compare([make_article("alone", *STORY)])
    assert list(coverage.links(0.0)) == []
    assert coverage.moments == ()


def test_no_articles_have_no_links() -> None:
    assert list(compare([]).links(0.0)) == []


def test_the_quotes_of_every_article_are_found_once(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def find(text: str) -> list[Quote]:
        texts.append(text)
        return find_quotes(text)

    monkeypatch.setattr("reader.quotes.quote_finder.find_quotes", find)
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY, furniture=(1,))]
    coverage = compare(articles)
    coverage.article_quotes.find_utterances()
    assert [len(found) for found in coverage.quotes] == [len(find_quotes(x)) for x in articles]
    assert texts == [join_paragraphs(article) for article in articles]


def test_an_article_is_the_same_as_its_copy(make_article: MakeArticle) -> None:
    coverage = compare([make_article("one", *STORY), make_article("two", *STORY)])
    for position in range(len(STORY)):
        strongest = coverage.links_from(Place(0, position))[0]
        assert strongest.there.place == Place(1, position)
        assert strongest.level is Level.SAME
    assert len(coverage.moments) == len(STORY)


def test_the_same_story_is_found_in_another_order(make_article: MakeArticle) -> None:
    coverage = compare([make_article("one", *STORY), make_article("two", *SAME_STORY)])
    assert coverage.links_from(Place(1, 0), 0.0)[0].there.place == Place(0, 0)
    assert coverage.links_from(Place(1, 1), 0.0)[0].there.place == Place(0, 3)
    assert coverage.links_from(Place(1, 2)) == ()


def test_the_closing_line_of_an_agency_is_not_the_same_in_articles_on_different_events(
    make_article: MakeArticle,
) -> None:
    line = "Reporting by the desk in London; editing by Ann Smith and John Doe"
    articles = [
        make_article("bridge", *STORY, line),
        make_article("crossing", *SAME_STORY),
        make_article("opera", *OPERA, line),
        make_article("roof", *reversed(OPERA)),
    ]
    coverage = compare(articles)
    between = [
        link
        for link in coverage.links()
        if {end.article_position for end in link.passages} == {0, 2}
    ]
    assert coverage.link_counts(0, 1)[0] > 0
    assert Level.SAME not in {link.level for link in between}


def test_in_articles_that_may_report_two_events_nothing_is_the_same(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY)]
    assert any(link.level is Level.SAME for link in compare(articles).links())
    monkeypatch.setattr(features, "is_surely_same_event", lambda excess, _: excess > 1.0)
    assert {link.level for link in compare(articles).links()} == {Level.RELATED}


def test_articles_with_other_openings_have_nothing_the_same_but_statements(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY, STORY[2])]
    monkeypatch.setattr(features, "OPENING_SENTENCES", 0)
    same, others = set(), set()
    coverage = compare(articles)
    for link in coverage.links():
        (same if link.level is Level.SAME else others).add((link.here.number, link.level))
    assert same == {(3, Level.SAME)}
    assert (1, Level.PROBABLY) in others
    first = coverage.links_from(Place(0, 0))[0]
    assert coverage.evidence(first).reasons[0] == Lowering.OPENINGS.words


def test_a_sentence_in_passing_makes_two_long_paragraphs_related_only(
    make_article: MakeArticle,
) -> None:
    fillers = (
        "Ferries to Gotland sail from another pier until the autumn storms are over. "
        "Nurses in Liepaja voted for a strike that would close nine wards in March. "
        "Snow is expected along the whole eastern border from late on Saturday night. "
        "Teachers have rejected an offer of extra holidays from the ministry again. "
        "Farmers near Cesis lost half of their apples to a late frost this spring. ",
        "Exports of timber fell for a seventh month as builders in Sweden held back. "
        "Voters in Jurmala will choose between eleven lists at the end of October. "
        "Hospitals were told to keep fuel for a fortnight in their own basements. "
        "Opera tickets will cost more because the roof has to be mended at last. "
        "Dog owners must register their animals before the first of next month. ",
    )
    one, two = (make_article(n, text + STORY[0]) for n, text in zip("ab", fillers, strict=True))
    (link,) = compare([one, two]).links()
    assert link.level is Level.RELATED
    (link,) = compare([one, make_article("short", STORY[0])]).links()
    assert link.level is Level.SAME


def test_a_short_quotation_that_is_most_of_a_sentence_is_the_same(
    make_article: MakeArticle,
) -> None:
    first = make_article("a", "“Face-to-face talks matter,” Kalnina insisted.", *SAME_STORY[1:])
    second = make_article(
        "b",
        "“Face to face talks matter”, the mayor wrote in a long post about the crossing and its"
        " many years of delay, which she put up on Sunday evening.",
        *STORY[2:],
    )
    [link] = [link for link in compare([first, second]).links(0.0) if link.here.number == 1]
    assert link.there.number == 1
    assert link.level is Level.SAME


def test_a_title_quoted_in_passing_by_both_is_not_enough(make_article: MakeArticle) -> None:
    first = make_article(
        "a",
        "The actor, known from “Nights on the Harbour”, bought a farm near Ventspils in March and"
        " keeps goats.",
    )
    second = make_article(
        "b",
        "Critics were harsh on the third season of “Nights on the Harbour” because its writers had"
        " left.",
    )
    assert not any(link.level is Level.SAME for link in compare([first, second]).links())


def test_furniture_is_not_linked(make_article: MakeArticle) -> None:
    one = make_article("one", *STORY, furniture=(2,))
    coverage = compare([one, make_article("two", *STORY)])
    assert coverage.links_from(Place(0, 1), 0.0) == ()
    assert Place(0, 1) not in {link.there for link in coverage.links_from(Place(1, 1), 0.0)}


def test_articles_without_words_have_no_links(make_article: MakeArticle) -> None:
    empty = make_article("empty")
    signs = make_article("signs", "…", "***", "—")
    chrome = make_article("chrome", "Subscribe", furniture=(1,))
    coverage = compare([empty, signs, chrome, make_article("one", *STORY)])
    assert list(coverage.links()) == []


def test_a_paragraph_has_few_links_to_one_article(make_article: MakeArticle) -> None:
    one = make_article("one", STORY[0])
    coverage = compare([one, make_article("two", *[STORY[0]] * 30, *STORY)])
    assert 0 < len(coverage.links_from(Place(0, 0), 0.0)) <= LINKS_PER_ARTICLE


def test_the_order_of_files_does_not_change_the_links_of_the_seeds() -> None:
    articles = open_articles(SEEDS)
    expected = compare(articles)
    orders = list(permutations(articles))[17::40]
    assert orders
    for order in orders:
        coverage = compare(order)
        assert rows(coverage) == rows(expected)
        assert groups(coverage) == groups(expected)


def test_a_comparison_that_is_cancelled_stops(make_article: MakeArticle) -> None:
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY)]
    with pytest.raises(StoppedError):
        compare(articles, is_cancelled=lambda: True)


@pytest.mark.parametrize("border", range(6))
def test_a_comparison_that_is_cancelled_stops_between_phases(
    make_article: MakeArticle, border: int
) -> None:
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY)]
    phases: list[str] = []
    with pytest.raises(StoppedError):
        compare(
            articles,
            on_progress=lambda _share, doing: phases.append(doing),
            is_cancelled=lambda: len(phases) > border,
        )
    assert len(phases) == border + 1


def test_progress_rises_to_one(make_article: MakeArticle) -> None:
    reports: list[tuple[float, str]] = []
    articles = [make_article("one", *STORY), make_article("two", *SAME_STORY)]
    compare(articles, on_progress=lambda share, doing: reports.append((share, doing)))
    shares = [share for share, _ in reports]
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] <= shares[-1] == 1.0
    assert all(doing for _, doing in reports)


VOCABULARY = """
bridge bridges harbour mayor Kalnina said “we have waited” 84 million euros. the of U.S. 橋 が !
reopened Monday, cyclists —and ferries Gotland 2016 naïve naive Riga’s Riga's
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(TEXTS, min_size=2, max_size=4), data=st.data())
def test_links_are_symmetric_deterministic_and_free_of_order(
    make_article: MakeArticle, texts: Sequence[Sequence[str]], data: st.DataObject
) -> None:
    articles = [make_article(f"a{number}", *paragraphs) for number, paragraphs in enumerate(texts)]
    coverage = compare(articles)
    assert compare(articles).table == coverage.table
    shuffled = data.draw(st.permutations(articles))
    other = compare(shuffled)
    if len({tuple(paragraphs) for paragraphs in texts}) == len(texts):
        assert rows(other) == rows(coverage)
        assert groups(other) == groups(coverage)
    for link in coverage.links(0.0):
        assert link.here.article_position != link.there.article_position
        assert LOWEST_FLOOR <= link.score <= 1.0
        back = [x for x in coverage.links_from(link.there, 0.0) if x.there == link.here]
        assert [x.score for x in back] == [link.score]


@pytest.mark.parametrize("given", ["a.txt", ["a.txt", "b.txt"], Path("a.txt"), b"text", None])
def test_what_is_no_article_is_refused_in_words(given: object) -> None:
    with pytest.raises(TypeError, match=r"compare takes several articles, such as open_articles"):
        compare(given)


def test_one_article_without_a_list_is_refused(make_article: MakeArticle) -> None:
    with pytest.raises(TypeError, match="compare takes several articles"):
        compare(make_article("a", "One paragraph."))
