"""What the versions of one quotation differ in."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare
from reader.coverage import Coverage
from reader.story import DifferenceKind
from reader.story.differences.quote_differences import find_quote_differences

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
        ("quote", "ship to the yard of Velmont before", "ship before")
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


SPOKEN = "We will tow the old ship to the yard of Velmont before the winter storms begin again"


def edit_words(*changes: tuple[str, str], words: str = SPOKEN) -> list[tuple[str, ...]]:
    changed = words
    for old, new in changes:
        assert old in changed
        changed = changed.replace(old, new)
    coverage = compare_quotes(
        f"“{words},” director Ines Kolbe said.", f"“{changed},” director Ines Kolbe said."
    )
    # Linked passages may have found the same change, which is then listed as theirs.
    found = find_quote_differences(coverage.articles, coverage.shared_quotes)
    return [(each.kind.value, *(side.passage.text for side in each.sides)) for each in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the yard of Velmont", "a yard of Velmont"),
        ("the old ship", "that old ship"),
        ("before the winter", "oh, before the winter"),
        ("the old ship", "this very old ship"),
    ],
)
def test_words_that_say_nothing_are_no_difference(old: str, new: str) -> None:
    assert edit_words((old, new)) == []


def test_one_number_in_figures_and_in_words_is_no_difference() -> None:
    words = SPOKEN.replace("the old ship", "two old ships")
    assert edit_words(("two old", "2 old"), words=words) == []
    assert edit_words(("two old", "3 old"), words=words) == [("quote", "two", "3")]


def test_a_telling_change_is_found_behind_one_that_says_nothing() -> None:
    assert edit_words(("the old ship", "that old ship"), ("winter", "summer")) == [
        ("quote", "winter", "summer")
    ]
    words = SPOKEN.replace("We will tow", "Here we have to tow")
    changes = ("the old ship", "an old ship"), ("have to tow", "be able to tow")
    assert edit_words(*changes, words=words) == [("quote", "have", "be able")]


def test_a_sentence_cut_without_a_sign_tells_more_than_a_changed_word() -> None:
    words = (
        "We towed the old ship out of Velmont. The crew made a mistake. "
        "It will be broken up before the winter storms begin again"
    )
    changes = ("old ship", "new ship"), (" The crew made a mistake.", "")
    assert edit_words(*changes, words=words) == [
        ("quote", "Velmont. The crew made a mistake. It", "Velmont. It")
    ]


def test_a_title_before_a_name_may_be_shortened() -> None:
    words = SPOKEN.replace("the old ship", "the ship of General Orlan")
    assert edit_words(("General", "Gen."), words=words) == []


def test_a_pronoun_for_what_the_other_version_names_is_no_difference() -> None:
    words = SPOKEN.replace("tow the old ship to", "tow the ship because the ship belongs to")
    assert edit_words(("because the ship", "because it"), words=words) == []


def test_what_a_speaker_said_twice_is_no_change_of_words() -> None:
    once = f"“{SPOKEN},” director Ines Kolbe said."
    again = SPOKEN.replace("winter storms", "summer races")
    twice = f"“{again},” director Ines Kolbe said. Later she said: “{SPOKEN}.”"
    assert list_quotes(compare_quotes(once, twice)) == []


def test_a_word_beside_other_words_is_no_change_of_one_remark() -> None:
    one = "“Captains are told by the owner about how to handle such storms,” Ines Kolbe said."
    other = "“Most orders are told by the letters the owner sends,” Ines Kolbe said."
    assert list_quotes(compare_quotes(one, other)) == []


@pytest.mark.parametrize(
    "other",
    [
        f"The letter of the harbour alleged “{WORDS}.”",
        f"The letter alleged: “{WORDS}.”",
        f"“{WORDS.replace('We will', 'They alleged we will')},” director Ines Kolbe said.",
    ],
)
def test_a_verb_without_a_person_who_speaks_takes_no_stance(other: str) -> None:
    assert not any(
        "alleged" in side
        for found in list_quotes(compare_quotes(f"“{WORDS},” director Ines Kolbe said.", other))
        for side in found[1:]
    )


def test_a_verb_that_the_quotation_itself_has_adds_no_stance() -> None:
    words = "We warn all captains of the winter storms that begin off Velmont"
    one = f"“{words},” director Ines Kolbe said."
    assert list_quotes(compare_quotes(one, one.replace("said", "warned"))) == []


def test_words_quoted_again_beside_a_cut_do_not_hide_it() -> None:
    words = "The old ship went too far out. The crew made a mistake. It sank off Velmont at dawn"
    cut = words.replace(" The crew made a mistake.", "")
    one = f"“{words},” director Ines Kolbe said."
    other = f"The ship “went too far out,” Ines Kolbe said. “{cut},” she said."
    assert ("quote", "out. The crew made a mistake. It", "out. It") in list_quotes(
        compare_quotes(one, other)
    )


def test_an_employer_beside_the_name_is_no_other_speaker() -> None:
    one = f"“{WORDS},” said Ines Kolbe, a researcher with Orlan Tides."
    other = f"“{WORDS},” said Orlan Tides harbour researcher Ines Kolbe."
    assert list_quotes(compare_quotes(one, other)) == []


def test_who_urges_says_nothing_beside_the_words() -> None:
    one = f"“{WORDS},” director Ines Kolbe said."
    assert list_quotes(compare_quotes(one, one.replace("said", "urged"))) == []


def test_what_is_told_of_a_changed_word_is_its_sentence() -> None:
    whole = f"“The harbour of Cesis has no room left for so old a wreck. {WORDS},” Ines Kolbe said."
    coverage = compare_quotes(whole, whole.replace("to the yard of Velmont ", ""))
    (difference,) = coverage.differences
    assert difference.kind is DifferenceKind.QUOTE
    assert difference.about.startswith("We will tow the ship")
