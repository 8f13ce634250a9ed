"""The state of the screen of the collated story: the listed moments, their order, the open one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.articles import Article, Passage, Place
from reader.story import CollatedMoment, CollatedStory
from reader.text.words import strip_accents

Entry = CollatedMoment | tuple[CollatedMoment, ...]
"""A moment, or moments in a row that are in one article only and folded."""


@dataclass(frozen=True, slots=True)
class CollatedState:
    """Everything that a key of the screen changes; every change gives a new state."""

    story: CollatedStory
    """It has at least one moment."""
    ordered: tuple[CollatedMoment, ...]
    """Its moments in the order in which they are read."""
    listed: tuple[CollatedMoment, ...]
    """Those of them that can be selected; at least one."""
    index: int = 0
    """The position of the selected moment among those listed."""
    order: int | None = None
    """The article, by position, whose order it is; None for the story's."""
    is_folded: bool = False
    """Whether moments of a single article are folded: counted and not listed."""
    filter: str = ""
    """The words that every listed moment contains, as typed."""
    article: int | None = None
    """The article, by position, whose words of the selected moment are shown; None: the fullest."""
    is_open: bool = False
    """Whether all versions of the selected moment are shown."""
    top: int = 0
    """The first line on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected moment."""

    @classmethod
    def of(cls, story: CollatedStory) -> CollatedState:
        """Return the state that lists all moments in the story's order."""
        return cls(story, story.moments, story.moments)

    def of_story(self, story: CollatedStory) -> CollatedState:
        """Return the same view of another story; a new view where the articles are others."""
        if story is self.story:
            return self
        if story.articles != self.story.articles:
            return CollatedState.of(story)
        place = self.selected.shown[0].place
        other = replace(self, story=story, filter="", article=None, is_open=False)
        return _list(other).filter_by(self.filter).select_place(place)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the story."""
        return self.story.articles

    @property
    def selected(self) -> CollatedMoment:
        """The selected moment."""
        return self.listed[self.index]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that are drawn, from top to bottom."""
        if not self.is_folded or self.filter:
            return self.listed
        listed = {moment.number for moment in self.listed}
        entries: list[Entry] = []
        for is_listed, group in groupby(self.ordered, lambda each: each.number in listed):
            moments = tuple(group)
            entries += moments if is_listed else [moments]
        return tuple(entries)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The displayed passages of the selected moment, all from one article."""
        own = () if self.article is None else self.selected.passages_of(self.article)
        return own or self.selected.shown

    @property
    def place_to_read(self) -> Place:
        """The paragraph whose words are shown."""
        return self.passages[0].place

    # What is selected

    def step(self, count: int) -> CollatedState:
        """Select the moment `count` further on, or the nearest end."""
        return self.select(self.index + count)

    def select_end(self, direction: int) -> CollatedState:
        """Select the last moment; the first if `direction` is negative."""
        return self.select(0 if direction < 0 else len(self.listed))

    def select(self, index: int) -> CollatedState:
        """Select a moment by its position, or the nearest end; it is shown in its fullest words."""
        index = max(0, min(len(self.listed) - 1, index))
        if index == self.index:
            return replace(self, is_scrolled=False)
        return replace(self, index=index, article=None, is_open=False, is_scrolled=False)

    def step_to(self, direction: int, *, in_one_article: bool) -> CollatedState:
        """Select the next moment of a kind; the state is unchanged if there is none.

        Args:
            direction: 1 for the next, -1 for the one before.
            in_one_article: whether to look for a moment of a single article, else for one that
                several report. Folded moments are unfolded.
        """
        state = self.fold() if in_one_article and self.is_folded else self
        end = len(state.listed) if direction > 0 else -1
        later = range(state.index + direction, end, direction)
        found = next(
            (at for at in later if state.listed[at].is_in_one_article is in_one_article), None
        )
        return self if found is None else state.select(found)

    def select_place(self, place: Place) -> CollatedState:
        """Select the moment of a paragraph, preferably one that shows it; unchanged without one."""
        for is_shown in (True, False):
            for index, moment in enumerate(self.listed):
                passages = moment.shown if is_shown else moment.passages()
                if any(passage.place == place for passage in passages):
                    return self.select(index)
        return self

    def show_words_of(self, article: int | None) -> CollatedState:
        """Show the words of an article, by position, or the fullest if None."""
        is_shown = article == self.selected.article
        return replace(self, article=None if is_shown else article, is_scrolled=False)

    def step_article(self, direction: int) -> CollatedState:
        """Show the words of the next article that has the moment, or of the one before."""
        articles = self.selected.articles
        shown = self.selected.article if self.article is None else self.article
        at = articles.index(shown) + direction if shown in articles else 0
        return self.show_words_of(articles[at]) if 0 <= at < len(articles) else self

    def open_versions(self, *, is_open: bool) -> CollatedState:
        """Show all versions of the selected moment, or one again."""
        return replace(self, is_open=is_open, is_scrolled=False)

    def close_versions(self) -> CollatedState:
        """Show the selected moment in its fullest words alone."""
        return replace(self, is_open=False, article=None, is_scrolled=False)

    # What is listed

    def fold(self) -> CollatedState:
        """Fold the moments of a single article, or list them again."""
        return _list(replace(self, is_folded=not self.is_folded))

    def sort_by_next_order(self) -> CollatedState:
        """Sort by the order of the first article, of the next one, and then by the story's."""
        order = 0 if self.order is None else self.order + 1
        return _list(replace(self, order=order if order < len(self.articles) else None))

    def filter_by(self, typed: str) -> CollatedState:
        """List the moments that contain all typed words; the state is unchanged if none does."""
        filtered = replace(self, filter=typed)
        return _list(filtered) if _choose(filtered, self.ordered) else self

    def scroll(self, lines: int) -> CollatedState:
        """Scroll by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int) -> CollatedState:
        """Set the first line on the screen, as far as could be scrolled."""
        return replace(self, top=top)


def _list(state: CollatedState) -> CollatedState:
    """Return a state with its moments listed anew; the selected one stays if it is listed."""
    order, selected = state.order, state.selected
    ordered = state.story.moments if order is None else state.story.in_order_of(order)
    listed = _choose(state, ordered) or ordered
    numbers = [moment.number for moment in listed]
    if selected.number in numbers:
        index = numbers.index(selected.number)
        return replace(state, ordered=ordered, listed=listed, index=index, is_scrolled=False)
    index = _find_before(ordered, listed, selected)
    other = replace(state, ordered=ordered, listed=listed, index=index, is_scrolled=False)
    return replace(other, article=None, is_open=False)


def _choose(state: CollatedState, ordered: Sequence[CollatedMoment]) -> tuple[CollatedMoment, ...]:
    """Return the moments that the filter lets through, or without a filter the fold."""
    if state.filter:
        words = strip_accents(state.filter.casefold()).split()
        return tuple(each for each in ordered if _has_words(each, words))
    return tuple(each for each in ordered if not (state.is_folded and each.is_in_one_article))


def _find_before(
    ordered: Sequence[CollatedMoment], listed: Sequence[CollatedMoment], moment: CollatedMoment
) -> int:
    """Return the position of the last listed moment that comes before one that is not listed."""
    numbers = {each.number for each in listed}
    before = 0
    for each in ordered:
        if each.number == moment.number:
            break
        before += each.number in numbers
    return max(0, min(len(listed) - 1, before - 1))


def _has_words(moment: CollatedMoment, words: Sequence[str]) -> bool:
    text = strip_accents("\n".join(passage.text for passage in moment.passages()).casefold())
    return all(word in text for word in words)
