"""Replaces escape characters in what is pasted, so that it is text and never keys.

Most terminals do that themselves. Where one does not, an escape inside a paste would turn
its neighbours into keys that were pressed.
"""

from __future__ import annotations

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a paste (bracketed paste, as in xterm)."""

PASTE_LIMIT = 1_000_000
"""Characters of one paste that are passed on; the rest is dropped."""


class PasteFilter:
    """Filters what the terminal sends, in pieces of any length."""

    def __init__(self) -> None:
        self._is_inside = False
        self._before = ""
        """The end of what was typed, which may be the beginning of `BEGIN`."""
        self._held = ""
        """The end of what was pasted, held back because it may be the beginning of `END`."""
        self._passed = 0
        """Characters of the present paste that were passed on."""

    def filter(self, text: str) -> str:
        """Return the next piece, filtered; the end of a paste may be held back for the next one."""
        pieces = []
        while text:
            piece, text = self._pasted(text) if self._is_inside else self._typed(text)
            pieces.append(piece)
        return "".join(pieces)

    def _typed(self, text: str) -> tuple[str, str]:
        joined = self._before + text
        at = joined.find(BEGIN)
        if at < 0:
            self._before = joined[1 - len(BEGIN) :]
            return text, ""
        # Nothing is held back outside a paste: an escape alone is the key of that name.
        cut = at + len(BEGIN) - len(self._before)
        self._is_inside, self._before, self._passed = True, "", 0
        return text[:cut], text[cut:]

    def _pasted(self, text: str) -> tuple[str, str]:
        joined = self._held + text
        at = joined.find(END)
        if at >= 0:
            self._is_inside, self._held = False, ""
            return self._replace_escapes(joined[:at]) + END, joined[at + len(END) :]
        held = next(n for n in range(len(END) - 1, -1, -1) if joined.endswith(END[:n]))
        self._held = joined[len(joined) - held :]
        return self._replace_escapes(joined[: len(joined) - held]), ""

    def _replace_escapes(self, text: str) -> str:
        text = text[: PASTE_LIMIT - self._passed]
        self._passed += len(text)
        return text.replace("\x1b", "\u241b")
