"""Decodes the bytes of a text file, finding its encoding."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.sources.formats.charsets import common_name, find_unmarked_utf16
from reader.text.languages import guess_language

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "euc_kr",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "iso2022_jp", "cp866",
]  # fmt: skip
# Encodings with Latin letters, and the languages that they were designed for.
_LATIN_CODECS = {
    "cp1252": frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "id"}),
    "cp1250": frozenset({"pl", "cs", "sk", "hu", "ro", "hr"}),
    "cp1254": frozenset({"tr"}),
    "cp1257": frozenset[str](),
}
# Bytes from which an encoding is guessed.
_SAMPLE = 64 * 1024
# The share of bytes that may be wrong in a text that is taken for UTF-8.
_TOLERATED_ERRORS = 1 / 1000


class Decoded(NamedTuple):
    """A decoded text, not yet cleaned."""

    text: str
    encoding: str
    """Its common name: `utf-8`, `windows-1252`, `shift_jis`."""
    note: str | None
    """A message for the user about it, or None where it is plain UTF-8."""


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text; never fails.

    A byte order mark decides; then the zero bytes of UTF-16; then strict UTF-8; then UTF-8
    with at most one wrong byte in a thousand; then charset-normalizer's guess on the first
    64 kB; then windows-1252. UTF-7 is never considered.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            note = None if encoding == "utf-8" else f"read as {encoding}"
            return Decoded(text, encoding, note)
    if codec := find_unmarked_utf16(data):
        return Decoded(data.decode(codec, "replace"), codec, f"read as {codec} (a guess)")
    try:
        # ISO-2022-JP is ASCII, and UTF-8 too, but for its escape sequences.
        if b"\x1b$" not in data[:_SAMPLE]:
            return Decoded(data.decode("utf-8"), "utf-8", None)
    except UnicodeDecodeError:
        pass
    return _decode_damaged_utf8(data) or _decode_guessed(data)


def _decode_damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    errors = text.count("\ufffd") - data.count("\ufffd".encode())
    if errors > len(data) * _TOLERATED_ERRORS:
        return None
    # A single accented letter of an older encoding is wrong UTF-8 too: only correct
    # multi-byte characters beside it show that the text is UTF-8.
    if len(data) - len(text) <= errors:
        return None
    return Decoded(text, "utf-8", f"{errors} bytes are not UTF-8 and were replaced")


def _decode_guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and (end := sample.rfind(b"\n")) > 0:
        sample = sample[:end]
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    codec = best.encoding if best else "cp1252"
    if codec in _LATIN_CODECS:
        codec = _guess_latin_codec(sample) or codec
    encoding = common_name(codec)
    return Decoded(data.decode(codec, "replace"), encoding, f"read as {encoding} (a guess)")


def _guess_latin_codec(sample: bytes) -> str | None:
    """Return the Latin encoding that gives a text in a language it was designed for.

    They differ in a few letters only, too few for a guess by letters in a short text; the
    commonest words, mostly without accents, show the language.
    """
    for codec, languages in _LATIN_CODECS.items():
        if guess_language(sample.decode(codec, "replace")) in languages:
            return codec
    return None
