"""The words that a draft puts in square brackets: do they only say who or what is meant?"""

from __future__ import annotations

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.clause_signs import is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.written_forms import Writing, compare_writing
from reader.quotes.editor_notes import is_editor_note
from reader.text.values import find_values
from reader.text.words import split_words, stem_word

_NOTES = GOVERNING_LISTS.words
_CODES = (
    ReasonCode.NEGATION,
    ReasonCode.CONDITION,
    ReasonCode.DOUBT,
    ReasonCode.MODALITY,
    ReasonCode.QUALIFICATION,
    ReasonCode.ATTRIBUTION,
)


def judge_brackets(
    old: str, new: str, *, before: str = "", after: str = ""
) -> tuple[ReasonCode, bool]:
    """Judge words in brackets by those that they are in the place of.

    Args:
        old: the words of the source, empty where the brackets only add something.
        new: the words in brackets.
        before: the word of the draft before them, as printed; empty where there is none.
        after: the one behind them.

    Returns:
        The code and whether a person should look: unless the brackets name what a pronoun means,
        inflect a verb, explain, or are an editor's note.
    """
    if old and compare_writing(old, new, opens=True) is not Writing.OTHER:
        return ReasonCode.BRACKETED, False
    for code in _CODES:
        if code in _codes(old) or code in _codes(new):
            return code, True
    if find_values(old) or find_values(new):
        return ReasonCode.NUMBER, True
    words, others = (tuple(word.lower() for word in split_words(text)) for text in (old, new))
    if not words:
        is_named = _names(new, others) and not _limits_noun(new, others, before, after)
        is_clear = is_editor_note(new) or is_named
        return (ReasonCode.BRACKETED, False) if is_clear else (ReasonCode.INSERTED, True)
    pronouns = _NOTES["replaced by a name"]
    if pronouns.issuperset(words) or _is_inflected(words, others):
        return ReasonCode.BRACKETED, False
    return ReasonCode.CHANGED, True


def _codes(text: str) -> set[ReasonCode]:
    return {found.code for found in find_governing_words(text)}


def _names(printed: str, words: tuple[str, ...]) -> bool:
    """Whether words name somebody or something: with an article, a pronoun or a capital."""
    first = split_words(printed)[0]
    return words[0] in _NOTES["naming starts"] or first[:1].isupper()


def _limits_noun(printed: str, words: tuple[str, ...], before: str, after: str) -> bool:
    """Whether added words say of which one something is said: "the [Swiss] guests"."""
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
