"""Stories in the texts below pictures: slide shows and galleries with a text to each picture.

Captions belong to their pictures. Where a page has hardly any other text than the sentences below
its pictures, they are the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.furniture.captions import is_caption
from reader.sources.formats.page_blocks import is_caption_element
from reader.sources.formats.page_regions import is_prose, is_told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_SLIDES = 3
_LEAST_SHARE = 2
"""Times as much text must be below the pictures as in other paragraphs."""
_CAPTION_TAGS = ("figcaption", "figure")


def free_slides(root: HtmlElement) -> None:
    """Take the captions of a page that tell its story for plain elements."""
    told = [
        element
        for element in root.iter("figcaption", "div", "p", "span")
        if is_caption_element(element) and _is_told_below_picture(_words_of(element))
    ]
    if len(told) < _FEWEST_SLIDES:
        return
    inside = {paragraph for element in told for paragraph in element.iter("p")}
    others = (_words_of(each) for each in root.iter("p") if each not in inside)
    other = sum(len(text) for text in others if is_prose(text))
    texts = {_words_of(element) for element in told}
    if len(texts) < _FEWEST_SLIDES or sum(map(len, texts)) < _LEAST_SHARE * other:
        return
    for element in told:
        for frame in (element, *element.iterancestors("figure")):
            _free(frame)


def _free(element: HtmlElement) -> None:
    if element.tag in _CAPTION_TAGS:
        element.tag = "div"
    if "caption" in (element.get("class") or "").lower():
        del element.attrib["class"]


def _is_told_below_picture(text: str) -> bool:
    return is_prose(text) and is_told(text) and not is_caption(text)


def _words_of(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
