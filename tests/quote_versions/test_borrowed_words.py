"""A phrase that another speaker cites or denies is no version of his sentence."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.quote_versions import shared_quotes
from reader.quote_versions.lost_meaning import find_version_loss
from reader.quote_versions.printed_words import PrintedWords
from reader.quotes.offsets import ArticleText

LETTER = (
    "The town argued.\n\nOrla Venn wrote to the guild. “Needless to say, the mill was not {} "
    "It was built by two mayors of this valley,” Venn wrote."
)
PHRASE = "Bo Ray spoke on Monday.\n\n{} called the mill a “mill of Tam’s choosing” in the hall."


@pytest.mark.parametrize("marked", ["‘a mill of Tam’s choosing.’", "“a mill of Tam’s choosing.”"])
@pytest.mark.parametrize("speaker", ["Bo Ray", "Valley farmers"])
def test_a_cited_phrase_is_not_the_sentence_that_cites_it(marked: str, speaker: str) -> None:
    texts = [LETTER.format(marked), PHRASE.format(speaker)]
    assert shared_quotes([parse_article(text, source=text, name=text) for text in texts]) == ()


def test_a_denied_phrase_of_another_is_not_the_sentence_that_denies_it() -> None:
    texts = [LETTER.format("a mill of Tam’s choosing."), PHRASE.format("Bo Ray")]
    assert shared_quotes([parse_article(text, source=text, name=text) for text in texts]) == ()


def test_nothing_is_lost_in_a_phrase_of_somebody_unsure() -> None:
    texts = [LETTER.format("a mill of Tam’s choosing."), PHRASE.format("A farmer")]
    articles = [parse_article(text, source=text, name=text) for text in texts]
    losses = []
    for shared in shared_quotes(articles):
        for version in shared.versions[1:]:
            printed = [
                PrintedWords(ArticleText(articles[each.article], each.article).text, each.words)
                for each in (shared.base, version)
            ]
            losses += find_version_loss(version, shared.base, *printed)
    assert losses == []
