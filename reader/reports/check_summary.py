"""Summarizes checks of quotations in one line: how many are verified, and why others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from reader.quote_check import QuoteCheck
from reader.quote_versions import CheckReason, ReasonCode

_SUBJECTS = {
    ReasonCode.NEGATION: "a negation",
    ReasonCode.DOUBT: "a doubt",
    ReasonCode.MODALITY: "a “may” or “would”",
    ReasonCode.CONDITION: "a condition",
    ReasonCode.QUALIFICATION: "a qualification",
    ReasonCode.ATTRIBUTION: "whose claim it is",
    ReasonCode.NUMBER: "a number",
}
"""The names of the words that are left out, added or changed."""
_PHRASES = {
    ReasonCode.QUESTION: "a question given as a statement",
    ReasonCode.CHANGED: "words changed",
    ReasonCode.INSERTED: "words inserted",
    ReasonCode.LEFT_OUT: "words left out",
    ReasonCode.MOVED: "words moved",
    ReasonCode.JOINED: "several quotations as one",
    ReasonCode.CROSSES_SPEAKERS: "words of several speakers as one quotation",
    ReasonCode.OTHER_SPEAKER: "another speaker",
    ReasonCode.NOT_QUOTED: "not a quotation in the source",
    ReasonCode.INDIRECT_MADE_DIRECT: "an indirect statement made direct",
    ReasonCode.FULLER_SOURCE: "fuller in another source",
    ReasonCode.SOURCES_DIFFER: "otherwise elsewhere in the sources",
    ReasonCode.SINGLE_WORD: "too short to know",
    ReasonCode.NOT_FOUND: "not found",
}


class UnreadInputs(NamedTuple):
    """How many of the inputs of a check could not be read."""

    drafts: int = 0
    sources: int = 0

    def describe(self) -> str:
        """Return it as the end of a line, empty where all could be read."""
        counts = ((self.drafts, "draft"), (self.sources, "source"))
        parts = (f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)
        text = " and ".join(parts)
        return f"; {text} not read" if text else ""


ALL_READ = UnreadInputs()
"""Nothing is left out."""


def summarize_checks(checks: Iterable[QuoteCheck], unread: UnreadInputs = ALL_READ) -> str:
    """Return the result in one line: `3 quotations: 2 verified, 1 needs a look: not found`.

    Each quotation that needs a look is counted with the first of its reasons. What could not be
    read ends the line: `; 1 source not read`.
    """
    listed = list(checks)
    if not listed:
        return f"no quotation{unread.describe()}"
    doubtful = [check for check in listed if check.needs_review]
    parts = []
    if verified := len(listed) - len(doubtful):
        parts.append(f"{verified} verified")
    if doubtful:
        verb = "needs" if len(doubtful) == 1 else "need"
        reasons = Counter(map(_name_first_reason, doubtful))
        named = ", ".join(
            phrase if count == 1 else f"{phrase} ({count})" for phrase, count in reasons.items()
        )
        parts.append(f"{len(doubtful)} {verb} a look: {named}")
    plural = "" if len(listed) == 1 else "s"
    return f"{len(listed)} quotation{plural}: {', '.join(parts)}{unread.describe()}"


def name_reason(reason: CheckReason) -> str:
    """Return a reason in a few words, without those of the texts: `a negation left out`."""
    subject = _SUBJECTS.get(reason.code)
    if reason.code is ReasonCode.OTHER_SPEAKER and not reason.source_words:
        return "a speaker whom the source does not name"
    if subject is None:
        return _PHRASES.get(reason.code, reason.code.value.replace("_", " "))
    if reason.source_words and not reason.draft_words:
        return f"{subject} left out"
    if reason.draft_words and not reason.source_words:
        return f"{subject} added"
    return f"{subject} changed"


def _name_first_reason(check: QuoteCheck) -> str:
    return name_reason(next(reason for reason in check.reasons if reason.needs_review))
