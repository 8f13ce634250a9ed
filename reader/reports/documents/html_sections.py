"""Builds sections of a page: shared copy, paragraphs of a single article, notes, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reader.reports.documents.html_places import PlaceNamer, name_hue
from reader.reports.documents.report import ExclusiveParagraph, Exclusivity, Report
from reader.reports.documents.report_method import list_source_fields
from reader.reports.documents.reported_copy import (
    COPY_LEAD,
    NO_SHARED_COPY,
    choose_copies,
    excerpt_run,
    list_origin_lines,
)
from reader.reports.documents.wording import EXCLUSIVITY_WORDS

_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def build_copy_section(report: Report, places: PlaceNamer) -> dict[str, Any]:
    """Return the origins, and the pairs of articles that share the most."""
    head, *joint = list_origin_lines(report) or [""]
    pairs, more = choose_copies(report)
    return {
        "lead": COPY_LEAD if report.shared_copy else NO_SHARED_COPY,
        "origins": head,
        "joint": joint,
        "pairs": [
            {
                "words": pair.words,
                "runs": [
                    {
                        "here": places.name(run.here),
                        "there": places.name(run.there),
                        "words": run.words,
                        "text": excerpt_run(run),
                    }
                    for run in pair.runs
                ],
                "more": pair.more,
            }
            for pair in pairs
        ],
        "more": more,
    }


def build_only_section(report: Report, places: PlaceNamer) -> list[dict[str, Any]]:
    """Return the paragraphs that each article alone reports, surely and perhaps."""
    return [
        {
            "number": position + 1,
            "hue": name_hue(position),
            "label": report.articles[position].label,
            "states": list(_list_states(list(own), places)),
        }
        for position, own in groupby(report.exclusives, lambda each: each.passage.article_position)
    ]


def _list_states(
    exclusives: Sequence[ExclusiveParagraph], places: PlaceNamer
) -> Iterator[dict[str, Any]]:
    for state, heading in EXCLUSIVITY_WORDS.items():
        paragraphs = [
            {
                "passage": places.name(each.passage),
                "nearest": each.nearest and places.name(each.nearest.there),
            }
            for each in exclusives
            if each.state is state
        ]
        if paragraphs:
            is_sure = state is Exclusivity.ONLY_HERE
            yield {"heading": heading, "is_sure": is_sure, "paragraphs": paragraphs}


def build_notes_section(report: Report, places: PlaceNamer) -> list[dict[str, Any]]:
    """Return the user's notes, with the words that each note is about."""
    return [
        {
            "name": note.name,
            "text": note.text,
            "about": [
                {
                    "passage": places.name(about.passage),
                    "label": about.passage.article.label,
                    "words": "" if about.is_whole else about.words,
                }
                for about in note.about
            ],
        }
        for note in report.notes
    ]


def build_sources_section(report: Report) -> list[dict[str, Any]]:
    """Return the metadata of each article."""
    return [
        {
            "number": position + 1,
            "hue": name_hue(position),
            "label": article.label,
            "fields": list(map(_describe_field, list_source_fields(article))),
        }
        for position, article in enumerate(report.articles)
    ]


def _describe_field(field: tuple[str, str]) -> dict[str, Any]:
    name, value = field
    is_address = name == "source" and _ADDRESS.fullmatch(value) is not None
    return {"name": name, "value": value, "address": value if is_address else ""}
