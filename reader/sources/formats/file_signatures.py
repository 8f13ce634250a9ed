"""Telling files that are no text, and what they are."""

from __future__ import annotations

import codecs

_HEAD = 8 * 1024
# Control characters that no text is made of; noise has about one in ten. A short text
# with many is shown with their signs instead.
_CONTROLS = bytes(set(range(0x20)) - set(b"\b\t\n\v\f\r\x1b"))
_CONTROLS_IN_TEXT = 0.06
_ENOUGH = 4 * 1024
_UNICODE_MARKS = (
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"bplist00", "a binary property list"),
)


def binary_kind(data: bytes) -> str | None:
    """What `data` is if it is not text ("a PDF document"), else None."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return kind
    head = data[:_HEAD]
    if head.startswith(_UNICODE_MARKS):
        return None
    if b"\x00" in head or (len(head) >= _ENOUGH and _control_share(head) > _CONTROLS_IN_TEXT):
        return "binary data"
    return None


def _control_share(head: bytes) -> float:
    return 1 - len(head.translate(None, _CONTROLS)) / len(head)
