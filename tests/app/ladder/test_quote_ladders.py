"""The quotes of some articles as ladders."""

from __future__ import annotations

import pytest

from reader.app.ladder.quote_ladders import QuoteLadders, QuoteOrder, QuoteOutcome
from reader.linking import Place
from reader.quote_versions import shared_quotes

FULL = "We must meet again before the winter, in the old capital, and settle the border for good"
VERSIONS = {
    FULL: QuoteOutcome.SAME,
    FULL.replace("before the winter, ", ""): QuoteOutcome.CUT,
    FULL.replace("meet", "gather"): QuoteOutcome.REWORDED,
    FULL[: FULL.index(", and")]: QuoteOutcome.TRIMMED,
}


@pytest.mark.parametrize(("words", "outcome"), VERSIONS.items())
def test_the_outcome_is_the_most_serious_change(make_ladders, words, outcome):
    assert make_ladders(FULL, words).outcome(0) is outcome


def test_words_left_out_at_a_break_leave_no_mere_fragment(make_article):
    whole = (
        "“We tied the barge to the lock, which is what anybody would have done that night,” "
        "said Mara Ohl. “Nobody came to help us before the morning.”"
    )
    cut = whole.replace(", which is what anybody would have done that night", "")
    articles = tuple(
        make_article("A barge sank.", words, name=f"a{len(words)}") for words in (whole, cut)
    )
    ladders = QuoteLadders(articles, shared_quotes(articles))
    assert [version.dropped_between_count for version in ladders.quotes[0].versions] == [0, 9]
    assert ladders.outcome(0) is QuoteOutcome.TRIMMED


def test_a_cut_is_more_serious_than_other_words(make_ladders):
    assert make_ladders(*VERSIONS).outcome(0) is QuoteOutcome.CUT


def test_a_paragraph_leads_to_its_quote_and_rung(seeds):
    quote, rung = seeds.find(Place(3, 11))
    found = seeds.rungs(quote, None)[rung]
    assert (found.article, found.paragraphs) == (3, "¶12")
    assert seeds.count_in(Place(3, 11)) == 1


def test_a_paragraph_without_a_quote_leads_nowhere(seeds):
    assert seeds.find(Place(0, 0)) is None
    assert seeds.count_in(Place(0, 0)) == 0


def test_a_rung_with_the_same_words_names_the_fuller_one(seeds):
    rungs = seeds.rungs(0, None)
    assert [rung.same_words_as for rung in rungs[:3]] == [None, None, 1]


def test_articles_without_the_quote_are_known(seeds):
    assert seeds.articles_without(seeds.shared[0]) == (2,)


def test_another_base_changes_the_edits(seeds):
    rungs = seeds.rungs(0, 1)
    assert rungs[1].version.edits == ()
    assert rungs[0].version.inserted_count >= 11


@pytest.mark.parametrize("order", QuoteOrder)
def test_every_order_holds_the_same_quotes(seeds, order):
    numbers = [quote.number for quote in seeds.sorted_by(order).shared]
    assert sorted(numbers) == [quote.number for quote in seeds.shared]


def test_the_most_changed_come_first(seeds):
    ranked = seeds.sorted_by(QuoteOrder.CHANGES)
    severity = list(QuoteOutcome)
    ranks = [severity.index(ranked.outcome(number)) for number in range(len(ranked.shared))]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_words_given_to_two_speakers_are_noticed(make_article, make_ladders):
    from reader.quote_versions import shared_quotes

    articles = tuple(
        make_article("The talks ended on Monday.", f"“{FULL},” {who} said.", name=who)
        for who in ("Prime Minister Anna Berg", "Foreign Minister Karl Holm")
    )
    assert QuoteLadders(articles, shared_quotes(articles)).has_several_speakers(0)
    assert not make_ladders(FULL, FULL).has_several_speakers(0)


def test_the_most_quoted_speaker_comes_first(seeds):
    ladders = seeds.sorted_by(QuoteOrder.SPEAKER)
    counts = [ladders.count_of_speaker(quote) for quote in ladders.shared]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1
    first = ladders.shared[0].speaker
    assert ladders.shared[counts[0] - 1].speaker.name == first.name


def test_the_outlets_are_in_the_order_of_their_names(seeds):
    quotes = seeds.sorted_by(QuoteOrder.OUTLET).shared
    labels = [seeds.articles[quote.base.article].label.casefold() for quote in quotes]
    assert labels == sorted(labels)
    assert len(set(labels)) > 1


def test_whole_sentences_come_before_fragments(seeds):
    forms = [quote.base.form.value for quote in seeds.sorted_by(QuoteOrder.KIND).shared]
    assert forms == sorted(forms)
    assert set(forms) == {"direct", "partial"}


def test_a_filter_ignores_case_and_accents(make_ladders):
    ladders = make_ladders(FULL, FULL.replace("capital", "Cápital"))
    assert ladders.filtered("CAPITAL berg").shared == ladders.shared
    assert not ladders.filtered("capital berlin").quotes


def test_a_filter_counts_the_speakers_of_all_quotes(seeds):
    ladders = seeds.filtered("engagement")
    assert len(ladders.quotes) < len(seeds.quotes)
    assert ladders.speaker_counts == seeds.speaker_counts
