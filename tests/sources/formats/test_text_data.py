import pytest

from reader.sources.formats.text_data import find_text_data

ROWS = (
    'name,year,words\nIda Vance,2024,"Nobody, she said, came"\nJo Lund,2025,"None, ""he"" said"\n'
)
PROSE = "The ferry, the pier, and the crane are shut.\n"


@pytest.mark.parametrize(
    ("text", "suffix", "content_type", "name"),
    [
        (ROWS, ".csv", None, "table"),
        (ROWS, "", "text/csv", "table"),
        (ROWS.replace(",", "\t"), ".tsv", None, "table"),
        ("Exported today\n" + ROWS * 3, ".CSV", None, "table"),
        ("a;b;c\n" * 6, ".txt", None, "table"),
        ("1,2,3\n" * 6, "", None, "table"),
        ("1,2,3\n" * 3, "", None, None),
        (PROSE * 8, ".txt", None, None),
        (PROSE * 8, ".csv", None, None),
        ("The ferry is shut.\n" * 8, ".csv", None, None),
        ("", ".csv", None, None),
        ("\x00,\x00,\x00\n" * 6, "", None, "table"),
        ('"' * 200_000, ".csv", None, None),
        ('<?xml version="1.0"?>\n<nitf><body/></nitf>', ".xml", None, "XML"),
        ('<svg xmlns="x"></svg>', ".txt", None, "XML"),
        ('<TEI version="5" xmlns="x"><text/></TEI>', ".xml", None, "XML"),
        ("<He left at noon, the mayor said>", ".txt", None, None),
        ("BEGIN:VCALENDAR\nVERSION:2.0\n", ".ics", None, "calendar"),
        ("Begin: the vcard was empty.\n", ".txt", None, None),
    ],
)
def test_tables_and_other_data_are_told_from_texts(text, suffix, content_type, name):
    kind = find_text_data(text.encode(), suffix=suffix, content_type=content_type)
    assert kind is None if name is None else name in kind.name
