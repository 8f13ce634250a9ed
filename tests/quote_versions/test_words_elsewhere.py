"""What an article prints in another place than the quotation that lacks it."""

from __future__ import annotations

from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.words_elsewhere import ArticleWords, WordsElsewhere, widen_outer

ARTICLE = "The mayor spoke.\n“The mill must win this fight,” she said.\nNobody left the hall early."


def find(words: str) -> tuple[tuple[int, ...], bool]:
    return ArticleWords(ARTICLE).find(words, read_quote_words(words, [(0, len(words))]))


def test_a_sentence_that_is_printed_elsewhere_is_found_there() -> None:
    assert find("The mill must win this fight. ... And") == ((1,), True)


def test_of_several_sentences_some_may_be_missing() -> None:
    assert find("The mill must win this fight. We will never sell it.") == ((1,), False)


def test_a_few_words_are_found_by_chance_and_not_looked_for() -> None:
    assert find("the mill") == ((), False)


def test_a_word_that_joins_sentences_is_not_looked_for() -> None:
    assert find("and the mill must win this fight, but") == ((1,), True)
    assert find("and so the mill") == ((), False)


def test_a_few_words_are_looked_for_with_those_beside_them() -> None:
    text = "“I’m encouraged by the news from the harbour and by the boats,” she said."
    words = read_quote_words(text, [(1, text.index(",”"))])
    article = ArticleWords("She is “encouraged”.\nShe wrote: “I’m encouraged by the news.”")
    assert article.find(text, widen_outer(words, slice(0, 1))).paragraphs == (1,)
    assert not article.find(text, words[:1]).paragraphs
    last = slice(len(words) - 2, len(words))
    assert not article.find(text, widen_outer(words, last)).paragraphs
    assert widen_outer(words, slice(2, 4)) == words[2:4]


def test_a_sentence_with_a_word_changed_or_the_reporter_between_is_found() -> None:
    article = ArticleWords(
        "The mayor spoke.\n“The mill,” she said, “must win this long and old fight for any town.”"
    )

    def find_in(words: str) -> WordsElsewhere:
        return article.find(words, read_quote_words(words, [(0, len(words))]))

    assert find_in("must win this long and old fight for every town") == ((1,), True)
    assert find_in("must win this hard new fight for every town") == ((), False)


def test_words_that_are_paired_with_another_sentence_are_not_these() -> None:
    dropped = "It is a pity that the board chose to sell the old mill in a storm."
    text = "“It is a pity that the board chose to sell the old mill without the miller,” she said."
    start, end = 1, text.index(",”")
    words = read_quote_words(dropped, [(0, len(dropped))])
    again = f"{text}\nLater: “{dropped}”"
    assert ArticleWords(text).find(dropped, words).paragraphs == (0,)
    assert ArticleWords(text).find(dropped, words, [(start, end)]).paragraphs == ()
    assert ArticleWords(again).find(dropped, words, [(start, end)]) == ((1,), True)
