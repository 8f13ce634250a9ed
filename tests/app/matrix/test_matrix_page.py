"""The lines of the matrix screen between title and key line."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.matrix.listed_rows import ListedRows
from reader.app.matrix.matrix_layout import CellForm, lay_out
from reader.app.matrix.matrix_page import draw_page
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.matrix_title import draw_title
from reader.app.matrix.row_lines import TableLines, describe_difference
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.line_widget import parts_width
from reader.articles import Clean
from reader.story import DifferenceKind, Origin
from reader.story.shared_copy.origins import OriginMember

ROWS = (
    "Q3 . q5+ r6",
    "? r17! r8! .",
    "r1 m2 . p3",
    "a9 ? . r4~",
    ". . m11 .",
    ". r100 . ?",
)
MANY = ("Q3 " * 15, "r4! " * 15, ". " * 14 + "r9", "? " * 12 + "a11 . r12")
SIZES = [(200, 50), (120, 40), (100, 30), (80, 24), (60, 20), (40, 15), (24, 8), (31, 9)]


@pytest.fixture
def state(make_matrix):
    return MatrixState(ListedRows(make_matrix(*ROWS)))


def lines_of(state, size=(120, 40), signs=UNICODE):
    page = draw_page(state, TableLines(lay_out(state.rows.matrix, size[0], signs)), size[1] - 2)
    return ["".join(text for text, _ in line) for line in page.lines]


def row_of(lines, words):
    return next(line for line in lines if words in line)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("rows", [ROWS, MANY, ("r1 .",)], ids=["some", "many", "one"])
def test_every_line_is_as_wide_as_the_screen_and_the_page_as_high(make_matrix, size, signs, rows):
    matrix = make_matrix(*rows)
    width, height = size[0], size[1] - 2
    layout = lay_out(matrix, width, signs)
    table = TableLines(layout)
    start = MatrixState(ListedRows(matrix)).select_line(0)
    folds = [start, start.fold_single()]
    last = len(matrix.articles) - 1
    assert start.rows.count == len(matrix.rows)
    for fold, line, article in product(folds, range(5), {0, last // 2, last}):
        state = fold.select_line(line).select_article(article)
        page = draw_page(state, table, height)
        assert len(page.lines) == len(page.rows) == height
        assert {parts_width(line) for line in page.lines} == {width}
        assert parts_width(draw_title(state, width, signs)) == width
        assert state.line in page.rows, "the selected row is on the screen"
        assert page.left <= article < page.left + layout.visible, "so is its article"


def test_a_row_has_the_form_the_paragraph_and_the_signs_of_each_article(state):
    first, second, third, fourth = (" ".join(line.split()) for line in lines_of(state)[3:7])
    assert first.endswith("The ferry of year 3 Q 3 · q 5+ r 6 3")
    assert second.endswith("┄ r 17 ▲ r 8 ▲ · 2 ▲ 1901 / 1902")
    assert third.endswith("r 1 m 2 · p 3 3")
    assert fourth.endswith("a 9 ┄ · r 4 ∼ 2 ∼ 1903")


def test_the_heads_name_the_articles_and_mark_the_selected_one(state):
    heads, shares = lines_of(state.select_article(2))[:2]
    assert "1 pape" in heads
    assert "▶3 pape" in heads
    assert heads.count("▶") == 1
    assert "share of all moments" in shares
    assert "50%" in shares


def test_the_fold_line_counts_what_each_article_alone_tells(state):
    fold = row_of(lines_of(state), "1 only here, 1 perhaps")
    assert "o lists them" in fold
    counts = fold.split("lists them")[1]
    assert counts.replace("─", " ").split() == ["·", "1", "1", "·"]
    assert "o hides them" in row_of(lines_of(state.fold_single()), "1 only here, 1 perhaps")


def test_the_detail_names_forms_places_and_who_leaves_it_out(state):
    text = "\n".join(lines_of(state.select_article(2)))
    assert "in 3 of 4 articles, most words: [3] ¶5 6, 36 words" in text
    assert "▌[3] ¶5 6  q quoted in part" in text
    assert "first third" in text
    assert "· not in [2]" in text


def test_the_detail_follows_the_selected_cell_also_where_it_is_empty(state):
    assert "[2] does not have it" in "\n".join(lines_of(state.select_article(1)))
    perhaps = state.step(1).select_article(0)
    assert "[1] not known whether it has it: its language is not known" in "\n".join(
        lines_of(perhaps)
    )


def test_the_detail_says_each_articles_own_words_where_they_differ(state):
    text = "\n".join(lines_of(state.step(1)))
    assert "▲ date: 1901 [2] / 1902 [3]  (the work began)" in text


def test_a_moment_in_one_article_is_said_to_be_so_only_where_that_is_sure(state):
    unfolded = state.fold_single()
    assert "  only here" in "\n".join(lines_of(unfolded))
    assert "perhaps only here" in "\n".join(lines_of(unfolded.step(1)))


def test_the_fold_line_is_explained_by_article(state):
    text = "\n".join(lines_of(state.step(99)))
    assert " 1 only here, 1 perhaps" in text
    assert "[2]  paper 2: 1 perhaps only here" in text


def test_hidden_lines_are_counted(make_matrix):
    state = MatrixState(ListedRows(make_matrix(*[f"r{n} Q{n}" for n in range(1, 60)])))
    assert "below" in "".join(lines_of(state, (80, 24)))
    assert "above" in "".join(lines_of(state.step(99), (80, 24)))
    page = draw_page(state.scroll(10), TableLines(lay_out(state.rows.matrix, 80, UNICODE)), 22)
    assert page.top == 10
    assert 0 not in page.rows


def test_a_narrow_legend_has_the_signs_before_the_letters(state):
    wide, narrow = (lines_of(state, size)[-1] for size in ((140, 40), (80, 24)))
    assert wide.strip().startswith("Q quoted")
    assert "▲ differs" in wide
    assert narrow.strip().startswith("· no  ┄ perhaps  ▲ differs")
    assert "∼ other words  + several" in narrow
    assert "Q quoted" in narrow


def test_a_legend_has_only_what_stands_in_a_listed_row(make_matrix):
    state = MatrixState(ListedRows(make_matrix("Q3 r5+ r6", "r1 ? r2")))
    assert lines_of(state, (80, 24))[-1].split() == (
        ["Q", "quoted", "r", "reported", "┄", "perhaps", "+", "several"]
    )


@pytest.mark.parametrize("size", SIZES)
def test_ascii_has_no_signs_of_other_characters(state, size):
    text = "".join(lines_of(state.step(1), size, ASCII))
    assert {each for each in text if not each.isascii()} <= {"¶", "’", "…"}


@pytest.mark.parametrize(
    ("articles", "width", "form", "visible"),
    [
        (5, 120, CellForm.FULL, 5),
        (10, 120, CellForm.NUMBER, 10),
        (5, 80, CellForm.NUMBER, 5),
        (10, 80, CellForm.NUMBER, 10),
        (5, 40, CellForm.LETTER, 5),
        (10, 200, CellForm.FULL, 10),
    ],
)
def test_all_articles_are_shown_where_they_fit(make_matrix, articles, width, form, visible):
    matrix = make_matrix("r9! " * articles, "Q3 " * articles)
    layout = lay_out(matrix, width, UNICODE)
    assert (layout.form, layout.visible) == (form, visible)


def test_of_too_many_articles_some_are_shown_and_the_others_marked(make_matrix):
    matrix = make_matrix("r9 . " * 6, "Q3 " * 12)
    layout = lay_out(matrix, 40, UNICODE)
    assert layout.visible < 12
    state = MatrixState(ListedRows(matrix)).select_article(11)
    lines = lines_of(state, (40, 15))
    assert "▶c" in lines[0]
    assert "1·3·5·7·9·b·" in lines[1]


@pytest.mark.parametrize("width", range(24, 210, 7))
@pytest.mark.parametrize("articles", [2, 3, 5, 10, 16, 40])
def test_the_columns_fit_into_the_width(make_matrix, width, articles):
    matrix = make_matrix("r9 " * articles, "Q100! " * articles)
    layout = lay_out(matrix, width, UNICODE)
    columns = layout.visible * layout.column_width
    used = 1 + layout.label_width + columns + layout.count_width + layout.difference_width
    assert used <= width
    assert layout.label_width >= 1
    assert layout.cell_width < layout.column_width


ODD = st.text(st.sampled_from("aé中👩‍[/]—“” "), min_size=1, max_size=60)


@settings(max_examples=30)
@given(ODD, st.sampled_from(SIZES))
def test_any_label_keeps_within_the_screen(make_article, make_matrix, words, size):
    from reader.articles import Passage, Place
    from reader.story.matrix.coverage_matrix import CoverageMatrix

    matrix = make_matrix("Q3 r4", "r5 .")
    article = make_article(f"x{words}", name="odd")
    label = Passage.of_paragraph((article,), Place(0, 0))
    rows = tuple(replace(row, label=label) for row in matrix.rows)
    state = MatrixState(ListedRows(CoverageMatrix(matrix.articles, rows)))
    page = draw_page(state, TableLines(lay_out(matrix, size[0], UNICODE)), size[1] - 2)
    assert {parts_width(line) for line in page.lines} == {size[0]}


def test_a_share_is_told_in_the_narrowest_columns_too(make_matrix):
    matrix = make_matrix("r100 " * 10, "Q3 . " * 5)
    assert lay_out(matrix, 80, UNICODE).form is CellForm.LETTER
    heads, shares = lines_of(MatrixState(ListedRows(matrix)), (80, 24))[:2]
    assert "share of all moments, %" in shares
    assert "100 50100 50" in shares
    assert heads.index("▶1") + 1 == shares.index("100") + 1


def test_facts_go_before_quotations_and_these_before_wording(make_matrix):
    kinds = (DifferenceKind.WORDING, DifferenceKind.QUOTE, DifferenceKind.NUMBER)
    matrix = make_matrix("r1! r2!", "r3~ r4~ ")
    row = matrix.rows[0]
    several = tuple(replace(row.differences[0], kind=kind) for kind in kinds)
    for count, sign, first in ((3, "▲", "number"), (2, "∼", "quote"), (1, "∼", "wording")):
        changed = replace(row, differences=several[:count])
        state = MatrixState(ListedRows(replace(matrix, rows=(changed, matrix.rows[1]))))
        lines = lines_of(state)
        assert f"r 1  {sign}" in lines[3]
        details = [line for line in lines if "(the work began)" in line]
        assert details[0].startswith(f" {sign} {first}: ")
    assert describe_difference(changed, UNICODE)[0] == ("∼", "key")


def test_an_article_with_many_words_gets_the_lines_that_others_leave(make_matrix):
    matrix = make_matrix("r1+ r2")
    cell = matrix.rows[0].cells[0]
    long = replace(cell, passages=cell.passages * 5)
    row = replace(matrix.rows[0], cells=(long, matrix.rows[0].cells[1]))
    text = "\n".join(lines_of(MatrixState(ListedRows(replace(matrix, rows=(row,))))))
    first, second = text.split("[2] ¶2")
    assert first.split("▌[1] ¶1")[1].count("\n") > 5
    assert "paper 2 says." in second


def test_a_cell_with_shared_copy_has_its_sign_and_its_line_the_articles(make_matrix):
    matrix = make_matrix("r1 r4&", "Q3 r5+&!1901", "r6 r7&~")
    state = MatrixState(ListedRows(matrix))
    lines = lines_of(state)
    assert "r 4 ░" in lines[3]
    assert "r 5+░▲" in lines[4]
    assert "r 7 ░∼" in lines[5]
    assert "░ copy [1]" in "\n".join(lines)
    many = make_matrix("r1&! " * 15, "r4& " * 15, "r2&~ " * 15, "r3+& " * 15)
    narrow = lines_of(MatrixState(ListedRows(many)), (80, 24))
    assert [line.split()[-2][:2] for line in narrow[3:7]] == ["r▲", "r░", "r░", "r░"]


def test_the_articles_of_one_origin_are_named_below_the_table(make_matrix):
    matrix = make_matrix("r1 r4& r2", "Q3 r5+&! .")
    state = MatrixState(ListedRows(matrix))
    assert "origin" not in "\n".join(lines_of(state))
    reason = Clean("45% of the words of A stand in B, too")
    credited = ((Clean("Reuters"),), ())
    members = tuple(OriginMember(at, 0, 1, 0.45, credited[at], reason) for at in (0, 1))
    joint = Origin((0, 1), Clean("Reuters"), reason, members)
    state = MatrixState(ListedRows(replace(matrix, origins=(joint, Origin((2,), None, None)))))
    title = "".join(text for text, _ in draw_title(state, 120, UNICODE))
    assert "3 articles, 2 origins" in title
    named = " 3 articles, 2 origins   [1] ░ [2] Reuters copy, 45%"
    (line,) = [line for line in lines_of(state, (140, 24)) if "2 origins" in line]
    assert line.startswith(f"{named}   45% of the words")
    (line,) = [line for line in lines_of(state, (80, 24)) if "2 origins" in line]
    assert line.strip() == named.strip(), "a reason is printed whole or not at all"
    assert "[1] : [2] Reuters copy" in "\n".join(lines_of(state, (100, 24), ASCII))
