"""Files of many articles, in every form, read from any record on."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from importlib.util import find_spec

import pytest

from reader.archive.archive import Archive
from reader.archive.archive_errors import ArchiveError
from reader.archive.article_dates import DateSource
from reader.archive.join_tables import COLUMNS
from reader.archive.reading_jobs import ReadingJob, run_job
from reader.archive.record_files import (
    find_record_reader,
    read_lines,
    read_parquet,
    read_table,
    read_web_archive,
)
from reader.text.cleaning import Clean

PAGE = """<!doctype html><html><head><title>Ferry strikes pier - The Herald</title>
<meta property="og:site_name" content="The Herald"></head><body><article>
<h1>Ferry strikes pier</h1><p>The ferry Aurora struck the pier at Ashford harbour number {number}
on Monday, and forty passengers were taken off by lifeboats, the coastguard said in a statement.</p>
<p>“We heard a crash and then nothing at all for minutes,” said Mara Lind, who was on deck with her
two children. The harbour was closed until the evening, and an inquiry has begun into the cause.</p>
</article></body></html>"""


@pytest.fixture
def archive(tmp_path, indexes_library):
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def web_archive(tmp_path, indexes_library):
    """Two pages, a picture, a page that was not found, and a request."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "crawl.warc.gz"
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (kind, status, body) in enumerate([
            ("text/html; charset=utf-8", "200 OK", PAGE.format(number=1)),
            ("image/png", "200 OK", "PNG"),
            ("text/html", "404 Not Found", PAGE.format(number=2)),
            ("text/html; charset=utf-8", "200 OK", PAGE.format(number=3)),
        ]):  # fmt: skip
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/{number}",
                    "response",
                    payload=io.BytesIO(body.encode()),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2031-05-04T08:00:00Z"},
                )
            )
    return path


class TestLines:
    def test_lines_are_counted_from_one_and_empty_ones_are_passed(self, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_bytes(b'{"a": 1}\n\n{"a": 2}')
        read = list(read_lines(path, 0))
        assert [(each.position, each.item and each.item.line) for each in read] == [
            (1, b'{"a": 1}\n'),
            (2, None),
            (3, b'{"a": 2}'),
        ]

    def test_reading_goes_on_after_a_record(self, tmp_path):
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(b'{"a": 1}\n{"a": 2}\n{"a": 3}\n'))
        assert [each.item.number for each in read_lines(path, 2)] == [3]

    def test_overlong_line_is_a_problem_and_the_next_is_read(self, tmp_path, monkeypatch):
        for module in ("record_files", "reading_jobs"):
            monkeypatch.setattr(f"reader.archive.{module}.LONGEST_LINE", 20)
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"x" * 90 + b'\n{"a": 2}\n')
        first, second = read_lines(path, 0)
        assert (len(first.item.line), second.item.number) == (21, 2)
        (problem,) = run_job(ReadingJob(Clean("a.jsonl"), (first.item,), 0))
        assert problem.message.startswith("a.jsonl: line 1: longer than the 0 MB")

    def test_damaged_compression_keeps_what_precedes_it(self, archive, tmp_path, make_records):
        lines = "".join(json.dumps(each) + "\n" for each in make_records(200)).encode()
        packed = gzip.compress(lines)
        path = tmp_path / "news.jsonl.gz"
        path.write_bytes(packed[: len(packed) // 2])
        problems = []

        result = archive.add(path, on_problem=problems.append)

        assert 0 < result.added < 200
        assert "damaged from here on" in problems[-1].message

    def test_one_object_a_line_is_told_from_one_document(self, tmp_path):
        lines, document = tmp_path / "a.json", tmp_path / "b.json"
        lines.write_text('{"text": "a"}\n{"text": "b"}\n')
        document.write_text('[\n {"text": "a"}\n]\n')
        assert find_record_reader(lines) is read_lines
        assert find_record_reader(document) is None

    def test_list_of_records_in_one_document(self, archive, tmp_path, make_records):
        path = tmp_path / "news.json"
        path.write_text(json.dumps([*make_records(3), {"title": "none"}], indent=1))
        problems = []

        result = archive.add(path, on_problem=lambda each: problems.append(each.message))

        assert result.added == 3
        assert len(problems) == 1
        assert "record 4: no text" in problems[0]


class TestTables:
    def test_columns_are_known_by_their_names(self, archive, tmp_path, make_records):
        path = tmp_path / "news.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            rows = csv.DictWriter(file, ["Title", "text", "source", "DATE", "URL"])
            rows.writeheader()
            for record in make_records(3):
                rows.writerow(dict(zip(rows.fieldnames, record.values(), strict=True)))

        archive.add(path)

        assert archive.article(2).title == "Saved report 2"
        assert archive.store.read(2).address == "https://example.org/herald/2"

    def test_columns_of_other_names_are_stated(self, archive, tmp_path):
        path = tmp_path / "news.csv"
        path.write_text(
            "Überschrift;Inhalt;Wo\nFähre rammt Pier;Die Fähre rammte am Montag den Pier.;Bote\n"
        )

        archive.add(path, fields={"title": "Überschrift", "text": "Inhalt", "outlet": "Wo"})

        article = archive.article(1)
        assert (article.title, article.outlet) == ("Fähre rammt Pier", "Bote")

    def test_table_in_an_old_encoding(self, tmp_path):
        path = tmp_path / "a.tsv"
        path.write_bytes("titel\ttext\nFähre\tPier\n".encode("cp1252"))
        (read,) = read_table(path, 0)
        assert read.item.row == {"titel": "Fähre", "text": "Pier"}

    def test_table_without_a_text_column(self, archive, tmp_path):
        path = tmp_path / "prices.csv"
        path.write_text("name,price\nham,3\neggs,2\n")
        problems = []

        result = archive.add(path, on_problem=lambda each: problems.append(each.message))

        assert result.added == 0
        assert [each.partition(": ")[2] for each in problems] == [
            "row 1: no text in a field text, body or content",
            "row 2: no text in a field text, body or content",
        ]


class TestParquet:
    @pytest.fixture
    def table(self, tmp_path, make_records):
        if find_spec("pyarrow") is None:
            pytest.skip("the extra `parquet` is not installed")
        import pyarrow
        from pyarrow import parquet

        path = tmp_path / "news.parquet"
        parquet.write_table(pyarrow.Table.from_pylist(make_records(130)), path)
        return path

    def test_rows_are_articles(self, archive, table):
        assert archive.add(table).added == 130
        assert archive.store.read(130).outlet == "The Herald"

    def test_reading_goes_on_after_a_row(self, table):
        assert [each.position for each in read_parquet(table, 127)] == [128, 129, 130]

    @pytest.mark.parametrize("columns", COLUMNS.values())
    def test_a_table_of_joins_has_no_articles(self, table, columns):
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table({name: [1] for name in columns}), table)
        assert list(read_parquet(table, 0)) == []

    def test_damaged_file_is_one_problem(self, archive, table):
        table.write_bytes(table.read_bytes()[:3000])
        problems = []

        archive.add(table, on_problem=lambda each: problems.append(each.message))

        assert len(problems) == 1
        assert "no Parquet that can be read" in problems[0]


class TestWebArchives:
    def test_pages_are_articles_dated_by_the_archive(self, archive, web_archive):
        result = archive.add(web_archive)

        assert (result.added, result.problems) == (2, 0)
        stored = archive.store.read(1)
        assert stored.address == "https://example.org/0"
        assert (stored.date.isoformat(), stored.date_source) == ("2031-05-04", DateSource.CRAWL)
        assert stored.outlet == "The Herald"

    def test_reading_goes_on_after_a_record(self, web_archive):
        pages = [each.item.address for each in read_web_archive(web_archive, 1) if each.item]
        assert pages == ["https://example.org/3"]

    def test_page_that_is_cut_off_is_a_problem_and_what_precedes_it_is_read(
        self, archive, web_archive
    ):
        data = web_archive.read_bytes()
        web_archive.write_bytes(data[: len(data) - 300])
        problems = []

        result = archive.add(web_archive, on_problem=lambda each: problems.append(each.message))

        assert result.added == 1
        assert [each.partition(": ")[2] for each in problems] == [
            "https://example.org/3: the web archive ends inside of the page"
        ]

    def test_damaged_archive_is_a_problem(self, archive, web_archive):
        data = web_archive.read_bytes()
        web_archive.write_bytes(data[:600] + bytes(600) + data[1200:])
        problems = []

        archive.add(web_archive, on_problem=lambda each: problems.append(each.message))

        assert problems

    @pytest.mark.parametrize(
        "record",
        [
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999\r\n\r\nHTTP/1.1 200 OK\r\n",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5",
        ],
    )
    def test_record_without_address_stops_no_other_input(self, archive, tmp_path, record):
        (tmp_path / "pages.warc").write_bytes(record)
        (tmp_path / "story.txt").write_text("The ferry struck the pier at noon, police said.\n")
        problems = []

        result = archive.add(
            [tmp_path / "pages.warc", tmp_path / "story.txt"],
            on_problem=lambda each: problems.append(each.message),
        )

        assert result.added == 1
        assert ["pages.warc" in each for each in problems] == [True]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_named_pipe_is_not_read(archive, tmp_path):
    (tmp_path / "inputs").mkdir()
    os.mkfifo(tmp_path / "inputs" / "story.txt")
    problems = []

    archive.add(tmp_path / "inputs", on_problem=lambda each: problems.append(each.message))

    assert ["a pipe" in each for each in problems] == [True]


def test_missing_library_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    path = tmp_path / "news.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(ArchiveError, match=r"python3 -m pip --python .* install .*\[parquet\]"):
        list(read_parquet(path, 0))


def test_missing_library_stops_no_other_input(archive, tmp_path, monkeypatch, make_records):
    (tmp_path / "news.parquet").write_bytes(b"PAR1")
    (tmp_path / "story.txt").write_text("The ferry struck the pier at noon, police said.\n")
    names = [tmp_path / "news.parquet", tmp_path / "story.txt"]
    problems = []
    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setitem(__import__("sys").modules, "pyarrow", None)
            archive.add(names, on_problem=lambda each: problems.append(each.message))
    assert len(archive) == 1
    assert len(problems) == 2
    assert "pyarrow is not installed" in problems[1]
