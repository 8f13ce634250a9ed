"""kill -9 while articles are added to an archive, many times: what is lost, which queries fail.

    .venv/bin/python tests/benchmarks/archive_kills.py [KILLS] [ARTICLES]

`reader archive add` is started on the same file again and again and killed at a random moment.
Meanwhile this process asks the archive, and notes which articles the store has acknowledged: all
that another connection to it sees. After every kill these must be there, and every one of the
articles must be found in the end. Exit code 1 where one is lost or a query fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from reader.archive.archive import Archive
from reader.archive.archive_folder import ArchiveFolder
from reader.archive.verification import verify_archive
from reader.errors import ReaderError

KILLS = 100
ARTICLES = 4000
"""Of one archive; when all are in it before it was killed often enough, another is begun."""
WORDS = 60
"""Of an article, beside its quotation."""
EARLY_KILLS = 0.3
"""The share of runs that are killed in the first second and a half, while the program starts and
indexes what the last one could not; the others are killed in the second after the store has
acknowledged something new."""
LONGEST_WAIT = 60.0
"""Seconds for which something new is waited for."""
PAUSE = 0.02
"""Seconds between two queries."""


def make_lines(count: int) -> Iterator[str]:
    """Yield records, each with a word of its own, so that every one can be found."""
    random = Random(11)
    vocabulary = [f"{first}{last}" for first in "bdfgklmnprst" for last in ("ora", "ine", "usk")]
    for number in range(count):
        words = " ".join(random.choices(vocabulary, k=WORDS))
        text = f"{words}.\n\n“We saw case q{number}q before,” said Mara Lind on Monday.\n\n{words}"
        yield json.dumps(
            {"title": f"Case x{number}x", "text": text, "url": f"https://e.org/{number}"}
        )


class KillRun:
    """The archive, what it acknowledged, and what went wrong."""

    def __init__(self, folder: Path, articles: int) -> None:
        self._folder = folder
        self._lines = folder / "news.jsonl"
        self._lines.write_text("".join(f"{line}\n" for line in make_lines(articles)))
        self._archive = folder / "archive"
        self._acknowledged: dict[int, bytes] = {}
        self.queries = 0
        self.failures: list[str] = []
        self.lost: set[int] = set()

    def start(self) -> subprocess.Popen[bytes]:
        """Start adding in a process of its own."""
        command = [sys.executable, "-m", "reader", "archive", "add", str(self._lines)]
        return subprocess.Popen(
            [*command, "--archive", str(self._archive), "--processes", "2"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def kill(self, random: Random) -> bool:
        """Add for a while, then kill; return whether all was added before that."""
        process = self.start()
        if random.random() < EARLY_KILLS:
            self._ask_for(random.uniform(0.1, 1.5), process)
        else:
            before = self.acknowledged
            until = time.monotonic() + LONGEST_WAIT
            while self.acknowledged == before and time.monotonic() < until:
                if not self._ask_for(PAUSE, process):
                    break
            self._ask_for(random.uniform(0.0, 1.0), process)
        is_done = process.poll() is not None
        process.kill()
        _, messages = process.communicate()
        if is_done and process.returncode:
            self.failures.append(messages.decode(errors="replace").strip()[-300:])
        self._check_acknowledged()
        return is_done

    def finish(self, articles: int) -> None:
        """Add the rest, and look every article up."""
        process = self.start()
        _, messages = process.communicate()
        if process.returncode:
            self.failures.append(messages.decode(errors="replace").strip()[-300:])
        with Archive.open(self._archive) as archive:
            self._read_acknowledged(archive)
            for number in range(articles):
                found = archive.indexes.articles.search([(f"x{number}x", 1.0)])
                quoted = archive.indexes.quotes.search([(f"q{number}q", 1.0)])
                if len(found) != 1 or len(quoted) != 1:
                    self.failures.append(f"case {number}: {len(found)} and {len(quoted)} hits")
        self._check_acknowledged()
        verification = verify_archive(ArchiveFolder(self._archive))
        self.failures += verification.damage
        if (verification.articles, verification.waiting) != (articles, 0):
            self.failures.append(f"{verification.articles} whole, {verification.waiting} wait")

    @property
    def acknowledged(self) -> int:
        """How many articles were acknowledged so far."""
        return len(self._acknowledged)

    def _ask_for(self, seconds: float, process: subprocess.Popen[bytes]) -> bool:
        """Ask again and again for so many seconds; return whether the process still runs."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and process.poll() is None:
            self._ask()
            time.sleep(PAUSE)
        return process.poll() is None

    def _ask(self) -> None:
        """Ask as another program would; there is no archive before the first run has made it."""
        if not (self._archive / "indexes" / "prints" / "meta.json").exists():
            return
        try:
            with Archive.open(self._archive) as archive:
                self._read_acknowledged(archive)
                archive.indexes.articles.search([("bora", 1.0), ("kusk", 1.0)])
                archive.indexes.quotes.search([("case", 1.0), ("befor", 1.0)])
                archive.indexes.prints.search([1, 2, 3])
            self.queries += 1
        except ReaderError as error:
            self.failures.append(error.message)

    def _read_acknowledged(self, archive: Archive) -> None:
        last = max(self._acknowledged, default=0)
        rows = archive.store.query("SELECT id, words_hash FROM articles WHERE id > ?", [last])
        self._acknowledged.update(rows)

    def _check_acknowledged(self) -> None:
        if not self._acknowledged:
            return
        with Archive.open(self._archive) as archive:
            there = dict(archive.store.query("SELECT id, words_hash FROM articles"))
        self.lost |= {
            number for number, words in self._acknowledged.items() if there.get(number) != words
        }


def main() -> int:
    """Kill as often as is asked for, and print what was found."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES
    random = Random(7)
    killed = acknowledged = lost = queries = 0
    failures: list[str] = []
    while killed < kills:
        with tempfile.TemporaryDirectory() as folder:
            run = KillRun(Path(folder), articles)
            while killed < kills and not run.kill(random):
                killed += 1
            acknowledged += run.acknowledged
            run.finish(articles)
        lost += len(run.lost)
        queries += run.queries
        failures += run.failures
    print(
        f"killed {killed} times, {acknowledged} articles acknowledged meanwhile: {lost} lost, "
        f"{queries} queries, {len(failures)} failures"
    )
    for line in failures[:20]:
        print(line)
    return 1 if lost or failures else 0


if __name__ == "__main__":
    sys.exit(main())
