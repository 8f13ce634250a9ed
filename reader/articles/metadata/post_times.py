"""Lines that say when something was posted, by the clock or by its age."""

from __future__ import annotations

import re

from reader.articles.metadata.dates import DATE_WORDS, is_date_word
from reader.text.word_lists import WordLists

_TIME_WORDS = WordLists(__file__, "post_times")

# Characters.
_LONGEST_POST_TIME = 60
_LONGEST_TIMED_LINE = 90

_PUBLISHED = frozenset(
    ("published", "posted", "publié", "veröffentlicht", "publicado", "pubblicato")
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|\d ?[ap]\.?m\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def is_post_time(line: str) -> bool:
    """Return whether the line gives a time of day or an age ("2 hours ago") and nothing else."""
    if len(line) > _LONGEST_POST_TIME or not any(character.isdigit() for character in line):
        return False
    words = [word for word in map(str.lower, _TOKEN.findall(line)) if not word.isdigit()]
    if not (_CLOCK.search(line) or not _TIME_WORDS.words["age words"].isdisjoint(words)):
        return False
    return all(map(is_time_word, words))


def is_date_label(line: str) -> bool:
    """Return whether the line consists of words that state the meaning of a date that is lost."""
    words = [word.lower() for word in _TOKEN.findall(line[:_LONGEST_POST_TIME])]
    return (
        len(line) <= _LONGEST_POST_TIME
        and not DATE_WORDS.words["update labels"].union(_PUBLISHED).isdisjoint(words)
        and DATE_WORDS.words["date labels"].issuperset(words)
    )


def has_time_of_day(line: str) -> bool:
    """Return whether a short line contains a time of day."""
    return len(line) <= _LONGEST_TIMED_LINE and _CLOCK.search(line) is not None


def is_time_word(word: str) -> bool:
    """Return whether a word in lower case may be one of a line that gives a time or an age."""
    return word in _TIME_WORDS.words["time words"] or is_date_word(word)
