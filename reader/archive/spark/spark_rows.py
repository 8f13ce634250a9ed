"""Rows of Spark as dictionaries: functions over many rows, and over the rows of a group.

Rows travel in Arrow's format: whole batches, and bytes as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Row = dict[str, Any]
RowFunction = Callable[[Sequence[Row]], Iterable[Row]]
"""Returns rows for some rows. It and what it refers to are found by their names where it runs."""


def map_rows(frame: DataFrame, function: RowFunction, columns: str) -> DataFrame:
    """Return the rows that a function gives for those of a frame, in batches of any size.

    Args:
        frame: the rows.
        function: gives rows for some of them.
        columns: names and types of what it gives, as `here bigint, cosine double`.
    """
    schema, arrow = _read_schema(frame.sparkSession, columns)

    def map_batches(batches: Iterator[Any]) -> Iterator[Any]:
        from pyarrow import RecordBatch

        for batch in batches:
            found = list(function(batch.to_pylist()))
            yield RecordBatch.from_pylist(found, schema=arrow)

    return frame.mapInArrow(map_batches, schema)


def map_groups(
    frame: DataFrame, keys: Sequence[str], function: RowFunction, columns: str
) -> DataFrame:
    """Return the rows that a function gives for the rows of every group.

    Args:
        frame: the rows.
        keys: the columns whose values a group has in common.
        function: gives rows for all rows of one group.
        columns: names and types of what it gives.
    """
    schema, arrow = _read_schema(frame.sparkSession, columns)

    def map_group(table: Any) -> Any:
        from pyarrow import Table

        return Table.from_pylist(list(function(table.to_pylist())), schema=arrow)

    return frame.groupBy(*keys).applyInArrow(map_group, schema)


def _read_schema(session: SparkSession, columns: str) -> tuple[Any, Any]:
    """Return names and types of columns as Spark has them, and as Arrow."""
    from pyspark.sql.pandas.types import to_arrow_schema

    schema = session.createDataFrame([], columns).schema
    return schema, to_arrow_schema(schema)
