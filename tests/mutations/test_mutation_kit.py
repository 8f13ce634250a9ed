"""The mutation kit: what it makes is what it says, the same each time, and enough of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from all_kinds import ALL_KINDS, tables_of_kinds
from expected_reasons import EXPECTED_REASONS
from mutation_kit import Effect, Kind, make_drafts
from mutation_story import Story, occurs

FOLDER = Path(__file__).parent
DOCUMENT = FOLDER.parents[1] / "docs" / "mutations.md"
ARTICLES = sorted((FOLDER / "articles").glob("*.txt"))
STORIES = [Story(path.stem, path.read_text(encoding="utf-8")) for path in ARTICLES]
WITHOUT_QUOTATIONS = Story("bare", "A headline\nThe rain fell on the harbour for a week.")
FEWER = {"whole article retyped": 1}
"""Kinds of which an article allows fewer than ten drafts: an article is retyped as a whole."""


def kind_called(name: str) -> Kind:
    (found,) = [kind for kind in ALL_KINDS if kind.name == name]
    return found


def test_there_are_thirty_kinds_and_more_of_both_effects():
    names = {kind.name for kind in ALL_KINDS}
    effects = [kind.effect for kind in ALL_KINDS]
    assert len(names) == len(ALL_KINDS) >= 30
    assert effects.count(Effect.HARMFUL) >= 20
    assert effects.count(Effect.HARMLESS) >= 10
    assert effects.count(Effect.NO_QUOTATION) == 1


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)
def test_every_article_gives_ten_drafts_of_a_kind(kind):
    counts = {story.name: len(make_drafts(story, kind)) for story in STORIES}
    assert len(counts) == 9
    assert min(counts.values()) >= FEWER.get(kind.name, 10), counts


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)
def test_one_seed_gives_the_same_drafts(kind):
    story = STORIES[0]
    again = Story(story.name, story.text)
    assert make_drafts(story, kind, seed=3) == make_drafts(again, kind, seed=3) != ()


def test_another_seed_gives_other_drafts():
    kind = kind_called("opposite word")
    assert make_drafts(STORIES[0], kind, seed=1) != make_drafts(STORIES[0], kind, seed=2)


def test_an_article_without_quotations_gets_one_planted():
    (draft, *_) = make_drafts(WITHOUT_QUOTATIONS, kind_called("negation dropped"))
    planted = [source.text for source in draft.sources if WITHOUT_QUOTATIONS.text in source.text]
    assert ["”" in text for text in planted] == [True]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_articles_have_people_and_statements_to_alter(story):
    assert len(story.speakers) >= 4
    assert len(story.statements) >= 8
    assert len(story.complete_statements) >= 2


def test_what_is_trimmed_is_left_out_and_the_rest_is_in_the_source():
    for name in ("negation left out at the start", "condition left out at the end"):
        drafts = make_drafts(STORIES[0], kind_called(name))
        assert drafts
        for draft in drafts:
            kept = draft.change.quotation.strip("… .").replace("[", "").replace("]", "")
            texts = " ".join(source.text for source in draft.sources)
            assert occurs(kept.strip("…. "), texts), draft.text
            assert len(draft.change.origin) > len(kept)


def test_prose_that_is_put_in_marks_is_in_no_quotation_of_the_source():
    drafts = make_drafts(STORIES[1], kind_called("prose as a quotation"))
    assert drafts
    assert not any(occurs(draft.change.quotation, STORIES[1].quoted_text) for draft in drafts)


def test_reasons_are_expected_of_harmful_kinds():
    harmful = {kind.name for kind in ALL_KINDS if kind.effect is Effect.HARMFUL}
    assert EXPECTED_REASONS.keys() <= harmful
    assert len(EXPECTED_REASONS) > len(harmful) // 2


def test_every_kind_is_documented():
    assert tables_of_kinds() in DOCUMENT.read_text(encoding="utf-8")
