"""What the user adds to articles, as values: notes, rejected claims, added links, speakers.

An entry never changes. To edit a note is to retire its entry and to add another, so the notebooks
of two readers are merged by taking the entries and the retired ids of both.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum

from reader.articles import Clean, clean_line
from reader.notebook.text_keys import hash_words

LONGEST_NOTE = 20_000
"""Characters of a note."""
LONGEST_WORDS = 4_000
"""Characters of the words that an anchor keeps."""
LONGEST_NAME = 300
"""Characters of a name, a label or the address of a source."""
MOST_ANCHORS = 100
"""Places that one entry can be about: a difference has one for each article."""
MOST_PARAGRAPHS = 100_000
"""Paragraphs of an article of which the keys are kept beside entries about it."""
MOST_IN_STORY = 500
"""Articles that were open together, as far as they are kept."""
_NOTHING = Clean("")


class EntryKind(str, Enum):
    """What the user says. The values are stable: they are stored and exported."""

    NOTE = "note"
    REJECTED = "rejected"
    """A claim of the program is wrong."""
    ADDED = "added"
    """Two paragraphs tell the same moment."""
    SPEAKER = "speaker"
    """Who said it."""


class Subject(str, Enum):
    """What an entry is about. The values are stable: they are stored and exported."""

    PARAGRAPH = "paragraph"
    LINK = "link"
    """Two paragraphs of two articles."""
    QUOTATION = "quotation"
    DIFFERENCE = "difference"
    VERSION = "version"
    """The words of one article, and those of another whose version they are said to be."""
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of an article, by its words."""

    text_key: str
    """The key of the text of the article (`hash_text`)."""
    paragraph_key: str
    """The key of the words of the paragraph (`hash_words`)."""
    number: int
    """The number that the paragraph had, from 1."""
    words: Clean
    """The words meant, the paragraph where it is meant as a whole; cut to `LONGEST_WORDS`."""
    is_whole: bool = True
    """Whether the paragraph is meant as a whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the user wrote down or said about articles."""

    id: str
    """32 hexadecimal digits, chosen at random; of one brought back, by `copy_id`."""
    kind: EntryKind
    subject: Subject
    anchors: tuple[Anchor, ...]
    """Where it is; the ends of a link, the sides of a difference, a version and its base."""
    text: Clean = _NOTHING
    """The note, or the name of the speaker."""
    detail: Clean = _NOTHING
    """The kind of a difference, or the name of the speaker that was rejected."""
    created: int = 0
    """Milliseconds since 1970, UTC."""
    story: tuple[str, ...] = field(default=(), compare=False)
    """The keys of the articles that were open together."""

    @property
    def topic(self) -> tuple[object, ...]:
        """What it is about: entries with the same topic are about the same words."""
        anchors = sorted(
            (anchor.paragraph_key, "" if anchor.is_whole else hash_words(anchor.words))
            for anchor in self.anchors
        )
        return self.subject, tuple(anchors), self.detail

    @property
    def claim(self) -> tuple[object, ...]:
        """What it says: entries with the same claim say the same of the same words."""
        return self.kind, self.topic, self.text


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that entries are about, as it was when they were written."""

    text_key: str
    label: Clean
    heading: Clean
    source: Clean
    """Its absolute path or its address."""
    paragraphs: tuple[str, ...]
    """The keys of its paragraphs, each cut to `KNOWN_DIGITS`."""


KNOWN_DIGITS = 16
"""Hexadecimal digits of the key of a paragraph in a `KnownArticle`."""


def new_entry_id() -> str:
    """Return an id that no other entry has."""
    # Imported with the first entry: a start without one does without.
    from uuid import uuid4

    return uuid4().hex


def copy_id(entry_id: str) -> str:
    """Return the id of the entry that says again what one said that was retired.

    It is the same wherever that is brought back, so that two readers that do so have one entry.
    """
    from hashlib import sha256

    return sha256(f"again {entry_id}".encode()).hexdigest()[:32]


def now() -> int:
    """Return the present time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def name_entry(entry: Entry) -> str:
    """Return what an entry is, for people: "note on a paragraph", "rejected link"."""
    names = {
        Subject.SPEAKER: "speaker",
        Subject.VERSION: "version of a quotation",
    }
    subject = names.get(entry.subject, entry.subject.value)
    if entry.kind is EntryKind.NOTE:
        return f"note on a {subject}"
    if entry.kind is EntryKind.SPEAKER:
        return clean_line(f"speaker corrected to {entry.text or 'unknown'}")
    return f"{entry.kind.value} {subject}"
