"""From a text in another language than English to its quotes, with kind, speaker and cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.quotes.other_languages.dash_dialogue import find_dash_speech
from reader.quotes.other_languages.foreign_kinds import QuotePlace, classify_foreign
from reader.quotes.other_languages.speech_words import (
    SPACED_LANGUAGES,
    UNSPACED_LANGUAGES,
    SpeechWords,
    load_speech_words,
)
from reader.quotes.other_languages.spoken_after import read_spoken_after
from reader.quotes.other_languages.spoken_before import read_spoken_before
from reader.quotes.other_languages.spoken_by import SpokenBy
from reader.quotes.other_languages.unspaced_speech import VERB_ALONE_AFTER, read_unspaced
from reader.quotes.quotation_marks import MarkedSpan, find_marked_spans
from reader.quotes.quote import Quote, QuoteKind, Speaker, SpeakerKind
from reader.quotes.quote_context import REACH_BACK
from reader.text.quote_signs import LEFT_CORNERS, QUOTE_SIGNS
from reader.text.sentences import find_sentence_start
from reader.text.words import is_unspaced

_SPOKEN = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
_REACH_AFTER = 400
"""Characters after a quote that are read."""
_CHARS_PER_QUOTE, _LEAST_READ = 50, 200
"""Of a text, so many quotes and one more per so many characters are attributed."""
_AROUND_REST = " \u00a0\u202f\u3000,.，。—–-„«“‘‚\"'「『"
_MARKS = " \u00a0\u202f\u3000" + QUOTE_SIGNS
_STOP = re.compile("[.?!…。！？:：]")
_MOST_REST = 80
"""Characters between an attribution and the sentence after it, with which a speaker goes on."""
_INNER_BREAKS = 8
"""Commas of a quote at which an attribution inside its marks is looked for."""


class _ReadQuote(NamedTuple):
    """A quote with its attribution."""

    quote: Quote
    spoken: SpokenBy | None


def find_foreign_quotes(text: str, language: str) -> list[Quote]:
    """Find the quotes of a text, in any order.

    In a language without a file of speech words no quote has a speaker.

    Args:
        text: the article, a paragraph a line.
        language: ISO 639-1 code.
    """
    has_words = language in SPACED_LANGUAGES or language in UNSPACED_LANGUAGES
    words = load_speech_words(language) if has_words else None
    marked = find_marked_spans(text)
    top = [span for span in marked if span.depth == 0]
    budget = len(text) // _CHARS_PER_QUOTE + _LEAST_READ
    found: list[_ReadQuote] = []
    line = slice(-1, -1)
    for index, span in enumerate(top[:budget]):
        if span.opened >= line.stop:
            end = text.find("\n", span.end)
            start = text.rfind("\n", max(0, line.stop), span.opened + 1) + 1
            line = slice(start or max(0, line.stop), len(text) if end < 0 else end)
        place = _find_place(text, top, index, line)
        found += _read_quote(place, span, words)
    quotes = _join_utterances(text, found)
    number = len(quotes)
    for span in [span for span in marked if span.depth > 0] + top[budget:]:
        kind = _classify_alone(text, span)
        quotes.append(Quote(span.start, span.end, kind, number, span.depth, span.closed))
        number += 1
    quotes += _find_in_dash_lines(text, words, top, number)
    return _complete_names(quotes)


def _find_place(text: str, top: Sequence[MarkedSpan], index: int, line: slice) -> QuotePlace:
    """Find a quote's sentence; `line` is its paragraph."""
    span = top[index]
    lowest = max(line.start, span.opened - REACH_BACK)
    if index and top[index - 1].after > lowest:
        lowest = top[index - 1].after
    begin = find_sentence_start(text, lowest, span.opened) if lowest < span.opened else lowest
    if text[span.opened - 1 : span.opened] in ("。", "！", "？"):
        begin = span.opened
    following = top[index + 1].opened if index + 1 < len(top) else len(text)
    after = min(following, line.stop, span.after + _REACH_AFTER)
    return QuotePlace(text, span.start, span.end, (begin, span.opened), (span.after, after))


def _read_quote(
    place: QuotePlace, span: MarkedSpan, words: SpeechWords | None
) -> Iterator[_ReadQuote]:
    """Yield the quote, or its parts where the attribution is inside the marks."""
    if words is not None and words.language in UNSPACED_LANGUAGES:
        yield _read_unspaced_quote(place, span, words)
        return
    before = read_spoken_before(place.text, *place.before, words) if words else None
    after = read_spoken_after(place.text, *place.after, words) if words else None
    kind = classify_foreign(place, before, after, words)
    spoken = _choose(place, kind, before, after)
    if words is not None and spoken is None and kind is QuoteKind.DIRECT:
        inner = _read_inner(place, words)
        if inner is not None:
            for start, end in inner[1]:
                quote = Quote(start, end, QuoteKind.DIRECT, 0, 0, span.closed)
                yield _ReadQuote(quote, inner[0])
            return
    yield _ReadQuote(Quote(span.start, span.end, kind, 0, 0, span.closed), spoken)


def _choose(
    place: QuotePlace, kind: QuoteKind, before: SpokenBy | None, after: SpokenBy | None
) -> SpokenBy | None:
    """Choose the attribution of a quote of a kind."""
    if kind not in _SPOKEN:
        return None
    if place.follows_colon:
        is_named_after = after is not None and after.has_name and after.rule.startswith("verb")
        return after if is_named_after and not (before and before.has_name) else before or after
    if kind is QuoteKind.DIRECT and after is not None and after.cue is not None:
        return after
    return before or after


def _read_unspaced_quote(place: QuotePlace, span: MarkedSpan, words: SpeechWords) -> _ReadQuote:
    reading = read_unspaced(place.text, place.before, place.after, words)
    spoken = reading.spoken
    is_work = place.text[span.opened] in LEFT_CORNERS[1]
    if reading.is_term:
        kind = QuoteKind.TITLE if is_work else QuoteKind.SCARE
    elif spoken is not None and not reading.completes:
        kind = QuoteKind.DIRECT
    elif spoken is not None and not (place.follows_colon or place.ends_sentence):
        kind = QuoteKind.PARTIAL if place.words >= 2 else QuoteKind.SCARE
    elif spoken is None and place.tail.startswith("と") and place.words >= 3:
        kind = QuoteKind.DIRECT
    else:
        kind = classify_foreign(place, spoken, None, None)
    used = spoken if kind in _SPOKEN else None
    return _ReadQuote(Quote(span.start, span.end, kind, 0, 0, span.closed), used)


def _read_inner(
    place: QuotePlace, words: SpeechWords
) -> tuple[SpokenBy, list[tuple[int, int]]] | None:
    """Read an attribution inside the marks: « We shall, said Anna Berg, begin again »."""
    if not words.has("inside marks"):
        return None
    text, at = place.text, place.start
    for _ in range(_INNER_BREAKS):
        comma = text.find(",", at, place.end)
        if comma < 0:
            return None
        at = comma + 1
        spoken = read_spoken_after(text, comma, place.end, words)
        if spoken is None or spoken.cue is None or spoken.mention is None:
            continue
        if spoken.cue.start > comma + 14 or text[spoken.end : spoken.end + 1] not in (",", "."):
            continue
        rest = spoken.end + 1
        while rest < place.end and text[rest].isspace():
            rest += 1
        spans = [(place.start, comma)]
        return spoken, [*spans, (rest, place.end)] if rest < place.end else spans
    return None


def _join_utterances(text: str, found: Sequence[_ReadQuote]) -> list[Quote]:
    """Number the quotes; those with one attribution between them are one utterance."""
    quotes: list[Quote] = []
    number = -1
    last: _ReadQuote | None = None
    for each in found:
        spoken = each.spoken
        quote = each.quote
        if last is not None and _goes_on(text, last, each):
            spoken = last.spoken
            if quote.kind is not QuoteKind.DIRECT:
                quote = replace(quote, kind=last.quote.kind)
        else:
            number += 1
        if spoken is not None and quote.kind in _SPOKEN:
            speaker = spoken.make_speaker(text)
            quote = replace(quote, speaker=speaker, cue=spoken.cue, rule=spoken.rule)
        quotes.append(replace(quote, utterance=number))
        last = each._replace(quote=quote, spoken=spoken)
    return quotes


def _goes_on(text: str, last: _ReadQuote, following: _ReadQuote) -> bool:
    """Whether a quote goes on after the attribution of the one before, in its paragraph."""
    between = text[last.quote.end : following.quote.start]
    if last.spoken is None or last.quote.kind is not QuoteKind.DIRECT or "\n" in between:
        return False
    own = following.spoken
    if own is None:
        return _follows_unattributed(text, last.spoken, last.quote.end, following.quote)
    if own.rule == VERB_ALONE_AFTER and is_unspaced(own.cue_text):
        return last.spoken.mention is not None and not _STOP.search(between)
    is_same_cue = own.cue is not None and own.cue == last.spoken.cue
    return is_same_cue and last.quote.end <= last.spoken.end <= following.quote.start


def _follows_unattributed(text: str, spoken: SpokenBy, end: int, following: Quote) -> bool:
    """Whether a quote without attribution goes on after one that ends at `end`."""
    between = text[end : following.start]
    if not between.strip(_MARKS):
        return following.kind is QuoteKind.DIRECT
    if not end <= spoken.end <= following.start:
        return False
    rest = text[spoken.end : following.start].strip(_AROUND_REST)
    if not rest:
        is_split = between.rstrip(_MARKS).endswith((",", "，", "、"))
        return following.kind in _SPOKEN or is_split
    is_one_sentence = len(rest) <= _MOST_REST and not _STOP.search(rest)
    return is_one_sentence and following.kind is QuoteKind.DIRECT


def _classify_alone(text: str, span: MarkedSpan) -> QuoteKind:
    """Judge a quote inside another one, or one of a flood of marks, by its own words."""
    place = QuotePlace(text, span.start, span.end, (span.opened,) * 2, (span.after,) * 2)
    is_sentence = place.ends_sentence and place.begins_sentence and place.words > 3
    return QuoteKind.DIRECT if is_sentence else QuoteKind.SCARE


def _find_in_dash_lines(
    text: str, words: SpeechWords | None, top: Sequence[MarkedSpan], number: int
) -> Iterator[Quote]:
    """Yield the speech after dashes, outside all marks."""
    if words is None:
        return
    openings = [span.opened for span in top]
    for speech in find_dash_speech(text, words):
        first, last = speech.spans[0][0], speech.spans[-1][1]
        before = bisect_left(openings, last)
        if before and top[before - 1].after > first:
            continue
        speaker = speech.spoken.make_speaker(text)
        for start, end in speech.spans:
            yield Quote(
                start,
                end,
                QuoteKind.DIRECT,
                number,
                speaker=speaker,
                cue=speech.spoken.cue,
                rule=f"dash, {speech.spoken.rule}",
            )
        number += 1


def _complete_names(quotes: Sequence[Quote]) -> list[Quote]:
    """Give a speaker named by a surname the full name that another quote has."""
    full_names: dict[str, set[str]] = {}
    for speaker in (quote.speaker for quote in quotes):
        if speaker is None or speaker.kind is SpeakerKind.ROLE:
            continue
        surname = speaker.name[:2] if is_unspaced(speaker.name) else speaker.name.split()[-1]
        if speaker.name != surname:
            full_names.setdefault(surname, set()).add(speaker.name)
    return [replace(quote, speaker=_complete_name(quote.speaker, full_names)) for quote in quotes]


def _complete_name(speaker: Speaker | None, full_names: Mapping[str, set[str]]) -> Speaker | None:
    """Return a speaker named by a surname with the one full name that has it."""
    if speaker is None or speaker.kind is SpeakerKind.ROLE:
        return speaker
    fuller = full_names.get(speaker.name, set())
    return replace(speaker, name=next(iter(fuller))) if len(fuller) == 1 else speaker
