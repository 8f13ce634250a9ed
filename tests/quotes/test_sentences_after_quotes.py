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


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("-- Tom Wiech", "Tom Wiech"),
        ("— Wiech", "Wiech"),
        ("— the mayor of Norwick", "the mayor"),
        (f"— Tom Wiech, a fisher who has been {'out ' * 20}at sea", "Tom Wiech"),
        ("- Wiech", "Ada Quill"),
        ("— Wiech is late.", "Ada Quill"),
    ],
)
def test_a_line_with_a_dash_signs_the_quote_above_it(line: str, speaker: str) -> None:
    (quote,) = find_quotes(f"Ada Quill told us of it.\n“We mend the boats.”\n{line}\nIt rained.")
    assert quote.speaker is not None
    assert quote.speaker.name == speaker


def test_a_line_that_ends_with_a_colon_belongs_to_what_follows() -> None:
    quotes = find_quotes("Tom Wiech said:\n“We mend boats”\nAda Quill said:\n“Nobody rang.”")
    assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Tom Wiech", "Ada Quill"]
