"""The ladder screen: one quote as the articles carry it, from the fullest version down."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from reader.app.dialogs.closing_once import ClosingScreen
from reader.app.key_table import parse_command
from reader.app.ladder.ladder_keys import (
    LADDER_KEYS,
    explain_binding,
    explain_key,
    explain_unavailable,
    list_working_keys,
)
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.ladder_styles import LadderStyles
from reader.app.ladder.ladder_view import LadderView
from reader.app.ladder.quote_list import FOLD_ROW, count_single, sign_meanings
from reader.app.ladder.version_citation import cite_versions, name_cited_versions
from reader.app.next_key import NextKeyChoice
from reader.app.prompt_controller import PromptController
from reader.app.report_saving import WHOLE, SaveReport, scope_of_quote
from reader.app.screen_commands import no_obstacle
from reader.app.terminal.strikethrough import draws_strikethrough
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.articles import Place, clean_line

if TYPE_CHECKING:
    from textual.command import Provider

    from reader.app.notes.screen_notes import ScreenNotes


_LINES_PER_QUOTE = 2
_LINES_AROUND_PAGE = 8
"""Lines of the screen that a page down leaves on the screen or that hold no rungs."""
_WHEEL_LINES = 3


def _ladder_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import LadderCommands

    return LadderCommands


class LadderScreen(ClosingScreen[Place | None]):
    """Shows a `LadderState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        reading_styles: returns the styles of the reading screen.
        message: the first message of the last line.
        notes: writes notes on quotes and corrects them; None: nothing can be.
        save_report: asks where to save a report of one of some scopes, then says where it is.
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
        notes: ScreenNotes | None = None,
        save_report: SaveReport | None = None,
    ) -> None:
        super().__init__()
        self._notes = notes
        self._save_report = save_report
        self.state = state
        self.theme_styles = LadderStyles(reading_styles)
        self.view = LadderView(signs, self.theme_styles.current)
        self._message = message
        self._next_key = NextKeyChoice()
        self._prompt = PromptController(self, no_obstacle, self._answer)
        self.styles.layers = "base prompt"

    def open(self, state: LadderState, message: str | None = "") -> None:
        """Show another state, with a message; None keeps the one that is shown."""
        self.state = state
        if message is not None:
            self._message = message
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
        return not explain_unavailable(action, self.state, is_wide=self.view.is_wide)

    def on_key(self, event: events.Key) -> None:
        """End the last message; take an answer; show why a key does nothing."""
        if self._prompt.is_open:
            return
        if self._message:
            self.show_message("")
        if self._next_key.answer(event.key):
            event.stop()
        elif reason := explain_key(event.key, self.state, is_wide=self.view.is_wide):
            self.show_message(reason)

    def show_message(self, message: str) -> None:
        """Show a message in the last line until the next key."""
        self._message = message
        self._show_keys()

    # Quotes and rungs

    def action_quote(self, count: int) -> None:
        """Select the next or previous quote."""
        if not self._change(self.state.step_quote(count)):
            self.show_message("The last quote." if count > 0 else "The first quote.")
        elif self.state.is_on_fold:
            self.show_message(f"{count_single(self.state)}: Enter or o lists them.")

    def action_rung(self, count: int) -> None:
        """Select the next or previous rung."""
        if not self._change(self.state.step_rung(count)):
            self.show_message(
                "The slightest version." if count > 0 else "The fullest version here."
            )

    def action_end(self, direction: int) -> None:
        """Select the first or the last quote."""
        last = len(self.state.quotes) - 1
        self._change(self.state.select_quote(0 if direction < 0 else last))

    def action_article(self, number: int) -> None:
        """Select the next version of an article, by its number from 1."""
        article = number - 1
        if article >= len(self.state.ladders.articles):
            self.show_message(f"There is no article {article_mark(article)}.")
        elif not self.state.has_version_of(article):
            self.show_message(f"Article {article_mark(article)} does not have this quote.")
        else:
            self._change(self.state.select_article(article))

    def action_any_article(self) -> None:
        """Select the version of the article whose mark is pressed next."""
        numbers = range(1, len(self.state.ladders.articles) + 1)
        self._next_key.ask(
            {article_mark(number - 1): partial(self.action_article, number) for number in numbers}
        )
        self.show_message("The version of which article? Press its number or letter.")

    def action_list(self) -> None:
        """Show the list of quotes."""
        if self.view.is_wide:
            self._change(self.state.toggle_pair())
        else:
            self._change(self.state.open_list(True))

    def action_ladder(self) -> None:
        """Show the ladder of the compared quote, after the list or a pair."""
        ladder = self.state.open_list(False)
        self._change(ladder.toggle_pair() if ladder.is_pair else ladder)

    def action_fold(self) -> None:
        """List the quotes of one article only as well, or fold them."""
        self._change(self.state.fold_single())
        shown = "listed too" if self.state.lists_single else "not listed"
        self.show_message(f"{count_single(self.state)}: {shown}.")

    def action_sort(self) -> None:
        """Sort the list by the next order."""
        self._change(self.state.sort_by_next_order())
        self.show_message(f"Sorted by {self.state.order.value}.")

    async def action_filter(self) -> None:
        """Ask for the words that listed quotes must have."""
        await self._prompt.ask_words("words, speaker, outlet or form; empty: all quotes")

    def action_scroll(self, lines: int) -> None:
        """Scroll the rungs; where the list is shown alone, go through its quotes."""
        if self._shows_list_alone:
            quotes = max(1, abs(lines) // _LINES_PER_QUOTE)
            step = quotes if lines > 0 else -quotes
            self._change(self.state.select_quote(self.state.quote + step))
        else:
            self._change(self.state.scroll(lines))

    def action_page(self, share: float) -> None:
        """Scroll by a share of a page."""
        self.action_scroll(round(share * max(1, self.app.size.height - _LINES_AROUND_PAGE)))

    # The comparison

    def action_style(self) -> None:
        """Show differences in the next style."""
        self._change(self.state.show_next_style())
        self.show_message(f"Differences: {self.state.style.value}.")

    def action_base(self) -> None:
        """Compare with the current rung, or with the fullest again."""
        self._change(self.state.toggle_base())
        base = self.state.base_rung
        name = "base" if self.state.base else "fullest here"
        self.show_message(
            f"Compared with [{article_mark(base.article)}] {base.paragraphs}, the {name}."
        )

    def action_pair(self) -> None:
        """Show base and current rung alone, or the whole ladder."""
        self._change(self.state.toggle_pair())

    def action_note(self) -> None:
        """Write a note on the current version."""
        if self._notes is not None:
            self._notes.note_quotation(self.state.current.version)

    def action_reject(self) -> None:
        """Say what is wrong with the current version, or who said it."""
        current = self.state.current
        others = [rung.version for rung in self.state.rungs if rung.number != current.number]
        if self._notes is not None:
            self._notes.ask_what_to_reject(current.version, others)

    def action_undo(self) -> None:
        """Take the last change of notes back."""
        if self._notes is not None:
            self._notes.take_back()

    def action_palette(self) -> None:
        """List all commands by name."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose the colours, seeing each at once."""
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self.app)

    # Leaving the screen

    def action_open(self) -> None:
        """Go to the current version in its article; in the list alone, to its ladder."""
        if self.state.is_on_fold:
            self.action_fold()
        elif self._shows_list_alone:
            self.action_ladder()
        else:
            self.dismiss(self.state.current.place)

    async def action_copy(self) -> None:
        """Copy the current version with its citation, in a pair both versions."""
        from reader.app.terminal.clipboard import copy_text

        text = cite_versions(self.state, self.view.signs)
        what = f"{name_cited_versions(self.state)} with citation"
        self.show_message(await copy_text(self.app, text, what))

    def action_report(self) -> None:
        """Save a report of this quotation, or of the whole comparison."""
        shared = self.state.shared
        if self._save_report is None or len(shared.articles) < 2:
            self.show_message("This quotation is in one article only: there is no report of it.")
        else:
            self._save_report((scope_of_quote(shared.number), WHOLE), self.show_message)

    def action_help(self) -> None:
        """List every key and every sign of this screen."""
        from reader.app.dialogs.help_text import help_text, signs_text
        from reader.app.dialogs.text_dialog import TextDialog

        signs = signs_text(sign_meanings(self.view.signs))
        content = Content.assemble(help_text(LADDER_KEYS), signs)
        self.app.push_screen(TextDialog("Keys of the quotes screen", content, opened_by="keys"))

    def action_back(self) -> None:
        """Go back to the ladder from a pair, to all quotes from some, else to the articles."""
        if self.state.is_pair:
            self._change(self.state.toggle_pair())
        elif self.state.filter:
            self._filter("")
        else:
            self.dismiss(None)

    # The prompt

    async def action_command(self) -> None:
        """Ask for a paragraph number or a command."""
        await self._prompt.ask_command()

    def _answer(self, sign: str, typed: str) -> None:
        """Filter the list, go to the paragraph or run the command that was typed."""
        if sign == "/":
            self._filter(" ".join(typed.split()))
            return
        command = parse_command(typed, LADDER_KEYS)
        if isinstance(command, int):
            self._open_paragraph(command)
        elif command is None:
            self.show_message(f"No command is called “{clean_line(typed, 40)}”: Ctrl+p lists all.")
        elif reason := explain_binding(command, self.state, is_wide=self.view.is_wide):
            self.show_message(reason)
        else:
            self.call_later(self.run_action, command.action)

    def _filter(self, words: str) -> None:
        """List the quotes that have these words, all of them if there are none."""
        state = self.state.filter_by(words)
        if state.filter != words:
            self.show_message(f"No quote has “{clean_line(words, 40)}”.")
            return
        self._change(state.open_list(state.is_list_open or bool(words)))
        count = len(state.ladders.quotes)
        listed = f"{count} quote{'' if count == 1 else 's'}"
        self.show_message(f"{listed} with this: Esc lists all." if words else "All quotes.")

    def _open_paragraph(self, number: int) -> None:
        """Go to a paragraph of the current version's article."""
        article = self.state.current.article
        paragraphs = self.state.ladders.articles[article].paragraphs
        position = next((n for n, p in enumerate(paragraphs) if p.number == number), None)
        if position is None:
            self.show_message(f"This article has no paragraph {number}.")
        else:
            self.dismiss(Place(article, position))

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
            self.action_fold()
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
    def _shows_list_alone(self) -> bool:
        return self.state.is_list_open and not self.view.is_wide

    @property
    def _needs_brackets(self) -> bool:
        """Whether brackets are needed: unless the terminal is known to strike words out."""
        has_terminal_colours = self.app.theme.startswith("ansi")
        if self.app.no_color or has_terminal_colours or not self.view.signs.unicode:
            return True
        return not draws_strikethrough(os.environ, self.app.console.color_system)

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
        keys = list_working_keys(self.state, is_wide=self.view.is_wide)
        self.view.show_keys(keys, self._message)
