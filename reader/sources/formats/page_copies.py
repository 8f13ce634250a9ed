"""Further copies of a story in its page, as for machines or for another width of the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import compact
from reader.sources.formats.page_regions import BODY_KINDS, is_prose, is_told_at_length

# Fewer repeated paragraphs are a refrain or a pull quote, unless they are the whole story again.
_FEWEST_REPEATED = 3
# The share of the long paragraphs of a story that its copy repeats.
_LEAST_REPEATED_SHARE = 0.5
# The share of its characters that a copy of a whole story has, at least and at most.
_WHOLE_SHARE = (0.9, 1.1)
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s*(?=\S)")


def mark_copies(pieces: Sequence[LocatedPiece]) -> list[LocatedPiece]:
    """Return the story with repetitions of it marked as boilerplate.

    A copy begins after the last new paragraph before the first repeated one, and may be cut into
    other paragraphs. In and after it only long paragraphs that did not occur before are of the
    story.
    """
    first, repeated = _split_repeated(pieces)
    if not repeated:
        return list(pieces)
    begin = max((at for at in first if at < min(repeated)), default=-1) + 1
    if not _is_copy(pieces, first, repeated, begin):
        return list(pieces)
    return [
        piece._replace(kind="boilerplate")
        if at >= begin and at not in first and piece.kind in (*BODY_KINDS, "heading")
        else piece
        for at, piece in enumerate(pieces)
    ]


def _is_copy(
    pieces: Sequence[LocatedPiece], first: set[int], repeated: set[int], begin: int
) -> bool:
    """Return whether the repeated paragraphs are a copy of the story before them."""
    texts = {pieces[at].text for at in repeated}
    whole = sum(len(piece.text) for piece in pieces[:begin] if piece.kind in BODY_KINDS)
    again = sum(map(len, texts))
    least, most = _WHOLE_SHARE
    is_part = len(texts) >= max(_FEWEST_REPEATED, _LEAST_REPEATED_SHARE * len(first))
    return again <= most * whole and (is_part or again >= least * whole)


def _split_repeated(pieces: Sequence[LocatedPiece]) -> tuple[set[int], set[int]]:
    """Return the numbers of new paragraphs, and of those all of whose sentences occurred before.

    In a story of few long paragraphs the short ones count, too.
    """
    long = sum(is_told_at_length(piece.text) for piece in pieces)
    is_told = is_told_at_length if long >= _FEWEST_REPEATED else is_prose
    known: set[str] = set()
    first: set[int] = set()
    repeated: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.kind not in BODY_KINDS or not is_prose(piece.text):
            continue
        sentences = set(map(compact, _SENTENCE_END.split(piece.text)))
        if is_told(piece.text):
            (repeated if sentences <= known else first).add(at)
        known |= sentences
    return first, repeated
