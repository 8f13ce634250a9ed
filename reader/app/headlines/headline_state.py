"""The state of the screen of headlines: which article is selected, which are listed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.articles import Place
from reader.story.article_openings import ArticleOpening
from reader.text.words import strip_accents


@dataclass(frozen=True, slots=True)
class HeadlineState:
    """Everything that a key of the screen changes; every change gives a new state."""

    every: tuple[ArticleOpening, ...]
    """The openings of all articles; at least one."""
    listed: tuple[ArticleOpening, ...]
    """The listed openings; at least one."""
    index: int = 0
    """The position of the selected article among those listed."""
    filter: str = ""
    """The words that every listed opening contains, as typed."""
    left: int = 0
    """The first listed article on a wide screen."""
    top: int = 0
    """The first line on the screen."""
    is_scrolled: bool = False
    """Whether the user scrolled away from the selected article."""

    @classmethod
    def of(cls, openings: tuple[ArticleOpening, ...]) -> HeadlineState:
        """Return the state that lists all openings."""
        return cls(openings, openings)

    @property
    def selected(self) -> ArticleOpening:
        """The opening of the selected article."""
        return self.listed[self.index]

    def step(self, count: int) -> HeadlineState:
        """Select the article `count` further on, or the nearest end."""
        return self.select(self.index + count)

    def select_end(self, direction: int) -> HeadlineState:
        """Select the last article; the first if `direction` is negative."""
        return self.select(0 if direction < 0 else len(self.listed))

    def select(self, index: int) -> HeadlineState:
        """Select an article by its position among those listed, or the nearest end."""
        return replace(self, index=max(0, min(len(self.listed) - 1, index)), is_scrolled=False)

    def select_article(self, article: int) -> HeadlineState:
        """Select an article by its position among all; unchanged if it is not listed."""
        positions = [opening.position for opening in self.listed]
        return self.select(positions.index(article)) if article in positions else self

    def select_place(self, place: Place) -> HeadlineState:
        """Select the article of a paragraph."""
        return self.select_article(place.article)

    def filter_by(self, typed: str) -> HeadlineState:
        """List the openings that contain all typed words; unchanged if none does."""
        words = strip_accents(typed.casefold()).split()
        listed = tuple(each for each in self.every if all(word in _text(each) for word in words))
        if not listed:
            return self
        state = replace(self, listed=listed, filter=typed, index=0, left=0, top=0)
        return state.select_article(self.selected.position)

    def scroll(self, lines: int) -> HeadlineState:
        """Scroll by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int, left: int) -> HeadlineState:
        """Set the first line and the first article on the screen."""
        return replace(self, top=top, left=left)


def _text(opening: ArticleOpening) -> str:
    """Return the text that a filter searches."""
    article = opening.article
    first = opening.first.text if opening.first else ""
    return strip_accents(
        "\n".join((article.title or "", article.standfirst or "", first)).casefold()
    )
