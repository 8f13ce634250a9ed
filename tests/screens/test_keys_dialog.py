"""The list of keys and signs, searched."""

from __future__ import annotations

import pytest

from tests.screens.rest import rest


@pytest.mark.parametrize("opening", [(), ("m",)])
async def test_a_word_lists_the_keys_that_do_it(open_reader, opening):
    async with open_reader((80, 24)) as reader:
        for key in (*opening, "question_mark"):
            await reader.press(key)
            await rest(reader.pilot)
        await reader.press("/", *"report", "enter")
        await rest(reader.pilot)
        text = "\n".join(reader.text())
        assert "with “report”" in text
        assert "│    s  " in text
        assert "half a page" not in text.lower()
        await reader.press("escape")
        await rest(reader.pilot)
        assert "with “report”" not in "\n".join(reader.text())
        await reader.press("escape")
        await rest(reader.pilot)
        assert "Esc closes" not in "\n".join(reader.text())


async def test_words_that_no_key_has_are_named_as_such(open_reader):
    async with open_reader((40, 15)) as reader:
        await reader.press("question_mark", "/", *"zeppelin", "enter")
        await rest(reader.pilot)
        assert "No key and no sign has these" in "\n".join(reader.text())


async def test_the_keys_of_the_screen_behind_a_dialog_are_covered(open_reader):
    async with open_reader((120, 40)) as reader:
        assert "j k paragraph" in reader.text()[-1]
        await reader.press("question_mark")
        await rest(reader.pilot)
        assert "j k paragraph" not in reader.text()[-1]
        await reader.press("escape")
        await rest(reader.pilot)
        assert "j k paragraph" in reader.text()[-1]


@pytest.mark.parametrize(("key", "said"), [(">", "[2] [1] [3] [4] [5]"), ("z", "Only one article")])
async def test_what_a_key_of_the_panes_did_is_said_where_it_cannot_be_seen(open_reader, key, said):
    async with open_reader((40, 15)) as reader:
        await reader.press(key)
        await rest(reader.pilot)
        assert said in "\n".join(reader.text()[-2:])
