"""Whom a surname alone means where an article opens with it and a title."""

from __future__ import annotations

from reader.quotes import find_quotes

_OPENING = (
    "President Corvin spoke of barges on Sunday.\n\n“We are in the midst of talks on many things,” "
    "Corvin said before the dinner with first lady Melania Corvin. “But time is short.”\n\n"
)


def test_who_is_called_by_title_and_surname_is_no_relative_named_in_full() -> None:
    found = find_quotes(_OPENING + "“The bond is great,” Corvin also said at the dinner.")
    assert [quote.speaker.name for quote in found if quote.speaker] == ["Corvin"] * 3


def test_the_full_name_that_is_no_relative_s_is_the_one_with_the_title() -> None:
    text = _OPENING + "A mayor was the first to call President-elect Donald Corvin.\n\n"
    found = find_quotes(text + "“Lodd is a dear friend of ours,” Corvin told the town.")
    speakers = [quote.speaker for quote in found if quote.speaker]
    assert [speaker.name for speaker in speakers] == ["Donald Corvin"] * 3
    assert all(speaker.is_stated for speaker in speakers)


def test_with_two_others_named_in_full_it_stays_open() -> None:
    text = "President Corvin spoke.\n\nDonald Corvin and his rival Eric Corvin came.\n\n"
    found = find_quotes(text + "“Lodd is a dear friend of ours,” Corvin told the town.")
    assert found[-1].speaker is None or not found[-1].speaker.is_stated


def test_a_relative_s_gender_is_not_that_of_the_surname_alone() -> None:
    text = _OPENING + "Corvin brought along Ernie Elser, a baker.\n\nThough Corvin named nobody, "
    found = find_quotes(text + "many came.\n\n“Lodd is a dear friend of ours,” he told the town.")
    assert found[-1].speaker is not None
    assert found[-1].speaker.name == "Corvin"
