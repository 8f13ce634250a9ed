"""Files that are neither text nor a document, recognised by their first bytes."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.sources.formats.charsets import find_unmarked_utf16

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
ZIP_SIGNATURE = b"PK\x03\x04"
"""The beginning of an office document, and of every other ZIP archive that is not empty."""

PDF_SIGNATURE = b"%PDF-"
"""The beginning of a PDF document."""

_SAVE_TEXT = "save its text as a .txt file and open that"
_UNPACK = "unpack it and open the files in it"
_CONVERT = "open it in an office program and save it as .docx, .odt or .txt"
# The share of zero bytes in a text that a fault of a disk or a program put there.
_MOST_ZEROS = 1 / 100
_SIGNATURES = (
    (b"%!PS", "a PostScript document", _SAVE_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", "there is nothing in it to open"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old office document (.doc), or a new one with a password",
        _CONVERT,
    ),
    (b"{\\rtf", "an RTF document", _CONVERT),
    (b"WARC/1.", "a web archive (WARC)", "save the pages in it as .html files and open those"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _SAVE_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", _SAVE_TEXT),
    (b"GIF87a", "a GIF picture", _SAVE_TEXT),
    (b"GIF89a", "a GIF picture", _SAVE_TEXT),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x7fELF", "a program", _SAVE_TEXT),
    (b"SQLite format 3\x00", "a database", _SAVE_TEXT),
    (b"bplist00", "a binary property list, such as a .webarchive", "save the page as .html"),
)


class UnreadableKind(NamedTuple):
    """A kind of data that cannot be read, and advice for the user."""

    name: str
    """With its article: "a PNG picture"."""
    advice: str


def find_unreadable_kind(data: bytes) -> UnreadableKind | None:
    """Return the kind of data in a form that cannot be read, None for a text or a document."""
    if data.lstrip().startswith((ZIP_SIGNATURE, PDF_SIGNATURE)):
        return None
    for signature, name, advice in _SIGNATURES:
        if data.startswith(signature):
            return UnreadableKind(name, advice)
    sample = data[:_SAMPLE]
    if sample.startswith(_UNICODE_MARKS) or find_unmarked_utf16(sample):
        return None
    is_noise = len(sample) >= _SHORTEST_NOISE and _control_share(sample) > _MOST_CONTROLS
    if is_noise or (0 in sample and not _is_text_with_zeros(sample)):
        return UnreadableKind("binary data", _SAVE_TEXT)
    return None


def _is_text_with_zeros(sample: bytes) -> bool:
    """Return whether few bytes are zero, and the others are text as a whole: UTF-8."""
    if sample.count(0) > len(sample) * _MOST_ZEROS:
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample.replace(b"\0", b""))
    except UnicodeDecodeError:
        return False
    return True


def _control_share(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample)
