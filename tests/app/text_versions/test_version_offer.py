"""The message that articles are versions of one text."""

from __future__ import annotations

from types import SimpleNamespace

from reader.app.reading.text_version_controller import describe_offer


def test_of_many_versions_the_message_names_some() -> None:
    two = SimpleNamespace(articles=(0, 1), is_one_outlet=True)
    many = SimpleNamespace(articles=tuple(range(100)), is_one_outlet=False)
    assert describe_offer([two]) == "[1] and [2] are versions of one text: V shows what changed."
    assert describe_offer([many]) == (
        "[1], [2], [3] and 97 more may be versions of one text: V shows what changed."
    )


def test_of_many_texts_the_message_names_two_and_no_article_without_a_mark() -> None:
    texts = [
        SimpleNamespace(articles=articles, is_one_outlet=False)
        for articles in ((2, 3), (40, 41), (50, 51), (60, 61))
    ]
    assert describe_offer(texts) == (
        "[3] and [4]; 2 articles may be versions of one text; so are those of 2 other texts: "
        "V shows what changed."
    )
