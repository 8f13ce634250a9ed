"""The names in an article: the fullest form of each, and whom a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.phrases import is_compound
from reader.quotes.quote import SpeakerKind
from reader.quotes.reporting_vocabulary import vocabulary, word_class

_UPPER = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0106\u0110\u0141\u015a\u0160\u017d\u0410-\u042f"
)
_DOTTED = sorted(
    word for word in vocabulary().abbreviations if word[0].isupper() and word.isalpha()
)
_NAME = rf"(?:(?:{'|'.join(_DOTTED)})\.|(?:[{_UPPER}]\.){{1,3}}|[{_UPPER}][\w’'-]{{0,30}})"
# The first name begins with nothing but its capital, because such an expression is looked for
# much faster; what stands before the capital is asked afterwards.
_REST_OF_DOTTED = "|".join(f"(?<={word[0]}){word[1:]}" for word in _DOTTED)
_RUN = re.compile(
    rf"[{_UPPER}](?<![\w’'].)"
    rf"(?:(?:{_REST_OF_DOTTED})\.|\.(?:[{_UPPER}]\.){{0,2}}|[\w’'-]{{0,30}})"
    rf"(?:[ \u00a0](?:(?:de|da|van|von|der|bin|al|el|la|del|dos) ){{0,2}}(?:al-)?{_NAME}){{0,6}}"
)
_NOT_NAMES = word_class("not_names")
_HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_OBLIQUE = word_class("phrase_ends") - {
    "that",
    "when",
    "while",
    "but",
    "yet",
    "because",
    "where",
    "as",
    "if",
}
_REACH = 3_000
_NEAR = 400
_SENTENCE_REACH = 250
_ROLE_REACH = 20_000
"""Characters before a role in which its holder may be named, and ten times as many as after it."""
_MOST_READ = 8
"""How often the article may be read over in search of those who hold a role."""
_MOST_FORMS = 40
_NEAR_NAME = 600
"""Characters within which he or she may be a name that nothing else shows to be a person's."""
_DESCRIBED = re.compile(r", (?:who|the|an?|\d\d),? ")
_SENTENCE = re.compile(r"[.!?…][\"”’'\])]*\s|\n")


class Mention(NamedTuple):
    """A person named at a place of the article."""

    start: int
    end: int
    surname: str
    gender: str
    """m, f or empty where nothing tells."""
    full: str = ""
    """All of the name that stands there, where it is more than the surname."""


class Names:
    """All names of an article, collected in one pass.

    Args:
        text: the article's text.
        quoted: start and end of the quotes, in order, not nested; whoever is named
            inside them is not taken for the subject of the reporter's sentences.
    """

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._full: dict[str, _Forms] = {}
        self._holders: dict[tuple[str, int], str | None] = {}
        self._unread = _MOST_READ * len(text) + _ROLE_REACH * 20
        self._by_first: dict[str, set[str]] = {}
        self._gender: dict[str, str] = {}
        singles: list[tuple[int, int, str]] = []
        persons: set[str] = set()
        mentions: list[Mention] = []
        inside = _Inside(quoted)
        for match in _RUN.finditer(text):
            run, start = match.group(), match.start()
            if " " in run or "\u00a0" in run:
                self._read(run, start, inside, singles, persons, mentions)
            elif len(word := _bare(run)) > 1 and word not in _NOT_NAMES and not inside(start):
                singles.append((start, start + len(word), word))
        for start, end, word in singles:
            given = self._gender.get(word) or vocabulary().gender.get(word, "")
            if given and word not in self._full:
                self._gender.setdefault(word, given)
            if word in self._full or given or len(self._by_first.get(word, ())) == 1:
                persons.add(word)
            if word in persons or self._speaks(end):
                mentions.append(Mention(start, end, word, self._gender.get(word, "")))
        self._persons = persons
        mentions.sort()
        self._mentions = [mention for mention in mentions if mention.surname in persons]
        self._possible = [mention for mention in mentions if mention.surname not in persons]
        self._starts = [mention.start for mention in self._mentions]
        self._possible_starts = [mention.start for mention in self._possible]

    def fullest(self, name: str, position: int) -> str:
        """The fullest form of `name`; the nearest before `position` where several fit."""
        tokens = name.split()
        if not tokens:
            return name
        forms = self._full.get(_bare(tokens[-1]))
        near = forms.near(position) if forms and len(tokens) == 1 else None
        first = forms.fullest(tokens) if forms else None
        if near or first:
            return near or first or name
        if len(tokens) == 1 and len(self._by_first.get(_bare(tokens[0]), ())) == 1:
            full = next(iter(self._by_first[_bare(tokens[0])]))
            return full if self.is_person(full) else name
        return name

    def is_person(self, name: str) -> bool:
        """Whether the article shows that it is somebody's name."""
        tokens = name.split()
        if not tokens:
            return False
        given = vocabulary().gender
        return _bare(tokens[-1]) in self._persons or (len(tokens) > 1 and tokens[0] in given)

    def kind(self, name: str) -> SpeakerKind:
        """What sort of source a name is."""
        words = vocabulary()
        tokens = [_bare(token) for token in name.split()]
        if any(token in words.organisation_words for token in tokens):
            return SpeakerKind.ORGANISATION
        if self.is_person(name):
            return SpeakerKind.PERSON
        acronym = len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 1
        return SpeakerKind.ORGANISATION if acronym else SpeakerKind.UNKNOWN

    def antecedent(self, pronoun: str, position: int) -> Mention | None:
        """The person that he or she stands for: the first who fits in the sentence before."""
        gender = _HE.get(pronoun.lower())
        if gender is None:
            return None
        sure = self._nearest(self._mentions, self._starts, gender, position, _REACH)
        return sure or self._nearest(
            self._possible, self._possible_starts, gender, position, _NEAR_NAME
        )

    def _nearest(
        self, mentions: list[Mention], starts: list[int], gender: str, position: int, reach: int
    ) -> Mention | None:
        index = bisect_left(starts, position)
        chosen: Mention | None = None
        passed: Mention | None = None
        for mention in reversed(mentions[max(0, index - 40) : index]):
            if position - mention.start > reach:
                break
            if mention.gender not in ("", gender):
                continue
            if chosen and _SENTENCE.search(self._text, mention.end, chosen.start):
                break
            if chosen is None and self._has_pronoun_subject(mention.start, gender):
                passed = passed or mention
                continue
            if chosen is None or self._is_better(mention, chosen):
                chosen = mention
        return chosen or passed

    def _has_pronoun_subject(self, position: int, gender: str) -> bool:
        """Whether the sentence of a name begins with the pronoun, so that the name is another's."""
        begin = max(0, position - _SENTENCE_REACH)
        breaks = [match.end() for match in _SENTENCE.finditer(self._text, begin, position)]
        start = breaks[-1] if breaks else begin
        opening = "He " if gender == "m" else "She "
        return self._text.startswith(opening, start)

    def holder(self, role: str, position: int) -> str | None:
        """The person whose name stands beside the same role elsewhere ("the District Attorney")."""
        words = role.split()
        if words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        if not words:
            return None
        key = " ".join(words), position // _ROLE_REACH
        if key not in self._holders:
            self._holders[key] = self._holder_near(words, position)
        return self._holders[key]

    def _holder_near(self, words: list[str], position: int) -> str | None:
        self._unread -= _ROLE_REACH
        if self._unread < 0:
            return None
        stop = r"\.?" if words[-1].rstrip(".") in vocabulary().abbreviations else ""
        pattern = re.compile(
            rf"\b(?i:{re.escape(' '.join(words))}){stop} "
            rf"([{_UPPER}][\w’'-]{{1,30}}(?: [{_UPPER}][\w’'-]{{1,30}}){{0,2}})"
        )
        lowest = max(0, position - _ROLE_REACH)
        found = pattern.search(self._text, lowest, position + _ROLE_REACH // 10)
        if found and not found.group(1).isupper():
            return self.fullest(_bare(found.group(1)), position)
        return None

    def _speaks(self, end: int) -> bool:
        """Whether a reporting verb follows."""
        following = self._text[end : end + 20].split(None, 1)
        cue = vocabulary().cues.get(following[0].lower()) if following else None
        return cue is not None and not cue.weak

    def _is_better(self, mention: Mention, chosen: Mention) -> bool:
        """Whether a name is the subject of a sentence rather than one that follows it."""
        if self._speaks(chosen.end) and not self._speaks(mention.end):
            return False
        oblique = self._is_oblique(mention.start, mention.end)
        return not oblique or self._is_oblique(chosen.start, chosen.end)

    def _is_oblique(self, start: int, end: int) -> bool:
        """Whether a name follows a preposition or has a genitive: it is no subject then."""
        before = self._text[max(0, start - 10) : start].split()
        genitive = self._text[end - 2 : end] in ("’s", "'s") or self._text[end : end + 2] in (
            "’s",
            "'s",
        )
        return genitive or bool(before and before[-1].lower() in _OBLIQUE)

    def _read(
        self,
        run: str,
        start: int,
        inside: _Inside,
        singles: list[tuple[int, int, str]],
        persons: set[str],
        mentions: list[Mention],
    ) -> None:
        """Read a run of several words with capitals."""
        words = vocabulary()
        end = start + len(run)
        tokens = run.replace("\u00a0", " ").split(" ")
        titled = False
        first = 0
        sir = ""
        for index, token in enumerate(tokens):
            bare = _bare(token)
            cue = words.cues.get(bare.lower()) if index == 0 else None
            if bare in _NOT_NAMES or is_compound(bare) or (cue is not None and not cue.weak):
                first = index + 1
            elif bare.lower() in words.titles and not _is_surname(tokens, index, words.gender):
                titled, first = True, index + 1
                sir = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}.get(bare, sir)
            elif bare in words.organisation_words or (
                token.endswith(("’s", "'s", "’", "'")) and index + 1 < len(tokens)
            ):
                titled, first = False, index + 1
        if self._text[max(0, start - 4) : start] in (" of ", "the ") and first == 0:
            given = (index for index, token in enumerate(tokens) if token in words.gender)
            first = next(given, 0) if len(tokens) > 2 else 0
        if len(tokens) - first >= 3 and tokens[first].lower() in words.roles:
            first += 1
        name = [_bare(token) for token in tokens[first:]]
        if not name or len(name) > 5:
            return
        surname = name[-1]
        if len(name) == 1 and not titled:
            if len(surname) > 1 and not inside(start):
                begin = start + run.rfind(surname)
                singles.append((begin, begin + len(surname), surname))
            return
        full = " ".join(token if len(token) > 1 else token + "." for token in name)
        self._full.setdefault(surname, _Forms()).add(start, full)
        if len(name) == 2 and name[0] not in words.gender:
            self._by_first.setdefault(name[0], set()).add(full)
        gender = sir or (words.gender.get(name[0], "") if len(name) > 1 else "")
        if gender:
            self._gender.setdefault(surname, gender)
        begin = start + len(run) - len(" ".join(tokens[first:]))
        organisation = any(token in words.organisation_words for token in name)
        if titled or (
            len(name) > 1 and (name[0] in words.gender or self._is_described(begin, end))
        ):
            persons.add(surname)
        if not inside(start) and not organisation:
            known = gender or self._gender.get(surname, "")
            mentions.append(Mention(begin, end, surname, known, full))

    def _is_described(self, start: int, end: int) -> bool:
        """Whether what stands beside a name is said of people ("lawyer Jo Smith", "who")."""
        before = self._text[max(0, start - 20) : start].split()
        if before and before[-1] in vocabulary().roles:
            return True
        follows = _DESCRIBED.match(self._text, end) is not None
        return follows and not (before and before[-1].lower() == "the")


class _Forms:
    """The forms in which one surname stands in an article, with where they stand."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._forms: list[str] = []
        self._distinct: dict[str, list[str]] = {}

    def add(self, start: int, form: str) -> None:
        """One more occurrence; they come in the order of the text."""
        self._starts.append(start)
        self._forms.append(form)
        if len(self._distinct) < _MOST_FORMS and form not in self._distinct:
            self._distinct[form] = form.split()

    def near(self, position: int) -> str | None:
        """The form of several words that stands last before a position, and near it."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position - self._starts[index] <= _NEAR and " " in self._forms[index]:
            return self._forms[index]
        return None

    def fullest(self, tokens: list[str]) -> str | None:
        """The first form of several words, or the longest that fits a given name."""
        found: str | None = None
        longest = len(tokens)
        for form, parts in self._distinct.items():
            if len(tokens) == 1 and len(parts) > 1:
                return form
            if len(tokens) > 1 and len(parts) > longest and _fits(tokens, parts):
                found, longest = form, len(parts)
        return found


class _Inside:
    """Whether a position lies in a quote; positions must not fall."""

    def __init__(self, quoted: Sequence[tuple[int, int]]) -> None:
        self._quoted = quoted
        self._next = 0

    def __call__(self, position: int) -> bool:
        quoted = self._quoted
        while self._next < len(quoted) and quoted[self._next][1] <= position:
            self._next += 1
        return self._next < len(quoted) and quoted[self._next][0] <= position


def _bare(token: str) -> str:
    if token.endswith(("’s", "'s")):
        token = token[:-2]
    return token.rstrip(".’'-")


def _is_surname(tokens: list[str], index: int, given: dict[str, str]) -> bool:
    """Whether a word that can be a title ends a name ("Tishana King")."""
    before = tokens[index - 1] if index else ""
    return index == len(tokens) - 1 and (before in given or (len(before) == 2 and before[1] == "."))


def _fits(short: list[str], full: list[str]) -> bool:
    """Whether the given names of a short form fit a full one ("J. Smith", "John Smith")."""
    for given in short[:-1]:
        initial = given.rstrip(".")
        if not any(
            part == given or (len(initial) == 1 and part[0] == initial) for part in full[:-1]
        ):
            return False
    return True
