"""The first line of a text is its headline; credits and outlets beside it are distinguished."""

from __future__ import annotations

import pytest

from reader.articles import Article, ParagraphKind, parse_article
from reader.articles.metadata.bylines import are_writers, find_byline

STORY = (
    "The harbour of Altenlohm was closed on Friday after two boats struck the outer wall in fog, "
    "the port office said.\n\n"
    "Nobody was hurt, and crews worked through the night to clear the channel before the first "
    "ships of the week arrived.\n"
)
# Shares words with the lines above it.
NAMESAKE_STORY = (
    "A crane fell near the old beacon this morning, the post office at Norden harbour said, and "
    "nobody was hurt.\n\n"
    "The crane belongs to the harbour, a keeper of the beacon said, and it will be lifted in the "
    "morning.\n"
)
HEADLINES = (
    "Council Passes Budget Keeping Ferries Running for 3 Weeks in Sudden Turn",
    "Verdict Expected for Brann, North Quay Councillor",
    "Police Search for Missing Sailor",
    "Minister Calls for Calm",
    "Lena Quint for Mayor",
    "School Meals for All by 2031",
    "New Chief for Harbour Radio",
    "Opinion | Ferries Are for Everyone",
    "Letters: Ferries for All",
    "By Land, By Sea: Quint Takes Altenlohm",
    "Storm Warning for Friday, 3 May 2031",
    "Quint Meets Brann in Altenlohm on 3 May 2031",
    "Ferry Sinks | Reuters",
    "Quint Sues Harbour Herald",
    "Altenlohm Harbour Photo Scandal: Captain Breaks Her Silence",
)


def read(above: str, story: str = STORY) -> Article:
    return parse_article(f"{above}\n\n{story}", source="text", name="text")


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize(
    ("below", "outlet", "byline"),
    [
        ("", None, None),
        ("\n\n2031-05-03", None, None),
        ("\n\nBy Nora Feld", None, "Nora Feld"),
        ("\n\nThe Norden Post\n\nBy Nora Feld", "The Norden Post", "Nora Feld"),
    ],
)
def test_the_first_line_is_the_headline_and_no_credit(
    headline: str, below: str, outlet: str | None, byline: str | None
) -> None:
    article = read(headline + below)
    assert (article.title, article.outlet, article.byline) == (headline, outlet, byline)
    assert article.agency is None


@pytest.mark.parametrize("below", ["", "\n\nBy Nora Feld", "\n\n3 May 2031"])
def test_a_first_line_may_end_with_the_outlet(below: str) -> None:
    article = read(f"Ferry Sinks Off Altenlohm | The Morning Post{below}")
    assert (article.title, article.outlet) == ("Ferry Sinks Off Altenlohm", "The Morning Post")
    assert article.byline == ("Nora Feld" if "Nora" in below else None)


@pytest.mark.parametrize(
    ("first", "byline", "agency"),
    [
        ("By Nora Feld", "Nora Feld", None),
        ("Nora Feld | Reuters | 3 May 2031", "Nora Feld", "Reuters"),
    ],
)
def test_an_evident_credit_is_no_headline(first: str, byline: str, agency: str | None) -> None:
    article = read(first)
    assert (article.title, article.byline, article.agency) == (None, byline, agency)


@pytest.mark.parametrize(
    "line",
    ["Title Fight for Brann", "Date Set for Quint Trial", "Union Fights for Better Pay, Hours"],
)
def test_what_follows_for_must_be_an_outlet(line: str) -> None:
    assert find_byline(line) is None
    assert not are_writers(line)


def test_an_outlet_has_no_number_and_few_words() -> None:
    assert find_byline("By Nora Feld for 3 Weeks") is None
    assert find_byline("By Nora Feld for All the Ferries of the Long Quay") is None
    signed = find_byline("By Nora Feld for Ostwind")
    assert signed is not None
    assert (signed.writers, signed.outlet) == ("Nora Feld", "Ostwind")


@pytest.mark.parametrize("story", [STORY, NAMESAKE_STORY])
@pytest.mark.parametrize("headline", ["Crane falls", "Crane falls on ferry in west harbour"])
@pytest.mark.parametrize("outlet", ["The Morning Post", "The Harbour Beacon", "Ouest Matin"])
@pytest.mark.parametrize(
    ("form", "byline"),
    [
        ("{headline}\n\n{outlet}", None),
        ("{headline}\n\n{outlet}\n\nBy Nora Feld", "Nora Feld"),
        ("{headline}\n\nBy Nora Feld\n\n{outlet}", "Nora Feld"),
        ("{headline}\n\nBy Nora Feld\n\n{outlet}\n\n3 May 2031", "Nora Feld"),
        ("{outlet}\n\n{headline}\n\nBy Nora Feld", "Nora Feld"),
    ],
)
def test_a_line_of_the_outlet_does_not_depend_on_the_story(
    story: str, headline: str, outlet: str, form: str, byline: str | None
) -> None:
    article = read(form.format(headline=headline, outlet=outlet), story)
    assert (article.title, article.outlet, article.byline) == (headline, outlet, byline)


@pytest.mark.parametrize("story", [STORY, NAMESAKE_STORY])
def test_a_name_that_may_be_a_section_is_neither_title_nor_outlet(story: str) -> None:
    article = read("Crane falls\n\nThe Long Read", story)
    assert (article.title, article.outlet) == ("Crane falls", None)


def test_a_byline_that_is_the_outlet_is_none() -> None:
    article = read("Crane falls on ferry in west harbour\n\nBy Ostwind\n\n© 2031 The Ostwind")
    assert article.outlet == "The Ostwind"
    assert article.byline is None


@pytest.mark.parametrize("signed", ["By Lena Quint", "4 May 2031", "By Lena Quint\n\n4 May 2031"])
@pytest.mark.parametrize(
    "standfirst",
    [
        "Two boats were lost in a fog that the harbour radio had not seen coming.",
        "Two boats were lost in fog, and nobody had been told of it in time",
    ],
)
@pytest.mark.parametrize("title", ["Quay closes after accident", HEADLINES[0]])
def test_what_is_between_headline_and_byline_is_the_standfirst(title, standfirst, signed) -> None:
    article = parse_article(f"{title}\n\n{standfirst}\n\n{signed}\n\n{STORY}", source="a", name="a")
    assert (article.title, article.standfirst) == (title, standfirst)
    assert next(p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY) == standfirst


@pytest.mark.parametrize(
    "line",
    [
        "Listen to this story",
        "The harbour of Altenlohm at night. Photograph: Ida Vance",
        "Updated on 4 May 2031 at 10.30 in the morning by the desk",
        "Sign up for our newsletter and never miss a story.",
    ],
)
def test_a_line_of_the_page_below_the_headline_is_no_standfirst(line) -> None:
    text = f"{HEADLINES[0]}\n\n{line}\n\nBy Lena Quint\n\n{STORY}"
    assert parse_article(text, source="a", name="a").standfirst is None


def test_a_long_paragraph_below_a_short_headline_is_not_the_title() -> None:
    lede = STORY.partition("\n")[0]
    article = parse_article(
        f"Quay is shut\n\n{lede}\n\n4 May 2031\n\n{STORY[len(lede) :]}", source="a", name="a"
    )
    assert article.title == "Quay is shut"


@pytest.mark.parametrize(
    ("below", "is_summary"),
    [
        ("Harbour of Altenlohm Is Closed, But Port Insists Ships Will Come", False),
        ("Two boats struck the outer wall, and ships of the week wait in fog", True),
    ],
)
def test_a_line_with_nearly_the_words_of_the_title_is_the_title_again(below, is_summary) -> None:
    title = "Harbour of Altenlohm Is Closed, As Port Insists Ships Will Come"
    article = parse_article(f"{title}\n\n{below}\n\n{STORY}", source="a", name="a")
    assert article.title == title
    assert article.standfirst == (below if is_summary else None)
