from __future__ import annotations

import pytest

from reader.archive.quote_search import AskedMatch, QuoteTooShortError, find_quote, match_asked
from reader.quote_versions.quote_words import read_quote_words

WHOLE = (
    "We shall mend the old harbour wall before the winter storms come, and the town will pay for "
    "every stone of it"
)


def search(archive, text, **options):
    return find_quote(text, archive.store, archive.indexes, **options)


def test_all_versions_are_found_the_earliest_first(asked_archive):
    found = search(asked_archive, WHOLE)
    assert [each.stored.id for each in found.versions] == [1, 2, 3]
    assert found.quote is not None
    assert len(found.quote.versions) == 3


def test_versions_are_told_as_the_ladder_has_them(asked_archive):
    by_article = {each.stored.id: each.version for each in search(asked_archive, WHOLE).versions}
    assert by_article[2].count_cuts(signed=False) == 5
    assert by_article[3].trimmed_counts[1] == 10
    assert by_article[3].changed_count == 1


def test_a_cut_version_finds_the_others_through_the_fullest(asked_archive):
    found = search(asked_archive, "the town will pay for every stone of it")
    assert {each.stored.id for each in found.versions} == {1, 2, 3}


def test_marks_around_the_words_change_nothing(asked_archive):
    plain, marked = search(asked_archive, WHOLE), search(asked_archive, f"“{WHOLE}.”")
    assert [each.version for each in plain.versions] == [each.version for each in marked.versions]


def test_words_that_are_fuller_than_all_versions_are_the_base(asked_archive):
    found = search(asked_archive, f"{WHOLE}, and I promise you that nobody will be asked again")
    assert found.quote is not None
    assert found.articles[found.quote.base.article].name == "the words asked for"
    assert all(each.version.trimmed_counts[1] >= 9 for each in found.versions)


def test_other_words_of_the_same_speaker_are_no_version(asked_archive):
    found = search(asked_archive, "The fish market opens again in spring", speaker="Mara Lind")
    assert found.versions == ()
    assert found.quote is None


def test_a_german_quotation_is_found(asked_archive):
    found = search(asked_archive, "Die alte Mauer wird noch vor dem Winter ausgebessert")
    assert [each.stored.id for each in found.versions] == [6]


def test_one_word_is_too_short(asked_archive):
    with pytest.raises(QuoteTooShortError, match="two words or more"):
        search(asked_archive, "“Tolmouth”")


def test_passages_are_those_of_the_articles(asked_archive):
    found = search(asked_archive, WHOLE)
    for each in found.versions:
        words = " ".join(passage.text for passage in each.version.passages)
        assert words == each.version.text
    assert found.versions


def test_what_is_much_altered_is_only_perhaps_the_same(asked_archive):
    found = search(
        asked_archive, "we will mend that harbour, stone by stone of it, and storms may come"
    )
    assert found.versions == ()
    assert found.quote is None
    assert {each.stored.id for each in found.alike} <= {1, 2, 3}


def test_versions_and_what_is_alike_are_kept_apart(asked_archive):
    found = search(asked_archive, WHOLE)
    sure = {each.stored.id for each in found.versions}
    assert sure == {1, 2, 3}
    assert not sure & {each.stored.id for each in found.alike}


@pytest.mark.parametrize(
    ("printed", "match"),
    [
        ("we shall mend the wall", AskedMatch.EXACT),
        ("We shall mend the “wall”", AskedMatch.EXACT),
        ("friends, we shall mend the wall by May", AskedMatch.FULLER),
        ("we shall mend", AskedMatch.CUT),
        ("we shall break the wall", AskedMatch.CHANGED),
    ],
)
def test_a_version_stands_to_the_words_asked_for(printed, match):
    asked, words = (
        tuple(read_quote_words(text, [(0, len(text))]))
        for text in ("We shall mend the wall", printed)
    )
    assert match_asked(asked, words) is match
