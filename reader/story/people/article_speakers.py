"""Who says what in one article: every speech is a person's, another speaker's, or nobody's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.quote_versions import VersionForm
from reader.quote_versions.naming import is_several
from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quotes import ArticleText, Cue, Speaker, SpeakerKind, Strength
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.resolution_rules import CARRIED, CONTINUED, PRONOUN_OF_SPEAKER
from reader.quotes.speaker_kinds import find_head
from reader.quotes.unfit_speakers import make_inferred
from reader.story.people.article_person import ArticlePerson
from reader.story.people.coverage_people import SpeechCount
from reader.story.people.name_surroundings import PARTISANS, is_person_noun, text_nouns
from reader.story.people.other_speakers import (
    NEAR_CHARS,
    OtherKey,
    OtherSpeaker,
    join_short_names,
    make_key,
)
from reader.story.people.speaker_persons import SpeakerPersons
from reader.story.people.speaker_words import (
    is_epithet,
    is_plain_noun,
    read_partitive,
    read_whole_words,
)
from reader.story.reported_speech.speaker_doubts import is_no_speaker
from reader.story.reported_speech.speech import Speech

_PRONOUNS = frozenset(
    (
        *("he", "she", "they", "it", "we", "i", "you", "who", "one", "some", "many", "others"),
        *("both", "several", "few", "a few", "most", "all", "another", "each", "none", "more"),
        *("someone", "nobody", "no one", "anyone", "anybody", "everyone", "everybody"),
    )
)
_CARRIED = (CONTINUED.name, CARRIED.name)
_OF_THIRD = re.compile(r"\W{0,2}(He|His|She|Her)\b")
_GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
_UNNAMED = (SpeakerKind.ROLE, SpeakerKind.SPOKESPERSON)


@dataclass(slots=True)
class ArticleSpeakers:
    """What one article has everybody say."""

    text: ArticleText
    of_person: dict[int, list[Speech]] = field(default_factory=lambda: defaultdict(list))
    """By the identity of the person."""
    others: dict[OtherKey, OtherSpeaker] = field(default_factory=dict)
    unknown: SpeechCount = field(default_factory=SpeechCount)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    """Where somebody's words are quoted, in order."""

    def is_quoted(self, position: int) -> bool:
        """Return whether a position is in a quotation."""
        return any(begin <= position < end for begin, end in self.quoted)

    def add_unknown(self, speech: Speech) -> None:
        """Count a speech for nobody."""
        self.unknown += SpeechCount(1, speech.words)


def find_speakers(
    text: ArticleText, persons: SpeakerPersons, speeches: Iterable[Speech]
) -> ArticleSpeakers:
    """Give every speech to its speaker, one whose speaker is not stated to nobody.

    Args:
        text: the text of the article.
        persons: its persons.
        speeches: what it gives as somebody's words, in order.
    """
    finder = _SpeakerFinder(text, persons)
    for speech in speeches:
        if speech.form is not VersionForm.INDIRECT:
            finder.found.quoted.extend(speech.spans)
        if speech.speaker is None:
            finder.found.add_unknown(speech)
        elif not finder.add_to_persons(speech, speech.speaker):
            finder.add_to_others(speech, speech.speaker)
    join_short_names(finder.found.others)
    return finder.found


class _SpeakerFinder:
    """The speakers found so far, and who was the last one."""

    def __init__(self, text: ArticleText, persons: SpeakerPersons) -> None:
        self.found = ArticleSpeakers(text)
        self._persons = persons
        self._before: tuple[int, ArticlePerson] | None = None
        self._doubted: ArticlePerson | None = None
        """Whose the last words perhaps are, and not surely."""
        self._last: tuple[int, str] | None = None
        self._last_other: OtherSpeaker | None = None
        self._named_at: dict[int, OtherSpeaker] = {}
        """The other speakers by where they are named."""

    def add_to_persons(self, speech: Speech, speaker: Speaker) -> bool:
        """Give a speech to the persons whom it is surely or perhaps of; say if nothing is left."""
        persons = self._find_persons(speaker, speech.cue)
        is_doubtful = len(persons) == 1 and (
            self._persons.doubts.is_doubtful(speaker, persons[0], self._before)
            or self._is_of_other(speech, speaker, persons[0])
        )
        is_indirect = speech.form is VersionForm.INDIRECT
        if not speaker.is_stated or (is_doubtful and not is_indirect):
            self.found.add_unknown(speech)
        self._doubted = persons[0] if is_doubtful else None
        if is_doubtful:
            speech = replace(speech, speaker=make_inferred(speaker))
        elif len(persons) == 1:
            self._before = speech.spans[-1][1], persons[0]
            others = self._persons.find_companions(speaker, speech.cue)
            persons = [*persons, *(each for each in others if each not in persons)]
        elif speaker.kind is SpeakerKind.JOINT:
            others = self._persons.find_companions(speaker, speech.cue)
            persons = [*persons, *(each for each in others if each not in persons)]
        if not (is_doubtful and is_indirect and self._persons.doubts.is_far(speaker, persons[0])):
            for person in persons:
                self.found.of_person[id(person)].append(speech)
        return bool(persons) or not speaker.is_stated

    def _is_of_other(self, speech: Speech, speaker: Speaker, person: ArticlePerson) -> bool:
        """Return whether words begin with "his" or "she" of the person who would have said them.

        Who speaks so of the person who was named last is somebody else, where no name attributes
        the words, or a pronoun after somebody else spoke.
        """
        is_pronoun = speaker.mention.lower() in ("he", "she") and (
            self._before is not None and self._before[1] is not person
        )
        is_carried = speech.cue is None and speaker.resolution in _CARRIED
        is_apart = speech.form is VersionForm.DIRECT and speaker.strength <= Strength.LOOSE
        if speaker.resolution == PRONOUN_OF_SPEAKER.name and self._doubted is person:
            return True
        if speaker.resolution == CONTINUED.name and self._before is not None:
            begin, first = self._before[0], speech.spans[0][0]
            if self._before[1] is person and self._persons.turns_to_other(begin, first, person):
                return True
        if not (is_pronoun or is_carried or is_apart):
            return False
        match = _OF_THIRD.match(self.found.text.text, speech.spans[0][0])
        return match is not None and person.gender == _GENDERS[match.group(1).lower()]

    def add_to_others(self, speech: Speech, speaker: Speaker) -> None:
        """Give a speech to a speaker without a person's name, or to nobody."""
        if speaker.resolution == CORRECTED_BY_USER:
            # The words of the article are for somebody else.
            key = make_key(speaker.name, SpeakerKind.UNKNOWN)
            other = OtherSpeaker(speaker.name, SpeakerKind.UNKNOWN)
            self.found.others.setdefault(key, other).speeches.append(speech)
            return
        if several := read_partitive(self.found.text.text, speaker):
            is_one = several.lower().startswith("one ")
            self._add_other(
                speech, speaker, several, SpeakerKind.ROLE if is_one else SpeakerKind.GROUP
            )
            return
        if self._is_nobody(speaker):
            self.found.add_unknown(speech)
            return
        kind = _find_kind(speaker)
        is_indirect = speech.form is VersionForm.INDIRECT
        if is_indirect and is_plain_noun(speaker.name, kind):
            return
        name = read_whole_words(self.found.text.text, speaker, speech.cue)
        is_epithet_alone = kind is SpeakerKind.ROLE and is_epithet(name)
        if not name or is_epithet_alone or self._is_open_pronoun(speech, speaker):
            if not is_indirect:
                self.found.add_unknown(speech)
            return
        if kind is SpeakerKind.UNKNOWN and name != speaker.name:
            kind = _find_kind_of_name(name)
        self._add_other(speech, speaker, name, kind)

    def _add_other(self, speech: Speech, speaker: Speaker, name: str, kind: SpeakerKind) -> None:
        # Of two verbs of one subject the second one has it, too.
        same = self._named_at.get(speaker.start) or self._find_spoken_before(speaker)
        other = same or self.found.others.setdefault(make_key(name, kind), OtherSpeaker(name, kind))
        self._named_at[speaker.start] = other
        self._last = speech.spans[-1][1], speaker.name
        self._last_other = other
        other.speeches.append(speech)

    def _find_spoken_before(self, speaker: Speaker) -> OtherSpeaker | None:
        """Return the person without a name who spoke last, if "he" or "she" is that one."""
        is_same = self._last is not None and self._last[1] == speaker.name
        return self._last_other if is_same and speaker.mention.lower() in ("he", "she") else None

    def _is_nobody(self, speaker: Speaker) -> bool:
        """Return whether words tell no speaker: "more", "he" of a body, a name of several."""
        if speaker.name.lower() in _PRONOUNS or is_no_speaker(speaker):
            return True
        is_body = speaker.mention.lower() in ("he", "she") and speaker.kind not in _UNNAMED
        return is_body or self._persons.is_open(speaker)

    def _is_open_pronoun(self, speech: Speech, speaker: Speaker) -> bool:
        """Return whether "it" or "they" is not surely who spoke right before."""
        if speaker.mention.lower() not in ("it", "they"):
            return False
        last = self._last
        is_near = last is not None and speech.spans[0][0] - last[0] <= NEAR_CHARS
        return not (is_near and last is not None and last[1] == speaker.name)

    def _find_persons(self, speaker: Speaker, cue: Cue | None) -> list[ArticlePerson]:
        """Return the person that a speaker is, or of several who speak together all."""
        speaker = self._persons.join_titled(speaker)
        if speaker.kind is SpeakerKind.JOINT:
            return self._persons.find_joint(speaker)
        if speaker.name.lower() == "they" and (pair := self._persons.find_pair(speaker.start)):
            return pair
        person = self._persons.find_speaker(speaker)
        if person is None and cue is not None:
            person = self._persons.find_after_body(speaker, cue)
        is_person = speaker.kind is SpeakerKind.PERSON or self._persons.is_described(speaker)
        is_new = person is None and is_person and speaker.is_stated
        if is_new and speaker.is_named and speaker.name.lower() not in _PRONOUNS:
            person = self._persons.add_speaker(speaker)
        return [person] if person is not None else []


def _find_kind_of_name(name: str) -> SpeakerKind:
    """Return the kind that the words of a whole name show: "Harbour Alliance Against Noise"."""
    words = name.split()
    if words[-1].lower() in text_nouns():
        return SpeakerKind.DOCUMENT
    is_body = not load_vocabulary().organisation_words.isdisjoint(words)
    return SpeakerKind.ORGANISATION if is_body else SpeakerKind.UNKNOWN


def _find_kind(speaker: Speaker) -> SpeakerKind:
    """Return the kind of a speaker: a role in the plural is a group, or several documents."""
    head = find_head(speaker.name)
    if speaker.kind is SpeakerKind.PERSON:
        return SpeakerKind.UNKNOWN
    if speaker.kind is SpeakerKind.UNKNOWN and head in PARTISANS:
        return SpeakerKind.ROLE
    if speaker.kind in (SpeakerKind.UNKNOWN, SpeakerKind.ORGANISATION):
        one = head.removesuffix("s")
        is_plural = is_several(speaker.name) and (
            is_person_noun(one) or one in load_word_class("more_persons")
        )
        return SpeakerKind.GROUP if is_plural else speaker.kind
    if speaker.kind not in (SpeakerKind.ROLE, SpeakerKind.GROUP):
        return speaker.kind
    if not {head, head.removesuffix("s")}.isdisjoint(text_nouns()):
        return SpeakerKind.DOCUMENT
    return SpeakerKind.GROUP if is_several(speaker.name) else speaker.kind
