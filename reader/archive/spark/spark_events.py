"""Events: near articles, their components, and average linkage within these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from reader.archive.article_terms import weigh_counted_terms
from reader.archive.date_windows import DAYS_AROUND
from reader.archive.event_groups import (
    FEWEST_SPLIT,
    MOST_LINKED,
    MOST_SPLIT,
    NEAR,
    NEARER,
    NEIGHBOURS_READ,
    link_group,
    split_group,
)
from reader.archive.near_articles import DatedVector, list_blocks, pair_nearest
from reader.archive.spark.spark_components import find_roots
from reader.archive.spark.spark_rows import Row, map_groups, map_rows
from reader.archive.term_vectors import VECTOR_TERMS, TermVector, TermVectors, make_vector

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_VECTOR = "id bigint, language string, day int, terms binary, weights binary, blocks array<int>"
_PAIR = "here bigint, there bigint, cosine double"
_GROUP = "group bigint, article bigint"


def make_vectors(articles: DataFrame, count: int) -> DataFrame:
    """Return the vectors of the articles that have a day and terms.

    Args:
        articles: all articles.
        count: how many they are.
    """
    from pyspark.sql import functions as sql

    terms = articles.select("id", "language", "day", sql.explode("terms").alias("each"))
    terms = terms.select("id", "language", "day", "each.term", "each.count")
    frequency = terms.groupBy("term").agg(sql.count("*").alias("frequency"))
    counted = terms.where("day is not null").join(frequency, "term")
    gathered = counted.groupBy("id", "language", "day").agg(
        sql.collect_list(sql.struct("term", "count", "frequency")).alias("counted")
    )
    return map_rows(gathered, partial(_make_rows, count), _VECTOR)


def pair_near(vectors: DataFrame) -> DataFrame:
    """Return each article with those nearest to it: `here`, `there`, `cosine`."""
    from pyspark.sql import functions as sql

    placed = vectors.withColumn("block", sql.explode("blocks")).drop("blocks")
    found = map_groups(placed, ["block"], _pair_block, _PAIR)
    return found.groupBy("here", "there").agg(sql.max("cosine").alias("cosine"))


def group_events(pairs: DataFrame, vectors: DataFrame, articles: DataFrame) -> DataFrame:
    """Return the articles on one event each: `event`, the smallest of their numbers, `article`.

    Args:
        pairs: near articles, as `pair_near` gives them.
        vectors: those of the articles.
        articles: their sentences.
    """
    from pyspark.sql import functions as sql

    members = _list_components(pairs).join(vectors.drop("blocks", "language"), "id")
    linked = map_groups(members, ["component"], _link_component, _GROUP).localCheckpoint()
    sizes = linked.groupBy("group").agg(sql.count("*").alias("size"))
    is_split = sql.col("size").between(FEWEST_SPLIT, MOST_SPLIT)
    whole = linked.join(sizes.where(~is_split), "group").select("group", "article")
    taken_apart = linked.join(sizes.where(is_split), "group").select("group", "article")
    beside = _list_beside(taken_apart, pairs)
    placed = taken_apart.withColumn("place", sql.lit(0)).unionByName(beside)
    sentences = articles.select(sql.col("id").alias("article"), "sentences")
    split = map_groups(placed.join(sentences, "article"), ["group"], _split_rows, _GROUP)
    return whole.unionByName(split).withColumnRenamed("group", "event")


def _list_components(pairs: DataFrame) -> DataFrame:
    """Return the articles of every component with its smallest number: `id`, `component`.

    In those of more than `MOST_LINKED` articles only nearer ones are connected, until none is
    larger.
    """
    from pyspark.sql import functions as sql

    least = NEAR
    edges = pairs.where(sql.col("cosine") >= least)
    done = None
    while True:
        roots = find_roots(edges).select(
            sql.col("node").alias("id"), sql.col("root").alias("component")
        )
        sizes = roots.groupBy("component").agg(sql.count("*").alias("size"))
        large = sizes.where(sql.col("size") > MOST_LINKED).select("component")
        is_last = least >= 1.0 or large.isEmpty()
        some = roots if is_last else roots.join(large, "component", "left_anti")
        done = some if done is None else done.unionByName(some)
        if is_last:
            return done
        least *= NEARER
        inside = roots.join(large, "component").select(sql.col("id").alias("here"))
        edges = edges.where(sql.col("cosine") >= least).join(inside, "here")


def _list_beside(groups: DataFrame, pairs: DataFrame) -> DataFrame:
    """Return the articles nearest to every group and not in it: `group`, `article`, `place`."""
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    swapped = pairs.select(sql.col("there").alias("here"), sql.col("here").alias("there"), "cosine")
    near = pairs.unionByName(swapped).withColumnRenamed("here", "article")
    others = groups.join(near, "article").select(
        "group", sql.col("there").alias("article"), "cosine"
    )
    others = others.join(groups, ["group", "article"], "left_anti")
    best = others.groupBy("group", "article").agg(sql.max("cosine").alias("cosine"))
    order = Window.partitionBy("group").orderBy(sql.desc("cosine"), "article")
    ranked = best.withColumn("place", sql.row_number().over(order))
    return ranked.where(sql.col("place") <= NEIGHBOURS_READ).drop("cosine")


def _make_rows(count: int, rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        counted = [(each["term"], each["count"], each["frequency"]) for each in row["counted"]]
        vector = make_vector(weigh_counted_terms(counted, count, VECTOR_TERMS))
        yield {
            "id": row["id"],
            "language": row["language"],
            "day": row["day"],
            "terms": vector.terms.tobytes(),
            "weights": vector.weights.tobytes(),
            "blocks": list(list_blocks(row["day"])),
        }


def _pair_block(rows: Sequence[Row]) -> Iterator[Row]:
    articles = [DatedVector(row["id"], row["day"], row["language"], _vector(row)) for row in rows]
    for pair in pair_nearest(articles, rows[0]["block"]):
        yield pair._asdict()


def _link_component(rows: Sequence[Row]) -> Iterator[Row]:
    ordered = sorted(rows, key=lambda row: int(row["id"]))
    vectors = TermVectors(map(_vector, ordered))
    days: list[int] = [row["day"] for row in ordered]

    def is_near(one: int, other: int) -> bool:
        return abs(days[one] - days[other]) <= DAYS_AROUND

    for group in link_group(vectors, range(len(ordered)), is_near):
        if len(group) > 1:
            yield from _name_group([ordered[place]["id"] for place in group])


def _split_rows(rows: Sequence[Row]) -> Iterator[Row]:
    ordered = sorted(rows, key=lambda row: (row["place"], row["article"]))
    group = [place for place, row in enumerate(ordered) if row["place"] == 0]
    beside = range(len(group), len(ordered))
    for part in split_group(group, beside, lambda place: ordered[place]["sentences"]):
        yield from _name_group([ordered[place]["article"] for place in part])


def _name_group(articles: Sequence[int]) -> Iterator[Row]:
    first = min(articles)
    return ({"group": first, "article": article} for article in articles)


def _vector(row: Row) -> TermVector:
    return TermVector(
        np.frombuffer(row["terms"], np.int64), np.frombuffer(row["weights"], np.float32)
    )
