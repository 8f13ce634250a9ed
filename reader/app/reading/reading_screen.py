"""The reading screen: what its keys and the mouse do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.app.key_table import first_key
from reader.app.reading.citation import citation
from reader.app.reading.pane_layout import PaneLayout
from reader.app.reading.reading_articles import ARTICLE_ACTIONS, ReadingArticles
from reader.app.reading.reading_keys import READING_KEYS, command_named
from reader.app.reading.reading_quotes import QUOTE_ACTIONS
from reader.app.reading.text_search import SearchHit, find_hits
from reader.app.themes.signs import article_mark, printed_score
from reader.app.widgets.article_pane import ArticlePane
from reader.app.widgets.bars import Progress
from reader.app.widgets.line_widget import PaintedLines
from reader.articles import ParagraphKind, clean_line
from reader.linking import Level, Place

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.selection import Selection

    from reader.app.widgets.prompt import Prompt

SEARCHED_AT_ONCE = 2_000_000
"""Characters up to which a search is done before the next frame."""

_NEEDS_LINKS = {"linked", "only_here", "follow_link", "threshold"}
_NEEDS_SEVERAL = {"focus_pane", "move_pane", "hide_pane", "zoom", "toggle_map"}


def _reading_commands() -> type[Provider]:
    """The commands of the palette, imported with their widgets when it is first opened."""
    from reader.app.dialogs.command_palette import ReadingCommands

    return ReadingCommands


class ReadingScreen(ReadingArticles):
    """Turns keys and mouse into changes of the `ReadingState`."""

    BINDINGS: ClassVar[list[BindingType]] = list(READING_KEYS)
    COMMANDS = {_reading_commands}  # noqa: RUF012

    _prompt: Prompt | None = None
    _folded = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key works now; the key line shows only those that do."""
        if action in _NEEDS_LINKS:
            return self.state.visible_links is not None and len(self.state.articles) > 1
        if action in _NEEDS_SEVERAL:
            return len(self.state.articles) > 1
        if action in QUOTE_ACTIONS:
            return self.check_quote_action(action)
        if action in ARTICLE_ACTIONS:
            return self.check_article_action(action)
        if action == "found":
            return bool(self.state.hits)
        return bool(self.state.articles) or action in {"quit", "help", "theme", "palette"}

    def on_key(self, event: events.Key) -> None:
        """A message lasts until the next key."""
        self.state.untouched = False
        if self._message:
            self.say("")

    # Move

    def action_read(self, count: int) -> None:
        """Next or previous paragraph."""
        self.state.read(count)
        self._show()

    def action_scroll(self, lines: int) -> None:
        """A line down or up."""
        self.state.scroll(lines)
        self._show()

    def action_page(self, share: float) -> None:
        """A page or half a page, down or up."""
        self.state.page(share)
        self._show()

    def action_end(self, direction: int) -> None:
        """First or last paragraph."""
        self.state.end(direction)
        self._show()

    # Links

    def action_linked(self, direction: int) -> None:
        """Next or previous paragraph that another article has too."""
        linked = self.state.visible_links
        if linked is not None and not self.state.next_where(linked.is_linked, direction):
            self.say("No linked paragraph further on in this article.")
        self._show()

    def action_only_here(self, direction: int) -> None:
        """Next or previous paragraph that no other article has."""
        linked = self.state.visible_links
        if linked is not None and not self.state.next_where(linked.is_only_here, direction):
            self.say("No paragraph further on that is only here.")
        self._show()

    def action_follow_link(self) -> None:
        """Go to the linked paragraph; with several, choose."""
        links = self.state.links
        if not links:
            self.say("This paragraph has no link to follow.")
        elif len(links) == 1:
            self._go_to(links[0].there)
        else:
            self._choose_link()

    def _choose_link(self) -> None:
        from reader.app.dialogs.pages_and_lists import Choice, ChoiceDialog

        choices = []
        for link in self.state.links:
            article = self.state.articles[link.there.article]
            paragraph = article.paragraphs[link.there.paragraph]
            sign = self._signs.level(link.level is Level.SAME)
            mark = article_mark(link.there.article)
            score = printed_score(link.score)
            head = f"{sign} [{mark}] {article.label} ¶{paragraph.number}  {score}"
            choices.append(Choice(head, clean_line(paragraph.text)))

        def chosen(index: int | None) -> None:
            if index is not None:
                self._go_to(links[index].there)

        links = self.state.links
        self.app.push_screen(ChoiceDialog("Follow which link?", choices), chosen)

    def _go_to(self, place: Place) -> None:
        self.state.go_to(place)
        self._show()

    def action_back(self) -> None:
        """Back to where the last jump began."""
        if not self.state.back():
            self.say("Nowhere to go back to.")
        self._show()

    def action_threshold(self, steps: int) -> None:
        """Looser or stricter links."""
        floor = self.state.set_threshold(steps)
        self._arrange()
        same, related = self.state.visible_links.totals() if self.state.visible_links else (0, 0)
        self.say(f"Links from {printed_score(floor)}: {same} same, {related} related.")

    def action_toggle_follow(self) -> None:
        """Whether the other panes come level."""
        self.state.follow = not self.state.follow
        self._show()
        self.say("The other articles follow." if self.state.follow else "The others stay still.")

    def action_toggle_pin(self) -> None:
        """Pin or free this pane."""
        focus = self.state.layout.focus
        self.state.pinned ^= {focus}
        self._show()
        pinned = focus in self.state.pinned
        label = self.state.articles[focus].label
        self.say(
            f"{label} {'stays still while you read elsewhere' if pinned else 'follows again'}."
        )

    def action_toggle_why(self) -> None:
        """Show or hide the drawer."""
        self._why_shown = not self._why_shown
        self._arrange()

    # Panes

    def action_focus_pane(self, count: int) -> None:
        """Next or previous article."""
        self.state.focus_step(count)
        self._show()

    def action_article(self, number: int) -> None:
        """Show an article that is off the screen, or go to one that is on it."""
        article = number - 1
        if article >= len(self.state.articles):
            self.say(f"There is no article {number}.")
            return
        if article in self.state.visible or len(self.state.visible) == 1:
            self.state.focus(article)
        else:
            self.state.layout = self.state.layout.show(article)
        self._show()

    def _set_layout(self, layout: PaneLayout) -> None:
        self.state.layout = layout
        self._arrange()

    def action_hide_pane(self) -> None:
        """Hide this article."""
        hidden = self.state.layout.focus
        self._set_layout(self.state.layout.hide(hidden))
        if hidden in self.state.layout.hidden:
            mark = article_mark(hidden)
            self.say(f"{self.state.articles[hidden].label} is hidden: {mark} or = brings it back.")
        else:
            self.say("The last article stays.")

    def action_evenly(self) -> None:
        """Hide nothing, zoom nothing."""
        self._set_layout(self.state.layout.evenly())

    def action_zoom(self) -> None:
        """This article alone, or all again."""
        self._set_layout(self.state.layout.zoom())

    def action_move_pane(self, count: int) -> None:
        """Move this pane to the left or right."""
        self._set_layout(self.state.layout.move(count))

    def action_toggle_map(self) -> None:
        """Show or hide the map."""
        self._map_shown = not self._map_is_shown
        self._arrange()
        if self._map_shown and not self._map_is_shown:
            self.say("The map needs a wider window.")

    # Look and search

    def action_toggle_furniture(self) -> None:
        """Show or fold what belongs to the page."""
        self._folded = not self._folded
        self.state.fold(self._folded)
        self._arrange()
        count = sum(
            paragraph.kind is ParagraphKind.FURNITURE
            for article in self.state.articles
            for paragraph in article.paragraphs
        )
        self.say(
            f"{count} paragraphs of furniture folded."
            if self._folded
            else f"{count} paragraphs of furniture shown; where one is not, a comma corrects it."
        )

    def action_toggle_numbers(self) -> None:
        """Show or hide paragraph numbers."""
        self._numbers = not self._numbers
        self._arrange()

    def action_theme(self) -> None:
        """Choose the colours, seeing each at once."""
        from reader.app.dialogs.pages_and_lists import choose_theme

        choose_theme(self.app)

    def action_about(self) -> None:
        """What is known about this article, and what could not be opened."""
        from reader.app.dialogs.pages_and_lists import TextDialog, about_page

        article = self.state.articles[self.state.layout.focus]
        self.app.push_screen(TextDialog("About this article", about_page(article, self.problems)))

    def action_help(self) -> None:
        """Every key."""
        from reader.app.dialogs.pages_and_lists import TextDialog, help_page

        self.app.push_screen(TextDialog("Keys", help_page(READING_KEYS)))

    def action_palette(self) -> None:
        """All commands by name."""
        self.app.action_command_palette()

    def action_command(self) -> None:
        """Go to a paragraph by number, or run a command by name."""
        self._ask(":", "paragraph number, or a command")

    def action_search(self) -> None:
        """Search in all articles."""
        self._ask("/", "words to find in all articles")

    def action_found(self, count: int) -> None:
        """Next or previous hit."""
        self.state.step_hit(count)
        self._show_hits()

    def action_escape(self) -> None:
        """Stop looking for quotes, clear the search, or leave the zoom."""
        if self.stop_finding_quotes():
            return
        if self._needle:
            self._needle = ""
            self.state.hits, self.state.hit = [], -1
            self._show_hits()
        elif self.state.layout.zoomed:
            self.action_zoom()

    # Out

    def action_copy(self) -> None:
        """Copy the passage with its citation, or what is selected with the mouse."""
        place = self.state.place
        article = self.state.articles[place.article]
        number = article.paragraphs[place.paragraph].number
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
            self.say(f"Copied {len(selected.split())} selected words.")
            return
        self.app.copy_to_clipboard(citation(article, place.paragraph))
        self.say(f"Copied ¶{number} of {article.label} with its citation.")

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    # Mouse

    @on(ArticlePane.ParagraphClicked)
    def _point(self, event: ArticlePane.ParagraphClicked) -> None:
        self.state.untouched = False
        article = self._article_of(event.pane)
        if article is not None:
            self.state.point(article, event.paragraph)
            self._show()

    @on(ArticlePane.WheelTurned)
    def _wheel(self, event: ArticlePane.WheelTurned) -> None:
        self.state.untouched = False
        article = self._article_of(event.pane)
        if article is not None:
            self.state.wheel(article, event.lines)
            self._show()

    @on(ArticlePane.RailDragged)
    def _drag(self, event: ArticlePane.RailDragged) -> None:
        self.state.untouched = False
        article = self._article_of(event.pane)
        if article is not None:
            self.state.drag(article, event.share)
            self._show()

    @on(PaintedLines.Clicked, "#headers")
    def _click_header(self, event: PaintedLines.Clicked) -> None:
        """A click on a header reads that article."""
        right = 0
        for article, width in zip(self._shown, self._pane_widths, strict=True):
            right += width
            if event.column < right:
                self.state.focus(article)
                self._show()
                return

    @on(PaintedLines.Clicked, "#keys")
    async def _click_key(self, event: PaintedLines.Clicked) -> None:
        """A click on a key of the key line does what the key does."""
        word = self._keys.part_at(event.row, event.column).strip()
        for binding in READING_KEYS:
            if binding.show and word and word in (binding.description, first_key(binding)):
                await self.run_action(binding.action)
                return

    @on(PaintedLines.Clicked, "#why")
    def _click_why(self, event: PaintedLines.Clicked) -> None:
        """A click on the drawer follows the link that it tells of."""
        self.action_follow_link()

    def _article_of(self, pane: ArticlePane) -> int | None:
        return next((article for article, at in self.shown_panes.items() if at is pane), None)

    def validate_selections(self, new: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep a selection within one pane; dragging a rail selects nothing."""
        dragging = any(pane.is_dragging for pane in self.shown_panes.values())
        return self.selections if dragging or len(new) > 1 else new

    # Search and prompt

    def _ask(self, sign: str, hint: str) -> None:
        from reader.app.widgets.prompt import Prompt

        if self._prompt is None:
            self._prompt = Prompt(sign, hint)
            self.mount(self._prompt)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """Enter or Escape in the prompt."""
        self._close_prompt()
        if event.text is None:
            return
        if event.sign == "/":
            self._search(event.text)
        else:
            self._run_command(event.text.strip())

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.remove()
            self._prompt = None
            self.set_focus(None)

    def _run_command(self, words: str) -> None:
        if words.isdecimal() and len(words) < 10:
            if self.state.go_to_number(int(words)):
                self._show()
            else:
                self.say(f"This article has no paragraph {int(words)}.")
            return
        binding = command_named(words)
        if binding is None:
            self.say(f"No command is called “{clean_line(words, 40)}”: Ctrl+p lists all.")
        else:
            self.call_later(self.run_action, binding.action)

    def _search(self, words: str) -> None:
        self._needle = clean_line(words)
        if not self._needle:
            self.state.set_hits([])
            self._show_hits()
        elif sum(self.state.characters) <= SEARCHED_AT_ONCE:
            self._found(find_hits(self.state.articles, self._needle))
        else:
            self.show_progress(Progress(f"searching “{clean_line(words, 20)}”"))
            self._search_in_background(self._needle)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False, description="search")
    def _search_in_background(self, words: str) -> None:
        worker = get_current_worker()
        hits = find_hits(self.state.articles, words, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found, hits)

    def _found(self, hits: list[SearchHit]) -> None:
        self.show_progress(None)
        self.state.set_hits(hits)
        self._show_hits()
        if not hits:
            self.say(f"“{clean_line(self._needle, 40)}” stands in none of the articles.")

    def _show_hits(self) -> None:
        for article, pane in self.shown_panes.items():
            pane.mark_hits(self.state.hits_in(article))
        self._show()
