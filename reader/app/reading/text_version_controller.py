"""Opens the screen of versions of one text, and offers it where there are versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.reading_host import ReadingHost, finds_beforehand
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.row_screen_controller import (
    RowScreenController,
    RowScreenParts,
    ScreenSetup,
)
from reader.app.themes.signs import name_articles
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.text_versions.text_version_screen import TextVersionScreen
    from reader.app.text_versions.text_version_state import TextVersionState
    from reader.story import TextVersions

_MOST_TEXTS = 2
"""Texts whose versions the message names; more are counted."""
_SETTLING_SECONDS = 2.0
"""Seconds without a key, after the links are found, before an unasked search starts."""


class FoundVersions(NamedTuple):
    """The versions among the articles of a coverage, which also has their changes."""

    coverage: Coverage
    texts: tuple[TextVersions, ...]


class TextVersionController(RowScreenController[FoundVersions, "TextVersionState"]):
    """Opens the screen of versions; finds them beforehand in a pause of the keys, and offers them.

    Args:
        host: the reading screen.
        setup: the common arguments of screens of rows.
    """

    def __init__(self, host: ReadingHost, setup: ScreenSetup) -> None:
        super().__init__(host, _PARTS, setup)
        self.awaited.on_found = self._offer

    def prepare(self) -> None:
        """Find versions beforehand, in a pause of the keys, if there may be some."""
        if finds_beforehand(self._host):
            self.awaited.start_when_idle(_SETTLING_SECONDS)

    def _offer(self, _coverage: Coverage, found: FoundVersions) -> None:
        """Report which articles are versions of one text, unless the user has asked for them."""
        if found.texts and not self.opener.is_open:
            self._host.offer(describe_offer(found.texts))


def describe_offer(texts: Sequence[TextVersions]) -> str:
    """Return a message that names the articles that are versions of one text, and the key."""
    groups = [name_articles(text.articles) for text in texts[:_MOST_TEXTS]]
    more = len(texts) - len(groups)
    rest = f"; so are those of {more} other text{'' if more == 1 else 's'}" if more else ""
    is_sure = all(text.is_one_outlet for text in texts)
    are = "are" if is_sure else "may be"
    return f"{'; '.join(groups)} {are} versions of one text{rest}: V shows what changed."


def _find(coverage: Coverage) -> FoundVersions:
    # Imported here, in the thread of the search, so that the screen opens at once.
    import reader.app.text_versions.text_version_screen  # noqa: F401

    found = FoundVersions(coverage, coverage.text_versions)
    for text in found.texts:
        for base, other in zip(text.articles, text.articles[1:], strict=False):
            coverage.text_changes(base, other)
    return found


def _make_state(
    found: FoundVersions, before: TextVersionState | None, reading: ReadingState
) -> TextVersionState | None:
    from reader.app.text_versions.text_version_state import TextVersionState

    if not found.texts:
        return None
    articles = found.coverage.articles
    if before is not None and (before.articles, before.texts) == (articles, found.texts):
        return before
    return TextVersionState.of(articles, found.texts, found.coverage.text_changes).select_place(
        reading.place
    )


def _make_screen(state: TextVersionState, setup: ScreenSetup) -> TextVersionScreen:
    from reader.app.text_versions.text_version_screen import TextVersionScreen

    return TextVersionScreen(state, setup.signs, setup.get_styles)


_PARTS = RowScreenParts(
    command="versions",
    words=ResultWords(
        "versions",
        "versions of one text",
        "The versions are found: V shows what changed.",
        "The versions of these articles could not be compared.",
    ),
    find=_find,
    make_state=_make_state,
    make_screen=_make_screen,
    nothing="No two of these articles are versions of one text.",
)
