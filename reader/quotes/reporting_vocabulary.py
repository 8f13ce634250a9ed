"""Words by which quotes are attributed, read from the word lists in `data/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reader.quotes.quote import Stance
from reader.text.abbreviations import known_abbreviations
from reader.text.calendar_words import english_month_names, english_weekday_names
from reader.text.reporting_verbs import ReportingVerb, load_reporting_verbs
from reader.text.values.value_lists import given_name_genders, role_words, title_words
from reader.text.word_lists import WordLists

_GRAMMAR = WordLists(__file__, "grammar")
_TITLES = WordLists(__file__, "titles")


class CueWord(NamedTuple):
    """One form of a reporting verb."""

    lemma: str
    stance: Stance
    weak: bool
    """Whether it reports speech only right beside a quotation."""
    gerund: bool


@dataclass(frozen=True, slots=True)
class ReportingVocabulary:
    """All word lists. The keys of `cues` and `phrases` are in lower case."""

    cues: dict[str, CueWord]
    phrases: dict[tuple[str, str], CueWord]
    """Verbs of two words ("pointed out")."""
    opening: frozenset[str]
    """The first words of `cues` and `phrases`."""
    titles: frozenset[str]
    """In lower case, without a full stop."""
    roles: frozenset[str]
    abbreviations: frozenset[str]
    """As printed, without the last full stop."""
    organisation_words: frozenset[str]
    gender: dict[str, str]
    """Given name as printed -> "m" or "f", or empty where both bear it."""


@cache
def load_vocabulary() -> ReportingVocabulary:
    """Read the word lists, once in a process."""
    verbs = load_reporting_verbs()
    cues = {form: _cue_word(verb) for form, verb in verbs.single.items()}
    phrases = {forms: _cue_word(verb) for forms, verb in verbs.double.items()}
    return ReportingVocabulary(
        cues=cues,
        phrases=phrases,
        opening=frozenset((*cues, *(first for first, _ in phrases))),
        titles=frozenset(map(str.lower, _TITLES.words["titles"])) | title_words(),
        roles=frozenset(map(str.lower, _TITLES.words["roles"])) | role_words(),
        abbreviations=known_abbreviations(),
        organisation_words=_TITLES.words["organisation_words"],
        gender=_read_genders(_TITLES.lines["given_names"]),
    )


def load_word_class(name: str) -> frozenset[str]:
    """Return one closed class of words of `grammar.txt`, with the days and months that are in it.

    Raises KeyError for an unknown name.
    """
    return _GRAMMAR.words[name] | _calendar_words(name)


def _calendar_words(name: str) -> frozenset[str]:
    days, months = english_weekday_names(), english_month_names()
    if name in ("day_names", "adverbial_starts"):
        return days
    if name == "times":
        return days | months - {"may"}
    if name == "not_names":
        return frozenset(word.capitalize() for word in days | months)
    return frozenset()


def _read_genders(lines: Iterable[str]) -> dict[str, str]:
    """Map given names to genders; the words "m:" and "f:" say which one follows.

    The names of `text.values` are added to those of the lines, ambiguous ones excepted.
    """
    genders: dict[str, str] = {}
    current = ""
    for word in (word for line in lines for word in line.split()):
        if word in ("m:", "f:"):
            current = word[0]
        elif genders.setdefault(word, current) != current:
            genders[word] = ""
    listed = {name.title(): gender for name, gender in given_name_genders().items()}
    for name in _TITLES.words["ambiguous_names"]:
        listed.pop(name, None)
    return {**listed, **genders}


def _cue_word(verb: ReportingVerb) -> CueWord:
    return CueWord(verb.lemma, Stance(verb.group), verb.is_weak, verb.is_gerund)
