from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.app
from reader.app.reading.display_options import DisplayOptions
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.search_results import SearchResults
from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.signs import UNICODE
from reader.linking import LinkCorrections, Place
from reader.linking.links import RELATED_FLOOR

HEIGHT = 30


@pytest.fixture(scope="module")
def three(make_long_article, make_coverage):
    """Three articles; every second paragraph of the first is in the others too, out of step."""
    articles = (make_long_article(40), make_long_article(40), make_long_article(40))
    links = []
    for paragraph in range(0, 40, 2):
        links.append(((0, paragraph), (1, 39 - paragraph), 0.9))
        links.append(((0, paragraph), (2, paragraph // 2), 0.4))
    links += [((1, paragraph), (2, paragraph), 0.8) for paragraph in range(1, 40, 4)]
    return make_coverage(articles, links)


@pytest.fixture
def state(three) -> ReadingState:
    return opened(three)


def opened(coverage, height: int = HEIGHT, panes: int = 3) -> ReadingState:
    state = ReadingState(coverage.articles)
    state.show_links(VisibleLinks(coverage, RELATED_FLOOR, UNICODE))
    state.resized(panes, height)
    return state


def row(state: ReadingState, article: int, paragraph: int) -> int | None:
    return state.views[article].row_of(paragraph, state.height)


def assert_level(state: ReadingState) -> int:
    """Every strongest match on the screen is on the row of the reading paragraph."""
    here = row(state, state.layout.focus, state.view.reading)
    matches = 0
    assert state.visible_links is not None
    for article in state.visible:
        if article == state.layout.focus:
            continue
        for link in state.visible_links.links_to(state.place, article)[:1]:
            assert row(state, article, link.there.place.paragraph) == here
            matches += 1
    return matches


def assert_readable(state: ReadingState) -> None:
    """The reading paragraph is on the screen and shown."""
    view = state.view
    assert view.is_shown(view.reading)
    place = row(state, state.layout.focus, view.reading)
    assert place is not None
    lines = len(view.lines(view.reading))
    # Where there is but one row it may be the gap above.
    assert place < max(2, state.height)
    assert place + lines > 0


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_matches_are_level_from_any_article_while_reading_down_and_up(three, focus):
    state = opened(three)
    state.focus(focus)
    matches = 0
    for count in [1] * 42 + [-1] * 42:
        state.read(count)
        state.level()
        matches += assert_level(state)
        assert_readable(state)
    assert matches > 20


@pytest.mark.parametrize("width", [12, 25, 61])
def test_matches_are_level_at_any_wrap_width(state, width):
    for view in state.views:
        view.set_width(width)
    state.resized(3, HEIGHT)
    for _ in range(40):
        state.read(1)
        state.level()
        assert_level(state)
        assert_readable(state)


def test_a_pane_without_a_match_stays_still(state):
    state.go_to(Place(0, 0))
    state.level()
    before = [view.rows(HEIGHT) for view in state.views]
    state.read(1)
    assert not state.links
    state.level()
    assert [view.rows(HEIGHT) for view in state.views[1:]] == before[1:]


def test_without_follow_nothing_else_moves(state):
    state.toggle_follow()
    before = [view.rows(HEIGHT) for view in state.views[1:]]
    for _ in range(10):
        state.read(1)
        state.level()
    assert [view.rows(HEIGHT) for view in state.views[1:]] == before


def test_a_pinned_pane_stays_and_the_other_follows(state):
    state.focus(1)
    assert state.toggle_pin()
    state.focus(0)
    before = state.views[1].rows(HEIGHT)
    for _ in range(10):
        state.read(2)
        state.level()
    assert state.views[1].rows(HEIGHT) == before
    assert row(state, 2, state.view.reading // 2) == row(state, 0, state.view.reading)


def test_going_to_the_next_article_reads_the_paragraph_that_is_level(state):
    state.go_to(Place(0, 4))
    state.level()
    here = row(state, 0, 4)
    state.focus_step(1)
    assert state.place == Place(1, 35)
    assert row(state, 1, 35) == here
    state.focus_step(-1)
    assert state.place == Place(0, 4)


@pytest.mark.parametrize("count", [1, -1])
def test_steps_go_round_all_articles_from_where_the_links_put_the_panes(
    count, make_long_article, make_coverage
):
    articles = tuple(make_long_article(20) for _ in range(5))
    links = [((0, paragraph), (3, paragraph), 0.9) for paragraph in range(0, 20, 2)]
    state = opened(make_coverage(articles, links), panes=2)
    state.start_where_it_links()
    assert state.visible == (0, 3)
    read = []
    for _ in range(11):
        read.append(state.layout.focus)
        state.focus_step(count)
        assert state.layout.focus in state.visible
        state.level()
        assert_readable(state)
    assert set(read[:7]) == {0, 1, 2, 3, 4}
    assert read[-5:] == [(read[-5] + count * step) % 5 for step in range(5)]


def test_an_article_off_the_screen_comes_on_at_its_level_paragraph(three):
    state = opened(three, panes=1)
    state.go_to(Place(0, 4))
    here = row(state, 0, 4)
    state.focus(1)
    assert state.visible == (1,)
    assert state.place == Place(1, 35)
    assert row(state, 1, 35) == here


def test_back_leads_the_way_back_jump_by_jump(state):
    places = [state.place]
    for target in (Place(1, 20), Place(2, 3), Place(0, 39)):
        state.go_to(target)
        assert state.place == target
        places.append(target)
    for place in reversed(places[:-1]):
        assert state.history
        assert state.back()
        assert state.place == place
        assert_readable(state)
    assert not state.history
    assert not state.back()


@pytest.mark.parametrize("height", [1, 3, 10, 30, 60])
def test_the_wheel_reaches_both_ends(three, height):
    state = opened(three, height)
    for _ in range(400):
        state.wheel(0, 3)
    assert state.place == Place(0, 39)
    assert_readable(state)
    for _ in range(400):
        state.wheel(0, -3)
    assert state.place == Place(0, 0)
    assert_readable(state)


def test_the_wheel_over_another_article_reads_that_one(state):
    state.wheel(2, 3)
    assert state.layout.focus == 2


@pytest.mark.parametrize("height", [5, 12, 30])
@pytest.mark.parametrize("lines", [1, -1, 3, -3])
def test_scrolling_passes_every_paragraph_and_never_loses_the_place(three, height, lines):
    state = opened(three, height)
    state.end(-1 if lines > 0 else 1)
    passed = [state.view.reading]
    for _ in range(600):
        state.scroll(lines)
        assert_readable(state)
        passed.append(state.view.reading)
    ordered = sorted(passed, reverse=lines < 0)
    assert passed == ordered, "the reading place never jumps back"
    assert passed[-1] == (39 if lines > 0 else 0)


def test_a_paragraph_taller_than_the_pane_is_read_to_its_end_before_the_next(
    make_article, make_coverage
):
    tall = " ".join(f"word{number}" for number in range(400))
    state = opened(make_coverage([make_article("Short one.", tall, "The end.")]), height=10)
    state.read(1)
    view = state.view
    seen: set[int] = set()
    for _ in range(200):
        if view.reading != 1:
            break
        seen |= {row.line for row in view.rows(10) if row is not None and row.paragraph == 1}
        state.read(1)
    assert view.reading == 2
    assert seen >= set(range(len(view.lines(1)))), "no line was passed over"
    seen.clear()
    for _ in range(200):
        state.read(-1)
        if view.reading == 0:
            break
        seen |= {row.line for row in view.rows(10) if row is not None and row.paragraph == 1}
    assert view.reading == 0


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("read"), st.integers(-3, 3)),
            st.tuples(st.just("scroll"), st.integers(-40, 40)),
            st.tuples(st.just("page"), st.sampled_from([0.5, 1, -0.5, -1])),
            st.tuples(st.just("end"), st.sampled_from([1, -1])),
            st.tuples(st.just("focus"), st.integers(0, 2)),
            st.tuples(st.just("wheel"), st.integers(0, 2), st.sampled_from([3, -3])),
            st.tuples(st.just("drag"), st.integers(0, 2), st.floats(0, 1)),
            st.tuples(
                st.just("set_options"),
                st.booleans().map(lambda is_folded: DisplayOptions(is_folded=is_folded)),
            ),
            st.tuples(st.just("set_threshold"), st.sampled_from([1, -1])),
            st.tuples(st.just("resized"), st.integers(1, 3), st.integers(3, 50)),
            st.tuples(st.just("back")),
        ),
        max_size=30,
    )
)
def test_after_any_actions_the_place_is_readable_and_the_rows_are_level(three, doings):
    state = opened(three)
    assert_readable(state)
    for name, *arguments in doings:
        if name == "scroll" and arguments == [0]:
            continue
        getattr(state, name)(*arguments)
        assert_readable(state)
        state.level()
        assert_level(state)


def test_the_threshold_moves_in_steps_and_stays_within_bounds(state):
    floors = [state.set_threshold(1) for _ in range(30)]
    assert floors == sorted(floors)
    assert floors[-1] <= 0.95
    assert not state.links
    floors = [state.set_threshold(-1) for _ in range(40)]
    assert floors[-1] >= 0.05


def test_links_on_the_screen_come_before_those_off_it(three):
    state = opened(three, panes=2)
    state.focus(2)
    state.focus(0)
    state.go_to(Place(0, 4))
    assert state.visible == (0, 2)
    assert [link.there.article_position for link in state.links] == [2, 1]


def test_next_where_says_when_there_is_none_and_stays(state):
    state.go_to(Place(0, 39))
    assert not state.next_where(state.visible_links.is_linked, 1)
    assert state.place == Place(0, 39)
    assert state.next_where(state.visible_links.is_linked, -1)
    assert state.place == Place(0, 38)


def test_reading_begins_where_two_others_have_the_same_moment(make_long_article, make_coverage):
    articles = [make_long_article(20) for _ in range(3)]
    links = [((0, 2), (1, 1), 0.9), ((0, 5), (1, 5), 0.9), ((0, 5), (2, 6), 0.9)]
    state = opened(make_coverage(articles, links))
    state.start_where_it_links()
    assert state.place == Place(0, 5)


def test_a_number_that_is_folded_away_is_shown_to_be_read(make_article, make_coverage):
    article = make_article("Menu", "First.", "Second.", furniture=[0])
    state = opened(make_coverage([article]))
    assert state.place.paragraph == 1
    assert state.go_to_number(1)
    assert state.place.paragraph == 0
    assert_readable(state)
    assert not state.go_to_number(4)


def test_hits_are_walked_around_the_ends(state):
    from reader.articles.text_search import find_hits

    hits = find_hits(state.articles, "12.")
    assert len(hits) == 3
    state.set_search(SearchResults("12.").start_from(hits, state.place), goes_to_hit=True)
    first = state.place
    for _ in hits:
        state.set_search(state.search.step(1), goes_to_hit=True)
        assert_readable(state)
    assert state.place == first
    found = state.search.hits_in(state.layout.focus)
    assert found[12].current == (0, 3)


def assigned_names(tree: ast.AST) -> list[str]:
    """The attributes that a module assigns to, as `state.follow` or `self._state.views[0]`."""
    targets: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets += node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets.append(node.target)
        elif isinstance(node, ast.Delete):
            targets += node.targets
    flat = [part for target in targets for part in getattr(target, "elts", [target])]
    return [ast.unparse(target) for target in flat]


def writes_to_state(source: str) -> list[str]:
    names = assigned_names(ast.parse(source))
    return [name for name in names if re.match(r"([\w.]+\.)?_?(state|view|views\[\w+\])\.\w", name)]


def test_writing_to_a_state_is_found():
    assert writes_to_state("self._state.height = 3") == ["self._state.height"]
    assert writes_to_state("state.views[0], x = 1, 2") == ["state.views[0]"]
    assert writes_to_state("self._state = state; view = state.view") == []


def test_only_the_state_and_its_views_write_to_themselves():
    app = Path(reader.app.__file__).parent
    modules = [path for path in app.rglob("*.py") if path.name != "article_view.py"]
    assert len(modules) > 50
    writes = {path.name: writes_to_state(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: found for name, found in writes.items() if found} == {}


@pytest.mark.parametrize(("found", "shown"), [(None, 0), (2, 2), (3, 0)])
def test_the_title_has_the_origins_that_an_earlier_start_found(three, found, shown):
    coverage = three.with_corrections(LinkCorrections())
    if found is not None:
        coverage.findings.add_origins(found)
    assert opened(coverage).joint_origin_count == shown


class _CountedParagraphs(tuple):  # type: ignore[type-arg]
    """Paragraphs that count how often all of them are gone through."""

    passes = 0

    def __iter__(self):
        type(self).passes += 1
        return super().__iter__()


def test_long_articles_are_gone_through_once_however_often_their_length_is_asked(
    make_long_article,
) -> None:
    article = make_long_article(40)
    counted = dataclasses.replace(article, paragraphs=_CountedParagraphs(article.paragraphs))
    state = ReadingState([counted])
    _CountedParagraphs.passes = 0
    sizes = {state.characters for _ in range(5)}
    assert sizes == {sum(len(paragraph.text) for paragraph in article.paragraphs)}
    assert _CountedParagraphs.passes == 1
