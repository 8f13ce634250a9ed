"""Statements in the head of a page about its story: descriptions, and the story's own words."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.formats.linked_data import LinkedData
from reader.sources.formats.page_previews import Extent, read_extent
from reader.sources.formats.page_text import element_text, value_text
from reader.sources.formats.tag_stripping import strip_tags

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DESCRIPTION_KEYS = frozenset({
    "description", "og:description", "twitter:description", "dc.description",
    "sailthru.description",
})  # fmt: skip
_DESCRIPTION_FIELDS = ("description", "abstract")
_MOST_DESCRIPTIONS = 12
# Characters.
_LONGEST_BODY = 1_000_000
_LONGEST_GLUED = 600
_MARKUP = re.compile(r"<(?:p|br|div|h\d)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n")
# What a site replaces by an advertisement or a picture before it shows the text.
_PLACEHOLDER = re.compile(r"\$\$\w{1,40}\$\$|\{\{[^{}\n]{1,60}\}\}|%%\w{1,40}%%")
# Between the end of a sentence and a capital letter without a space.
_GLUED = re.compile(r"(?<=[a-zà-ÿ0-9)][.!?…])(?=[A-ZÀ-Ý“„«])|(?<=[.!?…][”\"»])(?=[A-ZÀ-Ý“„«\"])")


class PageStatements(NamedTuple):
    """The statements of a page about its story that are not displayed."""

    descriptions: list[str]
    story: list[str]
    """The paragraphs of the story in the JSON-LD, [] where there are none."""
    titles: list[str]
    extent: Extent = Extent()


def read_statements(root: HtmlElement) -> PageStatements:
    """Return the statements of the `<meta>` elements and the JSON-LD of a page about its story."""
    descriptions: list[str] = []
    titles = [
        element_text(next(root.iter("h1"), None)),
        element_text(next(root.iter("title"), None)),
    ]
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or "").lower()
        if key in _DESCRIPTION_KEYS and len(descriptions) < _MOST_DESCRIPTIONS:
            descriptions.append(" ".join((meta.get("content") or "").split()))
    article = LinkedData(root).find_article(titles)
    descriptions += [value_text(article.get(field)) or "" for field in _DESCRIPTION_FIELDS]
    body = article.get("articleBody")
    return PageStatements(
        [text for text in dict.fromkeys(descriptions) if text],
        split_body(body) if isinstance(body, str) else [],
        [title for title in titles if title],
        read_extent(article),
    )


def split_body(body: str) -> list[str]:
    """Return the paragraphs of an `articleBody`: parted by tags, by blank lines or by lines.

    Where nothing parts them, a sentence that begins without a space begins a paragraph.
    """
    body = _PLACEHOLDER.sub("\n\n", unescape(body[:_LONGEST_BODY]))
    if _MARKUP.search(body):
        return [text for kind, text in strip_tags(body) if kind != "caption"]
    parts = _BLANK_LINE.split(body.replace("\r\n", "\n"))
    if len(parts) == 1:
        parts = body.splitlines()
    if len(parts) == 1 and len(body) > _LONGEST_GLUED:
        parts = _GLUED.split(body)
    return [text for part in parts if (text := " ".join(unescape(part).split()))]
