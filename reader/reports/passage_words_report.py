"""The two passages of a link word by word, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles import Passage
from reader.coverage.word_differences import find_word_differences, split_own_words
from reader.linking import Link
from reader.reports.place_names import name_paragraph

_ONLY_FIRST = ("[-", "-]")
"""Brackets around words that only the first passage has."""
_ONLY_SECOND = ("[+", "+]")


def format_passage_words_as_text(link: Link) -> Iterator[str]:
    """Yield a heading, then each passage with its place, its own words in brackets."""
    here, there = link.here, link.there
    differences = find_word_differences(here.text, there.text)
    places = f"{name_paragraph(here)} and {name_paragraph(there)}"
    yield f"{places}, {link.level.words} {link.score:.2f}."
    yield f"{_name(here)}; {'…'.join(_ONLY_FIRST)} is only here:"
    yield _bracket(here.text, differences.here, _ONLY_FIRST)
    yield f"{_name(there)}; {'…'.join(_ONLY_SECOND)} is only here:"
    yield _bracket(there.text, differences.there, _ONLY_SECOND)


def _name(passage: Passage) -> str:
    return f"{name_paragraph(passage)} {passage.article.label}"


def _bracket(text: str, own: Sequence[slice], brackets: tuple[str, str]) -> str:
    return "".join(
        words.join(brackets) if is_own else words for words, is_own in split_own_words(text, own)
    )
