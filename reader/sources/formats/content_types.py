"""Kinds of content: detected from the bytes, or from name or label if these are ambiguous."""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto

from reader.sources.formats.charsets import find_unmarked_utf16
from reader.sources.formats.file_signatures import PDF_SIGNATURE, ZIP_SIGNATURE

# Bytes of a source, and characters after its declarations, that are inspected.
_SAMPLE = 64 * 1024
_START = 4 * 1024
_MOST_HEADER_LINES = 200
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_MESSAGE_SUFFIXES = frozenset({".mhtml", ".mht", ".eml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_MESSAGE_TYPES = frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"})
_MARKDOWN_TYPES = frozenset({"text/markdown", "text/x-markdown"})
_UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<title", "<meta ")
_FEED_STARTS = ("<rss", "<feed", "<rdf:rdf")
_BLOCK_STARTS = (
    "<p", "<div", "<article", "<section", "<main", "<h1", "<table", "<span", "<ul", "<br",
    "<blockquote",
)  # fmt: skip
_DOSSIER_STARTS = ('{"format": "reader-dossier/', '{"format":"reader-dossier/')
_MAIL_ONLY_HEADERS = frozenset({"mime-version", "message-id", "received", "return-path"})
_MAIL_HEADERS = frozenset({"from", "to", "subject", "date", "content-type"})
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}[\s/>]")
_BLOCK_END = re.compile(r"</(?:p|div|article|section|li|table|blockquote|h[1-6])\s?>")

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
CUE_TIMING = rf"[ \t]{{0,9}}({_CLOCK})[ \t]{{1,9}}-->[ \t]{{1,9}}{_CLOCK}"
"""The pattern of the line that says from when to when a cue of subtitles is shown."""
_SUBTITLES = re.compile(
    rf"\s{{0,99}}(?:WEBVTT(?:[ \t].*)?(?:\n|$)|(?:\d{{1,9}}[ \t]{{0,9}}\n)?{CUE_TIMING})"
)


class ContentKind(Enum):
    """The kind of content of a source, which determines its parser."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    MESSAGE = auto()
    """Mail, or a page saved with its parts in one file (MHTML)."""
    JSON = auto()
    DOSSIER = auto()
    """A file of `reader save`."""
    FEED = auto()
    """RSS, Atom or JSON Feed."""
    DOCUMENT = auto()
    """An office document in a ZIP archive, or another archive of that form."""
    PDF = auto()
    SUBTITLES = auto()
    """SubRip or WebVTT."""


def detect_content_kind(
    data: bytes, *, suffix: str = "", content_type: str | None = None
) -> ContentKind:
    """Return the kind of content of `data`.

    The content decides where it leaves no doubt: a `.txt` file that begins as a page is a
    page, an `.html` file without any tag is text.

    Args:
        data: all of it, or at least the first 64 kB.
        suffix: of the file's name, with its dot.
        content_type: from an HTTP header, with or without parameters.
    """
    if data.startswith(ZIP_SIGNATURE):
        return ContentKind.DOCUMENT
    if data.startswith(PDF_SIGNATURE):
        return ContentKind.PDF
    suffix = suffix.lower()
    media_type = (content_type or "").partition(";")[0].strip().lower()
    sample = decode_sample(data)
    if _SUBTITLES.match(sample[:_START].replace("\r\n", "\n").replace("\r", "\n")):
        return ContentKind.SUBTITLES
    start = skip_declarations(sample)
    if (kind := _kind_by_start(start, suffix, media_type)) is not None:
        return kind
    if _is_message(sample, suffix in _MESSAGE_SUFFIXES or media_type in _MESSAGE_TYPES):
        return ContentKind.MESSAGE
    if suffix in _MARKDOWN_SUFFIXES or media_type in _MARKDOWN_TYPES:
        return ContentKind.MARKDOWN
    is_labelled_page = suffix in _HTML_SUFFIXES or media_type in _HTML_TYPES
    if (is_labelled_page and _TAG.search(sample)) or _is_page_fragment(sample, start):
        return ContentKind.HTML
    return ContentKind.TEXT


def decode_sample(data: bytes) -> str:
    """Return the beginning of a text for inspection of its signs.

    Letters beyond ASCII may come out wrong.
    """
    sample = data[:_SAMPLE]
    for mark, encoding in _UTF_16:
        if sample.startswith(mark):
            return sample[len(mark) :].decode(encoding, "replace")
    if codec := find_unmarked_utf16(sample):
        return sample.decode(codec, "replace")
    return sample.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def skip_declarations(sample: str) -> str:
    """Return the beginning in lower case, after white space, XML declarations and comments."""
    position = 0
    while True:
        while sample[position : position + 1].isspace():
            position += 1
        if sample.startswith("<!--", position):
            end = sample.find("-->", position) + 3
        elif sample.startswith("<?", position):
            end = sample.find(">", position) + 1
        else:
            return sample[position : position + _START].lower()
        if end < 4:
            return ""
        position = end


def _kind_by_start(start: str, suffix: str, media_type: str) -> ContentKind | None:
    """Return the kind that the beginning shows beyond doubt, or None."""
    if start.startswith(("{", "[")) and (kind := _json_kind(start, suffix, media_type)):
        return kind
    if start.startswith(_FEED_STARTS):
        return ContentKind.FEED
    return ContentKind.HTML if start.startswith(_PAGE_STARTS) else None


def _json_kind(start: str, suffix: str, media_type: str) -> ContentKind | None:
    if start.startswith(_DOSSIER_STARTS):
        return ContentKind.DOSSIER
    if "jsonfeed.org/version" in start:
        return ContentKind.FEED
    is_labelled = suffix == ".json" or media_type.endswith(("/json", "+json"))
    is_record = '"paragraphs"' in start or '"reader-article/' in start
    return ContentKind.JSON if is_labelled or is_record else None


def _is_message(sample: str, is_labelled: bool) -> bool:
    """Return whether it begins with the headers of a message.

    Without a label it must have one that only mail has, and two of its other headers.
    """
    names = set()
    for line in sample.removeprefix("From ").splitlines()[:_MOST_HEADER_LINES]:
        if not line.strip():
            break
        name, colon, _ = line.partition(":")
        if colon and name.isascii() and name.replace("-", "").isalnum():
            names.add(name.lower())
        elif not line[0].isspace() and names:
            return False
    if is_labelled:
        return bool(names)
    return bool(names & _MAIL_ONLY_HEADERS) and len(names & _MAIL_HEADERS) >= 2


def _is_page_fragment(sample: str, start: str) -> bool:
    return start.startswith(_BLOCK_STARTS) and len(_BLOCK_END.findall(sample)) >= 2
