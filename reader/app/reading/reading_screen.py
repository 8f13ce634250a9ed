"""The reading screen: assembles its parts and passes keys, mouse and results to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from reader.app.key_table import (
    binding_name,
    describe_unbound_key,
    first_key,
    group_keys,
    index_bindings,
)
from reader.app.next_key import NextKeyChoice
from reader.app.reading.host_screen import HostScreen
from reader.app.reading.opening_news import describe_opened, find_news
from reader.app.reading.reading_keys import KEY_LINE_NAMES, READING_KEYS, list_first_names
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.reading_view import ReadingView
from reader.app.reading.screen_start import USUAL_START, ScreenStart, explain_missing_place
from reader.app.reading.visible_links import VisibleLinks
from reader.app.themes.signs import Signs, name_articles
from reader.app.widgets.article_pane import ArticlePane
from reader.app.widgets.bars import Progress
from reader.articles import Article, Place
from reader.coverage import Coverage
from reader.errors import ReaderError
from reader.notebook.held_notes import held_places
from reader.settings.memory import OpenedArticle, add_places

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.selection import Selection

    from reader.app.reading.article_editor import ParagraphCorrection
    from reader.app.reading.article_reloading import Reopen
    from reader.app.reading.reading_parts import ReadingParts

_LONGEST_PLACE = 16
"""Characters of a place that is typed as `2:6`."""
_BINDINGS = index_bindings(READING_KEYS)
_Result = TypeVar("_Result")


def _reading_commands() -> type[Provider]:
    """Return the commands of the palette, imported when it is first opened."""
    from reader.app.reading.lens_commands import ReadingCommands

    return ReadingCommands


class ReadingScreen(HostScreen):
    """Articles side by side.

    Args:
        articles: the articles, in the order given; may be empty while they are opened.
        signs: the signs of this terminal.
        problems: what could not be opened.
        start: the place and the options to begin with.
        reopen: opens the articles again, in a thread; None where that is impossible.
    """

    class Changed(Message):
        """Message: the set of open articles changed."""

        def __init__(self, articles: tuple[Article, ...], *, is_compared: bool) -> None:
            super().__init__()
            self.articles = articles
            self.is_compared = is_compared
            """Whether their links are known already."""

    class Corrected(Message):
        """Message: the user corrected the kind of a paragraph, to be saved."""

        def __init__(self, correction: ParagraphCorrection) -> None:
            super().__init__()
            self.correction = correction

    BINDINGS: ClassVar[list[BindingType]] = list(READING_KEYS)
    COMMANDS = {_reading_commands}  # noqa: RUF012
    AUTO_FOCUS = None

    def __init__(
        self,
        articles: Sequence[Article],
        signs: Signs,
        problems: Sequence[ReaderError] = (),
        *,
        start: ScreenStart = USUAL_START,
        reopen: Reopen | None = None,
    ) -> None:
        super().__init__()
        self._start = start
        self._state = ReadingState(articles, start)
        self._signs = signs
        self._problems = list(problems)
        self.opened: tuple[OpenedArticle, ...] = ()
        """The record of what was opened at the start, to compare the next opening with."""
        self._is_stale = False
        self._offered = ""
        self._view = ReadingView(self._state, signs, self._list_keys)
        self._next_key = NextKeyChoice()
        self._reopen = reopen
        self._made_parts: ReadingParts | None = None

    @property
    def parts(self) -> ReadingParts:
        """The parts that answer keys, made after the first frame, or by a key that comes sooner."""
        if self._made_parts is None:
            # The one door to their modules, which the first frame does not wait for.
            from reader.app.reading.reading_parts import PartCalls, ReadingParts

            calls = PartCalls(
                show_links=self._show_links,
                show_change=self._show_change,
                report_correction=self._report_correction,
                report_problems=self.report_problems,
                answer_prompt=self._answer,
                close=self._close,
                call_soon=self.call_soon,
                current_styles=self._view.current_styles,
            )
            self._made_parts = ReadingParts(
                self, self, calls, self._signs, self._problems, self._reopen, self._next_key
            )
            # A key that comes before the end of the first frame may already write a note.
            self._made_parts.notes.open()
        return self._made_parts

    def open(self, articles: Sequence[Article]) -> None:
        """Show these articles, in their order."""
        self._state.open(articles)
        if self._made_parts is not None:
            self._made_parts.notes.open()
        self.refresh_view()
        self._begin()

    def link(self, coverage: Coverage) -> None:
        """Show the links; those of articles that have changed since are dropped."""
        if coverage.articles != self._state.articles:
            return
        if self._made_parts is None and not coverage.is_corrected:
            # The notebook, which may correct them, is read after the first frame.
            self._show_links(coverage)
        else:
            self.parts.effects.show(coverage)

    def list_notes(self) -> None:
        """Open the list of all notes over the present screen."""
        self.parts.note_list.open()

    def save_notes(self) -> None:
        """Write all that was noted or is being typed to the disk before returning."""
        if self._made_parts is not None:
            self._made_parts.session.save_now()

    def finish_notes(self) -> str:
        """Wait a little until all notes are saved; return a message about those that are not."""
        return self._made_parts.session.finish() if self._made_parts is not None else ""

    def _show_links(self, coverage: Coverage, *, is_carried: bool = False) -> None:
        """Show the links, as corrected by the user's claims."""
        state = self._state
        if coverage.articles != state.articles:
            return
        before = state.visible_links
        state.show_links(
            before.with_coverage(coverage, is_carried=is_carried)
            if before is not None
            else VisibleLinks(coverage, self._start.floor, self._signs)
        )
        if state.is_untouched:
            state.start_where_it_links()
        self.refresh_view()
        if self._made_parts is not None:
            self._use_links(self._made_parts)

    def _use_links(self, parts: ReadingParts) -> None:
        """Show by the present lens what the links say, and compute beforehand what is quick."""
        parts.lens.follow_links()
        parts.coverage_screens.prepare()

    def look_ahead(self) -> None:
        """Compute differences and origins now, without waiting for a pause of the keys."""
        self.parts.coverage_screens.look_ahead()

    def report_missing_links(self, reason: str) -> None:
        """Report that the articles could not be compared; they can still be read."""
        self._state.explain_missing_links("No links: the articles could not be compared.")
        self.refresh_view()
        self.parts.coverage_screens.awaited.stop()
        self.say(reason)

    def report_problems(self, more: Sequence[ReaderError] = ()) -> None:
        """Report what could not be opened, adding these problems."""
        self._problems.extend(more)
        if self._problems:
            others = len(self._problems) - 1
            self.say(self._problems[0].message + (f" (and {others} more: i)" if others else ""))

    @property
    def state(self) -> ReadingState:
        """The reading state; it is changed by its methods, then shown by `refresh_view`."""
        return self._state

    @property
    def shown_panes(self) -> dict[int, ArticlePane]:
        """The panes on the screen from left to right, by the position of their article."""
        return self._view.shown_panes

    def refresh_view(self) -> None:
        """Show the state before the next frame, once for however many changes came before it."""
        if self._view.needs_layout():
            self._view.lay_out()
        else:
            self._is_stale = True
            self.check_idle()

    def say(self, message: str) -> None:
        """Show a message in the last line until the next key, on the screen that is in front."""
        if front := self.find_front_screen():
            front.show_message(message)
        else:
            self._view.say(message)

    def offer(self, message: str) -> None:
        """Show a message that nobody asked for; where another is shown, after the next key."""
        if self._view.has_message and not self.find_front_screen():
            self._offered = message
        else:
            self.say(message)

    def show_progress(self, progress: Progress | None) -> None:
        """Show the progress of the program; None if it is idle."""
        if progress is not None and self._state.visible_links is None:
            progress = self.parts.coverage_screens.awaited.describe_progress(progress)
        if progress is not None and (front := self.find_front_screen()):
            front.show_message(progress.activity)
        else:
            self._view.show_progress(progress)

    def compose(self) -> ComposeResult:
        """The view; dialogs and the prompt come over it."""
        yield self._view

    def on_mount(self) -> None:
        """Lay out the first frame."""
        if self._state.articles:
            # Before the layout, which works out why the paragraph being read is linked.
            self._begin()
        if self._view.needs_layout():
            self._view.lay_out()
        elif self._is_stale:
            self.on_idle()
        self.report_problems()
        self.call_after_refresh(self._end_first_frame)

    def _end_first_frame(self) -> None:
        """Make the parts, read the notebook, show the keys; the screen is readable before."""
        self.end_start()
        parts = self.parts
        if self._state.visible_links is not None:
            self._use_links(parts)
        self._view.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as are readable at the new size."""
        if self._view.needs_layout():
            self._view.lay_out()

    def on_idle(self) -> None:
        """Show where all keys pressed so far led."""
        if self._is_stale:
            self._is_stale = False
            self._view.show_state()

    def on_key(self, event: events.Key) -> None:
        """Clear the message; take the key as an answer, or report that it has no effect now."""
        if self.parts.prompt.is_open:
            return
        self._state.note_input()
        self.parts.coverage_screens.awaited.note_key()
        if self._view.has_message:
            self.say(self._offered)
            self._offered = ""
        if self._next_key.answer(event.key, event.character if event.is_printable else None):
            event.stop()
        elif message := self._explain_key(event.key):
            self.say(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does anything now; the key line shows only those that do."""
        if action == "command":
            return self.parts.commands[str(parameters[0])].is_available
        return True

    async def action_command(self, name: str) -> None:
        """Run a command of the key table; what it opens takes the next key."""
        result = self.parts.commands[name].run()
        if isawaitable(result):
            await result

    def validate_selections(self, new: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep a selection within one pane; dragging a rail selects nothing."""
        is_dragging = any(pane.is_dragging for pane in self.shown_panes.values())
        return self.selections if is_dragging or len(new) > 1 else new

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report that a computation ended by a fault."""
        if event.state is not WorkerState.ERROR:
            return
        parts, group = self.parts, event.worker.group
        if parts.coverage_screens.awaited.give_up(group):
            return
        give_up = {
            "lens": parts.lens.give_up,
            "reload": parts.reloading.give_up,
            "open note": parts.note_list.give_up,
            "corrections": parts.effects.give_up,
        }
        if group in give_up:
            give_up[group]()

    def on_text_selected(self) -> None:
        """Say how to copy what was selected with the mouse."""
        if selected := self.get_selected_text():
            words = len(selected.split())
            self.say(f"{words} word{'s' if words != 1 else ''} selected: y copies, Esc clears.")

    @on(ArticlePane.ParagraphClicked)
    def _point(self, event: ArticlePane.ParagraphClicked) -> None:
        self._use_mouse(event.pane, lambda article: self._state.point(article, event.paragraph))

    @on(ArticlePane.WheelTurned)
    def _turn_wheel(self, event: ArticlePane.WheelTurned) -> None:
        self._use_mouse(event.pane, lambda article: self._state.wheel(article, event.lines))

    @on(ArticlePane.RailDragged)
    def _drag(self, event: ArticlePane.RailDragged) -> None:
        self._use_mouse(event.pane, lambda article: self._state.drag(article, event.share))

    def _use_mouse(self, pane: ArticlePane, move: Callable[[int], None]) -> None:
        self._state.note_input()
        article = self._view.article_of(pane)
        if article is not None:
            move(article)
            self.refresh_view()

    @on(ReadingView.ArticleClicked)
    def _read_clicked(self, event: ReadingView.ArticleClicked) -> None:
        self._state.focus(event.article)
        self.refresh_view()

    @on(ReadingView.KeyClicked)
    async def _press_clicked(self, event: ReadingView.KeyClicked) -> None:
        for binding in READING_KEYS:
            if binding.show and event.label in (binding.description, first_key(binding)):
                await self.run_action(binding.action)
                return

    @on(ArticlePane.MarkClicked)
    def _follow_mark(self, event: ArticlePane.MarkClicked) -> None:
        """Go to the strongest match of a paragraph in the article whose mark was clicked."""
        self._state.note_input()
        article, links = self._view.article_of(event.pane), self._state.visible_links
        if article is None or links is None:
            return
        matches = links.links_to(Place(article, event.paragraph), event.other)
        self._state.point(article, event.paragraph)
        if matches:
            self._state.go_to(matches[0].there.place)
        self.refresh_view()

    @on(ReadingView.PlaceClicked)
    def _go_to_clicked(self, event: ReadingView.PlaceClicked) -> None:
        self._state.note_input()
        self._state.go_to(event.place)
        self.refresh_view()

    @on(ReadingView.WhyClicked)
    def _follow_clicked(self) -> None:
        self.parts.navigation.follow_link()

    def _list_keys(self) -> list[tuple[str, str]]:
        """Return the (keys, word) pairs of the key line: each word once with all its keys."""
        bindings = {binding_name(binding): binding for binding in READING_KEYS}
        return group_keys(bindings[name] for name in self._list_key_names())

    def _list_key_names(self) -> list[str]:
        if self._made_parts is not None:
            commands = self._made_parts.commands
            return [name for name in KEY_LINE_NAMES if commands[name].is_available]
        state = self._state
        if len(state.articles) < 2:
            return []
        has_links = state.visible_links is not None
        return list_first_names(has_links=has_links, is_linked=has_links and bool(state.links))

    def _explain_key(self, key: str) -> str:
        """Return why a key has no effect now; empty where it has one or is unbound."""
        binding = _BINDINGS.get(key)
        if binding is None:
            return describe_unbound_key(key) or ""
        return self.parts.commands[binding_name(binding)].find_obstacle()

    def _answer(self, sign: str, typed: str) -> None:
        """Carry out what was typed in the prompt."""
        if sign == "/":
            self.parts.search.search(typed)
            return
        article, colon, number = typed.strip().partition(":")
        if colon and article.isdecimal() and number.isdecimal() and len(typed) < _LONGEST_PLACE:
            self.parts.navigation.go_to_place(int(article), int(number))
            return
        word, _, name = typed.strip().partition(" ")
        if word == "save" and name and not name.startswith("as "):
            self.parts.dossiers.ask(name)
        elif word != "lens" or not self.parts.lens.look_through(name.strip()):
            self._run_named(typed)

    def _run_named(self, typed: str) -> None:
        """Run the command that was named; search for what names none."""
        from reader.app.command_search import parse_command
        from reader.app.prompt_controller import search_commands

        command = parse_command(typed, READING_KEYS)
        if isinstance(command, int):
            self.parts.navigation.go_to_number(command)
        elif command is None:
            search_commands(self.app, typed)
        elif obstacle := self.parts.commands[binding_name(command)].find_obstacle():
            self.say(obstacle)
        else:
            self.call_later(self.run_action, command.action)

    def list_lenses(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return the sentence, the keys and the effect of each lens, for the palette."""
        return self.parts.lens.list_lenses()

    def _begin(self) -> None:
        """Begin at the paragraph and with the lens that the command line names."""
        start = self._start
        if places := add_places(held_places(), start.places.items()):
            new = self._state.begin_at_places(places)
            self.refresh_view()
            if new and not start.opened_before:
                self.say(f"New since the last time: {name_articles(new)}")
        news = find_news(start.opened_before, self._state.articles)
        self.opened = describe_opened(self._state.articles)
        if news.message:
            self._state.set_news(news.words)
            self.refresh_view()
            self.say(news.message)
        if start.at is not None:
            article, number = start.at
            if self._state.begin_at(article - 1, number):
                self.refresh_view()
            else:
                self.say(explain_missing_place(len(self._state.articles), article, number))
        if start.lens:
            self.parts.lens.look_through(start.lens)

    def _close(self) -> None:
        """Stop looking for quotes or differences, clear the search, or leave the zoom."""
        if self.parts.coverage_screens.awaited.stop() or self.parts.search.clear():
            return
        if self.parts.claims.forget_mark():
            return
        if self._state.layout.is_zoomed:
            self.parts.panes.zoom()
        else:
            self.say("There is nothing to close: q quits.")

    def _report_correction(self, correction: ParagraphCorrection) -> None:
        self.post_message(self.Corrected(correction))

    def _show_change(self, coverage: Coverage | None) -> None:
        """Show other articles, with their links where they are known."""
        self.parts.search.search_again()
        self.parts.notes.open()
        self.refresh_view()
        self.parts.lens.look_again()
        self.post_message(self.Changed(self._state.articles, is_compared=coverage is not None))
        if coverage is not None:
            self.link(coverage)
