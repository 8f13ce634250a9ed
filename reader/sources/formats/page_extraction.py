"""Extraction of the story of a page by trafilatura. Runs in the child process only.

The library was chosen by measurement, on 130 pages of news and blogs that are the tests of a
browser's reading mode (F1 of runs of four words) and 990 pages on which some passages are
marked as story or not (F1 of passages), both public and by others:

                        reading mode   passages    CPU      licence      last release
    trafilatura 2.3.1       0.923        0.926    28 ms    Apache 2.0       2026
    readability-lxml 0.9    0.966        0.867    23 ms    Apache 2.0       2026
    resiliparse 2.0.1       0.932        0.846     2 ms    Apache 2.0       2026
    newspaper4k 0.9.6       0.807          -     150 ms    MIT              2026
    boilerpy3 1.0.7         0.787        0.806    12 ms    Apache 2.0       2023
    goose3 3.1.22           0.736          -     120 ms    Apache 2.0       2026
    justext 3.0.2           0.495          -      19 ms    BSD              2025

The first set was created along with readability, the second along with trafilatura. Its
settings differ by less: on the passages `fast` 0.920, `precision` 0.922, `recall` 0.920,
the default 0.926; so does the further processing here (0.932, and the passages that are
furniture folded, not lost). It imports in 0.15 s and has 1 MB, and 60 MB with its
dependencies, most of it tables of dates and languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reader.articles.furniture.prose import count_words
from reader.sources.formats.page_blocks import (
    LONGEST_CAPTION,
    compact,
    read_page_tree,
)
from reader.sources.formats.page_footnotes import drop_reference_marks
from reader.sources.formats.page_frames import open_parts
from reader.sources.formats.page_limits import limit_attributes
from reader.sources.formats.page_metadata import extract_page_metadata
from reader.sources.formats.page_reading import (
    choose_hidden_story,
    read_long_page,
    read_story,
)
from reader.sources.formats.page_regions import forget_texts, is_prose
from reader.sources.formats.page_scripts import find_script_story, find_script_texts
from reader.sources.formats.page_slides import free_slides
from reader.sources.formats.page_statements import read_statements
from reader.sources.formats.page_subtitles import find_subtitle
from reader.sources.formats.page_tools import mark_tools
from reader.sources.formats.page_visibility import is_invisible, is_own_line
from reader.sources.formats.quote_elements import mark_quote_elements
from reader.sources.formats.tag_stripping import PagePiece
from reader.text.quote_signs import CLOSING_SIGNS

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_BLOCK_TAGS = frozenset({
    "p", "head", "item", "quote", "row", "code", "list", "table", "div", "body",
})  # fmt: skip
_SENTENCE_ENDS = tuple('.!?…:。！？"' + CLOSING_SIGNS)
# Paragraphs of a page in which a story is looked for: no news story has as many.
_MOST_BLOCKS = 20_000
_STRUCK_OUT = ("del", "s", "strike")
_BOXES = ("div", "section", "article", "main", "body", "td")
"""Elements in which a phrase in lines of its own is a paragraph."""
_PHRASES = ("a", "b", "em", "i", "small", "span", "strong")
"""Elements that hold words of a sentence."""
_MOST_WITHDRAWN = 12
"""Words of a sentence that are taken out together."""
# Words of a story below which the page may have the rest of it in its scripts.
_SHORT_STORY = 200
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Sentences marked as headings that are a story; fewer are a headline and a standfirst.
_FEWEST_HEADED = 3
_LINE_BREAK = "\n"
_CELL_SEPARATOR = " | "


def extract_packed_page(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Do the same as `extract_page`, with the paragraphs as three texts with a line for each.

    They are the kinds, the words and the times. Of a page with 100,000 paragraphs that many
    lists of JSON would keep the thread that reads keys waiting.
    """
    answer = extract_page(payload, options)
    paragraphs = answer["paragraphs"]
    columns = zip(*paragraphs, strict=True) if isinstance(paragraphs, list) else ()
    packed = ["\n".join(" ".join(text.split()) for text in column) for column in columns]
    return {**answer, "paragraphs": packed}


def extract_page(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Extract the story of a page.

    Args:
        payload: the page in UTF-8, without forbidden characters and references to them.
        options: `address`, where the page was, a text or None.

    Returns `paragraphs` and `notes` (see `read_story`), none where no story was found; and
    `metadata` by the names of an article's fields.
    """
    try:
        return _extract(payload, options)
    finally:
        forget_texts()


def _extract(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    root = parse_page(payload)
    if root is None:
        return {"paragraphs": [], "metadata": {}}
    address = options.get("address")
    metadata = extract_page_metadata(root, address if isinstance(address, str) else None)
    statements = read_statements(root)
    scripts = find_script_texts(root)
    free_summaries(root, statements.descriptions)
    mark_quote_elements(root)
    drop_reference_marks(root)
    simplify_page(root)
    tree = read_page_tree(root)
    if len(tree.blocks) > _MOST_BLOCKS:
        return {**read_long_page(tree), "metadata": metadata}
    title = metadata.get("title")
    story = list(_extract_story(root))
    if not statements.story and sum(count_words(text) for _, text in story) < _SHORT_STORY:
        hidden = find_script_story(scripts, [title, *statements.titles])
        statements = statements._replace(story=choose_hidden_story(hidden, story, tree))
    titles = [title, *statements.titles]
    reading = read_story(
        story, tree, statements, title, lambda: find_subtitle(scripts, titles, tree)
    )
    return {**reading, "metadata": metadata}


def parse_page(payload: bytes) -> HtmlElement | None:
    """Return the root element of a page, None where there is none.

    Raises:
        RecursionError: elements are nested so deep that the parser has left out the rest.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(limit_attributes(payload), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    if any(error.type == limit for error in parser.error_log):
        raise RecursionError("elements are nested too deep")
    return root


def simplify_page(root: HtmlElement) -> None:
    """Mend what the library fails on: templates, cards, captions and paragraphs not closed."""
    open_parts(root, parse_page)
    for caption in list(root.iter("figcaption")):
        if sum(map(len, caption.itertext())) > LONGEST_CAPTION:
            # It was not closed, and all of the story is in it.
            for element in (caption, *caption.iterancestors("figure")):
                element.tag = "div"
    for phrase in list(root.iter("span")):
        is_in_box = phrase.getparent().tag in _BOXES
        if is_in_box and is_own_line(phrase) and is_prose(_words_of(phrase)):
            phrase.tag = "div"
    mark_tools(root)
    free_slides(root)
    mark_headed_paragraphs(root)
    for paragraph in list(root.iter("p")):
        _drop_cards(paragraph)
        _drop_withdrawn(paragraph)
        _split_at_breaks(paragraph)


def free_summaries(root: HtmlElement, descriptions: Iterable[str]) -> None:
    """Take elements for quotations that hold a description of the story for plain ones."""
    known = set(map(compact, descriptions))
    for quotation in root.iter("blockquote"):
        if compact(_words_of(quotation)) in known:
            quotation.tag = "div"


def mark_headed_paragraphs(root: HtmlElement) -> None:
    """Make the sentences that are marked as headings paragraphs where they are most of the page.

    Headings are words above a text; where there is little other text, they are it.
    """
    written = sum(len(text) for text in map(_words_of, root.iter("p")) if is_prose(text))
    for level in _HEADINGS:
        told = [each for each in root.iter(level) if is_prose(_words_of(each))]
        if len(told) >= _FEWEST_HEADED and sum(len(_words_of(each)) for each in told) > written:
            for heading in told:
                heading.tag = "p"


def _drop_withdrawn(paragraph: HtmlElement) -> None:
    """Take out words that are struck out or hidden inside a sentence: nobody states them.

    Many struck out words stay: they are the earlier state of a story. Many hidden ones, and a
    hidden sentence, become a hidden paragraph below this one.
    """
    for element in list(paragraph.iter(*_STRUCK_OUT, *_PHRASES)):
        is_hidden = is_invisible(element)
        if not (is_hidden or element.tag in _STRUCK_OUT):
            continue
        words = _words_of(element)
        is_told_here = is_hidden and is_prose(words)
        if count_words(words) <= _MOST_WITHDRAWN and not is_told_here:
            element.drop_tree()
        elif is_hidden:
            below = paragraph.makeelement("p", {"hidden": ""})
            below.text = words
            element.drop_tree()
            below.tail, paragraph.tail = paragraph.tail, None
            paragraph.addnext(below)


def _words_of(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _drop_cards(paragraph: HtmlElement) -> None:
    """Remove boxes that pop up at a name: they begin with that name."""
    for name in list(paragraph.iter("a")):
        card = name.getnext()
        words = " ".join("".join(name.itertext()).split())
        if card is None or (name.tail or "").strip() or words.count(" ") < 1:
            continue
        if " ".join("".join(card.itertext()).split()).startswith(words):
            card.drop_tree()


def _split_at_breaks(paragraph: HtmlElement) -> None:
    """Begin a new paragraph at two line breaks in a row."""
    current = paragraph
    is_after_break = False
    for child in list(paragraph):
        tail = child.tail or ""
        if child.tag == "br" and is_after_break:
            following = paragraph.makeelement("p")
            following.tail, current.tail = current.tail, None
            current.addnext(following)
            following.text = tail
            child.tail = None
            child.getparent().remove(child)
            current = following
        elif current is not paragraph:
            current.append(child)
        is_after_break = child.tag == "br" and not tail.strip()


def _extract_story(root: HtmlElement) -> Iterator[PagePiece]:
    from trafilatura.core import bare_extraction

    document = bare_extraction(root, include_comments=False, include_tables=True)
    if document is None or isinstance(document, dict) or document.body is None:
        return
    yield from split_tree(document.body)


def split_tree(body: _Element) -> Iterator[PagePiece]:
    """Yield the paragraphs of the library's tree, with every word in it, in order."""
    words: list[str] = []
    kinds = ["body"]
    for event, element in _walk(body):
        tag = element.tag
        if tag in _BLOCK_TAGS:
            yield from _split_block(words, kinds[-1])
            words = []
        if event == "start":
            if tag in _BLOCK_TAGS:
                kinds.append(_block_kind(element, kinds[-1]))
            elif tag == "lb":
                words.append(_LINE_BREAK)
            elif tag == "cell" and _has_words(words) and _has_words(element.itertext()):
                words.append(_CELL_SEPARATOR)
            words.append(element.text or "")
        else:
            if tag in _BLOCK_TAGS:
                kinds.pop()
            if element is not body:
                words.append(element.tail or "")
    yield from _split_block(words, "body")


def _walk(body: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml.etree import iterwalk

    yield from iterwalk(body, events=("start", "end"))


def _has_words(texts: Iterable[str]) -> bool:
    return any(map(str.strip, texts))


def _block_kind(element: _Element, outer_kind: str) -> str:
    """Return the kind of an element; inside of items and rows that of the outer element."""
    if element.tag == "head":
        return "title" if element.get("rend") == "h1" else "heading"
    if element.tag in ("item", "row"):
        return str(element.tag)
    return outer_kind if outer_kind in ("item", "row") else "body"


def _split_block(words: list[str], kind: str) -> Iterator[PagePiece]:
    """Yield the paragraphs of a block: a line break ends one where a sentence ends before it."""
    text = ""
    for line in "".join(words).split(_LINE_BREAK):
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
