"""Checking the quotations of a draft against its sources, word by word.

For every quotation of the draft the passage of the sources that has most of its words
in order is found, inside marks or not, and the verdict says what a reader of the
source would object to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from heapq import nsmallest

from reader.articles import Article, Passage
from reader.quote_versions.utterance_matching import (
    is_content_word,
    speakers_agree,
    speakers_differ,
)
from reader.quote_versions.word_edits import (
    Edit,
    EditKind,
    EditPlace,
    QuoteWord,
    edit_script,
    quote_words,
)
from reader.quotes.offsets import ArticleText, join_paragraphs
from reader.quotes.quote import Quote, QuoteKind, Speaker, SpeakerKind, group_utterances
from reader.quotes.quote_finder import find_quotes
from reader.text.excerpts import excerpt

LEAST_SHARE = 0.5
"""Part of the draft's words that a passage must have in order to be its source."""
_ANCHORS = 16
"""Pairs of words of a quotation that are looked up in a source."""
_MOST_ANCHORS = 200
_MOST_WINDOWS = 8
_STEP = 8
_CLOSE, _SLACK = 3, 40
"""Words on either side that are compared too: first few, then as many as may have been cut."""


class Verdict(str, Enum):
    """What became of a quotation in the draft, from harmless to worst."""

    EXACT = "exact"
    TRIMMED = "trimmed"
    """Ends sooner or begins later than the quotation in the source, or differs from it only
    where an ellipsis or square brackets say so."""
    CUT = "cut inside without ellipsis"
    CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"
    NOT_FOUND = "not found"

    @property
    def needs_review(self) -> bool:
        """Whether a person should look at it."""
        return self not in (Verdict.EXACT, Verdict.TRIMMED)


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quotation of a draft and where it comes from."""

    spans: tuple[tuple[int, int], ...]
    """Its parts in the draft's text."""
    text: str
    kind: QuoteKind
    speaker: Speaker | None
    verdict: Verdict
    source: int | None = None
    """Position of the source, from 0, or None where none has it."""
    source_span: tuple[int, int] | None = None
    """The passage in the source's text."""
    source_text: str | None = None
    source_speaker: Speaker | None = None
    """Who says it in the source, where the passage is a quotation there."""
    edits: tuple[Edit, ...] = ()
    """From the source's passage (base) to the draft's words (version)."""
    base_words: tuple[QuoteWord, ...] = ()
    words: tuple[QuoteWord, ...] = ()
    passages: tuple[Passage, ...] = field(default=(), compare=False)
    """Its parts in the draft; empty where that is a plain text."""
    source_passages: tuple[Passage, ...] = field(default=(), compare=False)
    """The passage in the source, one for each paragraph and each pair of marks; empty where
    the source is a plain text."""

    def __repr__(self) -> str:
        return f"<QuoteCheck, {self.verdict.value}: {excerpt(self.text)!r}>"


class QuoteSources:
    """The texts that quotations are checked against, read and indexed once.

    Immutable, and safe to use from several threads.

    Args:
        sources: articles, or their whole texts with paragraphs separated by line breaks; one
            alone or several.
    """

    __slots__ = ("_sources",)

    def __init__(self, sources: Article | str | Iterable[Article | str]) -> None:
        listed = [sources] if isinstance(sources, (Article, str)) else sources
        self._sources = tuple(_Source(number, source) for number, source in enumerate(listed))

    def __len__(self) -> int:
        return len(self._sources)

    def __repr__(self) -> str:
        return f"<QuoteSources, {len(self)} text{'' if len(self) == 1 else 's'}>"

    def check_quote(self, text: str, speaker: Speaker | str | None = None) -> QuoteCheck:
        """Check one quotation; see `check_quote`."""
        spans = ((0, len(text)),)
        words = tuple(quote_words(text, spans))
        if not words:
            raise ValueError("there is no word in the quotation")
        said_by = _stated(speaker) if isinstance(speaker, str) else speaker
        found = self._best(words, said_by)
        return _check(found, spans, text, QuoteKind.DIRECT, said_by, words)

    def check_quotes(self, draft: Article | str) -> tuple[QuoteCheck, ...]:
        """Check every quotation of a draft; see `check_quotes`."""
        known: dict[tuple[object, ...], _Passage | None] = {}
        checks = []
        article = None if isinstance(draft, str) else ArticleText(draft)
        whole = draft if isinstance(draft, str) else join_paragraphs(draft)
        for utterance in group_utterances(find_quotes(whole)):
            first = utterance.first
            spans = tuple((part.start, part.end) for part in utterance.parts)
            words = tuple(quote_words(whole, spans))
            if first.depth > 0 or utterance.kind is QuoteKind.TITLE or len(words) < 2:
                continue
            key = _key(words, first.speaker)
            if key not in known:
                known[key] = self._best(words, first.speaker)
            text = utterance.words(whole)
            check = _check(known[key], spans, text, utterance.kind, first.speaker, words)
            checks.append(replace(check, passages=article.passages(spans)) if article else check)
        return tuple(checks)

    def _best(self, words: Sequence[QuoteWord], speaker: Speaker | None) -> _Passage | None:
        """Find the passage of all sources that has the words with the fewest differences."""
        candidates = [found for one in self._sources if (found := one.passage(words, speaker))]
        return max(candidates, key=lambda found: _preference(found, speaker), default=None)


def check_quotes(
    draft: Article | str, sources: QuoteSources | Article | str | Iterable[Article | str]
) -> tuple[QuoteCheck, ...]:
    """Check every quotation of a draft, titles and single words left out.

    Args:
        draft: the draft, or its whole text with paragraphs separated by line breaks.
        sources: what it may quote from: articles or texts, or `QuoteSources`.
    """
    return _prepare(sources).check_quotes(draft)


def check_quote(
    text: str,
    sources: QuoteSources | Article | str | Iterable[Article | str],
    speaker: Speaker | str | None = None,
) -> QuoteCheck:
    """Check one quotation.

    Args:
        text: the quoted words, with or without quotation marks around them.
        sources: what it may be quoted from: articles or texts, or `QuoteSources`, with which
            many quotations are checked and the sources read only once.
        speaker: who is given as the speaker, None if nobody is.

    Raises:
        ValueError: there is no word in the quotation.
    """
    return _prepare(sources).check_quote(text, speaker)


def _prepare(
    sources: QuoteSources | Article | str | Iterable[Article | str],
) -> QuoteSources:
    return sources if isinstance(sources, QuoteSources) else QuoteSources(sources)


def _stated(name: str) -> Speaker:
    return Speaker(name, name, 0, 0, SpeakerKind.UNKNOWN, confidence=1.0)


def _key(words: Sequence[QuoteWord], speaker: Speaker | None) -> tuple[object, ...]:
    """What the passage found for a quotation depends on."""
    said_by = (speaker.name, speaker.is_stated) if speaker else None
    return said_by, *(word[2:] for word in words)


def _check(
    found: _Passage | None,
    spans: tuple[tuple[int, int], ...],
    text: str,
    kind: QuoteKind,
    speaker: Speaker | None,
    words: tuple[QuoteWord, ...],
) -> QuoteCheck:
    if found is None:
        return QuoteCheck(spans, text, kind, speaker, Verdict.NOT_FOUND)
    return QuoteCheck(
        spans,
        text,
        kind,
        speaker,
        _verdict(found, speaker),
        found.source.number,
        found.span,
        found.source.text[found.span[0] : found.span[1]],
        found.quote.speaker if found.quote else None,
        found.edits,
        found.base,
        words,
        source_passages=found.source.passages_of(found.base),
    )


@dataclass(frozen=True, slots=True)
class _Passage:
    source: _Source
    span: tuple[int, int]
    base: tuple[QuoteWord, ...]
    edits: tuple[Edit, ...]
    quote: Quote | None
    whole: bool
    """Whether it is the whole quotation of the source."""


class _Source:
    """A source's words with an index, and its quotations."""

    def __init__(self, number: int, source: Article | str) -> None:
        self.number = number
        self._article = None if isinstance(source, str) else ArticleText(source, number)
        self.text = text = source if isinstance(source, str) else join_paragraphs(source)
        self._quotes = [quote for quote in find_quotes(text) if quote.depth == 0]
        self._starts = [quote.start for quote in self._quotes]
        self._words: list[QuoteWord] = []
        for line_start, line_end in _lines(text):
            self._words += quote_words(text, [(line_start, line_end)])
        self._places: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        before = ""
        for position, word in enumerate(self._words):
            self._places[word.key].append(position)
            self._pairs[before, word.key].append(position - 1)
            before = word.key
        self._parts: dict[int, list[Quote]] = defaultdict(list)
        for quote in self._quotes:
            self._parts[quote.utterance].append(quote)

    def passages_of(self, words: Sequence[QuoteWord]) -> tuple[Passage, ...]:
        """Return the passages of some of its words, of each paragraph and pair of marks one."""
        if self._article is None:
            return ()
        found: list[Passage] = []
        part = -1
        for word in words:
            passage = self._article.passage(word.start, word.end)
            if found and part == word.part and found[-1].paragraph is passage.paragraph:
                found[-1] = replace(found[-1], end=passage.end)
            else:
                found.append(passage)
            part = word.part
        return tuple(found)

    def passage(self, words: Sequence[QuoteWord], speaker: Speaker | None) -> _Passage | None:
        """The passage that has most of the words in order, if it has enough of them.

        Of equal ones that which the speaker says.
        """
        best: _Passage | None = None
        for first, last in self._windows(words):
            found = self._fitted(words, self._words[first:last])
            if found and (best is None or _preference(found, speaker) > _preference(best, speaker)):
                best = found
        return best

    def _windows(self, words: Sequence[QuoteWord]) -> Iterator[tuple[int, int]]:
        """The stretches of the source where most pairs of words of the quotation stand.

        Each place close and with some words more on either side: a word that stands there too
        must not be taken for the quotation's own. However often its words are repeated, a fixed
        number of places is looked at.
        """
        votes: Counter[int] = Counter()
        for number, places in self._anchors(words):
            votes.update(place - number for place in places[:_MOST_ANCHORS])
        near: Counter[int] = Counter()
        for begin, count in votes.items():
            near[begin // _STEP] += count
        taken: set[int] = set()
        for begin, _ in nsmallest(
            4 * _MOST_WINDOWS,
            votes.items(),
            key=lambda item: (-near[item[0] // _STEP], -item[1], item[0]),
        ):
            step = begin // _STEP
            if len(taken) == _MOST_WINDOWS or not taken.isdisjoint((step - 1, step, step + 1)):
                continue
            taken.add(step)
            for slack in (_CLOSE, _SLACK):
                first, last = begin - slack, begin + len(words) + slack
                yield max(0, first), min(len(self._words), last)

    def _anchors(self, words: Sequence[QuoteWord]) -> list[tuple[int, list[int]]]:
        """The rarest pairs of words with their places, or single words where no pair is there."""
        pairs = [
            (number, self._pairs[words[number].key, words[number + 1].key])
            for number in range(len(words) - 1)
            if (words[number].key, words[number + 1].key) in self._pairs
        ]
        heavy = [
            (number, self._places[word.key])
            for number, word in enumerate(words)
            if word.key in self._places and is_content_word(word)
        ]
        rarest = nsmallest(_ANCHORS, pairs, key=lambda anchor: len(anchor[1]))
        return rarest + nsmallest(_ANCHORS // 2, heavy, key=lambda anchor: len(anchor[1]))

    def _fitted(self, words: Sequence[QuoteWord], window: list[QuoteWord]) -> _Passage | None:
        steps = edit_script(window, words)
        same = [edit for edit in steps if edit.kind is EditKind.SAME]
        kept = sum(edit.base.stop - edit.base.start for edit in same)
        if not same or kept < LEAST_SHARE * len(words):
            return None
        inner = window[same[0].base.start : same[-1].base.stop]
        longest = max(edit.base.stop - edit.base.start for edit in same)
        if longest < min(2, len(words)) or len(inner) > 4 * len(words) + 8:
            return None
        quote, parts = self._quote_at(inner[0].start, inner[-1].end)
        whole = False
        base = inner
        if quote is not None:
            spans = [(part.start, part.end) for part in parts]
            full = quote_words(self.text, spans)
            starts = {word.start for word in full}
            if sum(word.start in starts for word in inner) > len(inner) / 2:
                base = full
                whole = True
        edits = edit_script(base, words)
        shared = sum(e.base.stop - e.base.start for e in edits if e.kind is EditKind.SAME)
        if shared < LEAST_SHARE * len(words):
            return None
        span = (base[0].start, base[-1].end)
        return _Passage(self, span, tuple(base), edits, quote, whole)

    def _quote_at(self, start: int, end: int) -> tuple[Quote | None, list[Quote]]:
        """The quotation of the source that covers most of a stretch, with all its parts."""
        best, most = None, 0
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._quotes) and self._starts[index] < end:
            quote = self._quotes[index]
            covered = min(end, quote.end) - max(start, quote.start)
            if covered > most:
                best, most = quote, covered
            index += 1
        return best, self._parts[best.utterance] if best else []


def _lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, begin + len(line)
        begin += len(line) + 1


def _unsaid(passage: _Passage) -> int:
    """Faults that count: what lies inside or was put in the speaker's mouth."""
    return sum(
        max(edit.base.stop - edit.base.start, edit.version.stop - edit.version.start)
        for edit in passage.edits
        if edit.kind is not EditKind.SAME and _matters(edit)
    )


def _matters(edit: Edit) -> bool:
    if edit.signed:
        return False
    if edit.kind is EditKind.DROPPED:
        return edit.place is EditPlace.INSIDE
    return True


def _preference(found: _Passage, speaker: Speaker | None) -> tuple[int, bool, bool, bool, int, int]:
    said_by = found.quote.speaker if found.quote else None
    return (
        -_unsaid(found),
        speakers_agree(speaker, said_by),
        not speakers_differ(speaker, said_by),
        found.quote is not None,
        -found.source.number,
        -found.span[0],
    )


def _verdict(found: _Passage, speaker: Speaker | None) -> Verdict:
    said_by = found.quote.speaker if found.quote else None
    different = [edit for edit in found.edits if edit.kind is not EditKind.SAME]
    if any(_matters(edit) and edit.kind is not EditKind.DROPPED for edit in different):
        return Verdict.CHANGED
    if speakers_differ(speaker, said_by):
        return Verdict.OTHER_SPEAKER
    if any(_matters(edit) for edit in different):
        return Verdict.CUT
    whole = all(_leaves_sentences(found, edit) for edit in different)
    return Verdict.EXACT if whole or not found.whole else Verdict.TRIMMED


def _leaves_sentences(found: _Passage, edit: Edit) -> bool:
    """Whether a trim at an end drops whole sentences of the source and no part of one."""
    if edit.kind is not EditKind.DROPPED or edit.place is EditPlace.INSIDE:
        return False
    edges = [edit.base.stop] if edit.place is EditPlace.START else [edit.base.start]
    if edit.place is EditPlace.BETWEEN:
        edges = [edit.base.start, edit.base.stop]
    return all(_begins_sentence(found, edge) for edge in edges)


def _begins_sentence(found: _Passage, position: int) -> bool:
    before, word = found.base[position - 1], found.base[position]
    between = found.source.text[before.end : word.start]
    return word.part != before.part or any(sign in between for sign in ".?!")
