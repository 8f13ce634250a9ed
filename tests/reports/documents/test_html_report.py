"""The page of a report as a file: what it escapes, allows and weighs."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from reader.articles import parse_article
from reader.coverage import compare
from reader.reports.documents import Report, ReportPart, build_report
from reader.reports.documents.html_report import format_report_as_html
from reader.reports.documents.plain_report import format_report_as_plain
from reader.sources import open_articles
from tests.reports.documents.conftest import COURIER, HERALD, make_articles

SEEDS = Path(__file__).parents[3] / "seeds"
MOST_BYTES_BESIDE_THE_TEXT = 300_000


class PageReader(HTMLParser):
    """Reads the tags of a page with their attributes, and the words of each element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open = [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append((self._open[-1], data))


def write_page(report: Report, parts: list[ReportPart] | None = None) -> str:
    return "\n".join(format_report_as_html(report, parts))


@pytest.fixture(scope="module")
def page(bridge_report: Report) -> str:
    return write_page(bridge_report)


def test_the_policy_names_the_style_and_the_script_that_are_there(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = re.findall(r"sha256-[A-Za-z0-9+/=]+", policy[1].replace("&#39;", "'"))
    inline = [
        re.search(r"<style>(.*?)</style>", page, re.DOTALL),
        re.search(r"<script>(.*?)</script>", page, re.DOTALL),
    ]
    hashes = [
        "sha256-" + b64encode(sha256(each[1].encode()).digest()).decode() for each in inline if each
    ]
    assert hashes == allowed
    assert len(allowed) == 2
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_no_element_has_a_style_or_a_script_of_its_own(page: str) -> None:
    tags = PageReader(page).tags
    assert len(tags) > 200
    names = {name for _, attributes in tags for name in attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert "src" not in names
    assert [tag for tag, _ in tags if tag in ("link", "img", "iframe", "object", "base")] == []


def test_every_id_is_there_once_and_every_link_leads_to_one(page: str) -> None:
    tags = PageReader(page).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    targets = [
        (attributes["href"] or "")[1:]
        for tag, attributes in tags
        if tag == "a" and (attributes["href"] or "").startswith("#")
    ]
    assert len(ids) == len(set(ids))
    assert len(targets) > 20
    assert set(targets) <= set(ids)


def test_parts_can_be_chosen(bridge_report: Report) -> None:
    page = write_page(bridge_report, [ReportPart.DIFFERENCES])
    assert re.findall(r"<h2 [^>]*>([^<]*)", page) == ["Differences", "Keys"]
    assert 'href="#p' not in page


def test_a_report_about_one_moment_or_quotation_leads_nowhere_else(bridge_report: Report) -> None:
    for part in (bridge_report.of_moment(1), bridge_report.of_quote(1)):
        page = write_page(part)
        assert "Side by side" not in page
        ids = {attributes.get("id") for _, attributes in PageReader(page).tags}
        assert set(re.findall(r'href="#([^"]*)"', page)) <= ids


def test_hostile_words_stay_words() -> None:
    words = '</script><script>alert(1)</script><img src=x onerror="alert(2)"> {{ 7 * 7 }} {% if %}'
    text = f"{words}\n\nThe harbour bridge at Velmar reopened on Monday: {words} said Karn.\n"
    names = ('a"><b>', "javascript:alert(3)")
    articles = [parse_article(text, source=name, name=name) for name in names]
    page = write_page(build_report(compare(articles)))
    reader = PageReader(page)
    assert [tag for tag, _ in reader.tags if tag in ("img", "b")] == [] or "onerror" not in {
        name for _, attributes in reader.tags for name in attributes
    }
    assert sum(tag == "script" for tag, _ in reader.tags) == 2
    assert not any("javascript:" in (a.get("href") or "") for _, a in reader.tags)
    shown = [data for tag, data in reader.words if tag == "p"]
    assert any("{{ 7 * 7 }}" in data and "<script>alert(1)" in data for data in shown)


def test_beside_the_text_a_page_of_ten_articles_is_small() -> None:
    seeds = open_articles(SEEDS)
    story = "\n\n".join(paragraph.text for paragraph in seeds[3].paragraphs)
    days = "Monday Tuesday Wednesday Friday Saturday Sunday today yesterday tomorrow then"
    articles = [
        parse_article(story.replace("Thursday", day), source=day, name=day) for day in days.split()
    ]
    coverage = compare(articles)
    assert coverage.total_link_counts().all > 500
    page = write_page(build_report(coverage))
    text = sum(len(each.text.encode()) for one in articles for each in one.paragraphs)
    assert len(page.encode()) - text < MOST_BYTES_BESIDE_THE_TEXT


def test_the_same_articles_give_the_same_page(bridge_report: Report, page: str) -> None:
    assert write_page(build_report(bridge_report.coverage)) == page


def test_the_spans_of_links_are_read_as_they_were_written() -> None:
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    script = (files("reader.reports.documents") / "page" / "report.js").read_text(encoding="utf-8")
    assert f'"{digits}"' in script
    page = write_page(build_report(compare(make_articles(HERALD, COURIER))))
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found is not None
    for _, _, _, _, _, *ends in json.loads(found[1])["links"]:
        for spans in ends:
            last_digits = [digit for digit in spans if digits.index(digit) < 32]
            assert len(last_digits) % 2 == 0, "starts and ends in turn"


def test_people_are_a_table_with_what_every_article_gives_them(bridge_report: Report) -> None:
    page = write_page(bridge_report, [ReportPart.PEOPLE])
    row = re.search(r'<tr class="item" id="w1".*?</tr>', page, re.DOTALL)
    assert row is not None
    assert "Ilda Karn" in row[0]
    assert row[0].count("<td") == 3
    words = [cell.words for cell in bridge_report.coverage.people.persons[0].cells]
    assert re.findall(r"<b>(\d+)</b>", row[0]) == list(map(str, words))


def test_the_story_once_has_every_moment_as_printed(bridge_report: Report) -> None:
    page = write_page(bridge_report, [ReportPart.STORY])
    story = bridge_report.coverage.collated
    assert page.count('<article class="once') == len(story.moments)
    printed = "".join(data for _, data in PageReader(page).words)
    printed = printed.replace("⟦", "").replace("⟧", "")
    shown = [passage.text for moment in story.moments for passage in moment.shown]
    assert [words for words in shown if " ".join(words.split()) not in printed] == []


def test_shared_copy_and_its_origins_are_on_the_page() -> None:
    report = build_report(compare(open_articles(SEEDS)))
    page = write_page(report)
    copy = re.search(r'<section id="copy".*?\n</section>', page, re.DOTALL)
    assert copy is not None
    assert "5 articles, 4 origins." in copy[0]
    assert "[3] [4] Reuters copy: 48% of the words of [3] stand in [4]; [3] [4] credit" in copy[0]
    assert re.search(r">\[3\] ¶\d+</a>, <a [^>]*>\[4\] ¶\d+</a>, 39 words</p><p>“Blink", copy[0])
    assert page.count('title="copy shared with [4]">░') == page.count("copy shared with [3]") == 5
    assert '<section id="copy"' not in write_page(report, [ReportPart.MATRIX])


def test_what_perhaps_one_article_alone_tells_is_set_apart() -> None:
    report = build_report(compare(open_articles(SEEDS)))
    page = write_page(report, [ReportPart.ONLY])
    only = re.search(r'<section id="only".*?\n</section>', page, re.DOTALL)
    assert only is not None
    states = re.findall(r"<h4>([^<]*)</h4>\n<ul( class=\"unsure\")?>(.*?)</ul>", only[0])
    assert {(heading.split(":")[0], bool(unsure)) for heading, unsure, _ in states} == {
        ("Only here", False),
        ("Perhaps only here", True),
        ("Linked to related passages, in no moment of several articles", True),
    }
    counts = [(bool(unsure), words.count("<li>")) for _, unsure, words in states]
    assert sum(count for unsure, count in counts if not unsure) == len(report.only_here)
    assert sum(count for _, count in counts) == len(report.exclusives) > len(report.unlinked)


def test_who_reports_without_what_others_differ_in_is_told(bridge_report: Report) -> None:
    difference = replace(bridge_report.differences[0], silent=(2,))
    report = replace(bridge_report, differences=(difference,))
    words = f"reported without it: [3] {bridge_report.articles[2].label}"
    assert words in write_page(report)
    assert words in "\n".join(format_report_as_plain(report))
