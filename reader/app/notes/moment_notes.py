"""Notes and claims on a moment, which the matrix shows as a row with a cell for each article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.notes.claim_controller import ClaimController
from reader.app.notes.note_controller import NoteController
from reader.app.notes.screen_notes import ScreenNotes
from reader.app.reading.reading_host import ReadingHost
from reader.app.themes.signs import Signs, article_mark
from reader.articles import Passage, clean_line
from reader.linking import Link
from reader.notebook.entry_kinds import Subject

if TYPE_CHECKING:
    from reader.story.differences.difference import Difference
    from reader.story.matrix.coverage_matrix import MatrixCell, MatrixRow

_WORDS_CHARACTERS = 40
"""Most characters of one side of a difference in a choice."""


class MomentNotes:
    """Writes notes on paragraphs of a moment, and rejects its links and differences.

    Args:
        host: the reading screen.
        signs: the signs of this terminal.
        notes: changes the notebook.
        claims: rejects links.
        screen_notes: rejects differences, and takes changes back.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        notes: NoteController,
        claims: ClaimController,
        screen_notes: ScreenNotes,
    ) -> None:
        self._host = host
        self._signs = signs
        self._notes = notes
        self._claims = claims
        self._screen_notes = screen_notes
        self.take_back = screen_notes.take_back

    def note_cell(self, cell: MatrixCell) -> None:
        """Write a note on the paragraph in which an article has a moment first."""
        passage = cell.passages[0]
        name = _name(passage)
        whole = Passage.of_paragraph(self._host.state.articles, passage.place)
        self._notes.write_note(f"Note on {name}", Subject.PARAGRAPH, [whole], describe=name)

    def find_obstacle(self, row: MatrixRow | None, article: int) -> str:
        """Return why nothing in a moment can be rejected; empty where something can.

        Args:
            row: the moment; None where none is selected.
            article: the position of the selected article.
        """
        if row is None:
            return "Select a moment to reject something of it."
        if self._host.state.visible_links is None:
            return "The links are not known yet."
        if row.differences or self._list_links(row, article):
            return ""
        if row.cell(article) is None and not row.is_in_one_article:
            return f"[{article_mark(article)}] does not have this: h and l lead to one that has."
        return "This moment has no link and no difference to reject."

    def reject(self, row: MatrixRow, article: int) -> None:
        """Reject a link of the selected cell or a difference of the row; ask which of several."""
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        choices: list[tuple[str, str, Callable[[], None]]] = [
            (*self._describe_link(link), partial(self._claims.reject_link, link))
            for link in self._list_links(row, article)
        ]
        choices += [
            (
                self._describe_difference(difference),
                "They do not differ in this.",
                partial(self._screen_notes.reject_difference, difference),
            )
            for difference in row.differences
        ]
        if len(choices) == 1:
            choices[0][2]()
            return

        def reject_chosen(index: int | None) -> None:
            if index is not None:
                choices[index][2]()

        listed = [Choice(clean_line(label), clean_line(detail)) for label, detail, _ in choices]
        self._host.open_screen(ChoiceDialog("Reject what of this moment?", listed), reject_chosen)

    def _list_links(self, row: MatrixRow, article: int) -> list[Link]:
        """Return the links of the selected cell to other cells of the row, strongest first."""
        links, cell = self._host.state.visible_links, row.cell(article)
        if links is None or cell is None:
            return []
        places = {
            passage.place
            for other in row.cells
            if other.article != article
            for passage in other.passages
        }
        found = [
            link
            for place in dict.fromkeys(passage.place for passage in cell.passages)
            for link in links.links_of(place)
            if link.there.place in places
        ]
        return sorted(found, key=lambda link: -link.score)

    def _describe_link(self, link: Link) -> tuple[str, str]:
        sign = self._signs.level(link.level)
        return f"{sign} {_name(link.here)} and {_name(link.there)} are the same", link.there.text

    def _describe_difference(self, difference: Difference) -> str:
        sign = self._signs.differs if difference.kind.is_fact else self._signs.other_words
        words = (
            f"[{article_mark(side.passage.article_position)}] "
            + clean_line(side.passage.text, _WORDS_CHARACTERS)
            for side in difference.sides
        )
        return f"{sign} {' / '.join(words)}"


def _name(passage: Passage) -> str:
    return f"[{article_mark(passage.article_position)}] ¶{passage.number}"
