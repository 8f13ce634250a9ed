"""What the user corrected in quotes: versions that are not of the quote, and who said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.articles import Place
from reader.quote_versions.speaker_agreement import CORRECTED_BY_USER
from reader.quote_versions.versions import SharedQuote, Version, VersionForm
from reader.quotes import Quote, Speaker, SpeakerKind, Strength
from reader.text.plain_words import plain_words


class VersionWords(NamedTuple):
    """A version by the paragraph in which it begins and by its words."""

    place: Place
    words: str
    """As `plain_words` gives them."""

    @classmethod
    def of_version(cls, version: Version) -> VersionWords:
        """Return those of a version that has its passages."""
        return cls(version.passages[0].place, plain_words(version.text))


@dataclass(frozen=True, slots=True)
class QuoteCorrections:
    """What the user knows better of the quotes of some articles."""

    rejected: frozenset[tuple[VersionWords, VersionWords]] = field(default_factory=frozenset)
    """Pairs of versions that are not of one utterance: the first is taken out of it."""
    speakers: Mapping[VersionWords, str] = field(default_factory=dict)
    """Who said it; an empty name: not who was found, and it is not known who."""
    speakers_from: tuple[str, ...] = ()
    """For each of these that was named in another article, the label of that one."""

    def __bool__(self) -> bool:
        """Whether anything is corrected."""
        return bool(self.rejected or self.speakers)

    def correct(self, utterances: Sequence[SharedQuote]) -> list[list[Version]]:
        """Return the versions of every utterance, compared with nothing yet.

        Args:
            utterances: the utterances with the passages of their versions.
        """
        corrected: list[list[Version]] = []
        for utterance in utterances:
            keyed = [(VersionWords.of_version(each), each) for each in utterance.versions]
            keys = {key for key, _ in keyed}
            gone = {one for one, other in self.rejected if one in keys and other in keys}
            corrected.append([self._name_speaker(each) for key, each in keyed if key not in gone])
            # Words of the reporter are no quote of their own.
            corrected += [
                [self._name_speaker(each)]
                for key, each in keyed
                if key in gone and each.form is not VersionForm.INDIRECT
            ]
        return [group for group in corrected if group]

    def name_speakers(
        self, quotes: Sequence[Sequence[Quote]], utterances: Iterable[SharedQuote]
    ) -> tuple[tuple[Quote, ...], ...]:
        """Return the quotes of every article with the speakers that the user named.

        Args:
            quotes: the quotes.
            utterances: the utterances, which have these speakers already.
        """
        speakers: dict[tuple[int, int, int], Speaker | None] = {
            (version.article, *span): version.speaker
            for utterance in utterances
            for version in utterance.versions
            if VersionWords.of_version(version) in self.speakers
            for span in version.spans
        }
        return tuple(
            tuple(
                replace(quote, speaker=speakers[key])
                if (key := (article, quote.start, quote.end)) in speakers
                else quote
                for quote in found
            )
            for article, found in enumerate(quotes)
        )

    def _name_speaker(self, version: Version) -> Version:
        name = self.speakers.get(VersionWords.of_version(version))
        if name is None:
            return version
        return replace(version, speaker=_make_speaker(name, version.speaker) if name else None)


def _make_speaker(name: str, found: Speaker | None) -> Speaker:
    """Return the speaker of a name, where the article has its words for whoever was found."""
    return Speaker(
        name=name,
        mention=found.mention if found else "",
        start=found.start if found else 0,
        end=found.end if found else 0,
        kind=SpeakerKind.UNKNOWN,
        confidence=1.0,
        strength=Strength.ADJACENT,
        resolution=CORRECTED_BY_USER,
    )
