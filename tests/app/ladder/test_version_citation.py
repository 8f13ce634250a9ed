"""Versions as they are copied."""

from __future__ import annotations

from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.version_citation import cite_versions, name_cited_versions
from reader.app.themes.signs import UNICODE


def test_a_version_is_cited_with_what_differs(seeds):
    state = LadderState(seeds, rung=1)
    cited = cite_versions(state, UNICODE)
    assert cited.startswith("“I think it’s important")
    assert "Antony Blinken (“told”), ThePrint · Reuters" in cited
    assert "3 words cut inside" in cited
    assert "against [1] ¶3: “I think it’s important to underscore" in cited
    assert "direct engagement, ⟦-of sustained engagement,-⟧ of speaking" in cited
    assert name_cited_versions(state) == "[4] ¶12"


def test_the_base_is_cited_without_differences(seeds):
    cited = cite_versions(LadderState(seeds), UNICODE)
    assert "¶3" in cited
    assert len(cited.splitlines()) == 2


def test_a_pair_is_cited_whole(seeds):
    state = LadderState(seeds, rung=1, is_pair=True)
    assert cite_versions(state, UNICODE).count("I think it’s important") == 3
    assert name_cited_versions(state) == "[1] ¶3 and [4] ¶12"
