"""The commands that move the reading place: in the article, along links, to another article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reader.app.reading.reading_host import (
    ReadingHost,
    needs_article,
    needs_links,
    needs_several_articles,
)
from reader.app.reading.screen_start import explain_missing_place
from reader.app.screen_commands import Command
from reader.app.themes.signs import Signs, article_mark, printed_score
from reader.articles import Place, clean_line
from reader.linking import Link, LinkCounts


class Navigation:
    """Moves the reading place.

    Args:
        host: the screen.
        signs: the signs of this terminal.
        link_uses: functions that act on a link shown word by word, by the name of the key.
    """

    def __init__(
        self,
        host: ReadingHost,
        signs: Signs,
        link_uses: Mapping[str, Callable[[Link], None]] | None = None,
    ) -> None:
        self._host = host
        self._link_uses = link_uses or {}
        self._state = host.state
        self._signs = signs

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        state = self._state
        article, several = needs_article(self._host), needs_several_articles(self._host)

        def moving(move: Callable[[], object]) -> Command:
            return Command(partial(self._move, move), article)

        def linking(action: Callable[[int], None], count: int) -> Command:
            return Command(partial(action, count), self._find_link_obstacle)

        return {
            "next": Command(partial(self._read, 1), article),
            "previous": Command(partial(self._read, -1), article),
            "line-down": moving(partial(state.scroll, 1)),
            "line-up": moving(partial(state.scroll, -1)),
            "half-down": moving(partial(state.page, 0.5)),
            "half-up": moving(partial(state.page, -0.5)),
            "page-down": moving(partial(state.page, 1)),
            "page-up": moving(partial(state.page, -1)),
            "top": moving(partial(state.end, -1)),
            "end": moving(partial(state.end, 1)),
            "next-pane": Command(partial(self._move, partial(state.focus_step, 1)), several),
            "previous-pane": Command(partial(self._move, partial(state.focus_step, -1)), several),
            "next-linked": linking(self._go_to_linked, 1),
            "previous-linked": linking(self._go_to_linked, -1),
            "next-only-here": linking(self._go_to_only_here, 1),
            "previous-only-here": linking(self._go_to_only_here, -1),
            "looser": linking(self._move_threshold, -1),
            "stricter": linking(self._move_threshold, 1),
            "word-by-word": Command(self._compare_words, self._find_follow_obstacle),
            "open": Command(self.follow_link, self._find_follow_obstacle),
            "back": Command(self._go_back, article),
            "hold-still": Command(self._toggle_follow, article),
            "pin": Command(self._toggle_pin, article),
        }

    def follow_link(self) -> None:
        """Go to the linked paragraph; with several, choose; without one, to the most alike."""
        links, nearest = self._state.links, self._state.nearest
        if len(links) == 1:
            self._go_to(links[0].there.place)
        elif nearest is not None:
            self._go_to(nearest.there.place)
        elif links:
            self._choose_link()

    def go_to_number(self, number: int) -> None:
        """Go to the paragraph with this number in the article being read."""
        if self._state.go_to_number(number):
            self._host.refresh_view()
        else:
            self._host.say(f"This article has no paragraph {number}.")

    def go_to_place(self, article: int, number: int) -> None:
        """Go to a paragraph by the number of its article and its own, both from 1."""
        state = self._state
        if 1 <= article <= len(state.articles):
            position = state.articles[article - 1].find_position(number)
            if position is not None:
                self._go_to(Place(article - 1, position))
                return
        self._host.say(explain_missing_place(len(state.articles), article, number))

    def _find_link_obstacle(self) -> str:
        return needs_links(self._host)()

    def _find_follow_obstacle(self) -> str:
        obstacle = self._find_link_obstacle()
        has_goal = bool(self._state.links) or self._state.nearest is not None
        return obstacle or ("" if has_goal else "This paragraph has no link to follow.")

    def _read(self, count: int) -> None:
        if not self._state.read(count):
            self._host.say("The last paragraph." if count > 0 else "The first paragraph.")
        self._host.refresh_view()

    def _move(self, move: Callable[[], object]) -> None:
        move()
        self._host.refresh_view()

    def _go_to_linked(self, direction: int) -> None:
        links = self._state.visible_links
        if links is not None and not self._state.next_where(links.is_linked, direction):
            where = "further on" if direction > 0 else "further up"
            self._host.say(f"No linked paragraph {where} in this article.")
        self._host.refresh_view()

    def _go_to_only_here(self, direction: int) -> None:
        links = self._state.visible_links
        if links is not None and not self._state.next_where(links.is_only_here, direction):
            where = "further on" if direction > 0 else "further up"
            self._host.say(f"None surely only here {where}.")
        self._host.refresh_view()

    def _compare_words(self) -> None:
        """Show the passages of the surest link on the screen word by word; keys show the others."""
        from reader.app.dialogs.words_dialog import WordsDialog

        nearest = self._state.nearest
        links = self._state.links or ((nearest,) if nearest else ())
        assert links
        self._host.open_screen(WordsDialog(links, self._signs, self._link_uses))

    def _choose_link(self) -> None:
        from reader.app.dialogs.choice_dialog import Choice, ChoiceDialog

        # Strongest first: which of them are on the screen doesn't matter in a list.
        links = sorted(self._state.links, key=lambda link: -link.score)
        choices = []
        for link in links:
            sign = self._signs.level(link.level)
            mark = article_mark(link.there.article_position)
            score = printed_score(link.score)
            head = f"{sign} [{mark}] {link.there.article.label} ¶{link.there.number}  {score}"
            choices.append(Choice(head, clean_line(link.there.text)))

        def go_to_chosen(index: int | None) -> None:
            if index is not None:
                self._go_to(links[index].there.place)

        self._host.open_screen(ChoiceDialog("Follow which link?", choices), go_to_chosen)

    def _go_to(self, place: Place) -> None:
        self._state.go_to(place)
        self._host.refresh_view()

    def _go_back(self) -> None:
        if not self._state.back():
            self._host.say("Nowhere to go back to.")
        self._host.refresh_view()

    def _move_threshold(self, steps: int) -> None:
        floor = self._state.set_threshold(steps)
        self._host.refresh_view()
        links = self._state.visible_links
        counts = links.totals() if links else LinkCounts()
        self._host.say(f"Links from {printed_score(floor)}: {counts}.")

    def _toggle_follow(self) -> None:
        self._state.toggle_follow()
        self._host.refresh_view()
        is_following = self._state.is_following
        self._host.say("The other articles follow." if is_following else "The others stay still.")

    def _toggle_pin(self) -> None:
        is_pinned = self._state.toggle_pin()
        self._host.refresh_view()
        mark = article_mark(self._state.layout.focus)
        self._host.say(
            f"[{mark}] {'stays still while you read elsewhere' if is_pinned else 'follows again'}."
        )
