"""A passage with where it stands, as it is pasted into a note or a message."""

from __future__ import annotations

from collections.abc import Sequence

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


def quote_citation(
    article: Article,
    words: str,
    paragraphs: str,
    *,
    speaker: str | None,
    cue: str | None,
    differs: Sequence[str] = (),
    marked: bool = True,
) -> str:
    """A quote's words, who said them, and their source, as `citation` gives it.

    Args:
        article: the article.
        words: the words between the marks.
        paragraphs: where they stand: `¶3`, `¶7–8`.
        speaker: who said them, where the article says so.
        cue: the reporting verb as printed.
        differs: what sets them apart from the version they were compared with.
        marked: whether the article has them in quotation marks.
    """
    title = f"“{article.title}”" if article.title else None
    said = f"{speaker} (“{cue}”)" if speaker and cue else speaker
    facts = [said, article.label, title, article.published, paragraphs]
    lines = [
        f"“{words}”" if marked else words,
        f"— {', '.join(fact for fact in facts if fact)} ({article.source})",
    ]
    if differs:
        lines.append(f"  {'; '.join(differs)}")
    return "\n".join(lines)
