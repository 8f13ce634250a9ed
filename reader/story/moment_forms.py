"""The form in which a passage reports a moment: quoted, indirect, as a fact, as a plan.

What is judged is the telling words: those that the passages of other articles have, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.quote import QuoteKind
from reader.story.matrix import MomentForm
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import Modality
from reader.text.values.clause_values import find_clauses
from reader.text.values.value_lists import list_phrases

if TYPE_CHECKING:
    from reader.quotes.quote import Quote
    from reader.story.moment_words import Span, StoryWord, WordedPassage

FORM_RANKS = {form: rank for rank, form in enumerate(MomentForm)}
"""From the form that says most to the one that says least."""

_MOSTLY = 0.5
"""The share of the telling words, 0..1, from which on they are in a quotation, or in a clause."""
_IN_PART = 0.15
"""The same for a quotation in part."""
_IN_PASSING = 0.2
"""A passage mentions a moment where its telling words are a smaller share of its words, 0..1,"""
_OF_FULLEST = 0.5
"""and a smaller part, 0..1, of what this share is in the article that has most of it."""
_MOST_VERBS = 3
"""So many reporting verbs of a sentence are tried."""
_CLOSING = 0.3
"""What follows an attribution that ends a sentence is a smaller part of it, 0..1."""
_PLANS = frozenset((Modality.FUTURE, Modality.PLANNED, Modality.LIKELY))


def judge_form(
    worded: WordedPassage,
    telling: Collection[str],
    quotes: Sequence[Quote],
    fullest: float = 1.0,
) -> MomentForm:
    """Return the form in which a passage reports a moment.

    Args:
        worded: the passage.
        telling: the stems that the other articles' passages of the moment have, too; all of its
            own where no other article reports it.
        quotes: those of its paragraph.
        fullest: the highest share of telling words that an article has.
    """
    words = [word for word in worded.words if word.weight and word.stem in telling]
    total = sum(word.weight for word in words)
    if not total:
        return MomentForm.MENTIONED
    if (quoted := _judge_quotes(words, total, quotes)) is not None:
        return quoted
    text = worded.passage.paragraph.text
    start, end = max(worded.sentences, key=lambda span: _weigh(words, (span,)))
    if any(_weigh(words, (span,)) >= _MOSTLY * total for span in _governed(text, start, end)):
        return MomentForm.INDIRECT
    share = share_told(worded, telling)
    if share < min(_IN_PASSING, _OF_FULLEST * fullest):
        return MomentForm.MENTIONED
    return MomentForm.PLANNED if _is_plan(text[start:end], start, words) else MomentForm.REPORTED


def share_told(worded: WordedPassage, telling: Collection[str]) -> float:
    """Return the share, 0..1, of the weight of a passage that its telling words have."""
    total = sum(word.weight for word in worded.words)
    told = sum(word.weight for word in worded.words if word.stem in telling)
    return told / total if total else 0.0


def _judge_quotes(
    words: Sequence[StoryWord], total: float, quotes: Sequence[Quote]
) -> MomentForm | None:
    """Return the form of what is quoted; None where it is too little."""
    whole: list[Span] = []
    parts: list[Span] = []
    for quote in quotes:
        if quote.passage is None or quote.kind is QuoteKind.TITLE:
            continue
        # A word set off is speech where somebody is said to have said it.
        if quote.kind is not QuoteKind.SCARE or quote.cue is not None:
            spans = whole if quote.kind is QuoteKind.DIRECT else parts
            spans.append((quote.passage.start, quote.passage.end))
    direct = _weigh(words, whole)
    quoted = direct + _weigh(words, parts)
    if quoted >= _MOSTLY * total and 2 * direct >= quoted:
        return MomentForm.QUOTED
    return MomentForm.PARTLY_QUOTED if quoted >= _IN_PART * total else None


def _weigh(words: Sequence[StoryWord], spans: Sequence[Span]) -> float:
    """Return the weight of the words inside some spans."""
    weight = 0.0
    for start, end in spans:
        for word in words:
            if start <= word.start and word.end <= end:
                weight += word.weight
    return weight


def _governed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a sentence that its reporting verbs govern."""
    begin = start
    for _ in range(_MOST_VERBS):
        if not _may_report(text[begin:end]):
            return
        found = read_sentence(text, begin, end)
        if found is None or found.cue is None or found.mention is None:
            return
        cue, (first, last) = found.cue, found.mention
        opening, after = min(first, cue.start), max(last, cue.end)
        is_closing = end - after < _CLOSING * (end - start) and text[start:opening].rstrip()[
            -1:
        ] in (",", "”", '"')
        yield (start, opening) if is_closing else (cue.end, end)
        begin = after


def _may_report(sentence: str) -> bool:
    """Return whether a sentence has a word that reports speech."""
    return not _reporting_words().isdisjoint(sentence.lower().split())


@lru_cache(maxsize=1)
def _reporting_words() -> frozenset[str]:
    verbs = load_reporting_verbs()
    single = (key for key, verb in verbs.single.items() if not (verb.is_weak or verb.is_gerund))
    return frozenset(("according", *single, *(first for first, _ in verbs.double)))


def _is_plan(sentence: str, start: int, words: Sequence[StoryWord]) -> bool:
    """Return whether the clause that has most of the telling words speaks of a plan."""
    if (
        _plan_words().isdisjoint(sentence.lower().replace("’", "'").split())
        and "'ll" not in sentence
    ):
        return False
    clauses = find_clauses(sentence)
    spans = [(start + clause.start, start + clause.end) for clause in clauses]
    best = max(range(len(clauses)), key=lambda at: _weigh(words, (spans[at],)), default=None)
    return best is not None and bool(clauses[best].modalities & _PLANS)


@lru_cache(maxsize=1)
def _plan_words() -> frozenset[str]:
    """Return the words with which the signs of a plan begin."""
    phrases = (list_phrases("clause_words", modality.value) for modality in _PLANS)
    return frozenset(phrase.split()[0] for found in phrases for phrase in found) | {"won't"}
