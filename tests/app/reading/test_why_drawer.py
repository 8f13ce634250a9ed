from __future__ import annotations

import pytest

from reader.app.reading.link_parts import LinkedParagraph
from reader.app.reading.why_drawer import drawer_lines, find_named_place
from reader.app.reading.why_size import drawer_height
from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.line_widget import parts_width
from reader.articles import Article, ParagraphKind, Passage, Place, replace_kinds
from reader.coverage import Evidence
from reader.linking import Level, Link, LinkedPlaces

EVIDENCE = Evidence(
    reasons=(
        "32 words in a row",
        "both name the International Committee of the Red Cross, Ms. Laurent and Mr. Öztürk",
        "both quote “the [sic] necessity – of direct engagement”",
    ),
    shared_here=(slice(0, 4),),
    shared_there=(slice(0, 4),),
    passage_here=(),
    passage_there=(),
)
WIDTHS = [24, 40, 60, 80, 120, 240]


def text_of(line) -> str:
    return "".join(text for text, _ in line)


@pytest.fixture
def articles(make_article):
    label = "An outlet with quite a long name"
    return tuple(
        make_article(
            *(f"Paragraph {n} of [{number}], 会談." for n in range(12)),
            name=f"{label} {number}",
            language="en",
        )
        for number in range(6)
    )


def with_furniture(articles):
    """The same articles, in which the paragraph being read is furniture."""
    return (replace_kinds(articles[0], {3: ParagraphKind.FURNITURE}), *articles[1:])


def link(article: int, paragraph: int = 3, score: float = 0.9) -> LinkedPlaces:
    return LinkedPlaces(Place(0, 2), Place(article, paragraph), score, Level.of_score(score))


def with_passages(articles: tuple[Article, ...], linked: LinkedPlaces) -> Link:
    here, there = (Passage.of_paragraph(articles, place) for place in linked[:2])
    return Link(here, there, linked.score, linked.level)


def drawn(articles, linked=(), **changed: object) -> list[str]:
    links = [with_passages(articles, each) for each in linked]
    values: dict[str, object] = {
        "visible": (0, 1, 2),
        "floor": 0.2,
        "no_links_reason": "",
    }
    size = {"width": 120, "height": 5, "signs": UNICODE, "is_whole": False}
    size |= {name: changed.pop(name) for name in size if name in changed}
    read = LinkedParagraph(Place(0, 2), tuple(articles), tuple(links), **{**values, **changed})
    lines = drawer_lines(read, lambda _link: EVIDENCE, **size)
    assert len(lines) <= size["height"]
    assert all(parts_width(line) <= size["width"] for line in lines), [
        text_of(line) for line in lines
    ]
    return [text_of(line) for line in lines]


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("height", [2, 3, 4, 9])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("visible", [(0,), (0, 1), (0, 1, 2, 3, 4, 5)], ids=len)
def test_the_drawer_stays_within_its_place(articles, width, height, visible, signs):
    place = {"width": width, "height": height, "visible": visible, "signs": signs}
    for links in ([], [link(1)], [link(n, p) for n in (1, 2, 3, 4, 5) for p in range(12)]):
        drawn(articles, links, **place)
    drawn(articles, no_links_reason="Looking for the same moments in the other articles …", **place)
    drawn(with_furniture(articles), **place)
    drawn(articles[:1], **{**place, "visible": (0,)})
    drawn(articles[:2], **{**place, "visible": (0, 1)})


def test_the_drawer_says_which_link_it_explains_and_why(articles):
    lines = drawn(articles, [link(1, 3, 0.9), link(2, 5, 0.4)], width=160)
    page = "\n".join(lines)
    assert "¶3" in lines[0]
    assert "same moment · .90 " in lines[0]
    assert "[2] ¶4" in lines[0]
    assert "[3] ¶6" in page, "the other link is named too"
    assert "32 words in a row" in page


def test_with_room_left_further_links_are_explained(articles):
    lines = drawn(articles, [link(1, 3, 0.9), link(2, 5, 0.4)], width=160, height=6)
    (further,) = (number for number, line in enumerate(lines) if number and "[3] ¶6" in line)
    assert "32 words in a row" in lines[further + 1]
    assert "w more" not in lines[0]


def test_what_does_not_fit_is_announced(articles):
    links = [link(1, 3, 0.9), link(2, 5, 0.4)]
    assert "w more" in drawn(articles, links, width=120, height=2)[0]
    assert "w more" not in drawn(articles, [link(1)], width=240, height=2)[0]


def test_no_reason_is_cut_off(articles):
    page = " ".join(" ".join(drawn(articles, [link(1)], width=60, height=30)[1:]).split())
    assert [reason for reason in EVIDENCE.reasons if reason not in page] == []
    assert "…" not in page


def test_the_places_that_the_drawer_names_can_be_pointed_at(articles):
    read = LinkedParagraph(
        Place(0, 2), articles, (with_passages(articles, link(1)),), (0, 1, 2), 0.2
    )
    (rule, *_) = drawer_lines(read, lambda _link: EVIDENCE, 120, 4, UNICODE)
    at = text_of(rule).index("[2] ¶4")
    assert find_named_place(rule, at) == ("2", 4)
    assert find_named_place(rule, at + 5) == ("2", 4)
    assert find_named_place(rule, at - 1) is None
    assert find_named_place(rule, at + 6) is None


def test_a_weaker_link_is_called_related(articles):
    assert "related" in drawn(articles, [link(1, 3, 0.35)])[0]
    assert "≈ [2] ¶4 probably the same moment · .50" in drawn(articles, [link(1, 3, 0.5)])[0]


@pytest.mark.parametrize("height", [4, 5])
def test_matches_that_are_not_on_the_screen_are_announced_with_their_keys(articles, height):
    lines = drawn(articles, [link(1), link(4), link(5)], height=height, width=160)
    line = next(line for line in lines if "not on the screen" in line)
    assert "press 5 6" in line


def test_a_name_that_is_cut_is_apart_from_the_keys(articles):
    lines = drawn(articles, [link(1), link(4), link(5)], height=4, width=90)
    line = next(line for line in lines if "not on the screen" in line)
    assert "… press 5 6" in line


@pytest.mark.parametrize("width", range(60, 140, 7))
def test_a_place_off_the_screen_is_named_whole_or_not_at_all(articles, width):
    lines = drawn(articles, [link(1), link(3, 10), link(4, 10), link(5, 10)], height=4, width=width)
    line = next(line for line in lines if "not on the screen" in line)
    assert line.count("[") == line.count("] ¶11")
    assert " press 4 5 6" in line


def test_a_place_is_named_once(articles):
    links = [link(1), link(2, 5, 0.4), link(4), link(5), link(5, 7)]
    page = " ".join(drawn(articles, links, height=12, width=200))
    for place in ("[2] ¶4", "[3] ¶6", "[5] ¶4", "[6] ¶4", "[6] ¶8"):
        assert page.count(place) == 1


def test_the_only_link_is_named_once_where_it_is_not_on_the_screen(articles):
    lines = drawn(articles, [link(4, 9)], height=4, width=160)
    assert "[5] ¶10" in lines[0]
    assert "not on the screen" not in "".join(lines)
    assert "".join(lines).count("¶10") == 1


@pytest.mark.parametrize(("width", "height"), [(80, 2), (80, 4), (160, 4)])
def test_a_link_off_the_screen_has_its_key_beside_it_however_small_the_drawer(
    articles, width, height
):
    rule = drawn(articles, [link(4, 9)], height=height, width=width)[0]
    assert "[5] ¶10" in rule
    assert "press 5" in rule
    assert "press" not in drawn(articles, [link(1)], height=height, width=width)[0]


@pytest.mark.parametrize(("height", "notes"), [(2, ()), (3, (("✎", "to be checked"),))])
def test_a_further_link_off_the_screen_is_named_where_one_line_is_left(articles, height, notes):
    rule = drawn(
        articles, [link(1), link(4, 9)], height=height, notes=notes, differences=("3 / 4",)
    )[0]
    assert "also ═ [5] ¶10 w more" in rule


def test_articles_from_the_tenth_on_are_announced_with_an_apostrophe(articles):
    lines = drawn(articles * 2, [link(1), link(4), link(10)], width=160)
    assert any("press 5 'b" in line for line in lines)


def test_one_pane_lists_its_links_with_their_words(articles):
    lines = drawn(articles, [link(1, 3), link(2, 5, 0.35)], visible=(0,), width=60, height=6)
    assert "Paragraph 3 of [1]" in lines[1]
    assert UNICODE.same in lines[1]
    second = next(line for line in lines[2:] if "Paragraph 5 of [2]" in line)
    assert UNICODE.related in second


@pytest.mark.parametrize("nearest", [False, True])
def test_one_pane_leaves_no_row_of_the_drawer_empty(articles, nearest):
    """The surest link is explained below it, and what has no link is named."""
    given = {"nearest": with_passages(articles, link(1, 3, 0.1))} if nearest else {}
    linked = () if nearest else [link(1, 3)]
    lines = drawn(articles, linked, visible=(0,), width=40, height=4, **given)
    assert len(lines) == 4
    assert "32 words in a row" in "".join(lines)
    wide = drawn(articles, linked, visible=(0,), width=60, height=9, **given)
    assert "nothing ≥ .20 in" in wide[-1]


def test_links_that_do_not_fit_are_counted(articles):
    links = [link(1, paragraph) for paragraph in range(9)]
    lines = drawn(articles, links, visible=(0,), width=60, height=4)
    assert "words in a row" in lines[2]
    assert "8 more" in lines[-1]


@pytest.mark.parametrize(("width", "height"), [(40, 4), (60, 3), (80, 3), (100, 3)])
@pytest.mark.parametrize("visible", [(0,), (0, 1)])
def test_a_reason_that_does_not_fit_ends_in_an_ellipsis(articles, width, height, visible):
    lines = drawn(articles, [link(1)], visible=visible, width=width, height=height)
    assert lines[-1].strip().endswith(("…", *EVIDENCE.reasons))


def test_links_that_no_line_of_the_whole_drawer_names_are_counted(articles):
    links = [link(5), *(link(5, paragraph) for paragraph in range(4, 9)), link(1)]
    whole = drawn(articles, links, width=80, height=6, is_whole=True)
    named = sum(f"[6] ¶{number}" in "".join(whole) for number in (4, *range(5, 10)))
    named += "[2] ¶4" in "".join(whole)
    assert f"{len(links) - named} more: Enter" in whole[0]
    assert "w more" not in whole[0]


def test_a_paragraph_without_a_link_is_only_here(articles):
    page = "\n".join(drawn(articles))
    assert "only here" in page
    assert UNICODE.only_here in page
    assert "¶3" in page
    assert "nothing ≥ .20 in [2] [3] [4] [5] [6]  ( for more" in page
    assert "nothing ≥ .20, ( for more" in "\n".join(drawn(articles, height=2))


def test_what_has_no_link_is_named_in_the_row_that_would_be_empty(articles):
    brief = drawn(articles, [link(1)], height=3, width=240)
    assert brief[2].strip() == "nothing ≥ .20 in [3] [4] [5] [6]  ( for more"
    every = drawn(articles, [link(each) for each in range(1, 6)], height=9, width=240)
    assert "nothing" not in "".join(every)
    assert "nothing ≥ .20 in 22 articles" in "".join(drawn(articles * 4, [link(1)] * 4, height=20))


@pytest.mark.parametrize(
    ("width", "words"), [(120, "not on the screen: press Enter"), (44, "press Enter")]
)
def test_a_nearest_passage_off_the_screen_has_its_key(articles, width, words):
    nearest = with_passages(articles, link(4, 3, 0.21))
    line = drawn(articles, nearest=nearest, floor=0.3, width=width)[1]
    assert f"nearest [5] ¶4 .21  {words}" in line
    shown = drawn(articles, nearest=nearest, floor=0.3, width=width, visible=(0, 4))
    assert "Enter" not in "".join(shown)


def test_a_paragraph_that_is_perhaps_elsewhere_names_the_nearest_passage_and_why(articles):
    nearest = with_passages(articles, link(1, 3, 0.21))
    page = drawn(articles, nearest=nearest, floor=0.3, width=140)
    assert "┄ perhaps elsewhere: nothing ≥ .30; nearest [2] ¶4 .21" in page[1]
    assert "32 words in a row" in page[2]
    assert "only here" not in "".join(page)
    assert "? perhaps elsewhere" in drawn(articles, nearest=nearest, floor=0.3, signs=ASCII)[1]
    narrow = drawn(articles, nearest=nearest, floor=0.3, width=40, visible=(0,))
    assert "perhaps  nearest [2] ¶4 .21" in narrow[1]


def test_nothing_is_promised_below_the_lowest_threshold(articles):
    page = "\n".join(drawn(articles, floor=0.05))
    assert "nothing ≥ .05" in page
    assert "( for more" not in page


def test_furniture_is_not_called_only_here(articles):
    page = "\n".join(drawn(with_furniture(articles)))
    assert "only here" not in page


def test_while_links_are_looked_for_nothing_is_called_only_here(articles):
    page = "\n".join(
        drawn(articles, no_links_reason="Looking for the same moments in the other articles …")
    )
    assert "only here" not in page
    assert "Looking" in page


def test_one_article_alone_says_how_to_open_a_second(articles):
    assert "second article" in "\n".join(drawn(articles[:1], visible=(0,)))


def test_the_drawer_leaves_room_for_the_articles():
    for rows in range(8, 100):
        for panes in range(1, 6):
            assert 2 <= drawer_height(rows, panes) <= max(2, rows // 3)
