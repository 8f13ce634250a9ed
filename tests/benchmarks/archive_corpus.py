"""A made-up archive of any size: planted events, altered quotations and wire copy, with the truth.

    .venv/bin/python tests/benchmarks/archive_corpus.py 100000 FOLDER

writes `articles.jsonl` (the usual fields of news corpora: title, text, domain, date, url) and
`truth.jsonl` (event, utterances and wire copy of every article, in the same order). The same
numbers always give the same bytes, and a smaller corpus is the beginning of a larger one.

Words, names and outlets are made of syllables; only the commonest words and the verbs of saying
are English. Words are drawn by Zipf's law, a quarter of those of an article from the words of its
topic. Two articles in five are on an event that 2 to 12 articles report within three days, each
with most of the names, numbers and key words of the event; one event in ten has a double with the
same topic, key words and place on the same days. Each event has three utterances, which its
articles print whole or altered, and in a quarter of its articles stands a passage of 60 to 140
words of one wire text, with small edits.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random

FIRST_DAY = date(2031, 1, 1)
DAYS = 730
EVENT_DAYS = 3
SHARE_IN_EVENTS = 0.4
SHARE_OF_DOUBLES = 0.1
SHARE_WITH_WIRE = 0.25
TOPICS = 300
OUTLETS = 60
_COMMON_WORDS = """
the of and to in a that for on with was it at by from as be have he she they but not this will
had which who their were has been said would after more when about out up over first two new also
year people time than could them into other some before only last most between there under through
while during against because where since just back made now being still both many even
"""
COMMON = _COMMON_WORDS.split()
_ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v w z"
VERBS = ("said", "told reporters", "added", "insisted", "warned", "explained")
ALTERATIONS = ("whole", "trimmed", "cut", "changed", "trimmed, cut and changed")
_SYLLABLES = [
    onset + vowel + coda
    for onset in _ONSETS.split()
    for vowel in ("a", "e", "i", "o", "u", "ai", "ea")
    for coda in ("", "l", "n", "r", "s", "t")
]


@dataclass(frozen=True)
class CorpusArticle:
    """One article and what is true of it."""

    title: str
    text: str
    domain: str
    date: str
    url: str
    event: int | None
    utterances: tuple[tuple[int, str], ...] = ()
    """The number of each utterance that it prints, and how it was altered."""
    wire: tuple[int, int, int] | None = None
    """The number of the wire text that a passage of it is from, and the positions of the first
    word of the passage and after its last."""

    def to_record(self) -> dict[str, str]:
        """What an archive gets to read."""
        keys = ("title", "text", "domain", "date", "url")
        return {key: getattr(self, key) for key in keys}

    def to_truth(self) -> dict[str, object]:
        """What it is checked against."""
        return {"event": self.event, "utterances": self.utterances, "wire": self.wire}


@dataclass(frozen=True)
class Event:
    """What the articles on one event have in common."""

    number: int
    topic: int
    day: int
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    key_words: tuple[str, ...]
    utterances: tuple[tuple[str, ...], ...]
    wire: tuple[str, ...]


def generate(count: int, seed: int = 1) -> Iterator[CorpusArticle]:
    """Yield made-up articles, those of an event among others."""
    rng = Random(f"archive {seed}")
    waiting: list[CorpusArticle] = []
    made = events = 0
    while made < count:
        if len(waiting) < _SHUFFLED:
            if rng.random() < _SHARE_OF_EVENTS:
                event = _make_event(rng, events)
                waiting += _report_event(rng, event)
                events += 1
                if rng.random() < SHARE_OF_DOUBLES:
                    waiting += _report_event(rng, _make_double(rng, event, events))
                    events += 1
            else:
                waiting.append(_make_other(rng))
            continue
        place = rng.randrange(len(waiting))
        waiting[place], waiting[-1] = waiting[-1], waiting[place]
        yield replace(waiting.pop(), url=f"https://archive.example/{made}")
        made += 1


_SHUFFLED = 5_000
"""Articles among which the next one is drawn."""
_MEAN_SIZE = 4.4
_SHARE_OF_EVENTS = SHARE_IN_EVENTS / (
    SHARE_IN_EVENTS + (1 - SHARE_IN_EVENTS) * _MEAN_SIZE * (1 + SHARE_OF_DOUBLES)
)


def imitate(texts: Iterable[str], count: int, days: int, seed: int = 1) -> Iterator[CorpusArticle]:
    """Yield articles in the words of some texts, each on an event of its own.

    Every word follows one that it follows in a text; words with a capital are made-up names, twelve
    an article, and numbers are drawn. So labelled articles can stand among many others that have
    their words and not their names.

    Args:
        texts: sentences.
        count: how many articles.
        days: their dates are spread evenly over so many days.
        seed: other numbers give other articles.
    """
    following: dict[str, list[str]] = {}
    for text in texts:
        words = ["", *map(_mask, _WORD.findall(text)), ""]
        for word, after in pairwise(words):
            following.setdefault(word, []).append(after)
    for number in range(count):
        rng = Random(f"imitation {seed} {number}")
        own = _draw_names(rng, 12)
        sentences = [_follow(rng, following, own) for _ in range(rng.randint(8, 24))]
        yield CorpusArticle(
            title=_follow(rng, following, own)[:100],
            text=_paragraphs(rng, sentences),
            domain=rng.choice(list_outlets()),
            date=(FIRST_DAY + timedelta(rng.randrange(days))).isoformat(),
            url=f"https://others.example/{number}",
            event=None,
        )


_WORD = re.compile(r"[\w’'-]+")
_NAME, _NUMBER = "#name", "#number"
_LONGEST_SENTENCE = 40
"""Words."""


def _mask(word: str) -> str:
    if word[0].isupper():
        return _NAME
    return _NUMBER if any(map(str.isdigit, word)) else word


def _follow(rng: Random, following: dict[str, list[str]], names: Sequence[str]) -> str:
    """Return a sentence of words that follow each other in the texts."""
    words: list[str] = []
    word = rng.choice(following[""])
    while word and len(words) < _LONGEST_SENTENCE:
        words.append(
            rng.choice(names) if word == _NAME else _draw_number(rng) if word == _NUMBER else word
        )
        word = rng.choice(following[word])
    return _punctuate(words) if words else ""


def utterance_words(number: int, seed: int = 1) -> tuple[str, ...]:
    """Return the words of an utterance as it was said."""
    rng = Random(f"utterance {seed} {number}")
    words = list(_draw(rng, rng.randint(10, 40)))
    # Two rare words that hardly another utterance has.
    for _ in range(2):
        words[rng.randrange(len(words))] = list_words()[rng.randrange(len(list_words()))]
    return tuple(words)


def alter(rng: Random, words: Sequence[str], kind: str) -> tuple[str, ...]:
    """Return an utterance as an outlet might print it."""
    kept = list(words)
    if "trimmed" in kind:
        left = max(5, round(len(kept) * rng.uniform(0.4, 0.8)))
        first = rng.choice((0, len(kept) - left))
        kept = kept[max(0, first) : max(0, first) + left]
    if "cut" in kind and len(kept) >= 6:
        gone = rng.randint(1, max(1, len(kept) // 4))
        at = rng.randrange(2, len(kept) - gone - 1) if len(kept) - gone > 3 else 1
        kept[at : at + gone] = []
    if "changed" in kind:
        for _ in range(max(1, len(kept) // 10)):
            kept[rng.randrange(len(kept))] = next(iter(_draw(rng, 1)))
    return tuple(kept)


@cache
def list_words() -> tuple[str, ...]:
    """The words, the commonest first."""
    rng = Random("words")
    found = dict.fromkeys(COMMON)
    while len(found) < 40_000:
        found["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3)))] = None
    return tuple(found)


@cache
def list_names() -> tuple[str, ...]:
    rng = Random("names")
    found: dict[str, None] = {}
    while len(found) < 300_000:
        found["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()] = None
    return tuple(found)


@cache
def _zipf(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(size)))


@cache
def _topic_words(topic: int) -> tuple[str, ...]:
    words = list_words()
    return tuple(Random(f"topic {topic}").choices(words[len(COMMON) :], k=400))


@cache
def list_outlets() -> tuple[str, ...]:
    rng = Random("outlets")
    return tuple(
        "".join(rng.choices(_SYLLABLES, k=3))
        + rng.choice(("-post", "-news", "-times"))
        + ".example"
        for _ in range(OUTLETS)
    )


def _draw(rng: Random, count: int) -> list[str]:
    words = list_words()
    return rng.choices(words, cum_weights=_zipf(len(words)), k=count)


def _draw_names(rng: Random, count: int) -> list[str]:
    names = list_names()
    return rng.choices(names, cum_weights=_zipf(len(names)), k=count)


def _draw_number(rng: Random) -> str:
    return str(
        rng.choice((rng.randint(2, 99), rng.randint(100, 9_999), rng.randint(10_000, 99_999)))
    )


def _make_event(rng: Random, number: int) -> Event:
    topic = rng.randrange(TOPICS)
    return Event(
        number=number,
        topic=topic,
        day=rng.randrange(DAYS),
        names=tuple(_draw_names(rng, 8)),
        numbers=tuple(_draw_number(rng) for _ in range(4)),
        key_words=tuple(rng.choices(_topic_words(topic), k=15)),
        utterances=tuple(utterance_words(3 * number + place) for place in range(3)),
        wire=tuple(_story_words(rng, topic, 180)),
    )


def _make_double(rng: Random, event: Event, number: int) -> Event:
    """An event of the same kind in the same place on the same days."""
    other = _make_event(rng, number)
    return replace(
        other,
        topic=event.topic,
        day=min(DAYS - 1, event.day + rng.randint(0, 1)),
        names=(*event.names[:2], *other.names[2:]),
        key_words=(*event.key_words[:10], *other.key_words[10:]),
    )


def _report_event(rng: Random, event: Event) -> Iterator[CorpusArticle]:
    size = min(12, 2 + int(rng.expovariate(1 / 2.9)))
    for domain in rng.sample(list_outlets(), size):
        yield _report(rng, event, domain)


def _report(rng: Random, event: Event, domain: str) -> CorpusArticle:
    names = rng.sample(event.names, 6)
    own = [*names, *rng.sample(event.numbers, 3), *rng.sample(event.key_words, 11)]
    sentences = [_sentence(rng, event.topic, own, 5)]
    sentences += [_sentence(rng, event.topic, own, 2) for _ in range(rng.randint(7, 16))]
    printed = []
    for place in rng.sample(range(3), rng.choice((0, 1, 1, 2, 2, 3))):
        kind = rng.choice(ALTERATIONS)
        words = alter(rng, event.utterances[place], kind)
        # Each has a speaker of its own, whom all outlets name.
        at = rng.randint(1, len(sentences))
        sentences.insert(
            at, _quotation(rng, words, f"{event.names[place]} {event.names[place + 3]}")
        )
        printed.append((3 * event.number + place, kind))
    has_wire = rng.random() < SHARE_WITH_WIRE
    first = last = 0
    if has_wire:
        first, last = _choose_passage(rng, event.wire)
        sentences[2:2] = _print_passage(rng, event.wire[first:last])
    day = min(DAYS - 1, event.day + rng.randrange(EVENT_DAYS))
    return CorpusArticle(
        title=_title(rng, event.topic, own),
        text=_paragraphs(rng, sentences),
        domain=domain,
        date=(FIRST_DAY + timedelta(day)).isoformat(),
        url="",
        event=event.number,
        utterances=tuple(printed),
        wire=(event.number, first, last) if has_wire else None,
    )


def _make_other(rng: Random) -> CorpusArticle:
    """An article on what no other reports."""
    topic = rng.randrange(TOPICS)
    own = [*_draw_names(rng, 6), *(_draw_number(rng) for _ in range(3))]
    own += rng.choices(_topic_words(topic), k=11)
    sentences = [_sentence(rng, topic, own, 3) for _ in range(rng.randint(6, 18))]
    for _ in range(rng.choice((0, 0, 1, 2))):
        words = _draw(rng, rng.randint(6, 30))
        sentences.append(_quotation(rng, words, " ".join(_draw_names(rng, 2))))
    return CorpusArticle(
        title=_title(rng, topic, own),
        text=_paragraphs(rng, sentences),
        domain=rng.choice(list_outlets()),
        date=(FIRST_DAY + timedelta(rng.randrange(DAYS))).isoformat(),
        url="",
        event=None,
    )


def _story_words(rng: Random, topic: int, count: int) -> list[str]:
    of_topic = rng.choices(_topic_words(topic), k=count // 4)
    words = [*_draw(rng, count - len(of_topic)), *of_topic]
    rng.shuffle(words)
    return words


def _sentence(rng: Random, topic: int, own: Sequence[str], count: int) -> str:
    words = [*_story_words(rng, topic, rng.randint(9, 20)), *rng.choices(own, k=count)]
    rng.shuffle(words)
    return _punctuate(words)


def _punctuate(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _quotation(rng: Random, words: Sequence[str], speaker: str) -> str:
    return f"“{_punctuate(words)[:-1]},” {speaker} {rng.choice(VERBS)}."


def _choose_passage(rng: Random, wire: Sequence[str]) -> tuple[int, int]:
    length = rng.randint(60, 140)
    first = rng.randrange(len(wire) - length)
    return first, first + length


def _print_passage(rng: Random, passage: Sequence[str]) -> list[str]:
    """Return a passage of a wire text in sentences, with one word in thirty another one."""
    words = list(passage)
    for at in range(len(words)):
        if rng.random() < 1 / 30:
            words[at] = _draw(rng, 1)[0]
    return [_punctuate(words[at : at + 20]) for at in range(0, len(words), 20)]


def _title(rng: Random, topic: int, own: Sequence[str]) -> str:
    words = [*rng.choices(own, k=4), *_story_words(rng, topic, 5)]
    return _punctuate(words)[:-1]


def _paragraphs(rng: Random, sentences: Sequence[str]) -> str:
    paragraphs = []
    at = 0
    while at < len(sentences):
        size = rng.randint(1, 3)
        paragraphs.append(" ".join(sentences[at : at + size]))
        at += size
    return "\n\n".join(paragraphs)


def write_corpus(count: int, folder: Path, seed: int = 1) -> None:
    """Write the articles and the truth about them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as articles,
        (folder / "truth.jsonl").open("w", encoding="utf-8") as truth,
    ):
        for article in generate(count, seed):
            articles.write(json.dumps(article.to_record(), ensure_ascii=False) + "\n")
            truth.write(json.dumps(article.to_truth()) + "\n")


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]))
