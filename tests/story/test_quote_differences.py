"""What the versions of one quotation differ in."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from reader.coverage import Coverage
from reader.story import DifferenceKind

WORDS = "We will tow the ship to the yard of Velmont before the winter storms begin"


def compare_quotes(one: str, other: str) -> Coverage:
    texts = [f"The ferry Amelie\n\n{each} The mayor did not speak." for each in (one, other)]
    return compare([article_from_text(text, name=f"n{at}") for at, text in enumerate(texts)])


def list_quotes(coverage: Coverage) -> list[tuple[str, ...]]:
    return [
        (each.kind.value, *(side.passage.text for side in each.sides))
        for each in coverage.differences
        if each.kind in (DifferenceKind.QUOTE, DifferenceKind.ATTRIBUTION)
    ]


def test_a_changed_word_between_the_marks_is_found_once() -> None:
    changed = WORDS.replace("before the winter storms", "after some winter storms")
    coverage = compare_quotes(
        f"“{WORDS},” director Ines Kolbe said.", f"“{changed},” director Ines Kolbe said."
    )
    assert len(coverage.differences) == 1


def test_words_cut_without_an_ellipsis_are_found_and_with_one_are_not() -> None:
    whole = f"“{WORDS},” director Ines Kolbe said."
    cut = whole.replace("to the yard of Velmont ", "")
    assert list_quotes(compare_quotes(whole, cut)) == [
        ("quote", "to the yard of Velmont", "ship before")
    ]
    signed = whole.replace("to the yard of Velmont", "…")
    assert list_quotes(compare_quotes(whole, signed)) == []
    assert (
        list_quotes(compare_quotes(whole, whole.replace(" before the winter storms begin", "")))
        == []
    )


def test_another_stance_of_the_verb_is_found() -> None:
    one = f"“{WORDS},” director Ines Kolbe said."
    coverage = compare_quotes(one, one.replace("said", "insisted"))
    assert list_quotes(coverage) == [("quote", "said", "insisted")]
    assert not any(each.kind.is_fact for each in coverage.differences)
    assert list_quotes(compare_quotes(one, one.replace("said", "told reporters"))) == []


def test_two_named_speakers_of_one_quotation_are_a_fact() -> None:
    one = f"“{WORDS},” Ines Kolbe said."
    found = compare_quotes(one, one.replace("Ines Kolbe", "Jonas Reuter")).differences
    assert [each.kind for each in found if each.kind.is_fact] in (
        [DifferenceKind.ATTRIBUTION],
        [DifferenceKind.NAME],
    )


@pytest.mark.parametrize("other", ["she", "the director", "Kolbe"])
def test_a_speaker_named_otherwise_is_no_other_speaker(other: str) -> None:
    one = f"“{WORDS},” Ines Kolbe said."
    found = compare_quotes(one, one.replace("Ines Kolbe", other)).differences
    assert not any(each.kind.is_fact for each in found)
