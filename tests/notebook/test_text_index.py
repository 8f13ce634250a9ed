"""Entries at their places: in the same text, in one moved or edited, nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles import Article, Clean, Passage, Place
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.exchange import format_change, parse_change
from reader.notebook.notebook_changes import NotebookChange
from reader.notebook.placed_entries import PlacedEntries
from reader.notebook.text_index import TextIndex, means_words

FERRY = "The ferry to Ainaži stopped on Tuesday after a wave broke its ramp."
ROOF = "Teachers in Madona will get a new roof before the winter."
HORSE = "A grey horse that had swum across the bay was found by a baker."
BREAD = "The baker gave it bread."


def note_on(index: TextIndex, *places: Place, subject: Subject = Subject.PARAGRAPH) -> Entry:
    entry = Entry(new_entry_id(), EntryKind.NOTE, subject, (), Clean("look"))
    passages = [Passage.of_paragraph(index.articles, place) for place in places]
    return index.make_entry(entry, passages)


def places_in(articles: list[Article], entry: Entry, index: TextIndex) -> tuple[Place | None, ...]:
    known = {known.text_key: known for known in index.describe_articles()}
    placed = TextIndex(articles).place_entries([entry], known)
    return placed.entries[0].places if placed else ()


@pytest.fixture
def articles(make_article) -> list[Article]:
    return [make_article("a", FERRY, ROOF, HORSE), make_article("b", HORSE, BREAD)]


def test_an_entry_is_found_where_the_words_are_the_same(articles) -> None:
    index = TextIndex(articles)
    entry = note_on(index, Place(0, 2))
    moved = [articles[1], replace(articles[0], source=Clean("elsewhere/c.txt"), name=Clean("c"))]
    assert places_in(moved, entry, index) == (Place(1, 2),)


def test_another_outlet_with_the_same_paragraph_does_not_get_the_note(articles) -> None:
    index = TextIndex(articles)
    entry = note_on(index, Place(0, 2))
    assert places_in([articles[1]], entry, index) == ()
    assert places_in(articles, entry, index) == (Place(0, 2),)


def test_an_edited_article_keeps_the_notes_of_its_unchanged_paragraphs(
    articles, make_article
) -> None:
    index = TextIndex(articles)
    edited = replace(
        make_article("c", "New.", "“Teachers in Madona will get a new roof  before the winter.”",
                     HORSE, BREAD),
        source=Clean("moved.txt"),
    )  # fmt: skip
    assert places_in([edited], note_on(index, Place(0, 1)), index) == (Place(0, 1),)
    assert places_in([edited], note_on(index, Place(0, 2)), index) == (Place(0, 2),)
    assert places_in([edited], note_on(index, Place(0, 0)), index) == ()


def test_the_same_file_is_the_same_article_however_much_of_it_is_new(
    articles, make_article
) -> None:
    index = TextIndex(articles)
    rewritten = make_article("a", BREAD, "One.", "Two.", FERRY)
    entry = note_on(index, Place(0, 0))
    assert places_in([rewritten], entry, index) == (Place(0, 3),)
    assert places_in([replace(rewritten, source=Clean("z.txt"))], entry, index) == ()


def test_of_paragraphs_with_the_same_words_it_is_the_nearest(make_article) -> None:
    index = TextIndex([make_article("a", BREAD, FERRY, BREAD, ROOF)])
    entry = note_on(index, Place(0, 2))
    later = make_article("a", BREAD, FERRY, HORSE, BREAD, ROOF)
    assert places_in([later], entry, index) == (Place(0, 3),)


def test_a_claim_is_complete_only_where_both_articles_are_open(articles) -> None:
    index = TextIndex(articles)
    entry = replace(
        note_on(index, Place(0, 2), Place(1, 0), subject=Subject.LINK), kind=EntryKind.REJECTED
    )
    both = index.place_entries([entry], {})
    assert [each.places for each in both.claims(EntryKind.REJECTED, Subject.LINK)] == [
        (Place(0, 2), Place(1, 0))
    ]
    one = TextIndex(articles[:1]).place_entries([entry], {})
    assert one.at(Place(0, 2))
    assert not one.claims(EntryKind.REJECTED, Subject.LINK)


def test_entries_are_placed_and_left_out(articles) -> None:
    index = TextIndex(articles)
    first, second = note_on(index, Place(0, 0)), note_on(index, Place(0, 0))
    placed = index.place_entries([first, second], {})
    assert [each.entry for each in placed.notes_at(Place(0, 0))] == [first, second]
    assert [each.entry for each in placed.without([first.id]).entries] == [second]


def test_what_is_known_of_an_article_can_be_read_back_however_long_it_is(
    articles, monkeypatch
) -> None:
    monkeypatch.setattr("reader.notebook.text_index.MOST_PARAGRAPHS", 2)
    monkeypatch.setattr("reader.notebook.exchange.MOST_PARAGRAPHS", 2)
    known = TextIndex(articles).describe_articles()
    assert max(len(each.paragraphs) for each in known) == 2
    change = NotebookChange(articles=known)
    assert parse_change("\n".join(format_change(change)).encode()).articles == tuple(
        sorted(known, key=lambda each: each.text_key)
    )


def test_an_anchor_means_words_however_they_are_printed(articles) -> None:
    index = TextIndex(articles)
    passage = Passage(articles[0], articles[0].paragraphs[2], 2, 12)
    anchor = index.make_anchor(passage)
    assert anchor.words == "grey horse"
    assert not anchor.is_whole
    assert means_words(anchor, "“Grey  horse”")
    assert not means_words(anchor, "grey horses")


def test_a_note_is_lost_where_its_article_is_open_without_its_paragraph(
    articles, make_article
) -> None:
    index = TextIndex(articles)
    known = {known.text_key: known for known in index.describe_articles()}
    notes = [note_on(index, Place(0, 0)), note_on(index, Place(0, 1)), note_on(index, Place(1, 1))]
    edited = make_article("a", "A ferry stopped.", ROOF, HORSE)
    assert TextIndex([edited]).find_lost(notes, known) == (notes[0],)
    moved = replace(edited, source=Clean("elsewhere/c.txt"))
    assert TextIndex([moved]).find_lost(notes, known) == (notes[0],)
    other_outlet = replace(moved, name=Clean("c"))
    assert TextIndex([other_outlet]).find_lost(notes, known) == ()
    assert TextIndex(articles).find_lost(notes, known) == ()


def test_an_entry_on_the_copy_of_another_outlet_says_where_it_was_written(
    articles, make_article
) -> None:
    index = TextIndex(articles)
    entry = note_on(index, Place(0, 2))
    known = {each.text_key: each for each in index.describe_articles()}

    def origin(article: Article) -> str:
        [placed] = TextIndex([article]).place_entries([entry], known).entries
        assert PlacedEntries([placed]).moved({0: 1}).entries[0].origin == placed.origin
        return placed.origin

    copy = make_article("the-post", FERRY, ROOF, HORSE, BREAD)
    assert origin(copy) == " (written on a, 1970-01-01)"
    for same in (
        articles[0],
        make_article("a", FERRY, ROOF, HORSE, BREAD),
        replace(articles[0], source=Clean("moved/a.txt")),
        replace(articles[0], source=Clean("moved/a.txt"), distinction=Clean("second")),
    ):
        assert origin(same) == ""
