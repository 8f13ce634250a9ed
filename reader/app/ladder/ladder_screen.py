"""The ladder screen: one utterance as the articles carry it, from fullest to slightest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen

from reader.app.key_table import first_key
from reader.app.ladder.ladder_keys import LADDER_KEYS
from reader.app.ladder.ladder_page import ALONE, WIDE_FROM, Page, meanings, page, title_line
from reader.app.ladder.ladder_state import LadderState
from reader.app.ladder.quote_list import Rung
from reader.app.ladder.rungs import facts
from reader.app.reading.citation import quote_citation
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import Styles
from reader.app.widgets import bars
from reader.app.widgets.line_widget import PaintedLines
from reader.linking.links import Place

if TYPE_CHECKING:
    from textual.command import Provider

SMALLEST_COLUMNS, SMALLEST_ROWS = 24, 8
_LADDER_STYLES = {
    "dropped": ("muted", Style(strike=True)),
    "added": ("here", Style(bold=True, underline=True)),
}
"""Styles of the ladder alone: whose colour they take, and the line through or under it.

Not in a style sheet: another sheet would be parsed while one waits for the first ladder.
"""


def _ladder_commands() -> type[Provider]:
    """The commands of the palette, imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import LadderCommands

    return LadderCommands


class LadderScreen(Screen[Place | None]):
    """Shows a `LadderState`; gives the place to read, or None to go back as one came.

    Args:
        state: what is compared.
        signs: the signs of this terminal.
        book: the styles of the reading screen.
        message: what to say at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(LADDER_KEYS)
    COMMANDS = {_ladder_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self,
        state: LadderState,
        signs: Signs,
        book: Callable[[], Styles],
        message: str = "",
    ) -> None:
        super().__init__()
        self.state = state
        self._signs = signs
        self._reading_book = book
        self._book: Styles | None = None
        self._page: Page | None = None
        self._message = message
        self._shown_at = Size(0, 0)
        self._title = PaintedLines(self.current_styles, id="title")
        self._ladder = PaintedLines(self.current_styles, id="ladder")
        self._keys = PaintedLines(self.current_styles, id="keys")
        self._ladder.styles.height = "1fr"

    def open(self, state: LadderState, message: str = "") -> None:
        """Show another state, before the screen is pushed again."""
        self.state, self._message = state, message
        self._book = None
        self._show()

    def compose(self) -> ComposeResult:
        """Title bar, ladder, keys."""
        yield self._title
        yield self._ladder
        yield self._keys

    def on_mount(self) -> None:
        """Compose the first frame."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set anew for the size, unless it is the one that is shown."""
        if self._shown_at != self.app.size:
            self._show()

    def current_styles(self) -> Styles:
        """The styles of the present theme: those of the reading screen and two more."""
        if self._book is None:
            self._book = Styles(self._look_up)
        return self._book

    def notify_style_update(self) -> None:
        """The theme is another one now."""
        super().notify_style_update()
        self._book = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key works now; the key line shows only those that do."""
        state = self.state
        if action == "quote":
            return len(state.quotes) + bool(state.coverage.alone) > 1
        if action == "list":
            return not self._wide
        if state.listing and not self._wide:
            return action not in {"rung", "article", "base", "pair", "differences"}
        return True

    def on_key(self, event: events.Key) -> None:
        """A message lasts until the next key."""
        if self._message:
            self.say("")

    def say(self, message: str) -> None:
        """Say what happened, in the last line, until the next key."""
        self._message = message
        self._show_keys()

    # Quotes and rungs

    def action_step(self, count: int) -> None:
        """Next quote in the list; without the list, next rung."""
        if self._steps_quotes:
            self.action_quote(count)
        else:
            self.action_rung(count)

    def action_quote(self, count: int) -> None:
        """Next or previous quote."""
        if not self.state.step_quote(count):
            self.say("The last quote." if count > 0 else "The first quote.")
        elif self.state.on_alone:
            self.say(f"{self._alone()}: Enter or + lists them.")
        self._show()

    def action_alone(self) -> None:
        """List the quotes of one article only as well, or no longer."""
        if not self.state.coverage.alone:
            self.say("Every quote is in more than one article.")
            return
        self.state.list_alone()
        self._show()
        shown = "listed too" if self.state.alone_listed else "not listed"
        self.say(f"{self._alone()}: {shown}.")

    def action_sort(self) -> None:
        """The next order of the list."""
        order = self.state.next_order()
        self._show()
        self.say(f"Sorted by {order.value}.")

    def action_rung(self, count: int) -> None:
        """Next or previous rung."""
        if not self.state.step_rung(count):
            self.say("The slightest version." if count > 0 else "The fullest version here.")
        self._show()

    def action_article(self, number: int) -> None:
        """The rung of an article."""
        if number > len(self.state.coverage.articles):
            self.say(f"There is no article {number}.")
        elif not self.state.go_to_article(number - 1):
            self.say(f"Article {number} does not have this quote.")
        self._show()

    def action_end(self, direction: int) -> None:
        """The first or the last one."""
        if self._steps_quotes:
            self.state.go_to_quote(0 if direction < 0 else len(self.state.quotes) - 1)
        else:
            self.state.go_to_rung(0 if direction < 0 else len(self.state.rungs) - 1)
        self._show()

    def action_list(self) -> None:
        """The list of quotes, or the ladder."""
        self.state.listing = not self.state.listing
        self._show()

    def action_scroll(self, lines: int) -> None:
        """Scroll the ladder; through the list where it stands alone."""
        if self._list_alone:
            quotes = max(1, abs(lines) // 2)
            self.state.go_to_quote(self.state.quote + (quotes if lines > 0 else -quotes))
        else:
            self.state.scroll(lines)
        self._show()

    def action_page(self, share: float) -> None:
        """Scroll the ladder by a share of a page."""
        self.action_scroll(round(share * max(1, self.app.size.height - 8)))

    # What is compared, and how

    def action_differences(self) -> None:
        """The next style of differences."""
        style = self.state.next_differences()
        self._show()
        self.say(f"Differences: {style.value}.")

    def action_base(self) -> None:
        """Compare with this rung, or with the fullest again."""
        if not self.state.choose_base():
            self.say("A version in the reporter’s own words cannot be the base.")
            return
        self._show()
        base = self.state.base_rung
        what = "base" if self.state.base else "fullest here"
        self.say(f"Compared with [{article_mark(base.article)}] {base.paragraphs}, the {what}.")

    def action_pair(self) -> None:
        """Base and rung alone, or the ladder."""
        if not self.state.paired and len(self.state.rungs) == 1:
            self.say("There is no other version to put beside it.")
            return
        self.state.pair()
        self._show()

    def action_theme(self) -> None:
        """Choose the colours, seeing each at once."""
        from reader.app.dialogs.pages_and_lists import choose_theme

        choose_theme(self.app)

    # Out

    def action_open(self) -> None:
        """Go to this version in its article; in a list alone, to its ladder."""
        if self.state.on_alone:
            self.action_alone()
            return
        if self._list_alone:
            self.action_list()
            return
        self.dismiss(self._rung.place)

    def action_copy(self) -> None:
        """Copy the version with its citation; of a pair, both."""
        state = self.state
        rungs = [state.base_rung, state.opposite] if state.paired else [state.current]
        cited = []
        for rung in rungs:
            version = rung.version
            words = " … ".join(state.coverage.text(rung.article)[a:b] for a, b in version.spans)
            told = [text for text, _ in facts(state, rung, self._signs)]
            cited.append(
                quote_citation(
                    state.coverage.articles[rung.article],
                    words,
                    rung.paragraphs,
                    speaker=version.speaker.display_name if version.speaker else None,
                    cue=version.cue.text if version.cue else None,
                    differs=told if rung.number != state.base_rung.number else (),
                    marked=version.form.value != "indirect",
                )
            )
        self.app.copy_to_clipboard("\n\n".join(cited))
        names = " and ".join(f"[{article_mark(r.article)}] {r.paragraphs}" for r in rungs)
        self.say(f"Copied {names} with citation.")

    def action_help(self) -> None:
        """Every key of this screen."""
        from reader.app.dialogs.pages_and_lists import TextDialog, help_page

        legend: list[str | tuple[str, str]] = [("Signs\n", "bold $accent")]
        for sign, meaning in meanings(self._signs):
            legend += [(f"  {sign.ljust(18)}", "bold"), f" {meaning}\n"]
        content = Content.assemble(help_page(LADDER_KEYS), *legend)
        self.app.push_screen(TextDialog("Keys of the quotes screen", content))

    def action_back(self) -> None:
        """Back to the ladder from a pair, else to the articles."""
        if self.state.paired:
            self.action_pair()
        else:
            self.dismiss(None)

    # Mouse

    @on(PaintedLines.Clicked)
    def _clicked(self, event: PaintedLines.Clicked) -> None:
        event.stop()
        if event.lines is self._keys:
            self._press_in_key_line(event.column)
        elif event.lines is self._ladder and self._page is not None:
            quote = self._page.quotes[event.row] if event.row < len(self._page.quotes) else None
            rung = self._page.rungs[event.row] if event.row < len(self._page.rungs) else None
            if event.column < self._page.list_width:
                if quote == ALONE:
                    self.action_alone()
                    return
                if quote is not None:
                    self.state.go_to_quote(quote)
                    self.state.listing = False
            elif rung is not None:
                self.state.go_to_rung(rung)
            self._show()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the ladder, or the list under the mouse."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Likewise."""
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, direction: int) -> None:
        event.stop()
        if self._page is not None and event.screen_x < self._page.list_width:
            self.state.step_quote(direction)
        else:
            self.state.scroll(3 * direction)
        self._show()

    # Showing the state

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= WIDE_FROM

    @property
    def _list_alone(self) -> bool:
        return self.state.listing and not self._wide

    @property
    def _steps_quotes(self) -> bool:
        """Whether up and down go through the quotes, and not through the rungs."""
        return not self.state.paired and (self._wide or self.state.listing)

    def _alone(self) -> str:
        count = len(self.state.coverage.alone)
        return f"{count} quote{'' if count == 1 else 's'} in one article only"

    @property
    def _rung(self) -> Rung:
        return self.state.opposite if self.state.paired else self.state.current

    @property
    def _bracketed(self) -> bool:
        """Whether signs stand for what strokes and colours say elsewhere.

        Not every terminal can strike words out, and then its own colours would not help.
        """
        own_colours = self.app.theme.startswith("ansi")
        return self.app.no_color or own_colours or not self._signs.unicode

    def _show(self) -> None:
        width, rows = self._shown_at = self.app.size
        if width < SMALLEST_COLUMNS or rows < SMALLEST_ROWS:
            self._title.show([])
            self._ladder.show([(("Make this window larger.", "strong"),)])
            self._keys.show([])
            return
        state = self.state
        shown = page(state, width, rows - 2, self._signs, bracketed=self._bracketed)
        state.top, state.list_top = shown.top, shown.list_top
        self._page = shown
        self._title.show([title_line(state, width, self._signs)])
        self._ladder.show(shown.lines)
        self._show_keys()

    def _show_keys(self) -> None:
        self._keys.show([bars.key_line(self._footer(), self.app.size.width, self._message)])

    def _footer(self) -> list[tuple[str, str]]:
        """The keys that work now, each word once with all its keys."""
        joined: dict[str, str] = {}
        for binding in LADDER_KEYS:
            action = binding.action.partition("(")[0]
            if not binding.show or self.check_action(action, ()) is not True:
                continue
            if action == ("quote" if self._steps_quotes else "rung"):
                continue  # `j k` do it too
            if len(self.state.rungs) == 1 and action in {"rung", "differences", "base", "pair"}:
                continue
            if action == "alone" and not self.state.coverage.alone:
                continue
            word = binding.description
            if action == "step":
                word = "quote" if self._steps_quotes else "rung"
            elif action == "list" and self.state.listing:
                word = "ladder"
            key = first_key(binding)
            joined[word] = f"{joined[word]} {key}" if word in joined else key
        return [*((key, word) for word, key in joined.items()), ("?", "keys")]

    def _press_in_key_line(self, column: int) -> None:
        at = 0
        for text, style in self._keys.shown[0] if self._keys.shown else ():
            if at <= column < at + len(text) and style == "key" and not self._message:
                keys = text.split(" ")
                pressed = keys[min(len(keys) - 1, (column - at) * len(keys) // len(text))]
                for binding in LADDER_KEYS:
                    if first_key(binding) == pressed:
                        self.call_later(self.run_action, binding.action)
                        return
            at += len(text)

    def _look_up(self, name: str) -> Style:
        if name not in _LADDER_STYLES:
            return self._reading_book().style(name)
        ink, line = _LADDER_STYLES[name]
        return Style(color=self._reading_book().style(ink).color) + line
