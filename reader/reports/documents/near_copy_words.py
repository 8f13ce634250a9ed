"""What near copies change, in words: each change once, with the copies that have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.articles import Passage
from reader.reports.documents.report import Report
from reader.reports.documents.wording import count
from reader.reports.place_names import name_article, name_paragraph
from reader.story import CopyEdit, NearCopy

_WORDS_BESIDE = 3
"""Words that are printed on either side of a change."""
_MOST_SHARED = 20
"""Changes that several copies have and that are no facts; the others are counted."""
_MOST_IN_TEXT = 6
"""Copies that are named one by one for a change in text; runs of numbers count once."""
_MOST_LISTED = 12
"""The same on a page."""
_MOST_PARAGRAPHS = 12
"""Paragraphs that are named one by one."""


class SharedEdit(NamedTuple):
    """A change to a compared article, and the copies that make it."""

    passage: Passage
    """The paragraph of the compared article."""
    before: str
    """Words before it, with an ellipsis where there are more."""
    old: str
    new: str
    after: str
    is_fact: bool
    kind: str
    """The kind of the fact; empty of other changes."""
    copies: tuple[int, ...]
    """Positions among the near copies of the report."""


def list_shared_edits(report: Report) -> list[SharedEdit]:
    """Return the changes of all near copies: facts first, then those that most copies have."""
    found: dict[CopyEdit, list[int]] = {}
    for position, copy in enumerate(report.copies):
        for edit in copy.edits:
            found.setdefault(edit, []).append(position)
    edits = [_describe(report, edit, copies) for edit, copies in found.items()]
    edits.sort(key=lambda edit: (not edit.is_fact, -len(edit.copies), edit.passage.place))
    return edits


def _describe(report: Report, edit: CopyEdit, copies: Sequence[int]) -> SharedEdit:
    passage = report.coverage.passage(edit.place)
    text = passage.text
    before, after = text[: edit.start].split(), text[edit.end :].split()
    head = " ".join(before[-_WORDS_BESIDE:])
    tail = " ".join(after[:_WORDS_BESIDE])
    return SharedEdit(
        passage,
        f"… {head}" if len(before) > _WORDS_BESIDE else head,
        edit.old,
        edit.new,
        f"{tail} …" if len(after) > _WORDS_BESIDE else tail,
        edit.fact is not None,
        edit.fact.value if edit.fact else "",
        tuple(copies),
    )


def choose_edits(report: Report) -> tuple[list[SharedEdit], str]:
    """Return the changes that are written out as text, and a message about the others.

    Facts, then those that several copies have, the most frequent first.
    """
    edits = list_shared_edits(report)
    facts = sum(edit.is_fact for edit in edits)
    shared = [edit for edit in edits[facts:] if len(edit.copies) > 1]
    shown = [*edits[:facts], *shared[:_MOST_SHARED]]
    more = len(edits) - len(shown)
    return shown, f"{count(more, 'more change')} of words, not listed." if more else ""


def describe_edit(report: Report, edit: SharedEdit) -> str:
    """Return a change in words: the kind of a fact, its place, the words, and who has others."""
    kind = f"{edit.kind}: " if edit.is_fact else ""
    old = f"[{edit.old}]" if edit.old else ""
    words = " ".join(filter(None, (edit.before, old, edit.after)))
    if not edit.new:
        done = "left out"
    else:
        done = f"“{edit.new}”" if edit.old else f"“{edit.new}” put between"
    runs = _list_runs(edit.copies)
    who = name_copies(report, edit.copies) if len(runs) <= _MOST_IN_TEXT else ""
    who = who or f"{len(edit.copies)} of them"
    return f"{kind}{name_paragraph(edit.passage)}: {words}: {done} in {who}"


def name_copies(report: Report, copies: Iterable[int]) -> str:
    """Return the numbers of near copies: `[3], [5] to [9]`; those that follow one another once.

    Near copies are numbered after the articles that are compared.
    """
    runs = _list_runs(copies)
    named = [_name_run(report, *run) for run in runs]
    more = sum(last - first + 1 for first, last in runs[_MOST_LISTED:])
    rest = f" and {more} more" if more else ""
    return ", ".join(named[:_MOST_LISTED]) + rest


def _list_runs(copies: Iterable[int]) -> list[list[int]]:
    """Return the first and the last of each run of numbers that follow one another."""
    runs: list[list[int]] = []
    for number in sorted(copies):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs


def name_copy_article(report: Report, copy: int) -> str:
    """Return the number of a near copy in brackets."""
    return name_article(len(report.articles) + copy)


def _name_run(report: Report, first: int, last: int) -> str:
    one, other = name_copy_article(report, first), name_copy_article(report, last)
    if first == last:
        return one
    return f"{one}, {other}" if last == first + 1 else f"{one} to {other}"


def count_copies(report: Report) -> str:
    """Return how many near copies a report has: `3 near copies of them`."""
    copies = len(report.copies)
    return f"{copies} near {'copy' if copies == 1 else 'copies'} of them"


def explain_near_copies(report: Report) -> str:
    """Return what the near copies of a report are, and that they are compared no further."""
    copies = report.copies
    are = "article has" if len(copies) == 1 else "articles have"
    originals = sorted({copy.original for copy in copies})
    return (
        f"{len(copies)} more {are} nearly the words of {_list_articles(originals)}. What they "
        "change is listed here; the other parts of this report leave them out."
    )


def summarize_near_copies(report: Report) -> str:
    """Return how many near copies there are, and how much they change."""
    copies, edits = report.copies, list_shared_edits(report)
    originals = sorted({copy.original for copy in copies})
    facts = sum(edit.is_fact for edit in edits)
    stated = f"{count(facts, 'fact')} stated otherwise" if facts else "no fact stated otherwise"
    are = "article has" if len(copies) == 1 else "articles have"
    return (
        f"{len(copies)} more {are} nearly the words of {_list_articles(originals)}: {stated}, "
        f"{count(len(edits) - facts, 'other change')} of words"
    )


def _list_articles(positions: Collection[int]) -> str:
    named = list(map(name_article, positions))
    return ", ".join(named[:-1]) + f" or {named[-1]}" if len(named) > 1 else named[0]


def describe_copy(copy: NearCopy) -> str:
    """Return what a near copy changes, counted: edits, paragraphs that it leaves out or adds."""
    edits = count(len(copy.edits), "change") + " of words" if copy.edits else "no other words"
    return "; ".join((f"the words of {name_article(copy.original)}, {edits}", *_list_rest(copy)))


def list_copy_sources(report: Report) -> Iterator[str]:
    """Yield the number, the name and the source of each near copy."""
    for number, copy in enumerate(report.copies):
        article = copy.article
        named = f"{name_copy_article(report, number)} {article.label_and_heading}"
        yield f"{named} ({article.source})"


def _list_rest(copy: NearCopy) -> Iterator[str]:
    if copy.left_out:
        yield f"leaves out {_name_paragraphs(f'¶{at + 1}' for at in copy.left_out)}"
    if copy.more:
        yield f"has also {_name_paragraphs(map(_name_more, copy.more))}"


def _name_more(more: tuple[int, Passage | None]) -> str:
    at, elsewhere = more
    return f"¶{at + 1} (as {name_paragraph(elsewhere)})" if elsewhere else f"¶{at + 1}"


def _name_paragraphs(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST_PARAGRAPHS
    rest = f" and {more} more" if more > 0 else ""
    return ", ".join(listed[:_MOST_PARAGRAPHS]) + rest
