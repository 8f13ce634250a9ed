"""Escapes words of articles in Markdown, so that no program reads them as markup."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
"""Characters that some Markdown programs read as markup anywhere in a line."""
_LINE_START = re.compile(r"^([-+:!=])|^(\d+)([.)])")
"""The beginning of a list, of an underline, or of a mark of some dialects."""
_ADDRESS_START = re.compile(r"(?i)\b(https?|ftp):(?=//)|\b(www)\.")
"""The beginning of an address that some Markdown programs turn into a link by themselves."""


def escape_markdown(text: str) -> str:
    """Return words in one line, escaped for any place in a Markdown file."""
    line = escape_inline(text).strip()
    return _LINE_START.sub(lambda at: f"{at[2] or ''}\\{at[1] or at[3]}", line)


def escape_inline(text: str) -> str:
    """Return words as `escape_markdown` does, for places other than the start of a line."""
    line = _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text))
    return _ADDRESS_START.sub(lambda at: f"{at[0][:-1]}\\{at[0][-1]}", line)
