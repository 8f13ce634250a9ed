"""Corrections of the kinds of paragraphs by the user."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles import ParagraphKind, parse_article, replace_kinds

TEXT = """Harbour board raises fees by a third

By Nora Feld

The harbour board raised its fees by a third on Monday and said that it had been given no choice.

Nobody was surprised.

Share this article
"""


def test_a_corrected_paragraph_changes_its_kind_and_nothing_else() -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    corrected = replace_kinds(article, {4: ParagraphKind.FURNITURE, 5: ParagraphKind.BODY})
    assert [paragraph.kind.value for paragraph in corrected.paragraphs] == [
        "furniture", "furniture", "body", "furniture", "body",
    ]  # fmt: skip
    assert [(p.number, p.text) for p in corrected.paragraphs] == [
        (p.number, p.text) for p in article.paragraphs
    ]
    assert replace(corrected, paragraphs=article.paragraphs) == article


def test_the_title_stays_when_its_paragraph_becomes_a_part_of_the_story() -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    corrected = replace_kinds(article, {1: ParagraphKind.BODY})
    assert corrected.title == "Harbour board raises fees by a third"


def test_a_correction_can_be_reversed() -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    changed = replace_kinds(article, {3: ParagraphKind.HEADING})
    assert changed != article
    assert replace_kinds(changed, {3: ParagraphKind.BODY}) == article


def test_a_correction_that_changes_nothing_returns_the_same_article() -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    assert replace_kinds(article, {}) is article
    assert replace_kinds(article, {3: ParagraphKind.BODY}) is article


@pytest.mark.parametrize("number", [0, -1, 6])
def test_a_number_without_a_paragraph_is_an_error(number: int) -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    with pytest.raises(ValueError, match=f"no paragraph {number}"):
        replace_kinds(article, {number: ParagraphKind.BODY})


def test_a_paragraph_is_found_by_its_number() -> None:
    article = parse_article(TEXT, source="a.txt", name="a")
    numbers = [paragraph.number for paragraph in article.paragraphs]
    assert [article.find_position(number) for number in numbers] == list(range(len(numbers)))
    assert article.find_position(0) is None
    assert article.find_position(len(numbers) + 1) is None
