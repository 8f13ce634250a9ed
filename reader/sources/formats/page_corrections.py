"""The correction notes of a page, wherever in it they are. Runs in the child process only."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.articles.metadata.correction_notes import is_correction
from reader.sources.formats.page_elements import marks_of
from reader.sources.formats.page_text import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_NOTES = 10
# Characters.
_SHORTEST_NOTE = 30
_LONGEST_NOTE = 1200
_NOTE_MARKS = ("correction", "clarification", "corrigendum", "erratum", "errata")
_OTHER_ELEMENTS = ("nav", "form", "blockquote", "figure", "script", "style", "head")
_INNER_BLOCKS = ("p", "div", "section", "article", "aside", "li", "ul")
_MOST_INNER_BLOCKS = 6
_SENTENCE_ENDS = (".", ")", "]", "。", "”")


def find_correction_notes(root: HtmlElement) -> list[str]:
    """Return the notes by which an outlet corrects the text: marked so, or by their words."""
    found: list[str] = []
    taken: set[HtmlElement] = set()
    for element in root.iter("p", "div", "section", "aside", "li"):
        if _is_short(element):
            continue
        is_marked = _is_marked(element)
        notes = _notes_in(element, is_marked) if _may_be_note(element, is_marked) else []
        if not notes:
            continue
        outer = list(element.iterancestors())
        if taken.isdisjoint(outer) and not any(each.tag in _OTHER_ELEMENTS for each in outer):
            taken.add(element)
            found.extend(notes)
        if len(found) >= _MOST_NOTES:
            break
    return list(dict.fromkeys(found))[:_MOST_NOTES]


def _is_short(element: HtmlElement) -> bool:
    return not len(element) and len(element.text or "") < _SHORTEST_NOTE


def _notes_in(element: HtmlElement, is_marked: bool) -> list[str]:
    """Return the notes that an element is or that the paragraphs of a marked box are."""
    inner = list(element.iterdescendants("p", "li")) if is_marked else []
    notes = [words for each in inner if _is_note(words := _text_of(each), is_marked=True)]
    if notes:
        return notes
    words = _text_of(element)
    return [words] if _is_note(words, is_marked=is_marked) else []


def _text_of(element: HtmlElement) -> str:
    return element_text(element).lstrip("•*·–— ")


def _is_note(words: str, *, is_marked: bool) -> bool:
    if not _SHORTEST_NOTE <= len(words) <= _LONGEST_NOTE:
        return False
    return is_correction(words) or (is_marked and words.endswith(_SENTENCE_ENDS))


def _may_be_note(element: HtmlElement, is_marked: bool) -> bool:
    """Return whether it is a paragraph, or a small box that is marked as a note."""
    most = _MOST_INNER_BLOCKS if is_marked else 0
    return next(islice(element.iterdescendants(*_INNER_BLOCKS), most, None), None) is None


def _is_marked(element: HtmlElement) -> bool:
    marks = " ".join(marks_of(element))
    return bool(marks) and any(note in marks for note in _NOTE_MARKS)
