"""Encodings by the names that pages, Python and people give them."""

from __future__ import annotations

import codecs
import re

# Bytes in which a declaration is searched.
_DECLARATION_REACH = 4 * 1024
_LONGEST_LABEL = 40
_META_DECLARATION = re.compile(
    rb"<meta\s[^>]{0,500}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(
    rb"<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
_LABEL_ALIASES = {"x-sjis": "shift_jis", "ks_c_5601-1987": "euc_kr", "x-gbk": "gbk"}
# Pages that declare the first are written in the second: the encodings that browsers use for a
# label (https://encoding.spec.whatwg.org/#names-and-labels).
_BROWSER_CODECS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_COMMON_NAMES = {
    "cp874": "windows-874",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "koi8_r": "koi8-r",
}
_FORBIDDEN_CODECS = frozenset({
    "utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape",
})  # fmt: skip
# A page whose declaration is readable as ASCII is not written in units of 16 or 32 bits.
_UNDECLARABLE_CODECS = frozenset({
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
})  # fmt: skip

# Bytes from which UTF-16 is found out, and the share of characters with a zero byte: no language
# that parts its words by spaces has fewer.
_UTF_16_SAMPLE = 8 * 1024
_LEAST_ZEROS = 1 / 20


def common_name(codec: str) -> str:
    """Return the name of an encoding that people know: `windows-1252` for `cp1252`."""
    if codec.startswith("cp125"):
        return codec.replace("cp", "windows-")
    return _COMMON_NAMES.get(codec, codec)


def find_codec(label: str | None) -> str | None:
    """Return Python's name for the encoding that a page or a header calls `label`, or None.

    None for unknown ones and for those that are no encodings of text; UTF-7 is never used.
    """
    if not label or len(label) > _LONGEST_LABEL or not label.isascii():
        return None
    label = label.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_LABEL_ALIASES.get(label, label))
    except (LookupError, ValueError):
        return None
    if info.name in _FORBIDDEN_CODECS or not getattr(info, "_is_text_encoding", True):
        return None
    return _BROWSER_CODECS.get(info.name, info.name)


def find_declared_codec(data: bytes) -> str | None:
    """Return the encoding that a page's XML declaration or first `<meta charset>` names."""
    start = data[:_DECLARATION_REACH]
    for pattern in (_XML_DECLARATION, _META_DECLARATION):
        match = pattern.search(start)
        codec = find_codec(match[1].decode("ascii")) if match else None
        if codec and codec not in _UNDECLARABLE_CODECS:
            return codec
    return None


def find_unmarked_utf16(data: bytes) -> str | None:
    """Return the form of UTF-16 that bytes without a byte order mark have, None for another.

    Spaces and line ends have a zero byte there, always in the same half of a character;
    everything is printable, and most of it letters.

    Args:
        data: all of a text, or its beginning.
    """
    sample = data[: min(_UTF_16_SAMPLE, len(data) // 2 * 2)]
    for codec, zeros, others in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if zeros.count(0) < len(zeros) * _LEAST_ZEROS or not zeros or 0 in others:
            continue
        text = sample.decode(codec, "replace")
        is_shown = all(character.isprintable() or character in "\t\r\n\f" for character in text)
        if is_shown and sum(map(str.isalpha, text)) > len(text) / 2:
            return codec
    return None
