"""Moments group what is linked closely and never chain through one weak link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import SAME_FLOOR, LinkTable, Place
from reader.linking.link_corrections import LinkCorrections
from reader.linking.links import RELATED_FLOOR
from reader.linking.scored_links import BELOW_SAME, ScoredPair
from reader.story.moments import ParagraphPart, group_moments, groups_from_bytes, groups_to_bytes

STRONG, WEAK = max(SAME_FLOOR, 0.9), (SAME_FLOOR + RELATED_FLOOR) / 2


def moments(counts: tuple[int, ...], *links: tuple[Place, Place, float]) -> list[set[Place]]:
    found = group_moments(LinkTable.build(counts, (ScoredPair(*link) for link in links)))
    assert sorted(found) == list(found)
    return [{part.place for part in parts} for parts in found]


A, A2, B, B2, C, C2 = (Place(n // 2, n % 2) for n in range(6))


def test_paragraphs_that_are_all_linked_are_one_moment() -> None:
    links = (A, B, STRONG), (B, C, STRONG), (A, C, STRONG)
    assert moments((2, 2, 2), *links) == [{A, B, C}]


def test_two_moments_stay_apart_when_one_weak_link_joins_them() -> None:
    links = (A, B, STRONG), (A2, B2, STRONG), (A, B2, WEAK)
    assert moments((2, 2), *links) == [{A, B}, {A2, B2}]


def test_two_moments_stay_apart_when_one_stray_strong_link_joins_them() -> None:
    links = (
        *((A, B, STRONG), (A, C, STRONG), (B, C, STRONG)),
        *((A2, B2, STRONG), (A2, C2, STRONG), (B2, C2, STRONG)),
        (A, B2, SAME_FLOOR),
    )
    assert moments((2, 2, 2), *links) == [{A, B, C}, {A2, B2, C2}]


def test_a_third_article_joins_through_one_strong_link() -> None:
    assert moments((2, 2, 2), (A, B, STRONG), (B, C, STRONG)) == [{A, B, C}]


def test_one_paragraph_may_report_what_another_article_reports_in_two() -> None:
    assert moments((2, 2), (A, B, STRONG), (A, B2, STRONG)) == [{A, B, B2}]


def test_related_paragraphs_alone_are_no_moment() -> None:
    assert moments((2, 2), (A, B, WEAK)) == []


def test_a_paragraph_with_two_facts_is_in_two_moments() -> None:
    links = [
        ScoredPair(A, B, STRONG, 0, 0),
        ScoredPair(A, C, STRONG, 1, 0),
        ScoredPair(A2, B, STRONG, 0, 0),
    ]
    found = group_moments(LinkTable.build((2, 2, 2), links))
    assert found == (
        (ParagraphPart(*A, 0, 0), ParagraphPart(*A2, 0, 0), ParagraphPart(*B, 0, 0)),
        (ParagraphPart(*A, 1, 1), ParagraphPart(*C, 0, 0)),
    )


def test_another_paragraph_of_an_article_does_not_join_through_one_link() -> None:
    links = (A, B, STRONG), (A, C, STRONG), (B, C, STRONG), (A2, B, BELOW_SAME)
    assert moments((2, 2, 2), *links) == [{A, B, C}]


def test_a_sentence_that_is_left_alone_joins_the_moment_of_its_strongest_same_link() -> None:
    around = [ScoredPair(A, B, STRONG), ScoredPair(A, C, STRONG), ScoredPair(B, C, STRONG)]
    links = [ScoredPair(A2, B, SAME_FLOOR, 1), ScoredPair(A2, C, SAME_FLOOR, 1)]
    (found,) = group_moments(LinkTable.build((2, 2, 2), around + links))
    assert ParagraphPart(*A2, 1, 1) in found


def test_a_statement_of_two_sentences_is_one_moment() -> None:
    links = [
        ScoredPair(A, B, 1.0, 0, 0),
        ScoredPair(A, C, 1.0, 1, 1),
        ScoredPair(B, C, 1.0, 1, 1),
    ]
    assert group_moments(LinkTable.build((1, 1, 1), links)) == (
        (ParagraphPart(0, 0, 0, 1), ParagraphPart(1, 0, 0, 1), ParagraphPart(2, 0, 1, 1)),
    )


def test_a_link_with_a_conflict_makes_no_moment() -> None:
    links = [ScoredPair(A, B, STRONG, conflicts=1)]
    assert group_moments(LinkTable.build((2, 2), links)) == ()


def corrected(
    counts: tuple[int, ...], links: list[ScoredPair], corrections: LinkCorrections
) -> list[set[Place]]:
    added = LinkCorrections(added=corrections.added)
    table = added.apply(LinkTable.build(counts, links))
    found = group_moments(table, corrections=corrections)
    return [{part.place for part in parts} for parts in found]


def test_an_added_link_brings_a_paragraph_into_the_moment_of_the_other() -> None:
    links = [ScoredPair(A, B, STRONG, 0, 0)]
    added = LinkCorrections(added=frozenset([(C, A)]))
    assert corrected((2, 2, 2), links, added) == [{A, B, C}]
    assert corrected((2, 2, 2), [], added) == [{A, C}]


def test_an_added_link_makes_one_of_two_moments() -> None:
    links = [ScoredPair(A, B, STRONG, 0, 0), ScoredPair(A2, C2, STRONG, 1, 1)]
    added = LinkCorrections(added=frozenset([(B, C2)]))
    assert corrected((2, 2, 2), links, added) == [{A, A2, B, C2}]


def test_the_ends_of_a_rejected_link_are_in_no_moment_together() -> None:
    links = [ScoredPair(*pair, STRONG, 0, 0) for pair in ((A, B), (B, C), (A, C))]
    rejected = frozenset([(A, C)])
    assert not any(
        found >= {A, C} for found in corrected((2, 2, 2), links, LinkCorrections(rejected))
    )
    both = LinkCorrections(rejected, frozenset([(A2, C)]))
    assert not any(found >= {A, C} for found in corrected((2, 2, 2), links, both))


def test_a_rejected_link_parts_no_third_article_from_the_moment() -> None:
    d = Place(3, 0)
    links = [ScoredPair(*pair, 0.9, 0, 0) for pair in ((A, B), (A, C), (B, d))]
    links += [ScoredPair(*pair, 0.6, 0, 0) for pair in ((C, d), (A, d), (B, C), (A2, B2))]
    counts = (2, 2, 2, 2)
    assert corrected(counts, links, LinkCorrections()) == [{A, B, C, d}, {A2, B2}]
    found = corrected(counts, links, LinkCorrections(frozenset([(A, B)])))
    assert found == [{A, C, d}, {A2, B2}]


def test_what_leaves_a_moment_together_stays_together() -> None:
    d = Place(3, 0)
    links = [
        ScoredPair(*pair, 0.9, 0, 0) for pair in ((A, B), (A, C), (A, d), (B, C), (B, d), (C, d))
    ]
    rejected = frozenset([(A, C), (A, d), (B, C), (B, d)])
    found = corrected((1, 1, 1, 1), links, LinkCorrections(rejected))
    assert found == [{A, B}, {C, d}]


def test_an_added_link_holds_beside_one_that_was_rejected() -> None:
    links = [ScoredPair(A, B, STRONG, 0, 0)]
    both = LinkCorrections(frozenset([(A, C)]), frozenset([(B, C)]))
    assert corrected((2, 2, 2), links, both) == [{A, B}, {B, C}]


def test_numbers_follow_the_first_article() -> None:
    assert moments((2, 2), (A2, B, STRONG), (A, B2, SAME_FLOOR)) == [{A, B2}, {A2, B}]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([A, A2, B, B2]),
            st.sampled_from([B, B2, C, C2]),
            st.sampled_from([WEAK, SAME_FLOOR, STRONG, 1.0]),
        ).filter(lambda link: link[0].article < link[1].article),
        unique_by=lambda link: link[:2],
    )
)
def test_every_moment_has_two_articles_and_every_strong_link_an_end_in_one(
    links: list[tuple[Place, Place, float]],
) -> None:
    found = moments((2, 2, 2), *links)
    grouped = {place for moment in found for place in moment}
    assert sum(map(len, found)) == len(grouped)
    for moment in found:
        assert len({place.article for place in moment}) > 1
    for here, there, score in links:
        if score >= SAME_FLOOR:
            assert here in grouped or there in grouped


scored_links = st.lists(
    st.tuples(
        st.integers(0, 7), st.integers(0, 7), st.sampled_from([WEAK, SAME_FLOOR, STRONG, 1.0])
    ).filter(lambda link: link[0] // 2 < link[1] // 2),
    unique_by=lambda link: link[:2],
)


@given(scored_links)
def test_every_place_is_in_one_moment_at_most_and_every_moment_holds_together(
    links: list[tuple[int, int, float]],
) -> None:
    pairs = [(Place(a // 2, a % 2), Place(b // 2, b % 2), score) for a, b, score in links]
    found = moments((2, 2, 2, 2), *pairs)
    assert moments((2, 2, 2, 2), *reversed(pairs)) == found
    grouped = [place for moment in found for place in moment]
    assert len(grouped) == len(set(grouped))
    for moment in found:
        inside = [pair for pair in pairs if pair[0] in moment and pair[1] in moment]
        reached = {min(moment)}
        for _ in moment:
            reached |= {end for a, b, _ in inside for end in (a, b) if {a, b} & reached}
        assert reached == moment
        assert any(score >= SAME_FLOOR for *_, score in inside)


@given(links=scored_links, order=st.permutations(range(4)))
def test_moments_do_not_depend_on_the_order_of_the_table(
    links: list[tuple[int, int, float]], order: list[int]
) -> None:
    pairs = [(Place(a // 2, a % 2), Place(b // 2, b % 2), score) for a, b, score in links]
    position = {article: new for new, article in enumerate(order)}

    def moved(place: Place) -> Place:
        return Place(position[place.article], place.paragraph)

    turned = [
        ScoredPair(*sorted((moved(here), moved(there))), score) for here, there, score in pairs
    ]
    table = LinkTable.build((2, 2, 2, 2), turned)
    canonical = [position[article] for article in range(4)]
    found = {frozenset(part.place for part in parts) for parts in group_moments(table, canonical)}
    assert found == {frozenset(map(moved, places)) for places in moments((2, 2, 2, 2), *pairs)}


@given(scored_links)
def test_moments_survive_as_bytes(links: list[tuple[int, int, float]]) -> None:
    pairs = [ScoredPair(Place(a // 2, a % 2), Place(b // 2, b % 2), s) for a, b, s in links]
    found = group_moments(LinkTable.build((2, 2, 2, 2), pairs))
    assert groups_from_bytes(groups_to_bytes(found)) == found


def test_bytes_of_the_wrong_length_are_refused() -> None:
    data = groups_to_bytes(((ParagraphPart(*A, 0, 0), ParagraphPart(*B, 0, 1)),))
    for wrong in (data[:-1], data[:-4], data + b"\1\0\0\0"):
        with pytest.raises(ValueError, match=r"moments|multiple"):
            groups_from_bytes(wrong)
