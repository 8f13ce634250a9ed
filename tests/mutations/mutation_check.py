"""What `reader` says of the drafts of the kit, by its public functions only."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from mutation_kit import Draft, Effect, Source

from reader import (
    Article,
    QuoteCheck,
    QuoteSources,
    article_from_text,
    check_quote,
    check_quotes,
    open_articles,
)


class Outcome(Enum):
    """What a check of a whole draft comes to."""

    LOOK = "needs a look"
    """A quotation needs a look: exit code 1."""
    PASSED = "passed"
    """There are quotations, and none needs a look: exit code 0."""
    NOTHING = "nothing found"
    """There is no quotation: exit code 3."""


RIGHT_OUTCOMES = {
    Effect.HARMFUL: Outcome.LOOK,
    Effect.HARMLESS: Outcome.PASSED,
    Effect.NO_QUOTATION: Outcome.NOTHING,
}


@dataclass(frozen=True)
class Judgement:
    """A draft and what the check says of it."""

    draft: Draft
    outcome: Outcome
    checks: tuple[QuoteCheck, ...]

    @property
    def is_right(self) -> bool:
        return self.outcome is RIGHT_OUTCOMES[self.draft.kind.effect]

    def describe(self) -> str:
        """Verdict, reasons and words of each quotation of the draft."""
        lines = []
        for check in self.checks:
            codes = [reason.code.value for reason in check.reasons if reason.needs_review]
            because = f" ({', '.join(codes)})" if codes else ""
            lines.append(f"{check.verdict.value}{because}: “{check.text}”")
        return " / ".join(lines) or "no quotation found"


def judge_drafts(drafts: Iterable[Draft]) -> list[Judgement]:
    """Check drafts against their sources, in order."""
    listed = list(drafts)
    opened = _open_all(listed)
    return [_judge(draft, opened) for draft in listed]


Opened = dict[Source, Article]


def _judge(draft: Draft, opened: Opened) -> Judgement:
    article = _article(Source(draft.text, draft.suffix), opened)
    checks = check_quotes(article, _sources(draft.sources, opened))
    if any(needs_review(check) for check in checks):
        outcome = Outcome.LOOK
    else:
        outcome = Outcome.PASSED if checks else Outcome.NOTHING
    return Judgement(draft, outcome, tuple(checks))


def judge_alone(draft: Draft) -> Outcome:
    """Check the altered quotation by itself, with its speaker, without a draft around it."""
    texts = tuple(source.text for source in draft.sources)
    check = check_quote(draft.change.quotation, _text_sources(texts), draft.change.speaker)
    return Outcome.LOOK if needs_review(check) else Outcome.PASSED


def needs_review(check: QuoteCheck) -> bool:
    """Whether a person should look at the quotation."""
    return check.needs_review


def _article(source: Source, opened: Opened) -> Article:
    return opened.get(source) or article_from_text(source.text, name="draft")


def _sources(sources: Sequence[Source], opened: Opened) -> QuoteSources:
    if any(source in opened for source in sources):
        return QuoteSources([_article(source, opened) for source in sources])
    return _text_sources(tuple(source.text for source in sources))


@lru_cache(maxsize=256)
def _text_sources(texts: tuple[str, ...]) -> QuoteSources:
    return QuoteSources(
        [article_from_text(text, name=f"source{n}") for n, text in enumerate(texts)]
    )


def _open_all(drafts: Sequence[Draft]) -> Opened:
    """Write what is no plain text to files, each once, and open them all together."""
    texts = [Source(draft.text, draft.suffix) for draft in drafts]
    texts += [source for draft in drafts for source in draft.sources]
    files = [source for source in dict.fromkeys(texts) if source.suffix != ".txt"]
    if not files:
        return {}
    with tempfile.TemporaryDirectory(prefix="mutations") as folder:
        paths = [Path(folder, f"{n:06}{source.suffix}") for n, source in enumerate(files)]
        for path, source in zip(paths, files, strict=True):
            path.write_text(source.text, encoding="utf-8")
        articles = open_articles(paths)
    return dict(zip(files, articles, strict=True))
