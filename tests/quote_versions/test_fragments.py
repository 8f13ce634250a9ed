"""Fragments that are tied to the one fuller quote with their words."""

from __future__ import annotations

import pytest

from reader.quote_versions import VersionForm, shared_quotes_of_texts

FULL = "“We will rebuild the harbour, the bridge and the old town before winter,” Ann Lee said."


@pytest.mark.parametrize(
    "fragment",
    [
        "Ann Lee promised “harbour and bridge” soon.",
        "Ann Lee wants to “rebuild” all of it.",
        "A speech by Lee was full of “rebuild” and hope.",
    ],
)
def test_a_fragment_of_the_same_speaker_is_tied(fragment: str) -> None:
    (quote,) = shared_quotes_of_texts([FULL, fragment])
    assert [version.article for version in quote.versions] == [0, 1]
    assert quote.versions[1].form is VersionForm.PARTIAL
    assert quote.versions[1].certainty < 1


@pytest.mark.parametrize(
    "fragment",
    [
        "Bo Ray promised to “rebuild” all of it.",
        "The town was “before” all else.",
        "Ann Lee praised the “old” ways.",
    ],
)
def test_another_speaker_and_slight_words_are_not_tied(fragment: str) -> None:
    assert shared_quotes_of_texts([FULL, fragment]) == ()


def test_a_fragment_of_two_fuller_quotes_is_tied_to_neither() -> None:
    other = "“They said we can never rebuild the north side of this town at all,” Ann Lee said."
    fragment = "Ann Lee wants to “rebuild” all of it."
    assert shared_quotes_of_texts([FULL, other, fragment]) == ()


def test_a_fragment_with_one_word_in_common_is_none_of_it() -> None:
    fragment = "Ann Lee said the town must “come by with a harbour” soon."
    assert shared_quotes_of_texts([FULL, fragment]) == ()
    fragment = "Ann Lee said the town must “see to the harbour” soon."
    assert len(shared_quotes_of_texts([FULL, fragment])) == 1
