"""The passages of a source that have the words of a quotation, inside marks or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.articles import Article, Passage
from reader.articles.transcripts import find_spoken_spans, find_turns, find_unlabelled_spans
from reader.quote_check.coded_words import CodedQuotation, WordAlphabet
from reader.quote_check.quotation_beginnings import MOST_WINDOWS, choose_beginnings
from reader.quote_check.quote_surroundings import read_speaker_around
from reader.quote_check.shared_words import LEAST_SHARE, cut_to_shared, share_content
from reader.quote_check.source_lines import SourceLines
from reader.quote_check.source_sentences import SourceSentences
from reader.quote_check.speaker_relations import SpeakerRelations
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.speaker_agreement import speakers_agree, speakers_differ
from reader.quote_versions.word_edits import (
    Edit,
    EditKind,
    EditPlace,
    build_edit_script,
    count_same_words,
)
from reader.quotes.offsets import ArticleText, join_paragraphs
from reader.quotes.quote import Quote, Speaker
from reader.quotes.quote_finder import find_quotes

_MOST_NESTED = 4
"""Quotations inside quotations that are tried before a place."""
_SLACKS = (3, 40)
"""Words on either side of a window that are compared too: first few, so that a word that is there
too is not taken for the quotation's own, then as many as may have been cut."""
WIDEST_SLACK = max(_SLACKS)


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words of a source that a quotation may come from."""

    source: SourceIndex
    base: tuple[QuoteWord, ...]
    """Its words."""
    edits: tuple[Edit, ...]
    """Those from its words to the quotation's."""
    quote: Quote | None
    """The quotation of the source that most of it is in."""
    is_whole_quote: bool
    """Whether its words are that whole quotation."""

    @property
    def span(self) -> tuple[int, int]:
        """Its span in the source's text."""
        return self.base[0].start, self.base[-1].end

    @property
    def text(self) -> str:
        """The source's text from its first to its last word."""
        start, end = self.span
        return self.source.text[start:end]

    @property
    def speaker(self) -> Speaker | None:
        """The speaker of the quotation that it is in, or whom its sentence names."""
        return self.source.read_speaker(self.quote) if self.quote else None

    @property
    def faults(self) -> int:
        """Number of words that are cut inside, or that the speaker did not say.

        What is left out at an end does not count, whether or not other words are in its place.
        """
        return sum(map(_count_faulty_words, self.edits))

    def rank(self, speaker: Speaker | None) -> tuple[int, int, bool, bool, bool, int, int, int]:
        """Return a key that is highest for the passage with the fewest faults.

        Of equal ones for that with most of the words, where an ellipsis or brackets hide others,
        for that of the same speaker, for a quotation, for one that is not surely another's, and for
        that of which least is left out.
        """
        same = count_same_words(self.edits)
        return (
            -self.faults,
            same,
            speakers_agree(speaker, self.speaker),
            self.is_whole_quote,
            not speakers_differ(speaker, self.speaker),
            same - len(self.base),
            -self.source.number,
            -self.span[0],
        )


class SourceStretch(NamedTuple):
    """Words of a source in a row."""

    source: SourceIndex
    first: int
    """The number of words before."""
    coded: str
    """A character for every word."""
    places: dict[str, list[int]]
    """Where each word and each pair of words is that was searched, empty at first."""


class Window(NamedTuple):
    """Words of a source, `[first:last]`, that are compared with a quotation."""

    common: int
    """Number of words that both have at most, in order."""
    first: int
    last: int


class SourceIndex:
    """The words of a source with an index, and its quotations.

    Args:
        number: the position of the source, from 0.
        source: the source, or its whole text with paragraphs separated by line breaks.
        alphabet: that of all sources, to which the words are added.
    """

    def __init__(self, number: int, source: Article | str, alphabet: WordAlphabet) -> None:
        self.number = number
        self._article = None if isinstance(source, str) else ArticleText(source, number)
        self.text = source if isinstance(source, str) else join_paragraphs(source)
        turns = find_turns(self.text)
        spans = find_spoken_spans(self.text, turns)
        self._unlabelled = find_unlabelled_spans(self.text, turns)
        self.coded = alphabet.add_text("\n".join(self.text[start:end] for start, end in spans))
        """A character for every word."""
        self._lines = SourceLines(self.text, spans)
        self._full: dict[int, list[QuoteWord]] = {}
        self._speakers: dict[int, Speaker | None] = {}

    def find_windows(
        self, quotation: CodedQuotation, stretch: SourceStretch, *, everywhere: bool = False
    ) -> list[Window]:
        """Find what may have enough of a quotation in a stretch, that with most of it first.

        Args:
            quotation: the words of the quotation.
            stretch: where it is searched.
            everywhere: whether to go on where the stretch has all words in a row.
        """
        from rapidfuzz.distance.LCSseq import similarity

        count = len(quotation.words)
        whole = [] if everywhere else quotation.find_whole(stretch.coded, MOST_WINDOWS)
        if whole:
            slack = _SLACKS[0]
            places = [stretch.first + begin for begin in whole]
            return [Window(count, max(0, at - slack), at + count + slack) for at in places]
        needed = quotation.count_needed(LEAST_SHARE)
        reach = count + WIDEST_SLACK
        around = slice(max(0, stretch.first - reach), stretch.first + len(stretch.coded) + reach)
        # No window has more in common than all of them together.
        bound = int(similarity(quotation.coded, self.coded[around]))
        found: list[Window] = []
        for begin in choose_beginnings(quotation, stretch.coded, stretch.places):
            most = needed - 1
            for slack in _SLACKS:
                if most == bound:
                    break
                first = max(0, stretch.first + begin - slack)
                last = stretch.first + begin + count + slack
                window = self.coded[first:last]
                common = int(similarity(quotation.coded, window, score_cutoff=most + 1))
                if common > most and quotation.has_run(window):
                    found.append(Window(common, first, last))
                    most = common
        found.sort(key=lambda window: -window.common)
        return found

    def find_better_passage(
        self,
        quotation: CodedQuotation,
        speaker: Speaker | None,
        window: Window,
        best: SourcePassage | None,
    ) -> SourcePassage | None:
        """Find the passage in a window that has enough of the words in order.

        Args:
            quotation: the words of the quotation.
            speaker: its speaker; of equal passages that of the same speaker is taken.
            window: where it is searched.
            best: the best passage so far, which is returned if that in the window is not better.
        """
        passage = self._fit(quotation.words, self._lines.read_words(window.first, window.last))
        if passage and (best is None or passage.rank(speaker) > best.rank(speaker)):
            return passage
        return best

    def find_short_passage(
        self, quotation: CodedQuotation, speaker: Speaker | None
    ) -> SourcePassage | None:
        """Find a quotation of one or two words where they are in a row, in marks if they are.

        Args:
            quotation: the words of the quotation.
            speaker: its speaker; of equal passages that of the same speaker is taken.
        """
        best: SourcePassage | None = None
        for passage in self.find_short_passages(quotation):
            if best is None or passage.rank(speaker) > best.rank(speaker):
                best = passage
        return best

    def find_short_passages(self, quotation: CodedQuotation) -> Iterator[SourcePassage]:
        """Yield the places where the words of a quotation of one or two are in a row.

        Behind the first of them only those in marks.
        """
        count = len(quotation.words)
        place = self.coded.find(quotation.coded)
        is_first = True
        while place >= 0:
            words = self._lines.read_words(place, place + count)
            is_quoted = self.find_quote(words[0].start) is not None
            if is_first or (is_quoted and not self.may_be_told(words[0].start)):
                passage = self._fit(quotation.words, words)
                if passage:
                    is_first = False
                    yield passage
            place = self.coded.find(quotation.coded, place + 1)

    def may_be_told(self, offset: int) -> bool:
        """Whether an offset is in a line of a transcript that has no label, where few have."""
        line = bisect_right(self._unlabelled, (offset, len(self.text))) - 1
        return line >= 0 and offset < self._unlabelled[line][1]

    @cached_property
    def relations(self) -> SpeakerRelations:
        """How speakers relate to those of its quotations."""
        return SpeakerRelations(self.text)

    @cached_property
    def sentences(self) -> SourceSentences:
        """The sentences around its words."""
        return SourceSentences(self.text)

    @cached_property
    def _all_quotes(self) -> list[Quote]:
        return find_quotes(self.text)

    @cached_property
    def _quotes(self) -> list[Quote]:
        return [quote for quote in self._all_quotes if quote.depth == 0]

    @cached_property
    def _nested(self) -> list[Quote]:
        return [quote for quote in self._all_quotes if quote.depth > 0]

    @cached_property
    def _nested_starts(self) -> list[int]:
        return [quote.start for quote in self._nested]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each of its quotations begins."""
        return [quote.start for quote in self._quotes]

    @cached_property
    def _parts(self) -> Mapping[int, list[Quote]]:
        """The quotations of every utterance."""
        parts: dict[int, list[Quote]] = {}
        for quote in self._quotes:
            parts.setdefault(quote.utterance, []).append(quote)
        return parts

    def passages_of(self, words: Sequence[QuoteWord]) -> tuple[Passage, ...]:
        """Return the passages of some of its words, of each paragraph and pair of marks one."""
        if self._article is None or not words:
            return ()
        first, last = words[0], words[-1]
        if first.part == last.part and last.start < self._find_line_end(first.start):
            return (self._article.passage(first.start, last.end),)
        found: list[Passage] = []
        end, limit = 0, 0
        for word in words:
            if word.start >= limit or word.part != first.part:
                if end:
                    found.append(self._article.passage(first.start, end))
                first = word
                limit = self._find_line_end(word.start)
            end = word.end
        return (*found, self._article.passage(first.start, end))

    def _find_line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def read_speaker(self, quote: Quote) -> Speaker | None:
        """Return the speaker of one of its quotations, or whom its sentence names."""
        if quote.speaker is not None:
            return quote.speaker
        if quote.start not in self._speakers:
            self._speakers[quote.start] = read_speaker_around(self.text, quote)
        return self._speakers[quote.start]

    def find_quote(self, offset: int) -> Quote | None:
        """Return the quotation that covers an offset of the text."""
        index = bisect_right(self._starts, offset) - 1
        return self._quotes[index] if index >= 0 and self._quotes[index].end > offset else None

    def find_quotes_of(self, words: Iterable[QuoteWord]) -> list[Quote | None]:
        """Find the quotation that covers each of some words in the order of the text."""
        found: list[Quote | None] = []
        quote: Quote | None = None
        limit = -1
        for word in words:
            if word.start >= limit:
                quote = self.find_quote(word.start)
                index = bisect_right(self._starts, word.start)
                following = self._starts[index] if index < len(self._starts) else len(self.text)
                limit = following if quote is None else quote.end
            found.append(quote)
        return found

    def find_nested_quote(self, start: int, end: int) -> Quote | None:
        """Return a quotation inside another one that covers a stretch of the text."""
        starts = self._nested_starts
        last = bisect_right(starts, start)
        near = self._nested[max(0, last - _MOST_NESTED) : last]
        return next((quote for quote in reversed(near) if end <= quote.end), None)

    def name_place(self, offset: int, *, with_source: bool = False) -> str:
        """Return the paragraph of an offset for a message: `¶2`, `herald.txt ¶2`.

        Args:
            offset: of a character of the text.
            with_source: whether to name the source, too.
        """
        if self._article is None:
            number = self.text.count("\n", 0, offset) + 1
            return f"source {self.number + 1}, line {number}" if with_source else f"line {number}"
        passage = self._article.passage(offset, offset + 1)
        place = f"¶{passage.number}"
        return f"{passage.article.source} {place}" if with_source else place

    def _fit(self, words: Sequence[QuoteWord], window: Sequence[QuoteWord]) -> SourcePassage | None:
        """Cut a window to the words that it shares with the quotation, if they are enough."""
        inner, known = cut_to_shared(words, window)
        if not inner:
            return None
        quote, parts = self._find_quote_at(inner[0].start, inner[-1].end)
        full = self._read_parts(parts)
        starts = {word.start for word in full}
        is_whole_quote = sum(word.start in starts for word in inner) > len(inner) / 2
        base = full if is_whole_quote else inner
        edits = known if known and base is inner else build_edit_script(base, words)
        if full and not is_whole_quote:
            # The words may all be quoted, and a long attribution be between them.
            of_quote = build_edit_script(full, words)
            if count_same_words(of_quote) >= count_same_words(edits):
                base, edits, is_whole_quote = full, of_quote, True
        if count_same_words(edits) < LEAST_SHARE * len(words) or not share_content(edits, words):
            return None
        return SourcePassage(self, tuple(base), edits, quote, is_whole_quote)

    def _read_parts(self, parts: Sequence[Quote]) -> list[QuoteWord]:
        """Read the words of the parts of an utterance."""
        if not parts:
            return []
        number = parts[0].utterance
        if number not in self._full:
            spans = [(part.start, part.end) for part in parts]
            self._full[number] = read_quote_words(self.text, spans)
        return self._full[number]

    def _find_quote_at(self, start: int, end: int) -> tuple[Quote | None, list[Quote]]:
        """Find the quotation that covers most of a stretch, with all its parts."""
        best, most = None, 0
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._quotes) and self._starts[index] < end:
            quote = self._quotes[index]
            covered = min(end, quote.end) - max(start, quote.start)
            if covered > most:
                best, most = quote, covered
            index += 1
        return best, self._parts[best.utterance] if best else []


def _count_faulty_words(edit: Edit) -> int:
    """Count the words of an edit that no sign shows and that are no mere trim."""
    if edit.signed or edit.kind is EditKind.SAME:
        return 0
    if edit.place in (EditPlace.START, EditPlace.END):
        return edit.version_count
    if edit.kind is EditKind.DROPPED and edit.place is EditPlace.BETWEEN:
        return 0
    return max(edit.base_count, edit.version_count)
