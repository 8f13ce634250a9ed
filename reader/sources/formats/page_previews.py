"""Pages that have only the beginning of their story, because the rest is for subscribers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.articles.furniture.line_text import straighten
from reader.articles.furniture.prose import count_words, is_cut_off
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageTree
from reader.sources.formats.page_regions import BODY_KINDS, is_prose
from reader.text.word_lists import WordLists

# Words of a story that a box for subscribers below it says little about: it may be all of it.
_SHORT_STORY = 150
# The share of the words that the page states for its story by which it is found, and the least
# statement: that of a brief may count other things.
_LEAST_FOUND_SHARE = 0.5
_FEWEST_STATED_WORDS = 150
# Some state the number of letters as that of words.
_LETTERS_OF_WORD = 4
# Paragraphs below the story among which a box for subscribers is searched.
_BOX_REACH = 8
_LONGEST_LINE = 300
_OWN_KINDS = (*BODY_KINDS, "standfirst", "heading")
_PHRASES = WordLists(__file__, "page_previews")
_PREVIEW = "the page may have only the beginning of its story; the rest is for subscribers"
_FEWER_WORDS = "the page says that its story has {:,} words; {:,} were found"


class Extent(NamedTuple):
    """What a page states of the length of its story, and of who may read it."""

    words: int = 0
    """The number of its words, 0 where it is not stated."""
    is_for_all: bool = True


def read_extent(article: Mapping[str, object]) -> Extent:
    """Return what the object of an article in JSON-LD states of its extent."""
    count = str(article.get("wordCount") or "").strip()
    is_for_all = str(article.get("isAccessibleForFree", "true")).strip().lower() != "false"
    return Extent(int(count) if count.isdecimal() and len(count) < 7 else 0, is_for_all)


def preview_note(pieces: Sequence[LocatedPiece], tree: PageTree, extent: Extent) -> str | None:
    """Return the note on a story of which the page has only a part, None without a sign of that.

    The page states far more words than were found; or the story is short or cut off, and the
    page says that it is for subscribers, in its data or in a line below it.

    Args:
        pieces: the story.
        tree: the page.
        extent: what the page states of its story.
    """
    own = [
        piece
        for piece in pieces
        if piece.kind in _OWN_KINDS and not _is_for_subscribers(piece.text)
    ]
    found = sum(count_words(piece.text) for piece in own)
    is_short = found < _SHORT_STORY or (bool(own) and is_cut_off(own[-1].text))
    if extent.words >= _FEWEST_STATED_WORDS and found < _LEAST_FOUND_SHARE * extent.words:
        is_of_words = extent.words < _LETTERS_OF_WORD * found
        if is_of_words or is_short or not extent.is_for_all:
            return _FEWER_WORDS.format(extent.words, found)
    if not is_short or not any(is_prose(piece.text) for piece in own):
        return None
    is_for_subscribers = not extent.is_for_all or _has_box_below(own, tree)
    return _PREVIEW if is_for_subscribers else None


def _has_box_below(own: Sequence[LocatedPiece], tree: PageTree) -> bool:
    """Return whether a line of the page right below the story asks to subscribe to read on."""
    last = max((piece.position for piece in own if piece.position is not None), default=None)
    if last is None:
        return False
    return any(
        not block.is_hidden and _is_for_subscribers(block.text)
        for block in tree.blocks[last + 1 : last + 1 + _BOX_REACH]
    )


def _is_for_subscribers(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    line = straighten(text)
    return any(phrase in line for phrase in _PHRASES.lines["box"])
