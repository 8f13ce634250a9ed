from __future__ import annotations

import pytest

from reader.archive.search_index import SearchFilter
from reader.archive.word_search import NoWordsError, find_words


def search(archive, words, **options):
    return [hit.stored.id for hit in find_words(words, archive.store, archive.indexes, **options)]


def test_all_words_must_be_there_whatever_their_form(asked_archive):
    assert set(search(asked_archive, "WALLS harbour storm")) == {1, 3}
    assert search(asked_archive, "harbour granary") == []


def test_words_in_quotation_marks_stand_in_a_row(asked_archive):
    assert set(search(asked_archive, '"old harbour wall" winter')) == {1, 3}
    assert search(asked_archive, "“wall old harbour”") == []


def test_outlets_and_days_are_left_out(asked_archive):
    assert search(asked_archive, "barge", left_in=SearchFilter(outlets=("the mail",))) == [3]
    hits = search(asked_archive, "barge", left_in=SearchFilter(first_day=0, last_day=1))
    assert hits == [3]


def test_a_hit_shows_the_sentence_with_most_of_the_words(asked_archive):
    hits = find_words("lightning roof", asked_archive.store, asked_archive.indexes)
    assert len(hits) == 2
    assert "lightning struck" in hits[0].excerpt


def test_german_words_are_found_in_their_forms(asked_archive):
    assert search(asked_archive, "Schiffer Arbeit", language="de") == [6]


@pytest.mark.parametrize("words", ["the of and", "…", '""'])
def test_words_that_say_nothing_are_refused(asked_archive, words):
    with pytest.raises(NoWordsError, match="nothing to look for"):
        search(asked_archive, words)
