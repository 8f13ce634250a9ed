"""The names of writers, and nothing that is printed beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.metadata.writer_names import count_names, parse_writers

NAMES = ("Mira Holt", "Jon Vesper", "Ana de la Rosa", "Ole Strand", "Zoë Quill")


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Mira Holt7 March 2029482", "Mira Holt"),
        ("By Mira Holt | 7 March 2029 | 482", "Mira Holt"),
        ("Mira Holt - March 7, 2029 6:05 pm UTC", "Mira Holt"),
        ("Mira Holt, MIRA HOLT", "Mira Holt"),
        ("Mira Holt mira.holt@beacon.test", "Mira Holt"),
        ("Mira Holt (@miraholt)", "Mira Holt"),
        ("Mira Holt, Senior Health Correspondent", "Mira Holt"),
        ("Mira Holt Transport Reporter", "Mira Holt"),
        ("Mira Holt for the Evening Beacon", "Mira Holt"),
        ("Mira Holt · Follow · 4 min read", "Mira Holt"),
        (
            "By Mira Holt in Norhaven, Jon Vesper in Paris and Ole Strand in Bergen",
            "Mira Holt, Jon Vesper and Ole Strand",
        ),
        ("Mira Holt, Jon Vesper, and Ole Strand", "Mira Holt, Jon Vesper, and Ole Strand"),
        ("Mira Holt and agencies", "Mira Holt"),
        ("Von Mira Holt und Jon Vesper", "Mira Holt und Jon Vesper"),
        ("Holt, Mira", "Holt, Mira"),
        ("Mira Holt Mira Holt", "Mira Holt"),
        ("Analysis by Mira Holt, BBN Editor-at-large", "Mira Holt"),
        ("Mira Holt, Sound Advance Media", "Mira Holt"),
        ("신현우 기자", "신현우"),
        ("482", ""),
        ("Newsroom", ""),
    ],
)
def test_only_names_are_left(stated: str, names: str) -> None:
    assert parse_writers(stated).names == names


def test_an_agency_is_no_writer() -> None:
    assert parse_writers("Mira Holt, AFP") == ("Mira Holt", "AFP")
    assert parse_writers("Associated Press") == ("", "AP")


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True),
    st.sampled_from([", ", "; ", " | ", " and "]),
    st.sampled_from(["", "By ", "Von ", "Text: "]),
    st.sampled_from(["", " | 7 March 2029", " | 12 comments", " | 482", ", Reporter"]),
)
def test_every_name_is_found_once(
    names: list[str], separator: str, before: str, after: str
) -> None:
    found = parse_writers(f"{before}{separator.join(names)}{after}").names
    assert count_names(found) == len(names)
    assert all(name in found for name in names)


@given(st.text(max_size=200))
def test_names_are_parsed_once_for_all(text: str) -> None:
    once = parse_writers(text).names
    assert parse_writers(once).names in (once, "")
