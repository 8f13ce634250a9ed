"""The quotations of drafts against their sources: as lines of text and as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Article
from reader.quote_check import QuoteCheck, Verdict
from reader.quotes.offsets import join_paragraphs
from reader.reports.check_records import DraftChecks, SourceRecords
from reader.reports.check_summary import ALL_READ, UnreadInputs, summarize_checks
from reader.reports.quote_phrases import add_quotation_marks, describe_speaker
from reader.reports.version_differences import describe_edits, mark_edits

if TYPE_CHECKING:
    from rich.table import Table

_HARMLESS_STYLE, _MISSING_STYLE, _OTHER_STYLE = "green", "bold red", "bold yellow"


def format_checks_as_text(
    drafts: Sequence[DraftChecks], sources: Sequence[Article], unread: UnreadInputs = ALL_READ
) -> Iterator[str]:
    """Yield a summary, then a line for every quotation, its fields separated by tabs.

    In order: the verdict, place, speaker and words in the draft, place in the source or
    "in no source", speaker there, and the reasons, after "needs a look (negation): " with the
    names of those that ask for one.

    Args:
        drafts: the articles that were checked.
        sources: the articles they quote from, in the order in which they were checked.
        unread: how many inputs could not be read.
    """
    yield summarize_checks((check for _, checks in drafts for check in checks), unread)
    records = SourceRecords(sources)
    for draft, checks in drafts:
        text = join_paragraphs(draft) if checks else ""
        for check in checks:
            place = f"{draft.source} {_name_paragraph(check)}"
            yield _format_line(check, place, records, text)


def format_answer_as_text(
    check: QuoteCheck, text: str, sources: Sequence[Article], unread: UnreadInputs = ALL_READ
) -> list[str]:
    """Return the check of a quotation that was given by itself as two lines; see above.

    Args:
        check: the check.
        text: the text that was checked.
        sources: the articles it may quote from, in the order in which they were checked.
        unread: how many inputs could not be read.
    """
    return [
        summarize_checks([check], unread),
        _format_line(check, "", SourceRecords(sources), text),
    ]


def build_check_tables(
    drafts: Sequence[DraftChecks], sources: Sequence[Article], unread: UnreadInputs = ALL_READ
) -> list[Table]:
    """Return the quotations of each draft as a table for a terminal, with marked differences.

    Args:
        drafts: the articles that were checked.
        sources: the articles they quote from, in the order in which they were checked.
        unread: how many inputs could not be read.
    """
    records = SourceRecords(sources)
    tables = []
    for draft, checks in drafts:
        table = _start_table(f"{draft.source}: {summarize_checks(checks, unread)}")
        text = join_paragraphs(draft)
        for check in checks:
            _add_row(table, check, _name_paragraph(check)[1:], records, text)
        tables.append(table)
    return tables


def build_answer_table(
    check: QuoteCheck, text: str, sources: Sequence[Article], unread: UnreadInputs = ALL_READ
) -> Table:
    """Return the check of a quotation that was given by itself as a table for a terminal.

    Args:
        check: the check.
        text: the text that was checked.
        sources: the articles it may quote from, in the order in which they were checked.
        unread: how many inputs could not be read.
    """
    table = _start_table(summarize_checks([check], unread))
    _add_row(table, check, "", SourceRecords(sources), text)
    return table


def list_reasons(check: QuoteCheck, records: SourceRecords, text: str) -> list[str]:
    """Return the reasons for a verdict; where there are none, the words that differ."""
    if check.reasons:
        return [reason.text for reason in check.reasons]
    return list(describe_edits(check.edits, *records.print_both(check, text)))


def describe_source(check: QuoteCheck) -> tuple[str, str]:
    """Return the (place, speaker) of the passage in the sources."""
    if not check.source_passages:
        return "in no source", ""
    passage = check.source_passages[0]
    place = f"{passage.article.source} ¶{passage.number}"
    return place, describe_speaker(check.source_speaker)


def _format_line(check: QuoteCheck, place: str, records: SourceRecords, text: str) -> str:
    reasons = "; ".join(list_reasons(check, records, text))
    return "\t".join(
        (
            check.verdict.value,
            place,
            describe_speaker(check.speaker),
            add_quotation_marks(check.text),
            *describe_source(check),
            ": ".join(filter(None, (_describe_look(check), reasons))),
        )
    )


def _describe_look(check: QuoteCheck) -> str:
    """Return that a person should look, with the names of the reasons; empty where nobody need."""
    codes = (reason.code.value for reason in check.reasons if reason.needs_review)
    names = ", ".join(dict.fromkeys(code.replace("_", " ") for code in codes))
    return f"needs a look ({names})" if names else ""


def _start_table(title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(title, style="bold"),
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 1, 0),
    )
    table.add_column("¶", justify="right")
    table.add_column("verdict", ratio=2)
    table.add_column("in the draft", ratio=5)
    table.add_column("in the source", ratio=4, overflow="fold")
    return table


def _add_row(
    table: Table, check: QuoteCheck, number: str, records: SourceRecords, text: str
) -> None:
    from rich.text import Text

    words = mark_edits(check.edits, *records.print_both(check, text)) or Text(check.text)
    place, speaker = describe_source(check)
    notes = [place]
    if speaker:
        notes.append(f"speaker: {speaker}")
    notes += list_reasons(check, records, text)
    look = _describe_look(check)
    table.add_row(
        number,
        Text("\n".join(filter(None, (check.verdict.value, look))), style=_choose_style(check)),
        words.append(f"\n{describe_speaker(check.speaker)}", style="dim"),
        Text("\n".join(notes)),
    )


def _choose_style(check: QuoteCheck) -> str:
    if not check.needs_review:
        return _HARMLESS_STYLE
    return _MISSING_STYLE if check.verdict is Verdict.NOT_FOUND else _OTHER_STYLE


def _name_paragraph(check: QuoteCheck) -> str:
    return f"¶{check.passages[0].number}"
