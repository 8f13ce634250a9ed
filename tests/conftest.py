"""What holds for all tests: hypothesis tries the same cases each time, unless told to
explore, and nothing of the user's own (notebook, cache, log) is read or written."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from reader.articles import Article, Clean, Paragraph, ParagraphKind, Passage, Place, clean
from reader.story import Difference, DifferenceKind, DifferenceSide
from reader.story.matrix import ArticleSection, CoverageMatrix, MatrixCell, MatrixRow, MomentForm

MakeArticle = Callable[..., Article]
ReadMatrix = Callable[..., CoverageMatrix]

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


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
