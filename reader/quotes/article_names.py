"""The names in an article: the fullest form of each, and the person that a pronoun refers to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.name_forms import NameForms, ParsedName, parse_name, strip_word
from reader.quotes.quote import SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.title_lines import TitleLines, find_name_in_title
from reader.quotes.written_by import WriterLines
from reader.text.sentences import BETWEEN_SENTENCES, ends_sentence, find_sentence_start
from reader.text.values.person_names import gender_of_title

_OFFICE_CHARS = 30
"""Characters before a name in which its office is read."""
_UPPER = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0106\u0110\u0141\u015a\u0160\u017d\u0410-\u042f"
)
_DOTTED = sorted(
    word
    for word in load_vocabulary().abbreviations
    if len(word) > 1 and word[0].isupper() and word.isalpha()
)
_NAME = rf"(?:(?:{'|'.join(_DOTTED)})\.|(?:[{_UPPER}]\.){{1,3}}|[{_UPPER}][\w’'-]{{0,30}})"
# The first name begins with nothing but its capital, because such an expression is searched much
# faster; a look-behind checks the character before the capital afterwards.
_REST_OF_DOTTED = "|".join(f"(?<={word[0]}){word[1:]}" for word in _DOTTED)
_RUN = re.compile(
    rf"[{_UPPER}](?<![\w’'].)"
    rf"(?:(?:{_REST_OF_DOTTED})\.|\.(?:[{_UPPER}]\.){{0,2}}|[\w’'-]{{0,30}})"
    rf"(?:[ \u00a0](?:(?:de|da|van|von|der|bin|al|el|la|del|dos) ){{0,2}}(?:al-)?{_NAME}){{0,6}}"
)
_NOT_NAMES = load_word_class("not_names")
_GENDER_OF_PRONOUN = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her)\b")
_CONJUNCTIONS = load_word_class("subject_conjunctions")
_SPEAKING_THINGS = load_word_class("speaking_nouns") | load_word_class("documents")
_ATTRIBUTIVE = load_word_class("attributive_heads")
_OBLIQUE = load_word_class("phrase_ends") - _CONJUNCTIONS
_DESCRIPTION = re.compile(r", (?:who|the|an?|\d\d),? ")

# Distances in characters, set by hand.
_PERSON_REACH = 3_000
"""Before a pronoun: where a person it refers to is searched."""
_POSSIBLE_REACH = 600
"""The same for a name that nothing else shows to be a person's."""
_SENTENCE_REACH = 250
_OBLIQUE_CHARS = 40
"""Before a name: where its titles and a preposition before them are read."""
_TITLE_CHARS = 12
"""Before a name: where "Mrs" is read."""
_ATTRIBUTIVE_CHARS = 24
"""After a name: where the noun that it belongs to is read."""
_ROLE_REACH = 20_000
"""Before a role: where its holder is searched, and a tenth of it after it."""
_MOST_MENTIONS = 40
"""Names before a pronoun that are compared."""
_MOST_READ = 8
"""How often the whole article may be searched for the holders of roles."""


class PersonMention(NamedTuple):
    """A person named in the article: `text[start:end]`."""

    start: int
    end: int
    surname: str
    gender: str
    """m, f or empty where unknown."""
    full: str = ""
    """The whole name, if it has more than the surname."""


class ArticleNames:
    """All names of an article, collected in one pass.

    Args:
        text: the article's text.
        quoted: start and end of the quotes, in order, not nested; a name inside them is not
            taken for the subject of the reporter's sentences.
    """

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._quoted = quoted
        self._quoted_starts = [start for start, _ in quoted]
        self._forms: dict[str, NameForms] = defaultdict(NameForms)
        self._full_by_first_word: dict[str, set[str]] = defaultdict(set)
        self._gender: dict[str, str] = {}
        self._persons: set[str] = set()
        self._role_holders: dict[tuple[str, int], str | None] = {}
        self._unread = _MOST_READ * len(text) + _ROLE_REACH * 20
        self._titles = TitleLines(text)
        writers = WriterLines(text)
        mentions = [item for item in self._collect() if not writers.has(item.start)]
        self._mentions = [item for item in mentions if item.surname in self._persons]
        self._possible = [item for item in mentions if item.surname not in self._persons]
        self._learn_genders()
        self._mentions = [self._add_gender(item) for item in self._mentions]
        self._starts = [item.start for item in self._mentions]
        self._possible_starts = [item.start for item in self._possible]

    def find_fullest_form(self, name: str, position: int) -> str:
        """Return the fullest form of a name; the nearest before `position` if several fit."""
        tokens = name.split()
        if not tokens:
            return name
        is_single = len(tokens) == 1
        if forms := self._forms.get(strip_word(tokens[-1])):
            gender = self._read_title_gender(position) if is_single else ""
            near = forms.find_nearest_before(position, gender) if is_single else None
            if found := near or forms.fullest(tokens, gender):
                return found
        full = self._full_by_first_word.get(strip_word(tokens[0]), set()) if is_single else set()
        is_titled = strip_word(tokens[0]) in self._forms
        if not is_titled and len(full) == 1 and self.is_person(form := next(iter(full))):
            return form
        return name

    def _read_title_gender(self, position: int) -> str:
        """Return the gender that the title before a position shows: m, f or empty."""
        before = self._text[max(0, position - _TITLE_CHARS) : position].split()
        return gender_of_title(strip_word(before[-1]).lower()) if before else ""

    def is_person(self, name: str) -> bool:
        """Whether the article shows that a name is a person's."""
        tokens = name.split()
        if not tokens:
            return False
        has_given_name = len(tokens) > 1 and tokens[0] in load_vocabulary().gender
        return has_given_name or strip_word(tokens[-1]) in self._persons

    def classify_name(self, name: str) -> SpeakerKind:
        """Return what sort of source a name is."""
        tokens = [strip_word(token) for token in name.split()]
        if not load_vocabulary().organisation_words.isdisjoint(tokens):
            return SpeakerKind.ORGANISATION
        if self.is_person(name):
            return SpeakerKind.PERSON
        is_acronym = len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 1
        return SpeakerKind.ORGANISATION if is_acronym else SpeakerKind.UNKNOWN

    def find_antecedent(self, pronoun: str, position: int) -> PersonMention | None:
        """Find the person that he or she refers to: the first fitting name of a sentence before."""
        gender = _GENDER_OF_PRONOUN.get(pronoun.lower())
        if gender is None:
            return None
        return self._find_nearest_person(
            self._mentions, self._starts, gender, position, _PERSON_REACH
        ) or self._find_nearest_person(
            self._possible, self._possible_starts, gender, position, _POSSIBLE_REACH
        )

    def find_role_holder(self, role: str, position: int) -> str | None:
        """Find the person named beside the same role elsewhere ("the District Attorney")."""
        words = role.split()
        if words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        if not words or not _is_office(words[-1]):
            return None
        key = " ".join(words), position // _ROLE_REACH
        if key not in self._role_holders:
            self._role_holders[key] = self._search_role_holder(words, position)
        return self._role_holders[key]

    def _learn_genders(self) -> None:
        """Learn the gender of names from the pronouns that follow them in their sentences.

        The first pronoun before any other name counts; two of one gender and none of the other
        are enough.
        """
        votes: dict[str, list[str]] = defaultdict(list)
        for index, item in enumerate(self._mentions):
            if item.gender or item.surname in self._gender or self._is_attributive(item.end):
                continue
            following = self._mentions[index + 1 : index + 2]
            next_start = following[0].start if following else len(self._text)
            stop = min(next_start, item.end + _SENTENCE_REACH)
            found = _PRONOUN.search(self._text, item.end, stop)
            if found and not ends_sentence(self._text, item.end, found.start()):
                votes[item.surname].append(_GENDER_OF_PRONOUN[found.group().lower()])
        for surname, genders in votes.items():
            if len(genders) > 1 and len(set(genders)) == 1:
                self._gender[surname] = genders[0]

    def _add_gender(self, item: PersonMention) -> PersonMention:
        """Return a mention with the gender that the article shows anywhere, if it shows one."""
        known = item.gender or self._gender.get(item.surname, "")
        return item._replace(gender=known)

    def _collect(self) -> list[PersonMention]:
        """Read all runs of words with capitals; return the names outside quotes, in order."""
        mentions: list[PersonMention] = []
        singles: list[tuple[int, int, str]] = []
        for match in _RUN.finditer(self._text):
            run, start = match.group(), match.start()
            if " " in run or "\u00a0" in run:
                self._collect_run(run, start, mentions, singles)
                continue
            word = strip_word(run)
            if len(word) > 1 and word not in _NOT_NAMES and not self._is_quoted(start):
                singles.append((start, start + len(word), word))
        mentions += self._collect_single_names(singles)
        mentions.sort()
        return mentions

    def _collect_run(
        self,
        run: str,
        start: int,
        mentions: list[PersonMention],
        singles: list[tuple[int, int, str]],
    ) -> None:
        """Read a run of several words with capitals."""
        tokens = run.replace("\u00a0", " ").split(" ")
        if self._titles.has(start):
            tokens = find_name_in_title(tokens)
            start += run.replace("\u00a0", " ").find(" ".join(tokens))
            run = " ".join(tokens)
        continues_phrase = self._text[max(0, start - 4) : start] in (" of ", "the ", "and ")
        name = parse_name(
            tokens,
            continues_phrase=continues_phrase,
            follows_office=continues_phrase and self._follows_office(start),
        )
        if name is None:
            return
        is_quoted = self._is_quoted(start)
        if len(name.words) == 1 and not name.is_titled:
            if len(name.surname) > 1 and not is_quoted:
                begin = start + run.rfind(name.surname)
                singles.append((begin, begin + len(name.surname), name.surname))
            return
        end = start + len(run)
        begin = end - len(" ".join(tokens[name.first :]))
        gender = self._record(name, start)
        if self._names_person(name, begin, end):
            self._persons.add(name.surname)
        if not is_quoted and not name.is_organisation:
            gender = gender or self._gender.get(name.surname, "")
            mentions.append(PersonMention(begin, end, name.surname, gender, name.full))

    def _follows_office(self, start: int) -> bool:
        """Whether an office and "of" are before a position ("Minister of")."""
        before = self._text[max(0, start - _OFFICE_CHARS) : start].split()
        is_after_of = len(before) > 1 and before[-1] == "of"
        return is_after_of and before[-2].lower() in load_vocabulary().titles

    def _record(self, name: ParsedName, start: int) -> str:
        """Record the form and the gender of a name; return the gender that it shows."""
        full = name.full
        self._forms[name.surname].add(start, full)
        if len(name.words) == 2:
            self._full_by_first_word[name.words[0]].add(full)
        gender = name.title_gender or name.given_name_gender
        if gender:
            self._gender.setdefault(name.surname, gender)
        return gender

    def _names_person(self, name: ParsedName, start: int, end: int) -> bool:
        """Whether title, given name or the words beside it show that a name is a person's."""
        if name.is_titled:
            return True
        if len(name.words) == 1:
            return False
        return name.words[0] in load_vocabulary().gender or self._is_described(start, end)

    def _collect_single_names(self, singles: Sequence[tuple[int, int, str]]) -> list[PersonMention]:
        """Return the single words with a capital that are names of persons, or may be."""
        mentions = []
        for start, end, word in singles:
            given = self._gender.get(word) or load_vocabulary().gender.get(word, "")
            if given and word not in self._forms:
                self._gender.setdefault(word, given)
            is_first_word = len(self._full_by_first_word.get(word, ())) == 1
            if word in self._forms or given or is_first_word:
                self._persons.add(word)
            if word in self._persons or self._has_verb_after(end):
                mentions.append(PersonMention(start, end, word, self._gender.get(word, "")))
        return mentions

    def _is_quoted(self, position: int) -> bool:
        """Whether a position is inside a quote."""
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index][1]

    def _is_described(self, start: int, end: int) -> bool:
        """Whether the words beside a name describe a person ("lawyer Jo Smith", "who")."""
        before = self._text[max(0, start - 20) : start].split()
        if before and before[-1] in load_vocabulary().roles:
            return True
        is_followed = _DESCRIPTION.match(self._text, end) is not None
        return is_followed and not (before and before[-1].lower() == "the")

    def _find_nearest_person(
        self,
        mentions: Sequence[PersonMention],
        starts: Sequence[int],
        gender: str,
        position: int,
        reach: int,
    ) -> PersonMention | None:
        """Find the best name of the nearest sentence before a position that has a fitting one."""
        index = bisect_left(starts, position)
        chosen: PersonMention | None = None
        passed: PersonMention | None = None
        for mention in reversed(mentions[max(0, index - _MOST_MENTIONS) : index]):
            if position - mention.start > reach:
                break
            if mention.gender not in ("", gender) or self._is_attributive(mention.end):
                continue
            if mentions is self._possible and self._is_oblique(mention):
                continue
            if chosen and ends_sentence(self._text, mention.end, chosen.start):
                break
            if chosen is None and self._has_pronoun_subject(mention.start, gender, position):
                passed = passed or mention
            elif chosen is None or self._is_better(mention, chosen):
                chosen = mention
        return chosen or passed

    def _has_pronoun_subject(self, position: int, gender: str, pronoun: int) -> bool:
        """Whether the pronoun comes before a name as a subject, so that the name is another's.

        It begins the sentence of the name, or the pronoun that is resolved is in that sentence too.
        """
        begin = max(0, position - _SENTENCE_REACH)
        start = find_sentence_start(self._text, begin, position)
        words = self._text[start:position].lstrip(BETWEEN_SENTENCES)
        subject = "He " if gender == "m" else "She "
        if words.startswith(subject):
            return True
        is_before = f" {subject.lower()}" in f" {words}"
        return is_before and not ends_sentence(self._text, position, pronoun)

    def _is_attributive(self, end: int) -> bool:
        """Whether a name says whose the following noun is ("the Smith campaign")."""
        following = self._text[end : end + _ATTRIBUTIVE_CHARS].split(None, 2)
        if self._text[end : end + 1] not in (" ", "\u00a0") or not following:
            return False
        return following[0].strip(".,;:").lower() in _ATTRIBUTIVE

    def _search_role_holder(self, words: Sequence[str], position: int) -> str | None:
        self._unread -= _ROLE_REACH
        if self._unread < 0:
            return None
        stop = r"\.?" if words[-1].rstrip(".") in load_vocabulary().abbreviations else ""
        pattern = re.compile(
            rf"\b(?i:{re.escape(' '.join(words))}){stop} "
            rf"([{_UPPER}][\w’'-]{{1,30}}(?: [{_UPPER}][\w’'-]{{1,30}}){{0,2}})"
        )
        lowest = max(0, position - _ROLE_REACH)
        found = pattern.search(self._text, lowest, position + _ROLE_REACH // 10)
        if found and not found.group(1).isupper() and not self._titles.has(found.start()):
            name = self.find_fullest_form(strip_word(found.group(1)), found.start(1) + 1)
            return name if self.classify_name(name) is not SpeakerKind.ORGANISATION else None
        return None

    def _has_verb_after(self, end: int) -> bool:
        """Whether a reporting verb follows."""
        following = self._text[end : end + 20].split(None, 1)
        cue = load_vocabulary().cues.get(following[0].lower()) if following else None
        return cue is not None and not cue.weak

    def _is_better(self, mention: PersonMention, chosen: PersonMention) -> bool:
        """Whether a name is rather the subject of a sentence than one that follows it."""
        if self._has_verb_after(chosen.end) and not self._has_verb_after(mention.end):
            return False
        return not self._is_oblique(mention) or self._is_oblique(chosen)

    def _is_oblique(self, mention: PersonMention) -> bool:
        """Whether a name follows a preposition or has a genitive: it is no subject then."""
        end = mention.end
        ends = self._text[end - 2 : end], self._text[end : end + 2]
        if any(genitive in ("’s", "'s") for genitive in ends):
            return True
        before = self._text[max(0, mention.start - _OBLIQUE_CHARS) : mention.start].split()
        words = load_vocabulary()
        while before and before[-1].rstrip(".").lower() in words.titles | words.roles:
            before.pop()
        return bool(before) and before[-1].lower() in _OBLIQUE


def _is_office(word: str) -> bool:
    """Whether a person holds what a word names ("the mayor", not "the report")."""
    lower = word.rstrip(".").lower()
    words = load_vocabulary()
    return (lower in words.titles or lower in words.roles) and lower not in _SPEAKING_THINGS
