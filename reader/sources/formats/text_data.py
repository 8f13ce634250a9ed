"""Data in the form of text that is no article: tables, XML, entries of calendars and addresses."""

from __future__ import annotations

import csv
import re
from collections import Counter

from reader.sources.formats.content_types import decode_sample, skip_declarations
from reader.sources.formats.file_signatures import UnreadableKind

_TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_TABLE_TYPES = frozenset({"text/csv", "text/tab-separated-values"})

_TABLE = UnreadableKind(
    "a table of separated values",
    "save the text of the rows to compare as .txt files and open those",
)
_XML = UnreadableKind(
    "an XML file that is no page and no feed",
    "open it in the program it was made with and save its text as a .txt file",
)
_ENTRIES = UnreadableKind(
    "entries of a calendar or of addresses", "save the text to compare as a .txt file"
)
_ROOT_WITH_NAMESPACE = re.compile(r"<[a-z_][\w:.-]{0,60}\s(?:[^<>]{0,1000}\s)?xmlns[:=]")
_SEPARATORS = ",;\t|"
# A text that nothing labels as a table has these, in so many rows of so many fields.
_UNLABELLED_SEPARATORS = ",;"
_UNLABELLED_ROWS, _UNLABELLED_FIELDS = 5, 3
# Of a labelled table so many rows have the same number of fields: notes may be above and below.
_REGULAR_SHARE = 0.8
_MOST_ROWS = 1000


def find_text_data(
    data: bytes, *, suffix: str = "", content_type: str | None = None
) -> UnreadableKind | None:
    """Return the kind of data that a text is, None where it may be an article.

    Args:
        data: the text, not yet decoded.
        suffix: of the file's name, with its dot.
        content_type: from an HTTP header.
    """
    sample = decode_sample(data)
    start = skip_declarations(sample)
    is_labelled_table = suffix.lower() in _TABLE_SUFFIXES or content_type in _TABLE_TYPES
    beginning = sample.lstrip()[:100].lower()
    if start.startswith("<") and (
        beginning.startswith("<?xml")
        or start.startswith("<svg")
        or _ROOT_WITH_NAMESPACE.match(start)
    ):
        return _XML
    if beginning.startswith(("begin:vcalendar", "begin:vcard")):
        return _ENTRIES
    first_line = sample.lstrip().partition("\n")[0]
    separators = [
        separator
        for separator in (_SEPARATORS if is_labelled_table else _UNLABELLED_SEPARATORS)
        if is_labelled_table or first_line.count(separator) >= _UNLABELLED_FIELDS - 1
    ]
    is_table = any(_is_table(sample, separator, is_labelled_table) for separator in separators)
    return _TABLE if is_table else None


def _is_table(sample: str, separator: str, is_labelled: bool) -> bool:
    """Return whether the lines are rows of a table.

    In a table a separator is followed by the next field at once; in prose by a space.
    """
    rows = _parse_rows(sample, separator)
    if not rows:
        return False
    width, count = Counter(map(len, rows)).most_common(1)[0]
    fields = [field for row in rows for field in row[1:] if field]
    spaced = sum(field[0] == " " for field in fields)
    if not fields or 2 * spaced >= len(fields):
        return False
    if is_labelled:
        return width > 1 and count >= _REGULAR_SHARE * len(rows)
    return width >= _UNLABELLED_FIELDS and count == len(rows) >= _UNLABELLED_ROWS


def _parse_rows(sample: str, separator: str) -> list[list[str]]:
    """Return the rows of a table that may be cut off at its end, none where it cannot be one."""
    lines = sample.splitlines(keepends=True)[:_MOST_ROWS]
    rows: list[list[str]] = []
    try:
        # Python 3.10 refuses lines with the character 0.
        readable = (line.replace("\0", "\ufffd") for line in lines)
        rows.extend(row for row in csv.reader(readable, delimiter=separator) if row)
    except csv.Error:
        return []
    # The last may be cut.
    return rows[:-1] if len(rows) > 2 else rows
