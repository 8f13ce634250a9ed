"""From scored pairs of sentences to links between their paragraphs.

Inside this module paragraphs are counted through all articles, in the order of the linker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np

from reader.linking.arrays import (
    Booleans,
    Floats,
    Integers,
    chunks,
    stable_order,
    strongest_by_row,
)
from reader.linking.article_sentences import ArticleSentences
from reader.linking.feature_names import SCORE_PARTS, WORD_FEATURES
from reader.linking.links import LOWEST_FLOOR, PROBABLY_FLOOR, RELATED_FLOOR
from reader.linking.lowered_scores import Lowering
from reader.linking.scored_links import BELOW_PROBABLY, PART_STEPS, LinkColumns
from reader.linking.sentence_linking import ScoredSentences

LINKS_PER_ARTICLE = 8
"""A paragraph has at most so many links to one other article."""
SECOND_SENTENCE_GAIN = 0.3
"""The share, 0..1, by which the score of a second pair of matching sentences reduces the
doubt that the best one leaves."""
LEAST_SENTENCE_SCORE = LOWEST_FLOOR / (1.0 + SECOND_SENTENCE_GAIN)
"""Two pairs of sentences with lower scores make no link, not even together."""
IDENTICAL_SCORE = 0.98
"""The least score of two sentences with the same letters: that two articles print the same
sentence of some length is no coincidence, and how rare its words are cannot be estimated
from a few short articles."""
IDENTICAL_SAME_EVENT = 0.5
"""In articles with a lower probability of one event such sentences are only related: agencies
end all their articles with the same lines."""
SURELY_ONE_EVENT = 0.98
"""From this probability on two articles surely report one event: of two similar events one pair of
articles in ten has it, of one event more than half (tests/benchmarks/linking_small_groups.py)."""
MAIN_SHARE = 0.2
"""Two paragraphs are only related if what matches is a smaller part than this of both."""


@dataclass(frozen=True, slots=True)
class SentenceMatches:
    """Pairs of sentences that may make a link, `here` in the earlier article."""

    here: Integers
    """The number of the paragraph."""
    there: Integers
    score: Floats
    sentence_here: Integers
    """Position of the sentence in its paragraph."""
    sentence_there: Integers
    share_here: Floats
    """The part, 0..1, that the sentence is of its paragraph."""
    share_there: Floats
    highest: Floats
    """The highest score, 0..1, that the link may have."""
    is_stated: Booleans
    """Whether both probably report one statement."""
    is_one_event: Booleans
    """Whether both articles surely report one event."""
    parts: Any
    """One row for every pair, as `ScoredPair.parts`."""


class LinkBasis(NamedTuple):
    """What else is known of links, for each of them."""

    is_tied: Booleans
    """Whether a quotation ties its ends."""
    is_best_tied: Booleans
    """Whether it ties the two sentences that match best."""
    is_one_event: Booleans
    """Whether its articles surely report one event."""


def place_matches(
    scored: ScoredSentences,
    sentences: Sequence[ArticleSentences],
    counts: Sequence[int],
    same_event_weight: float,
) -> SentenceMatches:
    """Find the paragraphs of scored pairs of sentences.

    Args:
        scored: the pairs of sentences, with scores of at least `LEAST_SENTENCE_SCORE`.
        sentences: of every article.
        counts: the number of paragraphs of every article, all kinds.
        same_event_weight: the weight of the feature same_event.
    """
    starts = _first_numbers(counts)

    def of_all(name: str, kind: str) -> Any:
        columns = (np.array(getattr(each, name), kind) for each in sentences)
        return np.concatenate([np.zeros(0, kind), *columns])

    first = np.fromiter(accumulate(map(len, sentences), initial=0), np.int32)
    at_here = first[scored.article_a] + scored.sentence_a
    at_there = first[scored.article_b] + scored.sentence_b
    letters = of_all("letters", "i8")
    is_identical = (letters[at_here] == letters[at_there]) & (letters[at_here] != 0)
    least = np.where(is_identical, np.float32(IDENTICAL_SCORE), np.float32(0.0))
    enough = IDENTICAL_SAME_EVENT * same_event_weight
    same_event = scored.parts[:, SCORE_PARTS.index("same_event")]
    is_one_event = same_event >= enough
    is_surely_one = same_event >= SURELY_ONE_EVENT * same_event_weight
    paragraph = of_all("paragraph", "i4")
    paragraph += np.repeat(starts[:-1], np.diff(first))
    position, share = of_all("position", "i4"), of_all("share", "f4")
    usual = scored.mean_parts * [name not in WORD_FEATURES for name in SCORE_PARTS]
    return SentenceMatches(
        paragraph[at_here],
        paragraph[at_there],
        np.maximum(scored.score, least),
        position[at_here],
        position[at_there],
        share[at_here],
        share[at_there],
        np.where(is_identical & is_one_event, np.float32(1.0), scored.highest),
        scored.is_stated | is_identical,
        is_surely_one & (scored.highest >= 1.0),
        _part_steps(scored.parts, usual),
    )


def _part_steps(parts: Floats, usual: Floats) -> Any:
    """What every feature added to the score beyond what it usually adds, in steps."""
    result = np.empty(parts.shape, np.uint8)
    for some in chunks(len(parts)):
        result[some] = np.clip(np.rint((parts[some] - usual) * PART_STEPS), 0, 255)
    return result


def link_paragraphs(
    matches: SentenceMatches, counts: Sequence[int]
) -> tuple[LinkColumns, LinkBasis]:
    """Link every two paragraphs with matching sentences, and choose the strongest few of each.

    Args:
        matches: the pairs of sentences.
        counts: the number of paragraphs of every article, all kinds.

    Returns:
        The links, no conflicts looked for; and what else is known of each.
    """
    starts = _first_numbers(counts)
    # Falling, in whole numbers: the bits of floats that are not negative are ordered as they are.
    falling = -matches.score.astype(np.float32).view(np.int32)
    order = stable_order(falling)
    pair = matches.here.astype(np.int64) * int(starts[-1]) + matches.there
    order = order[stable_order(pair[order])]
    pair, score = pair[order], matches.score[order]
    best = np.flatnonzero(np.diff(pair, prepend=-1))
    combined = _combine_scores(score, best)
    score, lowered = _limit_scores(combined, matches, order, best)
    is_tied = np.zeros(0, bool)
    if len(best):
        is_tied = np.logical_or.reduceat(matches.is_stated[order], best)
    is_link = score >= LOWEST_FLOOR
    is_tied, lowered = is_tied[is_link], lowered[is_link]
    chosen, score = order[best[is_link]], score[is_link]
    here, there = matches.here[chosen], matches.there[chosen]
    article_here = np.searchsorted(starts, here, "right") - 1
    article_there = np.searchsorted(starts, there, "right") - 1
    sides_chosen = np.zeros(len(chosen), np.int8)
    sides_chosen[strongest_by_row(here, article_there, score, LINKS_PER_ARTICLE)] += 1
    sides_chosen[strongest_by_row(there, article_here, score, LINKS_PER_ARTICLE)] += 1
    some = np.flatnonzero(sides_chosen == 2)
    chosen, article_here, article_there = chosen[some], article_here[some], article_there[some]
    links = LinkColumns(
        article_here,
        here[some] - starts[article_here],
        article_there,
        there[some] - starts[article_there],
        score[some],
        matches.sentence_here[chosen],
        matches.sentence_there[chosen],
        matches.parts[chosen],
        np.zeros(len(chosen), np.uint8),
        lowered[some],
    )
    return links, LinkBasis(is_tied[some], matches.is_stated[chosen], matches.is_one_event[chosen])


def _combine_scores(score: Floats, best: Integers) -> Floats:
    """The score of every paragraph pair: its best sentence pair's, raised by the second best.

    Args:
        score: of every sentence pair, sorted by paragraph pair, then by falling score.
        best: the position of the first entry of each paragraph pair.
    """
    if not len(best):
        return score
    second = np.minimum(best + 1, len(score) - 1)
    is_alone = np.diff(best, append=len(score)) == 1
    gain = np.where(is_alone, 0.0, SECOND_SENTENCE_GAIN * score[second])
    combined: Floats = 1.0 - (1.0 - score[best]) * (1.0 - gain)
    return combined


def _limit_scores(
    score: Floats, matches: SentenceMatches, order: Integers, best: Integers
) -> tuple[Floats, Any]:
    """Lower the scores of paragraph pairs that may not be called the same.

    Where the sentences that match are a small part of both paragraphs, the pair is only related.

    Args:
        score: of every paragraph pair.
        matches: the pairs of sentences.
        order: of these, by paragraph pair.
        best: the position in this order of the first one of each paragraph pair.

    Returns:
        The scores, and for each the number of its `Lowering`.
    """
    lowered = np.zeros(len(best), np.uint8)
    if not len(best):
        return score, lowered
    counts = matches.score[order] >= RELATED_FLOOR
    main = np.maximum(
        np.add.reduceat(matches.share_here[order] * counts, best),
        np.add.reduceat(matches.share_there[order] * counts, best),
    )
    is_small = (main < MAIN_SHARE) & (score > BELOW_PROBABLY)
    lowered[is_small] = Lowering.SMALL_PART
    limited = np.where(is_small, BELOW_PROBABLY, score)
    highest = np.maximum.reduceat(matches.highest[order], best)
    is_high = limited > highest
    kind = np.where(highest < PROBABLY_FLOOR, Lowering.TWO_EVENTS, Lowering.OPENINGS)
    lowered[is_high] = kind[is_high]
    return np.minimum(limited, highest), lowered


def _first_numbers(counts: Sequence[int]) -> Integers:
    """The number of the first paragraph of every article, and the number of all at the end."""
    return np.fromiter(accumulate(counts, initial=0), np.int32)
