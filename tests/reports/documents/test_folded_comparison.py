"""Near copies among many articles are described and not compared, on the screen as by command."""

from __future__ import annotations

import pytest

from reader.app.report_choice import ReportChoice
from reader.app.report_saving import WHOLE, SaveRequest, save_report, scope_of_row
from reader.articles import Article, Clean, Passage, Place, parse_article
from reader.coverage import Coverage, compare
from reader.linking import Link
from reader.notebook.claims import find_claims
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_index import TextIndex
from reader.reports.documents import build_report
from reader.reports.documents.document_formats import DocumentFormat, format_document
from reader.reports.documents.folded_comparison import compare_folded, folds_near_copies

OTHER = "Cyclists were the first to use the reopened harbour bridge at Velmar on Monday."


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    copies = [
        "The harbour bridge at Velmar reopened on Monday after nine years of repairs.\n\n"
        f"The mayor cut a ribbon before 4{number:02} cyclists rode across it to the other side.\n\n"
        "The work cost more than twice as much as the council had planned at the time."
        for number in range(11)
    ]
    texts = [*copies, OTHER]
    return tuple(
        parse_article(text, source=f"{at}.txt", name=f"{at}.txt") for at, text in enumerate(texts)
    )


@pytest.fixture(scope="module")
def coverage(articles: tuple[Article, ...]) -> Coverage:
    return compare(articles)


def make_entry(
    articles: tuple[Article, ...], kind: EntryKind, subject: Subject, *places: Place
) -> PlacedEntry:
    made = Entry(new_entry_id(), kind, subject, (), Clean("look at this"))
    passages = [Passage.of_paragraph(articles, place) for place in places]
    return PlacedEntry(TextIndex(articles).make_entry(made, passages), places)


def test_only_what_people_read_is_folded_and_no_part_of_it() -> None:
    forms = {form for form in DocumentFormat if folds_near_copies(11, form, is_part=False)}
    assert forms == {DocumentFormat.PLAIN, DocumentFormat.MARKDOWN, DocumentFormat.HTML}
    assert not any(folds_near_copies(10, form, is_part=False) for form in DocumentFormat)
    assert not any(folds_near_copies(11, form, is_part=True) for form in DocumentFormat)


def test_a_report_saved_on_the_screen_is_that_of_the_command(articles, coverage, tmp_path) -> None:
    name = str(tmp_path / "x.txt")
    request = SaveRequest(WHOLE, ReportChoice(), name, replaces=False)
    said = save_report(coverage, 0.3, request, PlacedEntries())
    assert said.endswith("; 10 of 12 articles are near copies, listed apart")
    folded, copies, _ = compare_folded(articles, PlacedEntries())
    expected = format_document(build_report(folded, 0.3, copies=copies), DocumentFormat.PLAIN)
    assert (tmp_path / "x.txt").read_text(encoding="utf-8").splitlines() == list(expected)


def test_a_part_saved_on_the_screen_is_of_all_articles(coverage, tmp_path) -> None:
    name = str(tmp_path / "x.txt")
    request = SaveRequest(scope_of_row(1), ReportChoice(), name, replaces=False)
    assert "near copies" not in save_report(coverage, 0.3, request, PlacedEntries())
    assert (tmp_path / "x.txt").read_text(encoding="utf-8").startswith("12 articles compared")


def list_ends(links: list[Link]) -> list[tuple[Place, Place]]:
    return [(link.here.place, link.there.place) for link in links]


def test_what_the_user_noted_and_claimed_goes_along(articles, coverage) -> None:
    note = make_entry(articles, EntryKind.NOTE, Subject.PARAGRAPH, Place(5, 1))
    pair = Place(5, 0), Place(7, 0)
    rejected = make_entry(articles, EntryKind.REJECTED, Subject.LINK, *pair)
    lost = PlacedEntry(note.entry, (None,))
    entries = PlacedEntries((note, rejected, lost))
    whole = find_claims(entries).apply(coverage)
    folded, copies, moved = compare_folded(articles, entries, whole)
    assert [article.name for article in folded.articles] == ["5.txt", "7.txt", "11.txt"]
    assert len(copies) == 9
    assert [each.places for each in moved.entries] == [
        (Place(0, 1),), (Place(0, 0), Place(1, 0)), (None,)
    ]  # fmt: skip
    ends = list_ends(list(folded.links(0.0)))
    assert (Place(0, 1), Place(1, 1)) in ends
    assert (Place(0, 0), Place(1, 0)) not in ends


def test_a_known_comparison_without_near_copies_is_taken(make_english) -> None:
    words = ("quince", "lantern", "turnip")
    texts = [f"The {each} of Velmar was sold to {each} traders in March." for each in words]
    whole = compare([make_english(str(at), text) for at, text in enumerate(texts)])
    assert compare_folded(whole.articles, PlacedEntries(), whole).coverage is whole
