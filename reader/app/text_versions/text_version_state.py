"""The state of the screen of text versions: the compared versions and the selected row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader.articles import Article, Passage, Place
from reader.story.text_versions.text_change import ComparedRow, TextChange, TextChanges
from reader.story.text_versions.text_version import TextVersion, TextVersions

Compare = Callable[[int, int], TextChanges]
"""Returns the changes from one article to another, by their positions."""
Entry = TextChange | ComparedRow
"""A row of the screen: a change, or paragraphs side by side."""


@dataclass(frozen=True)
class TextVersionState:
    """Two versions of a text, the list of changes between them, and the selected row."""

    articles: tuple[Article, ...]
    texts: tuple[TextVersions, ...]
    """All texts of which there are versions."""
    compare: Compare
    text: int = 0
    """Which of them is shown."""
    base: int = 0
    """The article with which the other is compared."""
    other: int = 0
    shows_text: bool = False
    """Whether the rows are all paragraphs and not only what changed."""
    filter: str = ""
    index: int = 0
    """Which row is selected."""
    top: int = 0
    """The first line that is shown."""
    is_scrolled: bool = False
    """Whether the user scrolled since the row was selected."""

    @classmethod
    def of(
        cls, articles: Sequence[Article], texts: Sequence[TextVersions], compare: Compare
    ) -> TextVersionState:
        """Return a state that shows the last change of the first text.

        Args:
            articles: the articles.
            texts: at least one text of which there are versions.
            compare: as the field of that name.
        """
        state = cls(tuple(articles), tuple(texts), compare)
        return state.select_text(0)

    @property
    def versions(self) -> TextVersions:
        """The text that is shown, with its versions."""
        return self.texts[self.text]

    @property
    def changes(self) -> TextChanges:
        """The changes from the base to the other version."""
        return self.compare(self.base, self.other)

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The rows that match the filter."""
        changes = self.changes
        entries: tuple[Entry, ...] = changes.rows if self.shows_text else changes.changes
        words = self.filter.lower().split()
        return tuple(entry for entry in entries if _has_words(entry, words)) if words else entries

    @property
    def selected(self) -> Entry | None:
        """The selected row; None where nothing is listed."""
        listed = self.listed
        return listed[self.index] if self.index < len(listed) else None

    @property
    def is_known_later(self) -> bool:
        """Whether the other version is known to be later than the base."""
        order = self.versions.articles
        first, last = sorted((order.index(self.base), order.index(self.other)))
        steps: Sequence[TextVersion] = self.versions.versions[first + 1 : last + 1]
        return order.index(self.base) < order.index(self.other) and all(
            version.why_later for version in steps
        )

    def select_text(self, text: int) -> TextVersionState:
        """Show a text by its position, its last two versions."""
        *_, base, other = self.texts[text].articles
        return replace(self, text=text, base=base, other=other, filter="").select(0)

    def select_next_text(self) -> TextVersionState:
        """Show the next text of which there are versions, after the last the first."""
        return self.select_text((self.text + 1) % len(self.texts))

    def select_place(self, place: Place) -> TextVersionState:
        """Show the text of an article, and the first row about a paragraph of it."""
        for text, versions in enumerate(self.texts):
            if place.article not in versions.articles:
                continue
            state = self.select_text(text)
            if place.article not in (state.base, state.other):
                state = state.compare_with(place.article)
            return state.select_paragraph(place)
        return self

    def select_paragraph(self, place: Place) -> TextVersionState:
        """Select the first row about a paragraph; unchanged if there is none."""
        for index, entry in enumerate(self.listed):
            if place in list_places(entry, (self.base, self.other)):
                return self.select(index)
        return self

    def compare_with(self, article: int) -> TextVersionState:
        """Compare another version with the base; the base itself changes places with the other."""
        if article == self.base:
            return self.set_base(self.other)
        return replace(self, other=article, filter="").select(0)

    def set_base(self, article: int) -> TextVersionState:
        """Compare with another base; the one before takes the place of the other if it is that."""
        other = self.base if article == self.other else self.other
        return replace(self, base=article, other=other, filter="").select(0)

    def step_version(self, count: int) -> TextVersionState:
        """Compare a version further on with the base; unchanged beyond the last one."""
        order = [at for at in self.versions.articles if at != self.base]
        at = order.index(self.other) + count
        return self.compare_with(order[at]) if 0 <= at < len(order) else self

    def toggle_text(self) -> TextVersionState:
        """Show all paragraphs, or only what changed; the selected words stay selected."""
        places = list_places(self.selected, (self.base, self.other)) if self.selected else ()
        state = replace(self, shows_text=not self.shows_text, filter="").select(0)
        return state.select_paragraph(places[0]) if places else state

    def select(self, index: int) -> TextVersionState:
        """Select a row by its position, or the nearest end of the list."""
        index = max(0, min(len(self.listed) - 1, index))
        return replace(self, index=index, is_scrolled=False)

    def step(self, count: int) -> TextVersionState:
        """Select the row `count` further on, or the nearest end of the list."""
        return self.select(self.index + count)

    def select_end(self, direction: int) -> TextVersionState:
        """Select the last row; the first if `direction` is negative."""
        return self.select(0 if direction < 0 else len(self.listed) - 1)

    def filter_by(self, typed: str) -> TextVersionState:
        """List the rows that contain all typed words; unchanged if none does."""
        state = replace(self, filter=typed, index=0, top=0, is_scrolled=False)
        return state if state.listed or not typed else self

    def scroll(self, lines: int) -> TextVersionState:
        """Scroll by some lines."""
        return replace(self, top=max(0, self.top + lines), is_scrolled=True)

    def scroll_to(self, top: int) -> TextVersionState:
        """Set the first line on the screen, as far as could be scrolled."""
        return replace(self, top=top)


def list_places(entry: Entry, articles: tuple[int, int]) -> tuple[Place, ...]:
    """Return the paragraphs that a row is about, those of the other version first.

    Args:
        entry: the row.
        articles: the positions of the base and the other version.
    """
    if isinstance(entry, TextChange):
        passages: tuple[Passage, ...] = (*entry.there, *entry.here)
        return tuple(passage.place for passage in passages)
    base, other = articles
    return (
        *(Place(other, at) for at in entry.there_paragraphs),
        *(Place(base, at) for at in entry.here_paragraphs),
    )


def _has_words(entry: Entry, words: Sequence[str]) -> bool:
    if isinstance(entry, TextChange):
        passages = (*entry.here, *entry.there)
        texts = [entry.kind.value, entry.old, entry.new, entry.note or ""]
        texts += [entry.fact.value] if entry.fact else []
        texts += [passage.paragraph.text for passage in passages]
    else:
        texts = [entry.here, entry.there]
    text = " ".join(texts).lower()
    return all(word in text for word in words)
