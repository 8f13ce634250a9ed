"""The filter of matrix rows: by words, and by the articles that do or do not report them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.themes.signs import NUMBERED_ARTICLES, article_mark
from reader.story.matrix.coverage_matrix import MatrixRow
from reader.text.words import strip_accents

_EXCLUDES = "-"
"""Before a word or the mark of an article: rows without it."""
_ARTICLES = "@"
"""Before the letter that marks an article from the tenth on, which would be a word without it."""

FILTER_HINT = "words, articles: “1 4 -2” is in 1 and 4, not in 2; empty: all"
"""The hint of the prompt: what can be typed."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Words and articles that a row must have, and those that it must not have."""

    words: tuple[str, ...] = ()
    """Parts of words, without case and accents."""
    without_words: tuple[str, ...] = ()
    articles: frozenset[int] = frozenset()
    """Positions of articles that report the moment."""
    without_articles: frozenset[int] = frozenset()
    """Positions of articles that surely do not report it."""

    @classmethod
    def parse(cls, typed: str, article_count: int) -> RowFilter:
        """Read what was typed: words, and the marks of articles, each with `-` for *not*.

        Args:
            typed: as in `fentanyl 1 4 -2`. A figure is an article where there is one of that
                number, else a word; a letter is an article after `@`, as in `-@b`.
            article_count: how many articles there are.
        """
        marks = {_write_mark(article): article for article in range(article_count)}
        words: dict[bool, list[str]] = {True: [], False: []}
        articles: dict[bool, set[int]] = {True: set(), False: set()}
        for token in strip_accents(typed.casefold()).split():
            is_wanted = not token.startswith(_EXCLUDES) or token == _EXCLUDES
            name = token if is_wanted else token.removeprefix(_EXCLUDES)
            if name in marks:
                articles[is_wanted].add(marks[name])
            else:
                words[is_wanted].append(name)
        return cls(
            tuple(words[True]),
            tuple(words[False]),
            frozenset(articles[True]),
            frozenset(articles[False]),
        )

    def matches(self, row: MatrixRow, text: str) -> bool:
        """Return whether a row is listed.

        Args:
            row: the row.
            text: its words, as `searched_text` gives them.
        """
        return self.without_articles.issubset(row.left_out_by) and self._matches_else(row, text)

    def is_doubtful(self, row: MatrixRow, text: str) -> bool:
        """Return whether a row would match if the articles that perhaps report it did not."""
        doubted = self.without_articles - set(row.left_out_by)
        return bool(doubted) and doubted.issubset(row.perhaps_in) and self._matches_else(row, text)

    def _matches_else(self, row: MatrixRow, text: str) -> bool:
        """Return whether a row matches, leaving aside `without_articles`."""
        return (
            self.articles.issubset(cell.article for cell in row.cells)
            and all(word in text for word in self.words)
            and not any(word in text for word in self.without_words)
        )


def searched_text(row: MatrixRow) -> str:
    """Return the text of a row that a filter searches: label, passages and differences."""
    texts: list[str] = [row.label.text]
    texts += (passage.text for cell in row.cells for passage in cell.passages)
    texts += (side.passage.text for each in row.differences for side in each.sides)
    return strip_accents("\n".join(texts).casefold())


def _write_mark(article: int) -> str:
    """Return the text that is typed for an article."""
    mark = article_mark(article)
    return mark if article < NUMBERED_ARTICLES else f"{_ARTICLES}{mark}"
