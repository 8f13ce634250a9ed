"""Paints the rows of one article, and caches them as long as their appearance is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from reader.app.themes.paragraph_style import (
    Highlight,
    HighlightRole,
    LensParagraphs,
    OtherArticle,
    ParagraphHits,
    ParagraphStyle,
)
from reader.app.widgets.article_view import ArticleView, Row
from reader.app.widgets.line_painter import LinePainter, article_at, gutter_width
from reader.app.widgets.rail import RailCell

_CACHED_SCREENS = 40
"""Screens of painted rows above which those off the screen are dropped."""
_FEWEST_ROWS = 10
"""Rows that a screen counts at least, for that limit."""
_MOST_LOOKS = 4
"""Most cached appearances of a row: plain, being read, linked to the paragraph being read."""


class ArticlePainter:
    """Marks paragraphs of an article, and paints its rows.

    Args:
        view: the article.
        others: returns the other articles with a paragraph's moment, by position; called only for
            paragraphs on the screen.
        has_numbers: whether paragraph numbers are in the gutter.
        places: how many articles have a place of their own in the gutter.
    """

    def __init__(
        self,
        view: ArticleView,
        others: Callable[[int], tuple[OtherArticle, ...]],
        *,
        has_numbers: bool,
        places: int = 0,
    ) -> None:
        self.view = view
        self._others = others
        self._has_numbers = has_numbers
        highest = view.article.paragraphs[-1].number if view.article.paragraphs else 0
        self.gutter = gutter_width(highest, places)
        """Cells of the gutter."""
        self.highlights: Mapping[int, Highlight] = {}
        """By position in the article; set by `set_highlights`."""
        self._hits: Mapping[int, ParagraphHits] = {}
        self._lens = LensParagraphs()
        self._notes: Mapping[int, str] = {}
        self._styles: dict[int, ParagraphStyle] = {}
        self._strips: dict[Row, dict[tuple[RailCell, ParagraphStyle], Strip]] = {}

    def set_highlights(self, highlights: Mapping[int, Highlight]) -> set[int]:
        """Highlight paragraphs, by position; return those whose appearance changed."""
        before, self.highlights = self.highlights, highlights
        changed = {
            paragraph
            for paragraph in before.keys() | highlights.keys()
            if before.get(paragraph) != highlights.get(paragraph)
        }
        self._forget(changed)
        return changed

    def set_hits(self, hits: Mapping[int, ParagraphHits]) -> None:
        """Mark search hits, by position."""
        changed = self._hits.keys() | hits.keys()
        self._hits = hits
        self._forget(changed)

    def set_lens(self, lens: LensParagraphs) -> bool:
        """Set the findings of a lens; return whether that changes anything."""
        if lens == self._lens:
            return False
        changed = {
            paragraph
            for each in (self._lens, lens)
            for paragraph in (*each.marks, *each.dimmed, *each.signs)
        }
        self._lens = lens
        self._forget(changed)
        return True

    def set_notes(self, signs: Mapping[int, str]) -> bool:
        """Set the signs of the user's notes, by position; return whether any changed."""
        if signs == self._notes:
            return False
        changed = self._notes.keys() | signs.keys()
        self._notes = signs
        self._forget(changed)
        return True

    def clear(self) -> None:
        """Drop everything painted."""
        self._styles.clear()
        self._strips.clear()

    def drop_off_screen(self, rows: Sequence[Row | None]) -> None:
        """Drop the painted rows of paragraphs off the screen, once there are too many."""
        if len(self._strips) <= _CACHED_SCREENS * max(_FEWEST_ROWS, len(rows)):
            return
        on_screen = {row.paragraph for row in rows if row is not None}
        self._strips = {
            row: strips for row, strips in self._strips.items() if row.paragraph in on_screen
        }
        self._styles = {key: style for key, style in self._styles.items() if key in on_screen}

    def paint(
        self, row: Row, rail: RailCell, painter: LinePainter, selection: Selection | None
    ) -> Strip:
        """Return a row with its cell of the rail.

        Args:
            row: the row.
            rail: the cell of the rail.
            painter: paints a line of a paragraph.
            selection: the selection made with the mouse.
        """
        strips = self._strips.setdefault(row, {})
        style = self._paragraph_style(row.paragraph, selection)
        strip = strips.get((rail, style))
        if strip is None:
            if len(strips) >= _MOST_LOOKS:
                strips.clear()
            strip = append_rail(self._paint_text(row, painter, style), rail)
            strips[rail, style] = strip
        return strip

    def article_at(self, row: Row, column: int) -> int | None:
        """Return the article whose mark is on a cell of the gutter, if one is."""
        style = self._styles.get(row.paragraph)
        return article_at(style, row.line, self.gutter - 2, column) if style else None

    def add_offsets(self, strip: Strip, row: Row) -> Strip:
        """Return a painted row with the data by which the mouse finds the character under it.

        Only hit tests need it; without it painted rows cost half as much.
        """
        lines = self.view.lines(row.paragraph)
        text = self.view.article.paragraphs[row.paragraph].text
        if row.line >= len(lines):
            return append_offset(strip, len(text), row.paragraph)
        start, end = lines[row.line]
        text_end = self.gutter + cell_len(text[start:end])
        gutter, words, rest = strip.divide([self.gutter, text_end, strip.cell_length])
        return Strip.join([gutter, words.apply_offsets(start, row.paragraph), rest])

    def _paint_text(self, row: Row, painter: LinePainter, style: ParagraphStyle) -> Strip:
        lines = self.view.lines(row.paragraph)
        if row.line >= len(lines):
            return painter.paint_gap(style, len(lines))
        text = self.view.article.paragraphs[row.paragraph].text
        return painter.paint_line(text, lines[row.line], row.line, style)

    def _paragraph_style(self, position: int, selection: Selection | None) -> ParagraphStyle:
        style = self._styles.get(position)
        if style is None:
            paragraph = self.view.article.paragraphs[position]
            highlight = self.highlights.get(position)
            hits = self._hits.get(position)
            role = highlight.role if highlight else HighlightRole.PLAIN
            style = self._styles[position] = ParagraphStyle(
                kind=paragraph.kind,
                role=role,
                hue=highlight.hue if highlight else 0,
                number=str(paragraph.number) if self._has_numbers else "",
                note=self._notes.get(position, ""),
                others=self._others(position),
                shared=highlight.shared if highlight else (),
                marked=self._lens.marks.get(position, ()),
                lens_sign=self._lens.signs.get(position),
                # The paragraph being read is never dimmed.
                is_dimmed=position in self._lens.dimmed and role is not HighlightRole.READING,
                found=hits.spans if hits else (),
                current=hits.current if hits else None,
                selected=selection.get_span(position) if selection else None,
            )
        return style

    def _forget(self, paragraphs: Iterable[int]) -> None:
        for paragraph in paragraphs:
            self._styles.pop(paragraph, None)


def append_rail(strip: Strip, rail: RailCell) -> Strip:
    """Return a row with its cell of the rail at the right."""
    sign, style = rail
    return Strip([*strip, Segment(sign, style)], strip.cell_length + 1)


def append_offset(strip: Strip, character: int, paragraph: int) -> Strip:
    """Return a row without words that a selection takes for this place."""
    place = Style.from_meta({"offset": (character, paragraph)})
    return Strip([*strip, Segment("", place)], strip.cell_length)
