"""What an article gives as somebody's words: quotations, and sentences of indirect speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quote_versions import VersionForm
from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import (
    ArticleText,
    Cue,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Strength,
    Utterance,
    group_utterances,
)
from reader.quotes.repeated_utterances import find_repeated
from reader.story.reported_speech.indirect_speeches import find_indirect_speeches
from reader.story.reported_speech.said_clauses import PLAIN_VERBS
from reader.story.reported_speech.speaker_doubts import is_given_wrongly, read_letter, weigh_speaker
from reader.story.reported_speech.speech import STORY_KINDS, Speech, count_words
from reader.story.reported_speech.unspoken_verbs import is_denied

_LEAST_LARGE = 4
"""Letters of a word that has a capital in a title."""
_ASKED_CHARS = 90
_ASKED = re.compile(
    r"(?:^|\n|[.”\"] )Asked\b"
    r"(?:[^.“”\"\n]|(?<=\bM[rs])\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen))\.)*,? [“\"]?$"
)
"""Before the words of somebody else: "Asked by an aide, “Is it late?”, Mr. Lee replied"."""
_IS_WORK = re.compile(
    r"[”\"’']*[ \u00a0](?:show|program(?:me)?|host|anchor|magazine|newspaper|podcast|column|album"
    r"|song|film|movie|series|broadcast|segment)\b"
)
"""What follows the name of a work: NBC’s “Today” show."""


def find_speeches(text: ArticleText, quotes: Sequence[Quote]) -> list[Speech]:
    """Return what an article gives as somebody's words, in its order.

    A quotation inside another is part of it, and one that is printed again, as in a headline or a
    pull quote, is said once. A term that the reporter sets off is speech only
    where its speaker is stated. What the verb of a quotation reports is no indirect speech besides.

    Args:
        text: the text of the article.
        quotes: its quotes.
    """
    outer = [quote for quote in quotes if quote.depth == 0 and _is_of_story(quote)]
    utterances = [each for each in group_utterances(outer) if each.kind is not QuoteKind.TITLE]
    repeated = find_repeated(text.text, utterances)
    read = [
        (utterance.number, speech)
        for utterance in utterances
        if (speech := _read_utterance(text.text, utterance)) is not None
    ]
    found = [speech for number, speech in read if number not in repeated]
    # A whole quotation that is printed again is no indirect speech either.
    again = [
        speech
        for number, speech in read
        if number in repeated and speech.form is VersionForm.DIRECT
    ]
    found += find_indirect_speeches(text, (*found, *again))
    return sorted(found, key=lambda speech: speech.spans[0])


def _read_utterance(text: str, utterance: Utterance) -> Speech | None:
    parts = utterance.parts
    speaker, cue = parts[0].speaker, parts[0].cue
    is_direct = utterance.kind is QuoteKind.DIRECT
    spans = tuple((part.start, part.end) for part in parts)
    # Whom the user named has said it, whatever is beside it.
    if speaker is None or speaker.resolution != CORRECTED_BY_USER:
        speaker, cue = _find_speaker(text, parts)
        if not _is_speech(text, utterance, speaker, cue):
            return None
        if speaker is not None:
            speaker = weigh_speaker(text, speaker, cue, spans, is_part=not is_direct)
    return Speech(
        VersionForm.DIRECT if is_direct else VersionForm.PARTIAL,
        spans,
        sum(count_words(text, span) for span in spans),
        speaker,
        cue,
    )


def _find_speaker(text: str, parts: Sequence[Quote]) -> tuple[Speaker | None, Cue | None]:
    """Return the speaker and the verb of an utterance; none where it is not that one's words."""
    speaker, cue = parts[0].speaker, parts[0].cue
    is_asked = _ASKED.search(text[max(0, parts[0].start - _ASKED_CHARS) : parts[0].start])
    if speaker is not None and cue is not None and is_denied(text, speaker, cue):
        speaker = None
    if cue is not None and (cue.lemma == "lie" or (is_asked and cue.start > parts[0].end)):
        speaker = None
    if speaker is not None and is_given_wrongly(text, speaker, parts[0].start, parts[-1].end):
        speaker, cue = read_letter(text, parts[-1].end), None
    return speaker, cue


def _is_speech(text: str, utterance: Utterance, speaker: Speaker | None, cue: Cue | None) -> bool:
    """Return whether an utterance is no term that is set off and no title of a work."""
    parts = utterance.parts
    if utterance.kind is QuoteKind.SCARE and not (
        speaker is not None and speaker.is_stated and cue is not None
    ):
        return False
    if all(_IS_WORK.match(text, part.end) for part in parts):
        return False
    is_title = _is_title_case(text[parts[0].start : parts[0].end])
    return not is_title or _is_surely_said(speaker, cue)


def _is_surely_said(speaker: Speaker | None, cue: Cue | None) -> bool:
    """Return whether a verb of saying gives words as somebody's, or a text has them."""
    if speaker is None or cue is None:
        return False
    is_text = speaker.kind is SpeakerKind.DOCUMENT
    return is_text or speaker.strength is Strength.ADJACENT or cue.lemma in PLAIN_VERBS


def _is_title_case(words: str) -> bool:
    """Return whether words may be a motto or the title of a work: "In God We Trust"."""
    large = [word for word in words.split() if len(word) >= _LEAST_LARGE]
    is_sentence = words.endswith(("?", "!"))
    return len(large) > 1 and not is_sentence and all(word[0].isupper() for word in large)


def _is_of_story(quote: Quote) -> bool:
    return quote.passage is None or quote.passage.paragraph.kind in STORY_KINDS
