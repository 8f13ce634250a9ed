"""The attribution after a quote: “…”, said Anna Berg, in languages whose words have spaces."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.other_languages.speaker_phrases import SpeakerPhrase, read_speaker_phrase
from reader.quotes.other_languages.speech_tokens import SpeechToken, tokenize_speech
from reader.quotes.other_languages.speech_words import SpeechWords
from reader.quotes.other_languages.spoken_by import SpokenBy
from reader.quotes.quote import Cue, Stance, Strength

_MOST_SKIPPED = 4
"""Pronouns and adverbs that may stand before a verb or between it and the speaker."""
_PARTICIPLE_REACH = 10
"""Words after an auxiliary in which its participle is looked for."""
_BESIDE = frozenset(("", ",", "-", "–", "—", "—,", "–,", ", —", ", –", ",—", "?", "!", "…"))
"""What may be printed between a quote and its attribution."""


def read_spoken_after(text: str, start: int, end: int, words: SpeechWords) -> SpokenBy | None:
    """Read who said the words before `text[start:end]`; None where that does not say it.

    Args:
        text: the article.
        start: the end of the quote, after its mark.
        end: the next mark, or the end of the paragraph.
        words: those of the language.
    """
    tokens = tokenize_speech(text, start, end)
    if not tokens or tokens[0].gap.strip() not in _BESIDE:
        return None
    return (
        _read_source(text, tokens, words)
        or _read_verb_first(text, tokens, words)
        or _read_speaker_first(text, tokens, words)
        or _read_unlisted_verb(text, tokens, words)
    )


def make_cue(text: str, first: SpeechToken, last: SpeechToken, words: SpeechWords) -> Cue:
    """Return the cue of a reporting verb, or of words that name a source."""
    printed = text[first.start : last.end]
    lemma, stance = words.verbs.get(last.lower, (printed.lower(), Stance.NEUTRAL))
    return Cue(printed, lemma, stance, first.start, last.end)


def find_source_words(tokens: Sequence[SpeechToken], at: int, words: SpeechWords) -> int:
    """Return how many words that name a source (“according to”) begin at a token; 0 if none."""
    for phrase in words.sources:
        if tuple(token.lower for token in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def name_speaker(
    tokens: Sequence[SpeechToken], phrase: SpeakerPhrase | None
) -> tuple[tuple[int, int] | None, bool]:
    """Return the span of a phrase and whether it is a name; no span of a pronoun."""
    if phrase is None or phrase.is_pronoun:
        return None, False
    return (tokens[phrase.begin].start, tokens[phrase.after - 1].end), phrase.has_name


def is_verb(token: SpeechToken, words: SpeechWords) -> bool:
    """Whether a token is a reporting verb; a capitalised word is a name or a noun."""
    return not token.is_capital and token.lower in words.verbs


def skip_between(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> int:
    """Return the position after pronouns, adverbs and parts of the verb."""
    between = words.words("skipped") | words.words("auxiliaries")
    last = min(len(tokens), position + _MOST_SKIPPED)
    while position < last and not tokens[position].gap.strip(" -"):
        token = tokens[position]
        if token.lower in words.words("articles"):
            if _leads_to_noun(tokens, position, words):
                break
            position += 1
            continue
        if token.is_capital or not (token.lower in between or is_verb(token, words)):
            break
        position += 1
    return position


def _leads_to_noun(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> bool:
    """Whether an article or pronoun (French “la”) stands before a noun and not before a verb."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None:
        return False
    return following.is_capital or not (
        following.lower in words.verbs
        or following.lower in words.words("auxiliaries")
        or following.lower in words.words("skipped") - words.words("articles")
    )


def _read_source(text: str, tokens: Sequence[SpeechToken], words: SpeechWords) -> SpokenBy | None:
    """Read “…”, according to Anna Berg; and German “…”, so Anna Berg."""
    length = find_source_words(tokens, 0, words)
    is_bare = tokens[0].lower in words.words("after only")
    length = length or int(is_bare)
    phrase = read_speaker_phrase(tokens, length, words) if length else None
    if phrase is None or tokens[phrase.first].gap.strip():
        return None
    mention, has_name = name_speaker(tokens, phrase)
    cue = make_cue(text, tokens[0], tokens[length - 1], words)
    return SpokenBy("source, after", cue, mention, has_name, tokens[phrase.after - 1].end,
                    Strength.ADJACENT)  # fmt: skip


def _read_verb_first(
    text: str, tokens: Sequence[SpeechToken], words: SpeechWords
) -> SpokenBy | None:
    """Read “…”, said Anna Berg; has said Anna Berg; has Anna Berg said."""
    position = skip_pronouns(tokens, 0, words)
    if position >= len(tokens):
        return None
    token = tokens[position]
    if is_verb(token, words):
        return _read_subject(text, tokens, position, words)
    if token.lower not in words.words("auxiliaries"):
        return None
    after = position + 1
    pronoun = None
    while after < len(tokens) and after < position + _MOST_SKIPPED:
        if is_verb(tokens[after], words):
            found = _read_subject(text, tokens, after, words)
            return found._replace(mention=None) if found and pronoun is not None else found
        if tokens[after].lower in words.words("pronouns"):
            pronoun = after
        elif tokens[after].lower not in words.words("skipped") | words.words("auxiliaries"):
            break
        after += 1
    after = skip_pronouns(tokens, position + 1, words)
    phrase = read_speaker_phrase(tokens, after, words)
    if phrase is None:
        return None
    for verb in tokens[phrase.after : phrase.after + _PARTICIPLE_REACH]:
        if is_verb(verb, words):
            mention, has_name = name_speaker(tokens, phrase)
            cue = make_cue(text, verb, verb, words)
            return SpokenBy("verb around speaker, after", cue, mention, has_name, verb.end,
                            Strength.ADJACENT)  # fmt: skip
    return None


def skip_pronouns(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> int:
    """Return the position after object pronouns and adverbs."""
    last = min(len(tokens), position + _MOST_SKIPPED)
    while position < last and tokens[position].lower in words.words("skipped"):
        is_article = tokens[position].lower in words.words("articles")
        if is_article and _leads_to_noun(tokens, position, words):
            break
        position += 1
    return position


def _read_subject(
    text: str, tokens: Sequence[SpeechToken], verb: int, words: SpeechWords
) -> SpokenBy | None:
    cue = make_cue(text, tokens[verb], tokens[verb], words)
    after = skip_between(tokens, verb + 1, words)
    if after < len(tokens) and tokens[after].gap.strip(" -"):
        return SpokenBy("verb alone, after", cue, None, False, cue.end, Strength.ADJACENT)
    phrase = read_speaker_phrase(tokens, _skip_addressee(tokens, after, words), words)
    if phrase is None:
        return SpokenBy("verb alone, after", cue, None, False, cue.end, Strength.ADJACENT)
    mention, has_name = name_speaker(tokens, phrase)
    end = tokens[phrase.after - 1].end
    return SpokenBy("verb speaker, after", cue, mention, has_name, end, Strength.ADJACENT)


def _skip_addressee(tokens: Sequence[SpeechToken], position: int, words: SpeechWords) -> int:
    """Return the position after "to the press", where a speaker may follow it at once."""
    articles = words.words("articles")
    noun = position + 1
    if position >= len(tokens) or tokens[position].lower not in words.words("ends"):
        return position
    while noun < len(tokens) and tokens[noun].lower in articles and not tokens[noun].gap.strip():
        noun += 1
    after = noun + 1
    if after >= len(tokens) or tokens[noun].gap.strip() or tokens[after].gap.strip():
        return position
    return after if tokens[after].lower in articles or tokens[after].is_capital else position


def _read_speaker_first(
    text: str, tokens: Sequence[SpeechToken], words: SpeechWords
) -> SpokenBy | None:
    """Read “…”, Anna Berg said."""
    phrase = read_speaker_phrase(tokens, 0, words)
    if phrase is None:
        return None
    verb = phrase.after
    while verb < min(len(tokens), phrase.after + _MOST_SKIPPED):
        if is_verb(tokens[verb], words):
            mention, has_name = name_speaker(tokens, phrase)
            cue = make_cue(text, tokens[verb], tokens[verb], words)
            return SpokenBy("speaker verb, after", cue, mention, has_name, cue.end,
                            Strength.ADJACENT)  # fmt: skip
        if tokens[verb].lower not in words.words("skipped") | words.words("auxiliaries"):
            return None
        verb += 1
    return None


def _read_unlisted_verb(
    text: str, tokens: Sequence[SpeechToken], words: SpeechWords
) -> SpokenBy | None:
    """Read “…”, quipped the mayor, Anna Berg: a comma, one word that no list has, and a name."""
    verb = skip_pronouns(tokens, 0, words)
    if verb < len(tokens) - 1 and tokens[verb].lower in words.words("auxiliaries"):
        verb = skip_pronouns(tokens, verb + 1, words)
    if verb >= len(tokens) or not tokens[0].gap.strip().startswith(","):
        return None
    token = tokens[verb]
    known = ("ends", "articles", "auxiliaries", "pronouns", "particles", "links", "naming",
             "after only")  # fmt: skip
    if token.is_capital or any(token.lower in words.words(section) for section in known):
        return None
    after = skip_between(tokens, verb + 1, words)
    phrase = read_speaker_phrase(tokens, after, words)
    if phrase is None or phrase.is_pronoun or tokens[after].gap.strip():
        return None
    if tokens[after].lower in words.words("links"):
        return None
    is_whole_name = phrase.has_name and phrase.after - phrase.begin > 1
    has_article = tokens[after].lower in words.words("articles")
    if not (is_whole_name or has_article):
        return None
    mention, has_name = name_speaker(tokens, phrase)
    cue = make_cue(text, token, token, words)
    end = tokens[phrase.after - 1].end
    return SpokenBy("unlisted verb, after", cue, mention, has_name, end, Strength.LOOSE)
