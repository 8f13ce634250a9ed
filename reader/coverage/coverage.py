"""The comparison of several articles: links, their evidence, moments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import ParagraphKind, Passage, Place, name_articles
from reader.coverage.comparable_articles import find_comparable, find_surely_comparable
from reader.coverage.deferred_collection import defer_collection
from reader.coverage.findings import ONLY_HERE_DOUBT, Evidence, Findings, NearestPassage
from reader.linking.feature_names import DESCRIPTIONS
from reader.linking.link_table import LinkTable
from reader.linking.links import RELATED_FLOOR, SAME_FLOOR, Level, Link, LinkCounts, LinkedPlaces
from reader.linking.lowered_scores import Lowering
from reader.story.moments import Moment, MomentParts, ParagraphPart, group_moments

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage.evidence import Explainer
    from reader.coverage.only_here import NearestFinder
    from reader.coverage.word_rarity import WordRarity
    from reader.linking.conflicts import Conflict
    from reader.linking.link_corrections import LinkCorrections
    from reader.quote_versions import ArticleQuotes, SharedQuote, TextQuotes
    from reader.quote_versions.quote_corrections import QuoteCorrections
    from reader.quotes import Quote
    from reader.story.article_openings import ArticleOpening
    from reader.story.collated.collated_story import CollatedStory
    from reader.story.differences.difference import Difference
    from reader.story.differences.rejected_differences import RejectedDifference
    from reader.story.matrix.coverage_matrix import CoverageMatrix
    from reader.story.people.coverage_people import CoveragePeople
    from reader.story.shared_copy.origins import Origin
    from reader.story.shared_copy.shared_runs import SharedCopy
    from reader.story.text_versions.text_change import TextChanges
    from reader.story.text_versions.text_version import TextVersions

ADDED_BY_USER = "added by you"
"""The first reason for a link that the user added."""
MOST_REASONS = 3
"""At most so many reasons are given."""


_SAME_STATEMENT = DESCRIPTIONS["shared_statement"]
"""The reason that a link with a conflict cannot have: its speakers share a phrase only."""


class Coverage:
    """The whole comparison: the articles, their links, moments, quotes and shared quotes.

    Immutable. `links_from` and `link_counts` cost microseconds, whatever the number of links;
    evidence and utterances are worked out when they are first requested. A paragraph is given
    by a `Passage` of it, or by its `Place`.

    Args:
        articles: the articles compared, in the order of their panes.
        table: their links.
        groups: the linked sentences of every moment; found when first requested if None.
        quotes: the quotes of these articles, or what `TextQuotes.to_bytes` wrote of them; found
            when first requested if None.
        corrections: the links that the user rejected and added, which `table` and `groups` already
            follow.
        found: the table before the corrections; the same as `table` if None.
        rejected_differences: the differences that are left out.
        findings: what was found out about single links and paragraphs before; nothing if None.

    Raises:
        ValueError: the table does not fit the articles.
    """

    __slots__ = (
        "_article_quotes",
        "_collated",
        "_corrections",
        "_differences",
        "_explainer",
        "_finder",
        "_findings",
        "_found",
        "_given_quotes",
        "_groups",
        "_matrix",
        "_moments",
        "_passages",
        "_people",
        "_rarity",
        "_rejected_differences",
        "_shared_copy",
        "_table",
        "_text_changes",
        "_text_versions",
        "articles",
    )

    def __init__(
        self,
        articles: Iterable[Article],
        table: LinkTable,
        groups: MomentParts | None = None,
        quotes: TextQuotes | bytes | None = None,
        corrections: LinkCorrections | None = None,
        found: LinkTable | None = None,
        rejected_differences: Collection[RejectedDifference] = (),
        findings: Findings | None = None,
    ) -> None:
        self.articles = name_articles(tuple(articles))
        if table.paragraph_counts != tuple(len(article.paragraphs) for article in self.articles):
            raise ValueError("the links belong to other articles")
        self._table = table
        self._found = found or table
        self._corrections = corrections
        self._rejected_differences = frozenset(rejected_differences)
        self._given_quotes = quotes
        self._article_quotes: ArticleQuotes | None = None
        self._groups = groups
        self._moments: tuple[Moment, ...] | None = None
        self._differences: tuple[Difference, ...] | None = None
        self._shared_copy: tuple[SharedCopy, ...] | None = None
        self._text_versions: tuple[TextVersions, ...] | None = None
        self._text_changes: dict[tuple[int, int], TextChanges] = {}
        self._matrix: CoverageMatrix | None = None
        self._collated: CollatedStory | None = None
        self._people: CoveragePeople | None = None
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

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The groups of linked paragraphs, in the order in which the first article has them."""
        if self._moments is None:
            groups = group_moments(self._table) if self._groups is None else self._groups
            self._moments = tuple(
                Moment(number, tuple(map(self._passage_of_part, parts)))
                for number, parts in enumerate(groups, 1)
            )
        return self._moments

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What articles state differently about one thing, in the order of the first article.

        Looked for in linked passages, in English, and in quotations, when first requested.
        """
        if self._differences is None:
            from reader.story.differences.difference_finding import (
                find_differences,
                join_differences,
            )
            from reader.story.differences.quote_differences import find_quote_differences
            from reader.story.differences.rejected_differences import leave_rejected_out

            with defer_collection():
                quoted = find_quote_differences(self.articles, self.shared_quotes)
                # What was on two days is no contradiction where both articles tell both.
                crossed = self._table.list_lowered(Lowering.CROSSED_DAYS)
                links = (
                    link
                    for link in self.links()
                    if not crossed or (link.here.place, link.there.place) not in crossed
                )
                found = join_differences(find_differences(links), quoted)
                self._differences = leave_rejected_out(found, self._rejected_differences)
        return self._differences

    @property
    def matrix(self) -> CoverageMatrix:
        """Which article reports which moment, how and where, worked out when first requested."""
        if self._matrix is None:
            from reader.coverage.absences import AbsenceFinder
            from reader.story.matrix.matrix_rows import MatrixSources, build_matrix

            finder = self._nearest_finder
            absences = AbsenceFinder(self.articles, self._table, finder)
            with defer_collection():
                self._matrix = build_matrix(
                    MatrixSources(
                        self.articles,
                        self.moments,
                        self.differences,
                        self.quotes,
                        self.shared_copy,
                        finder.find_words,
                        absences.find,
                    )
                )
            # Every paragraph was read; few are asked for again.
            finder.find_words.cache_clear()
        return self._matrix

    @property
    def collated(self) -> CollatedStory:
        """Every moment once, in its fullest version as printed, worked out when first requested."""
        if self._collated is None:
            from reader.coverage.absences import AbsenceFinder
            from reader.story.collated.collation import CollationSources, collate

            matrix = self.matrix
            finder = self._nearest_finder
            absences = AbsenceFinder(self.articles, self._table, finder)
            with defer_collection():
                self._collated = collate(
                    CollationSources(
                        matrix,
                        self.moments,
                        self.quotes,
                        self.shared_quotes,
                        self.shared_copy,
                        finder.find_words,
                        absences.find,
                    )
                )
            finder.find_words.cache_clear()
        return self._collated

    @property
    def people(self) -> CoveragePeople:
        """Who is named and who is quoted, in which article how often, computed when first
        requested."""
        if self._people is None:
            from reader.story.people.people_rows import build_people

            with defer_collection():
                self._people = build_people(self.articles, self.quotes)
        return self._people

    @property
    def openings(self) -> tuple[ArticleOpening, ...]:
        """The opening of each article, and where the others report the same."""
        from reader.story.opening_finder import find_openings

        return find_openings(self.collated, self._is_same)

    @property
    def shared_copy(self) -> tuple[SharedCopy, ...]:
        """The runs of words that two articles share beside what they quote, for every pair.

        Looked for when first requested.
        """
        if self._shared_copy is None:
            from reader.story.shared_copy.shared_runs import find_shared_copy

            with defer_collection():
                self._shared_copy = find_shared_copy(self.articles, self.quotes)
        return self._shared_copy

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Which articles carry one copy, in the order of their first articles."""
        from reader.story.shared_copy.origins import find_origins

        return find_origins(self.articles, self.shared_copy)

    @property
    def text_versions(self) -> tuple[TextVersions, ...]:
        """The articles that are versions of one text, in groups; looked for when requested."""
        if self._text_versions is None:
            from reader.story.text_versions.version_finding import find_text_versions

            copies = self._shared_copy or ()
            self._text_versions = find_text_versions(self.articles, self.quotes, copies)
        return self._text_versions

    def text_changes(self, here: int, there: int) -> TextChanges:
        """What changed from one version of a text to another, facts first.

        Args:
            here: the position of the one article.
            there: that of the other.
        """
        from reader.story.text_versions.text_changes import find_text_changes

        found = self._text_changes.get((here, there))
        if found is None:
            found = find_text_changes(self.articles, here, there, self.quotes)
            self._text_changes[here, there] = found
        return found

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

    def with_corrections(
        self,
        corrections: LinkCorrections,
        *,
        quotes: QuoteCorrections | None = None,
        rejected_differences: Collection[RejectedDifference] = (),
    ) -> Coverage:
        """The same comparison with the user's corrections.

        Links, counts, moments, quotes, differences and `is_only_here` follow. Earlier
        corrections are not applied.

        Args:
            corrections: rejected and added links.
            quotes: rejected versions, and corrected speakers.
            rejected_differences: the rejected differences.

        Raises:
            ValueError: an added link has an end that does not exist.
        """
        # Most starts correct nothing.
        from reader.linking.linker_input import canonical_order, linker_input

        table = corrections.apply(self._found)
        order = canonical_order([linker_input(article) for article in self.articles])
        unparted = replace(corrections, rejected=frozenset()).apply(self._found)
        groups = group_moments(unparted, order, corrections)
        corrected = Coverage(
            self.articles,
            table,
            groups,
            corrections=corrections,
            found=self._found,
            rejected_differences=rejected_differences,
        )
        # Nothing is computed from them yet, unless it was before.
        corrected._article_quotes = self.article_quotes.with_corrections(quotes)
        return corrected

    @property
    def is_corrected(self) -> bool:
        """Whether it follows any correction of the user."""
        quotes = self._article_quotes
        has_other_quotes = quotes is not None and quotes.is_corrected
        return bool(self._corrections or self._rejected_differences or has_other_quotes)

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

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        """Return the state without explainer and word data, which are built when needed."""
        state = {name: getattr(self, name) for name in self.__slots__}
        return None, {**state, "_explainer": None, "_finder": None, "_rarity": None}

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

    def _passage_of_part(self, part: ParagraphPart) -> Passage:
        """The passage of some sentences, that of the whole paragraph if they are all or unknown."""
        whole = self.passage(part.place)
        sentences = whole.paragraph.sentences
        first, last = part.first_sentence, part.last_sentence
        if last >= len(sentences) or (first == 0 and last == len(sentences) - 1):
            return whole
        return replace(whole, start=sentences[first].start, end=sentences[last].stop)

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
