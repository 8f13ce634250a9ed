"""The list of synonym groups and what is found by it."""

from __future__ import annotations

from reader.linking import synonym_groups as synonym_groups_module
from reader.linking.sentence_terms import read_sentence_terms
from reader.linking.synonym_groups import find_synonym_group, synonym_groups
from reader.linking.word_terms import word_terms
from reader.text.word_lists import WordLists

GROUPS = WordLists(synonym_groups_module.__file__, "synonym_groups").groups


def test_a_word_is_in_one_group_and_no_group_has_one_word() -> None:
    stems = [word_terms(word, "en")[0] for group in GROUPS for word in group]
    assert len(stems) > 1000
    assert sorted(stem for stem in set(stems) if stems.count(stem) > 1) == []
    assert [group for group in GROUPS if len(group) < 2] == []
    assert synonym_groups().keys() == set(stems)


def test_no_group_has_a_stop_word() -> None:
    terms = read_sentence_terms([[" ".join(group) for group in GROUPS]], ["en"])
    is_listed = terms.synonym_group >= 0
    assert is_listed.sum() > 1000
    assert not terms.is_stop[is_listed].any()


def test_words_of_one_group_are_found_in_every_inflection() -> None:
    one, other = find_synonym_group("Tremors", "en"), find_synonym_group("quake’s", None)
    assert one is not None
    assert other is not None
    assert one[0] == other[0]
    assert one[1] != other[1]
    assert find_synonym_group("Tremors", "de") is None
    assert find_synonym_group("tortoise", "en") is None
