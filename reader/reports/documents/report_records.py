"""A report as plain values, with all results of a comparison, for other programs.

`report_schema_v1.json` beside this module describes the whole in JSON Schema. An added field
leaves the version unchanged; removing a field or changing its meaning requires a new version.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader import __version__
from reader.articles import Passage
from reader.coverage.findings import ONLY_HERE_DOUBT
from reader.linking import Link
from reader.linking.links import PROBABLY_FLOOR, SAME_FLOOR
from reader.reports.collated_records import collated_record
from reader.reports.documents.report import (
    Report,
    ReportedQuote,
    ReportPart,
    UnlinkedParagraph,
)
from reader.reports.documents.report_summary import summarize
from reader.reports.people_records import list_unknown, person_record
from reader.reports.quote_records import Record, RecordBuilder
from reader.reports.shared_quote_report import VersionReport
from reader.sources.formats.article_records import article_to_record
from reader.story import Difference, DifferenceKind, MatrixRow, SharedCopy
from reader.story.shared_copy.origins import find_direction

FORMAT = "reader-report"
VERSION = 1


def build_report_record(report: Report, parts: Collection[ReportPart] | None = None) -> Record:
    """Return a report as one record.

    Args:
        report: the report.
        parts: the parts that are wanted; all if None. The others are left out.
    """
    builder = _RecordBuilder(report)
    record: Record = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": f"reader {__version__}",
        "title": report.title,
        "subject": report.subject or None,
        "thresholds": {
            "floor": report.floor,
            "same": SAME_FLOOR,
            "probably": PROBABLY_FLOOR,
            "only_here": ONLY_HERE_DOUBT,
        },
        "articles": [builder.article(position) for position in range(len(report.articles))],
    }
    fields = {
        ReportPart.SUMMARY: builder.summary,
        ReportPart.DIFFERENCES: builder.differences,
        ReportPart.QUOTES: builder.quotes,
        ReportPart.PEOPLE: builder.people,
        ReportPart.COPY: builder.shared_copy,
        ReportPart.MATRIX: builder.moments,
        ReportPart.STORY: builder.story,
        ReportPart.ONLY: builder.unlinked,
        ReportPart.NOTES: builder.notes,
    }
    for part, build in fields.items():
        if parts is None or part in parts:
            record.update(build())
    return record


class _RecordBuilder:
    """Builds the parts of a record. Articles are named by their number, from 1."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._texts = [RecordBuilder(article) for article in report.articles]
        self._versions = VersionReport(report.articles)
        self._numbers = range(1, len(report.articles) + 1)

    def article(self, position: int) -> Record:
        article = self._report.articles[position]
        record = {**article_to_record(article)}
        del record["format"]
        return {"number": position + 1, "label": article.label, **record}

    def summary(self) -> Record:
        if self._report.subject:
            return {}
        return {
            "summary": [
                {"topic": line.topic.name.lower(), "text": line.text, "is_detail": line.is_detail}
                for line in summarize(self._report)
            ]
        }

    def differences(self) -> Record:
        return {"differences": [self._difference(each) for each in self._report.differences]}

    def quotes(self) -> Record:
        shared = {"shared_quotes": [self._shared_quote(each) for each in self._report.quotes]}
        if self._report.subject:
            return shared
        numbers = self._shared_numbers()
        quotes = [
            {**self._texts[at].quote_record(quote, numbers.get((at, quote.start, quote.end))),
             "article": at + 1}
            for at, found in enumerate(self._report.coverage.quotes)
            for quote in found
        ]  # fmt: skip
        return {"quotes": quotes, **shared}

    def people(self) -> Record:
        if self._report.subject:
            return {}
        people = self._report.coverage.people
        rows = (*people.persons, *people.others)
        return {
            "people": [person_record(row, self._numbers) for row in rows],
            "speakers_not_stated": list_unknown(people, self._numbers),
        }

    def story(self) -> Record:
        if self._report.subject:
            return {}
        moments = self._report.coverage.collated.moments
        return {"story": [collated_record(moment, self._numbers) for moment in moments]}

    def moments(self) -> Record:
        return {
            "moments": [self._moment(row) for row in self._report.matrix.rows],
            "links": [self._link(each) for each in self._report.links()],
        }

    def shared_copy(self) -> Record:
        if self._report.subject:
            return {}
        return {
            "shared_copy": [self._copy(copy) for copy in self._report.shared_copy],
            "origins": [
                {
                    "articles": [position + 1 for position in origin.articles],
                    "name": origin.name,
                    "why": origin.reason,
                }
                for origin in self._report.matrix.origins
            ],
        }

    def unlinked(self) -> Record:
        if self._report.subject:
            return {}
        return {"unlinked": [self._unlinked(each) for each in self._report.unlinked]}

    def notes(self) -> Record:
        if not self._report.notes:
            return {}
        return {
            "notes": [
                {
                    "name": note.name,
                    "text": note.text or None,
                    "about": [
                        {
                            "article": about.passage.article_position + 1,
                            "paragraph": about.passage.number,
                            "words": about.words,
                            "is_whole": about.is_whole,
                        }
                        for about in note.about
                    ],
                }
                for note in self._report.notes
            ]
        }

    def _shared_numbers(self) -> dict[tuple[int, int, int], int]:
        return {
            (each.version.article, *span): reported.quote.number
            for reported in self._report.quotes
            for each in reported.versions
            if each.is_quoted
            for span in each.version.spans
        }

    def _difference(self, difference: Difference) -> Record:
        moment = self._report.moment_of(difference.sides[0].passage)
        return {
            "kind": difference.kind.in_records,
            "spelling": difference.kind is DifferenceKind.SPELLING,
            "is_fact": difference.kind.is_fact,
            "sure": difference.certainty,
            "about": difference.about,
            "moment": moment.moment if moment else None,
            "sides": [{**_passage(side.passage), "value": side.value} for side in difference.sides],
            "silent": [position + 1 for position in difference.silent],
        }

    def _shared_quote(self, reported: ReportedQuote) -> Record:
        quote = reported.quote
        return {
            "number": quote.number,
            "speaker": quote.speaker.name if quote.speaker else None,
            "articles": [position + 1 for position in quote.articles],
            "versions": [
                {
                    **self._versions.record(each.version, quote.base),
                    "article": each.version.article + 1,
                    "notes": list(each.notes),
                    "alterations": [one.words for one in each.alterations],
                }
                for each in reported.versions
            ],
        }

    def _moment(self, row: MatrixRow) -> Record:
        return {
            "order": row.number,
            "moment": row.moment,
            "label": _passage(row.label),
            "is_quotation": row.is_quotation,
            "cells": [
                {
                    "article": cell.article + 1,
                    "form": cell.form.value,
                    "section": cell.section.value,
                    "copy": [position + 1 for position in cell.copy],
                    "differs": cell.differs,
                    "passages": list(map(_passage, cell.passages)),
                }
                for cell in row.cells
            ],
            "left_out_by": [position + 1 for position in row.left_out_by],
            "perhaps_in": [position + 1 for position in row.perhaps_in],
            "probably_in": [position + 1 for position in row.probably_in],
        }

    def _link(self, link: Link) -> Record:
        evidence = self._report.evidence(link)
        return {
            "here": _passage(link.here),
            "there": _passage(link.there),
            "score": round(link.score, 4),
            "level": link.level.value,
            "reasons": list(evidence.reasons),
            "shared_here": _spans(evidence.shared_here),
            "shared_there": _spans(evidence.shared_there),
            "conflicts": [
                {
                    "kind": conflict.kind.value,
                    "here": conflict.printed_here,
                    "there": conflict.printed_there,
                    "is_other_moment": conflict.is_other_moment,
                }
                for conflict in self._report.coverage.conflicts(link)
            ],
        }

    def _copy(self, copy: SharedCopy) -> Record:
        source = find_direction(self._report.articles, copy)
        return {
            "here": copy.here + 1,
            "there": copy.there + 1,
            "share_here": round(copy.share_here, 4),
            "share_there": round(copy.share_there, 4),
            "words": copy.words,
            "runs": [
                {"here": _stretch(run.here), "there": _stretch(run.there), "words": run.words}
                for run in copy.runs
            ],
            "direction": source and {"from": source.article + 1, "why": source.reason},
        }

    def _unlinked(self, unlinked: UnlinkedParagraph) -> Record:
        nearest = unlinked.nearest
        return {
            **_passage(unlinked.passage),
            "state": "only_here" if nearest is None else "perhaps",
            "nearest": None
            if nearest is None
            else {
                **_passage(nearest.there),
                "score": round(nearest.score, 4),
                "reasons": list(self._report.evidence(nearest).reasons),
            },
        }


def _passage(passage: Passage) -> Record:
    return {
        "article": passage.article_position + 1,
        "paragraph": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _stretch(passage: Passage) -> Record:
    """Return where a passage of an article that is known is; its words are in the article."""
    return {"paragraph": passage.number, "start": passage.start, "end": passage.end}


def _spans(spans: Sequence[slice]) -> list[list[int]]:
    return [[span.start, span.stop] for span in spans]
