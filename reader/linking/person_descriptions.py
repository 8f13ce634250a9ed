"""Where an English sentence says who somebody is: names with titles, jobs and appositions.

That two sentences describe one person alike says nothing of what the person does in either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import is_stop_word
from reader.text.values import find_person_names
from reader.text.word_forms import american_spelling, normal_form
from reader.text.words import word_spans

MOST_WORDS_BEFORE = 8
"""A title or job before a name has at most so many words."""
MOST_LETTERS_BEHIND = 200
"""And an apposition behind it so many letters."""

_APPOSITION = re.compile(
    rf"(?: \([^)]{{1,40}}\))?, (?:[^,“”\"]|,(?! )){{3,{MOST_LETTERS_BEHIND}}}(?=,|\.?$)"
)
"""The words between commas after a name, or up to the end."""
_INSIDE_JOB = frozenset({"of", "for"})


def find_descriptions(sentence: str, beside: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what says who the persons named in a sentence are.

    Each begins with the words before the name, such as a title or a job, and ends with the
    apposition or relative clause behind it.

    Args:
        sentence: the sentence.
        beside: another one, which may show better that a name is a person's.
    """
    words = list(word_spans(sentence))
    known = {(name.given, name.surname) for name in find_person_names(beside)}
    for person in find_person_names(sentence, {names for names in known if all(names)}):
        start = _find_start(sentence, words, person.start)
        behind = _APPOSITION.match(sentence, person.end)
        yield start, behind.end() if behind else person.end


def _find_start(sentence: str, words: list[tuple[int, int]], name: int) -> int:
    """The offset at which the words begin that lead in one run to a name."""
    before = [span for span in words if span[1] <= name][-MOST_WORDS_BEFORE:]
    start = reached = name
    for first, last in reversed(before):
        printed = sentence[first:last]
        is_inside = printed in _INSIDE_JOB
        if sentence[last:reached].strip(" ") or (not is_inside and _ends_job(printed)):
            break
        reached = first
        start = start if is_inside else first
    return start


def _ends_job(printed: str) -> bool:
    """Whether a word before a name is no part of a title or job: it may be a verb."""
    is_irregular = normal_form(printed) != american_spelling(printed)
    is_verb = printed.endswith("ed") or printed in load_reporting_verbs().single or is_irregular
    return is_stop_word(printed) or (printed.islower() and is_verb)
