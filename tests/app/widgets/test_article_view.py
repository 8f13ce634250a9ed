from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.app.widgets.article_view as column_module
from reader.app.widgets.article_view import GAP, Column, Row
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
columns = articles.map(Column)
heights = st.integers(1, 30)


def every_row(column: Column) -> list[Row]:
    """All rows of the article, in order, by the lines of its paragraphs alone."""
    return [
        Row(paragraph, line)
        for paragraph in column.shown
        for line in range(len(column.lines(paragraph)) + GAP)
    ]


def chosen(data: st.DataObject, column: Column) -> int:
    return data.draw(st.sampled_from(list(column.shown)))


@given(columns, heights, st.data())
def test_fewer_rows_are_the_first_of_more_rows(column, height, data):
    column.place(chosen(data, column), data.draw(st.integers(-60, 60)))
    taller = column.rows(height + 1)
    assert column.rows(height) == taller[:height]
    assert len(taller) == height + 1


@given(columns, st.data())
def test_a_placed_paragraph_stands_on_its_row(column, data):
    paragraph, row = chosen(data, column), data.draw(st.integers(-50, 50))
    column.place(paragraph, row)
    assert column.row_of(paragraph, 30) == row
    column.rows(30)
    assert column.row_of(paragraph, 60) == row, "looking does not scroll"


@given(columns, heights, st.data())
def test_rows_and_row_of_tell_the_same(column, height, data):
    column.place(chosen(data, column), data.draw(st.integers(-60, 60)))
    rows = column.rows(height)
    assert len(rows) == height
    for y, row in enumerate(rows):
        if row is not None:
            assert column.row_of(row.paragraph, 400) == y - row.line


@given(columns, heights, st.data())
def test_rows_are_consecutive_lines_of_the_article(column, height, data):
    column.place(chosen(data, column), data.draw(st.integers(-60, 60)))
    rows = [row for row in column.rows(height) if row is not None]
    whole = every_row(column)
    assert whole
    if rows:
        first = whole.index(rows[0])
        assert rows == whole[first : first + len(rows)]


@given(columns, heights)
def test_scrolling_from_top_to_end_shows_every_line_once(column, height):
    column.place(column.shown[0], 0)
    whole = every_row(column)
    passed = []
    for _ in whole:
        passed.append(column.rows(height)[0])
        column.scroll(1)
    assert passed == whole
    assert column.rows(height) == [None] * height


@given(columns, st.integers(2, 80), st.data())
def test_scrolling_back_shows_the_same_rows(column, lines, data):
    column.place(chosen(data, column), data.draw(st.integers(-20, 20)))
    before = column.rows(20)
    column.scroll(lines)
    column.rows(20)
    column.scroll(-lines)
    assert column.rows(20) == before


@given(columns, st.integers(2, 30), st.integers(-500, 500), st.data())
def test_nothing_empty_stands_above_nor_a_whole_screen_below(column, height, lines, data):
    column.place(chosen(data, column), lines)
    column.keep_inside(height)
    rows = column.rows(height)
    assert rows[0] is not None
    full = sum(row is not None for row in rows)
    assert full >= min(height // 2, len(every_row(column)))


@given(columns, st.data())
def test_inside_is_left_alone(column, data):
    height = 10
    column.place(chosen(data, column), 0)
    rows = column.rows(height)
    assert len(rows) == height
    if None not in rows:
        column.keep_inside(height)
        assert column.rows(height) == rows


@given(columns, st.integers(4, 60), st.integers(-5, 15), st.data())
def test_a_new_width_keeps_the_place(column, width, row, data):
    height = 20
    paragraph = chosen(data, column)
    column.reading = paragraph
    column.place(paragraph, row)
    column.set_width(width)
    column.place(paragraph, row)
    assert column.row_of(paragraph, height) == row
    assert not column.set_width(width), "the same width again changes nothing"


@given(columns, st.data())
def test_folding_and_showing_furniture_keeps_the_reading_paragraph_on_its_row(column, data):
    column.reading = chosen(data, column)
    row = data.draw(st.integers(0, 15))
    column.place(column.reading, row)
    before = column.reading
    column.fold(False)
    assert column.reading == before
    assert column.row_of(column.reading, 30) == row
    column.fold(True)
    assert column.reading == before
    assert column.row_of(column.reading, 30) == row


@given(columns)
def test_folded_furniture_is_counted_and_never_shown(column):
    paragraphs = column.article.paragraphs
    furniture = [p for p in paragraphs if p.kind is ParagraphKind.FURNITURE]
    if len(furniture) == len(paragraphs):
        assert len(column.shown) == len(paragraphs), "nothing but furniture is shown whole"
    else:
        assert column.paragraphs_folded == len(furniture)
    column.fold(False)
    assert list(column.shown) == list(range(len(paragraphs)))


@given(columns, st.data())
def test_a_paragraph_that_is_folded_is_unfolded_to_be_read(column, data):
    wanted = data.draw(st.integers(0, len(column.article.paragraphs) - 1))
    column.unfold_for(wanted)
    assert column.is_shown(wanted)


@given(columns, heights, st.integers(-5, 30), st.data())
def test_first_below_is_the_first_that_begins_there(column, height, row, data):
    column.place(chosen(data, column), data.draw(st.integers(-10, 10)))
    found = column.first_below(row, height)
    assert column.is_shown(found)
    place = column.row_of(found, 500)
    if found != column.shown[-1]:
        assert place is not None
        assert place >= row
    before = [p for p in column.shown if p < found]
    for paragraph in before:
        above = column.row_of(paragraph, 500)
        # Only what is on the screen is looked at: what begins above it never counts.
        assert above is None or above < max(row, 1)


@given(columns, st.integers(-40, 40), st.data())
def test_steps_stop_at_the_ends(column, count, data):
    paragraph = chosen(data, column)
    shown = list(column.shown)
    wanted = max(0, min(len(shown) - 1, shown.index(paragraph) + count))
    assert column.step(paragraph, count) == shown[wanted]


@given(columns, heights, st.data())
def test_the_share_on_the_screen_is_a_part_of_the_whole(column, height, data):
    column.place(chosen(data, column), data.draw(st.integers(-10, 10)))
    begin, end = column.share_read(height)
    assert 0 <= begin <= end <= 1


@given(columns)
def test_a_screen_tall_enough_shows_the_whole_article(column):
    column.place(column.shown[0], 0)
    begin, end = column.share_read(len(every_row(column)))
    assert begin == 0
    assert end == pytest.approx(1)


@given(columns, st.data())
def test_share_of_and_at_share_agree(column, data):
    paragraph = chosen(data, column)
    assert column.at_share(column.share_of(paragraph) + 1e-9) == paragraph
    assert column.is_shown(column.at_share(data.draw(st.floats(0, 1))))


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
    counted = Wraps(column_module.wrap)
    monkeypatch.setattr(column_module, "wrap", counted)
    return counted


@pytest.fixture(scope="module")
def vast(make_long_article):
    return make_long_article(20_000)


@pytest.mark.parametrize("jump", ["top", "middle", "end"])
def test_a_vast_article_wraps_no_more_than_a_few_screens(wraps, vast, jump):
    column = Column(vast)
    height = 50
    paragraph = {"top": 0, "middle": 10_000, "end": 19_999}[jump]
    column.place(paragraph, 12)
    column.keep_inside(height)
    column.rows(height)
    column.share_read(height)
    assert wraps.count <= 3 * height


def test_a_new_width_wraps_only_what_is_on_the_screen(wraps, vast):
    column = Column(vast)
    column.place(12_345, 10)
    column.rows(50)
    wraps.count = 0
    column.set_width(33)
    column.rows(50)
    assert 0 < wraps.count <= 60


def test_scrolling_wraps_each_paragraph_once(wraps, vast):
    column = Column(vast)
    for _ in range(300):
        column.rows(50)
        column.scroll(1)
    assert wraps.count <= 300 + 50


def test_asking_for_a_far_row_gives_up_after_a_screen_or_two(wraps, vast):
    column = Column(vast)
    column.place(0, 0)
    assert column.row_of(19_000, 50) is None
    assert wraps.count <= 150


def test_only_so_many_paragraphs_stay_wrapped(vast):
    column = Column(vast)
    for paragraph in range(3000):
        column.lines(paragraph)
    assert len(column._lines) < 3000
