"""Jobs done by several processes: in order, even if a process ends."""

from __future__ import annotations

import json

from reader.archive import worker_pool
from reader.archive.prepared_articles import PreparedArticle
from reader.archive.reading_jobs import LineItem, Problem, ReadingJob, run_job
from reader.archive.worker_pool import WorkerPool
from reader.archive.worker_process import WorkerEndedError
from reader.articles import Clean


def make_job(first: int, count: int = 4) -> ReadingJob:
    lines = [
        json.dumps({"text": f"Boat {number} left harbour {number} at noon."}).encode()
        for number in range(first, first + count)
    ]
    items = tuple(LineItem(first + at, line) for at, line in enumerate(lines))
    return ReadingJob(Clean("boats.jsonl"), items, 0)


class FragileWorker:
    """Ends when it is given the line of number 6."""

    started = 0

    def __init__(self):
        type(self).started += 1

    def run(self, job):
        if any(item.number == 6 for item in job.items):
            raise WorkerEndedError
        return run_job(job)

    def close(self):
        """Nothing is open."""

    kill = close


def test_outcomes_are_in_the_order_of_the_jobs():
    jobs = [make_job(first) for first in range(0, 40, 4)]
    with WorkerPool(2) as pool:
        done = list(pool.run(jobs))
    assert [job for job, _ in done] == jobs
    assert all(isinstance(each, PreparedArticle) for _, outcomes in done for each in outcomes)


def test_one_job_is_done_without_another_process(monkeypatch):
    monkeypatch.setattr(worker_pool, "Worker", None)
    with WorkerPool(2) as pool:
        [(_, outcomes)] = pool.run([make_job(0)])
    assert len(outcomes) == 4


def test_item_that_ends_a_process_is_named_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(worker_pool, "Worker", FragileWorker)
    jobs = [make_job(first) for first in range(0, 12, 4)]
    with WorkerPool(2) as pool:
        outcomes = [outcome for _, of_job in pool.run(jobs) for outcome in of_job]
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    assert len(outcomes) == 12
    assert [problem.message for problem in problems] == [
        "boats.jsonl: line 6: it cannot be read (the process that read it ended)"
    ]
    assert FragileWorker.started > 2


def test_fault_at_one_article_is_its_problem_alone(monkeypatch):
    def fail(*_, **__):
        raise AssertionError("unforeseen")

    monkeypatch.setattr("reader.archive.reading_jobs.read_record", fail)
    outcomes = run_job(make_job(0, 2))
    assert [outcome.message for outcome in outcomes] == [
        f"boats.jsonl: line {n}: it cannot be read (AssertionError: unforeseen)" for n in (0, 1)
    ]


def test_pool_that_is_left_ends_its_processes(monkeypatch):
    started, ended = [], []

    class CountedWorker(FragileWorker):
        def __init__(self):
            started.append(self)

        def close(self):
            ended.append(self)

    monkeypatch.setattr(worker_pool, "Worker", CountedWorker)
    with WorkerPool(2) as pool:
        running = pool.run(make_job(first) for first in range(100, 4000, 4))
        next(running)
    assert started
    assert ended == started
