"""How likely two sentences of different articles tell the same: the linker's core."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import StoppedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Scores = NDArray[np.float32]

FEATURES = ("words",)
"""What a score is made of, in the order of the columns of `ScoredSentences.parts`."""


@dataclass(frozen=True, slots=True)
class ScoredSentences:
    """Scored pairs of sentences in flat arrays of one length, each pair once.

    Sorted by (a, b, i, j), with a < b; sentences that have nothing in common are left
    out, and of large articles only the best few partners of each sentence are kept.
    """

    article_a: Numbers
    sentence_a: Numbers
    article_b: Numbers
    sentence_b: Numbers
    score: Scores
    """Calibrated, 0..1: about this share of the pairs with this score is right."""
    parts: Scores
    """One row for every pair, one column for each of `FEATURES`: what the feature added
    to the score, before calibration; never negative, so the largest is the best reason."""

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
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ScoredSentences:
    """Score the pairs of sentences of different articles that may tell the same.

    Args:
        documents: the sentences (or short paragraphs) of every article, in order.
        languages: ISO 639-1 code of every article, None where it is not known.
        progress: called with the share done (0..1) and what is being done.
        cancelled: asked often; once it is true, `StoppedError` is raised.

    The scores do not depend on the order of the documents.
    """
    import numpy as np

    if cancelled is not None and cancelled():
        raise StoppedError()
    sentences = [(a, i, text) for a, d in enumerate(documents) for i, text in enumerate(d)]
    vocabulary: dict[str, int] = {}
    rows: list[int] = []
    terms: list[int] = []
    for row, (_, _, text) in enumerate(sentences):
        for word in sorted(set(re.findall(r"\w{3,}", text.casefold()))):
            rows.append(row)
            terms.append(vocabulary.setdefault(word, len(vocabulary)))
    matrix = np.zeros((len(sentences), len(vocabulary)), np.float32)
    matrix[rows, terms] = 1.0
    matrix *= np.log((1 + len(sentences)) / np.maximum(matrix.sum(axis=0), 1.0))
    matrix /= np.maximum(np.sqrt((matrix**2).sum(axis=1, keepdims=True)), 1e-6)
    article = np.array([a for a, _, _ in sentences], np.int32)
    position = np.array([i for _, i, _ in sentences], np.int32)
    cosine = matrix @ matrix.T
    here, there = np.nonzero((cosine > 0.01) & (article[:, None] < article[None, :]))
    order = np.lexsort((position[there], position[here], article[there], article[here]))
    here, there = here[order], there[order]
    score = np.minimum(1.0, 1.6 * cosine[here, there]).astype(np.float32)
    if progress is not None:
        progress(1.0, "sentences compared")
    return ScoredSentences(
        article[here], position[here], article[there], position[there], score, score[:, None]
    )
