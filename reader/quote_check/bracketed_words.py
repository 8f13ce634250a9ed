"""The words that a draft puts in square brackets: do they only say who or what is meant?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reader.quote_check.pronoun_referents import PronounPlace, may_mean
from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.clause_signs import is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.word_weights import is_content_key
from reader.quote_versions.written_forms import Writing, compare_writing
from reader.quotes.editor_notes import is_editor_note
from reader.text.values import find_values
from reader.text.values.value_lists import list_words
from reader.text.words import split_words, stem_word, word_key

_NOTES = GOVERNING_LISTS.words
_SHORT_VERBS = {
    "'s": frozenset(("is", "has")),
    "'m": frozenset(("is", "am")),
    "'re": frozenset(("is", "are")),
    "'ve": frozenset(("has", "have")),
    "'ll": frozenset(("will",)),
    "'d": frozenset(("had", "would")),
    "am": frozenset(("is",)),
    "are": frozenset(("is", "are")),
    "have": frozenset(("has", "have")),
    "were": frozenset(("was", "were")),
}
"""The verbs that may stand behind a name for a verb or a contraction behind a pronoun."""
_VERBS = frozenset(("am", "is", "are", "was", "were", "has", "have", "had", "will", "would"))
_TITLES = ("men", "women", "any")
_CODES = (
    ReasonCode.NEGATION,
    ReasonCode.CONDITION,
    ReasonCode.DOUBT,
    ReasonCode.MODALITY,
    ReasonCode.QUALIFICATION,
    ReasonCode.ATTRIBUTION,
)


class BracketContext(NamedTuple):
    """What is beside words in brackets."""

    before: str = ""
    """The word of the draft before them, as printed; empty where there is none."""
    after: str = ""
    """The one behind them."""
    source: str = ""
    """The source's text, empty where it is not known."""
    place: PronounPlace | None = None
    """Where the words of the source are in whose place they stand; None where it is not known."""
    fits: Callable[[str], bool] = bool
    """Whether a contraction of the source may be short for a verb, by what is behind it."""


_NO_CONTEXT = BracketContext()


def judge_brackets(
    old: str, new: str, context: BracketContext = _NO_CONTEXT
) -> tuple[ReasonCode, bool]:
    """Judge words in brackets by those that they are in the place of.

    Args:
        old: the words of the source, empty where the brackets only add something.
        new: the words in brackets.
        context: what is beside them.

    Returns:
        The code and whether a person should look: unless the brackets name what a pronoun means,
        somebody of the source, inflect a verb, explain, or are an editor's note.
    """
    if old and compare_writing(old, new, opens=True) is not Writing.OTHER:
        return ReasonCode.BRACKETED, False
    old, new = _without_verbs(old, new, context)
    for code in _CODES:
        if code in _codes(old) or code in _codes(new):
            return code, True
    if find_values(old) or find_values(new):
        return ReasonCode.NUMBER, True
    is_clear = _are_exchangeable(old, new, context) if old else _only_adds(new, context)
    if is_clear:
        return ReasonCode.BRACKETED, False
    return (ReasonCode.CHANGED if old else ReasonCode.INSERTED), True


def _only_adds(new: str, context: BracketContext) -> bool:
    """Whether added words say who or what is meant, or are an editor's note."""
    others = tuple(word.lower() for word in split_words(new))
    if is_editor_note(new):
        return True
    if not _names(new, others) or _limits_noun(new, others, context):
        return False
    pronoun = context.before.lower()
    if pronoun not in _NOTES["replaced by a name"] - _NOTES["determiners"]:
        return True
    return _is_known(new, context.source) and _may_mean((pronoun,), new, context)


def _are_exchangeable(old: str, new: str, context: BracketContext) -> bool:
    """Whether words say who or what a pronoun means, or are another form of the same ones."""
    words, others = (tuple(word.lower() for word in split_words(text)) for text in (old, new))
    if _is_inflected(words, others):
        return True
    if _part_verb(new)[1] in _VERBS:
        return False
    if not _NOTES["replaced by a name"].issuperset(words) or not _is_known(new, context.source):
        return False
    return _may_mean(words, new, context)


def _may_mean(pronouns: tuple[str, ...], new: str, context: BracketContext) -> bool:
    """Whether words in brackets may be what pronouns of the source mean."""
    place = context.place
    return place is None or all(may_mean(pronoun, new, place) for pronoun in pronouns)


def _without_verbs(old: str, new: str, context: BracketContext) -> tuple[str, str]:
    """Return words without the verb behind them, where both have the same: "He's", "[Quill is]"."""
    one, verb = _part_verb(old)
    other, other_verb = _part_verb(new)
    if not one or not other or not verb or not other_verb:
        return old, new
    forms = _SHORT_VERBS.get(verb, frozenset((verb,)))
    if verb == other_verb and verb not in _SHORT_VERBS:
        return one, other
    fits = verb not in ("'s", "'d") or context.fits(other_verb)
    is_same = other_verb in _SHORT_VERBS or (other_verb in forms and fits)
    return (one, other) if is_same else (old, new)


def _part_verb(printed: str) -> tuple[str, str]:
    """Part words from a form of "be", "have" or "will" at their end, which may be a contraction."""
    words = printed.split()
    if not words:
        return "", ""
    last = words[-1].lower().replace("’", "'")
    stem, mark, ending = last.rpartition("'")
    if mark and f"'{ending}" in _SHORT_VERBS:
        return " ".join([*words[:-1], words[-1][: len(stem)]]), f"'{ending}"
    if last in _VERBS and len(words) > 1:
        return " ".join(words[:-1]), last
    return printed, ""


def _is_known(printed: str, source: str) -> bool:
    """Whether all names in brackets are in the source, and the nouns of "[of the murders]"."""
    if not source:
        return True
    names = [word for word in split_words(printed)[1:] if word[:1].isupper()]
    first = split_words(printed)[0]
    if first[:1].isupper() and first.lower() not in _NOTES["naming starts"]:
        names.append(first)
    words = [word for word in split_words(printed) if word[:1].islower()]
    # A description of a person is in the reader's mind where the source only says "he".
    is_added = words[:1] != [] and words[0] in _NOTES["place phrase starts"]
    if is_added and any(is_content_key(word_key(word)) and word not in source for word in words):
        return False
    titles = {title for section in _TITLES for title in list_words("person_titles", section)}
    return all(
        name.lower().rstrip(".") in titles or re.search(rf"(?<!\w){re.escape(name)}", source)
        for name in names
    )


def _codes(text: str) -> set[ReasonCode]:
    return {found.code for found in find_governing_words(text)}


def _names(printed: str, words: tuple[str, ...]) -> bool:
    """Whether words name somebody or something: with an article, a pronoun or a capital."""
    first = split_words(printed)[0]
    return words[0] in _NOTES["naming starts"] or first[:1].isupper()


def _limits_noun(printed: str, words: tuple[str, ...], context: BracketContext) -> bool:
    """Whether added words say of which one something is said: "the [Swiss] guests"."""
    before, after = context.before, context.after
    pointed = before.lower() in _NOTES["replaced by a name"] - _NOTES["determiners"]
    if words[0] in _NOTES["place phrase starts"]:
        return not pointed
    is_name = before[:1].isupper() and before.lower() not in _NOTES["determiners"]
    if words[0] in _NOTES["naming starts"] or pointed or is_name or not after:
        return False
    is_function = after.lower() in _NOTES["naming starts"] | _NOTES["joining"]
    return after[:1].islower() and not is_function and not is_past(after.lower())


def _is_inflected(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether both are one verb or one noun in other forms."""
    being = _NOTES["forms of be and have"]
    if len(words) != len(others):
        return False
    return all(
        stem_word(one) == stem_word(other) or {one, other} <= being
        for one, other in zip(words, others, strict=True)
    )
