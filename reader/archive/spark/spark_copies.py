"""The prints join: which articles share runs of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.archive.copy_prints import FEWEST_SHARED, MOST_HOLDERS
from reader.archive.spark.shared_keys import pair_holders

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def pair_copies(articles: DataFrame) -> DataFrame:
    """Return the pairs of articles that share prints: `here`, `there`, `shared`.

    They share `FEWEST_SHARED` prints that no more than `MOST_HOLDERS` articles have.
    """
    from pyspark.sql import functions as sql

    holders = articles.select(sql.col("id").alias("article"), sql.explode("prints").alias("key"))
    pairs = pair_holders(
        holders, ["article"], most_holders=MOST_HOLDERS, fewest_shared=FEWEST_SHARED
    )
    return pairs.select(
        sql.col("here_article").alias("here"), sql.col("there_article").alias("there"), "shared"
    )
