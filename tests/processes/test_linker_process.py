"""The comparison in a child process: same links, stopped at once, failing in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles import Article
from reader.coverage import compare
from reader.errors import StoppedError
from reader.processes import child_process
from reader.processes.linker_process import ComparisonError, prepare_comparison, start_comparison
from reader.quote_versions import article_quotes
from reader.sources import open_articles

MakeArticle = Callable[..., Article]
WaitUntilEnded = Callable[[int], None]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LIMIT = 60.0
REPORTS = [f"Report {n}: storm number {n % 97} hit town {n % 89}. " * 20 for n in range(2000)]


def comparison_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "comparison"]


def test_the_child_finds_the_links_that_this_process_finds() -> None:
    articles = open_articles(SEEDS)
    pending = start_comparison(articles)
    assert pending.wait(LIMIT)
    assert pending.done()
    coverage = pending.result()
    assert coverage.articles == articles
    assert coverage.table == compare(articles).table
    assert pending.result() is coverage
    share, phase = pending.progress
    assert 0.0 < share <= 1.0
    assert phase


def test_the_child_hands_on_the_quotes_that_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = open_articles(SEEDS)
    expected = compare(articles)
    assert len(expected.shared_quotes) == 7
    coverage = start_comparison(articles).result()
    for name in ("find_quotes_of_texts", "find_versions"):
        monkeypatch.delattr(article_quotes, name)
    assert coverage.quotes == expected.quotes
    assert coverage.shared_quotes == expected.shared_quotes
    utterances = coverage.article_quotes.find_utterances()
    assert utterances == expected.article_quotes.find_utterances()


def test_a_child_started_ahead_waits_for_its_articles(make_article: MakeArticle) -> None:
    pending = prepare_comparison()
    assert not pending.wait(0.05)
    pending.begin([make_article("one", "Nothing to compare it with.")])
    assert list(pending.result().links(0.0)) == []


def test_whoever_waits_is_called_once_it_is_done(make_article: MakeArticle) -> None:
    pending = prepare_comparison()
    called: list[bool] = []
    pending.call_when_done(lambda: called.append(pending.done()))
    pending.begin([make_article("one", "Nothing to compare it with.")])
    pending.result()
    pending.call_when_done(lambda: called.append(True))
    for thread in comparison_threads():
        thread.join(LIMIT)
    assert called == [True, True]


def test_whoever_waits_is_called_when_it_is_cancelled() -> None:
    pending = prepare_comparison()
    called: list[bool] = []
    pending.call_when_done(lambda: called.append(pending.done()))
    pending.cancel()
    assert called == [True]


def test_more_text_than_a_pipe_holds_goes_through(make_article: MakeArticle) -> None:
    texts = REPORTS[:200]
    articles = [make_article("one", *texts), make_article("two", *texts)]
    assert start_comparison(articles).result().articles == tuple(articles)


def test_cancelling_ends_the_child_and_its_thread(
    make_article: MakeArticle, wait_until_ended: WaitUntilEnded
) -> None:
    pending = start_comparison([make_article("one", *REPORTS), make_article("two", *REPORTS)])
    pending.cancel()
    assert pending.done()
    with pytest.raises(StoppedError):
        pending.result()
    wait_until_ended(pending.pid)
    for thread in comparison_threads():
        thread.join(LIMIT)
    assert not comparison_threads()


def test_cancelling_before_the_articles_ends_the_child(wait_until_ended: WaitUntilEnded) -> None:
    pending = prepare_comparison()
    pending.cancel()
    pending.cancel()
    wait_until_ended(pending.pid)


def test_cancelling_what_is_done_changes_nothing(make_article: MakeArticle) -> None:
    pending = start_comparison([make_article("one", "Words.")])
    coverage = pending.result()
    pending.cancel()
    assert pending.result() is coverage


@pytest.mark.skipif(os.name != "posix", reason="ends a process by its number")
def test_a_child_that_dies_is_reported_in_one_line(make_article: MakeArticle) -> None:
    pending = prepare_comparison()
    os.kill(pending.pid, signal.SIGKILL)
    pending.begin([make_article("one", "Words."), make_article("two", "Words.")])
    with pytest.raises(ComparisonError) as caught:
        pending.result()
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense\n", b"links 12\nshort", b"links 3\nabc", b"problem MemoryError: \n"],
)
def test_a_wrong_answer_is_reported_in_one_line(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    code = f"import sys; sys.stdout.buffer.write({answer!r})"
    monkeypatch.setattr(child_process, "_BOOTSTRAP", code)
    pending = start_comparison([make_article("one", "Words."), make_article("two", "Words.")])
    with pytest.raises(ComparisonError) as caught:
        pending.result()
    assert "\n" not in caught.value.message


def test_without_an_interpreter_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", os.path.join(os.sep, "no", "such", "python"))
    with pytest.raises(ComparisonError, match="could not be started"):
        prepare_comparison()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ComparisonError, match="no Python to start"):
        prepare_comparison()


def test_a_child_that_waits_for_articles_ends_with_its_parent(
    wait_until_ended: WaitUntilEnded,
) -> None:
    code = (
        "import os, signal\n"
        "from reader.processes.linker_process import prepare_comparison\n"
        "print(prepare_comparison().pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    parent = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=False)
    wait_until_ended(int(parent.stdout))
