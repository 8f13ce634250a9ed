"""What the rows of people call a person, and how often they count the name."""

from __future__ import annotations

import pytest

from reader.story import CoveragePeople
from tests.story.people_texts import cell_of, names_of, people_of, row_of


def people(text: str) -> CoveragePeople:
    return people_of("The day\n\n" + text)


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        (
            "Senator Ida Vance of Ohio, the Whig leader, left.",
            "Ida Vance",
            ("Senator", "the Whig leader"),
        ),
        (
            "Sheriff Tom Wiech of Lodd County, Ariz., the owner of the ferry, left.",
            "Tom Wiech",
            ("Sheriff", "the owner of the ferry"),
        ),
        (
            "“It was late,” said Senator Ida Vance, one of the advocates for sailors.",
            "Ida Vance",
            ("Senator", "one of the advocates for sailors"),
        ),
        (
            "Ida Vance, a veteran harbour operative, left.",
            "Ida Vance",
            ("a veteran harbour operative",),
        ),
        ("Sen. Ida Vance, D-New York, left.", "Ida Vance", ("Sen.", "D-New York")),
        ("House Speaker-to-be Ida Vance left.", "Ida Vance", ("House Speaker-to-be",)),
        ("The shooting of then-Rep. Ida Vance was long ago.", "Ida Vance", ("then-Rep.",)),
        (
            "The aide of former Vice President Tom Wiech left.",
            "Tom Wiech",
            ("former Vice President",),
        ),
        (
            "The former WBX harbour executive Ida Vance left.",
            "Ida Vance",
            ("former WBX harbour executive",),
        ),
    ],
)
def test_titles_and_descriptions_are_read_whole(
    text: str, name: str, called: tuple[str, ...]
) -> None:
    (cell,) = row_of(people(text), name).cells
    assert tuple(each.text for each in (*cell.titles, *cell.descriptions)) == called


def test_a_surname_is_counted_after_a_title_showed_it() -> None:
    text = "President Vance left. Vance came back on Monday. The board met Vance at noon."
    assert row_of(people(text), "Vance").mentions == 3


def test_a_day_is_no_part_of_a_name() -> None:
    text = "Ida Vance Sunday said that it was late. Ms. Vance left. Brodt Monday said so."
    row = row_of(people(text), "Ida Vance")
    assert (row.mentions, row.spoken.times) == (2, 1)
    assert not any("Sunday" in each.name for each in people(text).persons)


def test_a_title_and_words_of_a_law_are_no_person() -> None:
    found = people("The board discussed the Justice Against Smugglers Act.")
    assert found.persons == ()


def test_a_role_is_not_of_somebody_whom_only_a_later_part_calls_so() -> None:
    found = people(
        "Senator Ida Vance met President Brodt. The harbour hopeful said it was late.\n\nIt rained."
        "\n\nIt snowed.\n\nNobody came.\n\nNobody left.\n\nThe harbour hopeful Tom Wiech left."
    )
    (row,) = (row for row in found.persons if row.name == "Tom Wiech")
    assert not row.is_heard


def test_two_speak_of_whom_one_is_named_after_a_role() -> None:
    found = people("Ida Vance and her lawyer, Tom Wiech, now claim that it was late.")
    assert [row.name for row in found.heard] == ["Ida Vance", "Tom Wiech"]


def test_the_plural_of_a_noun_for_persons_that_opens_a_sentence_is_a_group() -> None:
    found = people("Proponents say the law is good.")
    (row,) = found.others
    assert row.kind.value == "group"


def test_a_verb_that_opens_a_question_is_no_given_name() -> None:
    people = people_of("The day\n\nIda Vance is the mayor. Will Vance go? Nobody knows it yet.")
    assert names_of(people) == ["Ida Vance"]


def test_a_plural_that_is_a_common_noun_too_is_no_surname() -> None:
    people = people_of("The day\n\nXorl Ferries said each ferry was full. Xorl Ferries has ten.")
    assert names_of(people) == []


def test_a_title_in_the_plural_is_left_out_beside_the_singular() -> None:
    people = people_of(
        "The day\n\nJudge Ida Vance left. Justices Vance and Carl Roth came. Justice Roth spoke."
    )
    assert [each.text for each in row_of(people, "Carl Roth").cells[0].titles] == ["Justice"]


def test_an_office_in_lower_case_before_a_surname_is_no_title() -> None:
    people = people_of("The day\n\nIda Vance came. The president Vance worked for was late.")
    assert row_of(people, "Ida Vance").cells[0].titles == ()


def test_the_first_of_two_of_one_surname_may_be_known_from_another_article() -> None:
    people = people_of(
        "The day\n\nXerla and Ida Vance came to the port.",
        "The day\n\nMs. Xerla Vance spoke. Xerla Vance left at once.",
    )
    assert row_of(people, "Xerla Vance").named_in == (0, 1)


def test_a_line_in_capitals_names_nobody() -> None:
    text = (
        "Ida Vance left on Monday.\n\n"
        "HARBOUR MEMO: VANCE FIRED FOR BREAKING 'CARDINAL RULE' OF THE PORT\n\n"
        "Vance came back."
    )
    assert names_of(people(text)) == ["Ida Vance"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("It was paid by a local rabbi, Yoshir Yosef Pintel.", ["Yoshir Yosef Pintel"]),
        ("A rancher, Dorsett Quillen, lost his barn.", ["Dorsett Quillen"]),
        ("He met a member of the band, Red Harbour, there.", []),
        ("The leader, Harbour House, fell.", []),
    ],
)
def test_a_noun_for_a_person_introduces_a_name_that_no_list_has(
    words: str, names: list[str]
) -> None:
    assert names_of(people_of(f"Day at sea\n\nIt was a cold night. {words}")) == names


def test_a_headline_alone_may_name_a_person() -> None:
    story = "\n\nThe town will vote in June. It was late, and cold, said the mayor of it."
    (row,) = people_of(f"Ann Roth won't run for the board of the town{story}").persons
    assert (row.name, row.mentions) == ("Ann Roth", 1)
    assert people_of(f"Grace Period Ends For Will Power Plan{story}").persons == ()


def test_a_headline_in_title_case_names_whom_another_article_names() -> None:
    people = people_of(
        "Ann Roth Wins The Vote For The Board\n\nThe town will vote in June. It was late and cold.",
        "Vote is held today at sea\n\nIt was late. The winner, Ann Roth, spoke. “Go,” Roth said.",
    )
    (row,) = people.persons
    assert row.named_in == (0, 1)


def test_whose_description_has_a_relative_clause() -> None:
    (row,) = people("A baker who had served as the mayor's cook, Tom Vance, was fined.").persons
    assert [each.text for each in row.cells[0].descriptions] == [
        "A baker who had served as the mayor's cook"
    ]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Ahmed al-Vashti came. “It is late,” al-Vashti said.", "Ahmed al-Vashti", 2),
        ("Eric Van der Lodd came. Mr. Van der Lodd said it was late.", "Eric Van der Lodd", 2),
        ("Rep. Peter King said it was late. Mr. King said it was over.", "Peter King", 2),
        ("CLOSE Paul Veld said it was late. ADVERTISEMENT Veld said it was over.", "Paul Veld", 2),
    ],
)
def test_all_forms_of_a_surname_are_counted(text: str, name: str, mentions: int) -> None:
    people = people_of(text)
    assert names_of(people) == [name]
    assert cell_of(people, name).mentions == mentions


@pytest.mark.parametrize(
    "text",
    [
        "The South Carolina Harbo train sank. “It is late,” Harbo said in a statement.",
        "Former Georgia Secretary of State Tom Orlen left.",
        "HL HL But HL investors left. HL said it was late.",
    ],
)
def test_places_offices_and_doubled_letters_are_no_persons(text: str) -> None:
    assert set(names_of(people_of(text))) <= {"Tom Orlen"}


def test_a_surname_after_two_particles_is_whole_at_a_verb() -> None:
    people = people_of("Eric Van der Lodd came. They planned to meet police, Van der Lodd said.")
    assert cell_of(people, "Eric Van der Lodd").indirect.times == 1


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        (
            "Secretary of State Tom Orlen came.\n\n“It is over,” the secretary of state said.",
            "Tom Orlen",
            1,
        ),
        (
            "Judges Ann Veld and Tom Orlen, two of them, left, but said they agreed with the rest.",
            "Tom Orlen",
            1,
        ),
        (
            "Tom Orlen said in a note to the Harbour News that they are urging all to “go home.”",
            "Tom Orlen",
            1,
        ),
    ],
)
def test_who_speaks_is_found_by_office_and_over_other_words(
    text: str, name: str, times: int
) -> None:
    assert cell_of(people(text), name).spoken.times == times


def test_which_holder_of_a_role_somebody_is_is_part_of_the_title() -> None:
    cell = cell_of(
        people("Mayor Ned Roe’s first harbour safety adviser Tom Orlen left."), "Tom Orlen"
    )
    assert [str(title.text) for title in cell.titles] == ["first harbour safety adviser"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will work with all of you,” Americans for Harbours CEO Emily Orlen said in May.",
        "“We will work with all of you,” said March for Harbours president Emily Orlen.",
    ],
)
def test_who_is_named_after_title_and_body_speaks(text: str) -> None:
    assert cell_of(people(text), "Emily Orlen").direct.times == 1


def test_whose_friends_speak_does_not() -> None:
    text = "“We will work with all of you,” friends of Harbour Mayor Emily Orlen said."
    assert not cell_of(people(text), "Emily Orlen").spoken
