"""The people of a report as values of its page: persons by articles."""

from __future__ import annotations

from typing import Any

from reader.quotes import SpeakerKind
from reader.reports.documents.html_places import PlaceNamer, name_hue
from reader.reports.documents.people_words import (
    PEOPLE_SIGNS,
    describe_speech,
    list_called,
    name_callers,
)
from reader.reports.documents.report import Report
from reader.reports.people_report import NOBODY_NAMED, list_groups, summarize_people
from reader.story import PeopleCell, PeopleRow

_STEPS = 20
"""Widths of a bar of words."""


def build_people_section(report: Report, places: PlaceNamer) -> dict[str, Any]:
    """Return who is quoted and who is only named, with the number of words in each article."""
    people = report.coverage.people
    rows = (*people.persons, *people.others)
    most = max((cell.words for row in rows for cell in row.cells), default=0)
    if not rows:
        return {"lead": NOBODY_NAMED, "heard": 0, "columns": [], "groups": []}
    return {
        "lead": f"{' '.join(summarize_people(people))} The number is of words; the paler part of "
        f"its bar is indirect speech. {PEOPLE_SIGNS}",
        "heard": len(people.heard),
        "columns": [
            {"number": position + 1, "label": article.label, "hue": name_hue(position)}
            for position, article in enumerate(report.articles)
        ],
        "groups": [
            {
                "heading": heading.capitalize(),
                "rows": [_build_row(row, report, places, most) for row in group],
            }
            for heading, group in list_groups(people)
        ],
    }


def _build_row(row: PeopleRow, report: Report, places: PlaceNamer, most: int) -> dict[str, Any]:
    is_person = row in report.coverage.people.persons
    return {
        "anchor": f"{'w' if is_person else 'v'}{row.number}",
        "number": row.number,
        "name": row.name,
        "kind": "" if row.kind is SpeakerKind.PERSON else row.kind.value,
        "called": [
            {"articles": name_callers(articles), "words": words}
            for words, articles in list_called(row)
        ],
        "cells": [
            _build_cell(row.cell(position), position, places, most)
            for position in range(len(report.articles))
        ],
    }


def _build_cell(
    cell: PeopleCell | None, position: int, places: PlaceNamer, most: int
) -> dict[str, Any]:
    hue = name_hue(position)
    if cell is None or not cell.is_heard:
        return {
            "hue": "none" if cell is None else hue,
            "words": 0,
            "times": 0,
            "sign": describe_speech(cell),
        }
    first = places.name(cell.first_spoken or cell.first)
    whole = max(1, round(cell.words / most * _STEPS)) if cell.words else 0
    quoted = round(whole * cell.quoted.words / cell.words) if cell.words else 0
    return {
        "hue": hue,
        "words": cell.words,
        "more": "+" if cell.spoken.uncounted else "",
        "quoted_step": quoted,
        "indirect_step": whole - quoted,
        "times": cell.spoken.times,
        "anchor": first.anchor,
        "number": first.number,
    }
