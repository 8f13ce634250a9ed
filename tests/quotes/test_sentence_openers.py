"""Words with a capital that open a sentence and are no given name of the name behind them."""

from __future__ import annotations

import pytest

from reader import article_from_text, find_quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither Olsen nor Quill called the ferry safe.",
        "Either Olsen or Quill signed the list.",
        "Had Olsen known of the leak, the ferry had stayed in port.",
        "Did Olsen know of the leak?",
        "Clearly Olsen knew of the leak.",
        "Should Olsen leave, Quill will be master.",
    ],
)
def test_the_speaker_keeps_the_name(sentence: str) -> None:
    text = (
        "Ferry in port\n\nPeter Olsen, the mayor of Velmont, met Ada Quill on Monday.\n\n"
        f"{sentence}\n\n“The ferry is safe for all of us,” Olsen said.\n"
    )
    (quote,) = find_quotes(article_from_text(text, name="herald"))
    assert str(quote.speaker.name) == "Peter Olsen"
