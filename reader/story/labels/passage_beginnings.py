"""The words with which a passage begins, which label it where no clause states what is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.story.differences.difference import COMPARED_LANGUAGES
from reader.story.labels.clause_ends import needs_clause, rate_clause_end
from reader.story.labels.finite_verbs import find_finite_verbs
from reader.story.labels.label_marks import is_whole, skip_dateline
from reader.story.labels.label_sentence import LabelSentence, begins_with_pronoun, find_opening
from reader.story.labels.label_sources import (
    LONGEST_LABEL,
    MOST_PASSAGES,
    LabelSource,
    find_most_told,
    split_words,
)
from reader.story.labels.phrase_bounds import rate_ends
from reader.text.values.value_lists import list_words

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.story.moment_words import StoryWord, WordedPassage

_LONGEST_BEGINNING = 75
"""Characters of what is no clause."""
LONGEST_WHOLE = 130
"""Characters of what has its verb only then."""
_LEAST_END = 0.3
"""How well a phrase behind a verb ends at least."""
_NO_END = -1.0
_BEGINNINGS = ((0.9, 0.6), (0.5, 0.65), (_NO_END, 0.5))
"""How well a phrase that was begun with ends at least, where so large a share, 0..1, is left."""


def first_words(*passages: WordedPassage) -> Passage:
    """Return the words with which one of some passages begins, as many as a label may have.

    They are a clause where one begins with it. Else they end with a telling word where there is
    one; what is longer and no word is cut.
    """
    for find in (_opening_clause, partial(_cut_behind_verb, is_named=True), _cut_behind_verb):
        for worded in passages[:MOST_PASSAGES]:
            if (found := find(worded)) is not None:
                return found
    return _whole_sentence(passages[0]) or _cut_words(passages[0])


def _opening_clause(worded: WordedPassage) -> Passage | None:
    """Return the clause with a named subject with which a passage begins."""
    passage = worded.passage
    if passage.article.language not in COMPARED_LANGUAGES:
        return None
    telling = {word.stem: word.weight for word in worded.words if word.weight}
    source = LabelSource(worded, [(passage.start, passage.end)])
    words = next(split_words(source), None)
    if words is None:
        return None
    rated = LabelSentence(words, telling, find_most_told([source], telling), True).rate_opening()
    best = max(rated, default=None)
    return best and replace(passage, start=words[best[1]].start, end=words[best[2]].end)


def _cut_behind_verb(worded: WordedPassage, is_named: bool = False) -> Passage | None:
    """Return the words up to the end of a phrase behind the first verb, where it is near.

    Args:
        worded: the passage.
        is_named: whether the passage has to begin with something that names.
    """
    passage = worded.passage
    source = LabelSource(worded, [(passage.start, passage.end)])
    if passage.article.language not in COMPARED_LANGUAGES:
        return None
    text = passage.paragraph.text
    words = next(split_words(source), [])
    if is_named and words and begins_with_pronoun(words):
        return None
    verbs, missing, best = find_finite_verbs(words), 1, None
    start = words[find_opening(words)].start if words else passage.start
    for at, word in enumerate(words):
        if word.end - start > LONGEST_WHOLE:
            break
        missing = max(0, missing - verbs[at]) + needs_clause(words, verbs, at)
        if missing or verbs[at] or (rate_clause_end(words, verbs, at) or 0) < _LEAST_END:
            continue
        if is_whole(text[start : word.end]):
            if best is not None and word.end - start > _LONGEST_BEGINNING:
                break
            best = word.end
    return None if best is None else replace(passage, start=start, end=best)


def _whole_sentence(worded: WordedPassage) -> Passage | None:
    """Return the first sentence of a passage, without its last sign, where it is short."""
    passage = worded.passage
    if passage.article.language not in COMPARED_LANGUAGES:
        return None
    words = next(split_words(LabelSource(worded, [(passage.start, passage.end)])), [])
    if not words or True not in find_finite_verbs(words):
        return None
    start, end = words[find_opening(words)].start, words[-1].end
    is_short = end - start <= LONGEST_WHOLE and is_whole(passage.paragraph.text[start:end])
    return replace(passage, start=start, end=end) if is_short else None


def _cut_words(worded: WordedPassage) -> Passage:
    """Return the words with which a passage begins, where no clause is known."""
    passage = worded.passage
    source = LabelSource(worded, [(passage.start, passage.end)])
    if not worded.words:
        return replace(passage, end=min(passage.end, passage.start + LONGEST_LABEL))
    start = skip_dateline(passage.paragraph.text, worded.words[0].start, passage.end)
    is_english = passage.article.language in COMPARED_LANGUAGES
    if is_english and (words := next(split_words(source), None)):
        start = words[find_opening(words)].start
    last = start + (_LONGEST_BEGINNING if is_english else LONGEST_LABEL)
    within = [word for word in worded.words if start <= word.start and word.end <= last]
    text = passage.paragraph.text
    telling = [word for word in within if word.weight > 0 and not _is_title(text, word)]
    ends = [word.end for word in telling[1:] or within] or [start + LONGEST_LABEL]
    # A quotation that goes on behind the label is left out where enough is before it,
    whole = [end for end in ends if is_whole(text[start:end])]
    # and so is a phrase.
    phrases = _find_phrase_ends(worded) if is_english else {}
    for least, share in _BEGINNINGS:
        chosen = [end for end in whole if phrases.get(end, _NO_END) >= least]
        if chosen and chosen[-1] - start >= share * (ends[-1] - start):
            return replace(passage, start=start, end=chosen[-1])
    return replace(passage, start=start, end=ends[-1])


def _is_title(text: str, word: StoryWord) -> bool:
    """Return whether a word is a shortened title before a name: "Ms."."""
    return text.startswith(".", word.end) and word.key in list_words("person_titles", "any")


def _find_phrase_ends(worded: WordedPassage) -> Mapping[int, float]:
    """Return how well a phrase ends after the words after which one may."""
    source = LabelSource(worded, [(worded.passage.start, worded.passage.end)])
    return {
        word.end: rated
        for words in split_words(source)
        for word, rated in zip(words, rate_ends(words), strict=True)
        if rated is not None
    }
