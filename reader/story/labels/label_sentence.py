"""What the stretches of one sentence are worth as the label of a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, zip_longest
from math import inf
from typing import TYPE_CHECKING

from reader.story.labels.attributions import find_tails, introduces, is_reported
from reader.story.labels.clause_ends import may_have_verb, needs_clause, rate_clause_end
from reader.story.labels.clause_finding import find_clauses, find_name
from reader.story.labels.finite_verbs import (
    begins_with_verb,
    find_finite_verbs,
    grammar_words,
    is_preposition,
    load_grammar,
)
from reader.story.labels.label_sources import LONGEST_LABEL
from reader.story.labels.phrase_bounds import rate_ends, rate_starts, reports_speech, turn_round

if TYPE_CHECKING:
    from reader.story.labels.clause_finding import Clause
    from reader.story.labels.phrase_bounds import PhraseWord

LONGEST_CLAUSE = 90
"""Characters of a clause that can't be cut before."""
LONGEST_NAMING = 120
"""Characters of one that says before who says it."""

# What counts: how much of the telling words a label has, of what one of its length can have; how
# it ends; and commas in it. Chosen on stories of three outlets, by reading.
_TOLD, _END, _COMMA = 0.8, 0.45, 0.1
_DASH = 4
"""Commas that one dash counts as."""
_LENGTH = 0.1
_LONG = 0.6
"""What a label loses that is longer than most, for each length of one more."""
_WHOLE = 0.2
"""What a whole sentence gains."""
_OPENING = 0.15
"""What a clause gains that begins its sentence."""
_SAYING = 0.35
"""What a clause loses whose verb reports speech: what is said is the news, not that it is said."""
_PRONOUN = 0.7
"""What a clause loses whose subject is a pronoun."""
_OWNED = 0.35
"""What one loses whose subject is a thing of somebody whom a pronoun names: "her plan"."""
_CONDITIONAL = 0.6
"""What one loses that says what would be, in a sentence with a condition."""
_WOULD = frozenset(("would", "could", "might", "wouldnt", "couldnt", "mightnt"))
_UNATTRIBUTED = 0.3
"""What a clause loses that somebody says who is not in the label."""
_OWN_PRONOUN = 0.15
"""The same in a quotation."""
_NAMING = 0.05
"""What a clause loses whose verb reports what follows in the label."""
_SHORT_SUBJECT = 0.05
"""What a clause loses that begins with a name and leaves out the role before it."""
_SPOKEN = 0.5
"""What a clause of a quotation loses where the moment is not mostly quoted: without its marks it
seems to be the reporter's."""
_SUBORDINATE = 0.5
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
_PIECE = 1.0
"""What a quotation loses that is a piece of a sentence."""
_ORDERS = frozenset(("do", "dont"))
"""Auxiliaries with which a sentence without a subject begins."""
_NO_CLAUSE = 1.0
"""What words lose that are no clause."""
_LEAST_VALUE = 0.0
"""What a clause needs of which one does not know who is spoken of or who speaks; below it the
words with which the passage begins say more."""
_START, _NAMES = 0.3, 0.25
"""In words that are no clause: how they begin, and what they lose whose telling words are names."""


class LabelSentence:
    """Rates the stretches of one sentence that may be a label.

    Args:
        words: of the sentence.
        telling: the weights of the stems that count.
        most: the weight of the stretch that weighs most.
        is_english: whether its clauses can be found.
        is_closed: whether a mark that ends a quotation follows its last word.
        is_quoted: whether it is a quotation.
    """

    def __init__(
        self,
        words: Sequence[PhraseWord],
        telling: Mapping[str, float],
        most: float,
        is_english: bool,
        is_closed: bool = False,
        is_quoted: bool = False,
    ) -> None:
        self._words = words
        self._telling = telling
        self._most = most
        self._turned = turn_round(words)
        self._signs = list(accumulate(word.quote_signs for word in words))
        self._is_english = is_english
        self._is_closed = is_closed
        self._is_quoted = is_quoted
        self._clause_ends: dict[int, float | None] = {}
        self._verbs = find_finite_verbs(words) if is_english else [False] * len(words)
        self._tails = find_tails(words, self._verbs) if is_english else {}
        self._opening = find_opening(words)

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
            value = _OPENING - _PIECE * self._is_piece()
            if not self._is_quoted:
                value -= self._rate_naming(words[self._opening])
            yield from self._rate_from(self._opening, -1, self._rate_whole, value)
        clauses = list(find_clauses(words, self._verbs))
        for clause, following in zip_longest(clauses, clauses[1:]):
            verb, longest, value = clause.verb, LONGEST_CLAUSE, self._rate_subject(clause)
            if reports_speech(words[verb]):
                if following is not None and self._names(clause, following):
                    verb, longest = following.verb, LONGEST_NAMING
                    value -= _NAMING + _CONDITIONAL * self._lacks_condition(following)
                else:
                    value -= _SAYING
            least = _LEAST_VALUE if self._is_unclear(clause) else -inf
            name = find_name(words, clause)
            starts = ((clause.first, value), (name, value - _SHORT_SUBJECT))
            for first, worth in starts[: 1 + (name > clause.first)]:
                rated = self._rate_from(first, verb, self._rate_clause_end, worth, longest)
                yield from (each for each in rated if each[0] >= least)

    def _is_piece(self) -> bool:
        """Return whether all the words are a quoted piece of a sentence: "leaving it now"."""
        if not (self._is_quoted and self._is_english):
            return False
        opening, grammar = self._words[self._opening].key, load_grammar()
        lacks_subject = opening in grammar.present or opening in grammar.auxiliaries - _ORDERS
        is_dependent = opening.endswith("ing") or opening in grammar.conjunctions
        if is_dependent or is_preposition(self._words[self._opening]):
            rest = range(self._opening + 1, len(self._words))
            return not any(self._words[at].follows_pause and any(self._verbs[at:]) for at in rest)
        return lacks_subject

    def _rate_subject(self, clause: Clause) -> float:
        """Return what a clause is worth by its subject and its place in the sentence."""
        subject = self._words[clause.first]
        value = _OPENING * (clause.first == self._opening)
        value -= _SUBORDINATE * clause.is_subordinate + _ADVERBIAL * is_preposition(subject)
        value -= _SPOKEN * self._is_spoken(clause)
        value -= _CONDITIONAL * self._lacks_condition(clause)
        value -= _UNATTRIBUTED * (not self._is_quoted and is_reported(self._words, clause))
        return value - self._rate_naming(subject)

    def _rate_naming(self, subject: PhraseWord) -> float:
        """Return what a clause loses by a subject, of that its first word, which names nobody."""
        if _is_pronoun(subject):
            return _OWN_PRONOUN if self._is_quoted else _PRONOUN
        return _OWNED * (subject.key in grammar_words("owners"))

    def _is_spoken(self, clause: Clause) -> bool:
        """Return whether a clause is between quotation marks, in words that are no quotation."""
        return not self._is_quoted and self._signs[clause.first] % 2 == 1

    def _lacks_condition(self, clause: Clause) -> bool:
        """Return whether a clause states what would be if something else were."""
        words = self._words
        is_would = any(word.key in _WOULD for word in words[clause.first : clause.verb + 1])
        others = [*words[: clause.first], *words[clause.verb :]]
        return is_would and any(word.key in ("if", "unless") for word in others)

    def _is_unclear(self, clause: Clause) -> bool:
        """Return whether a clause, none of a quotation, names no subject or no speaker."""
        is_nameless = _is_pronoun(self._words[clause.first])
        return self._is_spoken(clause) or (is_nameless and not self._is_quoted)

    def rate_opening(self) -> Iterator[tuple[float, int, int]]:
        """Yield the value of the clause with which the sentence begins, likewise, if it names."""
        for clause in find_clauses(self._words, self._verbs):
            first = clause.first
            if first == self._opening and not _is_pronoun(self._words[first]):
                yield from self._rate_from(first, clause.verb, self._rate_clause_end, 0.0)

    def _closes_quote(self, last: int) -> bool:
        """Return whether the mark after a word ends a quotation."""
        if last + 1 == len(self._words):
            return self._is_closed
        following = self._words[last + 1]
        return following.quote_signs > 0 and not following.opens_quote

    def _names(self, clause: Clause, said: Clause) -> bool:
        """Return whether a named speaker says what follows, in no quotation."""
        words = self._words
        return (
            not self._is_quoted
            and not _is_pronoun(words[clause.first])
            and introduces(words, clause.verb, said.first)
        )

    def rate_beginnings(self) -> Iterator[tuple[float, int, int]]:
        """Yield the value of what the sentence begins with, likewise: a quotation labels itself."""
        opening = self._words[self._opening].key
        if is_preposition(self._words[self._opening]) and True not in self._verbs:
            # "To beat the office for it" is a piece of a sentence.
            return
        is_dependent = opening.endswith("ing") or opening in load_grammar().conjunctions
        rate_end = self._rate_clause_end if self._is_english else self._rate_phrase_end
        for value, first, last in self._rate_from(self._opening, -1, rate_end, 0.0):
            has_verb = True in self._verbs[first : last + 1] or begins_with_verb(self._words, first)
            yield value - _BEGINNING * (1 + is_dependent + (not has_verb)), first, last

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
        self,
        first: int,
        verb: int,
        rate_end: Callable[[int], float | None],
        value: float,
        longest: int = LONGEST_CLAUSE,
    ) -> Iterator[tuple[float, int, int]]:
        """Yield the value of the words from one on, up to every end after the verb.

        Args:
            first: the position of the word.
            verb: that of the verb; -1 where there is none.
            rate_end: returns how well a label ends after a word; None where it can't.
            value: what does not depend on the end.
            longest: the most characters.
        """
        words = self._words
        told, commas = 0.0, 0.0
        counted: set[str] = set()
        is_name, missing, may_follow = True, 0, True
        begin = words[first].start
        for last in range(first, len(words)):
            word = words[last]
            length = word.end - begin
            if length > longest or (last > first and word.is_apart):
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
            is_last = last + 1 == len(words) or words[last + 1].is_apart
            end = None if missing and not is_last else rate_end(last)
            if end is None or self._cuts_quotation(first, last):
                continue
            rated = value + _TOLD * told / self._most + _END * end - _COMMA * commas
            rated -= _rate_length(length)
            rated += _WHOLE * (first == self._opening and last == len(words) - 1)
            rated -= _TURNED * self._turned[first] + _NAMES * (is_name and verb < 0)
            rated -= _LONE_WORD * (len(counted) < _FEWEST_TELLING)
            yield self._attribute(rated, first, last)

    def _cuts_quotation(self, first: int, last: int) -> bool:
        """Return whether words have only a part of a quotation and more beside it."""
        signs = self._signs
        crossed = signs[last] - signs[first]
        crossed += crossed % 2 and (self._words[first].opens_quote or self._closes_quote(last))
        return crossed % 2 == 1 or (crossed > 0 and signs[first] % 2 == 1)

    def _attribute(self, value: float, first: int, last: int) -> tuple[float, int, int]:
        """Return rated words with the attribution that follows them, where there is room."""
        tail = None if self._is_quoted else self._tails.get(last)
        if tail is None:
            return value, first, last
        if self._words[tail].end - self._words[first].start <= LONGEST_NAMING:
            return value, first, tail
        return value - _UNATTRIBUTED, first, last


def _rate_length(length: int) -> float:
    """Return what a label of so many characters loses."""
    lengths = length / LONGEST_LABEL
    return _LENGTH * lengths + _LONG * max(0.0, lengths - 1)


def _joins_sentence(words: Sequence[PhraseWord]) -> bool:
    """Return whether a word and a comma join a sentence to the one before it: "However,"."""
    return not words[0].is_telling and words[1].follows_pause and not words[1].is_apart


def find_opening(words: Sequence[PhraseWord]) -> int:
    """Return the position of the first word that does not join a sentence to the one before it."""
    return int(len(words) > 1 and (words[0].joins or _joins_sentence(words)))


def begins_with_pronoun(words: Sequence[PhraseWord]) -> bool:
    """Return whether a pronoun is the first word of a sentence or the one behind its comma."""
    opening = find_opening(words)
    starts = [at for at, word in enumerate(words) if at == opening or word.follows_pause][:2]
    return any(_is_pronoun(words[at]) for at in starts)


def _is_pronoun(subject: PhraseWord) -> bool:
    return subject.key in grammar_words("naming nothing") or subject.is_contraction
