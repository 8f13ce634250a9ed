"""Text with styles, wrapped into lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.app.widgets.line_widget import Line, Part
from reader.app.widgets.text_wrapping import wrap


@dataclass(slots=True)
class StyledText:
    """Text with styles, written from left to right."""

    text: str = ""
    styles: list[tuple[int, int, str]] = field(default_factory=list)
    """(first character, one past the last, names of styles), in order, not overlapping."""

    def write(self, text: str, style: str = "") -> None:
        """Append text."""
        if style and text:
            self.styles.append((len(self.text), len(self.text) + len(text), style))
        self.text += text

    def lines(self, width: int) -> list[Line]:
        """Return the text wrapped to lines of at most `width` cells."""
        return [self._line(start, end) for start, end in wrap(self.text, width)]

    def _line(self, start: int, end: int) -> Line:
        parts: list[Part] = []
        at = start
        for first, last, style in self.styles:
            first, last = max(first, start), min(last, end)
            if first >= last:
                continue
            if at < first:
                parts.append((self.text[at:first], ""))
            parts.append((self.text[first:last], style))
            at = last
        if at < end:
            parts.append((self.text[at:end], ""))
        return tuple(parts)
