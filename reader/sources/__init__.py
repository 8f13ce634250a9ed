"""Getting articles in: files and folders."""

from reader.sources.files import open_articles

__all__ = ["open_articles"]
