"""Articles and their links: the evidence of a link, and what is in one article alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import ParagraphKind, Passage, Place, name_articles
from reader.coverage.comparable_articles import find_comparable, find_surely_comparable
from reader.coverage.findings import ONLY_HERE_DOUBT, Evidence, Findings, NearestPassage
from reader.linking.feature_names import DESCRIPTIONS
from reader.linking.link_table import LinkTable
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, Level, Link, LinkCounts, LinkedPlaces

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.evidence import Explainer
    from reader.coverage.only_here import NearestFinder
    from reader.coverage.word_rarity import WordRarity
    from reader.linking.conflicts import Conflict
    from reader.linking.link_corrections import LinkCorrections
    from reader.quote_versions import ArticleQuotes, SharedQuote, TextQuotes
    from reader.quotes import Quote

ADDED_BY_USER = "added by you"
"""The first reason for a link that the user added."""
MOST_REASONS = 3
"""At most so many reasons are given."""

_SAME_STATEMENT = DESCRIPTIONS["shared_statement"]
"""The reason that a link with a conflict cannot have: its speakers share a phrase only."""


class LinkedArticles:
    """Articles with their links, quotes and shared quotes. Immutable.

    Args:
        articles: the articles compared, in the order of their panes.
        table: their links.
        quotes: as of `Coverage`, like `corrections` and `findings`.

    Raises:
        ValueError: the table does not fit the articles.
    """

    __slots__ = (
        "_article_quotes",
        "_corrections",
        "_explainer",
        "_finder",
        "_findings",
        "_given_quotes",
        "_passages",
        "_rarity",
        "_table",
        "articles",
    )

    def __init__(
        self,
        articles: Iterable[Article],
        table: LinkTable,
        quotes: TextQuotes | bytes | None,
        corrections: LinkCorrections | None,
        findings: Findings | None,
    ) -> None:
        self.articles = name_articles(tuple(articles))
        if table.paragraph_counts != tuple(len(article.paragraphs) for article in self.articles):
            raise ValueError("the links belong to other articles")
        self._table = table
        self._corrections = corrections
        self._given_quotes = quotes
        self._article_quotes: ArticleQuotes | None = None
        self._passages: dict[Place, Passage] = {}
        """Those of whole paragraphs; each is shared by all links of its paragraph."""
        self._explainer: Explainer | None = None
        self._finder: NearestFinder | None = None
        self._rarity: WordRarity | None = None
        self._findings = findings or Findings()

    @property
    def findings(self) -> Findings:
        """What was found out about single links and paragraphs so far; not public."""
        return self._findings

    @property
    def table(self) -> LinkTable:
        """The links as flat arrays, for this package; not a part of the public interface."""
        return self._table

    @property
    def article_quotes(self) -> ArticleQuotes:
        """The quotes of the articles and their utterances, worked out when first requested."""
        if self._article_quotes is None:
            from reader.quote_versions import ArticleQuotes

            given = self._given_quotes
            if isinstance(given, bytes):
                self._article_quotes = ArticleQuotes.from_bytes(self.articles, given)
            else:
                self._article_quotes = ArticleQuotes(self.articles, given)
            self._given_quotes = None
        return self._article_quotes

    @property
    def quotes(self) -> tuple[tuple[Quote, ...], ...]:
        """The quotes of every article, in the order of its text."""
        return self.article_quotes.quotes

    @property
    def shared_quotes(self) -> tuple[SharedQuote, ...]:
        """The utterances that at least two articles carry, those in most articles first."""
        return self.article_quotes.shared

    def passage(self, place: Place) -> Passage:
        """The whole paragraph at a place.

        Raises:
            IndexError: the paragraph does not exist.
        """
        passage = self._passages.get(place)
        if passage is None:
            passage = Passage.of_paragraph(self.articles, Place(*place))
            self._passages[passage.place] = passage
        return passage

    def links_from(
        self, paragraph: Passage | Place, floor: float | None = None
    ) -> tuple[Link, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        Args:
            paragraph: a passage of it, or its place.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
            ValueError: the passage is of an article that is not compared here.
        """
        return tuple(map(self._link, self._table.links_from(self._place(paragraph), floor)))

    def each_link_from(self, place: Place, floor: float | None = None) -> Iterator[Link]:
        """Yield what `links_from` returns, each when it is asked for."""
        return map(self._link, self._table.each_link_from(place, floor))

    def links(self, floor: float | None = None) -> Iterator[Link]:
        """Yield every link once, `here` in the earlier article; by article pair, strongest first.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        return map(self._link, self._table.links(floor))

    def is_only_here(self, place: Place | Passage, floor: float | None = None) -> bool:
        """Return whether a paragraph is of the story and surely no other article has it.

        It has no link, and nothing in the other articles is so much alike that one of them may
        have it in other words. Only articles of one language are compared: where none of the others
        is known to be in its language, nothing is said to be only here.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
        """
        address = self._place(place)
        if not self._has_no_link(address, floor):
            return False
        if not find_surely_comparable(self.articles, address.article):
            return False
        return not self._may_be_elsewhere(address)

    def nearest(self, place: Place | Passage, floor: float | None = None) -> Link | None:
        """The most alike passage of a paragraph that has no link and yet is *perhaps* elsewhere.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Returns:
            A link below the floor; None for a paragraph that has a link, is only here, or is not
            of the story, and where nothing is alike.

        Raises:
            IndexError: the paragraph does not exist.
        """
        address = self._place(place)
        if not self._has_no_link(address, floor) or self.is_only_here(address, floor):
            return None
        if not find_comparable(self.articles, address.article):
            return None
        found = self._find_nearest(address).link
        return None if found is None else self._link(found)

    def link_counts(self, article: int, other: int, floor: float | None = None) -> LinkCounts:
        """How many links of each level two articles (positions) have."""
        return self._table.count_links(article, other, floor)

    def total_link_counts(self, floor: float | None = None) -> LinkCounts:
        """How many links of each level all articles have.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        return self._table.count_all_links(floor)

    def __repr__(self) -> str:
        count = len(self.articles)
        articles = "1 article" if count == 1 else f"{count} articles"
        return f"<Coverage of {articles}; links: {self.total_link_counts()}>"

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists, in its direction; first how its two ends differ."""
        linked = LinkedPlaces.of_link(link)
        found = self._findings.evidence(linked)
        if found is None:
            found = self._explain(linked)
            self._findings.add_evidence(linked, found)
        corrections = self._corrections
        first: tuple[str, ...] = ()
        if corrections and corrections.is_added(linked.here, linked.there):
            first = (ADDED_BY_USER,)
        elif self._table.has_conflict(linked):
            first = tuple(str(each) for each in self.conflicts(link) if each.is_other_moment)
            kept = tuple(each for each in found.reasons if each != _SAME_STATEMENT)
            found = replace(found, reasons=kept)
        elif lowered := self._table.why_lowered(linked):
            first = (lowered.words,)
        return replace(found, reasons=(*first, *found.reasons)[:MOST_REASONS]) if first else found

    def conflicts(self, link: Link) -> tuple[Conflict, ...]:
        """How the statements of the two ends of a link differ, in the direction of the link.

        Those that make two moments come first; of a link without any, another figure of the same
        thing. Spans are offsets in the paragraphs.
        """
        from reader.linking.conflicts import find_link_conflicts
        from reader.linking.speaker_conflicts import find_link_speakers

        linked = LinkedPlaces.of_link(link)
        best = self._table.best_sentences(linked)
        is_other = self._table.has_conflict(linked)
        found = find_link_conflicts(link.passages, best, is_other_moment=is_other)
        if is_other:
            here, there = (self.quotes[place.article] for place in (linked.here, linked.there))
            found += find_link_speakers(link.passages, best, (here, there))
        return found

    @property
    def _nearest_finder(self) -> NearestFinder:
        if self._finder is None:
            from reader.coverage.only_here import NearestFinder

            self._finder = NearestFinder(self.articles, self._table, self._word_rarity)
        return self._finder

    @property
    def _word_rarity(self) -> WordRarity:
        if self._rarity is None:
            from reader.coverage.word_rarity import WordRarity

            self._rarity = WordRarity(self.articles)
        return self._rarity

    def _explain(self, linked: LinkedPlaces) -> Evidence:
        if self._explainer is None:
            from reader.coverage.evidence import Explainer

            self._explainer = Explainer(self.articles, self._table, self._word_rarity)
        return self._explainer.explain(linked)

    def _find_nearest(self, place: Place) -> NearestPassage:
        found = self._findings.nearest(place)
        if found is None:
            found = self._nearest_finder.find(place)
            self._findings.add_nearest(place, found)
        return found

    def _is_same(self, here: Place, there: Place) -> bool:
        """Whether two paragraphs have a link that is *same*."""
        links = self._table.links_from(here, SAME_FLOOR)
        return any(each.there == there and each.level is Level.SAME for each in links)

    def _has_no_link(self, place: Place, floor: float | None) -> bool:
        """Whether a paragraph is of the story and has no link from a score on."""
        paragraph = self.articles[place.article].paragraphs[place.paragraph]
        return paragraph.kind is ParagraphKind.BODY and not self._table.is_linked(place, floor)

    def _may_be_elsewhere(self, place: Place) -> bool:
        """Whether another article may have a paragraph that has no link shown."""
        if self._table.is_linked(place, RELATED_FLOOR):
            return True
        return self._find_nearest(place).doubt >= ONLY_HERE_DOUBT

    def _link(self, linked: LinkedPlaces) -> Link:
        here, there, score, level = linked
        passages = self._passages
        try:
            return Link(passages[here], passages[there], score, level)
        except KeyError:
            return Link(self.passage(here), self.passage(there), score, level)

    def _place(self, paragraph: Passage | Place) -> Place:
        """Return the place of a paragraph, also of a passage from another comparison."""
        if not isinstance(paragraph, Passage):
            return paragraph
        position, number = paragraph.place
        articles, article = self.articles, paragraph.article
        if position < len(articles) and articles[position] == article:
            return paragraph.place
        if article not in articles:
            raise ValueError(f"{article.name} is not among the articles compared")
        return Place(articles.index(article), number)
