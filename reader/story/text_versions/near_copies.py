"""Near copies among many articles: which have nearly the words of others, and what they change.

An article is a near copy if each of its paragraphs stands, but for a few words, in articles that
are compared in full, most of them in one. So what it alone could tell is words, which are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.articles import Article, ParagraphKind, Passage, Place
from reader.story.differences.difference import DifferenceKind
from reader.story.text_versions.aligned_paragraphs import align_paragraphs, read_paragraph
from reader.story.text_versions.changed_facts import StatedFacts
from reader.story.text_versions.row_edits import JoinedParagraphs, find_row_edits
from reader.text.cleaning import Clean

LEAST_OF_PARAGRAPH = 2 / 3
"""The share, 0..1, of the words of a paragraph that stand in another in their order."""
MOST_CHANGED = 0.125
"""The share, 0..1, of the words of a near copy that are other ones."""
LEAST_IN_ONE = 0.75
"""The share, 0..1, of the words of either article that stand in the other."""
FEWEST_COMPARED = 2
"""Articles that are compared in full at least."""

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoldedArticles:
    """Articles divided into those that are compared and near copies of them, by position."""

    compared: tuple[int, ...]
    """Positions among all articles, rising."""
    originals: Mapping[int, int]
    """Of each near copy the compared article whose words it has."""


class CopyEdit(NamedTuple):
    """Words of a compared article in whose place a near copy has others."""

    place: Place
    """The paragraph of the compared article."""
    start: int
    """Where the words begin there."""
    end: int
    old: Clean
    """Empty where words are added."""
    new: Clean
    """Empty where words are left out."""
    fact: DifferenceKind | None
    """The kind of fact that the edit changes; None where none is known."""


@dataclass(frozen=True, slots=True)
class NearCopy:
    """An article that has nearly the words of one that is compared."""

    article: Article
    original: int
    """The position of that one among those compared."""
    edits: tuple[CopyEdit, ...]
    """In the order of the compared article."""
    left_out: tuple[int, ...]
    """Positions of the paragraphs of the compared article that it does not have."""
    more: tuple[tuple[int, Passage | None], ...]
    """Positions of its paragraphs that the compared article does not have, each with the paragraph
    of another compared one that has its words."""


def fold_near_copies(articles: Sequence[Article], kept: Collection[int] = ()) -> FoldedArticles:
    """Divide articles into those that are compared in full and near copies of them.

    The longest are looked at first, so that the fullest state of a text is compared.

    Args:
        articles: all articles.
        kept: positions of those that are compared in any case.
    """
    texts = [_read_words(article) for article in articles]
    compared: list[int] = []
    shares: dict[int, float] = {}
    originals: dict[int, int] = {}
    order = sorted(range(len(articles)), key=lambda at: (at not in kept, -texts[at].length, at))
    for at in order:
        original = None if at in kept else _find_original(articles, texts, compared, at)
        if original is None:
            compared.append(at)
        else:
            originals[at], shares[at] = original
    # The one that says most otherwise is set beside the article that all others copy.
    for at in sorted(shares, key=lambda each: (shares[each], each)):
        if len(compared) >= FEWEST_COMPARED:
            break
        compared.append(at)
        del originals[at]
    compared.sort()
    return FoldedArticles(tuple(compared), originals)


class _Text(NamedTuple):
    """The words of a story."""

    paragraphs: dict[int, _Words]
    bag: Counter[str]
    length: int


def _read_words(article: Article) -> _Text:
    paragraphs = {
        at: read_paragraph(paragraph.text, article.language).keys
        for at, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is not ParagraphKind.FURNITURE
    }
    bag = Counter(word for words in paragraphs.values() for word in words)
    return _Text(paragraphs, bag, bag.total())


def _find_original(
    articles: Sequence[Article], texts: Sequence[_Text], compared: Sequence[int], at: int
) -> tuple[int, float] | None:
    """Return the compared article whose words another has, and how many of them, 0..1."""
    text = texts[at]
    best: tuple[int, int, set[int]] | None = None
    for other in compared:
        there = texts[other]
        least = LEAST_IN_ONE * max(text.length, there.length)
        if min(text.length, there.length) < least or (text.bag & there.bag).total() < least:
            continue
        if articles[other].language != articles[at].language:
            continue
        same, left = _measure(articles, texts, other, at)
        if same >= least and (best is None or same > best[0]):
            best = same, other, left
        if not left and same >= (1 - MOST_CHANGED) * text.length:
            break
    if best is None:
        return None
    same, original, left = best
    for paragraph in left:
        words = text.paragraphs[paragraph]
        found = _find_words(texts, compared, words)
        if found is None:
            return None
        same += found[1]
    return (original, same / text.length) if same >= (1 - MOST_CHANGED) * text.length else None


def _measure(
    articles: Sequence[Article], texts: Sequence[_Text], original: int, at: int
) -> tuple[int, set[int]]:
    """Return how many words two texts have in common, and the paragraphs only the second has."""
    here, there = texts[original].paragraphs, texts[at].paragraphs
    same, left = 0, {each for each, words in there.items() if words}
    for row in align_paragraphs(articles[original], articles[at]):
        ours = [word for each in row.here for word in here[each]]
        theirs = [word for each in row.there for word in there[each]]
        common = LCSseq.similarity(ours, theirs) if ours and theirs else 0
        if theirs and common >= LEAST_OF_PARAGRAPH * len(theirs):
            same += common
            left.difference_update(row.there)
    return same, left


def _find_words(
    texts: Sequence[_Text], compared: Sequence[int], words: _Words
) -> tuple[Place, int] | None:
    """Return the paragraph of a compared article with nearly some words, and how many of them."""
    least = ceil(LEAST_OF_PARAGRAPH * max(1, len(words)))
    for article in compared:
        for at, theirs in texts[article].paragraphs.items():
            if theirs == words:
                return Place(article, at), len(words)
    for article in compared:
        for at, theirs in texts[article].paragraphs.items():
            same = LCSseq.similarity(words, theirs, score_cutoff=least)
            if same >= least:
                return Place(article, at), same
    return None


def describe_near_copies(
    compared: tuple[Article, ...], copies: Sequence[tuple[Article, int]]
) -> tuple[NearCopy, ...]:
    """Find what near copies change.

    Args:
        compared: the articles that are compared.
        copies: each near copy, with the position of the compared article whose words it has.
    """
    texts = [_read_words(article) for article in compared]
    return tuple(_describe(compared, texts, *copy) for copy in copies)


def _describe(
    compared: tuple[Article, ...], texts: Sequence[_Text], copy: Article, original: int
) -> NearCopy:
    article = compared[original]
    edits: list[CopyEdit] = []
    left_out: list[int] = []
    more: list[tuple[int, Passage | None]] = []
    for row in align_paragraphs(article, copy):
        if row.here and row.there:
            here = JoinedParagraphs(article, original, row.here)
            there = JoinedParagraphs(copy, 0, row.there)
            edits += _list_edits(here, there.text) if here.text != there.text else ()
        left_out += () if row.there else row.here
        for at in () if row.here else row.there:
            words = read_paragraph(copy.paragraphs[at].text, copy.language).keys
            found = _find_words(texts, range(len(compared)), words)
            more.append((at, Passage.of_paragraph(compared, found[0]) if found else None))
    return NearCopy(copy, original, tuple(sorted(edits)), tuple(sorted(left_out)), tuple(more))


def _list_edits(here: JoinedParagraphs, there: str) -> Iterator[CopyEdit]:
    language = here.article.language
    facts = StatedFacts(here.text, there, language)
    for edit in find_row_edits(here.text, there, language):
        old = Clean(here.text[edit.here].replace("\n", " "))
        new = Clean(there[edit.there].replace("\n", " "))
        place, start = here.place(edit.here.start)
        length = edit.here.stop - edit.here.start
        yield CopyEdit(place, start, start + length, old, new, facts.find_changed(edit))
