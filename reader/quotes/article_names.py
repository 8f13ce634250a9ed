"""The names in an article: the fullest form of each, its kind and its gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from reader.quotes.antecedents import (
    Antecedent,
    PersonMention,
    PersonMentions,
    find_pronoun_gender,
    has_verb_after,
    is_attributive,
)
from reader.quotes.name_forms import NameForms, ParsedName, parse_name, strip_word
from reader.quotes.name_openers import NameOpeners
from reader.quotes.quote import SpeakerKind
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.role_holders import RoleHolders
from reader.quotes.shared_surnames import MeantPerson, SurnameHolders
from reader.quotes.speaker_kinds import is_named_office
from reader.quotes.title_lines import TitleLines, find_name_in_title
from reader.quotes.written_by import WriterLines
from reader.text.values.name_generations import Generation, generation_of, read_generation
from reader.text.values.name_runs import is_compound_modifier, is_state
from reader.text.values.person_names import gender_of_title
from reader.text.values.value_lists import list_words, words_of_no_person

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
_DOUBLED = re.compile(r"([ \u00a0])?(?<!\w)(\S{3,})[ \u00a0]\2$")
"""A surname twice: a caption with a name runs into a sentence that begins with it."""
_RUN = re.compile(
    rf"[{_UPPER}](?<![\w’'].)"
    rf"(?:(?:{_REST_OF_DOTTED})\.|\.(?:[{_UPPER}]\.){{0,2}}|[\w’'-]{{0,30}})"
    rf"(?:[ \u00a0](?:(?:de|da|van|von|der|bin|al|el|la|del|dos) ){{0,2}}(?:al-)?{_NAME}){{0,6}}"
)
_NOT_NAMES = load_word_class("not_names")
_PLACES = load_word_class("place_names")
_BODY_NOUNS = load_word_class("speaking_nouns") | load_word_class("group_words") | {"group"}
_PARTISANS = frozenset(("Democrats", "Republicans", "Conservatives", "Liberals", "Tories", "MPs"))
_PARTISAN = frozenset(("Democrat", "Republican", "Tory"))
"""What one person is called by party: "the Ohio Republican". "Labour" and "Conservative" may be
the party."""
_KIN = load_word_class("relatives")
_PROGRAMMES = load_word_class("programmes")
_LOCATIVES = frozenset(("in", "across", "throughout", "outside", "near"))
_FIRST_LADY = ["first", "lady"]
_FORMER = ("former", "late")
"""Adjectives before the title of a relative: "his father, former President George Smith"."""
_DESCRIPTION = re.compile(r", (?:who|the|an?|\d\d),? ")

_INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|Van)\w+[a-z][A-Z]")
"""As in the names of firms: "HarbourNet"."""
_LONGEST_ACRONYM = 4
# Distances in characters, set by hand.
_SENTENCE_REACH = 250
_TITLE_CHARS = 12
"""Before a name: where "Mrs" is read."""
_KIN_CHARS = 24
"""Before a name: where "his wife" is read."""


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
        self._holders: dict[str, SurnameHolders] = defaultdict(SurnameHolders)
        self._full_by_first_word: dict[str, set[str]] = defaultdict(set)
        self._gender: dict[str, str] = {}
        self._parted: set[str] = set()
        """Surnames that the article prints with "Jr." and no given name: of two persons."""
        self._persons: set[str] = set()
        self._full_persons: set[tuple[str, ...]] = set()
        self._titles = TitleLines(text)
        writers = WriterLines(text)
        mentions = [item for item in self._collect() if not writers.has(item.start)]
        persons = [item for item in mentions if item.surname in self._persons]
        self._learn_genders(persons)
        self._mentions = PersonMentions(
            text,
            [self._add_gender(item) for item in persons],
            [item for item in mentions if item.surname not in self._persons],
        )
        self._role_holders = RoleHolders(text, self._read_holder)

    @property
    def full_persons(self) -> frozenset[tuple[str, ...]]:
        """The words of all names of several words that the article shows to be persons'."""
        return frozenset(self._full_persons)

    def find_fullest_form(self, name: str, position: int) -> str:
        """Return the fullest form of a name; the nearest before `position` if several fit."""
        tokens = name.split()
        if not tokens:
            return name
        is_single = len(tokens) == 1
        if is_single and self._is_acronym(name):
            return name
        if is_single:
            tokens = [self._find_surname(name)]
        if _is_suffixed_surname(tokens):
            tokens, is_single = tokens[:1], True
        forms = self._forms.get(strip_word(tokens[-1]))
        if forms and not (is_single and self._follows_crown(position)):
            gender = self._read_title_gender(position) if is_single else ""
            shown = self._read_generation(name, position) if is_single else None
            near = forms.find_nearest_before(position, gender, shown) if is_single else None
            if found := near or forms.fullest(tokens, gender, shown):
                return found
        full = self._full_by_first_word.get(strip_word(tokens[0]), set()) if is_single else set()
        is_titled = strip_word(tokens[0]) in self._forms
        if not is_titled and len(full) == 1 and self.is_person(form := next(iter(full))):
            return form
        return name

    def find_meant(self, name: str, position: int) -> MeantPerson:
        """Find which of several persons a surname alone means."""
        word = strip_word(name)
        if _is_suffixed_surname(name.split()):
            return MeantPerson("", is_open=False)
        holders = self._holders.get(word) if " " not in name else None
        if holders is None:
            return MeantPerson("", is_open=False)
        if (shown := self._read_generation(name, position)) is not None:
            return holders.find_generation(shown)
        own = self._text.rfind("\n", 0, position) + 1
        while own > 0 and self._text[own - 1].isspace():
            own -= 1
        near = self._text.rfind("\n", 0, own) + 1
        return holders.find_meant(near, position, self._read_title_gender(position))

    def _read_generation(self, name: str, position: int) -> Generation | None:
        """Return which of two of a surname one without a given name is, if that is shown.

        Where an article prints "Vance Jr.", a "Vance" alone is the other one.
        """
        word, _, suffix = name.partition(" ")
        is_here = self._text.startswith(name, position)
        end = position + len(name) if is_here else None
        shown = generation_of(suffix) or read_generation(self._text, position, end)
        return shown or (Generation.ELDER if strip_word(word) in self._parted else None)

    def _follows_crown(self, position: int) -> bool:
        """Return whether a name is a given name after a title: "King Ned", no "Al bin Ned"."""
        before = self._text[max(0, position - _TITLE_CHARS) : position].split()
        return bool(before) and before[-1].lower() in list_words("person_titles", "crowned")

    def _read_title_gender(self, position: int) -> str:
        """Return the gender that the title before a position shows: m, f or empty."""
        before = self._text[max(0, position - _TITLE_CHARS) : position].split()
        return gender_of_title(strip_word(before[-1]).lower()) if before else ""

    def is_person(self, name: str) -> bool:
        """Whether the article shows that a name is a person's."""
        tokens = name.split()
        if not tokens:
            return False
        if len(tokens) == 1:
            tokens = [self._find_surname(name)]
        return _begins_with_given_name(tokens) or strip_word(tokens[-1]) in self._persons

    def classify_name(self, name: str) -> SpeakerKind:
        """Return what sort of source a name is."""
        tokens = [strip_word(token) for token in name.split()]
        if len(tokens) > 1 and tokens[-1] in _PROGRAMMES:
            return SpeakerKind.ORGANISATION
        if _begins_with_given_name(tokens) and tokens[-1].lower() not in load_vocabulary().roles:
            return SpeakerKind.PERSON
        if is_named_office(" ".join(tokens)):
            return SpeakerKind.OFFICE
        if tokens and tokens[-1] in _PARTISANS:
            return SpeakerKind.GROUP
        if tokens and tokens[-1] in _PARTISAN:
            return SpeakerKind.ROLE
        if not load_vocabulary().organisation_words.isdisjoint(tokens):
            return SpeakerKind.ORGANISATION
        if self.is_person(name):
            return SpeakerKind.PERSON
        is_acronym = len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 1
        return SpeakerKind.ORGANISATION if is_acronym else SpeakerKind.UNKNOWN

    def find_antecedent(self, pronoun: str, position: int, other: str = "") -> Antecedent | None:
        """Find the person that he or she refers to, as `PersonMentions.find_antecedent` says."""
        return self._mentions.find_antecedent(pronoun, position, other)

    def find_role_holder(self, role: str, position: int) -> str | None:
        """Find the person named beside the same role elsewhere ("the District Attorney")."""
        return self._role_holders.find(role, position)

    def _read_holder(self, name: str, position: int) -> str | None:
        """Return the fullest form of the name of a person at a position, else None."""
        if self._titles.has(position) or name in _NOT_NAMES:
            return None
        full = self.find_fullest_form(name, position + 1)
        return None if self.classify_name(full).is_body else full

    def _learn_genders(self, persons: Sequence[PersonMention]) -> None:
        """Learn the gender of names from the pronouns that follow them in their sentences.

        The first pronoun before any other name counts; two of one gender and none of the other
        are enough.
        """
        votes: dict[str, list[str]] = defaultdict(list)
        for index, item in enumerate(persons):
            if item.gender or item.surname in self._gender or is_attributive(self._text, item.end):
                continue
            following = persons[index + 1 : index + 2]
            next_start = following[0].start if following else len(self._text)
            stop = min(next_start, item.end + _SENTENCE_REACH)
            if gender := find_pronoun_gender(self._text, item.end, stop):
                votes[item.surname].append(gender)
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
        matches = list(_RUN.finditer(self._text))
        openers = NameOpeners(self._text, ((each.group(), each.start()) for each in matches))
        for match in matches:
            run, start = match.group(), match.start()
            cut = openers.find_cut(run, start)
            run, start = _DOUBLED.sub(r"\1\2", run[cut:]), start + cut
            if " " in run or "\u00a0" in run:
                self._collect_run(run, start, mentions, singles)
                continue
            word = strip_word(run)
            if len(word) > 1 and word not in _NOT_NAMES and not self.is_quoted(start):
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
        if any(map(is_compound_modifier, tokens)):
            # "President Vance-backed Ohio": the words around it are no name.
            return
        if len(tokens) == 2 and is_state(tokens[0].replace(".", "")) and "." in tokens[0]:
            # "It hurts the U.S. Vance said": a sentence ends between them, or a body has both.
            if tokens[1] not in load_vocabulary().organisation_words and not self.is_quoted(start):
                singles.append((start + len(run) - len(tokens[1]), start + len(run), tokens[1]))
            return
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
        is_quoted = self.is_quoted(start)
        if is_quoted and name.is_nicknamed:
            name = name.without_first()
        if name.has_suffix and name.is_surname_alone:
            self._parted.add(name.surname)
        if name.is_surname_alone and not name.is_titled:
            if len(name.surname) > 1 and not is_quoted:
                begin = start + run.rfind(name.surname)
                singles.append((begin, begin + len(name.surname), name.surname))
            return
        end = start + len(run)
        begin = end - len(" ".join(tokens[name.first :]))
        gender = self._record(name, start)
        if self._names_person(name, begin, end):
            self._persons.add(name.surname)
            if not name.is_surname_alone and not self._is_of_body(name, begin):
                self._full_persons.add(name.words)
        is_thing = any(map(str.isdigit, name.full)) or (
            not name.is_titled and _INNER_CAPITAL.search(name.words[0]) is not None
        )
        if not is_quoted and not name.is_organisation and not is_thing:
            gender = gender or self._gender.get(name.surname, "")
            mentions.append(PersonMention(begin, end, name.surname, gender, name.full))

    def _follows_office(self, start: int) -> bool:
        """Whether an office and "of" are before a position ("Minister of")."""
        before = self._text[max(0, start - _OFFICE_CHARS) : start].split()
        is_after_of = len(before) > 1 and before[-1] == "of"
        return is_after_of and before[-2].lower() in load_vocabulary().titles

    def _record(self, name: ParsedName, start: int) -> str:
        """Record the form and the gender of a name; return the gender that it shows."""
        full = name.surname if name.is_surname_alone else name.full
        is_relative = self._follows_relative(start)
        is_joined = self._ends_pair(start)
        holders = self._holders[name.surname]
        holders.add(start, full, is_relative=is_relative, is_joined=is_joined)
        forms = self._forms[name.surname]
        if not is_joined:
            forms.add(start, full, is_relative=is_relative)
        if len(name.words) == 2:
            self._full_by_first_word[name.words[0]].add(full)
        gender = name.title_gender or self._read_noun_gender(start) or name.given_name_gender
        if gender and not is_joined and not (is_relative and holders.opens_alone):
            # The surname alone means who has the title, no relative of another gender, and nobody
            # of a couple.
            self._gender.setdefault(name.surname, gender)
        return gender

    def _follows_relative(self, start: int) -> bool:
        """Whether a name is that of somebody's relative ("his wife, Jo Smith")."""
        before = self._text[max(0, start - _KIN_CHARS) : start].split()
        if before and before[-1] in _FORMER:
            before.pop()
        if [word.lower().rstrip(",") for word in before[-2:]] == _FIRST_LADY:
            return True
        return len(before) > 1 and before[-1].rstrip(",").lower() in _KIN

    def _ends_pair(self, start: int) -> bool:
        """Whether a surname is that of two persons ("Al and Jo Smith")."""
        before = self._text[max(0, start - _KIN_CHARS) : start].split()
        if len(before) < 2 or before[-1] != "and" or not before[-2].istitle():
            return False
        first = before[-2]
        is_other = first in self._forms or first in _PLACES
        is_other = is_other or first in load_vocabulary().organisation_words
        return first in load_vocabulary().gender or not is_other

    def _read_noun_gender(self, start: int) -> str:
        """Return the gender that the noun before a name shows ("his wife, Jo Smith")."""
        before = self._text[max(0, start - _KIN_CHARS) : start].split()
        noun = before[-1].rstrip(",") if len(before) > 1 else ""
        return load_vocabulary().gender.get(noun, "") if noun.islower() else ""

    def _is_place(self, start: int, word: str) -> bool:
        """Whether a name that no title comes with is a place's or a party's, as far as it shows."""
        if word in _PLACES or word.lower() in words_of_no_person():
            return True
        before = self._text[max(0, start - _TITLE_CHARS) : start].split()
        return bool(before) and before[-1] in _LOCATIVES

    def _names_person(self, name: ParsedName, start: int, end: int) -> bool:
        """Whether title, given name or the words beside it show that a name is a person's."""
        if name.is_titled:
            return True
        if len(name.words) == 1 or self._is_place(start, name.surname):
            return False
        if self._text[max(0, start - 4) : start].lower() == "the ":
            return False
        return name.words[0] in load_vocabulary().gender or self._is_described(start, end)

    def _is_of_body(self, name: ParsedName, start: int) -> bool:
        """Whether a name or the noun before it is a body's ("the group Ansar al-Din")."""
        before = self._text[max(0, start - _KIN_CHARS) : start].rstrip(" ,").split()
        return name.is_organisation or (bool(before) and before[-1] in _BODY_NOUNS)

    def _collect_single_names(self, singles: Sequence[tuple[int, int, str]]) -> list[PersonMention]:
        """Return the single words with a capital that are names of persons, or may be."""
        mentions = []
        for start, end, printed in singles:
            word = self._find_surname(printed)
            given = self._gender.get(word) or load_vocabulary().gender.get(word, "")
            if given and word not in self._forms:
                self._gender.setdefault(word, given)
            is_person = word in self._persons or self._is_given_name(word, given)
            is_person = is_person or self._speaks_by_surname(word, end)
            is_titled = word in self._persons
            if self._is_acronym(word) or (_INNER_CAPITAL.search(word) and not is_titled):
                continue
            if is_person and not self._is_place(start, word):
                self._persons.add(word)
            if word in self._persons or has_verb_after(self._text, end):
                mentions.append(PersonMention(start, end, word, self._gender.get(word, "")))
        return mentions

    def _is_given_name(self, word: str, gender: str) -> bool:
        """Whether a word is a known given name, or the first of a name that may be a person's."""
        full = self._full_by_first_word.get(word, ())
        if gender or len(full) != 1:
            return bool(gender)
        surname = next(iter(full)).split()[-1]
        no_persons = words_of_no_person() | load_vocabulary().roles
        is_body = surname in load_vocabulary().organisation_words or surname in _PLACES
        return not is_body and surname.lower() not in no_persons

    def _is_acronym(self, word: str) -> bool:
        """Whether a word in capitals is no surname that the article also prints in lower case."""
        return (
            1 < len(word) <= _LONGEST_ACRONYM and word.isupper() and word.title() not in self._forms
        )

    def _find_surname(self, word: str) -> str:
        """Return a word as the surname it is: "Al-Rami" opens a sentence about Ned al-Rami."""
        inner = word[:1].lower() + word[1:]
        is_known = word not in self._forms and strip_word(inner) in self._forms
        return inner if is_known and "-" in word else word

    def _speaks_by_surname(self, word: str, end: int) -> bool:
        """Whether a verb of saying follows the last word of what may be a full name."""
        forms = self._forms.get(word)
        full = forms.fullest([word]) if forms and has_verb_after(self._text, end) else None
        words = full.split() if full else []
        no_persons = words_of_no_person() | load_vocabulary().roles | load_word_class("phrase_ends")
        others = load_vocabulary().organisation_words | _PLACES | _NOT_NAMES | _BODY_NOUNS
        return (
            len(words) > 1
            and len(word) > 2
            and not word.isupper()
            and not any(each.lower() in no_persons or each in others for each in words)
        )

    def is_quoted(self, position: int) -> bool:
        """Whether a position is inside a quote."""
        return self.find_quote_start(position) is not None

    def find_quote_start(self, position: int) -> int | None:
        """Return the start of the quote that a position is inside of; None where it is in none."""
        index = bisect_right(self._quoted_starts, position) - 1
        is_inside = index >= 0 and position < self._quoted[index][1]
        return self._quoted[index][0] if is_inside else None

    def _is_described(self, start: int, end: int) -> bool:
        """Whether the words beside a name describe a person ("lawyer Jo Smith", "who")."""
        before = self._text[max(0, start - 20) : start].split()
        if before and before[-1] in load_vocabulary().roles:
            return True
        if before and before[-1].endswith(",") and self._text.startswith(", ", end):
            # "the harbour minister, Xerlo Brando, said"
            role = before[-1][:-1]
            if role in load_vocabulary().roles and role not in _BODY_NOUNS:
                return True
        is_followed = _DESCRIPTION.match(self._text, end) is not None
        return is_followed and not (before and before[-1].lower() == "the")


def _is_suffixed_surname(tokens: Sequence[str]) -> bool:
    """Whether a name is a surname with "Jr." or the like, and no given name."""
    return len(tokens) == 2 and generation_of(tokens[1]) is not None


def _begins_with_given_name(tokens: Sequence[str]) -> bool:
    """Whether a name of several words begins with a known given name."""
    return len(tokens) > 1 and tokens[0] in load_vocabulary().gender
