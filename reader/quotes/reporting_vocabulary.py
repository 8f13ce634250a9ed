"""The words that quotes are attributed by, read from the files in `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from os.path import dirname, join
from typing import NamedTuple

from reader.quotes.quote import Stance


class CueWord(NamedTuple):
    """One form of a reporting verb."""

    lemma: str
    stance: Stance
    weak: bool
    """It reports speech only right beside a quotation."""
    gerund: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All word lists. The keys of `cues` and `phrases` are in lower case."""

    cues: dict[str, CueWord]
    phrases: dict[tuple[str, str], CueWord]
    """Verbs of two words ("pointed out")."""
    opening: frozenset[str]
    """The words that either of them begins with."""
    titles: frozenset[str]
    """In lower case, without a full stop."""
    roles: frozenset[str]
    abbreviations: frozenset[str]
    """As printed, without the last full stop."""
    organisation_words: frozenset[str]
    gender: dict[str, str]
    """Given name as printed -> "m" or "f"."""


@cache
def vocabulary() -> Vocabulary:
    """Read the word lists, once in a process."""
    cues, phrases = _cues(_read("cues.txt"))
    lists = _lists(_read("titles.txt"))
    gender: dict[str, str] = {}
    current = ""
    for word in lists["given_names"]:
        if word in ("m:", "f:"):
            current = word[0]
        elif gender.setdefault(word, current) != current:
            gender[word] = ""
    return Vocabulary(
        cues=cues,
        phrases=phrases,
        opening=frozenset((*cues, *(first for first, _ in phrases))),
        titles=frozenset(word.lower() for word in lists["titles"]),
        roles=frozenset(word.lower() for word in lists["roles"]),
        abbreviations=frozenset(lists["abbreviations"]),
        organisation_words=frozenset(lists["organisation_words"]),
        gender=gender,
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """One closed class of words from `data/grammar.txt`. Raises KeyError for an unknown name."""
    return frozenset(_grammar()[name])


@cache
def _grammar() -> dict[str, list[str]]:
    return _lists(_read("grammar.txt"))


def _read(name: str) -> list[str]:
    with open(join(dirname(__file__), "data", name), encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith("#")]


def _lists(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        if line.startswith("["):
            name = line.strip("[]")
            found.setdefault(name, [])
        else:
            found[name] += line.split()
    return found


def _cues(lines: list[str]) -> tuple[dict[str, CueWord], dict[tuple[str, str], CueWord]]:
    cues: dict[str, CueWord] = {}
    phrases: dict[tuple[str, str], CueWord] = {}
    stance = Stance.NEUTRAL
    for line in lines:
        if line.startswith("["):
            stance = Stance(line.strip("[]"))
            continue
        verb, _, forms = line.partition(":")
        weak = "*" in line
        verb = verb.replace("*", "").strip()
        lemma = verb.replace("_", " ")
        listed = forms.replace("*", "").split()
        for form in [verb, *(listed or _regular_forms(verb))]:
            word = CueWord(lemma, stance, weak, form.split("_")[0].endswith("ing"))
            if "_" in form:
                first, second = form.split("_", 1)
                phrases[first, second] = word
            elif form not in cues or cues[form].weak:
                cues[form] = word
    return cues, phrases


def _regular_forms(verb: str) -> list[str]:
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
