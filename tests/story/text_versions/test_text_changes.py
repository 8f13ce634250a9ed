"""What changed between two versions of one text."""

from __future__ import annotations

import pytest

from reader import find_quotes
from reader.articles import Article
from reader.story.differences.difference import DifferenceKind
from reader.story.text_versions.text_change import ChangeKind, TextChange, TextChanges
from reader.story.text_versions.text_changes import find_text_changes
from tests.story.worded_versions import FIRST, NOTE, SECOND, make_version


def compare(*articles: Article) -> TextChanges:
    return find_text_changes(articles, 0, 1, [find_quotes(article) for article in articles])


@pytest.fixture(scope="module")
def changes() -> TextChanges:
    return compare(make_version(FIRST), make_version(SECOND))


def of_kind(changes: TextChanges, kind: ChangeKind) -> list[tuple[str, str]]:
    return [(change.old, change.new) for change in changes.changes if change.kind is kind]


def test_facts_come_before_words(changes: TextChanges) -> None:
    ranks = [change.kind.rank for change in changes.changes]
    assert ranks == sorted(ranks)
    assert [(change.fact, change.old, change.new) for change in changes.changes[:2]] == [
        (DifferenceKind.NUMBER, "12", "21"),
        (DifferenceKind.NEGATION, "", "not"),
    ]


def test_each_kind_of_change_is_found(changes: TextChanges) -> None:
    assert of_kind(changes, ChangeKind.QUOTE) == [("", "new")]
    assert [new[:9] for _, new in of_kind(changes, ChangeKind.ADDED)] == ["The owner"]
    assert [old[:7] for old, _ in of_kind(changes, ChangeKind.REMOVED)] == ["Farmers"]
    assert [new[:8] for _, new in of_kind(changes, ChangeKind.MOVED)] == ["Two tugs"]
    assert of_kind(changes, ChangeKind.WORDING) == [("in the morning", "on Saturday")]


def test_another_headline_tells_which_fact_it_changes(changes: TextChanges) -> None:
    (headline,) = [each for each in changes.changes if each.kind is ChangeKind.HEADLINE]
    assert headline.fact is DifferenceKind.NUMBER


def test_a_note_points_at_what_it_corrected(changes: TextChanges) -> None:
    assert [change.old for change in changes.changes if change.note == NOTE] == ["12"]
    assert changes.loose_notes == ()


def test_a_note_about_words_that_did_not_change_is_loose() -> None:
    (note,) = compare(make_version(FIRST), make_version(f"{FIRST}\n\n{NOTE}")).loose_notes
    assert note == NOTE


def test_a_note_that_both_have_points_at_nothing() -> None:
    changes = compare(make_version(f"{FIRST}\n\n{NOTE}"), make_version(SECOND))
    assert not [change for change in changes.changes if change.note]
    assert changes.loose_notes == ()


def test_a_text_and_itself_have_no_changes() -> None:
    found = compare(make_version(SECOND), make_version(SECOND))
    assert found.changes == ()
    assert found.rows


def test_the_passages_of_a_change_are_its_words(changes: TextChanges) -> None:
    def words(change: TextChange) -> tuple[str, str]:
        sides = (change.here, change.there)
        return tuple(" ".join(passage.text for passage in side) for side in sides)

    edits = [change for change in changes.changes if change.kind is not ChangeKind.HEADLINE]
    assert [words(change) for change in edits] == [(each.old, each.new) for each in edits]


def test_turned_versions_have_turned_changes(changes: TextChanges) -> None:
    turned = compare(make_version(SECOND), make_version(FIRST))
    assert sorted((change.new, change.old) for change in turned.changes if change.fact) == sorted(
        (change.old, change.new) for change in changes.changes if change.fact
    )


def test_a_sentence_in_another_paragraph_moved() -> None:
    moved = "The captain spoke of a strong wind from the west."
    first, second, *rest = FIRST.split("\n\n")[1:]
    here = "\n\n".join([f"{first} {moved}", second, *rest])
    there = "\n\n".join([first, f"{second} {moved}", *rest])
    (change,) = compare(make_version(here), make_version(there)).changes
    assert (change.kind, change.old, change.new) == (ChangeKind.MOVED, moved[:-1], moved[:-1])
    assert [side[0].number for side in (change.here, change.there)] == [1, 2]


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("blocked the canal for nine hours", "blocked the canal for ten hours", "number"),
        ("was taken off unhurt", "was not taken off unhurt", "negation"),
        ("a boat of the fire brigade", "the No. 5 boat of the fire brigade", None),
        (
            "ran aground below the lock",
            "ran aground. Nobody knows why. It was below the lock",
            None,
        ),
        ("Friday night and blocked", "Saturday night and blocked", "date"),
    ],
)
def test_only_short_edits_inside_a_sentence_change_facts(
    old: str, new: str, fact: str | None
) -> None:
    changes = compare(make_version(FIRST), make_version(FIRST.replace(old, new))).changes
    assert [change.fact.value for change in changes if change.fact] == ([fact] if fact else [])
