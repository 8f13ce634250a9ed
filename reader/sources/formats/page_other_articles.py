"""Further articles in the page of a story: not part of it, and named in a note."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.furniture.prose import count_words
from reader.sources.formats.page_alignment import LocatedPiece
from reader.sources.formats.page_blocks import PageTree
from reader.sources.formats.page_regions import (
    BODY_KINDS,
    is_link,
    is_told,
    is_told_at_length,
)

# The least text of an article; a card has a blurb.
_FEWEST_PARAGRAPHS = 2
_FEWEST_WORDS = 40
_MOST_NAMED = 3
# Characters of a headline in the note.
_LONGEST_HEADLINE = 80


def other_articles_note(pieces: Sequence[LocatedPiece], tree: PageTree) -> str | None:
    """Return the note on `<article>` elements that tell something else, None without any.

    They have several long paragraphs, and are either around no paragraph of the story or, with
    a headline each, around different ones.

    Args:
        pieces: the story.
        tree: the page.
    """
    own = {
        at
        for piece in pieces
        if piece.position is not None and piece.kind in (*BODY_KINDS, "standfirst")
        for at in tree.ancestors(tree.blocks[piece.position].element)
    }
    told: dict[int, list[str]] = {}
    for block in tree.blocks:
        if block.regions or block.is_hidden or block.is_caption or is_link(block):
            continue
        article = tree.article_of(block.element)
        if tree.elements[article].tag == "article" and is_told_at_length(block.text):
            told.setdefault(article, []).append(block.text)
    if told.keys() <= own and len(told) < 2:
        return None
    long = {article for article, texts in told.items() if _are_told(texts)}
    if others := sorted(long - own):
        headlines = _find_headlines(tree, set(others), 6)
        return describe_others([headlines.get(at, "") for at in others])
    if len(_find_headlines(tree, long & own, 1)) > 1:
        return "the page has several articles, which are read as one here"
    return None


def describe_others(headlines: Sequence[str]) -> str:
    """Return the note on other articles, "" for the headline of one without any."""
    named = [f"“{_shorten(text)}”" for text in headlines if text][:_MOST_NAMED]
    count = "another article" if len(headlines) == 1 else f"{len(headlines)} other articles"
    return f"the page has {count}, left out here{': ' if named else ''}{', '.join(named)}"


def _shorten(headline: str) -> str:
    is_long = len(headline) > _LONGEST_HEADLINE
    return f"{headline[: _LONGEST_HEADLINE - 1].rstrip()}…" if is_long else headline


def _are_told(texts: Sequence[str]) -> bool:
    """Return whether paragraphs are more than the blurb of a card or an appeal."""
    count = words = 0
    for text in texts:
        if is_told(text):
            count += 1
            words += count_words(text)
        if count >= _FEWEST_PARAGRAPHS and words >= _FEWEST_WORDS:
            return True
    return False


def _find_headlines(tree: PageTree, articles: set[int], lowest: int) -> dict[int, str]:
    """Return the first heading of each of some articles.

    Args:
        tree: the page.
        articles: elements of it.
        lowest: the rank of a heading, 1 to 6, below which none counts.
    """
    headlines: dict[int, str] = {}
    for block in tree.blocks:
        article = tree.article_of(block.element)
        is_heading = 0 < tree.heading_level(block) <= lowest
        if article in articles and article not in headlines and is_heading:
            headlines[article] = block.text
    return headlines
