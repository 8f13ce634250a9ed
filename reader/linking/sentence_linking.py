"""How likely two sentences of different articles tell the same: the linker's core."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from reader.linking.context_features import same_rank
from reader.linking.features import FEATURES, Measures
from reader.linking.score_model import PARTS, SURELY_STATED, doubted, fitted, with_statements
from reader.linking.work_progress import STEP, Check, phases, stable_order, steps
from reader.text.languages import guess_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Scores = NDArray[np.float32]

LANGUAGE_SHOWN = 40
"""Sentences from the top by which the language of an article is guessed."""


@dataclass(frozen=True, slots=True)
class ScoredSentences:
    """Scored pairs of sentences in flat arrays of one length, each pair once.

    Sorted by (a, b, i, j), with a < b; sentences that share no word are left out, and
    of large groups only the best few partners of each sentence are kept.
    """

    article_a: Numbers
    sentence_a: Numbers
    article_b: Numbers
    sentence_b: Numbers
    score: Scores
    """Calibrated, 0..1: about this share of the pairs with this score is right."""
    parts: Scores
    """One row for every pair, one column for each of `PARTS`: what it added to the score,
    before calibration."""
    sure: NDArray[np.bool_]
    """Whether there is no doubt that the articles of the pair report one event, or that the
    sentences report one statement."""
    usual: Scores
    """What each of `PARTS` adds to the score of the average pair, those left out included."""

    def __len__(self) -> int:
        return len(self.score)


def link_sentences(
    documents: Sequence[Sequence[str]],
) -> Iterator[tuple[int, int, int, int, float]]:
    """Every scored pair (document a, sentence i, document b, sentence j, score), a < b."""
    scored = score_sentences(documents)
    yield from zip(
        scored.article_a.tolist(),
        scored.sentence_a.tolist(),
        scored.article_b.tolist(),
        scored.sentence_b.tolist(),
        scored.score.tolist(),
        strict=True,
    )


def score_sentences(
    documents: Sequence[Sequence[str]],
    *,
    languages: Sequence[str | None] | None = None,
    paragraphs: Sequence[Sequence[int]] | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    least: float = 0.0,
) -> ScoredSentences:
    """Score the pairs of sentences of different articles that may tell the same.

    Args:
        documents: the sentences (or short paragraphs) of every article, in order.
        languages: ISO 639-1 code of every article, None where it is not known; all are
            guessed where there is no list.
        paragraphs: for every sentence the number of its paragraph; where it is not known,
            each is taken for a paragraph.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.
        least: pairs that are scored lower are left out.

    The scores do not depend on the order of the documents.
    """
    import numpy as np

    if languages is None:
        languages = _guessed(documents)
    # Sums of floats depend on their order, so the articles are always compared in one order.
    order = sorted(range(len(documents)), key=lambda a: languages[a] or "")
    by_text = cmp_to_key(_text_order)
    order.sort(key=lambda a: by_text(documents[a]))
    phase = phases(progress, cancelled)
    weights = fitted()
    measures = Measures(
        [documents[a] for a in order],
        [languages[a] for a in order],
        weights.event,
        paragraphs and [paragraphs[a] for a in order],
        phase,
    )
    total = len(measures.pairs.here)
    factors = np.array([weights.weights[name] for name in FEATURES], np.float32)
    kept: list[list[Any]] = [[], [], [], []]
    usual = np.zeros(len(PARTS))
    for some in steps(total, phase(0.97, 0.99, "scoring"), STEP // 4):
        parts = measures.columns(some) * factors
        sums = parts.sum(axis=1, dtype=np.float64) + weights.offset
        odds = weights.slope * doubted(sums, measures.one_event(some)) + weights.shift
        stated = measures.stated[some]
        whole = with_statements(odds, stated)
        score = (1.0 / (1.0 + np.exp(-whole))).astype(np.float32)
        parts = np.column_stack([parts, ((whole - odds) / weights.slope).astype(np.float32)])
        usual += parts.sum(axis=0, dtype=np.float64) / total
        enough = np.flatnonzero(score >= least)
        sure = measures.surely_one_event(some) | (stated >= SURELY_STATED)
        for column, values in zip(
            kept, (some.start + enough, score[enough], parts[enough], sure[enough]), strict=True
        ):
            column.append(values)
    given = np.array(order, np.int32)
    return _sorted(measures, given, kept, usual, phase(0.99, 1.0, "scoring"))


def _guessed(documents: Sequence[Sequence[str]]) -> list[str | None]:
    """The language of every article; where its text does not show it, that of most others."""
    found = [guess_language(" ".join(document[:LANGUAGE_SHOWN])) for document in documents]
    known = Counter(filter(None, found))
    commonest = min(known, key=lambda language: (-known[language], language), default=None)
    return [language or commonest for language in found]


def _text_order(one: Sequence[str], other: Sequence[str]) -> int:
    for here, there in zip(one, other, strict=False):
        if here != there:
            return -1 if here < there else 1
    return len(one) - len(other)


def _sorted(
    measures: Measures,
    given: Numbers,
    kept: list[list[Any]],
    usual: Any,
    check: Check,
) -> ScoredSentences:
    """The pairs with the numbers of the documents as given, repeated sentences too."""
    import numpy as np

    words, pairs = measures.words, measures.pairs
    nothing = (
        np.zeros(0, np.int64),
        np.zeros(0, np.float32),
        np.zeros((0, len(PARTS)), "f4"),
        np.zeros(0, bool),
    )
    chosen, score, parts, sure = (
        np.concatenate([none, *column]) for none, column in zip(nothing, kept, strict=True)
    )
    kept.clear()
    check(0.0)
    here, there, source = same_rank(words.original, pairs.here[chosen], pairs.there[chosen])
    check(0.0)
    a, b = given[words.article[here]], given[words.article[there]]
    i, j = words.position[here], words.position[there]
    turned = a > b
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    i, j = np.where(turned, j, i), np.where(turned, i, j)
    check(0.0)
    longest = int(words.position.max(initial=0)) + 1
    key = ((a.astype(np.int64) * len(given) + b) * longest + i) * longest + j
    order = stable_order(key, check)
    check(1.0)
    a, i, b, j = (column[order].astype(np.int32) for column in (a, i, b, j))
    check(1.0)
    source = source[order]
    check(1.0)
    score, sure = score[source], sure[source]
    check(1.0)
    made = np.empty((len(source), len(PARTS)), np.float32)
    for some in steps(len(source), lambda _: check(1.0)):
        made[some] = parts[source[some]]
    return ScoredSentences(a, i, b, j, score, made, sure, usual.astype(np.float32))
