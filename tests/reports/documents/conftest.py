"""A made-up event in three outlets, its report, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from reader.articles import Article, parse_article
from reader.coverage import Coverage, compare
from reader.reports.documents import Report, build_report

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

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
def browser() -> Iterator[Browser]:
    """The system's Chromium; skip the test where there is none, but never in CI.

    It is closed with the module: while it runs no test can have an event loop of its own.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a Chromium: apt-get install chromium")
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_OPTIONS)
        yield browser
        browser.close()
