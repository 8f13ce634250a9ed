"""The words that a draft puts in square brackets: do they only say who or what is meant?"""

from __future__ import annotations

import re
from typing import NamedTuple

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
_OWN = frozenset(("i", "me", "my", "mine"))
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
    speaker: str = ""
    """The name of the speaker in the source, empty where it is not known."""


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
    pronouns = _NOTES["replaced by a name"] - _NOTES["determiners"]
    return context.before.lower() not in pronouns or _is_known(new, context.source)


def _are_exchangeable(old: str, new: str, context: BracketContext) -> bool:
    """Whether words say who or what a pronoun means, or are another form of the same ones."""
    words, others = (tuple(word.lower() for word in split_words(text)) for text in (old, new))
    if _is_inflected(words, others):
        return True
    if not _NOTES["replaced by a name"].issuperset(words) or not _is_known(new, context.source):
        return False
    return _OWN.isdisjoint(words) or _may_be_speaker(new, context.speaker)


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


def _may_be_speaker(printed: str, speaker: str) -> bool:
    """Whether words in the place of "I" may name the speaker."""
    names = [word for word in split_words(printed) if word[:1].isupper()]
    is_named = bool(names) and speaker[:1].isupper()
    return not is_named or not set(names).isdisjoint(split_words(speaker))


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
