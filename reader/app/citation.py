"""A passage with where it stands, as it is pasted into a note or a message."""

from __future__ import annotations

from reader.articles import Article


def citation(article: Article, paragraph: int) -> str:
    """The paragraph's words and their source: outlet, title, date, paragraph, file or address.

    Args:
        article: the article.
        paragraph: position of the paragraph, from 0.
    """
    words = article.paragraphs[paragraph]
    title = f"“{article.title}”" if article.title else None
    facts = [article.label, title, article.published, f"¶{words.number}"]
    return f"{words.text}\n— {', '.join(fact for fact in facts if fact)} ({article.source})"
