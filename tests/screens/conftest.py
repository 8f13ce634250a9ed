"""An app on the five seed articles, compared once for all tests of this folder."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from reader import compare, open_articles
from reader.app.app import ReaderApp
from reader.app.reading import origin_controller
from reader.app.reading.awaited_result import AwaitedResult
from reader.app.reading.reading_screen import ReadingScreen
from reader.app.widgets.article_pane import ArticlePane
from reader.articles import Article
from reader.coverage import Coverage
from reader.coverage.findings import Findings
from reader.quote_versions import SharedQuote, shared_quotes
from reader.story.matrix.coverage_matrix import CoverageMatrix
from tests.screens.rest import rest, rest_at


class Compared:
    """A comparison that is done already."""

    progress = (1.0, "")

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage

    def done(self) -> bool:
        return True

    def wait(self, timeout: float | None = None) -> bool:
        return True

    def result(self) -> Coverage:
        return self._coverage

    def cancel(self) -> None:
        pass


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes and what is remembered of one test are not there for the next."""
    home = tmp_path_factory.mktemp("own")
    for name in ("STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True)
def known_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is known to strike words out, wherever the tests run."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")


@pytest.fixture(autouse=True)
def unknown_origins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Origins are shown where a test asks for them, not as found in a pause or by another test."""
    monkeypatch.setattr(origin_controller, "_SETTLING_SECONDS", 3600.0)
    monkeypatch.setattr(Findings, "origins", None)


@pytest.fixture(scope="session")
def seeds() -> tuple[Article, ...]:
    return open_articles([])


@pytest.fixture(scope="session")
def seeds_coverage(seeds: tuple[Article, ...]) -> Coverage:
    return compare(seeds)


@pytest.fixture(scope="session")
def seeds_quotes(seeds: tuple[Article, ...]) -> Sequence[SharedQuote]:
    return shared_quotes(seeds)


MOMENTS = (
    "Blinken met with low-level: r1!low-level . a4 r9!top r2",
    "lackluster welcome in Shanghai: m4 r3 . . ?",
    "Blinken’s visit is the latest high-level contact: . . r5 r10 .",
    "made little headway: . . r6~China’s r11~Beijing’s ?",
    "“the value – in fact, the necessity – of direct engagement”: Q3 q3+ . Q12 Q8",
    "engaging directly, acknowledging and addressing differences: . p4 . . Q9",
    "“well-being of both peoples”: . . . Q13 Q14",
    "students at New York University: ? r6 a8 a14 r3",
    "U.S. business leaders: r11 ? a4+ . .",
    "“One of those is fentanyl”: Q7 . p7 . q11+",
    "“Face-to-face diplomacy matters”: Q8 . Q10 ? .",
    "Moscow invaded Ukraine: . ? r11 r19 .",
    "The State Department’s readout: q10 . . . .",
    "sabotages American businesses: r12 . . . .",
    "the first by a US secretary of state in 14 years: . r7 . . .",
    "signed a rare bipartisan bill: . . . r16 .",
    "bans TikTok: . . . r17 .",
    "joint military drills: . . . ? r6",
)
"""A matrix of the seeds made by hand, in the notation of `read_matrix`."""


@pytest.fixture(scope="session")
def seeds_matrix(seeds_coverage: Coverage, read_matrix: Callable[..., CoverageMatrix]):  # type: ignore[no-untyped-def]
    return read_matrix(seeds_coverage.articles, *MOMENTS)


@pytest.fixture
def known_matrix(monkeypatch: pytest.MonkeyPatch, seeds_matrix: CoverageMatrix) -> CoverageMatrix:
    """The coverage of the seeds has this matrix."""
    monkeypatch.setattr(Coverage, "matrix", property(lambda _: seeds_matrix), raising=False)
    return seeds_matrix


@pytest.fixture
def make_app() -> Callable[..., ReaderApp]:
    """Makes an app whose links are known from the first frame on."""

    def make(articles: tuple[Article, ...], coverage: Coverage, **options: object) -> ReaderApp:
        pending = Compared(coverage)
        return ReaderApp(articles=articles, pending=pending, **options)  # type: ignore[arg-type]

    return make


@pytest.fixture
def snap_compare(
    snap_compare: Callable[..., bool],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., bool]:
    """As the plugin's, of a screen at rest before the keys and before the picture is taken.

    Nothing is looked for in a pause of the keys: how long a picture takes changes nothing on it.
    """
    monkeypatch.setattr(AwaitedResult, "start_when_idle", lambda *_: None)
    module, name = request.node.path, request.node.name
    stored = module.parent / "__snapshots__" / module.stem / f"{name}.svg"
    is_new = request.config.getoption("update_snapshots") or not stored.exists()

    def compare_at_rest(
        app: ReaderApp,
        press: Sequence[str] = (),
        terminal_size: tuple[int, int] = (80, 24),
        run_before: Callable[[Pilot[int]], Awaitable[None]] | None = None,
    ) -> bool:
        async def prepare(pilot: Pilot[int]) -> None:
            await rest(pilot)
            if run_before is not None:
                await run_before(pilot)
            for key in press:
                await pilot.press(key)
            await (rest(pilot) if is_new else rest_at(pilot, stored))

        return snap_compare(app, terminal_size=terminal_size, run_before=prepare)

    return compare_at_rest


class Reader:
    """The app under test, and what the tests read of it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def wheel_down(self, pane: ArticlePane) -> None:
        """One notch of the mouse wheel over a pane."""
        x, y = pane.region.offset
        event = events.MouseScrollDown(
            pane, x + 5, y + 3, 0, 1, 0, False, False, False, screen_x=x + 5, screen_y=y + 3
        )
        pane.post_message(event)
        await self.pilot.pause()

    @property
    def number(self) -> int:
        """The number of the paragraph being read."""
        place = self.screen.state.place
        return self.screen.state.articles[place.article].paragraphs[place.paragraph].number

    @property
    def reading(self) -> tuple[int, int]:
        """The article being read, counted from 1, and the number of its paragraph."""
        return self.screen.state.layout.focus + 1, self.number

    @property
    def shown(self) -> list[int]:
        """The articles on the screen, counted from 1."""
        return [article + 1 for article in self.screen.shown_panes]

    def text(self) -> list[str]:
        """The screen as it is painted, row by row."""
        return ["".join(segment.text for segment in strip) for strip in self.strips()]

    def strips(self) -> list[Strip]:
        """The rows of the screen with their styles."""
        # Textual has no public way to read what is painted.
        return self.app.screen._compositor.render_strips()  # noqa: SLF001

    def row_of(self, words: str, column: int | None = None) -> int:
        rows = [y for y, row in enumerate(self.text()) if words in row]
        assert rows, f"{words!r} is not on the screen:\n" + "\n".join(self.text())
        return rows[0]


OpenReader = Callable[..., Awaitable[Reader]]


@pytest.fixture
def open_reader(seeds, seeds_coverage, make_app):  # type: ignore[no-untyped-def]
    """`async with open_reader(size) as reader:` the seeds on a screen of a size."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
        app = make_app(seeds, seeds_coverage)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield Reader(app, pilot)

    return opened


@pytest.fixture
def open_app():  # type: ignore[no-untyped-def]
    """`async with open_app(app, size) as reader:` any app on a screen of a size."""

    @asynccontextmanager
    async def opened(app: ReaderApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield Reader(app, pilot)

    return opened


class Terminal:
    """The program in a pseudo-terminal, read in bounded time."""

    def __init__(self, arguments: list[str], state: Path) -> None:
        import fcntl
        import struct
        import termios

        self.written = b""
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            # Of its own, so that it opens where nothing was read before.
            "XDG_STATE_HOME": str(state),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=Path(__file__).resolve().parents[2],
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def write(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def read_until(self, words: bytes | None, seconds: float) -> bool:
        """Read for at most so long; whether the words came."""
        end = time.monotonic() + seconds
        while words is None or words not in self.written:
            left = end - time.monotonic()
            if left <= 0 or not self._read(left):
                break
        return words is not None and words in self.written

    def wait(self, seconds: float) -> int | None:
        """Read until the program ends, at most so long; its exit code."""
        end = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while self._read(0):
            pass
        return self._process.poll()

    def send(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        chunk = b""
        # Linux reports the end of a terminal as an error.
        with suppress(OSError):
            chunk = os.read(self._master, 1 << 16)
        self.written += chunk
        return bool(chunk)


@pytest.fixture
def start_program(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """`start_program("a.txt")`: the real program in a pseudo-terminal, ended after the test."""
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    terminals: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        terminals.append(Terminal(list(arguments), tmp_path / f"state{len(terminals)}"))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()
