"""Further copies of a story in its page, as for machines or for another width of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_regions import BODY_KINDS, is_told_at_length

# Fewer repeated paragraphs are a refrain or a pull quote.
_FEWEST_REPEATED = 3
# The share of the long paragraphs of a story that its copy repeats.
_LEAST_REPEATED_SHARE = 0.5


def mark_copies(pieces: Sequence[LocatedPiece]) -> list[LocatedPiece]:
    """Return the story with repetitions of it marked as boilerplate.

    A copy begins after the last new paragraph before the first repeated one. In and after it
    only long paragraphs that did not occur before are of the story.
    """
    first, repeated = _split_repeated(pieces)
    if len(set(repeated.values())) < max(_FEWEST_REPEATED, _LEAST_REPEATED_SHARE * len(first)):
        return list(pieces)
    begin = max((at for at in first if at < min(repeated)), default=-1) + 1
    return [
        piece._replace(kind="boilerplate")
        if at >= begin and at not in first and piece.kind in (*BODY_KINDS, "heading")
        else piece
        for at, piece in enumerate(pieces)
    ]


def _split_repeated(pieces: Sequence[LocatedPiece]) -> tuple[set[int], dict[int, str]]:
    """Return the numbers of new long paragraphs, and of repeated ones."""
    seen: set[str] = set()
    first: set[int] = set()
    repeated: dict[int, str] = {}
    for at, piece in enumerate(pieces):
        if piece.kind not in BODY_KINDS or not is_told_at_length(piece.text):
            continue
        if piece.text in seen:
            repeated[at] = piece.text
        else:
            seen.add(piece.text)
            first.add(at)
    return first, repeated
