"""How many changed facts are found as differences, and how many are claimed where there is none.

    python tests/benchmarks/differences_injection.py [--articles N] [--seed N] [--missed]

One fact at a time is changed in labelled articles: a number, a sum, a percentage, a date, a name, a
negation, an opposite. Each changed article is compared with the one it was made from (copies), and
with another article on the same event that states the changed fact, too (paraphrases). The new
values and verbs are none of the package's word lists. As a control, articles are only written
differently (contractions, numbers in words, the verb of an attribution): whatever is found there
is claimed falsely.

Counted apart, under "stated twice": changes of one mention in an article that states the old fact
in another sentence too, or of which the other article states the new one. There each article has
both, which is no difference of the two. Lines of the page (dates of publication) are not changed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from linking_data import LABELLED

from reader import Article, ParagraphKind, article_from_text, compare
from reader.text.values import (
    ComparisonOutcome,
    MoneyValue,
    NumberValue,
    ValueSpan,
    compare_values,
    find_dates,
    find_person_names,
    find_values,
)

COPIES_WITH = 6
"""Changes in one copy, each in another sentence."""
TWICE = "stated twice"
NAMES = ("Brannock", "Oswin", "Tilbury", "Marchetti", "Kowalik", "Drummond", "Fennimore")
OPPOSITES = (
    ("won", "lost"), ("approved", "rejected"), ("rose", "fell"), ("fell", "rose"),
    ("bought", "sold"), ("increase", "decrease"), ("opened", "closed"), ("first", "last"),
    ("guilty", "innocent"), ("support", "oppose"), ("north", "south"), ("arrested", "freed"),
    ("profit", "loss"), ("killed", "spared"), ("started", "ended"), ("raised", "lowered"),
)  # fmt: skip
MODAL = (("will", "may"), ("was", "may have been"), ("has", "reportedly has"), ("is", "might be"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AUXILIARY = re.compile(r"\b(was|were|is|are|has|have|will|would|could)\b(?! not|n't)")


class Change(NamedTuple):
    """A change of a text: `text[start:end]` gives way to other words."""

    kind: str
    start: int
    end: int
    words: str


def list_changes(text: str, random: Random) -> Iterator[Change]:
    """Yield the changes that a sentence allows."""
    yield from change_figures(text, random)
    yield from change_dates(text, random)
    for name in find_person_names(text):
        if name.surname and name.surname in text[name.start : name.end]:
            start = text.index(name.surname, name.start)
            kind = "name" if name.given else "surname"
            yield Change(kind, start, start + len(name.surname), random.choice(NAMES))
    yield from change_words(text, "opposite", OPPOSITES)
    for found in AUXILIARY.finditer(text):
        yield Change("negation", found.end(), found.end(), " not")
    yield from change_words(text, "modality", MODAL)


def change_figures(text: str, random: Random) -> Iterator[Change]:
    """Yield another figure for each number, sum and percentage."""
    for value in find_values(text):
        printed = text[value.start : value.end]
        digits = re.search(r"\d+", printed)
        if isinstance(value, NumberValue) and digits:
            kind = "money" if isinstance(value, MoneyValue) else "number"
            kind = "percent" if value.unit == "percent" else kind
            other = str(int(digits[0]) + random.randint(2, 8) * max(1, int(digits[0]) // 10))
            start = value.start + digits.start()
            end = start + len(digits[0])
            if re.match(r"(?:st|nd|rd|th)\b", text[end:]):
                end, other = end + 2, write_ordinal(int(other))
            yield Change(kind, start, end, other)


def change_dates(text: str, random: Random) -> Iterator[Change]:
    """Yield another day for each weekday and date."""
    for date in find_dates(text):
        printed = text[date.start : date.end]
        if printed in DAYS:
            day = random.choice([day for day in DAYS if day != printed])
            yield Change("weekday", date.start, date.end, day)
        elif (number := re.search(r"\b\d{1,2}\b", printed)) and date.day:
            other = str(date.day % 27 + 1)
            yield Change("date", date.start + number.start(), date.start + number.end(), other)


def change_words(text: str, kind: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Change]:
    """Yield for each word of some pairs the one that takes its place."""
    for one, other in pairs:
        for found in re.finditer(rf"\b{one}\b", text):
            yield Change(kind, found.start(), found.end(), other)


def write_ordinal(number: int) -> str:
    """Return a number with the ending of its place: "11th", "21st"."""
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def apply(text: str, change: Change) -> str:
    """Return a text with one change."""
    return text[: change.start] + change.words + text[change.end :]


def make_article(sentences: list[str], name: str) -> Article:
    """Return an article with a sentence a paragraph."""
    return article_from_text("\n\n".join(sentences), name=name)


def list_story_lines(sentences: list[str]) -> list[int]:
    """Return the positions after the first of the sentences that belong to the story."""
    paragraphs = make_article(sentences, "one").paragraphs
    story = {each.text for each in paragraphs if each.kind is ParagraphKind.BODY}
    return [position for position in range(1, len(sentences)) if sentences[position] in story]


def measure_copies(
    articles: list[list[str]], random: Random, missed: list[str]
) -> tuple[Counter[str], Counter[str]]:
    """Change facts in copies; count what was changed and what was found, by kind."""
    changed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for sentences in articles:
        copy = list(sentences)
        changes: dict[int, Change] = {}
        story = list_story_lines(sentences)
        for position in random.sample(story, min(COPIES_WITH, len(story))):
            options = list(list_changes(copy[position], random))
            if options:
                kind = random.choice(sorted({option.kind for option in options}))
                change = random.choice([option for option in options if option.kind == kind])
                changes[position] = change
                copy[position] = apply(copy[position], change)
        coverage = compare([make_article(sentences, "one"), make_article(copy, "other")])
        spans = {
            (side.passage.paragraph.text, side.passage.start, side.passage.end)
            for difference in coverage.differences
            for side in difference.sides
            if side.passage.article_position == 1
        }
        for position, change in changes.items():
            changed[change.kind] += 1
            end = change.start + len(change.words)
            if any(
                copy[position] in text and start < end + 2 and change.start - 2 < stop
                for text, start, stop in spans
            ):
                found[change.kind] += 1
            else:
                missed.append(f"{change.kind}: {sentences[position]} -> {change.words}")
    return changed, found


def measure_paraphrases(
    events: list[list[list[str]]], random: Random, missed: list[str]
) -> tuple[Counter[str], Counter[str]]:
    """Change facts that two articles on one event state alike; count as `measure_copies`.

    What is stated twice is counted as a kind of its own.
    """
    changed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one, other in events:
        coverage = compare([make_article(one, "one"), make_article(other, "other")])
        for link in coverage.links(0.4):
            change = find_shared_fact(link.here.text, link.there.text, random)
            if change is None:
                continue
            altered = list(other)
            position = link.there.number - 1
            altered[position] = apply(other[position], change)
            again = compare([make_article(one, "one"), make_article(altered, "other")])
            kind = TWICE if is_stated_twice(change, one, other, position) else change.kind
            changed[kind] += 1
            if any(
                side.passage.paragraph.text == altered[position]
                and side.passage.start <= change.start + 1 <= side.passage.end
                for difference in again.differences
                for side in difference.sides
            ):
                found[kind] += 1
            else:
                missed.append(
                    f"{kind} {change.words}:\n    {one[link.here.number - 1]}"
                    f"\n    {altered[position]}"
                )
    return changed, found


def find_shared_fact(here: str, there: str, random: Random) -> Change | None:
    """Return a change of a value or a full name of `there` that `here` states alike."""
    facts = list_facts(here)
    options = []
    for change in list_changes(there, random):
        if change.kind not in ("number", "money", "percent", "weekday", "date", "name"):
            continue
        own = [fact for fact in list_facts(there) if fact.start <= change.start < fact.end]
        if len(own) == 1 and sum(_is_equal(own[0], fact) for fact in facts) == 1:
            options.append(change)
    return random.choice(options) if options else None


def is_stated_twice(change: Change, one: list[str], other: list[str], position: int) -> bool:
    """Return whether either article states both the old and the new fact.

    Args:
        change: of a sentence of the second article.
        one: the sentences of the first article.
        other: those of the second, unchanged.
        position: of the changed sentence.
    """
    altered = apply(other[position], change)
    (old,) = [fact for fact in list_facts(other[position]) if fact.start <= change.start < fact.end]
    new = [fact for fact in list_facts(altered) if fact.start <= change.start < fact.end]
    rest = [altered, *other[:position], *other[position + 1 :]]
    return any(_is_equal(old, fact) for text in rest for fact in list_facts(text)) or any(
        _is_equal(new[0], fact) for text in one if new for fact in list_facts(text)
    )


def list_facts(text: str) -> list[ValueSpan]:
    """Return the values and the persons of a sentence."""
    return [*find_values(text), *find_person_names(text)]


def _is_equal(one: ValueSpan, other: ValueSpan) -> bool:
    return type(one) is type(other) and (
        compare_values(one, other).outcome is ComparisonOutcome.EQUAL
    )


REWRITINGS: tuple[tuple[str, str], ...] = (
    (r"\bdid not\b", "didn't"), (r"\bis not\b", "isn't"), (r"\bwill not\b", "won't"),
    (r"\bcannot\b", "can't"), (r" 2 (?=[a-z]{4})", " two "), (r" 3 (?=[a-z]{4})", " three "),
    (r"\b(he|she|police) said\b", r"said \1"), (r"\bcolor\b", "colour"),
    (r"\bpercent\b", "per cent"), (r"\$(\d+) million", r"$\1m"), (r"\bhowever\b", "but"),
    (r"\bafter\b", "following"), (r"\bbig\b", "large"), (r"\bSept\.", "September"),
)  # fmt: skip


def count_false_claims(articles: list[list[str]]) -> tuple[int, int]:
    """Count the pairs of articles that state the same, and the differences claimed of them."""
    pairs = claims = 0
    for sentences in articles:
        copy = sentences
        for pattern, words in REWRITINGS:
            copy = [re.sub(pattern, words, sentence) for sentence in copy]
        if copy != sentences:
            coverage = compare([make_article(sentences, "one"), make_article(copy, "other")])
            pairs += 1
            for difference in coverage.differences:
                if not difference.kind.is_fact:
                    continue
                claims += 1
                print(
                    "claimed:",
                    difference.kind.value,
                    [side.passage.text for side in difference.sides],
                )
    return pairs, claims


def show(heading: str, changed: Counter[str], found: Counter[str]) -> None:
    """Print the figures of one setting."""
    print(heading)
    for kind in sorted(changed - Counter({TWICE: changed[TWICE]})):
        print(
            f"  {kind:10} {found[kind]:4} of {changed[kind]:4}  {found[kind] / changed[kind]:.3f}"
        )
    total, all_found = changed.total() - changed[TWICE], found.total() - found[TWICE]
    print(f"  {'all':10} {all_found:4} of {total:4}  {all_found / max(1, total):.3f}")
    if changed[TWICE]:
        print(f"  ({TWICE} {found[TWICE]:4} of {changed[TWICE]:4})")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    random = Random(options.seed)
    with open(LABELLED, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    articles = [article for article in articles if len(article["sentences"]) > 6]
    random.shuffle(articles)
    texts = [article["sentences"] for article in articles]
    missed: list[str] = []
    show("copies", *measure_copies(texts[: options.articles], random, missed))
    events: dict[str, list[list[str]]] = {}
    for article in articles:
        events.setdefault(article["subtopic"], []).append(article["sentences"])
    pairs = [members[:2] for members in events.values() if len(members) > 1]
    pairs += [members[2:4] for members in events.values() if len(members) > 3]
    show("paraphrases", *measure_paraphrases(pairs[: options.pairs], random, missed))
    print("false: {1} claimed in {0} pairs".format(*count_false_claims(texts[: options.articles])))
    if options.missed:
        print("\n".join(missed))


if __name__ == "__main__":
    main()
