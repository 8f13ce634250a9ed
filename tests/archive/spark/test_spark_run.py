from __future__ import annotations

import gzip
import json
from collections import defaultdict
from datetime import date

import pytest

from reader.archive import join_tables
from reader.archive.archive import Archive
from reader.archive.archive_errors import ArchiveError
from reader.archive.article_store import ArticleStore
from reader.archive.spark import spark_session
from reader.archive.spark.spark_articles import read_articles
from reader.archive.spark.spark_inputs import read_inputs
from reader.archive.spark.spark_run import run_spark
from reader.archive.story_hash import number_article
from reader.errors import NothingToReadError
from tests.archive.spark.conftest import ARTICLES, OPTIONS


def read_table(joined, name):
    from pyarrow.parquet import read_table

    return read_table(joined.output / name).to_pylist()


def gather(rows, group, *member):
    groups = defaultdict(set)
    for row in rows:
        groups[row[group]].add(
            row[member[0]] if len(member) == 1 else tuple(row[name] for name in member)
        )
    return {frozenset(members) for members in groups.values()}


def test_edges_and_groups_are_those_of_a_plain_loop(joined, plain_joins):
    plain = plain_joins.join_plainly(joined.corpus)
    assert {row["id"] for row in read_table(joined, "articles")} == plain.articles
    assert {
        ((row["here"], row["here_utterance"]), (row["there"], row["there_utterance"])): (
            row["shared"],
            row["certainty"],
        )
        for row in read_table(joined, "quote_pairs")
    } == plain.quote_pairs
    quote_groups = gather(read_table(joined, "quote_groups"), "group", "article", "utterance")
    assert quote_groups == plain.quote_groups
    copies = {
        (row["here"], row["there"]): row["shared"] for row in read_table(joined, "copy_pairs")
    }
    assert copies == plain.copy_pairs
    near = {(row["here"], row["there"]): row["cosine"] for row in read_table(joined, "event_pairs")}
    assert near == plain.event_pairs
    assert gather(read_table(joined, "events"), "event", "article") == plain.events
    assert all(map(len, plain[1:])), "a join with nothing in it shows nothing"


def test_duplicates_are_left_out_and_rows_are_counted(joined):
    assert joined.result.duplicates == 5
    assert joined.result.problems == 0
    assert joined.result.rows["articles"] == ARTICLES
    assert set(joined.result.rows) == {join_tables.ARTICLES, *join_tables.COLUMNS}
    for name, columns in join_tables.COLUMNS.items():
        rows = read_table(joined, name)
        assert joined.result.rows[name] == len(rows)
        assert tuple(rows[0]) == columns


def test_an_archive_takes_in_what_is_written_and_finds_the_same_events(
    joined, indexes_library, tmp_path
):
    problems = []
    with Archive.open(tmp_path / "archive") as archive:
        result = archive.add(joined.output, on_problem=problems.append, processes=1)
        assert (result.added, result.problems, problems) == (ARTICLES, 0, [])
        stored = {each.id: each for each in archive.store.iterate()}
        number_of = {
            each.id: number_article(each.words_hash, each.outlet) for each in stored.values()
        }
        assert set(number_of.values()) == {row["id"] for row in read_table(joined, "articles")}
        found = archive.events(date(2000, 1, 1), outlets=1).events
        events = {frozenset(number_of[each.id] for each in event.articles) for event in found}
    assert events == gather(read_table(joined, "events"), "event", "article")


def test_an_article_keeps_its_date_and_address(joined, indexes_library, tmp_path):
    with Archive.open(tmp_path / "from_spark") as archive:
        archive.add(joined.output / "articles", processes=1)
        from_spark = describe_stored(archive.store)
    with Archive.open(tmp_path / "from_lines") as archive:
        archive.add(joined.corpus, processes=1)
        from_lines = describe_stored(archive.store)
    assert from_spark == from_lines


def describe_stored(store: ArticleStore):
    return {
        (each.words_hash, each.outlet, each.date, each.date_source, each.address, each.origin)
        for each in store.iterate()
    }


STORY = "Ferry {0} hits pier\n\nThe ferry number {0} struck the pier in thick fog on Monday.\n"


def test_files_of_every_kind_are_read_and_bad_ones_are_named(spark, tmp_path):
    from pyarrow import Table
    from pyarrow.parquet import write_table

    folder = tmp_path / "all kinds"
    (folder / "deep").mkdir(parents=True)
    record = [
        {"title": f"Ferry {n}", "text": STORY.format(n), "date": "2031-05-04"} for n in range(6)
    ]
    (folder / "deep" / "story.txt").write_text(STORY.format(90))
    (folder / "page.html").write_text(f"<html><body><p>{STORY.format(91) * 3}</p></body></html>")
    lines = [json.dumps(record[0]), "", '{"title": "no text"}', "{broken", json.dumps(record[1])]
    (folder / "lines.jsonl").write_bytes("\n".join(lines).encode() + b"\n\xff{broken\n")
    with gzip.open(folder / "packed.jsonl.gz", "wt") as file:
        file.write(json.dumps(record[2]))
    write_table(Table.from_pylist(record[3:5]), folder / "table.parquet")
    (folder / "table.csv").write_text(
        'Überschrift,text\n"Pier, again","The ferry sank\nat the pier."\n'
    )
    (folder / "picture.png").write_bytes(b"\x89PNG")
    with spark_session.open_session(OPTIONS.master, OPTIONS.settings) as session:
        rows = read_articles(read_inputs(session, str(folder)), {})
        found = rows.select("problem", "record.source").collect()
    assert sorted(problem for problem, _ in found if problem) == [
        f"{folder}/lines.jsonl: line 3: no text in a field text, body or content",
        f"{folder}/lines.jsonl: line 4: no JSON that can be read",
        f"{folder}/lines.jsonl: line 6: no JSON that can be read",
    ]
    sources = {source for _, source in found if source}
    assert len(sources) == 8
    assert f"{folder}/lines.jsonl, record 5" in sources
    assert f"{folder}/deep/story.txt" in sources


def test_what_cannot_be_read_or_written_is_said_in_a_line(spark, tmp_path):
    def run(path, output="output"):
        run_spark([str(path)], str(tmp_path / output), OPTIONS, on_problem=lambda _: None)

    (tmp_path / "there").mkdir()
    (tmp_path / "lines.jsonl").write_text("{}\n")
    with pytest.raises(NothingToReadError, match="missing: no such file or folder; check the name"):
        run(tmp_path / "missing")
    with pytest.raises(NothingToReadError, match="no file of a kind that is read is in it"):
        run(tmp_path / "there")
    with pytest.raises(NothingToReadError, match="none of the inputs could be read"):
        run(tmp_path / "lines.jsonl")
    with pytest.raises(ArchiveError, match="there: it is there already; name a new folder"):
        run(tmp_path / "lines.jsonl", "there")
    with pytest.raises(ArchiveError, match=r"jsonl/joined: cannot be created; name another folder"):
        run(tmp_path / "lines.jsonl", "lines.jsonl/joined")


@pytest.mark.parametrize("package", ["pyspark", "pandas", "pyarrow"])
def test_a_missing_package_is_named_with_its_extra(monkeypatch, package):
    monkeypatch.setattr(spark_session, "find_spec", lambda name: None if name == package else name)
    with (
        pytest.raises(ArchiveError, match=rf"{package} is not installed.*\[spark\]"),
        spark_session.open_session(),
    ):
        pass


def test_missing_java_is_named(monkeypatch):
    monkeypatch.setattr(spark_session, "find_spec", lambda name: name)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ArchiveError, match="needs Java 17 or newer"), spark_session.open_session():
        pass
    monkeypatch.setenv("JAVA_HOME", "/there/is/none")
    with pytest.raises(ArchiveError, match="needs Java 17 or newer"), spark_session.open_session():
        pass


def test_a_file_that_spark_cannot_open_is_named(spark, tmp_path):
    (tmp_path / "broken.jsonl.gz").write_bytes(b"\x1f\x8bno gzip")
    with pytest.raises(ArchiveError, match=r"broken\.jsonl\.gz: cannot be read"):
        run_spark([str(tmp_path)], str(tmp_path / "out"), OPTIONS, on_problem=lambda _: None)
