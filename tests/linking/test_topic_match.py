"""Which entries of a feed are on the event of an article."""

from __future__ import annotations

import pytest

from reader.articles import Article
from reader.articles.parsing import parse_article
from reader.linking.topic_match import EventMatch, match_topics

STORY = """Ferry talks collapse in Lindau

The Lindau ferry company will halve its timetable from Monday, after talks with the harbour
board about berthing fees collapsed late on Sunday night.

"We cannot pay 42 percent more," said Mira Osthoff, who runs the company. The harbour board
said that the fees had not risen since 2011.
"""
ENTRIES = {
    "Lindau ferries cut to half after row over fees": True,
    "Osthoff: harbour board wants 42 percent more from ferries": True,
    "Storm closes two airports in the north\nAll flights were cancelled on Monday.": False,
    "Parliament votes on pensions\nThe talks between the parties had collapsed.": False,
    "New bridge for cyclists opens\nThe mayor cut the ribbon on Sunday night.": False,
    "Football: a late goal decides it\nThe board said nothing after the match.": False,
    "Company reports record sales\nThe price of its shares has risen 5 percent.": False,
    "A day at the lake\nSeven places for a swim.": False,
}


def story(text: str = STORY) -> Article:
    return parse_article(text, source="a.txt", name="a")


def test_entries_on_the_event_are_distinguished_from_the_others() -> None:
    found = match_topics(story(), list(ENTRIES))
    chosen = [match.event is EventMatch.SAME_EVENT for match in found]
    assert chosen == list(ENTRIES.values())


def test_the_reason_names_what_both_have_as_the_entry_prints_it() -> None:
    first, second, *others = match_topics(story(), list(ENTRIES))
    assert first.reason.startswith("both have Lindau, ")
    assert {"Osthoff", "42"} <= set(second.shared)
    assert all(match.score < first.score for match in others)


def test_a_name_of_several_words_is_given_in_one_piece() -> None:
    (match,) = match_topics(
        story(), ["Osthoff cuts ferries\nSays Mira Osthoff. The Lindau board will meet."]
    )
    assert match.shared == ("Mira Osthoff", "Lindau", "board")


def test_one_word_in_common_is_no_event() -> None:
    (match,) = match_topics(story("Lindau\n\nLindau Lindau."), ["Lindau"])
    assert match.score > 0.9
    assert match.event is EventMatch.NO


@pytest.mark.parametrize("text", ["", "\n", " ", "!?", "the of and"])
def test_an_entry_without_words_is_like_nothing(text: str) -> None:
    found = match_topics(story(), [text, *ENTRIES])
    assert found[0].event is EventMatch.NO
    assert found[0].reason == "nothing in common that says much"


def test_there_may_be_nothing_to_compare_with() -> None:
    assert match_topics(story(), []) == ()
