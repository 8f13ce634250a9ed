"""Sentences in which the reporter tells in own words what somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.quote_versions import VersionForm
from reader.quote_versions.governed_clauses import find_foreign_clause
from reader.quotes import ArticleText, Cue, Speaker, Stance, Strength
from reader.quotes.other_languages.indirect_sentences import read_foreign_sentence
from reader.quotes.other_languages.text_language import ENGLISH, find_speech_language
from reader.quotes.speakers import read_sentence_speaker, read_sentence_speakers
from reader.story.reported_speech.added_verbs import find_added_verbs
from reader.story.reported_speech.inverted_speech import (
    read_inner_speaker,
    read_inverted,
    read_relative_speaker,
    read_speaker_at_end,
)
from reader.story.reported_speech.said_clauses import read_clauses, read_following_clause
from reader.story.reported_speech.speaker_doubts import is_told_of, weigh_speaker
from reader.story.reported_speech.speech import Span, Speech, count_words, story_paragraphs
from reader.text.reporting_verbs import load_reporting_verbs

_BY_PREPOSITION = "according"
_MOST_QUOTED = 12
"""Quotations of one sentence that are looked at."""
_LEAST_CUT = 4
"""Words of a clause that are left before the speaker of a quotation in it."""
_BINDING = re.compile(
    r"(?:(?:,| [—–])?(?: (?:and|but|which|who|that|as|while|what|over|of))*|[,\s—–-]*)"
    r"(?: (?:[A-Z][\w’'.-]*|the|an?|former))*\s*$"
)
"""Before a speaker's name: titles, and what binds its clause to the one before."""
_LEAST_SAID = 2
"""Words of a clause of indirect speech."""


def find_indirect_speeches(text: ArticleText, quoted: Sequence[Speech]) -> Iterator[Speech]:
    """Yield what the reporter tells in own words that somebody said.

    Of a sentence that quotes it is the clause of a verb that reports no quotation: "Lee said she
    was late, adding “I ran”" has one of "said" unless that one reports the quotation.

    Args:
        text: the article.
        quoted: its quotations.
    """
    language = find_speech_language(text.text)
    marked = sorted((span, speech) for speech in quoted for span in speech.spans)
    first = 0
    for paragraph in story_paragraphs(text.article):
        begin = text.start_of(paragraph)
        for sentence in paragraph.sentences:
            start, end = begin + sentence.start, begin + sentence.stop
            while first < len(marked) and marked[first][0][1] <= start:
                first += 1
            inside = [each for each in marked[first : first + _MOST_QUOTED] if each[0][0] < end]
            if not inside:
                yield from _read_sentence(text.text, start, end, language)
            elif language == ENGLISH and _may_report(text.text[start:end]):
                yield from _read_beside_quotations(text.text, (start, end), inside)


def _read_beside_quotations(
    text: str, sentence: Span, quoted: Sequence[tuple[Span, Speech]]
) -> list[Speech]:
    """Return the clauses of the verbs of a sentence that do not report its quotations.

    A clause ends before the speaker of a quotation in it; a quotation that is part of it is no
    clause of its own.

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        quoted: the quotations in it with their places.
    """
    read = {speech.cue.start for _, speech in quoted if speech.cue is not None}
    further = [
        (speaker, cue)
        for speaker, cue in read_sentence_speakers(text, *sentence)
        if not cue.text.lower().endswith("ing") and not _is_inside(speaker.start, quoted)
    ]
    speeches: list[Speech] = []
    for speaker, cue in (*further, *find_added_verbs(text, sentence, quoted)):
        if cue.start in read or _is_inside(cue.start, quoted) or is_told_of(text, speaker, cue):
            continue
        clauses, is_sure = read_following_clause(text, sentence, speaker, cue)
        if not clauses:
            continue
        read.add(cue.start)
        (begin, end), *_ = clauses
        stop = _find_speaker_inside(text, (begin, end), quoted)
        if stop is not None and len(text[begin:stop].split()) < _LEAST_CUT:
            continue
        clause = (begin, end if stop is None else stop)
        if speech := _make_speech(text, speaker, cue, (clause,), is_sure=is_sure and stop is None):
            speeches = _join(speeches, speech)
    return speeches


def _find_speaker_inside(
    text: str, clause: Span, quoted: Sequence[tuple[Span, Speech]]
) -> int | None:
    """Return where the words for the speaker of a quotation inside a clause begin, with what binds
    them; the start of the clause if they are not in it, None if it has no quotation."""
    begin, end = clause
    found = [speech for span, speech in quoted if span[0] < end and begin < span[1]]
    if not found:
        return None
    starts = [each.speaker.start if each.speaker else begin for each in found]
    if min(starts) <= begin:
        return begin
    return begin + len(_BINDING.sub("", text[begin : min(starts)]))


def _is_inside(position: int, quoted: Sequence[tuple[Span, Speech]]) -> bool:
    """Return whether a position is between the marks of a quotation."""
    return any(begin <= position < end for (begin, end), _ in quoted)


def _read_sentence(text: str, start: int, end: int, language: str) -> list[Speech]:
    """Return what a sentence without quotation marks gives as somebody's words.

    Everything that one speaker says in it is one speech.
    """
    if language != ENGLISH:
        found = read_foreign_sentence(text, start, end, language)
        clauses = (find_foreign_clause(start, end, *found),) if found else ()
        speech = _make_speech(text, *found, clauses, is_sure=True) if found else None
        return [speech] if speech else []
    if not _may_report(text[start:end]):
        return []
    reports = list(read_sentence_speakers(text, start, end))
    first = _read_first(text, start, end, reports)
    return _add_further(text, (start, end), reports, [first] if first else [])


def _read_first(
    text: str, start: int, end: int, reports: Iterable[tuple[Speaker, Cue]]
) -> Speech | None:
    """Return what the first reporting verb of an English sentence gives as somebody's words.

    Args:
        text: the text of the article.
        start: where the sentence begins.
        end: where it ends.
        reports: what `read_sentence_speakers` returns of it.
    """
    found = read_sentence_speaker(text, start, end) or read_inverted(text, (start, end))
    if found is None:
        return None
    if other := _read_other_speaker(text, start, end, *found):
        found = other
    elif found[0].strength < Strength.LOOSE:
        return None
    else:
        # What is inserted between dashes has no verb of what comes after it.
        same = (each for each in reports if each[1] == found[1])
        found = next(same, found)
    if is_told_of(text, *found):
        return None
    clauses, is_sure = read_clauses(text, (start, end), *found)
    return _make_speech(text, *found, clauses, is_sure=is_sure)


def _read_other_speaker(
    text: str, start: int, end: int, speaker: Speaker, cue: Cue
) -> tuple[Speaker, Cue] | None:
    """Return the speaker and the verb whose words others stand before or inside."""
    if at_end := read_speaker_at_end(text, end, speaker, cue):
        return read_inner_speaker(text, (start, end), cue) or (at_end, cue)
    if inner := read_inner_speaker(text, (start, end), cue):
        return inner
    near = read_relative_speaker(text, start, speaker, cue)
    return (near, cue) if near else None


def _add_further(
    text: str,
    sentence: Span,
    reports: Iterable[tuple[Speaker, Cue]],
    speeches: list[Speech],
) -> list[Speech]:
    """Return the speeches of an English sentence with those of its other reporting verbs.

    What a verb reports that is itself in somebody's words is told, and no speech of its own.
    """
    for speaker, cue in reports:
        known = [each.cue for each in speeches if each.cue]
        if any(each.start <= cue.start < each.end for each in known):
            continue
        if any(begin <= cue.start < end for each in speeches for begin, end in each.spans):
            continue
        clauses, is_sure = read_following_clause(text, sentence, speaker, cue)
        if not clauses or is_told_of(text, speaker, cue):
            continue
        if speech := _make_speech(text, speaker, cue, clauses, is_sure=is_sure):
            speeches = _join(speeches, speech)
    return speeches


def _join(speeches: list[Speech], further: Speech) -> list[Speech]:
    """Return speeches with one more, which joins an earlier one of the same speaker."""
    for index, speech in enumerate(speeches):
        if _is_same(speech.speaker, further.speaker):
            if any(a < d and c < b for a, b in speech.spans for c, d in further.spans):
                return speeches
            is_sure = speech.words > 0 and further.words > 0
            whole = replace(
                speech,
                spans=tuple(sorted((*speech.spans, *further.spans))),
                words=speech.words + further.words if is_sure else 0,
            )
            return [*speeches[:index], whole, *speeches[index + 1 :]]
    return [*speeches, further]


def _is_same(one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.name == other.name


def _make_speech(
    text: str, speaker: Speaker, cue: Cue, clauses: tuple[Span, ...], *, is_sure: bool
) -> Speech | None:
    """Return the speech of a speaker; None where it is not stated who speaks, or nothing is said.

    Args:
        text: the text of the article.
        speaker: the speaker as read.
        cue: the verb.
        clauses: the words that it gives as the speaker's.
        is_sure: whether it is sure where they end.
    """
    if not clauses:
        return None
    speaker = weigh_speaker(text, speaker, cue, clauses, is_part=False)
    words = sum(count_words(text, clause) for clause in clauses)
    is_said = speaker.is_stated and speaker.strength >= Strength.LOOSE
    if words < _LEAST_SAID or not is_said or cue.stance is Stance.THINKING:
        return None
    return Speech(VersionForm.INDIRECT, clauses, words if is_sure else 0, speaker, cue)


def _may_report(sentence: str) -> bool:
    """Return whether a sentence has a form of a reporting verb, weak ones included."""
    known = load_reporting_verbs()
    words = [word.strip(".,;:“”\"’'()—–").lower() for word in sentence.split()]
    if _BY_PREPOSITION in words or not known.single.keys().isdisjoint(words):
        return True
    return any(pair in known.double for pair in pairwise(words))
