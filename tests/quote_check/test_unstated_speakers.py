"""A name beside a quotation whose speaker the draft does not state."""

from __future__ import annotations

import pytest

from reader import article_from_text, check_quote, check_quotes
from reader.quote_versions.check_reasons import ReasonCode

PLAN = "“The harbour has put a plan on the table that mends the mill{end}”"
SOURCE = article_from_text(
    f"The mill\n\nMary Quill spoke first on Monday. {PLAN.format(end=',')} Quill said.\n\n"
    "“Just over half of the boats were lost in the storm that night,” Mary Quill said on Monday.\n",
    name="source.txt",
)


@pytest.mark.parametrize(
    ("before", "needs_review"),
    [("Bo Ray was unmoved.", True), ("Mary Quill was unmoved.", False), ("The town met.", False)],
)
def test_a_name_before_words_of_another_person_needs_a_look(before, needs_review):
    text = f"The talks\n\n{before} {PLAN.format(end='.')}\n"
    (found,) = check_quotes(article_from_text(text, name="draft.txt"), [SOURCE])
    assert found.needs_review is needs_review
    codes = {reason.code for reason in found.reasons}
    assert (ReasonCode.OTHER_SPEAKER in codes) is needs_review


@pytest.mark.parametrize("words", ["well over half", "over half", "slightly over half"])
def test_how_far_a_bound_is_passed_is_no_other_form_of_a_figure(words):
    quote = f"{words} of the boats were lost in the storm that night"
    assert check_quote(quote, [SOURCE], speaker="Mary Quill").needs_review


@pytest.mark.parametrize(
    "line", ["Bo Ray and Ida Vance", "Sens. Ray and Vance", "Bo Ray & Ida Vance", "Plan 7 signed X"]
)
def test_a_signature_decides_and_not_the_person_before(line):
    text = f"The talks\n\nMary Quill was unmoved.\n\n{PLAN.format(end='.')}\n\n-- {line}\n"
    (found,) = check_quotes(article_from_text(text, name="draft.txt"), [SOURCE])
    assert found.needs_review
    assert found.speaker is None or found.speaker.name != "Mary Quill"
