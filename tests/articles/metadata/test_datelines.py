"""Datelines in the forms that agencies and sites print."""

from __future__ import annotations

import pytest

from reader.articles.metadata.datelines import find_dateline, find_place_before_colon


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("SHANGHAI (Reuters) – U.S. officials", "SHANGHAI", None, "Reuters"),
        ("SHANGHAI (Reuters) -U.S. officials", "SHANGHAI", None, "Reuters"),
        ("WASHINGTON, April 24 (AP) — A storm", "WASHINGTON", "April 24", "AP"),
        ("Shanghai, China - In the midst of", "Shanghai, China", None, None),
        ("BERLIN (dpa) - Die Bahn will", "BERLIN", None, "dpa"),
        ("Norderney (dpa/lni) - Eine Fähre", "Norderney", None, "dpa"),
        ("Paris, 24 avr 2024 (AFP) - Un berger", "Paris", "24 avr 2024", "AFP"),
        ("Teruel, 11 ago (EFE).- Los vecinos", "Teruel", "11 ago", "EFE"),
        ("Saint-Louis (Senegal) (AFP) – The boats", "Saint-Louis (Senegal)", None, "AFP"),
        ("Kano, Oct. 9, 2024 (NAN) Tailors in Kano", "Kano", "Oct. 9, 2024", "NAN"),
        ("New Delhi, May 30 (PTI) The monsoon", "New Delhi", "May 30", "PTI"),
        ("(ANSA) - VENEZIA, 12 OTT - Un gondoliere", "VENEZIA", "12 OTT", "ANSA"),
        ("TOKYO, Feb. 3 Kyodo - A public bath", "TOKYO", "Feb. 3", "Kyodo"),
        ("ANADYR, November 17. /TASS/. An icebreaker", "ANADYR", "November 17", "TASS"),
        ("МОСКВА, 24 апр — РИА Новости. Мост", "МОСКВА", "24 апр", "RIA Novosti"),
        ("新华社上海8月14日电（记者孙丽萍）书展", "上海", "8月14日", "Xinhua"),
        ("（新华社北京4月24日电）外交部", "北京", "4月24日", "Xinhua"),
        ("【ワシントン共同】米政府は", "ワシントン", None, "Kyodo"),
        ("ANKARA (AA) - A court", "ANKARA", None, "Anadolu"),
        ("SALT CREEK, Nev., April 24 (AP) — The governor", "SALT CREEK, Nev.", "April 24", "AP"),
    ],
)
def test_a_dateline_gives_place_date_and_agency(
    text: str, place: str | None, date: str | None, agency: str | None
) -> None:
    dateline = find_dateline(text)
    assert dateline
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "The minister (Labour) said on Monday that",
        "Reuters reported on Monday that the boat",
        "U.S.-China talks went on for a third day",
        "BREAKING - A storm has come ashore",
        "He left in May 2012 (AP later reported) and never",
        "A boat – the last of three – has sunk off Brest",
    ],
)
def test_a_sentence_with_brackets_or_dashes_has_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_word_before_a_colon_may_be_a_place() -> None:
    assert find_place_before_colon("Guwahati: A stray elephant") == "Guwahati"
    assert find_place_before_colon("he said: A stray elephant") is None
