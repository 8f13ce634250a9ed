"""Bylines: names as printed, and nothing invented."""

from __future__ import annotations

import pytest

from reader.articles.metadata.bylines import (
    Byline,
    are_writers,
    find_byline,
    find_byline_credit,
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
        ("By our staff and Reuters", Byline("our staff", "Reuters")),
        ("By our staff and Eastwire", Byline("our staff", "Eastwire")),
        ("By our staff and Xinhua News Agency, 12 May 2031", Byline("our staff", "Xinhua")),
        ("By our own correspondent, AFP", Byline("our own correspondent", "AFP")),
        ("By newsroom with AFP", Byline(None, "AFP")),
        ("By Lena Brodt and Reuters", Byline("Lena Brodt", "Reuters")),
        ("By Lena Brodt and our staff", Byline("Lena Brodt and our staff", None)),
        ("By Our Staff", Byline("Our Staff", None)),
        ("By Our Staff, 12 May 2031", Byline("Our Staff", None)),
        ("By Nora Teal on Tuesday, November 18th, 2031 at 11:04 a.m.", Byline("Nora Teal", None)),
        ("By Radio Harbour", Byline(None, None, "Radio Harbour")),
    ],
)
def test_a_byline_gives_its_writers_agency_and_outlet(line: str, byline: Byline) -> None:
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


def test_a_byline_may_hold_a_picture_credit() -> None:
    line = "by Tamsin Holloway, photography by Dre Wallace"
    assert find_byline_credit(line) == "photography by Dre Wallace"


@pytest.mark.parametrize("line", ["University of Vestfold", "Halden Robotics, Inc.", "Reuters"])
def test_an_institution_is_no_writer(line: str) -> None:
    assert not are_writers(line)
