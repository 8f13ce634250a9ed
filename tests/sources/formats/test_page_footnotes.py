"""Marks of footnotes and powers in the text of a page."""

from __future__ import annotations

import pytest

from reader.sources.formats.page_extraction import parse_page
from reader.sources.formats.page_footnotes import drop_reference_marks


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("a report<sup>12</sup> on it", "a report on it"),
        ("said so.<sup>3</sup>", "said so."),
        ("the pier<sup><a href='#n4'>[4]</a></sup> was old", "the pier was old"),
        ("the pier<a href='#n4'><sup>4</sup></a> was old", "the pier was old"),
        ("the mayor<sup>*</sup> said", "the mayor said"),
        ("the mayor<sup>1, 2</sup> said", "the mayor said"),
        ("in 2031<sup><a href='#n5'>5</a></sup> it fell", "in 2031 it fell"),
        ("40 m<sup>2</sup> of wood", "40 m² of wood"),
        ("40 <b>km</b><sup>2</sup> of wood", "40 km² of wood"),
        ("10<sup>6</sup> eels", "10⁶ eels"),
        ("10<sup>-3</sup> of it", "10⁻³ of it"),
        ("the 19<sup>th</sup> crossing", "the 19th crossing"),
        ("the M<sup>me</sup> Roux", "the Mme Roux"),
        ("CO<sub>2</sub> in it", "CO2 in it"),
    ],
)
def test_a_mark_goes_and_a_power_stays(marked: str, text: str) -> None:
    root = parse_page(f"<html><body><p>{marked}</p></body></html>".encode())
    assert root is not None
    drop_reference_marks(root)
    assert "".join(root.itertext()) == text
