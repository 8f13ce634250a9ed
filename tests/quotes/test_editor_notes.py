"""The notes of an editor in brackets."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes
from reader.quotes.editor_notes import is_editor_note, skip_editor_note


@pytest.mark.parametrize("note", ["(emphasis added)", "[laughs]", "(my italics)", "(our emphasis)"])
def test_a_note_behind_a_quotation_is_no_speaker(note: str) -> None:
    text = f"“The sea was calm that night” {note}, said Ada Quill."
    (quote,) = find_quotes(text)
    if quote.speaker is None:
        pytest.fail("no speaker")
    assert quote.speaker.name == "Ada Quill"


def test_other_words_in_brackets_are_no_note() -> None:
    assert not is_editor_note("the mayor")
    assert not is_editor_note("…")
    assert skip_editor_note("calm” (Leith)", 5) == 5
    assert skip_editor_note("calm” [sic]", 5) == 11
