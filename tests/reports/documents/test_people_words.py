"""How a report says in one cell how often and with how many words somebody is quoted."""

from __future__ import annotations

import pytest

from reader.reports.documents.people_words import describe_speech
from tests.story.people_texts import cell_of, people_of

DIRECT = "“Nobody warned us at all,” Ida Vance said."
INDIRECT = "Ida Vance said that it was late."
UNCOUNTED = (
    "Ida Vance said that it was late, and told the board about it, while Tom left, warning the "
    "board that it had gone."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DIRECT, "5 words quoted, 1×"),
        (INDIRECT, "4 words indirect, 1×"),
        (UNCOUNTED, "indirect, not counted, 1×"),
        (f"{INDIRECT}\n\n{UNCOUNTED}", "4 words indirect (1× not counted), 2×"),
        (f"{DIRECT}\n\n{INDIRECT}", "5 words quoted, 4 indirect, 2× in all"),
    ],
)
def test_a_cell_says_what_is_counted(text: str, words: str) -> None:
    assert describe_speech(cell_of(people_of("The day\n\n" + text), "Ida Vance")) == words
