from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reader.app.themes.paragraph_style import HighlightRole, OtherArticle, ParagraphStyle
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.themes.styles import HUES, STYLE_NAMES, PaneStyles, Styles
from reader.app.widgets.line_painter import LinePainter, gutter_width
from reader.app.widgets.text_wrapping import wrap
from reader.articles import ParagraphKind
from reader.text.cleaning import clean_line

TEXT = "“Talks,” he said, “ended without a result” – the minister’s own words, 会談は終わった."
GUTTER = 5


_ALL_STYLES = (*STYLE_NAMES, *(f"hue-{number}" for number in range(HUES)))


def named_style(name: str) -> Style:
    """A style unlike all others."""
    return Style(color=f"color({16 + _ALL_STYLES.index(name)})")


@pytest.fixture
def styles() -> PaneStyles:
    return pane_styles()


def pane_styles() -> PaneStyles:
    return PaneStyles.of(Styles(named_style), Style(color="white"), Style(reverse=True))


def painted(text: str, paragraph: ParagraphStyle, width: int, signs=UNICODE) -> list:
    painter = LinePainter(width, GUTTER, pane_styles(), signs)
    return [
        painter.paint_line(text, line, number, paragraph)
        for number, line in enumerate(wrap(text, width - GUTTER))
    ]


spans = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=4).map(
    lambda pairs: tuple((start, start + length) for start, length in pairs)
)
paragraph_styles = st.builds(
    ParagraphStyle,
    kind=st.sampled_from(ParagraphKind),
    role=st.sampled_from(HighlightRole),
    hue=st.integers(0, 40),
    number=st.sampled_from(["", "1", "12", "123"]),
    note=st.sampled_from(["", "✎"]),
    others=st.integers(0, 12).map(
        lambda count: tuple(OtherArticle(str(n % 10), n, n % 2 == 0) for n in range(count))
    ),
    shared=spans,
    marked=st.just(()),
    found=spans,
    current=st.one_of(st.none(), st.tuples(st.integers(0, 40), st.integers(41, 80))),
    selected=st.one_of(
        st.none(), st.tuples(st.integers(0, 60), st.one_of(st.just(-1), st.integers(0, 99)))
    ),
)
texts = st.one_of(
    st.just(TEXT),
    st.text(max_size=150).map(clean_line),
    st.text(alphabet="e\u0301 x漢👩‍👧🇫🇷️", max_size=40).map(clean_line),
)


@given(texts, paragraph_styles, st.integers(GUTTER + 2, 60), st.sampled_from([UNICODE, ASCII]))
def test_a_line_has_exactly_the_width_given(text, paragraph, width, signs):
    strips = painted(text, paragraph, width, signs)
    assert len(strips) == len(wrap(text, width - GUTTER))
    for strip in strips:
        assert strip.cell_length == width
        assert cell_len(strip.text) == width or not text.isprintable()


@given(st.one_of(st.just(TEXT), st.text(alphabet="abc dé“”—", max_size=150)), paragraph_styles,
       st.integers(GUTTER + 2, 60))  # fmt: skip
def test_no_word_is_lost_between_line_and_strip(text, paragraph, width):
    lines = wrap(text, width - GUTTER)
    assert bool(lines) == bool(painted(text, paragraph, width))
    for (start, end), strip in zip(lines, painted(text, paragraph, width), strict=True):
        words = text[start:end]
        assert strip.text[GUTTER:].rstrip(" ") == words.rstrip(" ")


@pytest.mark.parametrize(
    ("role", "sign"),
    [
        (HighlightRole.READING, "here"),
        (HighlightRole.SAME, "same"),
        (HighlightRole.RELATED, "related"),
        (HighlightRole.PLAIN, None),
    ],
)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_role_has_a_sign_on_every_line(role, sign, signs):
    expected = getattr(signs, sign) if sign else " "
    strips = painted(TEXT, ParagraphStyle(role=role), 30, signs)
    assert len(strips) > 2
    assert {strip.text[0] for strip in strips} == {expected}


def test_the_number_is_on_the_first_line_and_the_marks_below():
    others = (OtherArticle("2", 1, True), OtherArticle("₃", 2, False))
    strips = painted(TEXT, ParagraphStyle(number="12", others=others), 40)
    assert strips[0].text[:GUTTER].split() == ["12"]
    assert strips[1].text[:GUTTER].split() == ["2₃"]


def test_without_numbers_the_marks_are_on_the_first_line():
    strips = painted(TEXT, ParagraphStyle(others=(OtherArticle("2", 1, True),)), 40)
    assert strips[0].text[:GUTTER].split() == ["2"]


@given(st.integers(0, 40), st.sampled_from(["", "12"]))
def test_all_marks_are_shown_on_the_lines_and_the_gap_as_far_as_they_fit(count, number):
    others = tuple(OtherArticle("abcdefghij"[n % 10], n, True) for n in range(count))
    paragraph = ParagraphStyle(number=number, others=others)
    strips = painted(TEXT, paragraph, 24)
    strips.append(LinePainter(24, GUTTER, pane_styles(), UNICODE).paint_gap(paragraph, len(strips)))
    rows = strips[1:] if number else strips
    shown = "".join(strip.text[:GUTTER].replace(" ", "") for strip in rows)
    assert shown == "".join(other.mark for other in others)[: len(rows) * (GUTTER - 2)]


def test_the_gap_has_the_width_given(styles):
    assert LinePainter(40, GUTTER, styles, UNICODE).paint_gap(ParagraphStyle(), 3).cell_length == 40


@pytest.mark.parametrize("kind", ["shared", "found"])
def test_marked_words_are_painted_in_their_style_and_no_others(kind, styles):
    start = TEXT.index("ended")
    paragraph = ParagraphStyle(**{kind: ((start, start + 20),)})
    colour = getattr(styles, kind).color
    marked = "".join(
        segment.text
        for strip in painted(TEXT, paragraph, 40)
        for segment in strip
        if segment.style and segment.style.color == colour
    )
    assert marked.replace(" ", "") == TEXT[start : start + 20].replace(" ", "")


def test_the_current_hit_differs_from_the_other_hits(styles):
    paragraph = ParagraphStyle(found=((1, 6), (12, 16)), current=(12, 16))
    strip = painted(TEXT, paragraph, 80)[0]
    colours = {segment.text: segment.style.color for segment in strip if segment.style}
    assert colours["Talks"] == styles.found.color
    assert colours["said"] == styles.current.color


def test_a_selection_to_the_end_covers_the_rest():
    paragraph = ParagraphStyle(selected=(20, -1))
    selected = "".join(
        segment.text
        for strip in painted(TEXT, paragraph, 30)
        for segment in strip
        if segment.style and segment.style.reverse
    )
    assert selected.replace(" ", "") == TEXT[20:].replace(" ", "")


@pytest.mark.parametrize("highest", [0, 9, 99, 999, 20_000])
def test_the_gutter_has_room_for_the_highest_number(highest):
    text = "abc"
    width = gutter_width(highest)
    painter = LinePainter(30, width, pane_styles(), UNICODE)
    strip = painter.paint_line(text, (0, 3), 0, ParagraphStyle(number=str(highest)))
    assert strip.text[:width].split() == [str(highest)]
    assert strip.text[width:].rstrip() == text


@pytest.mark.parametrize(("number", "gutter"), [("7", " ✎ 7 "), ("123", " 123✎"), ("", "    ✎")])
def test_the_sign_of_a_note_is_beside_the_number_on_the_first_line(number, gutter):
    paragraph = ParagraphStyle(number=number, note="✎")
    first, second, *_ = painted(TEXT, paragraph, 40)
    assert first.text[:GUTTER] == gutter
    assert "✎" not in second.text


def test_the_underline_of_a_heading_ends_with_its_words() -> None:
    own = {"heading": Style(bold=True, underline=True)}
    styles = PaneStyles.of(
        Styles(lambda name: own.get(name, Style())), Style(color="white"), Style(reverse=True)
    )
    painter = LinePainter(40, GUTTER, styles, UNICODE)
    strip = painter.paint_line("Barges", (0, 6), 0, ParagraphStyle(kind=ParagraphKind.HEADING))
    underlined = [each.text for each in strip if each.style and each.style.underline]
    assert underlined == ["Barges"]
