"""Input of articles: files, folders, standard input, addresses, feeds, pasted text."""

from reader.sources.opening import article_from_text, open_articles
from reader.sources.web.fetch_values import FetchProgress, FetchState

__all__ = ["FetchProgress", "FetchState", "article_from_text", "open_articles"]
