"""Speakers as a draft gives them: of another gender, party or place, or called by an office."""

from __future__ import annotations

import pytest

from reader.quote_check import check_quote

WORDS = "We will sell the old ferry in spring"


def _needs_review(speaker: str, source: str) -> bool:
    return check_quote(WORDS, source, speaker).needs_review


@pytest.mark.parametrize("speaker", ["Mrs. Quill", "Ms. Quill", "Anna Quill"])
def test_a_woman_is_not_the_man_of_that_surname(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Quill said. Later Mr. Quill left."
    assert _needs_review(speaker, source)


@pytest.mark.parametrize("speaker", ["Mr. Quill", "Robert Quill", "Quill"])
def test_a_man_may_be_the_man_of_that_surname(speaker: str) -> None:
    source = f"A talk\n“{WORDS},” Quill said. Later Mr. Quill left."
    assert not _needs_review(speaker, source)


@pytest.mark.parametrize(
    "speaker",
    ["Ada Quill, D-Tenn.", "Ada Quill (R-Ohio)", "Ada Quill, the mayor of Bergen"],
)
def test_another_party_or_place_needs_a_look(speaker: str) -> None:
    source = (
        f"A talk\n“{WORDS},” Ada Quill, R-Tenn., said. Quill, the mayor of Hamar, came late. "
        "Mayor Quill left soon."
    )
    assert _needs_review(speaker, source)


@pytest.mark.parametrize(
    "speaker",
    ["Ada Quill, R-Tenn.", "Ada Quill (R-TN)", "Ada Quill, the mayor of Hamar", "Mayor Quill"],
)
def test_the_same_party_or_place_does_not(speaker: str) -> None:
    source = (
        f"A talk\n“{WORDS},” Ada Quill, R-Tenn., said. Quill, the mayor of Hamar, came late. "
        "Mayor Quill left soon."
    )
    assert not _needs_review(speaker, source)


def test_a_name_before_a_quotation_mark_is_read() -> None:
    source = (
        f"A talk\n“{WORDS},” Quill said. A spokesman for the guild, Bo Dunn, said Quill was “late”."
    )
    assert check_quote(WORDS, source, "the party chairman").needs_review


def test_an_office_that_begins_with_a_name_is_that_of_its_holder() -> None:
    source = f"A talk\n“{WORDS},” Hamar press secretary Ada Quill said."
    assert not _needs_review("the Hamar press secretary", source)
    assert _needs_review("the Bergen harbour master", source)
