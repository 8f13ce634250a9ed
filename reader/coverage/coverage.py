"""The comparison of several articles: links, their evidence, moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles import Place
from reader.linking.link_table import LinkTable
from reader.linking.links import Link
from reader.story.moments import Moment, group_moments

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.evidence import Evidence, Explainer


class Coverage:
    """The whole comparison: the articles, the links between their paragraphs, the moments.

    Immutable. `links_from` and `link_counts` cost microseconds, whatever the number of links;
    evidence is worked out when it is first requested.

    Args:
        articles: the articles compared, in the order of their panes.
        table: their links.
        moments: the groups of linked paragraphs; found when first requested if None.

    Raises:
        ValueError: the table does not fit the articles.
    """

    __slots__ = ("_explainer", "_moments", "_table", "articles")

    def __init__(
        self,
        articles: Sequence[Article],
        table: LinkTable,
        moments: tuple[Moment, ...] | None = None,
    ) -> None:
        if table.paragraph_counts != tuple(len(article.paragraphs) for article in articles):
            raise ValueError("the links belong to other articles")
        self.articles = tuple(articles)
        self._table = table
        self._moments = moments
        self._explainer: Explainer | None = None

    @property
    def table(self) -> LinkTable:
        """The links as flat arrays."""
        return self._table

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The groups of linked paragraphs, in the order in which the first article has them."""
        if self._moments is None:
            self._moments = group_moments(self._table)
        return self._moments

    def links_from(self, place: Place, floor: float | None = None) -> tuple[Link, ...]:
        """The links of a paragraph, strongest first, each with `here` at that paragraph.

        Args:
            place: the paragraph.
            floor: the lowest score of a link, `RELATED_FLOOR` if None.

        Raises:
            IndexError: the paragraph does not exist.
        """
        return self._table.links_from(place, floor)

    def links(self, floor: float | None = None) -> Iterator[Link]:
        """Yield every link once, `here` in the earlier article; by article pair, strongest first.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        return self._table.links(floor)

    def link_counts(self, article: int, other: int, floor: float | None = None) -> tuple[int, int]:
        """How many links two articles (positions) have: *same*, and *related*."""
        return self._table.count_links(article, other, floor)

    def total_link_counts(self, floor: float | None = None) -> tuple[int, int]:
        """How many links all articles have: *same*, and *related*.

        Args:
            floor: the lowest score of a link, `RELATED_FLOOR` if None.
        """
        return self._table.count_all_links(floor)

    def __repr__(self) -> str:
        count = len(self.articles)
        articles = "1 article" if count == 1 else f"{count} articles"
        same, related = self.total_link_counts()
        return f"<Coverage of {articles}, {same} same and {related} related links>"

    def evidence(self, link: Link) -> Evidence:
        """Why a link exists, in the direction of the link."""
        if self._explainer is None:
            from reader.coverage.evidence import Explainer

            self._explainer = Explainer(self.articles, self._table)
        return self._explainer.explain(link)
