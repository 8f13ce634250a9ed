"""The quotations of a draft against its sources: as JSON lines, as lines of text, as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article
from reader.quote_versions import QuoteCheck, Verdict
from reader.quote_versions.printed_words import PrintedWords
from reader.reports.quote_phrases import add_quotation_marks, describe_speaker
from reader.reports.quote_records import Record, RecordBuilder, text_record
from reader.reports.version_differences import (
    build_edit_records,
    describe_edits,
    mark_edits,
)

if TYPE_CHECKING:
    from rich.table import Table

_HARMLESS_STYLE, _MISSING_STYLE, _OTHER_STYLE = "green", "bold red", "bold yellow"
_STYLES = {
    Verdict.EXACT: _HARMLESS_STYLE,
    Verdict.TRIMMED: _HARMLESS_STYLE,
    Verdict.NOT_FOUND: _MISSING_STYLE,
}


def format_checks_as_json(
    draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]
) -> Iterator[str]:
    """Yield a JSON object for every quotation of the draft.

    The keys: `article`, `paragraph`, `start`, `end`, `text`, `kind`, `speaker` as of a quote,
    `parts` with the spans of all its parts; `verdict`; `needs_a_look`; `source`, null or
    `article`, `text`, `parts`, `speaker` of the passage; `edits` from the source's words
    (`base`) to the draft's (`version`).

    Args:
        draft: the article that was checked.
        sources: the articles it quotes from, in the order in which they were checked.
        checks: the checks of its quotations.
    """
    report = _CheckReport(draft, sources)
    for check in checks:
        yield json.dumps(report.record(check))


def format_checks_as_text(
    draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]
) -> Iterator[str]:
    """Yield a line for every quotation of the draft, its fields separated by tabs.

    In order: the verdict, place, speaker and words in the draft, place in the source or
    "in no source", speaker there, and the words that differ.

    Args:
        draft: the article that was checked.
        sources: the articles it quotes from, in the order in which they were checked.
        checks: the checks of its quotations.
    """
    report = _CheckReport(draft, sources)
    for check in checks:
        yield "\t".join(
            (
                check.verdict.value,
                f"{draft.source} {report.name_paragraph(check)}",
                describe_speaker(check.speaker),
                add_quotation_marks(check.text),
                *report.describe_source(check),
                "; ".join(report.list_differences(check)),
            )
        )


def build_check_table(
    draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]
) -> Table:
    """Return the quotations as a table for a terminal, with marked differences.

    Args:
        draft: the article that was checked.
        sources: the articles it quotes from, in the order in which they were checked.
        checks: the checks of its quotations.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    report = _CheckReport(draft, sources)
    table = Table(
        title=Text(f"{draft.source}: {summarize_checks(checks)}", style="bold"),
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 1, 0),
    )
    table.add_column("¶", justify="right")
    table.add_column("verdict", ratio=2)
    table.add_column("in the draft", ratio=5)
    table.add_column("in the source", ratio=4, overflow="fold")
    for check in checks:
        words = mark_edits(check.edits, *report.print_both(check)) or Text(check.text)
        place, speaker = report.describe_source(check)
        notes = [place]
        if speaker:
            notes.append(f"speaker: {speaker}")
        notes += report.list_differences(check)
        table.add_row(
            report.name_paragraph(check)[1:],
            Text(check.verdict.value, style=_STYLES.get(check.verdict, _OTHER_STYLE)),
            words.append(f"\n{describe_speaker(check.speaker)}", style="dim"),
            Text("\n".join(notes)),
        )
    return table


def summarize_checks(checks: Sequence[QuoteCheck]) -> str:
    """Return how many quotations have which verdict: `3 quotations: 2 exact, 1 not found`."""
    counts = Counter(check.verdict for check in checks)
    verdicts = ", ".join(
        f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict]
    )
    plural = "" if len(checks) == 1 else "s"
    return f"{len(checks)} quotation{plural}" + (f": {verdicts}" if verdicts else "")


class _CheckReport:
    """The parts of a check that the three forms of the report share; joins each text once."""

    def __init__(self, draft: Article, sources: Sequence[Article]) -> None:
        self._draft = RecordBuilder(draft)
        self._sources = [RecordBuilder(source) for source in sources]

    def name_paragraph(self, check: QuoteCheck) -> str:
        """Return the paragraph of a quotation in the draft."""
        return f"¶{check.passages[0].number}"

    def describe_source(self, check: QuoteCheck) -> tuple[str, str]:
        """Return the (place, speaker) of the passage in the sources."""
        if not check.source_passages:
            return "in no source", ""
        passage = check.source_passages[0]
        place = f"{passage.article.source} ¶{passage.number}"
        return place, describe_speaker(check.source_speaker)

    def list_differences(self, check: QuoteCheck) -> Iterator[str]:
        """Yield the words that differ, one difference each."""
        yield from describe_edits(check.edits, *self.print_both(check))

    def print_both(self, check: QuoteCheck) -> tuple[PrintedWords, PrintedWords]:
        """Return the words of the source and of the draft."""
        source_text = "" if check.source is None else self._sources[check.source].text
        return (
            PrintedWords(source_text, check.base_words),
            PrintedWords(self._draft.text, check.words),
        )

    def record(self, check: QuoteCheck) -> Record:
        """Return a check as a record."""
        parts = [text_record(passage) for passage in check.passages]
        return {
            "article": self._draft.article.source,
            **{key: parts[0][key] for key in ("paragraph", "start", "end")},
            "text": check.text,
            "parts": parts,
            "kind": check.kind.value,
            "speaker": self._draft.speaker_record(check.speaker),
            "verdict": check.verdict.value,
            "needs_a_look": check.needs_review,
            "source": self._source_record(check),
            "edits": build_edit_records(check.edits, *self.print_both(check)),
        }

    def _source_record(self, check: QuoteCheck) -> Record | None:
        """Return the passage of the source, one part for each run of words in a paragraph."""
        if check.source is None:
            return None
        source = self._sources[check.source]
        parts = [text_record(passage) for passage in check.source_passages]
        return {
            "article": source.article.source,
            **{key: parts[0][key] for key in ("paragraph", "start", "end")},
            "text": " ".join(part["text"] for part in parts),
            "parts": parts,
            "speaker": source.speaker_record(check.source_speaker),
        }
