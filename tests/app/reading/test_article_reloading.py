"""The messages about sources that were read again."""

from __future__ import annotations

from reader.app.reading.article_reloading import match_articles


def test_the_same_articles_change_nothing(make_article):
    before = [make_article("First.", "Second."), make_article("Other.")]
    again = [make_article("First.", "Second."), make_article("Other.")]
    assert match_articles(before, again).change is None
    assert match_articles(before, again).summary == "Nothing has changed in the sources."


def test_changed_new_and_missing_articles_are_named(make_article):
    before = [
        make_article("First.", "Second.", name="herald"),
        make_article("Other.", name="courier"),
        make_article("Third.", name="star"),
    ]
    again = [
        make_article("First.", "Second, corrected.", "More.", name="herald"),
        make_article("Third.", name="star"),
        make_article("Fourth.", name="post"),
    ]
    change, summary = match_articles(before, again)
    assert summary == "Read again: herald: 2 ¶ new or changed; post is new; courier is gone."
    assert change is not None
    assert change.origins == (None, 2, None)
    assert change.articles[1] is before[2], "what stayed keeps its corrections"


def test_a_shorter_article_is_a_change(make_article):
    change, summary = match_articles(
        [make_article("First.", "Second.", name="herald")], [make_article("First.", name="herald")]
    )
    assert change is not None
    assert summary == "Read again: herald is shorter."
