from __future__ import annotations

from dataclasses import replace

from reader.archive.copy_search import find_copy


def test_an_article_with_the_same_copy_is_found(asked_archive):
    found = find_copy(asked_archive.article(4), asked_archive.store, asked_archive.indexes)
    assert [each.stored.id for each in found] == [5]
    assert found[0].words > 40
    assert 0.5 < found[0].share_here <= 1.0
    assert "granary" in found[0].excerpt


def test_a_shared_quotation_is_no_copy(asked_archive):
    assert find_copy(asked_archive.article(1), asked_archive.store, asked_archive.indexes) == ()


def test_the_same_words_in_another_outlet_are_copy(asked_archive):
    article = replace(asked_archive.article(4), outlet="The Beacon", source="beacon.txt")
    found = find_copy(article, asked_archive.store, asked_archive.indexes)
    assert {each.stored.id for each in found} == {4, 5}


def test_credits_say_whose_copy_it_is(asked_archive):
    agency = replace(
        asked_archive.article(5), outlet="Northwire", agency=None, source="northwire.txt"
    )
    found = find_copy(agency, asked_archive.store, asked_archive.indexes)
    by_article = {each.stored.id: each for each in found}
    assert by_article[4].direction == "The Gazette credits Northwire"


def test_an_article_without_words_has_no_copy(asked_archive, make_article):
    article = make_article("a", "… !")
    assert find_copy(article, asked_archive.store, asked_archive.indexes) == ()
