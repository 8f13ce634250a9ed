"""The screen of versions of one text, offered where there are some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost
from reader.app.reading.row_screen_controller import RowScreenController, RowScreenParts
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.articles import Place
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.text_versions.text_version_screen import TextVersionScreen
    from reader.app.text_versions.text_version_state import TextVersionState
    from reader.story import TextChanges, TextVersions

_SETTLING_SECONDS = 2.0
"""Seconds without a key from the links to the search that nobody asked for."""
_WORDS = ResultWords(
    "versions",
    "versions of one text",
    "The versions are found: V shows what changed.",
    "The versions of these articles could not be compared.",
)


@dataclass(frozen=True)
class FoundVersions:
    """The versions among the articles of a coverage, and what changed between two of them."""

    coverage: Coverage
    texts: tuple[TextVersions, ...]
    _compared: dict[tuple[int, int], TextChanges] = field(default_factory=dict)

    def compare(self, base: int, other: int) -> TextChanges:
        """Return what changed from one article to another; found once."""
        changes = self._compared.get((base, other))
        if changes is None:
            changes = self._compared[base, other] = self.coverage.text_changes(base, other)
        return changes


class TextVersionController:
    """Opens the screen of versions; looks for them beforehand when nobody types, and offers them.

    Args:
        host: the reading screen.
        signs: the signs of this terminal.
        get_styles: gives the styles of the present theme.
    """

    def __init__(self, host: ReadingHost, signs: Signs, get_styles: Callable[[], Styles]) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._get_styles = get_styles
        parts = RowScreenParts(
            command="versions",
            words=_WORDS,
            find=_find,
            make_state=self._make_state,
            make_screen=self._make_screen,
            nothing="No two of these articles are versions of one text.",
        )
        self._screen = RowScreenController(host, parts)
        self.awaited = self._screen.awaited
        self.awaited.on_found = self._offer

    def commands(self) -> dict[str, Command]:
        """Return the command by its name."""
        return self._screen.commands()

    def prepare(self) -> None:
        """Look for versions beforehand, while no key is pressed, if there may be some."""
        articles = self._state.articles
        if len(articles) < 2 or self._state.characters > MOST_CHARACTERS_BEFOREHAND:
            return
        self.awaited.start_when_idle(_SETTLING_SECONDS)

    def _offer(self, _coverage: Coverage, found: FoundVersions) -> None:
        """Say which articles are versions of one text, where nobody asked for them yet."""
        if found.texts and not self._screen.opener.is_open:
            self._host.say(describe_offer(found.texts))

    def _make_state(
        self, found: FoundVersions, before: TextVersionState | None, place: Place
    ) -> TextVersionState | None:
        from reader.app.text_versions.text_version_state import TextVersionState

        if not found.texts:
            return None
        articles = found.coverage.articles
        if before is not None and (before.articles, before.texts) == (articles, found.texts):
            return before
        return TextVersionState.of(articles, found.texts, found.compare).select_place(place)

    def _make_screen(self, state: TextVersionState) -> TextVersionScreen:
        from reader.app.text_versions.text_version_screen import TextVersionScreen

        return TextVersionScreen(state, self._signs, self._get_styles)


def describe_offer(texts: Sequence[TextVersions]) -> str:
    """Return a message that names the articles that are versions of one text, and the key."""
    groups = [
        " and ".join(f"[{article_mark(article)}]" for article in text.articles) for text in texts
    ]
    is_sure = all(text.is_one_outlet for text in texts)
    are = "are" if is_sure else "may be"
    return f"{'; '.join(groups)} {are} versions of one text: V shows what changed."


def _find(coverage: Coverage) -> FoundVersions:
    # The screen is imported here, so that the first one opens at once.
    import reader.app.text_versions.text_version_screen  # noqa: F401

    found = FoundVersions(coverage, coverage.text_versions)
    for text in found.texts:
        for base, other in zip(text.articles, text.articles[1:], strict=False):
            found.compare(base, other)
    return found
