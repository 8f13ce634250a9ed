"""Reading by typed commands: every answer is a few plain lines."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import compare
from reader.app.key_table import KEY_TABLE
from reader.app.row_screens.screen_keys import WHOLE_STORY_KEYS
from reader.articles import Article, Place
from reader.cli.linear_lists import LinearLists
from reader.cli.linear_places import remembered_places
from reader.cli.linear_reader import LinearReader
from reader.notebook import Notebook
from reader.notebook.exchange import parse_document
from reader.reports.difference_report import explain_nothing
from tests.story.worded_versions import FIRST, SECOND, make_version

QUOTE = "“We lost twelve boats and nobody rang us before the storm,” said Ada Holm."


@pytest.fixture
def articles(make_article) -> list[Article]:
    made = [
        make_article(
            "herald",
            "Menu",
            "The storm of Friday night sank twelve boats in the harbour of Ventspils.",
            QUOTE,
            "The ferry to Gotland was cancelled for two days, the harbour master said.",
            furniture=(1,),
        ),
        make_article(
            "courier",
            "On Friday night a storm sank twelve boats in the harbour of Ventspils.",
            "“We lost twelve boats and nobody rang us,” Ada Holm told reporters.",
            "A museum of clocks and of old maps opens in Riga.",
        ),
    ]
    return [replace(article, language="en") for article in made]


@pytest.fixture
def notebook(tmp_path) -> Notebook:
    return Notebook(tmp_path / "notes.db")


@pytest.fixture
def reader(articles, notebook) -> LinearReader:
    return LinearReader(compare(articles), notebook)


def answers(reader: LinearReader, *typed: str) -> str:
    """The lines that the last command is answered with."""
    lines: list[str] = []
    for command in typed:
        lines = list(reader.answer(command))
    assert all("\n" not in line for line in lines)
    return "\n".join(lines)


def test_it_begins_with_the_articles_help_and_the_first_paragraph(reader) -> None:
    lines = list(reader.begin())
    assert lines[0].startswith("2 articles, ")
    assert "[1] herald" in lines[1]
    assert any("? for all commands" in line for line in lines)
    assert "The storm of Friday night" in lines[-2]
    assert lines[-1] == "Also in: [2] same."


def test_reading_on_and_back_leaves_furniture_out(reader) -> None:
    assert QUOTE in answers(reader, "j")
    assert QUOTE in answers(reader, "j", "previous")
    assert "storm of Friday" in answers(reader, "k")
    assert answers(reader, "k") == "The first paragraph."
    assert "The last paragraph." in answers(reader, "G", "")


def test_links_and_what_is_only_here_are_walked(reader) -> None:
    assert QUOTE in answers(reader, "]")
    assert "Only here" in answers(reader, "}")
    end = "No paragraph further on that is surely only here; 1 in other articles."
    assert answers(reader, "}") == end
    assert QUOTE in answers(reader, "[")


def test_the_matches_are_read_and_explained(reader) -> None:
    answers(reader, "j")
    assert "nobody rang us,” Ada Holm told reporters" in answers(reader, "matches")
    why = answers(reader, "w")
    assert "[2] ¶2 same, " in why
    assert "in a row" in why or "quot" in why


def test_a_number_leads_to_the_match_in_that_article_and_back(reader) -> None:
    answers(reader, "j")
    assert answers(reader, "2").startswith("[2] courier, paragraph 2")
    assert QUOTE in answers(reader, "back")
    assert "Nowhere" in answers(reader, "back")
    assert "There is no article 7." in answers(reader, "7")
    assert answers(reader, "o").startswith("[2] courier, paragraph 2")


def test_a_paragraph_is_gone_to_by_number(reader) -> None:
    assert "paragraph 4 of 4" in answers(reader, ":4")
    assert "[2] courier, paragraph 3" in answers(reader, ":2:3")
    assert "[1] " in answers(reader, "1:2")
    assert "[2] courier, paragraph 3" in answers(reader, "2:3")
    assert "Paragraph 14 is :14." in answers(reader, "14")
    assert "There is no paragraph 2:30." in answers(reader, ":2:30")
    assert "Which paragraph?" in answers(reader, ":")


def test_every_screen_of_a_whole_comparison_is_a_command() -> None:
    lists = LinearLists(compare([]))
    names = {name for command in lists.commands() for name in command.names}
    screens = (*WHOLE_STORY_KEYS, "differences", "all-quotes")
    assert {KEY_TABLE[screen].keys.split(",")[0] for screen in screens} <= names


def test_what_each_article_begins_with_is_told(reader) -> None:
    lines = answers(reader, "H").split("\n")
    assert lines[0] == "[1] herald"
    assert lines[1] == "No headline is known."
    assert lines[2].startswith("First paragraph, ¶2: The storm of Friday night")
    assert lines[3].endswith("in paragraph 1 of the story in [2]")
    assert answers(reader, "headlines") == "\n".join(lines)


def test_the_versions_of_a_quote_are_told(reader) -> None:
    assert "No quote of this paragraph" in answers(reader, "c")
    quote = answers(reader, "j", "c")
    assert "before the storm" in quote
    assert "Ada Holm" in quote
    assert "[2] ¶2: direct" in quote
    assert answers(reader, "Q") == quote


def test_passages_are_compared_word_by_word(reader) -> None:
    lines = answers(reader, "j", "W").split("\n")
    assert lines[0].startswith("[1] ¶3 and [2] ¶2, same ")
    assert lines[2] == (
        "“We lost twelve boats and nobody rang us [-before the storm,” said-] Ada Holm."
    )
    assert lines[3].startswith("[2] ¶2 courier")
    assert lines[4] == "“We lost twelve boats and nobody rang us,” Ada Holm [+told reporters+]."
    assert answers(reader, "words 2").split("\n") == lines
    assert answers(reader, "W 1") == "There is no match to compare with."
    assert answers(reader, "W x") == "There is no match to compare with."
    assert answers(reader, "G", "W") == "There is no match to compare with."


def test_a_number_chooses_the_article_whose_words_are_compared(make_article) -> None:
    told = "On Friday night a storm sank {} boats in the harbour of Ventspils."
    counts = ("twelve", "twelve", "fourteen")
    articles = [make_article(f"a{n}", told.format(word)) for n, word in enumerate(counts, 1)]
    reader = LinearReader(compare(articles))
    assert "[-" not in answers(reader, "W 2").split("\n")[2]
    assert "sank [-twelve-] boats" in answers(reader, "W 3")
    assert "sank [+fourteen+] boats" in answers(reader, "W 3")


def test_the_differences_are_listed_facts_first(make_article) -> None:
    told = "On Friday night a storm sank {} boats in the harbour of Ventspils."
    coverage = compare(
        [make_article("herald", told.format(12)), make_article("courier", told.format(14))]
    )
    listed = answers(LinearReader(coverage), "D")
    assert listed.startswith("1 difference: 1 of facts, 0 of wording.")
    assert "[1] ¶1 herald: On Friday night a storm sank [12] boats" in listed
    assert "[2] ¶1 courier: On Friday night a storm sank [14] boats" in listed
    assert answers(LinearReader(coverage), "differences") == listed


def test_without_differences_it_says_so(make_article) -> None:
    articles = [make_article("herald", "A storm came."), make_article("courier", "A clock fell.")]
    assert answers(LinearReader(compare(articles)), "D") == explain_nothing(articles)


def test_lists_of_all_articles_are_lines_without_tabs(reader) -> None:
    matrix = answers(reader, "m")
    assert "[1] herald: reports" in matrix
    assert "; " in matrix
    assert answers(reader, "matrix") == matrix
    assert "each once, in its fullest version" in answers(reader, "C")
    assert "Ada Holm" in answers(reader, "P")
    for name in ("m", "C", "P", "copy"):
        lines = list(reader.answer(name))
        assert lines
        assert all(line.strip() and "\t" not in line for line in lines)


def test_a_note_is_written_read_with_its_paragraph_listed_and_taken_back(reader) -> None:
    assert answers(reader, "e") == "Note on [1] ¶2: none; e and words writes one"
    assert answers(reader, "e Ask the harbour  master") == (
        "Note on [1] ¶2 saved. U takes it back."
    )
    assert "Note: Ask the harbour master" in answers(reader, "here").split("\n")
    assert answers(reader, "E") == "[1] ¶2: Ask the harbour master"
    assert answers(reader, "note Asked") == (
        "Note on [1] ¶2 so far: Ask the harbour master\n"
        "Added to it: Asked. U takes that back; _ removes the whole note."
    )
    assert answers(reader, "notes") == "[1] ¶2: Ask the harbour master Asked"
    assert "taken back" in answers(reader, "U")
    assert answers(reader, "E") == "[1] ¶2: Ask the harbour master"
    assert "removed" in answers(reader, "_")
    assert "no notes" in answers(reader, "E")
    assert "There is no note" in answers(reader, "remove")
    answers(reader, "U")
    assert answers(reader, "E") == "[1] ¶2: Ask the harbour master"


def test_a_command_with_words_it_does_not_take_is_not_carried_out(reader) -> None:
    for typed in ("quit now", "q !", "j 3", "_ this", "U 2", "m 4", "G x"):
        name = typed.split()[0]
        answer = answers(reader, typed)
        assert (
            answer == f"{name} takes no words after it, and was not carried out. Type {name} alone."
        )
    assert not reader.is_finished
    assert reader.place == Place(0, 1)
    assert answers(reader, "mathc") == "There is no command mathc. match is one. ? lists all."


def test_a_note_is_there_in_the_next_reading(articles, reader, notebook) -> None:
    answers(reader, "j", "e Call her")
    again = LinearReader(compare(articles[::-1]), notebook)
    assert answers(again, "E") == "[2] ¶3: Call her"


def test_a_notebook_that_cannot_be_used_is_said_and_reading_goes_on(
    articles, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = tmp_path / "notes.db"
    path.mkdir()
    reader = LinearReader(compare(articles), Notebook(path))
    assert not reader.has_unsaved_notes
    for command in ("e x", "e", "E", "_"):
        answer = answers(reader, command)
        assert "notes.db" in answer
    assert reader.has_unsaved_notes
    assert answers(reader, "U") == "No change of notes to take back."
    assert QUOTE in answers(reader, "j")


def test_words_are_searched_without_case(reader) -> None:
    assert "1 hit." in answers(reader, "/GOTLAND")
    assert reader.place.paragraph == 3
    assert "Hit 1 of 1." in answers(reader, "n")
    assert "0 hits." in answers(reader, "search nothing like it")
    assert "Nothing was found" in answers(reader, "n")


def test_the_threshold_moves_within_its_bounds(reader) -> None:
    assert "Links from 0.35" in answers(reader, ")")
    assert "Links from 0.05" in answers(reader, *["("] * 30)
    assert "Links from 0.95" in answers(reader, *[")"] * 30)


def test_help_lists_what_can_be_typed_and_q_leaves(reader) -> None:
    text = answers(reader, "?")
    assert "}, only: the next paragraph that is only here." in text
    assert "There is no command xyzzy. ? lists all." in answers(reader, "xyzzy")
    assert answers(reader, "Articles") == answers(reader, "articles")
    assert answers(reader, "W") != answers(reader, "w")
    assert not reader.is_finished
    assert answers(reader, "q") == ""
    assert reader.is_finished


@given(st.lists(st.text(max_size=12), max_size=6))
def test_nothing_that_is_typed_does_harm(typed) -> None:
    reader = _read_two()
    for command in typed:
        for line in reader.answer(command):
            assert not {unicodedata.category(sign) for sign in line} & {"Cc", "Zl", "Zp"}
    assert reader.place.article < 2


def _read_two() -> LinearReader:
    from reader import article_from_text

    texts = ("The ferry sank.\n\n“Nobody knew,” she said.", "A ferry sank at night.\n\nMore.")
    coverage = compare([article_from_text(text, name="x") for text in texts])
    return LinearReader(coverage, Notebook(Path(mkdtemp()) / "notes.db"))


def test_versions_of_one_text_are_named_at_the_beginning_and_listed() -> None:
    early = make_version(FIRST, published="4 May 2031")
    late = make_version(SECOND, published="4 May 2031", updated="5 May 2031")
    reader = LinearReader(compare([late, early]))
    named = [line for line in reader.begin() if "are versions of one text" in line]
    assert len(named) == 1
    assert named[0].startswith("[2] [1] are versions of one text")
    assert named[0].endswith("Type V for what changed.")
    listed = list(reader.answer("V"))
    assert listed == list(reader.answer("versions"))
    assert any("[-12-]{+21+}" in line for line in listed)


def test_a_note_that_the_notebook_does_not_take_is_saved_elsewhere(
    articles, tmp_path, monkeypatch
) -> None:
    (tmp_path / "notes.db").mkdir()
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    reader = LinearReader(compare(articles), Notebook(tmp_path / "notes.db"))
    answer = answers(reader, "note Ask the harbour master.")
    (saved,) = folder.iterdir()
    assert saved.name in answer
    (entry,) = parse_document(saved.read_bytes()).entries
    assert entry.text == "Ask the harbour master."


def test_reading_begins_where_it_was_left(articles, notebook):
    reader = LinearReader(compare(articles), notebook)
    answers(reader, ":1:3", ":2:2")
    places = dict(reader.list_places())

    again = LinearReader(compare(articles[::-1]), notebook)
    again.begin_at_places(places)

    assert again.place == Place(0, 1)
    assert "[2] herald, paragraph 3 of 4." in answers(again, ":2:3")


def test_a_place_of_another_text_is_left_alone(articles, notebook):
    reader = LinearReader(compare(articles), notebook)

    reader.begin_at_places({"another": 3})

    assert reader.place == Place(0, 1)


@pytest.mark.parametrize(("typed", "begins_at"), [(True, 3), (False, 2)])
def test_places_are_remembered_where_commands_are_typed(
    articles, notebook, monkeypatch, tmp_path, typed, begins_at
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: typed))
    reader = LinearReader(compare(articles), notebook)
    with remembered_places(reader):
        answers(reader, ":1:3")

    again = LinearReader(compare(articles), notebook)
    with remembered_places(again):
        assert again.place == Place(0, begins_at - 1)


def test_the_story_is_told_in_words_without_signs(reader) -> None:
    story = answers(reader, "story")
    assert "also in [2]" in story
    assert not set("┄◇░▲⟦⟧·") & set(story)


@pytest.mark.parametrize("key", ["v", "s", "y", "Y", "+", "Del", "A", "r", "theme", "x", "a", "f"])
def test_a_key_of_the_screen_is_answered_with_what_to_do(reader, key: str) -> None:
    answer = answers(reader, key)
    assert "on the screen" in answer or "of the screen" in answer
    assert "On the screen only: lenses" in answers(reader, "?")
