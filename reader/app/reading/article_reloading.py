"""Reading the sources again, and reporting what changed in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.app.reading.article_changes import ArticleChange
from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.screen_commands import Command
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.bars import Progress
from reader.articles import Article, clean_line
from reader.errors import ReaderError

Opened = tuple[Sequence[Article], Sequence[ReaderError]]
Reopen = Callable[[], Opened]
"""Opens the sources again: the articles, and what could not be opened."""

_LABEL_CHARACTERS = 40


class ArticleReloading:
    """Reads the sources again.

    Args:
        host: the screen.
        reopen: opens them; None where they cannot be opened again.
        replace: applies a change of the articles; called with its description.
        on_problems: called with what could not be opened.
    """

    def __init__(
        self,
        host: ReadingHost,
        reopen: Reopen | None,
        replace: Callable[[ArticleChange, str], None],
        on_problems: Callable[[Sequence[ReaderError]], None],
    ) -> None:
        self._host = host
        self._state = host.state
        self._reopen = reopen
        self._replace = replace
        self._on_problems = on_problems

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"reload": Command(self._start, self._find_obstacle)}

    def give_up(self) -> None:
        """Report that the sources could not be read again because of a fault."""
        self._host.show_progress(None)
        self._host.say("The sources could not be read again.")

    def _find_obstacle(self) -> str:
        if self._reopen is None:
            return "These articles cannot be read again."
        return needs_article(self._host)()

    def _start(self) -> None:
        reopen = self._reopen
        if reopen is None:
            return

        def open_again(_is_cancelled: Callable[[], bool]) -> Opened:
            try:
                return reopen()
            except ReaderError as error:
                return (), (error,)

        self._host.show_progress(Progress("reading the sources again"))
        self._host.start_work("reload", open_again, self._show)

    def _show(self, opened: Opened) -> None:
        articles, problems = opened
        self._host.show_progress(None)
        if articles:
            reloaded = match_articles(self._state.articles, articles)
            if reloaded.change is not None:
                views = tuple(
                    self._view_of(article, position)
                    if origin is None and position < len(self._state.views)
                    else None
                    for position, (article, origin) in enumerate(
                        zip(reloaded.change.articles, reloaded.change.origins, strict=True)
                    )
                )
                change = reloaded.change.with_views(views, self._state.layout)
                self._replace(change, reloaded.summary)
            self._host.say(reloaded.summary)
        if problems:
            self._on_problems(problems)

    def _view_of(self, article: Article, position: int) -> ArticleView | None:
        """Return a view of a changed article at the place where the old one was read."""
        before = self._state.views[position]
        if before.article.source != article.source:
            return None
        view = ArticleView(article)
        view.fold(before.is_folded)
        number = before.article.paragraphs[before.reading].number
        for paragraph in view.shown:
            if article.paragraphs[paragraph].number <= number:
                view.read(paragraph)
        view.place(view.reading, 0)
        return view


class Reloaded(NamedTuple):
    """What changed between two readings of the sources."""

    change: ArticleChange | None
    """None: nothing."""
    summary: str
    """In words."""


def match_articles(before: Sequence[Article], after: Sequence[Article]) -> Reloaded:
    """Match the articles of two readings by their sources.

    An article with unchanged text is left unchanged, with the kinds of its paragraphs.
    """
    unmatched = list(range(len(before)))
    articles: list[Article] = []
    origins: list[int | None] = []
    facts: list[str] = []
    for article in after:
        old = next((at for at in unmatched if before[at].source == article.source), None)
        if old is not None:
            unmatched.remove(old)
        label = clean_line(article.label, _LABEL_CHARACTERS)
        if old is None:
            facts.append(f"{label} is new")
        elif changed := _count_changed(before[old], article):
            facts.append(f"{label}: {changed} ¶ new or changed")
        elif len(before[old].paragraphs) != len(article.paragraphs):
            facts.append(f"{label} is shorter")
        else:
            articles.append(before[old])
            origins.append(old)
            continue
        articles.append(article)
        origins.append(None)
    facts += [f"{clean_line(before[at].label, _LABEL_CHARACTERS)} is gone" for at in unmatched]
    if not facts:
        return Reloaded(None, "Nothing has changed in the sources.")
    change = ArticleChange(tuple(articles), tuple(origins), (None,) * len(articles))
    return Reloaded(change, f"Read again: {'; '.join(facts)}.")


def _count_changed(before: Article, after: Article) -> int:
    """Return how many paragraphs are in the later article and not in the earlier one."""
    texts = Counter(paragraph.text for paragraph in after.paragraphs)
    texts -= Counter(paragraph.text for paragraph in before.paragraphs)
    return sum(texts.values())
