"""Two versions that share one sentence of several, and have others beside it."""

from __future__ import annotations

import re

from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.word_edits import EditKind, EditPlace, build_edit_script

LAST = "We have listened to the sailors."
ONE = f"We know that most of the boats that need a new engine have one already. {LAST}"
OTHER = f"We have heard of the need for more time to mend the old harbour wall. {LAST}"


def script(base: str, version: str) -> list[tuple[EditKind, EditPlace, str, str]]:
    words = [read_quote_words(text, [(0, len(text))]) for text in (base, version)]

    def printed(text: str, number: int, span: slice) -> str:
        found = words[number][span]
        return text[found[0].start : found[-1].end] if found else ""

    return [
        (edit.kind, edit.place, printed(base, 0, edit.base), printed(version, 1, edit.version))
        for edit in build_edit_script(*words)
    ]


def test_another_sentence_is_no_changed_form_of_it() -> None:
    edits = script(ONE, OTHER)
    assert [(kind, place) for kind, place, _, _ in edits] == [
        (EditKind.CHANGED, EditPlace.START),
        (EditKind.SAME, EditPlace.INSIDE),
    ]
    assert edits[0][2] == "We know that most of the boats that need a new engine have one already"
    assert edits[1][3] == "We have listened to the sailors"


def test_a_sentence_that_was_cut_or_changed_stays_one() -> None:
    edits = script(ONE, f"We know that the boats need a new wall. {LAST}")
    assert len([kind for kind, *_ in edits if kind is EditKind.SAME]) > 2


def test_a_run_over_the_end_of_a_sentence_counts_for_it() -> None:
    rest = "when I refused to endorse him and his boats last winter. Look at his record!"
    base = f"Tom Wiech is fighting the harbour, Wiech dropped out of the race in Lodden {rest}"
    edits = script(base, f"Wiech dropped out of the race in Loden {rest}")
    assert [kind for kind, *_ in edits] == [
        EditKind.DROPPED,
        EditKind.SAME,
        EditKind.CHANGED,
        EditKind.SAME,
    ]


def test_words_that_are_all_of_a_version_are_kept() -> None:
    edits = script(ONE, "the boats that need a sail, the sailors said, cost money.")
    assert any(kind is EditKind.SAME for kind, *_ in edits)


def test_a_sentence_behind_an_attribution_is_another() -> None:
    first = "We have listened to the sailors"
    one = f"“{first},” she said. “We know that most of the boats that need a new engine have one.”"
    other = f"“{first},” she said. “We have heard of the need for more time to mend the wall.”"
    words = [
        read_quote_words(text, [match.span(1) for match in re.finditer("“(.*?)”", text)])
        for text in (one, other)
    ]
    edits = build_edit_script(*words)
    assert [edit.kind for edit in edits] == [EditKind.SAME, EditKind.CHANGED]
