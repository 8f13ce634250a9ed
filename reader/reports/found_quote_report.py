"""A quotation's versions in an archive, the earliest first: JSON lines, lines of text, tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.archive.quote_search import AskedMatch, FoundQuote, FoundVersion
from reader.quote_versions import Version
from reader.reports.found_articles_report import (
    add_ratio_column,
    describe_nothing,
    show_outlet,
    show_stored_date,
    stored_record,
)
from reader.reports.quote_phrases import add_quotation_marks
from reader.reports.shared_quote_report import VersionReport, describe_version
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from rich.console import RenderableType

_MATCHES = {
    AskedMatch.EXACT: "exactly the words asked for",
    AskedMatch.FULLER: "the words asked for and more",
    AskedMatch.CUT: "cut beside the words asked for",
    AskedMatch.CHANGED: "changed beside the words asked for",
}
_NOTHING = "no article quotes these words; words outside quotation marks are not searched"


def format_found_quote_as_json(found: FoundQuote) -> Iterator[str]:
    """Yield an object for every version, the earliest first; those without a date last.

    The keys are those of the versions of `reader quotes --shared --json`, `is_base` for the one
    that the others are compared with, and those of `stored_record`; `asked` is how the words stand
    to those asked for: exact, fuller, cut or changed. Where the words asked for are
    fuller than all versions they are compared with these, and no version is the base. What is
    perhaps a version follows: `perhaps` is true, and of the version there are `text`, `paragraph`
    and `kept`, the share of the words asked for.
    """
    if found.quote is not None:
        report, base = VersionReport(found.articles), found.quote.base
        for each in found.versions:
            yield json.dumps(
                {
                    **stored_record(each.stored, each.article),
                    "is_base": _is_base(each, base),
                    "asked": each.match.value,
                    "perhaps": False,
                    **report.record(each.version, base),
                }
            )
    for each in found.alike:
        yield json.dumps(
            {
                **stored_record(each.stored, each.article),
                "perhaps": True,
                "text": each.version.text,
                "paragraph": each.version.passages[0].number,
                "kept": round(each.version.retained, 4),
            }
        )


def format_found_quote_as_text(found: FoundQuote, scope: str = "") -> Iterator[str]:
    """Yield some lines for every version, the earliest first; `scope` says what was searched."""
    if found.quote is None:
        yield describe_nothing(_NOTHING, scope)
        yield from _list_alike(found)
        return
    report, base = VersionReport(found.articles), found.quote.base
    yield _describe_base(found, base)
    for each in found.versions:
        yield f"{each.stored.id}  {show_stored_date(each.stored)}  {_name_place(each)}"
        yield f"    {describe_version(each.version)}"
        yield f"    {add_quotation_marks(each.version.text)}"
        for note in _list_notes(report, each, base):
            yield f"    {note}"
    yield from _list_alike(found)


def build_found_quote_tables(found: FoundQuote, scope: str = "") -> Iterator[RenderableType]:
    """Yield a table for a terminal, with marked differences; `scope` says what was searched."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    if found.quote is None:
        yield Text("\n".join((describe_nothing(_NOTHING, scope), *_list_alike(found))))
        return
    report, base = VersionReport(found.articles), found.quote.base
    table = Table(
        title=Text(_describe_base(found, base)),
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 1, 0),
    )
    table.add_column("no.", justify="right", no_wrap=True)
    for name, ratio in (("date", 1), ("where", 2), ("words", 4), ("beside the fullest", 2)):
        add_ratio_column(table, name, ratio)
    for each in found.versions:
        words = report.mark_version(each.version, base)
        table.add_row(
            Text(str(each.stored.id)),
            Text(show_stored_date(each.stored)),
            Text(f"{_name_place(each)}\n{describe_version(each.version)}"),
            words or Text(each.version.text),
            Text("\n".join(_list_notes(report, each, base))),
        )
    yield table
    if found.alike:
        yield Text("\n".join(_list_alike(found)))


def _list_alike(found: FoundQuote) -> Iterator[str]:
    """Yield the possible, much altered versions, two lines each."""
    if found.alike:
        yield "Perhaps the same, much altered, and perhaps another quotation:"
    for each in found.alike:
        share = print_share(each.version.retained)
        yield (
            f"{each.stored.id}  {show_stored_date(each.stored)}  {_name_place(each)}: "
            f"{share} of the words asked for"
        )
        yield f"    {add_quotation_marks(each.version.text)}"


def _describe_base(found: FoundQuote, base: Version) -> str:
    count = len({each.stored.id for each in found.versions})
    articles = "1 article" if count == 1 else f"{count} articles"
    fullest = next((each for each in found.versions if _is_base(each, base)), None)
    if fullest is None:
        return f"In {articles}; compared with the words asked for, which are the fullest."
    outlet = show_outlet(fullest.stored, fullest.article)
    return f"In {articles}; compared with the fullest version, of {outlet}."


def _list_notes(report: VersionReport, each: FoundVersion, base: Version) -> list[str]:
    asked = _MATCHES[each.match]
    if _is_base(each, base):
        return [asked, "fullest here"]
    return [asked, *report.list_notes(each.version, base)]


def _is_base(each: FoundVersion, base: Version) -> bool:
    return each.version.article == base.article and each.version.spans == base.spans


def _name_place(each: FoundVersion) -> str:
    return f"{show_outlet(each.stored, each.article)} ¶{each.version.passages[0].number}"
