"""The collated reading: every moment of a story once, in its fullest version as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles import Article, Passage
from reader.story.differences.difference import Difference
from reader.story.matrix.coverage_matrix import MomentForm

if TYPE_CHECKING:
    from reader.quote_versions import Version


@dataclass(frozen=True, slots=True)
class MomentVersion:
    """How one article has a moment that is shown in the words of another place."""

    article: int
    """The position of the article, from 0."""
    passages: tuple[Passage, ...]
    """At least one, in the order of the article."""
    form: MomentForm
    own_words: tuple[Passage, ...]
    """Stretches of words that are not in what is shown, those that say most first."""
    quotes: tuple[Version, ...]
    """Its versions of quotations that are shown, each compared with the one shown."""
    has_same_words: bool
    """Whether every word of it that says something is in what is shown."""


@dataclass(frozen=True, slots=True)
class CollatedMoment:
    """One moment, or what one article alone has, as it is read in the collated story."""

    number: int
    """From 1, in the story's order."""
    moment: int | None
    """The number of the moment among those of the coverage; None where one article has it."""
    label: Passage
    """Printed words that name it."""
    shown: tuple[Passage, ...]
    """The fullest version: the words of one article, in its order."""
    articles: tuple[int, ...]
    """The positions of the articles that have it."""
    beside: tuple[Passage, ...]
    """Sentences of `shown` that stand in one paragraph with the moment and are in none."""
    versions: tuple[MomentVersion, ...]
    """Those of all other places, in the order of the articles."""
    differences: tuple[Difference, ...]
    """What the articles state otherwise of it: facts, then quotations, then wording."""
    only_shown: tuple[Passage, ...]
    """Words of a quotation shown that are in none of its versions elsewhere."""
    left_out_by: tuple[int, ...]
    """The articles, by position, that surely do not have it."""
    perhaps_in: tuple[int, ...]
    """The articles, by position, that may have it in other words, or in another language."""
    probably_in: tuple[int, ...] = ()
    """Those of them with a passage that a link calls *probably the same* or *same*."""
    copy: tuple[int, ...] = ()
    """The articles, by position, whose passages of it share a run of words with another article
    beside what they quote."""
    is_part: bool = False
    """Whether it is sentences of a paragraph of which others are in another moment."""
    is_rest: bool = False
    """Whether it is what no moment has of a paragraph, which has no row in the matrix."""

    @property
    def article(self) -> int:
        """The position of the article whose words are shown."""
        return self.shown[0].article_position

    @property
    def is_in_one_article(self) -> bool:
        """Whether one article alone has it, as far as is known."""
        return len(self.articles) == 1

    @property
    def is_only_here(self) -> bool:
        """Whether one article alone has it, surely: no other perhaps has it in other words."""
        return self.is_in_one_article and not self.perhaps_in

    @property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """The numbers of the paragraphs shown, each once."""
        return tuple(dict.fromkeys(passage.number for passage in self.shown))

    def passages(self) -> Iterator[Passage]:
        """Yield what is shown, then the passages of the versions."""
        yield from self.shown
        for version in self.versions:
            yield from version.passages

    def passages_of(self, article: int) -> tuple[Passage, ...]:
        """Return the words in which an article, by position, has it; none if it does not."""
        return tuple(each for each in self.passages() if each.article_position == article)


@dataclass(frozen=True, slots=True)
class CollatedStory:
    """Every moment of some articles once. Each word of the story is in one passage of it."""

    articles: tuple[Article, ...]
    moments: tuple[CollatedMoment, ...]
    """In the story's order, and with them the parts of paragraphs that are in none."""

    @property
    def moment_count(self) -> int:
        """How many moments there are: as many as the matrix has rows, but for those of one article
        that only repeat what another moment tells."""
        return sum(not moment.is_rest for moment in self.moments)

    @property
    def part_count(self) -> int:
        """How many parts of paragraphs are in no moment and read on their own."""
        return len(self.moments) - self.moment_count

    @property
    def one_article_count(self) -> int:
        """How many of the moments one article alone has, parts of paragraphs not counted."""
        return sum(moment.is_in_one_article and not moment.is_rest for moment in self.moments)

    @property
    def only_here_count(self) -> int:
        """How many of these no other article has, surely."""
        return sum(moment.is_only_here and not moment.is_rest for moment in self.moments)

    def in_order_of(self, article: int) -> tuple[CollatedMoment, ...]:
        """Return the moments as one article, by position, has them.

        A moment that it does not have follows the one that it follows in the story's order.
        """
        placed: list[tuple[tuple[int, int], int]] = []
        leading: list[int] = []
        following: dict[int, list[int]] = {}
        last: int | None = None
        for at, moment in enumerate(self.moments):
            if own := moment.passages_of(article):
                first = min(own, key=lambda passage: (passage.place, passage.start))
                placed.append(((first.place.paragraph, first.start), at))
                last = at
            elif last is None:
                leading.append(at)
            else:
                following.setdefault(last, []).append(at)
        order = list(leading)
        for _, at in sorted(placed):
            order += [at, *following.get(at, ())]
        return tuple(self.moments[at] for at in order)
