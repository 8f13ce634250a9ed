"""The ends of a version, words common by chance, and what the base itself left out."""

from __future__ import annotations

import pytest

from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.shared_quote_finder import shared_quotes_of_texts
from reader.quote_versions.version_edits import build_version_edits
from reader.quote_versions.word_edits import Edit


def words(text: str) -> list[QuoteWord]:
    return read_quote_words(text, [(0, len(text))])


def tell(base: str, version: str) -> list[tuple[str, str, int, int, bool]]:
    def counts(edit: Edit) -> tuple[str, str, int, int, bool]:
        place = edit.place.value
        return edit.kind.value, place, edit.base_count, edit.version_count, edit.signed

    return [counts(edit) for edit in build_version_edits(words(base), words(version))]


def test_a_changed_last_word_is_not_trimmed() -> None:
    found = tell("we will mend the old harbour wall", "we will mend the old harbour gate")
    assert found[-1] == ("changed", "end", 1, 1, False)


def test_different_endings_are_dropped_and_added() -> None:
    found = tell(
        "we will mend the old wall before the first storm", "we will mend the old wall so help me"
    )
    assert found[1:] == [("dropped", "end", 4, 0, False), ("inserted", "end", 0, 3, False)]


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("we met the guild at noon and then we mended the old wall", "we mended the old wall"),
        ("mend the old wall or else nobody here will ever know it", "mend the old wall with it"),
    ],
)
def test_a_lone_outer_stop_word_holds_no_cut(base: str, version: str) -> None:
    changes = [place for kind, place, *_ in tell(base, version) if kind != "same"]
    assert changes
    assert "inside" not in changes


def test_a_signed_cut_behind_one_word_is_inside() -> None:
    found = tell("we met the guild and mended the old wall", "we ... mended the old wall")
    assert found[1] == ("dropped", "inside", 4, 0, True)


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("we mended ... the old wall", "we mended with our hands the old wall"),
        ("we saw that [the mayor] mended the old wall", "we saw that he mended the old wall"),
    ],
)
def test_what_the_base_left_out_is_shown_as_signed(base: str, version: str) -> None:
    changes = [found for found in tell(base, version) if found[0] != "same"]
    assert [signed for *_, signed in changes] == [True]


def test_a_version_is_compared_with_the_base_or_left_out() -> None:
    first = "“We mend the old wall before winter, and the guild will paint the tall lamps red,”"
    second = "“The guild will paint the tall lamps red and nobody shall pay for any of the oil,”"
    third = "“Nobody shall pay for any of the oil or for bread,”"
    texts = [f"{text} Ann Lee said." for text in (first, second, third)]
    found = shared_quotes_of_texts(texts)
    assert found
    assert min(version.retained for quote in found for version in quote.versions) > 0
    assert all(quote.base.certainty == 1.0 for quote in found)


def test_a_first_word_that_stands_twice_in_the_base_is_the_nearer_one() -> None:
    found = tell(
        "we met the guild of the old town at noon we mended every wall", "we mended every wall"
    )
    assert found[0] == ("dropped", "start", 10, 0, False)
    assert {kind for kind, *_ in found[1:]} == {"same"}


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("[O]rchards feed the whole valley", "Orchards feed the whole valley"),
        ("Orchards feed the whole valley", "[o]rchards feed the whole valley"),
    ],
)
def test_a_letter_in_brackets_alters_the_case_alone(base: str, version: str) -> None:
    assert {kind for kind, *_ in tell(base, version)} == {"same"}


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("we told [the council is] not ready for it", "we told they are not ready for it"),
        ("we told [the council] are not ready for it", "we told they’re not ready for it"),
        ("we asked [again] for a new mill", "we asked for a new mill"),
        ("we feed the orchard[s] in the valley", "we feed the orchards in the valley"),
    ],
)
def test_brackets_of_the_base_are_no_change_of_the_other(base: str, version: str) -> None:
    found = [each for each in tell(base, version) if each[0] != "same"]
    assert found
    assert all(signed for *_, signed in found)


def test_words_cut_beside_brackets_of_the_base_are_cut() -> None:
    found = tell("we asked twice [again] for a new mill", "we asked for a new mill")
    assert [each for each in found if each[0] == "dropped"] == [
        ("dropped", "inside", 1, 0, False),
        ("dropped", "inside", 1, 0, True),
    ]
