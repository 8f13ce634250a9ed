"""From bytes to text: which encoding a text file is written in."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.text.languages import guess_language

_MARKS = (
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
_LATIN = {
    "cp1252": frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "id"}),
    "cp1250": frozenset({"pl", "cs", "sk", "hu", "ro", "hr"}),
    "cp1254": frozenset({"tr"}),
    "cp1257": frozenset[str](),
}
_SAMPLE = 64 * 1024
_WRONG_BYTES_ALLOWED = 1 / 1000


class Decoded(NamedTuple):
    """A text as it was read, not yet cleaned."""

    text: str
    encoding: str
    """The name as people know it: `utf-8`, `windows-1252`, `shift_jis`."""
    note: str | None
    """What the reader should know about it, or None where it is plain UTF-8."""


def decode(data: bytes) -> Decoded:
    """Read `data` as text; never fails.

    A byte order mark decides; then strict UTF-8; then UTF-8 with at most one wrong
    byte in a thousand; then charset-normalizer's guess on the first 64 kB; then
    windows-1252. UTF-7 is never considered.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            note = None if encoding == "utf-8" else f"read as {encoding}"
            return Decoded(text, encoding, note)
    try:
        if b"\x1b$" not in data[:_SAMPLE]:
            return Decoded(data.decode("utf-8"), "utf-8", None)
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(data) or _guessed(data)


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd") - data.count("\ufffd".encode())
    if wrong > len(data) * _WRONG_BYTES_ALLOWED:
        return None
    # A single accented letter of an older encoding is wrong UTF-8 too: only right
    # multi-byte characters beside it show that the text was meant as UTF-8.
    if len(data) - len(text) <= wrong:
        return None
    return Decoded(text, "utf-8", f"{wrong} bytes are not UTF-8 and were replaced")


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and (end := sample.rfind(b"\n")) > 0:
        sample = sample[:end]
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    codec = best.encoding if best else "cp1252"
    if codec in _LATIN:
        codec = _by_language(sample) or codec
    encoding = _familiar(codec)
    return Decoded(data.decode(codec, "replace"), encoding, f"read as {encoding} (a guess)")


def _by_language(sample: bytes) -> str | None:
    """Which of the encodings with Latin letters makes a language of it that it was made for.

    They differ in a few letters only, so that a short text gives a guess by letters
    little to go on; the commonest words, mostly without accents, tell more.
    """
    for codec, languages in _LATIN.items():
        if guess_language(sample.decode(codec, "replace")) in languages:
            return codec
    return None


def _familiar(codec: str) -> str:
    if codec.startswith("cp125"):
        return codec.replace("cp", "windows-")
    return {"cp932": "shift_jis", "cp874": "windows-874", "koi8_r": "koi8-r"}.get(codec, codec)
