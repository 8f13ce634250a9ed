"""How often every rule of attribution and of resolution is used and right.

    python tests/benchmarks/attribution_rules.py [--data FOLDER] [--write] [--errors]

Measured on the labelled direct and partial quotations that have a speaker, with a line for each
sentence and as one line; a rule that attributes an utterance in both counts once, and is right if
it is right in both. An attribution is right by the measure speaker_head of the data's README: the
last word of the name is in the marked source, or the words are those marked. A resolution is
counted where its attribution is right, and is right by the name alone: that the words are those
marked is no evidence of whom a pronoun refers to. Speakers who are no more than inferred for
another reason, as one of two of a surname, have their own confidence and are not counted.

`--write` stores uses and right in reader/quotes/data/rule_uses.txt, from which the confidences are
computed (reader/quotes/rule_confidence.py), together with those that a person counted in articles
without labels. How far the confidences are right is measured by speaker_confidence.py.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from quotes_quality import (
    DEFAULT_DATA,
    ExtractedQuote,
    is_head_in_source,
    is_speaker_right,
    measure_span_overlap,
    read_lines,
    strip_span,
)

from reader.quotes import Quote, QuoteKind, find_quotes
from reader.quotes.attribution_rules import ATTRIBUTION_RULES, find_rule
from reader.quotes.quote import Strength
from reader.quotes.resolution_rules import RESOLUTION_RULES

USES_FILE = Path(__file__).resolve().parents[2] / "reader" / "quotes" / "data" / "rule_uses.txt"
"""Where `--write` stores the uses of every rule."""
_SPOKEN = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
_LEAST_OVERLAP = 0.5
_STATED = Strength.IMPLIED


class RuleUse(NamedTuple):
    """One utterance that a rule attributes, or whose speaker it resolves."""

    rule: str
    article: str
    utterance: int
    """Its number among the labelled utterances of the article."""


def find_labelled_quotes(
    row: dict[str, Any], sentences: Sequence[str], joint: str
) -> Iterator[tuple[int, dict[str, Any], Quote, list[int]]]:
    """Yield utterance, label, quote and starts of sentences for the labelled quotes with a speaker.

    Args:
        row: the labels of the article.
        sentences: those of the article.
        joint: the string that joins them.
    """
    text = joint.join(sentences)
    starts, position = [], 0
    for sentence in sentences:
        starts.append(position)
        position += len(sentence) + len(joint)
    quotes = [quote for quote in find_quotes(text) if quote.kind in _SPOKEN]
    utterance = -1
    for entry in row["quotes"]:
        utterance += not entry["continues"]
        if entry["kind"] not in ("direct", "partial") or entry["speaker"] is None:
            continue
        base = starts[entry["sentence"]]
        span = strip_span(text, base + entry["start"], base + entry["end"])
        quote = _find_quote(text, quotes, span, (base, base + len(sentences[entry["sentence"]])))
        if quote is not None:
            yield utterance, entry, quote, starts


def find_uses(
    row: dict[str, Any], sentences: Sequence[str], joint: str
) -> Iterator[tuple[str, RuleUse, bool]]:
    """Yield table, use and whether it is right, for the labelled quotations of an article."""
    for utterance, entry, quote, starts in find_labelled_quotes(row, sentences, joint):
        if is_limited(quote.rule, quote.speaker.strength if quote.speaker else None):
            continue
        is_attributed = is_right(entry, quote, starts)
        if quote.rule:
            yield "attribution", RuleUse(quote.rule, row["doc"], utterance), is_attributed
        if quote.speaker and (is_attributed or not quote.rule):
            is_named = is_name_right(entry, quote) if quote.rule else is_attributed
            yield "resolution", RuleUse(quote.speaker.resolution, row["doc"], utterance), is_named


def is_limited(rule: str, strength: Strength | None) -> bool:
    """Whether a rule attributes a quote, and its speaker isn't stated for another reason.

    Args:
        rule: the name of the rule; empty where the speaker of the quote before is carried on.
        strength: that of the speaker, or None where there is none.
    """
    found = find_rule(rule)
    return found is not None and (strength is None or strength < min(found.strength, _STATED))


def _find_quote(
    text: str, quotes: Iterable[Quote], span: tuple[int, int], sentence: tuple[int, int]
) -> Quote | None:
    """Find the quote that covers a labelled one, compared inside its sentence."""
    best, most = None, 0.0
    for quote in quotes:
        begin, end = max(quote.start, sentence[0]), min(quote.end, sentence[1])
        if begin < end:
            overlap = measure_span_overlap(span, strip_span(text, begin, end))
            if overlap > most:
                best, most = quote, overlap
    return best if most >= _LEAST_OVERLAP else None


def is_right(entry: dict[str, Any], quote: Quote, starts: list[int]) -> bool:
    """Whether the speaker of a quote is the labelled one, by its words or by its name."""
    speaker = quote.speaker
    item = ExtractedQuote(
        quote.start,
        quote.end,
        speaker.name if speaker else None,
        (speaker.start, speaker.end) if speaker else None,
        None,
    )
    return is_speaker_right(entry, item, starts)


def is_name_right(entry: dict[str, Any], quote: Quote) -> bool:
    """Whether the name of the speaker of a quote is the labelled one."""
    if quote.speaker is None:
        return False
    return is_head_in_source(quote.speaker.name, entry["speaker"])


def measure_rules(folder: Path) -> dict[str, dict[str, dict[RuleUse, bool]]]:
    """Return all uses by table and rule, with whether each is right in every layout."""
    docs = {doc["doc"]: doc for doc in read_lines(folder / "ecbplus_train.jsonl")}
    tables: dict[str, tuple[Any, ...]] = {
        "attribution": tuple(ATTRIBUTION_RULES),
        "resolution": tuple(RESOLUTION_RULES),
    }
    uses: dict[str, dict[str, dict[RuleUse, bool]]] = {
        table: {rule.name: {} for rule in rules} for table, rules in tables.items()
    }
    for row in read_lines(folder / "quotes_train.jsonl"):
        for joint in ("\n", " "):
            for table, use, is_right in find_uses(row, docs[row["doc"]]["sentences"], joint):
                found = uses[table][use.rule]
                found[use] = found.get(use, True) and is_right
    return uses


def print_rules(uses: dict[str, dict[str, dict[RuleUse, bool]]]) -> None:
    """Print rule, uses, right and the confidence computed from the stored uses."""
    tables: dict[str, tuple[Any, ...]] = {
        "attribution": tuple(ATTRIBUTION_RULES),
        "resolution": tuple(RESOLUTION_RULES),
    }
    for table, rules in tables.items():
        print(f"\n{table:42}{'uses':>5}{'right':>6}{'confidence':>12}  strength")
        for rule in rules:
            found = uses[table][rule.name].values()
            counts = f"{len(found):5}{sum(found):6}{rule.confidence:12.2f}"
            print(f"  {rule.name:40}{counts}  {rule.strength.name.lower()}")


def write_uses(uses: dict[str, dict[str, dict[RuleUse, bool]]], path: Path) -> None:
    """Store uses and right of every rule."""
    lines = [
        "# How often every rule of attribution and of resolution was used on the labelled",
        "# articles, and was right: name, uses, right. Written by",
        "# tests/benchmarks/attribution_rules.py --write.",
    ]
    for table, rules in uses.items():
        lines += ["", f"[{table}]"]
        lines += [f"{name}: {len(found)} {sum(found.values())}" for name, found in rules.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--write", action="store_true", help="store the uses for the package")
    parser.add_argument("--errors", action="store_true", help="list every use that is wrong")
    options = parser.parse_args()
    if not (options.data / "quotes_train.jsonl").exists():
        print(f"no labelled data in {options.data}", file=sys.stderr)
        return 2
    uses = measure_rules(options.data)
    if options.write:
        write_uses(uses, USES_FILE)
    print_rules(uses)
    for table, rules in uses.items() if options.errors else ():
        for use in (use for found in rules.values() for use, right in found.items() if not right):
            print(f"  WRONG {table}: {use.rule}: {use.article}, utterance {use.utterance}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
