"""Pairs that share keys which few have: shingles of utterances, prints of articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def pair_holders(
    holders: DataFrame, names: Sequence[str], *, most_holders: int, fewest_shared: int
) -> DataFrame:
    """Return the pairs of holders of two articles that share keys, with the number of these.

    Args:
        holders: a row for every holder and key: `article`, the other columns that name the holder,
            and `key`.
        names: the columns that name a holder, `article` first.
        most_holders: keys that more have than this are left out.
        fewest_shared: pairs that share fewer are left out.

    Returns:
        For each name `here_…` and `there_…`, those of the smaller article first, and `shared`.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    counted = holders.withColumn("holders", sql.count("*").over(Window.partitionBy("key")))
    rare = counted.where(sql.col("holders").between(2, most_holders)).drop("holders")
    here = rare.select("key", *(sql.col(name).alias(f"here_{name}") for name in names))
    there = rare.select("key", *(sql.col(name).alias(f"there_{name}") for name in names))
    pairs = here.join(there, "key").where("here_article < there_article")
    both = [f"{side}_{name}" for side in ("here", "there") for name in names]
    counts = pairs.groupBy(*both).agg(sql.count("*").cast("int").alias("shared"))
    return counts.where(sql.col("shared") >= fewest_shared)
