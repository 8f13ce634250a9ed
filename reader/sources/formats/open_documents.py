"""The text of OpenDocument texts (.odt, .ott). Child process only.

Deletions, hidden text, comments, pictures, scripts and the lists of fields are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.sources.formats.document_archive import (
    DocumentArchive,
    DocumentError,
    attribute,
    child,
    local_name,
)
from reader.sources.formats.document_text import DocumentText, kind_of_style
from reader.sources.formats.tag_stripping import PagePiece

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "forms", "ruby-text", "title", "desc",
    "event-listeners", "script", "hidden-text", "hidden-paragraph", "note-citation",
    "sequence-decls", "variable-decls", "user-field-decls", "object", "object-ole", "image",
    "binary-data", "deletion",
})  # fmt: skip
_INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index", "bibliography",
})  # fmt: skip
_SPACES = frozenset({"s", "tab", "line-break"})
_PARAGRAPHS = frozenset({"p", "h"})


def read_open_document(archive: DocumentArchive) -> list[PagePiece]:
    """Return the paragraphs of an OpenDocument text, its footnotes and endnotes at the end.

    Raises:
        DocumentError: it is damaged, too large, or protected by a password.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise DocumentError("it is protected by a password; save it without one")
    root = archive.parse("content.xml")
    body = child(root, "body", "text")
    if body is None:
        raise DocumentError("there is no text in it")
    reader = _OpenReader(root, archive.parse("styles.xml"))
    reader.read_blocks(body)
    return reader.finish()


class _OpenReader:
    """Reads the blocks of a document in their order.

    Args:
        content: the root of its text, with the styles that the program made.
        styles: the root of the styles with names, None where there are none.
    """

    def __init__(self, content: _Element | None, styles: _Element | None) -> None:
        self._text = DocumentText()
        self._boxes: list[_Element] = []
        self._parents: dict[str, str] = {}
        self._hidden: set[str] = set()
        for root in (styles, content):
            for group in root if root is not None else ():
                self._read_styles(group)

    def read_blocks(self, parent: _Element) -> None:
        for block in parent:
            name = local_name(block)
            if name in _PARAGRAPHS:
                self._read_paragraph(block, name)
            elif name == "table":
                self._read_table(block)
            elif name in _INDEXES:
                for paragraph in block.iter():
                    if local_name(paragraph) in _PARAGRAPHS:
                        self._text.add("".join(self._inline_text(paragraph)), "boilerplate")
            elif name not in _LEFT_OUT and attribute(block, "display") not in ("none", "condition"):
                self.read_blocks(block)

    def finish(self) -> list[PagePiece]:
        return self._text.finish()

    def _read_styles(self, group: _Element) -> None:
        for style in group:
            if local_name(style) != "style":
                continue
            name = attribute(style, "name")
            self._parents[name] = attribute(style, "parent-style-name")
            properties = child(style, "text-properties")
            if properties is not None and attribute(properties, "display") == "none":
                self._hidden.add(name)

    def _read_paragraph(self, paragraph: _Element, name: str) -> None:
        style = attribute(paragraph, "style-name")
        words = "" if style in self._hidden else "".join(self._inline_text(paragraph))
        kind = kind_of_style(style) or kind_of_style(self._parents.get(style, ""))
        self._text.add(words, kind or ("heading" if name == "h" else "body"))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read_blocks(box)

    def _read_table(self, table: _Element) -> None:
        for row in _rows(table):
            cells = [cell for cell in row if local_name(cell) == "table-cell"]
            paragraph_counts = [
                sum(1 for block in cell if "".join(block.itertext()).strip()) for cell in cells
            ]
            if len(cells) == 1 or any(count > 1 for count in paragraph_counts):
                # A cell of several paragraphs is a column of the page, not an entry of a table.
                for cell in cells:
                    self.read_blocks(cell)
            else:
                self._text.add_row(["".join(self._inline_text(cell)) for cell in cells])

    def _inline_text(self, parent: _Element) -> Iterator[str]:
        yield parent.text or ""
        for element in parent:
            name = local_name(element)
            if name in _SPACES:
                yield " "
            elif name == "note":
                self._add_note(element)
            elif name == "text-box":
                self._boxes.append(element)
            elif name not in _LEFT_OUT and not self._is_hidden(element):
                yield from self._inline_text(element)
            yield element.tail or ""

    def _is_hidden(self, element: _Element) -> bool:
        return attribute(element, "style-name") in self._hidden

    def _add_note(self, note: _Element) -> None:
        body = child(note, "note-body")
        if body is not None:
            self._text.add_note(
                " ".join("".join(self._inline_text(paragraph)) for paragraph in body)
            )


def _rows(table: _Element) -> Iterator[_Element]:
    for block in table:
        name = local_name(block)
        if name == "table-row":
            yield block
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(block)
