"""The lens of the reading screen, beside changes of the articles."""

from __future__ import annotations

from types import SimpleNamespace

from reader.app.next_key import NextKeyChoice
from reader.app.reading.lens_controller import LensController
from reader.app.reading.reading_state import ReadingState
from reader.app.themes.signs import UNICODE


def test_a_lens_asked_for_before_the_articles_changed_is_applied_to_the_new_ones(make_long_article):
    state = ReadingState((make_long_article(4), make_long_article(4)))
    works = []
    host = SimpleNamespace(
        state=state,
        columns=120,
        say=lambda text: None,
        show_progress=lambda progress: None,
        refresh_view=lambda: None,
        cancel_work=lambda name: None,
        start_work=lambda name, work, done: works.append((work, done)),
    )
    lenses = LensController(host, NextKeyChoice(), UNICODE, {})
    lenses.look_through("n")
    state.articles = tuple(reversed(state.articles))
    work, done = works.pop()
    done(work(lambda: False))
    assert state.lens.key != "n"
    work, done = works.pop()
    done(work(lambda: False))
    assert state.lens.key == "n"
