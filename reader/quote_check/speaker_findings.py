"""The findings on the speaker that a draft gives to a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.source_passages import SourcePassage
from reader.quote_check.speaker_descriptions import find_contradicted
from reader.quote_check.speaker_genders import find_other_gender
from reader.quote_check.speaker_mentions import SpeakerMention
from reader.quote_check.speaker_relations import SpeakerRelation
from reader.quote_versions.check_reasons import (
    HARMLESS_CODES,
    CheckReason,
    ReasonCode,
    mark_words,
)
from reader.quotes.quote import Speaker
from reader.text.words import word_keys


def find_speaker_findings(
    speaker: Speaker | None, text: str, found: SourcePassage
) -> Iterator[Finding]:
    """Yield the finding on the speaker of a quotation, if there is one.

    Args:
        speaker: as given in the draft; where there is none, or it is inferred, nothing is claimed.
        text: the draft; empty where the name was given by itself.
        found: the passage of the source.
    """
    if speaker is None or not speaker.is_stated or found.quote is None:
        return
    source = found.speaker
    given = SpeakerMention(speaker, text)
    other = SpeakerMention(source, found.source.text) if source else None
    described = given if text else _split_description(speaker)
    contradicted = find_contradicted(described, found.source.text)
    if contradicted is not None:
        ours, theirs = contradicted
        message = f"described otherwise: {mark_words(theirs)} in the source is {mark_words(ours)}"
        yield _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, message, ours, theirs)
        return
    relation = found.source.relations.relate(given, other, found.base[0].start)
    name = other.printed if other else ""
    namesake = find_other_gender(given, found.source.text)
    if namesake and relation in (SpeakerRelation.SAME, SpeakerRelation.RESPELLED):
        relation, name = SpeakerRelation.OTHER, namesake
    if relation is SpeakerRelation.OTHER:
        text = f"other speaker: {name or 'somebody else'} in the source"
        yield _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, speaker.name, name)
    elif relation is SpeakerRelation.UNSTATED:
        text = f"the source does not say that {speaker.name} said it"
        text += f": {name} there" if name else ""
        yield _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, speaker.name, name)
    elif relation is SpeakerRelation.SPOKESPERSON:
        text = f"the source says that one speaks for the other: {name}"
        yield _make(Verdict.EXACT, ReasonCode.SPOKESPERSON, text, speaker.name, name)
    elif relation is SpeakerRelation.RESPELLED and not _is_same_name(name, speaker.name):
        text = f"speaker written differently: {name} in the source"
        yield _make(Verdict.EXACT, ReasonCode.SPEAKER_SPELLING, text, speaker.name, name)


def _split_description(speaker: Speaker) -> SpeakerMention:
    """Read a speaker that was given by itself as a name with what is said of it behind."""
    name = re.split(r",| \(", speaker.name, maxsplit=1)[0]
    named = replace(speaker, name=name, mention=name, start=0, end=len(name))
    return SpeakerMention(named, f"{speaker.name}, said")


def _make(verdict: Verdict, code: ReasonCode, text: str, name: str, source: str) -> Finding:
    return Finding(verdict, CheckReason(code, code not in HARMLESS_CODES, text, name, source))


def _is_same_name(one: str, other: str) -> bool:
    return word_keys(one) == word_keys(other)
