"""The attribution before a quote: Anna Berg said: “…”, in languages whose words have spaces."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.other_languages.speaker_phrases import SpeakerPhrase, read_speaker_phrase
from reader.quotes.other_languages.speech_tokens import SpeechToken, tokenize_speech
from reader.quotes.other_languages.speech_words import SpeechWords
from reader.quotes.other_languages.spoken_after import (
    find_source_words,
    is_verb,
    make_cue,
    name_speaker,
    skip_between,
)
from reader.quotes.other_languages.spoken_by import SpokenBy
from reader.quotes.quote import Strength

_CONJUNCTIONS = frozenset(("wie", "comme", "como", "come"))


def read_spoken_before(text: str, start: int, end: int, words: SpeechWords) -> SpokenBy | None:
    """Read who says the words after `text[start:end]`; None where that does not say it.

    Args:
        text: the article.
        start: the start of the sentence, or the end of the quote before in it.
        end: the opening mark.
        words: those of the language.
    """
    tokens = tokenize_speech(text, start, end)
    if not tokens:
        return None
    return _read_source(text, tokens, words) or _read_verb(text, tokens, end, words)


def read_spoken_sentence(text: str, start: int, end: int, words: SpeechWords) -> SpokenBy | None:
    """Read who speaks in the sentence `text[start:end]`: its first reporting verb, or its source.

    The arguments are those of `read_spoken_before`.
    """
    tokens = tokenize_speech(text, start, end)
    found = _read_source(text, tokens, words) if tokens else None
    if found is not None:
        return found
    verb = next((n for n, token in enumerate(tokens) if is_verb(token, words)), None)
    return _read_subject(text, tokens, verb, end, words) if verb is not None else None


def _read_source(text: str, tokens: Sequence[SpeechToken], words: SpeechWords) -> SpokenBy | None:
    """Read According to Anna Berg, the talks were “…”."""
    for at in range(len(tokens)):
        if at and not tokens[at].gap.strip():
            continue
        length = find_source_words(tokens, at, words)
        phrase = read_speaker_phrase(tokens, at + length, words) if length else None
        if phrase is None or phrase.is_pronoun or tokens[at + length].gap.strip():
            continue
        mention, has_name = name_speaker(tokens, phrase)
        cue = make_cue(text, tokens[at], tokens[at + length - 1], words)
        return SpokenBy("source, before", cue, mention, has_name, tokens[phrase.after - 1].end)
    return None


def _read_verb(
    text: str, tokens: Sequence[SpeechToken], end: int, words: SpeechWords
) -> SpokenBy | None:
    """Read the last reporting verb before a quote, and its subject."""
    verbs = [n for n, token in enumerate(tokens) if is_verb(token, words)]
    if not verbs:
        return _read_colon(text, tokens, end, words)
    return _read_subject(text, tokens, verbs[-1], end, words)


def _read_subject(
    text: str, tokens: Sequence[SpeechToken], verb: int, end: int, words: SpeechWords
) -> SpokenBy:
    """Read the subject of a verb."""
    phrase = _find_subject(tokens, verb, words)
    cue = make_cue(text, tokens[verb], tokens[verb], words)
    mention, has_name = name_speaker(tokens, phrase)
    is_adjacent = not text[cue.end : end].strip(" \u00a0\u202f:,")
    strength = Strength.ADJACENT if is_adjacent else Strength.STATED
    rule = "speaker verb, before" if phrase else "verb alone, before"
    return SpokenBy(rule, cue, mention, has_name, end, strength)


def _read_colon(
    text: str, tokens: Sequence[SpeechToken], end: int, words: SpeechWords
) -> SpokenBy | None:
    """Read Anna Berg: “…”."""
    last = tokens[-1].end
    if text[last:end].strip(" \u00a0\u202f") != ":":
        return None
    phrase = read_speaker_phrase(tokens, 0, words)
    if phrase is None or not phrase.has_name or phrase.after != len(tokens):
        return None
    mention, has_name = name_speaker(tokens, phrase)
    return SpokenBy("speaker colon", None, mention, has_name, end, Strength.LOOSE)


def _find_subject(
    tokens: Sequence[SpeechToken], verb: int, words: SpeechWords
) -> SpeakerPhrase | None:
    """Find the subject of a verb: before it, between auxiliary and participle, or after it."""
    for first, after in _order_clauses(tokens, verb, words):
        if tokens[first].lower in _CONJUNCTIONS and first + 1 < after:
            first += 1
        auxiliary = _find_auxiliary(tokens, first, after, words)
        if _is_adjunct(tokens[first], words):
            if auxiliary is not None and auxiliary + 1 < after:
                phrase = read_speaker_phrase(tokens, auxiliary + 1, words)
                if phrase is not None and phrase.after <= verb:
                    return phrase
            elif after == verb and (named := _find_name_beside(tokens, first, verb, words)):
                return named
            continue
        phrase = read_speaker_phrase(tokens, first, words)
        if phrase is not None and phrase.begin < verb:
            return phrase if phrase.after <= verb else None
    after = skip_between(tokens, verb + 1, words)
    if after >= len(tokens) or tokens[after].gap.strip():
        return None
    return read_speaker_phrase(tokens, after, words)


def _find_name_beside(
    tokens: Sequence[SpeechToken], first: int, verb: int, words: SpeechWords
) -> SpeakerPhrase | None:
    """Find a name of two words and more that ends right before a verb."""
    begin = verb
    while begin > first and tokens[begin - 1].is_capital:
        begin -= 1
    if verb - begin < 2 or begin == first:
        return None
    phrase = read_speaker_phrase(tokens, begin, words)
    return phrase if phrase is not None and phrase.has_name and phrase.after == verb else None


def _order_clauses(
    tokens: Sequence[SpeechToken], verb: int, words: SpeechWords
) -> list[tuple[int, int]]:
    """Return the stretches before a verb, those that can have its subject first.

    Without a comma before the verb that is the last one; with one (“the head, Anna Berg, said”)
    the last one is an apposition.
    """
    clauses = _split_clauses(tokens, verb)
    begin = verb
    parts = words.words("auxiliaries") | words.words("skipped")
    while begin > 0 and tokens[begin - 1].lower in parts and not tokens[begin].gap.strip():
        begin -= 1
    return clauses if tokens[begin].gap.strip() else clauses[::-1]


def _split_clauses(tokens: Sequence[SpeechToken], verb: int) -> list[tuple[int, int]]:
    """Return the stretches before a verb that commas part, in order."""
    starts = [0, *(n for n in range(1, verb) if tokens[n].gap.strip())]
    ends = [*starts[1:], verb]
    return [(first, after) for first, after in zip(starts, ends, strict=True) if first < after]


def _find_auxiliary(
    tokens: Sequence[SpeechToken], first: int, after: int, words: SpeechWords
) -> int | None:
    auxiliaries = words.words("auxiliaries")
    return next((n for n in range(first, after) if tokens[n].lower in auxiliaries), None)


def _is_adjunct(token: SpeechToken, words: SpeechWords) -> bool:
    """Whether a stretch begins with a preposition, an adverb or a dative, and not a subject."""
    return token.lower in words.words("ends") or token.lower in words.words("skipped") - (
        words.words("articles")
    )
