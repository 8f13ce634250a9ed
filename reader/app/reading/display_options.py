"""Which parts the reading screen shows beside the text."""

from __future__ import annotations

from typing import NamedTuple

from reader.app.reading.why_size import WhySize

MAP_FROM_COLUMNS = 120
"""Columns from which the map is shown unless it was closed."""
MAP_POSSIBLE_FROM_COLUMNS = 60
"""Columns below which there is no room for the map."""


class DisplayOptions(NamedTuple):
    """The user's choice of visible parts; every change gives a new value."""

    why: WhySize = WhySize.BRIEF
    """How much of the drawer with the reasons of the links is shown."""
    map_choice: bool | None = None
    """Whether the map was opened or closed; None shows it where there is room."""
    has_numbers: bool = True
    """Whether paragraph numbers are in the gutter."""
    is_folded: bool = True
    """Whether furniture is left out."""

    def shows_map(self, columns: int, articles: int) -> bool:
        """Return whether the map is shown on a screen of `columns` with `articles` articles."""
        if self.map_choice is not None:
            return self.map_choice and columns >= MAP_POSSIBLE_FROM_COLUMNS
        return columns >= MAP_FROM_COLUMNS and articles > 1

    def toggle_map(self, columns: int, articles: int) -> DisplayOptions:
        """Return options that close the map where it is shown, and open it where it is not."""
        return self._replace(map_choice=not self.shows_map(columns, articles))
