"""The commands about the article or the program as a whole: copy, help, colours, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.screen import Screen

from reader.app.reading.reading_host import ReadingHost, needs_article
from reader.app.reading.reading_keys import READING_KEYS
from reader.app.screen_commands import Command, no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.articles import clean_line
from reader.errors import ReaderError

_LONGEST_NAME = 200
"""Characters of an address or a path in a message."""


class GeneralCommands:
    """Copies, explains, chooses colours, leaves.

    Args:
        host: the screen as its parts see it.
        screen: the same screen, for Textual's clipboard, selection and application.
        signs: the signs of this terminal.
        problems: what could not be opened; read each time it is shown.
        close: closes the open part of the screen.
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
            "copied": Command(self._name_last_copy, no_obstacle),
            "original": Command(self._open_original, article),
            "about": Command(self._show_about, article),
            "keys": Command(self._show_keys, no_obstacle),
            "theme": Command(self._choose_theme, no_obstacle),
            "commands": Command(lambda: self._screen.app.action_command_palette(), no_obstacle),
            "close": Command(self._close, article),
            "quit": Command(self._quit, no_obstacle),
            "quit-now": Command(self._quit, no_obstacle),
        }

    async def _copy(self) -> None:
        """Copy what is selected with the mouse, or else the paragraph with its citation."""
        from reader.app.terminal.clipboard import copy_text
        from reader.reports.citations import cite_paragraph

        place = self._state.place
        article = self._state.articles[place.article]
        selected = self._screen.get_selected_text()
        if selected:
            words = f"{len(selected.split())} selected words"
            self._host.say(await copy_text(self._screen.app, selected, words))
            return
        number = article.paragraphs[place.paragraph].number
        what = f"[{article_mark(place.article)}] ¶{number} with its citation"
        citation = cite_paragraph(article, place.paragraph)
        self._host.say(await copy_text(self._screen.app, citation, what))

    def _name_last_copy(self) -> None:
        from reader.app.terminal.clipboard import explain_last_copy

        self._host.say(explain_last_copy())

    async def _open_original(self) -> None:
        """Open the page or file that the article came from; without a desktop, copy its name."""
        from reader.app.terminal.clipboard import copy_text
        from reader.app.terminal.original_opening import locate_original, open_original

        focus = self._state.layout.focus
        original = locate_original(self._state.articles[focus].source)
        if not original:
            self._host.say(f"[{article_mark(focus)}] has no page or file of its own.")
        elif open_original(original):
            self._host.say(f"Opening {clean_line(original, _LONGEST_NAME)}")
        else:
            self._host.say(await copy_text(self._screen.app, original, original))

    def _show_about(self) -> None:
        from reader.app.dialogs.article_facts import article_facts
        from reader.app.dialogs.text_dialog import TextDialog
        from reader.reports.origin_words import describe_origins

        focus = self._state.layout.focus
        joint = [each for each in self._state.joint_origins if focus in each.articles]
        copy = tuple(describe_origins(joint))
        facts = article_facts(self._state.articles[focus], self._problems, copy)
        self._host.open_screen(TextDialog("About this article", facts, opened_by="about"))

    def _show_keys(self) -> None:
        from reader.app.dialogs.help_text import HelpGroup, HelpText, list_keys
        from reader.app.dialogs.keys_dialog import KeysDialog
        from reader.app.reading.reading_signs import reading_sign_meanings

        signs = HelpGroup("Signs", reading_sign_meanings(self._signs))
        text = HelpText([*list_keys(READING_KEYS), signs])
        self._host.open_screen(KeysDialog("Keys", text))

    def _choose_theme(self) -> None:
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self._screen.app)

    def _quit(self) -> None:
        self._screen.app.exit(0)
