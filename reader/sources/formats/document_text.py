"""The text of an office document as it is collected from its XML. Child process only."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.formats.tag_stripping import PagePiece

_CELL_SEPARATOR = " | "
_CAPTION_STYLES = frozenset({
    "caption", "illustration", "figure", "drawing", "table", "image caption", "table caption",
})  # fmt: skip
_HEADING_DEPTH = 9


class DocumentText:
    """The paragraphs of a document in their order, then its notes."""

    def __init__(self) -> None:
        self._pieces: list[PagePiece] = []
        self._notes: list[str] = []

    def add(self, text: str, kind: str) -> None:
        """Add a paragraph, unless it has no words; see `PagePiece` for the kinds."""
        if words := " ".join(text.split()):
            self._pieces.append((kind, words))

    def add_row(self, cells: Sequence[str]) -> None:
        """Add a row of a table."""
        self.add(
            _CELL_SEPARATOR.join(filter(None, (" ".join(cell.split()) for cell in cells))), "row"
        )

    def add_note(self, text: str) -> None:
        """Add a footnote or endnote, in the order of their marks in the text."""
        if words := " ".join(text.split()):
            self._notes.append(words)

    def finish(self) -> list[PagePiece]:
        """Return all of it; the notes are at the end, numbered.

        The first heading is the title where no style says so and nothing but headings and
        short lines is above the first paragraph of the story.
        """
        pieces = list(self._pieces)
        if not any(kind == "title" for kind, _ in pieces) and pieces and pieces[0][0] == "heading":
            pieces[0] = ("title", pieces[0][1])
        notes = [("body", f"[{number}] {words}") for number, words in enumerate(self._notes, 1)]
        return pieces + notes


def kind_of_style(name: str) -> str | None:
    """Return the kind of the paragraphs of a style by its built-in English name, None for others.

    Office programs store these names whatever the language of their menus.
    """
    name = name.replace("_20_", " ").strip().lower()
    if name == "title":
        return "title"
    if name == "subtitle":
        return "standfirst"
    if name in _CAPTION_STYLES:
        return "caption"
    if name.startswith(("toc ", "contents ", "toc heading")):
        return "boilerplate"
    word, _, depth = name.partition(" ")
    is_heading = word == "heading" and (
        not depth or (depth.isdecimal() and 1 <= int(depth) <= _HEADING_DEPTH)
    )
    return "heading" if is_heading else None
