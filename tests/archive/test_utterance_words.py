from __future__ import annotations

from reader.archive.utterance_words import choose_rarest, read_stems, read_utterances

TEXT = "“We shall mend the old harbour wall,” Ann Lee said. “It takes all winter,” she said."


def test_every_utterance_is_one_document(make_article):
    found = read_utterances(make_article("a", TEXT))
    assert [each.number for each in found] == [0, 1]
    assert found[0].stems == read_stems("We shall mend the old harbour wall", "en")
    assert found[0].speaker == "Ann Lee"


def test_parts_of_one_utterance_are_together(make_article):
    found = read_utterances(make_article("a", "“We shall mend the wall,” Lee said, “before May.”"))
    assert [each.stems for each in found] == [read_stems("We shall mend the wall before May", "en")]


def test_single_words_and_titles_are_none(make_article):
    assert read_utterances(make_article("a", "The so-called “experts” sang “Tolmouth”.")) == ()


def test_the_rarest_stems_are_chosen_and_unknown_ones_left_out():
    frequency = {"wall": 3, "harbour": 1, "the": 50}
    stems = ("the", "wall", "the", "harbour", "unheard")
    assert choose_rarest(stems, lambda stem: frequency.get(stem, 0)) == ["harbour", "wall", "the"]
    assert choose_rarest(stems, lambda stem: frequency.get(stem, 0), limit=1) == ["harbour"]
