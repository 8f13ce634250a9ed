"""Which of the passages of a moment tell it most fully."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.articles import Article, ParagraphKind, Passage, Place
from reader.quotes.quote import QuoteKind
from reader.story.matrix.coverage_matrix import MomentForm
from reader.story.matrix.moment_forms import has_quoted_form, judge_form
from reader.story.moment_words import PassageReader, WordedPassage

if TYPE_CHECKING:
    from reader.quotes.quote import Quote

_SHARED = 2.0
"""How much more a word counts that other articles have of the moment, too."""
_QUOTED = 0.5
"""What is quoted is shown in the speaker's words where they say at least this part, 0..1, of what
the fullest passages say."""
_LEAST_OF_BASE = 0.5
"""The fullest version of a quotation has at least this part, 0..1, of the words that are quoted
most fully in a moment; otherwise the moment is about another one."""
_EQUAL = 0.97
"""Passages without quotations that say at least this part, 0..1, of what others say are as full
as these."""


class FullestFinder:
    """Finds the passages that are shown of a moment.

    Args:
        articles: the articles.
        words: the words of their paragraphs.
        quotes: those of every article, with their passages.
        find_base: returns which of several runs of passages has the fullest version of a
            quotation, as the ladder has it, in at least so many words; None for none.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        words: PassageReader,
        quotes: Iterable[Iterable[Quote]],
        find_base: Callable[[Sequence[Sequence[Passage]], float], int | None] = lambda *_: None,
    ) -> None:
        self._words = words
        self._find_base = find_base
        self._quotes: dict[Place, list[Quote]] = defaultdict(list)
        for quote in (quote for found in quotes for quote in found):
            if quote.passage is not None:
                self._quotes[quote.passage.place].append(quote)
        self._following = [_number_following(article) for article in articles]

    def find(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return passages of one article that follow each other, a part of those given.

        They say more than those of any other place: the weight of their words counts, and more
        where another article has the word as well. Of quotations the fullest is the one that the
        ladder calls so; where it is not here, the one with most words. Of equals it is the one
        whose paragraphs say most, then the first.

        Args:
            passages: those of a moment, in the order of the articles; at least one.
        """
        body = [each for each in passages if each.paragraph.kind is ParagraphKind.BODY]
        runs = [
            [self._words.read(passage) for passage in run]
            for run in self._split_runs(body or passages)
        ]
        holders = _count_holders(runs)
        telling = frozenset(stem for stem, count in holders.items() if count > 1)
        rated = [(_rate(run, holders), run) for run in runs]
        best = max(rate for rate, _ in rated)
        quoted = [
            (self._count_quoted(run), run)
            for rate, run in rated
            if rate >= _QUOTED * best and any(self._is_quoted(each, telling) for each in run)
        ]
        candidates: Sequence[tuple[float, Sequence[WordedPassage]]] = quoted or rated
        most = max(rate for rate, _ in candidates)
        if quoted:
            runs_quoting = [[worded.passage for worded in run] for _, run in quoted]
            base = self._find_base(runs_quoting, _LEAST_OF_BASE * most)
            if base is not None:
                return tuple(runs_quoting[base])
        # Of quotations any word more counts.
        least = most if quoted else _EQUAL * most
        equals = [run for rate, run in candidates if rate >= least]
        fullest = max(equals, key=self._weigh_paragraphs) if len(equals) > 1 else equals[0]
        return tuple(worded.passage for worded in fullest)

    def _count_quoted(self, run: Sequence[WordedPassage]) -> int:
        """Return how many words of passages are in direct quotations."""
        spans = {
            each.passage.place: [
                (quote.passage.start, quote.passage.end)
                for quote in self._quotes.get(each.passage.place, ())
                if quote.kind is QuoteKind.DIRECT and quote.passage
            ]
            for each in run
        }
        return sum(
            any(start <= word.start < end for start, end in spans[each.passage.place])
            for each in run
            for word in each.words
        )

    def _weigh_paragraphs(self, run: Sequence[WordedPassage]) -> float:
        """Return how much the whole paragraphs of passages say."""
        passages = {each.passage.place: each.passage for each in run}.values()
        whole = [replace(each, start=0, end=len(each.paragraph.text)) for each in passages]
        return _rate([self._words.read(each) for each in whole], {})

    def judge_form(self, worded: WordedPassage, telling: Collection[str]) -> MomentForm:
        """Return in which form a passage reports a moment.

        Args:
            worded: the passage.
            telling: the stems that other articles have of the moment, too.
        """
        return judge_form(worded, telling, self._quotes.get(worded.passage.place, ()))

    def _is_quoted(self, worded: WordedPassage, telling: Collection[str]) -> bool:
        return has_quoted_form(worded, telling, self._quotes.get(worded.passage.place, ()))

    def _split_runs(self, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
        run = [passages[0]]
        for before, after in pairwise(passages):
            if self._follows(before, after):
                run.append(after)
            else:
                yield run
                run = [after]
        yield run

    def _follows(self, before: Passage, after: Passage) -> bool:
        """Return whether nothing of the story is between two passages but in their paragraph."""
        if before.place == after.place:
            return True
        following = self._following[before.article_position].get(before.place.paragraph)
        is_next = before.article_position == after.article_position and (
            following == after.place.paragraph
        )
        return is_next and before.end >= len(before.paragraph.text.rstrip()) and not after.start


def _number_following(article: Article) -> dict[int, int]:
    """Return for every paragraph of the story the position of the next one."""
    story = [
        position
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is not ParagraphKind.FURNITURE
    ]
    return dict(pairwise(story))


def _count_holders(runs: Sequence[Sequence[WordedPassage]]) -> Counter[str]:
    """Return how many articles have a stem."""
    by_article: dict[int, set[str]] = defaultdict(set)
    for worded in (worded for run in runs for worded in run):
        stems = by_article[worded.passage.article_position]
        stems.update(word.stem for word in worded.words)
    return Counter(stem for stems in by_article.values() for stem in stems)


def _rate(run: Sequence[WordedPassage], holders: Mapping[str, int]) -> float:
    """Return how much passages say, each word once."""
    weights = {word.stem: word.weight for worded in run for word in worded.words}
    return sum(
        weight * (_SHARED if holders.get(stem, 0) > 1 else 1.0) for stem, weight in weights.items()
    )
