"""Why two paragraphs are linked: the passages that match, the words they share, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.linking.aligning import Alignment, Run, Word, align, lit, words_of
from reader.linking.coverage import Evidence, Link, Place

if TYPE_CHECKING:
    from reader.articles import Article, Paragraph
    from reader.linking.coverage import Coverage

REASONS = 3
"""At most so many reasons are given."""
LONG_RUN = 4
"""So many words in a row are worth telling."""
NAMED = 3
"""At most so many names, numbers or words are listed in one reason."""
SAMPLED_PARAGRAPHS = 240
"""How rare a word is, is judged by so many paragraphs, spread evenly over the articles."""
SAMPLED_CHARACTERS = 600
TELLING_SHARE = 0.25
"""A sentence belongs to the passage if it shares at least this part of its own weight, or
of the weight of a sentence of the other side."""


class Rarity:
    """How much a word says in these articles: inverse frequency in a sample of them.

    A sample, because evidence is wanted at once, and counting every word of a very
    large article would take seconds.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        paragraphs = [paragraph for article in articles for paragraph in article.paragraphs]
        step = -(-len(paragraphs) // SAMPLED_PARAGRAPHS) or 1
        self._sample = [p.text[:SAMPLED_CHARACTERS] for p in paragraphs[::step]]
        self._folded = "\n".join(self._sample).casefold().replace(".", "")
        self._raw = "\n".join(self._sample)
        self._weights: dict[str, float] = {}

    def weight(self, key: str) -> float:
        """0 for a word of every paragraph, and the more the rarer the word is."""
        weight = self._weights.get(key)
        if weight is None:
            total = len(self._sample) + 1
            count = min(self._folded.count(key), total - 1)
            weight = self._weights[key] = log(total / max(count, 1))
        return weight

    def is_rare(self, key: str) -> bool:
        """Whether a word stands in so few paragraphs that sharing it says something."""
        return self.weight(key) >= log((len(self._sample) + 1) / max(6, len(self._sample) / 12))

    def is_name(self, printed: str) -> bool:
        """Whether a capitalised word is never printed without its capital."""
        return f" {printed.lower()}" not in self._raw


class _Reason(NamedTuple):
    strength: float
    words: str


class _Side(NamedTuple):
    paragraph: Paragraph
    place: Place
    sentences: tuple[slice, ...]
    words: list[Word]


def explain(coverage: Coverage, link: Link, rarity: Rarity) -> Evidence:
    """The evidence of a link, oriented as the link is."""
    here, there = _side(coverage, link.here), _side(coverage, link.there)
    alignment = align(here.words, there.words)
    passage_here, passage_there = _passages(
        here, there, alignment, rarity, coverage.best_sentences(link)
    )
    inside_here = _inside(here.words, alignment.shared_here, passage_here)
    inside_there = _inside(there.words, alignment.shared_there, passage_there)
    return Evidence(
        reasons=_reasons(coverage, link, here, there, alignment, rarity),
        shared_here=lit(here.paragraph.text, here.words, inside_here),
        shared_there=lit(there.paragraph.text, there.words, inside_there),
        passage_here=passage_here,
        passage_there=passage_there,
    )


def _side(coverage: Coverage, place: Place) -> _Side:
    paragraph = coverage.articles[place.article].paragraphs[place.paragraph]
    sentences, words = _taken_apart(paragraph)
    return _Side(paragraph, place, sentences, words)


@lru_cache(maxsize=512)
def _taken_apart(paragraph: Paragraph) -> tuple[tuple[slice, ...], list[Word]]:
    return paragraph.sentences, words_of(paragraph.text)


def _passages(
    here: _Side,
    there: _Side,
    alignment: Alignment,
    rarity: Rarity,
    best: tuple[int, int] | None,
) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """The sentences of both sides that match, the best scored ones always among them."""
    of_here, of_there = _sentence_of(here), _sentence_of(there)
    weights_here = _weights(here, of_here, rarity)
    weights_there = _weights(there, of_there, rarity)
    shared: dict[tuple[int, int], float] = {}
    for run in alignment.runs:
        for offset in range(run.length):
            word = here.words[run.here + offset]
            if not word.common:
                pair = (of_here[run.here + offset], of_there[run.there + offset])
                shared[pair] = shared.get(pair, 0.0) + rarity.weight(word.key)
    chosen_here, chosen_there = set(), set()
    for (i, j), weight in shared.items():
        if weight >= TELLING_SHARE * min(weights_here[i], weights_there[j]):
            chosen_here.add(i)
            chosen_there.add(j)
    if best is not None and best[0] < len(here.sentences) and best[1] < len(there.sentences):
        chosen_here.add(best[0])
        chosen_there.add(best[1])
    if not chosen_here:
        return here.sentences, there.sentences
    return (
        tuple(here.sentences[i] for i in sorted(chosen_here)),
        tuple(there.sentences[j] for j in sorted(chosen_there)),
    )


def _sentence_of(side: _Side) -> list[int]:
    """For every word the position of its sentence."""
    last = len(side.sentences) - 1
    number = 0
    numbers = []
    for word in side.words:
        while number < last and word.start >= side.sentences[number].stop:
            number += 1
        numbers.append(number)
    return numbers


def _weights(side: _Side, sentence_of: list[int], rarity: Rarity) -> list[float]:
    weights = [0.0] * len(side.sentences)
    for word, sentence in zip(side.words, sentence_of, strict=True):
        if not word.common:
            weights[sentence] += rarity.weight(word.key)
    return weights


def _inside(
    words: Sequence[Word], places: frozenset[int], passage: tuple[slice, ...]
) -> frozenset[int]:
    return frozenset(
        place
        for place in places
        if any(s.start <= words[place].start and words[place].end <= s.stop for s in passage)
    )


def _reasons(
    coverage: Coverage,
    link: Link,
    here: _Side,
    there: _Side,
    alignment: Alignment,
    rarity: Rarity,
) -> tuple[str, ...]:
    told: set[str] = set()
    reasons = [*_same_words(here, there, alignment, rarity, told)]
    reasons += _quoted_fragment(here, there, alignment, rarity, told)
    reasons += _names(here, there, alignment, rarity, told)
    reasons += _numbers(here, there, told)
    reasons += _speaker(here, there, told)
    reasons += _neighbours(coverage, link)
    reasons += _rare_words(here, alignment, rarity, told)
    strongest = sorted(reasons, key=lambda reason: -reason.strength)[:REASONS]
    return tuple(reason.words for reason in strongest) or ("alike in what surrounds them",)


def _same_words(
    here: _Side, there: _Side, alignment: Alignment, rarity: Rarity, told: set[str]
) -> Iterator[_Reason]:
    if not alignment.runs or alignment.runs[0].length < LONG_RUN:
        return
    run = alignment.runs[0]
    words = here.words[run.here : run.here + run.length]
    told.update(word.key for word in words)
    strength = 1.5 * sum(rarity.weight(word.key) for word in words if not word.common)
    if run.length == len(here.words) == len(there.words):
        yield _Reason(strength, f"word for word the same, {run.length} words")
        return
    quoted = _is_quoted(here, run.here, run) and _is_quoted(there, run.there, run)
    where = ", all in quotation marks" if quoted else ""
    yield _Reason(strength, f"{run.length} words in a row{where}")


def _quoted_fragment(
    here: _Side, there: _Side, alignment: Alignment, rarity: Rarity, told: set[str]
) -> Iterator[_Reason]:
    """A few words, or one, in quotation marks on both sides."""
    for run in alignment.runs:
        words = here.words[run.here : run.here + run.length]
        if run.length >= LONG_RUN or all(word.key in told for word in words):
            continue
        if _is_quoted(here, run.here, run) and _is_quoted(there, run.there, run):
            strength = 1.5 * sum(rarity.weight(word.key) for word in words if not word.common)
            printed = here.paragraph.text[words[0].start : words[-1].end]
            told.update(word.key for word in words)
            yield _Reason(strength, f"both quote “{printed}”")
            return


def _names(
    here: _Side, there: _Side, alignment: Alignment, rarity: Rarity, told: set[str]
) -> Iterator[_Reason]:
    capital_there = {word.key for word in there.words if word.capital}
    names: list[tuple[float, str, list[str]]] = []
    for words in _capitalised(here, rarity):
        shared = [word for word in words if word.key in capital_there and word.key not in told]
        if shared and any(rarity.is_rare(word.key) for word in shared):
            printed = here.paragraph.text[shared[0].start : shared[-1].end]
            weight = sum(rarity.weight(word.key) for word in shared)
            names.append((weight, _unpossessed(printed), [word.key for word in shared]))
    kept: dict[str, float] = {}
    for weight, printed, keys in sorted(names, key=lambda name: -name[0]):
        if len(kept) < NAMED and not any(key in told for key in keys):
            kept[printed] = weight
            told.update(keys)
    if kept:
        yield _Reason(1.2 * sum(kept.values()), f"both name {_listed(list(kept))}")


def _capitalised(side: _Side, rarity: Rarity) -> Iterator[list[Word]]:
    """Runs of capitalised words that are names, as far as capitals tell."""
    text = side.paragraph.text
    sequence: list[Word] = []
    for word in side.words:
        printed = text[word.start : word.end]
        named = printed[0].isupper() and not word.common and rarity.is_name(printed)
        if sequence and not (named and text[sequence[-1].end : word.start] in (" ", ". ", "-")):
            yield sequence
            sequence = []
        if named:
            sequence.append(word)
    if sequence:
        yield sequence


def _numbers(here: _Side, there: _Side, told: set[str]) -> Iterator[_Reason]:
    figures = {word.key for word in there.words if word.key[0].isdigit()}
    shared = {
        here.paragraph.text[word.start : word.end]: word.key
        for word in here.words
        if word.key in figures and word.key not in told
    }
    if shared:
        told.update(shared.values())
        printed = list(shared)[:NAMED]
        yield _Reason(4.0 * len(printed), f"both give {_listed(printed)}")


def _speaker(here: _Side, there: _Side, told: set[str]) -> Iterator[_Reason]:
    """Somebody named beside a reporting verb, where something is quoted, on both sides."""
    shared = _speakers(here.paragraph.text) & _speakers(there.paragraph.text)
    if shared:
        yield _Reason(2.0, f"{_listed(sorted(shared)[:1])} speaks in both")


_SPEAKS = (
    "said|says|told|added|stressed|emphasized|emphasised|insisted|continued|warned|claimed|"
    "noted|announced|stated|argued|promised|explained|asked|replied"
)
_SPEAKER = re.compile(
    rf"\b([A-Z][\w’'-]{{1,30}}) (?:{_SPEAKS})\b|\b(?:said|says) ([A-Z][\w’'-]{{1,30}})"
)


def _speakers(text: str) -> set[str]:
    if not any(mark in text for mark in _MARKS):
        return set()
    return {match[1] or match[2] for match in _SPEAKER.finditer(text)} - _PRONOUNS


_PRONOUNS = {"He", "She", "They", "It", "We", "I"}


def _neighbours(coverage: Coverage, link: Link) -> Iterator[_Reason]:
    before = _linked(coverage, link, -1)
    after = _linked(coverage, link, 1)
    if before and after:
        yield _Reason(3.0, "neighbours on both sides link too")
    elif before or after:
        yield _Reason(1.0, f"the paragraphs {'before' if before else 'after'} them link too")


def _linked(coverage: Coverage, link: Link, step: int) -> bool:
    here, there = link.here, link.there
    if here.paragraph + step < 0:
        return False
    if here.paragraph + step >= len(coverage.articles[here.article].paragraphs):
        return False
    neighbour = Place(there.article, there.paragraph + step)
    links = coverage.links_from(Place(here.article, here.paragraph + step))
    return any(other.there == neighbour for other in links)


def _rare_words(
    here: _Side, alignment: Alignment, rarity: Rarity, told: set[str]
) -> Iterator[_Reason]:
    text = here.paragraph.text
    shared: dict[str, str] = {}
    for place in sorted(alignment.shared_here):
        word = here.words[place]
        if not word.common and word.key not in told:
            shared.setdefault(word.key, text[word.start : word.end])
    rare = [key for key in shared if rarity.is_rare(key)]
    chosen = sorted(rare or shared, key=lambda key: -rarity.weight(key))[:NAMED]
    if chosen:
        printed = ", ".join(shared[key] for key in shared if key in chosen)
        kind = "rare words" if rare else "words"
        yield _Reason(sum(map(rarity.weight, chosen)), f"{kind} in both: {printed}")


_MARKS = '“”"„«»「」『』'
_OPENING, _CLOSING = "“„«「『", "”»」』"


def _is_quoted(side: _Side, first: int, run: Run) -> bool:
    """Whether a run of words stands inside quotation marks."""
    text = side.paragraph.text
    start, end = side.words[first].start, side.words[first + run.length - 1].end
    depth = 0
    straight = False
    for position in range(start):
        character = text[position]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character == '"':
            straight = not straight
    inside = text[start:end]
    closes = any(mark in inside for mark in _CLOSING) if depth else '"' in inside
    return (depth > 0 or straight) and not closes


def _unpossessed(printed: str) -> str:
    return printed[:-2] if printed.endswith(("’s", "'s")) else printed


def _listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
