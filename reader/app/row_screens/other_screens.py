"""Functions by which a screen of rows opens other screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.app.report_saving import SaveReport
from reader.articles import Place

if TYPE_CHECKING:
    from reader.story.differences.difference import Difference


class OtherScreens(NamedTuple):
    """Functions that open other screens from a row."""

    compare_quote: Callable[[Place], None]
    """Opens the ladder of the quote in a paragraph."""
    list_differences: Callable[[Difference | None], None]
    """Opens the list of differences, at one of them if that is given."""
    stop_waiting: Callable[[], bool]
    """Cancels a screen that is waited for; returns False where none is."""
    save_report: SaveReport
    """Asks where to save a report of one of the given scopes; then shows its path."""
    open_screen: Callable[[str], None]
    """Opens another screen that shows the whole story, by the name of its key."""
