"""The report as a value, and its summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles import Place
from reader.coverage import Coverage, compare
from reader.reports.documents import Report, build_report
from reader.reports.documents.report_summary import MOST_LINES, SummaryTopic, summarize
from reader.reports.quote_alterations import AlterationWeight
from tests.reports.documents.conftest import make_articles
from tests.story.worded_versions import FIRST, SECOND, make_version


def test_a_report_has_what_the_coverage_has(bridge: Coverage, bridge_report: Report) -> None:
    assert bridge_report.matrix == bridge.matrix
    assert len(bridge_report.moments) == len(bridge.moments) == 4
    assert set(bridge_report.differences) == set(bridge.differences)
    assert [each.quote for each in bridge_report.quotes] == list(bridge.shared_quotes)
    assert list(bridge_report.links()) == list(bridge.links(bridge_report.floor))
    assert bridge_report.differences[0].kind.is_fact


def test_what_has_no_link_is_only_here_or_names_the_nearest(bridge_report: Report) -> None:
    assert [passage.place for passage in bridge_report.only_here] == [Place(0, 7), Place(1, 7)]
    for each in bridge_report.unlinked:
        assert not bridge_report.links_from(each.passage.place)


def test_a_version_knows_what_it_cut_without_a_sign(bridge_report: Report) -> None:
    [quote] = bridge_report.quotes
    altered = [version for version in quote.versions if version.alterations]
    assert [version.passage.place for version in altered] == [Place(1, 5)]
    assert altered[0].alterations == (
        (AlterationWeight.CUT_OR_ADDED, "cut inside without ellipsis: “it is open”"),
    )


def test_the_summary_names_what_differs_in_ten_lines(bridge_report: Report) -> None:
    lines = summarize(bridge_report)
    text = "\n".join(line.text for line in lines)
    assert len(lines) <= MOST_LINES
    missing = {SummaryTopic.VERSIONS, SummaryTopic.NEAR_COPIES}
    assert {line.topic for line in lines} == {*SummaryTopic} - missing
    assert "1 fact stated otherwise" in text
    assert "more may stand in other words" in text
    [only] = [line for line in lines if line.topic is SummaryTopic.ONLY]
    assert only.passage is bridge_report.only_here[0]
    assert "; first [1] ¶8 “" in only.text
    assert "money: “84 million crowns” [1] ¶7, [3] ¶3; “92 million crowns” [2] ¶7" in text
    assert "[2] ¶6 cut inside without ellipsis: “it is open”" in text
    assert "2 paragraphs: [1] 1, [2] 1" in text


def test_a_report_about_a_part_has_the_links_of_that_part_only(bridge_report: Report) -> None:
    moment = bridge_report.moments[0]
    part = bridge_report.of_moment(moment.number)
    places = {passage.place for cell in moment.cells for passage in cell.passages}
    ends = [{link.here.place, link.there.place} for link in part.links()]
    assert ends
    assert len(ends) < len(list(bridge_report.links()))
    assert all(each <= places for each in ends)
    quoted = bridge_report.of_quote(1)
    links = [{link.here.place, link.there.place} for link in quoted.links()]
    assert links
    assert all(each <= quoted.quotes[0].places for each in links)


def test_the_first_paragraph_that_only_one_has_is_the_first_of_the_page(
    bridge_report: Report,
) -> None:
    first, second = bridge_report.unlinked
    crowded = replace(bridge_report, unlinked=(first, second, second))
    [only] = [line for line in summarize(crowded) if line.topic is SummaryTopic.ONLY]
    assert "3 paragraphs: [2] 2, [1] 1; first [1] ¶8 “" in only.text


def test_a_part_about_one_moment_has_only_what_stands_there(bridge_report: Report) -> None:
    money = bridge_report.differences[0]
    moment = bridge_report.moment_of(money.sides[0].passage)
    assert moment is not None
    part = bridge_report.of_moment(moment.number)
    assert part.moments == (moment,)
    assert money in part.differences
    assert not part.quotes
    assert not part.unlinked
    with pytest.raises(ValueError, match="there is no moment 99: the last is 6"):
        bridge_report.of_moment(99)


def test_what_one_alone_leaves_out_is_in_the_summary(bridge_report: Report) -> None:
    left_out = [line for line in summarize(bridge_report) if line.topic is SummaryTopic.LEFT_OUT]
    alone = [row for row in bridge_report.moments if row.left_out_by == (2,)]
    assert len(left_out) == 1
    assert left_out[0].text.startswith(f"[3] {len(alone)} of what" if alone else "nothing that")


def test_a_part_about_one_quotation_has_nothing_else(bridge_report: Report) -> None:
    part = bridge_report.of_quote(1)
    assert part.quotes == bridge_report.quotes
    assert not part.moments
    assert not part.differences
    with pytest.raises(ValueError, match="there is no quotation 2: the last is 1"):
        bridge_report.of_quote(2)


def test_the_same_articles_give_the_same_report(bridge: Coverage) -> None:
    assert build_report(bridge) == build_report(bridge)


def test_the_summary_says_which_articles_are_versions_of_one_text() -> None:
    early = make_version(FIRST, published="4 May 2031")
    late = make_version(SECOND, published="4 May 2031", updated="5 May 2031")
    lines = summarize(build_report(compare([late, early])))
    [head] = [line for line in lines if line.topic is SummaryTopic.VERSIONS]
    assert head.text.startswith("[2] [1] are versions of one text, both of Harbour Herald; ")
    assert "[2] to [1]: 2 facts, 1 headline" in head.text
    assert len(lines) <= MOST_LINES


_KARN = "Mayor Ilda Karn spoke on the quay at Velmar on Monday.\n\n“{}” Karn told reporters.\n"


def test_a_word_changed_at_an_end_is_counted_and_named_before_a_stop_word_cut_inside() -> None:
    said = "We in the harbour office have read his letter, and we refuse his {}."
    texts = [
        _KARN.format(said.format("tunnel")),
        _KARN.format(said.replace("the harbour", "harbour").format("tunnel")),
        _KARN.format(said.format("budget")),
    ]
    report = build_report(compare(make_articles(*texts)))
    count, example = (line.text for line in summarize(report) if line.topic is SummaryTopic.QUOTES)
    assert "changed, or cut inside, without a sign: 1;" in count
    assert example.endswith("changed at the end: “tunnel” is “budget”")
    [quote] = report.quotes
    weights = [version.alterations[0].weight for version in quote.versions if version.alterations]
    assert sorted(weights) == [AlterationWeight.EXCHANGED, AlterationWeight.FORM]


def test_a_version_that_only_ends_earlier_is_not_altered() -> None:
    texts = [
        _KARN.format("We have read his letter, and we refuse his tunnel under the harbour."),
        _KARN.format("We have read his letter, and we refuse his tunnel."),
    ]
    [quote] = build_report(compare(make_articles(*texts))).quotes
    assert [version.alterations for version in quote.versions] == [(), ()]


def test_the_pieces_of_a_version_are_its_words_as_printed() -> None:
    texts = [
        _KARN.format("We in the harbour office call his letter, in short, a “tin whistle.”"),
        _KARN.format("We call his letter, in short, a “tin whistle.”"),
        _KARN.format("“Silly” is what we in the office call his “long” letter, in short?"),
    ]
    quotes = build_report(compare(make_articles(*texts))).quotes
    versions = [version for quote in quotes for version in quote.versions]
    assert len(versions) > 1
    for version in versions:
        printed = " ".join(piece.words for piece in version.pieces if piece.words)
        assert printed == " ".join(version.version.text.split())
