"""Compare the stories of pages with those of trafilatura, on a key.

    python tests/benchmarks/page_stories.py FOLDER [--half develop|report|all] [--errors]

FOLDER has pages with their keys as described in `metadata_libraries.py`, which also splits them
by site. Nothing of it is part of this project.

Printed for each: the share of pages that are complete, that is every paragraph, subhead and
standfirst of the key is in the story; of pages with less than nine tenths of the characters of
their story; of pages with a paragraph of the key that is neither in the story nor folded; of
pages with more than 1,000 characters in paragraphs of no key; of standfirsts that are in the
story, and in the field; and the F1 of runs of four words, as the mean of the pages. A text is
in the story where nine tenths of its runs are. `--errors` lists what is missing and what is too
much, in the half to develop on only.
"""

from __future__ import annotations

import argparse
import gzip
import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from metadata_libraries import choose_version, list_pages

from reader.articles import ParagraphKind, clean_line
from reader.sources.formats.pages import decode_page, read_page

_RUN = 4
_IN_STORY = 0.9
_IN_KEY = 0.5
_MOST_OTHER = 1000
# Words, or single characters of languages that part no words by spaces.
_TOKEN = re.compile(
    r"[\u0e00-\u0fff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0fff\u3040-\u9fff]+"
)
# Soft hyphens and spaces without a width, which a reader takes out.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Page(NamedTuple):
    """A page with its key."""

    name: str
    data: bytes
    summary: list[str]
    paragraphs: list[str]
    """Paragraphs and subheads."""


class Story(NamedTuple):
    """What was found in a page."""

    paragraphs: list[str]
    standfirst: str | None = None
    folded: Sequence[str] = ()


def read_pages(folder: Path, half: str) -> Iterator[Page]:
    """Yield the pages that have a key with paragraphs."""
    for path in list_pages(folder, half):
        data = gzip.decompress(path.read_bytes())
        version = choose_version(path, data)
        body = (version or {}).get("body") or {}
        paragraphs = [
            text
            for section in body.get("sections", [])
            for text in (*section["headline"], *section["paragraphs"])
        ]
        if version and paragraphs:
            yield Page(path.name.removesuffix(".html.gz"), data, _lines(body), paragraphs)


def _lines(body: dict[str, Any]) -> list[str]:
    return [text for text in body.get("summary") or [] if text.strip()]


def of_reader(page: Page) -> Story:
    """The whole reading of a page, in its child process."""
    name = clean_line(page.name)
    article = read_page(page.data, source=name, name=name)
    shown = [p.text for p in article.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    folded = [p.text for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE]
    return Story([str(text) for text in shown], article.standfirst, folded)


def of_trafilatura(page: Page) -> Story:
    import trafilatura

    text = trafilatura.extract(decode_page(page.data).text, include_comments=False)
    return Story((text or "").splitlines())


class Measures(NamedTuple):
    """How well the story of one page was found."""

    missing: list[str]
    """Paragraphs of the key that are not in the story."""
    unmentioned: list[str]
    """Those of them that are not folded either."""
    lost: float
    """The share of the characters of the story that is missing, 0..1."""
    other: list[str]
    standfirst: bool | None
    """Whether it is in the story, None where the key has none."""
    field: bool
    """Whether it is in the field."""
    f1: float


def measure_page(page: Page, story: Story) -> Measures:
    """Compare a story with its key."""
    shown = _runs("\n".join(story.paragraphs))
    key = [*page.summary, *page.paragraphs]
    key_runs = _runs("\n".join(key))
    shares = {text: _share(text, shown) for text in key}
    missing = [text for text in key if shares[text] < _IN_STORY]
    folded = _runs("\n".join((*story.paragraphs, *story.folded)))
    total = sum(map(len, page.paragraphs))
    found = sum(len(text) * shares[text] for text in page.paragraphs)
    common = sum((shown & key_runs).values())
    return Measures(
        missing,
        [text for text in missing if _share(text, folded) < _IN_STORY],
        1 - found / max(total, 1),
        [text for text in story.paragraphs if _share(text, key_runs) < _IN_KEY],
        all(shares[text] >= _IN_STORY for text in page.summary) if page.summary else None,
        bool(story.standfirst)
        and _share(" ".join(page.summary), _runs(story.standfirst or "")) >= _IN_KEY,
        2 * common / max(sum(shown.values()) + sum(key_runs.values()), 1),
    )


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return Counter(
        run
        for length in range(1, _RUN + 1)
        for run in zip(*(words[at:] for at in range(length)), strict=False)
        if length == _RUN or length >= len(words)
    )


def _words(text: str) -> list[str]:
    return _TOKEN.findall(_INVISIBLE.sub("", html.unescape(text)).casefold())


def _share(text: str, runs: Counter[tuple[str, ...]]) -> float:
    """Return the share of the runs of a text that are among others, 0..1."""
    words = _words(text)
    if len(words) < _RUN:
        return float(" ".join(words) in _joined(runs))
    own = list(zip(*(words[at:] for at in range(_RUN)), strict=False))
    return sum(run in runs for run in own) / len(own)


def _joined(runs: Counter[tuple[str, ...]]) -> str:
    """Return the words of the runs, in which a text shorter than a run is searched."""
    return " ".join(" ".join(run) for run in runs)


def measure(
    name: str, find: Callable[[Page], Story], pages: Sequence[Page], *, lists_errors: bool
) -> str:
    """Return a row of the table; print what is wrong."""
    measures = []
    for page in pages:
        try:
            story = find(page)
        except Exception as error:  # A library may fail on a page: that is a page without a story.
            print(f"{name}: {page.name}: {error}")
            story = Story([])
        measures.append(measured := measure_page(page, story))
        if lists_errors:
            _print_errors(page, story, measured)
    total = len(pages)
    standfirsts = [each for each in measures if each.standfirst is not None]
    return (
        f"| {name} | {sum(not each.missing for each in measures) / total:.1%} "
        f"| {sum(each.lost > 1 - _IN_STORY for each in measures) / total:.1%} "
        f"| {sum(bool(each.unmentioned) for each in measures) / total:.1%} "
        f"| {sum(sum(map(len, each.other)) > _MOST_OTHER for each in measures) / total:.1%} "
        f"| {sum(each.standfirst is True for each in standfirsts) / len(standfirsts):.1%} "
        f"| {sum(each.field for each in standfirsts) / len(standfirsts):.1%} "
        f"| {sum(each.f1 for each in measures) / total:.3f} |"
    )


def _print_errors(page: Page, story: Story, measured: Measures) -> None:
    other = sum(map(len, measured.other))
    if not measured.missing and other <= _MOST_OTHER // 2:
        return
    print(f"\n{page.name}: {measured.lost:.0%} lost, {other} characters of other text")
    for text in measured.missing:
        where = "missing" if text in measured.unmentioned else "folded"
        kind = "standfirst" if text in page.summary else "text"
        print(f"  {where} {kind}: {text[:160]}")
    for text in measured.other if other > _MOST_OTHER // 2 else ():
        print(f"  other: {text[:160]}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the stories found in pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("develop", "report", "all"), default="report")
    parser.add_argument("--errors", action="store_true", help="list errors (half develop only)")
    arguments = parser.parse_args()
    pages = list(read_pages(arguments.folder, arguments.half))
    print(f"{len(pages)} pages, {sum(bool(page.summary) for page in pages)} with a standfirst")
    lists_errors = arguments.errors and arguments.half == "develop"
    rows = [
        measure("reader", of_reader, pages, lists_errors=lists_errors),
        measure("trafilatura", of_trafilatura, pages, lists_errors=False),
    ]
    print(
        "\n| | complete | under 90 % | unmentioned | other | standfirst shown | as a field | F1 |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
