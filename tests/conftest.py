"""Settings and fixtures of all tests: hypothesis tries the same cases each time, unless asked to
explore, and nothing of the user's own (notebook, cache, log) is read or written."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from reader.archive.archive import Archive
from reader.articles import (
    Article,
    Clean,
    Paragraph,
    ParagraphKind,
    Passage,
    Place,
    clean,
    clean_line,
)
from reader.sources import article_from_text
from reader.story import Difference, DifferenceKind, DifferenceSide
from reader.story.matrix.coverage_matrix import (
    ArticleSection,
    CoverageMatrix,
    MatrixCell,
    MatrixRow,
    MomentForm,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MakeArticle = Callable[..., Article]
ReadMatrix = Callable[..., CoverageMatrix]

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SLOW_FOLDERS = {"cli", "hostile", "processes", "screens"}
"""Folders whose tests start the whole program, mostly in a process of its own."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow the tests that start the whole program."""
    tests = Path(__file__).parent
    for item in items:
        if item.path.relative_to(tests).parts[0] in SLOW_FOLDERS:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True, scope="session")
def nothing_of_the_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of the tests' own for state, cache and settings, in child processes too."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("STATE", "CACHE", "CONFIG", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield home


@pytest.fixture(autouse=True, scope="session")
def default_signals_in_child_processes() -> Iterator[None]:
    """Start child processes with the default effect of every signal that ends a program.

    Where the tests run with ignored signals (`nohup`, a job in the background, many CI systems)
    children would inherit that. A handler, unlike `SIG_IGN`, is not inherited by a new program.
    """
    names = ("SIGINT", "SIGHUP", "SIGQUIT", "SIGTERM", "SIGALRM", "SIGTSTP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    ignored = [number for number in numbers if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, lambda *_: None)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("name", "first paragraph", …)`; `furniture=(1,)` by paragraph number."""

    def make(
        name: str, *texts: str, furniture: tuple[int, ...] = (), headings: tuple[int, ...] = ()
    ) -> Article:
        def kind(number: int) -> ParagraphKind:
            if number in furniture:
                return ParagraphKind.FURNITURE
            return ParagraphKind.HEADING if number in headings else ParagraphKind.BODY

        return Article(
            source=Clean(f"{name}.txt"),
            name=Clean(name),
            paragraphs=tuple(
                Paragraph(number, kind(number), clean(text)) for number, text in enumerate(texts, 1)
            ),
        )

    return make


@pytest.fixture(scope="session")
def make_english(make_article: MakeArticle) -> MakeArticle:
    """As `make_article`, of an article that is known to be English."""
    return lambda *given, **kinds: replace(make_article(*given, **kinds), language="en")


FORMS = {
    "Q": MomentForm.QUOTED,
    "q": MomentForm.PARTLY_QUOTED,
    "p": MomentForm.INDIRECT,
    "r": MomentForm.REPORTED,
    "a": MomentForm.PLANNED,
    "m": MomentForm.MENTIONED,
}
THIRDS = (
    ArticleSection.FIRST_THIRD,
    ArticleSection.MIDDLE_THIRD,
    ArticleSection.LAST_THIRD,
)
CELL = re.compile(
    r"(?P<form>[Qqpram])(?P<number>\d+)(?P<several>\+?)(?P<copy>&?)(?P<differs>[!~]?)(?P<words>.*)"
)


def read_cell(
    articles: tuple[Article, ...], article: int, cell: re.Match[str]
) -> tuple[MatrixCell, DifferenceSide]:
    """A cell, and the words with which it differs."""
    position = int(cell["number"]) - 1
    passages = tuple(
        Passage.of_paragraph(articles, Place(article, position + more))
        for more in range(2 if cell["several"] else 1)
    )
    section = THIRDS[3 * position // len(articles[article].paragraphs)]
    first = passages[0]
    words = re.escape(cell["words"].replace("_", " ")) or r"\d{4}"
    found = re.search(words, first.text) or re.search(r"\w+", first.text)
    assert found
    differing = Passage(first.article, first.paragraph, *found.span(), article)
    form = FORMS[cell["form"]]
    return (
        MatrixCell(
            article, form, section, passages, bool(cell["differs"]), (0,) if cell["copy"] else ()
        ),
        DifferenceSide(differing, differing.text),
    )


def read_row(articles: tuple[Article, ...], number: int, row: str) -> MatrixRow:
    """A row of `read_matrix`."""
    label, _, notation = row.rpartition(": ")
    is_quotation, label = label.startswith("“"), label.strip("“”")
    cells = [
        (read_cell(articles, at, found), found["differs"])
        for at, word in enumerate(notation.split())
        if (found := CELL.fullmatch(word))
    ]
    sides = tuple(side for (_, side), differs in cells if differs)
    kind = DifferenceKind.WORDING if "~" in notation else DifferenceKind.DATE
    difference = Difference(kind, 0.95, Clean("the work began"), sides)
    first = cells[0][0][0].passages[0]
    start = first.text.index(label) if label else 0
    end = start + len(label) if label else 20
    return MatrixRow(
        number,
        Passage(first.article, first.paragraph, start, end, first.article_position),
        tuple(cell for (cell, _), _ in cells),
        tuple(at for at, word in enumerate(notation.split()) if word == "."),
        tuple(at for at, word in enumerate(notation.split()) if word == "?"),
        (difference,) if sides else (),
        is_quotation,
    )


@pytest.fixture(scope="session")
def read_matrix() -> ReadMatrix:
    """`read_matrix(articles, "Q3 . q5+", "the bridge: ? r7!1900 r8!1901")`: two moments in three.

    A cell has the letter of its form and the number of a paragraph, `+` if the next one has it
    too, `&` if it shares copy with the first article, `!` and words of the paragraph if it states
    a fact otherwise, `~` if it has other words; `.` leaves it out, `?` perhaps has it. Before a
    colon are words of the first paragraph that name the moment, in quotation marks if it is a
    quotation.
    """

    def read(articles: tuple[Article, ...], *rows: str) -> CoverageMatrix:
        return CoverageMatrix(
            articles, tuple(read_row(articles, number, row) for number, row in enumerate(rows, 1))
        )

    return read


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


OTHER_TOPICS = (
    "The ferry Aurora struck the pier at Ashford harbour in thick fog.",
    "Parliament voted for the budget after a debate of eleven hours.",
    "Firefighters saved fourteen horses from a burning stable near Milltown.",
    "Divers found the bell of a ship that sank in the winter of 1847.",
)


@pytest.fixture(scope="session")
def indexes_library() -> None:
    """Skip the test where the extra `archive` is not installed, but never in CI."""
    if find_spec("tantivy") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the extra: pip install '.[test]'")
        pytest.skip("the extra `archive` is not installed")


@pytest.fixture(scope="session")
def asked_archive(
    indexes_library: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """An archive of `ASKED`, whose numbers are from 1 in their order, and of other articles."""
    folder = tmp_path_factory.mktemp("asked") / "archive"
    others = [
        make_asked(
            number,
            f"{topic.split()[1].capitalize()} report {number}",
            f"{topic} It was case {number} of that kind this year, officials said.\n\nAn inquiry, "
            f"the {number}th, begins in hall {number % 40} and will hear {number * 7} people.",
            outlet="The Herald",
            day=f"2031-05-{number % 28 + 1:02d}",
        )
        for number, topic in zip(range(8, 48), cycle(OTHER_TOPICS), strict=False)
    ]
    with Archive.open(folder) as archive:
        archive.add([*ASKED, *others], processes=1)
        yield archive


@pytest.fixture(scope="session")
def launch_browser() -> Callable[[], AbstractContextManager[Browser]]:
    """Start the system's Chromium; skip the test where there is none, but fail in CI."""

    @contextmanager
    def launch() -> Iterator[Browser]:
        from playwright.sync_api import sync_playwright

        program = next(filter(None, map(shutil.which, _BROWSERS)), None)
        if program is None:
            if os.environ.get("CI"):
                pytest.fail("CI needs a Chromium: apt-get install chromium")
            pytest.skip("needs Chromium: apt-get install chromium")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=_BROWSER_OPTIONS)
            yield browser
            browser.close()

    return launch
