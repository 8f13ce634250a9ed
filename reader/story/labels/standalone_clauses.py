"""The main clauses of an English sentence that may stand without what is before them.

Before such a clause is nothing, an introduction that ends with a comma ("On Monday, …"), or another
main clause that nobody is said to say. Words after a comma that only describe a noun, and what
somebody says, are no clauses that may stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.story.labels.clause_ends import begins_content
from reader.story.labels.clause_finding import REPORTING_PARTICIPLES, Clause, find_clauses
from reader.story.labels.finite_verbs import grammar_words, is_preposition, load_grammar
from reader.story.labels.phrase_bounds import RELATIVE, reports_speech

if TYPE_CHECKING:
    from reader.story.labels.phrase_bounds import PhraseWord

_CONDITIONS = frozenset(("if", "unless", "until", "whether"))
"""Words without whose clause the main clause would say more than its sentence."""
_FURTHEST = 400
"""At most so many characters before a clause are its introduction."""
_SHORTEST_PARTICIPLE = 5
"""Letters of a word on "-ed" or "-ing" that may be no noun."""


def find_main_clauses(
    words: Sequence[PhraseWord], verbs: Sequence[bool], opening: int
) -> Iterator[Clause]:
    """Yield the clauses that say what their sentence says.

    Args:
        words: of a sentence.
        verbs: what `find_finite_verbs` returns for them.
        opening: the position of the first word that does not join the sentence to another.
    """
    main: Clause | None = None
    for clause in find_clauses(words, verbs):
        if words[clause.first].start - words[opening].start > _FURTHEST:
            return
        if clause.is_subordinate or (
            clause.first > opening and is_preposition(words[clause.first])
        ):
            continue
        if clause.first == opening:
            is_main = True
        elif main is None:
            is_main = words[clause.first].follows_pause and _is_introduced(
                words, opening, clause.first
            )
        else:
            is_main = _is_second(words, main, clause.first)
        if is_main:
            main = main or clause
            yield clause


def _is_introduced(words: Sequence[PhraseWord], opening: int, first: int) -> bool:
    """Return whether all that is before a clause only introduces it."""
    before = words[opening:first]
    if before[0].key in ("of", "among"):
        # "Of the ten pumps, six are broken."
        return False
    if any(word.quote_signs or word.key in _CONDITIONS for word in [*before, words[first]]):
        return False
    starts = [at for at in range(opening, first) if at == opening or words[at].follows_pause]
    for at, end in zip(starts, [*starts[1:], first], strict=True):
        is_clause = words[at].key in load_grammar().conjunctions and words[at].key != "as"
        if not is_clause and any(map(_reports, words[at:end])):
            # "According to divers, the ferry sank.", "As divers said, …"
            return False
        if not (is_clause or _introduces(words[at])):
            return False
    return True


def _introduces(word: PhraseWord) -> bool:
    """Return whether a word begins a phrase or a clause that is a part of the main clause."""
    is_participle = word.key.endswith(("ing", "ed")) and len(word.key) > _SHORTEST_PARTICIPLE
    is_adverb = word.key.endswith("ly") and not word.is_possessive
    return (
        is_preposition(word)
        or is_participle
        or is_adverb
        or word.key in load_grammar().conjunctions
        or word.key in RELATIVE
        or word.key in grammar_words("days")
        or word.key in ("to", "still", "now", "then", "later", "meanwhile")
    )


def _is_second(words: Sequence[PhraseWord], main: Clause, first: int) -> bool:
    """Return whether a clause is joined to the main clause and is not what somebody says."""
    before = range(main.first, first)
    if any(_reports(words[at]) or begins_content(words, at) for at in before):
        return False
    if any(word.quote_signs for word in words[main.verb : first + 1]):
        return False
    if words[first].is_apart:
        return True
    is_joined = words[first - 1].joins or words[first].joins
    return is_joined and (words[first - 1].follows_pause or words[first].follows_pause)


def _reports(word: PhraseWord) -> bool:
    """Return whether around a word may be what somebody says or what is a condition."""
    if word.key in REPORTING_PARTICIPLES or word.key in _CONDITIONS or word.key == "according":
        return True
    return reports_speech(word)
