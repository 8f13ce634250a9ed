from __future__ import annotations

from reader.articles import ParagraphKind, replace_kinds
from reader.coverage.word_sharing import WordSharing


def printed(article, found) -> dict[int, list[str]]:
    return {
        paragraph: [article.paragraphs[paragraph].text[start:end] for start, end in spans]
        for paragraph, spans in found.items()
    }


def test_words_are_shared_in_any_form_and_stop_words_are_left_out(make_article) -> None:
    articles = [
        make_article("here", "The ferries were delayed by storms.", "Nobody complained of it."),
        make_article("there", "A ferry met the storm."),
    ]
    sharing = WordSharing(articles)
    shared = printed(articles[0], sharing.find_words(0, is_shared=True))
    own = printed(articles[0], sharing.find_words(0, is_shared=False))
    assert shared == {0: ["ferries", "storms"]}
    assert own == {0: ["delayed"], 1: ["Nobody", "complained"]}


def test_furniture_is_neither_marked_nor_counted(make_article) -> None:
    here, there = make_article("here", "Menu", "A ferry."), make_article("there", "Menu", "Boats.")
    articles = [replace_kinds(each, {1: ParagraphKind.FURNITURE}) for each in (here, there)]
    sharing = WordSharing(articles)
    assert sharing.find_words(0, is_shared=True) == {}
    assert printed(articles[0], sharing.find_words(0, is_shared=False)) == {1: ["ferry"]}


def test_a_single_article_has_all_words_alone(make_article) -> None:
    article = make_article("here", "A ferry met storms.")
    assert WordSharing([article]).find_words(0, is_shared=True) == {}
