"""Waiting until an app has nothing left to do."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from pathlib import Path
from time import monotonic

from textual.pilot import Pilot

_TURNS_AT_REST = 3
_LONGEST_WAIT_SECONDS = 10.0


async def rest(pilot: Pilot[int]) -> None:
    """Wait until no work is left and nothing more changes on the screen.

    A finished worker may start another one, or hand its result to the next turn of the
    event loop, so that one wait for the workers and one pause are not enough.
    """
    shown = ""
    alike = 0
    while alike < _TURNS_AT_REST:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        before, shown = shown, pilot.app.export_screenshot()
        alike = alike + 1 if shown == before and not len(pilot.app.workers) else 0


async def rest_at(pilot: Pilot[int], stored: Path) -> None:
    """Wait, for some seconds, until the screen at rest shows the rows of a stored picture.

    A machine that does other work may leave a program without a turn for so long that it looks
    as if it were at rest.
    """
    await rest(pilot)
    expected = rows_of_picture(stored.read_text(encoding="utf-8"))
    until = monotonic() + _LONGEST_WAIT_SECONDS
    while monotonic() < until:
        if rows_of_picture(pilot.app.export_screenshot(simplify=True)) == expected:
            return
        await pilot.pause(0.1)
        await rest(pilot)


def rows_of_picture(svg: str) -> list[str]:
    """Return the words of the rows of a picture that Rich wrote, without their styles."""
    rows: dict[float, list[tuple[float, str]]] = defaultdict(list)
    pattern = r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>'
    for x, y, words in re.findall(pattern, svg):
        rows[float(y)].append((float(x), html.unescape(words)))
    return [" ".join(words for _, words in sorted(row)) for _, row in sorted(rows.items())]
