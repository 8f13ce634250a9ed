"""How well the same quotation is recognised in two articles, beside a plain fuzzy ratio.

    python tests/benchmarks/quotes_matching.py [--data FOLDER] [--errors]

Recall is measured on the pairs of `same_quote_train.jsonl`. The hard set is made here
from the same articles: all pairs of quotations in different articles on one event
whose longest common run is four or five words, each text once; those listed in `TRUE`
were judged by one reader to be the same utterance, all others not. The reader knew the
matcher, so there is a second hard set that is judged by construction:

* the same: the pairs of `same_quote_train.jsonl`, one of the two quotations cut so that
  it begins or ends within the run of words that both have, four or five of which are left
  (by turns); the article around it stays as it is;
* not the same: all pairs of quotations, in articles on different events, whose longest
  common run is four or five words, each text once.

At the end every condition of `reader.quote_versions.same_utterance` is listed with the number of
all these pairs on which it decides, and of those on which it is right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from quotes_quality import DEFAULT_DATA, read_lines
from rapidfuzz.fuzz import token_set_ratio

from reader.quote_versions.comparable_quotes import ComparableQuote, read_comparable_quotes
from reader.quote_versions.quote_matching import match_quotes
from reader.quote_versions.quote_words import QuoteWord
from reader.quote_versions.same_utterance import (
    MATCH_CONDITIONS,
    QuotePair,
    find_condition,
    is_same_utterance,
)

Key = tuple[str, int, str, int]
Span = tuple[int, int]
Pair = tuple[ComparableQuote, ComparableQuote]

TRUE: frozenset[Key] = frozenset(
    [
        ("13_13ecb", 236, "13_21ecb", 439),
        ("13_13ecb", 236, "13_3ecb", 676),
        ("19_10ecbplus", 297, "19_6ecbplus", 2320),
        ("19_11ecbplus", 597, "19_3ecbplus", 2307),
        ("19_11ecbplus", 751, "19_6ecbplus", 1033),
        ("19_7ecb", 1211, "19_8ecb", 2188),
        ("1_2ecbplus", 566, "1_5ecbplus", 656),
        ("1_12ecbplus", 443, "1_21ecbplus", 222),
        ("1_12ecbplus", 443, "1_2ecbplus", 419),
        ("1_12ecbplus", 443, "1_4ecbplus", 333),
        ("1_21ecbplus", 222, "1_4ecbplus", 333),
        ("1_2ecbplus", 419, "1_4ecbplus", 333),
        ("20_4ecbplus", 3126, "20_8ecbplus", 2072),
        ("22_11ecbplus", 762, "22_2ecbplus", 1679),
        ("25_11ecbplus", 3506, "25_15ecbplus", 776),
        ("25_11ecbplus", 3506, "25_8ecbplus", 749),
        ("25_15ecbplus", 776, "25_8ecbplus", 749),
        ("26_6ecbplus", 5349, "26_9ecbplus", 5817),
        ("28_7ecbplus", 2445, "28_9ecbplus", 2239),
        ("29_1ecbplus", 2061, "29_5ecbplus", 2066),
        ("31_13ecb", 6370, "31_9ecb", 1220),
        ("33_3ecb", 4430, "33_4ecb", 1327),
        ("33_1ecbplus", 1090, "33_7ecbplus", 926),
        ("33_1ecbplus", 1334, "33_7ecbplus", 1494),
        ("33_1ecbplus", 1773, "33_7ecbplus", 2827),
        ("3_1ecb", 2993, "3_4ecb", 5943),
        ("3_1ecb", 364, "3_9ecb", 2318),
        ("3_4ecb", 5943, "3_9ecb", 2671),
        ("3_7ecb", 567, "3_8ecb", 547),
        ("4_1ecb", 3163, "4_6ecb", 3311),
        ("4_1ecb", 3178, "4_6ecb", 3326),
        ("4_2ecb", 2348, "4_4ecb", 787),
        ("4_2ecb", 3039, "4_4ecb", 2075),
        ("4_2ecb", 2092, "4_8ecb", 503),
        ("6_1ecb", 627, "6_2ecb", 420),
        ("8_1ecbplus", 4044, "8_3ecbplus", 1875),
        ("8_1ecbplus", 4044, "8_7ecbplus", 3144),
        ("8_2ecbplus", 867, "8_7ecbplus", 933),
        ("8_3ecbplus", 6181, "8_9ecbplus", 4621),
        ("8_4ecbplus", 911, "8_8ecbplus", 2732),
        ("8_4ecbplus", 944, "8_8ecbplus", 2732),
        ("9_10ecbplus", 663, "9_3ecbplus", 2591),
        ("9_2ecbplus", 1402, "9_3ecbplus", 2591),
    ]
)
"""Article and offset of the quotation's first word, in the sentences joined by line breaks."""


def count_longest_run(one: ComparableQuote, other: ComparableQuote) -> int:
    """Count the words of the longest run that both have."""
    places: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(other.words):
        places[word.key].append(position)
    best = 0
    previous: dict[int, int] = {}
    for word in one.words:
        current = {p: previous.get(p - 1, 0) + 1 for p in places.get(word.key, ())}
        best = max(best, *current.values()) if current else best
        previous = current
    return best


def find_hard_pairs(
    groups: dict[str, list[dict[str, Any]]],
) -> list[tuple[Key, ComparableQuote, ComparableQuote]]:
    """Find the pairs of quotations on one event that share four or five words in a row."""
    pairs = []
    seen = set()
    for _, docs in sorted(groups.items()):
        found = [
            read_comparable_quotes(i, "\n".join(doc["sentences"])) for i, doc in enumerate(docs)
        ]
        for a, b in combinations(range(len(docs)), 2):
            for one in found[a]:
                for other in found[b]:
                    if count_longest_run(one, other) not in (4, 5):
                        continue
                    texts = tuple(sorted(" ".join(w.key for w in x.words) for x in (one, other)))
                    if texts in seen:
                        continue
                    seen.add(texts)
                    key = (docs[a]["doc"], one.spans[0][0], docs[b]["doc"], other.spans[0][0])
                    pairs.append((key, one, other))
    return pairs


def find_listed_pairs(docs: dict[str, dict[str, Any]], rows: list[dict[str, Any]]) -> list[Pair]:
    """Find the quotations of the pairs of `same_quote_train.jsonl`."""
    pairs = []
    for row in rows:
        one = _find_at(docs[row["a"]]["sentences"], row["i"], row["span_a"])
        other = _find_at(docs[row["b"]]["sentences"], row["j"], row["span_b"])
        if one is not None and other is not None:
            pairs.append((one, other))
    return pairs


def make_cut_pairs(docs: dict[str, dict[str, Any]], rows: list[dict[str, Any]]) -> list[Pair]:
    """Make versions of one utterance by construction that share four or five words in a row."""
    pairs = []
    for number, row in enumerate(rows):
        one = _find_at(docs[row["a"]]["sentences"], row["i"], row["span_a"])
        sentences, position, cut = docs[row["b"]]["sentences"], row["j"], row["span_b"]
        whole = _find_at(sentences, position, cut)
        if one is None or whole is None:
            continue
        left = _cut(one, whole, 4 + number % 2, at_end=number % 4 < 2)
        if left is None:
            continue
        text = sentences[position]
        begin = sum(len(sentence) + 1 for sentence in sentences[:position])
        first, last = left[0].start - begin, left[-1].end - begin
        opening, closing = whole.spans[0][0] - begin, whole.spans[-1][1] - begin
        if opening < 0 or closing > len(text):
            continue
        ending = text[last:closing] if last < closing else ""
        comma = "," if ending and text[closing - 1 : closing] == "," else ""
        shorter = text[:opening] + text[first:last] + comma + text[closing:]
        changed = [*sentences[:position], shorter, *sentences[position + 1 :]]
        other = _find_at(changed, position, [opening, opening + last - first])
        if other is not None and count_longest_run(one, other) in (4, 5):
            pairs.append((one, other))
    return pairs


def _find_at(sentences: list[str], position: int, span: list[int]) -> ComparableQuote | None:
    """Find the utterance at a span of a sentence."""
    before = sum(len(sentence) + 1 for sentence in sentences[:position])
    first, last = before + span[0], before + span[1]
    for item in read_comparable_quotes(0, "\n".join(sentences)):
        if any(_meet((first, last), part) for part in item.spans):
            return item
    return None


def _cut(
    one: ComparableQuote, whole: ComparableQuote, size: int, *, at_end: bool
) -> Sequence[QuoteWord] | None:
    """Cut a quotation so that it has so many words of its longest run with another one."""
    block = max(
        SequenceMatcher(
            None, [w.key for w in one.words], [w.key for w in whole.words], autojunk=False
        ).get_matching_blocks(),
        key=lambda found: found.size,
    )
    if block.size < 6 or len(whole.spans) > 1:
        return None
    if at_end:
        return whole.words[: block.b + size]
    return whole.words[block.b + block.size - size :]


def find_strange_pairs(
    groups: dict[str, list[dict[str, Any]]],
) -> list[Pair]:
    """Find quotations in articles on different events that share four or five words in a row."""
    places: dict[tuple[str, ...], list[tuple[str, ComparableQuote]]] = defaultdict(list)
    for event, docs in sorted(groups.items()):
        for doc in docs:
            for item in read_comparable_quotes(0, "\n".join(doc["sentences"])):
                keys = [word.key for word in item.words]
                for gram in {tuple(keys[i : i + 4]) for i in range(len(keys) - 3)}:
                    places[gram].append((event, item))
    found: dict[tuple[str, str], Pair] = {}
    for here in places.values():
        for (event, one), (another, other) in combinations(here, 2):
            texts = sorted(" ".join(w.key for w in x.words) for x in (one, other))
            if event != another and count_longest_run(one, other) in (4, 5):
                found.setdefault((texts[0], texts[1]), (one, other))
    return list(found.values())


def report_unjudged(groups: dict[str, list[dict[str, Any]]], rows: list[dict[str, Any]]) -> None:
    """Measure the set that is judged by construction."""
    docs = {doc["doc"]: doc for found in groups.values() for doc in found}
    same, strange = make_cut_pairs(docs, rows), find_strange_pairs(groups)

    def plain(one: ComparableQuote, other: ComparableQuote) -> bool:
        return token_set_ratio(*(" ".join(w.key for w in x.words) for x in (one, other))) >= 90

    for name, judge in (("ours", is_same_utterance), ("token_set_ratio >= 90", plain)):
        hits = sum(judge(*pair) for pair in same)
        wrong = sum(judge(*pair) for pair in strange)
        score = 2 * hits / max(1, len(same) + hits + wrong)
        print(
            f"second hard set, {name}: {hits} of {len(same)} the same found, "
            f"{wrong} of {len(strange)} others taken for it; F1 {score:.3f}"
        )


def measure_recall(
    groups: dict[str, list[dict[str, Any]]], rows: list[dict[str, Any]], joint: str
) -> tuple[float, list[dict[str, Any]]]:
    """Return the share of listed pairs that `match_quotes` gives, and the others."""
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    sentences = {doc["doc"]: doc["sentences"] for docs in groups.values() for doc in docs}
    for docs in groups.values():
        for a, here, b, there in match_quotes([joint.join(doc["sentences"]) for doc in docs]):
            found[docs[a]["doc"], docs[b]["doc"]].append((here, there))
            found[docs[b]["doc"], docs[a]["doc"]].append((there, here))

    def absolute(doc: str, sentence: int, span: list[int]) -> Span:
        before = sum(len(text) + len(joint) for text in sentences[doc][:sentence])
        return before + span[0], before + span[1]

    missed = []
    for row in rows:
        one = absolute(row["a"], row["i"], row["span_a"])
        other = absolute(row["b"], row["j"], row["span_b"])
        spans = found[row["a"], row["b"]]
        if not any(_meet(one, here) and _meet(other, there) for here, there in spans):
            missed.append(row)
    return 1 - len(missed) / len(rows), missed


def report_conditions(pairs: Sequence[tuple[ComparableQuote, ComparableQuote, bool]]) -> None:
    """Print on how many pairs every condition decides, and how often it is right.

    Args:
        pairs: two quotes and whether they are one utterance.
    """
    uses: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, other, are_same in pairs:
        condition = find_condition(QuotePair(one, other))
        name = condition.name if condition else "no condition"
        uses[name] += 1
        right[name] += (condition is not None and condition.accepts) is are_same
    print(f"\n{'condition':46}{'uses':>5}{'right':>6}")
    for name in (*(each.name for each in MATCH_CONDITIONS), "no condition"):
        print(f"  {name:44}{uses[name]:5}{right[name]:6}")


def _meet(one: Span, other: Span) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def measure_f1(said: set[Key], true: set[Key]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * len(said & true) / max(1, len(said) + len(true))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--errors", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    if not (options.data / "same_quote_train.jsonl").exists():
        print(f"no labelled data in {options.data}", file=sys.stderr)
        return 2
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for doc in read_lines(options.data / "ecbplus_train.jsonl"):
        groups[doc["subtopic"]].append(doc)
    rows = read_lines(options.data / "same_quote_train.jsonl")
    for title, joint in (("a line for each sentence", "\n"), ("one line", " ")):
        started = time.process_time()
        share, missed = measure_recall(groups, rows, joint)
        spent = time.process_time() - started
        print(f"recall {share:.3f} of {len(rows)} pairs, {title} ({spent:.1f} s)")
        for row in missed if options.errors else ():
            print(f"  MISSED {row['relation']}: {row['quote_a']!r} / {row['quote_b']!r}")
    pairs = find_hard_pairs(groups)
    true = {key for key, _, _ in pairs if key in TRUE}
    ours = {key for key, one, other in pairs if is_same_utterance(one, other)}
    plain = {
        key
        for key, one, other in pairs
        if token_set_ratio(*(" ".join(w.key for w in x.words) for x in (one, other))) >= 90
    }
    print(
        f"hard set: {len(pairs)} pairs, {len(true)} of them the same; "
        f"F1 {measure_f1(ours, true):.3f}, token_set_ratio >= 90 {measure_f1(plain, true):.3f}"
    )
    report_unjudged(groups, rows)
    for key in sorted(ours ^ true) if options.errors else ():
        print("  WRONG" if key in ours else "  MISSED", key)
    docs = {doc["doc"]: doc for found in groups.values() for doc in found}
    judged = [(one, other, key in TRUE) for key, one, other in pairs]
    judged += [(one, other, True) for one, other in find_listed_pairs(docs, rows)]
    judged += [(one, other, True) for one, other in make_cut_pairs(docs, rows)]
    judged += [(one, other, False) for one, other in find_strange_pairs(groups)]
    report_conditions(judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
