"""What holds for all tests: hypothesis tries the same cases each time, unless told to
explore, and nothing of the user's own (notebook, cache, log) is read or written."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean

MakeArticle = Callable[..., Article]

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
