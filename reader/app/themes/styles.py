"""The styles with which the screens are painted, computed once for each theme.

The view owns one `Styles` and gives it to its panes and lines. So the forty rules of the
style sheet are matched once, not once for every widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rich.style import Style

from reader.app.themes.paragraph_style import HighlightRole, ParagraphStyle
from reader.articles import ParagraphKind

HUES = 10
"""How many article colours the themes define; they repeat after the last one."""


def hue_name(article: int) -> str:
    """Return the name of the style with the colour of an article."""
    return f"hue-{article % HUES}"


STYLE_NAMES = (
    "strong",
    "muted",
    "key",
    "warning",
    "here",
    "bar",
    "heading",
    "furniture",
    "number",
    "reading",
    "same",
    "related",
    "shared",
    "found",
    "current",
    "rail",
    "thumb",
)
"""Every style of the style sheet, where it has a rule `.style--NAME`."""


_LENSES = {
    "direct": ("here", Style(underline=True)),
    "partial": ("key", Style(underline=True, italic=True)),
    "set-off": ("muted", Style(italic=True)),
    "value": ("key", Style(underline=True)),
    "own-value": ("warning", Style(underline=True, bold=True, italic=True)),
    "only-here": ("here", Style(italic=True)),
    "shared-word": ("here", Style(bold=True)),
    "copy": ("muted", Style(italic=True)),
    "own-word": ("warning", Style(italic=True, underline=True)),
}
"""Styles of lenses: the style that gives the colour, and an attribute for want of colours."""


class Styles:
    """Partial styles by name, and laid over each other.

    Args:
        look_up: gives the style of one of `STYLE_NAMES` in the present theme.
    """

    def __init__(self, look_up: Callable[[str], Style]) -> None:
        self._look_up = look_up
        self._styles: dict[str, Style] = {}

    def style(self, names: str) -> Style:
        """Return the styles of names separated by spaces, laid over each other in order."""
        style = self._styles.get(names)
        if style is None:
            style = Style.null()
            for name in names.split():
                style += self._look_up(name)
            self._styles[names] = style
        return style


@dataclass(slots=True)
class PaneStyles:
    """The styles of a pane."""

    text: Style
    heading: Style
    furniture: Style
    number: Style
    reading: Style
    same: Style
    related: Style
    shared: Style
    found: Style
    current: Style
    selected: Style
    dimmed: Style
    rail: Style
    thumb: Style
    hues: Sequence[Style]
    base: Styles
    _mixed: dict[tuple[object, ...], Style] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Styles, text: Style, selected: Style) -> PaneStyles:
        """Return the styles of a pane with these styles of plain text and of what is selected."""
        return cls(
            text=text,
            heading=text + base.style("heading"),
            furniture=text + base.style("furniture"),
            number=base.style("number"),
            reading=base.style("reading"),
            same=base.style("same"),
            related=base.style("related"),
            shared=base.style("shared"),
            found=base.style("found"),
            current=base.style("current"),
            selected=selected,
            dimmed=Style(color=base.style("muted").color, dim=True),
            rail=text + base.style("rail"),
            thumb=text + base.style("thumb"),
            hues=[base.style(hue_name(number)) for number in range(HUES)],
            base=base,
        )

    def hue(self, article: int) -> Style:
        """Return the colour of an article; colours repeat after the last one."""
        return self.hues[article % len(self.hues)]

    def lens(self, name: str) -> Style:
        """Return the style of words that a lens marks: a colour, and a line or a slant."""
        key = ("lens", name)
        style = self._mixed.get(key)
        if style is None:
            color_name, line = _LENSES[name]
            style = self._mixed[key] = Style(color=self.base.style(color_name).color) + line
        return style

    def ground(self, paragraph: ParagraphStyle, *, in_gutter: bool = False) -> Style:
        """Return the background of a paragraph, or of its gutter."""
        kind = ParagraphKind.BODY if in_gutter else paragraph.kind
        is_dimmed = paragraph.is_dimmed and not in_gutter
        key = (kind, paragraph.role, is_dimmed)
        style = self._mixed.get(key)
        if style is None:
            style = {
                ParagraphKind.BODY: self.text,
                ParagraphKind.HEADING: self.heading,
                ParagraphKind.FURNITURE: self.furniture,
            }[kind]
            highlight = {
                HighlightRole.READING: self.reading,
                HighlightRole.SAME: self.same,
                HighlightRole.PROBABLY: self.same,
                HighlightRole.RELATED: self.related,
            }.get(paragraph.role)
            if highlight is not None:
                style = style + highlight
            if is_dimmed:
                style = style + self.dimmed
            self._mixed[key] = style
        return style

    def mixed(self, *styles: Style) -> Style:
        """Return the styles laid over each other, in order; the result is cached."""
        style = self._mixed.get(styles)
        if style is None:
            style = Style.combine(styles)
            self._mixed[styles] = style
        return style
