"""What the user says paragraphs are: kept, found again, and never in the way."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Article, Clean, ParagraphKind, parse_article
from reader.errors import ReaderError
from reader.notebook import Notebook, NotebookError, text_key, with_corrections

TEXT = "The bridge was closed on Monday.\n\nShare this\n\nIt will open again in May, the city said."


@pytest.fixture
def article() -> Article:
    return parse_article(TEXT, source=Clean("a.txt"), name=Clean("a"))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "state" / "notebook.sqlite3")


def kinds(article: Article) -> list[ParagraphKind]:
    return [paragraph.kind for paragraph in article.paragraphs]


def no_problem(problem: ReaderError) -> None:
    raise AssertionError(problem.message)


def test_a_correction_is_found_again(article: Article, notebook: Notebook) -> None:
    notebook.correct(text_key(article), 3, ParagraphKind.FURNITURE)
    assert notebook.corrections(text_key(article)) == {3: ParagraphKind.FURNITURE}
    [corrected] = with_corrections([article], notebook, no_problem)
    assert kinds(corrected)[2] is ParagraphKind.FURNITURE


def test_a_correction_belongs_to_the_words_and_not_to_the_file(
    article: Article, notebook: Notebook
) -> None:
    notebook.correct(text_key(article), 1, ParagraphKind.HEADING)
    elsewhere = replace(article, source=Clean("b/c.txt"), name=Clean("c"))
    [corrected] = with_corrections([elsewhere], notebook, no_problem)
    assert kinds(corrected)[0] is ParagraphKind.HEADING
    assert text_key(corrected) == text_key(article), "a correction does not change the key"


def test_a_later_correction_replaces_an_earlier_one_and_none_forgets(
    article: Article, notebook: Notebook
) -> None:
    key = text_key(article)
    notebook.correct(key, 1, ParagraphKind.HEADING)
    notebook.correct(key, 1, ParagraphKind.FURNITURE)
    assert notebook.corrections(key) == {1: ParagraphKind.FURNITURE}
    notebook.correct(key, 1, None)
    assert notebook.corrections(key) == {}


def test_nothing_is_made_before_something_is_written(article: Article, notebook: Notebook) -> None:
    assert with_corrections([article], notebook, no_problem) == (article,)
    assert not notebook.is_there


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_its_folder_is_for_the_user_alone(article: Article, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "mine" / "notebook.sqlite3")
    notebook.correct(text_key(article), 1, ParagraphKind.HEADING)
    assert stat.S_IMODE(os.stat(tmp_path / "mine").st_mode) == 0o700


def test_a_damaged_notebook_is_moved_aside_and_said(article: Article, tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"
    path.write_bytes(b"this is no database" * 100)
    problems: list[ReaderError] = []
    assert with_corrections([article], Notebook(path), problems.append) == (article,)
    assert len(problems) == 1
    assert "damaged" in problems[0].message
    kept = [file for file in tmp_path.iterdir() if "damaged" in file.name]
    assert kept[0].read_bytes().startswith(b"this is no database")
    Notebook(path).correct(text_key(article), 1, ParagraphKind.HEADING)
    assert Notebook(path).corrections(text_key(article)) == {1: ParagraphKind.HEADING}


def test_a_notebook_that_cannot_be_read_is_said_once(article: Article, tmp_path: Path) -> None:
    folder = tmp_path / "notebook.sqlite3"
    folder.mkdir()
    problems: list[ReaderError] = []
    articles = (article, replace(article, source=Clean("b.txt")))
    assert with_corrections(articles, Notebook(folder), problems.append) == articles
    assert len(problems) == 1
    with pytest.raises(NotebookError, match="cannot be used"):
        Notebook(folder).correct(text_key(article), 1, ParagraphKind.HEADING)


def test_a_notebook_of_a_newer_version_is_left_alone(article: Article, tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="newer version"):
        Notebook(path).correct(text_key(article), 1, ParagraphKind.HEADING)
    assert path.read_bytes() == before


def test_what_does_not_fit_the_article_is_passed_over(
    article: Article, notebook: Notebook, tmp_path: Path
) -> None:
    key = text_key(article)
    notebook.correct(key, 1, ParagraphKind.HEADING)
    with sqlite3.connect(tmp_path / "state" / "notebook.sqlite3") as rows:
        rows.execute("INSERT INTO corrections VALUES (?, 99, 'body')", (key,))
        rows.execute("INSERT INTO corrections VALUES (?, 2, 'poem')", (key,))
        rows.execute("INSERT INTO corrections VALUES (?, 'x', 'body')", (key,))
    rows.close()
    [corrected] = with_corrections([article], notebook, no_problem)
    assert kinds(corrected)[1:] == kinds(article)[1:]
    assert kinds(corrected)[0] is ParagraphKind.HEADING
