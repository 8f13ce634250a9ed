"""Groups of articles on one event each, out of many articles.

Articles that are near each other in time and words are connected; connected ones are grouped by
average linkage of the cosines of their terms, so that a chain of neighbours makes no event. A
group is then taken apart where the linker is sure that it holds two events of one kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.archive.near_articles import find_nearest_outside
from reader.archive.term_vectors import TermVectors
from reader.articles import Article, ParagraphKind
from reader.linking.arrays import Floats
from reader.linking.same_event import group_by_average_linkage, measure_similarity
from reader.linking.score_model import load_weights
from reader.linking.sentence_terms import read_sentence_terms

NEAR = 0.2
"""The cosine, 0..1, from which two articles are connected."""
SAME_EVENT = 0.12
"""The mean cosine, 0..1, down to which groups are joined. Chosen on labelled events among 20,000
other articles: B-cubed F .945; at .2 .932, and .936 for connected articles as they are."""
CALM_ODDS = 2.0
"""Added to the linker's log odds that two articles of a group report one event: a group is taken
apart only on clear evidence. Chosen on the same events: B-cubed F .953, without it .932."""
FEWEST_SPLIT = 3
"""Smaller groups are not taken apart."""
NEIGHBOURS_READ = 10
"""Articles near a group that are read with it, to find what events of one kind share."""
SENTENCES_COMPARED = 60
"""The sentences of an article, from its beginning, by which a group is taken apart."""
MOST_LINKED = 1_500
"""In larger components only nearer articles are connected, until none is larger."""
MOST_SPLIT = 300
"""Larger groups are not taken apart: the linker compares every two of their articles."""
NEARER = 1.25
"""What the cosine from which they are connected is multiplied by, over and over."""

Edges = Mapping[tuple[int, int], float]
"""By two numbers of articles, the smaller one first, their cosine."""
ReadSentences = Callable[[int], Sequence[str]]
"""Returns the sentences of an article by its number."""
IsNear = Callable[[int, int], bool]
"""Returns whether the days of two articles are near enough to report one event."""


def group_articles(
    vectors: TermVectors, edges: Edges, is_near: IsNear, read_sentences: ReadSentences
) -> Iterator[list[int]]:
    """Yield the groups of two articles and more that report one event each.

    Args:
        vectors: those of all articles.
        edges: the cosines of articles and their nearest ones.
        is_near: whether the days of two articles are near.
        read_sentences: reads the words of an article.
    """
    neighbours = _list_neighbours(edges)
    for component in find_components(len(vectors), edges, NEAR):
        for group in link_group(vectors, component, is_near):
            if FEWEST_SPLIT <= len(group) <= MOST_SPLIT:
                nearest = find_nearest_outside(group, neighbours, NEIGHBOURS_READ)
                yield from split_group(group, nearest, read_sentences)
            elif len(group) > 1:
                yield group


def find_components(count: int, edges: Edges, least: float) -> list[list[int]]:
    """Return the connected components of two articles and more, each in ascending order."""
    roots = list(range(count))
    for (one, other), cosine in edges.items():
        if cosine >= least:
            here, there = _root(roots, one), _root(roots, other)
            roots[max(here, there)] = min(here, there)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        members[_root(roots, number)].append(number)
    found = []
    for group in members.values():
        if len(group) > MOST_LINKED and least < 1.0:
            found += _take_apart(group, edges, least * NEARER)
        elif len(group) > 1:
            found.append(group)
    return found


def link_group(vectors: TermVectors, component: Sequence[int], is_near: IsNear) -> list[list[int]]:
    """Group the articles of a component by average linkage of their cosines."""
    cosines = vectors.cosines(component)
    for here, one in enumerate(component):
        for there, other in enumerate(component[:here]):
            if not is_near(one, other):
                cosines[here, there] = cosines[there, here] = 0.0
    return _gather(component, group_by_average_linkage(cosines - SAME_EVENT))


def split_group(
    group: Sequence[int], neighbours: Sequence[int], read_sentences: ReadSentences
) -> Iterator[list[int]]:
    """Yield the parts of two articles and more that a group is taken apart into."""
    odds = _rate_odds([read_sentences(number) for number in (*group, *neighbours)])
    own = odds[: len(group), : len(group)] + CALM_ODDS
    for part in _gather(group, group_by_average_linkage(own)):
        if len(part) > 1:
            yield part


def read_event_sentences(article: Article) -> list[str]:
    """Return the sentences of an article by which a group is taken apart, its title first."""
    sentences: list[str] = [article.title] if article.title else []
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.FURNITURE:
            sentences += (paragraph.text[sentence] for sentence in paragraph.sentences)
        if len(sentences) >= SENTENCES_COMPARED:
            break
    return sentences[:SENTENCES_COMPARED]


def _rate_odds(sentences: Sequence[Sequence[str]]) -> Floats:
    """Return the linker's log odds that every two articles report one event."""
    terms = read_sentence_terms(sentences, [None] * len(sentences))
    weight, offset = load_weights().same_event
    odds: Floats = weight * measure_similarity(terms, len(sentences)).excess + offset
    return odds


def _gather(numbers: Sequence[int], group_of: Sequence[int]) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for number, group in zip(numbers, group_of, strict=True):
        groups[group].append(number)
    return list(groups.values())


def _list_neighbours(edges: Edges) -> dict[int, list[tuple[float, int]]]:
    neighbours: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), cosine in edges.items():
        neighbours[one].append((cosine, other))
        neighbours[other].append((cosine, one))
    return neighbours


def _take_apart(group: Sequence[int], edges: Edges, least: float) -> list[list[int]]:
    """Return the components of a group by nearer articles only."""
    position = {number: place for place, number in enumerate(group)}
    inside = {
        (position[one], position[other]): cosine
        for (one, other), cosine in edges.items()
        if one in position and other in position
    }
    parts = find_components(len(group), inside, least)
    return [[group[place] for place in part] for part in parts]


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number
