"""How well entries of a feed on the event of an article are distinguished from all others.

    python tests/benchmarks/topic_match_quality.py [--seed N] [--sentences N]

The labelled articles (see linking_data.py) give the feeds: for each event two articles are
looked for by in turn, in a feed of all other articles of that event, all of the similar
event beside it, and eighty of other events, each with its first sentences alone: a title
and a summary. Pooled over all feeds; what is right is that both are of one event. Once
with the similar events, which are meant to be confused (the same star leaves the same
clinic, another year), and once without them, as in a feed of one day.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from typing import Any

import numpy as np
from linking_data import LABELLED

from reader.articles.article import Article, Paragraph, ParagraphKind
from reader.linking.topic_match import EventMatch, match_topics
from reader.text.cleaning import Clean, clean, clean_line

OTHERS = 80
ARTICLES_AN_EVENT = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sentences", type=int, default=2, help="of each entry")
    options = parser.parse_args()
    if not LABELLED.exists():
        raise SystemExit(f"{LABELLED} is not there; READER_DATA names the folder it is in")
    documents = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    right, similar, score, alike, seconds = _judged(documents, options.seed, options.sentences)
    print(f"{len(right)} entries, {right.sum()} right; {seconds:.3f} s of processor time a feed")
    for name, rows in (("with similar events", right | True), ("without", ~similar)):
        print(f"\n{name}: average precision {_average_precision(right[rows], score[rows]):.3f}")
        for level, taken in (
            ("same event", alike == 2),
            ("same event or perhaps", alike >= 1),
        ):
            hits = (taken & right & rows).sum()
            precision, recall = hits / (taken & rows).sum(), hits / (right & rows).sum()
            print(f"  {level:22} precision {precision:.3f}  recall {recall:.3f}")


def _judged(
    documents: list[dict[str, Any]], seed: int, sentences: int
) -> tuple[Any, Any, Any, Any, float]:
    chance = random.Random(seed)
    events = defaultdict(list)
    for document in documents:
        events[document["topic"], document["subtopic"]].append(document)
    levels = {EventMatch.NO: 0, EventMatch.PERHAPS: 1, EventMatch.SAME_EVENT: 2}
    rows = []
    spent, feeds = 0.0, 0
    for (topic, event), members in sorted(events.items(), key=str):
        elsewhere = [document for document in documents if document["topic"] != topic]
        beside = [d for d in documents if d["topic"] == topic and d["subtopic"] != event]
        for subject in chance.sample(members, ARTICLES_AN_EVENT):
            same = [document for document in members if document is not subject]
            feed = [*same, *beside, *chance.sample(elsewhere, OTHERS)]
            texts = [clean("\n".join(entry["sentences"][:sentences])) for entry in feed]
            began = time.process_time()
            found = match_topics(_article(subject), texts)
            spent += time.process_time() - began
            feeds += 1
            for entry, match in zip(feed, found, strict=True):
                is_same = entry["topic"] == topic and entry["subtopic"] == event
                is_similar = entry["topic"] == topic and not is_same
                rows.append((is_same, is_similar, match.score, levels[match.event]))
    right, similar, score, alike = map(np.array, zip(*rows, strict=True))
    return right, similar, score, alike, spent / feeds


def _article(document: dict[str, Any]) -> Article:
    paragraphs = tuple(
        Paragraph(number, ParagraphKind.BODY, clean(sentence))
        for number, sentence in enumerate(document["sentences"], 1)
    )
    name = clean_line(document["doc"])
    return Article(Clean(name), name, paragraphs, language="en")


def _average_precision(right: Any, score: Any) -> float:
    """Ties grouped."""
    order = np.argsort(-score, kind="stable")
    right, score = right[order], score[order]
    last = np.append(score[1:] != score[:-1], True)
    hits = np.cumsum(right)[last]
    precision = hits / (np.flatnonzero(last) + 1)
    return float(np.sum(np.diff(hits, prepend=0) / right.sum() * precision))


if __name__ == "__main__":
    main()
