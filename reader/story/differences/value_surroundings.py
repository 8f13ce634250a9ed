"""The words beside a value of a sentence: those near it, and those that may tell its event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.quotes.reporting_vocabulary import load_word_class
from reader.story.differences.stated_values import write_value
from reader.text.reporting_verbs import load_reporting_verbs
from reader.text.values import DateValue

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence, TextToken

NEAR = 8
"""Words on each side of a value that tell what it is of."""
_EVENT_REACH = 6
"""Words on each side of a value in which its event stands."""
_EVENTS_BEFORE, _EVENTS_AFTER = 3, 2
"""So many words of weight on each side are read as its event."""
_ACT_REACH = 14
"""Words between a day and the verb that it belongs to,"""
_NEXT_ACT = 2
"""and between a day inside a sentence and the verb after it."""
_RELATIVE = frozenset({"who", "which", "whose", "when", "where", "while"})
"""Words with which another clause begins."""
_SHORT_PAST = frozenset({"died", "sued", "tied", "fled"})
_LONGEST_SHORT = 4
"""Letters of a word on "ed" that may be no verb: "shed"."""
_AUXILIARIES = frozenset({"have", "has", "had", "been", "being", "was", "were", "is", "are"})
_BEFORE_COMPLEMENT = frozenset({"of", "in", "to"})
_COMPLEMENT_REACH = 3
"""Words after the preposition of a complement in which its noun stands."""
_SPOKEN_ACTS = frozenset({"apologize", "apologise", "plead", "find"})
"""Verbs of speech that tell what somebody did, once, and not that there are words of his."""
_ENDS = (";", ":", " – ", " — ", "—")
"""Signs that part what is before them from what is after."""
_TIME_WORDS = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "midnight", "late", "early", "dawn"}
)


def find_near(sentence: TextSentence, at: int) -> Iterator[str]:
    """Yield the keys of the words of weight near a token, those beyond a sign left out."""
    tokens = sentence.tokens
    for step in (-1, 1):
        position = at + step
        while 0 <= position < len(tokens) and abs(position - at) <= NEAR:
            token = tokens[position]
            if _has_end_between(sentence.text, token, tokens[position - step]):
                break
            if token.value is not None:
                yield f"={write_value(token.value)}"
            elif not token.is_common:
                yield token.key
            position += step


def find_events(sentence: TextSentence, at: int) -> Iterator[str]:
    """Yield the keys of words that may tell the event of a day, or what a number is of.

    They stand before it, or right after it: what follows a preposition is of something else, but
    for the complement of the noun: "percent of its capacity", "days in office", "months to serve".
    """
    tokens = sentence.tokens
    if isinstance(tokens[at].value, DateValue):
        yield from _find_act(sentence, at)
    before = [token for token in _tokens_before(sentence, at) if _may_be_event(sentence, token)]
    yield from (token.key for token in before[:_EVENTS_BEFORE])
    after = tokens[at + 1 : at + 1 + _EVENT_REACH]
    rest = [token for token in after if sentence.printed(token) not in _TIME_WORDS]
    for position, token in enumerate(rest[:_EVENTS_AFTER]):
        if token.is_common:
            if sentence.printed(token) in _BEFORE_COMPLEMENT:
                yield from _find_complement(sentence, rest[position + 1 :])
            else:
                yield from _find_participle(sentence, rest[position:])
            return
        if _may_be_event(sentence, token):
            yield token.key


def _tokens_before(sentence: TextSentence, at: int) -> Iterator[TextToken]:
    """Yield the tokens before a value, the nearest first, up to another of its kind.

    What is before that belongs to that: "five years in prison, and two years on parole".
    """
    kind = type(sentence.tokens[at].value)
    for token in reversed(sentence.tokens[max(0, at - _EVENT_REACH) : at]):
        if type(token.value) is kind or _ends_with_comma(sentence, token):
            return
        yield token


def _ends_with_comma(sentence: TextSentence, token: TextToken) -> bool:
    """Return whether a word is the "and" or "but" after a comma, before which others are told."""
    text = sentence.text
    return sentence.printed(token) in ("and", "but") and text[: token.start].rstrip()[-1:] == ","


def _find_act(sentence: TextSentence, at: int) -> Iterator[str]:
    """Yield the key of the verb in the past that a day belongs to.

    It is the last one before it in its clause: "sentenced him to life in prison Tuesday"; of a day
    that begins the sentence the first one after it: "On Friday the captain resigned"; else the
    one right after it: "The captain on Friday resigned".
    """
    found = "" if at <= 1 else _find_verb_before(sentence, at)
    found = found or _find_verb_after(sentence, at, _ACT_REACH if at <= 1 else _NEXT_ACT)
    if found:
        yield found


def _find_verb_before(sentence: TextSentence, at: int) -> str:
    """Return the key of the last verb in the past before a day, in its clause, else ""."""
    tokens, text = sentence.tokens, sentence.text
    for position in range(at - 1, max(-1, at - 1 - _ACT_REACH), -1):
        token = tokens[position]
        # After a name a comma parts only what the name is of: "in Velmont, Norland, on Sunday".
        is_parted = "," in text[token.end : tokens[position + 1].start]
        if sentence.words[position] in _RELATIVE or (is_parted and text[token.start].islower()):
            return ""
        if is_past(sentence.words[position]) and _may_be_event(sentence, token):
            return token.key
    return ""


def tells_saying_before(sentence: TextSentence, at: int) -> bool:
    """Return whether the last verb in the past before a day, without a sign, is one of saying.

    "Confirmed his resignation on Friday".
    """
    tokens, text = sentence.tokens, sentence.text
    for position in range(at - 1, max(-1, at - 1 - _ACT_REACH), -1):
        if "," in text[tokens[position].end : tokens[position + 1].start]:
            return False
        if sentence.words[position] in _RELATIVE:
            return False
        if is_past(sentence.words[position]):
            return is_saying(sentence.words[position])
    return False


def _find_verb_after(sentence: TextSentence, at: int, reach: int) -> str:
    """Return the key of the first verb in the past after a day, before the next comma, else ""."""
    tokens, text = sentence.tokens, sentence.text
    for position in range(at + 1, min(len(tokens), at + 1 + reach)):
        is_parted = "," in text[tokens[position - 1].end : tokens[position].start]
        if is_parted and position > at + 1:
            return ""
        if is_past(sentence.words[position]) and _may_be_event(sentence, tokens[position]):
            return tokens[position].key
    return ""


def is_past(printed: str) -> bool:
    """Return whether a word in lower case is a verb in the past, as far as its form shows."""
    if printed in _SHORT_PAST or printed in load_word_class("past_verbs"):
        return True
    return printed.endswith("ed") and len(printed) > _LONGEST_SHORT


def _find_participle(sentence: TextSentence, tokens: Sequence[TextToken]) -> Iterator[str]:
    """Yield the key of the verb after forms of "be" and "have": "flares have been fired"."""
    for position, token in enumerate(tokens):
        printed = sentence.printed(token)
        if printed not in _AUXILIARIES:
            if position and is_past(printed) and _may_be_event(sentence, token):
                yield token.key
            return


def _find_complement(sentence: TextSentence, tokens: Sequence[TextToken]) -> Iterator[str]:
    """Yield the keys of the first words of weight, with no other between, that are no names."""
    found = False
    for token in tokens[:_COMPLEMENT_REACH]:
        if token.is_common:
            if found:
                return
        elif _may_be_event(sentence, token):
            found = True
            yield token.key
        else:
            return


def is_saying(printed: str) -> bool:
    verb = load_reporting_verbs().single.get(printed)
    return verb is not None and not verb.is_weak and verb.lemma not in _SPOKEN_ACTS


def _has_end_between(text: str, one: TextToken, other: TextToken) -> bool:
    first, last = sorted((one, other), key=lambda token: token.start)
    between = text[first.end : last.start]
    return any(sign in between for sign in _ENDS)


def _may_be_event(sentence: TextSentence, token: TextToken) -> bool:
    """Return whether a word may tell what happened: no name, no part of the day, no saying."""
    printed = sentence.printed(token)
    if token.value is not None or token.is_common or printed in _TIME_WORDS:
        return False
    # Any word may be written large at the beginning of a sentence.
    is_name = sentence.text[token.start].isupper() and token is not sentence.tokens[0]
    return not is_name and not is_saying(printed)
