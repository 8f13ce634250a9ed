"""Opening and comparing behind the screen: it says what it does and stays usable."""

from __future__ import annotations

import threading
import time

import pytest

import reader.app.article_comparison as comparison_module
import reader.sources
from reader import compare
from reader.app.app import ReaderApp
from reader.app.widgets.text_wrapping import wrap
from reader.errors import NothingToReadError, ReaderError, SourceError, StoppedError
from reader.processes.linker_process import ComparisonError
from tests.screens.rest import rest

STORY = (
    "The talks in {place} ended on Monday without a result, the minister said.",
    "“We will come back next week,” he told reporters at the airport before leaving.",
    "Nobody at the {place} airport had expected him to speak so soon.",
)


@pytest.fixture
def files(tmp_path) -> list[str]:
    names = []
    for place in ("Geneva", "Vienna"):
        path = tmp_path / f"{place}.txt"
        path.write_text("\n\n".join(STORY).format(place=place), encoding="utf-8")
        names.append(str(path))
    return names


class Held:
    """`open_articles`, held back until it is released or cancelled."""

    def __init__(self, really_open) -> None:
        self._really_open = really_open
        self._released = threading.Event()
        self.stopped = threading.Event()

    def release(self) -> None:
        self._released.set()

    def __call__(self, names, *, on_progress, is_cancelled, **others):
        on_progress(0.4, "reading Geneva.txt")
        while not self._released.wait(0.01):
            if is_cancelled():
                self.stopped.set()
                raise StoppedError()
        return self._really_open(
            names, on_progress=on_progress, is_cancelled=is_cancelled, **others
        )


class Pending:
    """A comparison that is done when the test says so."""

    def __init__(self) -> None:
        self.progress = (0.6, "linking paragraphs")
        self.outcome = None
        self.cancelled = False
        self.calls = []

    def finish(self, outcome) -> None:
        self.outcome = outcome
        for call in self.calls:
            call()

    def call_when_done(self, call) -> None:
        self.calls.append(call)

    def done(self) -> bool:
        return self.outcome is not None

    def wait(self, timeout: float | None = None) -> bool:
        return self.done()

    def result(self):
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def cancel(self) -> None:
        self.cancelled = True


@pytest.fixture
def held(monkeypatch) -> Held:
    held = Held(reader.sources.open_articles)
    monkeypatch.setattr(reader.sources, "open_articles", held)
    return held


@pytest.fixture
def pending(monkeypatch) -> Pending:
    pending = Pending()
    monkeypatch.setattr(comparison_module, "start_comparison", lambda *_given: pending)
    return pending


async def until(reader, true) -> None:
    """Let the app go on until something is true; the end of patience is a failure."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "\n".join(reader.text())
        await reader.pilot.pause(0.01)
    await reader.pilot.pause()


def page(reader) -> str:
    return "\n".join(reader.text())


async def test_progress_is_shown_while_articles_are_opened_and_compared(
    open_app, files, held, pending
):
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: "reading Geneva.txt" in reader.text()[0])
        assert "40%" in reader.text()[0]
        held.release()
        await until(reader, lambda: "linking paragraphs" in reader.text()[0])
        assert "60%" in reader.text()[0]
        assert "Looking for the same moments" in page(reader)
        assert "only here" not in page(reader).replace("} { only here", "")
        assert reader.shown == [1, 2]
        await reader.press("j")
        assert reader.number == 2, "what is open can be read meanwhile"
        pending.finish(compare(reader.screen.state.articles))
        await until(reader, lambda: reader.screen.state.visible_links is not None)
        assert "linking" not in reader.text()[0]
        assert "Looking" not in page(reader)
        assert "same" in page(reader)
        assert reader.number == 2, "the links do not take the reading place away"


async def test_the_whole_way_ends_with_linked_articles(open_app, files):
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: reader.screen.state.visible_links is not None)
        assert reader.shown == [1, 2]
        assert sum(reader.screen.state.visible_links.totals()) >= 1


async def test_keys_before_anything_is_open_do_no_harm(open_app, files, held, pending):
    keys = "j k G g space d l h 1 9 z w p minus equals_sign slash colon y i n enter backspace f F"
    async with open_app(ReaderApp(names=files), (80, 24)) as reader:
        await until(reader, lambda: "reading" in reader.text()[0])
        for key in [*keys.split(), "escape", "full_stop", "number_sign", "greater_than_sign"]:
            await reader.pilot.press(key)
        await reader.press("question_mark")
        assert len(reader.app.screen_stack) == 2
        await reader.press("escape")
        await reader.pilot.resize_terminal(30, 9)
        held.release()
        await until(reader, lambda: reader.screen.state.articles)
        await reader.press("j")
        assert reader.app.is_running


async def test_leaving_while_articles_are_opened_stops_the_work(open_app, files, held):
    app = ReaderApp(names=files)
    async with open_app(app) as reader:
        await until(reader, lambda: "reading" in reader.text()[0])
        await reader.press("q")
    assert not app.is_running
    assert app.exit_code == 0
    assert app.fault is None
    assert held.stopped.wait(10)


async def test_leaving_waits_for_no_article_that_is_being_read(open_app, files, monkeypatch):
    released, readers = threading.Event(), []

    def read(*_, on_progress, **__):
        readers.append(threading.current_thread())
        on_progress(0.1, "reading a page of a million paragraphs")
        # It reports nothing and asks nothing, as a parser in the middle of its work.
        released.wait(60)
        raise StoppedError

    monkeypatch.setattr(reader.sources, "open_articles", read)
    app = ReaderApp(names=files)
    async with open_app(app) as opened:
        await until(opened, lambda: "reading a page" in opened.text()[0])
        await opened.press("q")
    assert not app.is_running
    (thread,) = readers
    assert thread.is_alive()
    assert thread.daemon
    released.set()
    assert app.exit_code == 0


async def test_leaving_while_articles_are_compared_stops_the_work(open_app, files, pending):
    app = ReaderApp(names=files)
    async with open_app(app) as reader:
        await until(reader, lambda: "linking" in reader.text()[0])
        await reader.press("ctrl+q")
    assert pending.cancelled
    assert app.exit_code == 0
    assert app.fault is None


async def test_one_article_alone_can_be_read(open_app, files):
    async with open_app(ReaderApp(names=files[:1]), (80, 24)) as reader:
        await until(reader, lambda: reader.screen.state.articles)
        await until(reader, lambda: "second article" in page(reader))
        for key in ("j", "l", "minus", "z", "p", "greater_than_sign", "enter", "2", "equals_sign",
                    "right_square_bracket", "right_curly_bracket", "left_parenthesis"):  # fmt: skip
            await reader.press(key)
        assert reader.app.is_running
        assert reader.shown == [1]
        assert "MAP" not in page(reader)
        await reader.press("i")
        assert "3 paragraphs" in page(reader)


async def test_what_cannot_be_opened_is_named_and_the_rest_is_read(open_app, files, pending):
    async with open_app(ReaderApp(names=[files[0], "no [such] file.txt", files[1]])) as reader:
        await until(reader, lambda: reader.screen.state.articles)
        assert reader.shown == [1, 2]
        assert "no [such] file.txt" in reader.text()[-1]
        await reader.press("i")
        assert "no [such] file.txt" in page(reader)


async def test_problems_known_before_are_reported_at_once(open_app, files, pending):
    articles = reader.sources.open_articles(files)
    problems = [SourceError("a.txt: no such file"), SourceError("b.txt: is empty")]
    async with open_app(ReaderApp(articles=articles, problems=problems)) as opened:
        assert "a.txt: no such file" in opened.text()[-1]
        assert "1 more" in opened.text()[-1]
        await opened.press("i")
        assert "b.txt: is empty" in page(opened)


async def test_nothing_to_open_ends_the_program_with_its_reason(tmp_path):
    app = ReaderApp(names=[str(tmp_path / "missing.txt")])
    async with app.run_test(size=(80, 24)) as pilot:
        end = time.monotonic() + 20
        while app.fault is None and time.monotonic() < end:
            await pilot.pause(0.01)
    assert isinstance(app.fault, NothingToReadError)
    assert app.exit_code == 2
    assert ["missing.txt" in problem.message for problem in app.unopened] == [True]


async def test_a_comparison_that_fails_is_reported_and_reading_goes_on(open_app, files, pending):
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: "linking" in reader.text()[0])
        pending.finish(ComparisonError("the articles could not be compared: [/] it ended early"))
        await until(reader, lambda: "could not be compared: [/]" in reader.text()[-1])
        assert "linking" not in reader.text()[0]
        for key in ("j", "l", "j", "k", "right_square_bracket", "enter", "left_parenthesis"):
            await reader.press(key)
            assert reader.app.is_running
        assert "Looking for" not in page(reader)
        assert "none of" not in page(reader)
        assert "the other article does not have" not in page(reader), "nobody knows that"


async def test_without_a_child_process_the_comparison_runs_in_a_thread(
    open_app, files, monkeypatch
):
    def cannot_start(*_given):
        raise ComparisonError("no Python to start for the comparison")

    monkeypatch.setattr(comparison_module, "start_comparison", cannot_start)
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: reader.screen.state.visible_links is not None)
        assert sum(reader.screen.state.visible_links.totals()) >= 1


@pytest.mark.parametrize("error", [ReaderError("it cannot be done"), RuntimeError("a mistake")])
async def test_a_comparison_that_fails_in_a_thread_is_reported_too(
    open_app, files, monkeypatch, error
):
    def fails(*_arguments, **_options):
        raise error

    def cannot_start(*_given):
        raise ComparisonError("no Python to start for the comparison")

    monkeypatch.setattr(comparison_module, "start_comparison", cannot_start)
    monkeypatch.setattr("reader.coverage.compare", fails)
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: reader.screen.state.articles)
        await until(reader, lambda: "Looking for" not in page(reader))
        await reader.press("j")
        assert reader.app.is_running


async def test_a_fault_while_opening_ends_the_program(monkeypatch):
    def fails(*_arguments, **_options):
        raise RuntimeError("a mistake")

    monkeypatch.setattr(reader.sources, "open_articles", fails)
    app = ReaderApp(names=["a.txt"])
    async with app.run_test(size=(80, 24)) as pilot:
        end = time.monotonic() + 5
        while app.fault is None and time.monotonic() < end:
            await pilot.pause(0.01)
    assert isinstance(app.fault, RuntimeError)


def test_large_files_are_left_at_once_by_the_real_program(tmp_path, start_program):
    big = tmp_path / "big.txt"
    paragraph = "The talks in the capital ended on Monday without a result, number {}.\n\n"
    big.write_text("".join(paragraph.format(n) for n in range(60_000)), encoding="utf-8")
    terminal = start_program(str(big), str(big))
    assert terminal.read_until(b"reading", 20), "the progress is shown"
    terminal.write(b"\x11")
    assert terminal.wait(20) == 0
    assert b"\x1b[?1049l" in terminal.written
    assert b"Traceback" not in terminal.written


def test_large_files_that_cannot_be_read_end_the_real_program_with_a_sentence(
    tmp_path, start_program
):
    big = tmp_path / "big.txt"
    big.write_bytes(b"\x00\x01\x02" * 1_000_000)
    terminal = start_program(str(big))
    assert terminal.wait(20) == 2
    after = terminal.written.rpartition(b"\x1b[?1049l")[2]
    assert b"big.txt: binary data" in after
    assert b"nothing to read" in after
    assert b"Traceback" not in after


async def test_nothing_is_set_in_lines_before_the_panes_have_a_width(open_app, files, monkeypatch):
    widths = []

    def noting(text: str, width: int) -> list[tuple[int, int]]:
        widths.append(width)
        return wrap(text, width)

    monkeypatch.setattr("reader.app.widgets.article_view.wrap", noting)
    async with open_app(ReaderApp(names=files)) as reader:
        await until(reader, lambda: reader.screen.state.articles)
        await reader.press("j")
    assert min(widths) >= 30


@pytest.mark.parametrize(
    ("key", "screen"), [("m", "MatrixScreen"), ("D", "DifferenceScreen"), ("Q", "LadderScreen")]
)
async def test_a_screen_asked_for_before_the_links_are_known_opens_with_them(
    open_app, seeds, seeds_coverage, pending, key, screen
):
    async with open_app(ReaderApp(articles=seeds)) as reader:
        await reader.press(key)
        assert "not known" not in page(reader)
        if key != "Q":
            await until(reader, lambda: "linking: Esc stops" in reader.text()[0])
            assert "60%" in reader.text()[0]
        pending.finish(seeds_coverage)
        await until(reader, lambda: type(reader.app.screen).__name__ == screen)


async def test_keys_typed_while_one_waits_for_the_links_are_for_the_screen(
    open_app, seeds, seeds_coverage, pending
):
    async with open_app(ReaderApp(articles=seeds)) as reader:
        before = reader.number
        reader.app.simulate_key("m")
        await reader.pilot.pause()
        for key in "SS":
            reader.app.simulate_key(key)
        assert reader.number == before
        pending.finish(seeds_coverage)
        await until(reader, lambda: type(reader.app.screen).__name__ == "MatrixScreen")
        await until(reader, lambda: reader.app.screen.state.order.value == "most outlets")


async def test_escape_gives_up_waiting_for_the_links(open_app, seeds, seeds_coverage, pending):
    async with open_app(ReaderApp(articles=seeds)) as reader:
        await reader.press("m")
        await until(reader, lambda: "linking: Esc stops" in reader.text()[0])
        await reader.press("escape")
        assert "Stopped looking for what each article reports." in reader.text()[-1]
        await until(reader, lambda: "linking paragraphs" in reader.text()[0])
        pending.finish(seeds_coverage)
        await until(reader, lambda: reader.screen.state.visible_links is not None)
        await rest(reader.pilot)
        assert reader.app.screen is reader.screen


async def test_where_nothing_can_be_linked_nobody_waits(open_app, seeds, pending):
    async with open_app(ReaderApp(articles=seeds)) as reader:
        await reader.press("m")
        pending.finish(ComparisonError("the articles could not be compared: no memory"))
        await until(reader, lambda: "no memory" in reader.text()[-1])
        await reader.press("m")
        assert "No links: the articles could not be compared." in reader.text()[-1]
