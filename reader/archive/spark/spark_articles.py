"""Reading articles in Spark: each once, with all that the joins need of it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.archive.article_dates import day_number
from reader.archive.article_terms import count_terms, read_article_terms
from reader.archive.copy_prints import read_prints
from reader.archive.event_groups import read_event_sentences
from reader.archive.quote_shingles import read_joinable_quotes
from reader.archive.reading_jobs import Problem, ReadingJob, read_job
from reader.archive.record_articles import ReadArticle
from reader.archive.spark.spark_inputs import FileKind, PlacedItem
from reader.archive.spark.spark_rows import Row, map_rows
from reader.archive.story_hash import hash_story, number_article
from reader.sources.formats.article_records import article_to_record

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_RECORD = """struct<format:string, source:string, name:string, title:string, outlet:string,
agency:string, byline:string, dateline:string, published:string, updated:string, corrected:string,
standfirst:string, corrections:array<string>, credits:array<string>, language:string,
encoding:string, notes:array<string>,
paragraphs:array<struct<number:int, kind:string, text:string, time:string>>,
archive:struct<date:string, date_source:string, address:string, origin:string>>"""
_COLUMNS = f"""file string, number bigint, part int, problem string, id bigint,
words_hash binary, outlet string, language string, day int, record {_RECORD},
terms array<struct<term:string, count:double>>, prints array<bigint>,
quotes array<struct<utterance:int, speaker:string, text:string, shingles:array<bigint>,
parts:binary>>, sentences array<string>"""


def read_articles(
    rows: Sequence[tuple[FileKind, DataFrame]], renamed: Mapping[str, str]
) -> DataFrame:
    """Return a row for every article and every problem of some files.

    Args:
        rows: the rows of the files by their kinds.
        renamed: the names of fields of records; see `read_record`.
    """
    frames = [
        map_rows(frame, partial(_read_rows, kind.make_items, dict(renamed)), _COLUMNS)
        for kind, frame in rows
    ]
    first, *others = frames
    for frame in others:
        first = first.unionByName(frame)
    return first


def keep_first(articles: DataFrame) -> DataFrame:
    """Return articles without those that have the words of another one of their outlet.

    Of these the first remains, by the name of its file and its place in it. An article without an
    outlet is left out where one with an outlet has the same words.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    place = ["file", "number", "part"]
    of_words = Window.partitionBy("words_hash")
    of_id = Window.partitionBy("id").orderBy(*place)
    ranked = articles.select("id", "words_hash", "outlet", *place).select(
        "*",
        sql.row_number().over(of_id).alias("rank"),
        sql.max(sql.col("outlet").isNotNull()).over(of_words).alias("has_outlet"),
    )
    is_other = (sql.col("rank") > 1) | (sql.col("outlet").isNull() & sql.col("has_outlet"))
    return articles.join(ranked.where(is_other).select(*place), place, "left_anti")


def _read_rows(
    make_items: Callable[[Row], Iterator[PlacedItem]],
    renamed: Mapping[str, str],
    rows: Sequence[Row],
) -> Iterator[Row]:
    for row in rows:
        for source, number, item in make_items(row):
            if isinstance(item, Problem):
                yield _problem_row(source, number, 0, item)
                continue
            job = ReadingJob(source, (item,), 0, renamed=renamed)
            for part, read in enumerate(read_job(job)):
                if isinstance(read, Problem):
                    yield _problem_row(source, number, part, read)
                else:
                    yield {"file": source, "number": number, "part": part, **_article_row(read)}


def _problem_row(source: str, number: int, part: int, problem: Problem) -> Row:
    return {"file": source, "number": number, "part": part, "problem": problem.message}


def _article_row(read: ReadArticle) -> Row:
    """Return all that is worked out of one article alone."""
    article, date, address, origin = read
    words_hash = hash_story(article)
    terms = read_article_terms(article)
    return {
        "id": number_article(words_hash, article.outlet),
        "words_hash": words_hash,
        "outlet": article.outlet,
        "language": terms.language,
        "day": None if date.day is None else day_number(date.day),
        "record": {
            **article_to_record(article),
            "archive": {
                "date": date.day.isoformat() if date.day else None,
                "date_source": date.source.value,
                "address": address,
                "origin": origin,
            },
        },
        "terms": [{"term": term, "count": count} for term, count in count_terms(terms).items()],
        "prints": read_prints(article),
        "quotes": [
            {
                "utterance": each.number,
                "speaker": each.speaker,
                "text": each.text,
                "shingles": each.shingles,
                "parts": pickle.dumps(each.parts, pickle.HIGHEST_PROTOCOL),
            }
            for each in read_joinable_quotes(article)
        ],
        "sentences": read_event_sentences(article),
    }
