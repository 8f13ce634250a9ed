"""Files that are no text, recognised by their first bytes."""

from __future__ import annotations

import codecs

# Bytes that are inspected.
_SAMPLE = 8 * 1024
# Control characters that no text consists of, and their greatest share in a text; noise has
# about one in ten. A short text with many is shown with signs in their place instead.
_CONTROLS = bytes(set(range(0x20)) - set(b"\b\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.06
_SHORTEST_NOISE = 4 * 1024
_UNICODE_MARKS = (
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_SIGNATURES = (
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


def find_binary_kind(data: bytes) -> str | None:
    """Return a description of data that is no text ("a PDF document"), None for a text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    sample = data[:_SAMPLE]
    if sample.startswith(_UNICODE_MARKS):
        return None
    is_noise = len(sample) >= _SHORTEST_NOISE and _control_share(sample) > _MOST_CONTROLS
    return "binary data" if b"\x00" in sample or is_noise else None


def _control_share(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample)
