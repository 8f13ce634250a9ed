"""The file of the notebook: written, replaced, protected."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind
from reader.notebook import Notebook, NotebookError, hash_text


def test_a_later_correction_replaces_an_earlier_one_and_none_deletes_it(
    article: Article, notebook: Notebook
) -> None:
    key = hash_text(article)
    notebook.save_correction(key, 1, ParagraphKind.HEADING)
    notebook.save_correction(key, 1, ParagraphKind.FURNITURE)
    assert notebook.read_corrections(key) == {1: ParagraphKind.FURNITURE}
    notebook.save_correction(key, 1, None)
    assert notebook.read_corrections(key) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_its_folder_is_for_the_user_alone(article: Article, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "mine" / "notebook.sqlite3")
    notebook.save_correction(hash_text(article), 1, ParagraphKind.HEADING)
    assert stat.S_IMODE(os.stat(tmp_path / "mine").st_mode) == 0o700


def test_a_notebook_of_a_newer_version_is_left_alone(article: Article, tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="newer version"):
        Notebook(path).save_correction(hash_text(article), 1, ParagraphKind.HEADING)
    assert path.read_bytes() == before
