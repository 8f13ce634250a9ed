"""Choosing entries of a feed by number, at a question, or by an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.parsing import parse_article
from reader.cli.feed_picker import PickError, choose_entries, listing, parse_picks
from reader.sources.feeds import Feed, FeedEntry
from reader.text.cleaning import clean_line

TITLES = (
    "Lindau ferries cut to half after row over fees",
    "Storm closes two airports in the north",
    "Osthoff: harbour board of Lindau wants 42 percent more from ferries",
    "Parliament votes on pensions",
    "New bridge for cyclists opens",
)
FEED = Feed(
    clean_line("feed.xml"),
    clean_line("Harbour & Co"),
    tuple(
        FeedEntry(clean_line(title), clean_line(f"https://news.test/{number}"))
        for number, title in enumerate(TITLES, 1)
    ),
    notes=(clean_line("1 of 6 entries are left out"),),
)
ARTICLE = parse_article(
    "Ferry talks collapse in Lindau\n\nThe Lindau ferry company will halve its timetable, after "
    "talks with the harbour board about fees collapsed.\n\n“We cannot pay 42 percent more,” said "
    "Mira Osthoff, who runs the company.\n",
    source="a.txt",
    name="a",
)


def numbers(entries: tuple[FeedEntry, ...]) -> list[int]:
    return [FEED.entries.index(entry) + 1 for entry in entries]


def answering(*answers: str) -> Callable[[str], str]:
    waiting: Iterator[str] = iter(answers)

    def answer(question: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return answer


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("1", (0,)),
        ("1,3", (0, 2)),
        ("3 1", (2, 0)),
        (" 1, 3  5-7 ", (0, 2, 4, 5, 6)),
        ("2-2", (1,)),
        ("1 1-3 2", (0, 1, 2)),
        ("ALL", tuple(range(9))),
        ("9", (8,)),
    ],
)
def test_numbers_and_spans_of_them_are_understood(text: str, positions: tuple[int, ...]) -> None:
    assert parse_picks(text, 9) == positions


@pytest.mark.parametrize(
    "text",
    ["", " , ", "0", "10", "-1", "1-", "3-1", "1-10", "a", "1.5", "١", "²", "1" * 50, "1 " * 900,
     "1 - 3", "1--3", "\x1b[31m"],
)  # fmt: skip
def test_what_is_no_number_of_an_entry_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(PickError) as caught:
        parse_picks(text, 9)
    assert caught.value.message.isprintable()


@given(st.text(alphabet="0123456789 ,-al", max_size=30), st.integers(0, 20))
def test_every_choice_is_there_and_comes_once(text: str, count: int) -> None:
    try:
        chosen = parse_picks(text, count)
    except PickError:
        return
    assert len(set(chosen)) == len(chosen)
    assert all(0 <= position < count for position in chosen)


def test_the_numbers_given_are_opened_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbers(choose_entries(FEED, picks="4,1-2")) == [4, 1, 2]
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err == "reader: feed.xml: 1 of 6 entries are left out\n"


def test_without_numbers_and_terminal_the_entries_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert choose_entries(FEED) == ()
    output = capsys.readouterr()
    assert output.out.splitlines() == list(listing(FEED))
    assert output.out.splitlines()[:3] == [
        "Harbour & Co · feed.xml",
        f"  1. {TITLES[0]}",
        "     news.test",
    ]
    assert "--pick 1,3 or --like ARTICLE" in output.err


def test_the_prompt_is_repeated_until_the_answer_is_understood(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert numbers(choose_entries(FEED, prompt=answering("x", "7", "2 4"))) == [2, 4]
    assert capsys.readouterr().err.count("reader: ") == 3


@pytest.mark.parametrize("answers", [(), ("",), ("  ",), ("x", "")])
def test_no_answer_chooses_nothing(answers: tuple[str, ...]) -> None:
    assert choose_entries(FEED, prompt=answering(*answers)) == ()


def test_those_on_the_event_of_an_article_are_chosen_with_the_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert sorted(numbers(choose_entries(FEED, like=ARTICLE))) == [1, 3]
    output = capsys.readouterr().err
    assert "reader: feed.xml: on the same event:" in output
    assert f"  1. {TITLES[0]}" in output
    assert "both have " in output
    assert TITLES[1] not in output


def test_numbers_come_before_those_found_by_an_article() -> None:
    chosen = numbers(choose_entries(FEED, picks="5 3", like=ARTICLE))
    assert chosen == [5, 3, 1]


def test_an_article_on_another_event_chooses_nothing() -> None:
    other = parse_article("Rain in Bergen\n\nIt rained in Bergen.\n", source="b", name="b")
    with pytest.raises(PickError, match=r"^feed\.xml: no entry is surely on the event of b"):
        choose_entries(FEED, like=other)
    assert numbers(choose_entries(FEED, picks="2", like=other)) == [2]
