"""What is pasted holds no escape characters, so that it is text and never keys.

Most terminals see to that themselves. Where one does not, an escape inside a paste would
have its neighbours taken for keys that were pressed.
"""

from __future__ import annotations

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a paste (bracketed paste, as in xterm)."""

MOST_PASTED = 1_000_000
"""Characters of one paste that are taken; what goes beyond is dropped."""


class PasteFilter:
    """Goes over what the terminal sends, in pieces of any length, and replaces those escapes."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        self._held = ""
        self._taken = 0

    def filter(self, text: str) -> str:
        """The next piece as it may be read on; the end of a paste may be held back for the next."""
        passed = []
        while text:
            piece, text = self._pasted(text) if self._inside else self._typed(text)
            passed.append(piece)
        return "".join(passed)

    def _typed(self, text: str) -> tuple[str, str]:
        joined = self._before + text
        at = joined.find(BEGIN)
        if at < 0:
            self._before = joined[1 - len(BEGIN) :]
            return text, ""
        # Nothing is held back here: an escape alone is the key of that name.
        cut = at + len(BEGIN) - len(self._before)
        self._inside, self._before, self._taken = True, "", 0
        return text[:cut], text[cut:]

    def _pasted(self, text: str) -> tuple[str, str]:
        joined = self._held + text
        at = joined.find(END)
        if at >= 0:
            self._inside, self._held = False, ""
            return self._harmless(joined[:at]) + END, joined[at + len(END) :]
        held = next(n for n in range(len(END) - 1, -1, -1) if joined.endswith(END[:n]))
        self._held = joined[len(joined) - held :]
        return self._harmless(joined[: len(joined) - held]), ""

    def _harmless(self, text: str) -> str:
        text = text[: MOST_PASTED - self._taken]
        self._taken += len(text)
        return text.replace("\x1b", "\u241b")
