"""What a figure is made of and over what span, as far as the words beside it tell.

"$400 billion in savings" and "$580 billion in revenue" are two sums; so are the change of a thing
and its level ("cuts of $85 billion", "shrinks to $845 billion"), and what is paid over ten years
and what is paid once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.values import MoneyValue, NumberValue

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence

_MOST_CONTENTS = 3
"""Words after "in" that tell what a sum is made of."""
_BEFORE_CONTENTS = frozenset({"new", "more", "total", "additional", "extra", "annual"})
_CHANGES = frozenset(
    {
        *("cut", "cuts", "cutting", "reduction", "reductions", "reduce", "reduced", "reducing"),
        *("increase", "increases", "increased", "saving", "savings", "hike", "hikes"),
        *("rise", "rises", "rose", "risen", "raise", "raised", "drop", "drops", "dropped"),
        *("fall", "falls", "fell", "decline", "declines", "declined", "shrink", "shrinks"),
        *("up", "down", "more", "less", "fewer", "lower", "higher", "add", "adds", "added"),
        *("jump", "jumped", "climbed", "surged", "plunged", "slash", "slashed", "trim", "trimmed"),
        *("shrank", "grow", "grows", "grew", "growth", "gain", "gains", "decrease", "decreased"),
    }
)
_CHANGE_REACH = 4
"""Words before a figure in which the change stands that it measures."""
_NEAR = 8
"""Words on each side of a figure in which any change may be told."""
_SPAN_REACH = 8
"""Words after a sum in which its span stands: "in revenue over 10 years"."""
_BEFORE_SPANS = frozenset({"over", "within", "during", "next", "coming", "per"})
_SPANS = frozenset({"year", "years", "month", "months", "decade", "decades"})

_AGREEMENTS = frozenset({"contract", "contracts", "deal", "deals", "agreement", "agreements"})
_AGREEMENT_REACH = 8
"""Words before a sum in which the agreement stands that is worth it."""


def are_other_sums(here: TextSentence, at: int, there: TextSentence, other_at: int) -> bool:
    """Return whether the words beside two figures tell that they are of two things.

    Args:
        here: a sentence.
        at: the position of a figure in it.
        there: another sentence.
        other_at: that of a figure in that.
    """
    if _is_change(here, at) and _is_level(there, other_at):
        return True
    if _is_level(here, at) and _is_change(there, other_at):
        return True
    if not isinstance(here.tokens[at].value, MoneyValue):
        return False
    if is_worth(here, at) != is_worth(there, other_at):
        return True
    contents = _list_contents(here, at), _list_contents(there, other_at)
    if all(contents) and not contents[0] & contents[1]:
        return True
    spans = _has_span(here, at), _has_span(there, other_at)
    return spans[0] != spans[1] and bool(contents[0] or contents[1])


def is_worth(sentence: TextSentence, at: int) -> bool:
    """Return whether a sum is what things are worth: "$80,000 worth of pumps", "worth $80,000".

    What an agreement is worth is paid, and so is a sum a year: both may be compared with money.
    """
    words, value = sentence.words, sentence.tokens[at].value
    if words[at + 1 : at + 2] == ("worth",) or words[max(0, at - 2) : at] == ("valued", "at"):
        return True
    if words[max(0, at - 1) : at] != ("worth",):
        return False
    is_paid = isinstance(value, NumberValue) and bool(value.rate)
    return not is_paid and _AGREEMENTS.isdisjoint(words[max(0, at - _AGREEMENT_REACH) : at])


def _list_contents(sentence: TextSentence, at: int) -> frozenset[str]:
    """Return the keys of what a sum is made of: "in new tax revenue"; no names, no values."""
    if sentence.words[at + 1 : at + 2] != ("in",):
        return frozenset()
    found: set[str] = set()
    for token in sentence.tokens[at + 2 : at + 2 + _MOST_CONTENTS]:
        if not found and sentence.printed(token) in _BEFORE_CONTENTS:
            continue
        if token.is_common or token.value is not None or sentence.text[token.start].isupper():
            break
        found.add(token.key)
    return frozenset(found)


def _is_change(sentence: TextSentence, at: int) -> bool:
    """Return whether a figure measures a change: "cuts of $85 billion", "fell by 5 percent"."""
    words = sentence.words
    if words[max(0, at - 1) : at] not in (("of",), ("by",)):
        return False
    return not _CHANGES.isdisjoint(words[max(0, at - _CHANGE_REACH) : at])


def _is_level(sentence: TextSentence, at: int) -> bool:
    """Return whether a figure is what something changes to, or no change is told beside it."""
    words = sentence.words
    if words[max(0, at - 1) : at] == ("to",):
        return True
    return _CHANGES.isdisjoint(words[max(0, at - _NEAR) : at + 1 + _NEAR])


def _has_span(sentence: TextSentence, at: int) -> bool:
    """Return whether a sum is that of a span of years, or of each: "over 10 years", "a year"."""
    value = sentence.tokens[at].value
    if isinstance(value, NumberValue) and value.rate:
        return True
    # A value is one token of several words: "over 10 years".
    words = " ".join(sentence.words[at + 1 : at + 1 + _SPAN_REACH]).split()
    return any(
        word in _BEFORE_SPANS and not _SPANS.isdisjoint(words[position + 1 : position + 4])
        for position, word in enumerate(words)
    )
