"""The date by which an archive orders an article, and where it came from."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import NamedTuple

from reader.articles import Article
from reader.articles.metadata.date_forms import readable_date

_EPOCH = date(1970, 1, 1).toordinal()
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
# 2031-05-04, 2031_05_04, 20310504 and 2031/05/04, as in names of files and folders.
_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_/.]?)(\d{2})\2(\d{2})(?!\d)")
_NAME_PARTS = 4
"""Parts at the end of a path or address in which a date is searched: its name and three folders,
as in 2031/05/04/story.html. Higher folders belong to the disk rather than to the article."""
_NAME_REACH = 300
"""Characters of them."""


class DateSource(str, Enum):
    """Where the date of an article came from."""

    STATED = "stated"
    """The text or the record of the article states it."""
    PAGE = "page"
    """The page it was on, or the feed that led there, states it beside the text."""
    FILE = "file"
    """The name of its file or address has it."""
    CRAWL = "crawl"
    """A web archive got it on that day; it was published then or before."""
    UNKNOWN = "unknown"


class ArticleDate(NamedTuple):
    """The day of an article."""

    day: date | None
    source: DateSource

    @property
    def published(self) -> date | None:
        """The day of publication, None where it is unknown: the day of a crawl is not used."""
        return None if self.source is DateSource.CRAWL else self.day

    @property
    def index_day(self) -> int:
        """The day by which an index finds it: days from 1970-01-01, or `NO_DAY`."""
        return NO_DAY if self.published is None else day_number(self.published)


NO_DAY = -(10**7)
"""The day of a document of an index without a date."""
NO_DATE = ArticleDate(None, DateSource.UNKNOWN)


def find_article_date(
    article: Article,
    *,
    is_page: bool = False,
    place: str = "",
    listed: str | None = None,
    captured: str | None = None,
) -> ArticleDate:
    """Return the day on which an article was published, from the best source that has one.

    Args:
        article: its stated date of publication, else of correction or update.
        is_page: whether it came from a page, which states it beside the text.
        place: its path or address, which may contain a date.
        listed: the day that the feed which led to it states.
        captured: when a web archive got it.
    """
    for printed in (article.published, article.updated, article.corrected):
        if printed and (day := read_day(readable_date(printed))):
            return ArticleDate(day, DateSource.PAGE if is_page else DateSource.STATED)
    others = (
        (read_day(listed or ""), DateSource.PAGE),
        (_find_day_in_name(place), DateSource.FILE),
        (read_day(captured or ""), DateSource.CRAWL),
    )
    return next((ArticleDate(day, source) for day, source in others if day), NO_DATE)


def read_day(text: str) -> date | None:
    """Return the day with which a text in ISO format begins, None where it is no day."""
    match = _ISO_DAY.match(text)
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group())
    except ValueError:
        return None


def day_number(day: date) -> int:
    """Return the number of days from 1970-01-01 to a day; it is negative before."""
    return day.toordinal() - _EPOCH


def _find_day_in_name(place: str) -> date | None:
    """Return the last day that a path or address names, None where it names none."""
    name = "/".join(place.replace("\\", "/").rstrip("/").split("/")[-_NAME_PARTS:])
    for match in reversed(list(_DAY_IN_NAME.finditer(name[-_NAME_REACH:]))):
        try:
            return date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
    return None
