"""Fixtures for the tests of Spark: PySpark, Java, and a corpus that Spark has joined."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from reader.archive.spark.spark_run import SparkOptions, SparkResult, run_spark

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ARTICLES = 250
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "1g",
    # For so few articles the best code is not worth the time of making it.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.shuffle.partitions": "2",
}
OPTIONS = SparkOptions(master="local[2]", settings=SETTINGS)


class Joined(NamedTuple):
    """A corpus and the tables that Spark wrote."""

    corpus: Path
    output: Path
    result: SparkResult


@pytest.fixture(scope="session")
def spark() -> Iterator[None]:
    """Skip the test where PySpark or Java is missing, but never in the step of CI for it."""
    missing = [name for name in ("pyspark", "pandas", "pyarrow") if find_spec(name) is None]
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        missing.append("java")
    if missing:
        needs = f"the extra `spark` and Java are needed; missing: {', '.join(missing)}"
        if os.environ.get("READER_NEEDS_SPARK"):
            pytest.fail(needs)
        pytest.skip(needs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        yield


@pytest.fixture(scope="session")
def plain_joins() -> Iterator[ModuleType]:
    """The plain loop of the benchmarks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        yield import_module("plain_joins")


@pytest.fixture(scope="session")
def joined(
    spark: None, plain_joins: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> Joined:
    """A made-up corpus whose last articles are some of its first again, joined by Spark."""
    folder = tmp_path_factory.mktemp("joined")
    import_module("archive_corpus").write_corpus(ARTICLES, folder)
    corpus = folder / "articles.jsonl"
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    corpus.write_text("".join([*lines, *lines[:5]]), encoding="utf-8")
    output = folder / "output"
    problems: list[str] = []
    result = run_spark(
        [str(corpus)], str(output), OPTIONS, on_problem=lambda each: problems.append(each.message)
    )
    assert problems == []
    return Joined(corpus, output, result)
