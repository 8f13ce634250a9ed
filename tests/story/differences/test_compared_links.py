"""Among many articles not all pairs are compared, and yet who states what is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import Coverage, article_from_text, compare
from reader.articles import Clean
from reader.story import Difference, DifferenceKind, DifferenceSide
from reader.story.differences.compared_links import FEW_ARTICLES, EqualWordings, choose_compared

FERRY = (
    "Tugs pulled the stranded ferry free before dawn, and divers found that its hull was holed. "
    "The owner will pay {number} million crowns to the harbour office for a {word} inspection "
    "of every vessel that sails from the northern quay."
)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    articles = []
    for at in range(FEW_ARTICLES + 8):
        word = "strict" if at % 5 == 4 else "thorough"
        text = FERRY.format(number=12, word=word)
        articles.append(article_from_text(f"{text}\n\nNumber {at} of them.", name=f"a{at}"))
    return compare(articles)


def find(coverage: Coverage, kind: DifferenceKind) -> Difference:
    (found,) = [each for each in coverage.differences if each.kind is kind]
    return found


def test_few_links_of_many_articles_are_compared(coverage: Coverage) -> None:
    links = list(coverage.links())
    chosen = choose_compared(links)
    assert len(links) > 150
    assert len(chosen) < len(links) / 2
    linked = {passage.place for link in links for passage in link.passages}
    assert {passage.place for link in chosen for passage in link.passages} == linked


def test_all_links_of_few_articles_are_compared(coverage: Coverage) -> None:
    few = compare(coverage.articles[:FEW_ARTICLES])
    links = list(few.links())
    assert choose_compared(links) == links


def test_every_article_with_the_same_words_is_a_side(coverage: Coverage) -> None:
    wording = find(coverage, DifferenceKind.WORDING)
    words = {side.passage.article_position: side.passage.text for side in wording.sides}
    expected = {at: "strict" if at % 5 == 4 else "thorough" for at in range(len(coverage.articles))}
    assert words == expected


def test_only_the_same_words_between_the_same_words_are_added(coverage: Coverage) -> None:
    links = list(coverage.links())
    (first, second, *_) = find(coverage, DifferenceKind.WORDING).sides
    start = first.passage.paragraph.text.index("pulled")
    passage = replace(first.passage, start=start, end=start + len("pulled"))
    difference = Difference(
        DifferenceKind.WORDING, 0.9, Clean(""), (DifferenceSide(passage, "pulled"), second)
    )
    added = EqualWordings(links).complete(difference)
    assert [side.value for side in added.sides].count("pulled") == len(coverage.articles) - 1
    assert {side.passage.text for side in added.sides} == {"pulled", second.passage.text}
    few = [link for link in links if link.there.article_position < FEW_ARTICLES]
    assert EqualWordings(few).complete(difference) is difference
