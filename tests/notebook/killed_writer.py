"""Writes entries into a notebook and prints the id of each once it is saved, until killed."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.articles import Clean
from reader.notebook import Notebook
from reader.notebook.entries import Anchor, Entry, new_entry_id, now
from reader.notebook.entry_kinds import EntryKind, Subject


def write_until_killed(path: Path) -> None:
    """Add entries without end."""
    notebook = Notebook(path)
    while True:
        words = Clean("Some words. " * 50)
        anchor = Anchor("0" * 64, "0" * 32, 1, words)
        entry = Entry(
            new_entry_id(), EntryKind.NOTE, Subject.PARAGRAPH, (anchor,), words, created=now()
        )
        notebook.write_entries([entry])
        print(entry.id, flush=True)


if __name__ == "__main__":
    write_until_killed(Path(sys.argv[1]))
