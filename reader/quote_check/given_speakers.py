"""A speaker that is given by itself: a name with titles and descriptions, "former Rep. Lee"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reader.quote_check.office_names import title_parts
from reader.quote_check.speaker_mentions import SpeakerMention
from reader.quotes.quote import Speaker, SpeakerKind
from reader.quotes.quote_finder import find_quotes
from reader.text.values.value_lists import list_words

_NAME_END = re.compile(r",\s| \(")
_DESCRIBED = re.compile(
    r"(?:,\s| \()(?:[a-z]|(?:The|An?|Former)\s|[A-Z]-[A-Z]"
    r"|[A-Z][\w.’'-]*(?:\s[A-Z][\w.-]*){0,3}[’']s?\s|(?:[A-Z]\w+ )?(?:Republican|Democrat)\b)"
)
"""What begins a description behind a name: ", a baker", " (R-Ohio)", ", Riga’s mayor"."""
_SAID = ", said"
_PERSONS = (SpeakerKind.PERSON, SpeakerKind.JOINT)
_SENTENCE = "“We saw it all from there,” said {}."
"""A sentence of a draft that gives a quotation to a speaker."""


@lru_cache(maxsize=1 << 10)
def read_as_in_draft(speaker: Speaker) -> SpeakerMention | None:
    """Read a person that is given with a title or a description as a draft that has the words.

    None where more than a name is not given, or none is found in it.

    Args:
        speaker: the speaker; its name is all that was given.
    """
    text = _SENTENCE.format(speaker.name)
    found = next((quote.speaker for quote in find_quotes(text)), None)
    if found is None or found.kind not in _PERSONS or found.name == speaker.name:
        return None
    if found.name not in speaker.name or not found.name[:1].isupper():
        return None
    return SpeakerMention(found, text)


@lru_cache(maxsize=1 << 10)
def read_given_speaker(speaker: Speaker) -> SpeakerMention:
    """Return a speaker that was given by itself as a name in a text, titles left out of it.

    Args:
        speaker: the speaker; its name is all that was given.
    """
    whole = speaker.name
    end = _NAME_END.search(whole)
    stop = end.start() if end else len(whole)
    start = _skip_titles(whole[:stop])
    name = whole[start:stop]
    named = replace(speaker, name=name, mention=name, start=start, end=stop)
    return SpeakerMention(named, whole + _SAID)


@lru_cache(maxsize=1 << 10)
def relate_by(speaker: Speaker) -> SpeakerMention:
    """Return what of a speaker that was given by itself is compared with the source's.

    The whole name, but for descriptions behind it and for words such as "former" in front.
    """
    named = read_given_speaker(speaker)
    holders = list_words("person_titles", "other holders")
    is_holder = speaker.name.split(None, 1)[0].lower() in holders
    is_described = _DESCRIBED.match(speaker.name, named.speaker.end) is not None
    if named.name[:1].isupper() and (is_holder or is_described):
        return named
    return SpeakerMention(speaker, "")


def _skip_titles(name: str) -> int:
    """Return the offset behind the titles in front of a name; 0 where no name is behind them."""
    words = list(re.finditer(r"\S+", name))
    first = 0
    while first < len(words) and words[first].group().lower().rstrip(".") in title_parts():
        first += 1
    if first == len(words) or not words[first].group()[0].isupper():
        return 0
    return words[first].start()
