"""A coverage ties links and moments to their articles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from reader.articles import Article, Passage, Place
from reader.coverage import Coverage
from reader.linking import LinkTable
from reader.linking.scored_links import ScoredPair
from reader.story import Moment


def test_a_table_of_other_articles_is_refused(make_article: Callable[..., Article]) -> None:
    articles = [make_article("one", "Words."), make_article("two", "Words.")]
    for counts in ((1,), (1, 2), (1, 1, 1)):
        with pytest.raises(ValueError, match="other articles"):
            Coverage(articles, LinkTable.build(counts, []))


def test_moments_are_grouped_where_they_are_not_given(make_article: Callable[..., Article]) -> None:
    articles = [make_article("one", "Words."), make_article("two", "Words.")]
    table = LinkTable.build((1, 1), [ScoredPair(Place(0, 0), Place(1, 0), 0.9)])
    passages = tuple(Passage.of_paragraph(tuple(articles), Place(n, 0)) for n in (0, 1))
    assert Coverage(articles, table).moments == (Moment(1, passages),)
    assert Coverage(articles, table, ()).moments == ()


@pytest.fixture
def coverage(make_article: Callable[..., Article]) -> Coverage:
    articles = [make_article(name, "First words.", "Second words.") for name in ("one", "two")]
    pairs = [ScoredPair(Place(0, n), Place(1, n), 0.9) for n in (0, 1)]
    return Coverage(articles, LinkTable.build((2, 2), pairs))


def test_links_and_moments_have_passages_with_their_words(coverage: Coverage) -> None:
    links = [[passage.text for passage in link.passages] for link in coverage.links()]
    moments = [[passage.text for passage in moment.passages] for moment in coverage.moments]
    assert links == moments == [["First words."] * 2, ["Second words."] * 2]
    assert [moment.places for moment in coverage.moments] == [
        (Place(0, n), Place(1, n)) for n in (0, 1)
    ]
    (link,) = coverage.links_from(Place(1, 1))
    assert list(coverage.each_link_from(Place(1, 1))) == [link]
    assert repr(link) == "<Link, same, 0.90: two ¶2, one ¶2>"
    assert repr(coverage.moments[0]) == "<Moment 1: one ¶1, two ¶1>"


def test_what_changed_between_two_articles_is_worked_out_once(coverage: Coverage) -> None:
    changes = coverage.text_changes(0, 1)
    assert coverage.text_changes(0, 1) is changes
    assert coverage.text_changes(1, 0) is not changes


def test_a_paragraph_is_given_by_its_place_or_by_a_passage_of_it(coverage: Coverage) -> None:
    expected = coverage.links_from(Place(1, 0))
    assert len(expected) == 1
    article = coverage.articles[1]
    passages = [
        expected[0].here,
        Passage(article, article.paragraphs[0], 3, 5, article_position=1),
        Passage(article, article.paragraphs[0], 3, 5),
        Passage(article, article.paragraphs[0], 3, 5, article_position=9),
    ]
    assert [coverage.links_from(passage) for passage in passages] == [expected] * 4
    assert coverage.links_from((1, 0)) == expected  # type: ignore[arg-type]


def test_a_passage_of_another_article_is_refused(
    coverage: Coverage, make_article: Callable[..., Article]
) -> None:
    other = make_article("three", "First words.", "Second words.")
    with pytest.raises(ValueError, match="three"):
        coverage.links_from(Passage(other, other.paragraphs[0], 0, 5))
    for place in (Place(2, 0), Place(0, 2), Place(-1, 0), Place(0, -1)):
        with pytest.raises(IndexError):
            coverage.passage(place)
        with pytest.raises(IndexError):
            coverage.links_from(place)


def test_the_links_of_a_paragraph_share_its_passage(make_article: Callable[..., Article]) -> None:
    articles = [make_article(name, *["Words."] * 40) for name in ("one", "two")]
    pairs = [ScoredPair(Place(0, a), Place(1, b), 0.9) for a in range(40) for b in range(40)]
    coverage = Coverage(articles, LinkTable.build((40, 40), pairs))
    links = list(coverage.links())
    assert len(links) == 1600
    assert len({id(passage) for link in links for passage in link.passages}) == 80


def test_a_coverage_holds_the_quotes_of_its_articles(make_article: Callable[..., Article]) -> None:
    said = "“We will rebuild the harbour wall before the winter,” Mayor Ana Ruiz said."
    articles = [make_article(name, f"A storm in {name}.", said) for name in ("Riga", "Oslo")]
    coverage = Coverage(articles, LinkTable.build((2, 2), []))
    assert [[quote.text for quote in found] for found in coverage.quotes] == [
        ["We will rebuild the harbour wall before the winter,"]
    ] * 2
    (shared,) = coverage.shared_quotes
    passages = [version.passages[0] for version in shared.versions]
    assert [passage.place for passage in passages] == [Place(0, 1), Place(1, 1)]
    assert coverage.links_from(passages[1]) == ()


def test_a_coverage_is_used_without_numpy_and_rapidfuzz() -> None:
    code = """
import sys
from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.coverage import Coverage
from reader.linking import LinkTable, Place
from reader.linking.scored_links import ScoredPair
text = Clean("The minister opened the new bridge in Riga on Tuesday.")
one, two = (Article(Clean(n), Clean(n), (Paragraph(1, ParagraphKind.BODY, text),)) for n in "ab")
pair = ScoredPair(Place(0, 0), Place(1, 0), 0.9)
coverage = Coverage([one, two], LinkTable.build((1, 1), [pair]))
link, = coverage.links_from(Place(1, 0))
assert coverage.evidence(link).reasons == ("word for word the same, 10 words",)
assert [moment.places for moment in coverage.moments] == [(Place(0, 0), Place(1, 0))]
assert not {"numpy", "rapidfuzz", "rich", "textual"} & sys.modules.keys()
assert "reader.quote_versions" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
