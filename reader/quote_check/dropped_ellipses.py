"""An ellipsis of the source itself that the draft drops: what the source cut is hidden by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference, list_unchanged
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.printed_words import PrintedWords


def find_ellipsis_findings(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> Iterator[Finding]:
    """Yield the findings on dots of the source between two words that the draft has without.

    Args:
        steps: the differences of the quotation from its source.
        base: the words of the source.
        version: those of the draft.
    """
    for step in list_unchanged(steps):
        for old in range(step.base.start + 1, step.base.stop):
            word, before = base.words[old], base.words[old - 1]
            if not word.after_ellipsis or word.part != before.part:
                continue
            if version.words[old - step.base.start + step.version.start].after_ellipsis:
                continue
            # "I … I never saw it": the dots are a pause before a word that is said again.
            if word.key == before.key or "\n" in base.text[before.end : word.start]:
                continue
            words = base.text[before.start : word.end]
            text = f"cut inside without ellipsis: the source's own, {mark_words(words)}"
            yield Finding(Verdict.CUT, CheckReason(ReasonCode.LEFT_OUT, True, text, "", words))
