"""Passages that share their words because two speakers used one phrase.

A phrase of two people is two statements. Where nearly all words are the same it is one statement
that the outlets give to different people, which is a difference and not another moment.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import NamedTuple

from reader.articles import Passage
from reader.linking.conflicts import Conflict, ConflictKind
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS, read_stems
from reader.linking.statements import StatedSentences
from reader.quote_versions import VersionForm
from reader.quote_versions.same_utterance import CERTAIN_RUN
from reader.quote_versions.speaker_agreement import are_surely_two_people
from reader.quotes import Quote, Speaker
from reader.text.words import word_keys

SHARED_IN_QUOTES = 0.5
"""Two speakers make two statements if at least this part, 0..1, of what both sentences share is
quoted on both sides."""
ONE_STATEMENT = 0.85
"""And if it is a smaller part than this of the content words of either sentence."""

SURE_SPEAKERS = 0.93
"""The least confidence, 0..1, in both names: that of one with a reporting verb and a fragment."""


class SpokenWords(NamedTuple):
    """Quoted words of a sentence, by their offsets in it."""

    speaker: Speaker
    start: int
    end: int


def find_speaker_conflict(
    here: str,
    spoken_here: Sequence[SpokenWords],
    there: str,
    spoken_there: Sequence[SpokenWords],
) -> Conflict | None:
    """Find the speakers of two sentences that share a phrase of two people.

    Args:
        here: a sentence.
        spoken_here: what is quoted in it.
        there: a sentence of another article.
        spoken_there: what is quoted in it.
    """
    are_two = [
        are_surely_two_people(one.speaker, other.speaker, least=SURE_SPEAKERS)
        for one in spoken_here
        for other in spoken_there
    ]
    if not are_two or not all(are_two):
        return None
    stems, others = _content_stems(here, spoken_here), _content_stems(there, spoken_there)
    shared = stems & others
    quoted = shared & _quoted_stems(here, spoken_here) & _quoted_stems(there, spoken_there)
    if not quoted or len(quoted) < SHARED_IN_QUOTES * len(shared):
        return None
    if len(shared) >= ONE_STATEMENT * min(len(stems), len(others)):
        return None
    one, other = spoken_here[0], spoken_there[0]
    return Conflict(
        ConflictKind.SPEAKER,
        (one.start, one.end),
        (other.start, other.end),
        one.speaker.name,
        other.speaker.name,
        is_other_moment=True,
    )


def share_certain_run(here: str, there: str) -> bool:
    """Whether so many words in a row stand in two sentences that no two people say them."""
    keys, others = word_keys(here), word_keys(there)
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    return matcher.find_longest_match().size >= CERTAIN_RUN


def find_link_speakers(
    passages: tuple[Passage, Passage],
    best: tuple[int, int] | None,
    quotes: tuple[Sequence[Quote], Sequence[Quote]],
) -> tuple[Conflict, ...]:
    """Find the speakers of a link that share a phrase, with spans in its paragraphs.

    Args:
        passages: both ends.
        best: the positions of the sentences that match best, None if unknown.
        quotes: those of the articles of both ends.
    """
    sides = []
    for passage, position, found in zip(passages, best or (), quotes, strict=False):
        sentences = passage.paragraph.sentences
        if passage.article.language not in LANGUAGES_WITH_FACTS or position >= len(sentences):
            return ()
        first, last = sentences[position].start, sentences[position].stop
        spoken = [
            SpokenWords(
                quote.speaker,
                max(quote.passage.start, first) - first,
                min(quote.passage.end, last) - first,
            )
            for quote in found
            if quote.speaker is not None and quote.passage is not None
            if quote.passage.place == passage.place
            if quote.passage.start < last and quote.passage.end > first
        ]
        sides.append((passage.paragraph.text[first:last], spoken, first))
    if len(sides) != len(passages):
        return ()
    (here, spoken, begin), (there, spoken_there, begin_there) = sides
    conflict = find_speaker_conflict(here, spoken, there, spoken_there)
    return () if conflict is None else (conflict.moved(begin, begin_there),)


def _content_stems(text: str, spoken: Sequence[SpokenWords]) -> frozenset[str]:
    """The stems of a sentence without the names of its speakers."""
    return read_stems(text).difference(*(read_stems(one.speaker.name) for one in spoken))


def _quoted_stems(text: str, spoken: Sequence[SpokenWords]) -> frozenset[str]:
    return frozenset().union(*(read_stems(text[one.start : one.end]) for one in spoken))


def find_spoken_words(stated: StatedSentences) -> dict[tuple[int, int], list[SpokenWords]]:
    """Find what is quoted of known speakers, by document and position of the sentence."""
    found: dict[tuple[int, int], list[SpokenWords]] = {}
    for version in chain.from_iterable(stated.versions):
        if version.speaker is None or version.form is VersionForm.INDIRECT:
            continue
        document = stated.documents[version.article]
        sentences = stated.sentences[document]
        for start, end in version.spans:
            position = bisect_right(sentences.starts, start) - 1
            for number in range(max(position, 0), len(sentences.starts)):
                first, last = sentences.starts[number], sentences.ends[number]
                if first >= end:
                    break
                if start < last:
                    begin, stop = max(start, first) - first, min(end, last) - first
                    spoken = SpokenWords(version.speaker, begin, stop)
                    found.setdefault((document, number), []).append(spoken)
    return found
