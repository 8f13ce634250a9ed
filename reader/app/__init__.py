"""The terminal app. Importing this package imports nothing of Textual; `run_app` does."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.errors import ReaderError
    from reader.processes.link_cache import LinkCache
    from reader.processes.linker_process import PendingComparison
    from reader.settings import Memory, Settings

__all__ = ["run_app"]


def run_app(
    *,
    articles: Sequence[Article] | None = None,
    pending: PendingComparison | None = None,
    coverage: Coverage | None = None,
    link_cache: LinkCache | None = None,
    names: Sequence[str] = (),
    problems: Sequence[ReaderError] = (),
    on_problem: Callable[[ReaderError], None] | None = None,
    at: tuple[int, int] | None = None,
    lens: str = "",
    settings: Settings | None = None,
    memory: Memory | None = None,
    reopen: Callable[[], tuple[Sequence[Article], Sequence[ReaderError]]] | None = None,
    opening: str = "",
) -> int:
    """Show the reading screen until the user leaves.

    Args:
        articles: the articles, or None to open `names` in the background.
        pending: their comparison, if it was begun already.
        coverage: their links, if they are known.
        link_cache: stores links for the next start; None: they are not stored.
        names: what to open where `articles` is None; empty means the seeds.
        problems: what could not be opened so far, to be reported on the screen.
        on_problem: called, once the screen is closed, with what could not be opened where
            nothing could be, and with the notes that could not be saved.
        at: number of the article and of its paragraph to open at, both from 1; None chooses.
        lens: the key of the lens to open with; empty for the plain text.
        settings: what the user chose; the defaults if None.
        memory: what is remembered from one reading to the next; None remembers nothing.
        reopen: opens the sources again; None where that is impossible.
        opening: the key under which the opened articles are remembered; empty: they are not.

    Returns:
        The exit code of the program.

    Raises:
        NothingToReadError: none of `names` could be opened.
        Exception: the fault that ended the screen; the terminal is restored.
    """
    # What is created until the first frame lives as long as the program: nothing to collect.
    gc.disable()
    from reader.app.terminal.textual_loading import load_textual

    load_textual()
    from reader.app.key_table import rebind
    from reader.notebook.notebook_file import UnsavedNotesError
    from reader.settings import DEFAULTS
    from reader.settings.settings_file import SettingsError

    settings = settings or DEFAULTS
    key_problems = [
        SettingsError(f"settings: keys: {problem}") for problem in rebind(settings.keys)
    ]
    # Imported after `rebind`, since screens make their bindings when they are imported.
    from reader.app.app import ReaderApp

    app = ReaderApp(
        articles=articles,
        pending=pending,
        coverage=coverage,
        link_cache=link_cache,
        names=names,
        problems=[*problems, *key_problems],
        at=at,
        lens=lens,
        settings=settings,
        memory=memory,
        reopen=reopen,
        opening=opening,
    )
    try:
        app.run()
    finally:
        # After the screen, so that the terminal is restored before the notebook is waited for.
        unsaved = app.finish_notebook()
        if unsaved and on_problem is not None:
            on_problem(UnsavedNotesError(unsaved))
    if on_problem is not None:
        for problem in app.unopened:
            on_problem(problem)
    if app.fault is not None:
        raise app.fault
    return app.exit_code or (UnsavedNotesError.exit_code if unsaved else 0)
