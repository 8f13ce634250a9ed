"""An article, a notebook of its own, and what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import Article, Clean, parse_article
from reader.notebook import Notebook

TEXT = "The bridge was closed on Monday.\n\nShare this\n\nIt will open again in May, the city said."


@pytest.fixture
def article() -> Article:
    return parse_article(TEXT, source=Clean("a.txt"), name=Clean("a"))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "state" / "notebook.sqlite3")
