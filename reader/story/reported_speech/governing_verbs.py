"""Whether a verb reports a quotation in its own sentence, with somebody who spoke as subject."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.quotes.quotation_marks import find_marked_spans
from reader.quotes.quote import SpeakerKind, Strength
from reader.quotes.reporting_vocabulary import load_word_class
from reader.text.sentences import split_sentences
from reader.text.words import word_key, word_spans

if TYPE_CHECKING:
    from reader.quote_versions import Version
    from reader.quotes import Cue
    from reader.quotes.offsets import ArticleText

_MARKS = "\"'“”‘’«»„ ,"


def governs_quotation(version: Version, text: ArticleText) -> bool:
    """Return whether the verb of a version governs the quotation and its speaker the verb.

    The verb stands outside all quotation marks, in the sentence of the quotation, and its subject
    is no text ("the letter implied").

    Args:
        version: a version with a verb.
        text: its article.
    """
    speaker, cue = version.speaker, version.cue
    if speaker is None or cue is None or speaker.strength < Strength.STATED:
        return False
    if speaker.kind is SpeakerKind.DOCUMENT or not _is_in_sentence(version, cue, text.text):
        return False
    first, last = min(speaker.start, cue.start), max(speaker.end, cue.end)
    # The quotation may stand between its speaker and the verb.
    named = text.text[speaker.start : speaker.end if last == speaker.end else cue.start]
    if len(split_sentences(text.text[first:last])) > 1 and last == cue.end:
        named = text.text[speaker.start : speaker.end]
    keys = {word_key(named[start:end]) for start, end in word_spans(named, 0, len(named))}
    return not keys & _texts() and not _is_between_marks(cue, text)


def _is_in_sentence(version: Version, cue: Cue, text: str) -> bool:
    """Return whether no sentence ends between a verb and the words next to it."""
    for start, end in version.spans:
        between = text[cue.end : start] if cue.end <= start else text[end : cue.start]
        is_apart = cue.end <= start or end <= cue.start
        rest = between.strip(_MARKS)
        if is_apart and "\n" not in between and len(split_sentences(rest)) <= 1:
            return True
    return False


def _is_between_marks(cue: Cue, text: ArticleText) -> bool:
    passage = text.passage(cue.start, cue.end)
    return any(
        span.start <= passage.start < span.end for span in find_marked_spans(passage.paragraph.text)
    )


@lru_cache(maxsize=1)
def _texts() -> frozenset[str]:
    """Return the keys of words for texts, which imply and show what nobody said."""
    return load_word_class("documents") | load_word_class("words_said")
