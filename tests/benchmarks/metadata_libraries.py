"""Compare the metadata of pages with that of trafilatura and htmldate, on a key.

    python tests/benchmarks/metadata_libraries.py FOLDER [--half develop|report|all]

FOLDER has a folder for each country with pages (`Site_2024_05_03.html.gz`) and their keys
(`Site.json`: versions with `authors`, `publishing_date`, `body`), as the test pages of
https://github.com/flairNLP/fundus in `tests/resources/parser/test_data`. Nothing of it is part
of this project. Halves are by the crc32 of the site: odd to develop on, even to report.

Printed for each: names of writers right, wrong and missed; dates of publication right, wrong and
missed, by the day; milliseconds a page. The names of papers and agencies in the key count
neither way.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from reader.articles import clean_line
from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.date_forms import readable_date
from reader.sources.formats.page_extraction import parse_page
from reader.sources.formats.page_metadata import extract_page_metadata
from reader.sources.formats.pages import read_page

_PARAGRAPHS_OF_KEY = 5
_START_OF_PARAGRAPH = 40


class Stated(NamedTuple):
    """What a page is found to state."""

    byline: str | None
    published: str | None


class Page(NamedTuple):
    """A page with its key."""

    data: bytes
    authors: list[str]
    published: str | None
    site: str


def read_pages(folder: Path, half: str) -> Iterator[Page]:
    """Yield the pages with a key, with the version of it that the page agrees with."""
    for path in list_pages(folder, half):
        data = gzip.decompress(path.read_bytes())
        agreeing = choose_version(path, data)
        if agreeing:
            site = find_site(path)
            yield Page(data, agreeing.get("authors") or [], agreeing.get("publishing_date"), site)


def list_pages(folder: Path, half: str) -> Iterator[Path]:
    """Yield the paths of the pages with a key, of one half of the sites or of all."""
    for path in sorted(folder.glob("*/*.html.gz")):
        is_developed_on = zlib.crc32(find_site(path).encode()) % 2
        is_chosen = half == "all" or half == ("report", "develop")[is_developed_on]
        if is_chosen and _key_of(path).exists():
            yield path


def find_site(path: Path) -> str:
    """Return the name of the site of a page."""
    return path.name.partition("_2")[0]


def choose_version(path: Path, data: bytes) -> dict[str, Any] | None:
    """Return the version of the key that a page agrees with most, None with none."""
    text = html.unescape(data.decode("utf-8", "replace"))
    versions: dict[str, dict[str, Any]] = json.loads(_key_of(path).read_text("utf-8"))
    agreeing = max(versions.values(), key=lambda version: _agreement(version, text))
    return agreeing if _agreement(agreeing, text) else None


def _key_of(path: Path) -> Path:
    return path.with_name(f"{find_site(path)}.json")


def _agreement(version: dict[str, Any], text: str) -> int:
    sections = (version.get("body") or {}).get("sections", [])
    paragraphs = [each for section in sections for each in section["paragraphs"]]
    return sum(each[:_START_OF_PARAGRAPH] in text for each in paragraphs[:_PARAGRAPHS_OF_KEY])


def of_reader(page: Page) -> Stated:
    """The whole reading of a page, in its child process."""
    name = clean_line("page")
    article = read_page(page.data, source=name, name=name)
    return Stated(article.byline, article.published)


def of_page_metadata(page: Page) -> Stated:
    """What the page states in its head and marks, without its text."""
    root = parse_page(page.data)
    found = {} if root is None else extract_page_metadata(root)
    return Stated(found.get("byline"), found.get("published"))


def of_trafilatura(page: Page) -> Stated:
    from trafilatura import load_html
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(load_html(page.data), extensive=True).as_dict()
    return Stated(found.get("author"), found.get("date"))


def of_htmldate(page: Page) -> Stated:
    from htmldate import find_date
    from trafilatura import load_html

    return Stated(None, find_date(load_html(page.data), original_date=True))


def measure(name: str, read: Callable[[Page], Stated], pages: list[Page]) -> str:
    """Return a row of the table."""
    writers, dates, milliseconds = [0, 0, 0], [0, 0, 0], 0.0
    for page in pages:
        begun = time.process_time()
        try:
            stated = read(page)
        except Exception as error:  # A library may fail on a page: that is a page without fields.
            print(f"{name}: {page.site}: {type(error).__name__}")
            stated = Stated(None, None)
        milliseconds += (time.process_time() - begun) * 1000
        _count_writers(page, stated.byline or "", writers)
        _count_date(page, stated.published, dates)
    return (
        f"| {name} | {' | '.join(map(str, writers))} | {' | '.join(map(str, dates))} "
        f"| {milliseconds / len(pages):.0f} |"
    )


def _count_writers(page: Page, byline: str, counts: list[int]) -> None:
    expected = {name for author in page.authors for name in _names(author)}
    found = set(_names(byline))
    organisations = {
        _normalize(name)
        for author in page.authors
        for name in (author, *re.split(r",| and | und ", author))
        if find_agency(name) or page.site.lower() in _normalize(name) or "." in name.strip(".")
    }
    counts[0] += len(found & expected - organisations)
    counts[1] += len(found - expected - organisations)
    counts[2] += len(expected - found - organisations)


def _count_date(page: Page, published: str | None, counts: list[int]) -> None:
    if not page.published:
        return
    if not published:
        counts[2] += 1
        return
    expected = date.fromisoformat(page.published[:10])
    try:
        found = date.fromisoformat(readable_date(published)[:10])
    except ValueError:
        counts[1] += 1
        return
    # The day may differ by the zone in which it is given.
    counts[0 if abs((found - expected).days) <= 1 else 1] += 1


def _names(byline: str) -> list[str]:
    text = re.sub(r"\s*\([^)]*\)", "", byline)
    pieces = re.split(r"\s*[,;/|]\s*|\s+(?:and|und|et|y|e|en|og|och|i|&)\s+", text)
    return [name for name in map(_normalize, pieces) if name]


def _normalize(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).casefold())


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare readers of the metadata of pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("develop", "report", "all"), default="report")
    arguments = parser.parse_args()
    pages = list(read_pages(arguments.folder, arguments.half))
    print(f"{len(pages)} pages")
    print("| | writers right | wrong | missed | dates right | wrong | missed | ms a page |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, read in (
        ("reader, head, marks and text", of_reader),
        ("reader, head and marks only", of_page_metadata),
        ("trafilatura", of_trafilatura),
        ("htmldate", of_htmldate),
    ):
        print(measure(name, read, pages))


if __name__ == "__main__":
    main()
