"""Unpacking of office documents: their paragraphs and properties. Child process only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.sources.formats.document_archive import (
    DocumentArchive,
    DocumentError,
    child,
    local_name,
)
from reader.sources.formats.open_documents import read_open_document
from reader.sources.formats.word_documents import (
    CONTENT_TYPES,
    find_main_part,
    read_word_document,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_PROPERTY = 1000
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_SAVE_AS_TEXT = "open it in the program it was made with and save its text as a .txt file"
_EBOOK = "an e-book (EPUB); save the chapter to compare as an .html or .txt file and open that"
_ARCHIVE = "a ZIP archive; unpack it and open the files in it"
# Of the properties in Office Open XML and in OpenDocument, in the order of preference.
_PROPERTIES = {
    "title": ("title",),
    "author": ("initial-creator", "creator"),
    "created": ("created", "creation-date"),
}


def unpack_document(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Return the paragraphs of an office document and the properties of its file.

    Args:
        payload: the document, a ZIP archive.
        options: none are used.

    Returns `paragraphs`, pairs of a kind (see `PagePiece`) and the words; and `properties` with
    `title`, `author` and `created` where they are stated. Everything is raw. Where it is no
    document that can be read, there is only `refusal`: why, and what to do.
    """
    try:
        archive = DocumentArchive(payload)
        main_part = find_main_part(archive)
        if main_part is not None:
            return {
                "paragraphs": read_word_document(archive, main_part),
                "properties": _read_properties(archive.parse("docProps/core.xml")),
            }
        media_type = archive.read("mimetype").decode("ascii", "replace").strip()
        if media_type.startswith(f"{_OPEN_DOCUMENT}text"):
            return {
                "paragraphs": read_open_document(archive),
                "properties": _read_properties(child(archive.parse("meta.xml"), "meta")),
            }
        return {"refusal": _describe(archive, media_type)}
    except DocumentError as error:
        return {"refusal": str(error)}


def _read_properties(root: _Element | None) -> dict[str, str]:
    stated = {
        local_name(element): (element.text or "").strip()[:_LONGEST_PROPERTY]
        for element in (root if root is not None else ())
    }
    properties = {}
    for field, names in _PROPERTIES.items():
        if value := next((stated[name] for name in names if stated.get(name)), ""):
            properties[field] = value
    return properties


def _describe(archive: DocumentArchive, media_type: str) -> str:
    """Return what the archive is and what to do."""
    if media_type == "application/epub+zip" or "META-INF/container.xml" in archive.names:
        return _EBOOK
    if media_type.startswith(_OPEN_DOCUMENT) or CONTENT_TYPES in archive.names:
        return f"an office document without running text; {_SAVE_AS_TEXT}"
    if any(name.endswith(".iwa") for name in archive.names):
        return f"a document of Pages, Numbers or Keynote; {_SAVE_AS_TEXT}"
    return _ARCHIVE
