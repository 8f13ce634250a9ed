"""Which passages of several articles tell the same moment, and why."""

from reader.linking.coverage import Coverage, Evidence, Level, Link, LinkTable, Moment, Place
from reader.linking.comparing import compare

__all__ = ["Coverage", "Evidence", "Level", "Link", "LinkTable", "Moment", "Place", "compare"]
