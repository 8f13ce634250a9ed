"""From articles to their links: sentences are matched, paragraphs are linked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.linking.article_sentences import ArticleSentences
from reader.linking.conflicting_links import limit_conflicting
from reader.linking.happening_links import weigh_happenings
from reader.linking.link_table import LinkTable
from reader.linking.linker_input import LinkerInput, canonical_order
from reader.linking.paragraph_linking import (
    LEAST_SENTENCE_SCORE,
    SentenceMatches,
    link_paragraphs,
    place_matches,
)
from reader.linking.phase_progress import PhaseProgress
from reader.linking.rival_days import lower_crossed_days
from reader.linking.score_model import Weights, load_weights
from reader.linking.sentence_linking import score_sentences
from reader.linking.sentence_rows import SentenceRows
from reader.linking.speaker_conflicts import find_spoken_words
from reader.linking.statements import StatedSentences, make_quote_step
from reader.quote_versions import TextQuotes, Version


def load_linker() -> None:
    """Load the modules and word lists that linking needs, so that its first use is fast."""
    text = "“We shall mend the harbour wall before the winter,” the mayor, Ann Smith, said."
    link_articles([LinkerInput(1, "en", ((0, text, False),))] * 2)


def link_articles(
    articles: Sequence[LinkerInput],
    progress: PhaseProgress | None = None,
    weights: Weights | None = None,
    versions: Sequence[Sequence[Version]] | None = None,
) -> LinkTable:
    """Find the links of several articles, the same for every order of the articles.

    Args:
        articles: any number; fewer than two have no links.
        progress: of this part of the work.
        weights: of the features, those of `load_weights` if None.
        versions: the versions of every utterance of the articles, found if None.

    Raises:
        StoppedError: the work was cancelled, between two of its phases.
    """
    counts = [article.paragraph_count for article in articles]
    if len(articles) < 2:
        return LinkTable.build(counts, ())
    progress = progress or PhaseProgress()
    weights = weights or load_weights()
    if versions is None:
        versions = find_article_quotes(articles, progress.part(0.0, 0.5)).versions
        progress = progress.part(0.5, 1.0)
    order = canonical_order(articles)
    progress.report(0.0, "finding the sentences")
    ordered = [articles[position] for position in order]
    sentences = [ArticleSentences(article) for article in ordered]
    stated = _place_statements(ordered, order, sentences, versions)
    matches = _match_sentences(ordered, sentences, stated, weights, progress)
    progress.report(0.96, "linking paragraphs")
    links, basis = link_paragraphs(matches, [counts[position] for position in order])
    del matches
    progress.report(0.97, "looking for conflicts")
    languages = [article.language for article in ordered]
    spoken = find_spoken_words(stated)
    rows = SentenceRows(sentences)
    links = limit_conflicting(links, basis, rows, languages, spoken)
    links = lower_crossed_days(links, basis.is_tied, rows, languages)
    progress.report(0.975, "comparing what happens")
    links = weigh_happenings(links, basis, rows, languages)
    progress.report(0.98, "sorting the links")
    position = np.array(order)
    return LinkTable.from_columns(
        counts,
        links._replace(
            article_here=position[links.article_here],
            article_there=position[links.article_there],
        ),
    )


def find_article_quotes(articles: Sequence[LinkerInput], progress: PhaseProgress) -> TextQuotes:
    """Find the quotes of several articles in all their paragraphs."""
    texts = [article.join_paragraphs() for article in articles]
    return TextQuotes.find(texts, make_quote_step(progress))


def _place_statements(
    ordered: Sequence[LinkerInput],
    order: Sequence[int],
    sentences: Sequence[ArticleSentences],
    versions: Sequence[Sequence[Version]],
) -> StatedSentences:
    """Place the versions of all utterances among the sentences of the articles in their order."""
    offsets = [
        each.offsets(article.paragraph_starts())
        for each, article in zip(sentences, ordered, strict=True)
    ]
    rank = {position: number for number, position in enumerate(order)}
    return StatedSentences(versions, offsets, [rank[n] for n in range(len(order))])


def _match_sentences(
    ordered: Sequence[LinkerInput],
    sentences: Sequence[ArticleSentences],
    stated: StatedSentences,
    weights: Weights,
    progress: PhaseProgress,
) -> SentenceMatches:
    """Score the sentences of the articles, which are in the given order."""
    scored = score_sentences(
        sentences,
        languages=[article.language for article in ordered],
        stated=stated,
        progress=progress.part(0.05, 0.96),
        least_score=LEAST_SENTENCE_SCORE,
        weights=weights,
    )
    counts = [article.paragraph_count for article in ordered]
    return place_matches(scored, sentences, counts, weights.weights["same_event"])
