"""Waiting until an app has nothing left to do."""

from __future__ import annotations

from textual.pilot import Pilot

_TURNS_AT_REST = 3


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
