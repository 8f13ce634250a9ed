"""The people of a coverage."""

from __future__ import annotations

import pickle

from reader import compare, open_articles
from reader.linking import LinkCorrections
from reader.quote_versions.quote_corrections import QuoteCorrections, VersionWords


def test_people_of_the_seeds_are_found_once_and_kept() -> None:
    coverage = compare(open_articles([]))
    people = coverage.people
    assert people is coverage.people
    blinken = people.persons[0]
    assert (blinken.name, blinken.heard_in) == ("Antony Blinken", (0, 1, 2, 3, 4))
    assert pickle.loads(pickle.dumps(coverage)).people == people


def test_a_corrected_speaker_is_counted() -> None:
    coverage = compare(open_articles([]))
    shared = next(each for each in coverage.shared_quotes if each.base.speaker)
    key = VersionWords.of_version(shared.base)
    corrected = coverage.with_corrections(
        LinkCorrections(), quotes=QuoteCorrections(speakers={key: "Nora Stell"})
    )
    (row,) = [row for row in corrected.people.others if row.name == "Nora Stell"]
    assert row.spoken.words > 0
    assert row.cells[0].confidence == 1
    assert row.name not in {other.name for other in coverage.people.others}
