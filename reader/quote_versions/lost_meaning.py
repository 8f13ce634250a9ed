"""What a version of a quote lost or gained beside mere words: a negation, a condition, a number.

Only what governs the words that are left counts: what is cut inside their sentence or stands in the
place of other words there, a negation right before them, a condition that their sentence begins or
ends with. Whole sentences and other clauses may go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.quote_versions.check_reasons import ReasonCode
from reader.quote_versions.clause_signs import has_verb, is_negated
from reader.quote_versions.governing_words import find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import SentenceBounds
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
from reader.text.sentences import find_sentence_start

_INNER = (EditPlace.INSIDE, EditPlace.BETWEEN)
_CONDITIONS = frozenset(("if", "unless", "provided"))
_CONDITION = re.compile(r"\b(?:only )?(?:if|unless|provided)\b[^,;:]{0,200}", re.IGNORECASE)
_COORDINATORS = frozenset(("and", "but", "or", "yet", "so", "because", "although", "though"))
_BESIDE_WORDS = 2
"""Words before a version among which a negation denies it."""
_LEAST_RUN = 3
"""Words in a row behind a negation that make sure that it denied them."""
_LEAD_CHARS = 300
"""Before a version: where the start of the reporter's sentence is searched."""


class LostMeaning(NamedTuple):
    """Words that a version does not have of the base, or has beside it, and that matter."""

    code: ReasonCode
    """`NEGATION`, `CONDITION` or `NUMBER`."""
    words: str
    """The words as printed: "not", "if the board agrees"."""
    is_added: bool
    """Whether the version has them and the base does not."""


def find_lost_meaning(
    edits: Sequence[Edit], base: PrintedWords, version: PrintedWords
) -> tuple[LostMeaning, ...]:
    """Find the negations, conditions and numbers that a version lost or added, each once.

    Args:
        edits: the differences of the version from the base.
        base: the words of the base.
        version: those of the version, with the text of its article.
    """
    kept = [edit for edit in edits if edit.kind is EditKind.SAME]
    if not kept:
        return ()
    bounds, own_bounds = SentenceBounds(base), SentenceBounds(version)
    lead = _read_lead(version, kept[0].version.start)
    run = kept[0].base_count
    gain = _count_gain(kept, base, version)
    found: dict[tuple[ReasonCode, bool], LostMeaning] = {}
    for edit in edits:
        if _adds_sentence(edit, own_bounds):
            continue
        for lost in _judge_edit(edit, base, version, bounds, lead, run):
            is_inner = lost.code is ReasonCode.NEGATION and edit.place in _INNER
            if is_inner and (gain <= 0 if lost.is_added else gain >= 0):
                continue
            found.setdefault((lost.code, lost.is_added), lost)
    return tuple(found.values())


def _count_gain(kept: Sequence[Edit], base: PrintedWords, version: PrintedWords) -> int:
    """Return how many negations more a version has between the words that both have."""
    old = base.print_words(slice(kept[0].base.start, kept[-1].base.stop))
    new = version.print_words(slice(kept[0].version.start, kept[-1].version.stop))
    return _count_negations(new) - _count_negations(old)


def _count_negations(words: str) -> int:
    return sum(one.code is ReasonCode.NEGATION for one in find_governing_words(words))


def _adds_sentence(edit: Edit, bounds: SentenceBounds) -> bool:
    """Whether a version has more sentences at a place, or the start of another one."""
    added = range(edit.version.start, edit.version.stop)
    return edit.kind is EditKind.INSERTED and any(map(bounds.begins, added))


def _judge_edit(
    edit: Edit,
    base: PrintedWords,
    version: PrintedWords,
    bounds: SentenceBounds,
    lead: str,
    first_run: int,
) -> Iterator[LostMeaning]:
    if edit.kind is EditKind.SAME or edit.signed:
        return
    if edit.place in _INNER:
        if edit.kind is not EditKind.DROPPED or bounds.end_of(edit.base.start - 1) > edit.base.stop:
            yield from _compare(base.print_words(edit.base), version.print_words(edit.version))
    elif edit.place is EditPlace.START and edit.base_count and first_run >= _LEAST_RUN:
        yield from _judge_head(edit, base, version, bounds, lead)
    elif edit.place is EditPlace.END and edit.kind is EditKind.DROPPED:
        yield from _judge_tail(edit, base, bounds)


def _compare(old: str, new: str) -> Iterator[LostMeaning]:
    """Yield what the words inside a sentence lose or gain."""
    if is_negated(old) != is_negated(new):
        is_added = is_negated(new)
        words = _name_negation(new if is_added else old)
        yield LostMeaning(ReasonCode.NEGATION, words, is_added)
    if _has_condition(old) and not _has_condition(new):
        yield LostMeaning(ReasonCode.CONDITION, _name_condition(old), is_added=False)
    numbers, others = (list(filter(_is_number, words.split())) for words in (old, new))
    is_replaced = bool(others) and _digits(numbers).isdisjoint(_digits(others))
    if numbers and (is_replaced or not new):
        yield LostMeaning(ReasonCode.NUMBER, numbers[0], is_added=False)


def _judge_head(
    edit: Edit, base: PrintedWords, version: PrintedWords, bounds: SentenceBounds, lead: str
) -> Iterator[LostMeaning]:
    """Yield what the start of a sentence that is left out denies or makes depend."""
    stop = edit.base.stop
    if stop >= len(base.words) or bounds.begins(stop):
        return
    first = max(edit.base.start, bounds.start_of(stop - 1))
    if is_negated(lead) or _has_condition(lead):
        return
    head = base.print_words(slice(first, stop))
    beside = base.print_words(slice(max(first, stop - _BESIDE_WORDS), stop))
    whole = version.print_words(slice(0, len(version.words))).lower().split()
    if is_negated(beside) and not _is_joined(head.split()[-1:]) and has_verb(whole):
        yield LostMeaning(ReasonCode.NEGATION, _name_negation(beside), is_added=False)
    if head.split()[0].lower() in _CONDITIONS and not _is_joined(head.split()):
        yield LostMeaning(ReasonCode.CONDITION, _name_condition(head), is_added=False)


def _is_joined(words: Sequence[str]) -> bool:
    """Whether a conjunction is among printed words, behind which another clause begins."""
    return any(word.lower().strip(",") in _COORDINATORS or word == "&" for word in words)


def _judge_tail(edit: Edit, base: PrintedWords, bounds: SentenceBounds) -> Iterator[LostMeaning]:
    """Yield the condition with which a sentence ends that is cut before it."""
    first = edit.base.start
    if bounds.begins(first):
        return
    words = base.print_words(slice(first, min(edit.base.stop, bounds.end_of(first - 1))))
    start = words.lower().removeprefix("only ").split()[:1]
    if start and start[0] in _CONDITIONS:
        yield LostMeaning(ReasonCode.CONDITION, _name_condition(words), is_added=False)


def _read_lead(version: PrintedWords, kept: int) -> str:
    """Return the words before the first kept one: the reporter's in its sentence, and own ones."""
    if not version.words:
        return ""
    start = version.words[0].start
    line = version.text.rfind("\n", 0, start) + 1
    lowest = max(line, start - _LEAD_CHARS)
    reported = version.text[find_sentence_start(version.text, lowest, start) : start]
    return f"{reported} {version.print_words(slice(0, kept))}"


def _name_negation(words: str) -> str:
    found = (one for one in find_governing_words(words) if one.code is ReasonCode.NEGATION)
    return next((words[one.start : one.end] for one in found), words)


def _name_condition(words: str) -> str:
    """Return a condition from its conjunction to the comma after it."""
    found = _CONDITION.search(words)
    return found.group() if found else words


def _has_condition(words: str) -> bool:
    return not _CONDITIONS.isdisjoint(words.lower().split())


def _is_number(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _digits(words: Sequence[str]) -> set[str]:
    return {"".join(filter(str.isdigit, word)) for word in words}
