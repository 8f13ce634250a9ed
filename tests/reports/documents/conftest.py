"""A made-up event in three outlets, its report, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser

from reader.articles import Article, parse_article
from reader.coverage import Coverage, compare
from reader.reports.documents import Report, build_report

HERALD = """Harbour bridge at Velmar reopens after nine years
The Velmar Herald
By Ilse Norrby

The harbour bridge at Velmar reopened on Monday after nine years of repairs.

Mayor Ilda Karn cut a blue ribbon before four hundred cyclists rode across the bridge.

“The bridge is safe, it is open, and it belongs to everybody who lives on this harbour,” Karn said.

The work cost 84 million crowns, a third more than the council had planned in 2016.

Ferries to Gosund sail from the northern pier until the autumn storms are over.
"""
COURIER = """Cyclists first across the reopened bridge at Velmar
The Gosund Courier
By Per Asklund

Cyclists were the first to use the reopened harbour bridge at Velmar on Monday.

Four hundred cyclists rode across the bridge after Mayor Ilda Karn had cut a blue ribbon.

“The bridge is safe and it belongs to everybody who lives on this harbour,” Karn insisted.

The work cost 92 million crowns, a third more than the council had planned in 2016.

A bakery on the quay gave away six hundred cinnamon buns.
"""
WIRE = """VELMAR (Nordwire) - The harbour bridge at Velmar reopened on Monday after nine years.

Mayor Ilda Karn said that the bridge was safe and belonged to everybody who lives on the harbour.

Repairs cost 84 million crowns, more than the council had planned in 2016.
"""


def make_articles(*texts: str) -> list[Article]:
    """Parse texts as files that are called one, two, three and so on."""
    names = ("one", "two", "three", "four", "five")
    return [
        parse_article(text, source=f"{name}.txt", name=name)
        for text, name in zip(texts, names, strict=False)
    ]


@pytest.fixture(scope="session")
def bridge() -> Coverage:
    return compare(make_articles(HERALD, COURIER, WIRE))


@pytest.fixture(scope="session")
def bridge_report(bridge: Coverage) -> Report:
    return build_report(bridge)


@pytest.fixture(scope="module")
def browser(launch_browser: Callable[[], AbstractContextManager[Browser]]) -> Iterator[Browser]:
    """The system's Chromium, closed with the module.

    While it runs, no test can have an event loop of its own.
    """
    with launch_browser() as browser:
        yield browser
