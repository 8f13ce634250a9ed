"""What a source holds: told by its content, and by its name or label where that leaves it open."""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto

_HEAD = 4 * 1024
_SAMPLE = 64 * 1024
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_MESSAGE_SUFFIXES = frozenset({".mhtml", ".mht", ".eml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_MESSAGE_TYPES = frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"})
_UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<title", "<meta ")
_FEED_STARTS = ("<rss", "<feed", "<rdf:rdf")
_BLOCKS = ("<p", "<div", "<article", "<section", "<main", "<h1", "<table", "<span", "<ul", "<br")
_HEADERS_OF_MAIL_ALONE = frozenset({"mime-version", "message-id", "received", "return-path"})
_HEADERS_OF_MAIL = frozenset({"from", "to", "subject", "date", "content-type"})


class ContentKind(Enum):
    """What a source holds, and so by whom it is read."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    MESSAGE = auto()
    """Mail, or a page saved with its parts in one file (MHTML)."""
    JSON = auto()
    FEED = auto()
    """RSS, Atom or JSON Feed."""


def content_kind(data: bytes, *, suffix: str = "", content_type: str | None = None) -> ContentKind:
    """What `data` holds.

    Args:
        data: all of it, or at least the first 64 kB.
        suffix: of the file's name, with its dot.
        content_type: from an HTTP header, with or without parameters.

    The content decides where it shows beyond doubt what it is: a `.txt` file that
    begins as a page is a page, an `.html` file without any tag is text.
    """
    suffix = suffix.lower()
    label = (content_type or "").partition(";")[0].strip().lower()
    sample = _as_text(data[:_SAMPLE])
    start = _first_markup(sample)
    if start.startswith(("{", "[")) and (kind := _json_kind(start, suffix, label)):
        return kind
    if start.startswith(_FEED_STARTS):
        return ContentKind.FEED
    if start.startswith(_PAGE_STARTS):
        return ContentKind.HTML
    if _is_message(sample, suffix in _MESSAGE_SUFFIXES or label in _MESSAGE_TYPES):
        return ContentKind.MESSAGE
    if suffix in _MARKDOWN_SUFFIXES or label in ("text/markdown", "text/x-markdown"):
        return ContentKind.MARKDOWN
    if (suffix in _HTML_SUFFIXES or label in _HTML_TYPES) and _has_tags(sample):
        return ContentKind.HTML
    if start.startswith(_BLOCKS) and _is_fragment_of_page(sample):
        return ContentKind.HTML
    return ContentKind.TEXT


def _as_text(sample: bytes) -> str:
    """For looking at the marks alone; letters beyond ASCII may come out wrong."""
    for mark, encoding in _UTF_16:
        if sample.startswith(mark):
            return sample[len(mark) :].decode(encoding, "replace")
    return sample.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _first_markup(sample: str) -> str:
    """The beginning in lower case, after white space, XML declarations and comments."""
    position = 0
    while True:
        while sample[position : position + 1].isspace():
            position += 1
        if sample.startswith("<!--", position):
            end = sample.find("-->", position) + 3
        elif sample.startswith("<?", position):
            end = sample.find(">", position) + 1
        else:
            return sample[position : position + _HEAD].lower()
        if end < 4:
            return ""
        position = end


def _json_kind(start: str, suffix: str, label: str) -> ContentKind | None:
    if "jsonfeed.org/version" in start:
        return ContentKind.FEED
    labelled = suffix == ".json" or label.endswith(("/json", "+json"))
    ours = '"paragraphs"' in start or '"reader-article/' in start
    return ContentKind.JSON if labelled or ours else None


def _is_message(sample: str, labelled: bool) -> bool:
    names = set()
    for line in sample.removeprefix("From ").splitlines()[:200]:
        if not line.strip():
            break
        name, colon, _ = line.partition(":")
        if colon and name.isascii() and name.replace("-", "").isalnum():
            names.add(name.lower())
        elif not line[0].isspace() and names:
            return False
    if labelled:
        return bool(names)
    return bool(names & _HEADERS_OF_MAIL_ALONE) and len(names & _HEADERS_OF_MAIL) >= 2


def _has_tags(sample: str) -> bool:
    return re.search(r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}[\s/>]", sample) is not None


def _is_fragment_of_page(sample: str) -> bool:
    return (
        len(re.findall(r"</(?:p|div|article|section|li|table|h[1-6])\s?>", sample[:_SAMPLE])) >= 2
    )
