"""A choice that the next key makes, as after `v` for the lens and `'` for the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class NextKeyChoice:
    """Takes one key as the answer to a question; any other key has its usual effect."""

    def __init__(self) -> None:
        self._choices: Mapping[str, Callable[[], object]] | None = None

    def ask(self, choices: Mapping[str, Callable[[], object]]) -> None:
        """Wait for the next key.

        Args:
            choices: the effect of each key, by the key as Textual names it.
        """
        self._choices = choices

    def answer(self, key: str) -> bool:
        """Do what the key chooses; return whether the key was an answer, Escape included."""
        choices, self._choices = self._choices, None
        if choices is None:
            return False
        choose = choices.get(key)
        if choose is not None:
            choose()
        return choose is not None or key == "escape"
