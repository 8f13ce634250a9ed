from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.app.widgets.article_view as article_view_module
from reader.app.widgets.article_view import GAP, ArticleView, Row
from reader.articles import Article, Clean, Paragraph, ParagraphKind

paragraph_texts = st.lists(
    st.tuples(
        st.text(alphabet="abcd efg é漢", min_size=1, max_size=160),
        st.sampled_from([ParagraphKind.BODY, ParagraphKind.BODY, ParagraphKind.FURNITURE]),
    ),
    min_size=1,
    max_size=25,
)
articles = paragraph_texts.map(
    lambda texts: Article(
        source=Clean("a.txt"),
        name=Clean("a"),
        paragraphs=tuple(
            Paragraph(number, kind, Clean(text)) for number, (text, kind) in enumerate(texts, 1)
        ),
    )
)
views = articles.map(ArticleView)
heights = st.integers(1, 30)


def every_row(view: ArticleView) -> list[Row]:
    """All rows of the article, in order, by the lines of its paragraphs alone."""
    return [
        Row(paragraph, line)
        for paragraph in view.shown
        for line in range(len(view.lines(paragraph)) + GAP)
    ]


def chosen(data: st.DataObject, view: ArticleView) -> int:
    return data.draw(st.sampled_from(list(view.shown)))


@given(views, heights, st.data())
def test_fewer_rows_are_the_first_of_more_rows(view, height, data):
    view.place(chosen(data, view), data.draw(st.integers(-60, 60)))
    taller = view.rows(height + 1)
    assert view.rows(height) == taller[:height]
    assert len(taller) == height + 1


@given(views, st.data())
def test_a_placed_paragraph_is_on_its_row(view, data):
    paragraph, row = chosen(data, view), data.draw(st.integers(-50, 50))
    view.place(paragraph, row)
    assert view.row_of(paragraph, 30) == row
    view.rows(30)
    assert view.row_of(paragraph, 60) == row, "looking does not scroll"


@given(views, heights, st.data())
def test_rows_and_row_of_agree(view, height, data):
    view.place(chosen(data, view), data.draw(st.integers(-60, 60)))
    rows = view.rows(height)
    assert len(rows) == height
    for y, row in enumerate(rows):
        if row is not None:
            assert view.row_of(row.paragraph, 400) == y - row.line


@given(views, heights, st.data())
def test_rows_are_consecutive_lines_of_the_article(view, height, data):
    view.place(chosen(data, view), data.draw(st.integers(-60, 60)))
    rows = [row for row in view.rows(height) if row is not None]
    whole = every_row(view)
    assert whole
    if rows:
        first = whole.index(rows[0])
        assert rows == whole[first : first + len(rows)]


@given(views, heights)
def test_scrolling_from_top_to_end_shows_every_line_once(view, height):
    view.place(view.shown[0], 0)
    whole = every_row(view)
    passed = []
    for _ in whole:
        passed.append(view.rows(height)[0])
        view.scroll(1)
    assert passed == whole
    assert view.rows(height) == [None] * height


@given(views, st.integers(2, 80), st.data())
def test_scrolling_back_shows_the_same_rows(view, lines, data):
    view.place(chosen(data, view), data.draw(st.integers(-20, 20)))
    before = view.rows(20)
    view.scroll(lines)
    view.rows(20)
    view.scroll(-lines)
    assert view.rows(20) == before


@given(views, st.integers(2, 30), st.integers(-500, 500), st.data())
def test_no_row_above_is_empty_nor_a_whole_screen_below(view, height, lines, data):
    view.place(chosen(data, view), lines)
    view.keep_inside(height)
    rows = view.rows(height)
    assert rows[0] is not None
    full = sum(row is not None for row in rows)
    assert full >= min(height // 2, len(every_row(view)))


@given(views, st.data())
def test_inside_is_left_alone(view, data):
    height = 10
    view.place(chosen(data, view), 0)
    rows = view.rows(height)
    assert len(rows) == height
    if None not in rows:
        view.keep_inside(height)
        assert view.rows(height) == rows


@given(views, st.integers(4, 60), st.integers(-5, 15), st.data())
def test_a_new_width_keeps_the_place(view, width, row, data):
    height = 20
    paragraph = chosen(data, view)
    view.reading = paragraph
    view.place(paragraph, row)
    view.set_width(width)
    view.place(paragraph, row)
    assert view.row_of(paragraph, height) == row
    assert not view.set_width(width), "the same width again changes nothing"


@given(views, st.data())
def test_folding_and_showing_furniture_keeps_the_reading_paragraph_on_its_row(view, data):
    view.reading = chosen(data, view)
    row = data.draw(st.integers(0, 15))
    view.place(view.reading, row)
    before = view.reading
    view.fold(False)
    assert view.reading == before
    assert view.row_of(view.reading, 30) == row
    view.fold(True)
    assert view.reading == before
    assert view.row_of(view.reading, 30) == row


@given(views)
def test_folded_furniture_is_counted_and_never_shown(view):
    paragraphs = view.article.paragraphs
    furniture = [p for p in paragraphs if p.kind is ParagraphKind.FURNITURE]
    if len(furniture) == len(paragraphs):
        assert len(view.shown) == len(paragraphs), "nothing but furniture is shown whole"
    else:
        assert view.paragraphs_folded == len(furniture)
    view.fold(False)
    assert list(view.shown) == list(range(len(paragraphs)))


@given(views, st.data())
def test_a_paragraph_that_is_folded_is_unfolded_to_be_read(view, data):
    expected = data.draw(st.integers(0, len(view.article.paragraphs) - 1))
    view.fold(False)
    assert view.is_shown(expected)


@given(views, heights, st.integers(-5, 30), st.data())
def test_first_below_is_the_first_that_begins_there(view, height, row, data):
    view.place(chosen(data, view), data.draw(st.integers(-10, 10)))
    found = view.first_below(row)
    assert view.is_shown(found)
    place = view.row_of(found, 500)
    if found != view.shown[-1]:
        assert place is not None
        assert place >= row
    before = [p for p in view.shown if p < found]
    for paragraph in before:
        above = view.row_of(paragraph, 500)
        # Only what is on the screen is looked at: what begins above it never counts.
        assert above is None or above < max(row, 1)


@given(views, st.integers(-40, 40), st.data())
def test_steps_stop_at_the_ends(view, count, data):
    paragraph = chosen(data, view)
    shown = list(view.shown)
    expected = max(0, min(len(shown) - 1, shown.index(paragraph) + count))
    assert view.step(paragraph, count) == shown[expected]


@given(views, heights, st.data())
def test_the_share_on_the_screen_is_a_part_of_the_whole(view, height, data):
    view.place(chosen(data, view), data.draw(st.integers(-10, 10)))
    begin, end = view.share_read(height)
    assert 0 <= begin <= end <= 1


@given(views)
def test_a_screen_tall_enough_shows_the_whole_article(view):
    view.place(view.shown[0], 0)
    begin, end = view.share_read(len(every_row(view)))
    assert begin == 0
    assert end == pytest.approx(1)


@given(views, st.data())
def test_share_of_and_at_share_agree(view, data):
    paragraph = chosen(data, view)
    assert view.at_share(view.share_of(paragraph) + 1e-9) == paragraph
    assert view.is_shown(view.at_share(data.draw(st.floats(0, 1))))


class Wraps:
    """Counts how many paragraphs are wrapped."""

    def __init__(self, wrap):
        self._wrap = wrap
        self.count = 0

    def __call__(self, text: str, width: int) -> list[tuple[int, int]]:
        self.count += 1
        return self._wrap(text, width)


@pytest.fixture
def wraps(monkeypatch: pytest.MonkeyPatch) -> Wraps:
    counted = Wraps(article_view_module.wrap)
    monkeypatch.setattr(article_view_module, "wrap", counted)
    return counted


@pytest.fixture(scope="module")
def vast(make_long_article):
    return make_long_article(20_000)


@pytest.mark.parametrize("jump", ["top", "middle", "end"])
def test_a_vast_article_wraps_no_more_than_a_few_screens(wraps, vast, jump):
    view = ArticleView(vast)
    height = 50
    paragraph = {"top": 0, "middle": 10_000, "end": 19_999}[jump]
    view.place(paragraph, 12)
    view.keep_inside(height)
    view.rows(height)
    view.share_read(height)
    assert wraps.count <= 3 * height


def test_a_new_width_wraps_only_what_is_on_the_screen(wraps, vast):
    view = ArticleView(vast)
    view.place(12_345, 10)
    view.rows(50)
    wraps.count = 0
    view.set_width(33)
    view.rows(50)
    assert 0 < wraps.count <= 60


def test_scrolling_wraps_each_paragraph_once(wraps, vast):
    view = ArticleView(vast)
    for _ in range(300):
        view.rows(50)
        view.scroll(1)
    assert wraps.count <= 300 + 50


def test_asking_for_a_far_row_gives_up_after_a_screen_or_two(wraps, vast):
    view = ArticleView(vast)
    view.place(0, 0)
    assert view.row_of(19_000, 50) is None
    assert wraps.count <= 150


def test_only_so_many_paragraphs_stay_wrapped(vast):
    view = ArticleView(vast)
    first = view.lines(0)
    assert view.lines(0) is first
    for paragraph in range(1, 3000):
        view.lines(paragraph)
    assert view.lines(0) is not first, "the first one was wrapped again"


def test_the_time_of_an_entry_is_shown_with_its_entry():
    lines = [("Menu", None), ("10:15", "10:15"), ("Related", "10:15")]
    furniture = [
        Paragraph(number, ParagraphKind.FURNITURE, Clean(text), Clean(time) if time else None)
        for number, (text, time) in enumerate(lines, 1)
    ]
    entry = Paragraph(4, ParagraphKind.BODY, Clean("The mill turns."), Clean("10:15"))
    article = Article(source=Clean("a"), name=Clean("a"), paragraphs=(*furniture, entry))
    assert list(ArticleView(article).shown) == [1, 3]
