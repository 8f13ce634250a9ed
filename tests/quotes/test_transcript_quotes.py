"""The turns of transcripts as quotes of their speakers."""

from __future__ import annotations

from reader.quotes import QuoteKind, find_quotes


def speakers(text: str) -> list[tuple[str | None, str]]:
    return [
        (quote.speaker.name if quote.speaker else None, quote.text) for quote in find_quotes(text)
    ]


def test_a_label_is_the_speaker_of_its_turn() -> None:
    quotes = find_quotes("QUILL: Who rang?\nROOK: Nobody.\nQUILL: Why?\nWhy not?")
    assert [quote.utterance for quote in quotes] == [0, 1, 2, 2]
    assert {quote.kind for quote in quotes} == {QuoteKind.DIRECT}
    names = [quote.speaker.name for quote in quotes if quote.speaker and quote.speaker.is_stated]
    assert names == ["QUILL", "ROOK", "QUILL", "QUILL"]


def test_who_asks_has_no_name_and_who_answers_that_of_the_title() -> None:
    text = "Interview with Ada Quill, 4 May\nQ: Who rang?\nA: Nobody.\nInterviewer: Why?"
    assert speakers(text) == [
        ("the questioner", "Who rang?"),
        ("Ada Quill", "Nobody."),
        ("the interviewer", "Why?"),
    ]


def test_without_a_title_who_answers_is_unknown() -> None:
    assert speakers("Q: Who rang?\nA: Nobody.")[1] == (None, "Nobody.")


def test_what_is_quoted_before_the_first_turn_is_found_too() -> None:
    text = "“Nobody rang,” Jo Rook said later.\nQUILL: Who rang?\nROOK: I did.\nQUILL: When?"
    assert speakers(text)[:2] == [("Jo Rook", "Nobody rang,"), ("QUILL", "Who rang?")]
