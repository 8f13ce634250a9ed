"""What opens over the reading screen: pages to read, lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.app.key_table import key_label
from reader.app.themes.color_themes import OWN_THEMES
from reader.articles import Article, ParagraphKind
from reader.errors import ReaderError


class Choice(NamedTuple):
    """One line to choose, and what it is about."""

    head: str
    text: str = ""


class TextDialog(ModalScreen[None]):
    """A page to read.

    Args:
        title: its title.
        content: what it says.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,i", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("space,pagedown,d", "scroll(10)", "Page down"),
        Binding("b,pageup,u", "scroll(-10)", "Page up"),
        Binding("g,home", "scroll(-10000)", "Top"),
        Binding("G,end", "scroll(10000)", "End"),
    ]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        """A frame with the text."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content("Esc closes · j k scroll")
        with frame, VerticalScroll(can_focus=False):
            yield Static(self._content)

    async def action_dismiss(self, result: None = None) -> None:
        """Close."""
        self.dismiss(result)

    def action_scroll(self, lines: int) -> None:
        """Scroll the text."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


class ChoiceDialog(ModalScreen["int | None"]):
    """A list to choose from; gives the number of the choice, or None.

    Args:
        title: what is to be chosen.
        choices: the choices.
        chosen: the one that stands out at first.
        looked_at: told of every choice the bar stands on.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel"),
        Binding("j", "step(1)", "Down"),
        Binding("k", "step(-1)", "Up"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        chosen: int = 0,
        looked_at: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen
        self._looked_at = looked_at

    def compose(self) -> ComposeResult:
        """A frame with the list."""
        frame = Vertical(classes="frame")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content("Enter chooses · Esc closes")
        options = [Option(_choice_content(choice)) for choice in self._choices]
        with frame:
            yield OptionList(*options, compact=True)

    def on_mount(self) -> None:
        """Stand on the first choice."""
        choices = self.query_one(OptionList)
        choices.highlighted = self._chosen
        choices.focus()

    def action_step(self, count: int) -> None:
        """One choice down or up."""
        choices = self.query_one(OptionList)
        if count > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._looked_at is not None:
            self._looked_at(event.option_index)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


def choose_theme(app: App[int]) -> None:
    """Let the user choose a theme, seeing each one at once; Escape brings the old one back."""
    before = app.theme
    own = [theme.name for theme in OWN_THEMES]
    others = sorted(name for name in app.available_themes if name not in own)
    if app.no_color:
        # Terminal colours chosen at run time come out black on black under NO_COLOR.
        others = [name for name in others if not name.startswith("ansi")]
    names = own + others

    def look(index: int) -> None:
        app.theme = names[index]

    def chosen(index: int | None) -> None:
        app.theme = before if index is None else names[index]

    choices = [Choice(name) for name in names]
    at = names.index(before) if before in names else 0
    app.push_screen(ChoiceDialog("Colours", choices, chosen=at, looked_at=look), chosen)


def help_page(bindings: Sequence[Binding]) -> Content:
    """Every key with what it does, by group, from the bindings themselves."""
    rows: dict[str, list[tuple[str, str]]] = {}
    numbers = [binding for binding in bindings if binding.key.isdecimal()]
    for binding in bindings:
        group = binding.group.description if binding.group else "Other"
        keys = " ".join(key_label(key) for key in binding.key.split(","))
        explained = str(binding.tooltip)
        if binding in numbers:
            if binding is not numbers[0]:
                continue
            keys = f"{numbers[0].key} … {numbers[-1].key}"
            explained = explained.replace("article 1", "the article with this number")
        rows.setdefault(group, []).append((keys, explained))
    parts: list[str | tuple[str, str]] = []
    for group, keys_of_group in rows.items():
        parts.append((f"{group}\n", "bold $accent"))
        for keys, explained in keys_of_group:
            parts += [("  " + keys.ljust(18), "bold"), f" {explained}\n"]
        parts.append("\n")
    return Content.assemble(*parts)


def about_page(article: Article, problems: Sequence[ReaderError]) -> Content:
    """What the text tells of itself, how it was read, and what could not be opened."""
    body = [p for p in article.paragraphs if p.kind is ParagraphKind.BODY]
    furniture = sum(p.kind is ParagraphKind.FURNITURE for p in article.paragraphs)
    words = sum(len(paragraph.text.split()) for paragraph in body)
    facts = [
        ("Title", article.title),
        ("Outlet", article.outlet),
        ("Agency", article.agency),
        ("By", article.byline),
        ("Filed from", article.dateline),
        ("Published", article.published),
        *(("Credit", credit) for credit in article.credits),
        ("Source", article.source),
        ("Language", article.language),
        ("Encoding", article.encoding),
        ("Story", f"{len(body):,} paragraphs, {words:,} words"),
        (
            "Furniture",
            f"{furniture:,} paragraphs; . shows or folds them, a comma corrects one"
            if furniture
            else "none",
        ),
        *(("Note", note) for note in article.notes),
    ]
    parts: list[str | tuple[str, str]] = []
    for name, value in facts:
        parts += [(name.ljust(11), "bold"), f" {value}\n" if value else " not said in the text\n"]
    if problems:
        parts.append(("\nNot opened\n", "bold $accent"))
        parts += [f"{problem.message}\n" for problem in problems]
    return Content.assemble(*parts)


def _choice_content(choice: Choice) -> Content:
    if not choice.text:
        return Content(choice.head)
    return Content.assemble((choice.head, "bold"), f"\n{choice.text}")
