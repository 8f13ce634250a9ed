"""The quotations of a draft against its sources: as JSON lines, as plain lines, as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reader.articles import Article
from reader.quote_versions import QuoteCheck, Verdict
from reader.quotes import ArticlePlaces, join_paragraphs
from reader.reports.quote_records import span_as_json, speaker_as_json
from reader.reports.quote_report import in_marks, paragraph_at, speaker_words
from reader.reports.version_differences import Wording, differences, edits_as_json, struck

if TYPE_CHECKING:
    from rich.table import Table

_STYLES = {Verdict.EXACT: "green", Verdict.TRIMMED: "green", Verdict.NOT_FOUND: "bold red"}


def json_checks(
    draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]
) -> Iterator[str]:
    """One JSON object a line for every quotation of the draft.

    The keys: `article`, `paragraph`, `start`, `end`, `text`, `kind`, `speaker` as of a quote,
    `parts` with the spans of all its parts; `verdict`; `needs_a_look`; `source`, null or
    `article`, `text`, `parts`, `speaker` of the passage; `edits` from the source's words
    (`base`) to the draft's (`version`). Only ASCII characters, so that no reader of the
    line can misread it.
    """
    report = _Report(draft, sources)
    for check in checks:
        yield json.dumps(report.as_json(check))


def plain_checks(
    draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]
) -> Iterator[str]:
    """One line for every quotation of the draft, tabs between.

    In order: the verdict, place, speaker and words in the draft, place in the source or
    "in no source", speaker there, and the words that differ.
    """
    report = _Report(draft, sources)
    for check in checks:
        yield "\t".join(
            (
                check.verdict.value,
                f"{draft.source} {report.paragraph(check)}",
                speaker_words(check.speaker),
                in_marks(check.text),
                *report.found(check),
                "; ".join(report.differences(check)),
            )
        )


def checks_table(draft: Article, sources: Sequence[Article], checks: Sequence[QuoteCheck]) -> Table:
    """The quotations as a table for a terminal, with their differences struck and underlined."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    report = _Report(draft, sources)
    table = Table(
        title=Text(f"{draft.source}: {summary(checks)}", style="bold"),
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 1, 0),
    )
    table.add_column("¶", justify="right")
    table.add_column("verdict", ratio=2)
    table.add_column("in the draft", ratio=5)
    table.add_column("in the source", ratio=4, overflow="fold")
    for check in checks:
        words = struck(check.edits, *report.wordings(check)) or Text(check.text)
        place, speaker = report.found(check)
        notes = [place, *([f"speaker: {speaker}"] if speaker else []), *report.differences(check)]
        table.add_row(
            report.paragraph(check)[1:],
            Text(check.verdict.value, style=_STYLES.get(check.verdict, "bold yellow")),
            words.append(f"\n{speaker_words(check.speaker)}", style="dim"),
            Text("\n".join(notes)),
        )
    return table


def summary(checks: Sequence[QuoteCheck]) -> str:
    """How many quotations have which verdict, in words."""
    counts = Counter(check.verdict for check in checks)
    found = ", ".join(
        f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict]
    )
    plural = "" if len(checks) == 1 else "s"
    return f"{len(checks)} quotation{plural}" + (f": {found}" if found else "")


class _Report:
    """The texts and places of draft and sources, each made once."""

    def __init__(self, draft: Article, sources: Sequence[Article]) -> None:
        self._draft = draft
        self._sources = sources
        self._text = join_paragraphs(draft)
        self._places = ArticlePlaces(draft)
        self._source_texts = [join_paragraphs(source) for source in sources]
        self._source_places = [ArticlePlaces(source) for source in sources]

    def paragraph(self, check: QuoteCheck) -> str:
        return paragraph_at(self._draft, self._places, check.spans[0][0])

    def found(self, check: QuoteCheck) -> tuple[str, str]:
        """Where it stands in the sources, and who says it there."""
        if check.source is None or check.source_span is None:
            return "in no source", ""
        source, places = self._sources[check.source], self._source_places[check.source]
        where = f"{source.source} {paragraph_at(source, places, check.source_span[0])}"
        return where, speaker_words(check.source_speaker)

    def differences(self, check: QuoteCheck) -> Iterator[str]:
        yield from differences(check.edits, *self.wordings(check))

    def wordings(self, check: QuoteCheck) -> tuple[Wording, Wording]:
        """The words of the source and of the draft."""
        base = "" if check.source is None else self._source_texts[check.source]
        return Wording(base, check.base_words), Wording(self._text, check.words)

    def as_json(self, check: QuoteCheck) -> dict[str, Any]:
        parts = [_part(self._draft, self._places, self._text, span) for span in check.spans]
        first = parts[0]
        return {
            "article": self._draft.source,
            **{key: first[key] for key in ("paragraph", "start", "end")},
            "text": check.text,
            "parts": parts,
            "kind": check.kind.value,
            "speaker": speaker_as_json(self._draft, self._places, check.speaker),
            "verdict": check.verdict.value,
            "needs_a_look": check.verdict.needs_review,
            "source": self._source(check),
            "edits": edits_as_json(check.edits, *self.wordings(check)),
        }

    def _source(self, check: QuoteCheck) -> dict[str, Any] | None:
        if check.source is None:
            return None
        source, places = self._sources[check.source], self._source_places[check.source]
        text = self._source_texts[check.source]
        together = groupby(
            check.base_words, key=lambda word: (word.part, places.place(word.start).paragraph)
        )
        spans = [(words[0].start, words[-1].end) for _, run in together if (words := list(run))]
        parts = [_part(source, places, text, span) for span in spans]
        return {
            "article": source.source,
            **{key: parts[0][key] for key in ("paragraph", "start", "end")},
            "text": " ".join(part["text"] for part in parts),
            "parts": parts,
            "speaker": speaker_as_json(source, places, check.source_speaker),
        }


def _part(
    article: Article, places: ArticlePlaces, text: str, span: tuple[int, int]
) -> dict[str, Any]:
    start, end = span
    return {**span_as_json(article, places, start, end), "text": text[start:end]}
