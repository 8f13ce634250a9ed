"""Why two paragraphs are linked: the sentences that match, the words they share, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.articles import Article, Place
from reader.coverage.findings import Evidence
from reader.coverage.passages import PassageWords
from reader.coverage.reasons import ReasonFinder
from reader.coverage.word_rarity import WordRarity
from reader.linking.link_table import LinkTable
from reader.linking.links import LinkedPlaces
from reader.text.word_alignment import Run, align, highlighted_slices

PARAGRAPHS_CACHED = 2048
"""How many paragraphs have their words cached: those of a story of fifty articles."""
MATCHING_SHARE = 0.25
"""A sentence belongs to the passage if it shares at least this part, 0..1, of its own weight,
or of the weight of a sentence of the other side."""


class Explainer:
    """Computes the evidence of the links of several articles.

    Args:
        articles: the articles that are compared.
        table: their links.
        rarity: how rare each word is in the articles.
    """

    def __init__(self, articles: Sequence[Article], table: LinkTable, rarity: WordRarity) -> None:
        self._articles = articles
        self._table = table
        self._rarity = rarity
        self._reasons = ReasonFinder(articles, table, rarity)
        self._words = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._read_words)
        self._passage = lru_cache(maxsize=PARAGRAPHS_CACHED)(self._read_passage)

    def explain(self, link: LinkedPlaces) -> Evidence:
        """The evidence of a link, in the direction of the link; below a millisecond.

        The same from both ends: it is worked out from the earlier article.
        """
        if link.here.article > link.there.article:
            return self.explain(link._replace(here=link.there, there=link.here)).turned()
        here, there = self._words(link.here), self._words(link.there)
        alignment = align(here.index, there.index)
        sentences_here, sentences_there = self._matching_sentences(link, here, there, alignment)
        runs = [
            run
            for run in alignment
            if here.sentence_of[run.here] in sentences_here
            and there.sentence_of[run.there] in sentences_there
        ]
        if not runs:
            runs = list(alignment)
        for run in runs:
            sentences_here.update(here.sentence_of[run.here : run.here + run.length])
            sentences_there.update(there.sentence_of[run.there : run.there + run.length])
        return Evidence(
            reasons=self._reasons.find(
                link,
                self._passage(link.here, frozenset(sentences_here)),
                self._passage(link.there, frozenset(sentences_there)),
                runs,
            ),
            shared_here=highlighted_slices(here.words, ((run.here, run.length) for run in runs)),
            shared_there=highlighted_slices(there.words, ((run.there, run.length) for run in runs)),
            passage_here=tuple(here.sentences[i] for i in sorted(sentences_here)),
            passage_there=tuple(there.sentences[j] for j in sorted(sentences_there)),
        )

    def _read_words(self, place: Place) -> PassageWords:
        article = self._articles[place.article]
        paragraph = article.paragraphs[place.paragraph]
        return PassageWords.read(
            paragraph.text, paragraph.sentences, article.language, self._rarity
        )

    def _read_passage(self, place: Place, sentences: frozenset[int]) -> PassageWords:
        return self._words(place).with_passage(sentences)

    def _matching_sentences(
        self, link: LinkedPlaces, here: PassageWords, there: PassageWords, runs: Sequence[Run]
    ) -> tuple[set[int], set[int]]:
        """The sentences of both sides that match, the best scored ones always among them."""
        matching = {
            (i, j)
            for (i, j), weight in self._shared_weights(here, there, runs).items()
            if weight >= MATCHING_SHARE * min(here.weights[i], there.weights[j])
        }
        best = self._table.best_sentences(link)
        if best and best[0] < len(here.sentences) and best[1] < len(there.sentences):
            matching.add(best)
        if not matching:
            return set(range(len(here.sentences))), set(range(len(there.sentences)))
        return {i for i, _ in matching}, {j for _, j in matching}

    def _shared_weights(
        self, here: PassageWords, there: PassageWords, runs: Sequence[Run]
    ) -> dict[tuple[int, int], float]:
        """The weight of the words that two sentences share, by their positions."""
        shared: dict[tuple[int, int], float] = {}
        for run in runs:
            for word, i, j in zip(
                here.words[run.here : run.here + run.length],
                here.sentence_of[run.here :],
                there.sentence_of[run.there :],
                strict=False,
            ):
                if not word.is_common:
                    shared[i, j] = shared.get((i, j), 0.0) + self._rarity.weight(word.key)
        return shared
