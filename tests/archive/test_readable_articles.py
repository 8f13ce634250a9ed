from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from reader.archive.archive import Archive
from reader.archive.archive_errors import ArchiveError
from reader.archive.archive_folder import default_archive_path
from reader.archive.readable_articles import read_readable


@pytest.fixture
def damaged(asked_archive, tmp_path):
    """A copy of the archive in which article 2 is damaged."""
    shutil.copytree(asked_archive.path, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy" / "articles.sqlite3")) as connection:
        connection.execute("UPDATE contents SET article = x'00ff' WHERE id = 2")
        connection.commit()
    with Archive.open(tmp_path / "copy") as archive:
        yield archive


def test_a_damaged_article_is_left_out_and_the_others_are_found(damaged):
    assert 2 not in read_readable(damaged.store, [1, 2, 3])
    similar = damaged.similar(damaged.article(1)).found
    assert 3 in {found.stored.id for found in similar}
    versions = damaged.quotes("We shall mend the old harbour wall").versions
    assert [found.stored.id for found in versions] == [1, 3]
    assert {hit.stored.id for hit in damaged.find("harbour wall")} == {1, 3}
    events = damaged.events(date(2031, 5, 1), outlets=1).events
    assert 2 not in {each.id for event in events for each in event.articles}


def test_asking_about_a_damaged_article_is_an_error(damaged):
    with pytest.raises(ArchiveError, match="article 2"):
        damaged.article(2)


def test_a_damaged_index_is_one_line(asked_archive, tmp_path):
    shutil.copytree(asked_archive.path, tmp_path / "copy")
    for path in (tmp_path / "copy" / "indexes" / "articles").iterdir():
        if path.is_file() and path.suffix not in (".json", ".lock"):
            path.write_bytes(b"\0" * 40)
    with Archive.open(tmp_path / "copy") as archive, pytest.raises(ArchiveError, match="rebuild"):
        archive.similar(asked_archive.article(1))


def test_the_environment_names_the_archive(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_ARCHIVE", str(tmp_path))
    assert default_archive_path() == tmp_path
    monkeypatch.delenv("READER_ARCHIVE")
    assert default_archive_path() != tmp_path
