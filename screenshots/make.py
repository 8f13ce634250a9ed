"""Makes the pictures in this folder again: the real app on the five seeds.

    python screenshots/make.py                 all of them, as SVG and PNG
    python screenshots/make.py light narrow    some
    python screenshots/make.py --list          what there is, with a sentence each

The SVG is Textual's own export, with local fonts in the place of addresses. The PNG is drawn
from it by Chromium where that is installed (best with the font Fira Code), else by cairosvg
(the extra `screenshots`).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reader.app.app import ReaderApp
from reader.app.reading.reading_screen import ReadingScreen
from reader.processes.linker_process import start_comparison
from reader.sources import open_articles

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Picture:
    """One picture: a size, a theme, and the keys pressed before it is taken."""

    name: str
    columns: int
    rows: int
    keys: str
    theme: str
    sentence: str


SHARED_QUOTE = "4 : 1 2 enter"
"""To the paragraph of the fourth article with a quotation that four outlets carry."""

PICTURES = (
    Picture(
        "side-by-side",
        120,
        36,
        SHARED_QUOTE,
        "reader-dark",
        "The paragraph you read and its matches in the other outlets, on the same row.",
    ),
    Picture(
        "five-panes",
        200,
        50,
        SHARED_QUOTE,
        "reader-dark",
        "All five articles at once, with the map on the right and the reasons below.",
    ),
    Picture(
        "narrow",
        60,
        26,
        SHARED_QUOTE,
        "reader-dark",
        "One article in a narrow window, with its surest match and the reason below.",
    ),
    Picture(
        "only-here",
        120,
        36,
        "4 g right_curly_bracket",
        "reader-dark",
        "A paragraph that no other outlet has: the others stay still.",
    ),
    Picture(
        "ladder",
        120,
        40,
        f"{SHARED_QUOTE} c",
        "reader-dark",
        "One quotation, rung by rung: what each outlet cut, changed and added.",
    ),
    Picture(
        "matrix",
        120,
        40,
        f"{SHARED_QUOTE} m",
        "reader-dark",
        "The coverage matrix: which outlet has which moment, in which form and where.",
    ),
    Picture(
        "story",
        120,
        40,
        f"{SHARED_QUOTE} C",
        "reader-dark",
        "The story once: who tells each moment, its fullest words, and what others have otherwise.",
    ),
    Picture(
        "people",
        120,
        40,
        f"{SHARED_QUOTE} P",
        "reader-dark",
        "The people: who is heard in which outlet, with how many words, and who is only named.",
    ),
    Picture(
        "search",
        120,
        36,
        f"{SHARED_QUOTE} slash e n g a g e m e n t enter",
        "reader-dark",
        "A word searched in all articles, with the hits counted in each.",
    ),
    Picture(
        "adding",
        120,
        30,
        f"{SHARED_QUOTE} plus h e r a l d full_stop h t m l",
        "reader-dark",
        "Adding an article while reading: a path, an address, or pasted text.",
    ),
    Picture(
        "light",
        120,
        36,
        SHARED_QUOTE,
        "reader-light",
        "The light theme.",
    ),
    Picture(
        "contrast",
        120,
        36,
        SHARED_QUOTE,
        "reader-contrast",
        "The theme of the highest contrast.",
    ),
    Picture(
        "keys",
        100,
        36,
        "question_mark",
        "reader-dark",
        "Every key, from the bindings themselves.",
    ),
)

_PIXELS_WIDE = 1800
"""Width of a PNG, or twice the size of the SVG where that is less."""
_FONTS = '"Fira Code", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace'
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Make the pictures named."""
    names = [picture.name for picture in PICTURES]
    parser = argparse.ArgumentParser(description="Make the pictures of the reader again.")
    parser.add_argument("pictures", nargs="*", metavar="PICTURE", help=", ".join(names))
    parser.add_argument("--list", action="store_true", help="say what there is, make nothing")
    options = parser.parse_args()
    if unknown := set(options.pictures) - set(names):
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    wanted = [picture for picture in PICTURES if picture.name in (options.pictures or names)]
    if options.list:
        for picture in wanted:
            print(f"{picture.name}: {picture.sentence}")
        return 0
    # Nothing of the user's own, such as a note on one of the articles, is to be in a picture.
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[variable] = tempfile.mkdtemp(prefix="reader-pictures-")
    for variable in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TMUX", "STY"):
        os.environ.pop(variable, None)
    # A terminal that is known to strike words out, whatever this is run in.
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TERM_PROGRAM": "WezTerm"}
    for picture in wanted:
        svg = FOLDER / f"{picture.name}.svg"
        svg.write_text(asyncio.run(take(picture)), encoding="utf-8")
        draw(svg, FOLDER / f"{picture.name}.png")
        print(f"{picture.name}: {picture.sentence}")
    return 0


async def take(picture: Picture) -> str:
    """The screen as SVG, after the keys."""
    articles = open_articles([])
    pending = start_comparison(articles)
    pending.wait(60)
    app = ReaderApp(articles=articles, pending=pending)
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        app.theme = picture.theme
        await pilot.pause()
        await look_ahead(app)
        for key in picture.keys.split():
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        # Ladder and matrix open once they are worked out, off the thread that draws.
        for _ in range(100):
            if not picture.keys.endswith((" c", " m")) or len(app.screen_stack) > 1:
                break
            await pilot.pause(0.1)
        await pilot.pause()
        return local_fonts(app.export_screenshot(title="reader"))


async def look_ahead(app: ReaderApp) -> None:
    """Find what the first screen has after a while, however long each picture takes."""
    reading = app.screen_stack[0]
    assert isinstance(reading, ReadingScreen)
    reading.look_ahead()
    await app.workers.wait_for_complete()


def local_fonts(svg: str) -> str:
    """The same picture without any address of a font, a library or a comment."""
    svg = re.sub(r"\s*@font-face \{[^}]*\}", "", svg)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: (?:Fira Code, monospace|arial);", f"font-family: {_FONTS};", svg)
    if "http" in svg.replace("http://www.w3.org/2000/svg", "").lower():
        raise ValueError("the picture still asks for something from the network")
    return svg


def draw(svg: Path, png: Path) -> None:
    """Draw the PNG of an SVG, sharp also where it is shown smaller than it is.

    Raises:
        RuntimeError: the SVG has no size, neither Chromium nor cairosvg is there, or it
            drew nothing.
    """
    png.unlink(missing_ok=True)
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    if box is None:
        raise RuntimeError(f"{svg.name} has no size")
    width, height = (round(float(side)) for side in box.groups())
    scale = min(2.0, _PIXELS_WIDE / width)
    chromium = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if chromium:
        _draw_with_chromium(chromium, svg, png, (width, height), scale)
    else:
        _draw_with_cairo(svg, png, scale)
    if not png.exists():
        raise RuntimeError(f"{png.name} could not be drawn")


def _draw_with_chromium(
    chromium: str, svg: Path, png: Path, size: tuple[int, int], scale: float
) -> None:
    with tempfile.TemporaryDirectory(prefix="reader-picture-") as profile:
        subprocess.run(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--default-background-color=00000000",
                f"--force-device-scale-factor={scale:.4f}",
                f"--user-data-dir={profile}",
                f"--window-size={size[0]},{size[1]}",
                f"--screenshot={png}",
                svg.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def _draw_with_cairo(svg: Path, png: Path, scale: float) -> None:
    try:
        import cairosvg
    except ImportError as missing:
        raise RuntimeError("install Chromium, or the extra: pip install '.[screenshots]'") from (
            missing
        )
    cairosvg.svg2png(url=str(svg), write_to=str(png), scale=scale)


if __name__ == "__main__":
    sys.exit(main())
