"""No harmful kind passes the check, no harmless one is flagged, with a fixed seed.

tests/benchmarks/check_mutations.py measures more drafts and other articles.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from all_kinds import ALL_KINDS
from mutation_check import RIGHT_OUTCOMES, judge_drafts
from mutation_kit import Effect, make_drafts
from mutation_story import Story

from reader import article_from_text, check_quotes

FOLDER = Path(__file__).parent
PATHS = [*sorted((FOLDER.parents[1] / "seeds").glob("*.txt")), *(FOLDER / "articles").glob("*.txt")]
STORIES = [Story(path.stem, path.read_text(encoding="utf-8")) for path in sorted(PATHS)]
SEED = 1
MOST = 1
"""Drafts of a kind for each article; tests/benchmarks/check_mutations.py makes more."""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)
def test_altered_drafts_come_out_as_expected(kind):
    drafts = [
        draft for story in STORIES for draft in make_drafts(story, kind, seed=SEED, most=MOST)
    ]
    judgements = judge_drafts(drafts)
    wrong = [
        f"{judgement.draft.text!r} of {judgement.draft.change.origin!r}: {judgement.describe()}"
        for judgement in judgements
        if not judgement.is_right
    ]
    assert judgements
    assert wrong == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_articles_against_themselves_raise_no_alarm(story):
    article = article_from_text(story.text, name=story.name)
    checks = check_quotes(article, article)
    assert checks
    assert [check.text for check in checks if check.needs_review] == []


def test_the_expected_outcome_of_every_effect_is_known():
    assert set(RIGHT_OUTCOMES) == set(Effect)
