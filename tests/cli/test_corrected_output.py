"""The commands print nothing that the user rejected."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import open_articles
from reader.articles import Passage, Place
from reader.notebook import Notebook
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_index import TextIndex

FERRY = "The ferry to Ainaži stopped on Tuesday after a wave broke its ramp, the harbour said.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="names the folder of the notebook")
@pytest.mark.parametrize("command", [["links", "--json"], ["report", "--format", "json"]])
def test_a_rejected_link_is_in_no_report(command, tmp_path: Path, monkeypatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(FERRY + f"\nMore in {name} of {name}lone things.\n")
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]

    def count() -> int:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *command, *files],
            capture_output=True,
            text=True,
            check=True,
        )
        if command[0] == "links":
            return len(done.stdout.splitlines())
        return len(json.loads(done.stdout)["links"])

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    before = count()
    articles = open_articles(files)
    ends = [Passage.of_paragraph(articles, Place(article, 0)) for article in (0, 1)]
    entry = Entry(new_entry_id(), EntryKind.REJECTED, Subject.LINK, ())
    entry = TextIndex(articles).make_entry(entry, ends)
    notebook = Notebook(tmp_path / "state" / "reader" / "notebook.sqlite3")
    notebook.write_entries([entry])
    assert before > 0
    assert count() != before
    notebook.write_entries(retired=[entry.id])
    assert count() == before
    notebook.write_entries([replace(entry, id=new_entry_id(), kind=EntryKind.ADDED)])
    assert count() > 0
