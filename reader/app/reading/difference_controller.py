"""The list of what the articles state otherwise, found in a thread when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.app.reading.placed_differences import PlacedDifferences
from reader.app.reading.quote_controller import MOST_CHARACTERS_BEFOREHAND
from reader.app.reading.reading_host import ReadingHost, needs_several_articles
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs, article_mark
from reader.app.widgets.bars import Progress
from reader.articles import Place
from reader.coverage import Coverage
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.app.dialogs.choice_dialog import Choice
    from reader.story import Difference, DifferenceSide

_CONTEXT = 30
"""Characters of a passage on each side of the words that differ."""
_SILENT_SECONDS = 0.2
"""Seconds that one may wait before the screen says what it is doing."""
_SETTLING_SECONDS = 1.5
"""Seconds from the links to the search that nobody asked for: the first keys come first."""


class DifferenceController:
    """Lists the differences; going to one goes to its first passage.

    Args:
        host: the screen.
        signs: the signs of this terminal.
    """

    def __init__(self, host: ReadingHost, signs: Signs) -> None:
        self._host = host
        self._state = host.state
        self._signs = signs
        self._is_waiting = False
        self._last = 0
        """The entry that was chosen last."""
        self._wanted: Difference | None = None
        """The one at which the list opens; None: where it was last."""
        self._found: tuple[Coverage, Sequence[Difference]] | None = None
        """The comparison whose differences were found last, and these."""
        self._listed: Coverage | None = None
        """The comparison whose differences were listed last."""

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {"differences": Command(self._list, self._find_obstacle)}

    def prepare(self) -> None:
        """Find the differences beforehand, a little later, if that takes no long time."""
        if len(self._state.articles) > 1 and self._state.characters <= MOST_CHARACTERS_BEFOREHAND:
            self._host.call_after(_SETTLING_SECONDS, self._start_finding)

    def stop(self) -> bool:
        """Stop looking for differences; return False if nothing was looked for."""
        if not self._is_waiting:
            return False
        self._end_waiting()
        self._host.cancel_work("differences")
        self._host.say("Stopped looking for differences.")
        return True

    def give_up(self) -> None:
        """Say that the differences were not found because of a fault."""
        self._end_waiting()
        self._host.say("The differences of these articles could not be found.")

    def _find_obstacle(self) -> str:
        obstacle = needs_several_articles(self._host)()
        if not obstacle and self._state.visible_links is None:
            return "The links are not known yet."
        return obstacle

    def list_at(self, difference: Difference | None) -> None:
        """List the differences, at this one if it is given."""
        self._wanted = difference
        self._list()

    def _list(self) -> None:
        links = self._state.visible_links
        if self._is_waiting or links is None:
            return
        if self._found is not None and self._found[0] is links.coverage:
            self._open(*self._found)
            return
        self._is_waiting = True
        self._host.call_after(_SILENT_SECONDS, self._show_progress)
        self._start_finding()

    def _start_finding(self) -> None:
        links = self._state.visible_links
        if links is None:
            return
        coverage = links.coverage

        def find(is_cancelled: Callable[[], bool]) -> Sequence[Difference]:
            from reader.reports.difference_report import list_differences

            return list_differences(coverage)

        self._host.start_work("differences", find, lambda found: self._receive(coverage, found))

    def _receive(self, coverage: Coverage, found: Sequence[Difference]) -> None:
        links = self._state.visible_links
        if links is None or links.coverage is not coverage:
            if self._is_waiting:
                self._start_finding()
            return
        self._found = coverage, found
        self._state.show_differences(PlacedDifferences(coverage, found))
        if self._state.differences_here:
            self._host.refresh_view()
        if self._is_waiting:
            self._end_waiting()
            self._open(coverage, found)

    def _show_progress(self) -> None:
        if self._is_waiting:
            self._host.show_progress(Progress("finding differences: Esc stops", 0.0))

    def _end_waiting(self) -> None:
        self._is_waiting = False
        self._host.show_progress(None)

    def _open(self, coverage: Coverage, found: Sequence[Difference]) -> None:
        if not found:
            self._host.say("No difference found in the linked passages (only English is read).")
            return
        from reader.app.dialogs.choice_dialog import ChoiceDialog

        if coverage is not self._listed:
            self._last, self._listed = 0, coverage
        if self._wanted in found:
            self._last = found.index(self._wanted)
        self._wanted = None
        facts = sum(difference.kind.is_fact for difference in found)
        title = f"Differences: {facts} of facts, {len(found) - facts} of wording"
        choices = [self._describe(difference) for difference in found]
        dialog = ChoiceDialog(title, choices, initial=self._last)

        def go_to_chosen(index: int | None) -> None:
            if index is not None:
                self._last = index
                self._go_to(found[index])

        self._host.open_screen(dialog, go_to_chosen)

    def _go_to(self, difference: Difference) -> None:
        """Go to the side in the article being read, else to the first."""
        places = [side.passage.place for side in difference.sides]
        here = [place for place in places if place.article == self._state.place.article]
        self._host.return_to_texts()
        self._state.go_to(Place(*(here or places)[0]))
        self._host.refresh_view()
        self._host.say("They differ; which is right is not known. Backspace leads back.")

    def _describe(self, difference: Difference) -> Choice:
        from reader.app.dialogs.choice_dialog import Choice

        signs = self._signs
        sign = signs.differs if difference.kind.is_fact else signs.other_words
        head = f"{sign} {difference.kind.value}  {difference.about}"
        return Choice(clean_line(head), "\n".join(map(self._describe_side, difference.sides)))

    def _describe_side(self, side: DifferenceSide) -> str:
        passage = side.passage
        text, ellipsis = passage.paragraph.text, self._signs.ellipsis
        before = text[max(0, passage.start - _CONTEXT) : passage.start]
        after = text[passage.end : passage.end + _CONTEXT]
        if passage.start > _CONTEXT:
            before = ellipsis + before.partition(" ")[2]
        if passage.end + _CONTEXT < len(text):
            after = after.rpartition(" ")[0] + ellipsis
        mark = article_mark(passage.article_position)
        return clean_line(f"  [{mark}] ¶{passage.number}  {before}[{passage.text}]{after}")
