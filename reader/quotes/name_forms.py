"""The forms in which names are printed: runs of words with capitals and what of them is a name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.sentence_tokens import is_compound
from reader.text.values.name_generations import Generation, generation_of
from reader.text.values.person_names import gender_of_title
from reader.text.values.value_lists import list_words

_NOT_NAMES = load_word_class("not_names")
_BEFORE_NAMES = load_word_class("phrase_ends") | load_word_class("adverbial_starts") | {"plus"}
_SUFFIXES = list_words("person_titles", "suffixes")
_LONGEST_NAME_ON_ING = 6
"""Letters of a word on "-ing" that may open a name."""
_MOST_WORDS = 5
"""Words of the longest name; a longer run is a headline."""
_MOST_FORMS = 40
"""Different forms of one surname that are compared with a name."""
_NEAR_CHARS = 400
"""Characters before a name in which a fuller form of it is preferred to all others."""


class ParsedName(NamedTuple):
    """The name in a run of words with capitals."""

    words: tuple[str, ...]
    """Without titles, genitives and full stops."""
    first: int
    """Position in the run of its first word."""
    is_titled: bool
    """Whether a title of a person comes before it."""
    title_gender: str
    """m, f or empty, as the title shows."""

    @property
    def surname(self) -> str:
        """The last word before "Jr." and the like."""
        return self.words[-2] if self.has_suffix else self.words[-1]

    @property
    def has_suffix(self) -> bool:
        """Whether it ends in "Jr." or the like."""
        return len(self.words) > 1 and self.words[-1].lower() in _SUFFIXES

    @property
    def is_surname_alone(self) -> bool:
        """Whether there is a surname, maybe with "Jr.", and no other name."""
        return len(self.words) == 1 + self.has_suffix

    @property
    def given_name_gender(self) -> str:
        """m, f or empty, as the given name shows."""
        return load_vocabulary().gender.get(self.words[0], "") if len(self.words) > 1 else ""

    @property
    def is_nicknamed(self) -> bool:
        """Whether a word that is not a given name precedes one ("Little Ann Smith")."""
        first, *others = self.words
        given = load_vocabulary().gender
        return len(others) > 1 and first not in given and len(first) > 1 and others[0] in given

    def without_first(self) -> ParsedName:
        """Return the name without its first word."""
        return self._replace(words=self.words[1:], first=self.first + 1)

    @property
    def full(self) -> str:
        """The name as one string; initials get a full stop."""
        return " ".join(word if len(word) > 1 else word + "." for word in self.words)

    @property
    def is_organisation(self) -> bool:
        """Whether a word of it belongs to organisations, a surname after a given name excepted."""
        words = self.words[:-1] if self.given_name_gender else self.words
        return not load_vocabulary().organisation_words.isdisjoint(words)


def parse_name(
    tokens: Sequence[str], *, continues_phrase: bool, follows_office: bool = False
) -> ParsedName | None:
    """Find the name in a run of words with capitals.

    Args:
        tokens: the words of the run.
        continues_phrase: whether "of", "the" or "and" comes before, so that it may begin with
            the name of a place or an organisation.
        follows_office: whether it is an office and "of", so that it begins with a field ("Minister
            of Roads Jo Smith").
    """
    first, is_titled, title_gender = _skip_titles(tokens)
    words = load_vocabulary()
    if continues_phrase and first == 0 and len(tokens) > 2:
        name_start = len(tokens) - 2 if follows_office else 0
        first = next((n for n, token in enumerate(tokens) if token in words.gender), name_start)
    if len(tokens) - first >= 3 and tokens[first].lower() in words.roles:
        first += 1
    name = tuple(strip_word(token) for token in tokens[first:])
    if not name or len(name) > _MOST_WORDS:
        return None
    return ParsedName(name, first, is_titled, title_gender)


def strip_word(token: str) -> str:
    """Return a word without its genitive, full stop and signs at the end."""
    if token.endswith(("’s", "'s")):
        token = token[:-2]
    return token.rstrip(".’'-")


def is_title_word(word: str) -> bool:
    """Whether a word is a title, or one that somebody held ("then-Senator", "ex-Mayor")."""
    prefix, hyphen, title = word.lower().rpartition("-")
    titles = load_vocabulary().titles
    return word.lower() in titles or (bool(hyphen) and prefix in ("then", "ex") and title in titles)


def is_form_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the given names of a short form fit a full one ("J. Smith", "John Smith")."""
    return all(any(_is_given_name_form(given, part) for part in full[:-1]) for given in short[:-1])


class NameForms:
    """The forms of one surname in an article, with their positions."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._forms: list[str] = []
        self._distinct: dict[str, list[str]] = {}
        self._relatives: dict[str, list[str]] = {}

    def add(self, start: int, form: str, *, is_relative: bool = False) -> None:
        """Add an occurrence, in the order of the text.

        Args:
            start: its position.
            form: the name.
            is_relative: whether it is that of somebody's relative, who is hardly meant by a
                surname alone.
        """
        if is_relative or form in self._relatives:
            self._relatives.setdefault(form, form.split())
            return
        self._starts.append(start)
        self._forms.append(form)
        if len(self._distinct) < _MOST_FORMS and form not in self._distinct:
            self._distinct[form] = form.split()

    def find_nearest_before(
        self, position: int, gender: str = "", generation: Generation | None = None
    ) -> str | None:
        """Return the form of several words that comes last before a position, and near it.

        Args:
            position: where the name is printed.
            gender: m or f if its title shows it: another person of the surname is passed over.
            generation: which of two of the surname it is, if that is shown.
        """
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and position - self._starts[index] <= _NEAR_CHARS:
            form = self._forms[index]
            if fits_gender(form, gender) and fits_generation(form, generation):
                return form if " " in form else None
            index -= 1
        return None

    def fullest(
        self, tokens: Sequence[str], gender: str = "", generation: Generation | None = None
    ) -> str | None:
        """Return the first form of several words, or the longest that fits a given name.

        A relative's full name is no short form of another one, nor is a father's of his son's.
        """
        if len(tokens) > 1 and " ".join(tokens) in self._relatives:
            return None
        found: str | None = None
        longest = len(tokens)
        is_titled = " ".join(tokens) in self._distinct and not gender
        # Who is called by title and surname alone is no relative who is named in full.
        forms = (
            self._distinct if len(tokens) == 1 and is_titled else self._distinct | self._relatives
        )
        for form, parts in forms.items():
            if len(tokens) == 1:
                is_fitting = fits_gender(form, gender) and fits_generation(form, generation)
                if len(parts) > 1 and is_fitting:
                    return form
            elif len(parts) > longest and self._is_fuller(parts, tokens):
                found, longest = form, len(parts)
        return found

    def _is_fuller(self, parts: Sequence[str], tokens: Sequence[str]) -> bool:
        """Return whether a form is another one in full; with "Jr." alone it is a son's.

        That holds where the article prints the other one.
        """
        is_son = _has_junior(parts) and not _has_junior(tokens)
        return is_form_of(tokens, parts) and not (is_son and " ".join(tokens) in self._distinct)


def fits_generation(name: str, generation: Generation | None) -> bool:
    """Return whether a full name is that of the younger one of two, or of the elder one.

    Only who has "Jr." or a number is surely the younger one.
    """
    is_younger = generation_of(name.rpartition(" ")[2]) is Generation.YOUNGER
    return generation is None or is_younger == (generation is Generation.YOUNGER)


def _has_junior(words: Sequence[str]) -> bool:
    return words[-1].lower().rstrip(".") in ("jr", "junior")


def fits_gender(name: str, gender: str) -> bool:
    """Whether the given name of a person does not contradict the gender that a title shows."""
    given, _, surname = name.partition(" ")
    shown = load_vocabulary().gender.get(given, "") if surname else ""
    return not gender or not shown or shown == gender


def _skip_titles(tokens: Sequence[str]) -> tuple[int, bool, str]:
    """Skip the position after titles, owners and words that are no names; title and its gender."""
    words = load_vocabulary()
    first, is_titled, gender = 0, False, ""
    for index, token in enumerate(tokens):
        bare = strip_word(token)
        is_genitive = token.endswith(("’s", "'s", "’", "'")) and index + 1 < len(tokens)
        if _is_no_name(bare, opens_run=index == 0):
            first = index + 1
        elif is_title_word(bare) and not _is_surname(tokens, index):
            is_titled, first = True, index + 1
            gender = gender_of_title(bare.lower()) or gender
        elif (bare in words.organisation_words and not _ends_person(tokens, index)) or is_genitive:
            is_titled, first = False, index + 1
    return first, is_titled, gender


def _is_no_name(word: str, *, opens_run: bool) -> bool:
    """Whether a word with a capital opens a sentence or is an adjective."""
    if is_title_word(word):
        return False
    if word in _NOT_NAMES or is_compound(word):
        return True
    words = load_vocabulary()
    if not opens_run or word in words.gender:
        return False
    cue = words.cues.get(word.lower())
    # "Keeping Vance out of it"
    is_gerund = word.endswith("ing") and len(word) > _LONGEST_NAME_ON_ING
    return is_gerund or word.lower() in _BEFORE_NAMES or (cue is not None and not cue.weak)


def _is_surname(tokens: Sequence[str], index: int) -> bool:
    """Whether a word that can be a title ends a name ("Tishana King")."""
    if index < len(tokens) - 1:
        return False
    before = tokens[index - 1] if index else ""
    return before in load_vocabulary().gender or (len(before) == 2 and before[1] == ".")


def _ends_person(tokens: Sequence[str], index: int) -> bool:
    """Whether a word that organisations have is a surname here ("Michael Bloomberg")."""
    if index < len(tokens) - 1 or index == 0:
        return False
    has_initial = len(tokens[index - 1]) == 2 and tokens[index - 1].endswith(".") and index > 1
    return tokens[index - 2 if has_initial else index - 1] in load_vocabulary().gender


def _is_given_name_form(given: str, part: str) -> bool:
    initial = given.rstrip(".")
    return part == given or (len(initial) == 1 and part[0] == initial)
