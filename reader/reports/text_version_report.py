"""Versions of one text and the changes between them: JSON lines, CSV, lines of text, tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.articles import Passage
from reader.coverage import Coverage
from reader.reports.csv_rows import format_csv_row
from reader.reports.passage_excerpts import excerpt_around
from reader.reports.place_names import name_article, name_paragraph
from reader.story.text_versions.row_edits import find_row_edits, split_edits_of_row
from reader.story.text_versions.text_change import ChangeKind, TextChange, TextChanges
from reader.story.text_versions.text_version import TextVersion, TextVersions
from reader.text.excerpts import excerpt

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_COLUMNS = (
    "from", "to", "order", "kind", "fact", "paragraph_from", "paragraph_to", "old", "new", "note",
)  # fmt: skip
_PARAGRAPH = 160
"""Characters of a whole paragraph that lines and tables show."""
_NOTE = 240
"""Characters of a correction note that they show."""
_MOST_NAMED = 10
"""Versions that a line names; more are counted."""
_MOST_STEPS = 3
"""Steps from a version to the next that a summary compares."""
NO_VERSIONS = "No versions: no two articles are states of one outlet’s text."
NOTHING_CHANGED = "the same words"
_COUNTED = {
    ChangeKind.FACT: ("fact", "facts"),
    ChangeKind.HEADLINE: ("headline", "headlines"),
    ChangeKind.QUOTE: ("change of quotations", "changes of quotations"),
    ChangeKind.ADDED: ("paragraph added", "paragraphs added"),
    ChangeKind.REMOVED: ("paragraph removed", "paragraphs removed"),
    ChangeKind.WORDING: ("change of wording", "changes of wording"),
    ChangeKind.MOVED: ("passage moved", "passages moved"),
}


class ChangedPiece(NamedTuple):
    """A piece of the words of a change: of both versions, of the old or of the new one."""

    text: str
    side: str
    """`same`, `old` or `new`."""


def list_text_changes(coverage: Coverage, versions: TextVersions) -> Iterator[TextChanges]:
    """Yield the changes from each version of a text to the next."""
    for before, after in zip(versions.articles, versions.articles[1:], strict=False):
        yield coverage.text_changes(before, after)


def format_text_versions_as_json(coverage: Coverage) -> Iterator[str]:
    """Yield a JSON object for every text of which there are versions.

    It has `versions`, each with `article`, `date`, `date_kind` and `why_later`; `why`, what says
    that they are; `one_outlet`, whether they surely are of one; and `steps`, one from each version
    to the next, with `from`, `to`, `why_later`, `changes` and `loose_notes`. A change has `kind`,
    `fact`, `from` and `to`, lists of `paragraph`, `start`, `end`, then `old`, `new` and `note`.
    """
    for versions in coverage.text_versions:
        yield json.dumps(
            {
                "versions": [_version_record(coverage, each) for each in versions.versions],
                "why": versions.why,
                "one_outlet": versions.is_one_outlet,
                "steps": [
                    _step_record(coverage, changes, version)
                    for changes, version in _steps(coverage, versions)
                ],
            }
        )


def format_text_versions_as_csv(coverage: Coverage) -> Iterator[str]:
    """Yield a heading and a row for every change from a version to the next."""
    yield format_csv_row(_COLUMNS)
    for versions in coverage.text_versions:
        for changes, version in _steps(coverage, versions):
            ends = [coverage.articles[at].source for at in (changes.here, changes.there)]
            order = version.why_later or "not known"
            for change in changes.changes:
                yield format_csv_row(
                    (
                        *ends,
                        order,
                        change.kind.value,
                        change.fact.value if change.fact else None,
                        " ".join(str(passage.number) for passage in change.here),
                        " ".join(str(passage.number) for passage in change.there),
                        change.old,
                        change.new,
                        change.note,
                    )
                )


def format_text_versions_as_text(coverage: Coverage) -> Iterator[str]:
    """Yield a block of lines for every text: its versions, then what changed, facts first."""
    if not coverage.text_versions:
        yield NO_VERSIONS
    for number, versions in enumerate(coverage.text_versions):
        if number:
            yield ""
        yield describe_versions(versions)
        yield from (f"    {line}" for line in list_versions(coverage, versions))
        for changes, version in _steps(coverage, versions):
            yield ""
            yield describe_step(changes, version)
            for change in changes.changes:
                marked = "".join(text for text, _ in _mark_words(change))
                yield f"    {describe_change(change)}: {marked}"
                if change.note:
                    yield f"        noted: {excerpt(change.note, _NOTE)}"
            yield from (
                f"    note on words that did not change here: {excerpt(note, _NOTE)}"
                for note in changes.loose_notes
            )


def build_text_version_tables(coverage: Coverage) -> Iterator[Table | Text]:
    """Yield the versions of every text, then a table of what changed from each to the next."""
    from rich.text import Text

    if not coverage.text_versions:
        yield Text(NO_VERSIONS)
    for versions in coverage.text_versions:
        yield Text(describe_versions(versions), style="bold")
        for line in list_versions(coverage, versions):
            yield Text(f"  {line}")
        for changes, version in _steps(coverage, versions):
            yield Text("")
            yield Text(describe_step(changes, version), style="bold")
            if changes.changes or changes.loose_notes:
                yield _build_table(changes)


def _build_table(changes: TextChanges) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("what", no_wrap=True)
    table.add_column("in", no_wrap=True)
    table.add_column("words", ratio=1)
    for change in changes.changes:
        words = Text.assemble(*_mark_words(change))
        if change.note:
            words.append(f"\nnoted: {excerpt(change.note, _NOTE)}", style="italic")
        table.add_row(Text(name_change(change)), Text(_name_places(change)), words)
    for note in changes.loose_notes:
        table.add_row(Text("note"), Text(""), Text(excerpt(note, _NOTE), style="italic"))
    return table


def summarize_versions(coverage: Coverage, versions: TextVersions) -> str:
    """Return in one line which articles are versions of a text, why, and how much changed.

    Of many versions the first steps alone are compared.
    """
    names = " ".join(map(name_article, versions.articles[:_MOST_NAMED]))
    unnamed = len(versions.articles) - _MOST_NAMED
    names += f" and {unnamed} more" if unnamed > 0 else ""
    steps = zip(versions.articles, versions.versions[1:], strict=False)
    described = [
        describe_step(coverage.text_changes(before, version.article), version)
        for before, version in islice(steps, _MOST_STEPS)
    ]
    more = len(versions.versions) - 1 - len(described)
    rest = f"; and {more} more" if more > 0 else ""
    are = "are" if versions.is_one_outlet else "may be"
    return f"{names} {are} versions of one text, {versions.why}; {'; '.join(described)}{rest}"


def describe_versions(versions: TextVersions) -> str:
    """Return how many versions there are, and the evidence that they are versions."""
    perhaps = "" if versions.is_one_outlet else "perhaps "
    return f"{perhaps}{len(versions.versions)} versions of one text: {versions.why}"


def list_versions(coverage: Coverage, versions: TextVersions) -> Iterator[str]:
    """Yield a line for every version: its article, its latest date, and what makes it later."""
    for number, version in enumerate(versions.versions):
        label = f"{name_article(version.article)} {coverage.articles[version.article].label}"
        date = f"{version.date_kind} {version.date}" if version.date else "no date stated"
        unknown = "; whether it is later is not known" if number and not version.why_later else ""
        if version.why_later and not version.why_later.startswith(str(version.date_kind)):
            unknown = f"; later: {version.why_later}"
        yield f"{label}: {date}{unknown}"


def describe_step(changes: TextChanges, version: TextVersion) -> str:
    """Return which two versions are compared and how many changes of each kind there are."""
    arrow = "to" if version.why_later else "beside"
    ends = f"{name_article(changes.here)} {arrow} {name_article(changes.there)}"
    return f"{ends}: {count_changes(changes)}"


def count_changes(changes: TextChanges) -> str:
    """Return how many changes of each kind there are, in words."""
    counts = Counter(change.kind for change in changes.changes)
    parts = [
        f"{counts[kind]} {nouns[counts[kind] > 1]}"
        for kind, nouns in _COUNTED.items()
        if counts[kind]
    ]
    return ", ".join(parts) or NOTHING_CHANGED


def name_change(change: TextChange) -> str:
    """Return the name of a change: the kind of fact, or of the change."""
    if change.kind is ChangeKind.FACT and change.fact:
        return change.fact.value
    return f"{change.kind.value}, {change.fact.value}" if change.fact else change.kind.value


def describe_change(change: TextChange) -> str:
    """Return the name of a change and its place."""
    return " ".join(filter(None, (name_change(change), _name_places(change))))


def split_change(change: TextChange) -> Iterator[ChangedPiece]:
    """Yield the words of a change piece by piece, with their context."""
    if change.kind is ChangeKind.HEADLINE:
        edits = find_row_edits(change.old, change.new)
        for piece in split_edits_of_row(change.old, change.new, edits):
            if piece.is_same:
                yield ChangedPiece(piece.there, "same")
            else:
                yield ChangedPiece(piece.here, "old")
                yield ChangedPiece(piece.there, "new")
    elif change.kind is ChangeKind.MOVED:
        yield ChangedPiece(excerpt(change.new, _PARAGRAPH), "same")
    elif change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        yield ChangedPiece(excerpt(change.old, _PARAGRAPH), "old")
        yield ChangedPiece(excerpt(change.new, _PARAGRAPH), "new")
    else:
        passages = change.there or change.here
        first, last = passages[0], passages[-1]
        yield ChangedPiece(excerpt_around(first.paragraph.text, first.start, first.end)[0], "same")
        yield ChangedPiece(change.old, "old")
        yield ChangedPiece(change.new, "new")
        yield ChangedPiece(excerpt_around(last.paragraph.text, last.start, last.end)[2], "same")


def _mark_words(change: TextChange) -> Iterator[tuple[str, str]]:
    """Yield pieces of text with their styles, in the signs of word diffs."""
    forms = {
        "same": ("{}", ""),
        "old": ("[-{}-]", "strike red"),
        "new": ("{{+{}+}}", "underline green"),
    }
    for piece in split_change(change):
        if piece.text:
            form, style = forms[piece.side]
            yield form.format(piece.text), style


def _steps(coverage: Coverage, versions: TextVersions) -> Iterator[tuple[TextChanges, TextVersion]]:
    """Yield the changes up to each version but the first, with that version."""
    return zip(list_text_changes(coverage, versions), versions.versions[1:], strict=True)


def _name_places(change: TextChange) -> str:
    return " ".join(name_paragraph(passage) for passage in (*change.here, *change.there))


def _version_record(coverage: Coverage, version: TextVersion) -> dict[str, Any]:
    return {
        "article": coverage.articles[version.article].source,
        "date": version.date,
        "date_kind": version.date_kind,
        "why_later": version.why_later,
    }


def _step_record(coverage: Coverage, changes: TextChanges, version: TextVersion) -> dict[str, Any]:
    return {
        "from": coverage.articles[changes.here].source,
        "to": coverage.articles[changes.there].source,
        "why_later": version.why_later,
        "changes": [
            {
                "kind": change.kind.value,
                "fact": change.fact.value if change.fact else None,
                "from": [_place(passage) for passage in change.here],
                "to": [_place(passage) for passage in change.there],
                "old": change.old,
                "new": change.new,
                "note": change.note,
            }
            for change in changes.changes
        ],
        "loose_notes": list(changes.loose_notes),
    }


def _place(passage: Passage) -> dict[str, int]:
    return {"paragraph": passage.number, "start": passage.start, "end": passage.end}
