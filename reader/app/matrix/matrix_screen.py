"""The matrix screen: the moments of a coverage by its articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from reader.app.dialogs.closing_once import ClosingScreen
from reader.app.key_table import binding_name, parse_command
from reader.app.matrix.cell_text import sign_meanings
from reader.app.matrix.listed_rows import rank_differences
from reader.app.matrix.matrix_keys import (
    MATRIX_KEYS,
    explain_key,
    explain_unavailable,
    find_paragraph,
    find_quoting_cell,
    list_working_keys,
)
from reader.app.matrix.matrix_state import MatrixState
from reader.app.matrix.matrix_title import name_order, name_rows
from reader.app.matrix.matrix_view import MatrixView
from reader.app.matrix.row_citation import cite_row
from reader.app.matrix.row_filter import FILTER_HINT, RowFilter
from reader.app.next_key import NextKeyChoice
from reader.app.prompt_controller import PromptController
from reader.app.report_saving import WHOLE, SaveReport, scope_of_row
from reader.app.screen_commands import no_obstacle
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets.line_widget import PaintedLines
from reader.articles import Place, clean_line

if TYPE_CHECKING:
    from textual.command import Provider

    from reader.story.difference import Difference

_WHEEL_LINES = 3


class OtherScreens(NamedTuple):
    """What leads from a row of the matrix to other screens."""

    compare_quote: Callable[[Place], None]
    """Opens the ladder of the quote in a paragraph."""
    list_differences: Callable[[Difference | None], None]
    """Opens the list of differences, at one of them if that is given."""
    stop_waiting: Callable[[], bool]
    """Gives up what one of these waits for; false where none does."""
    save_report: SaveReport
    """Asks where to save a report of one of some scopes; then says where it is."""


def _matrix_commands() -> type[Provider]:
    """Return the commands of the palette; imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import MatrixCommands

    return MatrixCommands


class MatrixScreen(ClosingScreen["Place | None"]):
    """Shows a `MatrixState`; returns the place to read, or None to go back.

    Args:
        state: the state to show first.
        signs: the signs of this terminal.
        get_styles: returns the styles of the present theme.
        others: what leads to other screens.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(MATRIX_KEYS)
    COMMANDS = {_matrix_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self,
        state: MatrixState,
        signs: Signs,
        get_styles: Callable[[], Styles],
        others: OtherScreens,
    ) -> None:
        super().__init__()
        self.state = state
        self.view = MatrixView(signs, get_styles)
        self._others = others
        self._message = ""
        self._next_key = NextKeyChoice()
        self._prompt = PromptController(self, no_obstacle, self._answer)
        self._commands = self._list_commands()
        self.styles.layers = "base prompt"

    def _list_commands(self) -> dict[str, Callable[[], object]]:
        """Return what each key does, by the name of its meaning."""
        moves: dict[str, Callable[[], object]] = {
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
            "next-pane": partial(self._step_article, 1),
            "previous-pane": partial(self._step_article, -1),
            "line-down": partial(self._scroll, 1),
            "line-up": partial(self._scroll, -1),
            "half-down": partial(self._page, 0.5),
            "half-up": partial(self._page, -0.5),
            "page-down": partial(self._page, 1),
            "page-up": partial(self._page, -1),
            "top": lambda: self._change(self.state.select_line(0)),
            "end": lambda: self._change(
                self.state.select_line(len(self.state.lines), direction=-1)
            ),
            "any-article": self._ask_article,
            "go-to": self._prompt.ask_command,
        }
        moves |= {
            f"article-{number}": partial(self._select_article, number - 1)
            for number in range(1, 10)
        }
        return {
            **moves,
            "only-one": self._fold,
            "order": self._sort,
            "search": partial(self._prompt.ask_words, FILTER_HINT),
            "open": self._open,
            "compare": self._compare_quote,
            "differences": self._list_differences,
            "back": self._back,
            "close": self._close,
            "quit": self._back,
            "copy": self._copy,
            "report": self._save_report,
            "copied": self._name_last_copy,
            "matrix": no_obstacle,
            "theme": self._choose_theme,
            "commands": lambda: self.app.action_command_palette(),
            "keys": self._show_help,
        }

    def open(self, state: MatrixState) -> None:
        """Show another state; call it before the screen is pushed again."""
        self.state, self._message = state, ""
        self._show()

    def compose(self) -> ComposeResult:
        """Create title bar, table and key line."""
        yield self.view.title
        yield self.view.table
        yield self.view.keys

    def on_mount(self) -> None:
        """Show the first frame."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the page for the new size, unless it is the one that is shown."""
        if self.view.size != self.app.size:
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does anything now; the key line shows only those that do."""
        if action == "command":
            return not explain_unavailable(str(parameters[0]), self.state)
        return True

    def on_key(self, event: events.Key) -> None:
        """End the last message; take an answer; show why a key does nothing."""
        if self._prompt.is_open:
            return
        if self._message:
            self.show_message("")
        if self._next_key.answer(event.key):
            event.stop()
        elif reason := explain_key(event.key, self.state):
            self.show_message(reason)

    async def action_command(self, name: str) -> None:
        """Run a command of the key table; what it opens takes the next key."""
        result = self._commands[name]()
        if isawaitable(result):
            await result

    def show_message(self, message: str) -> None:
        """Show a message in the last line until the next key."""
        self._message = message
        self._show_keys()

    # The selected cell

    def _step(self, count: int) -> None:
        if not self._change(self.state.step(count)):
            self.show_message("The last moment." if count > 0 else "The first moment.")

    def _step_article(self, count: int) -> None:
        if not self._change(self.state.select_article(self.state.article + count)):
            self.show_message("The last article." if count > 0 else "The first article.")

    def _select_article(self, article: int) -> None:
        if article >= self.state.article_count:
            self.show_message(f"There is no article {article_mark(article)}.")
        else:
            self._change(self.state.select_article(article))

    def _ask_article(self) -> None:
        articles = range(self.state.article_count)
        choices = {article_mark(each): partial(self._select_article, each) for each in articles}
        self._next_key.ask(choices)
        self.show_message("The column of which article? Press its number or letter.")

    def _scroll(self, lines: int) -> None:
        self._change(self.state.scroll(lines))

    def _page(self, share: float) -> None:
        room = self.view.page.room if self.view.page else 1
        lines = max(1, round(abs(share) * (room - 1)))
        self._step(lines if share > 0 else -lines)

    # What is listed

    def _fold(self) -> None:
        self._change(self.state.fold_single())
        count = len(self.state.rows.single)
        listed = "listed too" if self.state.lists_single else "not listed"
        self.show_message(f"{name_rows(count)} told once: {listed}.")

    def _sort(self) -> None:
        self._change(self.state.sort_by_next_order())
        self.show_message(f"Order: {name_order(self.state)}.")

    def _filter(self, typed: str) -> None:
        """List the rows that match what was typed, all of them if that is nothing."""
        state = self.state.filter_by(typed)
        if state.filter != typed:
            self.show_message(f"No moment matches “{clean_line(typed, 40)}”.")
            return
        self._change(state)
        if not typed:
            self.show_message("All moments.")
            return
        every = state.unfiltered or state.rows
        doubtful = every.count_doubtful(RowFilter.parse(typed, state.article_count))
        more = f" {doubtful} more perhaps: not surely left out." if doubtful else ""
        self.show_message(f"{name_rows(state.rows.count)} with this: Esc lists all.{more}")

    # To other screens

    def _open(self) -> None:
        """Read the moment in the selected article; on the line that folds, fold or unfold."""
        if self.state.row is None:
            self._fold()
        elif self.state.cell_to_read is not None:
            self.dismiss(self.state.cell_to_read.passages[0].place)

    def _compare_quote(self) -> None:
        cell = find_quoting_cell(self.state)
        if cell is not None:
            self._others.compare_quote(cell.passages[0].place)

    def _list_differences(self) -> None:
        differences = rank_differences(self.state.row) if self.state.row else ()
        self._others.list_differences(differences[0] if differences else None)

    def _close(self) -> None:
        """Stop waiting, list all rows again, or go back."""
        if self._others.stop_waiting():
            return
        if self.state.filter:
            self._filter("")
        else:
            self._back()

    def _back(self) -> None:
        self._others.stop_waiting()
        self.dismiss(None)

    async def _copy(self) -> None:
        """Copy the moment as each article tells it."""
        from reader.app.terminal.clipboard import copy_text

        row = self.state.row
        if row is not None:
            text = cite_row(self.state.rows.matrix, row)
            count = len(row.cells)
            what = f"the moment in {count} article{'' if count == 1 else 's'} with citations"
            self.show_message(await copy_text(self.app, text, what))

    def _save_report(self) -> None:
        """Save a report of this moment, or of the whole comparison."""
        row = self.state.row
        scopes = (WHOLE,) if row is None else (scope_of_row(row.number), WHOLE)
        self._others.save_report(scopes, self.show_message)

    def _name_last_copy(self) -> None:
        from reader.app.terminal.clipboard import explain_last_copy

        self.show_message(explain_last_copy())

    def _choose_theme(self) -> None:
        from reader.app.dialogs.theme_choice import choose_theme

        choose_theme(self.app)

    def _show_help(self) -> None:
        """List every key, letter and sign of this screen."""
        from reader.app.dialogs.help_text import help_text, signs_text
        from reader.app.dialogs.text_dialog import TextDialog

        signs = signs_text(sign_meanings(self.view.signs))
        content = Content.assemble(help_text(MATRIX_KEYS), signs)
        self.app.push_screen(TextDialog("Keys of the matrix", content, opened_by="keys"))

    # The prompt

    def _answer(self, sign: str, typed: str) -> None:
        """Filter the rows, read a paragraph, or run the command that was typed."""
        if sign == "/":
            self._filter(" ".join(typed.split()))
            return
        command = parse_command(typed, MATRIX_KEYS)
        if isinstance(command, int):
            self._open_paragraph(command)
        elif command is None:
            self.show_message(f"No command is called “{clean_line(typed, 40)}”: Ctrl+p lists all.")
        elif reason := explain_unavailable(binding_name(command), self.state):
            self.show_message(reason)
        else:
            self.call_later(self.run_action, command.action)

    def _open_paragraph(self, number: int) -> None:
        place = find_paragraph(self.state, number)
        if place is None:
            mark = article_mark(self.state.article)
            self.show_message(f"[{mark}] has no paragraph {number}.")
        else:
            self.dismiss(place)

    # Mouse

    @on(PaintedLines.Clicked, "#keys")
    def _click_key(self, event: PaintedLines.Clicked) -> None:
        """Do what the key does that was clicked in the key line."""
        event.stop()
        action = None if self._message else self.view.action_at(event.column)
        if action is not None:
            self.call_later(self.run_action, action)

    @on(PaintedLines.Clicked, "#table")
    def _click_table(self, event: PaintedLines.Clicked) -> None:
        """Select the cell that was clicked; read it there if it is selected already."""
        event.stop()
        line = self.view.line_at(event.row)
        article = self.view.article_at(event.row, event.column)
        state = self.state
        if article is not None:
            state = state.select_article(article)
        if line is not None:
            if state.lines[line] is None:
                self._fold_clicked()
                return
            state = state.select_line(line)
        if not self._change(state) and line is not None and article is not None:
            self._open()

    def _fold_clicked(self) -> None:
        self._change(self.state.fold_single())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the table."""
        event.stop()
        self._scroll(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the table."""
        event.stop()
        self._scroll(-_WHEEL_LINES)

    # Showing the state

    def _change(self, state: MatrixState) -> bool:
        """Show a state; return whether it is another one than before."""
        is_other = state != self.state
        self.state = state
        self._show()
        return is_other

    def _show(self) -> None:
        page = self.view.show(self.state, self.app.size)
        if page is not None:
            self.state = self.state.scroll_to(page.top, page.left)
            self._show_keys()

    def _show_keys(self) -> None:
        self.view.show_keys(list_working_keys(self.state), self._message)
