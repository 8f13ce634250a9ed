"""Whether what two English sentences share is what happens, or only who takes part and when.

Sentences about one affair share its names, the titles and bodies of its people and the clause that
recalls how it began, whatever news each of them has. What counts here is whether the shared words
are the words of a happening, whether they hang together, and how much they are of the main clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from reader.linking.main_clauses import find_background
from reader.linking.synonym_groups import SYNONYM_WEIGHT, synonym_groups
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.text.calendar_words import english_month_names, english_weekday_names
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import is_stop_word
from reader.text.values.value_lists import list_words
from reader.text.words import stem_word, word_spans

CHARACTERS_READ = 1_000
"""Only so many characters of a sentence are read."""
PHRASE_REACH = 3
"""Two content words are a phrase if the second is at most so many content words behind the first:
both sentences say them of each other."""
FEW_PHRASES = 2
"""Phrases that two sentences may share by chance."""
LEAST_MAIN_WORDS = 3
"""Where fewer content words seem to be the main clause, the whole sentence counts as it."""
NAME_WEIGHT = 0.5
"""What a name or number counts of the other words of a clause, 0..1."""
MOSTLY = 0.5
"""The part, 0..1, of the words of a sentence from which the other one has most of it."""
MAIN_CLAUSE_REPORTED = 0.6
"""The part, 0..1, of the words of a main clause from which names alone may be all it is about: "the
committee named Marek Olsen"."""

_CLASSES = (
    "documents", "speaking_nouns", "spokespersons", "group_words", "offices", "times", "time_units",
)  # fmt: skip
_SECTIONS = ("bodies", "title qualifiers", "representatives", "other holders")
_MORE_WORDS = (
    "earlier", "later", "recent", "new", "first", "second", "early", "late", "member", "people",
    "reporter", "staff",
)  # fmt: skip


class _SentenceWords(NamedTuple):
    """The content words of a sentence by their stems."""

    all: frozenset[str]
    main: frozenset[str]
    """Those in the main clause."""
    names: frozenset[str]
    """Those printed with a capital inside the sentence, and numbers."""
    frame: frozenset[str]
    """Those that say who, when, and that something is said: titles, bodies, times."""
    phrases: frozenset[tuple[str, str]]
    """Every two words that stand near each other."""
    main_phrases: frozenset[tuple[str, str]]
    """Those of which both are in the main clause."""


class SharedHappening(NamedTuple):
    """What two sentences share of what happens."""

    is_reported: bool
    """Whether a phrase of both is in the main clause of one, more than a few are anywhere, or most
    of one sentence is in the other."""
    is_of_names: bool
    """Whether all they share is names, titles, bodies, times and words of saying, and that is not
    what the main clause of one consists of."""
    main_share: float
    """How much of the main clauses the other sentence has, 0..1: the mean of both sides."""


def compare_happenings(here: str, there: str) -> SharedHappening:
    """Compare what two English sentences say happens."""
    one, other = _read_sentence(here), _read_sentence(there)
    names = one.names | other.names
    known, known_here = _with_groups(other.all), _with_groups(one.all)
    mains = _share(one.main, known, names), _share(other.main, known_here, names)
    wholes = _share(one.all, known, names), _share(other.all, known_here, names)
    phrases = _count_phrases(one.phrases & other.phrases, names)
    in_main = (one.main_phrases & other.phrases) | (one.phrases & other.main_phrases)
    is_reported = (
        phrases > FEW_PHRASES or max(wholes) >= MOSTLY or _count_phrases(in_main, names) > 0
    )
    is_of_names = not _has_happening(one, other, names) and max(mains) < MAIN_CLAUSE_REPORTED
    return SharedHappening(is_reported, is_of_names, sum(mains) / 2)


def _share(words: Iterable[str], known: Set[str | int | None], names: Set[str]) -> float:
    """The part, 0..1, of some words that another sentence has, or a synonym of them."""
    groups = synonym_groups()
    total = shared = 0.0
    for word in words:
        weight = NAME_WEIGHT if word in names else 1.0
        total += weight
        if word in known:
            shared += weight
        elif groups.get(word) in known:
            shared += weight * SYNONYM_WEIGHT
    return shared / total if total else 0.0


def _with_groups(words: Set[str]) -> set[str | int | None]:
    """Words with the numbers of their synonym groups."""
    groups = synonym_groups()
    return {*words, *(groups[word] for word in words if word in groups)}


def _has_happening(one: _SentenceWords, other: _SentenceWords, names: Set[str]) -> bool:
    """Whether both sentences have a number, or a word of what happens or its synonym."""
    groups = synonym_groups()
    frame = one.frame | other.frame
    for word in one.all & other.all:
        if word[0].isdigit() or not (word in names or word in frame):
            return True
    apart = [
        {groups[word] for word in words - names if word in groups}
        for words in (one.all - other.all, other.all - one.all)
    ]
    return not apart[0].isdisjoint(apart[1])


def _count_phrases(phrases: Iterable[tuple[str, str]], names: Set[str]) -> int:
    """How many phrases are more than two names."""
    return sum(not (one in names and other in names) for one, other in phrases)


@lru_cache(maxsize=1 << 12)
def _read_sentence(text: str) -> _SentenceWords:
    text = text[:CHARACTERS_READ]
    background = tuple(find_background(text))
    stems, names, frame, main = [], [], [], []
    for start, end in word_spans(text):
        printed = text[start:end]
        word = _read_word(printed)
        if word is None:
            continue
        stem, is_frame = word
        stems.append(stem)
        if is_frame:
            frame.append(stem)
        if printed[0].isdigit() or (printed[0].isupper() and not _opens(text, start)):
            names.append(stem)
        main.append(not any(first <= start < last for first, last in background))
    if len(set(compress(stems, main))) < LEAST_MAIN_WORDS:
        main = [True] * len(stems)
    phrases, main_phrases = set(), set()
    for number, stem in enumerate(stems):
        for other in range(number + 1, min(number + 1 + PHRASE_REACH, len(stems))):
            pair = (stem, stems[other]) if stem < stems[other] else (stems[other], stem)
            phrases.add(pair)
            if main[number] and main[other]:
                main_phrases.add(pair)
    same = {(stem, stem) for stem in stems}
    return _SentenceWords(
        frozenset(stems),
        frozenset(compress(stems, main)),
        frozenset(names),
        frozenset(frame),
        frozenset(phrases - same),
        frozenset(main_phrases - same),
    )


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, where every word has a capital."""
    return start == 0 or text[start - 1] in '“"‘'


@lru_cache(maxsize=1 << 14)
def _read_word(printed: str) -> tuple[str, bool] | None:
    """The stem of a word, and whether it says who, when, or that something is said.

    Returns:
        None for a stop word.
    """
    if is_stop_word(printed):
        return None
    word = printed.lower()
    verb = load_reporting_verbs().single.get(word)
    is_saying = verb is not None and verb.group == "neutral"
    known = _frame_words()
    return stem_word(printed), is_saying or word in known or word.removesuffix("s") in known


@lru_cache(maxsize=1)
def _frame_words() -> frozenset[str]:
    """Words in lower case for persons, bodies, texts and times."""
    vocabulary = load_vocabulary()
    return frozenset().union(
        vocabulary.roles,
        vocabulary.titles,
        *map(load_word_class, _CLASSES),
        *(list_words("person_titles", section) for section in _SECTIONS),
        english_weekday_names(),
        english_month_names(),
        _MORE_WORDS,
    )
