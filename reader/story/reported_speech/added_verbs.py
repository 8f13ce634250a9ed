"""Verbs by which the speaker of a quotation says more: "“…,” Lee said, adding that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.quotes import Cue, Speaker
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.story.reported_speech.speech import Span, Speech

_ADDED = re.compile(
    r"(?:,[”\"]?|[”\"]) (?:and )?(?P<verb>[a-z]+ing)\b"
    r"|,? and (?:(?:also|then|later) )?(?P<past>[a-z]+ed|said|told|wrote)\b"
)
_CLAUSE = re.compile(r"\b(?:who|which|when|while|after|before|because|if|whether)\b|[.;:] ")
"""In the words between a speaker and a participle: it may be somebody else's."""


def find_added_verbs(
    text: str, sentence: Span, quoted: Sequence[tuple[Span, Speech]]
) -> Iterator[tuple[Speaker, Cue]]:
    """Yield the further verbs of saying in a sentence that quotes, with the quotation's speaker.

    Args:
        text: the text of the article.
        sentence: the sentence, as offsets.
        quoted: the quotations in it with their places.
    """
    cues = load_vocabulary().cues
    for match in _ADDED.finditer(text, *sentence):
        verb = match.lastgroup or ""
        word = cues.get(match.group(verb))
        if word is None or (
            word.weak
            and word.lemma not in load_word_class("clause_verbs")
            and not text.startswith(" that ", match.end())
        ):
            continue
        speech = _find_before(match.start(), quoted)
        if speech is None or speech.speaker is None or speech.cue is None:
            continue
        begin = max(speech.speaker.end, speech.cue.end)
        between = _blank_quotations(text, (begin, match.start()), quoted)
        if begin <= match.start() and not _CLAUSE.search(between):
            start, end = match.span(verb)
            yield speech.speaker, Cue(text[start:end], word.lemma, word.stance, start, end)


def _find_before(position: int, quoted: Sequence[tuple[Span, Speech]]) -> Speech | None:
    """Return the last quotation of a sentence that begins before a position."""
    before = [speech for (begin, _), speech in quoted if begin < position]
    return before[-1] if before else None


def _blank_quotations(text: str, span: Span, quoted: Sequence[tuple[Span, Speech]]) -> str:
    """Return the words of a span that are in no quotation."""
    words = text[slice(*span)]
    for (begin, end), _ in quoted:
        first, last = max(begin, span[0]) - span[0], min(end, span[1]) - span[0]
        if first < last:
            words = words[:first] + " " * (last - first) + words[last:]
    return words
