"""Titles and descriptions that are whole, the reporter's own, and of this person."""

from __future__ import annotations

import pytest

from tests.story.people_texts import cell_of, names_of, people_of


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        (
            "Chairman of the Harbour Chiefs of Staff Gen. Martin Pym, writing on Monday, left.",
            "Martin Pym",
            ["Chairman of the Harbour Chiefs of Staff Gen."],
        ),
        ("Sen. Ned Vance of Texas and Ohio Gov. Tom Wiech left.", "Tom Wiech", ["Ohio Gov."]),
        (
            "House Speaker Ned Vance of Ohio and Majority Leader Tom Wiech left.",
            "Tom Wiech",
            ["Majority Leader"],
        ),
        ("They joined to take down front-runner Tom Wiech.", "Tom Wiech", ["front-runner"]),
        (
            "“We will go to the quay,” campaign manager Tom Wiech said.",
            "Tom Wiech",
            ["campaign manager"],
        ),
        ("They met first lady Ida Vance.", "Ida Vance", ["first lady"]),
        ("Then the mayor’s daughter Ida Vance came.", "Ida Vance", ["the mayor’s daughter"]),
        (
            "It is by former White House national security adviser Tom Wiech.",
            "Tom Wiech",
            ["former White House national security adviser"],
        ),
        (
            "It is by ex-national security adviser Tom Wiech.",
            "Tom Wiech",
            ["ex-national security adviser"],
        ),
        ("Unlike President Ida Vance, he left.", "Ida Vance", ["President"]),
        ("They met Wiech.Old Majority Leader Ida Vance left.", "Ida Vance", ["Majority Leader"]),
        ("They tried to adequately vet Tom Wiech.", "Tom Wiech", []),
        ("“I never asked” former ferry director Tom Wiech “to go,” Ida Vance said.", "Tom Wiech",
         ["former ferry director"]),
    ],
)  # fmt: skip
def test_titles(text: str, name: str, titles: list[str]) -> None:
    cell = cell_of(people_of(f"Day\n\n{text}"), name)
    assert [title.text for title in cell.titles] == titles


@pytest.mark.parametrize(
    ("text", "name", "descriptions"),
    [
        (
            "Ida Vance, co-anchor of the channel’s “Today” newsmagazine, said that it was late.",
            "Ida Vance",
            [],
        ),
        (
            "Ida Vance, a friend of Tom Wiech’s, left.",
            "Ida Vance",
            ["a friend of Tom Wiech’s"],
        ),
        (
            "Ida Vance, the head of the harbour board.They all left.",
            "Ida Vance",
            ["the head of the harbour board"],
        ),
        ("As part of the case and the ferry dossier, Ida Vance asked for it.", "Ida Vance", []),
    ],
)
def test_descriptions(text: str, name: str, descriptions: list[str]) -> None:
    cell = cell_of(people_of(f"Day\n\n{text}"), name)
    assert [each.text for each in cell.descriptions] == descriptions


def test_what_a_speaker_calls_somebody_is_not_the_outlet_s() -> None:
    people = people_of(
        "Day\n\nMayor Ida Vance left.\n\n“We saw Ms. Vance, his best friend, and Dr. Tom Wiech,” "
        "Ned Ross said. “Tom Wiech, a liar, was there.”"
    )
    assert [title.text for title in cell_of(people, "Ida Vance").titles] == ["Mayor"]
    assert cell_of(people, "Ida Vance").descriptions == ()
    assert cell_of(people, "Tom Wiech").titles == ()
    assert cell_of(people, "Tom Wiech").descriptions == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Keeping Wiech from winning is the aim. Mr. Wiech said that it was late.", ["Wiech"]),
        ("Project Xerla released it. Project Xerla said that it was late.", []),
        ("Prince Ned and Kate Vance left.", ["Kate Vance", "Ned"]),
        ("It came from Ashford, N.C. FBI agents left. The FBI said that it was late.", []),
        ("Ida Vance left. ( Editing by Tom Wiech, Ned Ross and Lena Brodt)", ["Ida Vance"]),
    ],
)
def test_who_is_no_person(text: str, names: list[str]) -> None:
    assert names_of(people_of(f"Day\n\n{text}")) == names


def test_a_couple_has_no_title_of_one_of_several() -> None:
    people = people_of(
        "Day\n\nCapt. Lev Vance died. Tom Vance spoke of Mr. and Mrs. Vance on the quay."
    )
    assert [title.text for title in cell_of(people, "Lev Vance").titles] == ["Capt."]


def test_a_former_vice_president_is_not_the_president() -> None:
    people = people_of(
        "Day\n\nFormer Vice President Tom Wiech said that he wants President Ned Vance to go.\n\n"
        "Ned Vance was quick to reply to Wiech.\n\n"
        "“So sad to see Tom Wiech, who has robbed two towns,” the president tweeted."
    )
    assert cell_of(people, "Ned Vance").direct.times == 1
    assert cell_of(people, "Tom Wiech").direct.times == 0


def test_whom_a_caption_alone_names_in_full_is_the_one_of_the_story() -> None:
    people = people_of(
        "Day\n\nPhoto: Mr. Ned Vance on the quay in Ashford (Ida Pym/Herald)\n\n"
        "President Vance has denied it. “I was away for a long while,” the President wrote."
    )
    assert [row.spoken.times for row in people.persons if row.name.endswith("Vance")] == [1]


def test_an_epithet_of_a_place_is_not_of_the_next_partisan() -> None:
    people = people_of(
        "Day\n\nThe bill was forged by Democrat Sen. Ida Vance. Majority Leader Tom Wiech said all "
        "will vote. “It would be a great loss to us,” the Nevada Democrat told the Herald."
    )
    assert cell_of(people, "Ida Vance").direct.times == 0


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ("Prime Minister Nouri al-Rami left.", "Prime Minister Nuri al-Rami left.", 1),
        ("Virginia Giffre left.", "Virginia Gifre left.", 1),
        ("Mr. Jon Vance left.", "Mr. Jon Vance met Mr. John Vance.", 2),
        ("Gov. Jon Vance left.", "Judge John Vance left.", 2),
    ],
)
def test_another_spelling_in_another_article_is_one_person(one: str, other: str, rows: int) -> None:
    assert len(people_of(f"Day\n\n{one}", f"Day\n\n{other}").persons) == rows
