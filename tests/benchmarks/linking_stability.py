"""How far the links of some articles change when others are opened beside them.

    python tests/benchmarks/linking_stability.py

Articles are drawn from the labelled topics, the same in every run, in paragraphs of two
sentences: three of one event, and then one or two more of that event, one of the event that looks
alike, or one of another topic. Counted are the *same* links among the first three that are lost
and added, as shares of those without the others.
"""

from __future__ import annotations

import random
from typing import Any

from linking_data import groups

from reader.linking.link_table import LinkTable
from reader.linking.linker import link_articles
from reader.linking.linker_input import LinkerInput
from reader.linking.links import SAME_FLOOR

PARAGRAPH = 2
FIRST = 3
ADDED = {
    "one more of the event": (1, 0, 0),
    "two more of the event": (2, 0, 0),
    "one of an event alike": (0, 1, 0),
    "one of another topic": (0, 0, 1),
}


def read_input(article: dict[str, Any]) -> LinkerInput:
    """The article in paragraphs of some sentences."""
    sentences = article["sentences"]
    texts = [" ".join(sentences[n : n + PARAGRAPH]) for n in range(0, len(sentences), PARAGRAPH)]
    return LinkerInput(len(texts), "en", tuple((n, t, False) for n, t in enumerate(texts)))


def drawn() -> list[dict[str, list[LinkerInput]]]:
    """For every event the three articles ("first") and those added to them."""
    chance = random.Random("stability")
    topics = groups()["lookalike"]
    found = []
    for number, topic in enumerate(topics):
        by_event: dict[str, list[Any]] = {}
        for article in topic.articles:
            by_event.setdefault(article["subtopic"], []).append(article)
        for event, articles in by_event.items():
            if len(articles) < FIRST + 2:
                continue
            chosen = chance.sample(articles, FIRST + 2)
            alike = [a for name, other in by_event.items() if name != event for a in other]
            strange = topics[(number + 1) % len(topics)].articles
            pools = (chosen[FIRST:], alike[:1], [chance.choice(strange)])
            draw = {"first": [read_input(a) for a in chosen[:FIRST]]}
            for name, counts in ADDED.items():
                more = [a for pool, n in zip(pools, counts, strict=True) for a in pool[:n]]
                draw[name] = [read_input(a) for a in more]
            found.append(draw)
    return found


def same_links(table: LinkTable) -> set[Any]:
    """The *same* links among the first three articles."""
    return {
        (link.here, link.there)
        for link in table.links(SAME_FLOOR)
        if max(link.here.article, link.there.article) < FIRST
    }


def main() -> None:
    draws = drawn()
    before = [same_links(link_articles(draw["first"])) for draw in draws]
    total = sum(map(len, before))
    print(f"{len(draws)} groups, {total} same links among three articles")
    for name in ADDED:
        lost = added = 0
        for draw, links in zip(draws, before, strict=True):
            after = same_links(link_articles([*draw["first"], *draw[name]]))
            lost, added = lost + len(links - after), added + len(after - links)
        print(f"{name:24} lost {lost / total:.3f}, added {added / total:.3f}", flush=True)


if __name__ == "__main__":
    main()
