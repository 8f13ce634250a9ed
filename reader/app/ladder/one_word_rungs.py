"""The rungs of one word, which take one line together."""

from __future__ import annotations

from collections.abc import Sequence

from reader.app.ladder.ladder_layout import LadderLayout
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_ladders import Rung
from reader.app.ladder.rung_lines import print_version
from reader.app.ladder.styled_text import StyledText
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_parts import article_tag, pad
from reader.app.widgets.line_widget import Line, Part
from reader.quote_versions import VersionForm


def find_one_word_rungs(state: LadderState) -> tuple[Rung, ...]:
    """Return the rungs of one quoted word, without the base."""
    return tuple(
        rung
        for rung in state.rungs
        if rung.version.form is VersionForm.PARTIAL
        and len(rung.version.words) == 1
        and rung.number != state.base_rung.number
    )


def draw_one_word_rungs(
    state: LadderState, rungs: Sequence[Rung], layout: LadderLayout
) -> list[Line]:
    """Draw rungs side by side, each with its article, its paragraph and its word as printed.

    The selected one has another background, as a whole rung has.
    """
    written = StyledText()
    written.write("one word: " if len(rungs) == 1 else "one word each: ", "muted")
    for number, rung in enumerate(rungs):
        style = "bar" if rung.number == state.rung else ""
        if number:
            written.write(f" {layout.signs.dot} ", "muted")
        tag, hue = article_tag(rung.article)
        written.write(tag, f"{hue} {style}".strip())
        written.write(f" {rung.paragraphs} ", style)
        version = rung.version
        opening, closing = print_version(state.ladders, rung).marks(0)
        written.write(f"{opening}{version.text}{closing}", f"strong {style}".strip())
    selected = next((rung for rung in rungs if rung.number == state.rung), None)
    bar: Part = (" ", "")
    if selected is not None:
        bar = (layout.signs.here, hue_name(selected.article))
    lines = written.lines(max(4, layout.width - 6))
    return [
        pad((bar, ("   " if number else " ", ""), *line), layout.width)
        for number, line in enumerate(lines)
    ]
