from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.terminal.ascii_output import to_ascii
from reader.app.themes.signs import UNICODE


def test_signs_and_typography_have_their_like() -> None:
    assert to_ascii("¶3 “Face-to-face” – Öztürk’s …") == '#3 "Face-to-face" - Ozturk\'s .'
    assert to_ascii("links ≥ .30 │ ─ ═") == "links > .30 | - ="
    assert to_ascii("会談は") == "??????"
    signs = [sign for sign in UNICODE if isinstance(sign, str)]
    assert [sign for sign in signs if "?" in to_ascii(sign)] == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20))
def test_every_character_takes_as_many_cells(text: str) -> None:
    shown = [to_ascii(character) for character in text]
    assert "".join(shown).isascii()
    wider = [c for c, plain in zip(text, shown, strict=True) if len(plain) > max(1, cell_len(c))]
    assert wider == []


def test_sequences_are_left_alone() -> None:
    assert (
        to_ascii("\x1b[1;31m│\x1b[0m\x1b]52;c;QQ==\x07") == "\x1b[1;31m|\x1b[0m\x1b]52;c;QQ==\x07"
    )
