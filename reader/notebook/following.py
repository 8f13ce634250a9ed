"""Applies the corrections in a notebook to a comparison."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook.notebook_file import Notebook

if TYPE_CHECKING:
    from reader.coverage import Coverage


def follow_notebook(coverage: Coverage, path: Path | None = None) -> Coverage:
    """Return a comparison of the same articles that follows the claims in a notebook.

    Args:
        coverage: the comparison.
        path: the file of the notebook; the user's own if None.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    # Imported here, because it needs the packages that compare.
    from reader.notebook.claims import find_claims, read_entries_about

    placed = read_entries_about(coverage.articles, Notebook(path))
    return find_claims(placed).apply(coverage)
