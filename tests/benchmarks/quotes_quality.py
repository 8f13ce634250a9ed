"""How well quotes, speakers and cues are found, beside a simple baseline.

    python tests/benchmarks/quotes_quality.py [--data FOLDER] [--part PART] [--errors]

The labelled articles are split by a hash of their name into a part to work on and a
part to report; nothing may be tuned on the second. The measures are those of the
data's README: spans after stripping marks, white space and end punctuation; overlap
is an intersection over union of one half; quoted fragments do not count against
precision; a quotation over several sentences is compared sentence by sentence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.quotes import QuoteKind, find_quotes
from reader.quotes.reporting_vocabulary import load_vocabulary

DEFAULT_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_STRIP = " \t\n\u00a0\"“”„«»‹›‘’'`.,;:!?…"
_CORE_END = re.compile(
    r",|\s(?:who|which|that|whose|of|in|on|at|for|with|from|by|to|after|before|near|inside)\s"
)


class ExtractedQuote(NamedTuple):
    """One stretch of text that an extractor finds."""

    start: int
    end: int
    speaker: str | None
    mention: tuple[int, int] | None
    cue: str | None


Extractor = Callable[[str], Iterable[ExtractedQuote]]


def extract_quotes(text: str) -> list[ExtractedQuote]:
    """Extract the direct quotations that `find_quotes` finds."""
    return [
        ExtractedQuote(
            quote.start,
            quote.end,
            quote.speaker.name if quote.speaker else None,
            (quote.speaker.start, quote.speaker.end) if quote.speaker else None,
            quote.cue.text if quote.cue else None,
        )
        for quote in find_quotes(text)
        if quote.kind is QuoteKind.DIRECT
    ]


def extract_baseline(text: str) -> list[ExtractedQuote]:
    """Extract everything of four words and more between two marks, said by the nearest name."""
    names = [m for m in re.finditer(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", text) if len(m.group()) > 3]
    found = []
    for match in re.finditer(r"[\"“”]([^\"“”\n]{1,2000})[\"“”]", text):
        if len(match.group(1).split()) < 4:
            continue
        outside = [n for n in names if n.end() <= match.start() or n.start() >= match.end()]
        near = min(
            outside,
            key=lambda n: min(abs(n.start() - match.end()), abs(n.end() - match.start())),
            default=None,
        )
        found.append(
            ExtractedQuote(
                match.start(1),
                match.end(1),
                near.group() if near else None,
                near.span() if near else None,
                None,
            )
        )
    return found


class QuoteScore:
    """Counts over all articles."""

    def __init__(self) -> None:
        self.gold = self.predicted = self.exact = self.overlap = 0
        self.exact_hits = self.overlap_hits = 0
        self.sourced = self.spoken = self.with_source = self.end_to_end = 0
        self.cued = self.cue_right = 0

    def compute_figures(self) -> dict[str, float]:
        def f1(hits: int, found: int) -> tuple[float, float, float]:
            p, r = found / max(1, self.predicted), hits / max(1, self.gold)
            return p, r, 2 * p * r / max(1e-9, p + r)

        exact = f1(self.exact_hits, self.exact)
        overlap = f1(self.overlap_hits, self.overlap)
        return {
            "exact P": exact[0], "exact R": exact[1], "exact F1": exact[2],
            "overlap P": overlap[0], "overlap R": overlap[1], "overlap F1": overlap[2],
            "speaker_head": self.spoken / max(1, self.sourced),
            "end_to_end": self.end_to_end / max(1, self.with_source),
            "cue_verb": self.cue_right / max(1, self.cued),
        }  # fmt: skip


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without marks, white space and punctuation at its ends."""
    while start < end and text[start] in _STRIP:
        start += 1
    while end > start and text[end - 1] in _STRIP:
        end -= 1
    return start, end


def evaluate(
    rows: list[dict[str, Any]], docs: dict[str, dict[str, Any]], extract: Extractor, joint: str,
    errors: bool = False,
) -> QuoteScore:  # fmt: skip
    """Score one extractor; `joint` is what the sentences are joined with."""
    score = QuoteScore()
    for row in rows:
        sentences = docs[row["doc"]]["sentences"]
        text = joint.join(sentences)
        starts, position = [], 0
        for sentence in sentences:
            starts.append(position)
            position += len(sentence) + len(joint)
        gold = []
        for entry in row["quotes"]:
            base = starts[entry["sentence"]]
            span = strip_span(text, base + entry["start"], base + entry["end"])
            gold.append((span, entry))
        pieces = []
        for item in extract(text):
            for base, sentence in zip(starts, sentences, strict=True):
                begin, stop = max(item.start, base), min(item.end, base + len(sentence))
                span = strip_span(text, begin, stop) if begin < stop else (0, 0)
                if span[0] < span[1]:
                    pieces.append((span, item))
        _count(score, row["doc"], text, starts, gold, pieces, errors)
    return score


def _count(
    score: QuoteScore, doc: str, text: str, starts: list[int], gold: list[Any], pieces: list[Any],
    errors: bool,
) -> None:  # fmt: skip
    used: set[int] = set()
    for span, entry in gold:
        if entry["kind"] != "direct":
            continue
        score.gold += 1
        best = _find_best(span, pieces, used)
        if entry["speaker"]:
            score.with_source += 1
        if best is None:
            if errors:
                print(f"  MISSED {doc}: {text[span[0] : span[1]][:70]!r}")
            continue
        used.add(best)
        score.overlap_hits += 1
        other, item = pieces[best]
        score.exact_hits += other == span
        if errors and other != span:
            _print_error(
                "SPAN", doc, text[span[0] : span[1]][-40:], text[other[0] : other[1]][-40:]
            )
        _count_attribution(score, doc, starts, entry, item, errors)
    _count_predicted(score, doc, text, gold, pieces, used, errors)


def _find_best(span: tuple[int, int], pieces: list[Any], used: set[int]) -> int | None:
    """Return the number of the piece not used that has most of a span, None below a half."""
    best, value = None, 0.0
    for index, (other, _) in enumerate(pieces):
        overlap = measure_span_overlap(span, other)
        if overlap > value and index not in used:
            best, value = index, overlap
    return best if value >= 0.5 else None


def _count_attribution(
    score: QuoteScore, doc: str, starts: list[int], entry: Any, item: Any, errors: bool
) -> None:
    """Count speaker and verb of a quotation that was found."""
    if entry["speaker"]:
        score.sourced += 1
        right = is_speaker_right(entry, item, starts)
        score.spoken += right
        score.end_to_end += right
        if errors and not right:
            _print_error("SPEAKER", doc, entry["speaker"]["mention"], item.speaker)
    if entry["cue"]:
        score.cued += 1
        right = bool(item.cue) and bool(
            set(item.cue.lower().split()) & set(entry["cue"]["text"].lower().split())
        )
        score.cue_right += right
        if errors and not right:
            _print_error("CUE", doc, entry["cue"]["text"], item.cue)


def _count_predicted(
    score: QuoteScore, doc: str, text: str, gold: list[Any], pieces: list[Any], used: set[int],
    errors: bool,
) -> None:  # fmt: skip
    """Count what was found, without what is labelled as partly quoted."""
    for index, (span, _) in enumerate(pieces):
        labelled = [entry for other, entry in gold if measure_span_overlap(span, other) >= 0.5]
        if any(entry["kind"] == "partial" for entry in labelled):
            continue
        score.predicted += 1
        if index in used:
            score.overlap += 1
            score.exact += any(span == other for other, entry in gold if entry["kind"] == "direct")
        elif errors:
            print(f"  EXTRA  {doc}: {text[span[0] : span[1]][:70]!r}")


def _print_error(what: str, doc: str, expected: object, found: object) -> None:
    print(f"  {what} {doc}: {expected!r}, not {found!r}")


def measure_span_overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return the intersection of two spans over their union."""
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0.0


def is_speaker_right(entry: dict[str, Any], item: ExtractedQuote, starts: list[int]) -> bool:
    """Whether the speaker of a quote is that of a labelled one (speaker_head)."""
    speaker = entry["speaker"]
    if item.speaker is None:
        return False
    base = starts[speaker["sentence"]]
    if (
        item.mention
        and item.mention[0] < base + speaker["end"]
        and item.mention[1] > base + speaker["start"]
    ):
        return True
    return is_head_in_source(item.speaker, speaker)


def is_head_in_source(name: str, source: dict[str, Any]) -> bool:
    """Whether the last word of a name is in the core of a marked source.

    The core ends at the first comma, relative clause or preposition.
    """
    last = re.sub(r"\W+$", "", name).lower().split()[-1:]
    return any(
        last[0] in _CORE_END.split(marked, maxsplit=1)[0].lower().split()
        for marked in (source["text"], source["mention"])
        if last
    )


def in_working_part(doc: str) -> bool:
    """Whether an article belongs to the part to work on."""
    return hashlib.sha256(doc.encode()).digest()[0] % 2 == 0


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file with one in each line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--part", choices=["working", "reporting", "all"], default="all")
    parser.add_argument(
        "--errors", action="store_true", help="list every error (working part only)"
    )
    options = parser.parse_args()
    if not (options.data / "quotes_train.jsonl").exists():
        print(f"no labelled data in {options.data}", file=sys.stderr)
        return 2
    rows = read_lines(options.data / "quotes_train.jsonl")
    docs = {doc["doc"]: doc for doc in read_lines(options.data / "ecbplus_train.jsonl")}
    load_vocabulary()
    for part in ("working", "reporting"):
        if options.part not in (part, "all"):
            continue
        chosen = [row for row in rows if in_working_part(row["doc"]) == (part == "working")]
        for title, joint in (("a line for each sentence", "\n"), ("one line", " ")):
            print(f"\n{part} part, {len(chosen)} articles, {title}")
            show = options.errors and part == "working"
            score = evaluate(chosen, docs, extract_quotes, joint, show)
            base = evaluate(chosen, docs, extract_baseline, joint).compute_figures()
            for name, value in score.compute_figures().items():
                print(f"  {name:13} {value:.3f}   baseline {base[name]:.3f}")
    sample = "\n\n".join("\n".join(doc["sentences"]) for doc in docs.values())
    sample *= max(1, 4_000_000 // len(sample))
    started = time.process_time()
    count = len(find_quotes(sample))
    spent = time.process_time() - started
    print(f"\nspeed {len(sample.encode()) / 1e6 / spent * 60:.0f} MB/min ({count} quotes)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
