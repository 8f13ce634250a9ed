"""The plain loop that the joins on Spark are compared with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

EDGES = some.lists(some.tuples(some.integers(0, 12), some.integers(0, 12)), max_size=24)


@given(edges=EDGES)
def test_what_edges_connect_is_one_group(plain_joins, edges):
    groups = {frozenset({node}) for edge in edges for node in edge}
    for one, other in edges:
        joined = [group for group in groups if one in group or other in group]
        groups = groups.difference(joined) | {frozenset().union(*joined)}
    assert plain_joins.connect(edges) == groups
