"""The comparison of several articles, with the evidence for each link.

`compare` is imported at its first use, since a screen that gets its links from another process
does not need it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.coverage.coverage import Coverage
from reader.coverage.findings import Evidence
from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.coverage.comparison import compare

__all__ = ["Coverage", "Evidence", "compare"]

_MODULES = {"compare": "comparison"}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
