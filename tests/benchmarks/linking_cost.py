"""What linking costs: CPU time, memory, growth, against all pairs by rapidfuzz, in one run.

    python tests/benchmarks/linking_cost.py           # seeds, 100 and 1,000 articles
    python tests/benchmarks/linking_cost.py stress    # five articles of 20,000 paragraphs too

The stories are made up of random words: facts of an event, told by each article in other
words and mixed with common ones. Every case runs in a process of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
from math import log
from pathlib import Path
from time import perf_counter, process_time

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = ("import", "seeds", "one event", "five events", "fifty events", "all pairs")
STRESS = ("large", "repeating")


def word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice("bcdfglmnprstv") + rng.choice("aeiou") for _ in range(syllables))


def event(rng: random.Random, common: list[str], articles: int) -> list[list[str]]:
    """Articles of 40 paragraphs on one event."""
    own = [word(rng, 4) for _ in range(600)] + [word(rng, 3).title() for _ in range(100)]
    facts = [rng.choices(own, k=21) for _ in range(80)]
    told = []
    for _ in range(articles):
        paragraphs = []
        for _ in range(40):
            words = [part for part in rng.choice(facts) if rng.random() < 0.6]
            words += [common[int(len(common) * rng.random() ** 3)] for _ in range(28)]
            rng.shuffle(words)
            paragraphs.append(" ".join(words) + ".")
        told.append(paragraphs)
    return told


def stress(rng: random.Random, common: list[str], *, repeat: bool) -> list[list[str]]:
    """Five articles of 20,000 paragraphs, the sentences of seeds/ changed or over and over."""
    from reader.articles.sentences import split_sentences

    texts = [
        line
        for path in sorted(SEEDS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 60
    ]
    told = []
    for article in range(5):
        sentences = []
        for number in range(20_000):
            text = texts[(number * 7 + article) % len(texts)]
            if not repeat:
                text = " ".join(
                    old if rng.random() < 0.7 else common[int(len(common) * rng.random() ** 2)]
                    for old in text.split()
                )
            sentences += [text[span] for span in split_sentences(text)]
        told.append(sentences)
    return told


def stories(case: str) -> list[list[str]]:
    if case == "seeds":
        from reader.articles import ParagraphKind
        from reader.sources import open_articles

        return [
            [
                p.text[s]
                for p in a.paragraphs
                if p.kind is not ParagraphKind.FURNITURE
                for s in p.sentences
            ]
            for a in open_articles(sorted(SEEDS.glob("*.txt")))
        ]
    rng = random.Random(1)
    common = [word(rng, rng.choice((1, 2, 3, 4))) for _ in range(8000)]
    if case in STRESS:
        return stress(rng, common, repeat=case == "repeating")
    events, articles = {"five events": (5, 20), "fifty events": (50, 20)}.get(case, (1, 100))
    return [told for _ in range(events) for told in event(rng, common, articles)]


def run(case: str) -> None:
    """Print sentences, CPU seconds, peak memory (MB), longest wait (s) and links."""
    import resource

    if case == "import":
        start = process_time()
        import reader.linking.scoring

        reader.linking.scoring.score_sentences([["a word"], ["a word"]])
        print(0, process_time() - start, 0, 0, 0)
        return
    told = stories(case)
    waits = []
    last = perf_counter()

    def cancelled() -> bool:
        nonlocal last
        waits.append(perf_counter() - last)
        last = perf_counter()
        return False

    if case == "all pairs":
        from rapidfuzz import fuzz, process

        texts = [text for sentences in told for text in sentences]
        start = process_time()
        process.cdist(texts, texts, scorer=fuzz.token_set_ratio, workers=1)
        links = len(texts) ** 2
    else:
        from reader.linking.scoring import score_sentences

        score_sentences([["a word"], ["a word"]])
        waits.clear()
        last = perf_counter()
        start = process_time()
        links = len(score_sentences(told, cancelled=cancelled))
    spent = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(sum(map(len, told)), spent, peak, max(waits, default=0.0), links)


def main() -> None:
    if len(sys.argv) > 2:
        run(sys.argv[2])
        return
    spent = {}
    for case in CASES + (STRESS if "stress" in sys.argv else ()):
        answer = subprocess.run(
            [sys.executable, __file__, "case", case], check=True, capture_output=True, text=True
        )
        sentences, seconds, peak, wait, links = map(float, answer.stdout.split())
        spent[case] = seconds
        print(
            f"{case:13} {sentences:8.0f} sentences {seconds:8.3f} s CPU {peak:6.0f} MB peak, "
            f"longest wait {wait:.3f} s, {links:.0f} links",
            flush=True,
        )
    print(f"all pairs by token_set_ratio / ours: {spent['all pairs'] / spent['one event']:.1f}")
    exponent = log(spent["fifty events"] / spent["five events"]) / log(10)
    print(f"growth from 100 to 1,000 articles: exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
