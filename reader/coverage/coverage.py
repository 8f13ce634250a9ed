"""The comparison of several articles: links, their evidence, moments."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import Passage
from reader.coverage.deferred_collection import defer_collection
from reader.coverage.findings import Findings
from reader.coverage.linked_articles import LinkedArticles
from reader.linking.link_table import LinkTable
from reader.linking.lowered_scores import Lowering
from reader.story.moments import Moment, MomentParts, ParagraphPart, group_moments

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.linking.link_corrections import LinkCorrections
    from reader.quote_versions import TextQuotes
    from reader.quote_versions.quote_corrections import QuoteCorrections
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


class Coverage(LinkedArticles):
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
        "_collated",
        "_differences",
        "_found",
        "_groups",
        "_matrix",
        "_moments",
        "_people",
        "_rejected_differences",
        "_shared_copy",
        "_text_changes",
        "_text_versions",
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
        super().__init__(articles, table, quotes, corrections, findings)
        self._found = found or table
        self._rejected_differences = frozenset(rejected_differences)
        self._groups = groups
        self._moments: tuple[Moment, ...] | None = None
        self._differences: tuple[Difference, ...] | None = None
        self._shared_copy: tuple[SharedCopy, ...] | None = None
        self._text_versions: tuple[TextVersions, ...] | None = None
        self._text_changes: dict[tuple[int, int], TextChanges] = {}
        self._matrix: CoverageMatrix | None = None
        self._collated: CollatedStory | None = None
        self._people: CoveragePeople | None = None

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
                corrected = self.article_quotes.corrected_indirect
                self._people = build_people(self.articles, self.quotes, corrected)
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

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        """Return the state without explainer and word data, which are built when needed."""
        names = (*LinkedArticles.__slots__, *self.__slots__)
        state = {name: getattr(self, name) for name in names}
        return None, {**state, "_explainer": None, "_finder": None, "_rarity": None}

    def _passage_of_part(self, part: ParagraphPart) -> Passage:
        """The passage of some sentences, that of the whole paragraph if they are all or unknown."""
        whole = self.passage(part.place)
        sentences = whole.paragraph.sentences
        first, last = part.first_sentence, part.last_sentence
        if last >= len(sentences) or (first == 0 and last == len(sentences) - 1):
            return whole
        return replace(whole, start=sentences[first].start, end=sentences[last].stop)
