"""Two persons in one place of two sentences, or one person spelled in two ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.story.differences.person_pairs import find_name_kind, is_named, state_name
from reader.story.differences.sentence_parts import list_overlapping
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import ComparisonOutcome, compare_values

if TYPE_CHECKING:
    from reader.story.differences.role_pairs import Finding, Side
    from reader.story.differences.sentence_pairs import TextSentence
    from reader.text.values import PersonName

_NEAR_COPY = 0.6
"""Two persons count only in sentences that share so large a part, 0..1, of their words,"""
_COPY = 0.75
"""and two who speak in those that share so large a part: others may say alike of one thing."""
_OPENING_MARKS = ('"', "“", "'", "‘", "«", "„")


def find_names(
    sides: tuple[Side, Side],
    names: tuple[Sequence[PersonName], Sequence[PersonName]],
    shared: float,
) -> Finding | None:
    """Return two persons in one place who aren't one, or one person spelled in two ways.

    Args:
        sides: the sentences, with the gaps between the words that they share.
        names: the persons that their paragraphs name.
        shared: what part of their words they share, 0..1.
    """
    if not names[0] or not names[1]:
        return None
    (here, _), (there, _) = sides
    ours, theirs = (list_overlapping(own, *side) for own, side in zip(names, sides, strict=True))
    for one in ours:
        for other in theirs:
            is_spelling = compare_values(one, other).outcome is ComparisonOutcome.UNKNOWN
            # Two persons are no one person by another name.
            if not is_spelling and len(ours) != len(theirs):
                continue
            if not is_spelling and not _may_be_others((here, one), (there, other), shared):
                continue
            if _has_nickname(here, one) or _has_nickname(there, other):
                continue
            if is_named(one, names[1]) or is_named(other, names[0]):
                continue
            kind = find_name_kind(one, other)
            if kind is not None:
                return kind, state_name(one, here.text), state_name(other, there.text)
    return None


def _may_be_others(
    here: tuple[TextSentence, PersonName], there: tuple[TextSentence, PersonName], shared: float
) -> bool:
    """Return whether two names may be of two persons, of whom the sentences say one thing."""
    speaks = _speaks(*here) or _speaks(*there)
    if shared < (_COPY if speaks else _NEAR_COPY):
        return False
    (sentence, one), (counterpart, other) = here, there
    # A surname may stand alone where nothing shows it to be a person's.
    return one.surname == other.surname or not (
        one.surname.lower() in counterpart.words or other.surname.lower() in sentence.words
    )


def _speaks(sentence: TextSentence, name: PersonName) -> bool:
    """Return whether a verb of saying is next to a name."""
    verbs = load_reporting_verbs().single
    before = sentence.text[sentence.start : name.start].lower().rsplit(None, 1)[-1:]
    after = sentence.text[name.end : sentence.end].lower().split(None, 1)[:1]
    return any(word in verbs for word in (*before, *after))


def _has_nickname(sentence: TextSentence, name: PersonName) -> bool:
    """Return whether a name goes on after a quotation mark: Luis "Jerry" Falk."""
    after = sentence.text[name.end : name.end + 2]
    return after[:1] == " " and after[1:] in _OPENING_MARKS
