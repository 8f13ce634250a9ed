"""Names of files that say nothing to a person: hashes, numbers, identifiers."""

from __future__ import annotations

import re
from itertools import pairwise

_TOKEN = re.compile(r"[^\W_]+")
# Characters: of a hash in hexadecimal digits, and of any other identifier.
_SHORTEST_HASH = 6
_SHORTEST_WORDLESS_HASH = 12
_SHORTEST_JOINED_HASH = 32
_SHORTEST_IDENTIFIER = 8
# Changes between letters and digits inside one token.
_FEWEST_CHANGES = 3
_HEX_DIGITS = frozenset("0123456789abcdef")


def is_opaque_name(stem: str) -> bool:
    """Return whether the stem of a file name has no word in it: `000_11cd6da2f50c277f`, `2031-05`.

    A name without letters and digits is opaque too.
    """
    tokens = _TOKEN.findall(stem)
    joined = "".join(tokens)
    # The groups of a UUID, https://www.rfc-editor.org/rfc/rfc9562, are one number.
    is_long_number = len(joined) >= _SHORTEST_JOINED_HASH and _HEX_DIGITS.issuperset(joined.lower())
    return is_long_number or all(map(_is_opaque_token, tokens))


def _is_opaque_token(token: str) -> bool:
    if token.isdigit():
        return True
    has_digit = any(map(str.isdigit, token))
    if _HEX_DIGITS.issuperset(token.lower()):
        return len(token) >= (_SHORTEST_HASH if has_digit else _SHORTEST_WORDLESS_HASH)
    changes = sum(one.isdigit() != other.isdigit() for one, other in pairwise(token))
    return len(token) >= _SHORTEST_IDENTIFIER and changes >= _FEWEST_CHANGES
