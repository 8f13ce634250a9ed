"""The quote join: which utterances of different articles are one, and the groups of these."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.archive.quote_shingles import FEWEST_SHARED, MOST_HOLDERS, rate_versions
from reader.archive.spark.shared_keys import pair_holders
from reader.archive.spark.spark_components import find_roots
from reader.archive.spark.spark_rows import Row, map_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from reader.quote_versions.comparable_quotes import ComparableQuote

_PAIR = """here bigint, here_utterance int, there bigint, there_utterance int, shared int,
certainty double"""


def list_utterances(articles: DataFrame) -> DataFrame:
    """Return a row for every utterance: `article`, `utterance`, `speaker`, `text` and more."""
    from pyspark.sql import functions as sql

    quotes = articles.select(sql.col("id").alias("article"), sql.explode("quotes").alias("quote"))
    return quotes.select("article", "quote.*")


def pair_quotes(utterances: DataFrame) -> DataFrame:
    """Return the pairs of utterances of two articles that are one utterance.

    They share `FEWEST_SHARED` shingles that no more than `MOST_HOLDERS` utterances have, and are
    versions of one utterance as a comparison has it.
    """
    from pyspark.sql import functions as sql

    holders = utterances.select("article", "utterance", sql.explode("shingles").alias("key"))
    pairs = pair_holders(
        holders,
        ["article", "utterance"],
        most_holders=MOST_HOLDERS,
        fewest_shared=FEWEST_SHARED,
    )
    for side in ("here", "there"):
        parts = utterances.select(
            sql.col("article").alias(f"{side}_article"),
            sql.col("utterance").alias(f"{side}_utterance"),
            sql.col("parts").alias(f"{side}_parts"),
        )
        pairs = pairs.join(parts, [f"{side}_article", f"{side}_utterance"])
    return map_rows(pairs, _rate_pairs, _PAIR)


def group_quotes(pairs: DataFrame) -> DataFrame:
    """Return the groups of utterances that pairs connect: `group`, `article`, `utterance`.

    A group has the number of its first article and utterance, as text.
    """
    from pyspark.sql import functions as sql

    edges = pairs.select(
        sql.struct(
            sql.col("here").alias("article"), sql.col("here_utterance").alias("utterance")
        ).alias("here"),
        sql.struct(
            sql.col("there").alias("article"), sql.col("there_utterance").alias("utterance")
        ).alias("there"),
    )
    name = sql.concat_ws(".", "root.article", "root.utterance").alias("group")
    return find_roots(edges).select(name, "node.article", "node.utterance")


def _rate_pairs(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        certainty = rate_versions(_load(row["here_parts"]), _load(row["there_parts"]))
        if certainty is not None:
            yield {
                "here": row["here_article"],
                "here_utterance": row["here_utterance"],
                "there": row["there_article"],
                "there_utterance": row["there_utterance"],
                "shared": row["shared"],
                "certainty": certainty,
            }


@lru_cache(maxsize=1024)
def _load(parts: bytes) -> tuple[ComparableQuote, ...]:
    """Return what `_article_row` wrote in the same job."""
    loaded: tuple[ComparableQuote, ...] = pickle.loads(parts)
    return loaded
