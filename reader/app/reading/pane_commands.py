"""The commands that arrange the panes and show or hide the parts beside the text."""

from __future__ import annotations

from functools import partial

from reader.app.article_choice import ask_for_article
from reader.app.next_key import NextKeyChoice
from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.pane_layout import PaneLayout
from reader.app.reading.reading_host import ReadingHost, needs_article, needs_several_articles
from reader.app.screen_commands import Command
from reader.app.themes.signs import (
    NUMBERED_ARTICLES,
    article_key,
    article_mark,
)
from reader.articles import ParagraphKind


class PaneCommands:
    """Arranges the panes.

    Args:
        host: the screen.
        next_key: takes the key that names an article.
    """

    def __init__(self, host: ReadingHost, next_key: NextKeyChoice) -> None:
        self._host = host
        self._next_key = next_key
        self._state = host.state

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        article, several = needs_article(self._host), needs_several_articles(self._host)
        return {
            **{
                f"article-{number}": Command(partial(self._go_to_article, number - 1), article)
                for number in range(1, NUMBERED_ARTICLES + 1)
            },
            "any-article": Command(self._ask_for_article, article),
            "hide": Command(self._hide, several),
            "all-evenly": Command(self._arrange_evenly, article),
            "zoom": Command(self.zoom, several),
            "move-left": Command(partial(self._move, -1), several),
            "move-right": Command(partial(self._move, 1), several),
            "map": Command(self._toggle_map, several),
            "why": Command(self._toggle_why, article),
            "furniture": Command(self._toggle_furniture, article),
            "numbers": Command(self._toggle_numbers, article),
        }

    def zoom(self) -> None:
        """Show this article alone, or all again."""
        self._set_layout(self._state.layout.zoom())
        if self._state.capacity == 1:
            self._host.say("Only one article fits into this window.")

    def _go_to_article(self, article: int) -> None:
        state = self._state
        if article >= len(state.articles):
            self._host.say(f"There is no article {article + 1}.")
        elif article == state.layout.focus:
            self._host.say(f"You are reading article {article_mark(article)}.")
        else:
            state.focus(article)
        self._host.refresh_view()

    def _ask_for_article(self) -> None:
        ask_for_article(
            self._next_key,
            len(self._state.articles),
            self._go_to_article,
            lambda key: self._host.say(f"There is no article {key}. ' asks again."),
        )
        self._host.say("Which article? Press its number or letter.")

    def _hide(self) -> None:
        hidden = self._state.layout.focus
        self._set_layout(self._state.layout.hide(hidden))
        if hidden in self._state.layout.hidden:
            mark, key = article_mark(hidden), article_key(hidden)
            self._host.say(f"[{mark}] is hidden: {key} or = brings it back.")
        else:
            self._host.say("The last article stays.")

    def _arrange_evenly(self) -> None:
        self._set_layout(self._state.layout.evenly())

    def _move(self, count: int) -> None:
        before = self._state.visible
        layout = self._state.layout.move(count)
        self._set_layout(layout)
        if self._state.visible == before:
            self._host.say(f"{_name_order(layout)} in this order, from left to right.")

    def _set_layout(self, layout: PaneLayout) -> None:
        self._state.set_layout(layout)
        self._host.refresh_view()

    def _set_options(self, options: DisplayOptions) -> None:
        self._state.set_options(options)
        self._host.refresh_view()

    def _toggle_map(self) -> None:
        columns, articles = self._host.columns, len(self._state.articles)
        options = self._state.options.toggle_map(columns, articles)
        self._set_options(options)
        if options.map_choice and not options.shows_map(columns, articles):
            self._host.say("The map needs a wider window.")

    def _toggle_why(self) -> None:
        options = self._state.options
        self._set_options(options._replace(why=options.why.next()))

    def _toggle_numbers(self) -> None:
        options = self._state.options
        self._set_options(options._replace(has_numbers=not options.has_numbers))

    def _toggle_furniture(self) -> None:
        options = self._state.options._replace(is_folded=not self._state.options.is_folded)
        self._set_options(options)
        count = sum(
            paragraph.kind is ParagraphKind.FURNITURE
            for article in self._state.articles
            for paragraph in article.paragraphs
        )
        self._host.say(
            f"{count} paragraphs of furniture folded."
            if options.is_folded
            else f"{count} paragraphs of furniture shown; where one is not, a comma corrects it."
        )


def _name_order(layout: PaneLayout) -> str:
    """Return the marks of all articles in the order of their panes: "[2] [1] [3]"."""
    return " ".join(f"[{article_mark(article)}]" for article in layout.order)
