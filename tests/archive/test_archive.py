"""An archive: what is added is stored, indexed, and there once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reader.archive.archive import Archive
from reader.archive.archive_errors import ArchiveError
from reader.archive.article_dates import DateSource
from reader.errors import SourceError

pytestmark = pytest.mark.usefixtures("indexes_library")


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


class TestArticles:
    def test_records_are_stored_and_found(self, archive, tmp_path, make_records, write_lines):
        result = archive.add(write_lines(tmp_path / "news.jsonl", make_records(12)))

        assert (result.added, result.duplicates, result.problems) == (12, 0, 0)
        assert len(archive) == 12
        stored = archive.store.read(5)
        assert stored.outlet == "The Herald"
        assert (stored.date, stored.date_source) == (date(2031, 5, 6), DateSource.STATED)
        assert stored.address == "https://example.org/herald/5"
        assert archive.article(5).title == "Ferry report 5"
        found = {hit.article_id for hit in archive.indexes.articles.search([("ferri", 1.0)])}
        assert found == {5, 10}

    def test_utterances_and_prints_are_indexed(self, archive, tmp_path, make_records, write_lines):
        archive.add(write_lines(tmp_path / "news.jsonl", make_records(3)))

        quotes = archive.indexes.quotes.search([("never", 1.0)])
        assert {(hit.article_id, hit.number) for hit in quotes} == {(1, 0), (2, 0), (3, 0)}
        assert archive.indexes.prints.document_count == 3

    def test_folder_of_files(self, archive, tmp_path):
        folder = tmp_path / "stories" / "below"
        folder.mkdir(parents=True)
        for number in range(20):
            text = f"Story {number}\n\nBoat {number} left the harbour at {number} o'clock sharp.\n"
            (folder / f"2031-05-04-{number}.txt").write_text(text)
        (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")

        result = archive.add(tmp_path / "stories")

        assert (result.added, result.problems) == (20, 0)
        stored = archive.store.read(1)
        assert (stored.date, stored.date_source) == (date(2031, 5, 4), DateSource.FILE)

    def test_what_the_user_knows_better_of_a_file_counts(self, archive, tmp_path):
        (tmp_path / "story.txt").write_text("Ferry hits pier\n\nIt struck the pier at noon.\n")
        (tmp_path / "reader.toml").write_text(
            '[articles."story.txt"]\noutlet = "Daily Star"\npublished = 2031-05-04\n'
        )

        archive.add(tmp_path / "story.txt")

        stored = archive.store.read(1)
        assert (stored.outlet, str(stored.date)) == ("Daily Star", "2031-05-04")

    def test_opened_article(self, archive, make_article):
        article = make_article("herald", "The ferry struck the pier.", "Nobody was hurt, she said.")

        archive.add(article)

        assert archive.article(1) == article

    def test_what_was_read_is_not_read_again(self, archive, tmp_path, make_records, write_lines):
        lines = write_lines(tmp_path / "news.jsonl", make_records(3))
        archive.add(lines)

        result = archive.add(lines)

        assert (result.added, result.duplicates, result.known_inputs) == (0, 0, 1)

    def test_file_that_grew_adds_what_is_new(self, archive, tmp_path, make_records, write_lines):
        archive.add(write_lines(tmp_path / "news.jsonl", make_records(3)))

        result = archive.add(write_lines(tmp_path / "news.jsonl", make_records(5)))

        assert (result.added, result.duplicates) == (2, 3)


class TestRepetitions:
    def test_same_words_of_one_outlet_are_stored_once(
        self, archive, tmp_path, make_records, write_lines
    ):
        records = make_records(2)
        again = {**records[0], "url": "https://example.org/again", "date": "2031-06-01"}

        result = archive.add(write_lines(tmp_path / "news.jsonl", [*records, again]))

        assert (result.added, result.duplicates) == (2, 1)

    def test_same_words_of_another_outlet_are_marked(
        self, archive, tmp_path, make_records, write_lines
    ):
        (record,) = make_records(1)
        copy = {**record, "source": "The Courier", "url": "https://example.net/1"}

        result = archive.add(write_lines(tmp_path / "news.jsonl", [record, copy]))

        assert (result.added, result.near_duplicates) == (2, 1)
        assert archive.store.read(2).duplicate_of == 1

    def test_nearly_the_same_words_are_marked(self, archive, tmp_path, make_records, write_lines):
        first, other = make_records(2)
        words = " ".join(f"Sentence {number} tells what happened next." for number in range(40))
        first["text"] = f"{first['text']}\n\n{words}"
        edited = str(first["text"]).replace("Mara Lind", "Mara Lund")
        copy = {**first, "text": edited, "source": "The Courier", "url": "https://example.net/1"}

        result = archive.add(write_lines(tmp_path / "news.jsonl", [first, other, copy]))

        assert result.near_duplicates == 1
        assert [archive.store.read(number).duplicate_of for number in (1, 2, 3)] == [None, None, 1]

    def test_changed_article_is_a_version(self, archive, tmp_path, make_records, write_lines):
        (record,) = make_records(1)
        archive.add(write_lines(tmp_path / "monday.jsonl", [record]))
        changed = {**record, "text": f"{record['text']}\n\nTwo people were hurt, it emerged."}

        result = archive.add(write_lines(tmp_path / "tuesday.jsonl", [changed]))

        assert (result.added, result.versions, result.near_duplicates) == (1, 1, 0)
        assert archive.store.read(2).version_of == 1


class TestProblems:
    def test_bad_records_stop_no_others(self, archive, tmp_path, make_records, write_lines):
        lines = write_lines(tmp_path / "news.jsonl", make_records(5))
        text = lines.read_text().splitlines()
        text[1:1] = ["{no json", '{"title": "without text"}', "[1, 2]", '"text"', "\x00"]
        lines.write_text("\n".join(text))
        problems = []

        result = archive.add(lines, on_problem=lambda problem: problems.append(problem.message))

        assert result.added == 5
        assert [message.split(": ")[1] for message in problems] == [
            f"line {number}" for number in range(2, 7)
        ]
        assert result.problems == 5

    def test_many_bad_records_of_one_file_are_counted(self, archive, tmp_path):
        (tmp_path / "bad.jsonl").write_text('{"title": "x"}\n' * 130)
        problems = []

        result = archive.add(
            tmp_path / "bad.jsonl", on_problem=lambda each: problems.append(each.message)
        )

        assert result.problems == 130
        assert len(problems) == 101
        assert problems[-1].endswith("bad.jsonl: 30 more records cannot be read")

    def test_without_a_callback_the_first_problem_is_raised(self, archive, tmp_path):
        with pytest.raises(SourceError, match="no such file"):
            archive.add(tmp_path / "missing.txt")

    def test_bad_file_is_read_again_by_the_next_run(self, archive, tmp_path):
        story = tmp_path / "story.txt"
        story.write_bytes(b"")
        archive.add(story, on_problem=lambda _: None)
        again = []

        archive.add(story, on_problem=again.append)

        assert len(again) == 1

    def test_asking_where_there_is_no_archive(self, archive):
        with pytest.raises(ArchiveError, match="there is no archive here"):
            len(archive)

    def test_folder_of_other_things_is_left_alone(self, tmp_path, make_article):
        (tmp_path / "letter.txt").write_text("Dear Mara")

        with pytest.raises(ArchiveError, match="holds other things"):
            Archive.open(tmp_path).add(make_article("herald", "The ferry struck the pier."))

        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    def test_indexes_of_another_version(self, archive, tmp_path, make_article):
        archive.add(make_article("herald", "The ferry struck the pier."))
        stated = tmp_path / "archive" / "indexes" / "version.json"
        stated.write_text(json.dumps({"indexes": 0}))

        with pytest.raises(ArchiveError, match="reader archive rebuild makes them anew"):
            _ = Archive.open(tmp_path / "archive").indexes


def test_example_of_the_documentation(tmp_path, monkeypatch, capsys, make_records, write_lines):
    text = (Path(__file__).parents[2] / "docs" / "archive.md").read_text("utf-8")
    example = text.partition("```python\n")[2].partition("```")[0]
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.txt").write_text("The ferry struck the pier at noon.\n")
    write_lines(tmp_path / "news.jsonl", make_records(3))
    monkeypatch.chdir(tmp_path)

    exec(example, {})

    assert capsys.readouterr().out.startswith("4 added, 0 there already; 4 in all\n")


class TestProgress:
    def test_what_was_read_before_counts_neither_as_done_nor_as_to_do(
        self, archive, tmp_path, make_records, write_lines
    ):
        lines = write_lines(tmp_path / "news.jsonl", make_records(300))
        size = lines.stat().st_size
        seen = []
        archive.add(lines, processes=1, is_cancelled=lambda: bool(seen), on_progress=seen.append)
        first = [progress for progress in seen if progress.activity == "adding"][-1]
        assert (first.done < size, first.total) == (True, size)
        before = len(archive)
        assert 0 < before < 300

        result = archive.add(lines, processes=1, on_progress=seen.append)

        last = [progress for progress in seen if progress.activity == "adding"][-1]
        assert last.done == last.total
        assert abs(last.total + first.done - size) < 2 * size / 300
        assert result.added == 300 - before
