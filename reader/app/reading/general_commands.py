"""The commands about the article or the program as a whole: copy, help, colours, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.screen import Screen

from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.reading.reading_keys import READING_KEYS
from reader.app.screen_commands import Command, no_obstacle
from reader.app.themes.signs import Signs
from reader.errors import ReaderError
from reader.reports.citations import cite_paragraph


class GeneralCommands:
    """Copies, explains, chooses colours, leaves.

    Args:
        host: the screen as its parts see it.
        screen: the same screen, for what Textual gives it: clipboard, selection, application.
        signs: the signs of this terminal.
        problems: what could not be opened; read each time it is shown.
        close: closes what is open.
    """

    def __init__(
        self,
        host: ReadingHost,
        screen: Screen[None],
        signs: Signs,
        problems: Sequence[ReaderError],
        close: Callable[[], None],
    ) -> None:
        self._host = host
        self._state = host.state
        self._screen = screen
        self._signs = signs
        self._problems = problems
        self._close = close

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        article = needs_article(self._host)
        return {
            "copy": Command(self._copy, article),
            "about": Command(self._show_about, article),
            "keys": Command(self._show_keys, no_obstacle),
            "theme": Command(self._choose_theme, no_obstacle),
            "commands": Command(lambda: self._screen.app.action_command_palette(), no_obstacle),
            "close": Command(self._close, article),
            "quit": Command(self._quit, no_obstacle),
            "quit-now": Command(self._quit, no_obstacle),
        }

    def _copy(self) -> None:
        """Copy what is selected with the mouse, or else the paragraph with its citation."""
        place = self._state.place
        article = self._state.articles[place.article]
        selected = self._screen.get_selected_text()
        if selected:
            self._screen.app.copy_to_clipboard(selected)
            self._host.say(f"Copied {len(selected.split())} selected words.")
            return
        number = article.paragraphs[place.paragraph].number
        self._screen.app.copy_to_clipboard(cite_paragraph(article, place.paragraph))
        self._host.say(f"Copied ¶{number} of {article.label} with its citation.")

    def _show_about(self) -> None:
        from reader.app.dialogs.article_facts import article_facts
        from reader.app.dialogs.text_dialog import TextDialog

        article = self._state.articles[self._state.layout.focus]
        facts = article_facts(article, self._problems)
        self._host.open_screen(TextDialog("About this article", facts, opened_by="about"))

    def _show_keys(self) -> None:
        from textual.content import Content

        from reader.app.dialogs.help_text import help_text, signs_text
        from reader.app.dialogs.text_dialog import TextDialog
        from reader.app.reading.reading_signs import reading_sign_meanings

        content = Content.assemble(
            help_text(READING_KEYS), signs_text(reading_sign_meanings(self._signs))
        )
        self._host.open_screen(TextDialog("Keys", content, opened_by="keys"))

    def _choose_theme(self) -> None:
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self._screen.app)

    def _quit(self) -> None:
        self._screen.app.exit(0)
