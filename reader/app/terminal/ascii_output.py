"""Output in ASCII, character for character, so that every column stays where it is."""

from __future__ import annotations

from unicodedata import category, east_asian_width, normalize

_PRINTED = "¶§≥≤“”„«»‘’‚‹›–—‐‑‒−…·‥•×↑↓←→▌▶═─━◇┃│║█▆▇▅▄▃▂▁▔▀░▒▓╭╮╰╯┌┐└┘├┤┬┴┼⚠✂⊙⟦⟧╸╺▎▍▊▋▏▕▪●○✓≈┄"
_SHOWN = "#S><\"\"\"\"\"'''''------...*x^v<>>>=--*#||######__-#.:#+++++++++++++!/@[]--||||||**ov~."
_SIGNS = dict(zip(_PRINTED, _SHOWN, strict=True)) | dict.fromkeys("\u00a0\u202f\u2009", " ")
_SIGNS |= {"▲": "^", "∼": "%", "✎": "n", "✗": "x", "†": "c"}
"""Characters, and what is shown for each."""


class _AsciiTable(dict[int, str]):
    """Maps a character to ASCII of as many cells; letters lose their accents."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code < 128:
            ascii_form = character
        elif character in _SIGNS:
            ascii_form = _SIGNS[character]
        else:
            ascii_form = _nearest(character)
        self[code] = ascii_form
        return ascii_form


def _nearest(character: str) -> str:
    """Return the letters under the accents, or a question mark for each cell."""
    if category(character) in {"Mn", "Me", "Cf"}:
        return ""
    cells = 2 if east_asian_width(character) in "WF" else 1
    plain = normalize("NFKD", character).encode("ascii", "ignore").decode()
    return (plain or "?" * cells)[:cells].ljust(cells, "?")


_TABLE = _AsciiTable()


def to_ascii(output: str) -> str:
    """Return output for a terminal that shows ASCII only; every character takes as many cells."""
    return output if output.isascii() else output.translate(_TABLE)
