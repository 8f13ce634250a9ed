"""Locates the paragraphs of a story in its page.

The library joins paragraphs, cuts them at line breaks and at words marked as code, and moves
some of them. So a paragraph of the story is located by its letters, not by its exact words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reader.articles.furniture.prose import visual_width
from reader.sources.formats.page_blocks import PageBlock, compact
from reader.sources.formats.tag_stripping import PagePiece
from reader.text.quote_signs import CLOSING_SIGNS, STRAIGHT_SIGNS

# Letters by which a cut paragraph is located.
_KEY_LENGTH = 12
# Words in a row, or letters where no spaces part the words, and the share of such runs by
# which a text counts as contained in the story.
_RUN_LENGTH = 6
_CONTAINED_SHARE = 0.7
# Characters of paragraphs that may have been joined.
_SHORTEST_JOINED = 60
# Places at which a cut paragraph is searched.
_MOST_TRIES = 4
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_CLOSERS = f" )]{STRAIGHT_SIGNS}{CLOSING_SIGNS}"


class LocatedPiece(NamedTuple):
    """One paragraph of the story."""

    kind: str
    text: str
    position: int | None
    """The position of its paragraph in the page, None where it was not found."""


def locate_story(story: Sequence[PagePiece], blocks: Sequence[PageBlock]) -> list[LocatedPiece]:
    """Return the paragraphs of the story with their positions in the page.

    Words that occur several times in the page are located after the paragraph before them.
    """
    positions: dict[str, list[int]] = {}
    openings: dict[str, list[int]] = {}
    keys = [compact(block.text) for block in blocks]
    for position, key in enumerate(keys):
        positions.setdefault(key, []).append(position)
        if len(key) >= _KEY_LENGTH:
            openings.setdefault(key[:_KEY_LENGTH], []).append(position)
    taken: set[int] = set()
    located = []
    previous = _first_certain(story, positions)
    for kind, text in story:
        key = compact(text)
        found = positions.get(key) or openings.get(key[:_KEY_LENGTH], [])
        chosen = next(
            (
                position
                for position in _nearest(found, previous)
                if position not in taken
                and (key.startswith(keys[position]) or keys[position].startswith(key))
            ),
            None,
        )
        if chosen is not None:
            taken.add(chosen)
            previous = chosen
        located.append(LocatedPiece(kind, text, chosen))
    return located


def merge_pieces(
    pieces: Sequence[LocatedPiece], added: Sequence[LocatedPiece]
) -> list[LocatedPiece]:
    """Return all in the order of the page; what was not located stays after its predecessor."""
    keyed: list[tuple[int, int, LocatedPiece]] = []
    previous = -1
    for order, piece in enumerate(pieces):
        previous = piece.position if piece.position is not None else previous
        keyed.append((previous, order, piece))
    keyed.extend(
        (position_or_before(piece), len(pieces) + order, piece) for order, piece in enumerate(added)
    )
    return [piece for _, _, piece in sorted(keyed, key=lambda entry: entry[:2])]


def position_or_before(piece: LocatedPiece) -> int:
    """Return the position of a paragraph, -1 where it was not found in the page."""
    return -1 if piece.position is None else piece.position


def _first_certain(story: Sequence[PagePiece], positions: dict[str, list[int]]) -> int:
    """Return the first position of a paragraph that is once in the page."""
    certain = (positions.get(compact(text), ()) for _, text in story)
    return min((found[0] for found in certain if len(found) == 1), default=0)


def _nearest(found: list[int], previous: int) -> list[int]:
    """Return the next positions after a previous one, then the first ones."""
    after = bisect_left(found, previous)
    return [*found[after : after + _MOST_TRIES], *found[:_MOST_TRIES]]


class StatedWords:
    """The runs of words in a story, to find out whether a text is in it, however it is cut."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._keys = {compact(text) for text in texts}

    @cached_property
    def _runs(self) -> set[int]:
        """The runs of all texts; seldom needed where a page has each of them as a paragraph."""
        return {run for text in self._texts for run in _runs(text)}

    def __contains__(self, text: str) -> bool:
        if not self._keys:
            return False
        if compact(text) in self._keys:
            return True
        own = _runs(text)
        return sum(run in self._runs for run in own) > _CONTAINED_SHARE * len(own)

    def share(self, text: str) -> float:
        """Return the share of the words of a text that are in the story, 0..1."""
        own = _runs(text)
        return sum(run in self._runs for run in own) / max(len(own), 1)


def _runs(text: str) -> list[int]:
    """Return the hashes of its runs of words: of a page of 8 MB there are a million."""
    words: Sequence[str] = text.split()
    if visual_width(text) > 2 * len(text):
        words = compact(text)
    return [
        hash(" ".join(words[at : at + _RUN_LENGTH]))
        for at in range(max(len(words) - _RUN_LENGTH + 1, 1))
    ]


def join_cut_paragraphs(story: Sequence[PagePiece], blocks: Sequence[PageBlock]) -> list[PagePiece]:
    """Join the paragraphs that the library has cut at a word marked as code."""
    known = {text for _, text in story}
    index = _StoryIndex(story)
    joined: list[PagePiece] = []
    done = 0
    for block in blocks:
        if block.text in known or len(block.text) < _KEY_LENGTH:
            continue
        for begin, end in index.find(block.text, done):
            kinds = {kind for kind, _ in story[begin:end]}
            is_cut = any(not _ends_sentence(text) for _, text in story[begin : end - 1])
            if is_cut and kinds <= {"body", "item"}:
                joined.extend(story[done:begin])
                joined.append(("item" if kinds == {"item"} else "body", block.text))
                done = end
                break
    return [*joined, *story[done:]]


def split_joined_paragraphs(
    story: Sequence[PagePiece], blocks: Sequence[PageBlock]
) -> list[PagePiece]:
    """Part the paragraphs of the page that the library has joined to one.

    Lines of one element are left joined.
    """
    keys = [compact(block.text) for block in blocks]
    known = set(keys)
    openings: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        openings.setdefault(key[:_KEY_LENGTH], []).append(position)
    parted: list[PagePiece] = []
    for kind, text in story:
        whole = compact(text)
        if len(text) < _SHORTEST_JOINED or whole in known:
            parted.append((kind, text))
            continue
        starts = (
            position
            for length in range(1, _KEY_LENGTH + 1)
            for position in openings.get(whole[:length], [])[:_MOST_TRIES]
            if length == _KEY_LENGTH or len(keys[position]) == length
        )
        runs = (_run_from(start, whole, keys, blocks) for start in starts)
        run = next((run for run in runs if run), None)
        parted.extend((kind, blocks[at].text) for at in run) if run else parted.append((kind, text))
    return parted


def _run_from(
    start: int, whole: str, keys: Sequence[str], blocks: Sequence[PageBlock]
) -> list[int]:
    """Return the positions of paragraphs in a row that make up the letters, [] if none do."""
    run: list[int] = []
    offset = 0
    for position in range(start, len(keys)):
        key = keys[position]
        is_line = run and blocks[position].element == blocks[run[-1]].element
        if is_line or not whole.startswith(key, offset):
            return []
        if key:
            run.append(position)
        offset += len(key)
        if offset == len(whole):
            return run
    return []


class _StoryIndex:
    """The words of a story without spaces, to locate texts that span several paragraphs."""

    def __init__(self, story: Sequence[PagePiece]) -> None:
        pieces = [_without_spaces(text) for _, text in story]
        self._text = "".join(pieces)
        self._starts = list(accumulate(map(len, pieces), initial=0))
        self._position_at = {offset: position for position, offset in enumerate(self._starts)}
        # The paragraphs by their first letters.
        self._offsets: dict[str, list[int]] = {}
        for offset in self._starts[:-1]:
            key = self._text[offset : offset + _KEY_LENGTH]
            self._offsets.setdefault(key, []).append(offset)

    def find(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield the first and the next position of paragraphs that make up the text.

        Args:
            text: of a paragraph of the page.
            start: the position from which the story is searched.
        """
        whole = _without_spaces(text)
        offsets = self._offsets.get(whole[:_KEY_LENGTH], [])
        first = bisect_left(offsets, self._starts[start])
        for offset in offsets[first : first + _MOST_TRIES]:
            end = self._position_at.get(offset + len(whole))
            if end is not None and self._text.startswith(whole, offset):
                yield self._position_at[offset], end


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
