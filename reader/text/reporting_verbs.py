"""Verbs that report speech, in every form: "says", "pointed out"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from reader.text.word_lists import WordLists

_VERBS = WordLists(__file__, "reporting_verbs")


class ReportingVerb(NamedTuple):
    """One form of a reporting verb."""

    lemma: str
    group: str
    """The attitude that it expresses: the section of the list, such as "doubting"."""
    is_weak: bool
    """Whether it reports speech only right beside a quotation."""
    is_gerund: bool


class ReportingVerbs(NamedTuple):
    """All forms of all verbs, in lower case."""

    single: Mapping[str, ReportingVerb]
    """Verbs of one word."""
    double: Mapping[tuple[str, str], ReportingVerb]
    """Verbs of two words ("pointed out")."""


@lru_cache(maxsize=1)
def load_reporting_verbs() -> ReportingVerbs:
    """Return the verbs of `data/reporting_verbs.txt`, read once in a process.

    A form that several verbs have belongs to the first of them that isn't weak.
    """
    single: dict[str, ReportingVerb] = {}
    double: dict[tuple[str, str], ReportingVerb] = {}
    for form, verb in _forms():
        first, _, second = form.partition("_")
        if second:
            double[first, second] = verb
        elif form not in single or single[form].is_weak:
            single[form] = verb
    return ReportingVerbs(MappingProxyType(single), MappingProxyType(double))


def _forms() -> Iterator[tuple[str, ReportingVerb]]:
    """Yield every form with its verb, in the order of the list; "_" joins two words."""
    for group, lines in _VERBS.lines.items():
        for line in lines:
            base, _, listed = line.replace("*", "").partition(":")
            base = base.strip()
            verb = ReportingVerb(base.replace("_", " "), group, "*" in line, is_gerund=False)
            gerund = verb._replace(is_gerund=True)
            for form in [base, *(listed.split() or _inflect(base))]:
                yield form, gerund if form.partition("_")[0].endswith("ing") else verb


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
