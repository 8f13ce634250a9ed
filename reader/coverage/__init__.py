"""The comparison of several articles, with the evidence for each link.

`compare` is imported at its first use, since a screen that gets its links from another process
does not need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reader.coverage.coverage import Coverage
from reader.coverage.findings import Evidence

if TYPE_CHECKING:
    from reader.coverage.comparison import compare

__all__ = ["Coverage", "Evidence", "compare"]

_MODULES = {"compare": "reader.coverage.comparison"}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name]), name)
