"""Utterances that an article puts into its reporter's words, tied to the articles that quote them.

A sentence is a version of a quotation if it reports speech of the same speaker and has enough of
the quotation's content words, weighted by rarity (inverse frequency of stems among sentences).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain
from math import log
from typing import NamedTuple

from reader.quote_versions.governed_clauses import (
    find_foreign_clause,
    find_governed_clause,
    leave_out_names,
)
from reader.quote_versions.quote_words import read_quote_words
from reader.quote_versions.speaker_agreement import speakers_agree
from reader.quote_versions.versions import MAX_FRAGMENT_WORDS, Version, VersionForm
from reader.quote_versions.word_weights import stem_printed_words, stem_words
from reader.quotes import Cue, Speaker
from reader.quotes.other_languages.indirect_sentences import read_foreign_sentence
from reader.quotes.other_languages.text_language import ENGLISH, find_speech_language
from reader.quotes.speakers import read_sentence_speaker
from reader.text.sentences import split_sentences
from reader.text.words import split_words, word_key, word_keys

Span = tuple[int, int]

_LEAST_STEMS = 3
_LEAST_SHARE = 0.33
"""Part of the weight of the quotation's words that the sentence must have."""
_MANY_STEMS, _LEAST_SHARE_OF_MANY = 5, 0.2
"""A smaller part is enough of a long quotation, where many words are shared."""
_MOST_SENTENCES = 60
_MOST_HOLDERS = 400
"""A stem that more sentences have than this finds no sentence."""
_LEAST_WEIGHT = 0.5
_MOST_QUOTED = 0.5
"""Part of a sentence that may be inside marks."""
_CERTAINTY = 0.7
"""How sure it is that a sentence is a version, 0..1: the share of right ones among sentences of
news stories, judged by hand."""


def add_indirect_versions(
    texts: Sequence[str],
    versions: list[list[Version]],
    check_cancelled: Callable[[], None],
    sentences_of: Sequence[Sequence[Span]] | None = None,
) -> None:
    """Tie sentences that put an utterance into the reporter's words.

    Args:
        texts: those of the articles.
        versions: the versions of each utterance, to which the sentences are added.
        check_cancelled: called often; it may raise an error to stop the work.
        sentences_of: the spans of the sentences of every text, in order, if they are known.
    """
    if not any(_is_full(group) for group in versions):
        return
    spans_of = sentences_of or map(_find_sentences, texts)
    index = _SentenceIndex(_read_sentences(texts, spans_of, versions, check_cancelled))
    for number, group in enumerate(versions):
        check_cancelled()
        if _is_full(group):
            index.match(number, group)
    for number, match in index.best_matches():
        versions[number].append(index.sentences[match.sentence].make_version(_CERTAINTY))


def _is_full(group: Sequence[Version]) -> bool:
    """Whether the fullest version of an utterance is a whole clause, which can be reported."""
    if not group or len(group[0].words) <= MAX_FRAGMENT_WORDS:
        return False
    return any(version.form is VersionForm.DIRECT for version in group)


@dataclass(frozen=True)
class _Sentence:
    """A sentence of the reporter that could be indirect speech."""

    article: int
    text: str
    start: int
    end: int
    stems: frozenset[str]
    known: frozenset[str]
    """The keys of all words of the article."""

    def holds(self, version: Version) -> bool:
        """Whether a version, or a part of it, is quoted in it."""
        return version.article == self.article and any(
            self.start <= start < self.end for start, _ in version.spans
        )

    @cached_property
    def reported(self) -> tuple[Speaker, Cue] | None:
        """Speaker and verb of the speech that it reports."""
        language = find_speech_language(self.text)
        if language != ENGLISH:
            return read_foreign_sentence(self.text, self.start, self.end, language)
        return read_sentence_speaker(self.text, self.start, self.end)

    @cached_property
    def governed_stems(self) -> frozenset[str]:
        """The stems of the words of the clause that its reporting verb governs."""
        if self.reported is None:
            return frozenset()
        if find_speech_language(self.text) != ENGLISH:
            foreign = find_foreign_clause(self.start, self.end, *self.reported)
            return frozenset(stem_printed_words(split_words(self.text, *foreign)))
        clause = find_governed_clause(self.text, self.start, self.end, *self.reported)
        words = split_words(self.text, *clause) if clause else []
        return frozenset(stem_printed_words(leave_out_names(words)))

    def is_spoken_by(self, speaker: Speaker | None) -> bool:
        """Whether it reports speech of this speaker."""
        # Reading the speaker of a sentence is slow: most articles do not name this one at all.
        if speaker is None or self.known.isdisjoint(_name_keys(speaker.name)):
            return False
        return self.reported is not None and speakers_agree(self.reported[0], speaker)

    def make_version(self, certainty: float) -> Version:
        """Build the version of an utterance that it is."""
        speaker, cue = self.reported or (None, None)
        return Version(
            article=self.article,
            form=VersionForm.INDIRECT,
            spans=((self.start, self.end),),
            text=self.text[self.start : self.end],
            words=tuple(read_quote_words(self.text, [(self.start, self.end)])),
            speaker=speaker,
            cue=cue,
            addressee=None,
            setting=None,
            certainty=certainty,
            retained=0.0,
        )


class _Match(NamedTuple):
    """A sentence that matches an utterance."""

    share: float
    """Part of the weight of the quotation's words that the sentence has, 0..1."""
    sentence: int


class _SentenceIndex:
    """The sentences of all articles by the stems of their words."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self.sentences = sentences
        self._frequency = Counter(stem for sentence in sentences for stem in sentence.stems)
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for stem in sentence.stems:
                self._holders[stem].append(number)
        self._matched: dict[int, tuple[float, float, int]] = {}
        """By sentence, the shared weight and its share of the utterance that it matches best."""

    def match(self, number: int, group: Sequence[Version]) -> None:
        """Record the sentences that match the utterance of this number better than others."""
        base = max(group, key=lambda version: len(version.words))
        weights = self._weigh_stems(base)
        whole = sum(weights.values()) or 1.0
        for sentence, shared, count in self._find_sharing(weights):
            share = shared / whole
            least = _LEAST_SHARE_OF_MANY if count >= _MANY_STEMS else _LEAST_SHARE
            if count < _LEAST_STEMS or share < least or self._quotes(sentence, group):
                continue
            is_better = shared > self._matched.get(sentence, (0.0, 0.0, 0))[0]
            if is_better and self.sentences[sentence].is_spoken_by(base.speaker):
                governed = self.sentences[sentence].governed_stems & weights.keys()
                share = sum(weights[stem] for stem in governed) / whole
                if len(governed) >= _LEAST_STEMS and share >= _LEAST_SHARE_OF_MANY:
                    self._matched[sentence] = (shared, share, number)

    def best_matches(self) -> Iterator[tuple[int, _Match]]:
        """Yield the best sentence of every article for every utterance, by number of those."""
        best: dict[tuple[int, int], _Match] = {}
        for sentence, (_, share, number) in self._matched.items():
            key = (number, self.sentences[sentence].article)
            best[key] = max(best.get(key, _Match(0.0, -1)), _Match(share, sentence))
        for (number, _), match in sorted(best.items()):
            yield number, match

    def _weigh_stems(self, version: Version) -> dict[str, float]:
        """Weigh the stems of a version by rarity; those of the speaker's name are left out."""
        total = len(self.sentences) + 1
        own = _name_stems(version.speaker)
        return {
            stem: log(total / (1 + self._frequency[stem])) + _LEAST_WEIGHT
            for stem in sorted(stem_words(version.words) - own)
        }

    def _find_sharing(self, weights: dict[str, float]) -> Iterator[tuple[int, float, int]]:
        """Yield the sentences with the highest weight in common, that weight, and stems shared."""
        shared: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for stem, weight in weights.items():
            holders = self._holders.get(stem, ())
            for sentence in holders if len(holders) <= _MOST_HOLDERS else ():
                shared[sentence] += weight
                counts[sentence] += 1
        highest = nlargest(_MOST_SENTENCES, shared.items(), key=lambda item: (item[1], -item[0]))
        for sentence, weight in highest:
            yield sentence, weight, counts[sentence]

    def _quotes(self, sentence: int, group: Sequence[Version]) -> bool:
        """Whether the article of a sentence has the utterance as direct speech, or it a part."""
        found = self.sentences[sentence]
        return any(
            (version.article == found.article and version.form is VersionForm.DIRECT)
            or found.holds(version)
            for version in group
        )


@lru_cache(maxsize=1_024)
def _name_keys(name: str) -> frozenset[str]:
    return frozenset(word_keys(name))


def _name_stems(speaker: Speaker | None) -> set[str]:
    """Return the stems of a speaker's name: every report of that speaker has it."""
    if speaker is None:
        return set()
    return stem_words(read_quote_words(speaker.name, [(0, len(speaker.name))]))


def _find_sentences(text: str) -> list[Span]:
    found = []
    begin = 0
    for line in text.split("\n"):
        found += [(begin + part.start, begin + part.stop) for part in split_sentences(line)]
        begin += len(line) + 1
    return found


def _read_sentences(
    texts: Sequence[str],
    spans_of: Iterable[Sequence[Span]],
    versions: Sequence[Sequence[Version]],
    check_cancelled: Callable[[], None],
) -> list[_Sentence]:
    """Read the sentences that are mostly outside the quotations known."""
    quoted: dict[int, list[Span]] = defaultdict(list)
    for version in chain.from_iterable(versions):
        quoted[version.article] += version.spans
    sentences: list[_Sentence] = []
    for article, (text, spans) in enumerate(zip(texts, spans_of, strict=True)):
        check_cancelled()
        words = [split_words(text, start, end) for start, end in spans]
        known = frozenset(map(word_key, chain.from_iterable(words)))
        are_quoted = _check_quoted(sorted(quoted[article]), spans)
        for (start, end), printed, is_quoted in zip(spans, words, are_quoted, strict=True):
            stems = frozenset() if is_quoted else frozenset(stem_printed_words(printed))
            if len(stems) >= _LEAST_STEMS:
                sentences.append(_Sentence(article, text, start, end, stems, known))
    return sentences


def _check_quoted(quoted: Sequence[Span], sentences: Iterable[Span]) -> Iterator[bool]:
    """Yield for every sentence, in order, whether half of it is inside quotations."""
    passed = 0
    for start, end in sentences:
        while passed < len(quoted) and quoted[passed][1] <= start:
            passed += 1
        inside = _count_quoted(quoted, passed, start, end)
        yield inside >= (end - start) * _MOST_QUOTED


def _count_quoted(quoted: Sequence[Span], first: int, start: int, end: int) -> int:
    """Count the characters of a sentence inside quotations; those before `first` are passed."""
    inside = 0
    for number in range(first, len(quoted)):
        begin, stop = quoted[number]
        if begin >= end:
            break
        inside += max(0, min(end, stop) - max(start, begin))
    return inside
