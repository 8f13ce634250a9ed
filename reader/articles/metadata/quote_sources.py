"""Lines below a quotation that say whose it is, which are no bylines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.bylines import is_signed

_DASHES = ("—", "–", "―", "-", "~")
_OPENING_MARKS = ("“", '"', "„", "«", "»", "‘", "「", "『", "›", "‹", "‚", "'")
_CLOSING_MARKS = ("”", '"', "“", "»", "«", "’", "」", "』", "‹", "›", "‘", "'")
# Characters.
_LONGEST_SOURCE = 160


def find_quote_sources(texts: Sequence[str], roles: Sequence[PageRole]) -> frozenset[int]:
    """Return the positions of lines that name the source of the quotation above them.

    `— Ned Ross, Harbour College, 15 April 2029` below a quotation or inside the story. A line
    that begins with the word for "by" is none, and neither is the name of an agency.
    """
    return frozenset(
        position
        for position in range(1, len(texts))
        if roles[position] is not PageRole.TITLE and _is_source(texts, roles, position)
    )


def is_below_quotation(texts: Sequence[str], position: int) -> bool:
    """Return whether a line with a dash in front is below a paragraph that is a quotation."""
    above = texts[position - 1] if position else ""
    return texts[position].strip().startswith(_DASHES) and _is_quotation(above)


def _is_source(texts: Sequence[str], roles: Sequence[PageRole], position: int) -> bool:
    text = texts[position].strip()
    has_dash = text.startswith(_DASHES)
    if len(text) > _LONGEST_SOURCE or (roles[position] is PageRole.BODY and not has_dash):
        return False
    below_story = has_dash and roles[position - 1] is PageRole.BODY
    if not below_story and not _is_quotation(texts[position - 1]):
        return False
    return not is_signed(text) and not find_agency(text.strip("—–―- ()"))


def _is_quotation(text: str) -> bool:
    """Return whether a paragraph is a quotation from its first to its last character."""
    text = text.strip()
    return text.startswith(_OPENING_MARKS) and text.rstrip(".,").endswith(_CLOSING_MARKS)
