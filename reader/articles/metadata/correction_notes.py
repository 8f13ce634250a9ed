"""Notes by which an outlet corrects or clarifies its own text."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.articles.metadata.dates import DATE_WORDS, find_printed_dates
from reader.text.word_lists import WordLists

_CORRECTION_WORDS = WordLists(__file__, "corrections")

# Characters of a note.
_LONGEST_NOTE = 1200
# Characters after a word of correction in which its date begins.
_DATE_REACH = 80
_MARKS_AFTER_OPENING = (":", "：", "—", "–", "-", "(", ",", ".", "|", "/")
_MARKS_BEFORE_OPENING = " \t*_[(•–—-"
_WORD = re.compile(r"[^\W\d_]+")
# Characters after the words that open a note.
_SHORTEST_STATEMENT = 12


def is_correction(text: str) -> bool:
    """Return whether a paragraph says what was wrong in the text it belongs to.

    `Correction: …`, `This article was amended on 6 May …`, `An earlier version of this story …`.
    """
    if len(text) > _LONGEST_NOTE:
        return False
    lowered = text.replace("’", "'").lower().lstrip(_MARKS_BEFORE_OPENING)
    return _has_phrase(lowered) or _has_opening(lowered)


def find_correction_date(note: str) -> str | None:
    """Return the date on which a note says that it corrected the text, as printed, or None.

    It follows a word of correction at once: `amended on 6 May 2031`, `Correction (6 May)`; or
    goes before one: `am 6. Mai korrigiert`. Other dates of a note are those of what was wrong.
    """
    for word in _WORD.finditer(note[:_LONGEST_NOTE]):
        if word.group().lower() not in _CORRECTION_WORDS.words["correcting words"]:
            continue
        after = note[word.end() : word.end() + _DATE_REACH]
        for date in find_printed_dates(after)[:1]:
            between = _WORD.findall(after[: date.span.start].lower())
            if _fillers().issuperset(between) and not _ends_sentence(after[: date.span.start]):
                return after[date.span]
        before = note[max(word.start() - _DATE_REACH, 0) : word.start()].rstrip()
        for date in find_printed_dates(before)[-1:]:
            if before.endswith(before[date.span]):
                return before[date.span]
    return None


def _ends_sentence(text: str) -> bool:
    return any(mark in text for mark in (". ", "! ", "? "))


def _has_opening(lowered: str) -> bool:
    if not lowered.startswith(_openings()):
        return False
    for opening in _openings():
        if not lowered.startswith(opening):
            continue
        rest = lowered[len(opening) :].lstrip()
        if rest.startswith(_MARKS_AFTER_OPENING):
            return len(rest) >= _SHORTEST_STATEMENT
    return False


@lru_cache(maxsize=1)
def _openings() -> tuple[str, ...]:
    """Return the words that make a note of what they begin, without a statement in a phrase."""
    lines = _CORRECTION_WORDS.lines
    return tuple(word for word in lines["openings"] if word not in lines["needs a statement"])


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    known = DATE_WORDS.words
    return known["beside dates"] | known["date labels"]


def _has_phrase(lowered: str) -> bool:
    # The pattern of all phrases takes longer to compile than a whole article to read, and few
    # paragraphs have all words of a phrase.
    if not _may_have_phrase(lowered):
        return False
    return _phrases().search(lowered) is not None


def _may_have_phrase(lowered: str) -> bool:
    for longest, others in _words_of_phrases():
        if longest in lowered and all(word in lowered for word in others):
            return True
    return False


@lru_cache(maxsize=1)
def _words_of_phrases() -> tuple[tuple[str, list[str]], ...]:
    """Return the longest word of every phrase, which is found most seldom, and the others."""
    found = []
    for phrase in _CORRECTION_WORDS.lines["phrases"]:
        longest, *others = sorted(phrase.replace("{text}", " ").split(), key=len, reverse=True)
        found.append((longest, others))
    return tuple(found)


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    texts = "|".join(sorted(_CORRECTION_WORDS.words["text"], key=len, reverse=True))
    phrases = "|".join(
        re.escape(phrase).replace(r"\{text\}", f"(?:{texts})").replace(r"\ ", r"\s")
        for phrase in _CORRECTION_WORDS.lines["phrases"]
    )
    return re.compile(rf"\b(?:{phrases})\b")
