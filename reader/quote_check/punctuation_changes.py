"""Marks whose change makes other sense of the same words: "No, surrender", "No surrender"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference, list_unchanged
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords
from reader.text.sentences import ends_sentence
from reader.text.stop_words import is_stop_word
from reader.text.values import may_have_values

_LISTS = GOVERNING_LISTS
_HYPHENS = "-‐‑"
_MOST_MOVED = 4
"""Words between a mark and the place that it has in the draft."""
_LAST_WORDS = 2
"""Words at the end of a sentence by which somebody is spoken to."""


def find_punctuation_findings(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> Iterator[Finding]:
    """Yield the findings on marks that differ between the same words and give them other sense.

    Args:
        steps: the differences of the quotation from its source.
        base: the words of the source.
        version: those of the draft.
    """
    for step in list_unchanged(steps):
        count = step.base.stop - step.base.start
        if count < 2 or base.print_whole(step.base) == version.print_whole(step.version):
            continue
        moved = _find_moved(base, version, step)
        for at in range(1, count):
            old, new = step.base.start + at, step.version.start + at
            code = _judge_gap(base, version, old, new)
            if code is None and old in moved:
                code = ReasonCode.CHANGED
            if code is None and at + 1 < count and _is_regrouped(base, version, old, new):
                code = ReasonCode.CHANGED
            if code is not None:
                yield _make(base, version, old, new, code)


def _find_moved(
    base: PrintedWords, version: PrintedWords, step: PrintedDifference
) -> frozenset[int]:
    """Return where a mark is that has another place in the draft: "He left, today we won".

    A mark that is lost and another one that is new, a few words from it in the same sentence,
    group the words otherwise.
    """
    lost: list[int] = []
    new: list[int] = []
    for old in range(step.base.start + 1, step.base.stop):
        before = _read_gap(base, old)
        after = _read_gap(version, old - step.base.start + step.version.start)
        if before is None or after is None or bool(before) == bool(after):
            continue
        (lost if before else new).append(old)
    return frozenset(one for one in lost if any(abs(one - other) <= _MOST_MOVED for other in new))


def _judge_gap(base: PrintedWords, version: PrintedWords, old: int, new: int) -> ReasonCode | None:
    """Return the code of a mark that was lost or added before a word; None if it says nothing."""
    before, after = _read_gap(base, old), _read_gap(version, new)
    if before is None or after is None or before == after or (before and after):
        return None
    first, second = base.words[old - 1], base.words[old]
    mark = before or after
    if mark == ",":
        if first.key in _LISTS.words["answers"] and _begins(base, old - 1):
            return ReasonCode.NEGATION
        if second.key in _LISTS.words["parenthetic speech"] or _closes_speech(base, old):
            return ReasonCode.ATTRIBUTION
        if second.key in _LISTS.words["free clause"]:
            return ReasonCode.QUALIFICATION
        return None if _is_free_comma(base, old) else ReasonCode.CHANGED
    is_stop = before[:1] in (".", "!", "?") if before else False
    if is_stop and second.after_stop and ends_sentence(base.text, first.end, second.start):
        return ReasonCode.CHANGED
    return None


def _read_gap(printed: PrintedWords, number: int) -> str | None:
    """Return the marks between a word and the one before; None where that isn't one text."""
    before, word = printed.words[number - 1], printed.words[number]
    between = printed.text[before.end : word.start]
    is_apart = before.part != word.part or before.bracketed or word.bracketed
    if is_apart or "\n" in between or word.after_ellipsis:
        return None
    return "".join(between.split())


def _begins(printed: PrintedWords, number: int) -> bool:
    word = printed.words[number]
    return number == 0 or word.after_stop or word.part != printed.words[number - 1].part


def _closes_speech(base: PrintedWords, number: int) -> bool:
    """Whether a comma ends words set in between that say who speaks: ", said the boy,"."""
    for at in range(number - 1, max(0, number - 4), -1):
        if base.words[at].key in _LISTS.words["parenthetic speech"]:
            return _read_gap(base, at) == ","
    return False


def _is_free_comma(base: PrintedWords, number: int) -> bool:
    """Whether a comma before a word is a matter of style: beside "and", behind "On Monday"."""
    free = _LISTS.words["words behind a comma"] | _LISTS.words["subjects"]
    before, word = base.words[number - 1], base.words[number]
    if before.key in free or word.key in free or _is_digit(base, number):
        return True
    if _is_called(base, number):
        return False
    first = number - 1
    while first and not _begins(base, first):
        first -= 1
    starts = free | _LISTS.words["openers"] | _LISTS.words["time starts"]
    if base.words[first].key in starts:
        return True
    printed = [base.text[one.start] for one in (before, word)]
    return any(letter.isupper() for letter in printed)


def _is_digit(base: PrintedWords, number: int) -> bool:
    return any(base.text[base.words[at].start].isdigit() for at in (number - 1, number))


def _is_called(base: PrintedWords, number: int) -> bool:
    """Whether the last words of a sentence are who is spoken to: "I know, Ada", "eat, my boy"."""
    last = number
    while last + 1 < len(base.words) and not base.words[last + 1].after_stop:
        last += 1
    if last - number >= _LAST_WORDS:
        return False
    word = base.words[number]
    is_name = base.text[word.start : word.end].istitle()
    previous = base.text[base.words[number - 1].start]
    is_title = is_name and previous.isupper()
    free = _LISTS.words["words behind a comma"] | _LISTS.words["subjects"]
    return not is_title and word.key not in free


def _is_hyphen_moved(base: PrintedWords, version: PrintedWords, old: int, new: int) -> bool:
    """Whether a hyphen before a word is behind it in the draft, or the reverse."""
    gaps = [_read_gap(base, old), _read_gap(base, old + 1)]
    others = [_read_gap(version, new), _read_gap(version, new + 1)]
    one, other = ([gap in tuple(_HYPHENS) for gap in both] for both in (gaps, others))
    return one == other[::-1] and one[0] != one[1] and None not in (*gaps, *others)


def _is_regrouped(base: PrintedWords, version: PrintedWords, old: int, new: int) -> bool:
    """Whether a hyphen that one text has before a word ties it to another one than in the other."""
    if _is_hyphen_moved(base, version, old, new):
        return True
    gaps = [_read_gap(base, old), _read_gap(version, new)]
    if None in gaps or sorted(map(str, gaps))[0] or (gaps[0] or gaps[1]) not in tuple(_HYPHENS):
        return False
    # Without a noun behind them the two words have nothing else to belong to.
    return _read_gap(base, old + 1) == "" and _may_be_parted(base, old)


def _may_be_parted(base: PrintedWords, number: int) -> bool:
    """Whether a word may belong to the one behind it, not to the one before: "man eating shark"."""
    words = [base.words[at].key for at in (number - 1, number, number + 1)]
    is_compared = words[0] in ("more", "most", "less", "least")
    if is_stop_word(words[2]) or (is_stop_word(words[0]) and not is_compared):
        return False
    if may_have_values(words[0]):
        # "Twenty four-hour shifts" are not shifts of twenty-four hours.
        return number > 1 and may_have_values(base.words[number - 2].key) and bool(words[1])
    starts, ends = _LISTS.words["compound starts"], _LISTS.words["compound ends"]
    if words[0] in starts or words[1] in ends or " ".join(words[:2]) in _LISTS.lines["compounds"]:
        return False
    printed = [base.text[base.words[at].start] for at in (number - 1, number)]
    return not all(letter.isupper() for letter in printed)


def _make(
    base: PrintedWords, version: PrintedWords, old: int, new: int, code: ReasonCode
) -> Finding:
    printed = []
    for words, number in ((base, old), (version, new)):
        last = min(number + 1, len(words.words) - 1)
        printed.append(words.text[words.words[number - 1].start : words.words[last].end])
    text = f"changed: {mark_words(printed[0])} is {mark_words(printed[1])}"
    return Finding(Verdict.CHANGED, CheckReason(code, True, text, printed[1], printed[0]))
