"""The command palette: every command of a screen by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import actions
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.app.key_table import first_key
from reader.app.ladder.ladder_keys import LADDER_KEYS
from reader.app.reading.reading_keys import READING_KEYS


class ReadingCommands(Provider):
    """Offers the commands of the reading screen that work now, with their keys."""

    keys: ClassVar[Sequence[Binding]] = READING_KEYS

    async def discover(self) -> Hits:
        """Yield all of them, before anything is typed."""
        for name, action in self._commands():
            yield DiscoveryHit(Content(name), partial(self.screen.run_action, action), text=name)

    async def search(self, query: str) -> Hits:
        """Yield those that match what is typed."""
        matcher = self.matcher(query)
        for name, action in self._commands():
            score = matcher.match(name)
            if score > 0:
                run = partial(self.screen.run_action, action)
                yield Hit(score, matcher.highlight(name), run, text=name)

    def _commands(self) -> list[tuple[str, str]]:
        """Return the (name, action) of every command that works now."""
        return [
            (f"{binding.tooltip}  [{first_key(binding)}]", binding.action)
            for binding in self.keys
            if self._is_available(binding.action)
        ]

    def _is_available(self, action: str) -> bool:
        _, name, parameters = actions.parse(action)
        return self.screen.check_action(name, parameters) is not False


class LadderCommands(ReadingCommands):
    """Offers those of the ladder screen."""

    keys = LADDER_KEYS
