"""What is measured of the reader in its terminal, part by part, and the bounds it has to keep."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from terminal_articles import USUAL_OUTLETS, write_articles
from terminal_program import PROJECT, Program, Shown, children_of, resident

READER = (sys.executable, "-m", "reader")
_BARE = (sys.executable, str(Path(__file__).with_name("terminal_bare.py")))
BARE_LINE = (*_BARE, "line")
BARE_PANES = (*_BARE, "panes")
BARE_PANES_TUNED = (*_BARE, "panes", "--tuned")

WIDE = (200, 50)
MEGABYTE = 1_000_000
_BACKSPACE = "\x7f"

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    starts: int
    rounds: int
    paragraphs: int
    """Of each of the large articles."""


FULL = Effort(starts=15, rounds=7, paragraphs=20_000)
QUICK = Effort(starts=5, rounds=2, paragraphs=2_000)


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    value: str
    beside: str = ""
    """The same of what it is compared with."""
    ratio: float | None = None
    most: float | None = None
    """What the ratio may be at the most; None for what is only told."""
    right: bool | None = None
    """Whether something that has no ratio is as it should be."""

    @property
    def met(self) -> bool | None:
        """Whether the bound is kept; None where there is none."""
        if self.most is not None and self.ratio is not None:
            return self.ratio <= self.most
        return self.right


Figures = Iterator[Figure]


def command_line(effort: Effort) -> Figures:
    """`--version` and `--help`: time beside a Python that imports argparse, and modules."""
    least = (sys.executable, "-c", "import argparse")
    for option in ("--version", "--help"):
        times = _interleaved(
            [partial(_run_seconds, least), partial(_run_seconds, (*READER, option))],
            max(effort.starts, 10),
        )
        yield _seconds(f"reader {option}", times[1], times[0])
        modules = _modules_after(option)
        heavy = sorted({"textual", "rich", "rapidfuzz", "numpy"} & modules)
        yield Figure(
            f"modules after {option}",
            str(len(modules)),
            f"heavy: {', '.join(heavy) or 'none'}",
            right=not {"textual", "rapidfuzz"} & modules,
        )


def start(effort: Effort) -> Figures:
    """From the start of the process to a screen that is readable, linked, and stays so.

    A first start finds nothing kept, a later one the links of the same articles.
    """
    with tempfile.TemporaryDirectory(prefix="reader-benchmark-") as home:
        for columns, rows in ((120, 40), WIDE):
            size = columns, rows
            bare, first, later = _interleaved(
                [
                    partial(_start, BARE_LINE, size),
                    partial(_start, READER, size),
                    partial(_start, READER, size, home),
                ],
                effort.starts,
                warm=True,
            )
            for name, runs, most in (("first", first, 1.5), ("later", later, 1.35)):
                yield _seconds(
                    f"{name} start, readable, {columns}x{rows}",
                    [run.readable for run in runs],
                    [run.readable for run in bare],
                    most=1.3,
                )
                yield _seconds(
                    "  readable and linked",
                    [run.settled for run in runs],
                    [run.settled for run in bare],
                    most=most,
                )
                yield _seconds(
                    "  processor time, helper process included, to the end",
                    [run.cpu for run in runs],
                    [run.cpu for run in bare],
                    most=1.6,
                )


def keys(effort: Effort) -> Figures:
    """Processor time and delay of a key that moves the reading paragraph, at 200x50."""
    with ExitStack() as stack:
        series = _key_series(stack, effort)
        for number in range(effort.rounds + 1):
            for each in series.values():
                each.measure(counted=number > 0)
        many = f"{effort.paragraphs:,}"
        told = {"small": "30", "large": many, "bare": "bare app"}

        for name in ("small", "large"):
            moved = series[name].panes_moved()
            yield Figure(
                f"panes that move with a key, {told[name]} paragraphs", f"{moved}", right=moved == 5
            )
        for what, name, other, most in (
            ("key that moves five panes, processor time", "small", "bare", 1.3),
            ("  beside the bare app with tuned garbage collection", "small", "tuned", None),
            (f"  {many} paragraphs an article, beside 30", "large", "small", 1.2),
            ("  in place, beside one that scrolls", "in place", "short", 0.5),
            ("  the seeds, beside the bare app", "seeds", "bare", None),
        ):
            yield _milliseconds(what, series[name].cpu, series[other].cpu, most)
        for name, article in told.items():
            bound = None if name == "bare" else 2.5
            yield _tail(f"99th percentile by median, delay, {article}", series[name].delays, bound)
            yield _tail(f"  the same of the processor time, {article}", series[name].each_cpu)
        for name in ("small", "large", "short", "in place", "seeds", "bare"):
            first, size = series[name].first, statistics.fmean(series[name].sizes)
            yield Figure(
                f"first key, {name}", f"{first * 1000:.0f} ms", f"{size / 1000:.1f} kB a key"
            )


def burst(effort: Effort) -> Figures:
    """Sixty keys at once: how long they take, and whether the frames are right."""
    typed = "j" * 60
    with ExitStack() as stack:
        folder = stack.enter_context(_articles(100, told_by_all=True))
        bare = _open(stack, BARE_PANES)
        reader = _open(stack, (*READER, str(folder)))
        seconds: list[float] = []
        beside: list[float] = []
        for _ in range(max(3, effort.rounds)):
            beside.append(bare.ask(typed, quiet=0.15).seconds)
            bare.ask("k" * 60, quiet=0.15)
            reader.ask("g", quiet=0.15)
            first = reader.frame_count
            seconds.append(reader.ask(typed, quiet=0.15).seconds)
        painted = [shown.lines for shown in reader.frames(first)]
        reader.ask("g", quiet=0.15)
        first = reader.frame_count
        for key in typed:
            reader.ask(key)
        steps = [shown.lines for shown in reader.frames(first)]
        yield Figure(
            "60 keys at once, until the last frame",
            f"{statistics.median(seconds):.3f} s",
            f"{statistics.median(beside):.3f} s (bare)",
            statistics.median(seconds) / 0.3,
            1.0,
        )
        yield Figure(
            "  the first frame is one of the sixty",
            f"{len(painted)} frames",
            right=painted[0] in steps,
        )
        yield Figure("  the last frame is the sixtieth", "", right=painted[-1] == steps[-1])


def matrix(effort: Effort) -> Figures:
    """The coverage matrix of 100 moments in ten articles: opening it, and going through it."""
    with ExitStack() as stack:
        folder = stack.enter_context(_articles(100, told_by_all=True, short=True, outlets=10))
        bare = _KeySeries(_open(stack, BARE_PANES), "j" * 14 + "k" * 14)
        program = _open(stack, (*READER, str(folder)))
        begun = time.perf_counter()
        program.press("m")
        while " Matrix " not in program.screen()[0] and time.perf_counter() - begun < 120:
            program.drain(1.0, 1.0)
        rows = sum(" 10 " in line for line in program.screen())
        yield Figure("moments of ten articles on the screen", f"{rows}", right=rows > 20)
        opening = _KeySeries(program, "m", around=_BACKSPACE)
        scrolling = _KeySeries(program, "J" * 14 + "K" * 14, around="g")
        moving = _KeySeries(program, "j" * 14 + "k" * 14, around="g")
        for number in range(effort.rounds + 1):
            for each in (bare, opening):
                each.measure(counted=number > 0)
            program.ask("m", quiet=0.2)
            for each in (scrolling, moving):
                each.measure(counted=number > 0)
            program.ask(_BACKSPACE, quiet=0.2)
        yield _milliseconds("key that opens it, processor time", opening.cpu, bare.cpu, 1.0)
        yield _milliseconds("key that scrolls it", scrolling.cpu, bare.cpu, 0.6)
        yield _milliseconds("key that goes to the next moment", moving.cpu, bare.cpu, 0.4)
        yield _tail("99th percentile by median, delay of scrolling", scrolling.delays, 2.5)
        for name, series in (("opens", opening), ("scrolls", scrolling), ("moves", moving)):
            size, middle = statistics.fmean(series.sizes), statistics.median(series.delays)
            delay = f"{middle * 1000:.0f} ms delay"
            yield Figure(f"a key that {name}", f"{size / 1000:.1f} kB", delay)


def memory(effort: Effort) -> Figures:
    """Five large articles: time until readable and linked, and memory beside the bare app."""
    with ExitStack() as stack:
        bare = _open(stack, BARE_PANES)
        folder = stack.enter_context(_articles(effort.paragraphs))
        text = sum(path.stat().st_size for path in folder.iterdir())
        reader = stack.enter_context(Program((*READER, str(folder)), columns=WIDE[0], rows=WIDE[1]))
        most = _settle_watched(reader)
        shown = list(reader.frames())
        floor = bare.memory().now
        held = reader.memory()
        told = f"{text / MEGABYTE:.1f} MB of text"
        yield Figure("readable", f"{_readable(shown):.2f} s", told)
        yield Figure("linked", f"{_settled(shown):.2f} s", told)
        for what, amount, bound in (
            ("memory when linked, above the bare app", held.now, 4.0),
            ("  at its highest", held.peak, 4.0),
            ("  at its highest, with its helper process", most, None),
        ):
            yield Figure(
                what,
                f"{(amount - floor) / MEGABYTE:.0f} MB",
                f"{told}; bare {floor / MEGABYTE:.0f} MB",
                (amount - floor) / text,
                bound,
            )


PARTS: dict[str, Callable[[Effort], Figures]] = {
    "line": command_line,
    "start": start,
    "keys": keys,
    "burst": burst,
    "matrix": matrix,
    "memory": memory,
}


@dataclass(frozen=True)
class _Start:
    readable: float
    settled: float
    cpu: float


class _KeySeries:
    """Keys typed one after the other into one program, and what each cost.

    Args:
        program: started and settled.
        typed: the keys of one round; they end where they begin.
        around: a key typed before and after each round, not counted.
    """

    def __init__(self, program: Program, typed: str, around: str = "") -> None:
        self._program = program
        self._typed = typed
        self._around = around
        self.first = 0.0
        """Seconds of the very first key."""
        self.cpu: list[float] = []
        """Mean processor seconds of a key, for each round."""
        self.each_cpu: list[float] = []
        self.delays: list[float] = []
        self.sizes: list[int] = []

    def measure(self, *, counted: bool) -> None:
        """One round; the first fills caches and is not to be counted."""
        if self._around:
            self._program.ask(self._around)
        replies = [self._program.ask(key) for key in self._typed]
        if self._around:
            self._program.ask(self._around)
        if not counted:
            self.first = replies[0].seconds
            return
        self.cpu.append(statistics.fmean(reply.cpu for reply in replies))
        self.each_cpu += [reply.cpu for reply in replies]
        self.delays += [reply.seconds for reply in replies]
        self.sizes += [reply.size for reply in replies]

    def go_to(self, paragraph: int) -> None:
        """Begin at this paragraph."""
        for keys in (":", str(paragraph), "\r"):
            self._program.ask(keys, quiet=0.2)

    def panes_moved(self) -> int:
        """In how many fifths of the screen's width the text moves with one more key."""
        before = self._program.screen()
        self._program.ask(self._typed[0])
        after = self._program.screen()
        width = self._program.columns // 5
        moved = 0
        for left in range(0, width * 5, width):
            here = "".join(line[left : left + width] for line in before[4:-5])
            there = "".join(line[left : left + width] for line in after[4:-5])
            moved += sum(map(str.__ne__, here, there)) > len(here) / 3
        return moved


def _key_series(stack: ExitStack, effort: Effort) -> dict[str, _KeySeries]:
    small = stack.enter_context(_articles(30, told_by_all=True))
    short = stack.enter_context(_articles(30, told_by_all=True, short=True))
    large = stack.enter_context(_articles(effort.paragraphs))
    to_and_fro = "j" * 14 + "k" * 14
    with_short = _open(stack, (*READER, str(short)))
    series = {
        "bare": _KeySeries(_open(stack, BARE_PANES), to_and_fro),
        "tuned": _KeySeries(_open(stack, BARE_PANES_TUNED), to_and_fro),
        "seeds": _KeySeries(_open(stack, READER), "j" * 8 + "k" * 8),
        "small": _KeySeries(_open(stack, (*READER, str(small))), to_and_fro),
        "large": _KeySeries(_open(stack, (*READER, str(large))), to_and_fro),
        "short": _KeySeries(with_short, to_and_fro),
        "in place": _KeySeries(with_short, "jk" * 14, around="f"),
    }
    series["small"].go_to(2)
    series["short"].go_to(4)
    series["large"].go_to(effort.paragraphs // 200 * 100 + 2)
    return series


def _start(command: Sequence[str], size: tuple[int, int], home: str | None = None) -> _Start:
    with Program(command, columns=size[0], rows=size[1], home=home) as program:
        program.settle(0.35)
        shown = list(program.frames())
        spent = program.close()
    return _Start(_readable(shown), _settled(shown), spent.cpu)


def _readable(frames: Sequence[Shown]) -> float:
    """When at least half as many letters stood on the screen as there are at the end."""
    enough = _letters(frames[-1]) / 2
    return next(frame.seconds for frame in frames if _letters(frame) >= enough)


def _settled(frames: Sequence[Shown]) -> float:
    """When the screen was as it stayed, but for one cell in two hundred."""
    last = "".join(frames[-1].lines)
    settled = frames[-1].seconds
    for frame in reversed(frames):
        cells = "".join(frame.lines)
        if sum(map(str.__ne__, cells, last)) > len(last) / 200:
            break
        settled = frame.seconds
    return settled


def _letters(frame: Shown) -> int:
    return sum(character.isalpha() for line in frame.lines for character in line)


def _settle_watched(program: Program) -> int:
    """Settle; the most bytes that the program and its child processes held at one time."""
    most = 0
    quiet_since = time.perf_counter()
    written = program.written
    while program.running:
        program.drain(0.05, 0.05)
        children = children_of(program.pid)
        most = max(most, sum(map(resident, (program.pid, *children))))
        now = time.perf_counter()
        if children or program.written != written or not program.frame_count:
            quiet_since, written = now, program.written
        elif now - quiet_since > 2.0:
            break
    return most


def _open(stack: ExitStack, command: Sequence[str]) -> Program:
    program = stack.enter_context(Program(command, columns=WIDE[0], rows=WIDE[1]))
    program.settle(1.0)
    return program


@contextmanager
def _articles(
    paragraphs: int,
    *,
    told_by_all: bool = False,
    short: bool = False,
    outlets: int = USUAL_OUTLETS,
) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="reader-benchmark-") as name:
        write_articles(
            Path(name), paragraphs, told_by_all=told_by_all, short=short, outlets=outlets
        )
        yield Path(name)


def _run_seconds(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT)
    return time.perf_counter() - begun


def _modules_after(option: str) -> set[str]:
    asked = (
        "import json, runpy, sys\n"
        f"sys.argv = ['reader', {option!r}]\n"
        "try:\n"
        "    runpy.run_module('reader', run_name='__main__')\n"
        "finally:\n"
        "    print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", asked), check=True, capture_output=True, text=True, cwd=PROJECT
    )
    return set(json.loads(done.stderr))


def _interleaved(
    measures: Sequence[Callable[[], Measured]], count: int, *, warm: bool = False
) -> list[list[Measured]]:
    """Each measure `count` times, in turns, so that what else the machine does meets them all."""
    if warm:
        for measure in measures:
            measure()
    rounds = [[measure() for measure in measures] for _ in range(count)]
    return [list(results) for results in zip(*rounds, strict=True)]


def _seconds(
    what: str, values: Sequence[float], beside: Sequence[float], most: float | None = None
) -> Figure:
    """Medians and their ratio; the least value in brackets."""
    middle, other = statistics.median(values), statistics.median(beside)
    return Figure(
        what,
        f"{middle:.3f} s ({min(values):.3f})",
        f"{other:.3f} s ({min(beside):.3f})",
        middle / other,
        most,
    )


def _milliseconds(
    what: str, cpu: Sequence[float], beside: Sequence[float], most: float | None = None
) -> Figure:
    """The same in milliseconds."""
    middle, other = statistics.median(cpu), statistics.median(beside)
    return Figure(
        what,
        f"{middle * 1000:.1f} ms ({min(cpu) * 1000:.1f})",
        f"{other * 1000:.1f} ms ({min(beside) * 1000:.1f})",
        middle / other,
        most,
    )


def _tail(what: str, values: Sequence[float], most: float | None = None) -> Figure:
    """How much longer than usual the worst of a hundred keys takes."""
    answered = [value for value in values if value > 0]
    middle = statistics.median(answered)
    worst = statistics.quantiles(answered, n=100)[98]
    return Figure(
        what,
        f"{worst * 1000:.1f} ms",
        f"{middle * 1000:.1f} ms (median)",
        worst / middle,
        most,
    )
