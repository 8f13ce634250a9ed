"""Whether two speakers are the same."""

from __future__ import annotations

import pytest

from reader.quote_versions.speaker_agreement import (
    are_two_people,
    speakers_agree,
    speakers_differ,
)
from reader.quotes import Speaker, SpeakerKind, Strength


def speaker(
    name: str,
    kind: SpeakerKind = SpeakerKind.PERSON,
    strength: Strength = Strength.STATED,
) -> Speaker:
    return Speaker(name, name, 0, len(name), kind, 0.8, strength)


@pytest.mark.parametrize(
    ("one", "other", "agree", "differ"),
    [
        ("Ann Lee", "Lee", True, False),
        ("Ann Lee", "Bo Ray", False, True),
        ("Ann Lee", "the mayor", False, False),
        ("the mayor", "the governor", False, False),
    ],
)
def test_names_agree_or_differ_and_roles_leave_it_open(
    one: str, other: str, agree: bool, differ: bool
) -> None:
    assert speakers_agree(speaker(one), speaker(other)) is agree
    assert speakers_differ(speaker(one), speaker(other)) is differ


def test_unknown_and_inferred_speakers_never_differ() -> None:
    inferred = speaker("Bo Ray", strength=Strength.INFERRED)
    assert not speakers_differ(speaker("Ann Lee"), inferred)
    assert not speakers_differ(speaker("Ann Lee"), None)
    assert not speakers_agree(None, None)


def test_a_misspelled_name_and_an_organisation_are_no_second_person() -> None:
    ann, organisation = speaker("Ann Lee"), speaker("Acme Corp", SpeakerKind.ORGANISATION)
    assert are_two_people(ann, speaker("Bo Ray"))
    assert not are_two_people(ann, organisation)
    assert not are_two_people(speaker("Papoulias"), speaker("Papulias"))
