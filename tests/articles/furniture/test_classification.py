"""Kinds of paragraphs and metadata: the seeds, and invented texts of many layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from reader.articles import Article, ParagraphKind, parse_article
from reader.sources import open_articles

FIELDS = (
    "title", "outlet", "agency", "byline", "dateline", "published", "updated", "credits",
    "language",
)  # fmt: skip


@dataclass
class SeedLabels:
    """The labels of one seed, written by hand."""

    paragraphs: int
    furniture: set[int]
    headings: set[int]
    fields: dict[str, Any]


SEEDS = {
    "000_11cd6da2f50c277f": SeedLabels(15, set(), set(), {}),
    "001_642e8637e511a774": SeedLabels(9, set(), set(), {}),
    "002_4928581245729e2f": SeedLabels(
        14,
        {1, 2, 3, 14},
        set(),
        {
            "title": "Blinken to meet businesses in Shanghai as he kicks off a tough China trip",
            "agency": "Reuters",
            "byline": "Simon Lewis",
            "dateline": "SHANGHAI",
            "published": "Apr 24, 2024 | 7:25 PM",
            "credits": (
                "Reporting by Simon Lewis",
                "Writing by Antoni Slodkowski",
                "Editing by Christopher Cushing",
            ),
        },
    ),
    "003_d6cbc6820d1273b7": SeedLabels(
        37,
        {*range(1, 9), *range(25, 38)},
        {18},
        {
            "title": "Blinken meets top Shanghai official as he kicks off a tough China trip",
            "outlet": "ThePrint",
            "agency": "Reuters",
            "byline": "Simon Lewis",
            "dateline": "SHANGHAI",
            # Saturday, May 4, 2024 is the day the page was copied, not the report's.
            "published": None,
            "credits": (
                "Reporting by Simon Lewis",
                "Writing by Antoni Slodkowski",
                "Editing by Christopher Cushing and Miral Fahmy",
            ),
        },
    ),
    "004_d4ef530995723a20": SeedLabels(
        16,
        {1, 16},
        {10},
        {
            "title": "Blinken calls for better cooperation with Beijing on high-stakes China tour",
            # AFP took the picture; nothing says that it wrote the text.
            "agency": None,
            "dateline": "Shanghai, China",
            "credits": ("Cover photo: Mark Schiefelbein/POOL/AFP",),
        },
    ),
}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    return {article.name: article for article in open_articles()}


@pytest.mark.parametrize("name", SEEDS)
def test_every_paragraph_of_a_seed_has_its_kind(seeds: dict[str, Article], name: str) -> None:
    labels, article = SEEDS[name], seeds[name]
    assert len(article.paragraphs) == labels.paragraphs
    numbers = {
        kind: {p.number for p in article.paragraphs if p.kind is kind} for kind in ParagraphKind
    }
    assert numbers[ParagraphKind.FURNITURE] == labels.furniture
    assert numbers[ParagraphKind.HEADING] == labels.headings


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_has_the_metadata_in_its_text_and_no_other(
    seeds: dict[str, Article], name: str
) -> None:
    labels, article = SEEDS[name], seeds[name]
    expected = {"language": "en", "credits": (), **labels.fields}
    assert {field: getattr(article, field) for field in FIELDS} == {
        field: expected.get(field) for field in FIELDS
    }
    assert article.encoding == "utf-8"
    assert article.notes == ()


def test_the_shared_quotation_of_the_seeds_is_in_known_paragraphs(
    seeds: dict[str, Article],
) -> None:
    words = "I think it’s important to underscore"
    assert words in seeds["003_d6cbc6820d1273b7"].paragraphs[11].text
    assert words.replace("’", "'") in seeds["004_d4ef530995723a20"].paragraphs[7].text


def test_the_heading_of_an_article_without_a_title_is_its_first_words(
    seeds: dict[str, Article],
) -> None:
    article = seeds["001_642e8637e511a774"]
    assert article.label == article.heading
    assert article.heading == "US Secretary of State Antony Blinken has called …"


def test_every_paragraph_of_a_layout_has_its_kind(layout: Any) -> None:
    article = parse_article(layout.text, source=layout.name, name=layout.name)
    assert [(p.kind.value, p.text) for p in article.paragraphs] == layout.paragraphs


def test_a_layout_has_the_metadata_in_its_text_and_no_other(layout: Any) -> None:
    article = parse_article(layout.text, source=layout.name, name=layout.name)
    found = {field: getattr(article, field) for field in FIELDS}
    found["credits"] = "; ".join(article.credits) or None
    assert found == {field: layout.fields.get(field) for field in FIELDS}


def test_blank_lines_do_not_change_the_kinds_of_paragraphs(layout: Any) -> None:
    article = parse_article(layout.text, source="a", name="a")
    if len(article.paragraphs) != sum(bool(line.strip()) for line in layout.lines):
        pytest.skip("wrapped lines cannot be set apart")
    apart = parse_article(layout.text.replace("\n", "\n\n"), source="a", name="a")
    assert [p.kind for p in apart.paragraphs] == [p.kind for p in article.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "One sentence stands here.\nAnd a second one there.",
        "roses are red\nviolets are blue\nsugar is sweet\nand so are you\nand you and you\nand me",
        "word",
        "SHOUTED LINE",
        "1\n2\n3",
    ],
)
def test_a_text_without_the_form_of_an_article_is_all_body(text: str) -> None:
    article = parse_article(text, source="a", name="a")
    assert {paragraph.kind for paragraph in article.paragraphs if paragraph.text[0] > "9"} <= {
        ParagraphKind.BODY
    }


def test_a_credit_line_before_most_of_the_story_does_not_end_it() -> None:
    prose = (
        "The talks went on for a third day and it was past midnight when the two sides came out "
        "to say that they had agreed on nothing but the hour at which they would meet again."
    )
    text = "\n\n".join([prose, "(Reporting by Ann Bell; Editing by Max Orr)", *[prose] * 9])
    kinds = [paragraph.kind for paragraph in parse_article(text, source="a", name="a").paragraphs]
    assert kinds.count(ParagraphKind.FURNITURE) == 1
