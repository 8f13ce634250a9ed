"""The start of the reading screen: values from the command line, the settings and the memory."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.app.reading.why_size import WhySize
from reader.app.themes.signs import article_mark
from reader.linking.links import LOWEST_FLOOR, RELATED_FLOOR
from reader.settings import Remembered, Settings
from reader.settings.memory import OpenedArticle


class ScreenStart(NamedTuple):
    """The place and the options with which the reading screen begins."""

    at: tuple[int, int] | None = None
    """Number of the article and of its paragraph to open at, both from 1; None chooses."""
    lens: str = ""
    """The key of the lens to open with; empty for the plain text."""
    is_following: bool = True
    """Whether the other panes follow the paragraph being read."""
    floor: float = RELATED_FLOOR
    """The lowest score of a link shown, 0..1."""
    most_panes: int | None = None
    """How many panes are side by side at most; None: as many as fit."""
    why: WhySize = WhySize.BRIEF
    """How much of the drawer is shown."""
    has_map: bool | None = None
    """Whether the map is shown; None shows it where there is room."""
    places: Mapping[str, int] = MappingProxyType({})
    """The paragraphs read last, by the key of the article's text, the last article at the end."""
    opened_before: tuple[OpenedArticle, ...] = ()
    """The record of the last opening of the same inputs."""


USUAL_START = ScreenStart()


def explain_missing_place(articles: int, article: int, number: int) -> str:
    """Return the message about a place that is not there.

    Args:
        articles: how many articles are open.
        article: the number of the article, from 1.
        number: that of its paragraph.
    """
    if 1 <= article <= articles:
        return f"[{article_mark(article - 1)}] has no paragraph {number}."
    are_open = "1 is open" if articles == 1 else f"{articles} are open"
    return f"There is no article {article}: {are_open}."


def begin_as_chosen(
    settings: Settings, remembered: Remembered, at: tuple[int, int] | None, lens: str
) -> ScreenStart:
    """Return the start of the screen: settings first, then memory, then defaults."""
    follow = settings.follow if settings.follow is not None else remembered.follow
    threshold = settings.threshold if settings.threshold is not None else remembered.threshold
    sizes = {size.value: size for size in WhySize}
    return ScreenStart(
        at=at,
        lens=lens,
        is_following=follow is not False,
        floor=min(0.95, max(LOWEST_FLOOR, threshold)) if threshold else RELATED_FLOOR,
        most_panes=settings.panes,
        why=sizes.get(remembered.why or "", WhySize.BRIEF),
        has_map=remembered.has_map,
        places=remembered.places,
    )
