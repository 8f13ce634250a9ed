"""Names in runs of words with capitals, and their forms."""

from __future__ import annotations

import pytest

from reader.quotes.name_forms import NameForms, is_form_of, parse_name, strip_word


@pytest.mark.parametrize(
    ("run", "words", "titled"),
    [
        ("Mr Smith", ("Smith",), True),
        ("Mayor John Smith", ("John", "Smith"), True),
        ("China's Xi Jinping", ("Xi", "Jinping"), False),
        ("London-based Ann Lee", ("Ann", "Lee"), False),
        ("On John Smith", ("John", "Smith"), False),
        ("John King", ("John", "King"), False),
    ],
)
def test_titles_and_owners_are_no_part_of_a_name(
    run: str, words: tuple[str, ...], titled: bool
) -> None:
    name = parse_name(run.split(), continues_phrase=False)
    assert name is not None
    assert (name.words, name.is_titled) == (words, titled)


def test_a_headline_is_no_name() -> None:
    run = ["Storm", "Hits", "Coast", "Floods", "Cities", "Overnight"]
    assert parse_name(run, continues_phrase=False) is None


def test_a_title_and_a_given_name_show_a_gender() -> None:
    mrs = parse_name(["Mrs", "Jones"], continues_phrase=False)
    john = parse_name(["John", "Jones"], continues_phrase=False)
    assert mrs is not None
    assert john is not None
    assert (mrs.title_gender, john.given_name_gender) == ("f", "m")


def test_initials_fit_given_names() -> None:
    assert is_form_of(["J.", "Smith"], ["John", "Smith"])
    assert not is_form_of(["A.", "Smith"], ["John", "Smith"])
    assert strip_word("Smith’s") == strip_word("Smith.") == "Smith"


def test_the_nearest_form_before_a_position_is_found() -> None:
    forms = NameForms()
    forms.add(0, "John Smith")
    forms.add(100, "Ann Smith")
    assert forms.find_nearest_before(50) == "John Smith"
    assert forms.find_nearest_before(150) == "Ann Smith"
    assert forms.find_nearest_before(5_000) is None
    assert forms.fullest(["Smith"]) == "John Smith"
    assert forms.fullest(["A.", "Smith"]) is None
