"""The alignment of a quotation with its source as it is checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.quote_check.checked_alignment import Alignment, align_quotation
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.word_edits import EditKind, build_edit_script


def read(text: str) -> PrintedWords:
    return PrintedWords(text, read_quote_words(text, [(0, len(text))]))


def align(source: str, quotation: str) -> Alignment:
    base, version = read(source), read(quotation)
    return align_quotation(base, version, build_edit_script(base.words, version.words))


FAR = "The tide came in at noon and the crews went home to the old town by bus. "


@pytest.mark.parametrize(
    ("source", "quotation", "kinds"),
    [
        (FAR + "The organization was new.", "The organisation was new.", ["dropped", "same"]),
        (FAR + "The guild was new.", "The choir was new.", ["dropped", "same", "changed", "same"]),
        ("The guild is new. " + FAR, "The guild is closed by", ["same", "changed"]),
        ("They mended the quay.", "[T]hey mended the quay.", ["same"]),
        ("[T]hey mended the quay.", "mended the quay.", ["dropped", "same"]),
    ],
)
def test_words_are_aligned_where_the_others_are(
    source: str, quotation: str, kinds: list[str]
) -> None:
    found = [edit.kind.value for edit in align(source, quotation).edits]
    assert found == kinds


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "quay",
            "crew",
            "organise",
            "organize",
            "[t]he",
            "was",
            "not",
            "in",
            "Leith",
            "grey",
            "gray",
        ]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(WORDS, WORDS)
def test_a_script_covers_both_sides_in_order(source: str, quotation: str) -> None:
    base, version, edits = align(source, quotation)
    assert [i for e in edits for i in range(e.base.start, e.base.stop)] == list(
        range(len(base.words))
    )
    assert [i for e in edits for i in range(e.version.start, e.version.stop)] == list(
        range(len(version.words))
    )
    for edit in edits:
        assert (edit.base_count > 0) == (edit.kind is not EditKind.INSERTED)
        assert (edit.version_count > 0) == (edit.kind is not EditKind.DROPPED)
