"""What the kinds of negations and modal verbs of a clause come to: denied or not, how sure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.values import Modality

_DENIALS = frozenset({"negation", "denial"})
_DOUBTS = frozenset(
    modality.value
    for modality in (Modality.POSSIBLE, Modality.LIKELY, Modality.UNLIKELY, Modality.REPORTED)
)
"""Markers of how sure something is. "Would" may be "will" retold, and what is planned in one
article may have happened before the other was written."""


def is_denied(kinds: Sequence[str]) -> bool:
    """Return whether the negations among markers leave one."""
    return sum(kind in _DENIALS for kind in kinds) % 2 == 1


def list_doubts(kinds: Sequence[str]) -> list[str]:
    """Return those kinds of markers that say how sure something is, in one order.

    A kind is in the result as often as among the markers.
    """
    return sorted(kind for kind in kinds if kind in _DOUBTS)
