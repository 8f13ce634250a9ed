"""The copy that articles share, for a report: pair by pair, those with the most first."""

from __future__ import annotations

from dataclasses import dataclass

from reader.reports.copy_report import describe_pair
from reader.reports.documents.report import Report
from reader.reports.documents.wording import count, excerpt_words
from reader.reports.origin_words import count_origins, describe_origins, list_joint_origins
from reader.reports.place_names import name_paragraph
from reader.story import SharedCopy, SharedRun

NO_SHARED_COPY = "No two articles share a run of words beside what they quote."
COPY_LEAD = (
    "Runs of words that two articles share beside what they quote, with small edits in them. "
    "Who had them first is said only where a credit says so."
)
_MOST_PAIRS = 10
_MOST_RUNS = 3
"""Runs of a pair that are written out, the longest ones."""
_RUN_WORDS = 24
"""The first words of a run that are written out."""


@dataclass(frozen=True, slots=True)
class ReportedCopy:
    """The copy that two articles share, in words."""

    words: str
    """How much of each article, and whose copy it is where a credit says so."""
    runs: tuple[SharedRun, ...]
    """The longest ones, in the order of the earlier article."""
    more: str
    """How many other runs there are, or nothing."""


def choose_copies(report: Report) -> tuple[list[ReportedCopy], str]:
    """Return the pairs that share the most, and in words how many others there are."""
    pairs = sorted(report.shared_copy, key=lambda copy: -max(copy.share_here, copy.share_there))
    shown = [_describe(report, copy) for copy in pairs[:_MOST_PAIRS]]
    more = len(pairs) - len(shown)
    return shown, f"{count(more, 'more pair')} of articles share copy." if more else ""


def list_origin_lines(report: Report) -> list[str]:
    """Return how many origins the articles have, then those of several articles and why."""
    origins = report.matrix.origins
    if not list_joint_origins(origins):
        return []
    return [f"{count_origins(origins)}.", *describe_origins(origins)]


def describe_run(run: SharedRun) -> str:
    """Return where a run is in both articles, how long it is, and its first words."""
    places = f"{name_paragraph(run.here)}, {name_paragraph(run.there)}"
    return f"{places}, {run.words} words: “{excerpt_run(run)}”"


def excerpt_run(run: SharedRun) -> str:
    """Return the first words of a run, as the earlier article prints them."""
    return excerpt_words(run.here.text, _RUN_WORDS)


def _describe(report: Report, copy: SharedCopy) -> ReportedCopy:
    by_length = sorted(range(len(copy.runs)), key=lambda at: (-copy.runs[at].words, at))
    shown = tuple(copy.runs[at] for at in sorted(by_length[:_MOST_RUNS]))
    more = len(copy.runs) - len(shown)
    words = describe_pair(report.coverage, copy)
    return ReportedCopy(words, shown, f"and {count(more, 'shorter run')}" if more else "")
