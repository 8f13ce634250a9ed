"""The text that is copied for a paragraph or a quote, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.articles import Article, show_date


class CitedQuote(NamedTuple):
    """A quote as it is cited."""

    words: str
    """The words between the marks."""
    paragraphs: str
    """The numbers of its paragraphs: `¶3`, `¶7–8`."""
    speaker: str | None = None
    cue: str | None = None
    """The reporting verb as printed."""
    differences: Sequence[str] = ()
    """How it differs from the version that it was compared with."""
    compared: str = ""
    """The words with dropped and added ones in brackets, where they differ from that version."""
    is_marked: bool = True
    """Whether the article has the words in quotation marks."""


def cite_paragraph(article: Article, paragraph: int) -> str:
    """Return the words of a paragraph, then outlet, title, date, paragraph and source.

    Args:
        article: the article.
        paragraph: the position of the paragraph, from 0.
    """
    cited = article.paragraphs[paragraph]
    facts = [
        *_name_article(article),
        show_date(article.published),
        f"¶{cited.number}",
    ]
    return f"{cited.text}\n{_format_source(article, facts)}"


def cite_quote(article: Article, quote: CitedQuote) -> str:
    """Return the words of a quote, then the speaker and the source, then differences."""
    speaker = quote.speaker
    if speaker and quote.cue:
        speaker = f"{speaker} (“{quote.cue}”)"
    facts = [
        speaker,
        *_name_article(article),
        show_date(article.published),
        quote.paragraphs,
    ]
    lines = [
        f"“{quote.words}”" if quote.is_marked else quote.words,
        _format_source(article, facts),
    ]
    if quote.differences:
        lines.append(f"  {'; '.join(quote.differences)}")
    if quote.compared:
        lines.append(f"  {quote.compared}")
    return "\n".join(lines)


def _name_article(article: Article) -> tuple[str | None, ...]:
    """Return the label of the article, and its title where that differs."""
    title = f"“{article.title}”" if article.title else None
    return (title or article.label,) if article.is_called_by_heading else (article.label, title)


def _format_source(article: Article, facts: Sequence[str | None]) -> str:
    return f"— {', '.join(fact for fact in facts if fact)} ({article.source})"
