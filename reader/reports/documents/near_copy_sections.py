"""The section on near copies in plain text, Markdown and on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.reports.documents.html_places import PlaceNamer
from reader.reports.documents.markdown_escaping import escape_inline, escape_markdown
from reader.reports.documents.near_copy_words import (
    choose_edits,
    describe_copy,
    describe_edit,
    explain_near_copies,
    list_shared_edits,
    name_copies,
    name_copy_article,
)
from reader.reports.documents.report import Report

_Values = dict[str, Any]


def write_plain_copies(report: Report) -> Iterator[tuple[int, str]]:
    """Yield the section as lines with their indents; nothing where there is no near copy."""
    if not report.copies:
        return
    yield 0, ""
    yield 0, "NEAR COPIES"
    yield 0, explain_near_copies(report)
    edits, more = choose_edits(report)
    yield from ((4, describe_edit(report, edit)) for edit in edits)
    if more:
        yield 4, more
    yield 0, ""
    for number, copy in enumerate(report.copies):
        yield 0, f"{name_copy_article(report, number)} {copy.article.label}: {describe_copy(copy)}"


def write_markdown_copies(report: Report) -> Iterator[str]:
    """Yield the section as lines; nothing where there is no near copy."""
    if not report.copies:
        return
    yield ""
    yield "## Near copies"
    yield ""
    yield escape_markdown(explain_near_copies(report))
    yield ""
    edits, more = choose_edits(report)
    yield from (f"- {escape_markdown(describe_edit(report, edit))}" for edit in edits)
    if more:
        yield f"- {more}"
    yield ""
    for number, copy in enumerate(report.copies):
        named = escape_inline(f"{name_copy_article(report, number)} {copy.article.label}")
        yield f"- {named}: {escape_markdown(describe_copy(copy))}"


def build_copies_section(report: Report, places: PlaceNamer) -> _Values | None:
    """Return the values of the section on a page: every change, by paragraph, and each copy."""
    if not report.copies:
        return None
    edits = list_shared_edits(report)
    rows: list[_Values] = [
        {
            "place": edit.passage.place,
            "passage": places.name(edit.passage),
            "kind": edit.kind,
            "before": edit.before,
            "old": edit.old,
            "new": edit.new,
            "after": edit.after,
            "copies": name_copies(report, edit.copies),
        }
        for edit in edits
    ]
    facts = sum(edit.is_fact for edit in edits)
    return {
        "lead": explain_near_copies(report),
        "facts": rows[:facts],
        "paragraphs": [
            {"passage": own[0]["passage"], "edits": own}
            for own in _group_by_paragraph(rows[facts:])
        ],
        "copies": [
            {
                "number": len(report.articles) + number + 1,
                "label": copy.article.label,
                "words": describe_copy(copy),
                "source": copy.article.source,
            }
            for number, copy in enumerate(report.copies)
        ],
    }


def _group_by_paragraph(rows: Iterable[_Values]) -> list[list[_Values]]:
    """Return changes by their paragraph, in the order of the articles; of one as given."""
    groups: dict[str, list[_Values]] = {}
    for row in rows:
        groups.setdefault(row["passage"].name, []).append(row)
    return sorted(groups.values(), key=lambda group: group[0]["place"])
