"""Equal values in other forms are no cut, no insertion and no change."""

from __future__ import annotations

import pytest

from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.version_edits import build_version_edits
from reader.reports.quote_alterations import list_altered
from reader.reports.version_differences import describe_edits


def tell(base: str, version: str) -> list[str]:
    printed = tuple(
        PrintedWords(text, read_quote_words(text, [(0, len(text))])) for text in (base, version)
    )
    one, other = printed
    edits = build_version_edits(one.words, other.words, (one, other))
    assert [edit.base.start for edit in edits[1:]] == [edit.base.stop for edit in edits[:-1]]
    assert [edit.version.start for edit in edits[1:]] == [edit.version.stop for edit in edits[:-1]]
    told = list(describe_edits(edits, one, other))
    altered = [each.words for each in list_altered(edits, one, other)]
    assert altered == [
        words for words in told if "written differently" not in words and "left out" not in words
    ]
    return told


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("96 percent of boats leak", "96% of boats leak"),
        ("of all boats 96%", "of all boats 96 percent"),
        ("it cost us $3 million in all", "it cost us 3 million dollars in all"),
        ("it cost us $3.4 million", "it cost us $3.4m"),
        ("we lost twelve boats there", "we lost 12 boats there"),
        ("Twelve boats left the pier", "12 boats left the pier"),
        ("we sold 3,000 boats", "we sold three thousand boats"),
    ],
)
def test_equal_values_are_written_differently(base: str, version: str) -> None:
    for texts in ((base, version), (version, base)):
        (told,) = tell(*texts)
        assert told.startswith("written differently: ")


def test_signs_of_a_value_are_printed() -> None:
    told = tell("we paid $3 million for 96 percent", "we paid 3 million dollars for 96%")
    assert told == [
        "written differently: “$3 million” is “3 million dollars”",
        "written differently: “96 percent” is “96%”",
    ]


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        (
            "we lost about 96 percent of them",
            "we lost 96% of them",
            ["cut inside without ellipsis: “about”", "written differently: “96 percent” is “96%”"],
        ),
        (
            "we lost 96% of more than $3 million",
            "we lost some 96 percent of 3 million dollars",
            [
                "inserted inside: “some”",
                "written differently: “96%” is “96 percent”",
                "cut inside without ellipsis: “more than”",
                "written differently: “$3 million” is “3 million dollars”",
            ],
        ),
        ("we lost twelve boats", "we lost 13 boats", ["changed inside: “twelve” is “13”"]),
        (
            "we lost twelve green boats there",
            "we lost 12 red boats there",
            ["written differently: “twelve” is “12”", "changed inside: “green” is “red”"],
        ),
        (
            "Twelve green boats left us",
            "12 red boats left us",
            ["written differently: “Twelve” is “12”", "changed inside: “green” is “red”"],
        ),
        (
            "we sold twelve boats and three oars",
            "we sold three boats and 12 oars",
            ["changed inside: “twelve” is “three”", "changed inside: “three” is “12”"],
        ),
        (
            "it cost us $3 million",
            "it cost us 3 million dollars for oars",
            [
                "written differently: “$3 million” is “3 million dollars”",
                "inserted at the end: “for oars”",
            ],
        ),
    ],
)
def test_what_else_is_changed_is_told(base: str, version: str, expected: list[str]) -> None:
    printed = [
        PrintedWords(text, read_quote_words(text, [(0, len(text))])) for text in (base, version)
    ]
    edits = build_version_edits(printed[0].words, printed[1].words, (printed[0], printed[1]))
    assert list(describe_edits(edits, *printed)) == expected


def test_values_in_two_pairs_of_marks_are_read() -> None:
    from reader.quote_versions.shared_quote_finder import shared_quotes_of_texts

    base = (
        "“We lost twelve boats on the lake,” Ann Lee said, “and 96 percent of the oars were gone.”"
    )
    version = "“We lost 12 boats on the lake,” Ann Lee said, “and 96% of the oars were gone.”"
    (shared,) = shared_quotes_of_texts([base, version])
    assert [edit.kind.value for edit in shared.versions[1].edits] == ["same"] * 5
    assert sum(edit.is_other_form for edit in shared.versions[1].edits) == 2
