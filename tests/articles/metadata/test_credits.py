"""Credit lines."""

from __future__ import annotations

import pytest

from reader import article_from_text
from reader.articles.metadata.credits import (
    is_contribution,
    is_credit_line,
    list_contributors,
    split_credits,
)


def test_a_credit_line_is_split_and_loses_its_brackets() -> None:
    line = "(Reporting by Ann Bell in Rome; Editing by Max Orr)"
    assert is_credit_line(line)
    assert split_credits(line) == ["Reporting by Ann Bell in Rome", "Editing by Max Orr"]


def test_a_list_of_videos_is_no_credit_line() -> None:
    assert not is_credit_line("Video From The New Observer")


def test_a_line_that_names_who_contributed_is_a_credit() -> None:
    text = f"Barge runs aground\n\n{'A barge ran aground near Tamsel. ' * 9}\n\n"
    line = "The Associated Press contributed to this report."
    article = article_from_text(text + line, name="a")
    assert article.credits == (line.rstrip("."),)
    assert article.agency is None
    assert not is_contribution("she contributed to this fund")


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("The Associated Press contributed to this report", ["The Associated Press"]),
        ("Northwire and AFP contributed to this article", ["Northwire", "AFP"]),
        ("Ann Bell of Northwire contributed", ["Ann Bell", "Northwire"]),
        ("AP Writer Ann Bell contributed reporting", ["AP", "Ann Bell"]),
        ("CNN’s Ann Bell contributed", ["CNN", "Ann Bell"]),
        ("With inputs from PTI", ["With", "PTI"]),
        ("Photo: AP", []),
        ("Editing by AFP for this report", []),
        ("Ann Bell/Reuters", []),
    ],
)
def test_contributors_are_the_names_of_who_reported(credit: str, names: list[str]) -> None:
    assert list_contributors(credit) == names
