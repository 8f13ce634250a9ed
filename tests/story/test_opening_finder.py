"""What articles begin with: own words of headlines, and where the others have a lead."""

from __future__ import annotations

from reader import article_from_text, compare
from reader.story import opening_finder as finder
from reader.story.article_openings import ArticleOpening

LEDE = "The ferry Amelie ran aground on a sandbank off Velmont on Tuesday with 212 people on board."
CAUSE = "Captain Jonas Reuter said the steering had failed in strong wind near the lighthouse."
SCHOOL = "The passengers were brought ashore in lifeboats and spent the night in a school gym."


def find_openings(*stories: list[str]) -> tuple[ArticleOpening, ...]:
    texts = ["\n\n".join(story) for story in stories]
    return compare(
        [article_from_text(text, name=f"n{at}") for at, text in enumerate(texts)]
    ).openings


def name_own_words(opening: ArticleOpening) -> list[str]:
    title: str = opening.article.title or ""
    return [title[start:end] for start, end in opening.own_words]


def test_the_words_that_no_other_headline_has_are_own_words() -> None:
    one, two = find_openings(
        ["Ferry runs aground off Velmont", LEDE, CAUSE],
        ["Ferry with half-price passengers aground", LEDE, SCHOOL],
    )
    assert one.article.title == "Ferry runs aground off Velmont"
    words = [
        [each.article.title[start:end] for start, end in each.own_words] for each in (one, two)
    ]
    assert words[0] == ["runs", "Velmont"]
    assert words[1] == ["half-price passengers"]


def test_a_number_in_figures_and_in_a_word_is_no_own_word() -> None:
    one, two = find_openings(
        ["Fifteen hurt as ferry runs aground off Velmont", LEDE, CAUSE],
        ["Ferry aground off Velmont, 15 hurt, crew of 40 safe", LEDE, SCHOOL],
    )
    assert name_own_words(one) == ["runs"]
    assert name_own_words(two) == ["crew", "40 safe"]


def test_a_lead_is_found_where_the_others_have_it() -> None:
    one, two = find_openings([LEDE, CAUSE, SCHOOL], [SCHOOL, CAUSE, LEDE])
    assert one.first is not None
    assert one.first.text == LEDE
    assert [lead.places for lead in one.leads] == [((1, 3),)]
    assert [lead.places for lead in two.leads] == [((0, 3),)]
    assert [lead.sure for lead in one.leads] == [{1}]
    assert one.paragraph_count == 3


def test_a_lead_that_no_other_has_has_no_places() -> None:
    one, _ = find_openings([CAUSE, LEDE], [LEDE, SCHOOL])
    (lead,) = one.leads
    assert lead.moment.is_in_one_article
    assert lead.places == ()


def test_an_article_without_a_story_has_no_first_paragraph() -> None:
    (opening,) = find_openings(["***"])
    assert opening.first is None
    assert opening.leads == ()


def test_an_article_without_a_sure_link_to_a_lead_perhaps_has_it() -> None:
    texts = ["\n\n".join(story) for story in ([LEDE, CAUSE], [LEDE, SCHOOL])]
    story = compare([article_from_text(each, name="n") for each in texts]).collated
    (lead,) = finder.find_openings(story, lambda here, there: False)[0].leads
    assert lead.places == ((1, 1),)
    assert lead.sure == frozenset()
