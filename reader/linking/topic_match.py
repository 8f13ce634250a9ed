"""Which short texts, such as the entries of a feed, are about the event of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from math import log
from typing import NamedTuple

from reader.articles import Article, ParagraphKind
from reader.linking.same_event import measure_similarity
from reader.linking.sentence_terms import read_sentence_terms
from reader.text.calendar_words import month_names, weekday_names
from reader.text.sentences import split_sentences
from reader.text.word_alignment import Word, find_words
from reader.text.words import word_key

SAME_EVENT_FLOOR = 0.21
"""The lowest score, 0..1, of a text about the same event: on the labelled articles, with those
of other events among them, almost always right (tests/benchmarks/topic_match_quality.py)."""
PERHAPS_FLOOR = 0.10
"""The lowest score, 0..1, of a text that may be about the same event."""

FEWEST_SHARED_WORDS = 2
"""Words that both must have: a single one, however rare, makes no event."""
PHRASES_NAMED = 5
"""At most so many of the shared words and names are given as the reason."""
PLAIN_WORD_WEIGHT = 0.3
"""The share of its rarity, 0..1, that a plain word weighs; a name or a number weighs all."""


class EventMatch(str, Enum):
    """Whether a text is about the event of an article."""

    SAME_EVENT = "same event"
    PERHAPS = "perhaps"
    NO = "no"


class TopicMatch(NamedTuple):
    """How similar a text is to an article."""

    score: float
    """In 0..1: the cosine of their words, weighted by rarity, names and early sentences."""
    event: EventMatch
    shared: tuple[str, ...]
    """What both have, as printed in the text; names and numbers first, then by rarity."""

    @property
    def reason(self) -> str:
        """The reason, in words for people."""
        if not self.shared:
            return "nothing in common that says much"
        return f"both have {', '.join(self.shared)}"


def match_topics(article: Article, texts: Sequence[str]) -> tuple[TopicMatch, ...]:
    """Compare each of the texts with the article.

    Args:
        article: the article; its furniture does not count.
        texts: each a title and a few sentences, cleaned, a paragraph a line. The rarity of a
            word is estimated from all of them, so the more the better.
    """
    story = [p.text for p in article.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    title = [article.title] if article.title else []
    passages: list[list[str]] = [[*title, *story], *(text.splitlines() for text in texts)]
    documents = [
        [passage[sentence] for passage in document for sentence in split_sentences(passage)]
        for document in passages
    ]
    terms = read_sentence_terms(documents, [article.language] * len(documents))
    direct = measure_similarity(terms, len(documents)).direct
    words = _ContentWords(documents)
    return tuple(
        _topic_match(float(score), words.shared_phrases(number), words.count_shared(number))
        for number, score in enumerate(direct[0, 1:], 1)
    )


def _topic_match(score: float, shared: tuple[str, ...], shared_words: int) -> TopicMatch:
    event = EventMatch.NO
    if shared_words >= FEWEST_SHARED_WORDS:
        if score >= SAME_EVENT_FLOOR:
            event = EventMatch.SAME_EVENT
        elif score >= PERHAPS_FLOOR:
            event = EventMatch.PERHAPS
    return TopicMatch(min(max(score, 0.0), 1.0), event, shared[:PHRASES_NAMED])


class _ContentWords:
    """The content words of several documents, and which of them the first document has too."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._documents = documents
        self._words = [[_content_words(sentence) for sentence in each] for each in documents]
        known = [{word.key for words in each for word in words} for each in self._words]
        self._first = known[0]
        self._spread = Counter(key for keys in known for key in keys)
        self._lowered = {
            word.key
            for each in self._words
            for words in each
            for word in words
            if not word.has_capital
        }

    def shared_phrases(self, number: int) -> tuple[str, ...]:
        """What a document shares with the first one, as printed in it, by falling weight.

        Names side by side are given together: a first name with the last.
        """
        weights: dict[str, float] = {}
        named: set[str] = set()
        for sentence, words in zip(self._documents[number], self._words[number], strict=True):
            for run in self._runs([word for word in words if word.key in self._first]):
                new = {word.key for word in run} - named
                named |= new
                if new:
                    phrase = sentence[run[0].start : run[-1].end]
                    shorter = [part for part in weights if f" {part} " in f" {phrase} "]
                    weight = max(map(self._weight, new))
                    weights[phrase] = max([weight, *map(weights.pop, shorter)])
        return tuple(sorted(weights, key=lambda phrase: -weights[phrase]))

    def count_shared(self, number: int) -> int:
        """How many content words a document shares with the first one."""
        words = self._words[number]
        return len({word.key for each in words for word in each} & self._first)

    def _runs(self, words: Iterable[Word]) -> Iterator[list[Word]]:
        run: list[Word] = []
        for word in words:
            if run and not self._is_one_name(run[-1], word):
                yield run
                run = []
            run.append(word)
        if run:
            yield run

    def _is_one_name(self, word: Word, following: Word) -> bool:
        is_apart = following.start > word.end + 1
        return not (is_apart or self._is_plain(word.key) or self._is_plain(following.key))

    def _is_plain(self, key: str) -> bool:
        """Whether a word is printed in lower case anywhere, and so is no name."""
        return key in self._lowered

    def _weight(self, key: str) -> float:
        rarity = log((1 + len(self._documents)) / self._spread[key])
        return rarity * (PLAIN_WORD_WEIGHT if self._is_plain(key) else 1.0)


def _content_words(sentence: str) -> list[Word]:
    """The words that are neither stop words nor in dates.

    That two texts name the same day of the week or month says nothing in a feed of one day.
    """
    calendar = _days_and_months()
    return [w for w in find_words(sentence) if not w.is_common and w.key not in calendar]


@lru_cache(maxsize=1)
def _days_and_months() -> frozenset[str]:
    return frozenset(map(word_key, weekday_names() | month_names()))
