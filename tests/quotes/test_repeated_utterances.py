"""Quotations that an article prints again, in its headline or as a pull quote."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes, group_utterances
from reader.quotes.repeated_utterances import find_repeated

_BODY = "“The mill must win this fight, or we sell it,” Ada Brandt said.\nIt rained."


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        (f"Brandt: “The mill must win this fight”\n{_BODY}", {0}),
        (f"{_BODY}\n“The mill must win this fight, or we sell it”\nThe board left.", {1}),
        (f"{_BODY}\n“The mill must win this fight, or we sell it,” Bo Lodd said.", set()),
        (f"{_BODY}\n“The mill must win,” Ada Brandt said again.", set()),
        (_BODY, set()),
    ],
)
def test_a_quotation_that_is_printed_again_repeats_the_fuller_one(
    text: str, repeated: set[int]
) -> None:
    assert find_repeated(text, group_utterances(find_quotes(text))) == repeated
