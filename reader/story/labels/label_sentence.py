"""What the stretches of one sentence are worth as the label of a moment.

A stretch is the whole sentence, or a main clause of it up to a place where one may end. What
somebody says is only labelled with who says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.story.labels.attributions import find_tails
from reader.story.labels.clause_ends import (
    begins_content,
    find_resumed,
    may_have_verb,
    needs_clause,
    rate_clause_end,
)
from reader.story.labels.clause_finding import find_name
from reader.story.labels.finite_verbs import (
    find_finite_verbs,
    grammar_words,
    is_preposition,
    load_grammar,
)
from reader.story.labels.label_sources import LONGEST_LABEL
from reader.story.labels.standalone_clauses import find_main_clauses

if TYPE_CHECKING:
    from reader.story.labels.clause_finding import Clause
    from reader.story.labels.phrase_bounds import PhraseWord

LONGEST_CLAUSE = 150
"""Characters of a clause that is a part of its sentence."""
LONGEST_WHOLE = 400
"""Characters of a sentence that is a label; no article needs more."""

# What counts: how much of the telling words a label has, of what one of its length can have; how
# it ends; and commas in it. Chosen on stories of three outlets, by reading.
_TOLD, _END, _COMMA = 0.8, 0.3, 0.05
_MOST_COMMAS = 3
_MOST_TOLD = 1.2
"""What is told counts up to so much of what a label of common length can tell."""
_LENGTH, _LONG, _MOST_LOST = 0.1, 0.25, 0.7
"""What a label loses for each common length, for each beyond the first, and at most."""
_OPENING = 0.1
"""What a clause gains that begins its sentence."""
_PRONOUN = 0.5
"""What a stretch loses whose subject is a pronoun, without a name."""
_OWNED = 0.25
"""What one loses whose subject is a thing of somebody whom a pronoun names: "her plan"."""
_OWN_PRONOUN = 0.1
"""What a quotation loses by either."""
_SHORT_SUBJECT = 0.05
"""What a clause loses that begins with a name and leaves out the role before it."""
_SPOKEN = 0.5
"""What a sentence of a quotation loses where the moment is not mostly quoted: without its marks it
seems to be the reporter's."""
_LONE_WORD = 0.3
"""What words with fewer telling words than two lose."""
_FEWEST_TELLING = 2
_BEGUN = 0.2
"""What a quotation loses that begins within a sentence."""


class Stretch(NamedTuple):
    """Words of a sentence that may be a label."""

    value: float
    first: int
    last: int


class LabelSentence:
    """Rates the stretches of one sentence that may be a label.

    Args:
        words: of the sentence.
        telling: the weights of the stems that count.
        most: the weight of the stretch that weighs most.
        is_quoted: whether it is a quotation.
        is_spoken: whether it is a part of a quotation, without who says it, among other words.
    """

    def __init__(
        self,
        words: Sequence[PhraseWord],
        telling: Mapping[str, float],
        most: float,
        is_quoted: bool = False,
        is_spoken: bool = False,
    ) -> None:
        self._words = words
        self._telling = telling
        self._most = most
        self._is_quoted = is_quoted
        self._is_spoken = is_spoken
        self._signs = list(accumulate(word.quote_signs for word in words))
        self._verbs = find_finite_verbs(words)
        self._opening = find_opening(words)

    @cached_property
    def _tails(self) -> Mapping[int, int]:
        return find_tails(self._words, self._verbs)

    @cached_property
    def _resumed(self) -> int:
        """The last word with which a clause goes on behind marks, -1 where none does."""
        return find_resumed(self._words, self._verbs, self._tails)

    @cached_property
    def _first_end(self) -> int:
        """The first word with which a clause may end.

        It is not before what says behind a clause who says it, nor before what goes on with it.
        """
        return max([self._resumed, *self._tails.values()])

    def rate(self) -> Iterator[Stretch]:
        """Yield the sentence and the clauses in it that may be a label."""
        if self._is_piece():
            return
        whole = self._rate_whole()
        if whole is not None:
            yield whole
        for clause in find_main_clauses(self._words, self._verbs, self._opening):
            yield from self._rate_clause(clause)

    def _rate_whole(self) -> Stretch | None:
        words, first, last = self._words, self._opening, len(self._words) - 1
        if words[last].end - words[first].start > LONGEST_WHOLE:
            return None
        value = _OPENING + _END
        value -= _BEGUN * (self._is_quoted and not words[0].has_capital)
        verb = next((at for at in range(first, last) if self._verbs[at]), last)
        value -= self._rate_naming(first, verb) + _SPOKEN * self._is_spoken
        return self._rate_words(value, first, last)

    def _rate_clause(self, clause: Clause) -> Iterator[Stretch]:
        words = self._words
        if self._is_spoken or self._signs[clause.first] % 2 == 1:
            return
        if clause.first > self._opening and self._resumed > clause.verb:
            # What seems to be the clause may only describe something.
            return
        value = _OPENING * (clause.first == self._opening)
        value -= self._rate_naming(clause.first, clause.verb)
        name = find_name(words, clause)
        ends = list(self._find_ends(clause))
        for last, end in ends:
            yield self._rate_words(value + _END * end, clause.first, last)
            if name > clause.first:
                yield self._rate_words(value + _END * end - _SHORT_SUBJECT, name, last)

    def _find_ends(self, clause: Clause) -> Iterator[tuple[int, float]]:
        """Yield the words with which a clause may end, with how well it does."""
        words, verbs = self._words, self._verbs
        missing, may_follow = 0, True
        said_by = {at for before, end in self._tails.items() for at in range(before + 1, end + 1)}
        for last in range(clause.first, len(words) - (clause.first == self._opening)):
            word = words[last]
            if word.end - words[clause.first].start > LONGEST_CLAUSE:
                return
            if verbs[last] and last > clause.verb and not (may_follow or missing):
                # The verb of which the clause is only a part: "that she left was denied".
                return
            missing = max(0, missing - verbs[last])
            if needs_clause(words, verbs, last) and last not in said_by:
                # "He said that": both need the same clause.
                missing = max(1, missing) if begins_content(words, last) else missing + 1
            may_follow = may_have_verb(words, last) or (may_follow and not verbs[last])
            if last < clause.verb or missing or last < self._first_end:
                continue
            end = rate_clause_end(words, verbs, last)
            if end is not None and not self._cuts_quotation(clause.first, last):
                yield last, end

    def _rate_words(self, value: float, first: int, last: int) -> Stretch:
        """Return words with what they are worth.

        Args:
            value: what their beginning and end are worth.
            first: the position of the first word.
            last: that of the last one.
        """
        words = self._words[first : last + 1]
        told = {word.stem: self._telling.get(word.stem, 0.0) for word in words if word.is_telling}
        counted = [weight for weight in told.values() if weight]
        value += _TOLD * min(_MOST_TOLD, sum(counted) / self._most)
        value -= _LONE_WORD * (len(counted) < _FEWEST_TELLING) + _rate_length(words)
        value -= _COMMA * min(_MOST_COMMAS, sum(word.follows_pause for word in words[1:]))
        return Stretch(value, first, last)

    def _is_piece(self) -> bool:
        """Return whether all the words are a quoted piece of a sentence: "leaving it now"."""
        if not self._is_quoted:
            return False
        opening, grammar = self._words[self._opening], load_grammar()
        key = opening.key
        is_participle = key.endswith(("ing", "ed")) and not opening.has_capital
        is_joined = key in grammar.conjunctions and not (key == "that" and opening.has_capital)
        if is_participle or is_joined or is_preposition(opening) or key == "to":
            rest = range(self._opening + 1, len(self._words))
            return not any(self._words[at].follows_pause and any(self._verbs[at:]) for at in rest)
        # What begins with a capital is a sentence: "Has the ferry sunk?", "Raise it."
        is_verb = key in grammar.present or key in grammar.auxiliaries or True not in self._verbs
        return is_verb and not opening.has_capital

    def _rate_naming(self, first: int, verb: int) -> float:
        """Return what words lose whose subject, up to a verb, names nobody."""
        words = self._words
        subject = words[first : verb + 1]
        if any(word.has_capital and word.is_telling for word in subject[1:]):
            return 0.0
        if any(map(_is_pronoun, subject)) and not any(map(_names, subject[:-1])):
            return _OWN_PRONOUN if self._is_quoted else _PRONOUN
        is_owned = any(word.key in grammar_words("owners") for word in subject)
        return (_OWN_PRONOUN if self._is_quoted else _OWNED) * is_owned

    def _cuts_quotation(self, first: int, last: int) -> bool:
        """Return whether words have only a part of a quotation and more beside it."""
        crossed = self._signs[last] - self._signs[first]
        following = self._words[last + 1] if last + 1 < len(self._words) else None
        if following is None:
            # The mark behind the sentence is not known here.
            return False
        return (crossed + (following.quote_signs > 0 and not following.opens_quote)) % 2 == 1


def _names(word: PhraseWord) -> bool:
    """Return whether a word of a subject says who or what it is."""
    return word.is_telling and not word.key.endswith("ly")


def _rate_length(words: Sequence[PhraseWord]) -> float:
    """Return what a label of so many words loses."""
    lengths = (words[-1].end - words[0].start) / LONGEST_LABEL
    return min(_MOST_LOST, _LENGTH * lengths + _LONG * max(0.0, lengths - 1))


def _joins_sentence(words: Sequence[PhraseWord]) -> bool:
    """Return whether a word and a comma join a sentence to the one before it: "However,"."""
    return not words[0].is_telling and words[1].follows_pause and not words[1].is_apart


def find_opening(words: Sequence[PhraseWord]) -> int:
    """Return the position of the first word that does not join a sentence to the one before it."""
    return int(len(words) > 1 and (words[0].joins or _joins_sentence(words)))


def _is_pronoun(subject: PhraseWord) -> bool:
    return subject.key in grammar_words("naming nothing") or subject.is_contraction
