"""Whether another place of the sources has a quotation with another meaning.

A quotation that agrees with one source is not verified where another source, or the same one
elsewhere, has the same utterance with a *not*, a condition or a number that the first has not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.quote_check.checked_alignment import Alignment
from reader.quote_check.difference_findings import (
    is_clause,
    judge_differences,
)
from reader.quote_check.draft_verdicts import Finding
from reader.quote_check.passage_judgement import (
    DraftQuote,
    align_passage,
    compare_words,
    find_question_findings,
)
from reader.quote_check.printed_differences import PrintedDifference
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.source_search import VERSION_SHARE
from reader.quote_check.speaker_relations import PRONOUNS
from reader.quote_versions.check_reasons import CheckReason, ReasonCode, mark_words
from reader.quote_versions.clause_signs import is_negated
from reader.quote_versions.governing_words import GOVERNING_LISTS, find_governing_words
from reader.quote_versions.printed_words import PrintedWords
from reader.quote_versions.sentence_bounds import SentenceBounds
from reader.quote_versions.speaker_agreement import (
    are_two_people,
    speakers_agree,
    speakers_differ,
)
from reader.quote_versions.word_edits import EditKind, EditPlace
from reader.quote_versions.word_weights import is_content_key, is_content_word
from reader.text.words import stem_word, word_keys

_MEANINGS = frozenset(
    (
        ReasonCode.NEGATION,
        ReasonCode.DOUBT,
        ReasonCode.MODALITY,
        ReasonCode.CONDITION,
        ReasonCode.QUALIFICATION,
        ReasonCode.QUESTION,
        ReasonCode.ATTRIBUTION,
        ReasonCode.NUMBER,
        ReasonCode.CHANGED,
    )
)
"""Codes of differences by which two versions of an utterance say two things."""
_GOVERNING = (ReasonCode.NEGATION, ReasonCode.MODALITY, ReasonCode.CONDITION)
"""Codes of words whose place no other word can take."""
_CLAUSE_WORDS = 4
"""Words that two people hardly say alike."""
_CONTENT_WORDS, _FEWEST_CONTENT_WORDS = 3, 2
"""Content words that two versions share: without, and with the same speaker."""


def find_differing_source(
    draft: DraftQuote, found: SourcePassage, others: Iterable[SourcePassage]
) -> CheckReason | None:
    """Return the reason that another passage has a quotation otherwise, None where none has.

    Args:
        draft: the quotation.
        found: the passage by which it is judged.
        others: other passages with most of its words.
    """
    for other in others:
        alignment = align_passage(draft, other)
        steps = compare_words(alignment)
        shared = [step for step in steps if step.kind is EditKind.SAME]
        if not shared:
            continue
        words = _print_sentences(alignment.base, shared)
        if _names_another(draft, found, other, shared):
            name = other.speaker.name if other.speaker else ""
            return _make(found, other, f"another source names {name}", words)
        is_same = _is_same_utterance(draft, found, other, shared)
        differing = _find_other_meaning(draft, found, alignment, steps) if is_same else None
        # What the draft prints as well is not hidden by its quotation.
        is_hidden = other.source is not found.source or not _prints(draft, words)
        if differing and (is_hidden or not _prints(draft, differing.source_words)):
            text = "another source has it otherwise"
            return _make(found, other, text, words, differing.source_words)
    return None


def _prints(draft: DraftQuote, words: str) -> bool:
    """Whether a draft has words in a row, in its quotations or around them."""
    return f" {' '.join(word_keys(words))} " in _spell_out(draft.speaker_text)


@lru_cache(maxsize=4)
def _spell_out(text: str) -> str:
    return f" {' '.join(word_keys(text))} "


def _make(
    found: SourcePassage, other: SourcePassage, text: str, words: str, differing: str = ""
) -> CheckReason:
    """Return the reason, with the words of the other source that make the difference.

    Args:
        found: the passage by which the quotation is judged.
        other: the other one.
        text: what is to be said of it.
        words: the sentences of the other that the quotation has words of.
        differing: what of the other bears on them, maybe in a sentence of its own.
    """
    is_same = other.source is found.source
    place = other.source.name_place(other.span[0], with_source=not is_same)
    if is_same:
        text = "the source itself has it otherwise"
    is_apart = bool(differing) and differing not in words
    if is_apart:
        text = "the source itself has more of it" if is_same else "another source has more of it"
    beside = f", with {mark_words(differing)}" if is_apart else ""
    return CheckReason(
        ReasonCode.SOURCES_DIFFER,
        True,
        f"{text}: {place} {mark_words(words)}{beside}",
        "",
        words,
        passages=other.source.passages_of(other.base),
    )


def _print_sentences(base: PrintedWords, shared: Sequence[PrintedDifference]) -> str:
    """Return the sentences of a passage that a quotation has words of, as printed."""
    bounds = SentenceBounds(base)
    first = bounds.start_of(shared[0].base.start)
    last = bounds.end_of(shared[-1].base.stop - 1)
    return base.print_words(slice(first, last))


def _is_same_utterance(
    draft: DraftQuote,
    found: SourcePassage,
    other: SourcePassage,
    shared: Sequence[PrintedDifference],
) -> bool:
    """Whether a passage is a version of what is quoted, and no other statement like it."""
    words = draft.printed.words
    count, content = _count_shared(draft, shared)
    if other.source is found.source and count < len(words):
        # A speaker may say two things in nearly the same words.
        return False
    speakers = (draft.speaker, found.speaker)
    if any(speakers_differ(speaker, other.speaker) for speaker in speakers):
        return False
    all_content = sum(map(is_content_word, words))
    if count < _count_needed(len(words)) or content < _count_needed(all_content):
        return False
    is_agreed = any(speakers_agree(speaker, other.speaker) for speaker in speakers)
    least = _FEWEST_CONTENT_WORDS if is_agreed else _CONTENT_WORDS
    return content >= least or _go_on_alike(found, other)


def _go_on_alike(found: SourcePassage, other: SourcePassage) -> bool:
    """Whether two passages are one utterance by the words around those that are quoted."""
    keys, other_keys = ({word.key for word in passage.base} for passage in (found, other))
    common = keys & other_keys
    is_most = len(common) >= VERSION_SHARE * min(len(keys), len(other_keys))
    return is_most and sum(map(is_content_key, common)) >= _CONTENT_WORDS


def _count_needed(count: int) -> float:
    """Return how many of some words a version has: most, or all but one."""
    return min(count - 1, VERSION_SHARE * count)


def _count_shared(draft: DraftQuote, shared: Sequence[PrintedDifference]) -> tuple[int, int]:
    """Count the words that a quotation shares with a passage, and the content words of them."""
    words = [word for step in shared for word in draft.printed.words[step.version]]
    return len(words), sum(map(is_content_word, words))


def _names_another(
    draft: DraftQuote,
    found: SourcePassage,
    other: SourcePassage,
    shared: Sequence[PrintedDifference],
) -> bool:
    """Whether another source gives the words to somebody else, as stated there."""
    speaker, agreed = draft.speaker, found.speaker
    if speaker is None or not speaker.is_stated or other.source is found.source:
        return False
    count, content = _count_shared(draft, shared)
    is_enough = content >= _FEWEST_CONTENT_WORDS or (content > 0 and count >= _CLAUSE_WORDS)
    is_whole = is_enough and count == len(draft.printed.words)
    is_whole = is_whole and not other.faults
    # Where only a pronoun makes the speaker that of the first source, the draft may be wrong.
    is_named = agreed and agreed.is_stated and agreed.mention.lower() not in PRONOUNS
    return is_whole and are_two_people(agreed if is_named else speaker, other.speaker)


def _find_other_meaning(
    draft: DraftQuote,
    found: SourcePassage,
    alignment: Alignment,
    steps: Sequence[PrintedDifference],
) -> CheckReason | None:
    """Return the first difference from a passage that is one of meaning."""
    speaker = found.speaker.name if found.speaker else ""
    base, version, _ = alignment
    states = is_clause(version)
    counted = [step for step in steps if _is_counted(step, base, version, states=states)]
    findings: list[Finding] = judge_differences(counted, base, version, draft.beside, speaker)
    if states:
        findings += find_question_findings(counted, base, version)
    reasons = (finding.reason for finding in findings)
    return next((one for one in reasons if one.needs_review and one.code in _MEANINGS), None)


def _is_counted(
    step: PrintedDifference, base: PrintedWords, version: PrintedWords, *, states: bool
) -> bool:
    """Whether a difference may be one of meaning, and not that a source has less of it.

    Args:
        step: the difference.
        base: the words of the passage.
        version: those of the quotation.
        states: whether these state something by themselves; what limits a fragment of a
            sentence may be among the reporter's words.
    """
    old, new = base.words[step.base], version.words[step.version]
    if step.kind is EditKind.SAME:
        return True
    if step.kind is EditKind.DROPPED:
        is_said = not all(word.bracketed or word.key == "that" for word in old)
        is_inside = step.place is EditPlace.INSIDE
        return is_said and (states or (is_inside and is_negated(base.print_words(step.base))))
    if any(word.after_ellipsis for word in base.words[step.base.start : step.base.stop + 1]):
        return False
    if step.kind is EditKind.INSERTED:
        return step.place is EditPlace.INSIDE and is_negated(version.print_words(step.version))
    if all(word.bracketed for word in old) or all(word.bracketed for word in new):
        return False
    if _is_sentences(base, step.base) and _is_sentences(version, step.version):
        return False
    return step.code is ReasonCode.NUMBER or _has_other_words(
        base.print_words(step.base), version.print_words(step.version)
    )


def _has_other_words(old: str, new: str) -> bool:
    """Whether words in the place of others are more than other forms of them, or small words."""
    governing = [one for text in (old, new) for one in find_governing_words(text)]
    if any(one.code in _GOVERNING for one in governing):
        return True
    keys, other_keys = set(word_keys(old)), set(word_keys(new))
    persons, others = keys & _subjects(), other_keys & _subjects()
    if persons and others and persons.isdisjoint(others):
        return True
    stems = [{stem_word(key) for key in some if is_content_key(key)} for some in (keys, other_keys)]
    return bool(stems[0] - stems[1]) and bool(stems[1] - stems[0])


def _subjects() -> frozenset[str]:
    return GOVERNING_LISTS.words["subjects"]


def _is_sentences(printed: PrintedWords, part: slice) -> bool:
    bounds = SentenceBounds(printed)
    return bounds.begins(part.start) and bounds.begins(part.stop)
