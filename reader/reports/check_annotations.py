"""Quotations that need a look as workflow commands, which GitHub shows beside the draft's lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import accumulate
from re import compile as compile_pattern

from reader.articles import Clean, clean_line
from reader.quote_check import QuoteCheck
from reader.reports.check_records import DraftChecks
from reader.reports.check_report import describe_source
from reader.reports.check_summary import ALL_READ, UnreadInputs, name_reason, summarize_checks
from reader.text.words import word_keys

_RUNS = ((3, 8), (3, 3), (0, 8), (0, 3))
"""Words before a quotation and of it that are searched in its file; the first run that is there."""
_LONGEST_LEAD = 100
"""Characters before a quotation by which it is found in its file."""
_LONGEST_MESSAGE = 2_000
_LONGEST_WORDS = 300
"""Characters of a quotation that a message holds."""
_TAG = compile_pattern(r"<[^<>]{0,1000}>")
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def format_checks_for_github(
    drafts: Iterable[DraftChecks], texts: Mapping[str, str], unread: UnreadInputs = ALL_READ
) -> Iterator[str]:
    """Yield a workflow command for every quotation that needs a look, then a summary.

    Args:
        drafts: the articles that were checked.
        texts: the text of the file of each draft, by its `source`; a draft without is annotated
            without a line.
        unread: how many inputs could not be read.
    """
    checks: list[QuoteCheck] = []
    for draft, found in drafts:
        text = texts.get(draft.source)
        lines = LineFinder(text) if text is not None else None
        for check in found:
            line = lines.find_next(_read_before(check), check.text) if lines else None
            if check.needs_review:
                file = draft.source if text is not None else None
                yield format_annotation(check, file, line)
        checks += found
        if not found:
            yield f"::notice {_format_properties(file=draft.source)}::no quotation in it to check"
    yield f"reader check: {summarize_checks(checks, unread)}"


def format_annotation(check: QuoteCheck, file: str | None = None, line: int | None = None) -> str:
    """Return the workflow command for one quotation that needs a look.

    Args:
        check: the check of the quotation.
        file: the path of its file, None where it is in none.
        line: its line there, from 1, if it is known.
    """
    reasons = [reason for reason in check.reasons if reason.needs_review]
    title = f"{check.verdict.value}: {name_reason(reasons[0])}" if reasons else check.verdict.value
    place, speaker = describe_source(check)
    parts = [f"“{clean_line(check.text, _LONGEST_WORDS)}”", *(reason.text for reason in reasons)]
    parts.append(f"{place}, {speaker}" if speaker else place)
    properties = _format_properties(file=file, line=line, title=title)
    return f"::warning {properties}::{_escape(' | '.join(parts), _DATA)}"


class LineFinder:
    """Finds the lines of quotations in the text of their file, in order.

    Args:
        text: the text as it is in the file, with the marks of Markdown or HTML.
    """

    def __init__(self, text: str) -> None:
        lines = [
            "".join(f" {key}" for key in word_keys(unescape(_TAG.sub(" ", line))))
            for line in text.split("\n")
        ]
        self._keys = "".join(lines) + " "
        self._starts = list(accumulate(map(len, lines[:-1]), initial=0))
        self._position = 0

    def find_next(self, before: str, words: str) -> int | None:
        """Return the line, from 1, in which the next quotation begins; None if it is not found.

        Args:
            before: what is before the quotation in its paragraph.
            words: the quotation.
        """
        keys, keys_before = word_keys(words), word_keys(before)
        for count_before, count in _RUNS:
            run = keys_before[-count_before:] if count_before else []
            place = self._find(run, keys[:count])
            if place is not None:
                self._position = place + 1
                return bisect_right(self._starts, place)
        return None

    def _find(self, before: list[str], keys: list[str]) -> int | None:
        """Return the position of some words after others, searching from the last quotation on."""
        if not keys:
            return None
        lead = "".join(f" {key}" for key in before)
        place = self._keys.find(f"{lead} {' '.join(keys)} ", self._position)
        return place + len(lead) if place >= 0 else None


def _read_before(check: QuoteCheck) -> str:
    """Return the last words before a quotation in its paragraph."""
    passage = check.passages[0]
    return passage.paragraph.text[max(0, passage.start - _LONGEST_LEAD) : passage.start]


def _format_properties(**values: str | int | None) -> str:
    return ",".join(
        f"{name}={_escape(str(value), _PROPERTY)}"
        for name, value in values.items()
        if value is not None
    )


def _escape(text: str, signs: dict[int, str]) -> Clean:
    """Return text that neither ends nor begins a command; control characters become signs."""
    return Clean(clean_line(text, limit=_LONGEST_MESSAGE).translate(signs))
