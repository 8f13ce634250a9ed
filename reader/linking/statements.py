"""Which sentences of different articles report one statement.

What somebody said is carried from outlet to outlet whole, cut, as a fragment or in the
reporter's words. The versions are those of `quote_versions`; here they are laid upon the
sentences that the linker compares.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.linking.work_progress import Check, steps
from reader.quote_versions import QuoteWord, Version, find_versions, stem_words

LONGEST_READ = 50_000
"""Characters that are read at once, so that whoever waits can stop it; longer articles are
read in pieces."""
MOST_VERSIONS = 200
"""What is said more often than this is a slogan."""
SENTENCES_READ_FOR_ALL = 2_500
"""In groups with more sentences, some sixty articles, indirect speech is left out: it would cost
more than all quotes do."""
ASK_EVERY = 2_000
"""Sentences looked through between two chances to stop."""
USUALLY_QUOTED = 0.2
"""The part of the sentences of news that have a quotation mark."""
HALF = 0.5
"""Two sentences of one utterance are one statement if they share this part of the words that
the one with fewer of them has."""

_MARK = re.compile('["“”„«»「『]')

Statements = dict[tuple[int, int], float]


class _Told(NamedTuple):
    """A sentence with what it has of an utterance."""

    row: int
    stems: frozenset[str]


class _Placed(NamedTuple):
    """A version of an utterance, laid upon the sentences of its article."""

    article: int
    certainty: float
    sentences: list[_Told]


class _Piece:
    """A stretch of an article as a text, and the rows of its sentences."""

    def __init__(self, article: int) -> None:
        self.article = article
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.rows: list[int] = []
        self.length = 0

    def add(self, row: int, sentence: str, *, new_line: bool) -> None:
        if self.parts:
            self.parts.append("\n" if new_line else " ")
            self.length += 1
        self.starts.append(self.length)
        self.rows.append(row)
        self.parts.append(sentence.replace("\n", " "))
        self.length += len(sentence)
        self.ends.append(self.length)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where its sentences stand in the text."""
        return list(zip(self.starts, self.ends, strict=True))

    def sentence_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def statements_shared(
    documents: Sequence[Sequence[str]], paragraphs: Sequence[Sequence[int]] | None, check: Check
) -> Statements:
    """For pairs of sentences how sure it is, 0..1, that both report one statement.

    Sentences are counted through all articles ("rows"); the earlier one comes first.

    Args:
        documents: the sentences of every article, in order.
        paragraphs: for every sentence the number of its paragraph; where it is not known,
            each is a paragraph of its own.
        check: told the share done, often.
    """
    pieces, texts = [], []
    for piece in _pieces(documents, paragraphs):
        check(0.0)
        pieces.append(piece)
        texts.append("".join(piece.parts))
    found: Statements = {}
    indirect = sum(map(len, documents)) <= SENTENCES_READ_FOR_ALL
    utterances = find_versions(
        texts,
        lambda share, _doing="": check(share),
        indirect=indirect,
        sentences=[piece.spans for piece in pieces] if indirect else None,
    )
    for versions in utterances:
        check(1.0)
        if len(versions) > MOST_VERSIONS or len({version.article for version in versions}) < 2:
            continue
        told: list[_Placed] = []
        for version in versions:
            check(1.0)
            piece = pieces[version.article]
            here = _Placed(piece.article, version.certainty, _sentences(version, piece))
            for there in told:
                if here.article != there.article:
                    sure = here.certainty * there.certainty
                    for pair in _pairs(there.sentences, here.sentences):
                        if sure > found.get(pair, 0.0):
                            found[pair] = sure
            told.append(here)
    return found


def share_of_usual_work(documents: Sequence[Sequence[str]], check: Check) -> float:
    """How long finding statements takes, as a share 0..1 of what it takes in a few usual articles.

    It is told by the sentences that have a quotation mark. `check` is called often.
    """
    sentences = sum(map(len, documents))
    quoted = 0
    for document in documents:
        for some in steps(len(document), lambda _: check(0.0), ASK_EVERY):
            quoted += sum(_MARK.search(text) is not None for text in document[some])
    share = min(1.0, quoted / max(1, sentences) / USUALLY_QUOTED)
    return share if sentences <= SENTENCES_READ_FOR_ALL else share / 2


def _pieces(
    documents: Sequence[Sequence[str]], paragraphs: Sequence[Sequence[int]] | None
) -> Iterator[_Piece]:
    row = 0
    for number, document in enumerate(documents):
        piece = _Piece(number)
        last: int | None = None
        for position, sentence in enumerate(document):
            paragraph = position if paragraphs is None else paragraphs[number][position]
            if paragraph != last and piece.length > LONGEST_READ:
                yield piece
                piece = _Piece(number)
            piece.add(row, sentence, new_line=paragraph != last)
            last = paragraph
            row += 1
        yield piece


def _sentences(version: Version, piece: _Piece) -> list[_Told]:
    """The sentences that a version stands in, each with the stems of its words."""
    words: list[list[QuoteWord]] = []
    rows: list[int] = []
    begin = end = 0
    for word in version.words:
        if not begin <= word.start < end:
            sentence = piece.sentence_at(word.start)
            begin, end = piece.starts[sentence], piece.ends[sentence]
            rows.append(piece.rows[sentence])
            words.append([])
        words[-1].append(word)
    return [_Told(row, frozenset(stem_words(told))) for row, told in zip(rows, words, strict=True)]


def _pairs(here: Sequence[_Told], there: Sequence[_Told]) -> list[tuple[int, int]]:
    """The sentences of two versions that have the same part of the utterance."""
    if len(here) == len(there) == 1:
        return [_ordered(here[0].row, there[0].row)]
    return [
        _ordered(one.row, other.row)
        for one in here
        for other in there
        if _same_part(one.stems, other.stems)
    ]


def _ordered(row: int, other: int) -> tuple[int, int]:
    return (row, other) if row < other else (other, row)


def _same_part(here: frozenset[str], there: frozenset[str]) -> bool:
    shared = len(here & there)
    return shared > 0 and shared >= HALF * min(len(here), len(there))
