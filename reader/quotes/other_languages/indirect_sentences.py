"""Speaker and verb of a sentence that reports speech without quotation marks."""

from __future__ import annotations

from reader.quotes.other_languages.speech_words import SPACED_LANGUAGES, load_speech_words
from reader.quotes.other_languages.spoken_before import read_spoken_sentence
from reader.quotes.quote import Cue, Speaker


def read_foreign_sentence(
    text: str, start: int, end: int, language: str
) -> tuple[Speaker, Cue] | None:
    """Find who a sentence says has spoken, and by which verb.

    None where it does not say so, and in languages whose words are not parted by spaces or in
    which no speaker is read.

    Args:
        text: the article.
        start: the start of the sentence.
        end: its end.
        language: ISO 639-1 code, not English.
    """
    if language not in SPACED_LANGUAGES:
        return None
    spoken = read_spoken_sentence(text, start, end, load_speech_words(language))
    speaker = spoken.make_speaker(text) if spoken else None
    if spoken is None or speaker is None or spoken.cue is None:
        return None
    return speaker, spoken.cue
