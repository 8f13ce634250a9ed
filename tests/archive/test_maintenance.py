"""Maintenance of an archive, and the messages about a damaged one."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from datetime import date

import pytest

from reader.archive import maintenance
from reader.archive.archive import Archive
from reader.archive.archive_errors import ArchiveError
from reader.archive.archive_folder import ArchiveFolder
from reader.archive.article_store import ArticleState, ArticleStore
from reader.archive.maintenance import (
    ArticleChoice,
    compact_archive,
    export_records,
    read_status,
    rebuild_indexes,
    remove_articles,
)
from reader.archive.verification import verify_archive

pytestmark = pytest.mark.usefixtures("indexes_library")


@pytest.fixture
def folder(tmp_path, make_records, write_lines):
    """An archive with ten articles."""
    with Archive.open(tmp_path / "archive") as archive:
        archive.add(write_lines(tmp_path / "news.jsonl", make_records(10)), processes=1)
    return ArchiveFolder(tmp_path / "archive")


def found(folder: ArchiveFolder, term: str) -> set[int]:
    with Archive.open(folder.path) as archive:
        return {hit.article_id for hit in archive.indexes.articles.search([(term, 1.0)])}


def nothing(_: object) -> None:
    raise AssertionError("no problem was expected")


def damage_largest_file(folder: ArchiveFolder, index: str) -> None:
    files = [path for path in (folder.indexes_path / index).iterdir() if path.suffix == ".idx"]
    path = max(files, key=lambda each: each.stat().st_size)
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    path.write_bytes(data)


class TestStatus:
    def test_figures(self, folder):
        status = read_status(folder)
        assert (status.articles, status.waiting, status.outlets) == (10, 0, 1)
        assert (status.first_date, status.last_date) == (date(2031, 5, 2), date(2031, 5, 11))
        assert status.date_sources == {"stated": 10}
        assert status.languages == {"en": 10}
        assert status.store_bytes > 0
        assert status.index_bytes > 0
        assert status.index_problem is None

    def test_without_indexes(self, folder):
        shutil.rmtree(folder.indexes_path)
        assert "reader archive rebuild" in str(read_status(folder).index_problem)


class TestVerify:
    def test_whole_archive(self, folder):
        verification = verify_archive(folder)
        assert (verification.articles, verification.damage) == (10, ())

    def test_damaged_index_file(self, folder):
        damage_largest_file(folder, "prints")
        verification = verify_archive(folder)
        assert verification.needs_rebuild
        assert [line.rpartition(": ")[2] for line in verification.damage] == ["the file is damaged"]

    def test_files_that_are_still_written_are_no_damage(self, folder):
        unfinished = folder.indexes_path / "articles" / f"{'ab' * 16}.store"
        unfinished.write_bytes(b"half of a part")
        verification = verify_archive(folder)
        assert (verification.articles, verification.damage) == (10, ())

    def test_damaged_article(self, folder):
        with sqlite3.connect(folder.store_path) as store:
            store.execute("UPDATE contents SET article = x'00' WHERE id = 3")
            store.execute("UPDATE articles SET words_hash = x'00' WHERE id = 4")
            store.execute("DELETE FROM contents WHERE id = 5")
        verification = verify_archive(folder)
        assert verification.articles == 7
        assert [line.split(":")[0] for line in verification.damage] == [
            "article 3",
            "article 4",
            "article 5",
        ]
        with pytest.raises(ArchiveError, match="article 3: a stored article is damaged"):
            Archive.open(folder.path).article(3)

    def test_damaged_pages_of_the_store_cost_their_articles_alone(
        self, tmp_path, make_records, write_lines
    ):
        with Archive.open(tmp_path / "archive") as archive:
            archive.add(write_lines(tmp_path / "news.jsonl", make_records(200)))
        folder = ArchiveFolder(tmp_path / "archive")
        with sqlite3.connect(folder.store_path) as store:
            size = store.execute("PRAGMA page_size").fetchone()[0]
            [words] = store.execute("SELECT article FROM contents WHERE id = 100").fetchone()
        store.close()
        data = bytearray(folder.store_path.read_bytes())
        at = data.index(words[:64]) // size * size
        data[at : at + size] = bytes([0xFF]) * size
        folder.store_path.write_bytes(data)
        problems = []

        records = list(export_records(folder, ArticleChoice(), problems.append))
        verification = verify_archive(folder)

        assert 150 < len(records) < 200
        assert len(records) + len(problems) == 200
        assert verification.articles == len(records)
        assert len(verification.damage) > len(problems)

    def test_articles_that_the_indexes_lack(self, folder):
        with sqlite3.connect(folder.store_path) as store:
            store.execute("INSERT INTO articles SELECT 99, outlet, date, date_source, address, "
                          "language, origin, words_hash, state, NULL, NULL FROM articles "
                          "WHERE id = 1")  # fmt: skip
            store.execute("INSERT INTO contents SELECT 99, article FROM contents WHERE id = 1")
        assert "the indexes lack 1 of 11 articles" in verify_archive(folder).damage


class TestRebuild:
    @pytest.mark.parametrize("index", ["articles", "quotes", "prints"])
    def test_damaged_index_is_made_anew(self, folder, index):
        shutil.rmtree(folder.indexes_path / index)
        with pytest.raises(ArchiveError, match="reader archive rebuild makes it anew"):
            found(folder, "ferri")

        assert rebuild_indexes(folder, processes=1, on_problem=nothing) == 10

        assert found(folder, "ferri") == {5, 10}
        assert verify_archive(folder).damage == ()
        assert sorted(os.listdir(folder.path)) == sorted(
            ["articles.sqlite3", "indexes", "writing.lock"]
        )

    def test_old_indexes_serve_until_the_new_ones_are_whole(self, folder, monkeypatch):
        class FailingPool:
            def __init__(self, processes):
                raise ArchiveError("no processes today")

        monkeypatch.setattr(maintenance, "WorkerPool", FailingPool)
        with pytest.raises(ArchiveError, match="no processes today"):
            rebuild_indexes(folder, on_problem=nothing)
        assert found(folder, "ferri") == {5, 10}

    def test_damaged_article_is_left_out(self, folder):
        with sqlite3.connect(folder.store_path) as store:
            store.execute("UPDATE contents SET article = x'00' WHERE id = 5")
        problems = []
        assert rebuild_indexes(folder, processes=1, on_problem=problems.append) == 9
        assert len(problems) == 1
        assert found(folder, "ferri") == {10}


class TestRemove:
    def test_removed_articles_are_found_no_more(self, folder):
        assert remove_articles(folder, ArticleChoice(("5", "https://example.org/herald/7"))) == 2
        assert found(folder, "ferri") == {10}
        with pytest.raises(ArchiveError, match="there is no article 5"):
            Archive.open(folder.path).article(5)
        assert read_status(folder).removed == 2

    def test_removed_by_outlet_and_date(self, folder):
        choice = ArticleChoice(outlet="the herald", since=date(2031, 5, 9))
        assert remove_articles(folder, choice) == 3

    def test_nothing_is_removed_by_an_unknown_name(self, folder):
        with pytest.raises(ArchiveError, match="nothing was removed"):
            remove_articles(folder, ArticleChoice(("999",)))

    def test_file_that_was_removed_can_be_added_again(self, tmp_path):
        story = tmp_path / "story.txt"
        story.write_text("The ferry struck the pier at noon.\n\nNobody was hurt, police said.\n")
        with Archive.open(tmp_path / "archive") as archive:
            archive.add(story)
            remove_articles(ArchiveFolder(archive.path), ArticleChoice((str(story),)))
            assert archive.add(story).added == 1
            assert len(archive) == 1

    def test_compacting_leaves_no_word_of_them(self, folder):
        remove_articles(folder, ArticleChoice(("5",)))
        before, after = compact_archive(folder, on_problem=nothing)
        assert before > 0
        assert after > 0
        assert read_status(folder).removed == 0
        words = [
            path
            for path in folder.path.rglob("*")
            if path.is_file() and b"35 peopl" in path.read_bytes()
        ]
        assert words == []
        assert verify_archive(folder).damage == ()
        assert found(folder, "ferri") == {10}


class TestExport:
    def test_export_is_read_back(self, folder, tmp_path):
        lines = tmp_path / "export.jsonl"
        records = list(export_records(folder, ArticleChoice(), nothing))
        lines.write_text("".join(f"{json.dumps(record)}\n" for record in records))
        with Archive.open(tmp_path / "other") as other, Archive.open(folder.path) as archive:
            other.add(lines, processes=1)
            assert len(other) == 10
            for number in range(1, 11):
                assert other.article(number) == archive.article(number)
                ours, theirs = archive.store.read(number), other.store.read(number)
                assert (ours.date, ours.date_source) == (theirs.date, theirs.date_source)
                assert (ours.address, ours.words_hash) == (theirs.address, theirs.words_hash)

    def test_chosen_articles(self, folder):
        choice = ArticleChoice(since=date(2031, 5, 10), until=date(2031, 5, 10))
        [record] = export_records(folder, choice, nothing)
        assert record["archive"]["id"] == 9


class TestRecovery:
    def test_what_was_stored_and_not_indexed_is_indexed_by_the_next_adding(self, folder):
        with sqlite3.connect(folder.store_path) as store:
            store.execute("UPDATE articles SET state = 'added' WHERE id IN (5, 10)")
        assert read_status(folder).waiting == 2
        with Archive.open(folder.path) as archive:
            archive.add([], processes=1)
            assert archive.store.count_articles()[ArticleState.ADDED] == 0
            assert archive.indexes.articles.document_count == 10
        assert found(folder, "ferri") == {5, 10}

    def test_other_program_that_writes(self, folder, make_article):
        article = make_article("herald", "The ferry struck the pier.")
        with folder.lock(), pytest.raises(ArchiveError, match="another program writes"):
            Archive.open(folder.path).add(article)
        assert Archive.open(folder.path).add(article).added == 1

    def test_store_of_a_newer_version(self, folder):
        with sqlite3.connect(folder.store_path) as store:
            store.execute("PRAGMA user_version = 99")
        with pytest.raises(ArchiveError, match="a newer version of reader"):
            read_status(folder)

    def test_damaged_store(self, folder):
        folder.store_path.write_bytes(b"no database" * 1000)
        with pytest.raises(ArchiveError, match="the store is damaged"):
            read_status(folder)

    def test_full_disk_keeps_what_was_acknowledged(
        self, folder, tmp_path, make_records, write_lines
    ):
        class FullStore(ArticleStore):
            def insert(self, article):
                if self.query("SELECT count(*) FROM articles")[0][0] >= 12:
                    pages = self.query("PRAGMA page_count")[0][0]
                    self.query(f"PRAGMA max_page_count = {pages}")
                return super().insert(article)

        lines = write_lines(tmp_path / "more.jsonl", make_records(300)[10:])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("reader.archive.adding.ArticleStore", FullStore)
            with pytest.raises(ArchiveError, match="the disk is full"):
                Archive.open(folder.path).add(lines, processes=1)
        assert read_status(folder).articles >= 10
        with Archive.open(folder.path) as archive:
            archive.add(lines)
            assert len(archive) == 300
        assert verify_archive(folder).damage == ()

    def test_archive_that_cannot_be_written_is_read(self, folder):
        if os.geteuid() == 0:
            pytest.skip("nothing is unwritable for root")
        folder.path.chmod(0o500)
        assert read_status(folder).articles == 10
        folder.path.chmod(0o700)


class TestDamagedValues:
    """An invalid value in a table is not reported as a fault of the program."""

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("date_source", "'nonsense'"),
            ("state", "7"),
            ("date", "'2031-99-99'"),
            ("date", "20310504"),
            ("outlet", "x'ff00'"),
            ("outlet", "CAST(x'ff00' AS TEXT)"),
            ("words_hash", "'text'"),
            ("duplicate_of", "'text'"),
        ],
    )
    def test_it_counts_as_none_and_verifying_names_it(self, folder, column, value):
        connection = sqlite3.connect(folder.store_path)
        connection.execute(f"UPDATE articles SET {column} = {value} WHERE id = 2")
        connection.commit()
        connection.close()
        assert read_status(folder).outlets >= 1
        with Archive.open(folder.path) as archive:
            assert archive.store.read(2).id == 2
            assert archive.find("case")
        if "CAST" not in value:
            assert f"article 2: a damaged value in {column}" in verify_archive(folder).damage


class TestReadOnly:
    """An archive on a disk that is only read."""

    @pytest.fixture(autouse=True)
    def is_read_only(self, folder, monkeypatch):
        for module in ("search_index", "archive_folder", "store_file"):
            monkeypatch.setattr(f"reader.archive.{module}.can_write", lambda _: False)

    def test_it_can_be_asked(self, folder):
        assert found(folder, "ferri")
        assert read_status(folder).index_problem is None
        assert not list(folder.indexes_path.rglob("*.lock-new"))

    def test_it_cannot_be_written_and_no_other_program_is_blamed(self, folder):
        with pytest.raises(ArchiveError, match="no permission to write there"):
            remove_articles(folder, ArticleChoice(("1",)))


def test_an_archive_into_which_nothing_came_is_not_left_behind(tmp_path):
    with Archive.open(tmp_path / "new") as archive:
        result = archive.add(tmp_path / "missing.txt", on_problem=lambda _: None)
    assert result.added == 0
    assert not (tmp_path / "new").exists()


def test_an_archive_that_was_there_stays(folder, tmp_path):
    with Archive.open(folder.path) as archive:
        archive.add(tmp_path / "missing.txt", on_problem=lambda _: None)
        assert len(archive) == 10
