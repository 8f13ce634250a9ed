"""Articles as an archive stores them: the record that this program writes, compressed."""

from __future__ import annotations

import json
import zlib

from reader.articles import Article
from reader.errors import SourceError
from reader.sources.formats.article_records import (
    MAX_RECORD_CHARACTERS,
    article_to_record,
    parse_article_record,
)
from reader.text.cleaning import clean_line

_LEVEL = 6
# What every record has in common need not be stored with each. It is part of the format: a change
# of it is a new version of the store (`reader.archive.store_file.SCHEMA_VERSION`).
_COMMON_TEXT = (
    b"the of and to in a that said for on was with by is it from at as he his be has have not "
    b"would will were their which had who but been more after about told reporters on Monday "
    b"Tuesday Wednesday Thursday Friday Saturday Sunday government president minister police "
    b"according to a spokesman for the company said in a statement that it would"
    b'"},{"number":9,"kind":"furniture","text":"'
    b'"},{"number":10,"kind":"heading","text":"'
    b'{"format":"reader-article/1","source":"","name":"","title":"","outlet":null,"agency":null,'
    b'"byline":null,"dateline":null,"published":"2026-","updated":null,"corrected":null,'
    b'"standfirst":null,"readable_dates":{"published":"2026-","updated":null,"corrected":null},'
    b'"corrections":[],"credits":[],"language":"en","encoding":"utf-8","notes":[],'
    b'"paragraphs":[{"number":1,"kind":"body","text":"'
    b'"},{"number":2,"kind":"body","text":"'
)


def pack_article(article: Article) -> bytes:
    """Return an article as bytes; `unpack_article` reads it back."""
    record = article_to_record(article)
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(_LEVEL, zdict=_COMMON_TEXT)
    return packer.compress(text.encode("utf-8", "replace")) + packer.flush()


def unpack_record(packed: bytes) -> dict[str, object]:
    """Return the record in packed bytes.

    Raises:
        SourceError: the bytes are damaged.
    """
    unpacker = zlib.decompressobj(zdict=_COMMON_TEXT)
    try:
        data = unpacker.decompress(packed, 4 * MAX_RECORD_CHARACTERS)
        record = json.loads(data.decode("utf-8"))
    except (zlib.error, ValueError, RecursionError) as error:
        raise SourceError(f"a stored article is damaged ({clean_line(str(error))})") from error
    if not unpacker.eof or not isinstance(record, dict):
        raise SourceError("a stored article is damaged")
    return record


def unpack_article(packed: bytes) -> Article:
    """Return the article in packed bytes, cleaned as one from outside.

    Raises:
        SourceError: the bytes are damaged.
    """
    return parse_article_record(unpack_record(packed))
