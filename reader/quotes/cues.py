"""Reporting verbs among the words of a sentence, and words that only look like them."""

from __future__ import annotations

from reader.quotes.phrases import Token
from reader.quotes.quote import Cue
from reader.quotes.reporting_vocabulary import CueWord, vocabulary, word_class

PASSIVE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_NOUNS = word_class("verbs_that_are_nouns")
_BEFORE_NOUN = word_class("before_nouns")
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "our"))


def cue_at(tokens: list[Token], position: int) -> tuple[CueWord, int] | None:
    """The reporting verb at a position and the position after it."""
    if position >= len(tokens):
        return None
    words = vocabulary()
    lower = tokens[position].lower
    if lower not in words.opening:
        return None
    if position + 1 < len(tokens):
        pair = words.phrases.get((lower, tokens[position + 1].lower))
        if pair:
            return pair, position + 2
    word = words.cues.get(lower)
    if word is None or _is_no_report(tokens, position, word):
        return None
    last = position + 1
    if word.lemma == "quote" and lower == "quoted":
        if last + 1 < len(tokens) and tokens[last].lower == "as":
            return word, last + 2
        for ahead in range(last, min(last + 8, len(tokens) - 1)):
            if tokens[ahead].lower == "as" and tokens[ahead + 1].lower == "saying":
                passive = position > 0 and tokens[position - 1].lower in PASSIVE
                return (word, ahead + 2) if passive else (word, last)
        if last < len(tokens) and tokens[last].lower == "by":
            return None
    return word, last


def cue_of(text: str, tokens: list[Token], first: int, last: int, word: CueWord) -> Cue:
    if word.lemma == "quote" and first and tokens[first - 1].lower in PASSIVE:
        first -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Cue(text[start:end], word.lemma, word.stance, start, end)


def used_as_noun(tokens: list[Token], position: int, word: CueWord) -> bool:
    """Whether a word that looks like a verb is a noun here ("a report", "claims of racism")."""
    token = tokens[position]
    if token.lower not in (word.lemma, word.lemma + "s") or position == 0:
        return False
    before = tokens[position - 1].lower
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if before == "to" and position > 1 and tokens[position - 2].lower in ("had", "has", "have"):
        return False
    if before in _BEFORE_NOUN or after == "of":
        return True
    if word.lemma not in _NOUNS:
        return False
    if token.lower != word.lemma:
        return after in (
            "from",
            "in",
            "on",
            "for",
            "to",
            "and",
            "with",
            "about",
            "against",
            "like",
            "such",
        )
    return before not in ("they", "we", "i", "you") and not before.endswith("s")


def is_noun_on_ing(tokens: list[Token], position: int) -> bool:
    """Whether a form on -ing is a noun ("told a regular briefing")."""
    return any(
        tokens[before].lower in ("a", "an", "the", "this", "every", "each")
        for before in range(max(0, position - 2), position)
    )


def next_is_to(tokens: list[Token], position: int) -> bool:
    return position + 1 < len(tokens) and tokens[position + 1].lower == "to"


def _is_no_report(tokens: list[Token], position: int, word: CueWord) -> bool:
    """Whether the verb does not report here ("added to", "said to be", "the added problem")."""
    following = [token.lower for token in tokens[position + 1 : position + 3]]
    if word.lemma == "add" and following[:1] in (["to"], ["up"]):
        return True
    if following[:1] == ["to"] and following[1:] in (["be"], ["have"]):
        return word.lemma in ("say", "report", "rumour", "think", "believe", "know", "allege")
    before = tokens[position - 1].lower if position else ""
    return before in _ARTICLES and tokens[position].lower.endswith("ed")
