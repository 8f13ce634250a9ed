"""Whom he or she refers to, from the sentences before the pronoun and the quote before."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.quotes import resolution_rules as rules
from reader.quotes.antecedents import Antecedent
from reader.quotes.article_names import ArticleNames
from reader.quotes.attribution_nearby import read_sentence
from reader.quotes.clause_subjects import find_main_subject
from reader.quotes.noun_phrases import PRONOUNS, NounPhrase
from reader.quotes.quote import Phrase, Speaker, SpeakerKind
from reader.quotes.quote_context import REACH_BACK
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.resolution_rules import ResolutionRule
from reader.quotes.role_holders import is_office
from reader.quotes.sentence_tokens import Token, tokenize_sentence
from reader.quotes.speaker_kinds import classify_role
from reader.quotes.unnamed_speakers import find_unnamed_speaker
from reader.text.sentences import find_sentence_start

_THINGS = load_word_class("speaking_nouns") | load_word_class("documents")
_NAMED_AFTER = re.compile(
    r" ([a-z]+) (?:that )?(?:(?:[A-Z][\w’-]*|(?:Mrs?|Ms|Dr|Gen|Gov|Rep|Sen)\.) ){0,3}?"
    r"([A-Z][\w-]+)(?= [a-z])"
)
"""A verb and a name as the subject of its clause."""
_CLOSING_MARK = re.compile(r"[”\"’'] +(?=[A-Z])")
"""A closing mark that is read as the start of the next sentence."""
_OTHER_CHARS = 80
"""Characters after a pronoun in which such a name is read."""
_RELATIVES = (" what ", " which ", " whom ", " whose ")
"""Words before a pronoun that repeats the subject of its sentence."""
_PREVIOUS_CHARS = 1_500
"""Characters after a speaker in which "he" may refer to the same person."""


class ResolvedPerson(NamedTuple):
    """The person or role that a pronoun refers to, and the rule that found it."""

    rule: ResolutionRule
    name: str
    kind: SpeakerKind
    is_sure: bool = True
    """Whether it is more than a guess among several."""


class PersonalPronoun:
    """He or she, with all that can resolve it.

    Args:
        text: the article.
        words: the pronoun as printed.
        pronoun: "he" or "she".
        names: those of the article.
        previous: the speaker of the quote before.
        outer: the speaker of the quote around it, who is not he or she.
    """

    def __init__(
        self,
        text: str,
        words: Phrase,
        pronoun: str,
        names: ArticleNames,
        previous: Speaker | None,
        outer: Speaker | None = None,
    ) -> None:
        self._text = text
        self._words = words
        self._pronoun = pronoun
        self._names = names
        self._previous = previous
        self._outer = outer

    def resolve(self) -> ResolvedPerson:
        """Find the person: by a name, as the speaker before, by a role, or not at all."""
        if unnamed := self._find_unnamed():
            return unnamed
        found = self._find_name()
        if found is not None:
            return found
        previous = self._previous
        if previous is not None and self._can_be(previous):
            return ResolvedPerson(rules.PRONOUN_OF_PREVIOUS, previous.name, previous.kind)
        if role := self._find_role_before():
            return ResolvedPerson(rules.PRONOUN_OF_ROLE, role, SpeakerKind.ROLE)
        if subject := self._find_subject_before():
            return ResolvedPerson(rules.PRONOUN_OF_SUBJECT, *subject)
        return ResolvedPerson(rules.PRONOUN_ALONE, self._words.text, SpeakerKind.PERSON)

    def _find_unnamed(self) -> ResolvedPerson | None:
        """Find the person without a name who spoke right before: no name there is the speaker's."""
        if self._outer is not None or self._has_subject_beside():
            return None
        found = find_unnamed_speaker(
            self._text,
            self._pronoun,
            self._find_sentence_before(),
            self._find_reported_before,
            self._names.find_quote_start,
        )
        if found is None or not self._fits_gender(found.words):
            return None
        return ResolvedPerson(rules.PRONOUN_OF_UNNAMED, found.words, classify_role(found.words))

    def _has_subject_beside(self) -> bool:
        """Whether its sentence has who is meant as the subject: "Lee faulted what he called …"."""
        if self._text.endswith(_RELATIVES, 0, self._words.start):
            return True
        begin = self._find_sentence_start()
        found = self._names.find_antecedent(self._pronoun, self._words.start)
        return found is not None and found.mention.start >= begin and not found.is_object

    def _find_name(self) -> ResolvedPerson | None:
        """Find the name that the pronoun refers to, or the holder of the role that is nearer."""
        end = self._find_antecedent_end()
        other = self._outer.name.split()[-1] if self._outer else self._read_other()
        found = self._names.find_antecedent(self._pronoun, end, other)
        subject = self._find_role_subject()
        if subject is None or (found and self._is_named_beside(subject, found)):
            return self._name_antecedent(found) if found else None
        holder = self._names.find_role_holder(subject.text, subject.start)
        if holder and self._fits_gender(holder):
            return ResolvedPerson(rules.PRONOUN_OF_HOLDER, holder, SpeakerKind.PERSON)
        if found and found.mention.start > subject.start:
            begin, _ = self._find_sentence_before()
            found = self._names.find_antecedent(self._pronoun, begin, other)
        return self._name_antecedent(found) if found else None

    def _read_other(self) -> str:
        """Return the surname after the pronoun's verb, of somebody else ("He said Lee is")."""
        after = self._text[self._words.end : self._words.end + _OTHER_CHARS]
        match = _NAMED_AFTER.match(after)
        if match is None or match.group(1).lower() not in load_vocabulary().cues:
            return ""
        return match.group(2)

    def _is_named_beside(self, role: Phrase, found: Antecedent) -> bool:
        """Whether a name is that of a role before it ("the first lady, Jo Smith,")."""
        return self._text[role.end : found.mention.start] in (" ", ", ")

    def _name_antecedent(self, found: Antecedent) -> ResolvedPerson:
        """Return the fullest name of an antecedent, by the rule for how sure it is."""
        person = found.mention
        name = person.full
        if not name or name.startswith(f"{person.surname} "):
            # A surname with "Jr." is no full name either.
            name = self._names.find_fullest_form(name or person.surname, person.start)
        previous = self._previous
        if not self._names.is_person(name):
            rule = rules.PRONOUN_OF_NAME
        elif previous is not None and previous.name == name and self._is_near(previous):
            rule = rules.PRONOUN_OF_SPEAKER
        elif found.has_rival:
            rule = rules.PRONOUN_OF_ONE_PERSON
        else:
            rule = rules.PRONOUN_OF_PERSON
        # Of several the subject of a sentence is meant, hardly whom a preposition governs.
        is_sure = rule is not rules.PRONOUN_OF_ONE_PERSON or not found.is_object
        return ResolvedPerson(rule, name, SpeakerKind.PERSON, is_sure)

    def _find_antecedent_end(self) -> int:
        """Return where the names end that a pronoun can refer to.

        Whoever quotes him as saying something is not he: it is the start of the sentence there.
        """
        if not self._text.startswith(" as saying", self._words.end):
            return self._words.start
        return self._find_sentence_start()

    def _find_sentence_start(self) -> int:
        start = self._words.start
        line = self._text.rfind("\n", 0, start) + 1
        return find_sentence_start(self._text, max(line, start - REACH_BACK), start)

    def _can_be(self, speaker: Speaker) -> bool:
        """Whether he or she can be a speaker named before, by given name or role."""
        return self._is_near(speaker) and self._fits_gender(speaker.name)

    def _is_near(self, speaker: Speaker) -> bool:
        return 0 < self._words.start - speaker.start < _PREVIOUS_CHARS

    def _fits_gender(self, name: str) -> bool:
        """Whether a name or a role does not contradict the gender of the pronoun."""
        gender = load_vocabulary().gender
        words = name.split()
        known = gender.get(words[-1].lower()) or gender.get(words[0])
        return not known or known == ("m" if self._pronoun == "he" else "f")

    def _find_role_subject(self) -> Phrase | None:
        """Find the definite role that is the subject of the sentence before ("the governor")."""
        found = self._read_subject_before()
        if found is None:
            return None
        tokens, phrase = found
        last = tokens[phrase.last - 1]
        is_definite = tokens[phrase.first].lower == "the"
        if phrase.has_name or not is_definite or not is_office(last.word):
            return None
        start = tokens[phrase.first].start
        if self._names.is_quoted(start):
            return None
        return Phrase(self._text[start : last.end], start, last.end)

    def _find_role_before(self) -> str | None:
        """Find who spoke in the sentence before, where no name is given and nobody else says it."""
        found = read_sentence(self._text, *self._find_sentence_before())
        if found is None or found.phrase is None or found.has_name:
            return None
        role = self._text[slice(*found.phrase)]
        return role if role.lower().split()[-1] in load_vocabulary().roles else None

    def _find_sentence_before(self) -> tuple[int, int]:
        """Find the reporter's sentence before that of the pronoun: nobody in a quote says it."""
        return self._find_reported_before(self._words.start)

    def _find_reported_before(self, position: int) -> tuple[int, int]:
        """Find the same before any position."""
        begin, end = find_sentence_before(self._text, position)
        word = next((n for n in range(begin, end) if self._text[n].isalnum()), begin)
        opened = self._names.find_quote_start(word)
        if opened is None or opened != self._names.find_quote_start(end - 1):
            return begin, end
        return find_sentence_before(self._text, opened)

    def _find_subject_before(self) -> tuple[str, SpeakerKind] | None:
        """Find the person who is the subject of the sentence before, in the same paragraph."""
        found = self._read_subject_before()
        if found is None:
            return None
        tokens, phrase = found
        first = phrase.name if phrase.has_name else phrase.first
        name = self._text[tokens[first].start : tokens[phrase.last - 1].end]
        if not phrase.has_name:
            return (name, SpeakerKind.ROLE) if _is_personal(name) else None
        kind = self._names.classify_name(name)
        return None if kind.is_body else (name, SpeakerKind.PERSON)

    def _read_subject_before(self) -> tuple[list[Token], NounPhrase] | None:
        """Read the subject of the sentence before in its paragraph, where it is no pronoun."""
        begin, end = self._find_sentence_before()
        if begin >= end or self._text.find("\n", begin, self._words.start) >= 0:
            return None
        tokens = tokenize_sentence(self._text, begin, end)
        phrase = find_main_subject(tokens, len(tokens))
        if phrase is None or tokens[phrase.first].lower in PRONOUNS:
            return None
        return tokens, phrase


def find_sentence_before(text: str, position: int) -> tuple[int, int]:
    """Find the sentence before the one at a position, which may be in the paragraph before."""
    line = text.rfind("\n", 0, position) + 1
    own = find_sentence_start(text, max(line, position - REACH_BACK), position)
    lowest = max(0, own - REACH_BACK)
    end = lowest + len(text[lowest:own].rstrip())
    begin = find_sentence_start(text, max(text.rfind("\n", 0, end) + 1, end - REACH_BACK), end)
    closing = _CLOSING_MARK.match(text, begin, end)
    return (closing.end() if closing else begin), end


def _is_personal(role: str) -> bool:
    """Whether a phrase is for one person ("the ferry owner", not "the firm")."""
    last = role.lower().split()[-1]
    words = load_vocabulary()
    is_role = last in words.roles or last in words.titles
    return is_role and last not in _THINGS and not last.endswith("s")
