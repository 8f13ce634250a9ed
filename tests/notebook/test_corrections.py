"""Corrections of the kinds of paragraphs, applied to articles."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import Article, Clean, ParagraphKind
from reader.errors import ReaderError
from reader.notebook import Notebook, NotebookError, apply_corrections, hash_text


def kinds(article: Article) -> list[ParagraphKind]:
    return [paragraph.kind for paragraph in article.paragraphs]


def no_problem(problem: ReaderError) -> None:
    raise AssertionError(problem.message)


def test_a_correction_is_applied_again(article: Article, notebook: Notebook) -> None:
    notebook.save_correction(hash_text(article), 3, ParagraphKind.FURNITURE)
    assert notebook.read_corrections(hash_text(article)) == {3: ParagraphKind.FURNITURE}
    [corrected] = apply_corrections([article], notebook, no_problem)
    assert kinds(corrected)[2] is ParagraphKind.FURNITURE


def test_a_correction_belongs_to_the_words_and_not_to_the_file(
    article: Article, notebook: Notebook
) -> None:
    notebook.save_correction(hash_text(article), 1, ParagraphKind.HEADING)
    elsewhere = replace(article, source=Clean("b/c.txt"), name=Clean("c"))
    [corrected] = apply_corrections([elsewhere], notebook, no_problem)
    assert kinds(corrected)[0] is ParagraphKind.HEADING
    assert hash_text(corrected) == hash_text(article), "a correction does not change the key"


def test_no_file_is_made_before_the_first_write(article: Article, notebook: Notebook) -> None:
    assert apply_corrections([article], notebook, no_problem) == (article,)
    assert not notebook.exists


def test_a_damaged_notebook_is_moved_aside_and_reported(article: Article, tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite3"
    path.write_bytes(b"this is no database" * 100)
    problems: list[ReaderError] = []
    assert apply_corrections([article], Notebook(path), problems.append) == (article,)
    assert len(problems) == 1
    assert "damaged" in problems[0].message
    moved = [file for file in tmp_path.iterdir() if "damaged" in file.name]
    assert moved[0].read_bytes().startswith(b"this is no database")
    Notebook(path).save_correction(hash_text(article), 1, ParagraphKind.HEADING)
    assert Notebook(path).read_corrections(hash_text(article)) == {1: ParagraphKind.HEADING}


def test_a_notebook_that_cannot_be_read_is_reported_once(article: Article, tmp_path: Path) -> None:
    folder = tmp_path / "notebook.sqlite3"
    folder.mkdir()
    problems: list[ReaderError] = []
    articles = (article, replace(article, source=Clean("b.txt")))
    assert apply_corrections(articles, Notebook(folder), problems.append) == articles
    assert len(problems) == 1
    with pytest.raises(NotebookError, match="cannot be written"):
        Notebook(folder).save_correction(hash_text(article), 1, ParagraphKind.HEADING)


def test_rows_that_do_not_fit_the_article_are_ignored(
    article: Article, notebook: Notebook, tmp_path: Path
) -> None:
    key = hash_text(article)
    notebook.save_correction(key, 1, ParagraphKind.HEADING)
    with sqlite3.connect(tmp_path / "state" / "notebook.sqlite3") as rows:
        rows.execute("INSERT INTO corrections VALUES (?, 99, 'body')", (key,))
        rows.execute("INSERT INTO corrections VALUES (?, 2, 'poem')", (key,))
        rows.execute("INSERT INTO corrections VALUES (?, 'x', 'body')", (key,))
    rows.close()
    [corrected] = apply_corrections([article], notebook, no_problem)
    assert kinds(corrected)[1:] == kinds(article)[1:]
    assert kinds(corrected)[0] is ParagraphKind.HEADING
