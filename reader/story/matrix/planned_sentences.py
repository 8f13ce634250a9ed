"""Whether an English sentence is about something to come: what the verb of its main clause says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.linking.main_clauses import find_background
from reader.story.labels.finite_verbs import find_finite_verbs, grammar_words, load_grammar
from reader.story.labels.phrase_bounds import PhraseWord
from reader.text.values import Modality
from reader.text.values.clause_values import find_clauses
from reader.text.values.value_lists import list_phrases
from reader.text.words import split_words

if TYPE_CHECKING:
    from reader.story.moment_words import Span, WordedPassage

_PLANS = frozenset((Modality.FUTURE, Modality.PLANNED, Modality.LIKELY))
_KINDS = frozenset(modality.value for modality in _PLANS)
_GROUP = frozenset(("is", "are", "am", "was", "were", "be", "been", "being", "has", "have", "had"))
"""Auxiliaries before the sign of a plan: "is set to", "has agreed to"."""
_RELATIVE = frozenset(("who", "whom", "whose"))
_ADVERBS = frozenset(("then", "once"))
"""Words that open no clause wherever they stand in a main clause: "will then"."""
_EXPECTED = ("is expected", "are expected")


def find_planned(worded: WordedPassage, sentence: Span) -> list[Span]:
    """Return the parts of a sentence that state what is to come; none where its main verb does not.

    These are its main clause: the background may have happened.

    Args:
        worded: the passage with its words.
        sentence: the offsets of the sentence in its paragraph.
    """
    start, end = sentence
    text = worded.passage.paragraph.text[start:end]
    signs = list(_find_signs(text)) if _may_plan(text) else []
    if not signs:
        return []
    background = sorted(find_background(text))
    words = [
        word
        for word in _read_words(worded, sentence)
        if not any(first <= word.start - start < last for first, last in background)
    ]
    if not _is_main_verb(words, [start + sign for sign in signs]):
        return []
    return [(start + first, start + last) for first, last in _leave_out(background, len(text))]


def _leave_out(spans: Sequence[Span], end: int) -> Iterator[Span]:
    """Yield what is left of a text, up to `end`, without some spans in order."""
    begin = 0
    for first, last in spans:
        if begin < first:
            yield begin, first
        begin = max(begin, last)
    if begin < end:
        yield begin, end


def _is_main_verb(words: Sequence[PhraseWord], signs: Sequence[int]) -> bool:
    """Return whether the first verb that belongs to no other clause is a sign of a plan.

    Args:
        words: those of the main clause.
        signs: the offsets at which a sign of a plan begins.
    """
    finite = find_finite_verbs(words)
    open_clauses = 0
    conjunctions = (load_grammar().conjunctions | _RELATIVE) - _ADVERBS
    for at, word in enumerate(words):
        is_sign = any(word.start <= sign < word.end for sign in signs) and not _is_noun(words, at)
        if word.key in conjunctions:
            open_clauses += 1
        elif finite[at] or is_sign:
            if not open_clauses:
                return is_sign or _governs_sign(words, at, signs)
            open_clauses -= 1
    return False


def _is_noun(words: Sequence[PhraseWord], at: int) -> bool:
    """Return whether a word is a noun after its article, owner or preposition: "her plans to"."""
    before = words[at - 1] if at else None
    return before is not None and (
        before.is_possessive
        or before.key in grammar_words("before nouns")
        or before.key in load_grammar().prepositions
    )


def _governs_sign(words: Sequence[PhraseWord], verb: int, signs: Sequence[int]) -> bool:
    """Return whether only auxiliaries and adverbs are between a verb and a sign of a plan."""
    if words[verb].key not in _GROUP:
        return False
    adverbs = load_grammar().adverbs
    for word in words[verb + 1 :]:
        if any(word.start <= sign < word.end for sign in signs):
            return True
        if word.key not in _GROUP and word.key not in adverbs and not word.key.endswith("ly"):
            return False
    return False


def _find_signs(sentence: str) -> Iterator[int]:
    """Yield where a sign of a plan begins; what is merely likely may be so already."""
    for clause in find_clauses(sentence):
        for marker in clause.markers:
            words = sentence[marker.start : marker.end].lower()
            goes_on = words.endswith(" to") or words in _EXPECTED
            goes_on = goes_on or sentence[marker.end :].lower().startswith(" to ")
            if marker.kind in _KINDS and (goes_on or marker.kind != Modality.LIKELY.value):
                yield marker.start


def _read_words(worded: WordedPassage, sentence: Span) -> list[PhraseWord]:
    start, end = sentence
    text = worded.passage.paragraph.text
    words: list[PhraseWord] = []
    before = start
    for word in worded.words:
        if start <= word.start < end:
            words.append(PhraseWord.read(text, before, word))
            before = word.end
    return words


def _may_plan(sentence: str) -> bool:
    words = split_words(sentence.lower().replace("’", "'"))
    return any(word in _plan_words() or word.endswith("'ll") for word in words)


@lru_cache(maxsize=1)
def _plan_words() -> frozenset[str]:
    """Return the words with which the signs of a plan begin."""
    phrases = (list_phrases("clause_words", modality.value) for modality in _PLANS)
    return frozenset(phrase.split()[0] for found in phrases for phrase in found) | {"won't"}
