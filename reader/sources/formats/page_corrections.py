"""The correction notes of a page, wherever in it they are. Runs in the child process only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.metadata.corrections import is_correction
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
        outer = set(element.iterancestors())
        if not taken.isdisjoint(outer) or any(each.tag in _OTHER_ELEMENTS for each in outer):
            continue
        if not _may_be_note(element):
            continue
        if notes := _notes_in(element):
            taken.add(element)
            found.extend(notes)
    return list(dict.fromkeys(found))[:_MOST_NOTES]


def _notes_in(element: HtmlElement) -> list[str]:
    """Return the notes that an element is or that the paragraphs of a marked box are."""
    inner = list(element.iterdescendants("p", "li")) if _is_marked(element) else []
    notes = [words for each in inner if _is_note(words := _text_of(each), is_marked=True)]
    if notes:
        return notes
    words = _text_of(element)
    return [words] if _is_note(words, is_marked=_is_marked(element)) else []


def _text_of(element: HtmlElement) -> str:
    return element_text(element).lstrip("•*·–— ")


def _is_note(words: str, *, is_marked: bool) -> bool:
    if not _SHORTEST_NOTE <= len(words) <= _LONGEST_NOTE:
        return False
    return is_correction(words) or (is_marked and words.endswith(_SENTENCE_ENDS))


def _may_be_note(element: HtmlElement) -> bool:
    """Return whether it is a paragraph, or a small box that is marked as a note."""
    inner = sum(1 for child in element.iterdescendants(*_INNER_BLOCKS))
    return inner <= _MOST_INNER_BLOCKS if _is_marked(element) else inner == 0


def _is_marked(element: HtmlElement) -> bool:
    return any(note in mark for mark in marks_of(element) for note in _NOTE_MARKS)
