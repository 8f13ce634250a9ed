"""The values that the page of a report shows. None is markup: the template escapes all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from reader import __version__
from reader.articles import Article, ParagraphKind, Place
from reader.reports.difference_report import (
    excerpt_side,
    explain_nothing,
    explain_unread,
    name_silent,
    name_uncompared,
)
from reader.reports.documents.html_links import (
    LEVELS,
    list_gutter_links,
    list_script_links,
)
from reader.reports.documents.html_people import build_people_section
from reader.reports.documents.html_places import PagePassage, PlaceNamer, name_anchor, name_hue
from reader.reports.documents.html_sections import (
    build_copy_section,
    build_notes_section,
    build_only_section,
    build_sources_section,
)
from reader.reports.documents.html_story import build_story_section
from reader.reports.documents.matrix_words import name_copy, name_row
from reader.reports.documents.near_copy_sections import build_copies_section
from reader.reports.documents.near_copy_words import count_copies
from reader.reports.documents.passage_groups import (
    choose_differences,
    group_statements,
    group_versions,
)
from reader.reports.documents.report import (
    Report,
    ReportedQuote,
    ReportedVersion,
    ReportPart,
    list_passages,
)
from reader.reports.documents.report_method import describe_method
from reader.reports.documents.report_summary import summarize
from reader.reports.documents.wording import NOT_JUDGED, count, explain_numbers
from reader.reports.form_signs import FORM_WORDS
from reader.reports.place_names import name_article, name_paragraph
from reader.reports.quote_phrases import describe_speaker
from reader.reports.shared_quote_report import describe_version
from reader.story import Difference, MatrixRow
from reader.text.printed_shares import print_share

Values = dict[str, Any]
"""The values of a part of the template, by the names used there."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ANCHORS = {"panes": "texts", "shared_copy": "copy", "near_copies": "near-copies"}
"""The ids of sections that differ from the name of their part."""
_SHOWN_EMPTY = frozenset(("differences", "quotes", "only"))
"""Parts that are shown even when empty, with a message."""
_KEPT_STEPS = 20
"""Widths of the bar that shows how much of a quotation is left."""
KEYS = (
    ("j k", "next, previous: paragraph, difference, quotation, moment"),
    ("] [", "next, previous paragraph with links"),
    ("} {", "next, previous paragraph that is only here"),
    ("l h", "article to the right, to the left, at its match"),
    ("1 … 9", "that article"),
    ("g G", "first, last paragraph"),
    ("Enter", "go to the surest match"),
    ("Backspace", "back to where you came from"),
    ("c", "how each article carries the quotation"),
    ("Q", "all quotations"),
    ("m", "who has what"),
    ("D", "differences"),
    ("/", "search all articles"),
    ("n N", "next, previous hit"),
    ("Esc", "clear the search, back to the text"),
    ("?", "these keys"),
)


class Section(NamedTuple):
    """A part of the page, as the navigation names it."""

    anchor: str
    title: str
    total: int | None = None


def build_page(report: Report, parts: Collection[ReportPart] | None = None) -> Values:
    """Return the values of a page.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None.
    """
    is_whole = not report.subject
    has_texts = is_whole and (parts is None or ReportPart.MATRIX in parts)
    places = PlaceNamer(has_texts=has_texts)
    builder = _PageBuilder(report, places)

    def choose(
        part: ReportPart, build: Callable[[], Any], otherwise: Any = None, *, in_part: bool = False
    ) -> Any:
        """Return the values of a wanted part; unless `in_part`, only if the report is whole."""
        is_wanted = (parts is None or part in parts) and len(report.articles) > 1
        return build() if is_wanted and (is_whole or in_part) else otherwise

    def list_of(part: ReportPart, build: Callable[[], list[Any]]) -> list[Any]:
        """Return a part that an article alone has, too."""
        return build() if parts is None or part in parts else []

    page: Values = {
        "title": report.title,
        "subtitle": _describe_whole(report),
        "made_by": f"reader {__version__}",
        "summary": choose(ReportPart.SUMMARY, builder.summary, []),
        "panes": builder.panes() if has_texts else [],
        "differences": choose(ReportPart.DIFFERENCES, builder.differences, in_part=True),
        "differences_lead": _describe_differences(report),
        "near_copies": choose(ReportPart.DIFFERENCES, lambda: build_copies_section(report, places)),
        "quotes": choose(ReportPart.QUOTES, builder.quotes, in_part=True),
        "quotes_lead": _QUOTES_LEAD,
        "people": choose(ReportPart.PEOPLE, lambda: build_people_section(report, places)),
        "shared_copy": choose(ReportPart.COPY, lambda: build_copy_section(report, places)),
        "matrix": choose(ReportPart.MATRIX, builder.matrix),
        "story": choose(ReportPart.STORY, lambda: build_story_section(report, places)),
        "moment": choose(ReportPart.MATRIX, builder.moment, in_part=True),
        "only": choose(ReportPart.ONLY, lambda: build_only_section(report, places)),
        "notes": list_of(ReportPart.NOTES, lambda: build_notes_section(report, places)),
        "sources": list_of(ReportPart.SOURCES, lambda: build_sources_section(report)),
        "method": list_of(ReportPart.METHOD, lambda: list(describe_method(report))),
        "key_table": [{"names": names.split(" "), "meaning": meaning} for names, meaning in KEYS],
        "data": builder.data() if has_texts else _EMPTY_DATA,
    }
    if report.subject:
        page["differences"] = page["differences"] or None
        page["quotes"] = page["quotes"] or None
    page["sections"] = list(_list_sections(page, report))
    return page


_QUOTES_LEAD = (
    "Each version beside the fullest in these articles, which need not be the original: what a "
    "version leaves out is struck out, other words are underlined. The bar is how much is left."
)
_EMPTY_DATA: Values = {
    "links": [], "reasons": [], "levels": [], "names": {}, "states": {}, "quotes": {}, "start": ""
}  # fmt: skip


def _list_sections(page: Values, report: Report) -> Iterator[Section]:
    titles: dict[str, tuple[str, Callable[[], int] | None]] = {
        "summary": ("Summary", None),
        "panes": ("Side by side", None),
        "differences": ("Differences", lambda: len(report.differences)),
        "near_copies": ("Near copies", lambda: len(report.copies)),
        "quotes": ("Quotations", lambda: len(report.quotes)),
        "people": ("People", lambda: page["people"]["heard"]),
        "shared_copy": ("Shared copy", lambda: len(report.shared_copy)),
        "matrix": ("Who has what", lambda: len(report.moments)),
        "story": ("The story once", lambda: len(page["story"]["moments"])),
        "moment": ("The moment", None),
        "only": ("Only in one", lambda: len(report.only_here)),
        "notes": ("Notes", lambda: len(report.notes)),
        "sources": ("Sources", None),
        "method": ("Method", None),
    }
    for name, (title, count_items) in titles.items():
        is_shown = page[name] is not None if name in _SHOWN_EMPTY else bool(page[name])
        if is_shown:
            total = count_items() if count_items else None
            yield Section(_ANCHORS.get(name, name), title, total)


def _describe_whole(report: Report) -> str:
    whole = f"{count(len(report.articles), 'article')} compared"
    if report.copies:
        whole += f", {count_copies(report)}"
    return f"{whole}, {report.subject}" if report.subject else whole


def _describe_differences(report: Report) -> str:
    if not report.differences:
        return explain_nothing(report.articles)
    facts = sum(difference.kind.is_fact for difference in report.differences)
    counted = f"{count(facts, 'fact')}, {len(report.differences) - facts} of wording"
    whole = f"{count(len(report.differences), 'difference')}: {counted}. {NOT_JUDGED}"
    unread = explain_unread(report.articles)
    return whole + _name_others(report) + (f" {unread}" if unread else "")


def _name_others(report: Report) -> str:
    others = choose_differences(report)[1]
    return f" {others}" if others else ""


class _PageBuilder:
    """Builds the parts of a page."""

    def __init__(self, report: Report, places: PlaceNamer) -> None:
        self._report = report
        self._places = places
        self._disputed = {
            side.passage.place
            for difference in report.differences
            if difference.kind.is_fact
            for side in difference.sides
        }
        self._noted = {place for note in report.notes for place in note.places}
        self._states = {
            name_anchor(each.passage.place): "only here"
            if each.nearest is None
            else f"perhaps elsewhere, nearest {name_paragraph(each.nearest.there)} "
            f"{each.nearest.score:.2f}"
            for each in report.unlinked
        }

    def summary(self) -> list[Values]:
        topics = []
        for topic, lines in groupby(summarize(self._report), lambda line: line.topic):
            head, *details = lines
            shown = [
                {"text": line.text, "passage": line.passage and self._places.name(line.passage)}
                for line in details
            ]
            topics.append({"label": topic.value, "text": head.text, "details": shown})
        return topics

    def panes(self) -> list[Values]:
        return [
            {
                "anchor": f"article-{position + 1}",
                "number": position + 1,
                "hue": name_hue(position),
                "label": article.label,
                "heading": "" if article.is_called_by_heading else article.heading,
                "language": _read_language(article),
                "paragraphs": self._paragraphs(position, article),
            }
            for position, article in enumerate(self._report.articles)
        ]

    def _paragraphs(self, position: int, article: Article) -> list[Values]:
        return [
            {
                "anchor": name_anchor(Place(position, index)),
                "number": paragraph.number,
                "text": paragraph.text,
                "is_heading": paragraph.kind is ParagraphKind.HEADING,
                "links": list_gutter_links(self._report, Place(position, index)),
                "signs": list(self._signs(Place(position, index))),
            }
            for index, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is not ParagraphKind.FURNITURE
        ]

    def _signs(self, place: Place) -> Iterator[Values]:
        state = self._states.get(name_anchor(place))
        if state:
            yield {"sign": "◇" if state == "only here" else "┄", "words": state}
        if place in self._noted:
            yield {"sign": "✎", "words": "has a note"}
        if place in self._disputed:
            yield {"sign": "▲", "words": "states something otherwise than another article"}

    def differences(self) -> list[Values]:
        return list(map(self._difference, choose_differences(self._report)[0]))

    def _difference(self, difference: Difference) -> Values:
        stated = group_statements(self._report, difference.sides)
        sides = []
        for first, *more in stated.shown:
            before, words, after = excerpt_side(first)
            sides.append(
                {
                    "passage": self._places.name(first.passage),
                    "label": first.passage.article.label,
                    "before": before,
                    "words": words,
                    "after": after,
                    "also": self._places.name_all([side.passage for side in more]),
                }
            )
        return {
            "kind": difference.kind.value,
            "is_fact": difference.kind.is_fact,
            "about": difference.about,
            "sides": sides,
            "others": self._places.name_all([side.passage for side in stated.others]),
            "silent": name_silent(self._report.coverage, difference),
            "uncompared": name_uncompared(self._report.coverage, difference),
        }

    def quotes(self) -> list[Values]:
        return list(map(self._quote, self._report.quotes))

    def _quote(self, reported: ReportedQuote) -> Values:
        wordings = group_versions(self._report, reported)
        return {
            "number": reported.quote.number,
            "speaker": describe_speaker(reported.quote.speaker),
            "articles": len(reported.quote.articles),
            "rungs": [self._rung(first, more) for first, *more in wordings.shown],
            "others": self._places.name_all([each.passage for each in wordings.others]),
        }

    def _rung(self, reported: ReportedVersion, more: Iterable[ReportedVersion]) -> Values:
        retained = min(1.0, reported.version.retained)
        return {
            "passage": self._places.name(reported.passage),
            "label": reported.passage.article.label,
            "reporting": describe_version(reported.version),
            "is_altered": bool(reported.alterations),
            "is_quoted": reported.is_quoted,
            "kept": print_share(retained),
            "kept_step": round(retained * _KEPT_STEPS),
            "pieces": reported.pieces,
            "notes": reported.notes,
            "also": self._places.name_all([each.passage for each in more]),
        }

    def matrix(self) -> Values:
        columns = [
            {"number": position + 1, "label": article.label, "hue": name_hue(position)}
            for position, article in enumerate(self._report.articles)
        ]
        return {
            "lead": "What several articles report, in the story's order, and in which form. Left "
            "out is said where that is sure; perhaps, if another passage may report it. ░ is copy "
            f"shared with another article. {explain_numbers(self._report.moments)}".rstrip(),
            "columns": columns,
            "rows": [
                {
                    "number": row.number,
                    "label": name_row(row),
                    "cells": [self._cell(row, position) for position in range(len(columns))],
                }
                for row in self._report.moments
            ],
        }

    def _cell(self, row: MatrixRow, position: int) -> Values:
        cell = row.cell(position)
        if cell is None:
            return {"passages": [], "words": self._explain_absence(row, position)}
        passages = {passage.place: passage for passage in cell.passages}
        return {
            "passages": list(map(self._places.name, passages.values())),
            "words": FORM_WORDS[cell.form],
            "copied": name_copy(cell),
            "differs": cell.differs,
            "hue": name_hue(position),
        }

    def _explain_absence(self, row: MatrixRow, position: int) -> str:
        if position in row.left_out_by:
            return "not there"
        if position in row.probably_in:
            return "probably"
        has_language = self._report.articles[position].language is not None
        return "perhaps" if has_language else "language unknown"

    def moment(self) -> list[PagePassage]:
        if not self._report.subject or not self._report.matrix.rows:
            return []
        return list(map(self._places.name, list_passages(self._report.matrix.rows[0])))

    def data(self) -> Values:
        report = self._report
        names = {
            f"p{position + 1}": f"{name_article(position)} {article.label}"
            for position, article in enumerate(report.articles)
        }
        quotes: dict[str, int] = {}
        for reported in report.quotes:
            for place in sorted(reported.places):
                quotes.setdefault(name_anchor(place), reported.quote.number)
        links, reasons = list_script_links(report)
        return {
            "links": links,
            "reasons": reasons,
            "levels": [level.words for level in LEVELS],
            "names": names,
            "states": self._states,
            "quotes": quotes,
            "start": self._find_start(),
        }

    def _find_start(self) -> str:
        """Return the paragraph at which reading begins: of the moment that most articles have."""
        rows = self._report.moments
        if not rows:
            return ""
        return name_anchor(max(rows, key=lambda row: len(row.cells)).cells[0].passages[0].place)


def _read_language(article: Article) -> str:
    code = article.language or ""
    return code if _LANGUAGE.fullmatch(code) else ""
