"""The ladder screen: one quote as the articles carry it, from the fullest version down."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from reader.app.ladder.ladder_keys import (
    LADDER_KEYS,
    is_action_available,
    list_working_keys,
    steps_quotes,
)
from reader.app.ladder.ladder_page import WIDE_FROM
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.ladder_styles import LadderStyles
from reader.app.ladder.ladder_view import LadderView
from reader.app.ladder.quote_list import FOLD_ROW, count_single, sign_meanings
from reader.app.ladder.version_citation import cite_versions, name_cited_versions
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.linking.links import Place

if TYPE_CHECKING:
    from textual.command import Provider

_LINES_PER_QUOTE = 2
_LINES_AROUND_PAGE = 8
"""Lines of the screen that a page down leaves on the screen or that hold no rungs."""
_WHEEL_LINES = 3


def _ladder_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import LadderCommands

    return LadderCommands


class LadderScreen(Screen[Place | None]):
    """Shows a `LadderState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        reading_styles: returns the styles of the reading screen.
        message: the first message of the last line.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(LADDER_KEYS)
    COMMANDS = {_ladder_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self,
        state: LadderState,
        signs: Signs,
        reading_styles: Callable[[], Styles],
        message: str = "",
    ) -> None:
        super().__init__()
        self.state = state
        self.theme_styles = LadderStyles(reading_styles)
        self.view = LadderView(signs, self.theme_styles.current)
        self._message = message

    def open(self, state: LadderState, message: str = "") -> None:
        """Show another state; call it before the screen is pushed again."""
        self.state, self._message = state, message
        self.theme_styles.reset()
        self._show()

    def compose(self) -> ComposeResult:
        """Create title bar, ladder and key line."""
        yield self.view.title
        yield self.view.ladder
        yield self.view.keys

    def on_mount(self) -> None:
        """Show the first frame."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the page for the new size, unless it is the one that is shown."""
        if self.view.size != self.app.size:
            self._show()

    def notify_style_update(self) -> None:
        """Use the styles of the new theme."""
        super().notify_style_update()
        self.theme_styles.reset()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action can be done now; the key line shows only such keys."""
        return is_action_available(action, self.state, is_wide=self._is_wide)

    def on_key(self, event: events.Key) -> None:
        """Remove a message at the next key."""
        if self._message:
            self.say("")

    def say(self, message: str) -> None:
        """Show a message in the last line until the next key."""
        self._message = message
        self._show_keys()

    # Quotes and rungs

    def action_step(self, count: int) -> None:
        """Select the next quote of the list; without the list, the next rung."""
        if self._steps_quotes:
            self.action_quote(count)
        else:
            self.action_rung(count)

    def action_quote(self, count: int) -> None:
        """Select the next or previous quote."""
        if not self._change(self.state.step_quote(count)):
            self.say("The last quote." if count > 0 else "The first quote.")
        elif self.state.is_on_fold:
            self.say(f"{count_single(self.state)}: Enter or + lists them.")

    def action_alone(self) -> None:
        """List the quotes of one article only as well, or fold them."""
        if not self.state.ladders.single:
            self.say("Every quote is in more than one article.")
            return
        self._change(self.state.fold_single())
        shown = "listed too" if self.state.lists_single else "not listed"
        self.say(f"{count_single(self.state)}: {shown}.")

    def action_sort(self) -> None:
        """Sort the list by the next order."""
        self._change(self.state.sort_by_next_order())
        self.say(f"Sorted by {self.state.order.value}.")

    def action_rung(self, count: int) -> None:
        """Select the next or previous rung."""
        if not self._change(self.state.step_rung(count)):
            self.say("The slightest version." if count > 0 else "The fullest version here.")

    def action_article(self, number: int) -> None:
        """Select the next version of an article."""
        if number > len(self.state.ladders.articles):
            self.say(f"There is no article {number}.")
        elif not self.state.has_version_of(number - 1):
            self.say(f"Article {number} does not have this quote.")
        else:
            self._change(self.state.select_article(number - 1))

    def action_end(self, direction: int) -> None:
        """Select the first or the last quote or rung."""
        last = len(self.state.quotes if self._steps_quotes else self.state.rungs) - 1
        number = 0 if direction < 0 else last
        if self._steps_quotes:
            self._change(self.state.select_quote(number))
        else:
            self._change(self.state.select_rung(number))

    def action_list(self) -> None:
        """Show the list of quotes, or the ladder."""
        self._change(self.state.open_list(not self.state.is_list_open))

    def action_scroll(self, lines: int) -> None:
        """Scroll the rungs; where the list is shown alone, go through its quotes."""
        if self._is_list_alone:
            quotes = max(1, abs(lines) // _LINES_PER_QUOTE)
            step = quotes if lines > 0 else -quotes
            self._change(self.state.select_quote(self.state.quote + step))
        else:
            self._change(self.state.scroll(lines))

    def action_page(self, share: float) -> None:
        """Scroll by a share of a page."""
        self.action_scroll(round(share * max(1, self.app.size.height - _LINES_AROUND_PAGE)))

    # The comparison

    def action_differences(self) -> None:
        """Show differences in the next style."""
        self._change(self.state.show_next_style())
        self.say(f"Differences: {self.state.style.value}.")

    def action_base(self) -> None:
        """Compare with the current rung, or with the fullest again."""
        if not self.state.can_be_base:
            self.say("A version in the reporter’s own words cannot be the base.")
            return
        self._change(self.state.toggle_base())
        base = self.state.base_rung
        name = "base" if self.state.base else "fullest here"
        self.say(f"Compared with [{article_mark(base.article)}] {base.paragraphs}, the {name}.")

    def action_pair(self) -> None:
        """Show base and current rung alone, or the whole ladder."""
        if not self.state.is_pair and len(self.state.rungs) == 1:
            self.say("There is no other version to put beside it.")
            return
        self._change(self.state.toggle_pair())

    def action_theme(self) -> None:
        """Choose the colours, seeing each at once."""
        from reader.app.dialogs.pages_and_lists import choose_theme

        choose_theme(self.app)

    # Leaving the screen

    def action_open(self) -> None:
        """Go to the current version in its article; in the list alone, to its ladder."""
        if self.state.is_on_fold:
            self.action_alone()
        elif self._is_list_alone:
            self.action_list()
        else:
            self.dismiss(self.state.current.place)

    def action_copy(self) -> None:
        """Copy the current version with its citation, in a pair both versions."""
        self.app.copy_to_clipboard(cite_versions(self.state, self.view.signs))
        self.say(f"Copied {name_cited_versions(self.state)} with citation.")

    def action_help(self) -> None:
        """List every key and every sign of this screen."""
        from reader.app.dialogs.pages_and_lists import TextDialog, help_page

        legend: list[str | tuple[str, str]] = [("Signs\n", "bold $accent")]
        for sign, meaning in sign_meanings(self.view.signs):
            legend += [(f"  {sign.ljust(18)}", "bold"), f" {meaning}\n"]
        content = Content.assemble(help_page(LADDER_KEYS), *legend)
        self.app.push_screen(TextDialog("Keys of the quotes screen", content))

    def action_back(self) -> None:
        """Go back to the ladder from a pair, else to the articles."""
        if self.state.is_pair:
            self.action_pair()
        else:
            self.dismiss(None)

    # Mouse

    @on(PaintedLines.Clicked, "#keys")
    def _click_key(self, event: PaintedLines.Clicked) -> None:
        """Do what the key does that was clicked in the key line."""
        event.stop()
        action = None if self._message else self.view.action_at(event.column)
        if action is not None:
            self.call_later(self.run_action, action)

    @on(PaintedLines.Clicked, "#ladder")
    def _click_page(self, event: PaintedLines.Clicked) -> None:
        """Select the quote or the rung that was clicked."""
        event.stop()
        quote = self.view.quote_at(event.row, event.column)
        rung = self.view.rung_at(event.row, event.column)
        if quote == FOLD_ROW:
            self.action_alone()
        elif quote is not None:
            self._change(self.state.select_quote(quote).open_list(False))
        elif rung is not None:
            self._change(self.state.select_rung(rung))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the rungs, or the list if the mouse is on it."""
        self._turn_wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the rungs, or the list if the mouse is on it."""
        self._turn_wheel(event, -1)

    def _turn_wheel(self, event: events.MouseEvent, direction: int) -> None:
        event.stop()
        if self.view.is_list_at(int(event.screen_x)):
            self._change(self.state.step_quote(direction))
        else:
            self._change(self.state.scroll(_WHEEL_LINES * direction))

    # Showing the state

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= WIDE_FROM

    @property
    def _is_list_alone(self) -> bool:
        return self.state.is_list_open and not self._is_wide

    @property
    def _steps_quotes(self) -> bool:
        return steps_quotes(self.state, is_wide=self._is_wide)

    @property
    def _needs_brackets(self) -> bool:
        """Whether brackets say what strokes and colours say elsewhere.

        Not every terminal can strike words out, and then its own colours would not help.
        """
        has_terminal_colours = self.app.theme.startswith("ansi")
        return self.app.no_color or has_terminal_colours or not self.view.signs.unicode

    def _change(self, state: LadderState) -> bool:
        """Show a state; return whether it is another one than before."""
        is_other = state != self.state
        self.state = state
        self._show()
        return is_other

    def _show(self) -> None:
        page = self.view.show(self.state, self.app.size, brackets=self._needs_brackets)
        if page is not None:
            self.state = self.state.scroll_to(page.top, page.list_top)
            self._show_keys()

    def _show_keys(self) -> None:
        keys = list_working_keys(self.state, is_wide=self._is_wide)
        self.view.show_keys(keys, self._message)
