"""Lenses: what is marked in the text of the panes beside the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.app.themes.paragraph_style import LensMark
from reader.articles import Article, ParagraphKind

if TYPE_CHECKING:
    from reader.coverage.word_sharing import WordSharing
    from reader.quote_versions import ArticleQuotes
    from reader.quotes import Quote
    from reader.story.shared_copy import SharedCopy

LensMarks = Mapping[int, tuple[LensMark, ...]]
"""What is marked in an article, by the position of the paragraph."""


class LensSource:
    """What lenses look through: the articles with their quotes and words.

    Args:
        articles: the articles.
        quotes: their quotes.
    """

    def __init__(self, articles: Sequence[Article], quotes: ArticleQuotes) -> None:
        self.articles = articles
        self.quotes = quotes

    @cached_property
    def words(self) -> WordSharing:
        """The words of the articles."""
        from reader.coverage.word_sharing import WordSharing

        return WordSharing(self.articles)

    @cached_property
    def shared_copy(self) -> tuple[SharedCopy, ...]:
        """The runs of words that two articles share."""
        from reader.story.shared_copy import find_shared_copy

        return find_shared_copy(self.articles, self.quotes.quotes)


@dataclass(frozen=True, slots=True)
class Lens:
    """One thing that can be marked in the text."""

    key: str
    """The key that chooses it, after `v`."""
    label: str
    find_marks: Callable[[LensSource, int], LensMarks] | None = None
    """Returns what is marked in the article at a position; None: nothing is marked."""


def mark_quotes(quotes: Sequence[Quote]) -> LensMarks:
    """Return the quotes of an article: direct and partial ones, and words merely set off."""
    from reader.quotes import QuoteKind

    styles = {QuoteKind.DIRECT: "direct", QuoteKind.PARTIAL: "partial"}
    marks: dict[int, list[LensMark]] = defaultdict(list)
    for quote in quotes:
        style = styles.get(quote.kind, "set-off")
        if (words := quote.passage) is not None:
            marks[words.place.paragraph].append(LensMark(words.start, words.end, style))
    return {paragraph: tuple(found) for paragraph, found in marks.items()}


def mark_values(article: Article) -> LensMarks:
    """Return the numbers, sums, dates and times of an article's story."""
    from reader.text.values import find_values

    marks = {
        position: tuple(
            LensMark(value.start, value.end, "value")
            for value in find_values(paragraph.text, language=article.language or "en")
        )
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is not ParagraphKind.FURNITURE
    }
    return {position: found for position, found in marks.items() if found}


def mark_words(source: LensSource, article: int, *, is_shared: bool) -> LensMarks:
    """Return the words of an article that others have too, or that only it has."""
    style = "shared-word" if is_shared else "own-word"
    found = source.words.find_words(article, is_shared=is_shared)
    return {
        paragraph: tuple(LensMark(start, end, style) for start, end in spans)
        for paragraph, spans in found.items()
    }


def mark_copy(source: LensSource, article: int) -> LensMarks:
    """Return the runs of words that an article shares with others; runs that overlap are one."""
    passages = [
        run.here if copy.here == article else run.there
        for copy in source.shared_copy
        if article in (copy.here, copy.there)
        for run in copy.runs
    ]
    marks: dict[int, list[LensMark]] = defaultdict(list)
    for passage in sorted(passages, key=lambda each: (each.place, each.start)):
        found = marks[passage.place.paragraph]
        if found and passage.start <= found[-1].end:
            start, end = found[-1].start, max(found[-1].end, passage.end)
            found[-1] = LensMark(start, end, "copy")
        else:
            found.append(LensMark(passage.start, passage.end, "copy"))
    return {paragraph: tuple(found) for paragraph, found in marks.items()}


LENSES = (
    Lens("a", "plain text"),
    Lens("w", "runs of shared copy", mark_copy),
    Lens("q", "quotations", lambda source, article: mark_quotes(source.quotes.quotes[article])),
    Lens("n", "numbers and dates", lambda source, article: mark_values(source.articles[article])),
    Lens("s", "shared words", partial(mark_words, is_shared=True)),
    Lens("u", "words only here", partial(mark_words, is_shared=False)),
)
