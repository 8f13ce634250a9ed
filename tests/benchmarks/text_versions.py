"""Versions of one text: which pairs of articles are offered as such, and what notes point at.

    python tests/benchmarks/text_versions.py

Made-up versions of the labelled articles (`linking_data`) of at least 120 words: *corrected*, some
figures and names replaced and a note that says so; *updated*, a new lede, sentences of another
article on the event put in (a fifth to four fifths of its length) and up to a fifth of its own
dropped; *shortened*, a third to two thirds of it, some sentences cut. Against them stand the pairs
of articles on one event, all taken to be of one outlet, and *follow-ups*: another article on the
event with some sentences of the first, up to four tenths of the shorter of both. Pairs of the event
with a resemblance of `NEAR_COPY` and more are left out: many are one text in two outlets. Two
alternatives get the threshold that is best
on the first three folds: the resemblance of sets of five words (Broder 1997) and rapidfuzz's
`token_set_ratio`. Reported are folds 3 and 4, of which nothing here has seen anything.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from linking_data import LABELLED
from rapidfuzz import fuzz

from reader import article_from_text, find_quotes
from reader.articles import Article, clean_line
from reader.story.text_versions.text_changes import find_text_changes
from reader.story.text_versions.version_finding import find_text_versions
from reader.text.words import word_keys

FEWEST_WORDS = 120
HELD_OUT = (3, 4)
KINDS = ("corrected", "updated", "shortened", "same event", "follow-up")
_FIGURE = re.compile(r"(?<![\w.,:$£€/–-])[1-9]\d{0,2}(?![\w:/–-]|[.,]\d)")


Score = Callable[[Sequence[str], Sequence[str]], float]
"""How much two texts are alike, 0..1."""


class Pair(NamedTuple):
    """Two texts, and whether they are versions of one."""

    kind: str
    here: list[str]
    there: list[str]
    note: str = ""
    fixed: tuple[str, ...] = ()
    """What the note says was wrong, as it stands in the first text."""

    @property
    def are_versions(self) -> bool:
        return self.kind in KINDS[:3]


def correct(sentences: Sequence[str], draw: random.Random) -> Pair | None:
    """Return a text before and after a figure of it was corrected, or None without a figure."""
    places = [at for at, sentence in enumerate(sentences) if _FIGURE.search(sentence)]
    if not places:
        return None
    at = draw.choice(places)
    figure = draw.choice(_FIGURE.findall(sentences[at]))
    other = str(int(figure) + draw.randrange(2, 9))
    corrected = list(sentences)
    place = next(each for each in _FIGURE.finditer(sentences[at]) if each.group() == figure)
    corrected[at] = sentences[at][: place.start()] + other + sentences[at][place.end() :]
    note = "Correction: An earlier version of this article gave a wrong figure: "
    note += f"{other}, not {figure}."
    return Pair("corrected", list(sentences), corrected, note, (figure,))


def update(sentences: Sequence[str], more: Sequence[str], draw: random.Random) -> Pair:
    """Return a text and the same with a new lede, more sentences, and some dropped."""
    kept = [each for each in sentences[1:] if draw.random() > 0.2 * draw.random()]
    count = max(1, round(len(sentences) * draw.uniform(0.2, 0.8)))
    added = list(more[: count + 1])
    for sentence in added[1:]:
        kept.insert(draw.randrange(len(kept) + 1), sentence)
    return Pair("updated", list(sentences), [*added[:1], *kept])


def shorten(sentences: Sequence[str], draw: random.Random) -> Pair:
    """Return a text and a third to two thirds of it, some sentences cut at a comma."""
    kept = sentences[: max(2, round(len(sentences) * draw.uniform(0.33, 0.66)))]
    cut = [each.partition(", ")[0] + "." if draw.random() < 0.3 else each for each in kept]
    return Pair("shortened", list(sentences), cut)


def follow_up(sentences: Sequence[str], more: Sequence[str], draw: random.Random) -> Pair:
    """Return a text and a later one with at most four tenths of its words from it."""
    least = min(sum(len(each.split()) for each in text) for text in (sentences, more))
    share = draw.uniform(0.1, 0.4)
    background: list[str] = []
    for sentence in draw.sample(list(sentences), len(sentences)):
        if sum(len(each.split()) for each in [*background, sentence]) <= share * least:
            background.append(sentence)
    return Pair("follow-up", list(sentences), [*more, *background])


def make_pairs(folds: Sequence[int]) -> list[Pair]:
    """Return the pairs of the articles of some folds, drawn the same each time."""
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in LABELLED.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["fold"] in folds:
            events[record["subtopic"]].append(record)
    pairs: list[Pair] = []
    for name, records in sorted(events.items()):
        draw = random.Random(name)
        texts = [record["sentences"] for record in records]
        long = [text for text in texts if sum(len(each.split()) for each in text) >= FEWEST_WORDS]
        for one, other in combinations(texts, 2):
            if resemblance(one, other) < NEAR_COPY:
                pairs.append(Pair("same event", one, other))
        for text in long:
            others = [
                each for each in texts if each is not text and resemblance(each, text) < NEAR_COPY
            ]
            pairs += filter(None, [correct(text, draw)])
            pairs.append(shorten(text, draw))
            if others:
                pairs.append(update(text, draw.choice(others), draw))
                pairs.append(follow_up(text, draw.choice(others), draw))
    return pairs


def make_article(sentences: Sequence[str], name: str, note: str = "") -> Article:
    """Return a text as an article of one outlet, a paragraph for two sentences, and a note."""
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    paragraphs += [note] if note else []
    article = article_from_text("\n\n".join(paragraphs), name=name)
    return replace(article, outlet=clean_line("Herald"), title=None, language="en")


def offers_versions(pair: Pair) -> bool:
    """Return whether the two texts are offered as versions of one."""
    articles = [make_article(pair.here, "a"), make_article(pair.there, "b", pair.note)]
    return bool(find_text_versions(articles, [find_quotes(article) for article in articles]))


def resemblance(here: Sequence[str], there: Sequence[str]) -> float:
    """Return the share of runs of five words that two texts have in common, 0..1 (Jaccard)."""
    sets = []
    for sentences in (here, there):
        keys = word_keys(" ".join(sentences))
        sets.append(set(zip(*(keys[at:] for at in range(5)), strict=False)))
    union = sets[0] | sets[1]
    return len(sets[0] & sets[1]) / len(union) if union else 0.0


NEAR_COPY = 0.08
"""Resemblance from which pairs of the event are no sure other stories."""


def token_set_ratio(here: Sequence[str], there: Sequence[str]) -> float:
    return fuzz.token_set_ratio(" ".join(here).lower(), " ".join(there).lower()) / 100


def fit(score: Score, pairs: Sequence[Pair]) -> float:
    """Return the threshold of a score with the fewest errors, both kinds weighing alike."""
    scores = [(score(pair.here, pair.there), pair.are_versions) for pair in pairs]
    versions = sum(are_versions for _, are_versions in scores)

    def count_errors(threshold: float) -> float:
        missed = sum(value < threshold for value, are_versions in scores if are_versions)
        false = sum(value >= threshold for value, are_versions in scores if not are_versions)
        return missed / versions + false / (len(scores) - versions)

    return min((step / 100 for step in range(1, 100)), key=count_errors)


def is_above(score: Score, threshold: float, pair: Pair) -> bool:
    return score(pair.here, pair.there) >= threshold


def report(name: str, offers: Callable[[Pair], bool], pairs: Sequence[Pair]) -> None:
    cells = []
    for kind in KINDS:
        found = [offers(pair) for pair in pairs if pair.kind == kind]
        cells.append(f"{sum(found):5} of {len(found):<5}")
    print(f"{name:32}", *cells)


def report_notes(pairs: Sequence[Pair]) -> None:
    facts = pointed = only = total = 0
    for pair in pairs:
        if pair.kind != "corrected":
            continue
        articles = [make_article(pair.here, "a"), make_article(pair.there, "b", pair.note)]
        quotes = [find_quotes(article) for article in articles]
        changes = find_text_changes(articles, 0, 1, quotes).changes
        total += 1
        fixed = [change for change in changes if change.old in pair.fixed]
        facts += any(change.fact for change in fixed)
        named = [change for change in changes if change.note]
        pointed += any(change.note for change in fixed)
        only += bool(named) and all(change in fixed for change in named)
    print(f"\ncorrected figures found as facts: {facts} of {total}")
    print(f"notes that point at the corrected figure: {pointed}, and at nothing else: {only}")


def main() -> int:
    chosen, pairs = make_pairs((0, 1, 2)), make_pairs(HELD_OUT)
    print(f"{'offered as versions, held out':32}", *(f"{kind:>14}" for kind in KINDS))
    report("reader", offers_versions, pairs)
    for name, score in (("resemblance", resemblance), ("token_set_ratio", token_set_ratio)):
        threshold = fit(score, chosen)
        report(f"{name} from {threshold:.2f}", partial(is_above, score, threshold), pairs)
    report_notes(pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
