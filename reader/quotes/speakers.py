"""From the words beside a quote to a speaker: names, roles and pronouns resolved."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reader.quotes import resolution_rules as rules
from reader.quotes.article_names import ArticleNames
from reader.quotes.attribution import Attribution
from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.clause_subjects import find_main_subject
from reader.quotes.noun_phrases import PRONOUNS
from reader.quotes.quotation_marks import find_marked_spans
from reader.quotes.quote import Cue, Phrase, Speaker, SpeakerKind, Strength
from reader.quotes.quote_context import REACH_BACK
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.resolution_rules import ResolutionRule
from reader.quotes.rule_confidence import combine_confidences
from reader.quotes.sentence_tokens import tokenize_sentence
from reader.text.sentences import find_sentence_start

_THINGS = load_word_class("speaking_nouns") | load_word_class("documents")
_OTHER_CASES = {"his": "he", "him": "he", "her": "she"}
_PREVIOUS_CHARS = 1_500
"""Characters after a speaker in which "he" may refer to the same person."""
_PREVIOUS_GROUP_CHARS = 1_000
"""The same for "it" and "they"."""
# Indirect speech is read with the names of a window around it, in characters. Windows begin and
# end at multiples of a number, so that sentences share them.
_WINDOW_BEFORE, _WINDOW_AFTER, _WINDOW_STEP = 4_000, 1_000, 10_000


def resolve_speaker(
    text: str, attribution: Attribution, names: ArticleNames, previous: Speaker | None
) -> Speaker | None:
    """Resolve the words that an attribution gives for the speaker.

    Args:
        text: the article.
        attribution: the words beside the quote.
        names: those of the article.
        previous: the speaker of the quote before.

    Returns:
        None where the attribution has no speaker, or a guess is no person.
    """
    if attribution.mention is None:
        return None
    start, end = attribution.mention
    mention = _Mention(text, Phrase(text[start:end], start, end), attribution, names, previous)
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
    if found is None or found.cue is None or found.mention is None:
        return None
    begin = max(0, (start - _WINDOW_BEFORE) // _WINDOW_STEP * _WINDOW_STEP)
    window = text[begin : -(-(end + _WINDOW_AFTER) // _WINDOW_STEP) * _WINDOW_STEP]
    first, last = found.mention
    moved = found._replace(mention=(first - begin, last - begin))
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
    ) -> None:
        self.text = text
        self.words = words
        self.attribution = attribution
        self.names = names
        self.previous = previous
        lower = words.text.lower()
        self.pronoun = _OTHER_CASES.get(lower, lower)

    def resolve_name(self) -> Speaker | None:
        """Find the fullest form of a name."""
        name = self.names.find_fullest_form(self.words.text.strip("’'"), self.words.start)
        kind = self.names.classify_name(name)
        is_guess = self.attribution.rule.strength is Strength.GUESSED
        if is_guess and self.attribution.cue is None and kind is not SpeakerKind.PERSON:
            return None
        return self._make_speaker(rules.NAME, name, kind)

    def resolve_personal_pronoun(self) -> Speaker:
        """Find the person that he or she refers to."""
        found = self.names.find_antecedent(self.pronoun, self._find_antecedent_end())
        if found is not None:
            name = found.full or self.names.find_fullest_form(found.surname, found.start)
            is_person = self.names.is_person(name)
            rule = rules.PRONOUN_OF_PERSON if is_person else rules.PRONOUN_OF_NAME
            return self._make_speaker(rule, name, SpeakerKind.PERSON)
        previous = self.previous
        if previous is not None and self._can_be(previous):
            return self._make_speaker(rules.PRONOUN_OF_PREVIOUS, previous.name, previous.kind)
        if role := _find_role_before(self.text, self.words.start):
            return self._make_speaker(rules.PRONOUN_OF_ROLE, role, SpeakerKind.ROLE)
        if subject := self._find_person_before():
            return self._make_speaker(rules.PRONOUN_OF_SUBJECT, *subject)
        return self._make_speaker(rules.PRONOUN_ALONE, self.words.text, SpeakerKind.PERSON)

    def _find_antecedent_end(self) -> int:
        """Return where the names end that a pronoun can refer to.

        Whoever quotes him as saying something is not he: it is the start of the sentence there.
        """
        start = self.words.start
        if not self.text.startswith(" as saying", self.words.end):
            return start
        line = self.text.rfind("\n", 0, start) + 1
        return find_sentence_start(self.text, max(line, start - REACH_BACK), start)

    def resolve_group_pronoun(self) -> Speaker | None:
        """Find what it, they or who refers to."""
        subject = self._find_subject_before() if self.pronoun != "who" else None
        if subject is not None:
            return self._make_speaker(rules.GROUP_PRONOUN_OF_SUBJECT, *subject)
        previous = self.previous
        if previous is None or self.words.start - previous.end >= _PREVIOUS_GROUP_CHARS:
            return None
        # One person is neither "it" nor "they".
        if previous.kind is SpeakerKind.PERSON and self.pronoun != "who":
            return None
        return self._make_speaker(rules.GROUP_PRONOUN_OF_PREVIOUS, previous.name, previous.kind)

    def resolve_role(self) -> Speaker:
        """Find the holder of a role, or else take the words as printed."""
        words = self.words
        is_definite = self.pronoun.startswith("the ")
        holder = self.names.find_role_holder(words.text, words.start) if is_definite else None
        if holder:
            return self._make_speaker(rules.HOLDER_OF_ROLE, holder, SpeakerKind.PERSON)
        return self._make_speaker(rules.ROLE, words.text, SpeakerKind.ROLE)

    def _can_be(self, speaker: Speaker) -> bool:
        """Whether he or she can be a speaker named before, by given name or role."""
        if not 0 < self.words.start - speaker.start < _PREVIOUS_CHARS:
            return False
        gender = load_vocabulary().gender
        words = speaker.name.split()
        known = gender.get(words[-1].lower()) or gender.get(words[0])
        return not known or known == ("m" if self.pronoun == "he" else "f")

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

    def _find_person_before(self) -> tuple[str, SpeakerKind] | None:
        """Find the person who is the subject of the sentence before, in the same paragraph."""
        begin, end = _find_sentence_before(self.text, self.words.start)
        if begin >= end or self.text.find("\n", begin, self.words.start) >= 0:
            return None
        tokens = tokenize_sentence(self.text, begin, end)
        phrase = find_main_subject(tokens, len(tokens))
        if phrase is None or tokens[phrase.first].lower in PRONOUNS:
            return None
        first = phrase.name if phrase.has_name else phrase.first
        name = self.text[tokens[first].start : tokens[phrase.last - 1].end]
        if not phrase.has_name:
            return (name, SpeakerKind.ROLE) if _is_personal(name) else None
        kind = self.names.classify_name(name)
        return None if kind is SpeakerKind.ORGANISATION else (name, SpeakerKind.PERSON)

    def _find_subject_before(self) -> tuple[str, SpeakerKind] | None:
        """Name and kind of the subject of the sentence before, mostly of the same paragraph."""
        begin, end = _find_sentence_before(self.text, self.words.start)
        if begin >= end or (self.previous and self.previous.start >= begin):
            return None
        tokens = tokenize_sentence(self.text, begin, end)
        phrase = find_main_subject(tokens, len(tokens))
        if phrase is None or tokens[phrase.first].lower in PRONOUNS:
            return None
        last = tokens[phrase.last - 1]
        first = phrase.name if phrase.has_name else phrase.first
        name = self.text[tokens[first].start : last.end]
        if phrase.has_name:
            return None if self.names.is_person(name) else (name, self.names.classify_name(name))
        is_in_paragraph = self.text.find("\n", begin, self.words.start) < 0
        if not is_in_paragraph and last.lower not in load_vocabulary().roles:
            return None
        return name, SpeakerKind.ROLE


def _is_personal(role: str) -> bool:
    """Whether a phrase is for one person ("the ferry owner", not "the firm")."""
    last = role.lower().split()[-1]
    words = load_vocabulary()
    is_role = last in words.roles or last in words.titles
    return is_role and last not in _THINGS and not last.endswith("s")


def _find_sentence_before(text: str, position: int) -> tuple[int, int]:
    """Find the sentence before the one at a position, which may be in the paragraph before."""
    line = text.rfind("\n", 0, position) + 1
    own = find_sentence_start(text, max(line, position - REACH_BACK), position)
    lowest = max(0, own - REACH_BACK)
    end = lowest + len(text[lowest:own].rstrip())
    return find_sentence_start(text, max(text.rfind("\n", 0, end) + 1, end - REACH_BACK), end), end


def _find_role_before(text: str, position: int) -> str | None:
    """Find who spoke in the sentence before the one at a position, where no name is given."""
    found = read_sentence(text, *_find_sentence_before(text, position))
    if found is None or found.phrase is None or found.has_name:
        return None
    role = text[slice(*found.phrase)]
    return role if role.lower().split()[-1] in load_vocabulary().roles else None
