"""Whether two sentences share what happens, or background alone."""

from __future__ import annotations

import pytest

from reader.linking.shared_happenings import SharedHappening, compare_happenings

BACKGROUND_ALONE = [
    (
        "Fishermen at the sluice described their horror and asked how a ferry of such "
        "size could turn so fast on a quay where swimmers, anglers and children meet.",
        "The captain of the Meridian was in critical condition on Thursday, a day after his ferry "
        "rammed the granite quay beside the sluice and hurt two swimmers.",
    ),
    (
        "Ann Selby, the chairwoman of the Zelba Harbour Board, plans to stay away from the vote.",
        "Questioned by the Zelba Harbour Board, Ann Selby told engineers that they were wrong.",
    ),
]
SPEAKER_ALONE = [
    (
        "Harbour Secretary Marek Olsen said in a statement on Friday evening that he saw rust.",
        "Marek Olsen, the harbour secretary, said in a statement on Friday that the fog had gone.",
    ),
    (
        "Zelba Harbour Board secretary Marek Olsen told Radio Nine that the fees must be raised.",
        "Marek Olsen, the secretary of the Zelba Harbour Board, said the storm was no surprise.",
    ),
    (
        "Former Harbour Chief Marek Olsen, who led the inquiry, said that he saw rust.",
        "The council thanked former Harbour Chief Marek Olsen, who was leading an inquiry.",
    ),
]
NAME_ALONE = [
    (
        "Zelba Harbour Board Secretary Marek Olsen was hissed at on Friday night by two anglers.",
        "Ann Selby showed a letter of Zelba Harbour Board Secretary Marek Olsen on Friday night.",
    ),
    (
        "The rowers have been praising the Zelba Open Harbours Act since the mayor signed it.",
        "Anglers were against the Zelba Open Harbours Act, which the mayor signed in his garden.",
    ),
]
ONE_HAPPENING = [
    (
        "Zelba Harbour Board Secretary Marek Olsen closed the pier.",
        "The pier is closed by Zelba Harbour Board Secretary Marek Olsen, whom nobody had asked.",
    ),
    (
        "The mayor of Zelba closed the pier on Monday after engineers found rust in its pillars.",
        "ZELBA — Ann Selby has closed the old pier, a week before the regatta.",
    ),
    (
        "Ann Selby, whom the council had elected in May, resigned as mayor on Friday.",
        "The resignation of Ann Selby as mayor of Zelba on Friday surprised the council.",
    ),
    (
        "The Zelba Harbour Board named Marek Olsen as its secretary.",
        "Marek Olsen is the new secretary of the Zelba Harbour Board.",
    ),
]


@pytest.mark.parametrize(("here", "there"), BACKGROUND_ALONE)
def test_background_that_both_recall_is_not_reported_by_both(here: str, there: str) -> None:
    assert not compare_happenings(here, there).is_reported


@pytest.mark.parametrize(("here", "there"), SPEAKER_ALONE)
def test_who_somebody_is_tells_nothing_of_what_happens(here: str, there: str) -> None:
    assert compare_happenings(here, there) == SharedHappening(is_reported=False, main_share=0.0)


def test_one_word_in_two_quotations_tells_nothing_of_what_happens() -> None:
    here = (
        "“Nobody can want the tunnel to close before winter, and they must say what they will do,” "
        "said Marek Olsen, the secretary of the Zelba Harbour Board."
    )
    there = (
        "“A tunnel is the wrong way to save money,” Marek Olsen, the secretary of the Zelba "
        "Harbour Board, said on Friday."
    )
    assert not compare_happenings(here, there).is_reported
    again = there.replace("to save money", "to spend money before winter")
    assert compare_happenings(here, again).is_reported


@pytest.mark.parametrize(("here", "there"), NAME_ALONE)
def test_a_long_name_tells_nothing_of_what_happens(here: str, there: str) -> None:
    assert compare_happenings(here, there) == SharedHappening(is_reported=False, main_share=0.0)


@pytest.mark.parametrize(("here", "there"), ONE_HAPPENING)
def test_one_happening_is_reported_by_both(here: str, there: str) -> None:
    assert compare_happenings(here, there).is_reported


@pytest.mark.parametrize(
    ("here", "there"), [*BACKGROUND_ALONE, *SPEAKER_ALONE, *NAME_ALONE, *ONE_HAPPENING]
)
def test_a_comparison_is_the_same_from_both_sides(here: str, there: str) -> None:
    one, other = compare_happenings(here, there), compare_happenings(there, here)
    assert one == other
    assert 0.0 <= one.main_share <= 1.0


def test_main_clauses_of_one_report_are_shared_whatever_stands_beside_them() -> None:
    main = "the mayor closed the old pier of Zelba for good"
    here = f"After a storm that nobody had forecast, {main}."
    there = f"ZELBA — {main.capitalize()}, citing rust in its pillars."
    assert compare_happenings(here, there).main_share == 1.0
    assert compare_happenings(here, "Swimmers crossed the lake.").main_share == 0.0


def test_sentences_without_words_share_nothing() -> None:
    shared = compare_happenings("", "—")
    assert not shared.is_reported
    assert shared.main_share == 0.0
