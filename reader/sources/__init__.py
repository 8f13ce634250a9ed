"""Input of articles: files, folders, standard input, addresses, feeds, pasted text."""

from reader.sources.opening import article_from_text, open_articles

__all__ = ["article_from_text", "open_articles"]
