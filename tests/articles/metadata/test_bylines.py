"""Bylines, credits and captions: names as printed, and nothing invented."""

from __future__ import annotations

import pytest

from reader.articles.furniture.captions import is_caption, picture_credit
from reader.articles.metadata.bylines import (
    Byline,
    are_writers,
    byline_credit,
    find_byline,
    is_credit,
    split_credit,
)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Simon Lewis", Byline("Simon Lewis", None)),
        ("By Thomson Reuters Apr 24, 2024 | 7:25 PM", Byline(None, "Reuters")),
        ("Simon Lewis | Reuters", Byline("Simon Lewis", "Reuters")),
        ("Neha Kulkarni / PTI / Aug 13, 2024, 09:41 IST", Byline("Neha Kulkarni", "PTI")),
        ("By Molly Hirsch | April 30, 2024", Byline("Molly Hirsch", None)),
        ("By Harriet Sloane Trainee Reporter", Byline("Harriet Sloane", None)),
        ("Par Benoît Castel (Sète, envoyé spécial)", Byline("Benoît Castel", None)),
        ("Von Henrike Vossen, Altenlohm", Byline("Henrike Vossen", None)),
        ("Door: Jeroen Bakker", Byline("Jeroen Bakker", None)),
        ("15 out, 2024 - 10:30 • Teresa Novais, com Lusa", Byline("Teresa Novais", None)),
        ("By Kira Dunmore and Ben Asher, CNN", Byline("Kira Dunmore and Ben Asher", None, "CNN")),
        ("Ingrid Solum, Sound Register", Byline("Ingrid Solum", None, "Sound Register")),
        ("by Tamsin Holloway, photography by Dre Wallace", Byline("Tamsin Holloway", None)),
        ("Redazione ANSA", Byline(None, "ANSA")),
    ],
)
def test_a_byline_gives_its_writers_and_for_whom_they_write(line: str, byline: Byline) -> None:
    assert find_byline(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "Bettie Page, the 1950s model who helped set the stage, has died.",
        "Yvonne Hiller, 43, is charged with murder in deaths of September 2010.",
        "By the time they came, it was over.",
        "Middle East",
        "Reuters reported that the boat had sunk.",
        "By syndication",
        "",
        "—",
    ],
)
def test_a_sentence_or_the_name_of_a_section_is_no_byline(line: str) -> None:
    byline = find_byline(line)
    assert byline is None or byline.writers is None


def test_who_took_the_pictures_is_a_credit_in_a_byline() -> None:
    line = "by Tamsin Holloway, photography by Dre Wallace"
    assert byline_credit(line) == "photography by Dre Wallace"


@pytest.mark.parametrize("line", ["University of Vestfold", "Halden Robotics, Inc.", "Reuters"])
def test_an_institution_is_no_writer(line: str) -> None:
    assert not are_writers(line)


def test_credits_are_parted_and_lose_their_brackets() -> None:
    line = "(Reporting by Ann Bell in Rome; Editing by Max Orr)"
    assert is_credit(line)
    assert split_credit(line) == ["Reporting by Ann Bell in Rome", "Editing by Max Orr"]


def test_a_list_of_videos_is_no_credit_line() -> None:
    assert not is_credit("Video From The New Observer")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The boat. Photograph: Ana Lindqvist/Alamy", "Photograph: Ana Lindqvist/Alamy"),
        ("A boat in Brest. PASCAL GUYOT / AFP", "PASCAL GUYOT / AFP"),
        ("A boat off Peru. REUTERS/D. Salas/File Photo Acquire Licensing Rights",
         "REUTERS/D. Salas/File Photo"),
        ("A boat in Queens. Credit...Jeenah Park for The City Record",
         "Jeenah Park for The City Record"),
        ("Getty Images The boat was built in 1906", "Getty Images"),
        ("A boat. Photo Le Messager/Guy BERTHIER", "Photo Le Messager/Guy BERTHIER"),
        ("The winner (PA)", "PA"),
        ("Image caption, The boat at dawn", None),
    ],
)  # fmt: skip
def test_a_caption_is_known_by_its_credit(caption: str, credit: str | None) -> None:
    assert is_caption(caption)
    assert picture_credit(caption) == credit


@pytest.mark.parametrize(
    "text",
    [
        "The picture was taken by AFP in 2012.",
        "He gave the credit to his mother, who had held the boat.",
        "It rained. (AFP)",
        "The photo shows a boat with no name on it, police said.",
    ],
)
def test_a_sentence_on_pictures_or_a_sign_off_is_no_caption(text: str) -> None:
    assert not is_caption(text)
