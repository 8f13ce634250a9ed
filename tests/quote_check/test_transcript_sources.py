"""Quotations from transcripts: labels are speakers, and no words."""

from __future__ import annotations

import pytest

from reader.quote_check import QuoteSources
from reader.quote_versions import ReasonCode

SOURCE = QuoteSources(
    "Minutes of the dredging inquiry\n"
    "CHAIR: Would you say the pilot saw the buoy?\n"
    "[00:10:02] QUILL: I would not say the pilot saw the buoy. It had been dark\n"
    "[00:10:05] since four o'clock that day. (coughs) We had no lamp.\n"
    "ROOK: The buoy was lit all night long.\n"
    "CHAIR: Thank you, Mr Rook."
)


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        ("The buoy was lit all night long", "Jo Rook"),
        ("It had been dark since four o'clock that day. We had no lamp.", "Ada Quill"),
    ],
)
def test_words_of_a_turn_are_verified_across_times_and_remarks(quote: str, speaker: str) -> None:
    check = SOURCE.check_quote(quote, speaker)
    assert not check.needs_review
    assert check.source_speaker is not None
    assert check.source_speaker.name in speaker.upper()


@pytest.mark.parametrize(
    ("quote", "speaker", "code"),
    [
        ("The buoy was lit all night long", "Ada Quill", ReasonCode.OTHER_SPEAKER),
        ("the pilot saw the buoy", "Ada Quill", ReasonCode.NEGATION),
        ("Would you say the pilot saw the buoy?", "Ada Quill", ReasonCode.OTHER_SPEAKER),
        (
            "We had no lamp. The buoy was lit all night long.",
            "Ada Quill",
            ReasonCode.CROSSES_SPEAKERS,
        ),
    ],
)
def test_words_of_another_turn_need_a_look(quote: str, speaker: str, code: ReasonCode) -> None:
    check = SOURCE.check_quote(quote, speaker)
    assert check.needs_review
    assert code in {reason.code for reason in check.reasons}


TALE = "The old lanterns were lit on the quay before anybody came to the hall.\n"
SPARSE = QuoteSources(
    f"{TALE}QUILL: The harbour will stay open this winter.\n{TALE * 2}"
    f"ROOK: Who is going to pay for the harbour?\nQUILL: Nobody, I promise you.\n{TALE * 3}"
)


@pytest.mark.parametrize(
    ("quote", "needs_review"),
    [("lanterns", True), ("old lanterns", True), ("promise you", False), ("winter", False)],
)
def test_words_of_a_line_without_label_are_not_known_to_be_spoken(
    quote: str, *, needs_review: bool
) -> None:
    assert SPARSE.check_quote(quote, "Quill").needs_review == needs_review


def test_a_whole_line_in_brackets_is_a_remark() -> None:
    remark = "(The council then left the room by the small door to the garden, in silence.)"
    text = f"QUILL: Thank you.\nROOK: Who pays?\nQUILL: Nobody pays.\n{remark}\nROOK: Oh."
    assert QuoteSources(text).check_quote("left the room by the small door", "Quill").needs_review
