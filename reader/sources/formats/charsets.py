"""Which encoding a page says it is written in."""

from __future__ import annotations

import codecs
import re

_HEAD = 4 * 1024
_META = re.compile(
    rb"<meta\s[^>]{0,500}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE
)
# Pages that name the one are written in the other: the encodings that browsers read under a
# name (https://encoding.spec.whatwg.org/#names-and-labels).
_READ_AS = {
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
_NEVER = frozenset({"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape"})
_NO_WORDS = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})


def codec_named(label: str | None) -> str | None:
    """Python's name for the encoding that a page or a header calls `label`, or None.

    None for unknown ones and for those that are no encodings of text; UTF-7 is never used.
    """
    if not label or len(label) > 40 or not label.isascii():
        return None
    label = label.strip().strip("\"'").lower()
    label = {"x-sjis": "shift_jis", "ks_c_5601-1987": "euc_kr", "x-gbk": "gbk"}.get(label, label)
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if info.name in _NEVER or not getattr(info, "_is_text_encoding", True):
        return None
    return _READ_AS.get(info.name, info.name)


def stated_codec(data: bytes) -> str | None:
    """The encoding that the page's XML declaration or its first `<meta charset>` names."""
    head = data[:_HEAD]
    for pattern in (_XML, _META):
        match = pattern.search(head)
        codec = codec_named(match[1].decode("ascii")) if match else None
        if codec and codec not in _NO_WORDS:
            return codec
    # A page that could be read so far as to find the name is not written in units of 16 bits.
    return None
