"""The words by which a language reports speech, from its file in the folder `data`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from os.path import dirname, exists, join

from reader.quotes.quote import Stance
from reader.text.word_lists import WordLists

SPACED_LANGUAGES = ("de", "fr", "es", "it")
UNSPACED_LANGUAGES = ("zh", "ja")
LANGUAGES_WITH_SPEAKERS = frozenset(("en", *SPACED_LANGUAGES, *UNSPACED_LANGUAGES))
"""ISO 639-1 codes of the languages in which speakers are read."""


KNOWN_SECTIONS = frozenset(stance.value for stance in Stance) | frozenset((
    "after only", "auxiliaries", "skipped", "articles", "pronouns", "particles", "links", "ends",
    "titles", "according to", "naming", "dash dialogue", "inside marks", "adverbs", "adjuncts",
    "according to ends", "documents", "naming after", "topics", "honorifics", "reported",
    "not speech",
))  # fmt: skip
"""The sections that a file may have; docs/languages.md explains them."""


class SpeechWords:
    """The words of one language; what its file does not name is empty.

    Args:
        language: ISO 639-1 code of a language that has a file.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._lists = WordLists(__file__, language)

    def words(self, section: str) -> frozenset[str]:
        """The words of a section."""
        return self._lists.words.get(section, frozenset())

    @property
    def sections(self) -> frozenset[str]:
        """The sections of the file."""
        return frozenset(section for section in self._lists.lines if section)

    def has(self, section: str) -> bool:
        """Whether the file has a section."""
        return section in self._lists.lines

    @cached_property
    def verbs(self) -> Mapping[str, tuple[str, Stance]]:
        """The (lemma, stance) of every form of a reporting verb."""
        return {
            form: (lemma.strip() if forms else form, stance)
            for stance in Stance
            for line in self._lists.lines.get(stance.value, ())
            for lemma, _, forms in [line.partition(":")]
            for form in (forms or lemma).split()
        }

    @cached_property
    def verbs_by_length(self) -> tuple[str, ...]:
        """The forms of reporting verbs, the longest first."""
        return tuple(sorted(self.verbs, key=lambda form: (-len(form), form)))

    @cached_property
    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The words of every phrase that names a source ("according to"), the longest first."""
        phrases = [
            tuple(line.lower().split()) for line in self._lists.lines.get("according to", ())
        ]
        return tuple(sorted(phrases, key=len, reverse=True))


@cache
def load_speech_words(language: str) -> SpeechWords:
    """The words of a language, read once.

    Raises:
        KeyError: speakers are not read in that language, or it is English.
    """
    if not exists(join(dirname(__file__), "data", f"{language}.txt")):
        raise KeyError(language)
    return SpeechWords(language)
