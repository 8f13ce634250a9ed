"""Which sentences of different articles report one statement.

A statement is carried from outlet to outlet whole, cut, as a fragment or in the reporter's
words. The versions are those of `quote_versions`; this module finds the sentences that the
linker compares in which they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.linking.phase_progress import PhaseProgress
from reader.quote_versions import QuoteWord, Version, find_versions, stem_words

PIECE_CHARACTERS = 50_000
"""Longer articles are read in pieces of about this length, which end with a paragraph."""
MOST_VERSIONS = 200
"""An utterance with more versions than this is a slogan."""
SENTENCES_WITH_INDIRECT_SPEECH = 2_500
"""In groups with more sentences, some sixty articles, indirect speech is left out: it would cost
more than all quotes do."""
SHARED_STEMS = 0.5
"""Two sentences of one utterance are one statement if they share this part, 0..1, of the words
that the one with fewer of them has."""

Statements = dict[tuple[int, int], float]
"""How sure it is, 0..1, that two rows report one statement, by the rows, the earlier one first."""


class _SentencePart(NamedTuple):
    """The part of an utterance that one sentence has."""

    row: int
    stems: frozenset[str]


class _PlacedVersion(NamedTuple):
    """A version of an utterance by the sentences of its article."""

    article: int
    certainty: float
    parts: list[_SentencePart]


class _TextPiece:
    """A stretch of an article as a text, and the rows of its sentences."""

    def __init__(self, article: int) -> None:
        self.article = article
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.rows: list[int] = []
        self.length = 0

    def add(self, row: int, sentence: str, *, on_new_line: bool) -> None:
        """Append a sentence."""
        if self.parts:
            self.parts.append("\n" if on_new_line else " ")
            self.length += 1
        self.starts.append(self.length)
        self.rows.append(row)
        self.parts.append(sentence.replace("\n", " "))
        self.length += len(sentence)
        self.ends.append(self.length)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The start and end of each sentence in the text."""
        return list(zip(self.starts, self.ends, strict=True))

    def sentence_at(self, offset: int) -> int:
        """The position of the sentence at an offset of the text."""
        return bisect_right(self.starts, offset) - 1


def find_shared_statements(
    documents: Sequence[Sequence[str]],
    paragraphs: Sequence[Sequence[int]] | None,
    progress: PhaseProgress,
) -> Statements:
    """Find the pairs of sentences of different articles that report one statement.

    Args:
        documents: the sentences of every article, in order.
        paragraphs: for every sentence the number of its paragraph; each is taken for a
            paragraph of its own if None.
        progress: of this part of the work.
    """
    pieces = list(_text_pieces(documents, paragraphs))
    with_indirect = sum(map(len, documents)) <= SENTENCES_WITH_INDIRECT_SPEECH
    utterances = find_versions(
        ["".join(piece.parts) for piece in pieces],
        lambda share, _doing="": progress.report(share, "finding the quotes"),
        indirect=with_indirect,
        sentences=[piece.spans for piece in pieces] if with_indirect else None,
    )
    found: Statements = {}
    for versions in utterances:
        if len(versions) > MOST_VERSIONS or len({version.article for version in versions}) < 2:
            continue
        earlier: list[_PlacedVersion] = []
        for version in versions:
            piece = pieces[version.article]
            here = _PlacedVersion(piece.article, version.certainty, _parts(version, piece))
            for there in earlier:
                if here.article != there.article:
                    certainty = here.certainty * there.certainty
                    for pair in _matching_rows(there.parts, here.parts):
                        if certainty > found.get(pair, 0.0):
                            found[pair] = certainty
            earlier.append(here)
    return found


def _text_pieces(
    documents: Sequence[Sequence[str]], paragraphs: Sequence[Sequence[int]] | None
) -> Iterator[_TextPiece]:
    row = 0
    for number, document in enumerate(documents):
        piece = _TextPiece(number)
        last: int | None = None
        for position, sentence in enumerate(document):
            paragraph = position if paragraphs is None else paragraphs[number][position]
            if paragraph != last and piece.length > PIECE_CHARACTERS:
                yield piece
                piece = _TextPiece(number)
            piece.add(row, sentence, on_new_line=paragraph != last)
            last = paragraph
            row += 1
        yield piece


def _parts(version: Version, piece: _TextPiece) -> list[_SentencePart]:
    """The sentences of a version, each with the stems of its words."""
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
    return [
        _SentencePart(row, frozenset(stem_words(of_row)))
        for row, of_row in zip(rows, words, strict=True)
    ]


def _matching_rows(
    here: Sequence[_SentencePart], there: Sequence[_SentencePart]
) -> list[tuple[int, int]]:
    """The rows of two versions that have the same part of the utterance."""
    if len(here) == len(there) == 1:
        return [_in_order(here[0].row, there[0].row)]
    return [
        _in_order(one.row, other.row)
        for one in here
        for other in there
        if _is_same_part(one.stems, other.stems)
    ]


def _in_order(row: int, other: int) -> tuple[int, int]:
    return (row, other) if row < other else (other, row)


def _is_same_part(here: frozenset[str], there: frozenset[str]) -> bool:
    shared = len(here & there)
    return shared > 0 and shared >= SHARED_STEMS * min(len(here), len(there))
