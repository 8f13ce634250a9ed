"""The signs of one cell; each shows the same state as a colour."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from typing import NamedTuple

from reader.linking.links import Level

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_MARKS = "123456789abcdefghijklmnopqrstuvwxyz"
NUMBERED_ARTICLES = 9
"""Articles with a key of their own, 1 to 9."""
MARKED_ARTICLES = len(_MARKS)
"""Articles with a mark of their own; those after them share one."""


class Signs(NamedTuple):
    """One character for each state of a paragraph and each part of the frame."""

    here: str = "▌"
    same: str = "═"
    probably: str = "≈"
    related: str = "─"
    perhaps: str = "┄"
    only_here: str = "◇"
    copy: str = "░"
    """Words that articles share."""
    pinned: str = "⊙"
    focus: str = "▶"
    rail: str = "│"
    thumb: str = "┃"
    rule: str = "─"
    dot: str = "·"
    ellipsis: str = "…"
    full: str = "█"
    empty: str = "░"
    half: str = "▄"
    """The part of a bar that is of another kind."""
    silent: str = "○"
    """Somebody who is named and not quoted."""
    warning: str = "⚠"
    cut: str = "✂"
    trimmed_start: str = "‹"
    trimmed_end: str = "›"
    at_least: str = "≥"
    differs: str = "▲"
    """A difference between articles."""
    note: str = "✎"
    """Something that the user wrote down."""
    correction: str = "†"
    """A note of the outlet that it corrected something."""
    rejected: str = "✗"
    """A claim that the user rejected."""
    shared_copy: str = "░"
    """Words that several articles share beside what they quote."""
    other_words: str = "∼"
    """Other words in one place."""
    more_words: str = "+"
    """Words that a version has beside all of those it is compared with."""
    dropped: tuple[str, str] = ("⟦-", "-⟧")
    """The brackets around words that only the first of two texts has."""
    added: tuple[str, str] = ("⟦+", "+⟧")
    unicode: bool = True

    def level(self, level: Level) -> str:
        """Return the sign of a link of this level."""
        return {
            Level.SAME: self.same,
            Level.PROBABLY: self.probably,
            Level.RELATED: self.related,
            Level.PERHAPS: self.perhaps,
        }[level]

    def place_mark(self, mark: str, level: Level) -> str:
        """Return the sign at an article's place in the gutter for a link of this level.

        That is its number, small where the link is only *related*; the sign of the level where
        it is *perhaps*, and where there are no small numbers.
        """
        if level is Level.PERHAPS or (level is not Level.SAME and not self.unicode):
            return self.level(level)
        return mark.translate(_SUBSCRIPTS) if level is Level.RELATED else mark


UNICODE = Signs()
ASCII = Signs(
    here=">",
    same="=",
    probably="~",
    related="-",
    perhaps="?",
    only_here="*",
    copy=":",
    pinned="@",
    focus=">",
    rail="|",
    thumb="#",
    rule="-",
    dot=".",
    ellipsis="...",
    full="#",
    empty=".",
    half="_",
    silent="o",
    warning="!",
    cut="/",
    trimmed_start="\\",
    trimmed_end="\\",
    at_least=">=",
    differs="^",
    note="n",
    correction="c",
    rejected="x",
    shared_copy=":",
    other_words="%",
    dropped=("[-", "-]"),
    added=("{+", "+}"),
    unicode=False,
)


def signs_for_terminal() -> Signs:
    """Return ASCII signs where the locale cannot write others or READER_ASCII is set."""
    if os.environ.get("READER_ASCII"):
        return ASCII
    encoding = locale.getpreferredencoding(False).lower().replace("-", "")
    return UNICODE if encoding.startswith("utf") else ASCII


def printed_score(score: float) -> str:
    """Return a score or a certainty, 0..1, as the screens show it: `.97`."""
    return f"{score:.2f}".lstrip("0")


_MOST_NAMED = 3
"""Articles that a message names; more are counted."""


def article_mark(article: int) -> str:
    """Return the one-character mark of an article: 1 to 9, then letters, then `+`."""
    return _MARKS[article] if article < MARKED_ARTICLES else "+"


def article_name(article: int) -> str:
    """Return the mark of an article, or its number where it has no mark of its own."""
    return _MARKS[article] if article < MARKED_ARTICLES else str(article + 1)


def name_articles(articles: Sequence[int]) -> str:
    """Return the marks of some articles, the first ones of many: `[1], [2], [3] and 96 more`.

    Those that have no mark of their own are counted only.
    """
    marked = [article for article in articles if article < MARKED_ARTICLES]
    names = [f"[{article_mark(article)}]" for article in marked[:_MOST_NAMED]]
    more = len(articles) - len(names)
    if not names:
        return f"{more} article{'' if more == 1 else 's'}"
    if more:
        names.append(f"{more} more")
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def article_key(article: int) -> str:
    """Return the keys that lead to an article: `4`, or from the tenth on `'a`, later `'41`."""
    mark = article_name(article)
    return mark if article < NUMBERED_ARTICLES else f"'{mark}"
