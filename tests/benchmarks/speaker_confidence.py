"""How often speakers are right, by the confidence that is stated of them.

    python tests/benchmarks/speaker_confidence.py [--data FOLDER] [--judged FILE]

On the labelled direct and partial quotations that have a speaker, an utterance once, with a line
for each sentence. The confidence of every speaker is computed without the labels of its own
article (what a person counted in other articles stays). Right is a speaker whose name has its last
word in the marked source, or whose words are those marked and no pronoun.

With `--judged` the same for quotations that a person judged: JSON lines with `confidence` and
`right`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from attribution_rules import find_labelled_quotes, is_limited, is_name_right, is_right
from quotes_quality import DEFAULT_DATA, read_lines

from reader.quotes.attribution_rules import ATTRIBUTION_RULES
from reader.quotes.noun_phrases import PRONOUNS
from reader.quotes.quote import Strength
from reader.quotes.resolution_rules import RESOLUTION_RULES
from reader.quotes.rule_confidence import (
    RuleUses,
    combine_confidences,
    compute_confidences,
    load_rule_uses,
)

BANDS = ((0.9, 1.01, ".9"), (0.7, 0.9, ".8"), (0.5, 0.7, ".6"), (0.0, 0.5, ".4"))
"""Lower and upper bound of the confidences of each band, and its name."""


class JudgedSpeaker(NamedTuple):
    """The speaker of one labelled utterance."""

    article: str
    attribution: str
    """Name of the rule; empty where the speaker of the quote before is carried on."""
    resolution: str
    strength: Strength
    stated: float
    """The confidence as shipped."""
    is_attributed_right: bool
    is_right: bool


def find_judged_speakers(folder: Path) -> Iterator[JudgedSpeaker]:
    """Yield the speakers found for the labelled utterances of all articles."""
    docs = {doc["doc"]: doc for doc in read_lines(folder / "ecbplus_train.jsonl")}
    for row in read_lines(folder / "quotes_train.jsonl"):
        seen: set[int] = set()
        found = find_labelled_quotes(row, docs[row["doc"]]["sentences"], "\n")
        for utterance, entry, quote, starts in found:
            speaker = quote.speaker
            if speaker is None or utterance in seen:
                continue
            seen.add(utterance)
            attributed = is_right(entry, quote, starts)
            is_pronoun = speaker.mention.lower() in PRONOUNS
            named = is_name_right(entry, quote)
            yield JudgedSpeaker(
                row["doc"],
                quote.rule,
                speaker.resolution,
                speaker.strength,
                speaker.confidence,
                attributed,
                named or (attributed and not is_pronoun),
            )


def compute_without(
    article: str, speakers: Sequence[JudgedSpeaker]
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Compute the confidences of both tables without the uses in one article."""
    own = [
        speaker
        for speaker in speakers
        if speaker.article == article and not is_limited(speaker.attribution, speaker.strength)
    ]
    attributions = Counter(each.attribution for each in own)
    right_attributions = Counter(each.attribution for each in own if each.is_attributed_right)
    resolutions = Counter(each.resolution for each in own if each.is_attributed_right)
    right_resolutions = Counter(each.resolution for each in own if each.is_right)
    return (
        compute_confidences(
            _subtract(load_rule_uses("attribution"), attributions, right_attributions),
            {rule.name: rule.group.value for rule in ATTRIBUTION_RULES if rule.names_speaker},
        ),
        compute_confidences(
            _subtract(load_rule_uses("resolution"), resolutions, right_resolutions),
            {rule.name: rule.group.value for rule in RESOLUTION_RULES},
        ),
    )


def _subtract(
    uses: Mapping[str, RuleUses], own: Mapping[str, int], right: Mapping[str, int]
) -> dict[str, RuleUses]:
    left = {}
    for name, counts in uses.items():
        used = max(0, counts.uses - own.get(name, 0))
        left[name] = RuleUses(used, min(used, max(0, counts.right - right.get(name, 0))))
    return left


def print_bands(pairs: Iterable[tuple[float, bool]]) -> None:
    """Print stated and right by band of confidence."""
    bands: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, is_speaker_right in pairs:
        name = next(name for low, high, name in BANDS if low <= confidence < high)
        bands[name].append((confidence, is_speaker_right))
    print(f"{'band':6}{'speakers':>9}{'stated':>8}{'right':>7}{'off by':>8}")
    for _, _, name in BANDS:
        found = bands.get(name)
        if not found:
            print(f"{name:6}{0:9}")
            continue
        stated = mean(confidence for confidence, _ in found)
        right = mean(is_speaker_right for _, is_speaker_right in found)
        print(f"{name:6}{len(found):9}{stated:8.3f}{right:7.3f}{right - stated:+8.3f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--judged", type=Path, help="JSON lines of judged quotations instead")
    options = parser.parse_args()
    if options.judged:
        rows: list[dict[str, Any]] = list(map(json.loads, options.judged.open(encoding="utf-8")))
        print_bands((row["confidence"], row["right"]) for row in rows)
        return 0
    if not (options.data / "quotes_train.jsonl").exists():
        print(f"no labelled data in {options.data}", file=sys.stderr)
        return 2
    speakers = list(find_judged_speakers(options.data))
    pairs = []
    for article in sorted({speaker.article for speaker in speakers}):
        attributions, resolutions = compute_without(article, speakers)
        for each in (speaker for speaker in speakers if speaker.article == article):
            attribution = attributions.get(each.attribution)
            confidence = each.stated
            if attribution is not None:
                resolution = resolutions[each.resolution]
                confidence = combine_confidences(attribution, resolution, each.strength)
            pairs.append((confidence, each.is_right))
    print_bands(pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
