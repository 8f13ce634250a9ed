"""Contractions written out with another verb than they are short for: "he'd lied", "he would lied".

The word behind tells which verb it is: "had" and "has" stand before a participle, "would" before
the plain verb, "is" before what is not. Where both can be, a person should look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.clause_signs import is_past
from reader.quote_versions.governing_words import GOVERNING_LISTS
from reader.quote_versions.printed_words import PrintedWords

_APOSTROPHES = "'’‘`"
_MOST_ADVERBS = 3
"""Adverbs between a verb and its participle."""
_PERFECT = frozenset(("been", "had", "got"))
_DETERMINERS = frozenset((
    "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "this", "that", "these",
    "those", "no", "me", "you", "him", "us", "them", "it", "everything", "nothing",
))  # fmt: skip
"""What an object begins with."""


def find_contraction_findings(
    steps: Sequence[PrintedDifference], base: PrintedWords, version: PrintedWords
) -> Iterator[Finding]:
    """Yield the findings on contractions of the source that the draft writes out otherwise.

    Args:
        steps: the differences of the quotation from its source.
        base: the words of the source.
        version: those of the draft.
    """
    for step in steps:
        if step.code is not ReasonCode.CONTRACTION:
            continue
        old, new = base.print_words(step.base), version.print_words(step.version)
        full = new.lower().split()[-1:]
        if not full or full[0] not in _CHECKS or old.rpartition(" ")[2][-2:-1] not in _APOSTROPHES:
            continue
        if not fits_contraction(full[0], base, step.base.stop):
            behind = _read_behind(base, step.base.stop)
            text = f"changed: {mark_words(f'{old} {behind[0]}')} is {mark_words(new)}"
            reason = CheckReason(ReasonCode.CHANGED, True, text, new, old)
            yield Finding(Verdict.CHANGED, reason)


def fits_contraction(verb: str, printed: PrintedWords, number: int) -> bool:
    """Return whether a contraction may be short for a verb by the words behind it.

    Args:
        verb: the verb in full: "had", "would", "is", "has"; any other may be.
        printed: the words of the source.
        number: that of the word behind the contraction.
    """
    behind = _read_behind(printed, number)
    return not behind or verb not in _CHECKS or _CHECKS[verb](behind)


def _read_behind(printed: PrintedWords, number: int) -> list[str]:
    """Return the verb behind a contraction and the word behind that; nothing at an end."""
    words = printed.words[number : number + _MOST_ADVERBS + 2]
    stop = next((at for at, word in enumerate(words) if word.after_stop), len(words))
    keys = [word.key for word in words[:stop]]
    while keys and _is_adverb(keys[0]):
        keys.pop(0)
    return keys[:2]


def _is_adverb(word: str) -> bool:
    return word in GOVERNING_LISTS.words["adverbs beside verbs"] or word.endswith("ly")


def _is_participle(word: str) -> bool:
    # "Being" is the form of "be" that never follows "had".
    return is_past(word) or word in GOVERNING_LISTS.words["participles"]


def _may_be_either(word: str) -> bool:
    """Whether a verb has the same form as its participle: "put", "come"."""
    return word in GOVERNING_LISTS.words["unchanging verbs"]


def _may_be_had(behind: Sequence[str]) -> bool:
    verb = behind[0]
    if _may_be_either(verb):
        return False
    return _is_participle(verb) or verb in ("better", "rather", *_DETERMINERS)


def _may_be_would(behind: Sequence[str]) -> bool:
    verb = behind[0]
    return not (_may_be_either(verb) or _is_participle(verb) or verb in ("better", *_DETERMINERS))


def _may_be_is(behind: Sequence[str]) -> bool:
    verb, after = behind[0], (*behind, "")[1]
    if verb in _PERFECT or _may_be_either(verb):
        return False
    is_done = _is_participle(verb) and after in _DETERMINERS
    is_state = verb in GOVERNING_LISTS.words["states"]
    return not is_done and (is_state or not _is_participle(verb) or after == "by")


def _may_be_has(behind: Sequence[str]) -> bool:
    verb, after = behind[0], (*behind, "")[1]
    if verb in _PERFECT or verb in GOVERNING_LISTS.words["states"] or _may_be_either(verb):
        return True
    return _is_participle(verb) and after != "by"


_CHECKS = {
    "had": _may_be_had,
    "would": _may_be_would,
    "is": _may_be_is,
    "has": _may_be_has,
}
