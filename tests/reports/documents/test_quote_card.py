"""The picture of a quotation."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from reader.articles import parse_article
from reader.coverage import compare
from reader.errors import ReaderError
from reader.reports.documents import Report, build_report
from reader.reports.documents.quote_card import format_report_as_card
from reader.reports.documents.text_fitting import StyledWord, break_lines, measure

SVG = "{http://www.w3.org/2000/svg}"
LONG = "W" * 200


def draw(report: Report) -> str:
    return "\n".join(format_report_as_card(report))


def read_texts(card: str) -> list[str]:
    root = ElementTree.fromstring(card)
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def test_every_version_has_its_words_outlet_and_source(bridge_report: Report) -> None:
    text = " ".join(read_texts(draw(bridge_report)))
    for words in (
        "The Velmar Herald",
        "“The bridge is safe, it is open, and it belongs",
        "Ilda Karn insisted · “Cyclists first across the reopened bridge at Velmar” · ¶6",
        "▲ cut inside without ellipsis: “it is open”",
    ):
        assert words in text


def test_what_is_left_out_is_struck_out(bridge_report: Report) -> None:
    root = ElementTree.fromstring(draw(bridge_report))
    struck = [
        element.text
        for element in root.iter(f"{SVG}tspan")
        if element.get("text-decoration") == "line-through"
    ]
    assert struck == ["it is open,"]


def test_hostile_words_stay_words(bridge: object) -> None:
    words = '“We <script>alert(1)</script> reopened &amp; ]]> the "harbour" bridge on Monday,” '
    articles = [
        parse_article(
            f"</text><image href='http://127.0.0.1/'/>\n\n{words}Ilda Karn {verb}.\n",
            source=verb,
            name=f"<{verb}>",
        )
        for verb in ("said", "insisted")
    ]
    root = ElementTree.fromstring(draw(build_report(compare(articles))))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "rect", "text", "tspan",
    }  # fmt: skip
    assert any("<script>alert(1)</script>" in "".join(each.itertext()) for each in root)
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if "href" in name or name.startswith("on")]


def test_without_a_shared_quotation_there_is_no_card() -> None:
    articles = [parse_article("The bridge is open.\n", source=name, name=name) for name in "ab"]
    with pytest.raises(ReaderError, match="no quotation is in several articles"):
        list(format_report_as_card(build_report(compare(articles))))


@given(st.lists(st.text("abW漢 “é", min_size=1, max_size=40).filter(str.strip), max_size=12))
def test_lines_fit_and_keep_every_character(texts: list[str]) -> None:
    words = [StyledWord(word, "") for text in texts for word in text.split()]
    lines = ["".join(run.text for run in line) for line in break_lines(words, 8.0)]
    assert "".join("".join(lines).split()) == "".join(word.text for word in words)
    assert max(map(measure, lines), default=0.0) <= 8.0 + 1e-6


@pytest.mark.slow
def test_in_a_browser_no_line_is_too_long(browser: Browser, tmp_path: Path) -> None:
    words = f"“The bridge MMMM WWWW {LONG} is safe, it is open, and everybody may cross it today"
    articles = [
        parse_article(f"{LONG}\n\n{words} {end},” Ilda Karn said.\n", source=end, name=f"{LONG}.x")
        for end in ("at Velmar", "at Velmar in the northern harbour beside the old ferry pier")
    ]
    path = tmp_path / "card.svg"
    path.write_text(draw(build_report(compare(articles))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1080, "height": 900})
    page.goto(path.as_uri())
    ends = page.evaluate(
        "[...document.querySelectorAll('text')].map(e => e.getBBox()).map(b => b.x + b.width)"
    )
    page.close()
    assert len(ends) > 10
    assert max(ends) <= 1080 - 40
