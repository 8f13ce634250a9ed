"""The made-up articles of `pages/`: no figure may fall below what has been reached."""

from __future__ import annotations

import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.articles import parse_article

# In thousandths. They stand a little below what is measured, so that one paragraph more
# or less in a small class is no alarm; raise them when the rules get better.
TEXTS = {
    "work": {
        "body": (990, 990), "heading": (940, 940), "furniture": (990, 985), "fields": (980, 980),
    },
    "report": {
        "body": (820, 990), "heading": (500, 500), "furniture": (980, 890), "fields": (900, 880),
    },
}  # fmt: skip
PAGES = {
    "work": {
        "body": (960, 990), "heading": (750, 750), "furniture": (990, 940), "fields": (970, 950),
    },
    "report": {
        "body": (830, 990), "heading": (900, 700), "furniture": (990, 900), "fields": (970, 980),
    },
}  # fmt: skip


@lru_cache(maxsize=1)
def keyed() -> ModuleType:
    path = Path(__file__).with_name("labelled_articles.py")
    spec = importlib.util.spec_from_file_location("keyed_articles", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def scores(part: str, *, pages: bool) -> dict[str, Any]:
    from reader.articles import clean_line
    from reader.sources.formats.pages import read_page

    set_ = keyed()
    found = {name: set_.Score() for name in ("body", "heading", "furniture", "fields")}
    for one in set_.read_part(part):
        if one.is_page != pages:
            continue
        name = clean_line(one.name)
        article = (
            read_page(one.content.encode(), source=name, name=name)
            if pages
            else parse_article(one.content, source=name, name=name)
        )
        judged = set_.judge(one, article)
        for kind, score in judged.kinds.items():
            found[kind] += score
        for score in judged.fields.values():
            found["fields"] += score
    return found


def assert_floors(found: dict[str, Any], floors: dict[str, tuple[int, int]]) -> None:
    for name, (precision, recall) in floors.items():
        assert found[name].precision * 1000 >= precision, f"precision of {name}"
        assert found[name].recall * 1000 >= recall, f"recall of {name}"


@pytest.mark.parametrize("part", TEXTS)
def test_kinds_and_fields_of_texts_stay_as_good_as_they_are(part: str) -> None:
    assert_floors(scores(part, pages=False), TEXTS[part])


@pytest.mark.parametrize("part", PAGES)
def test_kinds_and_fields_of_pages_stay_as_good_as_they_are(part: str) -> None:
    pytest.importorskip("trafilatura")
    assert_floors(scores(part, pages=True), PAGES[part])


def test_the_set_is_large_and_its_keys_can_be_read() -> None:
    everything = [one for part in keyed().PARTS for one in keyed().read_part(part)]
    assert len(everything) >= 60
    assert len({one.name for one in everything}) == len(everything)
    assert all(one.paragraphs and one.content.strip() for one in everything)
