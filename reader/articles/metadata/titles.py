"""Which of the lines above a story is its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.articles.furniture import prose

_LONGEST_TITLE = 250
_LONGEST_TITLE_WORDS = 40
_SHORTEST_CERTAIN = 20
_WORDS_OF_A_TITLE = 5
_WORDS_OF_A_NAME = 3
_MOST_CUT_TITLES = 20
_MOST_CANDIDATES = 200
_MOST_CAPITALS_INSIDE = 3
_STORY_PARAGRAPHS = 6
_STORY_REACH = 600


def find_title(texts: Sequence[str], candidates: Sequence[int], start: int) -> int | None:
    """The position of the title, or None.

    Args:
        texts: the paragraphs of the page.
        candidates: positions above the story that may be the title, likeliest first.
        start: the position at which the story begins.

    A line of which the page has a shortened copy (`Ferry company to cut …`) is the
    title; else the first that shares words with the story; else the first of some length.
    """
    cut = [line for line in texts[:start] if prose.is_cut_off(line)][:_MOST_CUT_TITLES]
    possible = []
    for position in candidates[:_MOST_CANDIDATES]:
        if any(_is_cut_title(line, texts[position]) for line in cut):
            return position
        if _can_be_title(texts[position]):
            possible.append(position)
    if not possible:
        return None
    counts = Counter(texts[position] for position in possible)
    for position in possible:
        # A page that gives a line of this length twice above its story repeats the title.
        if counts[texts[position]] > 1 and _is_of_some_length(texts[position]):
            return position
    story = _content_words(
        " ".join(text[:_STORY_REACH] for text in texts[start : start + _STORY_PARAGRAPHS])
    )
    # An entry of a menu may happen to name what the story is about.
    by_length = sorted(possible, key=lambda at: prose.word_count(texts[at]) < _WORDS_OF_A_NAME)
    for position in by_length:
        shared = len(_content_words(texts[position]) & story)
        if shared >= 2 or (shared and _is_of_some_length(texts[position])):
            return _without_site_name(texts, _above_summary(texts, position, possible), possible)
    for position in possible:
        if _is_of_some_length(texts[position]):
            return position
    return max(possible, key=lambda position: len(texts[position]))


def _can_be_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and 2 <= prose.word_count(text) <= _LONGEST_TITLE_WORDS
        and not prose.is_cut_off(text)
        and not _is_run_together(text)
    )


def _is_run_together(text: str) -> bool:
    """Is it a menu whose entries a copy has run together, `World NewsBusinessMarkets`?"""
    inside = sum(
        any(before.islower() and after.isupper() for before, after in pairwise(word))
        for word in text.split()
    )
    return inside >= _MOST_CAPITALS_INSIDE


def _is_of_some_length(text: str) -> bool:
    return prose.word_count(text) >= _WORDS_OF_A_TITLE


def _is_cut_title(line: str, title: str) -> bool:
    """Is `line` the title cut off with an ellipsis, with or without words before it?"""
    if line is title or len(title) < _SHORTEST_CERTAIN:
        return False
    cut = line.rstrip(".…[] ")
    position = cut.find(title[:_SHORTEST_CERTAIN])
    return position >= 0 and title.startswith(cut[position:])


def _above_summary(texts: Sequence[str], position: int, candidates: Sequence[int]) -> int:
    """Of two lines that may be titles, the shorter above the longer is, unless it names a part."""
    above = position - 1
    if above not in candidates or len(texts[above]) >= len(texts[position]):
        return position
    alike = prose.is_prose(texts[position]) == prose.is_prose(texts[above])
    return above if alike and _is_of_some_length(texts[above]) else position


def _without_site_name(texts: Sequence[str], position: int, candidates: Sequence[int]) -> int:
    """Where the page's title repeats the headline with the site's name, take the headline."""
    text = texts[position]
    for other in candidates:
        title = texts[other]
        if _SHORTEST_CERTAIN <= len(title) < len(text) and text.startswith(title + " "):
            return other
    return position


def _content_words(text: str) -> set[str]:
    """The longer words, cut to what inflection leaves of them."""
    return {
        word[:5]
        for word in (token.strip(".,:;!?'\"“”‘’()").lower() for token in text.split())
        if len(word) >= 4
    }
