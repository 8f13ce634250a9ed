"""Which short texts, such as the entries of a feed, are about the event of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.wordlists import words_by_section
from reader.linking.aligning import Word, word_key, words_of

if TYPE_CHECKING:
    from reader.articles import Article

SAME_EVENT_FLOOR = 0.18
"""From this score on a text is taken to be about the same event: on the labelled articles,
with those of other events among them, nearly always right (tests/benchmarks/likeness.py)."""
PERHAPS_FLOOR = 0.10
"""From this score on a text may be about the same event and is worth a look."""

FEWEST_SHARED_WORDS = 2
"""A single word that both have, however rare, makes no event."""
WORDS_NAMED = 5
"""So many of the shared words are given as the reason."""
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
    from reader.articles.sentences import split_sentences
    from reader.linking.events import event_likeness
    from reader.linking.words import read_words

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
        _likeness(float(score), shared.with_first(number))
        for number, score in enumerate(direct[0, 1:], 1)
    )


def _likeness(score: float, shared: tuple[str, ...]) -> Likeness:
    alike = Alike.NO
    if len(shared) >= FEWEST_SHARED_WORDS:
        if score >= SAME_EVENT_FLOOR:
            alike = Alike.SAME_EVENT
        elif score >= PERHAPS_FLOOR:
            alike = Alike.PERHAPS
    return Likeness(min(max(score, 0.0), 1.0), alike, shared[:WORDS_NAMED])


class _Shared:
    """The words of several documents, for saying which of them two have in common."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._documents = documents
        self._words = [_telling_words(document) for document in documents]
        self._spread = Counter(key for words in self._words for key in words)
        self._lowered = {
            key for words in self._words for key, printed in words.items() if printed[0].islower()
        }

    def with_first(self, number: int) -> tuple[str, ...]:
        """What a document shares with the first one, as it prints it, most telling first."""
        there = self._words[0]
        shared = [key for key in self._words[number] if key in there]
        shared.sort(key=lambda key: (-self._value(key), key))
        return tuple(self._words[number][key] for key in shared)

    def _value(self, key: str) -> float:
        rarity = log((1 + len(self._documents)) / self._spread[key])
        return rarity * (PLAIN_WORD_VALUE if key in self._lowered else 1.0)


def _telling_words(sentences: Iterable[str]) -> dict[str, str]:
    """The words that say something, by key, as printed; in lower case where ever so.

    That two texts name the same day of the week or month says nothing in a feed of one day.
    """
    calendar = _days_and_months()
    printed: dict[str, str] = {}
    for sentence in sentences:
        for word in words_of(sentence):
            if not word.common and word.key not in calendar:
                _keep(printed, word, sentence)
    return printed


@lru_cache(maxsize=1)
def _days_and_months() -> frozenset[str]:
    words = words_by_section("dates")
    return frozenset(word_key(word) for word in words["weekdays"] | words["months"])


def _keep(printed: dict[str, str], word: Word, sentence: str) -> None:
    form = sentence[word.start : word.end]
    known = printed.setdefault(word.key, form)
    if form[0].islower() and not known[0].islower():
        printed[word.key] = form
