"""Splitting into paragraphs, whatever the layout."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import clean, parse_article
from reader.articles.broken_words import BrokenWords
from reader.articles.line_unwrapping import find_wrap_width, unwrap_paragraphs

WORDS = st.text("abcdefgh", min_size=1, max_size=9)
SENTENCE = st.lists(WORDS, min_size=6, max_size=30).map(lambda words: " ".join(words) + ".")
PROSE = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)


def split_paragraphs(lines: Sequence[str], page_starts: Sequence[int] = ()) -> list[str]:
    return [paragraph.text for paragraph in unwrap_paragraphs(lines, page_starts)]


LONG = (
    "The committee met for the ninth time on Thursday and found once more that it had no quorum, "
    "since the member for the northern district had been taken ill on the train that morning."
)
SHORT = "The chair read the minutes to an empty room, which they also recorded as having been so."


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n", "\r\n", "\r\n\r\n", "\u2029"])
def test_lines_and_blank_lines_both_end_a_paragraph(between: str) -> None:
    article = parse_article(between.join([LONG, SHORT, LONG]), source="a", name="a")
    assert [paragraph.text for paragraph in article.paragraphs] == [LONG, SHORT, LONG]
    assert [paragraph.number for paragraph in article.paragraphs] == [1, 2, 3]


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    wrapped = [
        textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)
        for text in (LONG, SHORT, LONG + " " + SHORT)
    ]
    between = "\n" if indent else "\n\n"
    lines = between.join(wrapped).split("\n")
    assert split_paragraphs(lines) == [LONG, SHORT, LONG + " " + SHORT]


def test_a_word_broken_at_the_margin_keeps_its_hyphen() -> None:
    lines = [
        "They spoke at length about the need for closer co-",
        "operation between the two ministries, which had at",
        "last been given the means and the people for it.",
    ]
    assert find_wrap_width(lines) is not None
    assert "closer co-operation between" in split_paragraphs(lines)[0]


def test_short_lines_of_a_page_are_not_joined() -> None:
    lines = ["Home", "Saturday, May 4, 2024", "Support our work", "", LONG, SHORT, LONG]
    assert split_paragraphs(lines) == [line for line in lines if line]


@pytest.mark.slow
@given(st.lists(PROSE, min_size=1, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_every_paragraph_of_a_file_is_in_the_article_once(texts: list[str], between: str) -> None:
    if between == "\n" and find_wrap_width(texts):
        return
    article = parse_article(between.join(texts), source="a", name="a")
    assert [paragraph.text for paragraph in article.paragraphs] == texts


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), max_size=300), st.booleans())
def test_no_character_is_lost_or_doubled(text: str, wrapped: bool) -> None:
    if wrapped:
        text = textwrap.fill(text, 45, break_on_hyphens=False)
    article = parse_article(text, source="a", name="a")
    joined = "".join(paragraph.text for paragraph in article.paragraphs)
    assert "".join(joined.split()) == "".join(clean(text).split())
    assert [paragraph.number for paragraph in article.paragraphs] == list(
        range(1, len(article.paragraphs) + 1)
    )
    assert all(clean(paragraph.text) == paragraph.text for paragraph in article.paragraphs)


COLUMN = (
    "The council of Skerry voted late on Tuesday to halve the",
    "timetable of its ferries from the first of June, after a",
    "debate that lasted for more than nine hours",
    "and in which the mayor was asked to resign at least four",
    "times. The harbour master, who had warned of the decision in",
    "a letter to the ministry in May, left the hall before the",
    "vote and did not say whether she would stay in her office.",
)
STORY = " ".join(COLUMN)


def test_lines_of_a_printed_column_are_joined_however_many_letters_each_has() -> None:
    last = ("Nobody on the pier had a word", "to say about it in the morning.")
    narrow = textwrap.wrap(LONG, 44)
    short = [*COLUMN[:-1], "vote and went home.", *COLUMN]
    assert split_paragraphs(short) == [" ".join(short[:7]), STORY]
    assert split_paragraphs([*narrow, *last]) == [LONG, " ".join(last)]


VERSE = """
O ferry that goes out before the day is grey,
and gulls that cry above the narrow, empty bay,
what did the master say to you, what did he know,
of those who left the pier with nothing left to owe;
they took the boat at dawn, they did not turn around,
and all that they had been was given to the sound,
a rope, a lamp, a coat, the letters of the year,
the dog that ran along the stones beside the pier,
"""
LIST = """
two lamps for the harbour master
a rope of hemp
the letters of the council, from May to the end of the year
paint
oars
a new bell for the ferry, with its clapper, and a chain to hang it
charts of the outer isles
"""


@pytest.mark.parametrize("text", [VERSE, LIST, VERSE.title(), LIST.title(), LIST + VERSE])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_verse_and_lists_are_left_as_they_are(text: str, between: str) -> None:
    lines = text.strip().replace("\n", between).split("\n")
    assert split_paragraphs(lines) == [line for line in lines if line]


def test_a_refrain_is_no_running_head() -> None:
    lines = [*VERSE.split("\n"), "O ferry, ferry, come", *VERSE.split("\n"), "O ferry, ferry, come"]
    lines += VERSE.split("\n")
    assert split_paragraphs(lines) == [line for line in lines if line]


def paragraphs(text: str) -> list[tuple[str, str]]:
    article = parse_article(text, source="a", name="a")
    return [(paragraph.kind.value, paragraph.text) for paragraph in article.paragraphs]


BREAKS = ["\n12\n\nSkerry Herald, 4 March 2026\n", "\n\n- 12 -\n", "\n\fPage 12 of 30\n\n"]


@pytest.mark.parametrize("page_break", BREAKS)
def test_running_heads_and_page_numbers_inside_a_sentence_follow_its_paragraph(
    page_break: str,
) -> None:
    begin, end = "\n".join(COLUMN[:3]), "\n".join(COLUMN[3:])
    assert end[0].islower()
    found = paragraphs(f"{begin}\n{page_break}{end}\n\nSkerry Herald, 5 March 2026\n\n{LONG}")
    heads = [line for line in page_break.split("\n") if line.strip()]
    assert found[0] == ("body", STORY)
    assert found[1 : 1 + len(heads)] == [("furniture", head.strip()) for head in heads]
    assert found[-1] == ("body", LONG)


def test_a_running_head_parts_no_sentence_where_a_paragraph_is_a_line() -> None:
    begin, _, end = LONG.partition(" since ")
    end = f"since {end}"
    text = f"{SHORT}\n{begin}\nSkerry Herald\n{end}\nSkerry Herald\n{SHORT}"
    assert [words for _, words in paragraphs(text)] == [
        SHORT, LONG, "Skerry Herald", "Skerry Herald", SHORT,
    ]  # fmt: skip


def test_the_first_of_the_heads_at_the_edges_of_pages_stays_a_title() -> None:
    pages = [f"Council halves the timetable\n\n{part}\n\n{at}\n" for at, part in enumerate(
        (LONG, SHORT, STORY, LONG + SHORT), 1
    )]  # fmt: skip
    article = parse_article("\f".join(pages), source="a", name="a")
    assert article.title == "Council halves the timetable"
    kinds = [(p.kind.value, p.text) for p in article.paragraphs]
    assert [words for kind, words in kinds if kind == "body"] == [LONG, SHORT, STORY, LONG + SHORT]


def test_numbers_between_the_parts_of_a_list_are_no_page_numbers() -> None:
    lines = ["Ten reasons", "", "1", "", LONG, "", "2", "", SHORT, "", "3", "", LONG]
    assert not any(p.is_page_matter for p in unwrap_paragraphs(lines))
    assert split_paragraphs(lines) == [line for line in lines if line]


@pytest.mark.parametrize("hyphen", ["-", "‐", "\u00ad", "¬"])
def test_a_word_parted_at_the_end_of_a_line_is_one_word(hyphen: str) -> None:
    lines = list(COLUMN)
    lines[0] += " time" + hyphen
    lines[1] = "table of its fer" + hyphen
    lines[2] = "ries, a timetable that had been in force for long"
    words = paragraphs("\n".join(lines))[0][1]
    assert "halve the timetable of its ferries, a timetable" in words


def test_a_compound_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    lines = [
        "The council of Skerry voted on Tuesday to close the well-",
        "known pier, after a debate of two nights and an Anglo-",
        "Skerrian resolution; the mayor, who had sat on the com-",
        "mittee for years, and who lives by the ferry, called a nine-",
        "hour night of that kind a shame for the isles, since ferry-",
        "terminal funds, he said, could build a new terminal in two",
        "years, which nobody in the hall denied before it was dawn.",
    ]
    words = paragraphs("\n".join(lines))[0][1]
    for compound in ("well-known", "nine-hour", "Anglo-Skerrian", "ferry-terminal", "committee"):
        assert compound in words


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Council of Skerry halves its ferry", "timetable after nine hours"), None),
        (("The Council of Skerry Votes to", "Halve Its Ferry Timetable"), None),
        (("Council Halves the Ferry", "Timetable and Angers", "Most of the Isles"), None),
        (("Council Halves Timetable", "Mara Lindqvist"), "Council Halves Timetable"),
        (("Council Halves Timetable", "March 4, 2026"), "Council Halves Timetable"),
    ],
)
def test_a_headline_over_several_lines_is_one(lines: tuple[str, ...], title: str | None) -> None:
    wrapped = textwrap.fill(f"{LONG} {SHORT} {STORY}", 72, break_on_hyphens=False)
    article = parse_article("\n".join(lines) + "\n\n" + wrapped, source="a", name="a")
    assert article.title == (title or " ".join(lines))
    assert article.paragraphs[-1].text == f"{LONG} {SHORT} {STORY}"


def test_the_lines_of_a_release_are_joined_and_its_list_and_address_are_not() -> None:
    story = textwrap.wrap(f"SKERRY, March 4 -- {STORY}", 72)
    items = ["* one crossing each morning", "* none at night, whatever the weather may be, until",
             "further notice"]  # fmt: skip
    end = [
        "Contact:",
        "Mara Lindqvist",
        "press@skerry.example",
        "",
        "--",
        "Skerry Council",
        "Pier 1",
    ]
    lines = ["From the council", "", *story, "", "The plan:", *items, "* no bell", "", *end]
    assert split_paragraphs(lines) == [
        "From the council", f"SKERRY, March 4 -- {STORY}", "The plan:", items[0],
        f"{items[1]} {items[2]}", "* no bell", *filter(None, end),
    ]  # fmt: skip


def test_lines_quoted_in_mail_are_joined_without_their_marks() -> None:
    wrapped = textwrap.fill(f"{LONG} {SHORT}", 70, break_on_hyphens=False)
    quoted = "\n".join(f"> {line}" for line in wrapped.split("\n"))
    assert paragraphs(f"{quoted}\n>\n> {SHORT}\n")[0][1] == f"{LONG} {SHORT}"
    assert split_paragraphs(["> one", "two", "> three"]) == ["> one", "two", "> three"]


@pytest.mark.parametrize("seed", range(12))
def test_wrapped_paragraphs_come_back_whole_from_pages_of_any_length(seed: int) -> None:
    chance = random.Random(seed)
    words = list({"".join(chance.choices("abcdefgh", k=chance.randint(1, 9))) for _ in range(250)})
    count, width, rows = chance.randint(1, 3), chance.randint(50, 90), chance.randint(5, 15)
    texts = [f"A{' '.join(sorted(words)[at::count])} and so it ended." for at in range(count)]
    lines = "\n\n".join(textwrap.fill(text, width) for text in texts).split("\n")
    pages = [lines[at : at + rows] for at in range(0, len(lines), rows)]
    printed = "\f".join(
        "\n".join(["Skerry Herald, 4 March", "", *page, "", f"Page {number}"])
        for number, page in enumerate(pages, 1)
    )
    found = [text for _, text in paragraphs(printed)]
    assert [text for text in found if text in texts] == texts


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("a boat from the north", "ern quay", "a boat from the northern quay"),
        ("it drifted to the east", "erly mark", "it drifted to the easterly mark"),
        ("a wind from the north", "west came", "a wind from the north-west came"),
    ],
)
def test_a_word_is_joined_where_its_end_is_no_word(
    hyphen: str, above: str, below: str, joined: str
) -> None:
    words = BrokenWords([above + hyphen, below])
    assert words.join(above + hyphen, below).replace(hyphen, "-") == joined
