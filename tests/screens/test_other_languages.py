"""The ladder on quotes in other languages than English."""

from __future__ import annotations

import pytest

from reader import compare
from reader.app.ladder.ladder_screen import LadderScreen
from reader.linking import Place
from tests.screens.rest import rest

CHINESE = (
    ["昨天下午，市政府举行了新闻发布会。", "市长李明说：“我们昨天封闭了大桥，因为河水还在上涨。”"],
    ["大桥从星期一起不再通行。", "“我们昨天封闭了大桥，因为河水还在上涨，”李明表示。"],
)
JAPANESE = (
    [
        "市役所は月曜日に会見を開いた。",
        "山田市長は「昨日、川の水位が上がったため橋を閉鎖した」と述べた。",
    ],
    [
        "橋は月曜日から通れない。",
        "「昨日、川の水位が上がったため橋を閉鎖した」と山田市長は語った。",
    ],
)
POLISH = (
    ["Woda w rzece nie opada od trzech dni.",
     "„Zamknęliśmy most wczoraj i nie jest to dobry dzień dla miasta”, powiedziała Anna Biała."],
    ["Most jest zamknięty od poniedziałku, jak podano.",
     "Burmistrz powiedziała: „Zamknęliśmy most wczoraj i nie jest to dobry dzień dla miasta”."],
)  # fmt: skip


@pytest.fixture
def open_texts(make_article, make_app, open_app):
    """`open_texts(texts)`: two articles on the screen, the second paragraph of the first read."""

    def opened(texts, size=(80, 24)):
        articles = tuple(make_article(f"a{n}", *paragraphs) for n, paragraphs in enumerate(texts))
        return open_app(make_app(articles, compare(articles)), size)

    return opened


async def open_ladder(reader):
    reader.screen.state.go_to(Place(0, 1))
    await reader.press("c")
    await rest(reader.pilot)
    assert isinstance(reader.app.screen, LadderScreen)
    return reader.app.screen.state


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("texts", "speaker"), [(CHINESE, "李明"), (JAPANESE, "山田市長")], ids=["chinese", "japanese"]
)
async def test_quotes_in_unspaced_script_open_the_ladder(open_texts, texts, speaker, size):
    async with open_texts(texts, size) as reader:
        state = await open_ladder(reader)
        assert state.shared.articles == (0, 1)
        assert state.shared.speaker.name == speaker
        assert "Speakers are not read" not in "\n".join(reader.text())


async def test_the_screen_says_once_that_speakers_are_not_read(open_texts):
    async with open_texts(POLISH) as reader:
        state = await open_ladder(reader)
        assert state.shared.articles == (0, 1)
        assert state.shared.speaker is None
        assert "Speakers are not read in Polish." in reader.text()[-1]
        await reader.press("q", "c")
        assert isinstance(reader.app.screen, LadderScreen)
        assert "Speakers are not read" not in "\n".join(reader.text())
