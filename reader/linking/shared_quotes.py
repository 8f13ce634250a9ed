"""One utterance as several articles carry it: its versions and what was done to them.

Versions are found by words and not by marks. Quotes are matched in `reader.quotes.
matching`; here they are gathered round the fullest version, fragments and indirect
speech are added with their lower certainty, and every quoted version is compared with
the base word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import nlargest
from math import log

from reader.articles import Article
from reader.articles.sentences import split_sentences
from reader.quotes import Cue, Phrase, QuoteKind, Speaker, find_quotes
from reader.quotes.matching import (
    SURE_RUN,
    Spoken,
    is_heavy,
    likeness,
    pairs_of,
    same_utterance,
    speakers_agree,
    speakers_differ,
    spoken,
)
from reader.quotes.placing import article_text
from reader.quotes.speakers import speaker_of_sentence
from reader.quotes.wording import Edit, EditKind, EditPlace, QuoteWord, edit_script, quote_words

_STEM = 5
"""Letters of a word that are compared in indirect speech."""
_LEAST_STEMS = 3
_LEAST_SHARE = 0.2
_FRAGMENT_WORDS = 6
_FRAGMENT_REACH = 12
_MOST_SENTENCES = 60


class VersionForm(str, Enum):
    """How an article carries an utterance."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"
    """In the reporter's words, without marks."""


@dataclass(frozen=True, slots=True)
class Version:
    """One article's version of an utterance. Spans and slices index the article's text."""

    article: int
    """Position of the article, from 0."""
    form: VersionForm
    spans: tuple[tuple[int, int], ...]
    """The quoted words in the order of the article, or the sentence of indirect speech."""
    text: str
    """The words of all spans, joined by a space."""
    words: tuple[QuoteWord, ...]
    speaker: Speaker | None
    cue: Cue | None
    addressee: Phrase | None
    setting: Phrase | None
    certainty: float
    """In 0..1 that this is the same utterance."""
    kept: float
    """Part of the base's words that are left, 0..1."""
    edits: tuple[Edit, ...]
    """How it differs from the base; empty for the base itself and for indirect speech."""
    same_speaker: bool | None
    """None where either article does not say."""
    same_cue: bool | None
    same_stance: bool | None
    same_setting: bool | None

    def dropped_inside(self, *, signed: bool) -> int:
        """Words of the base cut inside the marks, with or without an ellipsis or brackets."""
        return sum(
            edit.base.stop - edit.base.start
            for edit in self.edits
            if edit.kind is EditKind.DROPPED
            and edit.place is EditPlace.INSIDE
            and edit.signed is signed
        )

    @property
    def trimmed(self) -> tuple[int, int]:
        """Words of the base that are missing at the start and at the end."""
        counts = {EditPlace.START: 0, EditPlace.END: 0}
        for edit in self.edits:
            if edit.kind is not EditKind.INSERTED and edit.place in counts:
                counts[edit.place] += edit.base.stop - edit.base.start
        return counts[EditPlace.START], counts[EditPlace.END]

    @property
    def inserted(self) -> int:
        """Words that the base does not have, brackets left out."""
        return self._words_here(EditKind.INSERTED)

    @property
    def changed(self) -> int:
        """Words that stand in the place of others of the base."""
        return self._words_here(EditKind.CHANGED)

    def _words_here(self, kind: EditKind) -> int:
        return sum(
            edit.version.stop - edit.version.start
            for edit in self.edits
            if edit.kind is kind and not edit.signed
        )


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """One utterance that several articles carry."""

    number: int
    """From 1, those in most articles first."""
    versions: tuple[Version, ...]
    """From fullest to slightest; the first is the base of the comparison."""

    @property
    def base(self) -> Version:
        """The fullest version here, which need not be the fullest there is."""
        return self.versions[0]

    @property
    def articles(self) -> tuple[int, ...]:
        """The positions of the articles that carry it."""
        return tuple(sorted({version.article for version in self.versions}))

    @property
    def speaker(self) -> Speaker | None:
        """The surest speaker of all versions."""
        named = [version.speaker for version in self.versions if version.speaker]
        return max(
            named, key=lambda speaker: (len(speaker.name.split()), speaker.confidence), default=None
        )

    def against(self, base: Version) -> tuple[Version, ...]:
        """The versions compared with another base, in the same order."""
        return tuple(_compared(version, base) for version in self.versions)


def shared_quotes(articles: Sequence[Article]) -> tuple[SharedQuote, ...]:
    """The utterances that at least two of the articles carry, in most articles first.

    Offsets are those of `reader.quotes.article_text`.
    """
    return shared_quotes_of_texts([article_text(article) for article in articles])


def shared_quotes_of_texts(texts: Sequence[str]) -> tuple[SharedQuote, ...]:
    """`shared_quotes` for plain texts, paragraphs separated by line breaks."""
    found = [find_quotes(text) for text in texts]
    items = [spoken(number, text, found[number], short=True) for number, text in enumerate(texts)]
    groups, certainty = _gathered(items)
    versions = [_versions(texts, group, certainty) for group in groups]
    _add_fragments(texts, items, groups, versions)
    _add_indirect(texts, found, versions)
    shared = []
    for group in versions:
        if len({version.article for version in group}) < 2:
            continue
        base = max(group, key=lambda v: (v.form is VersionForm.DIRECT, len(v.words), -v.article))
        compared = [_compared(version, base) for version in group if version is not base]
        compared.sort(key=_rank)
        shared.append((_compared(base, base), *compared))
    shared.sort(key=lambda vs: (-len({v.article for v in vs}), -len(vs[0].words)))
    return tuple(SharedQuote(number, group) for number, group in enumerate(shared, 1))


def _rank(version: Version) -> tuple[bool, float, bool, int]:
    indirect = version.form is VersionForm.INDIRECT
    return indirect, -version.kept, version.form is VersionForm.PARTIAL, version.article


def _gathered(
    items: Sequence[Sequence[Spoken]],
) -> tuple[list[list[Spoken]], dict[int, float]]:
    """Groups of versions: every quote joins the fuller one it is most like.

    With them, by the identity of a quote, how sure it is that it belongs there.
    """
    long = [[item for item in found if len(item.words) > 1] for found in items]
    alike: dict[int, list[tuple[float, float, Spoken]]] = defaultdict(list)
    for one, other in pairs_of(long):
        if same_utterance(one, other):
            like = likeness(one, other)
            weight = like.share * min(sum(one.weights), sum(other.weights))
            sure = 1.0 if like.run >= SURE_RUN else min(1.0, 0.4 + 0.6 * like.share)
            alike[id(one)].append((weight, sure, other))
            alike[id(other)].append((weight, sure, one))
    order = sorted(
        (item for found in long for item in found),
        key=lambda item: (-len(item.words), item.document, item.spans),
    )
    group_of: dict[int, int] = {}
    certainty: dict[int, float] = {}
    groups: list[list[Spoken]] = []
    for item in order:
        fuller = [
            (weight, sure, -group_of[id(other)])
            for weight, sure, other in alike[id(item)]
            if id(other) in group_of
        ]
        if fuller:
            _, certainty[id(item)], negative = max(fuller)
            number = -negative
            groups[number].append(item)
        else:
            number = len(groups)
            groups.append([item])
        group_of[id(item)] = number
    return groups, certainty


def _versions(
    texts: Sequence[str], group: Sequence[Spoken], certainty: dict[int, float]
) -> list[Version]:
    """The versions of a group; paragraphs of one utterance are one version."""
    together: dict[tuple[int, int], list[Spoken]] = defaultdict(list)
    for item in group:
        together[item.document, item.quotes[0].utterance].append(item)
    return [
        _version(
            texts[items[0].document], items, max(certainty.get(id(item), 1.0) for item in items)
        )
        for items in together.values()
    ]


def _version(text: str, items: Sequence[Spoken], certainty: float = 1.0) -> Version:
    items = sorted(items, key=lambda item: item.spans)
    first = items[0].quotes[0]
    direct = any(item.kind is QuoteKind.DIRECT for item in items)
    spans = tuple(span for item in items for span in item.spans)
    return Version(
        article=items[0].document,
        form=VersionForm.DIRECT if direct else VersionForm.PARTIAL,
        spans=spans,
        text=" ".join(text[start:end] for start, end in spans),
        words=tuple(quote_words(text, spans)),
        speaker=first.speaker,
        cue=first.cue,
        addressee=first.addressee,
        setting=first.setting,
        certainty=certainty,
        kept=1.0,
        edits=(),
        same_speaker=None,
        same_cue=None,
        same_stance=None,
        same_setting=None,
    )


def _compared(version: Version, base: Version) -> Version:
    """The same version with what sets it apart from the base."""
    quoted = version.form is not VersionForm.INDIRECT and version.spans != base.spans
    quoted = quoted or (
        version.article != base.article and version.form is not VersionForm.INDIRECT
    )
    edits = edit_script(base.words, version.words) if quoted else ()
    if version.form is VersionForm.INDIRECT:
        kept = _stem_share(base.words, version.words)
    elif quoted:
        same = sum(e.base.stop - e.base.start for e in edits if e.kind is EditKind.SAME)
        kept = same / max(1, len(base.words))
    else:
        kept = 1.0
    here, there = version.cue, base.cue
    return Version(
        version.article,
        version.form,
        version.spans,
        version.text,
        version.words,
        version.speaker,
        version.cue,
        version.addressee,
        version.setting,
        version.certainty,
        kept,
        edits,
        _same_speaker(version.speaker, base.speaker),
        here.lemma == there.lemma if here and there else None,
        here.stance is there.stance if here and there else None,
        _same_words(version.setting, base.setting),
    )


def _same_speaker(one: Speaker | None, other: Speaker | None) -> bool | None:
    if one is None or other is None:
        return None
    if speakers_agree(one, other):
        return True
    return False if speakers_differ(one, other) else None


def _same_words(one: Phrase | None, other: Phrase | None) -> bool | None:
    if one is None or other is None:
        return None
    here = [word.key for word in quote_words(one.text, [(0, len(one.text))])]
    there = [word.key for word in quote_words(other.text, [(0, len(other.text))])]
    return here == there


def _stems(words: Sequence[QuoteWord]) -> set[str]:
    return {_stem(word.key) for word in words if is_heavy(word) and len(word.key) > 3}


def _stem(key: str) -> str:
    """The first letters of a word without its inflection ("working" -> "work")."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            return key[: -len(ending)][:_STEM]
    return key[:_STEM]


def _stem_share(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> float:
    stems = _stems(base)
    return len(stems & _stems(version)) / max(1, len(stems))


def _add_fragments(
    texts: Sequence[str],
    items: Sequence[Sequence[Spoken]],
    groups: list[list[Spoken]],
    versions: list[list[Version]],
) -> None:
    """Tie fragments that stand alone to the one fuller quote that has their words.

    A fragment needs the same speaker, stated or named in its paragraph, and all its
    heavier words close together in the fuller quote.
    """
    alone = {id(group[0]): number for number, group in enumerate(groups) if len(group) == 1}
    fuller = [
        number for number, group in enumerate(groups) if len(group[0].words) > _FRAGMENT_WORDS
    ]
    stems = {number: [_stem(w.key) for w in groups[number][0].words] for number in fuller}
    holders: dict[str, set[int]] = defaultdict(set)
    for number in fuller:
        for stem in stems[number]:
            holders[stem].add(number)
    for item in (item for found in items for item in found):
        if len(item.words) > _FRAGMENT_WORDS or (len(item.words) > 1 and id(item) not in alone):
            continue
        wanted = [_stem(word.key) for word in item.words if is_heavy(word)]
        if not wanted or (len(item.words) == 1 and len(item.words[0].key) < 6):
            continue
        common = set.intersection(*(holders.get(stem, set()) for stem in wanted))
        fitting = [
            number
            for number in common
            if groups[number][0].document != item.document
            and _within_reach(stems[number], wanted)
            and _spoken_by(item, groups[number][0].speaker)
        ]
        if len(fitting) != 1:
            continue
        certainty = 0.7 if len(wanted) > 1 else 0.4
        versions[fitting[0]].append(_version(texts[item.document], [item], certainty))
        if id(item) in alone:
            versions[alone[id(item)]].clear()


def _within_reach(stems: list[str], wanted: list[str]) -> bool:
    places = [[i for i, stem in enumerate(stems) if stem == want] for want in wanted]
    for first in places[0]:
        if all(any(abs(i - first) <= _FRAGMENT_REACH for i in other) for other in places[1:]):
            return True
    return False


def _spoken_by(item: Spoken, speaker: Speaker | None) -> bool:
    if speaker is None:
        return False
    if item.speaker is not None:
        return speakers_agree(item.speaker, speaker)
    surname = quote_words(speaker.name, [(0, len(speaker.name))])[-1:]
    return bool(surname) and surname[0].key in item.context


def _add_indirect(
    texts: Sequence[str], found: Sequence[Sequence[object]], versions: list[list[Version]]
) -> None:
    """Tie sentences that put an utterance into the reporter's words."""
    sentences = _reported(texts, versions)
    frequency = Counter(stem for sentence in sentences for stem in sentence.stems)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.stems:
            holders[stem].append(number)
    total = len(sentences) + 1
    taken: dict[int, tuple[float, float, int]] = {}
    for number, group in enumerate(versions):
        if not group or len(group[0].words) <= _FRAGMENT_WORDS:
            continue
        base = max(group, key=lambda version: len(version.words))
        weights = {stem: log(total / (1 + frequency[stem])) + 0.5 for stem in _stems(base.words)}
        scores: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for stem, weight in weights.items():
            for place in holders.get(stem, ()):
                scores[place] += weight
                counts[place] += 1
        whole = sum(weights.values())
        quoted = {version.article for version in group if version.form is VersionForm.DIRECT}
        for place, score in _highest(scores):
            share = score / whole
            sentence = sentences[place]
            if share < _LEAST_SHARE or counts[place] < _LEAST_STEMS or sentence.article in quoted:
                continue
            if score > taken.get(place, (0.0, 0.0, 0))[0] and sentence.spoken_by(base.speaker):
                taken[place] = (score, share, number)
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for place, (_, share, number) in taken.items():
        key = (number, sentences[place].article)
        best[key] = max(best.get(key, (0.0, -1)), (share, place))
    for (number, _), (share, place) in sorted(best.items()):
        versions[number].append(sentences[place].version(min(0.8, 0.3 + share)))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the reporter that could be indirect speech."""

    article: int
    text: str
    start: int
    end: int
    words: tuple[QuoteWord, ...]
    stems: frozenset[str]

    def spoken_by(self, speaker: Speaker | None) -> bool:
        """Whether it reports speech of this speaker."""
        told = speaker_of_sentence(self.text, self.start, self.end)
        return told is not None and speakers_agree(told[0], speaker)

    def version(self, certainty: float) -> Version:
        """It as a version of an utterance."""
        told = speaker_of_sentence(self.text, self.start, self.end)
        speaker, cue = told if told is not None else (None, None)
        return Version(
            self.article,
            VersionForm.INDIRECT,
            ((self.start, self.end),),
            self.text[self.start : self.end],
            self.words,
            speaker,
            cue,
            None,
            None,
            certainty,
            0.0,
            (),
            None,
            None,
            None,
            None,
        )


def _highest(scores: dict[int, float]) -> list[tuple[int, float]]:
    return nlargest(_MOST_SENTENCES, scores.items(), key=lambda item: (item[1], -item[0]))


def _reported(texts: Sequence[str], versions: list[list[Version]]) -> list[_Sentence]:
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for group in versions:
        for version in group:
            covered[version.article] += version.spans
    sentences = []
    for article, text in enumerate(texts):
        spans = sorted(covered[article])
        begin = 0
        for line in text.split("\n"):
            for part in split_sentences(line):
                start, end = begin + part.start, begin + part.stop
                quoted = sum(min(end, b) - max(start, a) for a, b in spans if a < end and b > start)
                words = tuple(quote_words(text, [(start, end)]))
                stems = frozenset(_stems(words))
                if quoted < (end - start) / 2 and len(stems) >= _LEAST_STEMS:
                    sentences.append(_Sentence(article, text, start, end, words, stems))
            begin += len(line) + 1
    return sentences
