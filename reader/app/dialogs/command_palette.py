"""The command palette: every command of a screen by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import actions
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.app.command_search import list_names, rank_commands
from reader.app.key_table import binding_name, reachable_keys

_NAMED_SCORE = 10.0
"""Added to the score of a command found by name or synonym: more than any sentence scores."""
_SENTENCE_SCORE = 5.0
"""Score of a command that has all words of a sentence, as far as they count."""
_LEAST_SHARE = 0.3
"""How much of a sentence a command must answer to be offered."""


class ScreenCommands(Provider):
    """Offers the commands of a screen that work now, with their keys."""

    async def discover(self) -> Hits:
        """Yield all of them, before anything is typed."""
        for binding in self._commands():
            run = partial(self.screen.run_action, binding.action)
            yield DiscoveryHit(_shown(Content(str(binding.tooltip)), binding), run)

    async def search(self, query: str) -> Hits:
        """Yield those whose sentence, name or synonym matches what is typed."""
        commands = self._commands()
        for binding, share in zip(commands, rank_commands(query, commands), strict=True):
            name, sentence = binding_name(binding), str(binding.tooltip)
            names = list_names(name)
            if score := self.score(query, sentence, names, share):
                shown = _shown(self.matcher(query).highlight(sentence), binding)
                run = partial(self.screen.run_action, binding.action)
                yield Hit(score, shown, run, text=sentence)

    def score(self, query: str, sentence: str, names: Sequence[str], share: float) -> float:
        """Return how well a command matches, 0 for not at all.

        Args:
            query: what is typed.
            sentence: what the command does.
            names: its name and other words for it.
            share: how much of the query it answers as a sentence, 0..1.
        """
        words = (*names, *sentence.lower().split())
        is_named = all(
            any(word.startswith(typed) for word in words) for typed in query.lower().split()
        )
        score = self.matcher(query).match(sentence) + _NAMED_SCORE * is_named
        return score + (_SENTENCE_SCORE * share if share >= _LEAST_SHARE else 0.0)

    def _commands(self) -> list[Binding]:
        """Return the binding of every command that works now."""
        return [
            binding
            for binding in self.screen.BINDINGS
            if isinstance(binding, Binding) and self._is_available(binding.action)
        ]

    def _is_available(self, action: str) -> bool:
        _, name, parameters = actions.parse(action)
        return self.screen.check_action(name, parameters) is not False


def _shown(sentence: Content, binding: Binding) -> Content:
    """Return the line of a command: its sentence, then its key and the name for `:`."""
    return Content.assemble(
        sentence,
        ("  " + " ".join(reachable_keys(binding)), "bold"),
        (f"  :{binding_name(binding)}", "dim"),
    )
