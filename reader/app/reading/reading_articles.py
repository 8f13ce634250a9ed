"""What the keys of the reading screen do to the articles themselves: add, remove, correct."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.app.reading.article_changes import ArticleChange, apply_change
from reader.app.reading.reading_quotes import ReadingQuotes
from reader.app.reading.text_search import find_hits
from reader.app.themes.signs import Signs, article_mark
from reader.articles import Article, ParagraphKind, clean_line, replace_kinds
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.app.dialogs.add_article import AddedArticles

MOST_UNDONE = 50
"""Changes that can be taken back."""

ARTICLE_ACTIONS = {"remove_article", "undo", "correct"}

_NAMES = {
    ParagraphKind.BODY: "story",
    ParagraphKind.HEADING: "heading in the story",
    ParagraphKind.FURNITURE: "furniture of the page",
}


class ReadingArticles(ReadingQuotes):
    """Changes which articles are open and what their paragraphs are; the place stays."""

    class Changed(Message):
        """Other articles are on the desk: they are to be compared."""

        def __init__(self, articles: tuple[Article, ...]) -> None:
            super().__init__()
            self.articles = articles

    class Corrected(Message):
        """The user said what a paragraph is, for good."""

        def __init__(self, article: Article, number: int, kind: ParagraphKind) -> None:
            super().__init__()
            self.article = article
            self.number = number
            self.kind = kind

    def __init__(
        self, articles: Sequence[Article], signs: Signs, problems: Sequence[ReaderError] = ()
    ) -> None:
        super().__init__(articles, signs, problems)
        self._pasted = 0
        self._done: list[_Done] = []

    def check_article_action(self, action: str) -> bool:
        """Whether a key that has to do with the articles works now."""
        if action == "remove_article":
            return len(self.state.articles) > 1
        if action == "undo":
            return bool(self._done)
        return bool(self.state.articles)

    # Add and remove

    def action_add_article(self) -> None:
        """Add an article: a path, an address or pasted text."""
        from reader.app.dialogs.add_article import AddArticleDialog

        self.app.push_screen(AddArticleDialog(self._pasted), self._added)

    def _added(self, added: AddedArticles | None) -> None:
        if added is None:
            return
        texts = {_texts(article): place for place, article in enumerate(self.state.articles)}
        new: list[Article] = []
        again: list[int] = []
        for article in added.articles:
            place = texts.setdefault(_texts(article), len(self.state.articles) + len(new))
            if place < len(self.state.articles) + len(new):
                again.append(place)
            else:
                new.append(article)
        self._pasted += sum(article.name.startswith("pasted ") for article in new)
        if new:
            names = _counted([article.label for article in new])
            change = ArticleChange.adding(self.state, new)
            self._change(change, f"{names} added")
            first = article_mark(len(self.state.articles) - len(new))
            self.say(f"Added [{first}] {names}. U takes it back.")
        elif again:
            self.say(f"Already open as [{article_mark(again[0])}].")
        if added.problems:
            self.tell_problems(added.problems)

    def action_remove_article(self) -> None:
        """Take the article being read off the desk."""
        removed = self.state.layout.focus
        label = self.state.articles[removed].label
        self._change(ArticleChange.removing(self.state, removed), f"{label} removed")
        self.say(f"Removed {clean_line(label, 60)}. U brings it back.")

    def action_undo(self) -> None:
        """Take back the last change of the articles."""
        done = self._done.pop()
        self._apply(done.back)
        if done.corrected is not None:
            self.post_message(done.corrected)
        self.say(f"Taken back: {clean_line(done.what, 80)}.")

    # Correct

    def action_correct(self) -> None:
        """Say what the paragraph being read is: story, heading or furniture."""
        from reader.app.dialogs.pages_and_lists import Choice, ChoiceDialog

        place = self.state.place
        article = self.state.articles[place.article]
        paragraph = article.paragraphs[place.paragraph]
        likely = (
            ParagraphKind.BODY
            if paragraph.kind is not ParagraphKind.BODY
            else ParagraphKind.FURNITURE
        )
        kinds = [likely, *(kind for kind in _NAMES if kind not in (likely, paragraph.kind))]
        choices = [Choice(_NAMES[kind]) for kind in kinds]

        def chosen(index: int | None) -> None:
            if index is not None:
                self._correct(place.article, paragraph.number, kinds[index])

        title = f"¶{paragraph.number}: not {_NAMES[paragraph.kind]} but"
        self.app.push_screen(ChoiceDialog(title, choices), chosen)

    def _correct(self, position: int, number: int, kind: ParagraphKind) -> None:
        article = self.state.articles[position]
        before = article.paragraphs[number - 1].kind
        corrected = replace_kinds(article, {number: kind})
        change = ArticleChange.replacing(self.state, position, corrected)
        uncorrected = self.Corrected(article, number, before)
        self._change(change, f"¶{number}: {_NAMES[kind]}", uncorrected)
        self.say(f"¶{number}: {_NAMES[kind]} from now on. U takes it back.")
        self.post_message(self.Corrected(corrected, number, kind))

    # Change

    def _change(self, change: ArticleChange, what: str, corrected: Corrected | None = None) -> None:
        self._done.append(_Done(what, change.reversed(self.state), corrected))
        del self._done[:-MOST_UNDONE]
        self._apply(change)

    def _apply(self, change: ArticleChange) -> None:
        self.state = apply_change(self.state, change)
        self._header_lines.clear()
        if self._needle:
            self.state.keep_hits(find_hits(self.state.articles, self._needle))
        self.look_anew()
        self._arrange()
        if change.coverage is None:
            self.post_message(self.Changed(self.state.articles))
        else:
            self.post_message(self.Changed(()))
            self.link(change.coverage)


class _Done(NamedTuple):
    """A change that can be taken back."""

    what: str
    """It, in words."""
    back: ArticleChange
    corrected: ReadingArticles.Corrected | None
    """What the paragraph was said to be before, where it was a correction."""


def _texts(article: Article) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article.paragraphs)


def _counted(labels: Sequence[str]) -> str:
    first = clean_line(labels[0], 60)
    return first if len(labels) == 1 else f"{first} and {len(labels) - 1} more"
