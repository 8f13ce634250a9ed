"""Paragraphs in which a site speaks to its reader, of itself or for itself.

A single word seldom shows it, so several signs are added up: strong ones ("newsletter")
count two points, weak ones ("your") count one. Words inside quotation marks do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.articles.furniture.line_text import (
    outside_quotations,
    split_words,
    straighten,
    strip_word,
)
from reader.articles.furniture.writer_lines import WRITER_WORDS
from reader.text.word_lists import WordLists

APPEAL_WIDTH = 400
"""Characters. A longer paragraph is no appeal of a site, whatever its words."""

_APPEAL_WORDS = WordLists(__file__, "site_appeals")

# Points that a paragraph needs to be the site's; one more where nothing beside it is.
_LEAST_SCORE = 4
_SIGN_POINTS = 2
_MOST_HINT_POINTS = 4
# Words of the longest sign.
_LONGEST_SIGN = 4
# What a site calls itself and its reader, and words on gifts of which a request has several.
_SITE_ITSELF = frozenset(
    ("we", "us", "our", "we're", "we've", "wir", "uns", "nous", "notre", "ons")
)
_READER = frozenset(
    ("you", "your", "you're", "please", "reader", "readers", "sie", "ihre", "ihrer", "du", "vous")
)
_OWNERS = frozenset(("our", "your"))
_FEWEST_GIVING_WORDS = 2
# In a story, a single sign counts in paragraphs of no more words than this.
_MOST_WORDS_FOR_ONE_SIGN = 25
# Sentences whose first word is considered.
_MOST_SENTENCES = 8
# Words before "this article", and words after it in which a verb must follow.
_NOTE_OPENING = 7
_NOTE_REACH = 12
_MOST_CONTRIBUTION_WORDS = 24
_MOST_NAME_WORDS = 3
_BEFORE_THIS = frozenset(
    ("an", "a", "earlier", "previous", "version", "of", "portions", "parts", "some", "the", "print")
)
_THIS = frozenset(
    ("this", "these", "dieser", "dieses", "cet", "cette", "este", "esta", "questo", "questa", "dit")
)


def is_site_appeal(outside: str, words: Sequence[str], *, in_story: bool) -> bool:
    """Return whether a site asks its reader for something, or notes something on the text.

    Args:
        outside: the straightened line without bullets and quotations.
        words: its words.
        in_story: whether the source itself marks the line as part of a story; then one
            sign of a site is not enough in a longer text.
    """
    return (
        _is_note_on_text(words)
        or _names_contributor(words)
        or _asks_for_gift(words)
        or _asks_reader(outside, words, in_story)
    )


def is_about_site(line: str, *, near_boilerplate: bool = False, in_story: bool = False) -> bool:
    """Return whether a line has so many words of a site's own that it is the site's.

    That holds for a line after the story or beside boilerplate, not for any other.

    Args:
        line: as printed.
        near_boilerplate: whether a neighbour is the site's for certain.
        in_story: as for `is_site_appeal`.
    """
    if len(line) > 2 * APPEAL_WIDTH:
        return False
    score = _score(split_words(outside_quotations(straighten(line))), in_story)
    if not near_boilerplate:
        return score >= _LEAST_SCORE + 1 and addresses_reader(line)
    return score >= _LEAST_SCORE


def addresses_reader(line: str) -> bool:
    """Return whether a line has "you" or "we" outside quotations, or begins with an imperative."""
    if len(line) > 2 * APPEAL_WIDTH:
        return False
    words = split_words(outside_quotations(straighten(line)))
    known = _APPEAL_WORDS.words
    return bool(words) and (
        not known["address words"].isdisjoint(words) or words[0] in known["imperatives"]
    )


def _is_note_on_text(words: Sequence[str]) -> bool:
    """Return whether it reads like `This article has been amended`."""
    known = _APPEAL_WORDS.words
    for at, word in enumerate(words[:_NOTE_OPENING]):
        if word in _THIS:
            return bool(
                known["text names"].intersection(words[at + 1 : at + 3])
                and known["note verbs"].intersection(words[at + 2 : at + 2 + _NOTE_REACH])
            )
        if word not in _BEFORE_THIS:
            return False
    return False


def _names_contributor(words: Sequence[str]) -> bool:
    """Return whether it reads `Associated Press writer Luis Bell in Reno contributed.`

    A name and the verb alone are enough: `Luis Bell contributed.`
    """
    if words[-1:] != ["contributed"] or len(words) > _MOST_CONTRIBUTION_WORDS:
        return False
    is_name_alone = 2 < len(words) <= _MOST_NAME_WORDS + 1
    return is_name_alone or not WRITER_WORDS.words["professions"].isdisjoint(words)


def _asks_reader(outside: str, words: Sequence[str], in_story: bool) -> bool:
    """Return whether a site asks its reader for something, with several of the words for it."""
    if not _has_imperative_sentence(outside) and not _names_possession(words):
        return False
    return _score(words, in_story) >= _LEAST_SCORE


def _asks_for_gift(words: Sequence[str]) -> bool:
    """Return whether a site, "we" or its text, speaks to its reader of the gifts it lives on.

    A single sign is not enough: people in a story ask for gifts, too.
    """
    if _READER.isdisjoint(words):
        return False
    if _SITE_ITSELF.isdisjoint(words) and not _names_own_text(words):
        return False
    found = _find_phrases(words, _giving_words())
    return len(found) >= _FEWEST_GIVING_WORDS


def _names_own_text(words: Sequence[str]) -> bool:
    """Return whether it names the text it is in: `this article`."""
    names = _APPEAL_WORDS.words["text names"]
    return any(first == "this" and second in names for first, second in pairwise(words))


def _has_imperative_sentence(outside: str) -> bool:
    """Return whether a sentence begins with `Sign up`, `Subscribe` or the like."""
    imperatives = _APPEAL_WORDS.words["imperatives"]
    for sentence in re.split(r"[.!?:] ", outside)[:_MOST_SENTENCES]:
        first = sentence.split(None, 1)
        if first and strip_word(first[0]) in imperatives:
            return True
    return False


def _names_possession(words: Sequence[str]) -> bool:
    """Return whether it names something of the site's or the reader's own: `our newsletter`."""
    if _OWNERS.isdisjoint(words):
        return False
    possessions = _APPEAL_WORDS.words["site possessions"]
    return any(first in _OWNERS and second in possessions for first, second in pairwise(words))


def _score(words: Sequence[str], in_story: bool) -> int:
    found = _find_signs(words)
    if not found or (in_story and len(found) == 1 and len(words) > _MOST_WORDS_FOR_ONE_SIGN):
        return 0
    hints = _hints().intersection(words) - set(" ".join(found).split())
    return _SIGN_POINTS * len(found) + min(len(hints), _MOST_HINT_POINTS)


def _find_signs(words: Sequence[str]) -> set[str]:
    """Return the signs of a site, none inside another: `your browser` does not hold `browser`."""
    return _find_phrases(words, _signs())


def _find_phrases(words: Sequence[str], signs: frozenset[str]) -> set[str]:
    found: set[str] = set()
    covered = 0
    for at in range(len(words)):
        for end in range(min(at + _LONGEST_SIGN, len(words)), max(at, covered), -1):
            phrase = " ".join(words[at:end])
            if phrase in signs:
                found.add(phrase)
                covered = end
                break
    return found


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    return _split_bars("site signs")


@lru_cache(maxsize=1)
def _giving_words() -> frozenset[str]:
    return _split_bars("giving words")


@lru_cache(maxsize=1)
def _hints() -> frozenset[str]:
    return _split_bars("site hints")


def _split_bars(section: str) -> frozenset[str]:
    lines = _APPEAL_WORDS.lines[section]
    return frozenset(phrase for line in lines for phrase in line.split("|"))
