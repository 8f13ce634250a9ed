"""Fixtures for the tests of an archive: its libraries, and records to add."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Records = list[dict[str, object]]
WriteLines = Callable[[Path, Records], Path]

TOPICS = (
    "The ferry Aurora struck the pier at Ashford harbour in thick fog.",
    "Parliament voted for the budget after a debate of eleven hours.",
    "Firefighters saved fourteen horses from a burning stable near Milltown.",
    "The central bank left its interest rate where it was, to nobody's surprise.",
    "Divers found the bell of a ship that sank in the winter of 1847.",
)


def make_record(number: int, *, outlet: str = "The Herald") -> dict[str, object]:
    """Return a record of a news corpus; every number has other words."""
    topic = TOPICS[number % len(TOPICS)]
    return {
        "title": f"{topic.split()[1].capitalize()} report {number}",
        "text": (
            f"{topic} It was case {number} of that kind this year, officials said.\n\n"
            f"“We had never seen number {number} go like that,” said Mara Lind, who was there. "
            f"She counted {number * 7} people and {number * 3} boats before noon.\n\n"
            f"An inquiry, the {number}th, begins on Monday in hall {number % 40}."
        ),
        "source": outlet,
        "date": f"2031-05-{number % 28 + 1:02d}",
        "url": f"https://example.org/{outlet.split()[-1].lower()}/{number}",
    }


@pytest.fixture(scope="session")
def make_records() -> Callable[[int], Records]:
    """`make_records(3)`: as many records with other words each."""
    return lambda count: [make_record(number) for number in range(1, count + 1)]


@pytest.fixture(scope="session")
def write_lines() -> WriteLines:
    """`write_lines(path, records)`: write them as JSON lines."""

    def write(path: Path, records: Records) -> Path:
        path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
        return path

    return write
