"""Finds the shared quotes of a coverage away from the screen, and gives up at once when told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet

from reader.app.ladder_quotes import QuoteCoverage
from reader.articles import Article
from reader.linking.shared_quotes import shared_quotes

_ASK_EVERY = 0.05


def find_shared_quotes(
    articles: Sequence[Article], cancelled: Callable[[], bool]
) -> QuoteCoverage | None:
    """The shared quotes of some articles, or None where `cancelled` said so first.

    The search is one long computation. It runs in a thread of its own that does not
    keep the program alive, so that whoever waits can leave at any time.
    """
    found: Future[QuoteCoverage] = Future()

    def find() -> None:
        try:
            found.set_result(QuoteCoverage(articles, shared_quotes(articles)))
        except Exception as problem:
            found.set_exception(problem)

    threading.Thread(target=find, name="shared quotes", daemon=True).start()
    while not cancelled():
        try:
            return found.result(timeout=_ASK_EVERY)
        except NotYet:
            if found.done():
                raise
    return None
