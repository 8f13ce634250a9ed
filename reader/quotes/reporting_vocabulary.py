"""Words by which quotes are attributed, read from the word lists in `data/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reader.quotes.quote import Stance
from reader.text.word_lists import WordLists

_CUES = WordLists(__file__, "cues")
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
    cues, phrases = _read_cues(_CUES.lines)
    return ReportingVocabulary(
        cues=cues,
        phrases=phrases,
        opening=frozenset((*cues, *(first for first, _ in phrases))),
        titles=frozenset(word.lower() for word in _TITLES.words["titles"]),
        roles=frozenset(word.lower() for word in _TITLES.words["roles"]),
        abbreviations=_TITLES.words["abbreviations"],
        organisation_words=_TITLES.words["organisation_words"],
        gender=_read_genders(_TITLES.lines["given_names"]),
    )


def load_word_class(name: str) -> frozenset[str]:
    """Return one closed class of words of `grammar.txt`. Raises KeyError for an unknown name."""
    return _GRAMMAR.words[name]


def _read_genders(lines: Iterable[str]) -> dict[str, str]:
    """Map given names to genders; the words "m:" and "f:" say which one follows."""
    genders: dict[str, str] = {}
    current = ""
    for word in (word for line in lines for word in line.split()):
        if word in ("m:", "f:"):
            current = word[0]
        elif genders.setdefault(word, current) != current:
            genders[word] = ""
    return genders


def _read_cues(
    sections: Mapping[str, Iterable[str]],
) -> tuple[dict[str, CueWord], dict[tuple[str, str], CueWord]]:
    """Read verbs of one and of two words; the sections are named by stance."""
    cues: dict[str, CueWord] = {}
    phrases: dict[tuple[str, str], CueWord] = {}
    for section, line in ((section, line) for section, lines in sections.items() for line in lines):
        verb, _, listed_forms = line.replace("*", "").partition(":")
        verb = verb.strip()
        lemma, is_weak = verb.replace("_", " "), "*" in line
        for form in [verb, *(listed_forms.split() or _inflect(verb))]:
            first, _, second = form.partition("_")
            word = CueWord(lemma, Stance(section), is_weak, first.endswith("ing"))
            if second:
                phrases[first, second] = word
            elif form not in cues or cues[form].weak:
                cues[form] = word
    return cues, phrases


def _inflect(verb: str) -> list[str]:
    """Inflect a regular verb; words joined to it by "_" stay as they are."""
    head, *rest = verb.split("_")
    tail = "_" + "_".join(rest) if rest else ""
    if head.endswith("y") and head[-2] not in "aeiou":
        forms = [head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    elif head.endswith("e"):
        forms = [head + "s", head + "d", head[:-1] + "ing"]
    elif head.endswith(("s", "sh", "ch", "x", "z")):
        forms = [head + "es", head + "ed", head + "ing"]
    else:
        forms = [head + "s", head + "ed", head + "ing"]
    return [form + tail for form in forms]
