"""Which numbers, sums, dates and times of an article other articles have too, and which only it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.articles import Article, ParagraphKind
from reader.text.values import (
    ComparisonOutcome,
    MoneyValue,
    NumberValue,
    ValueSpan,
    compare_values,
    find_values,
)


class ComparedValue(NamedTuple):
    """A value in a paragraph."""

    start: int
    end: int
    is_shared: bool | None
    """Whether another article states it, too; None where that is unknown: a weekday, a date."""


class ValueSharing:
    """The values of several articles, by what they state.

    Args:
        articles: the articles; their furniture is left out.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._found = [_read_values(article) for article in articles]
        self._articles_of: dict[object, set[int]] = defaultdict(set)
        self._compared: dict[object, tuple[ValueSpan, int]] = {}
        for position, paragraphs in enumerate(self._found):
            for values in paragraphs.values():
                for value in values:
                    self._articles_of[_key(value)].add(position)
                    if not isinstance(value, NumberValue):
                        self._compared[_key(value), position] = (value, position)

    def find_values(self, article: int) -> dict[int, tuple[ComparedValue, ...]]:
        """Return the values of an article by the position of their paragraph, in order.

        Args:
            article: its position.
        """
        known: dict[object, bool | None] = {}
        found: dict[int, tuple[ComparedValue, ...]] = {}
        for paragraph, values in self._found[article].items():
            compared = []
            for value in values:
                key = _key(value)
                if key not in known:
                    known[key] = self._is_shared(value, article)
                compared.append(ComparedValue(value.start, value.end, known[key]))
            found[paragraph] = tuple(compared)
        return found

    def _is_shared(self, value: ValueSpan, article: int) -> bool | None:
        if self._articles_of[_key(value)] - {article}:
            return True
        if isinstance(value, NumberValue):
            return False
        outcomes = {
            compare_values(value, other).outcome
            for other, position in self._compared.values()
            if position != article and type(other) is type(value)
        }
        if ComparisonOutcome.EQUAL in outcomes:
            return True
        return None if ComparisonOutcome.UNKNOWN in outcomes else False


def _key(value: ValueSpan) -> object:
    """Return what makes two values one figure: its kind and amount, whatever is counted."""
    if isinstance(value, NumberValue):
        return isinstance(value, MoneyValue), value.stated
    return replace(value, start=0, end=1)


def _read_values(article: Article) -> dict[int, tuple[ValueSpan, ...]]:
    found = {
        position: tuple(find_values(paragraph.text, language=article.language or "en"))
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is not ParagraphKind.FURNITURE
    }
    return {position: values for position, values in found.items() if values}
