"""The verdicts on a quotation of a draft, and the reasons that lead to them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from reader.quote_versions.check_reasons import CheckReason


class Verdict(str, Enum):
    """What became of a quotation in the draft, from harmless to worst.

    The first three may need a look or not: the reasons of a check say it. The others need one.
    """

    EXACT = "exact"
    WRITTEN_DIFFERENTLY = "written differently"
    """The same words in another spelling, contractions written out, numbers in figures."""
    TRIMMED = "trimmed"
    """Ends sooner or begins later than the quotation in the source, or differs from it only
    where an ellipsis or square brackets show it."""
    CUT = "cut inside without ellipsis"
    MOVED = "moved"
    """Parts are in another order than in the source."""
    JOINED = "joined"
    """Words of several quotations as one."""
    OTHER_SPEAKER = "other speaker"
    NOT_QUOTED = "not a quotation in the source"
    """In the source, but outside quotation marks."""
    CHANGED = "changed"
    NOT_FOUND = "not found"


_SEVERITY = {verdict: number for number, verdict in enumerate(Verdict)}


class Finding(NamedTuple):
    """A reason with the verdict that it leads to."""

    verdict: Verdict
    reason: CheckReason


def weigh_findings(findings: Iterable[Finding]) -> tuple[Verdict, tuple[CheckReason, ...]]:
    """Return the gravest verdict of some findings, and their reasons, those for a look first."""
    listed = list(findings)
    verdicts = [finding.verdict for finding in listed]
    verdict = max(verdicts, key=_SEVERITY.__getitem__, default=Verdict.EXACT)
    listed.sort(key=lambda found: (not found.reason.needs_review, -_SEVERITY[found.verdict]))
    return verdict, tuple(dict.fromkeys(finding.reason for finding in listed))
