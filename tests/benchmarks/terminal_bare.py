"""The least Textual apps that the reader is measured beside.

python tests/benchmarks/terminal_bare.py line      one line of text and a footer
python tests/benchmarks/terminal_bare.py panes     five scroll views, moved by j and k
python tests/benchmarks/terminal_bare.py panes --tuned   with the reader's garbage collection
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

QUIT: BindingType = Binding("q", "quit", "Quit")


def line() -> App[None]:
    """An app that shows one line of text and a footer."""
    from textual.widgets import Footer, Static

    class OneLine(App[None]):
        BINDINGS: ClassVar[list[BindingType]] = [QUIT]

        def compose(self) -> ComposeResult:
            yield Static("One line of text.")
            yield Footer()

    return OneLine()


def panes(tuned: bool) -> App[None]:
    """Five scroll views side by side that paint ready-made strips, all scrolled by one key."""
    import gc

    from rich.segment import Segment
    from textual.containers import Horizontal
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    step, lines = 7, 600

    class Pane(ScrollView):
        DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; overflow-y: scroll; overflow-x: hidden; }"

        def __init__(self) -> None:
            super().__init__()
            self._strips: list[Strip] = []

        def on_resize(self) -> None:
            width = self.scrollable_content_region.width
            style = self.rich_style
            words = "the minister told the assembly on Thursday that nothing had been decided "
            self._strips = [
                Strip([Segment((words * 4)[start : start + width], style)], width)
                for start in (number % len(words) for number in range(lines))
            ]
            self.virtual_size = Size(width, lines)

        def render_line(self, y: int) -> Strip:
            line = self.scroll_offset.y + y
            return self._strips[line] if line < len(self._strips) else Strip.blank(self.size.width)

    class Panes(App[None]):
        BINDINGS: ClassVar[list[BindingType]] = [
            QUIT,
            Binding("j", "move(1)", "Down"),
            Binding("k", "move(-1)", "Up"),
        ]

        def compose(self) -> ComposeResult:
            with Horizontal():
                for _ in range(5):
                    yield Pane()

        def on_ready(self) -> None:
            if tuned:
                gc.collect()
                gc.freeze()
                gc.set_threshold(20_000, 20, 100)

        def action_move(self, count: int) -> None:
            for pane in self.query(Pane):
                pane.scroll_to(y=pane.scroll_y + count * step, animate=False)

    return Panes()


if __name__ == "__main__":
    (line() if sys.argv[1] == "line" else panes("--tuned" in sys.argv)).run()
