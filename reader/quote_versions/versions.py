"""The versions of one utterance in several articles, and what sets each apart from the base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from reader.articles import Passage
from reader.quote_versions.utterance_matching import (
    Spoken,
    is_content_key,
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
    word_key,
)
from reader.quotes import Cue, Phrase, QuoteKind, Speaker
from reader.text.excerpts import excerpt

MAX_FRAGMENT_WORDS = 6
"""A quote of so many words or fewer is a fragment that can belong to several fuller ones."""
_STEM = 5
"""Letters of a word that are compared in indirect speech."""


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
    retained: float = 1.0
    """Part of the base's words that are left, 0..1."""
    edits: tuple[Edit, ...] = ()
    """How it differs from the base; empty for the base itself and for indirect speech."""
    same_speaker: bool | None = None
    """None where either article does not say."""
    same_cue: bool | None = None
    same_stance: bool | None = None
    same_setting: bool | None = None
    passages: tuple[Passage, ...] = field(default=(), compare=False)
    """Where its words are in the article, one for each span; empty where plain texts were
    compared."""

    def count_cuts(self, *, signed: bool) -> int:
        """Words of the base cut inside the marks, with or without an ellipsis or brackets."""
        return sum(
            edit.base.stop - edit.base.start
            for edit in self.edits
            if edit.kind is EditKind.DROPPED
            and edit.place is EditPlace.INSIDE
            and edit.signed is signed
        )

    @property
    def trimmed_counts(self) -> tuple[int, int]:
        """Words of the base that are missing at the start and at the end."""
        counts = {EditPlace.START: 0, EditPlace.END: 0}
        for edit in self.edits:
            if edit.kind is not EditKind.INSERTED and edit.place in counts:
                counts[edit.place] += edit.base.stop - edit.base.start
        return counts[EditPlace.START], counts[EditPlace.END]

    def __repr__(self) -> str:
        speaker = f" of {excerpt(self.speaker.display_name)}" if self.speaker else ""
        return f"<Version, {self.form.value}{speaker}: {excerpt(self.text)!r}>"

    @property
    def inserted_count(self) -> int:
        """Words that the base does not have, brackets left out."""
        return self._words_here(EditKind.INSERTED)

    @property
    def changed_count(self) -> int:
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
            named,
            key=lambda one: (one.is_stated, len(one.name.split()), one.confidence),
            default=None,
        )

    def __repr__(self) -> str:
        speaker = f" of {excerpt(self.speaker.display_name)}" if self.speaker else ""
        count = len(self.articles)
        articles = "1 article" if count == 1 else f"{count} articles"
        return f"<SharedQuote {self.number}{speaker} in {articles}: {excerpt(self.base.text)!r}>"

    def compare_with(self, base: Version) -> tuple[Version, ...]:
        """The versions compared with another base, in the same order."""
        return tuple(compared(version, base) for version in self.versions)


def compared(version: Version, base: Version) -> Version:
    """The same version with what sets it apart from the base."""
    quoted = version.form is not VersionForm.INDIRECT and version.spans != base.spans
    quoted = quoted or (
        version.article != base.article and version.form is not VersionForm.INDIRECT
    )
    edits = edit_script(base.words, version.words) if quoted else ()
    if version.form is VersionForm.INDIRECT:
        kept = _share_of_stems(base.words, version.words)
    elif quoted:
        same = sum(e.base.stop - e.base.start for e in edits if e.kind is EditKind.SAME)
        kept = same / max(1, len(base.words))
    else:
        kept = 1.0
    here, there = version.cue, base.cue
    return replace(
        version,
        retained=kept,
        edits=edits,
        same_speaker=_same_speaker(version.speaker, base.speaker),
        same_cue=here.lemma == there.lemma if here and there else None,
        same_stance=here.stance is there.stance if here and there else None,
        same_setting=_same_words(version.setting, base.setting),
    )


def version_of(text: str, items: Sequence[Spoken], certainty: float = 1.0) -> Version:
    """The quotes of one utterance in one text as a version, compared with nothing yet."""
    items = sorted(items, key=lambda item: item.spans)
    first = items[0].quotes[0]
    direct = any(item.kind is QuoteKind.DIRECT for item in items)
    spans = tuple(span for item in items for span in item.spans)
    return Version(
        article=items[0].document,
        form=VersionForm.DIRECT if direct else VersionForm.PARTIAL,
        spans=spans,
        text=" ".join(text[start:end] for start, end in spans),
        words=items[0].words if len(items) == 1 else tuple(quote_words(text, spans)),
        speaker=first.speaker,
        cue=first.cue,
        addressee=first.addressee,
        setting=first.setting,
        certainty=certainty,
    )


def stem_words(words: Sequence[QuoteWord]) -> set[str]:
    """The stems of the words that tell something."""
    return {stem_key(word.key) for word in words if len(word.key) > 3 and is_content_word(word)}


def stem_printed_words(words: Iterable[str]) -> set[str]:
    """The same of words as they are printed."""
    stems = set(map(_stem_of_printed, words))
    stems.discard("")
    return stems


@lru_cache(maxsize=65_536)
def _stem_of_printed(printed: str) -> str:
    key = word_key(printed)
    return stem_key(key) if len(key) > 3 and is_content_key(key) else ""


@lru_cache(maxsize=65_536)
def stem_key(key: str) -> str:
    """The first letters of a word's key without its inflection ("working" -> "work")."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            return key[: -len(ending)][:_STEM]
    return key[:_STEM]


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


def _share_of_stems(base: Sequence[QuoteWord], version: Sequence[QuoteWord]) -> float:
    stems = stem_words(base)
    return len(stems & stem_words(version)) / max(1, len(stems))
