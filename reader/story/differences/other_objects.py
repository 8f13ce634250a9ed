"""Words beside a value that only one of two sentences has, and that tell them to be of two things.

"Won the district by 11 points" and "won the state by 20 points" share their verb,
"water levels" and "oxygen levels" their noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.story.differences.value_surroundings import is_past

if TYPE_CHECKING:
    from reader.story.differences.measured_values import MeasuredValue
    from reader.story.differences.sentence_pairs import TextSentence

_REACH = 5
"""Words before a figure in which the shared word before it is looked for."""


def have_other_objects(here: TextSentence, at: int, there: TextSentence, other_at: int) -> bool:
    """Return whether each of two figures has a word of its own between it and the shared one.

    Args:
        here: a sentence.
        at: the position of a figure in it.
        there: another sentence.
        other_at: that of a figure in that.
    """
    return _has_own_word(here, at, there) and _has_own_word(there, other_at, here)


def have_other_modifiers(one: MeasuredValue, other: MeasuredValue) -> bool:
    """Return whether a noun near both values stands after another word of weight in each.

    Args:
        one: a value of one sentence.
        other: a value of another one.
    """
    shared = one.near & other.near
    modifiers = (
        _list_modifiers(one.sentence, other.sentence, shared),
        _list_modifiers(other.sentence, one.sentence, shared),
    )
    return not modifiers[0].keys().isdisjoint(modifiers[1])


def _has_own_word(sentence: TextSentence, at: int, other: TextSentence) -> bool:
    # Right before a figure stands a verb or adjective: "receives $4 million", "worth $4 million".
    if at and not sentence.tokens[at - 1].is_common:
        return False
    keys, is_own = set(other.keys), False
    for position in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = sentence.tokens[position]
        if "," in sentence.text[token.end : sentence.tokens[position + 1].start]:
            return False
        if token.value is not None or token.is_common:
            continue
        if token.key in keys:
            return is_own
        is_own = True
    return False


def _list_modifiers(
    sentence: TextSentence, other: TextSentence, shared: frozenset[str]
) -> dict[str, str]:
    """Return the words before shared ones that the other sentence does not have, by these."""
    found: dict[str, str] = {}
    keys = set(other.keys)
    for position in range(1, len(sentence.tokens)):
        token, before = sentence.tokens[position], sentence.tokens[position - 1]
        if token.key not in shared or before.is_common or before.value is not None:
            continue
        is_name = sentence.text[before.start].isupper() and position > 1
        is_next = sentence.text[before.end : token.start] == " "
        is_verb = is_past(sentence.words[position - 1])
        if is_next and not is_name and not is_verb and before.key not in keys:
            found[token.key] = before.key
    return found
