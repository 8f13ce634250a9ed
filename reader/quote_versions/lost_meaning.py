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
from reader.quote_versions.speaker_agreement import speakers_agree
from reader.quote_versions.versions import MAX_FRAGMENT_WORDS, Version
from reader.quote_versions.word_edits import Edit, EditKind, EditPlace
from reader.text.sentences import find_sentence_start

_INNER = (EditPlace.INSIDE, EditPlace.BETWEEN)
_CONDITIONS = frozenset(("if", "unless"))
_CONDITION = re.compile(r"\b(?:only )?(?:if|unless)\b[^,;:]{0,200}", re.IGNORECASE)
_COORDINATORS = frozenset(("and", "but", "or", "yet", "so", "because", "although", "though"))
_BESIDE_WORDS = 2
"""Words before a version among which a negation denies it."""
_LEAST_RUN = 3
"""Words in a row behind a negation that make sure that it denied them."""
_MOST_CHANGED = 6
"""Words in the place of others from which on they are another statement."""
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
    judge = _EditJudge(base, version, kept)
    found: dict[tuple[ReasonCode, bool], LostMeaning] = {}
    for edit in edits:
        if edit.kind is EditKind.SAME or edit.signed:
            continue
        for lost in judge.judge(edit):
            found.setdefault((lost.code, lost.is_added), lost)
    return tuple(found.values())


def find_version_loss(
    version: Version, base: Version, printed_base: PrintedWords, printed: PrintedWords
) -> tuple[LostMeaning, ...]:
    """Find what a version lost or added beside the base, as `find_lost_meaning` does.

    A few words that have not surely the speaker of the base may be another's, whom the base
    contradicts: nothing is said of them.
    """
    is_phrase = len(version.words) <= MAX_FRAGMENT_WORDS
    if is_phrase and not speakers_agree(version.speaker, base.speaker):
        return ()
    return find_lost_meaning(version.edits, printed_base, printed)


class _EditJudge:
    """What the differences of one version take from the words that are left.

    Args:
        base: the words of the base.
        version: those of the version.
        kept: the runs of words that both have.
    """

    def __init__(self, base: PrintedWords, version: PrintedWords, kept: Sequence[Edit]) -> None:
        self._base, self._version = base, version
        self._bounds, self._own_bounds = SentenceBounds(base), SentenceBounds(version)
        self._lead = _read_lead(version, kept[0].version.start)
        self._first_run = kept[0].base_count
        self._gain = _count_gain(kept, base, version)

    def judge(self, edit: Edit) -> Iterator[LostMeaning]:
        """Yield what is lost or added at one difference."""
        if edit.place in _INNER:
            if self._is_in_sentences(edit):
                yield from self._judge_inside(edit)
        elif edit.place is EditPlace.START and edit.base_count:
            if self._first_run >= _LEAST_RUN:
                yield from self._judge_head(edit)
        elif edit.place is EditPlace.END and edit.kind is EditKind.DROPPED:
            yield from self._judge_tail(edit)

    def _is_in_sentences(self, edit: Edit) -> bool:
        """Whether a difference is inside one sentence of either, and no rewriting of it."""
        if (
            edit.kind is EditKind.CHANGED
            and max(edit.base_count, edit.version_count) > _MOST_CHANGED
        ):
            return False
        old = range(edit.base.start, edit.base.stop + 1)
        new = range(edit.version.start, edit.version.stop + 1)
        return not any(map(self._bounds.begins, old)) and not any(map(self._own_bounds.begins, new))

    def _judge_inside(self, edit: Edit) -> Iterator[LostMeaning]:
        """Yield what the words inside a sentence lose or gain."""
        old = self._base.print_words(edit.base)
        new = self._version.print_words(edit.version)
        is_added = is_negated(new)
        is_other = is_negated(old) != is_added and (self._gain > 0 if is_added else self._gain < 0)
        if is_other and not self._is_set_off(edit):
            words = _name_negation(new if is_added else old)
            yield LostMeaning(ReasonCode.NEGATION, words, is_added)
        if _has_condition(old) and not _has_condition(new):
            yield LostMeaning(ReasonCode.CONDITION, _name_condition(old), is_added=False)
        numbers, others = (list(filter(_is_number, words.split())) for words in (old, new))
        is_replaced = bool(others) and _digits(numbers).isdisjoint(_digits(others))
        if numbers and (is_replaced or not new):
            yield LostMeaning(ReasonCode.NUMBER, numbers[0], is_added=False)

    def _is_set_off(self, edit: Edit) -> bool:
        """Whether a cut clause is between two commas or dashes: it denies nothing outside it."""
        words = self._base.words
        if edit.kind is not EditKind.DROPPED or edit.base_count <= _BESIDE_WORDS:
            return False
        return bool(words[edit.base.start].after_stop and words[edit.base.stop].after_stop)

    def _judge_head(self, edit: Edit) -> Iterator[LostMeaning]:
        """Yield what the start of a sentence that is left out denies or makes depend."""
        stop, bounds = edit.base.stop, self._bounds
        if stop >= len(self._base.words) or bounds.begins(stop):
            return
        if is_negated(self._lead) or _has_condition(self._lead):
            return
        first = max(edit.base.start, bounds.start_of(stop - 1))
        head = self._base.print_words(slice(first, stop))
        reach = _BESIDE_WORDS + head.lower().endswith(" that")
        beside = self._base.print_words(slice(max(first, stop - reach), stop))
        whole = self._version.print_words(slice(0, len(self._version.words))).lower().split()
        if is_negated(beside) and not _is_joined(head.split()[-1:]) and has_verb(whole):
            yield LostMeaning(ReasonCode.NEGATION, _name_negation(beside), is_added=False)
        clause = _without_coordinator(head.split())
        if clause[0].lower() in _CONDITIONS and not _is_joined(clause):
            yield LostMeaning(ReasonCode.CONDITION, _name_condition(head), is_added=False)

    def _judge_tail(self, edit: Edit) -> Iterator[LostMeaning]:
        """Yield the condition with which a sentence ends that is cut before it."""
        first, bounds = edit.base.start, self._bounds
        if bounds.begins(first):
            return
        last = min(edit.base.stop, bounds.end_of(first - 1))
        words = self._base.print_words(slice(first, last))
        start = words.lower().removeprefix("only ").split()[:1]
        if start and start[0] in _CONDITIONS:
            yield LostMeaning(ReasonCode.CONDITION, _name_condition(words), is_added=False)


def _count_gain(kept: Sequence[Edit], base: PrintedWords, version: PrintedWords) -> int:
    """Return how many negations more a version has between the words that both have."""
    old = base.print_words(slice(kept[0].base.start, kept[-1].base.stop))
    new = version.print_words(slice(kept[0].version.start, kept[-1].version.stop))
    return _count_negations(new) - _count_negations(old)


def _count_negations(words: str) -> int:
    return sum(one.code is ReasonCode.NEGATION for one in find_governing_words(words))


def _is_joined(words: Sequence[str]) -> bool:
    """Whether a conjunction is among printed words, behind which another clause begins."""
    return any(word.lower().strip(",") in _COORDINATORS or word == "&" for word in words)


def _without_coordinator(words: list[str]) -> list[str]:
    """Return a clause without the "but" or "and" that it begins with."""
    return words[1:] if len(words) > 1 and _is_joined(words[:1]) else words


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
