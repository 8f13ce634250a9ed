"""The comparison in a child process: same links, stopped at once, failing in one line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles import Article
from reader.coverage import compare
from reader.errors import StoppedError
from reader.processes import linker_process
from reader.processes.linker_process import ComparisonError, prepare_comparison, start_comparison
from reader.sources import open_articles

MakeArticle = Callable[..., Article]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LONG = 60.0


def test_the_child_finds_the_links_that_this_process_finds() -> None:
    articles = open_articles(SEEDS)
    pending = start_comparison(articles)
    assert pending.wait(LONG)
    assert pending.done()
    coverage = pending.result()
    assert coverage.articles == articles
    assert coverage.table == compare(articles).table
    assert pending.result() is coverage
    share, doing = pending.progress
    assert 0.0 < share <= 1.0
    assert doing


def test_a_child_started_ahead_waits_for_its_articles(make_article: MakeArticle) -> None:
    pending = prepare_comparison()
    assert not pending.wait(0.05)
    pending.begin([make_article("one", "Nothing to compare it with.")])
    assert list(pending.result().links(0.0)) == []


def test_more_text_than_a_pipe_holds_goes_through(make_article: MakeArticle) -> None:
    texts = [f"Report {n}: storm number {n % 97} hit town {n % 89}. " * 20 for n in range(200)]
    articles = [make_article("one", *texts), make_article("two", *texts)]
    assert start_comparison(articles).result().articles == tuple(articles)


def test_cancelling_ends_the_child_at_once(make_article: MakeArticle) -> None:
    texts = [f"Report {n}: storm number {n % 97} hit town {n % 89}. " * 20 for n in range(2000)]
    pending = start_comparison([make_article("one", *texts), make_article("two", *texts)])
    child = pending._child
    pending.cancel()
    assert pending.done()
    assert child.wait(LONG) != 0
    with pytest.raises(StoppedError):
        pending.result()


def test_cancelling_before_and_after_is_harmless(make_article: MakeArticle) -> None:
    unbegun = prepare_comparison()
    unbegun.cancel()
    unbegun.cancel()
    assert unbegun._child.poll() is not None
    done = start_comparison([make_article("one", "Words.")])
    coverage = done.result()
    done.cancel()
    assert done.result() is coverage


def test_a_child_that_dies_is_told_in_one_line(make_article: MakeArticle) -> None:
    pending = prepare_comparison()
    pending._child.kill()
    pending._child.wait(LONG)
    pending.begin([make_article("one", "Words."), make_article("two", "Words.")])
    with pytest.raises(ComparisonError) as caught:
        pending.result()
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense\n", b"links 12\nshort", b"links 3\nabc", b"problem MemoryError: \n"],
)
def test_a_wrong_answer_is_told_in_one_line(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    code = f"import sys; sys.stdout.buffer.write({answer!r})"
    monkeypatch.setattr(linker_process, "_BOOTSTRAP", code)
    pending = start_comparison([make_article("one", "Words."), make_article("two", "Words.")])
    with pytest.raises(ComparisonError) as caught:
        pending.result()
    assert "\n" not in caught.value.message


def test_without_an_interpreter_the_caller_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", os.path.join(os.sep, "no", "such", "python"))
    with pytest.raises(ComparisonError):
        prepare_comparison()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ComparisonError):
        prepare_comparison()


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by its number")
def test_the_child_ends_when_its_parent_is_killed() -> None:
    code = (
        "import os, signal, time\n"
        "from reader.processes.linker_process import prepare_comparison\n"
        "child = prepare_comparison()._child\n"
        "print(child.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    parent = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=False)
    child = int(parent.stdout)
    deadline = time.monotonic() + LONG
    while _is_running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _is_running(child), "the child outlives its parent"


def _is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
