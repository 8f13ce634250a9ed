"""A choice that the next key makes, as after `v` for the lens and `'` for the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class NextKeyChoice:
    """Takes one key as the answer to a question.

    A letter, digit or sign that answers nothing is refused, since it was typed as an answer; other
    keys have their usual effect.
    """

    def __init__(self) -> None:
        self._choices: Mapping[str, Callable[[], object]] | None = None
        self._refuse: Callable[[str], object] = lambda _: None

    def ask(
        self, choices: Mapping[str, Callable[[], object]], refuse: Callable[[str], object]
    ) -> None:
        """Wait for the next key.

        Args:
            choices: the effect of each key, by the key as Textual names it.
            refuse: called with a character that is not among them.
        """
        self._choices, self._refuse = choices, refuse

    def answer(self, key: str, character: str | None = None) -> bool:
        """Do what the key chooses; return whether the key was an answer, or taken for one.

        Args:
            key: the key as Textual names it.
            character: what it types, if that can be printed.
        """
        choices, self._choices = self._choices, None
        if choices is None:
            return False
        choose = choices.get(key)
        if choose is not None:
            choose()
        elif character is not None:
            self._refuse(character)
        return choose is not None or character is not None or key == "escape"
