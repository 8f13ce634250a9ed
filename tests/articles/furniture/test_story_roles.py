"""Roles of the paragraphs that a page marks as those of a story."""

from __future__ import annotations

import pytest

from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.story_roles import assign_story_roles

STORY = (
    "The ferry company will cut a third of its crossings from June, it said on Monday.",
    "Islanders said that they had not been asked before the plan was made known.",
    "The ministry said that it would look into the matter and answer within a month.",
)


def roles(
    *paragraphs: str, marked: dict[int, PageRole] | None = None, **stated: str
) -> list[PageRole]:
    given = [(marked or {}).get(position) for position in range(len(paragraphs))]
    return assign_story_roles(given, paragraphs, stated)


def test_paragraphs_above_a_late_byline_are_body() -> None:
    late = roles(STORY[0], STORY[1], "By Ann Bell", *STORY, STORY[2])
    assert late[:3] == [PageRole.BODY, PageRole.BODY, PageRole.BYLINE]


def test_one_short_paragraph_above_the_byline_is_a_summary() -> None:
    assert roles(STORY[0], "By Ann Bell", *STORY)[:3] == [
        PageRole.STANDFIRST,
        PageRole.BYLINE,
        PageRole.BODY,
    ]


def test_a_long_paragraph_above_the_byline_is_no_summary() -> None:
    assert roles(" ".join(STORY * 2), "By Ann Bell", *STORY)[0] is PageRole.BODY


def test_in_a_list_of_stories_paragraphs_above_bylines_are_body() -> None:
    items = [
        part
        for text, name in zip(STORY, ("Ann Bell", "Max Orr", "Luis Roth"), strict=True)
        for part in (text, f"By {name}")
    ]
    found = roles(*items, *STORY)
    assert found[0] is found[2] is found[4] is PageRole.BODY


NOTICE = "Your choices keep us from showing what other people posted about the ferry."


def test_a_notice_printed_beside_everything_embedded_is_furniture_with_its_buttons() -> None:
    place = ("Post not shown", NOTICE, "Change my choices")
    lines = [
        f"On day {day} the ferry left {day} minutes late, its master said." for day in range(9)
    ]
    found = roles(*lines[:3], *place, *lines[3:5], *place, *lines[5:], *place, *STORY)
    assert [at for at, role in enumerate(found) if role is PageRole.BOILERPLATE] == [
        *range(3, 6),
        *range(8, 11),
        *range(15, 18),
    ]
    assert found.count(PageRole.BODY) == len(lines) + len(STORY)


@pytest.mark.parametrize("times", [2, 3, 9])
def test_a_page_that_repeats_most_of_its_story_keeps_it(times: int) -> None:
    found = roles(*STORY * times)
    assert set(found) == {PageRole.BODY}


def test_a_sentence_printed_twice_is_body() -> None:
    assert set(roles(*STORY, NOTICE, STORY[0], *STORY[1:], NOTICE)) == {PageRole.BODY}


@pytest.mark.parametrize(
    "line",
    [
        "Inspect every request your browser makes and how much time each of them took to answer.",
        "We walked to the mill, where its keepers asked for a contribution, a gift, or work.",
        "The lifeboat relies on donations, and every contribution, however small, counts.",
        "Dress up your browser with a click: there are themes for each day of the year.",
        "To install the new release your device is sent a patch that holds nothing but what is "
        "not yet in the app that is there, and Google checks it before the app is opened again.",
    ],
)
def test_a_sentence_about_a_product_is_no_appeal(line: str) -> None:
    assert roles(STORY[0], line, STORY[1], STORY[2])[1] is PageRole.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our free newsletter and get the latest stories in your inbox.",
        "Please enable JavaScript in your browser to read the comments.",
        "Subscribe now to support our journalism, and tell us what you would like to read.",
        "Work like this costs time. If you value what we do, you could chip in a little each week.",
        "Readers keep us afloat: we are a small team, and no contribution is too small.",
        "If this report mattered to you, you might like to give something back to its writers.",
    ],
)
def test_an_appeal_in_a_story_is_folded(line: str) -> None:
    assert roles(STORY[0], line, STORY[1], STORY[2])[1] is PageRole.BOILERPLATE


def test_a_label_above_a_quotation_introduces_it() -> None:
    found = roles(STORY[0], "More from Bell:", "“It was the tide,” she said.", STORY[1])
    assert found == [PageRole.BODY] * 4


def test_a_line_that_occurs_twice_in_a_story_is_body() -> None:
    refrain = "and the boats came home"
    found = roles(STORY[0], refrain, STORY[1], refrain, STORY[2])
    assert found == [PageRole.BODY] * 5


def test_application_does_not_count_as_app() -> None:
    line = "And now our application answers twice as many requests as it did before in a second."
    assert roles(STORY[0], line, STORY[1])[1] is PageRole.BODY


def test_headings_with_the_rank_of_the_title_are_headings() -> None:
    marked = {0: PageRole.TITLE, 2: PageRole.TITLE, 4: PageRole.TITLE}
    parts = ("Fewer ferries", STORY[0], "What islanders say", STORY[1], "What is next", STORY[2])
    found = roles(*parts, marked=marked)
    assert [found[at] for at in marked] == [
        PageRole.TITLE,
        PageRole.HEADING,
        PageRole.HEADING,
    ]


def test_a_story_without_prose_has_no_footer() -> None:
    marked = {0: PageRole.HEADING, 1: PageRole.HEADING}
    assert roles("Case one", "Case two", marked=marked) == [
        PageRole.HEADING,
        PageRole.HEADING,
    ]
