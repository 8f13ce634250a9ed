"""A dialog that sets two passages word by word, a pair for every article with a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.dialogs.dialog_keys import dialog_key
from reader.app.dialogs.passage_words import describe_passages
from reader.app.dialogs.text_dialog import TextDialog
from reader.app.themes.signs import NUMBERED_ARTICLES, Signs, article_mark
from reader.linking import Link


class WordsDialog(TextDialog):
    """Shows the passages of a link word by word, and those of the other links by keys.

    Args:
        links: the links of a paragraph, at least one; of those to one article the first is shown.
        signs: the signs of this terminal.
        uses: functions that act on the shown link, by the name of the key: "note", "reject". The
            dialog closes first where the link is rejected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        dialog_key("next-pane", "pair(1)", "The pair with the next article"),
        dialog_key("previous-pane", "pair(-1)", "The pair with the article before"),
        dialog_key("note", "use('note')", "Write a note on this link"),
        dialog_key("reject", "use('reject')", "Reject this link"),
        *(
            dialog_key(f"article-{number}", f"article({number})", f"The pair with article {number}")
            for number in range(1, NUMBERED_ARTICLES + 1)
        ),
    ]

    def __init__(
        self,
        links: Sequence[Link],
        signs: Signs,
        uses: Mapping[str, Callable[[Link], None]] | None = None,
    ) -> None:
        self._uses = uses or {}
        surest: dict[int, Link] = {}
        for link in links:
            surest.setdefault(link.there.article_position, link)
        self._pairs = list(surest.values())
        self._pair = 0
        self._signs = signs
        super().__init__(
            self._name_pair(), describe_passages(self._pairs[0], signs), opened_by="word-by-word"
        )

    def on_mount(self) -> None:
        """Name the keys: those that show another pair, if there is one, and what can be done."""
        keys = ["Esc closes"]
        if len(self._pairs) > 1:
            keys.append("l h pair")
        if self._uses:
            keys.append("e note · x reject")
        self._text_frame().border_subtitle = Content(" · ".join((*keys, "j k scroll")))

    def action_pair(self, count: int) -> None:
        """Show another pair, counted from this one."""
        self._show_pair((self._pair + count) % len(self._pairs))

    def action_use(self, name: str) -> None:
        """Write a note on the link shown, or reject it."""
        use, link = self._uses.get(name), self._pairs[self._pair]
        if use is None:
            return
        if name == "reject":
            self.dismiss(None)
        use(link)

    def action_article(self, number: int) -> None:
        """Show the pair with an article, if there is one."""
        for pair, link in enumerate(self._pairs):
            if link.there.article_position == number - 1:
                self._show_pair(pair)

    def _show_pair(self, pair: int) -> None:
        self._pair = pair
        self._text_frame().border_title = Content(self._name_pair())
        shown = self.query_one(VerticalScroll)
        shown.query_one(Static).update(describe_passages(self._pairs[pair], self._signs))
        shown.scroll_home(animate=False)

    def _text_frame(self) -> Vertical:
        return self.query_one(".frame", Vertical)

    def _name_pair(self) -> str:
        link = self._pairs[self._pair]
        here, there = (article_mark(end.article_position) for end in (link.here, link.there))
        place = f" · {self._pair + 1} of {len(self._pairs)}" if len(self._pairs) > 1 else ""
        return f"Word by word: [{here}] and [{there}]{place}"
