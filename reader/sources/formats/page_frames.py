"""Parts of a page that the parser reads as no paragraphs of it: frames, templates, fallbacks.

Runs in the child process only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.sources.formats.page_regions import is_told_at_length

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Paragraphs of prose in such a part by which it is of a story.
_FEWEST_PARAGRAPHS = 2
_MOST_FRAMES = 50


def open_parts(root: HtmlElement, parse: Callable[[bytes], HtmlElement | None]) -> None:
    """Make the parts of a page that tell something paragraphs of it.

    They are the documents that frames have in `srcdoc`; templates, which browsers show only when
    a script asks for it and which are hidden here; and what is for browsers without scripts. One
    that has its paragraphs elsewhere in the page, too, stays as it is.

    Args:
        root: the page.
        parse: returns the root element of a document, None where there is none.
    """
    for _, frame in zip(range(_MOST_FRAMES), list(root.iter("iframe")), strict=False):
        document = frame.get("srcdoc")
        inner = _parse_frame(document, parse) if document else None
        if inner is not None and _tells_more(inner, root):
            _put_in_place(frame, inner)
    for template in list(root.iter("template")):
        if template.get("shadowrootmode"):
            template.tag = "div"
        elif _tells_more(template, root):
            template.tag = "div"
            template.set("hidden", "")
        else:
            template.drop_tree()
    for fallback in list(root.iter("noscript")):
        if _tells_more(fallback, root):
            fallback.tag = "div"


def _parse_frame(document: str, parse: Callable[[bytes], HtmlElement | None]) -> HtmlElement | None:
    try:
        return parse(document.encode())
    except RecursionError:
        return None


def _put_in_place(frame: HtmlElement, document: HtmlElement) -> None:
    """Replace a frame by an element with what its document shows."""
    body = next(document.iter("body"), document)
    body.tag, body.tail = "div", frame.tail
    frame.getparent().replace(frame, body)


def _tells_more(part: HtmlElement, root: HtmlElement) -> bool:
    """Return whether it has several paragraphs that the page has nowhere else.

    A page that was saved with its scripts at work has those of a fallback twice.
    """
    inside = set(part.iter("p"))
    texts = {text for element in inside if is_told_at_length(text := _words_of(element))}
    if len(texts) < _FEWEST_PARAGRAPHS:
        return False
    others = (element for element in root.iter("p") if element not in inside)
    return texts.isdisjoint(map(_words_of, others))


def _words_of(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
