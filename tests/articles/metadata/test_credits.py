"""Credit lines."""

from __future__ import annotations

from reader.articles.metadata.credits import is_credit_line, split_credits


def test_a_credit_line_is_split_and_loses_its_brackets() -> None:
    line = "(Reporting by Ann Bell in Rome; Editing by Max Orr)"
    assert is_credit_line(line)
    assert split_credits(line) == ["Reporting by Ann Bell in Rome", "Editing by Max Orr"]


def test_a_list_of_videos_is_no_credit_line() -> None:
    assert not is_credit_line("Video From The New Observer")
