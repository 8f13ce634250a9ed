"""Quotes as tuples of plain values, and back: the form in which a process hands them on."""

from __future__ import annotations

from typing import Any

from reader.quotes.quote import (
    Cue,
    Phrase,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Stance,
    Strength,
)

Fields = tuple[Any, ...]
"""Values that JSON can hold: strings, numbers, truth values, None, and tuples of these, which
JSON gives back as lists."""


def quote_to_fields(quote: Quote) -> Fields:
    """Return the fields of a quote but for its words and its passage, which its offsets give."""
    return (
        quote.start,
        quote.end,
        quote.kind.value,
        quote.utterance,
        quote.depth,
        quote.closed,
        attribution_to_fields(quote.speaker, quote.cue, quote.addressee, quote.setting),
        quote.rule,
    )


def quote_from_fields(fields: Fields) -> Quote:
    """Return the quote of these fields.

    Raises:
        TypeError, ValueError: they are not those of a quote.
    """
    start, end, kind, utterance, depth, closed, attribution, rule = fields
    speaker, cue, addressee, setting = attribution_from_fields(attribution)
    return Quote(
        start=start,
        end=end,
        kind=QuoteKind(kind),
        utterance=utterance,
        depth=depth,
        closed=closed,
        speaker=speaker,
        cue=cue,
        addressee=addressee,
        setting=setting,
        rule=rule,
    )


def attribution_to_fields(
    speaker: Speaker | None, cue: Cue | None, addressee: Phrase | None, setting: Phrase | None
) -> Fields:
    """Return the fields of all that says who said something, how, to whom and where."""
    return (
        speaker
        and (
            speaker.name,
            speaker.mention,
            speaker.start,
            speaker.end,
            speaker.kind.value,
            speaker.confidence,
            int(speaker.strength),
            speaker.resolution,
            speaker.represents,
        ),
        cue and (cue.text, cue.lemma, cue.stance.value, cue.start, cue.end),
        addressee and (addressee.text, addressee.start, addressee.end),
        setting and (setting.text, setting.start, setting.end),
    )


def attribution_from_fields(
    fields: Fields,
) -> tuple[Speaker | None, Cue | None, Phrase | None, Phrase | None]:
    """Return (speaker, cue, addressee, setting) of these fields.

    Raises:
        TypeError, ValueError: they are not those of an attribution.
    """
    speaker, cue, addressee, setting = fields
    return (
        speaker and _read_speaker(*speaker),
        cue and _read_cue(*cue),
        addressee and Phrase(*addressee),
        setting and Phrase(*setting),
    )


def _read_speaker(
    name: str,
    mention: str,
    start: int,
    end: int,
    kind: str,
    confidence: float,
    strength: int,
    resolution: str,
    represents: str,
) -> Speaker:
    return Speaker(
        name,
        mention,
        start,
        end,
        SpeakerKind(kind),
        confidence,
        Strength(strength),
        resolution,
        represents,
    )


def _read_cue(text: str, lemma: str, stance: str, start: int, end: int) -> Cue:
    return Cue(text, lemma, Stance(stance), start, end)
