"""How often each of the five words is false.

    python tests/benchmarks/link_words.py
    python tests/benchmarks/link_words.py STORIES LABELS...

Without arguments on groups of three labelled articles of one event, each sentence a paragraph:
a link is false where two annotated sentences are not the same by the core gold, *only here* and
*perhaps* where another article has an annotated sentence that is the same. The weights have seen
these events, and sentences that nobody annotated are left out.

With stories and labels: STORIES has a folder for each story, with its articles as text files; a
line of LABELS is a JSON object. Of a paragraph: `story`, `article` and `paragraph` (positions from
0, articles by file name), `elsewhere` ("yes", "part", "no") as a reader judged it, and `weight`,
how many paragraphs it stands for. Of a link: `story`, `a` and `b` (each article and paragraph),
and `same`, whether it is one moment. A *part* counts as not elsewhere.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linking_data import groups

from reader import open_articles
from reader.articles import Article, Paragraph, ParagraphKind, Place
from reader.coverage import Coverage, compare
from reader.text.cleaning import Clean, clean

ARTICLES = 3
DRAWS = 3
ONLY_HERE = "only here"

Judgement = tuple[str, bool, float]
"""The word that the program says, whether it is false, and for how many it stands."""


def word_of(coverage: Coverage, place: Place) -> str:
    """What the program says of a paragraph: the level of its best link, or that it has none."""
    links = coverage.links_from(place)
    if links:
        return links[0].level.value
    return ONLY_HERE if coverage.is_only_here(place) else "perhaps"


def judge_labelled_events() -> Iterator[Judgement]:
    """Judge the words said of small groups of the labelled articles."""
    chance = random.Random(0)
    for group in groups()["core"]:
        gold, annotated = group.gold["core"], group.annotated
        for _ in range(DRAWS if len(group.documents) >= ARTICLES else 0):
            chosen = sorted(chance.sample(range(len(group.documents)), ARTICLES))
            coverage = compare([_article(group.documents[number]) for number in chosen])
            rows = {
                Place(position, sentence): int(group.starts[number]) + sentence
                for position, number in enumerate(chosen)
                for sentence in range(len(group.documents[number]))
            }
            known = {place: row for place, row in rows.items() if annotated[row]}
            for link in coverage.links():
                here, there = (known.get(end.place) for end in link.passages)
                if here is not None and there is not None:
                    yield link.level.value, not gold[here, there], 1.0
            for place, row in known.items():
                said = word_of(coverage, place)
                if said in (ONLY_HERE, "perhaps"):
                    yield said, any(gold[row, other] for other in known.values()), 1.0


def judge_stories(stories: Path, labels: list[dict[str, Any]]) -> Iterator[Judgement]:
    """Judge the words said of paragraphs and links that a person has judged."""
    by_story = defaultdict(list)
    for label in labels:
        by_story[label["story"]].append(label)
    for story, of_story in sorted(by_story.items()):
        files = sorted((stories / story).glob("*.txt"))
        coverage = compare(open_articles([str(file) for file in files]))
        for label in of_story:
            weight = label.get("weight", 1.0)
            if "elsewhere" in label:
                said = word_of(coverage, Place(label["article"], label["paragraph"]))
                if said in (ONLY_HERE, "perhaps"):
                    yield said, label["elsewhere"] == "yes", weight
                continue
            here, there = Place(*label["a"]), Place(*label["b"])
            for link in coverage.links_from(here):
                if link.there.place == there:
                    yield link.level.value, not label["same"], weight


def _article(sentences: list[str]) -> Article:
    paragraphs = tuple(
        Paragraph(number, ParagraphKind.BODY, clean(text))
        for number, text in enumerate(sentences, 1)
    )
    return Article(source=Clean(""), name=Clean(""), paragraphs=paragraphs, language="en")


def print_words(judgements: list[Judgement]) -> None:
    """Print how often each word is said, and in how many of these cases it is false."""
    alone = sum(weight for said, is_false, weight in judgements if _is_alone(said, is_false))
    for word in ("same", "probably", "related", "perhaps", ONLY_HERE):
        found = [(is_false, weight) for said, is_false, weight in judgements if said == word]
        total = sum(weight for _, weight in found)
        false = sum(weight for is_false, weight in found if is_false)
        what = "elsewhere" if word in ("perhaps", ONLY_HERE) else "not one moment"
        line = f"{word:10} {len(found):5}: {what} {false / max(total, 1e-9):.3f}"
        if word == ONLY_HERE:
            line += f"; of what is truly alone {(total - false) / max(alone, 1e-9):.2f}"
        print(line)


def _is_alone(said: str, is_false: bool) -> bool:
    return said in (ONLY_HERE, "perhaps") and not is_false


def main() -> None:
    if len(sys.argv) > 2:
        lines = [line for name in sys.argv[2:] for line in Path(name).read_text().splitlines()]
        print_words(list(judge_stories(Path(sys.argv[1]), [json.loads(line) for line in lines])))
    else:
        print_words(list(judge_labelled_events()))


if __name__ == "__main__":
    main()
