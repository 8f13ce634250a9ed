"""A quotation whose words a source has at several places, and drafts that repeat a source."""

from __future__ import annotations

import pytest

from reader.quote_check import QuoteCheck, Verdict, check_quote, check_quotes


def last_check(draft: str, source: str) -> QuoteCheck:
    return check_quotes(draft, source)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The Mill ‘Was Never that Old’\nA crowd saw on Monday a mill that “was never that old.”",
        "Sailors: ‘Piracy’ in the harbour\nRiver sailors called the fee “piracy”.",
        "The fee was mocked as a “toll rule” by club members, a point denied by the board.\n"
        "Rowing opponents say the plan is not a “toll rule.” It “will not stop boats”, it said.",
        "More:North Leith calls Joe Marsh ‘fool of low wit’ over his song\n"
        "On Monday, North Leith's news service called him a “fool of low wit” and a “shame.”",
    ],
)
def test_the_place_that_has_words_and_speaker_as_the_draft_is_taken(text: str) -> None:
    assert not any(check.needs_review for check in check_quotes(text, text))


def test_a_place_that_denies_the_words_is_not_passed_over() -> None:
    source = (
        "“I never said that we sold the old boats to Riga,” Ida Vance said.\n"
        "A banner read “we sold the old boats to Riga”."
    )
    assert last_check("“We sold the old boats to Riga,” Ida Vance said.", source).needs_review


def test_a_draft_that_has_the_whole_line_of_the_source_names_the_same_speaker() -> None:
    text = (
        "Asked if he agreed, West Virginia Senator Joe Marsh did not answer. Instead he said he "
        "liked that Vance “is taking a very mild approach” to boats.\n"
        "“We’re not going to change our core values,” Marsh said."
    )
    assert not any(check.needs_review for check in check_quotes(text, text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Vance: ‘They are talking to the oldest guild’",
            "‘I think it is right at this point for me to tell both the owners and the crews to "
            "remember that they are talking to the oldest guild,’ said Vance.",
        ),
        (
            "The guild: “The guild has deep concerns with how Leith paid this ferry”",
            "“Based on first reports from Leith, the guild has deep concerns with how Leith paid "
            "this ferry and has not seen the bill,” the guild said.",
        ),
    ],
)
def test_what_the_draft_prints_as_well_is_not_kept_from_its_readers(
    first: str, second: str
) -> None:
    source = f"{first}\n{second}"
    assert last_check(first, source).needs_review
    assert not any(check.needs_review for check in check_quotes(source, source))


def test_another_source_is_held_against_what_the_draft_prints_twice() -> None:
    first = "“We sold the old ferry,” Ida Vance said."
    other = "“We never sold the old ferry,” Ida Vance said."
    checks = check_quotes(f"{first}\n{other}", [first, other])
    assert checks[0].needs_review
    assert checks[0].verdict is Verdict.EXACT


def test_a_quotation_by_itself_is_held_against_all_places() -> None:
    source = "A Sailor ‘Probably Lost’ At Sea\nThe guild said that he was “probably lost”."
    assert not check_quote("probably lost", source).needs_review
