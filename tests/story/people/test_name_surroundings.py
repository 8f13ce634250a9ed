"""Titles and descriptions beside a name."""

from __future__ import annotations

import pytest

from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import find_title
from reader.story.people.shared_titles import find_shared_title
from reader.text.values import PersonName, find_person_names


def read_name(text: str) -> PersonName:
    (name,) = [name for name in find_person_names(text) if name.surname == "Lee"]
    return name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sen. Ann Lee spoke.", "Sen."),
        ("The Ob Chamber of Ferries head Ann Lee spoke.", "Ob Chamber of Ferries head"),
        ("They look for alleged gunman Ann Lee.", "alleged gunman"),
        (
            "The Office of Harbours and Budget director Ann Lee spoke.",
            "Office of Harbours and Budget director",
        ),
        (
            "Ob County Sheriff's Department spokesman Ann Lee spoke.",
            "Ob County Sheriff's Department spokesman",
        ),
        ("Bo Roe and Board chairman Ann Lee spoke.", "Board chairman"),
        ("Former House Speaker Ann Lee spoke.", "Former House Speaker"),
        ("They met ferry owner Ann Lee there.", "ferry owner"),
        ("The White House press secretary Ann Lee spoke.", "White House press secretary"),
        ("Secretary of State Ann Lee spoke.", "Secretary of State"),
        ("It was Al Roe, Democrat of Ohio, and Representative Ann Lee.", "Representative"),
        ("They help Mr. Lee, Ann Lee said.", None),
        ("She accused Ann Lee of it.", None),
        ("On Monday President Ann Lee spoke.", "President"),
        ("He is a former chairman. Ann Lee spoke.", None),
        ("They wanted to convict Ann Lee of it.", None),
        ("It was for Tom Roe. Former President Ann Lee spoke.", "Former President"),
        ("The Union for Better Roads President Ann Lee spoke.", "President"),
        ("He met former Lee aide Bo Roe and Ann Lee.", None),
        ("It was for the Daily Caller. Ann Lee spoke.", None),
        ("The presidential nominee Ann Lee spoke.", "presidential nominee"),
        ("Bombastic harbour talk show host Ann Lee spoke.", "harbour talk show host"),
        ("It was longtime Ob official Ann Lee.", "longtime Ob official"),
        ("It was televangelist Ann Lee.", "televangelist"),
        (
            "Ob Attorney General and Ob Senate candidate Ann Lee spoke.",
            "Ob Attorney General and Ob Senate candidate",
        ),
        ("The governor and Vice President Ann Lee spoke.", "Vice President"),
        ("It was Mr. Roe’s daughter Ann Lee.", "Mr. Roe’s daughter"),
        (
            "It was by former Ob governor and Ob News contributor Ann Lee.",
            "former Ob governor and Ob News contributor",
        ),
        ("WOW President Ann Lee spoke.", "WOW President"),
        ("The acting Ob House chief of staff Ann Lee spoke.", "acting Ob House chief of staff"),
        ("She had his wife Ann Lee told.", "his wife"),
        ("It was by the civil rights leader Ann Lee.", "civil rights leader"),
        ("Then “Tonight” show host Ann Lee spoke.", "“Tonight” show host"),
        (
            "Housing and Town Development Secretary Ann Lee spoke.",
            "Housing and Town Development Secretary",
        ),
        (
            "The chairman of the Ob Committee Rep. Ann Lee spoke.",
            "chairman of the Ob Committee Rep.",
        ),
    ],
)
def test_a_title_is_read_before_the_name(text: str, title: str | None) -> None:
    names = [name for name in find_person_names(text) if name.given == "Ann"]
    span = find_title(text, names[0])
    assert (text[slice(*span)] if span else None) == title


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Ann Lee, the owner of the ferry, spoke.", "the owner of the ferry"),
        ("Ann Lee, 45, a teacher from Ob, spoke.", "a teacher from Ob"),
        ("Ann Lee, chairman of the board, spoke.", "chairman of the board"),
        ("Ann Lee (D-Ohio) spoke.", "D-Ohio"),
        ("They chose Ann Lee, a former pilot to succeed Ned Roe, on Monday.", "a former pilot"),
        ("They met Ann Lee, D-New Ob.", "D-New Ob"),
        ("They met Ann Lee, R-N.H.", "R-N.H."),
        ("While discussing his opponent, Ann Lee also spoke.", None),
        ("Asked whether she thought him a model for children, Ann Lee spoke.", None),
        ("Ann Lee, R-S.C., spoke.", "R-S.C."),
        ("Ann Lee, Republican of Ohio, spoke.", "Republican of Ohio"),
        ("They met Ann Lee, Democrat of Ohio.", "Democrat of Ohio"),
        ("Ann Lee, a student in Ob, Vermont, spoke.", "a student in Ob, Vermont"),
        ("Ann Lee, press director for the Ob Ferry, spoke.", "press director for the Ob Ferry"),
        ("Ann Lee, a University of Ob law professor, spoke.", "a University of Ob law professor"),
        (
            "Ann Lee, Democrat of Ob and the chairman of the board, spoke.",
            "Democrat of Ob and the chairman of the board",
        ),
        ("One of the organizers, clerk Ann Lee, left.", "One of the organizers"),
        ("A longtime Ob ally, Ob State Sen. Ann Lee, left.", "A longtime Ob ally"),
        ("Ann Lee , one of the organizers of it, left.", "one of the organizers of it"),
        ("Ann Lee, an Ob Democrat running for mayor, left.", "an Ob Democrat running for mayor"),
        ("They beat another Ob Democrat, Ann Lee.", "another Ob Democrat"),
        ("Ann Lee is a senior fellow at the Ob Center.", "a senior fellow at the Ob Center"),
        ("Ann Lee is the best mayor.", None),
        (
            "Ann Lee, an Ob Democrat now running for mayor, left.",
            "an Ob Democrat now running for mayor",
        ),
        ("It was an assistant to The Ob Herald’s publisher, Ann Lee.", None),
        ("“Ann Lee is a clerk.”", None),
        ("They met the governor, Sen. Ann Lee and Al Roe.", None),
        ("Ann Lee, then the head of the C.I.B., spoke.", "then the head of the C.I.B."),
        ("After the death of the envoy to Ob, Ann Lee spoke.", None),
        (
            "As the ranking Republican on the board, Ann Lee spoke.",
            "the ranking Republican on the board",
        ),
        ("A pair of Ob, Ann Lee, spoke.", None),
        ("In her last speech as mayor, Ann Lee wept.", None),
        ("They met Mr. Roe, the mayor of Ob, Ann Lee and others.", None),
        ("The group’s leaders left. The mayor of Ob, Ann Lee, spoke.", "The mayor of Ob"),
        ("Ann Lee, the mayor said, is ill.", None),
        ("Ann Lee, the emails show, was late.", None),
        ("Ann Lee, administration officials said, was late.", None),
        ("In an interview, Ann Lee spoke.", None),
        ("An article in the Post said how the mayor left, Ann Lee says.", None),
        ("Ann Lee, Republican of Ohio. The others left.", "Republican of Ohio"),
        (
            "Ann Lee, president of the Ashford, Mo., branch of the union, left.",
            "president of the Ashford, Mo., branch of the union",
        ),
    ],
)
def test_a_description_stands_between_commas(text: str, description: str | None) -> None:
    spans = list(find_descriptions(text, read_name(text)))
    assert [text[begin:end] for begin, end in spans] == ([description] if description else [])


def test_a_party_and_a_description_may_both_follow_a_name() -> None:
    text = "Ann Lee (D-Ohio), the former head of the panel, spoke."
    spans = find_descriptions(text, read_name(text))
    assert [text[begin:end] for begin, end in spans] == ["D-Ohio", "the former head of the panel"]


def test_a_title_in_the_plural_is_that_of_every_name_of_its_list() -> None:
    text = "Reps. Bo Roe (Ohio), Ann Lee of Iowa and Cy Roth spoke. Dan Pym left."
    names = {name.given: name for name in find_person_names(text, {("Bo", "Roe"), ("Cy", "Roth")})}
    spans = {given: find_shared_title(text, name) for given, name in names.items()}
    titles = {given: text[slice(*span)] if span else None for given, span in spans.items()}
    assert titles == {"Bo": "Reps.", "Ann": "Reps.", "Cy": "Reps.", "Dan": None}
