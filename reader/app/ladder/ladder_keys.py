"""Every key of the ladder screen: the one place where they are given and described."""

from __future__ import annotations

from textual.binding import Binding

from reader.app.key_table import LINKS, LOOK, MOVE, OUT

QUOTES = Binding.Group("Quotes and rungs")


def _key(
    keys: str, action: str, name: str, explained: str, group: Binding.Group, *, footer: str = ""
) -> Binding:
    """A binding; `footer` is its word in the key line, where it has one."""
    return Binding(
        keys,
        action,
        footer or name,
        show=bool(footer),
        tooltip=explained,
        id=f"ladder.{name}",
        group=group,
    )


LADDER_KEYS: list[Binding] = [
    _key(
        "j,down", "step(1)", "next", "Next quote; in one column, next rung", QUOTES, footer="quote"
    ),
    _key("k,up", "step(-1)", "previous", "Previous quote, or rung", QUOTES, footer="quote"),
    _key("n", "quote(1)", "next-quote", "Next quote", QUOTES, footer="quote"),
    _key("N", "quote(-1)", "previous-quote", "Previous quote", QUOTES, footer="quote"),
    _key("l,right,tab", "rung(1)", "next-rung", "Next rung: a slighter version", QUOTES,
         footer="rung"),
    _key("h,left,shift+tab", "rung(-1)", "previous-rung", "Previous rung: a fuller version",
         QUOTES, footer="rung"),
    _key("g,home", "end(-1)", "top", "First quote; in one column, first rung", QUOTES),
    _key("G,end", "end(1)", "end", "Last quote, or rung", QUOTES),
    *(
        _key(
            str(number),
            f"article({number})",
            f"article-{number}",
            f"The rung of article {number}",
            QUOTES,
        )
        for number in range(1, 10)
    ),
    _key("Q", "list", "list", "The list of quotes, where there is one column",
         QUOTES, footer="list"),
    _key("plus", "alone", "alone", "List the quotes of one article only as well", QUOTES,
         footer="only one"),
    _key("S", "sort", "sort", "Sort the list: most outlets, most changed, speaker", QUOTES),
    _key("J,shift+down", "scroll(1)", "line-down", "One line down", MOVE),
    _key("K,shift+up", "scroll(-1)", "line-up", "One line up", MOVE),
    _key("space,pagedown,ctrl+f", "page(1)", "page-down", "A page down", MOVE),
    _key("pageup,ctrl+b", "page(-1)", "page-up", "A page up", MOVE),
    _key("ctrl+d", "page(0.5)", "half-down", "Half a page down", MOVE),
    _key("ctrl+u,u", "page(-0.5)", "half-up", "Half a page up", MOVE),
    _key("enter", "open", "open", "Go to this version in its article", LINKS, footer="open"),
    _key("escape,q,c", "back", "back", "Back: to the ladder, to the articles", OUT,
         footer="back"),
    _key("d", "differences", "differences",
         "How differences are shown: struck out, word under word, off", LOOK, footer="words"),
    _key("b", "base", "base", "Compare with this rung; again: with the fullest", LOOK,
         footer="base"),
    _key("p", "pair", "pair", "This version and the base alone, side by side", LOOK,
         footer="pair"),
    _key("t", "theme", "theme", "Choose the colours", LOOK),
    _key("y", "copy", "copy", "Copy this version with its citation", OUT, footer="copy"),
    _key("?", "help", "keys", "All keys of this screen", OUT),
]  # fmt: skip
