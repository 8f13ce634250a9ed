"""Which short texts, such as the entries of a feed, are about the event of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.text.calendar_words import month_names, weekday_names
from reader.text.word_alignment import Word, word_key, words_of

if TYPE_CHECKING:
    from reader.articles import Article

SAME_EVENT_FLOOR = 0.21
"""From this score on a text is taken to be about the same event: on the labelled articles,
with those of other events among them, nearly always right (tests/benchmarks/likeness.py)."""
PERHAPS_FLOOR = 0.10
"""From this score on a text may be about the same event and is worth a look."""

FEWEST_SHARED_WORDS = 2
"""A single word that both have, however rare, makes no event."""
PHRASES_NAMED = 5
"""So many of the shared words and names are given as the reason."""
PLAIN_WORD_VALUE = 0.3
"""What a plain word says beside a name or a number."""


class Alike(str, Enum):
    """Whether a text is about the event of an article."""

    SAME_EVENT = "same event"
    PERHAPS = "perhaps"
    NO = "no"


class Likeness(NamedTuple):
    """How a text is like an article."""

    score: float
    """In 0..1: the cosine of their words, weighted by rarity, names and early sentences."""
    alike: Alike
    shared: tuple[str, ...]
    """What both have, as printed in the text; names and numbers first, then by rarity."""

    @property
    def reason(self) -> str:
        """Why, in words for people."""
        if not self.shared:
            return "nothing in common that says much"
        return f"both have {', '.join(self.shared)}"


def likenesses(article: Article, texts: Sequence[str]) -> tuple[Likeness, ...]:
    """How each of the texts is like the article.

    Args:
        article: what is looked for; its furniture does not count.
        texts: each a title and a few sentences, cleaned, a paragraph a line. How rare a
            word is, is judged by all of them, so the more the better.
    """
    from reader.articles import ParagraphKind
    from reader.linking.same_event import event_likeness
    from reader.linking.sentence_terms import read_words
    from reader.text.sentences import split_sentences

    story = [p.text for p in article.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    title = [article.title] if article.title else []
    passages: list[list[str]] = [[*title, *story], *(text.splitlines() for text in texts)]
    documents = [
        [passage[sentence] for passage in document for sentence in split_sentences(passage)]
        for document in passages
    ]
    languages = [article.language] * len(documents)
    words = read_words(documents, languages, lambda _share: None)
    direct, _ = event_likeness(words, len(documents))
    shared = _Shared(documents)
    return tuple(
        _likeness(float(score), shared.with_first(number), shared.words_with_first(number))
        for number, score in enumerate(direct[0, 1:], 1)
    )


def _likeness(score: float, shared: tuple[str, ...], words: int) -> Likeness:
    alike = Alike.NO
    if words >= FEWEST_SHARED_WORDS:
        if score >= SAME_EVENT_FLOOR:
            alike = Alike.SAME_EVENT
        elif score >= PERHAPS_FLOOR:
            alike = Alike.PERHAPS
    return Likeness(min(max(score, 0.0), 1.0), alike, shared[:PHRASES_NAMED])


class _Shared:
    """The words of several documents, for saying which of them two have in common."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._documents = documents
        self._words = [[_telling_words(sentence) for sentence in each] for each in documents]
        known = [{word.key for words in each for word in words} for each in self._words]
        self._first = known[0]
        self._spread = Counter(key for keys in known for key in keys)
        self._lowered = {
            word.key for each in self._words for words in each for word in words if not word.capital
        }

    def with_first(self, number: int) -> tuple[str, ...]:
        """What a document shares with the first one, as it prints it, most telling first.

        Names that stand side by side are given together: a first name with the last.
        """
        values: dict[str, float] = {}
        told: set[str] = set()
        for sentence, words in zip(self._documents[number], self._words[number], strict=True):
            for run in self._runs([word for word in words if word.key in self._first]):
                new = {word.key for word in run} - told
                told |= new
                if new:
                    phrase = sentence[run[0].start : run[-1].end]
                    shorter = [part for part in values if f" {part} " in f" {phrase} "]
                    value = max(map(self._value, new))
                    values[phrase] = max([value, *map(values.pop, shorter)])
        return tuple(sorted(values, key=lambda phrase: -values[phrase]))

    def words_with_first(self, number: int) -> int:
        """How many words that say something a document shares with the first one."""
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
        apart = following.start > word.end + 1
        return not (apart or self._is_plain(word.key) or self._is_plain(following.key))

    def _is_plain(self, key: str) -> bool:
        """Whether a word is printed in lower case anywhere, and so is no name."""
        return key in self._lowered

    def _value(self, key: str) -> float:
        rarity = log((1 + len(self._documents)) / self._spread[key])
        return rarity * (PLAIN_WORD_VALUE if self._is_plain(key) else 1.0)


def _telling_words(sentence: str) -> list[Word]:
    """The words that say something.

    That two texts name the same day of the week or month says nothing in a feed of one day.
    """
    calendar = _days_and_months()
    return [w for w in words_of(sentence) if not w.common and w.key not in calendar]


@lru_cache(maxsize=1)
def _days_and_months() -> frozenset[str]:
    return frozenset(map(word_key, weekday_names() | month_names()))
