"""The ZIP archive that an office document is: its parts, within limits. Child process only.

Only the parts that are asked for are unpacked, each with a limit that its real bytes have to
keep, whatever size the archive states; an archive inside of it is never opened.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART_BYTES = 32 * 1024 * 1024
"""Of one part of a document, unpacked."""

# An office document has some dozens, one full of pictures some thousands.
_MOST_PARTS = 20_000
_IS_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = "the document is damaged; open it in an office program and save it again"


class DocumentError(Exception):
    """A document that cannot be read; the message says why and what to do, without its name."""


class DocumentArchive:
    """The parts of a document.

    Args:
        data: the archive.

    Raises:
        DocumentError: it is damaged or has too many parts.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentError(_DAMAGED) from error
        if len(self._archive.filelist) > _MOST_PARTS:
            raise DocumentError(f"an archive of more than {_MOST_PARTS:,} files; unpack it")
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none where there is no such part.

        Raises:
            DocumentError: it is damaged, protected by a password, or too large.
        """
        if name not in self.names:
            return b""
        part = self._archive.getinfo(name)
        if part.flag_bits & _IS_ENCRYPTED:
            raise DocumentError("it is protected by a password; save it without one")
        if part.compress_type not in _METHODS:
            raise DocumentError(_DAMAGED)
        try:
            with self._archive.open(part) as file:
                data = file.read(MAX_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise DocumentError(_DAMAGED) from error
        if len(data) > MAX_PART_BYTES:
            raise DocumentError(
                f"it unpacks to more than {MAX_PART_BYTES // 1024 // 1024} MB; split the document"
            )
        return data

    def parse(self, name: str) -> _Element | None:
        """Return the root element of a part of XML, None where there is no such part.

        Raises:
            DocumentError: as for `read`, or it is no XML as office programs write it.
        """
        data = self.read(name)
        return parse_xml(data) if data else None


def parse_xml(data: bytes) -> _Element:
    """Return the root element of XML from outside; nothing that it refers to is read.

    Raises:
        DocumentError: it is damaged or declares entities.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(_DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        # No office program writes one; entities are declared in it.
        raise DocumentError(_DAMAGED)
    return root


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace; of a reference to an entity none.

    Two standards of one format differ in their namespaces only.
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """Return the value of an attribute by its name without its namespace, or nothing."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: _Element | None, *names: str) -> _Element | None:
    """Return the first child of the first name, its first child of the second, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local_name(inner) == name), None)
    return element
