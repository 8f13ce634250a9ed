"""A quotation that names nobody is no label where other words of its moment name somebody."""

from __future__ import annotations

import pytest

from reader import article_from_text, compare


def labels_of(one: str, other: str) -> list[str]:
    articles = [
        article_from_text(f"Velmont ferry\n\n{text}", name=f"n{at}")
        for at, text in enumerate((one, other))
    ]
    return [row.label.text for row in compare(articles).matrix.rows if row.moment is not None]


def test_a_pronoun_of_a_quotation_names_nobody() -> None:
    one = "“It simply repeats the old rules of the harbour,” Mayor Ines Kolbe told the pilots."
    other = "Mayor Kolbe told the pilots: “It simply repeats the old rules of the harbour.”"
    (label,) = labels_of(one, other)
    assert "Kolbe" in label


@pytest.mark.parametrize(
    "text",
    [
        "“This pump of the harbour is the oldest in all of Velmont,” Mayor Ines Kolbe said.",
        "“Our pump of the harbour is the oldest in all of Velmont,” Mayor Ines Kolbe said.",
    ],
)
def test_a_quotation_that_names_its_subject_is_a_label(text: str) -> None:
    (label,) = labels_of(text, text)
    assert label in text.split(",")[0]


def test_the_last_of_a_list_is_not_cut_off() -> None:
    text = (
        "The harbour court ruled that the mayor may bar pilots from Cesis, Ainazi, Riga and "
        "Velmont — if they have no permit of the harbour and no ferry."
    )
    (label,) = labels_of(text, text)
    assert not label.endswith("Riga")


def test_an_address_is_in_no_label() -> None:
    text = (
        "The harbour court raised the ferry and its old pumps https://velmont.example/x1 on "
        "Monday. The harbour court raised the ferry."
    )
    (label,) = labels_of(text, text)
    assert "://" not in label
