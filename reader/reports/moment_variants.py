"""How the other passages of a moment differ from the displayed words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reader.articles import Passage
from reader.quote_versions import Version, VersionForm
from reader.story import CollatedMoment, Difference, MomentForm, MomentVersion
from reader.text import split_words, word_key
from reader.text.excerpts import excerpt

MOST_STRETCHES = 2
"""So many stretches of words of one article are listed."""
_MOST_WORDS = 2
"""So many where each is one word."""
_SHORTER = 0.95
"""A text with fewer than this part, 0..1, of the words of another is called shorter."""
_LONGEST_INDIRECT = 140
"""Characters of indirect speech that has no stretch of words of its own."""


class VariantKind(Enum):
    """How an article's version differs. Facts are listed first."""

    FACT = "fact"
    """It states a differing fact."""
    QUOTED = "quoted"
    """It quotes the same words, or a part of them."""
    INDIRECT = "indirect"
    """It reports the quoted words as indirect speech."""
    OWN_WORDS = "own_words"
    """It has words that are not displayed."""
    WORDING = "wording"
    """It has other words in one place of a sentence."""
    SAME = "same"
    """It has the same words, in the same order."""
    SHORTER = "shorter"
    """It is shorter, and all its words but stop words are among the displayed ones."""
    REORDERED = "reordered"
    """It has the same words in another order or form."""


_SAME_WORDS = {
    VariantKind.SAME: "the same words",
    VariantKind.SHORTER: "shorter, in no other words",
    VariantKind.REORDERED: "the same words in another order or form",
}


@dataclass(frozen=True, slots=True)
class MomentVariant:
    """One way in which an article's version of a moment differs from the displayed one."""

    article: int
    """The position of the article, from 0."""
    paragraphs: tuple[int, ...]
    """The numbers of the paragraphs that have it."""
    kind: VariantKind
    words: tuple[str, ...] = ()
    """Its words, as printed."""
    shown_words: str = ""
    """Of a difference, the displayed words in that place."""
    version: Version | None = None
    """Of a quotation, its version, compared with the one shown."""
    more: int = 0
    """How many stretches of its words are not listed."""


def list_variants(moment: CollatedMoment) -> tuple[MomentVariant, ...]:
    """Return how the other versions of a moment differ: facts first, then by article."""
    facts = [each for each in moment.differences if each.kind.is_fact]
    others = [each for each in moment.differences if not each.kind.is_fact]
    found = [line for each in facts for line in _list_sides(each, moment, VariantKind.FACT)]
    stated = {line.article for line in found}
    wordings: dict[int, list[tuple[int, MomentVariant]]] = defaultdict(list)
    for each in others:
        for line in _list_sides(each, moment, VariantKind.WORDING):
            wordings[line.article].append((each.kind.rank, line))
    sides: dict[int, list[Passage]] = defaultdict(list)
    for passage in (side.passage for each in moment.differences for side in each.sides):
        sides[passage.article_position].append(passage)
    for version in moment.versions:
        wording = [
            line for rank, line in wordings[version.article] if not (version.quotes and rank == 1)
        ]
        own = _list_own_words(version, sides[version.article])
        lines = [*_list_quotes(version), *own, *wording]
        if not lines and version.has_same_words and version.article not in stated:
            kind = _compare_words(version.passages, moment.shown)
            lines.append(MomentVariant(version.article, _number(version.passages), kind))
        found += lines
    return tuple(found)


def describe_variant(line: MomentVariant) -> str:
    """Describe a difference in words, with the article's own words between marks."""
    stretches = " ".join(f"“{_join(words)}”" for words in line.words)
    if line.kind in (VariantKind.FACT, VariantKind.WORDING):
        here = f", here “{_join(line.shown_words)}”" if line.shown_words else ""
        return f"{'states' if line.kind is VariantKind.FACT else 'says'} {stretches}{here}"
    if line.kind in _SAME_WORDS:
        return _SAME_WORDS[line.kind]
    if line.kind is VariantKind.QUOTED and line.version:
        return f"quotes {describe_changes(line.version)}"
    if line.kind is VariantKind.INDIRECT:
        return f"in indirect speech {stretches}".rstrip()
    return f"also {stretches}" + (f" and {line.more} more" if line.more else "")


def describe_changes(version: Version) -> str:
    """Describe how a version of a quotation changed the displayed words."""
    start, end = version.trimmed_counts
    is_fragment = version.form is VersionForm.PARTIAL
    changes = [
        f"{number} {what}"
        for number, what in (
            (version.count_cuts(signed=False), "cut inside without a sign"),
            (version.count_cuts(signed=True), "left out at an ellipsis"),
            (
                0 if is_fragment else version.dropped_between_count,
                "left out where it is interrupted",
            ),
            (0 if is_fragment else start, "left out at the start"),
            (0 if is_fragment else end, "left out at the end"),
            (version.changed_count, "changed"),
            (version.inserted_count, "more"),
        )
        if number
    ]
    if is_fragment:
        count = len(version.words)
        changes.insert(0, "1 word of it" if count == 1 else f"{count} words of it")
    reporting = f"; {version.cue.text}" if version.cue and version.same_cue is False else ""
    return (", ".join(changes) or "the same words") + reporting


def _list_sides(
    difference: Difference, moment: CollatedMoment, kind: VariantKind
) -> Iterator[MomentVariant]:
    """Yield the sides of a difference whose statement differs from the displayed one."""
    shown = [side for side in difference.sides if _is_in(side.passage, moment.shown)]
    here = shown[0].passage.text if shown else ""
    for side in difference.sides:
        if not any(side.states_same(each) for each in shown):
            passage = side.passage
            numbers = (passage.number,)
            yield MomentVariant(passage.article_position, numbers, kind, (passage.text,), here)


def _list_quotes(version: MomentVersion) -> Iterator[MomentVariant]:
    for quote in version.quotes:
        if quote.form is not VersionForm.INDIRECT:
            yield MomentVariant(
                version.article, _number(quote.passages), VariantKind.QUOTED, version=quote
            )


def _list_own_words(version: MomentVersion, stated: Sequence[Passage]) -> Iterator[MomentVariant]:
    """Yield the stretches of words that are not displayed, except those of a difference.

    Args:
        version: the version.
        stated: the sides of differences that are of its article.
    """
    # Words beside a quotation are listed with it.
    beside = [
        phrase.text
        for quote in version.quotes
        for phrase in (quote.cue, quote.addressee, quote.setting)
        if phrase and quote.form is not VersionForm.INDIRECT
    ]
    words = [
        each
        for each in version.own_words
        if not _is_in(each, stated) and not any(each.text in text for text in beside)
    ]
    # A single word means little.
    phrases = [each for each in words if " " in each.text][:MOST_STRETCHES]
    chosen = phrases or words[:_MOST_WORDS]
    is_indirect = version.form is MomentForm.INDIRECT or (
        bool(version.quotes) and all(each.form is VersionForm.INDIRECT for each in version.quotes)
    )
    kind = VariantKind.INDIRECT if is_indirect else VariantKind.OWN_WORDS
    if is_indirect and not phrases and not version.has_same_words:
        first = version.passages[0]
        sentence = excerpt(first.text, _LONGEST_INDIRECT)
        yield MomentVariant(version.article, (first.number,), kind, (sentence,))
    elif chosen:
        texts = tuple(each.text for each in chosen)
        more = len(words) - len(chosen) if phrases else 0
        yield MomentVariant(version.article, _number(chosen), kind, texts, more=more)


def _is_in(passage: Passage, others: Sequence[Passage]) -> bool:
    """Return whether a passage shares characters with one of others."""
    return any(passage.overlaps(other) for other in others)


def _number(passages: Sequence[Passage]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(passage.number for passage in passages))


def _compare_words(passages: Sequence[Passage], shown: Sequence[Passage]) -> VariantKind:
    """Return how passages without words of their own differ from those shown."""
    keys, others = _read_keys(passages), _read_keys(shown)
    if keys == others:
        return VariantKind.SAME
    is_shorter = len(keys) < _SHORTER * len(others)
    return VariantKind.SHORTER if is_shorter else VariantKind.REORDERED


def _read_keys(passages: Sequence[Passage]) -> list[str]:
    """Return the words of passages as they are compared."""
    return [word_key(word) for passage in passages for word in split_words(passage.text)]


def _join(words: str) -> str:
    return " ".join(words.split())
