"""Paragraphs of two versions of a text, side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader import article_from_text
from reader.articles import Article, ParagraphKind
from reader.story.text_versions.aligned_paragraphs import align_paragraphs

BARGE = "A grain barge ran aground below the lock at Tamsel on Friday night and blocked the canal."
CREW = "The crew of three was taken off unhurt by a boat of the fire brigade after midnight."
TUGS = "Two tugs pulled the barge free shortly before seven, when the first ships waited in a row."
BEETS = "Farmers in Brodau complained that their beets had been waiting on the quay all night."


def read(*paragraphs: str) -> Article:
    return article_from_text("\n\n".join(paragraphs), name="text")


def rows(here: Article, there: Article) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [tuple(row) for row in align_paragraphs(here, there)]


def test_changed_paragraphs_stand_beside_each_other() -> None:
    other = read(BARGE.replace("Friday", "Saturday"), CREW)
    assert rows(read(BARGE, CREW), other) == [((0,), (0,), False), ((1,), (1,), False)]


def test_added_and_removed_paragraphs_stand_alone_in_their_place() -> None:
    found = rows(read(BARGE, CREW, TUGS), read(BARGE, BEETS, TUGS))
    assert found == [((0,), (0,), False), ((), (1,), False), ((1,), (), False), ((2,), (2,), False)]


def test_the_fewest_paragraphs_are_moved() -> None:
    found = rows(read(BARGE, CREW, TUGS, BEETS), read(BARGE, BEETS, CREW, TUGS))
    assert [there for _, there, is_moved in found if is_moved] == [(1,)]


def test_a_paragraph_cut_in_two_stands_beside_both_parts() -> None:
    assert rows(read(BARGE, f"{CREW} {TUGS}"), read(BARGE, CREW, TUGS))[1] == ((1,), (1, 2), False)
    assert rows(read(BARGE, CREW, TUGS), read(BARGE, f"{CREW} {TUGS}"))[1] == ((1, 2), (1,), False)


def test_a_text_that_repeats_a_paragraph_keeps_the_order() -> None:
    found = rows(read(BARGE, CREW, BARGE), read(BARGE, CREW, BARGE))
    assert found == [((at,), (at,), False) for at in range(3)]


TEXTS = st.lists(st.sampled_from([BARGE, CREW, TUGS, BEETS, f"{CREW} {TUGS}", "Yes."]), min_size=1)


@given(TEXTS, TEXTS)
def test_every_paragraph_is_in_one_row(ours: list[str], theirs: list[str]) -> None:
    here, there = read(*ours), read(*theirs)
    found = align_paragraphs(here, there)
    for article, sides in ((here, [r.here for r in found]), (there, [r.there for r in found])):
        stories = [
            at
            for at, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is not ParagraphKind.FURNITURE
        ]
        assert sorted(at for side in sides for at in side) == stories
    assert [at for row in found for at in row.there] == sorted(
        at for row in found for at in row.there
    )
