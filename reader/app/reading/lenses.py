"""Lenses: which words and paragraphs are marked or dimmed in the panes, beside the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from reader.app.themes.paragraph_style import LensMark, LensSign
from reader.app.themes.signs import article_mark
from reader.articles import Article, ParagraphKind, Place
from reader.text.printed_shares import print_share

if TYPE_CHECKING:
    from reader.articles import Passage
    from reader.coverage.value_sharing import ComparedValue, ValueSharing
    from reader.coverage.word_sharing import WordSharing
    from reader.quote_versions import ArticleQuotes
    from reader.story.shared_copy.shared_runs import SharedCopy

LensMarks = Mapping[int, tuple[LensMark, ...]]
"""What is marked in an article, by the position of the paragraph."""
RUN_WORDS = (8, 12, 16, 24, 32, 48, 64)
"""The fewest words of a run that the lens of shared copy shows, from shorter to longer runs."""


class LensFinding(NamedTuple):
    """The findings of a lens in one article. Paragraphs are given by position."""

    marks: Mapping[int, tuple[LensMark, ...]] = {}
    shared: frozenset[int] = frozenset()
    """Paragraphs with something that another article has, too."""
    own: frozenset[int] = frozenset()
    """Paragraphs with something that no other article has."""
    dimmed: frozenset[int] = frozenset()
    """Paragraphs without a finding."""
    signs: Mapping[int, LensSign] = {}
    """Signs in the gutter."""
    summary: str = ""
    """The number of findings, for the header of the article."""


NOTHING_SHOWN = LensFinding()


class LensSource:
    """The data that lenses search: the articles with their quotes and words.

    Args:
        articles: the articles.
        quotes: their quotes.
        is_only_here: whether surely no other article has a paragraph of the story; None as long
            as that is not known.
        fewest_words: the fewest words of a run of shared copy.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        quotes: ArticleQuotes,
        is_only_here: Callable[[Place], bool] | None = None,
        fewest_words: int = RUN_WORDS[0],
    ) -> None:
        self.articles = articles
        self.quotes = quotes
        self.is_only_here = is_only_here
        self.fewest_words = fewest_words

    @cached_property
    def words(self) -> WordSharing:
        """The words of the articles."""
        from reader.coverage.word_sharing import WordSharing

        return WordSharing(self.articles)

    @cached_property
    def values(self) -> ValueSharing:
        """The numbers and dates of the articles."""
        from reader.coverage.value_sharing import ValueSharing

        return ValueSharing(self.articles)

    @cached_property
    def all_copy(self) -> tuple[SharedCopy, ...]:
        """The copy that pairs of articles share, in runs of every length."""
        from reader.story.shared_copy.shared_runs import find_shared_copy

        return find_shared_copy(self.articles, self.quotes.quotes)

    @cached_property
    def shared_copy(self) -> tuple[SharedCopy, ...]:
        """The runs of words that two articles share, of so many words and more."""
        from reader.story.shared_copy.shared_runs import limit_runs

        limited = (limit_runs(copy, self.fewest_words) for copy in self.all_copy)
        return tuple(copy for copy in limited if copy.runs)

    def story(self, article: int) -> frozenset[int]:
        """Return the positions of the paragraphs of an article's story."""
        return frozenset(
            position
            for position, paragraph in enumerate(self.articles[article].paragraphs)
            if paragraph.kind is ParagraphKind.BODY
        )


class Lens(NamedTuple):
    """One kind of mark in the text."""

    key: str
    """The key that chooses it, after `v`."""
    label: str
    find: Callable[[LensSource, int], LensFinding] | None = None
    """Returns the findings in the article at a position; None for the plain text."""
    shared: str = ""
    """The words for findings that other articles have, too; a key goes to the next one."""
    own: str = ""
    """The words for findings that no other article has; a key goes to the next one."""


def show_only_here(source: LensSource, article: int) -> LensFinding:
    """Show the paragraphs that surely no other article has; dim the rest."""
    story = source.story(article)
    is_only_here = source.is_only_here or (lambda _place: False)
    own = frozenset(at for at in story if is_only_here(Place(article, at)))
    texts = source.articles[article].paragraphs
    return LensFinding(
        marks={at: (LensMark(0, len(texts[at].text), "only-here"),) for at in own},
        shared=story - own,
        own=own,
        dimmed=frozenset(range(len(texts))) - own,
        signs=dict.fromkeys(own, LensSign.ONLY_HERE),
        summary=f"{len(own)} of {len(story)} ¶ only here",
    )


def show_quotes(source: LensSource, article: int) -> LensFinding:
    """Show the quotes of an article: direct and partial ones, and words merely set off."""
    from reader.quotes import QuoteKind

    styles = {QuoteKind.DIRECT: "direct", QuoteKind.PARTIAL: "partial"}
    carried = {
        (passage.place.paragraph, passage.start)
        for quote in source.quotes.shared
        for version in quote.versions
        if version.article == article
        for passage in version.passages
    }
    marks: dict[int, list[LensMark]] = defaultdict(list)
    shared: set[int] = set()
    own: set[int] = set()
    counts = [0, 0]
    for quote in source.quotes.quotes[article]:
        if (words := quote.passage) is None:
            continue
        paragraph = words.place.paragraph
        style = styles.get(quote.kind, "set-off")
        marks[paragraph].append(LensMark(words.start, words.end, style))
        if quote.kind not in styles:
            continue
        is_shared = any(
            at == paragraph and words.start <= start < words.end for at, start in carried
        )
        (shared if is_shared else own).add(paragraph)
        counts[is_shared] += 1
    return LensFinding(
        marks=_frozen(marks),
        shared=frozenset(shared),
        own=frozenset(own),
        summary=f"{sum(counts)} quoted, {counts[0]} only here",
    )


def show_values(source: LensSource, article: int) -> LensFinding:
    """Show the numbers, sums, dates and times of an article; those that only it has stand out."""
    found = source.values.find_values(article)
    marks = {
        paragraph: tuple(
            LensMark(value.start, value.end, "own-value" if value.is_shared is False else "value")
            for value in values
        )
        for paragraph, values in found.items()
    }
    stated = [value.is_shared for values in found.values() for value in values]
    return LensFinding(
        marks=marks,
        shared=_where(found, lambda value: value.is_shared is True),
        own=_where(found, lambda value: value.is_shared is False),
        summary=f"{len(stated)} figures, {stated.count(False)} only here",
    )


def show_words(source: LensSource, article: int, *, is_shared: bool) -> LensFinding:
    """Show the words of an article that others have too, or that only it has."""
    style = "shared-word" if is_shared else "own-word"
    both = [source.words.find_words(article, is_shared=each) for each in (False, True)]
    marks = {
        paragraph: tuple(LensMark(start, end, style) for start, end in spans)
        for paragraph, spans in both[is_shared].items()
    }
    own, shared = (sum(map(len, found.values())) for found in both)
    total = own + shared
    count = shared if is_shared else own
    share = print_share(count / total) if total else "none"
    return LensFinding(
        marks=marks,
        shared=frozenset(both[True]),
        own=frozenset(both[False]),
        summary=f"{share} of words {'shared' if is_shared else 'only here'}",
    )


def show_copy(source: LensSource, article: int) -> LensFinding:
    """Show the runs of words that an article shares with others; runs that overlap are one."""
    marks: dict[int, list[LensMark]] = defaultdict(list)
    for passage in sorted(
        _copied_passages(source, article), key=lambda each: (each.place, each.start)
    ):
        found = marks[passage.place.paragraph]
        if found and passage.start <= found[-1].end:
            start, end = found[-1].start, max(found[-1].end, passage.end)
            found[-1] = LensMark(start, end, "copy")
        else:
            found.append(LensMark(passage.start, passage.end, "copy"))
    story = source.story(article)
    return LensFinding(
        marks=_frozen(marks),
        shared=frozenset(marks),
        own=story - frozenset(marks),
        signs=dict.fromkeys(marks, LensSign.COPY),
        summary=_describe_share(source.shared_copy, article),
    )


def list_shares(copies: Sequence[SharedCopy], article: int) -> Iterator[tuple[int, float]]:
    """Yield the articles that share copy with one, each with the share of the words of that one."""
    for copy in copies:
        if copy.here == article:
            yield copy.there, copy.share_here
        elif copy.there == article:
            yield copy.here, copy.share_there


def _copied_passages(source: LensSource, article: int) -> Iterator[Passage]:
    for copy in source.shared_copy:
        if article in (copy.here, copy.there):
            yield from (run.here if copy.here == article else run.there for run in copy.runs)


def _describe_share(copies: Sequence[SharedCopy], article: int) -> str:
    shares = sorted(list_shares(copies, article), key=lambda share: -share[1])
    if not shares:
        return "no shared copy"
    other, share = shares[0]
    return f"{print_share(share)} shared with [{article_mark(other)}]"


def _frozen(marks: Mapping[int, Iterable[LensMark]]) -> LensMarks:
    return {paragraph: tuple(found) for paragraph, found in marks.items()}


def _where(
    found: Mapping[int, Iterable[ComparedValue]], holds: Callable[[ComparedValue], bool]
) -> frozenset[int]:
    return frozenset(at for at, values in found.items() if any(map(holds, values)))


LENSES = (
    Lens("a", "plain text"),
    Lens("o", "only here", show_only_here, "paragraph that others have", "paragraph only here"),
    Lens("w", "shared copy", show_copy, "shared copy", "paragraph without shared copy"),
    Lens("q", "quotations", show_quotes, "quotation that others have", "quotation only here"),
    Lens("n", "numbers and dates", show_values, "figure that others have", "figure only here"),
    Lens("s", "shared words", partial(show_words, is_shared=True), "shared word", "own word"),
    Lens("u", "words only here", partial(show_words, is_shared=False), "shared word", "own word"),
)
