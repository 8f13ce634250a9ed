"""The labels of articles, alone and among others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, clean_line, name_articles, parse_article
from reader.articles.file_names import is_opaque_name
from reader.reports.citations import cite_paragraph

STORY = "The bridge across the sound was closed on Tuesday after divers found a crack in a pier.\n"


def article(name: str = "bridge", **fields: str) -> Article:
    parsed = parse_article(STORY, source=f"{name}.txt", name=name)
    return replace(parsed, **{key: clean_line(value) for key, value in fields.items()})


@pytest.mark.parametrize(
    "stem",
    ["000_11cd6da2f50c277f", "20290307", "2029-03-07", "42", "9f86d081884c", "deadbeefcafe",
     "3e4f1c2a-77aa-4b3e-9d61-0a1b2c3d4e5f", "x7Kq29LmP4", ""],
)  # fmt: skip
def test_a_hash_or_a_number_is_no_name(stem: str) -> None:
    assert is_opaque_name(stem)


@pytest.mark.parametrize(
    "stem", ["bridge", "a", "beacon-2029", "article1", "facade", "harbour_1", "ферри", "7-bridge"]
)
def test_a_word_is_a_name(stem: str) -> None:
    assert not is_opaque_name(stem)


def test_a_file_called_by_a_hash_is_called_by_its_first_words_everywhere() -> None:
    hashed = article("000_11cd6da2f50c277f")
    assert hashed.label == "The bridge across the sound was closed on …"
    assert hashed.label_and_heading == hashed.label
    citation = cite_paragraph(hashed, 0)
    assert "— The bridge across the sound was closed on …, ¶1 (" in citation


def test_a_title_goes_before_first_words_and_an_outlet_before_both() -> None:
    titled = article("20290307", title="Bridge closed")
    assert titled.label == "Bridge closed"
    assert "— “Bridge closed”, ¶1 (" in cite_paragraph(titled, 0)
    assert article("20290307", title="Bridge closed", outlet="The Beacon").label == "The Beacon"


def test_a_file_with_a_name_keeps_it() -> None:
    assert article("beacon-2029", title="Bridge closed").label == "beacon-2029"


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        (
            {"title": "Bridge closed"},
            {"title": "Ferry full"},
            ("The Beacon, “Bridge closed”", "The Beacon, “Ferry full”"),
        ),
        (
            {"title": "Bridge closed", "published": "7 March 2029"},
            {"title": "Bridge closed", "updated": "9 March 2029, 8.00am"},
            ("The Beacon, 2029-03-07", "The Beacon, 2029-03-09 08:00"),
        ),
        ({}, {}, ("The Beacon, one", "The Beacon, two")),
    ],
)
def test_two_articles_of_one_outlet_are_told_apart(
    one: dict[str, str], other: dict[str, str], labels: tuple[str, str]
) -> None:
    named = name_articles(
        [
            article("one", outlet="The Beacon", **one),
            article("two", outlet="The Beacon", **other),
            article("three"),
        ]
    )
    assert tuple(each.label for each in named) == (*labels, "three")


def test_an_article_left_alone_loses_what_set_it_apart() -> None:
    named = name_articles(
        [article("one", outlet="The Beacon"), article("two", outlet="The Beacon")]
    )
    assert name_articles(named[:1])[0].label == "The Beacon"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "The Beacon", "Sound Echo"]),
            st.sampled_from(["", "Bridge closed", "Ferry full"]),
            st.sampled_from(["", "7 March 2029", "9 March 2029"]),
            st.sampled_from(["one", "two", "20290307"]),
        ),
        max_size=6,
    )
)
def test_no_two_articles_are_called_the_same(kinds: list[tuple[str, str, str, str]]) -> None:
    named = name_articles(
        tuple(
            article(
                name,
                **{
                    key: value
                    for key, value in zip(("outlet", "title", "published"), stated, strict=True)
                    if value
                },
            )
            for *stated, name in kinds
        )
    )
    labels = [each.label for each in named]
    assert len(set(labels)) == len(labels)
    assert name_articles(named) is named
