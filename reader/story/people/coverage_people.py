"""People by articles: who is named and who is heard, how often and with how many words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles import Article, Passage
from reader.text.cleaning import Clean

if TYPE_CHECKING:
    from reader.quote_versions import VersionForm
    from reader.quotes import SpeakerKind, Stance

COURTESY_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx"))
"""Titles that say nothing of what a person is, in lower case without a stop."""


@dataclass(frozen=True, slots=True)
class SpeechCount:
    """How often somebody is given the word in one form, and with how many words."""

    times: int = 0
    """Utterances, whose parts an attribution may split; of indirect speech, sentences, or their
    clauses beside a quotation."""
    words: int = 0
    uncounted: int = 0
    """Of the times, those whose words are not counted: it is not sure where they end."""

    def __add__(self, other: SpeechCount) -> SpeechCount:
        return SpeechCount(
            self.times + other.times,
            self.words + other.words,
            self.uncounted + other.uncounted,
        )

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.times > 0


@dataclass(frozen=True, slots=True)
class VerbUse:
    """How often an article reports somebody's words with one verb."""

    lemma: str
    """The verb in its base form, or "according to"."""
    stance: Stance
    times: int


@dataclass(frozen=True, slots=True)
class PersonSpeech:
    """What one article has somebody say at once."""

    form: VersionForm
    passage: Passage
    """The words in quotation marks, to the first attribution inside them, or the clause of
    indirect speech."""
    words: int
    """With those of the stretches that follow an attribution; 0 where they are not counted."""
    is_stated: bool
    """Whether the article states who speaks; what it does not is counted as perhaps only."""


@dataclass(frozen=True, slots=True)
class PeopleCell:
    """How one article names and quotes one person, or one other speaker."""

    article: int
    """The position of the article, from 0."""
    mentions: int
    """How often it prints the name, or of others the words for them beside what they say."""
    first: Passage
    """Where it prints the name first."""
    names: tuple[Clean, ...]
    """The forms of the name that it prints, without titles, the most frequent first."""
    titles: tuple[Passage, ...]
    """The titles before the name, each once ("Sen.", "former mayor")."""
    descriptions: tuple[Passage, ...]
    """The words beside the name that say who it is, each once ("the owner of the ferry")."""
    direct: SpeechCount
    partial: SpeechCount
    """Quoted in part: words that complete a clause of the reporter."""
    indirect: SpeechCount
    """In the reporter's words."""
    perhaps: SpeechCount
    """Quotations of which it is only an inference that they are this person's; counted above
    nowhere."""
    verbs: tuple[VerbUse, ...]
    """Those of what is counted, the most frequent first."""
    speeches: tuple[PersonSpeech, ...]
    """All of it, in the order of the article, also what is perhaps said."""
    first_spoken: Passage | None
    """The first of its words that are counted, quoted or in indirect speech."""
    confidence: float
    """In 0..1, how sure the speaker of what is counted is, weighted by words; 1 where nothing
    is."""

    @property
    def quoted(self) -> SpeechCount:
        """What is in quotation marks, whole and in part."""
        return self.direct + self.partial

    @property
    def called(self) -> Passage | None:
        """The one of titles and descriptions that says most; None if there is none.

        A description goes before an office, this before "R-Ohio", and that before "Mr.".
        """
        whole = [each for each in self.descriptions if " " in each.text]
        offices = [
            each for each in self.titles if each.text.rstrip(".").lower() not in COURTESY_TITLES
        ]
        return next(iter((*whole, *offices, *self.descriptions, *self.titles)), None)

    @property
    def spoken(self) -> SpeechCount:
        """All that is counted."""
        return self.quoted + self.indirect

    @property
    def is_heard(self) -> bool:
        """Whether anything is counted."""
        return self.direct.times + self.partial.times + self.indirect.times > 0

    @property
    def words(self) -> int:
        """The words of all that is counted."""
        return self.direct.words + self.partial.words + self.indirect.words


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """One person, or one other speaker, over all articles."""

    number: int
    """From 1, persons and other speakers counted apart, those with most words first."""
    name: Clean
    """The fullest form that an article prints, without titles."""
    kind: SpeakerKind
    cells: tuple[PeopleCell, ...]
    """Those of the articles that name or quote it, in the order of the articles."""

    def cell(self, article: int) -> PeopleCell | None:
        """The cell of an article, by position; None if it does not name or quote it."""
        return next((cell for cell in self.cells if cell.article == article), None)

    @property
    def spoken(self) -> SpeechCount:
        """All that the articles have it say."""
        return sum((cell.spoken for cell in self.cells), SpeechCount())

    @property
    def quoted(self) -> SpeechCount:
        """All that the articles quote of it in quotation marks."""
        return sum((cell.quoted for cell in self.cells), SpeechCount())

    @property
    def mentions(self) -> int:
        """How often the articles print the name."""
        return sum(cell.mentions for cell in self.cells)

    @property
    def is_heard(self) -> bool:
        """Whether any article surely gives words of it, in whatever form."""
        return any(cell.is_heard for cell in self.cells)

    @property
    def may_be_heard(self) -> bool:
        """Whether no article surely gives words of it, and one perhaps does."""
        return not self.is_heard and any(cell.perhaps for cell in self.cells)

    @property
    def heard_in(self) -> tuple[int, ...]:
        """The positions of the articles that surely give words of it."""
        return tuple(cell.article for cell in self.cells if cell.is_heard)

    @property
    def named_in(self) -> tuple[int, ...]:
        """The positions of the articles that name or quote it."""
        return tuple(cell.article for cell in self.cells)


@dataclass(frozen=True, slots=True)
class CoveragePeople:
    """Persons and other speakers by articles."""

    articles: tuple[Article, ...]
    persons: tuple[PeopleRow, ...]
    """Everybody with a name, most words first, then most mentions."""
    others: tuple[PeopleRow, ...]
    """The speakers that are no named persons: bodies, offices, groups, documents, persons
    without a name. A row is of the words for them: "officials" may be others in each article."""
    unknown: tuple[SpeechCount, ...]
    """By article, the quotations of which it does not state who said them."""

    @property
    def heard(self) -> tuple[PeopleRow, ...]:
        """The persons whom an article gives the word."""
        return tuple(row for row in self.persons if row.is_heard)

    @property
    def never_heard(self) -> tuple[PeopleRow, ...]:
        """The persons who are named and surely given the word nowhere."""
        return tuple(row for row in self.persons if not row.is_heard and not row.may_be_heard)

    @property
    def heard_once(self) -> tuple[PeopleRow, ...]:
        """The persons whom one article alone gives the word."""
        return tuple(row for row in self.persons if len(row.heard_in) == 1)
