"""Names of persons: how they are taken apart, found, and compared."""

from __future__ import annotations

import pytest

from reader.text.values import (
    ComparisonOutcome,
    ComparisonReason,
    PersonName,
    compare_values,
    find_person_names,
    parse_person_name,
)

EQUAL, DIFFERS, UNKNOWN = (
    ComparisonOutcome.EQUAL,
    ComparisonOutcome.DIFFERS,
    ComparisonOutcome.UNKNOWN,
)


def parsed(text: str) -> PersonName:
    name = parse_person_name(text)
    assert name is not None
    return name


@pytest.mark.parametrize(
    ("text", "given", "middle", "surname"),
    [
        ("Jane Smith", "Jane", (), "Smith"),
        ("Smith", "", (), "Smith"),
        ("J.R. Falk", "J", ("R",), "Falk"),
        ("Ursula von der Leyen", "Ursula", (), "von der Leyen"),
        ("Omar al-Masri", "Omar", (), "al-Masri"),
        ("Jean-Luc de la Cour", "Jean-Luc", (), "de la Cour"),
        ("Carl Peter Osk Jr.", "Carl", ("Peter",), "Osk"),
        ("Sir Alan", "Alan", (), ""),
        ("Mr. Wiech", "", (), "Wiech"),
    ],
)
def test_a_name_is_taken_apart(
    text: str, given: str, middle: tuple[str, ...], surname: str
) -> None:
    name = parsed(text)
    assert (name.given, name.middle, name.surname) == (given, middle, surname)


def test_titles_roles_suffixes() -> None:
    assert parsed("Prime Minister Carl Osk").title == "prime minister"
    assert parsed("Sen. Ada Falk").title == "sen"
    assert parsed("fire chief Marek Olsen").role == "fire chief"
    assert parsed("Owen Marsh, Jr.").suffix == "jr"
    assert [parsed(text).gender for text in ("Mr Osk", "Mrs Osk", "Dr Osk", "Jane Osk")] == [
        "m",
        "f",
        "",
        "f",
    ]
    assert parsed("Kim Jong Un").is_order_uncertain
    assert not parsed("Robin Lee").is_order_uncertain


def test_whom_a_spokesman_speaks_for() -> None:
    assert parsed("a spokesman for Ida Vance").represents == "Ida Vance"
    assert parsed("Ida Vance's spokeswoman").represents == "Ida Vance"
    assert parsed("a spokesman for the board").represents == "board"
    assert parsed("a spokesman for Ida Vance").is_unnamed
    assert not parsed("Ida Vance").is_unnamed


@pytest.mark.parametrize("text", ["", "   ", "12", "the mayor", "...", "nobody at all"])
def test_no_name(text: str) -> None:
    assert parse_person_name(text) is None


def test_names_in_a_text() -> None:
    text = (
        "Fire chief Marek Olsen said the mayor, Lena Brodt, 45, left Central Park on Monday. "
        "Olsen told Mr. Wiech of Halden Paper that Tom Reyl, a spokesman for the board, was "
        "wrong. A lawyer for Dorlen Mill laughed, and Zed Quorl said nothing in New York."
    )
    found = find_person_names(text)
    assert [name.in_text(text) for name in found] == [
        "Marek Olsen",
        "Lena Brodt",
        "Olsen",
        "Mr. Wiech",
        "Tom Reyl",
        "lawyer for Dorlen Mill",
        "Zed Quorl",
    ]
    assert found[4].represents == "board"
    assert found[4].role == "spokesman"


def test_what_nothing_shows_to_be_a_person_is_left_out() -> None:
    text = "The Dorlen Mill in North Harbour met Halden Paper on Tuesday. Harbour Road was closed."
    assert find_person_names(text) == []


@pytest.mark.parametrize(
    ("one", "other", "outcome", "reason"),
    [
        ("John Smith", "Jane Smith", DIFFERS, "given name"),
        ("Smith", "Jane Smith", EQUAL, "less specific"),
        ("J. Smith", "Jane Smith", EQUAL, "less specific"),
        ("J. Smith", "Mary Smith", DIFFERS, "given name"),
        ("Ada", "Ada Brandt", EQUAL, "less specific"),
        ("Ida Vance", "Ida Lunt", DIFFERS, "surname"),
        ("Mr Olsen", "Mrs Olsen", DIFFERS, "honorific"),
        ("Mrs Olsen", "Ms Olsen", EQUAL, "same"),
        ("Mr Olsen", "Jane Olsen", DIFFERS, "honorific"),
        ("Kim Jong Un", "Kim Yo Jong", DIFFERS, "given name"),
        ("Kim Jong Un", "Kim Jong-un", EQUAL, "same"),
        ("Jean-Luc Roux", "Jean Luc Roux", EQUAL, "same"),
        ("Anna Smith", "Anne Smith", UNKNOWN, "spelling"),
        ("Dan Trill", "Don Trill", DIFFERS, "given name"),
        ("OWEN MARSH", "Owen Marsh", EQUAL, "same"),
        ("Kim", "Kim Jong Un", EQUAL, "less specific"),
        ("Xi Jinping", "Jinping Xi", EQUAL, "name order"),
        ("Marek Olsen", "Mark Olsen", UNKNOWN, "spelling"),
        ("Marek Olsen", "Marek Olssen", UNKNOWN, "spelling"),
        ("Eric Olsen", "Erica Olsen", DIFFERS, "given name"),
        ("Mohammed Reyl", "Muhammad Reyl", EQUAL, "transliteration"),
        ("Omar al-Masri", "Omar El Masri", EQUAL, "transliteration"),
        ("al-Masri", "al Masri", EQUAL, "same"),
        ("José Ortiz", "Jose Ortiz", EQUAL, "transliteration"),
        ("Jörg Müller", "Jörg Mueller", EQUAL, "transliteration"),
        ("Bill Reyl", "William Reyl", EQUAL, "nickname"),
        ("Mrs von der Leyen", "Ursula von der Leyen", EQUAL, "less specific"),
        ("George W. Harlan", "George H. Harlan", DIFFERS, "given name"),
        ("Owen Marsh, Jr.", "Owen Marsh Sr.", DIFFERS, "suffix"),
        ("a spokesman for Ida Vance", "Ida Vance", DIFFERS, "representative"),
        ("a spokesman for Ida Vance", "Ida Vance's spokesman", EQUAL, "same"),
        ("a spokesman for the board", "Tom Reyl", UNKNOWN, "representative"),
        ("García Márquez", "Gabriel García Márquez", EQUAL, "less specific"),
        ("García", "Gabriel García Márquez", UNKNOWN, "name order"),
        ("President Brandt", "Ada Brandt", EQUAL, "less specific"),
    ],
)
def test_comparing_names(one: str, other: str, outcome: ComparisonOutcome, reason: str) -> None:
    result = compare_values(parsed(one), parsed(other))
    assert result.outcome is outcome
    assert result.reason is ComparisonReason(reason)
    assert compare_values(parsed(other), parsed(one)) == result


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("New Jersey Republican Gov. Ada Falk spoke.", ("Ada", "Falk")),
        ("National Security Adviser Ada Falk spoke.", ("Ada", "Falk")),
        ("Several, including Bill Osk, left.", ("Bill", "Osk")),
        ("A cable signed by Secretary of State Osk was read.", ("Osk",)),
    ],
)
def test_a_name_is_found_behind_what_comes_before_its_title(
    text: str, words: tuple[str, ...]
) -> None:
    assert [name.words for name in find_person_names(text)] == [words]


def test_a_name_that_is_known_is_found_without_a_sign_of_it() -> None:
    text = "Senate Minority Leader Xanth Osk left. Osk came back."
    assert find_person_names(text) == []
    found = find_person_names(text, {("Xanth", "Osk")})
    assert [name.words for name in found] == [("Xanth", "Osk"), ("Osk",)]


def test_names_of_several_lines_are_where_the_text_has_them() -> None:
    lines = ["Mayor Ada Brandt left.", "", "Mr. Ilse and Brandt met Owen Lark, Jr.", "Lark spoke."]
    text = "\n".join(lines)
    names = find_person_names(text, {("Owen", "Lark")})
    assert [text[name.start : name.end] for name in names] == [
        "Mayor Ada Brandt", "Mr. Ilse", "Brandt", "Owen Lark, Jr.", "Lark"
    ]  # fmt: skip


def test_a_name_is_known_in_the_lines_that_have_all_of_its_words() -> None:
    text = "Quorra Vell-Ann O’Tarn.\nQuorra went.\nTarn went."
    known = {("Quorra", "Vell-Ann", "O’Tarn")}
    names = find_person_names(text, known)
    assert next(text[name.start : name.end] for name in names) == "Quorra Vell-Ann O’Tarn"
    assert find_person_names(text) == []
