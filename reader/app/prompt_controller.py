"""The line in which words to find, a paragraph or a command are typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from reader.app.screen_commands import Command
from reader.articles import clean_line

if TYPE_CHECKING:
    from reader.app.widgets.prompt import Prompt

_LONGEST_TYPED = 60
"""Characters of what is searched for."""


def search_commands(app: App[Any], typed: str) -> None:
    """Offer the commands that what was typed after `:` may mean; nothing for nothing typed."""
    words = clean_line(typed, _LONGEST_TYPED).strip()
    if words:
        from reader.app.dialogs.closing_palette import open_palette

        open_palette(app, words)


class PromptController:
    """Opens the prompt of a screen and passes on what was typed.

    Args:
        screen: the screen.
        find_obstacle: returns why there is nothing to search or to go to; empty if there is.
        on_answer: called with the sign of the prompt and what was typed.
    """

    def __init__(
        self,
        screen: Screen[Any],
        find_obstacle: Callable[[], str],
        on_answer: Callable[[str, str], None],
    ) -> None:
        self._screen = screen
        self._find_obstacle = find_obstacle
        self._on_answer = on_answer
        self._prompt: Prompt | None = None

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "go-to": Command(self.ask_command, self._find_obstacle),
            "search": Command(self.ask_words, self._find_obstacle),
        }

    @property
    def is_open(self) -> bool:
        """Whether keys are typed into the prompt."""
        return self._prompt is not None

    async def ask_command(self) -> None:
        """Ask for a paragraph number or a command; the sign is `:`."""
        await self._ask(":", "paragraph number, or a command")

    async def ask_words(self, hint: str = "words to find in all articles") -> None:
        """Ask for words to find; the sign is `/`."""
        await self._ask("/", hint)

    def _close(self, sign: str, text: str | None) -> None:
        """Close the prompt; pass on what was typed unless it was cancelled."""
        if self._prompt is not None:
            self._prompt.remove()
            self._prompt = None
            self._screen.set_focus(None)
        if text is not None:
            self._on_answer(sign, text)

    async def _ask(self, sign: str, hint: str) -> None:
        """Open the prompt; it takes the keys when this returns."""
        from reader.app.widgets.prompt import Prompt

        if self._prompt is None:
            self._prompt = Prompt(sign, hint, partial(self._close, sign))
            await self._screen.mount(self._prompt)
