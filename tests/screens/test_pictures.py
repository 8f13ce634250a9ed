"""The pictures of the README: each is of the present program and shows what its caption says."""

from __future__ import annotations

import html
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "screenshots"
CELL = 12.2
"""Width of a cell in an exported picture."""


def load_script() -> ModuleType:
    """The script that makes the pictures, as a module."""
    spec = importlib.util.spec_from_file_location("make_pictures", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_pictures"] = module
    spec.loader.exec_module(module)
    return module


make = load_script()


def rows_of(svg: str) -> list[str]:
    """The rows of the screen that a picture shows."""
    rows: dict[float, list[tuple[int, str]]] = {}
    cells = re.compile(r'<text class="[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>')
    for x, y, text in cells.findall(svg):
        words = html.unescape(text).replace("\xa0", " ")
        rows.setdefault(float(y), []).append((round(float(x) / CELL), words))
    drawn = []
    for _, pieces in sorted(rows.items()):
        line = ""
        for column, words in sorted(pieces):
            line = line.ljust(column) + words
        drawn.append(line.rstrip())
    return drawn


def stored(name: str) -> list[str]:
    """The rows of a picture as it lies in the folder."""
    return rows_of((FOLDER / f"{name}.svg").read_text("utf-8"))


def shows(rows: list[str], *words: str) -> bool:
    """Whether all these words are in the picture."""
    whole = "\n".join(rows)
    return all(word in whole for word in words)


def level_matches(rows: list[str]) -> int:
    """How many panes have a match on the row on which the paragraph being read begins."""
    begins = re.compile(r"(?:^|[│┃▌─═])▌ +\d")
    reading = next(row for row in rows[2:] if begins.search(row))
    return len(re.findall(r"(?:^|[│┃▌─═])[═≈─] +\d", reading))


@pytest.mark.parametrize("picture", make.PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_of_the_present_program(picture) -> None:
    now = rows_of(await make.take(picture))
    assert now == stored(picture.name), f"run: python screenshots/make.py {picture.name}"


def test_every_picture_has_its_claim_checked() -> None:
    checked = Path(__file__).read_text("utf-8")
    unchecked = [p.name for p in make.PICTURES if f'stored("{p.name}")' not in checked]
    assert unchecked == []


def test_side_by_side_shows_matches_on_the_row_of_the_paragraph_being_read() -> None:
    assert level_matches(stored("side-by-side")) == 2


def test_five_panes_shows_all_articles_with_map_and_reasons() -> None:
    rows = stored("five-panes")
    assert all(f"[{number}]" in rows[1] for number in range(1, 6))
    assert shows(rows, " MAP", "── why", "words")
    assert level_matches(rows) >= 3


def test_narrow_shows_one_article_and_its_surest_match_below() -> None:
    rows = stored("narrow")
    assert rows[1].count("[") == 1
    drawer = rows[next(n for n, row in enumerate(rows) if row.startswith("── why")) :]
    assert sum(bool(re.match(r"\s*[═≈─] \[\d\] ¶\d+ +\.\d\d", row)) for row in drawer) == 1
    assert shows(drawer, "words shared", "and 6 more")


def test_only_here_shows_a_paragraph_without_any_match() -> None:
    rows = stored("only-here")
    assert shows(rows, "only here: none of the other 4 articles")
    assert level_matches(rows) == 0


def test_ladder_shows_versions_of_one_quotation_with_what_each_dropped() -> None:
    rows = stored("ladder")
    assert sum(bool(re.search(r"\[\d\] .*¶\d+", row)) for row in rows) >= 4
    assert shows(rows, "fullest", "said", "told")
    assert not shows(rows, "── why")


def test_matrix_shows_which_article_has_which_moment_in_which_form() -> None:
    rows = stored("matrix")
    assert shows(
        rows, "Matrix", "moment", "share of all moments", "5 only here, 27 perhaps", "Q quoted"
    )
    cells = [re.findall(r"(?<!\S)[Qqpram][ \d]\d", row) for row in rows]
    assert sum(len(found) >= 2 for found in cells) >= 5


def test_story_shows_who_tells_a_moment_its_words_and_what_others_have() -> None:
    rows = stored("story")
    assert shows(rows, "One story", "told by", "in the fullest words", "otherwise")
    assert shows(rows, "⟦ ⟧ stands in no other version")
    told = next(row for row in rows if "1 2 ┄ 4 5" in row)
    assert "underscore the value" in told
    assert shows(rows, "⟦of sustained engagement⟧", "⟦ ⟧ stands in no other version", "✂3")


def test_people_shows_words_by_outlet_and_what_one_person_is_called() -> None:
    rows = stored("people")
    assert shows(rows, "People", "named, never heard", "█ words quoted", "▄ indirect")
    blinken = next(row for row in rows if "Antony Blinken" in row)
    assert len(re.findall(r"\d+ +\d×", blinken)) == 5
    assert "○" in next(row for row in rows if "Joe Biden" in row)
    assert shows(rows, "called US Secretary of State", "emphasize 2")


def test_search_shows_hits_in_three_panes() -> None:
    rows = stored("search")
    assert len(re.findall(r"\d+ hits?\b", rows[1])) == 3
    starts = [match.start() for match in re.finditer(r"\[\d\]", rows[1])]
    ends = [*starts[1:], None]
    panes = [
        "".join(row[slice(*pane)] for row in rows[4:20]) for pane in zip(starts, ends, strict=True)
    ]
    assert ["engagement" in pane for pane in panes] == [True] * 3


def test_adding_shows_the_dialog_over_the_articles() -> None:
    rows = stored("adding")
    assert shows(rows, "Add an article", "herald.html", "completes a path")
    assert level_matches(rows) == 2


@pytest.mark.parametrize("name", ["light", "contrast"])
def test_other_themes_show_the_same_matches(name: str) -> None:
    pictures = {"light": stored("light"), "contrast": stored("contrast")}
    assert level_matches(pictures[name]) == 2
    assert pictures[name] == stored("side-by-side")
    svg = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert svg != (FOLDER / "side-by-side.svg").read_text("utf-8")


def test_keys_lists_keys_with_what_they_do() -> None:
    rows = stored("keys")
    assert sum(bool(re.search(r"\S+ {2,}\w+", row)) for row in rows) >= 15
