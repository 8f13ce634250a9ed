"""Shared copy: shares against the truth, false copy, origins, and cost.

    python tests/benchmarks/copy_shares.py

Stories are made of random sentences and rewritten at ten strengths: some sentences are kept, some
of those are cut or have words replaced, the rest is written anew, and some paragraphs change their
places. The truth is the share of words that were kept. The cost is processor time, beside that of
comparing the same articles with `difflib.SequenceMatcher`.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader import article_from_text, find_quotes
from reader.articles import Article, clean_line
from reader.story.shared_copy.origins import find_origins
from reader.story.shared_copy.shared_runs import SharedCopy, find_shared_copy

_ONSETS = (
    "b",
    "br",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "s",
)
_ENDS = ("ack", "ade", "ail", "and", "ape", "ash", "eam", "elt", "ent", "ick", "ide", "ine", "oat")
_WORDS = tuple(onset + end for onset in _ONSETS for end in _ENDS)
_COMMON = ("the", "of", "a", "in", "to", "and", "was", "on", "that", "for", "with", "by", "at")
_SENTENCES = 40


def make_sentence(draw: random.Random) -> list[str]:
    """Return a sentence of 12 to 28 words, more than half of them stop words."""
    count = draw.randrange(12, 29)
    return [
        "The",
        *(draw.choice(_COMMON if at % 2 or at % 9 == 0 else _WORDS) for at in range(1, count)),
    ]


def rewrite(
    story: Sequence[list[str]], strength: float, draw: random.Random
) -> tuple[list[list[str]], float]:
    """Return a story of which a share is written anew, and the share of its words that is kept."""
    sentences: list[list[str]] = []
    kept = 0
    for sentence in story:
        if draw.random() < strength:
            sentences.append(make_sentence(draw))
            continue
        words = list(sentence)
        replaced = 0
        if draw.random() < strength:
            words = words[: max(10, len(words) - draw.randrange(1, 8))]
        if draw.random() < strength:
            words[draw.randrange(5, len(words))] = draw.choice(_WORDS) + "ed"
            replaced = 1
        kept += len(words) - replaced
        sentences.append(words)
    if draw.random() < strength:
        middle = len(sentences) // 2
        sentences = sentences[middle:] + sentences[:middle]
    total = sum(map(len, sentences))
    return sentences, kept / total


def make_article(sentences: Sequence[list[str]], name: str, quotation: str = "") -> Article:
    """Return an article of paragraphs of two sentences, and perhaps a quotation."""
    texts = [" ".join(words) + "." for words in sentences]
    paragraphs = [" ".join(texts[at : at + 2]) for at in range(0, len(texts), 2)]
    if quotation:
        paragraphs.insert(len(paragraphs) // 2, quotation)
    return replace(article_from_text("\n\n".join(paragraphs), name=name), language="en")


def compare(articles: Sequence[Article]) -> tuple[SharedCopy, ...]:
    return find_shared_copy(articles, [find_quotes(article) for article in articles])


def report_shares() -> None:
    print("strength  truth  found  mean error  largest error  (20 stories each)")
    for step in range(10):
        strength = step / 10
        draw = random.Random(step)
        errors, truths, shares = [], [], []
        for _ in range(20):
            story = [make_sentence(draw) for _ in range(_SENTENCES)]
            rewritten, truth = rewrite(story, strength, draw)
            found = compare([make_article(story, "a"), make_article(rewritten, "b")])
            share = found[0].share_there if found else 0.0
            truths.append(truth)
            shares.append(share)
            errors.append(abs(share - truth))
        mean = [sum(values) / len(values) for values in (truths, shares, errors)]
        print(f"{strength:8.1f} {mean[0]:6.3f} {mean[1]:6.3f} {mean[2]:11.3f} {max(errors):14.3f}")


def report_quotations() -> None:
    false = 0
    for seed in range(20):
        draw = random.Random(seed)
        said = " ".join(make_sentence(draw) + make_sentence(draw)[1:])
        quotation = f"“{said},” said Ilse Marand, the harbour master of Brodau, on Friday."
        stories = [[make_sentence(draw) for _ in range(_SENTENCES)] for _ in range(2)]
        false += bool(compare([make_article(story, "a", quotation) for story in stories]))
    print(f"\npairs that share a quotation alone, copy claimed: {false} of 20")


def report_origins() -> None:
    right = 0
    for seed in range(30):
        draw = random.Random(seed)
        has_credits = seed % 2 == 0
        wire = [make_sentence(draw) for _ in range(_SENTENCES)]
        carried, _ = rewrite(wire, 0.3, draw)
        own = [[make_sentence(draw) for _ in range(_SENTENCES)] for _ in range(2)]
        agency = clean_line("Norwire") if has_credits else None
        articles = [
            replace(make_article(wire, "a"), outlet=agency),
            replace(make_article(carried, "b"), outlet=clean_line("Herald"), agency=agency),
            *(
                replace(make_article(story, name), outlet=clean_line(name))
                for story, name in zip(own, ("Courier", "Gazette"), strict=True)
            ),
        ]
        origins = find_origins(articles, compare(articles))
        groups = [origin.articles for origin in origins]
        right += groups == [(0, 1), (2,), (3,)] and origins[0].name == agency
    print(f"groups of four with one pair of one origin, all right: {right} of 30")


def report_cost() -> None:
    print("\narticles x paragraphs   seconds   difflib / this, on a sample")
    for count, paragraphs in ((10, 100), (100, 40)):
        draw = random.Random(count)
        story = [make_sentence(draw) for _ in range(2 * paragraphs)]
        articles = [make_article(rewrite(story, 0.5, draw)[0], f"a{at}") for at in range(count)]
        quotes = [find_quotes(article) for article in articles]
        start = time.process_time()
        find_shared_copy(articles, quotes)
        seconds = time.process_time() - start
        sample = list(combinations(articles, 2))[:5]
        start = time.process_time()
        for here, there in sample:
            words = [[w for p in each.paragraphs for w in p.text.split()] for each in (here, there)]
            SequenceMatcher(None, words[0], words[1], autojunk=False).get_matching_blocks()
        pairs = count * (count - 1) / 2
        ratio = (time.process_time() - start) / len(sample) * pairs / seconds
        print(f"{count:8} x {paragraphs:<12} {seconds:8.2f} {ratio:8.1f}")


def main() -> int:
    report_shares()
    report_quotations()
    report_origins()
    report_cost()
    return 0


if __name__ == "__main__":
    sys.exit(main())
