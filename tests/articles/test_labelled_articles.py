"""The labelled articles of `pages/`: no figure may fall below its floor."""

from __future__ import annotations

import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.articles import parse_article

# Floors of precision and recall in thousandths, a little below the measured figures, so that
# labelled paragraph more or less in a small class is no failure; to be raised with better rules.
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
def labelled_articles() -> ModuleType:
    path = Path(__file__).with_name("labelled_articles.py")
    spec = importlib.util.spec_from_file_location("labelled_articles", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def scores(part: str, *, pages: bool) -> dict[str, Any]:
    from reader.articles import clean_line
    from reader.sources.formats.pages import read_page

    module = labelled_articles()
    found = {name: module.Score() for name in ("body", "heading", "furniture", "fields")}
    for labelled in module.read_part(part):
        if labelled.is_page != pages:
            continue
        name = clean_line(labelled.name)
        article = (
            read_page(labelled.content.encode(), source=name, name=name)
            if pages
            else parse_article(labelled.content, source=name, name=name)
        )
        scored = module.score_article(labelled, article)
        for kind, score in scored.kinds.items():
            found[kind] += score
        for score in scored.fields.values():
            found["fields"] += score
    return found


def assert_floors(found: dict[str, Any], floors: dict[str, tuple[int, int]]) -> None:
    for name, (precision, recall) in floors.items():
        assert found[name].precision * 1000 >= precision, f"precision of {name}"
        assert found[name].recall * 1000 >= recall, f"recall of {name}"


@pytest.mark.parametrize("part", TEXTS)
def test_kinds_and_fields_of_texts_stay_above_their_floors(part: str) -> None:
    assert_floors(scores(part, pages=False), TEXTS[part])


@pytest.mark.parametrize("part", PAGES)
def test_kinds_and_fields_of_pages_stay_above_their_floors(part: str) -> None:
    pytest.importorskip("trafilatura")
    assert_floors(scores(part, pages=True), PAGES[part])


def test_the_set_is_large_and_its_labels_can_be_parsed() -> None:
    everything = [
        labelled
        for part in labelled_articles().PARTS
        for labelled in labelled_articles().read_part(part)
    ]
    assert len(everything) >= 60
    assert len({labelled.name for labelled in everything}) == len(everything)
    assert all(labelled.paragraphs and labelled.content.strip() for labelled in everything)
