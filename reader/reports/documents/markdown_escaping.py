"""Words of articles in Markdown: nothing in them is read as markup, wherever the file is shown."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
"""Characters that some reader of Markdown takes for markup, wherever they stand."""
_LINE_START = re.compile(r"^([-+:!=])|^(\d+)([.)])")
"""What begins a list, an underline, or a mark of some dialects."""
_ADDRESS_START = re.compile(r"(?i)\b(https?|ftp):(?=//)|\b(www)\.")
"""Where an address begins of which some readers of Markdown make a link without being asked."""


def escape_markdown(text: str) -> str:
    """Return words in one line so that Markdown shows them as they are, wherever they stand."""
    line = escape_inline(text).strip()
    return _LINE_START.sub(lambda at: f"{at[2] or ''}\\{at[1] or at[3]}", line)


def escape_inline(text: str) -> str:
    """Return words as `escape_markdown` does, but not those that begin a line."""
    line = _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))
    return _ADDRESS_START.sub(lambda at: f"{at[0][:-1]}\\{at[0][-1]}", line)
