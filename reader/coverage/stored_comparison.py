"""Reading the bytes of a comparison, without the modules that compare."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from reader.articles import Article
from reader.coverage.coverage import Coverage
from reader.coverage.findings import Findings
from reader.linking.link_table import LinkTable
from reader.story.moments import groups_from_bytes


def read_coverage(
    articles: Sequence[Article], data: bytes, findings: Findings | None = None
) -> Coverage:
    """The coverage of articles whose comparison `Comparison.to_bytes` wrote.

    Args:
        articles: the articles.
        data: the bytes.
        findings: what was found out about single links and paragraphs before.

    Raises:
        ValueError: the length is not right, or it is the comparison of other articles.
    """
    lengths = array("Q")
    begin = 3 * lengths.itemsize
    if len(data) < begin:
        raise ValueError("the comparison is cut short")
    lengths.frombytes(data[:begin])
    if begin + sum(lengths) != len(data):
        raise ValueError("the comparison has the wrong length")
    parts = []
    for length in lengths:
        parts.append(data[begin : begin + length])
        begin += length
    table, groups, quotes = parts
    return Coverage(
        articles,
        LinkTable.from_bytes(table),
        groups_from_bytes(groups),
        quotes,
        findings=findings,
    )
