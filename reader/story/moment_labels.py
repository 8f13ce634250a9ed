"""Labels of moments: the shortest printed words of a passage that tell what it is about.

A label is a clause of one sentence, from its subject on, that ends where a phrase does; a quotation
may be its own, from its beginning. Of all such stretches the one is taken that has most of what the
articles share. Where no clause fits it is what the passage begins with; in languages whose clauses
are not found, a phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from reader.story.clause_ends import may_have_verb, needs_clause, rate_clause_end
from reader.story.clause_finding import find_clauses
from reader.story.difference import COMPARED_LANGUAGES
from reader.story.finite_verbs import (
    begins_with_verb,
    find_finite_verbs,
    grammar_words,
    is_preposition,
)
from reader.story.phrase_bounds import (
    QUOTE_MARKS,
    PhraseWord,
    rate_ends,
    rate_starts,
    reports_speech,
    turn_round,
)

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import Span, WordedPassage

LONGEST_LABEL = 60
"""Characters."""
LONGEST_CLAUSE = 75
"""Characters of a clause that can't be cut before."""
_MOST_PASSAGES = 3
"""So many passages of a moment are read for its label."""

# What counts: how much of the telling words a label has, of what one of its length can have; how
# it ends; commas in it; and sentences before it. Chosen on stories of three outlets, by reading.
_TOLD, _END, _COMMA, _LATER = 0.8, 0.45, 0.1, 0.1
_LATER_AT_MOST = 3
_DASH = 4
"""Commas that one dash counts as."""
_LENGTH = 0.1
_LONG = 0.3
"""What a label loses that is longer than most."""
_WHOLE = 0.2
"""What a whole sentence gains."""
_OPENING = 0.15
"""What a clause gains that begins its sentence."""
_SAYING = 0.35
"""What a clause loses whose verb reports speech: what is said is the news, not that it is said."""
_PRONOUN = 0.15
"""What a clause loses whose subject is a pronoun."""
_SUBORDINATE = 0.2
"""What a clause loses that is a part of another."""
_ADVERBIAL = 0.2
"""What a clause loses with a preposition before its subject."""
_TURNED = 1.0
"""What words lose that state as a fact what their sentence doesn't."""
_LONE_WORD = 0.3
"""What words with fewer telling words than two lose."""
_FEWEST_TELLING = 2
_BEGINNING = 0.4
"""What the beginning of a quotation loses that is no clause."""
_NO_CLAUSE = 1.0
"""What words lose that are no clause."""
_START, _NAMES = 0.3, 0.25
"""In words that are no clause: how they begin, and what they lose whose telling words are names."""


class _Label(NamedTuple):
    value: float
    passage: Passage
    start: int
    end: int


class LabelSource(NamedTuple):
    """A passage from which a label may be taken."""

    worded: WordedPassage
    spans: Sequence[Span]
    """The stretches of its paragraph in which the label may be."""
    is_quoted: bool = False
    """Whether these are quotations."""


def choose_label(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> Passage | None:
    """Return the words of one of the passages that tell most, None where there are none.

    Args:
        sources: the passages of a moment.
        telling: the weights of the stems that count.
    """
    sources = sources[:_MOST_PASSAGES]
    most = _most_told(sources, telling)
    best = max(
        (
            label
            for source in sources
            if (label := _best_of_passage(source, telling, most)) is not None
        ),
        key=lambda label: label.value,
        default=None,
    )
    return best and replace(best.passage, start=best.start, end=best.end)


def first_words(worded: WordedPassage) -> Passage:
    """Return the words with which a passage begins, as many as a label may have.

    They end with a telling word where there is one; what is longer and no word is cut.
    """
    passage = worded.passage
    if not worded.words:
        return replace(passage, end=min(passage.end, passage.start + LONGEST_LABEL))
    start = worded.words[0].start
    is_english = passage.article.language in COMPARED_LANGUAGES
    last = start + (LONGEST_CLAUSE if is_english else LONGEST_LABEL)
    within = [word for word in worded.words if word.end <= last]
    telling = [word for word in within if word.weight > 0]
    ends = [word.end for word in telling[1:] or within] or [start + LONGEST_LABEL]
    text = passage.paragraph.text
    # A quotation that goes on behind the label is left out where enough is before it.
    whole = [end for end in ends if sum(sign in QUOTE_MARKS for sign in text[start:end]) % 2 == 0]
    is_enough = whole and 2 * (whole[-1] - start) >= ends[-1] - start
    end = whole[-1] if is_enough else ends[-1]
    return replace(passage, start=start, end=end)


def _best_of_passage(
    source: LabelSource, telling: Mapping[str, float], most: float
) -> _Label | None:
    best: _Label | None = None
    is_english = source.worded.passage.article.language in COMPARED_LANGUAGES
    for number, words in enumerate(_split_words(source)):
        late = _LATER * min(number, _LATER_AT_MOST)
        sentence = _Sentence(words, telling, most, is_english)
        rated = list(sentence.rate_clauses())
        if source.is_quoted:
            rated += sentence.rate_beginnings()
        if not (rated or is_english):
            rated = list(sentence.rate_stretches())
        for value, first, last in rated:
            if best is None or value - late > best.value:
                start, end = words[first].start, words[last].end
                start -= _follows_sign(source.worded.passage.paragraph.text, start, end)
                best = _Label(value - late, source.worded.passage, start, end)
    return best


def _split_words(source: LabelSource) -> Iterator[list[PhraseWord]]:
    """Yield the words of every sentence, as far as they are in the spans of a source."""
    passage, story_words, sentences = source.worded
    text = passage.paragraph.text
    for sentence in sentences:
        for span in source.spans:
            first, last = max(span[0], sentence[0]), min(span[1], sentence[1])
            words = [word for word in story_words if first <= word.start and word.end <= last]
            if words:
                ends = [first, *(word.end for word in words)]
                yield [
                    PhraseWord.read(text, end, word) for end, word in zip(ends, words, strict=False)
                ]


class _Sentence:
    """Rates the stretches of one sentence that may be a label.

    Args:
        words: of the sentence.
        telling: the weights of the stems that count.
        most: the weight of the stretch that tells most.
        is_english: whether its clauses can be found.
    """

    def __init__(
        self,
        words: Sequence[PhraseWord],
        telling: Mapping[str, float],
        most: float,
        is_english: bool,
    ) -> None:
        self._words = words
        self._telling = telling
        self._most = most
        self._turned = turn_round(words)
        self._signs = list(accumulate(word.quote_signs for word in words))
        self._is_english = is_english
        self._clause_ends: dict[int, float | None] = {}
        self._verbs = find_finite_verbs(words) if is_english else [False] * len(words)
        self._opening = int(words[0].joins and len(words) > 1)

    @cached_property
    def _phrase_ends(self) -> Sequence[float | None]:
        """How well a phrase ends after every word; None where it can't."""
        return rate_ends(self._words)

    def _rate_phrase_end(self, at: int) -> float | None:
        return self._phrase_ends[at]

    def _rate_clause_end(self, at: int) -> float | None:
        if at not in self._clause_ends:
            self._clause_ends[at] = rate_clause_end(self._words, self._verbs, at)
        return self._clause_ends[at]

    def _rate_whole(self, at: int) -> float | None:
        return 1.0 if at + 1 == len(self._words) else None

    def rate_clauses(self) -> Iterator[tuple[float, int, int]]:
        """Yield the value of every clause, with the positions of its first and last words."""
        words = self._words
        if words[-1].end - words[self._opening].start <= LONGEST_LABEL:
            yield from self._rate_from(self._opening, -1, self._rate_whole, _OPENING)
        for clause in find_clauses(words, self._verbs):
            subject = words[clause.first]
            value = _OPENING * (clause.first == self._opening)
            value -= _SAYING * reports_speech(words[clause.verb])
            value -= _SUBORDINATE * clause.is_subordinate + _ADVERBIAL * is_preposition(subject)
            value -= _PRONOUN * (
                subject.key in grammar_words("naming nothing") or subject.is_contraction
            )
            yield from self._rate_from(clause.first, clause.verb, self._rate_clause_end, value)

    def rate_beginnings(self) -> Iterator[tuple[float, int, int]]:
        """Yield the value of what the sentence begins with, likewise: a quotation labels itself."""
        is_participle = self._words[self._opening].key.endswith("ing")
        rate_end = self._rate_clause_end if self._is_english else self._rate_phrase_end
        for value, first, last in self._rate_from(self._opening, -1, rate_end, 0.0):
            has_verb = True in self._verbs[first : last + 1] or begins_with_verb(self._words, first)
            yield value - _BEGINNING * (1 + is_participle + (not has_verb)), first, last

    def rate_stretches(self) -> Iterator[tuple[float, int, int]]:
        """Yield the value of every phrase, likewise: of a language whose clauses are not found."""
        words = self._words
        for first, start in enumerate(rate_starts(words)):
            if start is None:
                continue
            value = _START * start - _NO_CLAUSE
            for rated, _, last in self._rate_from(first, -1, self._rate_phrase_end, value):
                is_short = words[last].end - words[first].start <= LONGEST_LABEL
                if is_short and not any(each.follows_pause for each in words[first + 1 : last + 1]):
                    yield rated, first, last

    def _rate_from(
        self, first: int, verb: int, rate_end: Callable[[int], float | None], value: float
    ) -> Iterator[tuple[float, int, int]]:
        """Yield the value of the words from one on, up to every end after the verb.

        Args:
            first: the position of the word.
            verb: that of the verb; -1 where there is none.
            rate_end: returns how well a label ends after a word; None where it can't.
            value: what does not depend on the end.
        """
        words, signs = self._words, self._signs
        told, commas = 0.0, 0.0
        counted: set[str] = set()
        is_name, missing, may_follow = True, 0, True
        begin = words[first].start
        for last in range(first, len(words)):
            word = words[last]
            length = word.end - begin
            if length > LONGEST_CLAUSE or (last > first and word.is_apart):
                break
            if last > first and word.follows_pause:
                commas += _DASH if word.follows_dash else 1
            weight = self._telling.get(word.stem, 0.0) if word.is_telling else 0.0
            if weight and word.stem not in counted:
                counted.add(word.stem)
                told += weight
                is_name = is_name and word.has_capital
            needs = needs_clause(words, self._verbs, last)
            if self._verbs[last] and last > verb >= 0 and not (may_follow or missing):
                # The verb of which the clause is only a part: "that she left was denied".
                break
            missing = max(0, missing - self._verbs[last]) + needs
            may_follow = may_have_verb(words, last) or (may_follow and not self._verbs[last])
            may_follow = may_follow and last >= verb
            if last < verb or not counted:
                continue
            crossed = signs[last] - signs[first]
            crossed += crossed % 2 and words[first].opens_quote
            # A quotation is in a label as a whole, or the label in it.
            if crossed % 2 or (crossed and signs[first] % 2):
                continue
            if missing and last + 1 < len(words) and not words[last + 1].is_apart:
                continue
            end = rate_end(last)
            if end is None:
                continue
            rated = value + _TOLD * told / self._most + _END * end
            rated -= _LENGTH * length / LONGEST_LABEL + _COMMA * commas
            rated -= _LONG * (length > LONGEST_LABEL)
            rated += _WHOLE * (first == self._opening and last == len(words) - 1)
            rated -= _TURNED * self._turned[first] + _NAMES * (is_name and verb < 0)
            yield rated - _LONE_WORD * (len(counted) < _FEWEST_TELLING), first, last


def _follows_sign(text: str, start: int, end: int) -> bool:
    """Return whether a mark before a label belongs to it: of a currency, or a quotation's first."""
    if not start:
        return False
    if category(text[start - 1]) == "Sc":
        return True
    is_mark = text[start - 1] in QUOTE_MARKS
    return is_mark and sum(sign in QUOTE_MARKS for sign in text[start:end]) % 2 == 1


def _most_told(sources: Sequence[LabelSource], telling: Mapping[str, float]) -> float:
    """Return the weight of the stretch of a label's length that tells most."""
    most = 0.0
    for source in sources:
        first, told = 0, 0.0
        words = source.worded.words
        for at, word in enumerate(words):
            told += telling.get(word.stem, 0.0)
            while first < at and word.end - words[first].start > LONGEST_LABEL:
                told -= telling.get(words[first].stem, 0.0)
                first += 1
            most = max(most, told)
    return most or 1.0
