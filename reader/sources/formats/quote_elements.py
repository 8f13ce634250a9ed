"""The elements of a page that quote without marks, `<q>` and `<blockquote>`: marks are added.

Runs in the child process only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.block_quotes import (
    CLOSING_MARK,
    OPENING_MARK,
    begins_attribution,
    choose_block_marks,
)
from reader.text.quote_signs import QUOTE_SIGNS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INNER_MARKS = "‘", "’"
_BLOCKS = frozenset(
    {"blockquote", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "pre"}
)
_PARAGRAPHS = ("blockquote", "p", "div", "li")
_NOT_QUOTED = frozenset({"cite", "footer", "figcaption"})
_MOST_PARAGRAPHS = 30
"""A block with more is the frame of a page and no quotation."""
_LARGEST_SHARE = 0.5
"""Part of the page's text that a block may have; one with more is its frame, if no paragraph
right before it announces it."""
_MOST_ANNOUNCED = 3
"""Paragraphs of a block that any paragraph announces; more need a colon."""


def mark_quote_elements(root: HtmlElement) -> None:
    """Add the quotation marks that a browser shows around `<q>`, and that a block needs."""
    quoted = list(root.iter("q"))
    # The inner ones first: marks around them would be taken for those of the page.
    for element in reversed(quoted):
        _mark_inline(element)
    # The extraction would turn each of several nested elements into a paragraph.
    for element in quoted:
        if any(parent.tag == "q" for parent in element.iterancestors()):
            element.drop_tag()
    blocks = [block for block in root.iter("blockquote") if _is_outermost(block)]
    if not blocks:
        return
    whole = len(root.text_content())
    for block in blocks:
        if len(block.text_content()) <= _LARGEST_SHARE * whole or _is_announced(block):
            _mark_block(block)
            _mark_signers(block)


def _mark_signers(block: HtmlElement) -> None:
    """Put a dash before the elements at the end of a block that name its speaker."""
    for signer in list(block.iter("cite", "footer")):
        words = signer.text_content().strip()
        is_inner = any(parent.tag in _NOT_QUOTED for parent in signer.iterancestors())
        if not words or is_inner or not _ends_paragraph(signer):
            continue
        if not begins_attribution(words):
            signer.text = f"— {(signer.text or '').lstrip()}"
        if signer.tag == "footer":
            # The extraction leaves out what pages have as their foot.
            signer.tag = "p"


def _ends_paragraph(signer: HtmlElement) -> bool:
    """Whether no words of its paragraph follow an element."""
    following = [signer.tail or ""]
    following += [f"{each.text_content()}{each.tail or ''}" for each in signer.itersiblings()]
    return not "".join(following).strip()


def _is_announced(block: HtmlElement) -> bool:
    """Whether the words right before a block lead to what is quoted in it.

    They end with a colon, or are a paragraph before a short block.
    """
    if _words_before(block).endswith(":"):
        return True
    before = block.getprevious()
    if before is None or before.tag != "p":
        return False
    is_short = sum(1 for _ in block.iter("p")) <= _MOST_ANNOUNCED
    return is_short and bool(before.text_content().strip())


def _words_before(block: HtmlElement) -> str:
    """Return the last words before a block, in whatever element they are."""
    for element in (block, *block.iterancestors()):
        for before in element.itersiblings(preceding=True):
            if words := (before.tail or "").strip() or before.text_content().strip():
                return words
        parent = element.getparent()
        if parent is not None and (words := (parent.text or "").strip()):
            return words
    return ""


def _mark_inline(element: HtmlElement) -> None:
    words = element.text_content().strip()
    if not words or words[0] in QUOTE_SIGNS or _text_before(element)[-1:] in tuple(QUOTE_SIGNS):
        return
    around = [parent for parent in element.iterancestors() if parent.tag == "q"]
    if len(around) > 1 or any(parent.text_content().strip() == words for parent in around):
        return
    _enclose(element, *(_INNER_MARKS if around else (OPENING_MARK, CLOSING_MARK)))


def _text_before(element: HtmlElement) -> str:
    """Return the text right before an element, as far as no other element is between."""
    before = element.getprevious()
    if before is not None:
        return before.tail or ""
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _is_outermost(block: HtmlElement) -> bool:
    return all(parent.tag != "blockquote" for parent in block.iterancestors())


def _mark_block(block: HtmlElement) -> None:
    elements = [part for part in block.iter(*_PARAGRAPHS) if _is_paragraph(part)]
    if len(elements) > _MOST_PARAGRAPHS:
        return
    texts = list(map(_quoted_text, elements))
    for element, marks in zip(elements, choose_block_marks(texts), strict=True):
        _enclose(element, marks.opening, marks.closing, _count_quoted(element))


def _is_paragraph(element: HtmlElement) -> bool:
    """Whether an element is a paragraph of the quotation, and not one that names its speaker."""
    if any(part.tag in _BLOCKS for part in element.iterdescendants()):
        return False
    if any(part.tag in _NOT_QUOTED for part in (element, *element.iterancestors())):
        return False
    return bool(_quoted_text(element).strip())


def _count_quoted(element: HtmlElement) -> int:
    """Return how many elements of a paragraph come before the one that names the speaker."""
    for number, part in enumerate(element):
        if part.tag in _NOT_QUOTED and _ends_paragraph(part):
            return number
        if part.tag == "br" and begins_attribution(part.tail or ""):
            return number
    return len(element)


def _quoted_text(element: HtmlElement) -> str:
    """Return the text of a paragraph without the words that name the speaker."""
    parts = element[: _count_quoted(element)]
    texts = (f"{part.text_content()}{part.tail or ''}" for part in parts)
    return "".join((element.text or "", *texts))


def _enclose(element: HtmlElement, opening: str, closing: str, count: int | None = None) -> None:
    """Put marks around the text of an element, without the white space at its ends.

    Args:
        element: the element.
        opening: the mark in front.
        closing: the mark behind.
        count: the number of elements in it that are enclosed, None for all.
    """
    text = element.text or ""
    if opening:
        words = text.lstrip()
        element.text = f"{text[: len(text) - len(words)]}{opening}{words}"
    if not closing:
        return
    enclosed = element[:count]
    if enclosed:
        enclosed[-1].tail = _close(enclosed[-1].tail or "", closing)
    else:
        element.text = _close(element.text or "", closing)


def _close(text: str, closing: str) -> str:
    words = text.rstrip()
    return f"{words}{closing}{text[len(words) :]}"
