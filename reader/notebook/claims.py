"""Applies the user's claims to a comparison: links, differences, versions, speakers.

Of two entries that contradict each other, as of two people whose notebooks were merged, the later
one is applied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles import Clean, Place
from reader.errors import ReaderError
from reader.linking.link_corrections import LinkCorrections
from reader.notebook.entries import Entry
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.notebook_file import Notebook, NotebookError
from reader.notebook.placed_entries import PlacedEntries, PlacedEntry
from reader.notebook.text_index import TextIndex
from reader.text.plain_words import plain_words

if TYPE_CHECKING:
    from reader.articles import Article
    from reader.coverage import Coverage
    from reader.quote_versions.quote_corrections import QuoteCorrections, VersionWords
    from reader.story.differences.rejected_differences import RejectedDifference

StatedWords = tuple[Place, str]
_CLAIMS = (EntryKind.REJECTED, EntryKind.ADDED, EntryKind.SPEAKER)


@dataclass(frozen=True, slots=True)
class Claims:
    """The user's claims about the articles of one comparison. Equal if the effects are equal."""

    links: LinkCorrections = field(default_factory=LinkCorrections)
    differences: frozenset[tuple[str, frozenset[StatedWords]]] = frozenset()
    """The kind of each rejected difference and what its articles state."""
    versions: frozenset[tuple[StatedWords, StatedWords]] = frozenset()
    """A version and another with which it is not one utterance."""
    speakers: tuple[tuple[StatedWords, str], ...] = ()
    """A version and who said it; an empty name: not who was found."""
    speakers_from: tuple[Clean, ...] = ()
    """For each of these speakers that was named in another article, the label of that one."""

    def __bool__(self) -> bool:
        """Whether anything is claimed."""
        return bool(self.links or self.differences or self.versions or self.speakers)

    @property
    def of_quotes(self) -> tuple[object, object]:
        """The claims about quotes, to compare them with others."""
        return self.versions, self.speakers

    def apply(self, coverage: Coverage) -> Coverage:
        """Return a comparison of the same articles that follows the claims, and no earlier ones."""
        return coverage.with_corrections(
            self.links,
            quotes=self.quote_corrections(),
            rejected_differences=self._list_differences() if self.differences else (),
        )

    def quote_corrections(self) -> QuoteCorrections | None:
        """Return the claims about quotes; None: none."""
        if not self.versions and not self.speakers:
            return None
        from reader.quote_versions.quote_corrections import QuoteCorrections

        return QuoteCorrections(
            frozenset((_version(one), _version(other)) for one, other in self.versions),
            {_version(words): name for words, name in self.speakers},
            self.speakers_from,
        )

    def _list_differences(self) -> tuple[RejectedDifference, ...]:
        from reader.story.differences.difference import DifferenceKind
        from reader.story.differences.rejected_differences import RejectedDifference

        kinds = {kind.value: kind for kind in DifferenceKind}
        return tuple(
            RejectedDifference(kinds[kind], sides)
            for kind, sides in self.differences
            if kind in kinds
        )


def find_claims(placed: PlacedEntries) -> Claims:
    """Return the claims of entries about the open articles."""
    links: dict[frozenset[Place], EntryKind] = {}
    differences: set[tuple[str, frozenset[StatedWords]]] = set()
    versions: set[tuple[StatedWords, StatedWords]] = set()
    speakers: dict[StatedWords, PlacedEntry] = {}
    for each in sorted(placed.entries, key=lambda each: each.entry.created):
        if each.entry.kind not in _CLAIMS or not each.is_complete:
            continue
        words = _stated_words(each)
        if each.entry.subject is Subject.LINK and len(words) == 2:
            links[frozenset(place for place, _ in words)] = each.entry.kind
        elif each.entry.subject is Subject.DIFFERENCE and len(words) > 1:
            differences.add((each.entry.detail, frozenset(words)))
        elif each.entry.subject is Subject.VERSION and len(words) == 2:
            versions.add((words[0], words[1]))
        elif each.entry.subject is Subject.SPEAKER:
            speakers[words[0]] = each
    return Claims(
        LinkCorrections(
            frozenset(_pair(link) for link, kind in links.items() if kind is EntryKind.REJECTED),
            frozenset(_pair(link) for link, kind in links.items() if kind is EntryKind.ADDED),
        ),
        frozenset(differences),
        frozenset(versions),
        tuple(sorted((said, each.entry.text) for said, each in speakers.items())),
        tuple(sorted(label for each in speakers.values() for label in each.written_on)),
    )


def read_entries_about(articles: Sequence[Article], notebook: Notebook) -> PlacedEntries:
    """Return the entries of a notebook about articles that are compared.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    if not notebook.exists:
        return PlacedEntries()
    index = TextIndex(articles)
    entries = notebook.find_entries(index.paragraph_keys)
    return index.place_entries(entries, notebook.read_articles()) if entries else PlacedEntries()


def read_lost_entries(articles: Sequence[Article], notebook: Notebook) -> tuple[Entry, ...]:
    """Return the entries about articles that lost all paragraphs they were about, as edited.

    Raises:
        NotebookError: the notebook exists but cannot be read.
    """
    known = notebook.read_articles() if notebook.exists else {}
    index = TextIndex(articles)
    if index.find_states(known) <= set(index.text_keys):
        return ()
    return index.find_lost(notebook.read_entries(), known)


def read_claims(
    articles: Sequence[Article], notebook: Notebook, on_problem: Callable[[ReaderError], None]
) -> Claims:
    """Return the user's claims about articles that are compared.

    Args:
        articles: the articles, in the order of their positions.
        notebook: the notebook.
        on_problem: called if the notebook cannot be read; there are no claims then.
    """
    try:
        return find_claims(read_entries_about(articles, notebook))
    except NotebookError as error:
        on_problem(error)
        return Claims()


def _stated_words(placed: PlacedEntry) -> list[StatedWords]:
    return [
        (place, plain_words(anchor.words))
        for place, anchor in zip(placed.places, placed.entry.anchors, strict=True)
        if place is not None
    ]


def _pair(link: frozenset[Place]) -> tuple[Place, Place]:
    first, second = sorted(link)
    return Place(*first), Place(*second)


def _version(words: StatedWords) -> VersionWords:
    from reader.quote_versions.quote_corrections import VersionWords

    return VersionWords(*words)
