"""The page of a report in a real browser: keys, hostile words, no network, assistive technology."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from reader.articles import ParagraphKind, Place, parse_article
from reader.coverage import compare
from reader.reports.documents import Report, build_report
from reader.reports.documents.html_places import name_anchor
from reader.reports.documents.html_report import format_report_as_html
from reader.sources import open_articles
from reader.story.text_versions.near_copies import describe_near_copies

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[3] / "seeds"
OpenPage = Callable[..., Page]

HOSTILE = """</script></p></div><script>window.hacked = 1</script>
By <img src=x onerror="window.hacked = 2"> and <svg onload="window.hacked = 3">

“<a href=javascript:window.hacked=4>We</a> reopened the harbour bridge at Velmar, </script>
<script>window.hacked = 5</script> after nine years,” <b>Ilda Karn</b> said on the harbour bridge.

<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"> <base href="http://127.0.0.1:9/">
<link rel=stylesheet href="http://127.0.0.1:9/x.css"> <iframe src="http://127.0.0.1:9/"></iframe>
The work cost 84 million crowns {{ cycler.__init__ }} ${window.hacked=6} \\u003cscript>.
"""


class Watched:
    """What a page asked for and complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.messages: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", lambda message: self.messages.append(message.text))
        context.on("weberror", lambda error: self.messages.append(str(error.error)))
        context.on("dialog", lambda dialog: self.messages.append(dialog.message))


@pytest.fixture(scope="module")
def seeds_report() -> Report:
    return build_report(compare(open_articles(SEEDS)))


@pytest.fixture(scope="module")
def seeds_page(tmp_path_factory: pytest.TempPathFactory, seeds_report: Report) -> Path:
    return write_page(tmp_path_factory.mktemp("seeds"), seeds_report)


def linked_to(report: Report, place: Place) -> set[str]:
    """The ids of the paragraphs on the page that a paragraph is linked to."""
    return {
        name_anchor(link.there.place)
        for link in report.links_from(place)
        if link.there.paragraph.kind is not ParagraphKind.FURNITURE
    }


def list_linked(report: Report) -> list[str]:
    """The ids of the linked paragraphs of the first article."""
    places = [Place(0, index) for index in range(len(report.articles[0].paragraphs))]
    return [name_anchor(place) for place in places if linked_to(report, place)]


def write_page(folder: Path, report: Report) -> Path:
    path = folder / "report.html"
    path.write_text("\n".join(format_report_as_html(report)), encoding="utf-8")
    return path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def watched(context: BrowserContext) -> Watched:
    return Watched(context)


@pytest.fixture
def page(context: BrowserContext, watched: Watched, seeds_page: Path) -> Page:
    page = context.new_page()
    page.goto(seeds_page.as_uri())
    return page


def read_place(page: Page) -> str:
    """Return the id of the paragraph being read; it has the focus too."""
    assert page.evaluate("document.activeElement.id") == page.evaluate(
        "document.querySelector('.paragraph.reading').id"
    )
    return str(page.evaluate("document.activeElement.id"))


def list_lit(page: Page) -> set[str]:
    found = page.evaluate("[...document.querySelectorAll('.lit-0, .lit-1, .lit-2')].map(e => e.id)")
    return set(found)


def test_letters_read_on_and_light_the_links(page: Page, seeds_report: Report) -> None:
    page.keyboard.press("j")
    assert read_place(page) == "p1-1"
    lit = linked_to(seeds_report, Place(0, 0))
    assert len(lit) > 1
    assert list_lit(page) == lit
    page.keyboard.press("j")
    assert read_place(page) == "p1-2"
    page.keyboard.press("k")
    assert read_place(page) == "p1-1"
    page.keyboard.press("G")
    assert read_place(page) == "p1-15"
    page.keyboard.press("g")
    assert read_place(page) == "p1-1"


def test_brackets_go_to_linked_paragraphs_and_braces_to_those_only_here(
    page: Page, seeds_report: Report
) -> None:
    first, second, third, fourth = list_linked(seeds_report)[:4]
    assert first == "p1-1"
    for key, place in (("]", second), ("]", third), ("]", fourth), ("[", third)):
        page.keyboard.press(key)
        assert read_place(page) == place
    alone = [name_anchor(each.place) for each in seeds_report.only_here]
    page.keyboard.press("}")
    assert read_place(page) == next(name for name in alone if name.startswith("p1-"))
    page.keyboard.press("{")
    assert "No paragraph further up that is only here" in page.inner_text(".why")


def test_a_match_is_level_with_the_paragraph(page: Page, seeds_report: Report) -> None:
    page.click("#p1-3 p")
    tops = {
        name: page.evaluate(f"document.getElementById('{name}').getBoundingClientRect().top")
        for name in ("p1-3", "p4-12", "p5-8")
    }
    assert max(tops.values()) - min(tops.values()) < 2
    link = seeds_report.links_from(Place(0, 2))[0]
    assert seeds_report.evidence(link).reasons[0] in page.inner_text(".why")
    assert page.evaluate("CSS.highlights.get('shared').size") > 5


def test_articles_are_reached_by_number_and_side_and_enter_and_backspace_go_there_and_back(
    page: Page,
) -> None:
    page.click("#p1-3 p")
    page.keyboard.press("4")
    assert read_place(page) == "p4-12"
    page.keyboard.press("l")
    assert read_place(page) == "p5-8"
    page.keyboard.press("Enter")
    there = read_place(page)
    assert there in ("p4-12", "p1-3")
    page.keyboard.press("Backspace")
    assert read_place(page) == "p5-8"


def test_keys_lead_to_quotation_matrix_and_differences(page: Page) -> None:
    page.click("#p1-3 p")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.id") == "q1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "q2"
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.closest('section').id") == "matrix"
    page.keyboard.press("D")
    assert page.evaluate("document.activeElement.id") == "d1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "d2"
    page.keyboard.press("Escape")
    assert read_place(page) == "p1-3"


def test_words_are_searched_in_all_articles(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("Basketball")
    assert page.inner_text(".hits") == "4"
    page.keyboard.press("Enter")
    assert page.inner_text(".hits") == "1 of 4"
    page.keyboard.press("Escape")
    assert page.inner_text(".hits") == ""
    page.fill("#search", "basketball")
    page.keyboard.press("Enter")
    first = page.evaluate("document.querySelector('.paragraph.reading').id")
    page.keyboard.press("n")
    assert page.evaluate("document.querySelector('.paragraph.reading').id") != first
    page.keyboard.press("N")
    assert page.evaluate("document.querySelector('.paragraph.reading').id") == first


def test_typed_letters_of_a_search_are_no_keys(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("jjD?mQ]")
    assert page.input_value("#search") == "jjD?mQ]"
    assert not page.evaluate("document.getElementById('help').open")
    assert page.evaluate("document.querySelector('.reading')") is None


def test_keys_are_explained_and_can_be_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('help').open")
    page.keyboard.press("j")
    assert page.evaluate("document.querySelector('.reading')") is None
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('help').open")
    page.keyboard.press("j")
    assert page.evaluate("document.querySelector('.reading')") is None


def test_links_are_lit_by_mouse_focus_and_click(page: Page) -> None:
    page.hover("#p1-3 p")
    assert "p4-12" in list_lit(page)
    page.mouse.move(1, 1)
    assert list_lit(page) == set()
    page.click("#p1-3 p")
    assert "p5-8" in list_lit(page)
    page.click("#p1-3 .gutter a >> nth=1")
    assert read_place(page) == "p4-12"
    page.focus("#p5-8 .gutter a")
    assert "p1-3" in list_lit(page)


def test_a_keyboard_alone_reaches_every_part(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        section = page.evaluate("(document.activeElement.closest('section[id]') || {}).id || ''")
        seen.add(section)
    assert {"summary", "texts", "article-1", "article-5"} & seen >= {"article-1", "article-5"}
    assert {"differences", "quotes", "matrix", "only"} <= seen


def test_nothing_is_asked_of_the_network_and_nothing_is_wrong(
    page: Page, watched: Watched, seeds_page: Path
) -> None:
    for key in "j]lcmDQ?":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert watched.requests == [seeds_page.as_uri()]
    assert watched.messages == []


def test_hostile_articles_run_nothing_and_load_nothing(
    context: BrowserContext, watched: Watched, tmp_path: Path
) -> None:
    names = ('"><script>window.hacked=7</script>', "http://127.0.0.1:9/'onclick=window.hacked=8")
    articles = [parse_article(HOSTILE, source=name, name=name) for name in names]
    path = write_page(tmp_path, build_report(compare(articles)))
    page = context.new_page()
    page.goto(path.as_uri())
    for key in "jjj]lcmDQ/":
        page.keyboard.press(key)
    page.keyboard.type("<script>")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.ready") == "true"
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert watched.requests == [path.as_uri()]
    assert watched.messages == []
    assert page.evaluate("document.scripts.length") == 2
    assert "window.hacked = 1" in page.inner_text("#texts")


def test_a_script_that_gets_in_all_the_same_does_not_run(
    context: BrowserContext, seeds_page: Path, tmp_path: Path
) -> None:
    words = '<script>window.hacked = 1</script><img src="http://127.0.0.1:9/x.png" onerror="x">'
    path = tmp_path / "report.html"
    text = seeds_page.read_text(encoding="utf-8")
    path.write_text(text.replace("<main", f"{words}<main", 1), encoding="utf-8")
    failed: list[str] = []
    context.on("requestfailed", lambda request: failed.append(request.failure or ""))
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert failed in ([], ["csp"])


@pytest.fixture(scope="module")
def copies_page(tmp_path_factory: pytest.TempPathFactory, seeds_report: Report) -> Path:
    articles = seeds_report.articles
    copies = []
    for number, article in enumerate(articles):
        text = "\n\n".join(paragraph.text for paragraph in article.paragraphs)
        changed = text.replace("Thursday", "Friday").replace("officials", "envoys")
        name = f"copy{number}"
        copies.append((parse_article(changed, source=f"{name}.txt", name=name), number))
    found = describe_near_copies(articles, copies)
    report = build_report(seeds_report.coverage, copies=found)
    return write_page(tmp_path_factory.mktemp("copies"), report)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_assistive_technology_finds_no_fault(
    browser: Browser, seeds_page: Path, scheme: str, width: int
) -> None:
    assert list_faults(browser, seeds_page, scheme, width) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1440)])
def test_assistive_technology_finds_no_fault_in_near_copies(
    browser: Browser, copies_page: Path, scheme: str, width: int
) -> None:
    assert list_faults(browser, copies_page, scheme, width) == []


def test_near_copies_are_printed(context: BrowserContext, copies_page: Path) -> None:
    page = context.new_page()
    page.goto(copies_page.as_uri())
    page.emulate_media(media="print")
    assert page.is_visible("#near-copies ins >> nth=0")


def list_faults(browser: Browser, path: Path, scheme: str, width: int) -> list[object]:
    """Return what axe-core finds on a page after some keys."""
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(path.as_uri())
    for key in "j]]":
        page.keyboard.press(key)
    results = Axe().run(page)
    faults: list[object] = [
        (fault["id"], [node["target"] for node in fault["nodes"]][:3])
        for fault in results.response["violations"]
    ]
    context.close()
    return faults


def test_on_paper_everything_is_there_without_the_controls(page: Page) -> None:
    page.emulate_media(media="print")
    for hidden in (".bar", ".why", ".skip"):
        assert not page.is_visible(hidden)
    for shown in ("#summary", "#differences", "#quotes", "#matrix", "#sources", "#p1-15", "#p5-15"):
        assert page.is_visible(shown)
    overflows = page.evaluate(
        "[...document.querySelectorAll('.pane')]"
        ".filter(pane => pane.scrollHeight > pane.clientHeight + 1).length"
    )
    assert overflows == 0
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_small_screen_scrolls_only_down(browser: Browser, seeds_page: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(seeds_page.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("document.getElementById('p5-8').scrollIntoView()")
    assert page.is_visible("#p5-8")
    context.close()


def test_a_word_longer_than_a_small_screen_is_broken(browser: Browser, tmp_path: Path) -> None:
    words = f"Nobody else has the address {'z' * 90} of the Zorvan survey of old wells.\n"
    texts = ("The bridge of Velmar opened on Monday.\n\n" + words, "A fair was held in Gosund.\n")
    articles = [
        parse_article(text, source=f"{at}.txt", name=f"{at}") for at, text in enumerate(texts)
    ]
    path = write_page(tmp_path, build_report(compare(articles)))
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_without_its_script_the_page_is_read_all_the_same(
    browser: Browser, seeds_page: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(seeds_page.as_uri() + "#p4-12")
    assert page.is_visible("#p4-12")
    assert not page.is_visible(".search")
    context.close()
