"""Quotes survive as tuples of plain values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.quotes import find_quotes
from reader.quotes.quote_fields import quote_from_fields, quote_to_fields

TEXTS = [
    *(path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").iterdir())),
    "“We will go,” the mayor, Ann Lee, told the council in Riga. “Nobody pays.”\nA “smart” plan.",
    "“An open quote",
    "",
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_quotes_are_the_same_after_the_way_through_bytes(text: str) -> None:
    quotes = find_quotes(text)
    data = json.dumps([quote_to_fields(quote) for quote in quotes])
    read = [quote_from_fields(fields) for fields in json.loads(data)]
    assert [(each.text, quote_to_fields(each)) for each in read] == [
        ("", quote_to_fields(quote)) for quote in quotes
    ]
    assert [(each.speaker, each.cue, each.addressee, each.setting) for each in read] == [
        (quote.speaker, quote.cue, quote.addressee, quote.setting) for quote in quotes
    ]


@pytest.mark.parametrize("fields", [(), (1, 2, 3), (0, 5, "spoken", 0, 0, True, None, "")])
def test_other_values_are_no_quote(fields: tuple[object, ...]) -> None:
    with pytest.raises((TypeError, ValueError)):
        quote_from_fields(fields)
