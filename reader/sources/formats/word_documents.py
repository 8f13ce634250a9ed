"""The text of Word documents (Office Open XML: .docx, .docm, .dotx). Child process only.

The text is that after all changes in the document are accepted: deletions, moved-away
text, hidden text, comments, the instructions of fields, pictures and macros are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.sources.formats.document_archive import (
    DocumentArchive,
    attribute,
    child,
    local_name,
)
from reader.sources.formats.document_text import DocumentText, kind_of_style
from reader.sources.formats.tag_stripping import PagePiece

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MACRO_TYPES = (
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
)
_MAIN_PART = "word/document.xml"
_LEFT_OUT = frozenset({
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "Fallback", "rt",
    "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "docPr", "posOffset",
    "object", "annotationRef",
})  # fmt: skip
_SPACES = frozenset({"tab", "br", "cr", "ptab"})
_FALSE = ("0", "false", "off")
_MOST_PARENT_STYLES = 20
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def find_main_part(archive: DocumentArchive) -> str | None:
    """Return the name of the part with the text of a Word document, None for other archives."""
    types = archive.parse(CONTENT_TYPES)
    for override in types if types is not None else ():
        if attribute(override, "ContentType").endswith((*_MAIN_TYPES, *_MACRO_TYPES)):
            return attribute(override, "PartName").lstrip("/")
    return _MAIN_PART if types is not None and _MAIN_PART in archive.names else None


def read_word_document(archive: DocumentArchive, main_part: str) -> list[PagePiece]:
    """Return the paragraphs of a Word document, its footnotes and endnotes at the end.

    Raises:
        DocumentError: it is damaged or too large.
    """
    folder = main_part.rpartition("/")[0]
    reader = _WordReader(
        _read_styles(archive.parse(f"{folder}/styles.xml")),
        {
            kind: _read_notes(archive.parse(f"{folder}/{kind}s.xml"), kind)
            for kind in ("footnote", "endnote")
        },
    )
    body = child(archive.parse(main_part), "body")
    if body is not None:
        reader.read_blocks(body)
    return reader.finish()


class _WordReader:
    """Reads the blocks of a document in their order.

    Args:
        styles: the kind of the paragraphs of each style that has one, by its identifier.
        notes: footnotes and endnotes by their identifiers.
    """

    def __init__(self, styles: dict[str, str], notes: dict[str, dict[str, _Element]]) -> None:
        self._styles = styles
        self._notes = notes
        self._text = DocumentText()
        # The words of a paragraph whose end was deleted: it goes on in the next.
        self._begun = ""
        self._boxes: list[_Element] = []
        self._referred: list[_Element] = []

    def read_blocks(self, parent: _Element) -> None:
        for block in parent:
            name = local_name(block)
            if name == "p":
                self._read_paragraph(block)
            elif name == "tbl":
                self._read_table(block)
            elif name not in _LEFT_OUT:
                self.read_blocks(block)

    def finish(self) -> list[PagePiece]:
        self._text.add(self._begun, "body")
        # A note may refer to another, which is added to the list during the loop.
        for note in self._referred:
            self._text.add_note(
                " ".join("".join(self._inline_text(paragraph)) for paragraph in note)
            )
        return self._text.finish()

    def _read_paragraph(self, paragraph: _Element) -> None:
        words = self._begun + "".join(self._inline_text(paragraph))
        self._begun = ""
        properties = child(paragraph, "pPr")
        if child(properties, "rPr", "del") is not None:
            self._begun = words
            return
        self._text.add(words, self._paragraph_kind(properties))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read_blocks(box)

    def _paragraph_kind(self, properties: _Element | None) -> str:
        style = child(properties, "pStyle")
        kind = self._styles.get(attribute(style, "val")) if style is not None else None
        return kind or ("heading" if _has_outline_level(properties) else "body")

    def _read_table(self, table: _Element) -> None:
        for row in _rows(table):
            cells = [cell for cell in row.iter() if local_name(cell) == "tc"]
            is_layout = len(cells) == 1 or any(
                sum(1 for block in cell if local_name(block) in ("p", "tbl") and _has_text(block))
                > 1
                for cell in cells
            )
            if is_layout:
                # A cell of several paragraphs is a column of the page, not an entry of a table.
                for cell in cells:
                    if not any(local_name(outer) == "tc" for outer in _ancestors(cell, row)):
                        self.read_blocks(cell)
            else:
                self._text.add_row(["".join(self._inline_text(cell)) for cell in cells])

    def _inline_text(self, parent: _Element) -> Iterator[str]:
        for element in parent:
            name = local_name(element)
            if name == "t":
                yield element.text or ""
            elif name in _SPACES:
                yield " "
            elif name == "noBreakHyphen":
                yield "-"
            elif name in ("footnoteReference", "endnoteReference"):
                self._refer(name.removesuffix("Reference"), attribute(element, "id"))
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(element)):
                yield from self._inline_text(element)

    def _refer(self, kind: str, identifier: str) -> None:
        """Have a note read at the end; each once, however often it is referred to."""
        if (note := self._notes[kind].pop(identifier, None)) is not None:
            self._referred.append(note)


def _read_styles(root: _Element | None) -> dict[str, str]:
    """Return the kinds of the paragraphs of styles, those of their parents included."""
    kinds: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in root if root is not None else ():
        if local_name(style) != "style" or attribute(style, "type") == "character":
            continue
        identifier = attribute(style, "styleId")
        name, parent = child(style, "name"), child(style, "basedOn")
        if name is not None and (kind := kind_of_style(attribute(name, "val"))):
            kinds[identifier] = kind
        elif _has_outline_level(child(style, "pPr")):
            kinds[identifier] = "heading"
        if parent is not None:
            parents[identifier] = attribute(parent, "val")
    for identifier in parents:
        ancestor = identifier
        for _ in range(_MOST_PARENT_STYLES):
            if ancestor in kinds or ancestor not in parents:
                break
            ancestor = parents[ancestor]
        if ancestor in kinds:
            kinds.setdefault(identifier, kinds[ancestor])
    return kinds


def _read_notes(root: _Element | None, kind: str) -> dict[str, _Element]:
    return {
        attribute(note, "id"): note
        for note in (root if root is not None else ())
        if local_name(note) == kind and attribute(note, "type") not in _SEPARATORS
    }


def _rows(table: _Element) -> Iterator[_Element]:
    for block in table:
        name = local_name(block)
        if name == "tr":
            if child(block, "trPr", "del") is None:
                yield block
        elif name not in _LEFT_OUT:
            yield from _rows(block)


def _ancestors(element: _Element, last: _Element) -> Iterator[_Element]:
    for outer in element.iterancestors():
        if outer is last:
            return
        yield outer


def _has_text(block: _Element) -> bool:
    return any(local_name(inner) == "t" and (inner.text or "").strip() for inner in block.iter())


def _has_outline_level(properties: _Element | None) -> bool:
    level = child(properties, "outlineLvl")
    # Levels 0 to 8 are headings, 9 is text.
    return level is not None and attribute(level, "val") in tuple("012345678")


def _is_hidden(run: _Element) -> bool:
    mark = child(run, "rPr", "vanish")
    return mark is not None and attribute(mark, "val") not in _FALSE
