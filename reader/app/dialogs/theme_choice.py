"""Choosing the colours."""

from __future__ import annotations

from textual.app import App

from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog
from reader.app.themes.color_themes import OWN_THEMES


def choose_theme(app: App[object]) -> None:
    """Let the user choose a theme, seeing each one at once; Escape brings the old one back."""
    before = app.theme
    own = [theme.name for theme in OWN_THEMES]
    others = sorted(name for name in app.available_themes if name not in own)
    if app.no_color:
        # Terminal colours chosen at run time come out black on black under NO_COLOR.
        others = [name for name in others if not name.startswith("ansi")]
    names = own + others

    def preview(index: int) -> None:
        app.theme = names[index]

    def choose(index: int | None) -> None:
        app.theme = before if index is None else names[index]

    choices = [Choice(name) for name in names]
    initial = names.index(before) if before in names else 0
    app.push_screen(ChoiceDialog("Colours", choices, initial=initial, on_highlight=preview), choose)
