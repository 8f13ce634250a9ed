"""What the tests of an archive need: its libraries, and records to add."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.archive.archive import Archive
from reader.articles import Article, clean_line
from reader.sources import article_from_text

Records = list[dict[str, object]]
WriteLines = Callable[[Path, Records], Path]

TOPICS = (
    "The ferry Aurora struck the pier at Ashford harbour in thick fog.",
    "Parliament voted for the budget after a debate of eleven hours.",
    "Firefighters saved fourteen horses from a burning stable near Milltown.",
    "The central bank left its interest rate where it was, to nobody's surprise.",
    "Divers found the bell of a ship that sank in the winter of 1847.",
)


@pytest.fixture(scope="session")
def indexes_library() -> None:
    """Skip the test where the extra `archive` is not installed, but never in CI."""
    if find_spec("tantivy") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the extra: pip install '.[test]'")
        pytest.skip("the extra `archive` is not installed")


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


def make_asked(
    number: int, title: str, text: str, *, outlet: str, day: str | None, agency: str | None = None
) -> Article:
    """Return an article as the parser gives it, with what its page states."""
    stated = {"title": title, "outlet": outlet, "published": day or "", "agency": agency or ""}
    article = article_from_text(text, name=f"article{number}.txt")
    known = {key: clean_line(value) for key, value in stated.items() if value}
    return replace(article, **known)


ASKED = (
    make_asked(
        1,
        "Tolmouth to mend its harbour wall",
        "The harbour wall of Tolmouth will be mended at a cost of 4.2 million crowns, mayor Mara "
        "Lind told the council on Sunday.\n\n“We shall mend the old harbour wall before the "
        "winter storms come, and the town will pay for every stone of it,” Mara Lind said.\n\n"
        "Boatmen of the Tolmouth quay had asked for it since a barge sank there in March.",
        outlet="The Herald",
        day="2031-05-04",
    ),
    make_asked(
        2,
        "Harbour wall: Lind promises stone by stone",
        "Mayor Mara Lind has promised repairs to the Tolmouth harbour wall, where a barge sank in "
        "March.\n\n“We shall mend the old harbour wall, and the town will pay for every stone of "
        "it,” Mara Lind said.\n\nThe council of Tolmouth votes on the 4.2 million crowns in June.",
        outlet="The Courier",
        day="2031-05-05",
    ),
    make_asked(
        3,
        "Tolmouth wall repairs",
        "Repairs of 4.2 million crowns are planned for the Tolmouth quay, mayor Mara Lind said "
        "after a barge sank at the harbour wall.\n\n“We shall repair the old harbour wall before "
        "the winter storms come,” Mara Lind said.\n\nBoatmen welcomed the plan.",
        outlet="The Mail",
        day=None,
    ),
    make_asked(
        4,
        "Granary burns in Ostvale",
        "A granary in Ostvale burned to the ground in the night to Monday after lightning struck "
        "its wooden roof and set fire to nine hundred sacks of barley that farmers had brought in "
        "only a week before. Nobody was hurt, and the neighbouring stables were saved because "
        "the wind turned shortly before the engines from Milltown arrived at four in the "
        "morning.\n\nThe owner was not insured.",
        outlet="The Gazette",
        day="2031-05-06",
        agency="Northwire",
    ),
    make_asked(
        5,
        "Fire destroys granary",
        "A granary in Ostvale burned to the ground in the night to Monday after lightning struck "
        "its wooden roof and set fire to nine hundred sacks of barley that farmers had brought in "
        "only a week before. Nobody was hurt, and the neighbouring stables were saved because "
        "the wind turned shortly before the engines from Milltown arrived at four in the morning.",
        outlet="The Star",
        day="2031-05-06",
        agency="Northwire",
    ),
    make_asked(
        6,
        "Die Mauer von Tolmouth",
        "Die Mauer am Hafen von Tolmouth soll für 4,2 Millionen Kronen ausgebessert werden, und "
        "das hat die Bürgermeisterin am Sonntag im Rat der Stadt gesagt.\n\n„Die alte Mauer wird "
        "noch vor dem Winter ausgebessert“, sagte Mara Lind.\n\nIm März ist dort ein Kahn "
        "gesunken, und die Schiffer haben seitdem auf die Arbeiten gewartet.",
        outlet="Der Bote",
        day="2031-05-05",
    ),
    make_asked(
        7,
        "Bank leaves its rate",
        "The central bank left its interest rate at three per cent on Monday, to nobody's "
        "surprise.\n\n“Prices are calm and we are patient,” governor Ivo Brandt said.",
        outlet="The Herald",
        day="2031-05-05",
    ),
)
"""Three on one event with versions of one quotation, two with one agency's copy, two others."""


@pytest.fixture(scope="session")
def asked_archive(
    indexes_library: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """An archive of `ASKED`, whose numbers are from 1 in their order, and of other articles."""
    folder = tmp_path_factory.mktemp("asked") / "archive"
    lines = folder.parent / "others.jsonl"
    others = (json.dumps(make_record(number)) for number in range(1, 41))
    lines.write_text("\n".join(others), encoding="utf-8")
    with Archive.open(folder) as archive:
        for article in ASKED:
            archive.add(article, processes=1)
        archive.add(lines, processes=1)
        yield archive
