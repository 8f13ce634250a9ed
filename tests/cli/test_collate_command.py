"""`reader collate`: its orders, what it prints, and its errors."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

LEDE = "The ferry Saule ran aground off Ventspils on Monday with 212 passengers on board."
HULL = "Divers will examine the hull of the ship before it is towed to a dockyard in Riga."
CAUSE = "Its captain, Ojars Berzins, said that the steering had failed in the storm."
SCHOOL = "The passengers were brought ashore in lifeboats and slept in a school."


@pytest.fixture
def folder(folder: Path) -> Path:
    stories = {"a": [LEDE, CAUSE, HULL], "b": [HULL, SCHOOL, LEDE]}
    for name, paragraphs in stories.items():
        (folder / f"{name}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    return folder


def shown(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line)["shown"][0]["text"] for line in done.stdout.splitlines()]


def test_the_order_is_the_storys_or_an_articles(run: Run, folder: Path) -> None:
    assert shown(run("collate", "a.txt", "b.txt", "--json")) == [LEDE, CAUSE, HULL, SCHOOL]
    ordered = shown(run("collate", "a.txt", "b.txt", "--json", "--order", "2"))
    assert ordered == [HULL, SCHOOL, LEDE, CAUSE]


def test_what_is_in_one_article_is_printed_with_all(run: Run, folder: Path) -> None:
    folded, whole = run("collate", "a.txt", "b.txt"), run("collate", "a.txt", "b.txt", "--all")
    assert CAUSE not in folded.stdout
    assert "◇ 1 only here: [1] ¶2" in folded.stdout
    assert CAUSE in whole.stdout


def test_an_article_that_is_not_there_has_no_order(run: Run, folder: Path) -> None:
    done = run("collate", "a.txt", "b.txt", "--order", "3")
    assert done.returncode == 2
    assert "--order 3: the last article is 2" in done.stderr
    assert run("collate", "a.txt", "b.txt", "--order", "x").returncode == 2
