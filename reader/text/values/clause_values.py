"""Polarity and modality of English clauses: whether something is said to be so, and how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.abbreviations import ABBREVIATIONS
from reader.text.values.lexemes import APART, GLUED, MARK, WORD, WORD_PATTERN, cut_lexemes
from reader.text.values.outcomes import ComparisonReason as Reason
from reader.text.values.outcomes import differs, equal, unknown
from reader.text.values.spans import ValueSpan
from reader.text.values.value_lists import list_pairs, list_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.text.values.lexemes import Lexeme
    from reader.text.values.outcomes import ValueComparison

_LONGEST_PHRASE = 5
_GOVERNED = 4
"""Words between a negation and the denial it cancels: "did not in any way deny"."""
_WORD = re.compile(WORD_PATTERN)
_CONTRACTIONS = (("n't", "negation"), ("not", "negation"), ("'ll", "future"))
"""Endings of words that are markers, and of which kind."""
_NOUNS = {"will": ("his", "her", "their", "the", "a", "my", "your", "our", "free", "good", "ill"),
          "might": ("his", "her", "their", "the", "its", "all"),
          "can": ("the", "a", "tin", "beer")}  # fmt: skip
"""Words before which a modal verb is a noun."""
_SUBORDINATE = frozenset(
    ["because", "although", "though", "while", "whereas", "but", "since", "yet"]
)


class Polarity(Enum):
    """Whether a clause says that something is so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    MIXED = "mixed"
    """Two negations that bear on each other: "did not deny", "not without"."""


class Modality(Enum):
    """How a clause qualifies its statement, if it is not stated as a fact."""

    FUTURE = "future"
    POSSIBLE = "possible"
    ABLE = "able"
    WOULD = "would"
    LIKELY = "likely"
    UNLIKELY = "unlikely"
    NECESSARY = "necessary"
    PLANNED = "planned"
    REPORTED = "reported"
    CONDITIONAL = "conditional"


_NEAR = frozenset((Modality.FUTURE, Modality.PLANNED, Modality.LIKELY))
"""Modalities that outlets may use for one statement: "will", "plans to", "is expected to"."""


@dataclass(frozen=True, slots=True)
class ClauseMarker(ValueSpan):
    """Words that carry polarity or modality."""

    kind: str = ""
    """negation, weak negation, denial, ended, not negation, or the value of a `Modality`."""


@dataclass(frozen=True, slots=True)
class ClauseValue(ValueSpan):
    """The polarity and modality of one clause."""

    polarity: Polarity = Polarity.AFFIRMED
    modalities: frozenset[Modality] = frozenset()
    """Empty for a statement of fact."""
    markers: tuple[ClauseMarker, ...] = ()
    """In order; offsets are those of the text."""
    is_ended: bool = False
    """"No longer": it was so before."""


def find_clauses(text: str) -> list[ClauseValue]:
    """Return the clauses of an English text in order, each with polarity and modality.

    A clause ends at a mark of punctuation other than a comma, at a comma before a
    conjunction, and before "but", "because", "although" and the like; "if" and "unless" stay
    with what they condition. Linear in the length of the text.
    """
    lexemes = cut_lexemes(text)
    clauses = []
    start = 0
    for index in range(1, len(lexemes) + 1):
        if index == len(lexemes) or (_may_begin(lexemes, index) and _is_boundary(lexemes, index)):
            piece = lexemes[start:index]
            if any(lexeme.kind == WORD for lexeme in piece):
                clauses.append(_read_clause(piece))
            start = index
    return clauses


def read_clause(text: str) -> ClauseValue | None:
    """Return the polarity and modality of a text taken as one clause; None without a word."""
    lexemes = cut_lexemes(text)
    return _read_clause(lexemes) if any(lexeme.kind == WORD for lexeme in lexemes) else None


def may_have_markers(text: str) -> bool:
    """Return whether `read_clause` may find a marker: false only where it finds none."""
    words = text.lower().replace("’", "'")
    if any(ending in words for ending, _ in _CONTRACTIONS):
        return True
    return not _phrases()[1].isdisjoint(_WORD.findall(words))


def _may_begin(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a clause may begin at `index`: false at most words."""
    lexeme = lexemes[index]
    is_apart = lexeme.gap == APART or lexemes[index - 1].kind == MARK
    return is_apart or lexeme.lower in _SUBORDINATE


def _is_boundary(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a clause begins at `index`."""
    before, lexeme = lexemes[index - 1], lexemes[index]
    if lexeme.gap == APART:
        return True
    # A stop in a number has no space after it.
    if before.kind == MARK and before.raw in ".!?;:—…" and lexeme.gap != GLUED:
        return before.raw != "." or not _is_abbreviated(lexemes, index - 2)
    if lexeme.kind == WORD and lexeme.lower in _SUBORDINATE:
        return not _is_phrase_part(lexemes, index)
    return before.raw == "," and lexeme.lower in ("and", "or", "so", "which", "who", "nor")


def _is_abbreviated(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether the full stop after the lexeme is that of "U.S.", "Mr." or "Sen."."""
    if index < 0:
        return False
    raw = lexemes[index].raw
    is_initial = len(raw) == 1 and raw.isupper()
    return is_initial or raw.capitalize() in ABBREVIATIONS.words["before a name"]


def _is_phrase_part(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether "but" is that of "nothing but" and "not only ... but"."""
    before = lexemes[index - 1].lower
    return before in ("nothing", "cannot", "all", "last", "anything", "have", "not")


@lru_cache(maxsize=1)
def _phrases() -> tuple[Mapping[str, str], frozenset[str]]:
    sections = ["not negation", "ended", "negation", "weak negation", "denial"]
    sections += [modality.value for modality in Modality]
    found: dict[str, str] = {}
    for section in sections:
        for phrase in list_phrases("clause_words", section):
            found.setdefault(phrase, section)
    return found, frozenset(phrase.split()[0] for phrase in found)


def _read_clause(lexemes: list[Lexeme]) -> ClauseValue:
    markers: list[tuple[int, ClauseMarker]] = []
    index = 0
    while index < len(lexemes):
        found = _marker_at(lexemes, index) if _may_mark(lexemes[index].lower) else None
        if found is None:
            index += 1
            continue
        markers += [(index, marker) for marker in found[0]]
        index = found[1]
    if not markers:
        return ClauseValue(lexemes[0].start, lexemes[-1].end)
    kinds = {marker.kind for _, marker in markers}
    modalities = frozenset(modality for modality in Modality if modality.value in kinds)
    return ClauseValue(
        lexemes[0].start,
        lexemes[-1].end,
        _polarity(lexemes, markers),
        modalities,
        tuple(marker for _, marker in markers),
        "ended" in kinds,
    )


@lru_cache(maxsize=1 << 14)
def _may_mark(word: str) -> bool:
    """Return whether a marker may begin with a word in lower case: false for most words."""
    return word in _phrases()[1] or word.endswith(tuple(ending for ending, _ in _CONTRACTIONS))


def _marker_at(lexemes: list[Lexeme], index: int) -> tuple[list[ClauseMarker], int] | None:
    lexeme = lexemes[index]
    if lexeme.kind != WORD:
        return None
    phrases, beginnings = _phrases()
    if lexeme.lower in beginnings:
        words = [piece.lower for piece in lexemes[index : index + _LONGEST_PHRASE]]
        for count in range(len(words), 0, -1):
            kind = phrases.get(" ".join(words[:count]))
            if kind and not _is_noun(lexemes, index):
                end = lexemes[index + count - 1].end
                return [ClauseMarker(lexeme.start, end, kind)], index + count
    return _contracted(lexemes, index)


def _contracted(lexemes: list[Lexeme], index: int) -> tuple[list[ClauseMarker], int] | None:
    """Read "won't", "cannot" and "they'll": a marker for the ending, one for a modal before it."""
    lexeme = lexemes[index]
    for ending, kind in _CONTRACTIONS:
        stem = lexeme.lower.removesuffix(ending)
        if stem == lexeme.lower or (ending == "not" and stem != "can"):
            continue
        if kind == "negation" and _is_tag(lexemes, index):
            kind = "not negation"
        middle = lexeme.end - len(ending)
        markers = [ClauseMarker(middle, lexeme.end, kind)]
        modality = list_pairs("clause_words", "contracted stems").get(stem)
        if modality and kind == "negation":
            markers.insert(0, ClauseMarker(lexeme.start, middle, modality))
        return markers, index + 1
    return None


def _is_tag(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether "isn't" begins a question tag: ", isn't it?"."""
    rest = [lexeme.raw for lexeme in lexemes[index + 2 : index + 3]]
    return index > 0 and lexemes[index - 1].raw == "," and (rest == ["?"] or not rest)


def _is_noun(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a word is no verb here: "his will", "May"."""
    lexeme = lexemes[index]
    if lexeme.lower in ("may", "will") and lexeme.raw[0].isupper() and index:
        return True
    before = lexemes[index - 1].lower if index else ""
    return before in _NOUNS.get(lexeme.lower, ())


def _polarity(lexemes: list[Lexeme], markers: list[tuple[int, ClauseMarker]]) -> Polarity:
    """Combine the negative markers: one negates; one that bears on the next makes it mixed."""
    kinds = ("negation", "weak negation", "denial", "ended")
    negative = [(index, marker) for index, marker in markers if marker.kind in kinds]
    if any(marker.kind == Modality.UNLIKELY.value for _, marker in markers):
        return Polarity.MIXED if negative else Polarity.NEGATED
    if not negative:
        return Polarity.AFFIRMED
    for (index, _), (other, _) in pairwise(negative):
        near = other - index <= _GOVERNED + 1
        if near and lexemes[other].lower != "nor" and not _is_apart(lexemes, index, other):
            return Polarity.MIXED
    return Polarity.NEGATED


def _is_apart(lexemes: list[Lexeme], start: int, end: int) -> bool:
    between = lexemes[start + 1 : end]
    return any(lexeme.raw == "," or lexeme.lower in ("and", "or", "nor") for lexeme in between)


def compare_clauses(one: ClauseValue, other: ClauseValue) -> ValueComparison:
    """Compare polarity and modality only; that both speak of one thing is for the caller.

    "Will" against "plans to" or "is expected to" is unknown; against "may" it differs.
    """
    if Polarity.MIXED in (one.polarity, other.polarity):
        return equal() if _have_same_markers(one, other) else unknown(Reason.POLARITY)
    if one.polarity is not other.polarity:
        return differs(Reason.POLARITY)
    if one.is_ended != other.is_ended:
        return unknown(Reason.POLARITY)
    if one.modalities == other.modalities:
        return equal()
    are_near = (one.modalities ^ other.modalities) <= _NEAR
    has_both = bool(one.modalities) and bool(other.modalities)
    return unknown(Reason.MODALITY) if has_both and are_near else differs(Reason.MODALITY)


def _have_same_markers(one: ClauseValue, other: ClauseValue) -> bool:
    kinds, others = (tuple(mark.kind for mark in value.markers) for value in (one, other))
    is_same = one.polarity is other.polarity and one.modalities == other.modalities
    return is_same and kinds == others
