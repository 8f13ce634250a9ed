"""Who is named and who is heard, over several articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import SpeakerKind, SpeechCount, article_from_text, find_quotes
from reader.story.people.people_rows import build_people
from tests.story.people_texts import (
    COURIER,
    HERALD,
    cell_of,
    names_of,
    people_of,
    row_of,
)


def test_persons_are_rows_and_their_articles_cells() -> None:
    people = people_of(HERALD, COURIER)
    assert names_of(people) == [
        "Arlo Pym", "Ida Vance", "Lena Brodt", "Marian Teague", "Ned Ross", "Tom Wiech",
    ]  # fmt: skip
    vance = row_of(people, "Ida Vance")
    assert vance.named_in == vance.heard_in == (0, 1)
    assert row_of(people, "Marian Teague").named_in == (0, 1)
    assert [row.number for row in people.persons] == list(range(1, 7))
    assert people.persons[0] is vance


def test_words_are_counted_by_form() -> None:
    people = people_of(HERALD, COURIER)
    vance = cell_of(people, "Ida Vance")
    assert vance.direct == SpeechCount(1, 19)
    assert vance.indirect.times == 1
    assert not vance.partial
    wiech = cell_of(people, "Tom Wiech")
    assert wiech.partial == SpeechCount(1, 2)
    assert wiech.indirect.times == 1
    assert wiech.spoken.words == 2 + wiech.indirect.words


def test_a_cell_says_with_which_verbs_and_where_first() -> None:
    people = people_of(HERALD, COURIER)
    here, there = cell_of(people, "Ida Vance", 0), cell_of(people, "Ida Vance", 1)
    assert [(verb.lemma, verb.times) for verb in there.verbs] == [("insist", 1)]
    assert {verb.lemma for verb in here.verbs} == {"tell", "say"}
    assert here.first_spoken is not None
    assert here.first_spoken.text.startswith("that nobody had come to the quay")
    assert (here.first.text, here.first.number) == ("Ida Vance", 2)


def test_titles_and_descriptions_are_those_of_each_article() -> None:
    people = people_of(HERALD, COURIER)
    here, there = cell_of(people, "Ida Vance", 0), cell_of(people, "Ida Vance", 1)
    assert [title.text for title in here.titles] == ["Ferry owner"]
    assert [title.text for title in there.titles] == ["Ms."]
    assert [each.text for each in there.descriptions] == ["the owner of the only ferry"]
    pym = cell_of(people, "Arlo Pym")
    assert [each.text for each in pym.descriptions] == ["the board’s lawyer"]


def test_who_is_named_and_never_heard() -> None:
    people = people_of(HERALD, COURIER)
    assert {row.name for row in people.never_heard} == {"Arlo Pym", "Marian Teague", "Ned Ross"}
    assert {row.name for row in people.heard_once} == {"Tom Wiech", "Lena Brodt"}


def test_bodies_and_groups_are_no_persons() -> None:
    people = people_of(HERALD, COURIER)
    kinds = {row.name: row.kind for row in people.others}
    assert kinds["the harbour board"].is_body
    assert kinds["Officials"] is SpeakerKind.GROUP
    assert all(row.kind is SpeakerKind.PERSON for row in people.persons)


def test_a_quotation_without_a_speaker_is_of_nobody() -> None:
    people = people_of("The day\n\nThe hearing began. “Nobody warned us of it at all.”")
    assert people.unknown == (SpeechCount(1, 7),)
    assert people.persons == ()


def test_a_pronoun_counts_for_the_person() -> None:
    people = people_of(
        "Flood\n\nIda Vance lost two boats. “It came all at once,” she said on Monday.\n\n"
        "Tom Wiech listened."
    )
    assert cell_of(people, "Ida Vance").direct == SpeechCount(1, 5)
    assert not row_of(people, "Tom Wiech").is_heard


def test_a_role_before_a_name_is_that_person() -> None:
    people = people_of("Flood\n\n“We are ready,” said the mayor, Representative Carl Seel.")
    assert cell_of(people, "Carl Seel").direct == SpeechCount(1, 3)
    assert people.others == ()


def test_several_of_one_surname_are_told_apart_by_the_pronoun() -> None:
    people = people_of(
        "Vote\n\nHillary Clinton spoke in Iowa. President Bill Clinton signed the bill in 1994. "
        "Mrs. Clinton was cheered. “I would not have signed it,” she said.\n\n"
        "Mr. Clinton did not answer."
    )
    assert names_of(people) == ["Bill Clinton", "Hillary Clinton"]
    assert row_of(people, "Hillary Clinton").is_heard
    assert not row_of(people, "Bill Clinton").is_heard


def test_a_surname_alone_is_the_one_person_of_it_elsewhere() -> None:
    people = people_of(
        "Talks\n\nPrime Minister Benjamin Netanyahu spoke.", "Talks\n\nNetanyahu said it was late."
    )
    assert names_of(people) == ["Benjamin Netanyahu"]
    assert row_of(people, "Benjamin Netanyahu").heard_in == (1,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Judge Ann Smith", "Sheriff Ann Smith"),
        ("Ann Smith", "Mary Smith"),
        ("Ann Smith", "Ann Jones"),
        ("Mr. Smith", "Ms. Smith"),
    ],
)
def test_names_that_contradict_are_two_persons(one: str, other: str) -> None:
    people = people_of(f"Court\n\n{one} listened.", f"Court\n\n{other} listened.")
    assert len(people.persons) == 2


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Susan E. Rice", "Susan Rice", "Susan"),
        ("Senator Richard J. Durbin", "Sen. Dick Durbin", "Richard"),
        ("J. Christopher Stevens", "Chris Stevens", "Stevens"),
        ("Vice President Joseph R. Biden Jr.", "Vice President Joe Biden", "Biden"),
        ("former Gov. Sarah Palin", "Gov. Sarah Palin", "Palin"),
        ("President Xi Jinping", "President Xi", "Xi Jinping"),
        ("Attorney General Ann Smith", "Mayor Ann Smith", "Ann Smith"),
    ],
)
def test_forms_of_one_name_are_one_person(one: str, other: str, name: str) -> None:
    people = people_of(f"Day\n\n{one} listened.", f"Day\n\n{other} listened.")
    (row,) = people.persons
    assert name in row.name
    assert row.named_in == (0, 1)


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    people = people_of(
        "Day\n\nDonald Trump spoke. Donald Trump Jr. listened to him.",
        "Day\n\nDonald Trump Jr. spoke.",
    )
    assert names_of(people) == ["Donald Trump", "Donald Trump Jr."]
    assert row_of(people, "Donald Trump Jr.").named_in == (0, 1)


def test_a_father_without_a_given_name_is_no_son_of_his() -> None:
    people = people_of(
        "Day at sea\n\nNed Vance Jr. met the crew. President Vance said he knew nothing of it.\n\n"
        "“I was away,” Vance said. Vance Jr. has said that it was short.\n\n"
        "“It was dull,” the younger Vance said. “It was cold,” the elder Vance said."
    )
    assert names_of(people) == ["Ned Vance Jr.", "Vance"]
    son, father = row_of(people, "Ned Vance Jr."), row_of(people, "Vance")
    assert (son.quoted.words, son.spoken.times) == (3, 2)
    assert (father.quoted.words, father.spoken.times) == (6, 3)


def test_a_surname_alone_is_his_who_alone_has_it_with_a_suffix() -> None:
    people = people_of(
        "Day\n\nPaul R. Vance Jr. spoke to the crew of the ferry.\n\n“I was away,” Mr. Vance said."
    )
    assert names_of(people) == ["Paul R. Vance Jr."]
    assert people.persons[0].quoted.words == 3


def test_a_surname_of_two_persons_elsewhere_is_joined_to_neither() -> None:
    people = people_of("Day\n\nAnn Brandt and Otto Brandt came.", "Day\n\nJudge Brandt listened.")
    assert len(people.persons) == 3


def test_bylines_and_furniture_name_nobody() -> None:
    people = people_of("Flood hits town\n\nBy Nora Stell\n\nIda Vance spoke. It was late.")
    assert names_of(people) == ["Ida Vance"]


def test_no_articles_have_no_people() -> None:
    people = people_of()
    assert (people.persons, people.others, people.unknown) == ((), (), ())


SENTENCES = (
    "Ida Vance said that nobody came.", "“It was late,” she said.", "Mr. Wiech left.",
    "“We must go,” Tom Wiech told Vance.", "Officials warned that it would rain.",
    "“Nobody knows.”", "Judge Marian Teague asked him to wait.", "The White House denied it.",
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), max_size=3))
def test_every_mention_is_of_one_person_only(stories: list[list[str]]) -> None:
    texts = ["Day\n\n" + "\n\n".join(sentences) for sentences in stories]
    people = people_of(*texts)
    assert len(people.unknown) == len(texts)
    places = [(cell.first.place, cell.first.start) for row in people.persons for cell in row.cells]
    assert len(places) == len(set(places))
    assert all(cell.mentions > 0 for row in people.persons for cell in row.cells)
    assert all(0 <= cell.confidence <= 1 for row in people.persons for cell in row.cells)


def test_a_name_that_ends_as_those_of_bodies_is_no_person() -> None:
    people = people_of("Day\n\nThe Ohio Christian Alliance met. Michael Bloomberg left early.")
    assert "Christian Alliance" not in names_of(people)


def test_a_role_that_one_person_has_is_that_person() -> None:
    people = people_of(
        "Visit\n\nUS Secretary of State Antony Blinken spoke. “We have to go,” the Secretary of "
        "State said.\n\n“It is late,” the treasury secretary said."
    )
    assert cell_of(people, "Antony Blinken").direct == SpeechCount(1, 4)
    assert row_of(people, "the treasury secretary").spoken.words == 3


def test_whom_somebody_speaks_for_is_named() -> None:
    people = people_of(
        "Day\n\nA spokeswoman for Speaker Paul D. Ryan declined. Ann Lee’s lawyer left. Mr. Ryan "
        "came, and Ann Lee went."
    )
    assert names_of(people) == ["Ann Lee", "Paul D. Ryan"]
    assert cell_of(people, "Paul D. Ryan").mentions == 2
    assert cell_of(people, "Ann Lee").mentions == 2


def test_documents_in_the_plural_are_no_group() -> None:
    people = people_of("Day\n\nThe indictments revealed that it was late. Advisers said it was.")
    assert {row.name: row.kind for row in people.others} == {
        "Advisers": SpeakerKind.GROUP,
        "The indictments": SpeakerKind.DOCUMENT,
    }


@pytest.mark.parametrize(
    "text",
    [
        "President Carl Seel took office. “It is done,” the new president said. Mr. Seel left.",
        "“Yes,” the lawyer for the party said. In a note, the lawyer, Carl Seel, said: “We did.”",
        "A separate attendee, Carlik Seel, noted that her brother had died in 2011.",
    ],
)
def test_a_person_is_no_other_speaker(text: str) -> None:
    people = people_of(f"Day\n\n{text}")
    assert people.others == ()
    assert people.persons[0].name in {"Carl Seel", "Carlik Seel"}


def test_the_report_is_the_report_of_a_longer_name() -> None:
    people = people_of(
        "Day\n\nThe Harbour Board report said that nobody was paid. "
        "The report said that it was legal."
    )
    assert [row.name for row in people.others] == ["The Harbour Board report"]
    assert people.others[0].spoken.times == 2


def test_words_that_open_a_sentence_are_no_speaker() -> None:
    people = people_of(
        "Day\n\nLooking for a way out, Senate Majority Leader Carl Seel, R-Ky., said Vance agreed "
        "to name staff.\n\nMore than 200 came. Groups planned a march that they said was large."
    )
    assert {row.name for row in people.others}.isdisjoint({"Looking", "More"})


def test_a_conjunction_is_no_given_name_and_an_office_no_surname() -> None:
    text = (
        "The day\n\nTom Wiech said that nobody came.\n\nThough Wiech said the flood did no harm, "
        "the mayor said many boats were lost.\n\n“Thank you, Mr. President,” Tom Wiech said."
    )
    story = article_from_text(text, name="story")
    found = build_people([story], [find_quotes(story)])
    assert [row.name for row in found.persons] == ["Tom Wiech"]


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        (
            "The House Ethics Committee said that it was late. That committee said it would wait.",
            "House Ethics Committee",
            2,
        ),
        (
            "A spokesperson for Vance said that he would wait. The spokesperson also touted the "
            "“strong record” of the board.",
            "A spokesperson for Vance",
            2,
        ),
        (
            "The letter says, “We would be remiss in our duty.” The Ashford University letter "
            "argues that it was a “rationale for gutting it.”",
            "The Ashford University letter",
            2,
        ),
        (
            "The Ashford Courier reported that it was late.\n\nHe left.\n\nThe Courier also said "
            "that boats sank.",
            "Ashford Courier",
            2,
        ),
        (
            "The Gay and Lesbian Alliance Against Noise has asked supporters to give.",
            "The Gay and Lesbian Alliance Against Noise",
            1,
        ),
        ("Senior officials on Wednesday said that it was late.", "Senior officials", 1),
        (
            "The Harbour Service official who first disclosed that it was late denied it.",
            "The Harbour Service official",
            1,
        ),
        ("When HarbourPost asked Ida Vance how it was, she left.", "HarbourPost", 1),
        (
            "The prosecutors said that it was late. Prosecutors said that it was early.",
            "The prosecutors",
            2,
        ),
        (
            "It was long, according to aides with knowledge of it. It was late, the aides said.",
            "aides with knowledge of it",
            2,
        ),
        (
            "Their talks have been short, according to people who know both of them.",
            "people who know both of them",
            1,
        ),
    ],
)
def test_another_speaker_is_one_row_by_its_whole_name(text: str, name: str, times: int) -> None:
    people = people_of(f"Day\n\n{text}")
    assert [(row.name, row.spoken.times) for row in people.others] == [(name, times)]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("The American Road Union (ARU) said that it was late.", "A.R.U. said that it was early."),
        ("The U.S. Fish and Boat Service said that it was late.", "FBS said that it was early."),
    ],
)
def test_letters_are_the_body_whose_name_they_shorten(long: str, short: str) -> None:
    people = people_of(f"Day\n\n{long}", f"Day\n\nThe {short}")
    (row,) = people.others
    assert " " in row.name
    assert row.heard_in == (0, 1)


def test_letters_that_may_be_of_two_bodies_are_a_row_of_their_own() -> None:
    text = "The Ashford Road Union said that it was late. The Ashford Race Union said it was early."
    people = people_of(f"Day\n\n{text}", "Day\n\nThe ARU said that boats sank.")
    assert len(people.others) == 3


def test_somebodys_lawyer_is_the_person_whom_the_article_calls_so() -> None:
    people = people_of(
        "Day\n\nVance's lawyer said that it was late.\n\nVance's lawyer, Tom Ginn, said in a "
        "statement: “It is very late.”"
    )
    assert people.others == ()
    assert row_of(people, "Tom Ginn").spoken.times == 2


def test_words_that_open_a_subject_are_no_speaker() -> None:
    people = people_of("Day\n\nNewly filed court papers said that it was late.")
    assert people.others == ()
    assert people.unknown[0].times == 1


def test_close_to_so_many_speak_as_a_group() -> None:
    people = people_of(
        "Day\n\nClose to ten sailors have signed it, calling the deal “bad for us all.”"
    )
    assert [other.name for other in people.others] == ["ten sailors"]


def test_what_a_paper_is_called_ends_a_statement() -> None:
    people = people_of(
        "Day\n\nTom Vance told the board that it was late, according to The Hill, a paper in Ohio."
    )
    assert row_of(people, "Tom Vance").spoken.words == 4


def test_he_is_no_body() -> None:
    people = people_of(
        "Day\n\nThe Office of Harbour Ethics cleared him of it, and he promised to repay it."
    )
    assert people.others == ()


def test_nicknames_are_one_person_and_initials_are_part_of_the_name() -> None:
    people = people_of("Day\n\nZack Brodt left.", "Day\n\nZachary T. Brodt left.")
    assert names_of(people) == ["Zachary T. Brodt"]


def test_he_after_long_words_is_the_subject_of_the_sentence_before_them() -> None:
    people = people_of(
        "Day\n\nHarbour Whip Tom Vance called on Ned Ross to match the offer of Al Brodt.\n\n"
        "“The time for games is over. They must put their dislike aside,” he said."
    )
    assert row_of(people, "Tom Vance").quoted.words == 12


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Two of the people said the dam was weak.", "Two of the people"),
        ("A handful of well-fed insiders say the dam is weak.", "A handful of well-fed insiders"),
        ("Some close to the mayor say he wants to run.", "Some close to the mayor"),
        ("Several of her colleagues noted that it was old.", "Several of her colleagues"),
        ("The dam was shut, with bakers warning that it was weak.", "bakers"),
    ],
)
def test_some_of_several_persons_are_a_speaker(words: str, name: str) -> None:
    people = people_of(f"Day at sea\n\nIt was a cold night at the harbour. {words}")
    (row,) = people.others
    assert (row.name, row.kind) == (name, SpeakerKind.GROUP)
    assert row.spoken.times == 1


def test_they_are_the_two_persons_who_begin_the_sentence_before() -> None:
    people = people_of(
        "Day at sea\n\nOn Monday, Sen. Ann Brandt and Rep. Otto Lind held a meeting. They said "
        "they would “mend the dam” soon."
    )
    assert [row.quoted.words for row in people.persons] == [3, 3]


def test_they_after_others_are_nobody_of_a_name() -> None:
    people = people_of(
        "Day at sea\n\nThe bakers met Sen. Ann Brandt and Rep. Otto Lind. They said they would "
        "“mend the dam” soon."
    )
    assert [row.is_heard for row in people.persons] == [False, False]


@pytest.mark.parametrize(
    ("principal", "whole"),
    [
        ("the U.S. attorney in Ashford", True),
        ("the Ohio secretary of state", True),
        ("the state attorney general", True),
        ("the mayor in March", False),
    ],
)
def test_whom_a_spokesman_is_for_is_read_whole(principal: str, whole: bool) -> None:
    people = people_of(
        f"Day at sea\n\nIt was a cold night. A spokesman for {principal} said it was late."
    )
    (row,) = people.others
    assert row.name.endswith(principal) is whole


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The Harbour and Pier Alliance Against Noise", SpeakerKind.ORGANISATION),
        ("Politico", SpeakerKind.ORGANISATION),
        ("Twitter", SpeakerKind.ORGANISATION),
    ],
)
def test_a_word_of_the_whole_name_tells_its_kind(name: str, kind: SpeakerKind) -> None:
    people = people_of(f"Day at sea\n\nIt was a cold night. {name} said that it was late.")
    (row,) = people.others
    assert (row.name, row.kind) == (name, kind)


def test_a_word_of_many_letters_is_read_once() -> None:
    word = "B" * 100_000
    text = f"The {word} came. The American Road Union (ARU) said that it was late."
    people = people_of(f"Day\n\n{text}", "Day\n\nThe ARU said that boats sank.")
    (row,) = people.others
    assert row.heard_in == (0, 1)


def test_a_pronoun_is_counted_with_the_unnamed_speaker_before_it() -> None:
    people = people_of(
        "Paul Veld left the harbour on Monday.\nA spokesman for Veld said the ferry was late. “It "
        "is over for good,” he said. He said the boats would be sold."
    )
    assert not cell_of(people, "Paul Veld").spoken
    spokesman = cell_of(people, "A spokesman for Veld")
    assert (spokesman.direct.times, spokesman.indirect.times) == (1, 2)
