"""How many altered quotations the check of a draft finds, beside rules that programs commonly use.

    python tests/benchmarks/check_mutations.py [--data FOLDER] [--articles N] [--most N]
                                               [--seed N] [--kind WORDS] [--failures FILE]

The mutation kit (tests/mutations) alters quotations of the labelled articles, where they are
there, else those of the seeds and of the kit's made-up articles. A harmful draft is right where it
needs a look, a harmless one where nothing needs a look; where no quotation is found in the draft,
both are wrong. Each article is also checked against itself. The four rules get the altered words
as they are, know nothing of speakers, and are right where they accept what is harmless only.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mutations"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from all_kinds import ALL_KINDS
from expected_reasons import EXPECTED_REASONS
from home_made_rules import RULES
from linking_data import DATA
from mutation_check import Judgement, Outcome, judge_drafts, needs_review
from mutation_kit import Effect, Kind, make_drafts
from mutation_story import Story

from reader import article_from_text, check_quotes

TESTS = Path(__file__).resolve().parents[1]
PARAGRAPH = 250
"""Letters after which a paragraph of the labelled articles, which have none, ends."""


@dataclass
class Row:
    """The figures of one kind.

    Args:
        kind: the kind.
        outcomes: how often the check came to each outcome.
        accepted: how many drafts each rule accepts.
        explained: of how many drafts that need a look a reason is given that fits the kind.
    """

    kind: Kind
    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    accepted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RULES, 0))

    explained: int = 0

    @property
    def drafts(self) -> int:
        return sum(self.outcomes.values())

    @property
    def wrong(self) -> int:
        right = Outcome.LOOK if self.is_harmful else Outcome.PASSED
        return self.drafts - self.outcomes[right]

    @property
    def is_harmful(self) -> bool:
        return self.kind.effect is Effect.HARMFUL

    def wrong_of(self, rule: str) -> int:
        accepted = self.accepted[rule]
        return accepted if self.is_harmful else self.drafts - accepted


def labelled_stories(path: Path) -> Iterator[Story]:
    """Read the labelled articles that hold a quotation of a person with a name."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            story = Story(article["doc"], _paragraphs(article["sentences"]))
            if story.statements:
                yield story


def _paragraphs(sentences: Iterable[str]) -> str:
    """Join sentences to paragraphs that end at no place where a quotation is open.

    Apostrophes that the corpus has between spaces are joined to their words.
    """
    paragraphs, current = [], ""
    for sentence in sentences:
        current = f"{current} {sentence}".strip()
        is_open = current.count("“") > current.count("”") or current.count('"') % 2
        if not is_open and len(current) > PARAGRAPH:
            paragraphs.append(current)
            current = ""
    text = "\n".join([*paragraphs, current])
    return re.sub(r" (['’]) ?(?=(?:s|t|re|ve|ll|d|m)\b)", r"\1", text)


def stories_of_files() -> Iterator[Story]:
    """Read the seeds and the made-up articles of the kit."""
    for folder in (TESTS.parent / "seeds", TESTS / "mutations" / "articles"):
        for path in sorted(folder.glob("*.txt")):
            yield Story(path.stem, path.read_text(encoding="utf-8"))


def measure(
    kind: Kind, stories: Sequence[Story], most: int, seed: int
) -> tuple[Row, list[Judgement]]:
    """Check the drafts of one kind; return the figures and what is wrong."""
    row, wrong = Row(kind), []
    for story in stories:
        for judgement in judge_drafts(make_drafts(story, kind, seed=seed, most=most)):
            row.outcomes[judgement.outcome] += 1
            row.explained += is_explained(judgement)
            draft = judgement.draft
            texts = [source.text for source in draft.sources]
            for name, rule in RULES.items():
                row.accepted[name] += rule(draft.change.quotation, texts)
            if not judgement.is_right:
                wrong.append(judgement)
    return row, wrong


def is_explained(judgement: Judgement) -> bool:
    """Whether the quotation needs a look for a reason that fits what was altered."""
    fitting = EXPECTED_REASONS.get(judgement.draft.kind.name)
    if judgement.outcome is not Outcome.LOOK or fitting is None:
        return False
    reasons = [reason for check in judgement.checks for reason in check.reasons]
    return any(reason.code.value in fitting for reason in reasons if reason.needs_review)


def false_alarms(stories: Sequence[Story]) -> tuple[int, int]:
    """Check articles against themselves; return how many quotations need a look, and how many
    there are."""
    alarms = quotations = 0
    for story in stories:
        article = article_from_text(story.text, name=story.name)
        checks = check_quotes(article, article)
        alarms += sum(map(needs_review, checks))
        quotations += len(checks)
    return alarms, quotations


def print_row(row: Row) -> None:
    rules = " ".join(f"{row.wrong_of(rule):9}" for rule in RULES)
    counts = " ".join(f"{row.outcomes[outcome]:8}" for outcome in Outcome)
    sign = "!" if row.wrong else " "
    explained = f"{row.explained:6}" if row.kind.name in EXPECTED_REASONS else "     -"
    print(f"{sign} {row.kind.name:38} {row.drafts:6} {counts} {explained} {row.wrong:6} {rules}")


def print_totals(rows: Sequence[Row]) -> None:
    for is_harmful, name in ((True, "harmful called harmless"), (False, "harmless flagged")):
        chosen = [row for row in rows if row.is_harmful is is_harmful]
        drafts = sum(row.drafts for row in chosen)
        if drafts:
            ours = sum(row.wrong for row in chosen)
            rules = "; ".join(
                f"{rule} {sum(row.wrong_of(rule) for row in chosen) / drafts:.1%}" for rule in RULES
            )
            kinds = sum(row.wrong > 0 for row in chosen)
            if is_harmful:
                explained = sum(row.explained for row in chosen)
                flagged = sum(
                    row.outcomes[Outcome.LOOK]
                    for row in chosen
                    if row.kind.name in EXPECTED_REASONS
                )
                print(f"a fitting reason is given for {explained} of {flagged} that need a look")
            print(f"{name}: reader {ours / drafts:.2%} ({ours} of {drafts}; in {kinds} of "
                  f"{len(chosen)} kinds); {rules}")  # fmt: skip


def print_failures(wrong: dict[str, list[Judgement]], path: Path, shown: int) -> None:
    """Write some drafts of each kind that came out wrong."""
    lines = []
    for name, judgements in wrong.items():
        right = "needs a look" if judgements[0].draft.kind.effect is Effect.HARMFUL else "harmless"
        lines.append(f"\n## {name}: {len(judgements)} wrong, should be: {right}\n")
        step = max(1, len(judgements) // shown)
        for judgement in judgements[::step][:shown]:
            change = judgement.draft.change
            words = judgement.draft.text.split("\n")[-1] if len(change.body or "") < 300 else ""
            lines.append(f"- [{judgement.draft.story}] source: {change.origin[:200]!r}")
            lines.append(f"  - draft: {words[-300:] or change.quotation!r} ({change.note[:120]})")
            lines.append(f"  - got: {judgement.outcome.value}: {judgement.describe()[:160]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--files", action="store_true", help="the seeds and made-up articles")
    parser.add_argument("--articles", type=int, default=40, help="how many are drawn")
    parser.add_argument("--most", type=int, default=3, help="drafts of a kind for an article")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", default="", help="only kinds whose name holds these words")
    parser.add_argument("--failures", type=Path, help="write what is wrong to this file")
    parser.add_argument("--shown", type=int, default=6, help="wrong drafts of a kind in that file")
    options = parser.parse_args()

    path = options.data / "ecbplus_train.jsonl"
    labelled = path.is_file() and not options.files
    stories = list(labelled_stories(path) if labelled else stories_of_files())
    alarms, quotations = false_alarms(stories)
    print(f"{len(stories)} articles against themselves: {alarms} false alarms in {quotations}")
    if labelled:
        stories = Random(options.seed).sample(stories, min(options.articles, len(stories)))
    print(f"{len(stories)} articles altered, at most {options.most} drafts of a kind for each\n")
    print(f"  {'wrong of each':38} drafts  {'  '.join(o.value[:7] for o in Outcome)} reason reader "
          + " ".join(f"{rule[:9]:>9}" for rule in RULES))  # fmt: skip

    start = time.perf_counter()
    rows: list[Row] = []
    wrong: dict[str, list[Judgement]] = {}
    effects = (Effect.HARMFUL, Effect.HARMLESS)
    for kind in sorted(ALL_KINDS, key=lambda kind: kind.effect.value):
        if kind.effect in effects and options.kind in kind.name:
            row, failures = measure(kind, stories, options.most, options.seed)
            rows.append(row)
            print_row(row)
            if failures:
                wrong[kind.name] = failures
    print()
    print_totals(rows)
    print(f"{time.perf_counter() - start:.0f} seconds, drafts and rules counted")
    if options.failures:
        print_failures(wrong, options.failures, options.shown)


if __name__ == "__main__":
    main()
