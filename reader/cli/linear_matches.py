"""The matches of the paragraph being read: which articles have it, why, and in which words."""

from __future__ import annotations

from collections.abc import Callable

from reader.articles import Place
from reader.cli.linear_command import LinearCommand, Lines
from reader.coverage import Coverage
from reader.coverage.comparable_articles import explain_silence
from reader.linking import Link
from reader.reports.passage_words_report import format_passage_words_as_text
from reader.reports.place_names import name_article, name_paragraph
from reader.reports.shared_quote_report import format_shared_quotes_as_text


class LinearMatches:
    """Describes and follows the links of the paragraph being read.

    Args:
        coverage: the comparison.
        get_state: returns the paragraph being read and the lowest score of a link, 0..1.
        go_to: goes to a paragraph and describes it.
        find_article: returns the position of an article by its typed number; None if there is none.
    """

    def __init__(
        self,
        coverage: Coverage,
        get_state: Callable[[], tuple[Place, float]],
        go_to: Callable[[Place], Lines],
        find_article: Callable[[str], int | None],
    ) -> None:
        self._coverage = coverage
        self._articles = coverage.articles
        self._get_state = get_state
        self._go_to = go_to
        self._find_article = find_article

    def commands(self) -> tuple[LinearCommand, ...]:
        """Return the commands."""
        return (
            LinearCommand(("match", "matches"), "the matching passages of the others",
                          self._read_matches),
            LinearCommand(("w", "why"), "why they match", self._explain),
            LinearCommand(("W", "words"), "word by word with the surest match, or with a number "
                          "that article's", self._compare_words, takes_words=True),
            LinearCommand(("o", "open"), "go to the surest match, or with a number to that "
                          "article's", self._follow, takes_words=True),
            LinearCommand(("c", "quote"), "how each article carries the quote of this paragraph",
                          self._describe_quote),
        )  # fmt: skip

    @property
    def _place(self) -> Place:
        return self._get_state()[0]

    @property
    def _floor(self) -> float:
        return self._get_state()[1]

    @property
    def _links(self) -> tuple[Link, ...]:
        return self._coverage.links_from(*self._get_state())

    def summarize(self) -> str:
        """Return which articles have this paragraph, or why none surely has."""
        strongest: dict[int, Link] = {}
        for link in self._links:
            strongest.setdefault(link.there.article_position, link)
        if strongest:
            others = (
                f"{name_article(position)} {strongest[position].level.words}"
                for position in sorted(strongest)
            )
            return f"Also in: {', '.join(others)}."
        if self._coverage.is_only_here(self._place, self._floor) and len(self._articles) > 1:
            return f"Only here: no other article has a link from {self._floor:.2f} on."
        nearest = self._coverage.nearest(self._place, self._floor)
        if nearest is not None:
            reason = self._coverage.evidence(nearest).reasons[0]
            return (
                f"Perhaps elsewhere: no link from {self._floor:.2f} on, the nearest is "
                f"{name_paragraph(nearest.there)}, {nearest.score:.2f}: {reason}."
            )
        silence = explain_silence(self._articles, self._place.article)
        return f"{silence[0].upper()}{silence[1:]}." if silence else "Not compared."

    def _read_matches(self, _: str) -> Lines:
        links = self._links
        for link in links:
            yield (
                f"{name_paragraph(link.there)} {link.there.article.label}, "
                f"{link.level.words} {link.score:.2f}:"
            )
            yield link.there.text
        if not links:
            yield self.summarize()

    def _explain(self, _: str) -> Lines:
        links = self._links
        for link in links:
            reasons = "; ".join(self._coverage.evidence(link).reasons)
            yield f"{name_paragraph(link.there)} {link.level.words}, {link.score:.2f}: {reasons}."
        if not links:
            yield self.summarize()

    def _compare_words(self, number: str) -> Lines:
        link = self._surest_link(number)
        if link is None:
            yield "There is no match to compare with."
        else:
            yield from format_passage_words_as_text(link)

    def _follow(self, number: str) -> Lines:
        link = self._surest_link(number)
        if link is None:
            yield "There is no match to go to."
        else:
            yield from self._go_to(link.there.place)

    def _surest_link(self, number: str) -> Link | None:
        """Return the surest link of this paragraph, or the nearest passage where it has none.

        Args:
            number: that of the article it is to lead to; empty for any.
        """
        nearest = self._coverage.nearest(self._place, self._floor)
        links = self._links or ((nearest,) if nearest else ())
        if number:
            position = self._find_article(number)
            links = tuple(link for link in links if link.there.article_position == position)
        return links[0] if links else None

    def _describe_quote(self, _: str) -> Lines:
        carried = [
            quote
            for quote in self._coverage.shared_quotes
            for version in quote.versions
            if self._place in {passage.place for passage in version.passages}
        ]
        if carried:
            yield from format_shared_quotes_as_text(self._articles, carried, name_paragraph)
        else:
            yield "No quote of this paragraph is in another article. Q lists those that are."
