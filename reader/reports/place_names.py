"""The names of articles and paragraphs in reports: `[2]` and `[2] ¶12`."""

from __future__ import annotations

from reader.articles import Passage


def name_article(position: int) -> str:
    """Return the name of an article: its number in the order given, from 1, in brackets.

    Args:
        position: its position in the coverage, from 0.
    """
    return f"[{position + 1}]"


def name_paragraph(passage: Passage) -> str:
    """Return the name of a paragraph of a coverage: that of its article and its number."""
    return f"{name_article(passage.article_position)} ¶{passage.number}"
