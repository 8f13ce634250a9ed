"""Where a reporter interrupts a quotation, a report shows it."""

from __future__ import annotations

import pytest

from reader import article_from_text
from reader.coverage import compare
from reader.reports.documents import Report, build_report
from reader.reports.documents.report_summary import summarize

BEHIND = "Mayor Ilda Karn said on Monday in Velmar"
WHOLE = f"“The quay will be open by May, and nobody will lose a job over it,” {BEHIND}."
RESUMED = f"“The quay will be open by May,” {BEHIND}, “and really nobody will lose a job over it.”"
PARTED = f"“The quay will be open by May,” {BEHIND}. “Nobody will lose a job over it.”"


@pytest.fixture(scope="module")
def report() -> Report:
    texts = {"herald": WHOLE, "courier": RESUMED, "gazette": PARTED}
    return build_report(
        compare(
            [
                article_from_text(f"{text}\n\nCyclists crossed the old bridge.", name=name)
                for name, text in texts.items()
            ]
        )
    )


def print_pieces(report: Report, article: int) -> list[str]:
    [quote] = report.quotes
    [version] = (each for each in quote.versions if each.passage.article_position == article)
    return [piece.words for piece in version.pieces if piece.words]


def test_an_interruption_between_two_pieces_is_shown(report: Report) -> None:
    assert print_pieces(report, 2) == [
        "The quay will be open by May,” …",
        "“Nobody will lose a job over it.",
    ]


def test_an_interruption_inside_a_piece_is_shown(report: Report) -> None:
    assert "open by May,” … “and really" in " ".join(print_pieces(report, 1))


def test_a_version_without_one_shows_none(report: Report) -> None:
    assert "…" not in " ".join(print_pieces(report, 0))


def test_another_threshold_is_said_where_links_are_counted(report: Report) -> None:
    other = build_report(report.coverage, 0.55)
    assert not any("from a score" in line.text for line in summarize(report))
    assert any("links from a score of 0.55 on: " in line.text for line in summarize(other))
