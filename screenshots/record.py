"""Makes `recording.svg` again: twenty seconds of the real app on the five seeds.

    python screenshots/record.py

Every step is a screen as Textual exports it; CSS shows one after the other, without a script.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from make import local_fonts, look_ahead  # noqa: E402

from reader.app.app import ReaderApp  # noqa: E402
from reader.processes.linker_process import start_comparison  # noqa: E402
from reader.sources import open_articles  # noqa: E402

SIZE = (100, 30)


@dataclass(frozen=True)
class Step:
    """Keys, and how long the screen after them is shown."""

    keys: str
    seconds: float


STEPS = (
    Step("", 2.5),
    Step("j", 1.5),
    Step("j", 1.5),
    Step("right_square_bracket", 2),
    Step("colon 3 enter", 2.5),
    Step("c", 4),
    Step("l", 2),
    Step("Q", 2.5),
    Step("q", 1.5),
)


async def take_frames() -> list[str]:
    """Return the screen after each step, as SVG."""
    articles = open_articles([])
    pending = start_comparison(articles)
    pending.wait(60)
    app = ReaderApp(articles=articles, pending=pending)
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await look_ahead(app)
        for step in STEPS:
            for key in step.keys.split():
                await pilot.press(key)
                await pilot.pause()
            await app.workers.wait_for_complete()
            for _ in range(100):
                if step.keys != "c" or len(app.screen_stack) > 2:
                    break
                await pilot.pause(0.1)
            await pilot.pause()
            frames.append(local_fonts(app.export_screenshot(title="reader")))
    return frames


def animate(frames: list[str]) -> str:
    """Return one SVG that shows the frames one by one; the first one where nothing moves."""
    box = re.search(r'viewBox="([^"]+)"', frames[0])
    assert box is not None
    total = sum(step.seconds for step in STEPS)
    rules, parts, at = [], [], 0.0
    for number, (frame, step) in enumerate(zip(frames, STEPS, strict=True)):
        begin, end = at / total * 100, (at + step.seconds) / total * 100
        at += step.seconds
        hidden = "0%{visibility:hidden}" if number else ""
        rules.append(
            f"@keyframes frame{number}{{{hidden}{begin:.2f}%{{visibility:visible}}"
            f"{end:.2f}%{{visibility:hidden}}}}"
            f".frame{number}{{animation:frame{number} {total}s step-end infinite}}"
        )
        visibility = "hidden" if number else "visible"
        inner = re.sub(r"^<svg", '<svg width="100%" height="100%"', frame.strip())
        parts.append(f'<g class="frame{number}" visibility="{visibility}">{inner}</g>')
    style = f"<style>@media (prefers-reduced-motion: no-preference){{{''.join(rules)}}}</style>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box[1]}">'
    return f"{head}{style}{''.join(parts)}</svg>\n"


def main() -> int:
    """Make the recording."""
    for variable in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TMUX", "STY"):
        os.environ.pop(variable, None)
    # A terminal that is known to strike words out, whatever this is run in.
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TERM_PROGRAM": "WezTerm"}
    frames = asyncio.run(take_frames())
    (FOLDER / "recording.svg").write_text(animate(frames), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
