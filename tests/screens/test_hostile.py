"""Hostile articles: nothing of theirs steers the terminal, and nothing is lost."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual import events
from textual.content import Content
from textual.widgets import Input

from reader.articles import Article, clean_line
from reader.articles.parsing import parse_article
from reader.coverage import Coverage
from reader.errors import SourceError
from reader.linking import Place
from reader.linking.link_table import LinkTable
from reader.linking.scored_links import ScoredPair
from tests.screens.rest import rest

BRACKETS = ("[/]", "[sic]", "[@click=app.quit]x[/]", "[Reuters]", "[b]loud[/b]", "[[", "$primary]")
CONTROLS = (
    "\x1b]52;c;UEFXTkVE\x07"  # the clipboard
    "\x1b]0;PAWNED\x1b\\"  # the window title
    "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\"  # a link
    "\x1b[6n\x1bP+q544e\x1b\\"  # questions to the terminal
    "\x1bc\x1b[?1049l\x1b[31m"  # reset, leave the screen, red
    "\x9b31m\x9d0;PAWNED\x9c\x90q\x9c"  # the same in one byte each
    "a\x00b\x07\x08\x7f\x0e"
    "\u202egnitirw\u202c\u2066isolated\u2069\u200e\u200f\u061c"
    "\u200b\u2060\ufeff\u00ad\U000e0041\U000e007f\U000e0100\ud83d\ufffe"
)
HOSTILE = f"[/] [sic] {CONTROLS} {' '.join(BRACKETS)}"
LONG_WORD = "wxyz" * 1250
FLOOD = "Z" + "\u0351\u036b\u0343\u036a\u0302" * 200 + "algo"

SHOWN_NEVER = {
    *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u00ad", "\u061c", "\u200b", "\u200e",
    "\u200f", *map(chr, range(0x2028, 0x202F)), *map(chr, range(0x2060, 0x2070)), "\ufeff",
    *map(chr, range(0xD800, 0xE000)), "\ufffe", *map(chr, range(0xE0000, 0xE1000)),
}  # fmt: skip


def hostile_text(outlet: str) -> str:
    """A text with harm in each place where a field is read from."""
    body = [
        f"GENEVA {HOSTILE} (Reuters) - The talks ended on Monday {HOSTILE} without a result.",
        "“The [sic] result,” the minister said, “is [/] open [@click=app.quit]x[/].”",
        *BRACKETS,
        f"A word without an end: {LONG_WORD}",
        f"Marks without an end: {FLOOD} and more.",
        "Raw line ends:\x85next\u2028line\u2029end\x0bof\x0cit.",
    ]
    return "\n\n".join(
        [f"{outlet} {HOSTILE}", f"Talks {HOSTILE} end", f"By Jane {HOSTILE} Doe", *body]
    )


@pytest.fixture(scope="module")
def hostile_articles() -> tuple[Article, ...]:
    """As they are opened; then with harm in every field, as a worse parser might give them."""
    parsed = parse_article(hostile_text("Reuters"), source="a\x1b[6n.txt", name=f"a{HOSTILE}")
    field = clean_line(HOSTILE)
    paragraphs = parsed.paragraphs
    filled = Article(
        source=field, name=field, paragraphs=paragraphs, title=field, outlet=field, agency=field,
        byline=field, dateline=field, published=field, credits=(field, field), language="en",
        encoding="cp1252", notes=(field,),
    )  # fmt: skip
    unnamed = Article(source=field, name=field, paragraphs=paragraphs)
    return parsed, filled, unnamed


@pytest.fixture(scope="module")
def hostile_coverage(hostile_articles) -> Coverage:
    count = len(hostile_articles[0].paragraphs)
    links = [
        ScoredPair(Place(a, p), Place(b, p), 0.9 - 0.01 * p)
        for a, b in ((0, 1), (0, 2), (1, 2))
        for p in range(count)
    ]
    return Coverage(hostile_articles, LinkTable.build([count] * 3, links))


@pytest.fixture
def open_hostile(hostile_articles, hostile_coverage, make_app, open_app):
    def opened(size=(160, 50)):
        return open_app(make_app(hostile_articles, hostile_coverage), size)

    return opened


def assert_harmless(reader) -> str:
    """No forbidden character in any painted strip; the screen's text."""
    rows = reader.text()
    assert reader.app.is_running
    for row in rows:
        assert not SHOWN_NEVER & set(row), ascii(row)
    return "\n".join(rows)


def assert_brackets(page: str, brackets=BRACKETS) -> None:
    for bracket in brackets:
        assert bracket in page, f"{bracket} was swallowed:\n{page}"


async def test_panes_headers_and_drawer_show_every_bracket_and_no_control(open_hostile):
    async with open_hostile() as reader:
        await reader.press("2", "full_stop", "g")
        page = assert_harmless(reader)
        assert_brackets(page)
        for _ in range(len(reader.screen.state.view.shown)):
            await reader.press("j")
            assert_harmless(reader)


async def test_a_narrow_screen_lists_the_links_harmlessly(open_hostile):
    async with open_hostile((60, 20)) as reader:
        await reader.press("full_stop", "g")
        page = assert_harmless(reader)
        assert_brackets(page, ["[/]", "[sic]"])
        await reader.pilot.resize_terminal(24, 9)
        for _ in range(12):
            await reader.press("space")
            assert_harmless(reader)


async def test_a_word_without_an_end_is_cut_and_nothing_of_it_is_lost(open_hostile):
    async with open_hostile((120, 45)) as reader:
        await reader.press("z", "colon", *"word", "escape", "slash", *"wxyzwxyz", "enter")
        letters = "".join(assert_harmless(reader).split())
        assert letters.count("wxyz") > 600


async def test_a_click_on_markup_runs_nothing(open_hostile):
    async with open_hostile() as reader:
        await reader.press("full_stop", "g")
        row = reader.row_of("[@click=app.quit]x[/]")
        column = reader.text()[row].index("[@click=app.quit]x") + len("[@click=app.quit]")
        await reader.pilot.click(offset=(column, row))
        await reader.pilot.pause()
        assert reader.app.is_running


async def test_the_choice_of_links_shows_every_bracket(open_hostile):
    async with open_hostile() as reader:
        await reader.press("full_stop", "g", "j", "j", "j", "enter")
        assert len(reader.app.screen_stack) == 2
        assert_brackets(assert_harmless(reader), ["[/]", "[sic]", "[Reuters]"])
        await reader.press("j", "enter")
        assert_harmless(reader)


async def test_the_page_about_an_article_shows_every_bracket(open_hostile):
    async with open_hostile((160, 60)) as reader:
        reader.screen.report_problems([SourceError(clean_line(f"{HOSTILE}: cannot be read"))])
        for article in "123":
            await reader.press(article, article, "i")
            page = assert_harmless(reader)
            assert_brackets(page)
            assert "cannot be read" in " ".join(page.split())
            await reader.press("escape")


async def test_messages_name_an_article_by_its_mark_in_brackets(open_hostile):
    async with open_hostile() as reader:
        messages = []
        for keys in (["2", "F"], ["2", "y"], ["minus"]):
            await reader.press(*keys)
            messages.append(assert_harmless(reader).splitlines()[-1])
        assert ["[2]" in message for message in messages] == [True, True, True]


async def test_messages_show_what_they_name(open_hostile):
    async with open_hostile() as reader:
        await reader.press("2", "delete")
        assert_brackets(assert_harmless(reader).splitlines()[-1], ["Removed", "["])


async def test_problems_reported_on_the_first_screen_are_harmless(
    hostile_articles, hostile_coverage, make_app, open_app
):
    problem = SourceError(clean_line(f"{HOSTILE}: cannot be read"))
    app = make_app(hostile_articles, hostile_coverage, problems=[problem])
    async with open_app(app) as reader:
        page = assert_harmless(reader)
        assert_brackets(page.splitlines()[-1], ["[/]", "[sic]"])


async def test_what_is_pasted_into_the_prompt_is_shown_and_harmless(open_hostile):
    async with open_hostile() as reader:
        for sign, shown in (("slash", "is in none"), ("colon", "[nothing]")):
            await reader.press(sign)
            reader.app.focused.post_message(events.Paste(f"[nothing] [/] {CONTROLS}"))
            await reader.pilot.pause()
            assert_brackets(assert_harmless(reader), ["[nothing] [/] ␛]52"])
            await reader.press("enter")
            await rest(reader.pilot)
            page = assert_harmless(reader)
            assert "[/]" in page
            assert shown in page


async def test_any_words_may_be_given_as_a_command(open_hostile):
    async with open_hostile((100, 30)) as reader:
        for words in ("9" * 5000, "[/]", "[@click=app.quit]x[/]", "٣", "²", " ", ""):
            await reader.press("colon")
            reader.app.screen.query_one(Input).value = words
            await reader.press("enter")
            assert_harmless(reader)
            assert reader.app.is_running
            await reader.press("escape", "j")


async def test_the_palette_takes_markup_for_words(open_hostile):
    async with open_hostile((100, 30)) as reader:
        await reader.press("ctrl+p")
        reader.app.focused.post_message(events.Paste("[/] \x1b[6n[@click=app.quit]x[/]"))
        await reader.pilot.pause()
        await rest(reader.pilot)
        assert_brackets(assert_harmless(reader), ["[/]"])
        await reader.press("escape")
        assert reader.app.is_running


async def test_what_is_copied_is_clean(open_hostile):
    async with open_hostile((100, 30)) as reader:
        await reader.press("2", "2", "full_stop", "g", "j", "y")
        copied = reader.app.clipboard
        assert "[sic]" in copied
        assert not (SHOWN_NEVER - {"\n"}) & set(copied)


def test_the_second_wall_is_behind_the_first():
    import reader.app.app  # noqa: F401  building the application raises the wall

    for harmful in (
        "\x1b",
        "\x9b",
        "\x00",
        "\x7f",
        "\x85",
        "\u2028",
        "\u202e",
        "\u2066",
        "\U000e0041",
    ):
        assert Content(f"a{harmful}b").plain == "ab"
        assert Text(f"a{harmful}b").plain == "ab"


PLANTED = (
    b"\x1b]52", b"\x1b]0;", b"\x1b]8;;http", b"\x1b[6n", b"\x1bP+q", b"\x1bc", b"PAWNED\x07",
    "\x9b31m".encode(), "\x9d0;".encode(), "\x90q".encode(), b"\x00", "\u202e".encode(),
    "\u2066".encode(), "\U000e0041".encode(),
)  # fmt: skip


def test_nothing_planted_reaches_a_real_terminal(tmp_path, start_program):
    names = [tmp_path / "a\x1b]0;PAWNED\x07[red].txt", tmp_path / "-b [sic].txt"]
    for name, outlet in zip(names, ("Reuters", "AFP"), strict=True):
        # A file with a NUL is called binary, one with half a pair is not UTF-8.
        text = hostile_text(outlet).replace("\x00", "").replace("\ud83d", "")
        name.write_text(text, encoding="utf-8")
    names.append(tmp_path / "missing\x1b[6n.txt")
    terminal = start_program("--", *map(str, names))
    assert terminal.read_until(b"follow on", 20), "the first screen did not come"
    for keys in (b"..", b"g", b"jjjj", b"\r", b"\x1b", b"i", b"q", b"?", b"q", b"2", b"F"):
        terminal.write(keys)
        terminal.read_until(None, 0.1)
    terminal.write(b"\x11")
    code = terminal.wait(20)
    for planted in PLANTED:
        assert planted not in terminal.written, planted
    assert terminal.written.count(b"\x1b[?1049l") == 1, "only the program leaves its screen"
    assert b"[sic]" in terminal.written
    assert b"Traceback" not in terminal.written
    assert code == 0
