"""What is found before anybody asks for it, and what is not."""

from __future__ import annotations

import pytest

from reader.app.reading.awaited_result import AwaitedResult
from reader.coverage import Coverage
from tests.screens.rest import rest


@pytest.fixture
def built(monkeypatch) -> list[str]:
    """What was computed, by name; nothing waits for a pause between keys."""
    start_when_idle = AwaitedResult.start_when_idle

    def start_soon(awaited, seconds, *is_urgent):
        # The story would ask for the matrix once more, whenever its pause is over.
        if awaited.words.name != "story":
            start_when_idle(awaited, 0.01, *is_urgent)

    monkeypatch.setattr(AwaitedResult, "start_when_idle", start_soon)
    names: list[str] = []
    for name in ("matrix", "differences"):
        really = getattr(Coverage, name).fget

        def get(coverage, name=name, really=really):
            names.append(name)
            return really(coverage)

        monkeypatch.setattr(Coverage, name, property(get))
    return names


async def settle(reader) -> None:
    for _ in range(5):
        await reader.pilot.pause(0.05)
        await rest(reader.pilot)


async def test_the_matrix_is_built_beforehand_only_once_somebody_reads(open_reader, built):
    async with open_reader() as reader:
        await settle(reader)
        assert built == ["differences"], "the drawer and the gutter show them"
        await reader.press("j")
        await settle(reader)
        assert built.count("matrix") == 1


async def test_title_bar_and_facts_say_whose_copy_the_articles_carry(open_reader, built):
    async with open_reader((120, 50)) as reader:
        await settle(reader)
        assert "5 articles, 4 origins" in reader.text()[0]
        await reader.press("4", "i")
        page = "\n".join(reader.text())
        assert "Copy        [3] [4] Reuters copy" in page
        await reader.press("escape", "1", "i")
        assert "Copy  " not in "\n".join(reader.text())


async def test_without_one_of_its_articles_an_origin_is_no_longer_said(open_reader, built):
    async with open_reader((120, 50)) as reader:
        await settle(reader)
        await reader.press("4", "delete")
        assert "origin" not in reader.text()[0]
        await reader.press("U")
        assert "5 articles" in reader.text()[0]
