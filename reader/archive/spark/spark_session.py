"""Opening a session of Spark, and the words for what is wrong where that fails."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reader.archive.archive_errors import ArchiveError, missing_package_error
from reader.archive.spark.spark_inputs import show_path
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_THIS_MACHINE = "local[*]"
_OF_THIS_MACHINE = {
    # Nothing listens where others on the network reach it.
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "2g",
}
_OF_EVERY_SESSION = {
    # Rows go to Python and back in batches of so many: an article with all that is read of it has
    # some ten kilobytes.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    "spark.sql.session.timeZone": "UTC",
}
_UNREADABLE_FILE = re.compile(r"\[FAILED_READ_FILE\.[A-Z_]+\] .{0,60}? file ([^\n]+?)\. ")
_LONGEST_REASON = 300
"""Characters."""


@contextmanager
def open_session(
    master: str | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """Open a session of Spark and stop it afterwards.

    Args:
        master: the address of a cluster, or `local[2]` for two processors of this machine; where
            it is None, what `spark-submit` or Spark's own settings name, else this machine.
        settings: settings of Spark, which go before those that reader sets.

    Raises:
        ArchiveError: PySpark, pyarrow or Java is missing, or Spark cannot be started or fails.
    """
    for package in ("pyspark", "pandas", "pyarrow"):
        if find_spec(package) is None:
            raise missing_package_error(package, "spark")
    is_submitted = "PYSPARK_GATEWAY_PORT" in os.environ
    if not is_submitted and _find_java() is None:
        raise ArchiveError(
            "Spark needs Java 17 or newer, and there is none: install one (Debian: apt-get "
            "install openjdk-17-jre-headless), or set JAVA_HOME to its folder"
        )
    with reporting_spark_errors():
        session = _start(master, dict(settings or {}), is_submitted=is_submitted)
        try:
            yield session
        finally:
            # What failed before is what is to be reported.
            with suppress(Exception):
                session.stop()


@contextmanager
def reporting_spark_errors() -> Iterator[None]:
    """Raise ArchiveError, in one line, about what goes wrong in Spark."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise ArchiveError(f"Spark: {_describe(error)}") from error


def _start(master: str | None, settings: Mapping[str, str], *, is_submitted: bool) -> SparkSession:
    from pyspark.sql import SparkSession

    named = master or settings.get("spark.master")
    has_settings = is_submitted or "SPARK_HOME" in os.environ or "SPARK_CONF_DIR" in os.environ
    if named is None and not has_settings:
        named = _THIS_MACHINE
    builder = SparkSession.builder.appName("reader")
    chosen = dict(_OF_EVERY_SESSION)
    if named is not None:
        builder = builder.master(named)
        if named.startswith("local"):
            chosen.update(_OF_THIS_MACHINE)
            # Its workers would take the first `python3` that there is.
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in {**chosen, **settings}.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    if "spark.log.level" not in settings:
        # What fails is reported in one line; on a cluster its log is where the workers are named.
        is_local = session.sparkContext.master.startswith("local")
        session.sparkContext.setLogLevel("OFF" if is_local else "ERROR")
    return session


def _find_java() -> str | None:
    """Return the program that runs Java, as Spark looks for it."""
    home = os.environ.get("JAVA_HOME")
    if home:
        program = Path(home) / "bin" / ("java.exe" if os.name == "nt" else "java")
        return str(program) if program.is_file() else None
    return shutil.which("java")


def _describe(error: Exception) -> str:
    name = getattr(error, "getCondition", lambda: None)() or ""
    if name == "JAVA_GATEWAY_EXITED":
        return (
            "it could not be started; Java must be version 17 or newer (java -version), and "
            "--master and --conf must be what Spark knows"
        )
    if unreadable := _UNREADABLE_FILE.search(str(error)):
        path = show_path(unreadable[1])
        return f"{path}: cannot be read, perhaps damaged; leave it out or repair it, and run again"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    # Of an error in Java the second line is its own, of one in a worker the last.
    own = [line for line in lines if "Error" in line or "Exception" in line]
    reason = (own or lines or [type(error).__name__])[-1 if "Traceback" in str(error) else 0]
    return clean_line(f"the job failed ({reason})", _LONGEST_REASON)
