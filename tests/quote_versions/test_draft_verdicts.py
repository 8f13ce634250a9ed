"""The verdict that follows from the edits of a quotation."""

from __future__ import annotations

import pytest

from reader.quote_versions import Verdict
from reader.quote_versions.draft_verdicts import count_faulty_words, judge_edits
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.word_edits import build_edit_script

SOURCE = "We had a plan. We will rebuild the harbour, the bridge and the old town. It will last."


def judge(draft: str, *, whole: bool = True, other: bool = False) -> tuple[Verdict, int]:
    base = read_quote_words(SOURCE, [(0, len(SOURCE))])
    edits = build_edit_script(base, read_quote_words(draft, [(0, len(draft))]))
    verdict = judge_edits(SOURCE, base, edits, is_whole_quote=whole, has_other_speaker=other)
    return verdict, count_faulty_words(edits)


@pytest.mark.parametrize(
    ("draft", "verdict", "faults"),
    [
        (SOURCE, Verdict.EXACT, 0),
        (
            "We will rebuild the harbour, the bridge and the old town. It will last.",
            Verdict.EXACT,
            0,
        ),
        ("rebuild the harbour, the bridge and the old town", Verdict.TRIMMED, 0),
        ("We will rebuild the harbour … and the old town", Verdict.TRIMMED, 0),
        ("We will rebuild the harbour and the old town", Verdict.CUT, 2),
        ("We will rebuild the port, the bridge and the old town", Verdict.CHANGED, 1),
        ("We will rebuild the [whole] harbour, the bridge and the old town", Verdict.TRIMMED, 0),
    ],
)
def test_cuts_and_changes_without_a_sign_are_faults(
    draft: str, verdict: Verdict, faults: int
) -> None:
    assert judge(draft) == (verdict, faults)


def test_another_speaker_weighs_more_than_a_cut_and_less_than_a_change() -> None:
    cut = "We will rebuild the harbour and the old town"
    changed = "We will rebuild the port, the bridge and the old town"
    assert judge(cut, other=True)[0] is Verdict.OTHER_SPEAKER
    assert judge(changed, other=True)[0] is Verdict.CHANGED


def test_a_part_of_the_reporters_words_is_never_trimmed() -> None:
    assert judge("rebuild the harbour, the bridge and the old town", whole=False)[0] is (
        Verdict.EXACT
    )
