"""A message that is longer than the last line: on as many lines as it needs, over the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.dom import DOMNode
from textual.screen import Screen

from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import Line, PaintedLines, fit
from reader.app.widgets.text_wrapping import wrap

_MOST_LINES = 4
"""Lines of a message at most: more would hide what it is about."""
_MARGIN = 1
"""Empty columns at the left, as before a message on the last line."""


def wrap_message(message: str, width: int) -> Sequence[Line]:
    """Return the lines of a message that is too long for one; none where one is enough.

    Args:
        message: what happened.
        width: cells of the screen.
    """
    if cell_len(message) + _MARGIN <= width:
        return ()
    ranges = wrap(message, max(1, width - 2 * _MARGIN))
    texts = [message[start:end] for start, end in ranges[:_MOST_LINES]]
    if len(ranges) > _MOST_LINES:
        texts[-1] = message[ranges[_MOST_LINES - 1][0] :]
    return [fit([(" " * _MARGIN + text.rstrip(), "strong")], width) for text in texts]


class LongMessage:
    """Shows messages that need more than one line, over the lowest lines of a screen.

    The widget is made with the first of them.

    Args:
        node: the screen, or a widget of it.
        get_styles: returns the styles of the present theme.
    """

    def __init__(self, node: DOMNode, get_styles: Callable[[], Styles]) -> None:
        self._node = node
        self._get_styles = get_styles
        self._lines: PaintedLines | None = None

    def show(self, message: str, width: int) -> None:
        """Show a message on a screen so many cells wide; nothing where one line is enough."""
        lines = wrap_message(message, width)
        widget = self._lines
        if widget is None:
            if not lines:
                return
            widget = self._lines = PaintedLines(self._get_styles, id="message")
            screen: Screen[object] = self._node.screen
            screen.mount(widget)
        widget.display = bool(lines)
        if lines:
            widget.styles.height = len(lines)
            widget.show(lines)
