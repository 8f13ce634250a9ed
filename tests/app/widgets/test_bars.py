from __future__ import annotations

import pytest

from reader.app.themes.signs import ASCII, UNICODE
from reader.app.widgets.bars import (
    PaneHeader,
    Progress,
    TitleBar,
    header_height,
    header_lines,
    key_line,
    title_line,
)
from reader.app.widgets.line_widget import parts_width
from reader.linking import LinkCounts

WIDTHS = [1, 5, 10, 23, 24, 38, 40, 60, 79, 80, 120, 200, 240]
LONG = "A very long title that goes on – 会談 – [sic] – and on, without an end in sight " * 3

both = pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
widths = pytest.mark.parametrize("width", WIDTHS)


def text_of(line) -> str:
    return "".join(text for text, _ in line)


def title(width: int, signs=UNICODE, **changed: object):
    values: dict[str, object] = {
        "subject": LONG,
        "articles": 5,
        "links": LinkCounts(12, 5, 34),
        "is_following": True,
        "floor": 0.2,
    }
    return title_line(TitleBar(**{**values, **changed}), width, signs)


@both
@widths
@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"is_following": False, "hits": "“fentanyl” 12/345"},
        {"progress": Progress("looking for the same moments", 0.4)},
        {"progress": Progress("reading files")},
        {"articles": 0, "subject": ""},
        {"articles": 1},
    ],
    ids=lambda changed: " ".join(changed) or "plain",
)
def test_the_title_bar_is_never_wider_than_the_screen(width, changed, signs):
    assert parts_width(title(width, signs=signs, **changed)) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_title_bar_shows_whether_the_others_follow(width):
    assert "follow on" in text_of(title(width))
    assert "follow OFF" in text_of(title(width, is_following=False))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_title_bar_shows_the_threshold_the_search_and_the_progress(width):
    assert ".35" in text_of(title(width, floor=0.35))
    assert "3/7" in text_of(title(width, hits="“x” 3/7"))
    assert "40%" in text_of(title(width, progress=Progress("linking", 0.4)))
    assert "linking" in text_of(title(width, progress=Progress("linking")))


@both
@pytest.mark.parametrize("hits", ["", "“x” 3/7"])
@pytest.mark.parametrize("lens", ["", "quotations"])
def test_a_narrow_title_bar_says_whole_words(signs, hits, lens):
    line = text_of(title(40, signs=signs, hits=hits, lens=lens))
    assert line.endswith("? keys ")
    assert hits in line
    assert lens in line
    assert "follow OFF" in text_of(title(40, signs=signs, lens=lens, is_following=False))


@pytest.mark.parametrize(("share", "full"), [(0.0, 0), (0.5, 6), (1.0, 12)])
def test_the_progress_bar_is_as_full_as_the_work_is_done(share, full):
    line = text_of(title(100, progress=Progress("linking", share)))
    assert line.count(UNICODE.full) == full
    assert line.count(UNICODE.full) + line.count(UNICODE.empty) == 12


def test_a_narrow_title_bar_counts_links_by_their_signs():
    assert "5 articles  12═ 5≈ 34─ " in text_of(title(80))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_title_bar_says_how_many_origins_the_articles_have(width):
    assert "5 articles, 4 origins" in text_of(title(width, origins=4))
    assert "5 articles, 1 origin " in text_of(title(width, origins=1))
    assert "origin" not in text_of(title(width))


def test_links_are_counted_rather_than_origins_where_there_is_room_for_one():
    narrow = text_of(title(71, origins=4, links=LinkCounts(123, 45, 678)))
    assert "5 articles  123═ 45≈ 678─" in narrow
    assert "4 origins" in text_of(title(90, origins=4, lens="shared copy"))


@pytest.mark.parametrize("width", [100, 120, 200])
def test_a_title_bar_counts_articles_and_links(width):
    line = text_of(title(width))
    assert "5 articles" in line
    assert "12 same" in line
    assert "5 probably" in line
    assert "34 related" in line
    assert "1 article " in text_of(title(200, articles=1)) + " "


@pytest.fixture
def article(make_article):
    return make_article(
        "First.", "Second.", title=LONG, outlet="Le Monde", agency="AFP", byline="A. Writer",
        dateline="Geneva", published="May 4"
    )  # fmt: skip


def header(article, width: int = 60, height: int = 3, signs=UNICODE, **changed: object):
    values: dict[str, object] = {
        "position": 1,
        "is_reading": False,
        "links": LinkCounts(3, 2, 4),
        "is_pinned": False,
        "hits": "",
        "story": 15,
        "folded": 0,
    }
    content = PaneHeader(article=article, **{**values, **changed})
    return header_lines(content, width, height, signs)


@both
@widths
@pytest.mark.parametrize("height", [1, 2, 3])
@pytest.mark.parametrize(
    "changed",
    [{}, {"is_reading": True, "is_pinned": True, "hits": "12 hits"}, {"position": 40, "folded": 9}],
    ids=["plain", "everything", "many"],
)
def test_a_header_stays_within_its_pane(article, width, height, changed, signs):
    lines = header(article, width=width, height=height, signs=signs, **changed)
    assert len(lines) <= height
    assert all(parts_width(line) <= width for line in lines)


def test_counts_give_way_to_the_name_of_an_article(article):
    links = LinkCounts(5, 0, 13)
    assert "5═ 0≈ 13─" in text_of(header(article, width=40, links=links)[0])
    narrow = text_of(header(article, width=28, links=links)[0])
    assert "Le Monde" in narrow
    assert "5═ 13─" in narrow
    pinned = text_of(header(article, width=27, links=links, is_pinned=True)[0])
    assert "5═" in pinned
    assert "13─" not in pinned
    assert "0≈" not in pinned


@pytest.mark.parametrize("width", range(24, 60))
def test_a_low_header_has_a_heading_that_says_something_or_none(article, width):
    line = text_of(header(article, width=width, height=1, is_reading=True)[0])
    heading = line.partition("AFP")[2]
    heading = heading.partition("reading")[0].strip()
    assert not heading or len(heading) >= 10


@both
@pytest.mark.parametrize("width", [40, 60])
def test_every_state_of_a_pane_has_its_sign(article, width, signs):
    assert text_of(header(article, is_reading=True, width=width, signs=signs)[0])[0] == signs.focus
    assert text_of(header(article, width=width, signs=signs)[0])[0] != signs.focus
    assert "pinned" in text_of(header(article, is_pinned=True, width=width, signs=signs)[0])
    hits = text_of(header(article, hits="7 hits", width=width, signs=signs)[0])
    assert "7 hits  " in hits
    assert "[2]" in text_of(header(article, width=width, signs=signs)[0])


@pytest.mark.parametrize("width", [30, 47, 48, 80])
def test_a_header_counts_the_links_to_the_article_being_read(article, width):
    line = text_of(header(article, width=width)[0])
    assert "3" in line
    assert "4" in line


def test_a_header_has_what_the_text_says_of_itself(article):
    lines = [text_of(line) for line in header(article, width=120, folded=7)]
    assert "Le Monde" in lines[0]
    assert "A very long title" in lines[1]
    for fact in ("Geneva", "A. Writer", "May 4", "7 folded"):
        assert fact in lines[2]


@pytest.mark.parametrize("width", range(16, 70))
def test_a_header_cuts_none_of_the_facts(article, width):
    line = text_of(header(article, width=width, folded=7)[2])
    whole = text_of(header(article, width=120, folded=7)[2])
    assert "…" not in line
    assert set(line.replace("·", " ").split()) <= set(whole.replace("·", " ").split())
    assert "15 ¶" in line or "May 4" in line


def test_the_date_and_the_paragraphs_stay_where_not_all_facts_fit(article):
    line = text_of(header(article, width=34, folded=7)[2])
    assert "15 ¶" in line
    assert "7 folded" not in line


def test_an_article_without_a_title_is_named_by_its_first_words(make_article):
    article = make_article("The talks ended on Monday without a result.", name="notes")
    lines = [text_of(line) for line in header(article)]
    assert "notes" in lines[0]
    assert "The talks ended" in lines[1]


def test_headers_are_lower_on_lower_screens():
    heights = [header_height(rows) for rows in range(1, 80)]
    assert heights == sorted(heights)
    assert set(heights) == {1, 2, 3}


@widths
def test_the_key_line_is_never_wider_than_the_screen(width):
    keys = [(key, f"word{key}") for key in "abcdefghijklmnopqrst"]
    assert parts_width(key_line(keys, width, "")) <= width
    assert parts_width(key_line(keys, width, LONG)) <= width


def test_the_key_line_shows_whole_keys_only_and_a_message_instead():
    keys = [("j", "next"), ("k", "previous"), ("?", "keys")]
    assert "previous" not in text_of(key_line(keys, 18, ""))
    assert "next" in text_of(key_line(keys, 18, ""))
    assert text_of(key_line(keys, 18, "")).endswith("? keys"), (
        "the key for all keys is always there"
    )
    assert text_of(key_line(keys, 40, "Copied [sic].")).strip() == "Copied [sic]."


@pytest.mark.parametrize("width", [31, 40, 52])
@pytest.mark.parametrize("height", [2, 3])
def test_a_title_that_names_an_article_goes_on_in_the_second_line(make_article, width, height):
    title = "Harbour council puts off its vote on the new ferry until spring"
    article = make_article("First.", "Second.", name="6f3a9b2c41d80e57", title=title)
    lines = header(article, width=width, height=height, is_reading=True)
    first, second = (text_of(line) for line in lines[:2])
    begun = first.partition("] ")[2].partition("  ")[0].strip()
    assert title.startswith(begun)
    assert title[len(begun)] == " "
    rest = second.strip().partition("  ·")[0].rstrip("…").rstrip()
    assert title[len(begun) :].strip().startswith(rest)
    assert rest


def test_the_facts_follow_a_title_in_the_second_line_of_two(make_article):
    article = make_article("First.", name="6f3a9b2c41d80e57", title="Harbour council puts off vote")
    short = [text_of(line) for line in header(article, width=80, height=2)]
    assert short[0].count("Harbour council puts off vote") == 1
    assert short[1].strip() == "15 ¶"
    long = [text_of(line) for line in header(article, width=36, height=2)]
    assert long[1].split("·")[0].strip() in "Harbour council puts off vote"
    assert long[1].rstrip().endswith("· 15 ¶")
