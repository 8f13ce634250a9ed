"""Where in an article a passage is."""

from __future__ import annotations

from dataclasses import replace

from reader.articles import Clean, Passage, Place, parse_article
from reader.story.matrix.article_sections import SectionFinder
from reader.story.matrix.coverage_matrix import ArticleSection

TEXT = "\n\n".join(
    f"The {each} paragraph of the story of the ferry." for each in ("1st", "2nd", "3rd")
)


def sections(text: str, **fields: object) -> list[ArticleSection]:
    article = replace(parse_article(text, source="a.txt", name="a"), **fields)  # type: ignore[arg-type]
    finder = SectionFinder((article,))
    places = [Place(0, number) for number in range(len(article.paragraphs))]
    return [finder.find(Passage.of_paragraph((article,), place)) for place in places]


def test_thirds_of_the_characters_of_the_story() -> None:
    found = sections(TEXT)
    assert found == [
        ArticleSection.FIRST_THIRD,
        ArticleSection.MIDDLE_THIRD,
        ArticleSection.LAST_THIRD,
    ]


def test_a_long_paragraph_moves_what_follows_into_the_last_third() -> None:
    found = sections(
        "\n\n".join(["A start of the story.", "A long word in it. " * 40, "An end of it."])
    )
    assert found == [
        ArticleSection.FIRST_THIRD,
        ArticleSection.FIRST_THIRD,
        ArticleSection.LAST_THIRD,
    ]


def test_headline_and_standfirst_are_no_thirds() -> None:
    first, second, *_ = TEXT.split("\n\n")
    found = sections(TEXT, title=Clean(first), standfirst=Clean(second))
    assert found[:2] == [ArticleSection.HEADLINE, ArticleSection.STANDFIRST]
