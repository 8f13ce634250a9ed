"""The findings on the speaker that a draft gives to a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.quote_check.bare_surnames import find_introduced
from reader.quote_check.draft_verdicts import Finding, Verdict
from reader.quote_check.given_speakers import read_given_speaker, relate_by
from reader.quote_check.known_titles import find_unknown_title, gives_same_words
from reader.quote_check.name_suffixes import add_suffix, match_suffixed
from reader.quote_check.quote_surroundings import read_line
from reader.quote_check.source_passages import SourceIndex, SourcePassage
from reader.quote_check.speaker_descriptions import (
    find_contradicted,
    find_excluded,
    has_description,
)
from reader.quote_check.speaker_genders import (
    find_bearers_elsewhere,
    find_other_gender,
    is_gender_open,
)
from reader.quote_check.speaker_mentions import SpeakerMention
from reader.quote_check.speaker_relations import SpeakerRelation
from reader.quote_versions.check_reasons import (
    HARMLESS_CODES,
    CheckReason,
    ReasonCode,
    mark_words,
)
from reader.quotes.quote import Speaker, SpeakerKind
from reader.text.words import word_keys


def find_speaker_findings(
    speaker: Speaker | None, text: str, found: SourcePassage
) -> Iterator[Finding]:
    """Yield the finding on the speaker of a quotation, if there is one.

    Args:
        speaker: as given in the draft; where there is none, nothing is claimed. One that is only
            inferred is what a reader of the draft may take it for.
        text: the draft; empty where the name was given by itself.
        found: the passage of the source.
    """
    if speaker is None or found.quote is None:
        return
    if not speaker.is_stated:
        yield from _find_misleading(speaker, text, found)
        return
    source = found.speaker
    if source is not None and _is_named_alike(speaker, text, source, found.source.text):
        return
    given = SpeakerMention(speaker, text) if text else relate_by(speaker)
    other = SpeakerMention(source, found.source.text) if source else None
    contradicted = find_contradicted(_describe(speaker, text), found.source.text)
    if contradicted is not None:
        yield _explain_contradicted(*contradicted, "the source")
        return
    relation = found.source.relations.relate(given, other, found.base[0].start)
    name = other.printed if other else ""
    namesake = find_other_gender(given, found.source.text)
    if namesake and relation in (SpeakerRelation.SAME, SpeakerRelation.RESPELLED):
        relation, name = SpeakerRelation.OTHER, namesake
    if relation is SpeakerRelation.OTHER:
        name = (find_introduced(given, other) if other else "") or name
        text = f"other speaker: {name or 'somebody else'} in the source"
        yield _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, speaker.name, name)
    elif relation is SpeakerRelation.UNSTATED:
        text = _explain_unstated(given, other)
        yield _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, speaker.name, name)
    elif relation is SpeakerRelation.SPOKESPERSON:
        text = f"the source says that one speaks for the other: {name}"
        yield _make(Verdict.EXACT, ReasonCode.SPOKESPERSON, text, speaker.name, name)
    elif relation is SpeakerRelation.RESPELLED and not _is_same_name(name, speaker.name):
        is_one = source is not None and source.kind is SpeakerKind.JOINT
        label = "one of those who said it" if is_one else "speaker written differently"
        text = f"{label}: {name} in the source"
        yield _make(Verdict.EXACT, ReasonCode.SPEAKER_SPELLING, text, speaker.name, name)


def _find_misleading(speaker: Speaker, text: str, found: SourcePassage) -> Iterator[Finding]:
    """Yield the finding that a draft names somebody beside words that another person said.

    "Smith was unmoved. “We shall sail.”" states no speaker, and is read as words of Smith.
    """
    source = found.speaker
    if source is None or not source.is_stated or not text:
        return
    given, other = SpeakerMention(speaker, text), SpeakerMention(source, found.source.text)
    if not (given.is_named and other.is_named):
        return
    relation = found.source.relations.relate(given, other, found.base[0].start)
    if relation is SpeakerRelation.OTHER:
        message = (
            f"no speaker stated beside it, {given.printed} named before: {other.printed} there"
        )
        yield _make(
            Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, message, speaker.name, other.printed
        )


def _is_named_alike(speaker: Speaker, text: str, source: Speaker, source_text: str) -> bool:
    """Whether a draft has the whole line in which a source names the speaker, and its name."""
    if (speaker.name, speaker.mention) != (source.name, source.mention):
        return False
    line = read_line(text, speaker.start)
    return bool(line) and line == read_line(source_text, source.start)


def _explain_unstated(given: SpeakerMention, source: SpeakerMention | None) -> str:
    name = source.printed if source else ""
    if source is not None and source.is_named and not given.is_named:
        described = given.printed
        if described.partition(" ")[0] in ("The", "A", "An"):
            described = described[0].lower() + described[1:]
        return f"the source does not say that {name} is {described}"
    text = f"the source does not say that {given.speaker.name} said it"
    return f"{text}: {name} there" if name else text


def is_contradicted(speaker: Speaker | None, text: str, found: SourcePassage) -> bool:
    """Return whether a source describes the speaker so that the draft's description is false."""
    if speaker is None or not speaker.is_stated:
        return False
    return find_contradicted(_describe(speaker, text), found.source.text) is not None


def find_contradicting_source(
    speaker: Speaker | None, text: str, found: SourcePassage, sources: Iterable[SourceIndex]
) -> CheckReason | None:
    """Return the reason that another source gives a speaker another party, office or gender.

    For a party or an office only sources count that have the whole name, given name and surname.

    Args:
        speaker: as given in the draft.
        text: the draft; empty where the name was given by itself.
        found: the passage of the source by which the quotation is judged.
        sources: all sources.
    """
    if speaker is None or not speaker.is_stated or found.quote is None:
        return None
    described = _describe(speaker, text)
    unproven = _find_unproven_gender(described, found, sources)
    unproven = unproven or _find_unproven_suffix(described, found, sources)
    if unproven is not None:
        return unproven
    if not described.is_named or not has_description(described):
        return None
    name = described.name if " " in described.name else _find_whole_name(described.name, found)
    if " " not in name:
        return None
    if gives_same_words(described, found.source.text):
        return None
    for source in sources:
        if source is found.source or name not in source.text:
            continue
        contradicted = find_excluded(described, source.text)
        if contradicted is not None:
            place = source.name_place(source.text.index(name), with_source=True)
            return _explain_contradicted(*contradicted, place).reason
    unknown = find_unknown_title(described, [source.text for source in sources])
    return _explain_contradicted(*unknown, "the sources").reason if unknown else None


def _find_unproven_gender(
    given: SpeakerMention, found: SourcePassage, sources: Iterable[SourceIndex]
) -> CheckReason | None:
    """Return the reason that no source shows that a "Mrs" or "Mr" has the right gender."""
    said_by = found.speaker.name if found.speaker else ""
    if not is_gender_open(given, said_by, found.source.text):
        return None
    is_proven, other = find_bearers_elsewhere(given, [source.text for source in sources])
    if is_proven:
        return None
    text = f"the sources do not show that {said_by} is {given.printed}"
    text += f": {other} there" if other else ""
    return _make(
        Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, given.printed, other or said_by
    ).reason


def _find_unproven_suffix(
    given: SpeakerMention, found: SourcePassage, sources: Iterable[SourceIndex]
) -> CheckReason | None:
    """Return the reason that no source gives a "Jr." or "III" to the name: another person's."""
    name = add_suffix(given)
    pattern = match_suffixed(name)
    if pattern is None or any(pattern.search(source.text) for source in sources):
        return None
    said_by = found.speaker.name if found.speaker else "the speaker"
    text = f"the sources do not show that {said_by} is {name}"
    return _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, text, name, said_by).reason


def _find_whole_name(surname: str, found: SourcePassage) -> str:
    """Return the name that the source's speaker has, where it ends with a surname."""
    source = found.speaker
    if source is None or not source.name.endswith(f" {surname}"):
        return surname
    return source.name


def _describe(speaker: Speaker, text: str) -> SpeakerMention:
    return SpeakerMention(speaker, text) if text else read_given_speaker(speaker)


def _explain_contradicted(ours: str, theirs: str, place: str) -> Finding:
    message = f"described otherwise: {mark_words(theirs)} in {place} is {mark_words(ours)}"
    return _make(Verdict.OTHER_SPEAKER, ReasonCode.OTHER_SPEAKER, message, ours, theirs)


def _make(verdict: Verdict, code: ReasonCode, text: str, name: str, source: str) -> Finding:
    return Finding(verdict, CheckReason(code, code not in HARMLESS_CODES, text, name, source))


def _is_same_name(one: str, other: str) -> bool:
    return word_keys(one) == word_keys(other)
