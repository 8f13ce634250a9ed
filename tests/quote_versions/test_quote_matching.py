"""Which quotes of two texts are one utterance."""

from __future__ import annotations

import pytest

from reader.quote_versions.quote_matching import match_quotes

FULL = "“We will rebuild the harbour, the bridge and the old town before winter,” Ann Lee said."


def matched(one: str, other: str) -> bool:
    return bool(list(match_quotes([one, other])))


@pytest.mark.parametrize(
    "other",
    [
        FULL,
        "Ann Lee said they would “rebuild the harbour, the bridge and the old town” soon.",
        "“We will rebuild the old town before winter,” Lee said.",
        "“We'll rebuild the harbour, the bridge, and the old town by winter,” said Ann Lee.",
    ],
)
def test_trimmed_cut_and_reworded_versions_are_matched(other: str) -> None:
    assert matched(FULL, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee asked for “fair competition” now.", "Bo Ray praised “fair competition” now."),
        (
            "“We support the Endangered Species Act and its aims,” Ann Lee said.",
            "“Farmers have long hated the Endangered Species Act here,” Bo Ray said.",
        ),
        (
            "“There's a lot of anger in this town tonight,” Ann Lee said.",
            "“There's a lot of crime in the other district,” Bo Ray said.",
        ),
        (FULL, "“We will open the harbour to trade,” Ann Lee said."),
    ],
)
def test_a_shared_turn_of_phrase_is_no_match(one: str, other: str) -> None:
    assert not matched(one, other)


def test_spans_go_from_the_first_to_the_last_quoted_word() -> None:
    other = "“We will rebuild the harbour,” Ann Lee said, “the bridge and the old town.”"
    ((a, (start, end), b, (first, last)),) = match_quotes([FULL, other])
    assert (a, b) == (0, 1)
    assert FULL[start:end].startswith("We will")
    assert FULL[start:end].endswith("winter,")
    assert other[first:last].startswith("We will")
    assert other[first:last].endswith("old town.")
