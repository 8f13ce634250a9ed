"""The versions of one utterance in several articles, and what sets each apart from the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from reader.articles import Passage
from reader.quote_versions.printed_words import REPORTER_SIGN, PrintedWords
from reader.quote_versions.quote_words import QuoteWord, read_quote_words
from reader.quote_versions.setting_agreement import settings_agree
from reader.quote_versions.speaker_agreement import (
    CORRECTED_BY_USER,
    are_surely_two_people,
    speakers_agree,
    speakers_differ,
)
from reader.quote_versions.version_edits import build_version_edits
from reader.quote_versions.word_edits import (
    Edit,
    EditKind,
    EditPlace,
    count_same_words,
)
from reader.quote_versions.word_weights import stem_words
from reader.quotes import Cue, Phrase, QuoteKind, Speaker, SpeakerKind, Strength
from reader.text.excerpts import excerpt

if TYPE_CHECKING:
    from reader.quote_versions.comparable_quotes import ComparableQuote

_SURE_SIGN = 0.9
"""Confidence of both speakers from which on another speaker is a sign."""
MAX_FRAGMENT_WORDS = 6
"""A quote of so many words or fewer is a fragment that can belong to several fuller ones."""


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
    """The words of all spans, with `” … “` where the reporter's words stand between two."""
    words: tuple[QuoteWord, ...]
    speaker: Speaker | None
    cue: Cue | None
    addressee: Phrase | None
    setting: Phrase | None
    certainty: float
    """In 0..1 that this is the same utterance."""
    retained: float = 1.0
    """Part of the base's words that are left, 0..1."""
    edits: tuple[Edit, ...] = ()
    """How it differs from the base; empty for the base itself and for indirect speech."""
    same_speaker: bool | None = None
    """False only where two people are named, and surely; None where either article does not say."""
    same_cue: bool | None = None
    same_stance: bool | None = None
    same_setting: bool | None = None
    """Whether time, place and occasion are the base's, as far as both articles say."""
    passages: tuple[Passage, ...] = field(default=(), compare=False)
    """The words of each span in the article; empty where plain texts were compared."""

    def count_cuts(self, *, signed: bool) -> int:
        """Count the words of the base cut inside the marks, with or without a sign of it."""
        return sum(
            edit.base_count
            for edit in self.edits
            if edit.kind is EditKind.DROPPED
            and edit.place is EditPlace.INSIDE
            and edit.signed is signed
        )

    @property
    def trimmed_counts(self) -> tuple[int, int]:
        """Number of words of the base that are missing at the start and at the end."""
        counts = {EditPlace.START: 0, EditPlace.END: 0}
        for edit in self.edits:
            if edit.kind is EditKind.DROPPED and edit.place in counts:
                counts[edit.place] += edit.base_count
        return counts[EditPlace.START], counts[EditPlace.END]

    @property
    def dropped_between_count(self) -> int:
        """Number of words of the base that are missing where the version is interrupted."""
        return sum(
            edit.base_count
            for edit in self.edits
            if edit.kind is EditKind.DROPPED and edit.place is EditPlace.BETWEEN
        )

    def __repr__(self) -> str:
        speaker = f" of {excerpt(self.speaker.display_name)}" if self.speaker else ""
        return f"<Version, {self.form.value}{speaker}: {excerpt(self.text)!r}>"

    @property
    def inserted_count(self) -> int:
        """Number of words that the base does not have, brackets left out."""
        return self._count_words(EditKind.INSERTED)

    @property
    def changed_count(self) -> int:
        """Number of words in the place of others of the base."""
        return self._count_words(EditKind.CHANGED)

    def _count_words(self, kind: EditKind) -> int:
        return sum(
            edit.version_count for edit in self.edits if edit.kind is kind and not edit.signed
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
        """The fullest version of these articles, which need not be the fullest there is."""
        return self.versions[0]

    @property
    def articles(self) -> tuple[int, ...]:
        """The positions of the articles that carry it."""
        return tuple(sorted({version.article for version in self.versions}))

    @property
    def speaker(self) -> Speaker | None:
        """The speaker of the base, by the fullest name that a version has for the same one.

        Where the base says nothing, the one that another version states and names best.
        """
        base = self.base.speaker
        speakers = [version.speaker for version in self.versions if version.speaker]
        may_be_base = [each for each in speakers if base is None or _may_be(each, base)]
        return max(may_be_base, key=_rank_speaker, default=base)

    def __repr__(self) -> str:
        speaker = f" of {excerpt(self.speaker.display_name)}" if self.speaker else ""
        count = len(self.articles)
        articles = "1 article" if count == 1 else f"{count} articles"
        return f"<SharedQuote {self.number}{speaker} in {articles}: {excerpt(self.base.text)!r}>"

    def compare_with(self, base: Version) -> tuple[Version, ...]:
        """Return the versions compared with another base, in the same order."""
        return tuple(compare_version(version, base) for version in self.versions)


def _may_be(speaker: Speaker, base: Speaker) -> bool:
    """Whether a speaker may be that of the base, in other words; not one of another name."""
    if speaker == base or speakers_agree(speaker, base):
        return True
    is_given = CORRECTED_BY_USER in (speaker.resolution, base.resolution)
    return not is_given and not speakers_differ(speaker, base)


def _rank_speaker(speaker: Speaker) -> tuple[bool, int, Strength, bool]:
    """Return a key that is highest for a stated speaker with the fullest name."""
    return speaker.is_stated, len(speaker.name.split()), speaker.strength, speaker.is_named


def compare_version(version: Version, base: Version) -> Version:
    """Return a version with its differences from the base."""
    edits: tuple[Edit, ...] = ()
    if version.form is VersionForm.INDIRECT:
        retained = _share_of_stems(base.words, version.words)
    elif version.article == base.article and version.spans == base.spans:
        retained = 1.0
    else:
        printed = _print_words(base), _print_words(version)
        edits = build_version_edits(base.words, version.words, printed)
        retained = count_same_words(edits) / max(1, len(base.words))
    cue, base_cue = version.cue, base.cue
    return replace(
        version,
        retained=retained,
        edits=edits,
        same_speaker=_is_same_speaker(version.speaker, base.speaker),
        same_cue=cue.lemma == base_cue.lemma if cue and base_cue else None,
        same_stance=cue.stance is base_cue.stance if cue and base_cue else None,
        same_setting=settings_agree(version.setting, base.setting),
    )


def _print_words(version: Version) -> PrintedWords:
    """Return the words of a version with its own text, in which they have other offsets."""
    offsets: list[int] = []
    end = 0
    for number, (start, stop) in enumerate(version.spans):
        if number:
            end += len(REPORTER_SIGN) if version.text.startswith(REPORTER_SIGN, end) else 1
        offsets.append(end - start)
        end += stop - start
    words = [
        word._replace(start=word.start + offsets[word.part], end=word.end + offsets[word.part])
        for word in version.words
    ]
    return PrintedWords(version.text, words)


def join_parts(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the parts of a quote as printed, with a sign where the reporter's words stand.

    The sign has the marks that close one part and open the next, for the whole is printed
    between marks: `We asked,” … “and got none`. Parts with no word between them, as those in
    two paragraphs, are joined by a space.
    """
    joined = ""
    for number, (start, end) in enumerate(spans):
        if number:
            between = text[spans[number - 1][1] : start]
            joined += REPORTER_SIGN if any(map(str.isalnum, between)) else " "
        joined += text[start:end]
    return joined


def make_version(text: str, quotes: Sequence[ComparableQuote], certainty: float = 1.0) -> Version:
    """Build the version of one utterance in one text, compared with nothing yet."""
    quotes = sorted(quotes, key=lambda quote: quote.spans)
    first = quotes[0].quotes[0]
    is_direct = any(quote.kind is QuoteKind.DIRECT for quote in quotes)
    spans = tuple(span for quote in quotes for span in quote.spans)
    words = quotes[0].words if len(quotes) == 1 else tuple(read_quote_words(text, spans))
    return Version(
        article=quotes[0].document,
        form=VersionForm.DIRECT if is_direct else VersionForm.PARTIAL,
        spans=spans,
        text=join_parts(text, spans),
        words=words,
        speaker=first.speaker,
        cue=first.cue,
        addressee=first.addressee,
        setting=first.setting,
        certainty=certainty,
    )


def _is_same_speaker(one: Speaker | None, other: Speaker | None) -> bool | None:
    if one is None or other is None:
        return None
    if speakers_agree(one, other):
        return True
    if CORRECTED_BY_USER in (one.resolution, other.resolution):
        return False if speakers_differ(one, other) else None
    are_persons = _is_named_person(one) and _is_named_person(other)
    if are_persons and are_surely_two_people(one, other, least=_SURE_SIGN):
        return False
    return None


def _is_named_person(speaker: Speaker) -> bool:
    """Whether the name of a person, or one of several words, is printed right beside the verb.

    Where two articles seem to give one utterance to two people, a pronoun or a far verb is misread.
    """
    is_printed = speaker.mention.split()[-1] in speaker.name
    if not is_printed or speaker.strength < Strength.ADJACENT:
        return False
    is_unknown = speaker.kind is SpeakerKind.UNKNOWN and " " in speaker.name
    return is_unknown or speaker.kind is SpeakerKind.PERSON


def _share_of_stems(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> float:
    stems = stem_words(base)
    return len(stems & stem_words(version)) / max(1, len(stems))
