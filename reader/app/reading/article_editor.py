"""Adding, removing and correcting articles while reading, and undoing that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.app.reading.article_changes import ArticleChange, apply_change, reverse_change
from reader.app.reading.reading_host import ReadingHost, needs_article, needs_several_articles
from reader.app.screen_commands import Command
from reader.app.themes.signs import article_mark
from reader.app.undo_history import UndoableChange, UndoHistory
from reader.articles import Article, ParagraphKind, clean_line, replace_kinds
from reader.coverage import Coverage
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.app.dialogs.add_article import AddedArticles

_LABEL_CHARACTERS = 30
"""Characters of an article's label in a message."""

_KIND_NAMES = {
    ParagraphKind.BODY: "story",
    ParagraphKind.HEADING: "heading in the story",
    ParagraphKind.FURNITURE: "furniture of the page",
}


class ParagraphCorrection(NamedTuple):
    """The kind that the user gave a paragraph."""

    article: Article
    """The article with the corrected paragraph."""
    number: int
    """The number of the paragraph."""
    kind: ParagraphKind


class EditListener(NamedTuple):
    """The callbacks of the editor."""

    on_change: Callable[[Coverage | None], None]
    """Called after a change of the articles, with their comparison where it is known."""
    on_correction: Callable[[ParagraphCorrection], None]
    on_problems: Callable[[Sequence[ReaderError]], None]
    """Called with what could not be opened."""


class ArticleEditor:
    """Changes which articles are open and the kinds of their paragraphs; the reading place stays.

    Args:
        host: the screen.
        listener: the callbacks.
        history: records changes, so that they can be undone.
    """

    def __init__(self, host: ReadingHost, listener: EditListener, history: UndoHistory) -> None:
        self._host = host
        self._state = host.state
        self._listener = listener
        self._pasted = 0
        """Texts that were pasted so far."""
        self._history = history

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        article, several = needs_article(self._host), needs_several_articles(self._host)
        return {
            "add": Command(self._ask_for_article, article),
            "remove": Command(self._remove, several),
            "undo": Command(self._undo, self._history.find_obstacle),
            "correct": Command(self._ask_for_kind, article),
        }

    def _ask_for_article(self) -> None:
        from reader.app.dialogs.add_article import AddArticleDialog

        self._host.open_screen(AddArticleDialog(self._pasted), self.add)

    def add(self, added: AddedArticles | None) -> None:
        """Add articles that were opened, those that are not open already."""
        if added is None:
            return
        count = len(self._state.articles)
        positions = {_texts(article): at for at, article in enumerate(self._state.articles)}
        new: list[Article] = []
        open_already: list[int] = []
        for article in added.articles:
            position = positions.setdefault(_texts(article), count + len(new))
            if position < count + len(new):
                open_already.append(position)
            else:
                new.append(article)
        self._pasted += sum(article.name.startswith("pasted ") for article in new)
        if new:
            change = ArticleChange.adding(self._state.articles, new)
            labels = _summarize([article.label for article in change.articles[count:]])
            self._change(change, f"{labels} added")
            self._host.say(f"Added [{article_mark(count)}] {labels}. U takes it back.")
        elif open_already:
            self._host.say(f"Already open as [{article_mark(open_already[0])}].")
        if added.problems:
            self._listener.on_problems(added.problems)

    def _remove(self) -> None:
        removed = self._state.layout.focus
        label = clean_line(self._state.articles[removed].label, _LABEL_CHARACTERS)
        self._change(ArticleChange.removing(self._state.articles, removed), f"{label} removed")
        self._host.say(f"Removed {label}. U brings it back.")

    def _undo(self) -> None:
        undone = self._history.take_back()
        if undone is not None:
            self._host.say(f"Taken back: {clean_line(undone.description, 80).rstrip('.')}.")

    def _ask_for_kind(self) -> None:
        """Ask for the kind of the paragraph being read: story, heading or furniture."""
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        place = self._state.place
        paragraph = self._state.articles[place.article].paragraphs[place.paragraph]
        is_story = paragraph.kind is ParagraphKind.BODY
        likely = ParagraphKind.FURNITURE if is_story else ParagraphKind.BODY
        rest = [kind for kind in _KIND_NAMES if kind not in (likely, paragraph.kind)]
        kinds = [likely, *rest]

        def correct(index: int | None) -> None:
            if index is not None:
                self._correct(place.article, paragraph.number, kinds[index])

        title = f"¶{paragraph.number}: not {_KIND_NAMES[paragraph.kind]} but"
        choices = [Choice(_KIND_NAMES[kind]) for kind in kinds]
        self._host.open_screen(ChoiceDialog(title, choices), correct)

    def _correct(self, position: int, number: int, kind: ParagraphKind) -> None:
        articles = self._state.articles
        article = articles[position]
        before = ParagraphCorrection(article, number, article.paragraphs[number - 1].kind)
        corrected = replace_kinds(article, {number: kind})
        change = ArticleChange.replacing(articles, position, corrected)
        self._change(change, f"¶{number}: {_KIND_NAMES[kind]}", before)
        self._host.say(f"¶{number}: {_KIND_NAMES[kind]} from now on. U takes it back.")
        self._listener.on_correction(ParagraphCorrection(corrected, number, kind))

    def replace(self, change: ArticleChange, description: str) -> None:
        """Change the articles in a way that can be undone."""
        self._change(change, description)

    def _change(
        self, change: ArticleChange, description: str, correction: ParagraphCorrection | None = None
    ) -> None:
        back = partial(self._take_back, reverse_change(change, self._state), correction)
        self._history.push(UndoableChange(description, back, is_of_articles=True))
        self._apply(change)

    def _take_back(self, back: ArticleChange, correction: ParagraphCorrection | None) -> None:
        """Restore the articles, and the kind of a paragraph before it was corrected."""
        self._apply(back)
        if correction is not None:
            self._listener.on_correction(correction)

    def _apply(self, change: ArticleChange) -> None:
        apply_change(self._state, change)
        self._listener.on_change(change.coverage)


def _texts(article: Article) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article.paragraphs)


def _summarize(labels: Sequence[str]) -> str:
    """Return the first label, and how many more there are."""
    first = clean_line(labels[0], _LABEL_CHARACTERS)
    return first if len(labels) == 1 else f"{first} and {len(labels) - 1} more"
