"""Utterances that an article puts into its reporter's words, tied to those who quote them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain
from math import log

from reader.quote_versions.utterance_matching import speakers_agree
from reader.quote_versions.versions import (
    MAX_FRAGMENT_WORDS,
    Version,
    VersionForm,
    stem_printed_words,
    stem_words,
)
from reader.quote_versions.word_edits import printed_words, quote_words, word_key
from reader.quotes import Cue, Speaker
from reader.quotes.speakers import read_sentence_speaker
from reader.text.sentences import split_sentences

Span = tuple[int, int]

_LEAST_STEMS = 3
_LEAST_SHARE = 0.33
"""Part of the weight of the quotation's words that the sentence must have."""
_MANY_STEMS, _LEAST_OF_MANY = 5, 0.2
"""A smaller part is enough of a long quotation, where many words are shared."""
_MOST_SENTENCES = 60
_MOST_HOLDERS = 400
"""A stem that more sentences have than this brings no sentence to mind."""


def add_paraphrases(
    texts: Sequence[str],
    versions: list[list[Version]],
    pause: Callable[[], None],
    sentences_of: Sequence[Sequence[Span]] | None = None,
) -> None:
    """Tie sentences that put an utterance into the reporter's words.

    Args:
        texts: the articles' texts.
        versions: the versions of each utterance, to which the sentences are added.
        pause: called often; it may raise an error to stop the work.
        sentences_of: where the sentences of every text stand, in order, if that is known.
    """
    if all(not group or len(group[0].words) <= MAX_FRAGMENT_WORDS for group in versions):
        return
    sentences = _reported(texts, sentences_of or map(_sentences, texts), versions, pause)
    frequency = Counter(stem for sentence in sentences for stem in sentence.stems)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.stems:
            holders[stem].append(number)
    total = len(sentences) + 1
    taken: dict[int, tuple[float, float, int]] = {}
    for number, group in enumerate(versions):
        pause()
        if not group or len(group[0].words) <= MAX_FRAGMENT_WORDS:
            continue
        base = max(group, key=lambda version: len(version.words))
        own = _stems_of_name(base.speaker)
        weights = {
            stem: log(total / (1 + frequency[stem])) + 0.5 for stem in stem_words(base.words) - own
        }
        scores: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for stem, weight in weights.items():
            places = holders.get(stem, ())
            for place in places if len(places) <= _MOST_HOLDERS else ():
                scores[place] += weight
                counts[place] += 1
        whole = sum(weights.values()) or 1.0
        quoted = {version.article for version in group if version.form is VersionForm.DIRECT}
        for place, score in _highest(scores):
            share = score / whole
            sentence = sentences[place]
            least = _LEAST_OF_MANY if counts[place] >= _MANY_STEMS else _LEAST_SHARE
            if share < least or counts[place] < _LEAST_STEMS or sentence.article in quoted:
                continue
            if any(sentence.holds(version) for version in group):
                continue
            if score > taken.get(place, (0.0, 0.0, 0))[0] and sentence.spoken_by(base.speaker):
                taken[place] = (score, share, number)
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for place, (_, share, number) in taken.items():
        key = (number, sentences[place].article)
        best[key] = max(best.get(key, (0.0, -1)), (share, place))
    for (number, _), (share, place) in sorted(best.items()):
        versions[number].append(sentences[place].version(min(0.8, 0.3 + share)))


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
    def told_by(self) -> tuple[Speaker, Cue] | None:
        """Who is reported to speak in it, and how."""
        return read_sentence_speaker(self.text, self.start, self.end)

    def spoken_by(self, speaker: Speaker | None) -> bool:
        """Whether it reports speech of this speaker."""
        # Whoever is not named in the article need not be looked for.
        if speaker is None or self.known.isdisjoint(_keys_of_name(speaker.name)):
            return False
        return self.told_by is not None and speakers_agree(self.told_by[0], speaker)

    def version(self, certainty: float) -> Version:
        """It as a version of an utterance."""
        speaker, cue = self.told_by or (None, None)
        return Version(
            self.article,
            VersionForm.INDIRECT,
            ((self.start, self.end),),
            self.text[self.start : self.end],
            tuple(quote_words(self.text, [(self.start, self.end)])),
            speaker,
            cue,
            None,
            None,
            certainty,
            0.0,
        )


@lru_cache(maxsize=1_024)
def _keys_of_name(name: str) -> frozenset[str]:
    return frozenset(map(word_key, printed_words(name, 0, len(name))))


def _stems_of_name(speaker: Speaker | None) -> set[str]:
    """The stems of a speaker's name: everything that speaker says and does has it."""
    return stem_words(quote_words(speaker.name, [(0, len(speaker.name))])) if speaker else set()


def _highest(scores: dict[int, float]) -> list[tuple[int, float]]:
    return nlargest(_MOST_SENTENCES, scores.items(), key=lambda item: (item[1], -item[0]))


def _quoted(spans: Sequence[Span], first: int, start: int, end: int) -> int:
    """Characters of a stretch that lie in spans, of which those before `first` end before it."""
    total = 0
    for number in range(first, len(spans)):
        begin, stop = spans[number]
        if begin >= end:
            break
        total += max(0, min(end, stop) - max(start, begin))
    return total


def _sentences(text: str) -> list[Span]:
    found = []
    begin = 0
    for line in text.split("\n"):
        found += [(begin + part.start, begin + part.stop) for part in split_sentences(line)]
        begin += len(line) + 1
    return found


def _reported(
    texts: Sequence[str],
    sentences_of: Iterable[Sequence[Span]],
    versions: list[list[Version]],
    pause: Callable[[], None],
) -> list[_Sentence]:
    covered: dict[int, list[Span]] = defaultdict(list)
    for group in versions:
        for version in group:
            covered[version.article] += version.spans
    sentences = []
    for article, (text, places) in enumerate(zip(texts, sentences_of, strict=True)):
        pause()
        spans = sorted(covered[article])
        passed = 0
        words = [printed_words(text, start, end) for start, end in places]
        known = frozenset(map(word_key, chain.from_iterable(words)))
        for (start, end), printed in zip(places, words, strict=True):
            while passed < len(spans) and spans[passed][1] <= start:
                passed += 1
            if _quoted(spans, passed, start, end) >= (end - start) / 2:
                continue
            stems = frozenset(stem_printed_words(printed))
            if len(stems) >= _LEAST_STEMS:
                sentences.append(_Sentence(article, text, start, end, stems, known))
    return sentences
