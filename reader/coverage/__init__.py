"""The comparison of several articles, with the evidence for each link.

`compare` and `Evidence` are imported at their first use, since a screen that gets its links
from another process needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reader.coverage.coverage import Coverage

if TYPE_CHECKING:
    from reader.coverage.comparison import compare
    from reader.coverage.evidence import Evidence

__all__ = ["Coverage", "Evidence", "compare"]

_MODULES = {"Evidence": "reader.coverage.evidence", "compare": "reader.coverage.comparison"}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name]), name)
