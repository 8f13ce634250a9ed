"""JSON as pages have it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.formats.page_json import (
    DEEPEST_LEVEL,
    MOST_DIGITS,
    parse_first_value,
    parse_json,
)

DEPTH = 30_000
DEEP = '{"a":[' * DEPTH + "1" + "]}" * DEPTH
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_json_is_read_as_the_standard_library_reads_it(value):
    text = json.dumps(value)
    assert parse_json(text) == value
    assert parse_first_value(f"= {text}; more", 2) == value


def test_a_number_with_too_many_digits_is_null_and_the_rest_is_read():
    text = f'{{"id": {"7" * 5000}, "text": "Nine hives", "few": {"7" * MOST_DIGITS}}}'
    assert parse_json(text) == {"id": None, "text": "Nine hives", "few": int("7" * MOST_DIGITS)}


@pytest.mark.parametrize("brackets", ["", ' "br]ack}et{s[" '])
def test_what_is_nested_too_deep_is_null_and_the_rest_is_read(brackets):
    said = json.dumps(brackets)
    text = f'{{"menu": {DEEP}, "text": "Nine hives", "list": [1, [2]], "said": {said}}}'
    value = parse_json(text)
    assert value["text"] == "Nine hives"
    assert value["list"] == [1, [2]]
    assert value["said"] == brackets
    assert parse_first_value(f"x={text};", 2) == value
    level, inner = 0, value["menu"]
    while inner is not None:
        inner = inner["a"] if isinstance(inner, dict) else inner[0]
        level += 1
    assert level < DEEPEST_LEVEL + 1


@pytest.mark.parametrize("text", ["", "[" * DEPTH, "]" * 9, '{"a": ' * DEPTH, '["', "{]"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)
