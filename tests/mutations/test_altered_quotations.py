"""No altered number or word passes the check, with a fixed seed; no article alarms about itself.

All other kinds are measured by tests/benchmarks/check_mutations.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mutation_check import RIGHT_OUTCOMES, judge_drafts
from mutation_kit import Effect, make_drafts
from mutation_story import Story
from number_kinds import NUMBER_KINDS
from wording_kinds import WORDING_KINDS

from reader import article_from_text, check_quotes

FOLDER = Path(__file__).parent
PATHS = [*sorted((FOLDER.parents[1] / "seeds").glob("*.txt")), *(FOLDER / "articles").glob("*.txt")]
STORIES = [Story(path.stem, path.read_text(encoding="utf-8")) for path in sorted(PATHS)]
SEED = 1
MOST = 2
"""Drafts of a kind for each article; tests/benchmarks/check_mutations.py makes more."""
KINDS = (*NUMBER_KINDS, *WORDING_KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
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
    assert len(judgements) >= len(STORIES)
    assert wrong == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_articles_against_themselves_raise_no_alarm(story):
    article = article_from_text(story.text, name=story.name)
    checks = check_quotes(article, article)
    assert checks
    assert [check.text for check in checks if check.needs_review] == []


def test_the_expected_outcome_of_every_effect_is_known():
    assert set(RIGHT_OUTCOMES) == set(Effect)
