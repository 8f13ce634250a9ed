"""Connected components, by stars of ever smaller numbers (Kiveris, Lattanzi, Mirrokni, Rastogi and
Vassilvitskii, "Connected Components in MapReduce and Beyond", 2014).

Every round ties each node to the smallest one near it. It ends where a round changes nothing,
after as many rounds as the logarithm of the longest way in a component.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def find_roots(edges: DataFrame) -> DataFrame:
    """Return every node of some edges with the smallest node of its component.

    Args:
        edges: `here` and `there` of every edge, of any type that has an order; each edge once or
            more often, in either direction.

    Returns:
        `node` and `root`; the smallest node is its own root.
    """
    from pyspark.sql import functions as sql

    stars = edges.select(
        sql.greatest("here", "there").alias("node"), sql.least("here", "there").alias("root")
    )
    stars = stars.where("node != root").distinct().localCheckpoint()
    before = _summarise(stars)
    while True:
        stars = _make_small_stars(_make_large_stars(stars)).localCheckpoint()
        after = _summarise(stars)
        if after == before:
            break
        before = after
    roots = stars.select(sql.col("root").alias("node"), "root").distinct()
    return stars.unionByName(roots)


def _make_large_stars(stars: DataFrame) -> DataFrame:
    """Tie the larger neighbours of every node to the smallest of all its neighbours."""
    from pyspark.sql import functions as sql

    swapped = stars.select(sql.col("root").alias("node"), sql.col("node").alias("root"))
    both = stars.unionByName(swapped)
    least = both.groupBy("node").agg(sql.min("root").alias("least"))
    least = least.select("node", sql.least("node", "least").alias("least"))
    tied = both.join(least, "node").where("root > node")
    return tied.select(sql.col("root").alias("node"), sql.col("least").alias("root")).distinct()


def _make_small_stars(stars: DataFrame) -> DataFrame:
    """Tie every node and its smaller neighbours to the smallest of these."""
    from pyspark.sql import functions as sql

    least = stars.groupBy("node").agg(sql.min("root").alias("least"))
    tied = stars.join(least, "node").where("root != least")
    others = tied.select(sql.col("root").alias("node"), sql.col("least").alias("root"))
    own = least.select("node", sql.col("least").alias("root"))
    return others.unionByName(own).distinct()


def _summarise(stars: DataFrame) -> tuple[int, int]:
    """Return what two rounds have in common only where their edges are the same."""
    from pyspark.sql import functions as sql

    hashed = sql.sum(sql.xxhash64("node", "root").cast("decimal(38,0)"))
    count, total = stars.agg(sql.count("*"), hashed).first()
    return int(count), int(total or 0)
