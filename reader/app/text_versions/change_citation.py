"""The text that is copied for a change: the words of both versions with the sources."""

from __future__ import annotations

from reader.app.text_versions.text_version_state import Entry
from reader.articles import Article
from reader.reports.citations import CitedQuote, cite_quote
from reader.reports.text_version_report import name_change
from reader.story.text_versions.text_change import TextChange


def cite_entry(entry: Entry, articles: tuple[Article, Article]) -> str:
    """Return what changed, then the words of either version with their source, then the note.

    Args:
        entry: a change, or paragraphs side by side.
        articles: the base and the other version.
    """
    if isinstance(entry, TextChange):
        head = [name_change(entry)]
        numbers = [[passage.number for passage in side] for side in (entry.here, entry.there)]
        words = [_read_sentences(entry, side) for side in (0, 1)]
        tail = [entry.note] if entry.note else []
    else:
        head, tail = [], []
        numbers = [
            [article.paragraphs[at].number for at in side]
            for article, side in zip(
                articles, (entry.here_paragraphs, entry.there_paragraphs), strict=True
            )
        ]
        words = [entry.here, entry.there]
    blocks = [
        cite_quote(article, CitedQuote(text, _name_numbers(each), is_marked=False))
        for article, text, each in zip(articles, words, numbers, strict=True)
        if text
    ]
    return "\n\n".join([*head, *blocks, *tail])


def _read_sentences(change: TextChange, side: int) -> str:
    """Return the changed words of a side in their paragraph, these in brackets."""
    passages = (change.here, change.there)[side]
    if not passages:
        return (change.old, change.new)[side]
    first = passages[0]
    text = first.paragraph.text
    if (first.start, first.end) == (0, len(text)):
        return " ".join(passage.text for passage in passages)
    return f"{text[: first.start]}[{first.text}]{text[first.end :]}"


def _name_numbers(numbers: list[int]) -> str:
    return ", ".join(f"¶{number}" for number in numbers)
