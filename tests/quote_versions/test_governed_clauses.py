"""The clause that a reporting verb governs."""

from __future__ import annotations

import pytest

from reader.quote_versions.governed_clauses import find_governed_clause, leave_out_names
from reader.quotes.speakers import read_sentence_speaker


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "Mr. Orlen said he felt badly for Mr. Veld, whom he left in May for lying.",
            "he felt badly for Mr. Veld",
        ),
        ("Mr. Orlen said the group would work on it.", "the group would work on it."),
        ("The harbour has changed, Mr. Orlen said.", "The harbour has changed,"),
        ("Mr. Orlen declared a state of alarm at the harbour.", None),
        ("Mr. Orlen warned that the harbour was closing.", "that the harbour was closing."),
        (
            "Mr. Orlen stressed the importance of talking at once.",
            "the importance of talking at once.",
        ),
    ],
)
def test_a_verb_governs_a_clause_and_no_object(sentence: str, clause: str | None) -> None:
    found = read_sentence_speaker(sentence, 0, len(sentence))
    assert found is not None
    span = find_governed_clause(sentence, 0, len(sentence), *found)
    assert (sentence[slice(*span)].strip() if span else None) == clause


def test_names_tie_no_statements() -> None:
    assert leave_out_names(["closing", "Ashford", "harbour"]) == ["closing", "harbour"]
