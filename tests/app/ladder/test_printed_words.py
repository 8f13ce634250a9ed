"""The screen prints a quotation exactly as its article does, at every width and in every style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.ladder.ladder_layout import LadderLayout
from reader.app.ladder.ladder_page import draw_page
from reader.app.ladder.ladder_state import DifferenceStyle, LadderState
from reader.app.ladder.pair_lines import draw_pair
from reader.app.ladder.printed_version import PrintedVersion
from reader.app.ladder.quote_ladders import QuoteLadders
from reader.app.ladder.rung_lines import draw_head, draw_rung
from reader.app.ladder.version_text import (
    ADDED,
    CONTEXT,
    DROPPED,
    EDIT_SIGN,
    NO_BRACKETS,
    EditBrackets,
)
from reader.app.ladder.word_pairs import (
    break_into_rows,
    draw_base_row,
    draw_version_row,
    pair_words,
)
from reader.app.terminal.ascii_output import to_ascii
from reader.app.themes.signs import ASCII, UNICODE, Signs
from reader.app.widgets.line_widget import Line, parts_width
from reader.articles import Article
from reader.quote_versions import SharedQuote, Version, VersionForm
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.versions import compare_version
from reader.quotes.offsets import ArticleText

MakeArticle = Callable[..., Article]

PIECES = st.sampled_from([
    "face-to-face ", "well-being ", "the ", "border—", "talks, ", "(and ", "treaty) ", "‘never’ ",
    "“again” ", "20\u00a0000 ", "mot\u202f! ", "… ", "[now] ", "don’t ", "U.S. ", "河岸",
    "的桥，", "ガソリン", "è ",
    "$8.5 ", "harbour/", "x" * 40 + " ", "– ", "«si» ", "e-mail-", "100%",
])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=24).map(lambda p: f"{''.join(p)} so".strip())
MARKS = st.sampled_from(
    [("“", "”"), ("« ", " »"), ("„", "“"), ("「", "」"), ('"', '"'), ("''", "''")]
)
SIGNS = st.sampled_from([UNICODE, ASCII])


@st.composite
def two_versions(draw: st.DrawFn) -> tuple[list[str], list[str], tuple[str, str]]:
    """The parts of a quotation, those of a version of it, and the marks around them."""
    whole = draw(st.lists(TEXTS, min_size=1, max_size=2))
    other = []
    for part in whole:
        words = part.split(" ")
        start = draw(st.integers(0, len(words)))
        cut = draw(st.integers(0, 20))
        more = draw(st.lists(PIECES, max_size=2))
        left = [*words[:start], *"".join(more).split(" "), *words[start + cut :]]
        other.append(" ".join([*filter(None, left), "so"]))
    return whole, other, draw(MARKS)


def make_state(make_article: MakeArticle, versions: Sequence[Sequence[str]], marks) -> LadderState:
    """A ladder of versions that are parts between marks, each in an article of its own."""
    opening, closing = marks
    articles, made = [], []
    for number, parts in enumerate(versions):
        quoted = " the reporter heard ".join(f"{opening}{part}{closing}" for part in parts)
        articles.append(make_article(f"a{number}", f"Then came {quoted} and all went home."))
        whole = ArticleText(articles[-1], number)
        spans, at = [], 0
        for part in parts:
            at = whole.text.index(f"{opening}{part}{closing}", at) + len(opening)
            spans.append((at, at + len(part)))
        version = Version(
            number, VersionForm.DIRECT, tuple(spans), " ".join(parts),
            tuple(read_quote_words(whole.text, spans)), None, None, None, None, 1.0,
            passages=whole.passages(spans),
        )  # fmt: skip
        made.append(compare_version(version, made[0] if made else version))
    return LadderState(QuoteLadders(articles, [SharedQuote(1, tuple(made))]), rung=1)


def printed(parts: Sequence[str], marks: tuple[str, str]) -> str:
    return " … ".join(f"{marks[0]}{part}{marks[1]}" for part in parts)


def assert_prints(lines: Iterable[str], text: str) -> None:
    """Fail unless the lines have the characters of `text`, with white space where it has some.

    Only where a line ends may white space of the text be missing.
    """
    at = 0
    for line in lines:
        words = line.split()
        at += len(text[at:]) - len(text[at:].lstrip())
        for number, word in enumerate(words):
            if number:
                assert text[at].isspace(), (line, text[:at])
                at += len(text[at:]) - len(text[at:].lstrip())
            assert text.startswith(word, at), (line, text[at:])
            at += len(word)
    assert not text[at:].strip()


def without(lines: Iterable[Line], *styles: str) -> list[str]:
    """The text of lines, without the parts that have one of these styles."""
    return [
        "".join(part for part, names in line if not set(names.split()) & set(styles))
        for line in lines
    ]


def layout_of(width: int, signs: Signs, *, has_brackets: bool) -> LadderLayout:
    brackets = EditBrackets(signs.dropped, signs.added) if has_brackets else NO_BRACKETS
    return LadderLayout(width, signs, brackets)


@settings(deadline=None)
@given(two_versions(), st.integers(12, 200), SIGNS, st.booleans())
def test_word_under_word_has_the_words_of_both(make_article, versions, width, signs, has_brackets):
    whole, other, marks = versions
    state = make_state(make_article, (whole, other), marks)
    layout = layout_of(width, signs, has_brackets=has_brackets)
    base, rung = (PrintedVersion(r.version, state.ladders.text(r.article)) for r in state.rungs)
    pairs = pair_words(rung, base, brackets=layout.brackets, shortened=False)
    rows = list(break_into_rows(pairs, width))
    bases = without(map(draw_base_row, rows), EDIT_SIGN)
    rungs = without(map(draw_version_row, rows), EDIT_SIGN)
    for row in rows:
        assert max(parts_width(draw_base_row(row)), parts_width(draw_version_row(row))) <= width
    assert_prints(map(to_ascii, bases), to_ascii(printed(whole, marks)))
    assert_prints(map(to_ascii, rungs), to_ascii(printed(other, marks)))


@settings(deadline=None)
@given(two_versions(), st.integers(24, 200), SIGNS, st.booleans())
def test_a_rung_has_the_words_of_its_article(make_article, versions, width, signs, has_brackets):
    whole, other, marks = versions
    state = make_state(make_article, (whole, other), marks)
    layout = layout_of(width, signs, has_brackets=has_brackets)
    assert len(state.rungs) == 2
    for style in (DifferenceStyle.STRUCK, DifferenceStyle.OFF):
        state = LadderState(state.ladders, rung=1, style=style)
        for rung, parts in zip(state.rungs, (whole, other), strict=True):
            drawn = draw_rung(state, rung, layout)
            assert all(parts_width(line) == width for line in drawn)
            if rung.same_words_as is None:
                head = len(draw_head(state, rung, layout.narrower(1)))
                text = without((line[1:] for line in drawn[head:]), DROPPED, EDIT_SIGN)
                assert_prints(text, printed(parts, marks))


@settings(deadline=None)
@given(two_versions(), st.integers(72, 200), st.booleans())
def test_a_pair_has_the_words_of_both(make_article, versions, width, has_brackets):
    whole, other, marks = versions
    state = make_state(make_article, (whole, other), marks).toggle_pair()
    layout = layout_of(width, UNICODE, has_brackets=has_brackets)
    column = (width - 3) // 2
    _, _, _, _, *rows = draw_pair(state, layout)
    halves: tuple[list[str], list[str]] = ([], [])
    for row in without(rows, EDIT_SIGN):
        left, _, right = row.partition(" │ ")
        halves[0].append(left)
        halves[1].append(right)
    assert column > 0
    assert_prints(halves[0], printed(whole, marks))
    assert_prints(halves[1], printed(other, marks))


@pytest.mark.parametrize("style", DifferenceStyle)
@pytest.mark.parametrize("is_pair", [False, True])
def test_hyphens_stay_hyphens(make_article, style, is_pair):
    whole = ["The face-to-face talks are good for the well-being of all people in this valley"]
    other = [whole[0].replace("people", "herds-men").replace("are good", "were good")]
    state = make_state(make_article, (whole, other), ("“", "”"))
    state = LadderState(state.ladders, rung=1, style=style, is_pair=is_pair)
    page = draw_page(state, 200, 40, UNICODE, brackets=True)
    text = "\n".join("".join(part for part, _ in line) for line in page.lines)
    assert text.count("face-to-face") >= 2
    assert "face- " not in text
    assert "well- " not in text


def test_a_word_dropped_inside_a_hyphened_one_adds_no_space(make_article):
    state = make_state(make_article, (["a well-known-being it is"], ["a well-being it is"]), "“”")
    layout = layout_of(80, UNICODE, has_brackets=True)
    lines = draw_rung(state, state.rungs[1], layout)
    text = "".join(part for line in lines for part, _ in line)
    assert "a well-⟦-known--⟧being it is" in text


def test_dropped_characters_of_unspaced_script_add_no_space(make_article):
    state = make_state(make_article, (["我们昨天在河边见面"], ["我们在河边见面"]), "「」")
    layout = layout_of(80, UNICODE, has_brackets=True)
    text = "".join(part for line in draw_rung(state, state.rungs[1], layout) for part, _ in line)
    assert "「我们⟦-昨天-⟧在河边见面」" in text


def test_the_middle_of_a_long_trim_is_counted_and_not_an_ellipsis_of_the_text(make_article):
    words = " ".join(f"word{number}" for number in range(30))
    state = make_state(make_article, ([f"We leave now {words}"], ["We leave now"]), "“”")
    layout = layout_of(200, UNICODE, has_brackets=True)
    text = "".join(part for line in draw_rung(state, state.rungs[1], layout) for part, _ in line)
    assert "word5-⟧ … 20 words … ⟦-word26" in text


def test_added_words_have_their_style(make_article):
    state = make_state(make_article, (["We leave the town"], ["We gladly leave the town"]), "“”")
    lines = draw_rung(state, state.rungs[1], layout_of(80, UNICODE, has_brackets=False))
    styles = {part: names for line in lines for part, names in line}
    assert ADDED in styles["gladly"]
    assert CONTEXT not in styles["gladly"]
