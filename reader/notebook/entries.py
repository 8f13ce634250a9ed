"""Entries of the notebook as values: notes, rejected claims, added links, speakers.

An entry never changes. To edit a note is to retire its entry and to add another, so the notebooks
of two readers are merged by taking the entries and the retired ids of both.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from reader.articles import Clean, clean_line
from reader.notebook.entry_kinds import EntryKind, Subject
from reader.notebook.text_keys import hash_words

LONGEST_NOTE = 20_000
"""Characters of a note."""
LONGEST_WORDS = 4_000
"""Most characters of the words in an anchor."""
LONGEST_NAME = 300
"""Characters of a name, a label or the address of a source."""
MOST_ANCHORS = 100
"""Places that one entry can be about: a difference has one for each article."""
MOST_PARAGRAPHS = 100_000
"""Paragraphs of an article whose keys are stored beside entries about it."""
MOST_IN_STORY = 500
"""Most articles that are stored as having been open together."""
_NOTHING = Clean("")


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
    """The words, or the paragraph if `is_whole`; cut to `LONGEST_WORDS`."""
    is_whole: bool = True
    """Whether the entry is about the whole paragraph."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One note or claim of the user about articles."""

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
        """A key of its words: entries with the same topic are about the same words."""
        anchors = sorted(
            (anchor.paragraph_key, "" if anchor.is_whole else hash_words(anchor.words))
            for anchor in self.anchors
        )
        return self.subject, tuple(anchors), self.detail

    @property
    def claim(self) -> tuple[object, ...]:
        """A key of its statement: entries with the same claim say the same about the same words."""
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
    # Imported with the first entry, so that a start without one does not pay for it.
    from uuid import uuid4

    return uuid4().hex


def copy_id(entry_id: str) -> str:
    """Return the id of the copy of a retired entry.

    The id depends only on the retired one, so that two readers that restore it create one entry.
    """
    from hashlib import sha256

    return sha256(f"again {entry_id}".encode()).hexdigest()[:32]


def now() -> int:
    """Return the present time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def print_day(milliseconds: int) -> str:
    """Return the day of a time in milliseconds since 1970: `2031-05-04`, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime(milliseconds / 1000))


def name_entry(entry: Entry) -> str:
    """Return the name of an entry's kind: "note on a paragraph", "rejected link"."""
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
