"""From the words beside a quote to a speaker: names, roles and pronouns resolved."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reader.quotes.attribution import Attribution, in_sentence
from reader.quotes.clauses import main_phrase
from reader.quotes.marks import marked_spans
from reader.quotes.name_resolution import Names
from reader.quotes.phrases import PRONOUNS, tokens_of
from reader.quotes.quote import Cue, Speaker, SpeakerKind
from reader.quotes.quote_context import REACH_BACK
from reader.quotes.reporting_vocabulary import vocabulary
from reader.quotes.sentence_bounds import sentence_start

FAINT = 0.4
"""With less than that, and no verb of speech, only somebody known to be a person is named."""
_PERSON = SpeakerKind.PERSON
_WINDOWS_APART = 10_000
"""Windows for names begin and end at multiples of this, so that sentences share them."""


def speaker_of(
    text: str, attribution: Attribution, names: Names, previous: Speaker | None
) -> Speaker | None:
    if attribution.mention is None or attribution.phrase is None:
        return None
    start, end = attribution.mention
    mention = text[start:end]
    lower = {"his": "he", "her": "she"}.get(mention.lower(), mention.lower())
    if attribution.has_name or names.is_person(mention):
        printed = mention.strip("’'")
        name = names.fullest(printed, start)
        kind = names.kind(name)
        if attribution.cue is None and attribution.confidence < FAINT and kind is not _PERSON:
            return None
        return Speaker(name, mention, start, end, kind, attribution.confidence)
    if lower in ("he", "she"):
        found = names.antecedent(lower, start)
        if found is not None:
            name = found.full or names.fullest(found.surname, found.start)
            most = 0.8 if names.is_person(name) else 0.5
            return Speaker(
                name, mention, start, end, SpeakerKind.PERSON, min(attribution.confidence, most)
            )
        fits = previous is not None and _gender_fits(lower, previous)
        if fits and previous and previous.start < start and start - previous.start < 1_500:
            return Speaker(previous.name, mention, start, end, previous.kind, 0.6)
        if role := _earlier_role(text, start):
            return Speaker(role, mention, start, end, SpeakerKind.ROLE, 0.5)
        return Speaker(mention, mention, start, end, SpeakerKind.PERSON, 0.3)
    if lower in ("it", "they") and (stated := _earlier_subject(text, start, previous, names)):
        return replace(stated, mention=mention, start=start, end=end)
    if lower in ("it", "they", "who") and previous is not None and start - previous.end < 1000:
        return Speaker(previous.name, mention, start, end, previous.kind, 0.55)
    holder = names.holder(mention, start) if lower.startswith("the ") else None
    name = holder or mention
    kind = SpeakerKind.PERSON if holder else SpeakerKind.ROLE
    return Speaker(name, mention, start, end, kind, min(attribution.confidence, 0.85))


def speaker_of_sentence(text: str, start: int, end: int) -> tuple[Speaker, Cue] | None:
    """Who speaks in a sentence of indirect speech, and with which verb.

    None where it does not report speech. Names are resolved within some 10,000 characters.
    """
    found = in_sentence(text, start, end)
    if found is None or found.cue is None or found.mention is None:
        return None
    begin = max(0, (start - 4_000) // _WINDOWS_APART * _WINDOWS_APART)
    window = text[begin : -(-(end + 1_000) // _WINDOWS_APART) * _WINDOWS_APART]
    first, last = found.mention
    moved = found._replace(
        mention=(first - begin, last - begin), phrase=(first - begin, last - begin)
    )
    speaker = speaker_of(window, moved, _names_in(window), None)
    if speaker is None:
        return None
    return replace(speaker, start=first, end=last), found.cue


@lru_cache(maxsize=256)
def _names_in(window: str) -> Names:
    quoted = [(m.start, m.end) for m in marked_spans(window) if m.depth == 0]
    return Names(window, quoted)


def _gender_fits(pronoun: str, speaker: Speaker) -> bool:
    """Whether he or she can be this speaker, by given name or role ("his wife" is no he)."""
    gender = vocabulary().gender
    words = speaker.name.split()
    known = gender.get(words[-1].lower()) or gender.get(words[0])
    return not known or known == ("m" if pronoun == "he" else "f")


def _earlier_sentence(text: str, position: int) -> tuple[int, int]:
    """The sentence before the one at `position`, which may stand in the paragraph before."""
    line = text.rfind("\n", 0, position) + 1
    own = sentence_start(text, max(line, position - REACH_BACK), position)
    end = len(text[max(0, own - REACH_BACK) : own].rstrip()) + max(0, own - REACH_BACK)
    lowest = max(text.rfind("\n", 0, end) + 1, end - REACH_BACK)
    return sentence_start(text, lowest, end), end


def _earlier_role(text: str, position: int) -> str | None:
    """Who spoke in the sentence before the one at `position`, where no name is given."""
    found = in_sentence(text, *_earlier_sentence(text, position))
    if found is None or found.phrase is None:
        return None
    role = text[slice(*found.phrase)]
    people = role.lower().split()[-1] in vocabulary().roles
    return role if people and not found.has_name else None


def _earlier_subject(
    text: str, position: int, previous: Speaker | None, names: Names
) -> Speaker | None:
    """What "it" or "they" stands for: the subject of the sentence before, in the same paragraph."""
    begin, end = _earlier_sentence(text, position)
    same_paragraph = text.find("\n", begin, position) < 0
    if begin >= end or (previous and previous.start >= begin):
        return None
    tokens = tokens_of(text, begin, end)
    phrase = main_phrase(tokens, len(tokens))
    if phrase is None or tokens[phrase.first].lower in PRONOUNS:
        return None
    first = phrase.name if phrase.has_name else phrase.first
    name = text[tokens[first].start : tokens[phrase.last - 1].end]
    if phrase.has_name and names.is_person(name):
        return None
    group = phrase.has_name or tokens[phrase.last - 1].lower in vocabulary().roles
    if not same_paragraph and not group:
        return None
    kind = names.kind(name) if phrase.has_name else SpeakerKind.ROLE
    return Speaker(name, name, begin, end, kind, 0.55)
