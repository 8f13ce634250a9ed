"""Checks of quotations as plain values for JSON, and as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles import Article
from reader.quote_check import QuoteCheck
from reader.quote_versions import CheckReason
from reader.quote_versions.printed_words import PrintedWords
from reader.reports.quote_records import Record, RecordBuilder, text_record
from reader.reports.version_differences import build_edit_records


class DraftChecks(NamedTuple):
    """A draft with the checks of its quotations."""

    draft: Article
    checks: Sequence[QuoteCheck]


class SourceRecords:
    """Builds records of passages of the sources, each of which is joined once.

    Args:
        sources: the sources in the order in which they were checked.
    """

    def __init__(self, sources: Sequence[Article]) -> None:
        self._sources = sources
        self._builders: dict[int, RecordBuilder] = {}

    def print_both(self, check: QuoteCheck, draft_text: str) -> tuple[PrintedWords, PrintedWords]:
        """Return the words of the source and of the draft."""
        source_text = "" if check.source is None else self._builder(check.source).text
        return PrintedWords(source_text, check.base_words), PrintedWords(draft_text, check.words)

    def build_verdict(self, check: QuoteCheck) -> Record:
        """Return the verdict with its reasons as a record."""
        return {
            "verdict": check.verdict.value,
            "needs_a_look": check.needs_review,
            "reasons": [_build_reason(reason) for reason in check.reasons],
        }

    def build_passage(self, check: QuoteCheck) -> Record | None:
        """Return the passage of the source, one part for each run of words in a paragraph."""
        if check.source is None:
            return None
        source = self._builder(check.source)
        parts = [text_record(passage) for passage in check.source_passages]
        return {
            "article": source.article.source,
            **{key: parts[0][key] for key in ("paragraph", "start", "end")},
            "text": " ".join(part["text"] for part in parts),
            "parts": parts,
            "speaker": source.speaker_record(check.source_speaker),
        }

    def build_answer(self, check: QuoteCheck, draft_text: str) -> Record:
        """Return the check of a quotation that was given by itself.

        The keys: `verdict`, `needs_a_look`, `reasons`; `passage`, null or the passage of the
        source; `edits` from the source's words (`base`) to those of the quotation (`version`).

        Args:
            check: the check.
            draft_text: the text that was checked.
        """
        return {
            **self.build_verdict(check),
            "passage": self.build_passage(check),
            "edits": build_edit_records(check.edits, *self.print_both(check, draft_text)),
        }

    def _builder(self, number: int) -> RecordBuilder:
        if number not in self._builders:
            self._builders[number] = RecordBuilder(self._sources[number])
        return self._builders[number]


def format_checks_as_json(
    drafts: Sequence[DraftChecks], sources: Sequence[Article]
) -> Iterator[str]:
    """Yield a JSON object for every quotation of the drafts.

    The keys: `article`, `paragraph`, `start`, `end`, `text`, `kind`, `speaker` as of a quote,
    `parts` with the spans of all its parts; `verdict`; `needs_a_look`; `reasons`, each with `code`,
    `needs_a_look`, `text`, `draft`, `source` and `places`; `source`, null or `article`, `text`,
    `parts`, `speaker` of the passage; `edits` from the source's words (`base`) to the draft's
    (`version`).

    Args:
        drafts: the articles that were checked.
        sources: the articles they quote from, in the order in which they were checked.
    """
    records = SourceRecords(sources)
    for draft, checks in drafts:
        builder = RecordBuilder(draft)
        for check in checks:
            parts = [text_record(passage) for passage in check.passages]
            record = {
                "article": draft.source,
                **{key: parts[0][key] for key in ("paragraph", "start", "end")},
                "text": check.text,
                "parts": parts,
                "kind": check.kind.value,
                "speaker": builder.speaker_record(check.speaker),
                **records.build_verdict(check),
                "source": records.build_passage(check),
                "edits": build_edit_records(check.edits, *records.print_both(check, builder.text)),
            }
            yield json.dumps(record)


def _build_reason(reason: CheckReason) -> Record:
    return {
        "code": reason.code.value,
        "needs_a_look": reason.needs_review,
        "text": reason.text,
        "draft": reason.draft_words,
        "source": reason.source_words,
        "places": [
            {"article": passage.article.source, **text_record(passage)}
            for passage in reason.passages
        ],
    }
