"""New, changed and missing articles in a folder that is opened again."""

from __future__ import annotations

from dataclasses import replace

from reader.app.reading.opening_news import describe_opened, find_news
from reader.articles import Clean


def test_new_changed_and_gone_articles_are_counted_and_named(make_article) -> None:
    herald, courier, wire = (make_article(f"On {name}.", name=name) for name in "hcw")
    before = describe_opened([herald, courier])
    assert find_news(before, [courier, herald]).message == ""
    assert find_news((), [herald]).message == ""
    changed = make_article("On h.", "More.", name="h")
    news = find_news(before, [changed, wire])
    assert news.message == "Since the last time: 1 new [2]; 1 changed [1]; 1 gone: c"
    assert news.words == {"h.txt": "changed", "w.txt": "new"}


def test_an_article_that_was_moved_is_neither_new_nor_gone(make_article) -> None:
    herald = make_article("On the ferry.", name="h")
    moved = replace(herald, source=Clean("old/h.txt"))
    assert find_news(describe_opened([herald]), [moved]).message == ""


def test_of_many_articles_some_are_named_and_the_others_counted(make_article) -> None:
    many = [make_article(f"On {number}.", name=f"h{number}") for number in range(60)]
    assert find_news(describe_opened(many[:1]), many).message == (
        "Since the last time: 59 new [2], [3], [4] and 56 more"
    )
    assert find_news(describe_opened(many), many[:1]).message == (
        "Since the last time: 59 gone: h1, h2, h3 and 56 more"
    )
