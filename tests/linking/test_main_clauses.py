"""The main clause of a sentence, and what is background beside it."""

from __future__ import annotations

import pytest

from reader.linking.main_clauses import find_background

SENTENCES = [
    ("The mayor closed the pier.", "The mayor closed the pier."),
    ("ZELBA (AP) — The mayor closed the pier.", "The mayor closed the pier."),
    (
        "After the storm of last week, the mayor closed the pier.",
        "the mayor closed the pier.",
    ),
    (
        "Two days after the storm reached Zelba, the mayor closed the pier.",
        "the mayor closed the pier.",
    ),
    ("The mayor closed the pier, the harbour office said on Monday.", "The mayor closed the pier"),
    (
        "“The pier is closed for good,” the mayor, Ann Selby, said in a statement.",
        "“The pier is closed for good",
    ),
    (
        "Ann Selby, who took office in May, closed the pier.",
        "Ann Selby, closed the pier.",
    ),
    (
        "Ann Selby (Harbour Party) closed the pier, citing rust in its pillars.",
        "Ann Selby closed the pier",
    ),
    (
        "Ann Selby, the mayor of Zelba, closed the pier in response to the storm of May.",
        "Ann Selby, closed the pier",
    ),
    (
        "Ann Selby, who spent $84,000 on a yacht, left office.",
        "Ann Selby, left office.",
    ),
    (
        "Two swimmers were hurt when the ferry rammed the pier.",
        "Two swimmers were hurt when the ferry rammed the pier.",
    ),
    (
        "The visit gave hope, as Ann Selby said that the pier will be mended.",
        "The visit gave hope, as Ann Selby said that the pier will be mended.",
    ),
    (
        "Ann Selby, said in a statement that the pier was closed.",
        "Ann Selby, said in a statement that the pier was closed.",
    ),
    (
        "The mayor said during a visit that the pier is safe.",
        "The mayor said that the pier is safe.",
    ),
    (
        "The mayor left the report out of a folder that she sent to the council for the debate.",
        "The mayor left the report out of a folder",
    ),
    (
        "The mayor denied the accusation that she had left the report out.",
        "The mayor denied the accusation that she had left the report out.",
    ),
    (
        "The mayor repeated the claim that she never saw the report.",
        "The mayor repeated the claim that she never saw the report.",
    ),
    (
        "The folder that she sent was found on the quay.",
        "The folder that she sent was found on the quay.",
    ),
]


@pytest.mark.parametrize(("sentence", "main"), SENTENCES)
def test_what_is_left_is_the_main_clause(sentence: str, main: str) -> None:
    background = list(find_background(sentence))
    left = [
        character
        for offset, character in enumerate(sentence)
        if not any(start <= offset < end for start, end in background)
    ]
    assert "".join(left).strip() == main
