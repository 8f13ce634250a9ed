from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.widgets.line_widget import fit, justify, parts_width

texts = st.text(alphabet="abc de漢字é👩👧…", max_size=30)
parts = st.lists(st.tuples(texts, st.sampled_from(["", "muted", "strong"])), max_size=5)
widths = st.integers(0, 60)


def text_of(line) -> str:
    return "".join(text for text, _ in line)


@given(parts, widths)
def test_fitted_parts_never_exceed_the_width(parts, width):
    assert parts_width(fit(parts, width)) <= width


@given(parts, widths)
def test_what_fits_stays_as_it_is_and_what_does_not_is_marked(parts, width):
    line = text_of(fit(parts, width))
    whole = text_of(parts)
    assert cell_len(line) <= max(width, 0)
    if parts_width(parts) <= width:
        assert line == whole
    elif width > 0:
        assert line.endswith("…")
        assert whole.startswith(line[:-1].rstrip())


@given(parts, parts, widths)
def test_a_justified_line_has_the_width_given(left, right, width):
    line = justify(left, right, width)
    assert parts_width(line) <= width
    if parts_width(right) < width:
        assert parts_width(line) == width
        assert text_of(line).endswith(text_of(right)), "the left side gives way"


@pytest.mark.parametrize("width", range(8))
def test_a_wide_character_is_never_cut_in_half(width):
    line = text_of(fit([("漢字漢字", "")], width))
    assert cell_len(line) <= width
    assert set(line) <= set("漢字…")
