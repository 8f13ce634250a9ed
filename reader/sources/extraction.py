"""The story of a page, found by trafilatura and told apart in paragraphs; in the child alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reader.sources.page_blocks import page_blocks, told_apart
from reader.sources.page_metadata import page_metadata

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "code", "list", "table", "div", "body"})
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "！", "？", ":")
_BREAK = "\n"


def extract_page(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Find the story of a page.

    Args:
        payload: the page in UTF-8, without forbidden characters and references to them.
        options: `address`: where the page was, if known.

    Returns `paragraphs`, pairs of a kind (`body`, `heading`, `title`, `item`, `row`, `caption`,
    `chrome`) and
    its words, none where no story was found; and `metadata` by the names of an article's fields.
    """
    root = _parsed(payload)
    if root is None:
        return {"paragraphs": [], "metadata": {}}
    metadata = page_metadata(root)
    _simplify(root)
    blocks = page_blocks(root)
    return {"paragraphs": told_apart(list(_story(root)), blocks), "metadata": metadata}


def _parsed(payload: bytes) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(payload, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _simplify(root: HtmlElement) -> None:
    """Give the library a page without what it would stumble over."""
    for template in list(root.iter("template")):
        if template.get("shadowrootmode"):
            template.tag = "div"
        else:
            template.drop_tree()
    for paragraph in list(root.iter("p")):
        _split_at_breaks(paragraph)


def _split_at_breaks(paragraph: HtmlElement) -> None:
    """Two line breaks in a row inside a paragraph begin another one."""
    current = paragraph
    after_break = False
    for child in list(paragraph):
        tail = child.tail or ""
        if child.tag == "br" and after_break:
            following = paragraph.makeelement("p")
            following.tail, current.tail = current.tail, None
            current.addnext(following)
            following.text = tail
            child.tail = None
            child.getparent().remove(child)
            current = following
        elif current is not paragraph:
            current.append(child)
        after_break = child.tag == "br" and not tail.strip()


def _story(root: HtmlElement) -> Iterator[tuple[str, str]]:
    from trafilatura.core import bare_extraction

    document = bare_extraction(root, include_comments=False, include_tables=True)
    if document is None or isinstance(document, dict) or document.body is None:
        return
    yield from _paragraphs(document.body)


def _paragraphs(body: _Element) -> Iterator[tuple[str, str]]:
    """The paragraphs of the library's tree, with every word in it, in order."""
    words: list[str] = []
    kinds = ["body"]
    for event, element in _walk(body):
        tag = element.tag
        if tag in _BLOCKS:
            yield from _finished(words, kinds[-1])
            words = []
        if event == "start":
            if tag in _BLOCKS:
                kinds.append(_kind(element, kinds[-1]))
            elif tag == "lb":
                words.append(_BREAK)
            elif (
                tag == "cell" and any(map(str.strip, words)) and "".join(element.itertext()).strip()
            ):
                words.append(" | ")
            words.append(element.text or "")
        else:
            if tag in _BLOCKS:
                kinds.pop()
            if element is not body:
                words.append(element.tail or "")
    yield from _finished(words, "body")


def _walk(body: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml.etree import iterwalk

    yield from iterwalk(body, events=("start", "end"))


def _kind(element: _Element, around: str) -> str:
    if element.tag == "head":
        return "title" if element.get("rend") == "h1" else "heading"
    if element.tag == "item":
        return "item"
    if element.tag == "row":
        return "row"
    return around if around in ("item", "row") else "body"


def _finished(words: list[str], kind: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of one block: a line break ends one where a sentence ends before it."""
    text = ""
    for line in "".join(words).split(_BREAK):
        line = " ".join(line.split())
        if not line:
            if text:
                yield kind, text
            text = ""
        elif text.endswith(_SENTENCE_ENDS):
            yield kind, text
            text = line
        else:
            text = f"{text} {line}" if text else line
    if text:
        yield kind, text
