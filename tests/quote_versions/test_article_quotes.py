"""The quotes of several articles are found once and handed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import Article, parse_article
from reader.quote_versions import ArticleQuotes, TextQuotes, article_quotes, shared_quotes
from reader.quote_versions.shared_quote_finder import make_step
from reader.quotes import find_quotes, join_paragraphs

ARTICLES = tuple(
    parse_article(path.read_text("utf-8"), source=path.name, name=path.name[:3])
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
)


@pytest.fixture(scope="module")
def found() -> TextQuotes:
    return TextQuotes.find(list(map(join_paragraphs, ARTICLES)), make_step())


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("quotes are looked for a second time")


def check_same(quotes: ArticleQuotes) -> None:
    """The quotes, their passages and the shared quotes are those of the seeds."""
    assert quotes.quotes == tuple(tuple(find_quotes(article)) for article in ARTICLES)
    passages = [quote.passage for of_article in quotes.quotes for quote in of_article]
    assert passages
    assert all(
        passage is not None and passage.article is ARTICLES[passage.place.article]
        for passage in passages
    )
    assert quotes.shared == shared_quotes(ARTICLES)
    assert len(quotes.shared) == 7
    assert all(version.passages for quote in quotes.shared for version in quote.versions)


def test_what_is_not_given_is_found() -> None:
    check_same(ArticleQuotes(ARTICLES))


def test_what_is_given_is_not_looked_for_again(
    found: TextQuotes, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [ArticleQuotes(ARTICLES, found), ArticleQuotes.from_bytes(ARTICLES, found.to_bytes())]
    expected = ArticleQuotes(ARTICLES).find_utterances()
    monkeypatch.setattr(article_quotes, "find_quotes_of_texts", refuse)
    monkeypatch.setattr(article_quotes, "find_versions", refuse)
    assert [quotes.find_utterances() for quotes in given] == [expected] * 2


def test_quotes_survive_as_bytes(found: TextQuotes) -> None:
    check_same(ArticleQuotes.from_bytes(ARTICLES, found.to_bytes()))


def test_utterances_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = ArticleQuotes(ARTICLES)
    first = quotes.find_utterances()
    monkeypatch.setattr(article_quotes, "compare_versions", refuse)
    assert quotes.find_utterances() is first


def test_indirect_speech_that_was_left_out_is_looked_for_when_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = ArticleQuotes(ARTICLES).find_utterances()
    monkeypatch.setattr(article_quotes, "SENTENCES_WITH_INDIRECT_SPEECH", 20)
    few = TextQuotes.find(list(map(join_paragraphs, ARTICLES)), make_step())
    assert not few.has_indirect
    for quotes in (
        ArticleQuotes(ARTICLES, few),
        ArticleQuotes.from_bytes(ARTICLES, few.to_bytes()),
    ):
        assert quotes.find_utterances() == expected


def test_one_article_shares_nothing() -> None:
    quotes = ArticleQuotes(ARTICLES[:1])
    assert quotes.shared == ()
    assert len(quotes.quotes[0]) > 10
    assert ArticleQuotes(()).quotes == ()


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_the_same_is_shared_in_every_order_of_the_articles(order: tuple[int, ...]) -> None:
    # Of two equal versions the first article's is the base, so the certainties are compared alone.
    def named(articles: tuple[Article, ...]) -> set[tuple[object, ...]]:
        return {
            (
                frozenset((v.passages[0].article.name, v.text) for v in quote.versions),
                tuple(sorted(v.certainty for v in quote.versions)),
            )
            for quote in shared_quotes(articles)
        }

    assert named(tuple(ARTICLES[position] for position in order)) == named(ARTICLES)


@pytest.mark.parametrize("data", [b"\xff", b"(", b"[[], null, []]", b"7", b"[" * 100_000])
def test_bytes_that_are_no_quotes_are_refused(data: bytes) -> None:
    quotes = ArticleQuotes.from_bytes(ARTICLES, data)
    with pytest.raises((ValueError, TypeError)):
        quotes.find_utterances()


def test_a_pull_quote_is_no_utterance_of_its_own() -> None:
    body = "“Nobody in this town came to the quay at night,” Ida Vance said."
    pulled = f"{body}\n\nIt rained.\n\n“Nobody in this town came to the quay”\n\nIt was late."
    (utterance,) = ArticleQuotes(
        [parse_article(pulled, source="a.txt", name="a")]
    ).find_utterances()
    assert [len(version.words) for version in utterance.versions] == [10, 8]
    apart = f"{body}\n\nIt rained.\n\n“Nobody in this town came to the quay,” Bo Lodd said."
    assert (
        len(ArticleQuotes([parse_article(apart, source="a.txt", name="a")]).find_utterances()) == 2
    )
