"""A speaker whom the user named is the same in quotations, people and their heads."""

from __future__ import annotations

import pytest

from reader import Coverage, article_from_text, compare
from reader.linking import LinkCorrections
from reader.quote_versions.quote_corrections import QuoteCorrections, VersionWords
from reader.story import PeopleRow

FULL = (
    "Tomas Reyk spoke on the quay. “If the inspection of the mill was done as it should have been, "
    "I want to know why nobody saw this coming,” he said.\n\nThe mill is closed."
)
PART = "Tomas Reyk came at noon. “I want to know why nobody saw this coming,” he said on the quay."
NAMED = "Anna Berg, who owns the mill, left at noon. “It is no mill of mine,” Anna Berg said."


def correct(*texts: str, version: int) -> Coverage:
    coverage = compare(
        [article_from_text(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    )
    (shared,) = coverage.shared_quotes
    key = VersionWords.of_version(shared.versions[version])
    return coverage.with_corrections(
        LinkCorrections(), quotes=QuoteCorrections(speakers={key: "Anna Berg"})
    )


def find_row(coverage: Coverage, name: str) -> PeopleRow:
    (row,) = [
        row for row in (*coverage.people.persons, *coverage.people.others) if row.name == name
    ]
    return row


@pytest.mark.parametrize(("version", "head"), [(0, "Anna Berg"), (1, "Tomas Reyk")])
def test_the_head_names_the_speaker_of_the_fullest_version(version: int, head: str) -> None:
    (shared,) = correct(FULL, PART, version=version).shared_quotes
    assert shared.speaker is not None
    assert shared.speaker.name == head
    assert shared.base.speaker == shared.speaker
    assert shared.versions[1].same_speaker is False


def test_words_of_the_speaker_who_was_found_count_for_the_named_one() -> None:
    coverage = correct(FULL, PART, version=1)
    row = find_row(coverage, "Anna Berg")
    assert [(cell.article, cell.direct.words) for cell in row.cells] == [(1, 9)]
    assert [count.times for count in coverage.people.unknown] == [0, 0]


def test_a_person_whom_another_article_names_has_one_row() -> None:
    coverage = correct(FULL, PART, NAMED, version=1)
    row = find_row(coverage, "Anna Berg")
    assert [(cell.article, cell.mentions > 0) for cell in row.cells] == [(1, False), (2, True)]
    assert row.spoken.times == 2


def test_a_version_of_nobody_can_be_corrected() -> None:
    said = "“I want to know why nobody saw this coming.” The mill is closed."
    (shared,) = correct(FULL, said, version=1).shared_quotes
    assert [version.same_speaker for version in shared.versions] == [True, False]


@pytest.mark.parametrize(
    "part",
    [
        "Asked by Olaf Krenn, “I want to know why nobody saw this coming,” Tomas Reyk replied.",
        "Olaf Krenn wrote that Tomas Reyk said he “wants to know why nobody saw this coming”.",
        "Tomas Reyk lied: “I want to know why nobody saw this coming.”",
    ],
)
def test_words_of_whom_the_article_leaves_open_are_of_the_named_one(part: str) -> None:
    coverage = correct(FULL, part, version=1)
    row = find_row(coverage, "Anna Berg")
    assert [(cell.article, cell.spoken.times, cell.perhaps.times) for cell in row.cells] == [
        (1, 1, 0)
    ]
    assert coverage.people.unknown[1].times == 0


def test_a_speaker_named_for_the_words_of_a_reporter_counts() -> None:
    full = (
        "“We lost the boats about two hundred metres out, and from then on the captain had nothing "
        "but the anchors and the horn,” Nora Quill said."
    )
    told = (
        "The mill’s director, Nora Quill, said that the captain had nothing but the anchors and "
        "the horn after they lost the boats."
    )
    coverage = correct(full, told, version=1)
    row = find_row(coverage, "Anna Berg")
    assert [(cell.article, cell.indirect.times) for cell in row.cells] == [(1, 1)]
    quill = find_row(coverage, "Nora Quill")
    assert [(cell.article, cell.spoken.times) for cell in quill.cells] == [(0, 1), (1, 0)]
