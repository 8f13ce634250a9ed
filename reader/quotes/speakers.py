"""From the words beside a quote to a speaker: names, roles and pronouns resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.quotes import resolution_rules as rules
from reader.quotes.article_names import ArticleNames
from reader.quotes.attribution import Attribution
from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.clause_subjects import find_main_subject
from reader.quotes.noun_phrases import PRONOUNS, read_noun_phrase
from reader.quotes.personal_pronouns import PersonalPronoun, find_sentence_before
from reader.quotes.quotation_marks import find_marked_spans
from reader.quotes.quote import Cue, Phrase, Speaker, SpeakerKind, Strength
from reader.quotes.resolution_rules import ResolutionRule
from reader.quotes.rule_confidence import combine_confidences
from reader.quotes.sentence_reports import read_reports
from reader.quotes.sentence_tokens import tokenize_sentence
from reader.quotes.speaker_kinds import classify_role, is_office_word
from reader.quotes.unfit_speakers import make_inferred

_THINGS = frozenset(
    (SpeakerKind.ORGANISATION, SpeakerKind.OFFICE, SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN)
)
"""Kinds of speakers that "it" can be."""
_SEVERAL = (_THINGS - {SpeakerKind.DOCUMENT}) | {SpeakerKind.GROUP, SpeakerKind.JOINT}
"""Kinds of speakers that "they" can be."""
_PRINCIPAL_CHARS = 80
"""After "spokesman": where the words for whom he speaks are read."""
_OTHER_CASES = {"his": "he", "him": "he", "her": "she"}
_PREVIOUS_GROUP_CHARS = 1_000
"""Characters after a speaker in which "it" or "they" may refer to the same one."""
# Indirect speech is read with the names of a window around it, in characters. Windows begin and
# end at multiples of a number, so that sentences share them.
_WINDOW_BEFORE, _WINDOW_AFTER, _WINDOW_STEP = 4_000, 1_000, 10_000


def resolve_speaker(
    text: str,
    attribution: Attribution,
    names: ArticleNames,
    previous: Speaker | None,
    outer: Speaker | None = None,
) -> Speaker | None:
    """Resolve the words that an attribution gives for the speaker.

    Args:
        text: the article.
        attribution: the words beside the quote.
        names: those of the article.
        previous: the speaker of the quote before.
        outer: the speaker of the quote around the attribution, who is not "he" or "she".

    Returns:
        None where the attribution has no speaker, or a guess is no person.
    """
    if attribution.mention is None:
        return None
    start, end = attribution.mention
    mention = _Mention(
        text, Phrase(text[start:end], start, end), attribution, names, previous, outer
    )
    if is_office_word(mention.words.text):
        return mention.resolve_role()
    if attribution.has_name or names.is_person(mention.words.text):
        return mention.resolve_name()
    if mention.pronoun in ("he", "she"):
        return mention.resolve_personal_pronoun()
    group = mention.resolve_group_pronoun() if mention.pronoun in ("it", "they", "who") else None
    return group or mention.resolve_role()


def read_sentence_speaker(text: str, start: int, end: int) -> tuple[Speaker, Cue] | None:
    """Find speaker and verb of a sentence of indirect speech.

    None where it does not report speech. Names are resolved within some 10,000 characters.
    """
    found = read_sentence(text, start, end)
    return _resolve_in_window(text, start, end, found) if found else None


def read_sentence_speakers(text: str, start: int, end: int) -> Iterator[tuple[Speaker, Cue]]:
    """Yield speaker and verb of every clause of a sentence that may report speech, in order."""
    for found in read_reports(text, start, end):
        if resolved := _resolve_in_window(text, start, end, found):
            yield resolved


def _resolve_in_window(
    text: str, start: int, end: int, found: Attribution
) -> tuple[Speaker, Cue] | None:
    if found.cue is None or found.mention is None:
        return None
    begin = max(0, (start - _WINDOW_BEFORE) // _WINDOW_STEP * _WINDOW_STEP)
    window = text[begin : -(-(end + _WINDOW_AFTER) // _WINDOW_STEP) * _WINDOW_STEP]
    first, last = found.mention
    moved = found._replace(
        mention=(first - begin, last - begin),
        partners=tuple((one - begin, other - begin) for one, other in found.partners),
    )
    speaker = resolve_speaker(window, moved, _names_in(window), None)
    if speaker is None:
        return None
    return replace(speaker, start=first, end=last), found.cue


@lru_cache(maxsize=256)
def _names_in(window: str) -> ArticleNames:
    quoted = [(span.start, span.end) for span in find_marked_spans(window) if span.depth == 0]
    return ArticleNames(window, quoted)


class _Mention:
    """The words that refer to a speaker, with all that can resolve them."""

    def __init__(
        self,
        text: str,
        words: Phrase,
        attribution: Attribution,
        names: ArticleNames,
        previous: Speaker | None,
        outer: Speaker | None,
    ) -> None:
        self.text = text
        self.words = words
        self.attribution = attribution
        self.names = names
        self.previous = previous
        self.outer = outer
        lower = words.text.lower()
        self.pronoun = _OTHER_CASES.get(lower, lower)

    def resolve_name(self) -> Speaker | None:
        """Find the fullest form of a name."""
        name = self.names.find_fullest_form(self.words.text.strip("’'"), self.words.start)
        kind = self.names.classify_name(name)
        is_guess = self.attribution.rule.strength is Strength.GUESSED
        if is_guess and self.attribution.cue is None and kind is not SpeakerKind.PERSON:
            return None
        if partners := [self._name_partner(*span) for span in self.attribution.partners]:
            names = sorted([*partners, (self.words.start, name)])
            joined = " and ".join(each for _, each in names)
            return self._make_speaker(rules.NAME, joined, SpeakerKind.JOINT)
        meant = self.names.find_meant(self.words.text.strip("’'"), self.words.start)
        speaker = self._make_speaker(rules.NAME, meant.name or name, kind)
        return make_inferred(speaker) if meant.is_open else speaker

    def _name_partner(self, start: int, end: int) -> tuple[int, str]:
        """Return position and fullest name of somebody who speaks together with the mention."""
        return start, self.names.find_fullest_form(self.text[start:end].strip("’'"), start)

    def resolve_personal_pronoun(self) -> Speaker:
        """Find the person that he or she refers to."""
        pronoun = PersonalPronoun(
            self.text, self.words, self.pronoun, self.names, self.previous, self.outer
        )
        found = pronoun.resolve()
        speaker = self._make_speaker(found.rule, found.name, found.kind)
        return speaker if found.is_sure else make_inferred(speaker)

    def resolve_group_pronoun(self) -> Speaker | None:
        """Find what it, they or who refers to."""
        subject = self._find_subject_before() if self.pronoun != "who" else None
        if subject is not None:
            return self._make_speaker(rules.GROUP_PRONOUN_OF_SUBJECT, *subject)
        previous = self.previous
        if previous is None or self.words.start - previous.end >= _PREVIOUS_GROUP_CHARS:
            return None
        if self.pronoun != "who" and not self._fits_number(previous.kind):
            return None
        return self._make_speaker(rules.GROUP_PRONOUN_OF_PREVIOUS, previous.name, previous.kind)

    def resolve_role(self) -> Speaker:
        """Find the holder of a role, or else take the words as printed."""
        words = self.words
        is_definite = self.pronoun.startswith("the ")
        holder = self.names.find_role_holder(words.text, words.start) if is_definite else None
        if holder:
            return self._make_speaker(rules.HOLDER_OF_ROLE, holder, SpeakerKind.PERSON)
        kind = classify_role(words.text)
        name = words.text.lower() if is_office_word(words.text) else words.text
        speaker = self._make_speaker(rules.ROLE, name, kind)
        if kind is SpeakerKind.SPOKESPERSON:
            return replace(speaker, represents=self._read_principal())
        return speaker

    def _make_speaker(self, rule: ResolutionRule, name: str, kind: SpeakerKind) -> Speaker:
        attribution, words = self.attribution.rule, self.words
        strength = min(rule.strength, attribution.strength)
        return Speaker(
            name=name,
            mention=words.text,
            start=words.start,
            end=words.end,
            kind=kind,
            confidence=combine_confidences(attribution.confidence, rule.confidence, strength),
            strength=strength,
            resolution=rule.name,
        )

    def _find_subject_before(self) -> tuple[str, SpeakerKind] | None:
        """Name and kind of the subject of the sentence before, mostly of the same paragraph."""
        begin, end = find_sentence_before(self.text, self.words.start)
        if begin >= end or (self.previous and self.previous.start >= begin):
            return None
        tokens = tokenize_sentence(self.text, begin, end)
        phrase = find_main_subject(tokens, len(tokens))
        if phrase is None or tokens[phrase.first].lower in PRONOUNS:
            return None
        if self.names.is_quoted(tokens[phrase.first].start):
            return None
        last = tokens[phrase.last - 1]
        first = phrase.name if phrase.has_name else phrase.first
        name = self.text[tokens[first].start : last.end]
        kind = self.names.classify_name(name) if phrase.has_name else classify_role(name)
        return (name, kind) if self._fits_number(kind) else None

    def _fits_number(self, kind: SpeakerKind) -> bool:
        """Whether "it" or "they" can be a speaker of a kind: no single person is either."""
        if self.pronoun == "they":
            return kind in _SEVERAL
        return kind in _THINGS

    def _read_principal(self) -> str:
        """Return the words for whom a spokesperson speaks, which follow; empty where none do."""
        end = self.words.end
        if not self.text.startswith((" for ", " of "), end):
            return ""
        tokens = tokenize_sentence(self.text, end, min(len(self.text), end + _PRINCIPAL_CHARS))
        phrase = read_noun_phrase(tokens, 1, len(tokens))
        return self.text[tokens[1].start : tokens[phrase.last - 1].end] if phrase else ""
