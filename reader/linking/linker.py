"""From articles to their links: sentences are matched, paragraphs are linked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.linking.article_sentences import ArticleSentences
from reader.linking.link_table import LinkTable
from reader.linking.linker_input import LinkerInput, canonical_order
from reader.linking.paragraph_linking import (
    LEAST_SENTENCE_SCORE,
    SentenceMatches,
    link_paragraphs,
    place_matches,
)
from reader.linking.phase_progress import PhaseProgress
from reader.linking.score_model import Weights, load_weights
from reader.linking.sentence_linking import score_sentences


def load_linker() -> None:
    """Load the modules and word lists that linking needs, so that its first use is fast."""
    text = "“We shall mend the harbour wall before the winter,” the mayor, Ann Smith, said."
    link_articles([LinkerInput(1, "en", ((0, text, False),))] * 2)


def link_articles(
    articles: Sequence[LinkerInput],
    progress: PhaseProgress | None = None,
    weights: Weights | None = None,
) -> LinkTable:
    """Find the links of several articles, the same for every order of the articles.

    Args:
        articles: any number; fewer than two have no links.
        progress: of this part of the work.
        weights: of the features, those of `load_weights` if None.

    Raises:
        StoppedError: the work was cancelled, between two of its phases.
    """
    counts = [article.paragraph_count for article in articles]
    if len(articles) < 2:
        return LinkTable.build(counts, ())
    progress = progress or PhaseProgress()
    weights = weights or load_weights()
    order = canonical_order(articles)
    matches = _match_sentences([articles[position] for position in order], weights, progress)
    progress.report(0.97, "linking paragraphs")
    links = link_paragraphs(matches, [counts[position] for position in order])
    del matches
    progress.report(0.98, "sorting the links")
    position = np.array(order)
    return LinkTable.from_columns(
        counts,
        links._replace(
            article_here=position[links.article_here],
            article_there=position[links.article_there],
        ),
    )


def _match_sentences(
    articles: Sequence[LinkerInput], weights: Weights, progress: PhaseProgress
) -> SentenceMatches:
    progress.report(0.0, "finding the sentences")
    sentences = [ArticleSentences(article) for article in articles]
    scored = score_sentences(
        sentences,
        languages=[article.language for article in articles],
        paragraphs=[each.paragraph for each in sentences],
        progress=progress.part(0.05, 0.97),
        least_score=LEAST_SENTENCE_SCORE,
        weights=weights,
    )
    counts = [article.paragraph_count for article in articles]
    return place_matches(scored, sentences, counts, weights.weights["same_event"])
