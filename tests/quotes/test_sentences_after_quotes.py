"""Sentences behind a quotation that attribute it to nobody, in a text in one line."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes

_SAID = "“It is late,” Ida Vance said. "


@pytest.mark.parametrize(
    "following",
    [
        "“We have not broken any law.” (PHOTOS: Ten boats) The board did not tell anybody more.",
        "“We will be there soon!” Bo Lodd, the owner, said late on Friday that he had left.",
        "“We will be there soon!” Bo Lodd adds: It would be hard to stop this boat at all.",
        "“He told us, ‘You should stay for good.’” According to Lodd, the quay was shut.",
    ],
)
def test_a_sentence_of_its_own_leaves_the_quotation_to_its_speaker(following: str) -> None:
    quote = find_quotes(_SAID + following)[1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ida Vance"
    assert quote.utterance == 0


def test_a_verb_behind_a_question_is_its_own() -> None:
    quote = find_quotes(_SAID + "“Will you be there soon?” Bo Lodd, the owner, asked.")[1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Bo Lodd"
