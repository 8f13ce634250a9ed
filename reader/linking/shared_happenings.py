"""Whether what two English sentences share is what happens, or only the background of it.

Sentences about one affair share its names, the titles and bodies of its people and the clause that
recalls how it began, whatever news each of them has. What counts here is whether the shared words
hang together, and how much they are of the main clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from reader.linking.main_clauses import find_background
from reader.linking.person_descriptions import find_descriptions
from reader.linking.shared_name_runs import find_shared_names
from reader.linking.synonym_groups import SYNONYM_WEIGHT, synonym_groups
from reader.quotes.quotation_marks import find_marked_spans
from reader.text.calendar_words import english_weekday_names
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.stop_words import is_stop_word
from reader.text.words import stem_word, word_spans

CHARACTERS_READ = 1_000
"""Only so many characters of a sentence are read."""
PHRASE_REACH = 3
"""Two content words are a phrase if the second is at most so many content words behind the first:
both sentences say them of each other."""
LEAST_DESCRIBED = 3
"""Words of a name with a title or job; a bare name has fewer."""
FEW_BESIDE_NAMES = 2
"""Words that two sentences may share beside a long name without telling one thing of it."""
FEW_PHRASES = 2
"""Phrases that two sentences may share by chance."""
LEAST_QUOTED = 3
"""Content words from which on what is quoted is a statement; one in common is that of the topic."""
LEAST_MAIN_WORDS = 3
"""Where fewer content words seem to be the main clause, the whole sentence counts as it."""
NAME_WEIGHT = 0.5
"""What a name or number counts of the other words of a clause, 0..1."""
OCCASIONS_OF_SAYING = ("statement", "interview")
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
MOSTLY = 0.5
"""The part, 0..1, of the words of a sentence from which the other one has most of it."""


class _SentenceWords(NamedTuple):
    """The content words of a sentence by their stems."""

    all: frozenset[str]
    main: frozenset[str]
    """Those in the main clause."""
    names: frozenset[str]
    """Those printed with a capital inside the sentence, and numbers."""
    in_order: tuple[str, ...]
    """All, one after the other."""
    is_main: tuple[bool, ...]
    """Whether each of these is in the main clause."""


class _SentencePhrases(NamedTuple):
    """The phrases of a sentence: two words that stand near each other, the smaller one first."""

    all: frozenset[tuple[str, str]]
    main: frozenset[tuple[str, str]]
    """Those of which both words are in the main clause."""


class SharedHappening(NamedTuple):
    """What two sentences share of what happens."""

    is_reported: bool
    """Whether a phrase of both is in the main clause of one, more than a few are anywhere, or most
    of one sentence is in the other."""
    main_share: float
    """How much of the main clauses the other sentence has, 0..1: the mean of both sides."""


def compare_happenings(here: str, there: str) -> SharedHappening:
    """Compare what two English sentences say happens."""
    one, other = _read_sentence(here), _read_sentence(there)
    names = one.names | other.names
    shares_people = _share_persons_only(here, there) or _have_two_statements(here, there)
    if shares_people or _share_names_only(here, there):
        return SharedHappening(False, 0.0)
    known, known_here = _with_groups(other.all), _with_groups(one.all)
    mains = _share(one.main, known, names), _share(other.main, known_here, names)
    wholes = _share(one.all, known, names), _share(other.all, known_here, names)
    is_reported = max(wholes) >= MOSTLY or _has_phrase(here, there, names)
    return SharedHappening(is_reported, sum(mains) / 2)


def _share_persons_only(here: str, there: str) -> bool:
    """Whether two sentences share nothing but who a person is, and that somebody says something."""
    one, other = _read_sentence(here), _read_sentence(there)
    shared = one.all & other.all
    described = _read_described(here, there) & _read_described(there, here)
    if len(described & shared) < LEAST_DESCRIBED:
        return False
    names = one.names | other.names
    left = shared - described - _stems_of_saying() - _stems_of_time()
    return len(left & names) <= 1 and (left - names).isdisjoint(one.main | other.main)


def _have_two_statements(here: str, there: str) -> bool:
    """Whether two sentences quote other words, and share nothing beside them but who says them."""
    quoted, quoted_there = _read_quoted(here), _read_quoted(there)
    if min(len(quoted), len(quoted_there)) < LEAST_QUOTED or len(quoted & quoted_there) > 1:
        return False
    one, other = _read_sentence(here), _read_sentence(there)
    described = _read_described(here, there) & _read_described(there, here)
    beside = (one.all & other.all) - (quoted & quoted_there)
    left = beside - described - (one.names & other.names)
    return not left - _stems_of_saying() - _stems_of_time()


@lru_cache(maxsize=1 << 12)
def _read_quoted(text: str) -> frozenset[str]:
    """The stems of the content words that stand in quotation marks."""
    text = text[:CHARACTERS_READ]
    spans = list(find_marked_spans(text))
    return frozenset(
        stem_word(text[start:end])
        for start, end in (word_spans(text) if spans else ())
        if any(span.start <= start < span.end for span in spans)
        if not is_stop_word(text[start:end])
    )


def _share_names_only(here: str, there: str) -> bool:
    """Whether two sentences share a long name, and at most a few words of no main clause of both,
    a time, or that somebody says something."""
    named = find_shared_names(here, there)
    if not named:
        return False
    one, other = _read_sentence(here), _read_sentence(there)
    left = (one.all & other.all) - named - _stems_of_saying() - _stems_of_time()
    return len(left) <= FEW_BESIDE_NAMES and left.isdisjoint(one.main & other.main)


@lru_cache(maxsize=1)
def _stems_of_time() -> frozenset[str]:
    return frozenset(map(stem_word, english_weekday_names() | PARTS_OF_DAY))


@lru_cache(maxsize=1 << 12)
def _read_described(text: str, beside: str) -> frozenset[str]:
    """The stems that stand nowhere in a sentence but where it says who a person is."""
    text = text[:CHARACTERS_READ]
    spans = tuple(find_descriptions(text, beside[:CHARACTERS_READ]))
    described: set[str] = set()
    others: set[str] = set()
    for start, end in word_spans(text) if spans else ():
        printed = text[start:end]
        if not is_stop_word(printed):
            is_inside = any(first <= start < last for first, last in spans)
            (described if is_inside else others).add(stem_word(printed))
    return frozenset(described - others)


@lru_cache(maxsize=1)
def _stems_of_saying() -> frozenset[str]:
    verbs = load_reporting_verbs().single.items()
    forms = [form for form, verb in verbs if verb.lemma in ("say", "tell")]
    return frozenset(map(stem_word, [*forms, *OCCASIONS_OF_SAYING]))


def _has_phrase(here: str, there: str, names: Set[str]) -> bool:
    """Whether two sentences share a phrase of a main clause, or more than a few of others."""
    one, other = _read_phrases(here), _read_phrases(there)
    phrases = one.all & other.all
    if _count_phrases(phrases, names) > FEW_PHRASES:
        return True
    return _count_phrases(phrases & (one.main | other.main), names) > 0


def _share(words: Iterable[str], known: Set[str | int | None], names: Set[str]) -> float:
    """The part, 0..1, of some words that another sentence has, or a synonym of them."""
    groups = synonym_groups()
    # Counted in whole numbers: sums of floats depend on the order, which sets do not have.
    counts = {True: [0, 0, 0], False: [0, 0, 0]}
    for word in words:
        count = counts[word in names]
        count[0] += 1
        if word in known:
            count[1] += 1
        elif groups.get(word) in known:
            count[2] += 1
    total, shared, alike = (
        NAME_WEIGHT * of_names + of_others
        for of_names, of_others in zip(counts[True], counts[False], strict=True)
    )
    return (shared + SYNONYM_WEIGHT * alike) / total if total else 0.0


def _with_groups(words: Set[str]) -> set[str | int | None]:
    """Words with the numbers of their synonym groups."""
    groups = synonym_groups()
    return {*words, *(groups[word] for word in words if word in groups)}


def _count_phrases(phrases: Iterable[tuple[str, str]], names: Set[str]) -> int:
    """How many phrases are more than two names."""
    return sum(not (one in names and other in names) for one, other in phrases)


@lru_cache(maxsize=1 << 12)
def _read_sentence(text: str) -> _SentenceWords:
    text = text[:CHARACTERS_READ]
    background = tuple(find_background(text))
    stems, names, main = [], [], []
    for start, end in word_spans(text):
        printed = text[start:end]
        if is_stop_word(printed):
            continue
        stem = stem_word(printed)
        stems.append(stem)
        if printed[0].isdigit() or (printed[0].isupper() and not _opens(text, start)):
            names.append(stem)
        main.append(not any(first <= start < last for first, last in background))
    if len(set(compress(stems, main))) < LEAST_MAIN_WORDS:
        main = [True] * len(stems)
    return _SentenceWords(
        frozenset(stems),
        frozenset(compress(stems, main)),
        frozenset(names),
        tuple(stems),
        tuple(main),
    )


@lru_cache(maxsize=1 << 12)
def _read_phrases(text: str) -> _SentencePhrases:
    words = _read_sentence(text)
    stems, is_main = words.in_order, words.is_main
    phrases, main = set(), set()
    for number, stem in enumerate(stems):
        for other in range(number + 1, min(number + 1 + PHRASE_REACH, len(stems))):
            pair = (stem, stems[other]) if stem < stems[other] else (stems[other], stem)
            phrases.add(pair)
            if is_main[number] and is_main[other]:
                main.add(pair)
    same = {(stem, stem) for stem in stems}
    return _SentencePhrases(frozenset(phrases - same), frozenset(main - same))


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, where every word has a capital."""
    return start == 0 or text[start - 1] in '“"‘'
