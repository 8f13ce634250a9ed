"""The command palette of the reading screen, which offers each lens, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from textual.command import Hit, Hits
from textual.content import Content

from reader.app.dialogs.command_palette import ScreenCommands
from reader.text.stop_words import is_stop_word
from reader.text.words import split_words, stem_word


class _LensScreen(Protocol):
    def list_lenses(self) -> list[tuple[str, str, Callable[[], object]]]: ...


class ReadingCommands(ScreenCommands):
    """Offers the commands of the reading screen and its lenses."""

    async def search(self, query: str) -> Hits:
        """Yield what matches; a lens by the words of its name."""
        async for hit in super().search(query):
            yield hit
        for sentence, keys, run in cast("_LensScreen", self.screen).list_lenses():
            share = _share_of_words(query, sentence)
            if score := self.score(query, sentence, (), share):
                shown = Content.assemble(
                    self.matcher(query).highlight(sentence), (f"  {keys}", "bold")
                )
                yield Hit(score, shown, run, text=sentence)


def _share_of_words(query: str, sentence: str) -> float:
    """Return the share of the words of weight of a query that a sentence has, 0..1."""
    own = {stem_word(word) for word in split_words(sentence.lower())}
    words = [word for word in split_words(query.lower()) if not is_stop_word(word)]
    found = sum(stem_word(word) in own for word in words)
    return found / len(words) if words else 0.0
