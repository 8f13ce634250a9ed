"""The attribution in a neighbouring sentence: rules of the groups NEARBY and SUBJECT."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes import attribution_rules as rules
from reader.quotes.attribution import (
    MOST_SUBJECTS,
    Attribution,
    attribute,
    attribute_by_preposition,
    is_according_to,
)
from reader.quotes.attribution_before import read_before
from reader.quotes.clause_subjects import find_main_subject, find_subject
from reader.quotes.cues import CueMatch, is_noun, is_passive, make_cue, match_cue
from reader.quotes.quote import Quote, QuoteKind, Strength
from reader.quotes.quote_context import REACH_BACK, QuoteContext
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.sentence_tokens import Token, is_capital, tokenize_sentence
from reader.text.quote_signs import CLOSING_SIGNS, OPENING_SIGNS, STRAIGHT_SIGNS
from reader.text.sentences import find_sentence_end, find_sentence_start

_NOT_IMPLIED = load_word_class("not_implied")
_READ_WORDS = 60
"""Words of a sentence that are read."""
_SENTENCE_CHARS = 600
"""Characters before a sentence in which the one before it is read."""
_SAME_SPEAKER_CHARS = 800
"""Characters between two quotes of which the first one's speaker is likelier than the subject of
a sentence between them."""
_OPENING_MARK = re.compile(f'[:"{OPENING_SIGNS}]')
_AFTER_QUOTE = " \u00a0\n" + STRAIGHT_SIGNS + CLOSING_SIGNS


def read_sentence_before(
    text: str, contexts: Sequence[QuoteContext], index: int, previous: Quote | None
) -> Attribution | None:
    """Read the speaker of a quote without attribution from the sentence before it.

    Args:
        text: the article.
        contexts: all quotes that are in no other.
        index: the position of the quote among them.
        previous: the last quote before it that has a speaker.
    """
    context = contexts[index]
    lowest = max(0, context.sentence - _SENTENCE_CHARS)
    if index > 0:
        lowest = max(lowest, contexts[index - 1].marked.after)
    end = lowest + len(text[lowest : context.sentence].rstrip())
    if not text[lowest:end].strip(" \u00a0\n.,;"):
        return None
    begin = find_sentence_start(text, max(lowest, text.rfind("\n", lowest, end) + 1), end)
    if text[end - 1] in ":," and len(context.spans) == 1:
        earlier = contexts[index - 1] if index > 0 and begin == lowest else None
        if announced := _read_announcement(text, earlier, begin, end):
            return announced
    found = read_sentence(text, begin, end)
    if found is None or found.cue is not None:
        return found
    if _has_likelier_speaker(context, previous):
        return None
    if "\n" in text[end : context.marked.opened]:
        return found.assign_rule(rules.SUBJECT_OF_PARAGRAPH_BEFORE)
    return found


def read_sentence_after(text: str, context: QuoteContext) -> Attribution | None:
    """Read the speaker of a quote that opens its article from the sentence after it."""
    begin = context.marked.after
    while begin < len(text) and text[begin] in _AFTER_QUOTE:
        begin += 1
    line_end = text.find("\n", begin, begin + REACH_BACK)
    limit = line_end if line_end >= 0 else min(len(text), begin + REACH_BACK)
    end = find_sentence_end(text, begin, limit)
    if _OPENING_MARK.search(text, begin, end + 1):
        return None
    found = read_sentence(text, begin, end)
    if found is None or found.cue is None or found.rule.strength <= Strength.IMPLIED:
        return None
    return found.assign_rule(rules.SPEAKER_VERB_FOLLOWING)


def _has_likelier_speaker(context: QuoteContext, previous: Quote | None) -> bool:
    """Whether the quote before is near and its speaker is no mere guess."""
    if previous is None or previous.speaker is None:
        return False
    is_near = context.marked.opened - previous.end < _SAME_SPEAKER_CHARS
    return is_near and previous.speaker.strength > Strength.GUESSED


def _read_announcement(
    text: str, earlier: QuoteContext | None, begin: int, end: int
) -> Attribution | None:
    """Read a sentence that announces a quote ("Jo Smith said in a letter:").

    It begins with the quote `earlier` where there is one.
    """
    spans = _find_split_spans(text, earlier, begin) if earlier else ()
    announced = read_before(text, (*spans, (begin, end)))
    return announced.assign_rule(rules.ANNOUNCED) if announced else None


def _find_split_spans(text: str, earlier: QuoteContext, end: int) -> tuple[tuple[int, int], ...]:
    """Find the reporter's words before a quote after which its sentence goes on at `end`."""
    is_ended = text[earlier.marked.end - 1] in ".?!…" or earlier.marked.after != end
    return () if is_ended or earlier.kind is QuoteKind.DIRECT else earlier.spans


def read_sentence(text: str, start: int, end: int) -> Attribution | None:
    """Read the speech that a sentence of the reporter implies, for a quote beside it."""
    tokens = tokenize_sentence(text, start, end)
    if not tokens:
        return None
    weak: Attribution | None = None
    subjects_left = MOST_SUBJECTS
    for position in range(1, min(len(tokens), _READ_WORDS)):
        if is_according_to(tokens, position):
            return _read_according_to(text, tokens, position)
        verb = match_cue(tokens, position) if subjects_left else None
        if verb is None or not _implies_speech(tokens, verb):
            continue
        subjects_left -= 1
        found = _read_subject_and_verb(text, tokens, verb)
        if found and not verb.word.weak:
            return found
        weak = weak or found
    if is_according_to(tokens, 0):
        return _read_according_to(text, tokens, 0)
    return weak or _read_subject(tokens)


def _read_according_to(text: str, tokens: Sequence[Token], position: int) -> Attribution | None:
    return attribute_by_preposition(rules.ACCORDING_TO_NEARBY, text, tokens, position)


def _implies_speech(tokens: Sequence[Token], verb: CueMatch) -> bool:
    """Whether a verb in a sentence without a quote shows that its subject spoke."""
    word = verb.word
    if word.gerund or is_capital(tokens[verb.first]) or is_noun(tokens, verb.first, word):
        return False
    return tokens[verb.first - 1].lower != "to" and word.lemma.replace(" ", "_") not in _NOT_IMPLIED


def _read_subject_and_verb(
    text: str, tokens: Sequence[Token], verb: CueMatch
) -> Attribution | None:
    phrase = find_subject(tokens, verb.first)
    if phrase is None or is_passive(tokens, verb):
        return None
    is_weak = verb.word.weak
    rule = rules.SPEAKER_WEAK_VERB_NEARBY if is_weak else rules.SPEAKER_VERB_NEARBY
    cue = make_cue(text, tokens, verb.first, verb.last, verb.word)
    return attribute(rule, tokens, phrase, cue, is_adjacent=False)


def _read_subject(tokens: Sequence[Token]) -> Attribution | None:
    """Read the subject of a sentence without a reporting verb: a name, he or she."""
    phrase = find_main_subject(tokens, len(tokens))
    if phrase is None:
        return None
    if not phrase.has_name and tokens[phrase.first].lower not in ("he", "she"):
        return None
    return attribute(rules.SUBJECT_NEARBY, tokens, phrase, is_adjacent=False)
