"""The user's claims, applied to links, quotes and differences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import compare, follow_notebook
from reader.articles import Article, Clean, Passage, Place
from reader.coverage import Coverage
from reader.errors import ReaderError
from reader.notebook import Notebook
from reader.notebook.claims import Claims, find_claims, read_claims
from reader.notebook.entries import Entry, new_entry_id
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.placed_entries import PlacedEntries
from reader.notebook.text_index import TextIndex

FERRY = (
    "The ferry to Ainaži stopped on Tuesday after a wave broke 12 planks of its ramp, it was said."
)
FERRY_2 = FERRY.replace("12", "14")
QUOTE = "“The ramp will be repaired before the summer,” harbour master Ilze Kalns told reporters."
QUOTE_2 = "“The ramp will be repaired before the summer,” said mayor Juris Ozols on Wednesday."


@pytest.fixture
def articles(make_article) -> tuple[Article, ...]:
    return make_article("a", FERRY, QUOTE), make_article("b", QUOTE_2, FERRY_2)


@pytest.fixture
def coverage(articles) -> Coverage:
    return compare(articles)


def entry(
    articles: tuple[Article, ...],
    kind: EntryKind,
    subject: Subject,
    passages: list[Passage],
    text: str = "",
    detail: str = "",
    words: str = "",
) -> Entry:
    made = Entry(new_entry_id(), kind, subject, (), Clean(text), Clean(detail))
    return TextIndex(articles).make_entry(made, passages, (words,) if words else ())


def whole(articles: tuple[Article, ...], *places: Place) -> list[Passage]:
    return [Passage.of_paragraph(articles, place) for place in places]


def place(articles: tuple[Article, ...], *entries: Entry) -> PlacedEntries:
    return TextIndex(articles).place_entries(entries, {})


def test_rejected_and_added_links_are_followed(articles, coverage) -> None:
    pair = whole(articles, Place(0, 0), Place(1, 1))
    assert coverage.links_from(Place(0, 0))
    rejected = entry(articles, EntryKind.REJECTED, Subject.LINK, pair)
    added = entry(
        articles, EntryKind.ADDED, Subject.LINK, whole(articles, Place(1, 0), Place(0, 0))
    )
    corrected = find_claims(place(articles, rejected, added)).apply(coverage)
    assert [link.there.place for link in corrected.links_from(Place(0, 0))] == [Place(1, 0)]
    assert find_claims(PlacedEntries()).apply(corrected).total_link_counts() == (
        coverage.total_link_counts()
    )


def test_of_contradicting_claims_the_later_holds(articles) -> None:
    pair = whole(articles, Place(0, 0), Place(1, 1))
    rejected = replace(entry(articles, EntryKind.REJECTED, Subject.LINK, pair), created=1)
    added = replace(entry(articles, EntryKind.ADDED, Subject.LINK, pair[::-1]), created=2)
    links = find_claims(place(articles, added, rejected)).links
    assert not links.rejected
    assert links.added == {(Place(0, 0), Place(1, 1))}


def test_a_rejected_difference_is_left_out_also_where_fewer_articles_state_it(
    articles, coverage, make_article
) -> None:
    numbers = [each for each in coverage.differences if each.kind.value == "number"]
    assert len(numbers) == 1
    sides = [side.passage for side in numbers[0].sides]
    rejected = entry(articles, EntryKind.REJECTED, Subject.DIFFERENCE, sides, detail="number")
    corrected = find_claims(place(articles, rejected)).apply(coverage)
    assert not [each for each in corrected.differences if each.kind.value == "number"]
    of_dates = replace(rejected, detail=Clean("date"))
    kept = find_claims(place(articles, of_dates)).apply(coverage)
    assert len(kept.differences) == len(coverage.differences)
    edited = (articles[0], make_article("b", QUOTE_2, FERRY_2.replace("14", "15")))
    assert not find_claims(place(edited, rejected)), "another number is another paragraph"


def test_a_rejected_version_is_no_version_of_the_quote(articles, coverage) -> None:
    [shared] = coverage.shared_quotes
    base, version = shared.versions
    rejected = entry(
        articles,
        EntryKind.REJECTED,
        Subject.VERSION,
        [version.passages[0], base.passages[0]],
        words=version.text,
    )
    corrected = find_claims(place(articles, rejected)).apply(coverage)
    assert corrected.shared_quotes == ()
    alone = corrected.article_quotes.find_utterances()
    assert sorted(quote.articles for quote in alone) == [(0,), (1,)]
    assert [quote.number for quote in alone] == [1, 2]
    assert Claims().apply(corrected).shared_quotes == (shared,)


def test_a_speaker_that_the_user_named_is_the_speaker_everywhere(articles, coverage) -> None:
    [shared] = coverage.shared_quotes
    version = next(each for each in shared.versions if each.article == 1)
    named = entry(
        articles, EntryKind.SPEAKER, Subject.SPEAKER, [version.passages[0]], text="Anna Liepa",
        words=version.text,
    )  # fmt: skip
    corrected = find_claims(place(articles, named)).apply(coverage)
    [quote] = corrected.shared_quotes
    speakers = {each.article: each.speaker for each in quote.versions}
    assert speakers[1].name == "Anna Liepa"
    assert speakers[1].is_stated
    assert speakers[0] == next(each.speaker for each in shared.versions if each.article == 0)
    assert {each.speaker.name for each in corrected.quotes[1]} == {"Anna Liepa"}
    unknown = find_claims(place(articles, replace(named, text=Clean("")))).apply(coverage)
    assert {each.speaker for each in unknown.quotes[1]} == {None}


def test_claims_are_read_from_a_notebook_and_its_problem_is_said(
    articles, coverage, tmp_path
) -> None:
    notebook = Notebook(tmp_path / "notebook.sqlite3")
    pair = whole(articles, Place(0, 0), Place(1, 1))
    notebook.write_entries([entry(articles, EntryKind.REJECTED, Subject.LINK, pair)])
    problems: list[ReaderError] = []
    assert read_claims(articles, notebook, problems.append).links.rejected
    assert read_claims(articles[:1], notebook, problems.append) == Claims()
    assert problems == []
    (tmp_path / "folder").mkdir()
    assert not read_claims(articles, Notebook(tmp_path / "folder"), problems.append)
    assert len(problems) == 1


def test_a_comparison_follows_a_notebook(articles, coverage, tmp_path) -> None:
    path = tmp_path / "notebook.sqlite3"
    pair = whole(articles, Place(0, 0), Place(1, 1))
    assert follow_notebook(coverage, path).links_from(Place(0, 0))
    Notebook(path).write_entries([entry(articles, EntryKind.REJECTED, Subject.LINK, pair)])
    assert not follow_notebook(coverage, path).links_from(Place(0, 0))
