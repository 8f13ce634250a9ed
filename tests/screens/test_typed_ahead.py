"""Keys that arrive in one burst, as over a slow line, do what they do one by one."""

from __future__ import annotations

import pytest
from textual import events

from tests.screens.rest import rest

NAMES = {
    "\r": "enter",
    "\x1b": "escape",
    "'": "apostrophe",
    "?": "question_mark",
    ":": "colon",
    "/": "slash",
    "+": "plus",
    ".": "full_stop",
    "\x13": "ctrl+s",
}
"""How Textual names the keys that are no letters."""


async def type_at_once(reader, keys: str) -> None:
    """Send every key before the program can handle the first."""
    for character in keys:
        printed = character if character.isprintable() else None
        reader.app.post_message(events.Key(NAMES.get(character, character), printed))
    for _ in range(4):
        await reader.pilot.pause()


@pytest.mark.parametrize("repetition", range(3))
async def test_a_number_typed_after_the_colon_is_gone_to(open_reader, repetition):
    async with open_reader() as reader:
        await type_at_once(reader, ":12\r")
        assert reader.number == 12


async def test_words_typed_after_the_slash_are_searched_for(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "/quiet\r")
        assert reader.screen.state.search.words == "quiet"
        assert reader.app.is_running


async def test_keys_after_the_prompt_are_commands_again(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, ":3\rj:7\rj")
        assert reader.number == 8


async def test_a_cancelled_prompt_leaves_the_next_keys_to_the_screen(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "g/qqq\x1bj")
        assert reader.number == 2
        assert reader.app.is_running


@pytest.mark.parametrize("opened", ["/qqq", ":12", "eA note."])
async def test_escape_and_a_letter_that_come_as_alt_close_what_is_typed_in(open_reader, opened):
    async with open_reader() as reader:
        await type_at_once(reader, f"g{opened}")
        reader.app.post_message(events.Key("alt+j", "j"))
        for _ in range(6):
            await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        assert reader.number == 2
        assert reader.app.is_running


async def test_the_key_of_a_lens_is_no_command(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "vq")
        await reader.pilot.pause()
        assert reader.app.is_running
        assert len(reader.app.screen_stack) == 1


@pytest.mark.parametrize("typed", ["'q", "'z", "vx", "v9"])
async def test_what_is_no_answer_runs_no_command(open_reader, typed):
    async with open_reader() as reader:
        before = reader.screen.state.layout
        await type_at_once(reader, typed)
        await reader.pilot.pause()
        assert reader.app.is_running
        assert len(reader.app.screen_stack) == 1
        assert reader.screen.state.layout == before
        assert "There is no" in reader.text()[-1]


async def test_the_number_after_the_apostrophe_chooses_the_article(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "'3j")
        assert reader.reading[0] == 3


async def test_what_is_typed_after_plus_goes_into_the_dialog(open_reader, tmp_path):
    async with open_reader() as reader:
        await type_at_once(reader, "+qqq")
        assert reader.app.is_running
        assert "qqq" in "\n".join(reader.text())


async def test_a_dialog_closed_at_once_leaves_the_next_keys_to_the_screen(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "g?\x1bj+abc\x1bj")
        assert reader.number == 3
        assert len(reader.app.screen_stack) == 1


async def test_keys_for_the_choice_of_colours_choose(open_reader):
    async with open_reader() as reader:
        before = reader.app.theme
        await type_at_once(reader, "gtj\rj")
        assert reader.app.theme != before
        assert reader.number == 2


async def test_a_burst_of_moves_is_passed_on_without_waiting(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, "g" + "j" * 6 + "k" * 2)
        assert reader.number == 5


@pytest.mark.parametrize("keys", [b":12\r", b"/the\rn", b"va", b"'3", b"+\x1bj", b"?\x1bQ"])
def test_the_real_program_takes_a_burst_and_quits_by_the_last_key(start_program, keys):
    terminal = start_program()
    assert terminal.read_until(b"\x1b[?1049h", 20)
    assert terminal.read_until("¶".encode(), 20)
    terminal.write(keys)
    terminal.write(b"\x11")
    assert terminal.wait(20) == 0
    assert b"Traceback" not in terminal.written


async def test_enter_that_the_shell_took_for_a_line_end_is_enter(open_reader):
    async with open_reader() as reader:
        for key, character in (("colon", ":"), ("7", "7"), ("ctrl+j", None)):
            reader.app.post_message(events.Key(key, character))
        for _ in range(4):
            await reader.pilot.pause()
        assert reader.number == 7


async def test_a_place_in_another_article_can_be_typed(open_reader):
    async with open_reader() as reader:
        await type_at_once(reader, ":2:6\r")
        assert reader.reading == (2, 6)
        await type_at_once(reader, ":9:1\r")
        assert "There is no article 9: 5 are open." in reader.text()[-1]


@pytest.mark.parametrize("edit", ["ctrl+u", "backspace"])
async def test_keys_that_edit_a_line_do_so_in_their_order(open_reader, edit):
    async with open_reader() as reader:
        for key in ("s", "q", edit, *"xyz"):
            reader.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await reader.pilot.pause()
        assert reader.app.focused.value == "xyz"


async def type_and_rest(reader, keys: str) -> None:
    """Send every key at once, and wait until what the last one starts is done."""
    await type_at_once(reader, keys)
    for _ in range(400):
        await reader.pilot.pause(0.01)
        if len(reader.app.screen_stack) == 1:
            break
    await rest(reader.pilot)
    await reader.pilot.pause()


@pytest.mark.parametrize("repetition", range(2))
async def test_keys_after_the_name_of_a_report_are_for_the_screen(
    open_reader, tmp_path, monkeypatch, repetition
):
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await type_and_rest(reader, "gsx.md\rj:3\rj")
        assert reader.number == 4
        assert len(reader.app.screen_stack) == 1
    assert [path.name for path in tmp_path.glob("*.md")] == ["x.md"]


async def test_one_report_can_be_saved_after_the_other(open_reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await type_at_once(reader, "sx.txt\rsy.txt\r")
        for _ in range(400):
            await reader.pilot.pause(0.01)
            if (tmp_path / "y.txt").exists() and len(reader.app.screen_stack) == 1:
                break
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["x.txt", "y.txt"]


async def test_keys_after_a_refused_name_are_dropped_with_a_word(
    open_reader, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await type_at_once(reader, "gsnowhere/x.md\rjq")
        for _ in range(400):
            await reader.pilot.pause(0.01)
            if "dropped" in "\n".join(reader.text()):
                break
        assert "dropped" in "\n".join(reader.text())
        assert reader.app.focused.value == "nowhere/x.md"
        await reader.press("2")
        assert reader.app.focused.value == "nowhere/x.md2"


async def test_escape_after_the_name_stops_and_drops_the_keys_before_it(
    open_reader, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await type_at_once(reader, "gsx.md\rjjj\x1b\x1bj")
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        assert reader.number == 2


async def test_keys_after_an_added_article_are_for_the_screen(open_reader, tmp_path):
    added = tmp_path / "one.txt"
    added.write_text("Bakers\n\n" + "\n\n".join(f"The oven is hot {n}." for n in range(9)))
    async with open_reader() as reader:
        count = len(reader.screen.state.articles)
        await type_and_rest(reader, f"+{added}\r:4\rj")
        assert len(reader.screen.state.articles) == count + 1
        assert reader.number == 5


async def test_keys_after_the_name_of_a_dossier_are_for_the_screen(
    open_reader, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await type_and_rest(reader, "g\x13x.dossier\r:3\rj")
        assert reader.number == 4
    assert (tmp_path / "x.dossier").exists()
